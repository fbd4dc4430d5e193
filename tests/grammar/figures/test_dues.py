from __future__ import annotations

from datetime import date

import pytest

from congvan.grammar.figures.counted import find_quantities
from congvan.grammar.figures.dues import due_of, due_of_heading
from congvan.grammar.time.dates import find_dates
from congvan.grammar.wording import Wording

ISSUED = date(2022, 3, 1)


def dues(text: str) -> list[str | None]:
    """By when each figure of a sentence is due; its pieces end at semicolons."""
    wording = Wording(text, 0, len(text), tagged=True)
    found: list[str | None] = []
    start = 0
    dates = find_dates(text, ISSUED)
    for part in text.split(";"):
        piece = start, start + len(part)
        blocked = [(mention.start, mention.end) for mention in dates]
        quantities = find_quantities(wording, *piece, blocked)
        found += [due_of(wording, dates, piece, 0, quantity, ISSUED) for quantity in quantities]
        start = piece[1] + 1
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("đến hết năm 2023 đạt 90%", ["2023"]),
        ("từ ngày 06/9 đến 17/9/2022, bảo đảm 90%", [None]),
        ("đạt 90% trước ngày 30/6/2022", ["2022-06-30"]),
        ("Sơ tán 100% hộ ven suối trước 17 giờ 00 ngày 30/6/2022", ["2022-06-30"]),
        ("Năm 2022, phấn đấu 60% hộ nộp quỹ", ["2022"]),
        ("Năm 2022: đón 200 lượt khách; mở 03 chợ phiên", ["2022", "2022"]),
        ("Đến năm 2025 có 5 thôn đạt chuẩn; thu quỹ 20 triệu đồng", ["2025", "2025"]),
        ("Phấn đấu năm 2022 tỷ lệ khen người lao động tăng 5% so với năm 2021", ["2022"]),
        ("Doanh thu chợ năm 2022 tăng 12% so với năm 2021", ["2022"]),
        ("Số vụ va chạm giảm 5% so với năm 2022", [None]),
        ("Trồng 500 cây, gửi báo cáo trước ngày 15/6/2022", [None]),
        ("Mỗi thôn cử 12 người hỗ trợ lễ đón khách vào sáng 30/8/2022", [None]),
        ("Có 70% hộ dùng nước máy, phấn đấu đến năm 2027 là 90%", [None, "2027"]),
        ("Trồng 500 cây, xong trước ngày 15/6/2022", ["2022-06-15"]),
        ("Trồng 500 cây, nạo vét 15 hố ga trước ngày 15/6/2022", ["2022-06-15", "2022-06-15"]),
        ("Rà soát danh mục xong trong tháng 5/2022, mỗi thôn không quá 02 công trình", [None]),
        ("Vận động 200 đơn vị máu trong năm, mở 02 lớp", ["2022", "2022"]),
        ("Lập biên bản 40 vụ; xóa 100% lớp tạm trước khai giảng", [None, None]),
        ("Đến năm 2025 thu 20 triệu đồng; xóa 100% lớp tạm trước khai giảng", ["2025", None]),
    ],
)
def test_a_figure_is_due_when_its_own_clause_or_the_head_of_its_sentence_says(
    text: str, expected: list[str | None]
) -> None:
    assert dues(text) == expected


@pytest.mark.parametrize(
    ("heading", "due"),
    [
        ("II. CHỈ TIÊU NĂM 2022", "2022"),
        ("3. Mục tiêu đến năm 2023", "2023"),
        ("Phấn đấu đến hết năm 2022:", "2022"),
        ("1. Chỉ tiêu giao các thôn (xong trước 30/11/2022):", "2022-11-30"),
        ("II. Nhiệm vụ 6 tháng cuối năm 2022", "2022-H2"),
        ("Nhiệm vụ trọng tâm quý IV/2022", "2022-Q4"),
        ("2. Chỉ tiêu đến hết năm", "2022"),
        ("II. Mục tiêu đến 2025, tầm nhìn 2030", "2025"),
        ("Chỉ tiêu cụ thể", None),
        ("Chỉ tiêu so với năm 2021", None),
    ],
)
def test_a_heading_tells_by_when_its_goals_are_due(heading: str, due: str | None) -> None:
    assert due_of_heading(heading, find_dates(heading, ISSUED), 0, len(heading), ISSUED) == due
