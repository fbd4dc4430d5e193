"""Laws of the small languages: what is written by the grammar is found with its value; nothing makes them raise."""

from __future__ import annotations

import unicodedata
from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

import regex
from hypothesis import assume, example, given
from hypothesis import strategies as st

from congvan.grammar.documents.codes import code_at, find_codes, normalise_code
from congvan.grammar.numbers import find_figures, find_money, parse_money, parse_number
from congvan.grammar.time.clock import hour_of
from congvan.grammar.time.dates import find_dates
from congvan.grammar.time.intervals import find_intervals
from congvan.grammar.time.rounds import find_recurrences
from congvan.grammar.time.spans import find_spans
from congvan.grammar.who.bodies import find_bodies
from congvan.lexicons import load
from tests.properties.fragments import texts

anything = st.one_of(st.text(), texts)
days = st.dates(date(1950, 1, 1), date(2050, 12, 31))
issue_days = st.one_of(st.none(), days)
months = st.tuples(st.integers(1950, 2050), st.integers(1, 12))

# A day with its year, as offices write it.
DAY_FORMS = (
    "ngày {d:02} tháng {m:02} năm {y}",
    "ngày {d} tháng {m} năm {y}",
    "ngày {d:02}  tháng {m:02}  năm  {y}",
    "NGÀY {d:02} THÁNG {m:02} NĂM {y}",
    "ngày {d}/{m}/{y}",
    "ngày {d:02}/{m:02}/{y}",
    "{d}/{m}/{y}",
    "{d:02}-{m:02}-{y}",
    "{d}.{m}.{y}",
    "{d} tháng {m} năm {y}",
    "{y}-{m:02}-{d:02}",
    "ngày {d}/{m} năm {y}",
)
MONTH_FORMS = ("tháng {m}/{y}", "tháng {m:02}/{y}", "tháng {m} năm {y}", "cuối tháng {m} năm {y}", "tháng {m:02}-{y}")
BEFORE = ("", "trước ", "chậm nhất ", "hoàn thành trong ", "Sơn Hà, ", "(", "báo cáo\n", "từ ")
AFTER = ("", ".", ",", ";", ")", " của Sở", "\n", "./.", " và", ": họp")


@given(days, st.sampled_from(DAY_FORMS), st.sampled_from(BEFORE), st.sampled_from(AFTER), issue_days)
def test_a_written_day_is_read(day: date, form: str, before: str, after: str, issued_on: date | None) -> None:
    printed = form.format(d=day.day, m=day.month, y=day.year)
    text = before + printed + after
    (mention,) = find_dates(text, issued_on)
    assert mention.value == day.isoformat()
    assert printed in text[mention.start : mention.end]


@given(months, st.sampled_from(MONTH_FORMS), st.sampled_from(BEFORE), st.sampled_from(AFTER))
def test_a_written_month_is_read(month: tuple[int, int], form: str, before: str, after: str) -> None:
    text = before + form.format(y=month[0], m=month[1]) + after
    assert [m.value for m in find_dates(text)] == [f"{month[0]}-{month[1]:02}"]


@given(st.integers(1950, 2050), st.integers(1, 4), st.booleans(), st.sampled_from(("quý {q}/{y}", "quý {q} năm {y}")))
def test_a_written_quarter_is_read(year: int, quarter: int, roman: bool, form: str) -> None:
    printed = ("I", "II", "III", "IV")[quarter - 1] if roman else quarter
    assert [m.value for m in find_dates(form.format(q=printed, y=year))] == [f"{year}-Q{quarter}"]


@given(st.integers(1950, 2050), st.integers(1, 12), st.integers(1, 99), st.sampled_from(DAY_FORMS))
def test_what_no_calendar_holds_is_no_day(year: int, month: int, day: int, form: str) -> None:
    assume(day > monthrange(year, month)[1])
    values = [m.value for m in find_dates(form.format(d=day, m=month, y=year))]
    assert all(value is None or len(value) < len("2021-01-05") for value in values)


# A span of just a year, or of several, is an anniversary or a plan's, and no period.
@given(days, st.integers(1, 360), st.sampled_from((" đến ", " đến hết ", " - ", " – ")), st.booleans())
def test_a_span_of_days_is_read(start: date, length: int, joint: str, year_once: bool) -> None:
    end = start + timedelta(days=length)
    year_once = year_once and start.year == end.year
    first = f"{start.day}/{start.month}" + ("" if year_once else f"/{start.year}")
    text = f"từ ngày {first}{joint}ngày {end.day}/{end.month}/{end.year}."
    (span,) = find_spans(text, find_dates(text))
    assert (span.start_on, span.end_on) == (start.isoformat(), end.isoformat())


ISO = regex.compile(r"\d{4}(?:-(?:\d\d(?:-\d\d)?|Q[1-4]|H[12]))?")


@given(anything, issue_days)
@example("01/01", date.min)
@example("trước ngày 01/01", date.max)
def test_dates_of_any_text_are_in_order_and_have_iso_values(text: str, issued_on: date | None) -> None:
    found = find_dates(text, issued_on)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    for mention in found:
        assert mention.value is None or ISO.fullmatch(mention.value)
        if mention.value and mention.precision == "day":
            date.fromisoformat(mention.value)
        assert mention.time is None or regex.fullmatch(r"(?:[01]\d|2[0-4]):[0-5]\d", mention.time)


@given(anything, issue_days)
def test_spans_terms_and_bodies_of_any_text_stand_in_it(text: str, issued_on: date | None) -> None:
    found: list[tuple[int, int]] = []
    found += ((s.start, s.end) for s in find_spans(text, find_dates(text, issued_on), issued_on))
    found += ((i.start, i.end) for i in find_intervals(text, 0, len(text)))
    found += ((r.start, r.end) for r in find_recurrences(text, 0, len(text)))
    found += ((b.start, b.end) for b in find_bodies(text))
    assert all(0 <= start < end <= len(text) for start, end in found)


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(("{h} giờ {m:02} phút", "{h:02}h{m:02}", "{h}:{m:02}")))
def test_a_written_hour_is_read(hour: int, minute: int, form: str) -> None:
    assert hour_of(form.format(h=hour, m=minute)) == f"{hour:02}:{minute:02}"


# ---- document numbers

ABBREVIATIONS = [row["abbreviation"] for row in load("types") if row["abbreviation"]]
OFFICES = ("UBND", "HĐND", "SCN", "LĐLĐ", "BNV", "TCCB", "VP", "QH14", "CSPL&QHLĐ", "TTg", "BGDĐT", "CĐVC")
office = st.sampled_from(OFFICES)
number = st.integers(1, 9999).flatmap(lambda n: st.sampled_from((str(n), f"{n:02}", f"{n:03}")))
year = st.integers(1990, 2030)
normative = st.sampled_from(("NĐ", "TT", "NQ", "QĐ"))
party = st.sampled_from(("NQ", "CT", "KH", "QĐ", "HD", "TB", "BC", "CV"))
party_office = st.sampled_from(("TU", "TW", "HU", "ĐU"))
codes = st.one_of(
    st.builds("{}/{}-{}".format, number, st.sampled_from(ABBREVIATIONS), office),
    st.builds("{}/{}-{}-{}".format, number, st.sampled_from(ABBREVIATIONS), office, office),
    st.builds("{}/{}-{}".format, number, office, office),
    st.builds("{}/{}/{}-{}".format, number, year, normative, office),
    st.builds("{}/{}/QH{}".format, number, year, st.integers(9, 15)),
    st.builds("{}-{}/{}".format, number, party, party_office),
)
openings = st.sampled_from(("số ", "Số: ", "Công văn số ", "(", ""))
closings = st.sampled_from(("", " ngày 5/1/2021", ", ", ";", ")", "."))


@given(codes, openings, closings)
def test_a_number_of_the_grammar_is_found_whole(code: str, before: str, after: str) -> None:
    text = before + code + after
    (mention,) = find_codes(text)
    assert (text[mention.start : mention.end], mention.value) == (code, code)


@given(codes)
def test_a_number_printed_loosely_has_the_same_value(code: str) -> None:
    head, _, tail = code.partition("/")
    for printed in (f"{head} /{tail}", f"{head}/ {tail}", code.replace("-", "–"), code.replace("Đ", "Ð")):
        mention = code_at(printed, 0)
        assert mention is not None
        assert mention.value == code


@given(anything)
def test_normalising_a_number_twice_is_normalising_it_once(text: str) -> None:
    once = normalise_code(text)
    assert normalise_code(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(anything)
def test_numbers_of_any_text_are_in_order_and_in_normal_form(text: str) -> None:
    found = find_codes(text)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    for mention in found:
        assert mention.value is None or mention.value == normalise_code(mention.value)
        assert not text[mention.start].isspace()
        assert not text[mention.end - 1].isspace()


# ---- figures and money


@given(st.integers(0, 10**12))
def test_a_whole_number_is_read_with_and_without_dots(value: int) -> None:
    assert parse_number(str(value)) == value
    assert parse_number(f"{value:,}".replace(",", ".")) == value


@given(st.integers(0, 10**6), st.integers(1, 99).filter(lambda n: n % 10))
def test_decimals_follow_a_comma(whole: int, part: int) -> None:
    assert parse_number(f"{whole},{part:02}") == float(f"{whole}.{part:02}")
    assert parse_number(f"{whole:,}".replace(",", ".") + f",{part:02}") == float(f"{whole}.{part:02}")


@given(st.integers(1, 10**12))
def test_a_sum_is_read(value: int) -> None:
    dotted = f"{value:,}".replace(",", ".")
    for printed in (f"{dotted} đồng", f"{dotted}đ", f"{dotted} VNĐ"):
        assert parse_money(printed) == value
        assert [(m.value, printed[m.start : m.end]) for m in find_money(printed)] == [(value, printed)]


@given(st.integers(1, 999), st.sampled_from((("nghìn", 10**3), ("triệu", 10**6), ("tỷ", 10**9))))
def test_a_sum_in_words_of_scale_is_read(value: int, scale: tuple[str, int]) -> None:
    assert parse_money(f"{value} {scale[0]} đồng") == value * scale[1]


@given(anything)
def test_figures_of_any_text_stand_in_it_and_are_numbers(text: str) -> None:
    for figure in (*find_figures(text), *find_money(text)):
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.value >= 0
    parse_number(text)
    parse_money(text)
    hour_of(text)
