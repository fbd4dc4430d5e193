"""Widths of a table's columns: room for the longest word, more for long text, all of the width used."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.synth.phrase import say
from congvan.synth.printing.tables import alignments, column_widths
from congvan.synth.tree import CELL, Block


def rows(*cells):
    return [Block("row_head" if n == 0 else "row", say(CELL.join(row))) for n, row in enumerate(cells)]


def count(_row, text):
    return len(text)


WORDS = st.text("aăbcdđ", min_size=1, max_size=9)
CELLS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@given(st.integers(1, 8).flatmap(lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1, max_size=5)))
def test_columns_fill_the_width_and_hold_their_longest_word(table):
    made = rows(*table)
    widths = column_widths(made, 90.0, count, 2)
    longest = [max(len(word) for row in table for word in row[at].split()) + 2 for at in range(len(table[0]))]
    assert all(wide >= least - 1e-9 for wide, least in zip(widths, longest, strict=True))
    assert sum(widths) == pytest.approx(max(90.0, sum(longest)))


def test_running_numbers_get_less_than_tasks():
    made = rows(["TT", "Nội dung công việc", "Hạn"], ["1", "Rà soát, tổng hợp danh sách đăng ký của các đơn vị", "5/6"])
    number, task, day = column_widths(made, 80.0, count, 2)
    assert number < day < task


def test_a_row_of_one_cell_over_the_whole_table_has_no_say():
    whole = rows(["TT", "Nội dung"], ["I. Những việc phải làm trong tháng sáu của năm này"], ["1", "Rà soát"])
    assert column_widths(whole, 80.0, count, 2) == column_widths([whole[0], whole[2]], 80.0, count, 2)


def test_columns_of_short_cells_are_centred():
    made = rows(["TT", "Nội dung", "Số lượng"], ["1", "Rà soát danh sách", "120"], ["Cộng"])
    assert alignments(made) == ["centre", "left", "centre"]
