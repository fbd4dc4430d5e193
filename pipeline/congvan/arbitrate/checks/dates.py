"""Checks of days against one another and against the calendar."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from congvan.arbitrate.checks.facts import Facts, Finding, day_of
from congvan.datamodel.record import Deadline, Period, Reference
from congvan.grammar.time.clock import WEEKDAY
from congvan.text.folding import bare

_WEEKDAYS = ("hai", "ba", "tu", "nam", "sau", "bay", "nhat")
_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
# `thứ Sáu, ngày 12/5`, `thứ Sáu (12 tháng 5`, `Chủ nhật ngày 14-5`
_TOLD = regex.compile(
    rf"\b(?P<name>{WEEKDAY})[\s,(]{{1,4}}(?:ngày\s{{0,2}})?(?P<day>\d{{1,2}})\s?(?:[/.-]|tháng)\s?(?P<month>\d{{1,2}})(?!\d)",
    regex.IGNORECASE,
)


def due_before_issue(facts: Facts) -> Iterator[Finding]:
    """A deadline that lies before the day of issue."""
    issued = day_of(facts.value("issued_on"))
    for place, item in facts.of(Deadline, "deadlines"):
        due = day_of(item.due_on)
        if issued and due and due < issued:
            yield f"{place}.due_on", f"{due} < {issued}"


def cited_after_issue(facts: Facts) -> Iterator[Finding]:
    """A cited document that is younger than this one."""
    issued = day_of(facts.value("issued_on"))
    for place, item in facts.of(Reference, "references"):
        cited = day_of(item.issued_on)
        if issued and cited and cited > issued:
            yield f"{place}.issued_on", f"{cited} > {issued}"


def period_ends_before_start(facts: Facts) -> Iterator[Finding]:
    """A span that ends before it starts; both must be told to the same precision."""
    for place, item in facts.of(Period, "periods"):
        start, end = item.start_on, item.end_on
        first, last = day_of(start), day_of(end)
        if (first and last and last < first) or (start and end and _like(start, end) and end < start):
            yield f"{place}.end_on", f"{end} < {start}"


def _like(start: str, end: str) -> bool:
    """Both a year, a month, a quarter or a half: then they sort as text."""
    return len(start) == len(end) and start[5:6].isdigit() == end[5:6].isdigit() and not day_of(start)


def weekday_against_date(facts: Facts) -> Iterator[Finding]:
    """A weekday that the calendar does not have on the day beside it (`thứ Sáu, ngày 14/5/2023`)."""
    for place, deadline in facts.of(Deadline, "deadlines"):
        yield from _wrong_weekday(f"{place}.due_on", deadline.quote, deadline.due_on)
    for place, period in facts.of(Period, "periods"):
        yield from _wrong_weekday(f"{place}.start_on", period.quote, period.start_on)
        yield from _wrong_weekday(f"{place}.end_on", period.quote, period.end_on)


def _wrong_weekday(field: str, quote: str, value: str | None) -> Iterator[Finding]:
    day = day_of(value)
    if day is None:
        return
    for told in _TOLD.finditer(quote):
        here = (int(told["day"]), int(told["month"])) == (day.day, day.month)
        if here and _weekday(told["name"]) != day.weekday():
            yield field, f"{told['name']} / {day.isoformat()} ({_NAMES[day.weekday()]})"
            return


def _weekday(name: str) -> int:
    """Monday is 0. `thứ 2` is Monday, too."""
    last = bare(name).split()[-1]
    return int(last) - 2 if last.isdigit() else _WEEKDAYS.index(last)
