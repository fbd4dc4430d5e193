from __future__ import annotations

import pytest

from congvan.grammar.awards.tables import NumberTable


def opened(header: str) -> NumberTable:
    table = NumberTable()
    table.read(header, 0, len(header), in_row=True)
    return table


@pytest.mark.parametrize(
    ("header", "row", "number"),
    [
        ("TT | Hình thức khen thưởng | Đối tượng | Số lượng", "1 | Giấy khen của Đội | Tập thể | 18", 18),
        ("| TT | Danh hiệu | Số lượng |", "| 2 | Chiến sĩ thi đua cơ sở | 04 |", 4),
        ("TT | Hình thức khen thưởng | Số lượng", "1 | Giấy khen | không hạn chế", None),
        ("TT | Hình thức khen thưởng | Số lượng", "1 | Giấy khen", None),
        ("TT | Họ và tên | Số lượng", "1 | Cù Văn Mạ | 3", None),
    ],
)
def test_the_number_stands_in_its_column(header: str, row: str, number: int | None) -> None:
    found = opened(header).number_in(row, 0, len(row))
    assert (found[0] if found else None) == number


def test_columns_of_collectives_and_individuals_tell_how_many_of_each() -> None:
    row = "1 | Giấy khen của Đội | 03 | 12"
    shares = opened("TT | Hình thức | Tập thể | Cá nhân").shares_in(row, 0, len(row))
    assert [(share.to, share.number) for share in shares] == [("collective", 3), ("individual", 12)]


def test_a_line_that_is_no_row_closes_the_table() -> None:
    table, row = opened("TT | Hình thức khen thưởng | Số lượng"), "1 | Giấy khen | 5"
    table.read("Trên đây là số lượng.", 0, 21, in_row=False)
    assert table.number_in(row, 0, len(row)) is None
