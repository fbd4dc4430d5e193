from __future__ import annotations

from datetime import date

import pytest

from congvan.grammar.figures.frames import after_lead, due_of, owner_in
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
    ("text", "due"),
    [
        ("đến hết năm 2023 đạt 90%", "2023"),
        ("từ ngày 06/9 đến 17/9/2022, bảo đảm 90%", None),
        ("đạt 90% trước ngày 30/6/2022", "2022-06-30"),
    ],
)
def test_the_end_of_a_span_is_no_due_day(text: str, due: str | None) -> None:
    assert due_of(text, find_dates(text, ISSUED), text.index("90%")) == due


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
