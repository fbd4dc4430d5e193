"""Words are grouped into printed rows, over all columns of a page, skewed or not."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.datamodel.document import Box, Word
from congvan.text.rows import rows_of


def word(text: str, left: float, top: float, height: float = 12) -> Word:
    return Word(text, Box(left, top, left + 6 * len(text), top + height))


def test_words_of_both_columns_are_one_row() -> None:
    words = [word("UBND", 300, 51), word("HUYỆN", 80, 50), word("Số:", 80, 70)]
    assert [line.text for line in rows_of([[w] for w in words])] == ["HUYỆN UBND", "Số:"]


@pytest.mark.parametrize("degrees", [-1.5, 1.5])
def test_skew_does_not_tear_rows(degrees: float) -> None:
    slope = math.tan(math.radians(degrees))
    words = [word(f"{row}.{n}", 60 + 50 * n, 100 + 18 * row + slope * 50 * n) for row in range(5) for n in range(10)]
    random.Random(1).shuffle(words)
    rows = rows_of([[w] for w in words])
    assert [line.text for line in rows] == [" ".join(f"{row}.{n}" for n in range(10)) for row in range(5)]


def test_small_marks_stay_on_their_row() -> None:
    dash = Word("-", Box(60, 106, 63, 107))
    comma = Word(",", Box(100, 109, 102, 114))
    assert [line.text for line in rows_of([[comma], [dash], [word("Sở", 70, 100)]])] == ["- Sở ,"]


def test_overlapping_print_is_two_rows() -> None:
    rows = rows_of([[word("GIÁM ĐỐC", 300, 100)], [word("PHÓ GIÁM", 298, 106)]])
    assert [line.text for line in rows] == ["GIÁM ĐỐC", "PHÓ GIÁM"]


def test_words_of_a_piece_stay_together() -> None:
    piece = [word("a", 60, 100), word("b", 80, 118)]
    (line,) = rows_of([piece])
    assert line.words == tuple(piece)


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(0, 800), st.floats(0, 40)), max_size=60))
def test_no_word_is_lost_or_doubled(places: list[tuple[float, float, float]]) -> None:
    words = [Word(str(n), Box(x, y, x + h, y + h)) for n, (x, y, h) in enumerate(places)]
    rows = rows_of([[w] for w in words])
    assert sorted(int(w.text) for line in rows for w in line.words) == list(range(len(words)))
