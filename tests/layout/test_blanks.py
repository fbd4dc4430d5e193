from __future__ import annotations

import pytest

from congvan.layout.blanks import is_blank_place


@pytest.mark.parametrize(
    ("before", "after", "blank"),
    [
        ("Số:", "/KH-SCN", True),
        ("Số: 12", "/KH-SCN", True),
        ("Sơn Hà, ngày", "tháng", True),
        ("Sơn Hà, ngày", "15", True),
        ("ngày 15 tháng", "năm", True),
        ("Số: 12/KH-SCN", "Sơn", False),
        ("SỞ CÔNG NGHỆ", "CỘNG", False),
        ("Nơi nhận:", "GIÁM", False),
    ],
)
def test_a_gap_to_be_filled_in_parts_no_columns(before: str, after: str, blank: bool) -> None:
    assert is_blank_place(before, after) is blank
