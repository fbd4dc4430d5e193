"""Days that are not printed: terms counted from signing, ends of spans, the next day of a recurring duty."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.grammar.time.due import day_after, is_handing_in, is_signing, last_day_of, next_day

FRIDAY = date(2021, 5, 7)


@pytest.mark.parametrize(
    ("within", "unit", "day"),
    [
        (1, "day", "2021-05-08"),
        (30, "day", "2021-06-06"),
        (1, "working_day", "2021-05-10"),
        (5, "working_day", "2021-05-14"),
        (6, "working_day", "2021-05-17"),
        (2, "week", "2021-05-21"),
        (1, "month", "2021-06-07"),
        (1, "year", "2022-05-07"),
        (24, "hour", None),
        (1.5, "day", None),
        (0, "day", None),
        (1e9, "working_day", None),
    ],
)
def test_a_term_counts_from_the_day_after_signing(within: float, unit: str, day: str | None) -> None:
    found = day_after(FRIDAY, within, unit)
    assert (found.isoformat() if found else None) == day


def test_a_month_after_the_last_of_january_is_the_last_of_february() -> None:
    assert day_after(date(2021, 1, 31), 1, "month") == date(2021, 2, 28)


@pytest.mark.parametrize("words", ["kể từ ngày ký", "từ ngày ký ban hành", "ngày ban hành", "Kể từ  ngày ký"])
def test_words_that_name_the_day_of_signing(words: str) -> None:
    assert is_signing(words)


@pytest.mark.parametrize("words", [None, "", "ngày nhận được văn bản", "ngày ký hợp đồng", "ngày có hiệu lực"])
def test_words_that_name_another_event(words: str | None) -> None:
    assert not is_signing(words)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-05-07", "2021-05-07"),
        ("2021-02", "2021-02-28"),
        ("2021-Q2", "2021-06-30"),
        ("2021-H2", "2021-12-31"),
        ("2021", "2021-12-31"),
        ("2021-13", None),
        ("2021-02-30", None),
        ("0000", None),
        ("hết năm", None),
    ],
)
def test_last_day_of_a_date(value: str, day: str | None) -> None:
    found = last_day_of(value)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("recurs", "recurs_on", "after", "day"),
    [
        ("daily", None, "2021-05-07", "2021-05-08"),
        ("weekly", "thứ Sáu", "2021-05-07", "2021-05-14"),
        ("weekly", "sáng thứ 7", "2021-05-07", "2021-05-08"),
        ("weekly", "chủ nhật", "2021-05-07", "2021-05-09"),
        ("weekly", None, "2021-05-07", None),
        ("monthly", "ngày 20", "2021-05-07", "2021-05-20"),
        ("monthly", "ngày 20", "2021-05-20", "2021-06-20"),
        ("monthly", "trước ngày 05 hằng tháng", "2021-12-30", "2022-01-05"),
        ("monthly", "ngày 31", "2021-02-01", "2021-02-28"),
        ("monthly", "ngày cuối tháng", "2021-05-07", "2021-05-31"),
        ("monthly", "từ ngày 25 đến 30", "2021-05-07", "2021-05-30"),
        ("quarterly", "ngày 20 của tháng cuối quý", "2021-05-07", "2021-06-20"),
        ("quarterly", "ngày 5", "2021-05-07", None),
        ("half_yearly", "15/6 và 15/12", "2021-07-01", "2021-12-15"),
        ("half_yearly", "15/6", "2021-07-01", None),
        ("yearly", "15/11", "2021-11-15", "2022-11-15"),
        ("yearly", "ngày 15 tháng 11", "2021-05-07", "2021-11-15"),
        ("yearly", "tháng 7", "2021-05-07", None),
        ("yearly", "31/02", "2021-05-07", None),
    ],
)
def test_next_day_of_a_recurring_duty(recurs: str, recurs_on: str | None, after: str, day: str | None) -> None:
    found = next_day(recurs, recurs_on, date.fromisoformat(after))
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize("what", ["nộp hồ sơ", "Thời gian nhận bài dự thi", "đăng ký tham gia"])
def test_windows_to_hand_something_in(what: str) -> None:
    assert is_handing_in(what)


@pytest.mark.parametrize("what", [None, "", "đợt thi đua", "trưng bày tác phẩm", "gửigắm"])
def test_spans_in_which_nothing_is_handed_in(what: str | None) -> None:
    assert not is_handing_in(what)


@given(
    st.sampled_from(["daily", "weekly", "monthly", "quarterly", "half_yearly", "yearly"]),
    st.none() | st.text("ngày 0123456789/.tháqucốithứsau", max_size=30),
    st.dates(),
)
def test_a_next_day_is_always_later(recurs: str, words: str | None, after: date) -> None:
    found = next_day(recurs, words, after)
    assert found is None or found > after
