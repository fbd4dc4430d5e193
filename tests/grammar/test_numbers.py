from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.grammar.numbers import find_figures, find_money, parse_money, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("02", 2.0),
        ("1.250,5", 1250.5),
        ("1.500.000", 1_500_000.0),
        ("0,75", 0.75),
        ("7.5", 7.5),
        ("1,500,000", 1_500_000.0),
        ("1,500", 1500.0),
        ("12,345", 12.345),
        ("95%", 95.0),
        ("mười hai", 12.0),
        ("ba mươi mốt", 31.0),
        ("một trăm linh năm", 105.0),
        ("hai hai", None),
        ("", None),
        ("1.2.3", None),
        ("abc", None),
        ("9" * 40, None),
    ],
)
def test_a_figure_is_read_by_vietnamese_habit(text: str, value: float | None) -> None:
    assert parse_number(text) == value


@given(st.integers(0, 10**12))
def test_thousands_dots_change_nothing(number: int) -> None:
    assert parse_number(f"{number:,}".replace(",", ".")) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("50 triệu đồng", 50_000_000),
        ("1 triệu 500 nghìn đồng", 1_500_000),
        ("1.500.000 đồng", 1_500_000),
        ("300.000đ", 300_000),
        ("1,5 tỷ đồng", 1_500_000_000),
        ("hai triệu đồng", 2_000_000),
        ("500 ngàn đồng", 500_000),
        ("1.500.000", 1_500_000),
        ("9 000 000 đồng", 9_000_000),
        ("12", None),
        ("đồng chí", None),
    ],
)
def test_a_sum_is_read_in_dong(text: str, value: int | None) -> None:
    assert parse_money(text) == value


def test_figures_of_a_sentence_with_ranges_and_fractions() -> None:
    text = "Phấn đấu 98 - 100% đơn vị đạt 3/5 tiêu chí, mỗi xã từ 01 đến 02 mô hình, thu 1.250,5 tấn."
    figures = [(text[f.start : f.end], f.value, f.value_max, f.of) for f in find_figures(text)]
    assert figures == [
        ("98 - 100%", 98.0, 100.0, None),
        ("3/5", 3.0, None, 5.0),
        ("01 đến 02", 1.0, 2.0, None),
        ("1.250,5", 1250.5, None, None),
    ]


def test_a_falling_pair_is_no_range() -> None:
    assert [f.value for f in find_figures("đạt 5 - 3 điểm")] == [5.0]


def test_sums_of_a_sentence() -> None:
    text = "Giải nhất trị giá 3.000.000 đồng, giải nhì 2 triệu đồng; đồng chí Trưởng ban, 04 đồng chí"
    assert [m.value for m in find_money(text)] == [3_000_000, 2_000_000]
