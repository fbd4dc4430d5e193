"""Hours of the day beside a date (`15 giờ 30 phút, ngày ...`, `8h00`): text in, `HH:MM` and offsets out."""

from __future__ import annotations

import regex

_TIME = r"""
    (?<![\p{L}\d:.,/-])
    (?P<hour> \d{1,2} | (?-i:[lI]) \d (?= \s? giờ ) )         # l6 giờ: OCR reads the 1 so
    (?: \s? (?: giờ | h ) (?! \p{L} ) \s?
          (?: (?P<minute> [0-5]\d ) (?! [\d/] ) \s? (?: phút | ph\b | ['’′] )? )?
                                                              # 15 giờ 30 phút ; 8 giờ ; 8h00 ; 7h30'
      | \s? (?: g | : ) \s? (?P<minute> [0-5]\d ) (?! [\d/:] )  # 8g30 ; 16:30
    )
"""
# An hour by itself, for the patterns of others; no named groups
HOUR = (
    r"(?<![\p{L}\d:.,/-])(?:\d{1,2}|(?-i:[lI])\d(?=\s?giờ))"
    r"(?:\s?(?:giờ|h)(?!\p{L})(?:\s?[0-5]\d(?![\d/])(?:\s?(?:phút|ph\b|['’′]))?)?|\s?[g:]\s?[0-5]\d(?![\d/:]))"
)
_ONES = str.maketrans("lI", "11")
_WHOLE = regex.compile(_TIME, regex.VERBOSE | regex.IGNORECASE)
WEEKDAY = r"(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\snhật)"
PART_OF_DAY = r"(?:sáng|chiều|tối|trưa|đêm)"

# What may stand between an hour and its date, and before a date: `, sáng thứ Sáu (`
_BESIDE = rf"""(?: \s? (?: {PART_OF_DAY} | {WEEKDAY} | tuần\s(?:tới|này|sau) | các | ngày | hôm | cùng | vào | của )
    \b [\s,()]{{0,4}} )"""
_BEFORE = regex.compile(
    rf"""
    (?P<clock> {_TIME}
        (?: \s? (?: [-–—] | đến | tới ) \s? \d{{1,2}} \s? (?:giờ|[hg:]) \s? (?:[0-5]\d)? \s? (?:phút)? )? )
    # 8h00-10h00 ngày ; 7 giờ 30 phút, sáng thứ Ba (ngày
    [\s,;(-]{{0,4}} {_BESIDE}{{0,4}} $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_AFTER = regex.compile(
    rf"""
    [\s,;(]{{0,4}} (?: {WEEKDAY} \)? [\s,]{{0,3}} )?
    (?: vào\s )? (?: lúc\s | từ\s | bắt\sđầu\s(?:từ\s|lúc\s)? )? [\s:]{{0,2}}
    {_TIME}
    (?! [\s,]{{0,3}} (?: {PART_OF_DAY} \s )? (?: ngày | \d{{1,2}}/\d ) )   # the hour of the next date
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_DAY_WORDS = regex.compile(
    rf"(?:{PART_OF_DAY}\s(?={WEEKDAY}|$))?(?:(?:ngày\s)?{WEEKDAY}[\s,(]{{1,3}})?$", regex.IGNORECASE
)  # `sáng thứ Sáu (` ; `ngày thứ ba, ` ; `chiều `

_REACH = 60  # characters in which an hour is sought beside a date: the longest form above has about 50


def time_before(text: str, start: int) -> tuple[int, str] | None:
    """The hour that stands directly before the date at `start`: (its own start, `HH:MM`)."""
    low = max(start - _REACH, 0)
    # The pattern is tied to the end of the stretch; a search from the left finds the earliest hour.
    match = _BEFORE.search(text, low, start)
    if match is None:
        return None
    clock = _clock(match)
    return None if clock is None else (match.start("clock"), clock)


def time_after(text: str, end: int) -> tuple[int, str] | None:
    """The hour that stands directly after the date that ends at `end`: (end of the hour, `HH:MM`)."""
    match = _AFTER.match(text, end, min(end + _REACH, len(text)))
    if match is None:
        return None
    clock = _clock(match)
    return None if clock is None else (match.end(), clock)


def day_words_before(text: str, start: int) -> int:
    """Where the weekday and part of the day before the date at `start` begin (`chiều thứ Ba (`)."""
    match = _DAY_WORDS.search(text, max(start - _REACH, 0), start)
    at = start if match is None else match.start()
    return at if at == 0 or not text[at - 1].isalnum() else start


def hour_of(words: str) -> str | None:
    """`16 giờ 30 phút` -> `16:30`; None where no clock shows it."""
    match = _WHOLE.match(words)
    return _clock(match) if match else None


def _clock(match: regex.Match[str]) -> str | None:
    hour, minute = int(match["hour"].translate(_ONES)), int(match["minute"] or 0)
    afternoon = regex.search(r"chiều|tối", match.group(), regex.IGNORECASE)
    if afternoon and hour <= 6:  # `2 giờ chiều`; offices mostly write 14 giờ
        hour += 12
    if hour > 24 or (hour == 24 and minute):
        return None
    return f"{hour:02d}:{minute:02d}"
