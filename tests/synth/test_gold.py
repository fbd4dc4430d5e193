"""Gold: values, quotes, offsets, pages and boxes of a dispatch as it was printed."""

from __future__ import annotations

from typing import Any

import pytest

from congvan.datamodel.document import Box
from congvan.datamodel.record import HEADER_FIELDS, ITEM_MODELS
from congvan.synth.gold import Printed, Unpaged, gold_record
from congvan.synth.phrase import Phrase, fact, say, tag
from congvan.synth.printing.fonts import serif, width
from congvan.synth.printing.typeset import SetPage, SetWord
from congvan.synth.tree import Block, Dispatch
from congvan.synth.truth import paper_of

CITED = fact(
    "references",
    "Quyết định số ",
    tag("code", "12/QĐ-UBND"),
    " của ",
    tag("issuer", "Ủy ban nhân dân\nhuyện Đèo Mây"),
    key="qd12",
    type="quyết định",
    relation="basis",
)
AGAIN = fact("references", "Quyết định số ", tag("code", "12/QĐ-UBND"), key="qd12", relation="cites")
DISPATCH = Dispatch(
    "công văn",
    left=(Block("code", say("Số: ", fact("header.code", tag("value", "05/VP")))),),
    right=(Block("place_date", fact("header.place", tag("value", "Đèo Mây"))),),
    body=(Block("para", say("Theo ", AGAIN, ".")), Block("para", say("Căn cứ ", CITED, ";"))),
    foot_left=(),
    foot_right=(Block("signer", fact("header.signer", tag("value", "Vũ Thị Mây"))),),
)


def record(printed: Printed, dispatch: Dispatch = DISPATCH, **more: Any) -> dict[str, Any]:
    told = {"form": "pdf", "condition": "born-digital", "pages": [1]} | more
    return gold_record("0001-pdf", dispatch, printed, **told)


def set_page(number: int, lines: list[tuple[int, int, str]]) -> SetPage:
    """A page with a line of 12 pt for each (block, start in its text, words), 20 points apart."""
    font = serif().faces["regular"]
    page = SetPage(number)
    for row, (block, start, text) in enumerate(lines, 1):
        x, at = 100.0, start
        for word in text.split(" "):
            wide = width(word, font, 12)
            box = Box(x, 20.0 * row - 9, x + wide, 20.0 * row + 3)
            page.words.append(SetWord(word, box, 20.0 * row, font, 12, block, at, True))
            x += wide + 3
            at += len(word) + 1
    return page


PAGES = (
    set_page(1, [(0, 0, "Số: 05/VP"), (1, 0, "Đèo Mây"), (2, 0, "Theo Quyết định số 12/QĐ-UBND.")]),
    set_page(
        2,
        [
            (3, 0, "Căn cứ Quyết định số 12/QĐ-UBND của Ủy ban nhân dân"),
            (3, 52, "huyện Đèo Mây;"),
            (4, 0, "Vũ Thị Mây"),
        ],
    ),
)


def test_the_record_tells_form_condition_and_pages() -> None:
    told = record(Unpaged.canonical(DISPATCH), form="scan", condition="hard", pages=[4, 5])
    assert [told[key] for key in ("schema", "doc", "form", "condition", "pages")] == [
        "congvan/1",
        "0001-pdf",
        "scan",
        "hard",
        [4, 5],
    ]
    assert list(told)[5:] == ["header", *ITEM_MODELS]
    assert list(told["header"]) == list(HEADER_FIELDS)


@pytest.mark.parametrize("printed", [Unpaged.canonical(DISPATCH), paper_of(DISPATCH, PAGES)], ids=["text", "pages"])
def test_every_quote_is_the_text_at_its_offsets(printed: Printed) -> None:
    told = record(printed)
    (cited,) = told["references"]
    for part in (told["header"]["code"], told["header"]["signer"], cited, *cited["mentions"]):
        assert DISPATCH.text[part["start"] : part["end"]] == part["quote"]


def test_mentions_of_one_document_are_one_item_quoted_where_most_of_it_is_told() -> None:
    (cited,) = record(Unpaged.canonical(DISPATCH))["references"]
    assert cited["quote"] == "Quyết định số 12/QĐ-UBND của Ủy ban nhân dân\nhuyện Đèo Mây"
    assert cited["issuer"] == "Ủy ban nhân dân huyện Đèo Mây"
    assert cited["relation"] == "basis"
    assert [mention["quote"] for mention in cited["mentions"]] == ["Quyết định số 12/QĐ-UBND"]


def test_a_quote_tells_which_of_equal_words_it_is() -> None:
    (cited,) = record(Unpaged.canonical(DISPATCH))["references"]
    assert "nth" not in cited
    said_before = Dispatch(
        "công văn", (Block("para", say("Số 05/VP và ")),), (), DISPATCH.body, (), (DISPATCH.left[0],)
    )
    assert record(Unpaged.canonical(said_before), said_before)["header"]["code"]["nth"] == 2


def test_files_without_pages_have_no_boxes_and_one_page() -> None:
    code = record(Unpaged.canonical(DISPATCH))["header"]["code"]
    assert code["page"] == 1
    assert "boxes" not in code


def test_a_quote_has_a_box_for_each_line_it_stands_on() -> None:
    (cited,) = record(paper_of(DISPATCH, PAGES))["references"]
    first, second = cited["boxes"]
    assert cited["page"] == 2
    assert (first[0], second[0]) == (2, 2)
    assert (first[2], first[4], second[2], second[4]) == (11, 23, 31, 43)
    assert first[1] > 100 + width("Căn", serif().faces["regular"], 12)
    assert second[1] == 100


def test_a_box_ends_where_the_quote_ends_inside_a_word() -> None:
    told = record(paper_of(DISPATCH, PAGES))
    (cited,) = told["references"]
    semicolon = PAGES[1].words[-4].box
    font = serif().faces["regular"]
    assert cited["boxes"][-1][3] == pytest.approx(semicolon.x1 - width(";", font, 12), abs=0.01)
    dot = PAGES[0].words[-1].box
    assert cited["mentions"][0]["boxes"][0][3] == pytest.approx(dot.x1 - width(".", font, 12), abs=0.01)


def test_boxes_go_where_the_scanner_moves_words_and_pages_are_those_of_the_file() -> None:
    def moved(page: int, box: Box) -> Box:
        return Box(box.x0 + 10 * page, box.top + 5, box.x1 + 10 * page, box.bottom + 5)

    still, shaken = record(paper_of(DISPATCH, PAGES)), record(paper_of(DISPATCH, PAGES, first=7, where=moved))
    page, x0, top, x1, bottom = still["header"]["signer"]["boxes"][0]
    assert shaken["header"]["signer"]["boxes"] == [[page + 6, x0 + 10, top + 5, x1 + 10, bottom + 5]]
    assert shaken["header"]["signer"]["page"] == 8
    assert shaken["header"]["code"]["boxes"][0][1] == still["header"]["code"]["boxes"][0][1]


def test_what_a_pen_filled_in_is_marked() -> None:
    header = record(paper_of(DISPATCH, PAGES), handwritten={"code"})["header"]
    assert header["code"]["handwritten"] is True
    assert "handwritten" not in header["signer"]


def test_a_picture_of_the_first_page_has_gold_of_that_page_alone() -> None:
    told = record(paper_of(DISPATCH, PAGES[:1]))
    assert told["header"]["signer"] is None
    (cited,) = told["references"]
    # The fuller mention is on the page that is not there.
    assert cited["quote"] == "Quyết định số 12/QĐ-UBND"
    assert cited["relation"] == "cites"
    assert "issuer" not in cited
    assert "mentions" not in cited


def test_a_fact_cut_off_by_the_end_of_the_file_is_optional() -> None:
    torn = set_page(1, [(0, 0, "Số: 05/VP"), (3, 0, "Căn cứ Quyết định số 12/QĐ-UBND của")])
    (cited,) = record(paper_of(DISPATCH, (torn,)))["references"]
    assert cited["optional"] is True


def test_a_phrase_without_facts_gives_no_items() -> None:
    bare = Dispatch("công văn", (), (), (Block("para", Phrase("Kính chào.")),), (), ())
    told = record(Unpaged.canonical(bare), bare)
    assert all(told[kind] == [] for kind in ITEM_MODELS)
    assert set(told["header"].values()) == {None}
