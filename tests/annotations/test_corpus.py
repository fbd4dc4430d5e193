"""The corpus annotated by hand: what is read, what is told of what is wrong, and that the one shipped is sound."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from congvan.annotations.corpus import gold_folders, read_dispatches, read_sentences
from congvan.annotations.measure import agreement, extract_sentence, score_sentences
from congvan.cli.main import main
from congvan.errors import UsageError

SHIPPED = Path(__file__).resolve().parent.parent.parent / "data" / "annotated"
TEXT = "Gửi báo cáo về Phòng Nội vụ trước ngày 05/6/2022. Gửi báo cáo về Phòng Nội vụ.\n"
DUE = {"due_on": "2022-06-05", "bound": "before", "task": "Gửi báo cáo về Phòng Nội vụ", "to": "Phòng Nội vụ"}
ITEM = DUE | {"quote": "Gửi báo cáo về Phòng Nội vụ trước ngày 05/6/2022"}
LINE = {"id": "hill-s001", "issued_on": "2022-03-05", "text": TEXT.strip(), "senses": ["duty"], "deadlines": [ITEM]}


def corpus(folder: Path, item: dict[str, Any] = ITEM, rows: str = "hill\ttrain\thills\n") -> Path:
    family = folder / "hill"
    (family / "gold").mkdir(parents=True)
    (folder / "split.tsv").write_text("family\tpart\twhat\n" + rows, encoding="utf-8")
    (family / "hill-01.txt").write_text(TEXT, encoding="utf-8")
    gold = {"schema": "congvan/1", "doc": "hill-01", "header": {"code": None}, "deadlines": [item]}
    (family / "gold" / "hill-01.json").write_text(json.dumps(gold), encoding="utf-8")
    (family / "sentences.jsonl").write_text(json.dumps(LINE) + "\n", encoding="utf-8")
    return folder


def test_dispatches_and_sentences_are_read_with_their_family(tmp_path: Path) -> None:
    (dispatch,) = read_dispatches(corpus(tmp_path))
    assert (dispatch.name, dispatch.family, dispatch.text) == ("hill-01", "hill", TEXT)
    assert dispatch.to_dict()["deadlines"] == [ITEM]
    (sentence,) = read_sentences(tmp_path)
    assert sentence.to_dict() == LINE


def test_a_part_of_the_split_is_read_alone(tmp_path: Path) -> None:
    corpus(tmp_path)
    assert list(read_dispatches(tmp_path, "held-back")) == []
    assert list(read_sentences(tmp_path, "held-back")) == []
    assert gold_folders(tmp_path, "train") == [tmp_path / "hill" / "gold"]


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (ITEM | {"quote": "không có"}, "deadlines[0]: the quote 'không có'"),
        (ITEM | {"nth": 2}, "(nth 2) is not in the text"),
        (ITEM | {"start": 1, "end": 5}, "start and end tell 1-5"),
        (ITEM | {"bound": "until"}, "deadlines.0.bound"),
        (ITEM | {"colour": "red"}, "deadlines.0.colour"),
    ],
)
def test_a_fault_is_one_line_with_file_and_item(
    tmp_path: Path, item: dict[str, Any], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["annotations", "check", str(corpus(tmp_path, item))]) == 1
    out = capsys.readouterr().out.splitlines()
    assert "hill-01.json" in out[0]
    assert told in out[0]
    assert out[-1] == "1 faults"


def faults(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines of faults that `check` tells of a corpus that has some."""
    assert main(["annotations", "check", str(folder)]) == 1
    lines = capsys.readouterr().out.splitlines()
    return lines[: int(lines[-1].split()[0])]


def test_all_faults_of_a_dispatch_are_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = ITEM | {"bound": "until", "colour": "red", "quote": "không có", "mentions": [{"quote": "cũng không"}]}
    gold = {"schema": "congvan/1", "header": {"code": {"value": "", "quote": "Gửi"}}, "deadlines": [ITEM, bad]}
    corpus(tmp_path)
    (tmp_path / "hill" / "gold" / "hill-01.json").write_text(json.dumps(gold), encoding="utf-8")
    told = faults(tmp_path, capsys)
    where = ["header.code.value", "deadlines.1.bound", "deadlines.1.colour", "deadlines[1]: the quote 'không có'"]
    where.append("deadlines[1].mentions[0]: the quote 'cũng không'")
    assert sorted(next(w for w in where if w in line) for line in told) == sorted(where)
    assert all("hill-01.json" in line for line in told)


def test_all_faults_of_a_file_of_sentences_are_told_with_their_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [json.dumps(LINE), "{", json.dumps(LINE | {"id": "hill-s002", "senses": ["joke"], "issued_on": "5/3/2022"})]
    lines += [json.dumps(LINE | {"id": "hill-s003", "text": "Gửi báo cáo."}), json.dumps(["no record"])]
    corpus(tmp_path)
    (tmp_path / "hill" / "sentences.jsonl").write_text("\n".join(lines), encoding="utf-8")
    told = [line.partition("sentences.jsonl:")[2].split()[0] for line in faults(tmp_path, capsys)]
    assert told == ["2:", "3:", "3:", "4:", "5:"]
    with pytest.raises(UsageError, match=r"sentences\.jsonl:2"):
        list(read_sentences(tmp_path))


def test_gold_that_is_no_json_and_a_text_that_is_missing_are_both_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus(tmp_path)
    (tmp_path / "hill" / "gold" / "hill-01.json").write_text("{", encoding="utf-8")
    (tmp_path / "hill" / "hill-01.txt").unlink()
    told = faults(tmp_path, capsys)
    assert len(told) == 2
    assert "hill-01.txt can't be read" in told[0]
    assert "hill-01.json: no JSON" in told[1]


def test_all_faults_of_the_split_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus(tmp_path, rows="hill\ttraining\thills\nhill\ttrain\thills\nhill\ttrain\tagain\n")
    told = faults(tmp_path, capsys)
    assert [line.partition("split.tsv")[2][:3] for line in told] == [":2:", ":4:"]


def test_a_family_without_split_and_gold_without_text_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus(tmp_path, rows="")
    (tmp_path / "hill" / "hill-02.txt").write_text("x", encoding="utf-8")
    assert main(["annotations", "check", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert "hill: the family is not in split.tsv" in out
    assert "hill-02.txt: without gold" in out


def test_a_corpus_without_a_split_is_checked_all_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus(tmp_path) / "split.tsv").unlink()
    assert main(["annotations", "check", str(tmp_path)]) == 0
    assert capsys.readouterr().out.endswith("\n0 faults\n")
    (tmp_path / "hill" / "hill-02.txt").write_text("x", encoding="utf-8")
    assert "without gold" in faults(tmp_path, capsys)[0]
    assert main(["annotations", "check", str(tmp_path / "none")]) == 2


def test_the_corpus_shipped_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["annotations", "check", str(SHIPPED)]) == 0, capsys.readouterr().out


def test_a_sentence_takes_its_year_from_the_day_of_issue_and_offsets_count_in_it() -> None:
    text = "Các xã gửi báo cáo về Phòng Nội vụ trước ngày 05/6."
    (due,) = extract_sentence(text, "2022-03-05", "II. TỔ CHỨC THỰC HIỆN")["deadlines"]
    assert due["due_on"] == "2022-06-05"
    assert text[due["start"] : due["end"]] == due["quote"]


def test_sentences_are_scored_by_kind(tmp_path: Path) -> None:
    report = score_sentences(read_sentences(corpus(tmp_path)))
    assert report.found["deadlines"].right == 1


def test_second_annotations_agree_with_themselves(tmp_path: Path) -> None:
    corpus(tmp_path)
    with pytest.raises(UsageError, match="no second annotations"):
        agreement(tmp_path)
    (tmp_path / "second").mkdir()
    other = LINE | {"deadlines": [ITEM | {"bound": "by"}]}
    for line, f1 in ((LINE, 1.0), (other, 0.75)):
        (tmp_path / "second" / "sentences.jsonl").write_text(json.dumps(line), encoding="utf-8")
        assert agreement(tmp_path).micro().f1 == f1


def test_a_part_of_a_corpus_is_evaluated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["evaluate", str(corpus(tmp_path)), "--workers", "1"]
    assert main([*command, "--split", "train"]) == 0
    assert "documents 1, without a record 0" in capsys.readouterr().out
    assert main([*command, "--split", "held-back"]) == 2
