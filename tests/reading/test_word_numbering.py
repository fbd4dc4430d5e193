"""Labels of Word's automatic lists are part of the text, as they are printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from congvan.reading.word.numbering import printed_number
from tests.word import docx, in_list, levels, lines_of, numbering, paragraph, styled

PARTS = levels(("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-"))
TREE = levels(("decimal", "%1."), ("decimal", "%1.%2."), ("decimal", "%1.%2.%3."))


def lines(body: str, lists: str, folder: Path, styles: str = "") -> list[str]:
    (page,) = lines_of(docx(body, {"numbering": lists, "styles": styles}), folder)
    return page


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (4, "decimal", "4"),
        (4, "upperRoman", "IV"),
        (1994, "lowerRoman", "mcmxciv"),
        (4000, "upperRoman", "4000"),
        (5, "lowerLetter", "e"),
        (28, "upperLetter", "BB"),
        (0, "lowerLetter", "0"),
        (7, "decimalZero", "07"),
        (7, "none", ""),
        (7, "chineseCounting", "7"),
    ],
)
def test_numbers_are_printed_as_word_does(number: int, form: str, expected: str) -> None:
    assert printed_number(number, form) == expected


def test_deeper_levels_begin_anew_under_each_higher_one(tmp_path: Path) -> None:
    steps = [("Mục đích", 0), ("một", 1), ("hai", 1), ("nhỏ", 2), ("Yêu cầu", 0), ("lại một", 1), ("gạch", 3)]
    body = "".join(in_list(text, 1, level) for text, level in steps)
    assert lines(body, numbering(PARTS, nums={1: 0}), tmp_path) == [
        "I. Mục đích", "1. một", "2. hai", "a) nhỏ", "II. Yêu cầu", "1. lại một", "- gạch",
    ]  # fmt: skip


def test_a_label_may_hold_the_numbers_above_it(tmp_path: Path) -> None:
    body = "".join(in_list(text, 1, level) for text, level in [("a", 0), ("b", 1), ("c", 2), ("d", 2), ("e", 1)])
    assert lines(body, numbering(TREE, nums={1: 0}), tmp_path) == ["1. a", "1.1. b", "1.1.1. c", "1.1.2. d", "1.2. e"]


def test_a_level_that_was_skipped_counts_as_begun(tmp_path: Path) -> None:
    assert lines(in_list("b", 1, 1), numbering(TREE, nums={1: 0}), tmp_path) == ["1.1. b"]


def test_text_between_does_not_restart_a_list(tmp_path: Path) -> None:
    body = in_list("a", 1) + paragraph("giữa") + in_list("b", 1)
    assert lines(body, numbering(TREE, nums={1: 0}), tmp_path) == ["1. a", "giữa", "2. b"]


def test_two_numbers_of_one_list_go_on_unless_one_starts_anew(tmp_path: Path) -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = in_list("a", 1) + in_list("b", 2) + in_list("c", 3) + in_list("d", 3)
    assert lines(body, numbering(TREE, nums={1: 0, 2: 0, 3: (0, anew)}), tmp_path) == ["1. a", "2. b", "1. c", "2. d"]


def test_a_number_may_have_a_level_of_its_own(tmp_path: Path) -> None:
    own = f'<w:lvlOverride w:ilvl="0">{levels(("decimal", "Điều %1:"))}</w:lvlOverride>'
    assert lines(in_list("a", 1), numbering(TREE, nums={1: (0, own)}), tmp_path) == ["Điều 1: a"]


def test_legal_numbering_prints_figures(tmp_path: Path) -> None:
    shape = levels(("upperRoman", "%1."), ("decimal", "%1.%2")).removesuffix("</w:lvl>") + "<w:isLgl/></w:lvl>"
    body = in_list("a", 1) + in_list("b", 1, 1)
    assert lines(body, numbering(shape, nums={1: 0}), tmp_path) == ["I. a", "1.1 b"]


@pytest.mark.parametrize(
    ("text", "properties", "label"),
    [
        ("+", "", "+ "),
        ("\uf0b7", '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>', "- "),
        ("§", '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>', "- "),
        ("o", '<w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/></w:rPr>', "- "),
        ("-", '<w:suff w:val="nothing"/>', "-"),
    ],
)
def test_signs_of_symbol_fonts_are_dashes(text: str, properties: str, label: str, tmp_path: Path) -> None:
    shape = levels(("bullet", text), properties=properties)
    assert lines(in_list("việc", 1), numbering(shape, nums={1: 0}), tmp_path) == [f"{label}việc"]


def test_headings_are_numbered_by_their_styles(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="H2"/></w:style>'
    )
    tied = levels(("upperRoman", "%1."), ("decimal", "%2."))
    tied = tied.replace("</w:lvl>", '<w:pStyle w:val="H1"/></w:lvl>', 1)
    tied = tied[:-8] + '<w:pStyle w:val="H2"/></w:lvl>'
    body = styled("Chung", "H1") + styled("Mục đích", "H2") + styled("Yêu cầu", "Con") + styled("Riêng", "H1")
    expected = ["I. Chung", "1. Mục đích", "2. Yêu cầu", "II. Riêng"]
    assert lines(body, numbering(tied, nums={1: 0}), tmp_path, styles) == expected


def test_number_zero_takes_a_style_s_number_away(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = paragraph("không số", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines(body, numbering(TREE, nums={1: 0}), tmp_path, styles) == ["không số"]


@pytest.mark.parametrize("num", [99, -1])
def test_a_list_that_is_not_there_has_no_label(num: int, tmp_path: Path) -> None:
    assert lines(in_list("a", num, 12), numbering(TREE, nums={1: 0}), tmp_path) == ["a"]


def test_a_list_may_change_any_number_of_levels(tmp_path: Path) -> None:
    overrides = '<w:lvlOverride w:ilvl="9"><w:lvl w:ilvl="9"/></w:lvlOverride>' * 20_000
    lists = numbering(TREE * 500, nums={n: (0, overrides if n == 1 else "") for n in range(1, 2_000)})
    body = "".join(in_list("việc", n) for n in range(1, 2_000)) + in_list("việc", 1) * 2_000
    assert lines(body, lists, tmp_path)[-1] == "3999. việc"


def test_a_label_is_not_longer_than_a_line(tmp_path: Path) -> None:
    page = lines(in_list("việc", 1), numbering(levels(("decimal", "%1." * 100_000)), nums={1: 0}), tmp_path)
    assert page == ["1." * 33 + "% việc"]


def test_a_style_that_names_a_list_which_is_not_there_has_no_label(tmp_path: Path) -> None:
    style = '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
    assert lines(styled("việc", "A"), numbering(TREE, nums={1: 0}), tmp_path, style) == ["việc"]
