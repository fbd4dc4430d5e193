from __future__ import annotations

import pytest

from congvan.grammar.figures.counted import Quantity, find_quantities
from congvan.grammar.wording import Wording


def quantities(text: str) -> list[Quantity]:
    return find_quantities(Wording(text, 0, len(text)), 0, len(text))


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator"),
    [
        ("đăng ký ít nhất 02 sáng kiến, giải pháp cụ thể", 2, "sáng kiến, giải pháp", "ge"),
        ("đạt từ 95% trở lên", 95, "%", "ge"),
        ("giúp đỡ tối thiếu 02 hộ nghèo", 2, "hộ nghèo", "ge"),
        ("trên 90% cán bộ", 90, "%", "gt"),
        ("không quá 03 cá nhân", 3, "cá nhân", "le"),
        ("tối đa không quá 05 bài viết", 5, "bài viết", "le"),
        ("còn dưới 2,5%", 2.5, "%", "lt"),
        ("giải quyết 90% hồ sơ trở lên", 90, "%", "ge"),
        ("có tối thiểu từ 05 phòng, ban, đơn vị cấu thành trở lên", 5, "phòng, ban, đơn vị", "ge"),
        ("tổ chức 02 lớp tập huấn cho cán bộ", 2, "lớp tập huấn", "eq"),
        ("cử 01 lãnh đạo đại diện", 1, "lãnh đạo", "eq"),
        ("cử 02 đại diện lãnh đạo", 2, "đại diện lãnh đạo", "eq"),
        ("duy trì 06 câu lạc bộ hoạt động có hiệu quả", 6, "câu lạc bộ", "eq"),
        ("mở 06 hoạt động", 6, "hoạt động", "eq"),
        ("đề xuất 02 giải pháp cải tiến quy trình", 2, "giải pháp", "eq"),
        ("bán 03 lô vật tư đã hỏng", 3, "lô vật tư", "eq"),
        ("thu 1.500 triệu đồng", 1500, "triệu đồng", "eq"),
        ("trồng 1.200 ha rừng", 1200, "ha rừng", "eq"),
        ("≥ 95", 95, None, "ge"),
    ],
)
def test_value_unit_and_comparing_word(text: str, value: float, unit: str | None, comparator: str) -> None:
    [found] = quantities(text)
    assert (found.value, found.unit, found.comparator) == (value, unit, comparator)


@pytest.mark.parametrize(
    "text",
    [
        "trước 16 giờ 00 thứ Sáu",
        "bắt đầu từ 7h30",
        "chấm theo thang điểm 10",
        "ĐT: 0900 000 111",
        "gọi 0900 000 111",
        "lần thứ 12",
    ],
)
def test_times_scores_telephone_numbers_and_ordinals_count_nothing(text: str) -> None:
    assert [found.unit for found in quantities(text) if found.counts != "time"] == []


@pytest.mark.parametrize(
    ("text", "low", "high", "comparator"),
    [("mở 2 - 3 lớp", 2, 3, "eq"), ("từ 01 đến 02 đơn vị", 1, 2, "eq"), ("ít nhất 01 - 02 nhà", 1, 2, "ge")],
)
def test_a_bare_range_compares_nothing(text: str, low: float, high: float, comparator: str) -> None:
    [found] = quantities(text)
    assert (found.value, found.value_max, found.comparator) == (low, high, comparator)


@pytest.mark.parametrize(
    ("text", "change"),
    [("tăng 5%", "increase"), ("giảm ít nhất 3%", "decrease"), ("kéo giảm 10%", "decrease"), ("đạt 5%", None)],
)
def test_a_change(text: str, change: str | None) -> None:
    assert quantities(text)[0].change == change


@pytest.mark.parametrize("text", ["mức độ 4", "lần thứ 2", "khóa 12", "Điều 5", "trên cả 3 mặt"])
def test_an_ordinal_is_no_quantity(text: str) -> None:
    assert quantities(text) == []


def test_far_off_tro_len_does_not_reach_a_percentage() -> None:
    assert quantities("100% chi đoàn hoàn thành tốt nhiệm vụ trở lên")[0].comparator == "eq"


def test_blocked_spans_hold_no_quantity() -> None:
    text = "trước ngày 15 gửi 02 bài"
    found = find_quantities(Wording(text, 0, len(text)), 0, len(text), [(11, 13)])
    assert [q.value for q in found] == [2]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("dưới 18‰", 18, "‰"),
        ("tăng 1,5 điểm phần trăm", 1.5, "điểm phần trăm"),
        ("giảm 2 điểm % so với năm trước", 2, "điểm %"),
        ("nộp 15kg, nhận 2 cây", 15, "kg"),
    ],
)
def test_units_run_together_and_shares_of_other_kinds(text: str, value: float, unit: str) -> None:
    quantity = quantities(text)[0]
    assert (quantity.value, quantity.unit) == (value, unit)


def test_the_number_of_a_line_is_no_end_of_a_range() -> None:
    text = "1- 100% chi hội"
    assert quantities(text)[-1].value == 100
