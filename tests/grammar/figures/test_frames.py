from __future__ import annotations

from datetime import date

import pytest

from congvan.grammar.figures.frames import after_lead, owner_in
from congvan.grammar.time.dates import find_dates

ISSUED = date(2022, 3, 1)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Phấn đấu đến cuối quý IV/2022 số vụ cháy giảm", "số vụ cháy giảm"),
        ("Hằng năm, kết nạp", "kết nạp"),
        ("Trong nhiệm kỳ 2022 - 2027, mỗi chi bộ", "mỗi chi bộ"),
        ("Mỗi năm học tổ chức", "Mỗi năm học tổ chức"[len("Mỗi năm học ") :]),
        ("Tổ chức 02 lớp", "Tổ chức 02 lớp"),
    ],
)
def test_striving_and_time_lead_a_clause(text: str, rest: str) -> None:
    assert text[after_lead(text, find_dates(text, ISSUED), 0, len(text)) :] == rest


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Các bệnh viện", "Các bệnh viện"),
        ("Đối với UBND xã Đông Lĩnh:", "UBND xã Đông Lĩnh"),
        ("Cá nhân", "Cá nhân"),
        ("Hội nghị tổng kết", None),
        ("Chỉ tiêu cụ thể", None),
        ("Đơn vị có 02 phòng", None),
    ],
)
def test_a_heading_names_whose_duties_follow(text: str, owner: str | None) -> None:
    span = owner_in(text, 0, len(text))
    assert (text[span[0] : span[1]] if span else None) == owner
