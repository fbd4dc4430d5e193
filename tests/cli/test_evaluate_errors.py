"""`congvan evaluate --html` and `--compare`: errors that a person can see."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from congvan.cli.main import main
from congvan.evaluate import evaluate
from congvan.evaluate.causes import faults_of

TEXT = "Thực hiện Kế hoạch số 5/KH-SCN <script>alert(1)</script> của Sở.\nTổ 1 | 3 lớp\nNộp trước ngày 05/3/2022."
REFERENCE = {"quote": "Kế hoạch số 5/KH-SCN", "type": "kế hoạch", "code": "5/KH-SCN", "relation": "implements"}
DEADLINE = {"quote": "Nộp trước ngày 05/3/2022", "due_on": "2022-03-05", "bound": "before", "task": "Nộp báo cáo tháng"}

CONTACT = {"kind": "email"}


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


def shown(place: Path, gold: Path, told: Path, *options: str) -> str:
    """The page that an evaluation writes."""
    out = place / "errors.html"
    assert main(["evaluate", str(gold), str(told), "--html", str(out), *options]) == 0
    return out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("vi", ["Thời hạn: sai ngày (1)", "≠ ngày đến hạn", "≠ việc phải làm", "<td>trước</td>", "thực hiện"]),
        ("en", ["Deadlines: wrong day (1)", "≠ due on", "≠ task", "<td>before</td>", "implements"]),
    ],
)
def test_the_page_tells_errors_in_the_language_asked_for(runs: Path, language: str, told: list[str]) -> None:
    page = shown(runs, runs / "gold.jsonl", runs / "new.jsonl", "--language", language)
    assert [words for words in told if words not in page] == []
    assert f'<html lang="{language}">' in page


def test_the_vietnamese_page_shows_no_name_of_the_contract(runs: Path) -> None:
    command = (runs, runs / "gold.jsonl", runs / "new.jsonl", "--language", "vi", "--compare", str(runs / "old.jsonl"))
    bare = re.sub(r"<style>.*?</style>|<[^>]+>", " ", shown(*command), flags=re.DOTALL)
    assert (
        re.findall(r"\b(?:deadlines|references|due_on|bound|task|relation|implements|basis|before|day)\b", bare) == []
    )


def test_the_page_runs_nothing_of_a_text(runs: Path) -> None:
    page = shown(runs, runs / "gold.jsonl", runs / "new.jsonl")
    assert "<script" not in page
    assert "&lt;script&gt;alert(2)" in page
    assert "<mark>Nộp trước ngày 05/3/2022</mark>" in page


def test_every_count_leads_to_its_errors_and_an_item_stands_once_under_a_cause(tmp_path: Path) -> None:
    lacking = {name: value for name, value in DEADLINE.items() if name not in ("task", "bound")}
    files = {"gold": record(deadlines=[DEADLINE], references=[REFERENCE]), "told": record(deadlines=[lacking])}
    for name, content in files.items():
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(content) + "\n", encoding="utf-8")
    page = shown(tmp_path, tmp_path / "gold.jsonl", tmp_path / "told.jsonl", "--language", "en")
    ids, links = (set(re.findall(pattern, page)) for pattern in (r'id="([\w-]+)"', r'href="#([\w-]+)"'))
    assert links <= ids
    assert {"deadlines-in_part", "references-not_found"} <= links
    assert page.count("<article>") == 2
    assert "Deadlines: found in part (attribute missing) (2)" in page
    # What was missed has no side of the prediction, and nothing to trust.
    missed = page[page.index('id="references-not_found"') : page.index('id="deadlines"')]
    assert "<th>predicted</th>" not in missed
    assert "confidence" not in missed


@pytest.mark.parametrize(("start", "before"), [(None, "Lớp 1 nộp "), (9, "Lớp 1 nộp "), (36, "Lớp 2 nộp ")])
def test_of_several_places_the_sentence_that_was_read_is_shown(tmp_path: Path, start: int | None, before: str) -> None:
    text = "Lớp 1 nộp trước ngày 05/3/2022.\nVề việc. Lớp 2 nộp trước ngày 05/3/2022; nộp đủ."
    item = {"quote": "trước ngày 05/3/2022", "due_on": "2022-03-05", "bound": "before"}
    told = item | {"bound": "by"} | ({} if start is None else {"start": start})
    (tmp_path / "gold.jsonl").write_text(json.dumps(record(deadlines=[item])), encoding="utf-8")
    (tmp_path / "told.jsonl").write_text(json.dumps(record(deadlines=[told]) | {"text": text}), encoding="utf-8")
    page = shown(tmp_path, tmp_path / "gold.jsonl", tmp_path / "told.jsonl")
    assert f"<blockquote>{before}<mark>trước ngày 05/3/2022</mark>" in page
    assert "nộp đủ" not in page


def test_the_page_of_an_archive_shows_the_sentences_that_it_keeps(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("Các đơn vị báo cáo về Phòng Nội vụ trước ngày 05/6/2022.\n", encoding="utf-8")
    kho = tmp_path / "kho"
    assert main(["ingest", str(tmp_path / "1.txt"), "--archive", str(kho)]) == 0
    gold = {"doc": "1", "deadlines": [{"quote": "trước ngày 05/6/2022", "due_on": "2022-06-06", "bound": "before"}]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold), encoding="utf-8")
    page = shown(tmp_path, tmp_path / "gold.jsonl", kho)
    assert "Các đơn vị báo cáo về Phòng Nội vụ <mark>trước ngày 05/6/2022</mark>." in page


@pytest.mark.parametrize(("language", "head"), [("vi", "tỷ lệ đúng"), ("en", "Do confidences keep their promise?")])
def test_calibration_adds_its_table_and_plot_to_the_page(tmp_path: Path, language: str, head: str) -> None:
    sure = [CONTACT | {"value": f"a{n}@son-ha.vn", "quote": f"a{n}@son-ha.vn"} for n in range(20)]
    (tmp_path / "gold.jsonl").write_text(json.dumps(record(contacts=sure[:15])), encoding="utf-8")
    told = record(contacts=[one | {"confidence": 0.75} for one in sure])
    (tmp_path / "told.jsonl").write_text(json.dumps(told), encoding="utf-8")
    command = (tmp_path, tmp_path / "gold.jsonl", tmp_path / "told.jsonl", "--language", language)
    page = shown(*command, "--calibration")
    assert head in page
    assert page.count("<circle") == 10
    assert page.count("<td>0.750</td>") == 10
    assert "<svg" not in shown(*command)


def test_without_confidences_the_page_says_so(runs: Path) -> None:
    page = shown(runs, runs / "gold.jsonl", runs / "new.jsonl", "--calibration", "--language", "en")
    assert "No value has a confidence." in page


def test_misses_come_with_the_confusion_of_relations(runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(runs / "gold.jsonl"), str(runs / "old.jsonl"), "--misses"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["basis", "implements"] in rows
    assert ["implements", "1", "."] in rows
