"""The views as they are written: what many of them show alike is written once."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from congvan.archive.views import FILES, SHARED, views_sql


def test_every_short_name_is_put_in_full_and_no_other_stands() -> None:
    written = "".join(files("congvan.archive").joinpath(name).read_text(encoding="utf-8") for name in FILES)
    statements = "\n".join(line for line in written.splitlines() if not line.startswith("--"))
    assert set(re.findall(r"\{(\w*)\}", statements)) == set(SHARED)
    assert "{" not in "\n".join(line for line in views_sql().splitlines() if not line.startswith("--"))


@pytest.mark.parametrize("columns", SHARED.values(), ids=SHARED)
def test_shared_columns_are_written_nowhere_in_full(columns: tuple[str, ...]) -> None:
    whole = r",\s+".join(re.escape(column) for column in columns)
    for name in FILES:
        assert not re.search(whole, files("congvan.archive").joinpath(name).read_text(encoding="utf-8"))
    assert len(re.findall(whole, views_sql())) > 8
