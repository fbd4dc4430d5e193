"""Spans of days (`từ ngày 5/3 đến hết ngày 7/3/2021`, `từ nay đến ...`, `ngày 26, 27/12/2021`); pure, on offsets.

Works on the table of date mentions: two dates that a joint ties together, or one date and an end told in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

import regex

from congvan.datamodel.mentions import DateMention

_FLAGS = regex.VERBOSE | regex.IGNORECASE

# Between the two dates: ` đến hết ngày `, ` – `, ` (thứ Hai) đến `
_JOINT = regex.compile(
    r"""[\s,)]{0,3} (?: \( [^()\n]{1,25} \)? \s? )?
        (?: [-–—~] | (?:cho\s)? (?:đến|tới) ) [\s-]{0,3} (?:đến\s)? (?:hết\s|cuối\s)? (?:ngày\s)? [\s(]{0,2}""",
    _FLAGS,
)
# A start and an end with the doing between them: `Đúng 7 giờ ngày 13/12 các đơn vị ra quân ... đến hết ngày 30/12`
_START_CUE = regex.compile(r"(?<!\p{L})(?:đúng|từ|bắt\sđầu(?:\stừ)?)\s(?:ngày\s)?$", _FLAGS)
_FAR_JOINT = regex.compile(r"[^.;\n]{3,160}\s(?:cho\s)?đến\shết\s(?:ngày\s)?", _FLAGS)
# Consecutive days: `ngày 26, 27/12`, `chiều ngày 28/12 và cả ngày 29/12`
_NEXT_DAY = regex.compile(r"[\s]{0,2}(?:,|và|&)\s{0,2}(?:cả\s)?(?:ngày\s)?", _FLAGS)
# `bắt đầu từ ngày 27/8 và kết thúc vào ngày 11/9`, `khai mạc ngày 10/5, bế mạc ngày 12/5`
_BEGUN = regex.compile(
    r"""(?<!\p{L}) (?:(?:được\s)?(?:bắt\sđầu|khởi\sđộng|khai\smạc|mở\scổng|từ)) (?:\s(?:từ|vào|lúc|là))*
        [\s:]{0,2} (?:ngày\s)? $""",
    _FLAGS,
)
_ENDED = regex.compile(
    r"""[\s,;)]{0,3} (?:và\s|sẽ\s|đến\s)? (?:kết\sthúc|bế\smạc|hoàn\sthành|đóng\scổng)
        (?:\s(?:vào|lúc|là|trước|hết|trong|đến))* [\s:]{0,2} (?:ngày\s)? """,
    _FLAGS,
)
# What opens a span before its first date: `Kể từ ngày `, `từ `
_LEAD = regex.compile(r"(?<!\p{L})(?:(?:kể\s|bắt\sđầu\s|tính\s)?từ|bắt\sđầu|trong\scác|các|vào)\s(?:ngày\s)?$", _FLAGS)
# A beginning told in words: `từ nay đến`, `từ ngày ra thông báo đến hết`
_TOLD_START = regex.compile(
    r"""(?<! \p{L} ) (?:kể\s|bắt\sđầu\s)? từ \s
        (?: (?P<now>nay|bây\sgiờ|hôm\snay)
          | (?: ngày | khi | thời\sđiểm | lúc ) \s (?! \d ) [^,;.:\n\d]{2,60}? )
        \s? (?: (?: cho\s )? (?: đến | tới | [-–] ) (?:\shết|\scuối)?
               | và \s kết\sthúc (?:\s(?:vào|lúc|trước))? ) (?:\sngày)? \s? $""",
    _FLAGS,
)
# An end told in words: `đến khi kết thúc giải`, `đến hết đợt thi đua`
_TOLD_END = regex.compile(
    r"""[\s,)]{0,3} (?:cho\s)? (?:đến|tới) \s (?:trước\s)?
        (?: khi | thời\sđiểm | hết (?!\sngày\s\d) | ngày (?!\s\d) | lúc (?!\s\d) ) \s
        [^,;.:()\d]{2,60} (?:\d{1,2}\sgiờ)?""",
    _FLAGS,
)
# Names of spans that are no periods: terms of office, school years, the years of a plan.
_NO_PERIOD = regex.compile(r"(?<!\p{L})(?:giai\sđoạn|nhiệm\skỳ|năm\shọc|niên\skhóa|niên\skhoá|khóa|khoá)\s*$", _FLAGS)
# `trong thời gian 15 ngày, kể từ ngày `: the end is told as a length
_TOLD_LENGTH = regex.compile(
    r"""(?<!\p{L}) (?:trong|thời\s(?:gian|hạn)) (?:\s(?:vòng|thời\s(?:gian|hạn)|là))? :?
        \s? (?! 0?1 (?:\s?\(một\))? \s (?:ngày|buổi) ) \d{1,3} (?:\s?\([^()\n]{1,20}\))?
        \s (?:ngày|tuần|tháng|năm) (?:\slàm\sviệc)? ,? \s (?:kể\s|tính\s|bắt\sđầu\s)?từ \s (?:ngày\s)? $""",
    _FLAGS,
)
_LEAD_REACH = 20
_TOLD_REACH = 90
_JOINT_REACH = 45
_ANNIVERSARY_YEARS = 2  # the same day and month this many years apart: 03/02/1930 - 03/02/2021


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Half-open offsets of the whole phrase with its opening words; ends in ISO form or None where told in words.
    `dates`: the mentions inside.
    """

    start: int
    end: int
    start_on: str | None
    end_on: str | None
    dates: tuple[DateMention, ...]


def find_spans(text: str, dates: Sequence[DateMention], issued_on: date | None = None) -> tuple[DateSpan, ...]:
    """The spans of a text in order; a date belongs to one span at most."""
    found: list[DateSpan] = []
    used: set[int] = set()
    for at, (left, right) in enumerate(pairwise(dates)):
        if left.start in used or not _tied(text, left, right):
            continue
        used |= {left.start, right.start}
        last = at + 1
        while last + 1 < len(dates) and _follows(text, dates[last - 1], dates[last]):
            if not _follows(text, dates[last], dates[last + 1]):
                break
            last += 1  # `các ngày 04, 05 và 06/10`
            used.add(dates[last].start)
        if span := _span(text, left, dates[last]):
            found.append(replace(span, dates=tuple(dates[at : last + 1])))
    for mention in dates:
        if mention.start not in used and (span := _told(text, mention, issued_on)):
            found.append(span)
            used.add(mention.start)
    return tuple(_merged(sorted(found, key=lambda s: s.start)))


def _tied(text: str, left: DateMention, right: DateMention) -> bool:
    begun = _START_CUE.search(text, max(left.start - _LEAD_REACH, 0), left.start)
    if _BEGUN.search(text, max(left.start - _TOLD_REACH, 0), left.start) and _ENDED.fullmatch(
        text, left.end, right.start
    ):
        return True
    if begun and _FAR_JOINT.fullmatch(text, left.end, right.start):
        return True
    if right.start - left.end > _JOINT_REACH or right.start < left.end:
        return False
    if _JOINT.fullmatch(text, left.end, right.start):
        return True
    return _follows(text, left, right)


def _follows(text: str, left: DateMention, right: DateMention) -> bool:
    """Are these the days of a list that come one after the other?"""
    if left.precision != "day" or right.precision != "day" or not (left.value and right.value):
        return False
    if right.start - left.end > _JOINT_REACH or right.start < left.end:
        return False
    follows = date.fromisoformat(left.value) + timedelta(days=1) == date.fromisoformat(right.value)
    return follows and _NEXT_DAY.fullmatch(text, left.end, right.start) is not None


def _span(text: str, left: DateMention, right: DateMention) -> DateSpan | None:
    """The span of two tied dates, or None where it is an anniversary or the years of a plan."""
    if left.precision == "year" and right.precision == "year":
        return None
    lead = _LEAD.search(text, max(left.start - _LEAD_REACH, 0), left.start)
    start = lead.start() if lead else left.start
    if _NO_PERIOD.search(text, max(start - _LEAD_REACH, 0), start):
        return None
    if left.value and right.value and len(left.value) == len(right.value) == 10:
        apart = int(right.value[:4]) - int(left.value[:4])
        if apart >= _ANNIVERSARY_YEARS or (apart and left.value[5:] == right.value[5:]) or apart < 0:
            return None
    return DateSpan(start, right.end, left.value, right.value, (left, right))


def _told(text: str, mention: DateMention, issued_on: date | None) -> DateSpan | None:
    """A span one end of which is told in words."""
    lead = _TOLD_START.search(text, max(mention.start - _TOLD_REACH, 0), mention.start)
    if lead:
        begun = issued_on.isoformat() if lead["now"] and issued_on else None
        return DateSpan(lead.start(), mention.end, begun, mention.value, (mention,))
    length = _TOLD_LENGTH.search(text, max(mention.start - _TOLD_REACH, 0), mention.start)
    if length:
        return DateSpan(length.start(), mention.end, mention.value, None, (mention,))
    opened = _LEAD.search(text, max(mention.start - _LEAD_REACH, 0), mention.start)
    ended = _TOLD_END.match(text, mention.end, min(mention.end + _TOLD_REACH, len(text)))
    if opened and ended and "từ" in opened.group().casefold():
        return DateSpan(opened.start(), ended.end(), mention.value, None, (mention,))
    return None


def _merged(spans: list[DateSpan]) -> list[DateSpan]:
    """`từ 24/02 đến khi kết thúc (dự kiến 24 - 25/02)` is told twice: the dated telling gives the end."""
    merged: list[DateSpan] = []
    for span in spans:
        last = merged[-1] if merged else None
        if last and last.end_on is None and last.start_on == span.start_on and span.start - last.end < _TOLD_REACH:
            merged[-1] = DateSpan(last.start, span.end, last.start_on, span.end_on, last.dates + span.dates)
        else:
            merged.append(span)
    return merged
