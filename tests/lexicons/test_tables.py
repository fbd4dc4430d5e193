from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

import congvan
from congvan.lexicons import load

TABLES = sorted(p.name.removesuffix(".tsv") for p in files("congvan.lexicons").iterdir() if p.name.endswith(".tsv"))
PACKAGE = Path(congvan.__file__).parent


@pytest.mark.parametrize("name", TABLES)
def test_every_fact_has_a_source(name: str) -> None:
    rows = load(name)
    assert rows
    assert all(row["source"].strip() for row in rows)


def test_every_reason_in_the_code_has_its_words_in_both_languages() -> None:
    told = {row["reason"]: row for row in load("reasons")}
    used = set()
    for file in PACKAGE.rglob("*.py"):
        used |= set(re.findall(r'reason="([a-z_]+)"', file.read_text(encoding="utf-8")))
    assert len(used) > 5
    assert used <= set(told)
    for row in told.values():
        assert row["vi"]
        assert row["en"]
