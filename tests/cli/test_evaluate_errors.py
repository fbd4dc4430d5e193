"""`congvan evaluate --html` and `--compare`: errors that a person can see."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from congvan.cli.main import main
from congvan.evaluate import evaluate
from congvan.evaluate.causes import faults_of

TEXT = "Thực hiện Kế hoạch số 5/KH-SCN <script>alert(1)</script> của Sở.\nTổ 1 | 3 lớp\nNộp trước ngày 05/3/2022."
REFERENCE = {"quote": "Kế hoạch số 5/KH-SCN", "type": "kế hoạch", "code": "5/KH-SCN", "relation": "implements"}
DEADLINE = {"quote": "Nộp trước ngày 05/3/2022", "due_on": "2022-03-05", "bound": "before", "task": "Nộp báo cáo tháng"}


def record(**kinds: Any) -> dict[str, Any]:
    return {"doc": "1", "source": {"path": "1.txt"}, "text": TEXT, **kinds}


@pytest.mark.parametrize(
    ("kind", "gold", "told", "causes"),
    [
        ("references", [REFERENCE], [], ["not_found"]),
        ("references", [REFERENCE | {"quote": "chữ không đọc được"}], [], ["reading"]),
        ("references", [REFERENCE | {"quote": "Tổ 1    3 lớp"}], [], ["not_found"]),  # the same row of a table
        ("references", [], [REFERENCE], ["unmarked"]),
        ("references", [REFERENCE], [REFERENCE, REFERENCE], ["duplicate"]),
        ("references", [REFERENCE], [REFERENCE | {"relation": "basis"}], ["kind"]),
        ("references", [REFERENCE], [REFERENCE | {"issuer": "Sở"}], ["added"]),
        ("deadlines", [DEADLINE], [DEADLINE | {"due_on": "2022-03-06"}], ["day"]),
        ("deadlines", [DEADLINE], [DEADLINE | {"task": "Nộp"}], ["bounds"]),
        ("deadlines", [DEADLINE], [DEADLINE | {"task": None}], ["in_part"]),
        ("deadlines", [DEADLINE], [DEADLINE], []),
    ],
)
def test_each_error_has_its_cause(kind: str, gold: list[Any], told: list[Any], causes: list[str]) -> None:
    report = evaluate([record(**{kind: gold})], [record(**{kind: told})])
    assert [fault.cause for fault in faults_of(report, {"1": TEXT})] == causes


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    """Gold, and two runs: the old one has a wrong relation and the day, the new one the relation and a wrong day."""
    wrong_day = DEADLINE | {"due_on": "2022-03-06", "task": "<script>alert(2)</script>"}
    files = {
        "gold": record(references=[REFERENCE], deadlines=[DEADLINE]),
        "old": record(references=[REFERENCE | {"relation": "basis"}], deadlines=[DEADLINE]),
        "new": record(references=[REFERENCE], deadlines=[wrong_day]),
    }
    for name, content in files.items():
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(content) + "\n", encoding="utf-8")
    return tmp_path


def test_two_runs_are_compared_value_by_value(runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["evaluate", str(runs / "gold.jsonl"), str(runs / "new.jsonl"), "--compare", str(runs / "old.jsonl")]
    assert main(command) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "+ 1 references.relation" in lines
    assert "- 1 deadlines.due_on" in lines
    assert "compared: gained 1, lost 4" in lines


@pytest.mark.parametrize(("language", "cause"), [("vi", "sai ngày"), ("en", "wrong day")])
def test_the_page_shows_errors_and_runs_nothing_of_a_text(runs: Path, language: str, cause: str) -> None:
    out = runs / "errors.html"
    command = ["evaluate", str(runs / "gold.jsonl"), str(runs / "new.jsonl"), "--html", str(out)]
    assert main([*command, "--language", language]) == 0
    page = out.read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;alert(2)" in page
    assert "<mark>Nộp trước ngày 05/3/2022</mark>" in page
    assert f"deadlines: {cause} (1)" in page


def test_misses_come_with_the_confusion_of_relations(runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(runs / "gold.jsonl"), str(runs / "old.jsonl"), "--misses"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["basis", "implements"] in rows
    assert ["implements", "1", "."] in rows
