"""What goes out to Label Studio or DocBin comes back without loss."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import DocBin

from congvan.annotations.corpus import read_dispatches, read_sentences
from congvan.annotations.exchange.docbin import from_docbin, to_docbin
from congvan.annotations.exchange.label_studio import from_task, labelling_config, to_task
from congvan.annotations.exchange.placed import regions_of
from congvan.cli.main import main
from congvan.errors import UsageError
from congvan.pipeline import extract

SHIPPED = Path(__file__).resolve().parent.parent.parent / "data" / "annotated"
ALL = [(d.text, d.to_dict()) for d in read_dispatches(SHIPPED)]
ALL += [(s.gold.text, s.to_dict() | {"text": s.gold.text}) for s in read_sentences(SHIPPED)]


def plain(text: str, told: dict[str, Any]) -> tuple[dict[str, Any], list[Any]]:
    """What was told but for the ways of writing a place: `nth` or offsets."""
    rest = {k: v for k, v in told.items() if k != "text" and (not isinstance(v, list) or v == [])}
    rest |= {"header": sorted(told.get("header") or ())}
    return rest, list(regions_of(text, told))


def sent(text: str, told: dict[str, Any], *, predicted: bool = False) -> tuple[str, dict[str, Any]]:
    return from_task(json.loads(json.dumps(to_task(text, told, predicted=predicted))))


def test_the_corpus_comes_back_from_label_studio() -> None:
    for text, told in ALL:
        back, again = sent(text, told)
        assert back == text
        assert plain(text, again) == plain(text, told)


def test_the_corpus_comes_back_from_docbin() -> None:
    kept = DocBin().from_bytes(to_docbin(ALL).to_bytes())
    assert list(from_docbin(kept)) == ALL


def test_an_extracted_record_is_a_pre_annotation_with_scores(plan_file: Path) -> None:
    (record,) = extract(plan_file).records
    told = json.loads(record.to_json())
    text = told.pop("text")
    (prediction,) = to_task(text, told, predicted=True)["predictions"]
    assert all(0 <= part["score"] <= 1 for part in prediction["result"] if part["type"] == "labels" and "score" in part)
    assert plain(text, sent(text, told, predicted=True)[1]) == plain(text, told)


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1), st.data())
def test_any_text_and_value_comes_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    value = data.draw(st.text() | st.integers() | st.floats(allow_nan=False))
    item = {"quote": text[start:end], "start": start, "end": end, "task": value, "mentions": [{"quote": text[:end]}]}
    told = {"id": "a", "deadlines": [item], "targets": []}
    assert plain(text, sent(text, told)[1]) == plain(text, told)
    ((back, again),) = from_docbin(DocBin().from_bytes(to_docbin([(text, told)]).to_bytes()))
    assert (back, again) == (text, told)


def test_offsets_in_utf_16_are_understood() -> None:
    task = to_task("🌳🌳 trước ngày 5/6", {"deadlines": [{"quote": "ngày 5/6"}]})
    value = task["annotations"][0]["result"][0]["value"]
    value["start"], value["end"] = value["start"] + 2, value["end"] + 2
    assert from_task(task)[1]["deadlines"][0]["start"] == 9


def test_what_is_no_task_is_told() -> None:
    with pytest.raises(UsageError, match="no task"):
        from_task({"data": {"text": "x"}})


def test_the_labelling_interface_is_xml_with_every_label_in_use() -> None:
    labels = {label.get("value") for label in ElementTree.fromstring(labelling_config()).iter("Label")}
    assert {region.label for text, told in ALL for region in regions_of(text, told)} <= labels


@pytest.mark.parametrize(("form", "file"), [("label-studio", "tasks.json"), ("docbin", "annotations.spacy")])
def test_the_command_sends_a_corpus_out_and_takes_it_back(form: str, file: str, tmp_path: Path) -> None:
    out, back = tmp_path / "out", tmp_path / "back"
    assert main(["annotations", "export", str(SHIPPED), "--form", form, "--out", str(out)]) == 0
    assert main(["annotations", "import", str(out / file), "--form", form, "--out", str(back)]) == 0
    (back / "split.tsv").write_bytes((SHIPPED / "split.tsv").read_bytes())
    first = {d.name: d for d in read_dispatches(SHIPPED)}
    again = {d.name: d for d in read_dispatches(back)}
    assert first.keys() == again.keys()
    for name, one in first.items():
        assert again[name].family == one.family
        assert again[name].text == one.text
        assert plain(one.text, again[name].to_dict()) == plain(one.text, one.to_dict())
    assert [s.gold.id for s in read_sentences(back)] == [s.gold.id for s in read_sentences(SHIPPED)]
    assert main(["annotations", "import", str(out / file), "--form", form, "--out", str(back)]) == 2


DISPATCH = {"schema": "congvan/1", "header": {}}
SENTENCE = {"senses": ["duty"]}


def taken(tmp_path: Path, *told: tuple[str, dict[str, Any]]) -> int:
    """The exit code of an import of these texts into `back`."""
    file = tmp_path / "tasks.json"
    file.write_text(json.dumps([to_task(text, one) for text, one in told]), encoding="utf-8")
    return main(["annotations", "import", str(file), "--out", str(tmp_path / "back")])


A, B = DISPATCH | {"doc": "a", "family": "hill"}, DISPATCH | {"doc": "b", "family": "hill"}
S1, S2 = SENTENCE | {"id": "s1", "family": "hill"}, SENTENCE | {"id": "s2", "family": "hill"}


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ([("x", A), ("y", A)], "dispatch 'a' comes twice"),
        ([("x", A), ("y", A | {"family": "dale"})], "dispatch 'a' comes twice"),
        ([("x", A), ("x", B)], "text of a dispatch 'x' comes twice"),
        ([("x", S1), ("y", S1)], "sentence 's1' comes twice"),
        ([("x", S1), ("y", S1 | {"family": "dale"})], "sentence 's1' comes twice"),
        ([("x", S1), ("x", S2)], "text of a sentence 'x' comes twice"),
        ([("x", A), ("y", DISPATCH | {"family": "hill"})], "a dispatch has no name"),
        ([("x", A), ("y", SENTENCE)], "a sentence has no name"),
        ([("x", A), ("y", B | {"doc": ".."})], "'..' can't name a file"),
    ],
)
def test_what_would_break_a_corpus_is_refused_before_anything_is_written(
    told: list[tuple[str, dict[str, Any]]], named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert taken(tmp_path, ("first", B | {"doc": "c"}), *told) == 2
    assert named in capsys.readouterr().err
    assert not (tmp_path / "back").exists()


@pytest.mark.parametrize(
    ("told", "named"),
    [
        (("other", A), "dispatch 'a' is there"),
        (("other", A | {"family": "dale"}), "dispatch 'a' is there"),
        (("text of a", B), "text of a dispatch 'text of a' is there"),
        (("other", S1), "sentence 's1' is there"),
        (("other", S1 | {"family": "dale"}), "sentence 's1' is there"),
        (("text of s1", S2), "text of a sentence 'text of s1' is there"),
    ],
)
def test_what_a_corpus_has_already_is_refused(
    told: tuple[str, dict[str, Any]], named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert taken(tmp_path, ("text of a", A), ("text of s1", S1)) == 0
    before = {file: file.read_bytes() for file in (tmp_path / "back").rglob("*.*")}
    assert taken(tmp_path, ("new", DISPATCH | {"doc": "n", "family": "new"}), told) == 2
    assert named in capsys.readouterr().err
    assert {file: file.read_bytes() for file in (tmp_path / "back").rglob("*.*")} == before


def test_more_texts_join_a_corpus_line_by_line(tmp_path: Path) -> None:
    assert taken(tmp_path, ("x", S1)) == 0
    sentences = tmp_path / "back" / "hill" / "sentences.jsonl"
    sentences.write_text(sentences.read_text(encoding="utf-8").rstrip("\n"), encoding="utf-8")
    assert taken(tmp_path, ("y", S2), ("z", A)) == 0
    assert [s.gold.id for s in read_sentences(tmp_path / "back")] == ["s1", "s2"]


@pytest.mark.parametrize("form", ["label-studio", "docbin", "records"])
@pytest.mark.parametrize("content", ["", "x", "{}", "[1]", '{"text": "a", "id": "b", "header": [1]}'])
def test_a_file_of_another_form_is_told(form: str, content: str, tmp_path: Path) -> None:
    file = tmp_path / "what.jsonl"
    file.write_text(content, encoding="utf-8")
    code = main(["annotations", "import", str(file), "--form", form, "--out", str(tmp_path / "back")])
    assert code == (0 if (form, content) == ("records", "") else 2)


@pytest.mark.parametrize("name", ["..", "", ".hidden"])
def test_a_name_leads_nowhere_else(name: str, tmp_path: Path) -> None:
    file = tmp_path / "tasks.json"
    file.write_text(json.dumps([to_task("x", {"doc": "a", "family": name})]), encoding="utf-8")
    assert main(["annotations", "import", str(file), "--out", str(tmp_path / "a" / "b")]) == 2
    assert list(tmp_path.rglob("*.txt")) == []


@pytest.mark.parametrize("name", ["0004-text", "0022-markdown"])
def test_gold_of_made_texts_comes_back(name: str) -> None:
    text = (SHIPPED.parent / "raw" / f"{name}.txt").read_bytes().decode("utf-8")
    told = json.loads((SHIPPED / "samples" / f"{name}.json").read_text(encoding="utf-8"))
    assert plain(text, sent(text, told)[1]) == plain(text, told)
    assert list(from_docbin(to_docbin([(text, told)]))) == [(text, told)]


def test_reviewed_records_become_a_corpus_that_is_sound(plan_file: Path, tmp_path: Path) -> None:
    (record,) = extract(plan_file).records
    file, out = tmp_path / "reviewed.jsonl", tmp_path / "corpus"
    file.write_text(record.to_json() + "\n", encoding="utf-8")
    assert main(["annotations", "import", str(file), "--form", "records", "--out", str(out)]) == 0
    (dispatch,) = read_dispatches(out)
    assert (dispatch.name, dispatch.family, dispatch.text) == (record.id, "reviewed", record.text)
    told = json.loads(record.to_json())
    of_program = ("confidence", "by", "alternatives", "boxes")
    assert list(regions_of(dispatch.text, dispatch.to_dict())) == [
        replace(region, values={k: v for k, v in region.values.items() if k not in of_program})
        for region in regions_of(told["text"], told)
    ]


def test_records_without_text_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bare.jsonl").write_text('{"schema": "congvan/1", "id": "a-1", "header": {}}\n', encoding="utf-8")
    run = ["annotations", "import", str(tmp_path / "bare.jsonl"), "--form", "records", "--out", str(tmp_path / "o")]
    assert main(run) != 0
    assert "--with-text" in capsys.readouterr().err
