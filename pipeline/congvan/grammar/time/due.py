"""The day on which something is due where it is not printed as such; values of the contract in, days out.

Terms counted from signing, ends of spans, the next day of a recurring duty.

Working days leave out Saturdays and Sundays; public holidays, and working days exchanged for them, are not known.
The day of the event itself does not count (Civil Code 91/2015/QH13, article 147).
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import regex

from congvan.lexicons import load
from congvan.text.folding import lowered

# A term of more than this is a misreading: no dispatch sets one of ten years.
MAX_DAYS = 3660

_WHOLE = regex.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|Q(?P<quarter>[1-4])|H(?P<half>[12])))?"
)
_FROM = regex.compile(r"^(?:(?:được )?(?:tính|kể) )?(?:kể )?từ (?:khi )?|^sau (?:khi )?")
_DAY_MONTH = regex.compile(r"(?<!\d)(?P<day>\d{1,2})\s?(?:[/.-]|tháng\s)\s?(?P<month>\d{1,2})(?!\d)")
_DAY = regex.compile(r"ngày(?: làm việc)? (?P<day>\d{1,2})(?![\d/.-])|^(?P<alone>\d{1,2})$")
_SPAN_END = regex.compile(r"từ(?: ngày)? \d{1,2} (?:đến|tới|-) (?:hết )?(?:ngày )?(\d{1,2})(?![\d/.-])")
_LAST_DAY = regex.compile(r"(?:ngày )?cuối(?: cùng)?(?: của)? (?:tháng|quý|năm)|hết (?:tháng|quý|năm)")
_NEXT_MONTH = regex.compile(r"tháng (?:kế tiếp|sau|tiếp theo|đầu (?:của )?quý (?:sau|kế tiếp))")
_LAST_MONTH = regex.compile(r"tháng cuối (?:của |cùng )?(?:mỗi )?quý|cuối quý")
_WEEKDAYS = {"hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "7": 5}
_WEEKDAY = regex.compile(r"(?:thứ (?P<day>hai|ba|tư|năm|sáu|bảy|[2-7])|(?P<sunday>chủ nhật))(?!\p{L})")


def day_of(value: str) -> date | None:
    """The whole date of a value of the contract, None where it is none or only a month or year."""
    match = _WHOLE.fullmatch(value)
    if match is None or not match["day"]:
        return None
    return _date(int(match["year"]), int(match["month"]), int(match["day"]))


def last_day_of(value: str) -> date | None:
    """The last day of a value of the contract: of `2021-06` it is 30 June, of `2021-Q2`, `2021-H1` too."""
    match = _WHOLE.fullmatch(value)
    if match is None:
        return None
    year = int(match["year"])
    if match["day"]:
        return day_of(value)
    month = int(match["month"] or 0) or 3 * int(match["quarter"] or 0) or 6 * int(match["half"] or 0) or 12
    return _date(year, month, calendar.monthrange(year, month)[1]) if 1 <= month <= 12 and year else None


def is_signing(counted_from: str | None) -> bool:
    """Do these words name the day the dispatch was signed (`kể từ ngày ký`)? Words: lexicons/start_events.tsv."""
    if not counted_from:
        return False
    words = " ".join(lowered(counted_from).split())
    return _FROM.sub("", words) in _start_events()


def day_after(start: date, within: float, unit: str) -> date | None:
    """The last day of a term that begins with `start`: the day itself does not count.

    None for hours, for parts of a unit, and where the term is longer than `MAX_DAYS`.
    """
    if within != int(within) or not 0 < within <= MAX_DAYS:
        return None
    count = int(within)
    if unit in ("month", "year"):
        return _months_after(start, count * (12 if unit == "year" else 1))
    days = count * 7 if unit == "week" else count
    if unit not in ("day", "week", "working_day") or days > MAX_DAYS:
        return None
    try:
        if unit != "working_day":
            return start + timedelta(days=days)
        day = start
        while days:
            day += timedelta(days=1)
            days -= day.weekday() < 5
        return day
    except OverflowError:
        return None


def is_handing_in(what: str | None) -> bool:
    """Is what runs a handing in (`nộp hồ sơ`, `nhận bài dự thi`)? Words: lexicons/handing_in.tsv."""
    if not what:
        return False
    words = " ".join(lowered(what).split())
    return any(regex.search(rf"(?<!\p{{L}}){regex.escape(phrase)}(?!\p{{L}})", words[:80]) for phrase in _handing_in())


def next_day(recurs: str, recurs_on: str | None, after: date) -> date | None:
    """The first day later than `after` of a recurring duty, None where its words don't tell one.

    `recurs`: of the contract; `recurs_on`: `ngày 20`, `15/6 và 15/12`, `thứ sáu`. A day that a month lacks is its last.
    """
    words = " ".join(lowered(recurs_on or "").split())
    if recurs == "daily":
        return _plus(after, 1)
    if recurs == "weekly":
        return _next_weekday(words, after)
    days = (day for day in _days(recurs, words, after) if day > after)
    return min(days, default=None)


def _next_weekday(words: str, after: date) -> date | None:
    match = _WEEKDAY.search(words)
    if match is None:
        return None
    wanted = 6 if match["sunday"] else _WEEKDAYS[match["day"]]
    return _plus(after, (wanted - after.weekday() - 1) % 7 + 1)


def _days(recurs: str, words: str, after: date) -> Iterator[date]:
    """Candidate days around `after`."""
    printed = [(int(match["day"]), int(match["month"])) for match in _DAY_MONTH.finditer(words)]
    years = [year for year in (after.year, after.year + 1) if year <= date.max.year]
    if printed:
        wanted = {"yearly": 1, "half_yearly": 2, "quarterly": 4}.get(recurs)
        if wanted == len(printed):
            for year in years:
                yield from filter(None, (_date(year, month, day) for day, month in printed))
        return
    months = _months(recurs, words)
    match = _SPAN_END.search(words) or _DAY.search(words)
    last = _LAST_DAY.search(words) is not None and match is None
    if not months or (match is None and not last):
        return
    day = int(next(filter(None, match.groups()))) if match else 31
    if not 1 <= day <= 31:
        return
    for year in years:
        for month in months:
            yield date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _months(recurs: str, words: str) -> tuple[int, ...]:
    """The months in which a duty falls, where they are told."""
    if recurs == "monthly":
        return tuple(range(1, 13))
    if recurs == "quarterly" and _LAST_MONTH.search(words):
        return (3, 6, 9, 12)
    if recurs == "quarterly" and _NEXT_MONTH.search(words):
        return (1, 4, 7, 10)
    if recurs == "yearly" and regex.search(r"cuối năm|hết năm", words):
        return (12,)
    return ()


def _months_after(start: date, count: int) -> date | None:
    months = start.year * 12 + start.month - 1 + count
    year, month = divmod(months, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def _plus(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _start_events() -> frozenset[str]:
    return frozenset(lowered(row["words"]) for row in load("start_events"))


@cache
def _handing_in() -> tuple[str, ...]:
    return tuple(lowered(row["words"]) for row in load("handing_in"))
