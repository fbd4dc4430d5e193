"""The figures of our evaluation beside those of the reference scorer, on records of the samples.

`reference/` holds eight gold records, records that were once predicted for them, and what the reference scorer (the
rules our users compare systems by) printed for the two as JSON.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from congvan.evaluate import evaluate
from congvan.evaluate.report import figures

FOLDER = Path(__file__).parent / "reference"
GOLD = [json.loads(p.read_text(encoding="utf-8")) for p in sorted((FOLDER / "gold").glob("*.json"))]
PREDICTED = [json.loads(line) for line in (FOLDER / "predicted.jsonl").read_text(encoding="utf-8").splitlines()]
REFERENCE = json.loads((FOLDER / "figures.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["micro", "macro", "kinds", "found", "fields", "wrong", "documents", "absent"])
def test_both_scorers_agree(name: str) -> None:
    ours = figures(evaluate(GOLD, PREDICTED))[name]
    theirs = REFERENCE[name]
    if isinstance(theirs, dict):
        assert {k: v for k, v in ours.items() if v is not None} == pytest.approx(
            {k: v for k, v in theirs.items() if v is not None}
        )
    else:
        assert ours == pytest.approx(theirs)


def test_both_scorers_agree_on_evidence_and_calibration() -> None:
    ours = figures(evaluate(GOLD, PREDICTED))
    assert ours["evidence"] == pytest.approx(REFERENCE["evidence"]["items"])
    assert ours["calibration_error"] == pytest.approx(REFERENCE["calibration"]["ece"], abs=1e-4)
    assert ours["straight_through"] == pytest.approx(REFERENCE["calibration"]["straight_through"], abs=1e-4)
