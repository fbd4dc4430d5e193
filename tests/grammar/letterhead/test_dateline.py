from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.grammar.letterhead.dateline import dateline


@pytest.mark.parametrize(
    ("line", "place", "value"),
    [
        ("Sơn Hà, ngày 05 tháng 01 năm 2021", "Sơn Hà", "2021-01-05"),
        ("TP. Bình Khê, ngày 5 tháng 1 năm 2021", "TP. Bình Khê", "2021-01-05"),
        ("Thành phố Sơn Hà, ngày 15 tháng 12 năm 2021.", "Thành phố Sơn Hà", "2021-12-15"),
        ("Số: 03/ĐL-BTC Sơn Hà, ngày 01 tháng 02 năm 2018", "Sơn Hà", "2018-02-01"),
        ("Sơn Hà, ngày 5/1/2021", "Sơn Hà", "2021-01-05"),
        ("Sơn Hà, ngày tháng 3 năm 2021", "Sơn Hà", None),
        ("Sơn Hà, ngày ... tháng ... năm 2021", "Sơn Hà", None),
        ("Sơn Hà, ngày 31 tháng 4 năm 2021", "Sơn Hà", None),
        ("Sơn Hà, Ìgày tháng 3 năm 2012", "Sơn Hà", None),
        ("Sơn Hà, ngày 2# tháng 3 năm 2012", "Sơn Hà", None),
        ("Sơn Hà, ngàyc9Jtháng/{@ năm 2022", "Sơn Hà", None),
        ("NGÀY 30 THÁNG 12 NĂM 2008", None, "2008-12-30"),
        ("Sơn Hà, ngày II tháng I0 năm 2024", "Sơn Hà", "2024-10-11"),
        ("Sơn Hà, ngày 2I tháng l2 năm 2024", "Sơn Hà", "2024-12-21"),
        ("Sơn Hà, ngày 2! tháng 3 năm 2024", "Sơn Hà", None),
        ("Sơn Hà, ngày I tháng 3 năm 2024", "Sơn Hà", None),
    ],
)
def test_place_and_day_of_a_dateline(line: str, place: str | None, value: str | None) -> None:
    found = dateline(line)
    assert found is not None
    assert (line[slice(*found.place)] if found.place else None, found.value) == (place, value)


@pytest.mark.parametrize("line", ["V/v họp ngày 17/4/2018", "ngày 26/12/2021", "Số: 12/KH-SCN", ""])
def test_other_lines_have_no_dateline(line: str) -> None:
    assert dateline(line) is None


@given(st.text(max_size=120))
def test_spans_lie_in_the_line(line: str) -> None:
    found = dateline(line)
    if found is not None:
        assert 0 <= found.start <= found.date_start < found.end <= len(line)
