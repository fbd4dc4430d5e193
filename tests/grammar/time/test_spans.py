from __future__ import annotations

from datetime import date

import pytest

from congvan.grammar.time.dates import find_dates
from congvan.grammar.time.spans import find_spans

ISSUED = date(2021, 5, 10)


@pytest.mark.parametrize(
    ("text", "phrase", "start_on", "end_on"),
    [
        (
            "thi đua từ ngày 01/6 đến hết ngày 30/6/2021.",
            "từ ngày 01/6 đến hết ngày 30/6/2021",
            "2021-06-01",
            "2021-06-30",
        ),
        ("Ngày 18-19/6/2021", "Ngày 18-19/6/2021", "2021-06-18", "2021-06-19"),
        ("Ngày 26, 27/6/2021", "Ngày 26, 27/6/2021", "2021-06-26", "2021-06-27"),
        ("Từ nay đến hết năm 2021", "Từ nay đến hết năm 2021", "2021-05-10", "2021"),
        (
            "từ ngày ra thông báo đến hết ngày 22/6/2021",
            "từ ngày ra thông báo đến hết ngày 22/6/2021",
            None,
            "2021-06-22",
        ),
        ("Từ 02/6/2021 đến khi kết thúc giải", "Từ 02/6/2021 đến khi kết thúc giải", "2021-06-02", None),
        ("từ tháng 3 đến tháng 5 năm 2021", "từ tháng 3 đến tháng 5 năm 2021", "2021-03", "2021-05"),
        (
            "Từ ngày 24/6/2021 đến khi kết thúc giải (dự kiến 02 ngày 24 - 25/6/2021)",
            "Từ ngày 24/6/2021 đến khi kết thúc giải (dự kiến 02 ngày 24 - 25/6/2021",
            "2021-06-24",
            "2021-06-25",
        ),
    ],
)
def test_a_span_with_both_ends_said(text: str, phrase: str, start_on: str | None, end_on: str | None) -> None:
    (span,) = find_spans(text, find_dates(text, ISSUED), ISSUED)
    assert (text[span.start : span.end], span.start_on, span.end_on) == (phrase, start_on, end_on)


@pytest.mark.parametrize(
    "text",
    [
        "kỷ niệm ngày thành lập (03/02/1990 - 03/02/2021)",
        "giai đoạn từ năm 2021 đến năm 2025",
        "gửi trước ngày 25/6/2021",
        "ngày 05/6/2021 và ngày 20/6/2021",
        "kể từ ngày 01/7/2021 các xã thực hiện",
    ],
)
def test_what_is_no_span(text: str) -> None:
    assert find_spans(text, find_dates(text, ISSUED), ISSUED) == ()
