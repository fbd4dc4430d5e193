"""Two readings of one page: free places are filled, doubtful words give way, parts never replace wholes."""

from __future__ import annotations

import pytest

from congvan.datamodel.document import Box, Word
from congvan.ocr.merge import covered, with_more, without


def word(text: str, left: float, right: float, confidence: float = 0.9, top: float = 100) -> Word:
    return Word(text, Box(left, top, right, top + 10), confidence)


def texts(pieces: list[list[Word]]) -> list[list[str]]:
    return [[w.text for w in piece] for piece in pieces]


def test_word_in_a_free_place_is_added() -> None:
    assert texts(with_more([[word("Kính", 10, 40)]], [[word("GIÁM", 10, 40, top=300)]])) == [["Kính"], ["GIÁM"]]


def test_word_in_a_gap_joins_the_line() -> None:
    line = [word("trước", 10, 40), word("20/4", 80, 100)]
    assert texts(with_more([line], [[word("ngày", 45, 75)]])) == [["trước", "ngày", "20/4"]]


def test_more_trusted_words_replace_a_doubtful_one() -> None:
    line = [word("Rzo", 10, 60, 0.1)]
    assert texts(with_more([line], [[word("Nơi", 10, 28, 0.8), word("nhận:", 31, 60, 0.9)]])) == [["Nơi", "nhận:"]]


@pytest.mark.parametrize("confidence", [0.9, 0.5])
def test_in_doubt_the_first_reading_stands(confidence: float) -> None:
    assert texts(with_more([[word("ngày", 10, 40)]], [[word("ngàv", 10, 40, confidence)]])) == [["ngày"]]


def test_part_of_a_word_does_not_replace_the_whole() -> None:
    whole = [word("12/KH-UBND", 10, 80, 0.2)]
    assert texts(with_more([whole], [[word("KH-UBND", 30, 78, 0.95)]])) == [["12/KH-UBND"]]


def test_words_under_captions_go() -> None:
    caption = [word("Ký", 10, 20), word("bởi:", 22, 40)]
    pieces = [[word("Ky", 10, 20), word("bơi", 22, 41)], [word("SỞ", 10, 40, top=130)]]
    assert texts(without(pieces, caption)) == [[], ["SỞ"]]


def test_misreading_over_two_lines_of_a_caption_goes() -> None:
    caption = [word("Cơ quan", 10, 40), word("Thời gian", 10, 40, top=112)]
    wrong = Word("Qg", Box(11, 100, 39, 122), 0.3)
    assert without([[wrong]], caption) == [[]]


def test_covered_is_a_part_of_the_first_box() -> None:
    assert covered(Box(0, 0, 10, 10), Box(5, 0, 50, 10)) == pytest.approx(0.5)
    assert covered(Box(0, 0, 10, 10), Box(20, 0, 30, 10)) == 0.0
    assert covered(Box(5, 5, 5, 5), Box(0, 0, 10, 10)) == 0.0
