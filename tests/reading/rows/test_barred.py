"""Letterheads in cells below one another, a lone bar between them, as libraries of laws print them."""

from __future__ import annotations

import pytest

from congvan.reading.rows.barred import unfold_barred

HEAD = """\
ỦY
BAN NHÂN DÂN
HUYỆN YÊN SA
-------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số:
12/KH-UBND
|
Yên
Sa, ngày 03
tháng 5 năm 2022
|
KẾ HOẠCH
TRỒNG CÂY ĐẦU NĂM
"""


def test_the_cells_stand_beside_each_other_again() -> None:
    rows = [[part for part in row.split("  ") if part.strip()] for row in unfold_barred(HEAD).split("\n")]
    assert [[part.strip() for part in row] for row in rows] == [
        ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["HUYỆN YÊN SA", "Độc lập - Tự do - Hạnh phúc"],
        ["Số: 12/KH-UBND", "Yên Sa, ngày 03 tháng 5 năm 2022"],
        [],
        ["KẾ HOẠCH"],
        ["TRỒNG CÂY ĐẦU NĂM"],
        [],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Các phòng\n|\nCác ban\n|\nCác tổ\n",  # no letterhead between the bars
        "ỦY BAN NHÂN DÂN HUYỆN YÊN SA\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",  # no bars
        "|\n",
        "",
    ],
)
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert unfold_barred(text) == text


def test_a_cell_that_is_running_text_is_no_letterhead() -> None:
    text = HEAD.replace("HUYỆN YÊN SA", "HUYỆN YÊN SA " + "và các xã " * 40)
    assert unfold_barred(text) == text
