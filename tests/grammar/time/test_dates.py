from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.grammar.time.dates import find_dates

ISSUED = date(2021, 5, 10)


def found(text: str, issued_on: date | None = ISSUED) -> list[tuple[str, str | None]]:
    return [(text[m.start : m.end], m.value) for m in find_dates(text, issued_on)]


@pytest.mark.parametrize(
    ("text", "phrase", "value"),
    [
        ("Sơn Hà, ngày 05 tháng 01 năm 2021", "ngày 05 tháng 01 năm 2021", "2021-01-05"),
        ("từ ngày 5/1/2021.", "ngày 5/1/2021", "2021-01-05"),
        ("họp 05-01-2021 tại", "05-01-2021", "2021-01-05"),
        ("họp 5.1.2021 tại", "5.1.2021", "2021-01-05"),
        ("gửi trước ngày 29 /4/ 2021", "ngày 29 /4/ 2021", "2021-04-29"),
        ("NGÀY 05 THÁNG 01 NĂM 2021", "NGÀY 05 THÁNG 01 NĂM 2021", "2021-01-05"),
        ("ngày05 tháng01 năm2021", "ngày05 tháng01 năm2021", "2021-01-05"),
        ("ký 2021-01-05 lúc", "2021-01-05", "2021-01-05"),
        ("đến 20 tháng 3 năm 2021", "20 tháng 3 năm 2021", "2021-03-20"),
        ("ngày 5/1/21, các xã", "ngày 5/1/21", "2021-01-05"),
        ("trong tháng 6/2021", "tháng 6/2021", "2021-06"),
        ("trong tháng 6 năm 2021", "tháng 6 năm 2021", "2021-06"),
        ("quý IV/2020", "quý IV/2020", "2020-Q4"),
        ("quý 2 năm 2021", "quý 2 năm 2021", "2021-Q2"),
        ("6 tháng đầu năm 2021", "6 tháng đầu năm 2021", "2021-H1"),
        ("06 tháng cuối năm 2021", "06 tháng cuối năm 2021", "2021-H2"),
        ("xong cuối năm 2021", "cuối năm 2021", "2021"),
        ("| 12/2021 |", "12/2021", "2021-12"),
        # as OCR reads a 1 and a II
        ("trước ngày 23/1 1/2021", "ngày 23/1 1/2021", "2021-11-23"),
        ("trước ngày 1 1/8/2021", "ngày 1 1/8/2021", "2021-08-11"),
        ("ngày l7 tháng 7 năm 2021", "ngày l7 tháng 7 năm 2021", "2021-07-17"),
        ("trong quý H/2021", "quý H/2021", "2021-Q2"),
        ("trước ngày 25/5 năm 2021", "ngày 25/5 năm 2021", "2021-05-25"),
        ("Chiều thứ Sáu (ngày 28/5/2021)", "Chiều thứ Sáu (ngày 28/5/2021", "2021-05-28"),
        ("trong hai ngày, ngày 28/5/2021", "ngày 28/5/2021", "2021-05-28"),
        ("ngày   02    tháng 12 năm 2008", "ngày   02    tháng 12 năm 2008", "2008-12-02"),
        ("khai mạc ngày thứ ba, 14/11/2017", "ngày thứ ba, 14/11/2017", "2017-11-14"),
    ],
)
def test_a_date_with_its_year_is_read(text: str, phrase: str, value: str) -> None:
    assert found(text, None) == [(phrase, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("báo cáo trước ngày 25/5", "2021-05-25"),
        ("báo cáo trước 30/11.", "2021-11-30"),
        ("trước ngày 15/01", "2022-01-15"),  # long past, and the words look ahead
        ("trước ngày 20/4", "2021-04-20"),  # past, but by less than 60 days
        ("kỷ niệm ngày 03/02", "2021-02-03"),  # the words do not look ahead
        ("đầu tháng 7", "2021-07"),
        ("trong quý III", "2021-Q3"),
        ("6 tháng cuối năm", "2021-H2"),
        ("từ nay đến cuối năm", "2021"),
        ("Hoàn thành trong tháng 2", "2022-02"),
    ],
)
def test_a_missing_year_comes_from_the_issue_date(text: str, value: str) -> None:
    assert [m.value for m in find_dates(text, ISSUED)] == [value]
    assert [m.value for m in find_dates(text, None)] == [None]
    assert not any(m.explicit_year for m in find_dates(text, ISSUED))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Từ ngày 01/10 đến hết ngày 25/12/2020", ["2020-10-01", "2020-12-25"]),
        ("Từ 07/02 - 19/02/2022 (tuần 28)", ["2022-02-07", "2022-02-19"]),
        ("28/12 - 04/01/2022", ["2021-12-28", "2022-01-04"]),
        ("từ ngày 01/10/2020 đến 25/12", ["2020-10-01", "2020-12-25"]),
        ("Ngày 18-19/01/2018", ["2018-01-18", "2018-01-19"]),
        ("Từ ngày 06 – 15/11/2017", ["2017-11-06", "2017-11-15"]),
        ("Ngày 26, 27/12/2011", ["2011-12-26", "2011-12-27"]),
        ("các ngày 5, 6 và 7/3/2021", ["2021-03-05", "2021-03-06", "2021-03-07"]),
        ("chiều ngày 28/12 và cả ngày 29/12/2011", ["2011-12-28", "2011-12-29"]),
        ("từ 10 đến 20 tháng 3 năm 2021", ["2021-03-10", "2021-03-20"]),
        ("từ tháng 3 đến tháng 5 năm 2021", ["2021-03", "2021-05"]),
        ("từ ngày 15/5 đến 20/6", ["2021-05-15", "2021-06-20"]),
        ("từ 8 giờ ngày 5/3 đến 17 giờ ngày 7/3/2021", ["2021-03-05", "2021-03-07"]),
    ],
)
def test_members_of_a_span_or_list_inherit(text: str, values: list[str]) -> None:
    assert [m.value for m in find_dates(text, ISSUED)] == values


@pytest.mark.parametrize(
    ("text", "time", "value"),
    [
        ("vào lúc 15 giờ 30 phút, ngày 25/5/2021", "15:30", "2021-05-25"),
        ("8h00 ngày 25/5/2021", "08:00", "2021-05-25"),
        ("lúc 7 giờ 30, sáng thứ Ba (ngày 25/5/2021)", "07:30", "2021-05-25"),
        ("8h00-10h00 ngày 28/12/2011", "08:00", "2011-12-28"),
        ("khai mạc lúc 7 giờ 30, ngày 24/6/2021", "07:30", "2021-06-24"),
        ("7giờ 30 phút ngày 24/02/2018", "07:30", "2018-02-24"),
        ("ngày 25/5/2021, lúc 14g30", "14:30", "2021-05-25"),
        ("ngày 25/5/2021 (thứ Ba), từ 8 giờ", "08:00", "2021-05-25"),
        ("16:30 ngày 25/5/2021", "16:30", "2021-05-25"),
        ("2 giờ chiều ngày 25/5/2021", "14:00", "2021-05-25"),
        ("99 giờ ngày 25/5/2021", None, "2021-05-25"),
    ],
)
def test_an_hour_beside_a_day_is_its_time(text: str, time: str | None, value: str) -> None:
    (mention,) = find_dates(text, None)
    assert (mention.time, mention.value) == (time, value)


@pytest.mark.parametrize(
    "text",
    [
        "trực 24/7",
        "đạt 3/5 tiêu chí",
        "đạt đến 3/5 tiêu chí",
        "Thông tư 02/2021/TT-BNV",
        "Nghị định 02/2021",
        "kinh phí 1.500.000 đồng",
        "mục 5.1.2 và 3.4",
        "ĐT: 0259.3.822.683; 0912-345-678",
        "ngày 31/4/2021",
        "ngày 30/02/2021",
        "45/2021",
        "Quyết định 15/5/2021/QĐ-UBND",
        "năm học 2020-2021, giai đoạn 2021 - 2025",
        "trong 6 tháng, mỗi quý 1 lần",
        "ngày làm việc; 05 ngày",
        "đạt 6 tháng 100%",
        "đến hạn 6 tháng 10 hồ sơ",
        "từ 10 đến 20 người",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "ngày    tháng 3 năm 2012",
        "ngày ..... tháng 3 năm 2012",
        "ngày 5 tháng ... năm 2012",
        "ngày 5 tháng 3 năm 20",
        "ngày   /3/2012",
    ],
)
def test_a_blank_day_or_month_leaves_the_value_open(text: str) -> None:
    (mention,) = find_dates(text, ISSUED)
    assert (mention.value, mention.precision, text[mention.start : mention.end]) == (None, "day", text)


def test_a_day_of_every_year_and_a_lunar_day_have_no_value() -> None:
    assert [m.value for m in find_dates("trước ngày 10/01 hằng năm; ngày 10/3 âm lịch", ISSUED)] == [
        None,
        None,
    ]


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.sampled_from(["/", ".", "-"]))
def test_every_day_is_read_back_in_every_form(day: date, sep: str) -> None:
    figures = f"{day.day:02d}{sep}{day.month}{sep}{day.year}"
    words = f"ngày {day.day} tháng {day.month:02d} năm {day.year}"
    assert [m.value for m in find_dates(f"{figures} | {words}")] == [day.isoformat()] * 2


@given(st.text(alphabet="ngàyth0123/.-–, đếnvà\n", max_size=120))
def test_mentions_are_ordered_and_apart(text: str) -> None:
    mentions = find_dates(text, ISSUED)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
