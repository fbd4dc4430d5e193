from __future__ import annotations

from typing import Any

import pytest

from congvan.extract.periods import extract


def said(candidates: list[Any]) -> list[tuple[Any, ...]]:
    return [(c.values["start_on"], c.values["end_on"], c.values["what"]) for c in candidates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Thời gian nộp đơn: Từ ngày 01/6/2021 đến ngày 15/6/2021.", ("2021-06-01", "2021-06-15", "nộp đơn")),
        ("- Thời gian: Từ ngày 15/6 – 30/6/2021.", ("2021-06-15", "2021-06-30", None)),
        ("- Thời gian dự kiến: Ngày 26, 27/6/2021", ("2021-06-26", "2021-06-27", None)),
        (
            "Tổ chức đợt thi đua: Từ ngày 01/6 đến hết ngày 25/6/2021.",
            ("2021-06-01", "2021-06-25", "Tổ chức đợt thi đua"),
        ),
        (
            "- Từ 26/6 đến 20/7/2021: Kiểm tra phiếu; nhập dữ liệu vào phần mềm theo hướng dẫn của Sở.",
            ("2021-06-26", "2021-07-20", "Kiểm tra phiếu; nhập dữ liệu vào phần mềm"),
        ),
        (
            "Phát động đợt thi đua cao điểm 30 ngày do Công đoàn chủ trì từ ngày 01/6/2021 đến hết ngày 30/6/2021.",
            ("2021-06-01", "2021-06-30", "đợt thi đua cao điểm 30 ngày"),
        ),
        (
            "Tham gia cuộc thi “Biển đảo trong tim em” từ nay đến hết ngày 30/6/2021.",
            ("2021-05-10", "2021-06-30", "cuộc thi “Biển đảo trong tim em”"),
        ),
        ("Cao điểm là từ ngày 14/6 đến ngày 20/6/2021.", ("2021-06-14", "2021-06-20", "Cao điểm")),
        (
            "- Đợt 2: Chào mừng Quốc khánh, từ ngày 15/8/2021 đến hết ngày 02/9/2021.",
            ("2021-08-15", "2021-09-02", "Đợt 2: Chào mừng Quốc khánh"),
        ),
        (
            "3 | Triển khai khảo sát trực tuyến | 29/6/2021 - 09/7/2021 | Các khoa",
            ("2021-06-29", "2021-07-09", "Triển khai khảo sát trực tuyến"),
        ),
        (
            "Tổ chức đợt kiểm tra công tác phòng, chống cháy rừng từ ngày 01/6/2021 đến ngày 15/6/2021.",
            ("2021-06-01", "2021-06-15", "đợt kiểm tra công tác phòng, chống cháy rừng"),
        ),
        (
            "Mở đợt cao điểm giải ngân từ ngày 01/6/2021 đến ngày 15/6/2021.",
            ("2021-06-01", "2021-06-15", "đợt cao điểm giải ngân"),
        ),
        (
            "Mở đợt tuyên truyền, các tổ trực từ ngày 01/6/2021 đến ngày 15/6/2021.",
            ("2021-06-01", "2021-06-15", "đợt tuyên truyền"),
        ),
        (
            "- Từ 01/6 đến 15/6/2021: Theo dõi, đôn đốc các thôn.",
            ("2021-06-01", "2021-06-15", "Theo dõi, đôn đốc các thôn"),
        ),
        ("Nhận hồ sơ từ ngày ra thông báo đến hết ngày 22/6/2021.", (None, "2021-06-22", "Nhận hồ sơ")),
    ],
)
def test_a_span_and_what_runs(body_doc: Any, text: str, expected: tuple[Any, ...]) -> None:
    assert said(extract(body_doc(text))) == [expected]


def test_a_bare_span_takes_the_words_of_its_time_heading(body_doc: Any) -> None:
    text = "III. THỜI GIAN THỰC HIỆN\nTừ nay đến hết ngày 30/10/2021."
    assert said(extract(body_doc(text))) == [("2021-05-10", "2021-10-30", "THỰC HIỆN")]


def test_one_span_told_twice_is_one_period(body_doc: Any) -> None:
    text = (
        "1. Thời gian thực hiện: Từ ngày 01/6/2021 đến ngày 15/6/2021.\n"
        "2 | Khảo sát hộ nghèo trên địa bàn | Từ ngày 01/6/2021 đến ngày 15/6/2021 | Các thôn"
    )
    (period,) = extract(body_doc(text))
    assert period.values["what"] == "Khảo sát hộ nghèo trên địa bàn"
    assert len(period.mentions) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Hội đồng nhân dân nhiệm kỳ 2021 - 2026, giai đoạn 2021 - 2025.",
        "Kỷ niệm ngày thành lập (03/02/1990 - 03/02/2021).",
        "Số liệu báo cáo tính từ ngày 15/12/2020 đến ngày 14/5/2021.",
        "Các đơn vị gửi báo cáo trước ngày 20/6/2021.",
    ],
)
def test_other_dates_are_no_periods(body_doc: Any, text: str) -> None:
    assert extract(body_doc(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ra quân chiến dịch dọn vệ sinh đợt 3, bắt đầu từ ngày 27/5 và kết thúc vào ngày 11/6/2021.",
            ("2021-05-27", "2021-06-11", "chiến dịch dọn vệ sinh đợt 3"),
        ),
        (
            "Cuộc thi được tổ chức từ ngày 01/6 và kết thúc vào ngày 30/6/2021.",
            ("2021-06-01", "2021-06-30", "Cuộc thi"),
        ),
        (
            "Tuyên truyền trong Tuần sinh hoạt công dân - sinh viên từ ngày 06/9 đến 17/9/2021.",
            ("2021-09-06", "2021-09-17", "Tuần sinh hoạt công dân - sinh viên"),
        ),
        (
            "UBND xã niêm yết danh sách trong thời gian 15 ngày, kể từ ngày 20/5/2021.",
            ("2021-05-20", None, "niêm yết danh sách"),
        ),
        (
            "Người lao động nghỉ lễ từ ngày 30/5 đến hết ngày 03/6/2021.",
            ("2021-05-30", "2021-06-03", "nghỉ lễ"),
        ),
    ],
)
def test_beginnings_and_ends_told_by_verbs(body_doc: Any, text: str, expected: tuple[str, str | None, str]) -> None:
    [found] = extract(body_doc(text))
    assert tuple(found.values[k] for k in ("start_on", "end_on", "what")) == expected


def test_a_label_holds_for_all_spans_of_its_sentence(body_doc: Any) -> None:
    text = "Lịch thu lưu động: từ ngày 20/5 đến ngày 24/5/2021 tại thôn 1; từ ngày 27/5 đến ngày 31/5/2021 tại thôn 2."
    assert [c.values["what"] for c in extract(body_doc(text))] == ["thu lưu động", "thu lưu động"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Giai đoạn 1 từ 05/6 đến 20/6/2021 các đội thi trực tuyến.", "các đội thi trực tuyến"),
        ("Đợt 2 từ 01/6 đến hết ngày 10/6/2021 thi cụm.", "thi cụm"),
        ("Phấn đấu từ nay đến hết quý II/2021 xóa 100% cầu khỉ.", "xóa 100% cầu khỉ"),
        ("Triển lãm mở cửa từ ngày 19/6 đến ngày 02/7/2021.", "Triển lãm"),
        ("Thời gian kiểm tra: tiểu học từ 27/5 đến 31/5/2021.", "tiểu học"),
        (
            "Hồ sơ gồm 02 bộ, nộp trực tiếp tại Phòng Một cửa từ ngày 21/6 đến ngày 25/6/2021.",
            "nộp trực tiếp tại Phòng Một cửa",
        ),
        ("Do mưa lũ, học sinh nghỉ học từ 11/5 đến khi có thông báo mới.", "nghỉ học"),
        ("Đoàn kiểm tra làm việc tại các xã từ ngày 06/6 đến 17/6/2021.", "làm việc tại các xã"),
        ("Các nhóm điền phiếu tại doibai.example.vn từ ngày 06/6 đến 17/6/2021.", "điền phiếu"),
        ("Lịch tiêm bù: từ 02/6 đến 06/6/2021.", "tiêm bù"),
    ],
)
def test_what_runs_where_it_stands_behind_or_after_other_words(body_doc: Any, text: str, what: str) -> None:
    assert [c.values["what"] for c in extract(body_doc(text))] == [what]


def test_days_of_a_list_that_follow_one_another_are_one_span(body_doc: Any) -> None:
    [found] = extract(body_doc("Hội chợ mở các ngày 04, 05 và 06/6/2021."))
    assert (found.values["start_on"], found.values["end_on"]) == ("2021-06-04", "2021-06-06")


@pytest.mark.parametrize(
    "text",
    [
        "Từ 01/3 đến 30/4/2021 ghi nhận 12 ca sốt.",
        "Thời gian: 01 ngày, bắt đầu từ 7 giờ 30 phút, ngày 28/5/2021.",
    ],
)
def test_what_was_found_and_single_days_are_no_periods(body_doc: Any, text: str) -> None:
    assert extract(body_doc(text)) == []
