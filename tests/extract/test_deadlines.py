from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from congvan.extract.deadlines import extract


def said(candidates: list[Any]) -> list[dict[str, Any]]:
    return [{k: v for k, v in c.values.items() if v is not None} for c in candidates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Đề nghị các xã, thị trấn gửi báo cáo kết quả về Phòng Nội vụ trước ngày 25/5/2021.",
            {
                "due_on": "2021-05-25",
                "bound": "before",
                "task": "gửi báo cáo kết quả về Phòng Nội vụ",
                "owner": "các xã, thị trấn",
                "to": "Phòng Nội vụ",
            },
        ),
        (
            "Giao Sở Xây dựng chủ trì rà soát quy hoạch, hoàn thành trong tháng 6/2021.",
            {"due_on": "2021-06", "bound": "by", "task": "chủ trì rà soát quy hoạch", "owner": "Sở Xây dựng"},
        ),
        ("Thời gian nộp bài dự thi đến ngày 22/6.", {"due_on": "2021-06-22", "bound": "by", "task": "nộp bài dự thi"}),
        (
            "Hạn cuối nộp hồ sơ: 16 giờ 30 phút, ngày 20/6/2021.",
            {"due_on": "2021-06-20", "due_time": "16:30", "bound": "by", "task": "nộp hồ sơ"},
        ),
        (
            "- Trước ngày 10/6/2021: Các địa phương xây dựng kế hoạch; chuẩn bị phiếu thu thập thông tin.",
            {
                "due_on": "2021-06-10",
                "bound": "before",
                "task": "xây dựng kế hoạch; chuẩn bị phiếu thu thập thông tin",
                "owner": "Các địa phương",
            },
        ),
        (
            "Văn phòng định kỳ hằng quý báo cáo Ủy ban nhân dân huyện về kết quả.",
            {
                "recurs": "quarterly",
                "task": "báo cáo Ủy ban nhân dân huyện về kết quả",
                "owner": "Văn phòng",
                "to": "Ủy ban nhân dân huyện",
            },
        ),
        (
            "Các trường nộp danh sách về Phòng Giáo dục trước ngày 20 hằng tháng.",
            {
                "bound": "before",
                "recurs": "monthly",
                "recurs_on": "ngày 20",
                "task": "nộp danh sách về Phòng Giáo dục",
                "owner": "Các trường",
                "to": "Phòng Giáo dục",
            },
        ),
        (
            "Các tổ nộp bản chỉnh sửa cho Ban Tổ chức trong thời hạn 07 ngày kể từ ngày bảo vệ.",
            {
                "bound": "by",
                "within": 7.0,
                "within_unit": "day",
                "counted_from": "ngày bảo vệ",
                "task": "nộp bản chỉnh sửa cho Ban Tổ chức",
                "owner": "Các tổ",
                "to": "Ban Tổ chức",
            },
        ),
        (
            "2. Họp trưởng đoàn và bốc thăm: Lúc 13 giờ 30 phút ngày 23/6/2021 tại hội trường.",
            {"due_on": "2021-06-23", "due_time": "13:30", "bound": "on", "task": "Họp trưởng đoàn và bốc thăm"},
        ),
        (
            "Giải khai mạc lúc 7 giờ 30, ngày 24/6/2021.",
            {"due_on": "2021-06-24", "due_time": "07:30", "bound": "on", "task": "khai mạc"},
        ),
    ],
)
def test_a_duty_of_one_sentence(body_doc: Any, text: str, expected: dict[str, Any]) -> None:
    assert said(extract(body_doc(text))) == [expected]


def test_owner_and_task_come_from_the_list_head(body_doc: Any) -> None:
    text = (
        "1. Sở Tài chính:\n"
        "- Thẩm định dự toán và báo cáo Ủy ban nhân dân tỉnh trước ngày 30/6/2021.\n"
        "2. Tổng kết phong trào thi đua\n"
        "- Thời gian: Hoàn thành trước ngày 15/12/2021."
    )
    first, second = said(extract(body_doc(text)))
    assert (first["owner"], first["task"]) == ("Sở Tài chính", "Thẩm định dự toán và báo cáo Ủy ban nhân dân tỉnh")
    assert (second.get("owner"), second["task"]) == (None, "Tổng kết phong trào thi đua")


def test_an_exception_is_a_second_term_of_the_same_duty(body_doc: Any) -> None:
    text = (
        "4. Tổng kết thi đua\n"
        "Thời gian: Hoàn thành trước ngày 10/01 hằng năm, trường hợp đặc biệt không quá 31/01 hằng năm."
    )
    found = said(extract(body_doc(text)))
    assert [(d["recurs_on"], d["bound"], d["task"]) for d in found] == [
        ("ngày 10/01", "before", "Tổng kết thi đua"),
        ("31/01", "by", "Tổng kết thi đua"),
    ]


def test_two_rounds_for_one_duty_are_two_items(body_doc: Any) -> None:
    found = said(extract(body_doc("Thống kê và báo cáo Sở Nội vụ theo định kỳ 6 tháng, hằng năm.")))
    assert [d["recurs"] for d in found] == ["half_yearly", "yearly"]


def test_rows_of_a_table_are_duties(body_doc: Any) -> None:
    text = "TT | Nội dung | Thời gian hoàn thành | Đơn vị\n1 | Lắp đặt camera | Tháng 9/2021 | Công an xã"
    assert said(extract(body_doc(text))) == [
        {"due_on": "2021-09", "bound": "by", "task": "Lắp đặt camera", "owner": "Công an xã"}
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định này có hiệu lực kể từ ngày 15/6/2021.",
        "Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.",
        "Thời gian nộp hồ sơ: từ ngày 01/6/2021 đến ngày 15/6/2021.",
        "Ngày 20/6/2021 xã Đông Lĩnh đã tổ chức hội nghị.",
        "Thực hiện Công văn số 45/SNV ngày 20/6/2021 của Sở Nội vụ.",
        "Các hồ sơ nộp trước ngày 01/3/2021 được xét bổ sung.",
        "Phong trào thi đua hằng năm được phát động rộng khắp.",
        "Sinh hoạt định kỳ theo quy định.",
        "Phát huy kết quả đạt được trong 6 tháng đầu năm 2021.",
    ],
)
def test_other_days_are_no_deadlines(body_doc: Any, text: str) -> None:
    assert extract(body_doc(text)) == []


def test_without_an_issue_date_the_year_stays_open(body_doc: Any) -> None:
    (found,) = said(extract(body_doc("Các tổ nộp danh sách trước ngày 25/5.", None)))
    assert "due_on" not in found
    assert found["bound"] == "before"


def test_a_long_hostile_text_costs_linear_time(body_doc: Any) -> None:
    doc = body_doc("gửi báo cáo về " * 3000 + "trước ngày 20/6/2021", date(2021, 5, 10))
    assert len(extract(doc)) <= 1
