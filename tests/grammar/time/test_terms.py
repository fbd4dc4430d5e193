from __future__ import annotations

import pytest

from congvan.grammar.time.intervals import find_intervals
from congvan.grammar.time.rounds import find_recurrences
from congvan.grammar.time.terms import binding_before


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("gửi về Sở trước ngày ", "trước ngày ", "before"),
        ("phải xong trước ", "phải xong trước ", "before"),
        ("báo cáo chậm nhất là ngày ", "chậm nhất là ngày ", "by"),
        ("nộp muộn nhất đến hết ngày ", "muộn nhất đến hết ngày ", "by"),
        ("Hạn cuối: ", "Hạn cuối: ", "by"),
        ("hạn chót là ", "hạn chót là ", "by"),
        ("hoàn thành trong ", "hoàn thành trong ", "within"),
        ("nhận bài đến hết ngày ", "đến hết ngày ", "to"),
        ("khai mạc vào lúc ", "vào lúc ", "on"),
    ],
)
def test_the_words_before_a_date_bind_it(text: str, words: str, kind: str) -> None:
    binding = binding_before(text, len(text))
    assert binding is not None
    assert (text[binding.start :], binding.kind) == (words, kind)


@pytest.mark.parametrize("text", ["kể từ ngày ", "ban hành ngày ", "Bình Khê, "])
def test_other_words_bind_nothing(text: str) -> None:
    assert binding_before(text, len(text)) is None


@pytest.mark.parametrize(
    ("text", "within", "unit", "event"),
    [
        (
            "trong thời hạn 07 ngày làm việc kể từ ngày nhận được văn bản, các xã",
            7,
            "working_day",
            "ngày nhận được văn bản",
        ),
        ("chậm nhất 03 ngày (ba ngày) kể từ khi kết thúc phải nộp", 3, "day", "kết thúc"),
        ("trong vòng 24 giờ", 24, "hour", None),
        ("sau hai tuần", 2, "week", None),
        ("chậm nhất sau 15 ngày, kể từ ngày ký", 15, "day", "ngày ký"),
        ("trong 15 ngày kế từ ngày ký", 15, "day", "ngày ký"),  # as OCR reads it
        ("chậm nhất 48 giờ kể từ khi nhận tin", 48, "hour", "nhận tin"),
        ("chậm nhất 02 giờ trước lượt bốc thăm, các đội", 2, "hour", "lượt bốc thăm"),
        ("trước ngày khai mạc 05 ngày.", 5, "day", "ngày khai mạc"),
        ("trước Tết Trung thu ít nhất 10 ngày; ", 10, "day", "Tết Trung thu"),
        ("trước khi giấy phép hết hạn 02 tháng.", 2, "month", "giấy phép hết hạn"),
        ("trước 03 ngày so với buổi dạy", 3, "day", "buổi dạy"),
        ("gửi tài liệu trước 02 ngày.", 2, "day", None),
        ("dọn dẹp sau lễ hội 03 ngày.", 3, "day", "lễ hội"),
        ("trả bài sau mỗi kỳ kiểm tra không quá 7 ngày", 7, "day", "mỗi kỳ kiểm tra"),
        ("trả lời sau không quá 03 ngày", 3, "day", None),
        ("trình Giám đốc chậm nhất sau đó 10 ngày", 10, "day", None),
        ("chậm nhất 5 ngày sau phải báo cáo", 5, "day", None),
        ("03 ngày sau khi kết thúc lớp", 3, "day", "kết thúc lớp"),
        ("trong vòng một tuần sau Hội nghị.", 1, "week", "Hội nghị"),
        ("trong 24 giờ kể từ khi nhận phiếu yêu cầu qua điện thoại", 24, "hour", "nhận phiếu yêu cầu"),
        ("trong 05 ngày kể từ ngày ký quyết\nđịnh này", 5, "day", "ngày ký quyết\nđịnh này"),
    ],
)
def test_a_length_with_its_event(text: str, within: float, unit: str, event: str | None) -> None:
    (interval,) = find_intervals(text, 0, len(text))
    counted = text[slice(*interval.event)] if interval.event else None
    assert (interval.within, interval.unit, counted) == (within, unit, event)


@pytest.mark.parametrize(
    ("text", "recurs", "on", "bound"),
    [
        ("báo cáo trước ngày 20 hằng tháng", "monthly", "ngày 20", "before"),
        (
            "định kỳ hàng quý (trước ngày 15 của tháng kế tiếp) báo cáo",
            "quarterly",
            "ngày 15 của tháng kế tiếp",
            "before",
        ),
        ("Định kỳ (ít nhất 6 tháng một lần) tổ chức", "half_yearly", None, None),
        ("định kỳ 06 tháng/01 lần", "half_yearly", None, None),
        ("trong tháng 7 hằng năm", "yearly", "tháng 7", "by"),
        ("không quá 15/02 hằng năm", "yearly", "15/02", "by"),
        ("từ ngày 25 đến 30 hằng tháng", "monthly", "từ ngày 25 đến 30", "by"),
        ("vào sáng thứ 7 hằng tuần", "weekly", "sáng thứ 7", "on"),
        ("Cuối tháng, các tổ gửi", "monthly", "Cuối tháng", None),
    ],
)
def test_a_round_with_its_day(text: str, recurs: str, on: str | None, bound: str | None) -> None:
    (found,) = find_recurrences(text, 0, len(text))
    assert (found.recurs, found.on, found.bound) == (recurs, on, bound)


@pytest.mark.parametrize(
    ("text", "yearly"),
    [("định kỳ 6 tháng, hằng năm", True), ("6 tháng và cuối năm", False), ("định kỳ quý", False)],
)
def test_two_rounds_in_one_phrase(text: str, yearly: bool) -> None:
    assert any(r.also_yearly for r in find_recurrences(text, 0, len(text))) is yearly


@pytest.mark.parametrize("text", ["trong 6 tháng tới", "6 tháng đầu năm", "quý I", "tháng 5"])
def test_a_length_or_a_date_is_no_round(text: str) -> None:
    assert list(find_recurrences(text, 0, len(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "chậm nhất 16 giờ 30 ngày 05/8",
        "chậm nhất 16 giờ ngày 05/8",
        "không quá 17 giờ thứ Sáu",
        "chậm nhất 8 giờ 00",
        "trước 16 giờ ngày 05/8",
    ],
)
def test_an_hour_of_the_day_is_no_length(text: str) -> None:
    assert list(find_intervals(text, 0, len(text))) == []
