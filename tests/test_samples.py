"""The samples from end to end: what holds for every record, and how well they are read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from congvan.datamodel.record import ITEM_MODELS
from congvan.evaluate import evaluate
from congvan.pipeline import extract

DATA = Path(__file__).resolve().parent.parent / "data"
SAMPLES = sorted((DATA / "raw").iterdir())


@cache
def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(record.to_json()) for record in extract(path).records]


def evidence(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every header field, item and mention of a record."""
    yield from (field for field in record["header"].values() if field)
    for kind in ITEM_MODELS:
        for item in record[kind]:
            yield item
            yield from item["mentions"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_every_quote_is_the_text_at_its_offsets(path: Path) -> None:
    for record in records(path):
        found = list(evidence(record))
        assert len(found) > 10
        for part in found:
            assert record["text"][part["start"] : part["end"]] == part["quote"]
            assert part["quote"].strip()


@pytest.mark.parametrize("path", [p for p in SAMPLES if p.suffix != ".txt"], ids=lambda p: p.stem)
def test_every_quote_has_its_place_on_the_page(path: Path) -> None:
    for record in records(path):
        for part in evidence(record):
            assert part["boxes"], part["quote"]
            for page, x0, top, x1, bottom in part["boxes"]:
                assert page in record["source"]["pages"]
                # A4 in points; a scan's edge may lie a little outside.
                assert -5 <= x0 < x1 <= 620
                assert -5 <= top < bottom <= 860


def test_the_samples_are_read_well() -> None:
    gold = [json.loads((DATA / "annotated" / f"{p.stem}.json").read_text(encoding="utf-8")) for p in SAMPLES]
    report = evaluate(gold, [record for path in SAMPLES for record in records(path)])
    assert report.absent == []
    assert report.micro().f1 > 0.9
    assert report.macro() > 0.9
