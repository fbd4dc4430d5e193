"""Gold and predictions made by hand, with the figures they must give."""

from __future__ import annotations

import math
from typing import Any

import pytest

from congvan.evaluate import Report, evaluate
from congvan.evaluate.printed import printed, printed_commonest, printed_misses
from congvan.evaluate.reliability import printed_calibration
from congvan.evaluate.report import document_at, figures, stem_of


def gold(name: str = "a", **parts: Any) -> dict[str, Any]:
    return {"doc": name, **parts}


def told(path: str = "x/a.pdf", **parts: Any) -> dict[str, Any]:
    return {"source": {"path": path}, **parts}


def value(text: str | None, **more: Any) -> dict[str, Any]:
    return {"value": text, "quote": text, **more}


def counts(report: Report, kind: str) -> tuple[int, int, int]:
    tally = report.values[kind]
    return tally.right, tally.wrong, tally.missed


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (value("kế hoạch"), value("Kế hoạch"), (1, 0, 0)),
        (value("kế hoạch"), value("công văn"), (0, 1, 1)),
        (value("kế hoạch"), None, (0, 0, 1)),
        (value("kế hoạch"), value(None), (0, 0, 1)),
        (None, value("công văn"), (0, 1, 0)),
        (None, value(None), (0, 0, 0)),
        (value("kế hoạch", optional=True), value("công văn"), (0, 0, 0)),
    ],
)
def test_header_fields_are_right_wrong_or_missed(ours: Any, theirs: Any, expected: tuple[int, int, int]) -> None:
    report = evaluate([gold(header={"type": ours})], [told(header={"type": theirs})])
    assert counts(report, "header") == expected
    tally = report.fields["type"]
    assert (tally.right, tally.wrong, tally.missed) == expected


CITED = {"code": "12/KH-LĐLĐ", "type": "kế hoạch", "relation": "basis", "quote": "Căn cứ Kế hoạch số 12/KH-LĐLĐ"}
LAW = {"type": "luật", "title": "Thi đua", "relation": "basis", "quote": "Căn cứ Luật Thi đua"}


@pytest.mark.parametrize(
    ("ours", "theirs", "values", "found"),
    [
        ([CITED], [CITED], (3, 0, 0), (1, 0, 0)),
        ([CITED], [CITED | {"relation": "cites"}], (2, 1, 1), (1, 0, 0)),
        ([CITED], [CITED | {"relation": None}], (2, 0, 1), (1, 0, 0)),
        ([CITED], [CITED | {"issuer": "tỉnh Sơn Hà"}], (3, 1, 0), (1, 0, 0)),
        ([CITED], [], (0, 0, 3), (0, 0, 1)),
        ([], [CITED], (0, 3, 0), (0, 1, 0)),
        ([CITED, LAW], [LAW, CITED], (6, 0, 0), (2, 0, 0)),
        ([CITED | {"optional": True}], [], (0, 0, 0), (0, 0, 0)),
        ([CITED | {"optional": True}], [CITED], (0, 0, 0), (0, 0, 0)),
        # A second prediction from the place of an optional item is excused too.
        ([CITED | {"optional": True}], [CITED, CITED | {"code": "13/KH"}], (0, 0, 0), (0, 0, 0)),
        ([CITED], [CITED, CITED], (3, 3, 0), (1, 1, 0)),
    ],
)
def test_items_are_found_and_their_values_counted(
    ours: Any, theirs: Any, values: tuple[int, int, int], found: tuple[int, int, int]
) -> None:
    report = evaluate([gold(references=ours)], [told(references=theirs)])
    assert counts(report, "references") == values
    tally = report.found["references"]
    assert (tally.right, tally.wrong, tally.missed) == found


def test_what_gold_leaves_unscored_counts_for_nothing() -> None:
    report = evaluate(
        [gold(unscored=["references", "header"])], [told(references=[CITED], header={"code": value("1/A")})]
    )
    assert not report.micro()


def test_micro_takes_values_and_macro_the_kinds_that_gold_holds() -> None:
    mine = gold(header={"type": value("kế hoạch")}, references=[CITED])
    theirs = told(header={"type": value("kế hoạch")}, programmes=[{"name": "x"}], references=[CITED | {"type": "luật"}])
    report = evaluate([mine], [theirs])
    # right: header 1, references 2 of 3; wrong: 1 reference value, 1 programme; missed: 1
    assert report.micro().f1 == 2 * 3 / (2 * 3 + 2 + 1)
    assert report.macro() == (1.0 + 2 * 2 / (2 * 2 + 1 + 1)) / 2
    assert report.macro(["header"]) == 1.0
    assert math.isnan(report.macro(["awards"]))


def test_a_stack_is_compared_dispatch_by_dispatch() -> None:
    first, second = {"header": {"code": value("1/A")}}, {"header": {"code": value("2/A")}}
    report = evaluate([gold(**first), gold(**second)], [told(**first), told(**second), told(**first)])
    assert counts(report, "header") == (2, 1, 0)
    assert list(report.documents) == ["a#1", "a#2", "a#3"]


def test_predictions_find_their_document_by_path_stem_or_name() -> None:
    header = {"header": {"code": value("1/A")}}
    golds = [gold("a.b", **header), gold("c", **header), gold("d", **header), gold("e", **header)]
    theirs = [told("a.b", **header), told("/x/c.pdf", **header), {"doc": "d", **header}]
    report = evaluate(golds, theirs)
    assert counts(report, "header") == (3, 0, 1)
    assert report.absent == ["e"]


def test_a_prediction_without_gold_counts_for_nothing() -> None:
    report = evaluate([gold()], [told("other.pdf", references=[CITED])])
    assert not report.micro()


def test_evidence_tells_how_many_found_items_are_quoted_from_the_right_place() -> None:
    report = evaluate([gold(references=[CITED, LAW])], [told(references=[CITED, LAW | {"quote": "mục 3.2"}])])
    assert report.evidence.recall == 0.5


def test_the_confidence_of_an_item_promises_its_exact_values_alone() -> None:
    ours = gold(references=[CITED | {"title": "bầu cử"}, LAW], header={"code": value("1/A")})
    theirs = told(
        references=[
            CITED | {"title": "khác hẳn thế này", "confidence": 1.0},
            LAW | {"relation": "cites", "confidence": 1.0},
            {"type": "luật", "code": "9/L", "quote": "xyz 123", "confidence": 1.0},
        ],
        header={"code": value("1/A", confidence=1.0), "type": value(None, confidence=1.0), "signer": value("x")},
    )
    calibration = evaluate([ours], [theirs]).calibration()
    assert calibration is not None
    assert (calibration.count, calibration.without_confidence) == (4, 1)
    assert calibration.error == 0.5


def test_figures_are_plain_values_and_lines_tell_them() -> None:
    report = evaluate([gold(references=[CITED])], [told(references=[CITED | {"code": "012/KH-LĐLĐ", "type": "luật"}])])
    told_figures = figures(report)
    assert told_figures["micro"] == told_figures["kinds"]["references"] == 4 / 6
    assert told_figures["fields"]["code"] is None
    assert list(printed(report))[-1] == "micro 0.667  macro 0.667"
    assert "- a references.type" in list(printed_misses(report))
    assert list(printed_misses(report, ["header"])) == []
    assert list(printed_calibration(report.calibration())) == ["calibration: no confidence was told"]


@pytest.mark.parametrize(
    ("path", "document"),
    [
        ("a.b", "a.b"),
        ("x/a.b.pdf", "a.b"),
        ("x/shelf.zip/1.pdf", "shelf"),
        ("x/shelf.zip/sub/2.txt", "shelf"),
        # The nearest name counts: a folder may be called like a document.
        ("shelf/c.pdf", "c"),
        ("x/d.pdf", "d"),
    ],
)
def test_the_document_that_a_path_belongs_to(path: str, document: str) -> None:
    assert document_at(path, {"a.b", "shelf", "c"}) == document


@pytest.mark.parametrize(("path", "stem"), [("a/b.c.pdf", "b.c"), ("b", "b"), ("", "")])
def test_the_stem_of_a_path(path: str, stem: str) -> None:
    assert stem_of(path) == stem


def test_the_commonest_misses_come_first() -> None:
    ours = [gold("a", references=[CITED, LAW]), gold("b", references=[CITED], header={"code": value("1/A")})]
    theirs = [
        told("a", references=[CITED | {"relation": "cites"}, LAW | {"relation": "cites"}]),
        told("b", references=[CITED | {"relation": "cites"}], header={"code": value("2/A")}),
    ]
    assert list(printed_commonest(evaluate(ours, theirs))) == [
        "     3  references.relation  (documents 2)",
        "     1  header.code  (documents 1)",
    ]
    assert len(list(printed_commonest(evaluate(ours, theirs), ["header"]))) == 1
