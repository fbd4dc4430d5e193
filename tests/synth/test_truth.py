"""The truth about pages: words, their boxes and regions, as stable JSON."""

from __future__ import annotations

import json

from congvan.datamodel.document import Box
from congvan.synth.printing.typeset import SetPage, SetWord
from congvan.synth.truth import TruePage, TrueWord, set_as, true_words, truth_json


def word(text: str, x0: float, top: float, block: int = 0) -> SetWord:
    return SetWord(text, Box(x0, top, x0 + 30, top + 12), top + 9, "Times-Roman", 12, block, 0, True)


PAGE = SetPage(
    1,
    words=[word("Số:", 60, 50), word("MẬT", 80, 90, block=7), word("1", 300, 20)],
    regions=[("header-left", Box(50, 40, 250, 150)), ("mark", Box(75, 85, 120, 110)), ("body", Box(50, 160, 500, 700))],
)


def moved(box: Box) -> Box:
    return Box(box.x0 + 1, box.top + 2, box.x1 + 1, box.bottom + 2)


def test_a_word_stands_in_the_smallest_region_around_it() -> None:
    page = set_as(PAGE, 3)
    assert [(w.text, w.region) for w in page.words] == [("Số:", "header-left"), ("MẬT", "mark"), ("1", "")]
    assert (page.number, page.dpi, page.turned) == (3, None, 0)


def test_words_go_where_the_scanner_moves_them_and_keep_their_regions() -> None:
    first, *_ = true_words(PAGE, moved)
    assert first == TrueWord("Số:", Box(61, 52, 91, 64), "header-left")


def test_a_word_that_was_stamped_stands_where_the_stamp_is() -> None:
    stamp = Box(90, 100, 140, 120)
    assert [word.box for word in true_words(PAGE, moved, {7: stamp})][1] == stamp


def test_json_tells_pages_and_the_text_that_offsets_count_in() -> None:
    words, regions = true_words(PAGE, moved), (("mark", moved(Box(75, 85, 120, 110))),)
    page = TruePage(1, 595.276, 841.89, 150.0, 180, words, regions, (("seal", Box(400, 600, 500, 700)),))
    told = json.loads(truth_json("0001-scan-hard", [page], [([1], "Số: 1\nMẬT")]))
    assert told["doc"] == "0001-scan-hard"
    assert told["dispatches"] == [{"pages": [1], "text": "Số: 1\nMẬT"}]
    (only,) = told["pages"]
    assert [only[key] for key in ("number", "width", "height", "dpi", "turned")] == [1, 595.28, 841.89, 150, 180]
    assert only["words"][0] == {"text": "Số:", "box": [61, 52, 91, 64], "region": "header-left"}
    assert only["regions"] == [{"name": "mark", "box": [76, 87, 121, 112]}]
    assert only["marks"] == [{"name": "seal", "box": [400, 600, 500, 700]}]


def test_json_has_a_word_a_line() -> None:
    lines = truth_json("0001-pdf", [set_as(PAGE, 1)], []).splitlines()
    assert sum('"text": ' in line for line in lines) == len(PAGE.words)


def test_a_file_without_pages_tells_its_text_alone() -> None:
    told = json.loads(truth_json("0001-text", [], [([1], "Số: 1")]))
    assert told["pages"] == []
    assert told["dispatches"][0]["text"] == "Số: 1"
