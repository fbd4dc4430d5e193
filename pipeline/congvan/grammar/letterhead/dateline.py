"""The dateline of a letterhead (ô 4): `Sơn Hà, ngày 05 tháng 01 năm 2021`; a line in, place and date out.

`grammar.time.dates` reads dates in running text and is strict; a dateline is known by its shape, so that slips of OCR
(`ngảy`, `thang`) and places left blank for the day or month do not hide it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import regex

from congvan.text.likeness import flat

# What stands between the words of a dateline: blanks, dots, figures, or what OCR made of handwriting.
_YARD = r"[^\n]{0,16}?"
_DATE = regex.compile(
    rf"""
    (?: \b\w?[nhrm]?gay | \bng[ao][yv]\b )  (?P<day>{_YARD})   # ngày 05, Ìgày, ngàyc9J
    (?: t[hb]?an[gq] | hang )                 (?P<month>{_YARD})  # tháng 01, táng, Qtháng
    (?:\b|(?<=\d))n[ao]m(?:\b|(?=\d))       (?P<year>[^\p{{L}}\n]{{0,16}})  # năm 2021, 12năm 2021
    """,
    regex.VERBOSE,
)
# `ngày 5/1/2021`, `ngày 05-01-2021`: short forms that offices print in its stead.
_SHORT = regex.compile(r"\bngay\s{0,3}(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})\b")
# Sơn Hà, 05/4/2022: the day alone behind its place, the whole line
_BARE = regex.compile(
    r"(?<=^\W{0,3}\p{L}[^,\d]{1,40},\s{0,3})(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})"
    r"(?=\W*$)"
)
# Sơn Hà, hồi 20 giờ 00 ngày ...: telegrams tell the hour
_HOUR = regex.compile(
    r"(?<=\p{L}\s{0,2},)(?<!\b(?:vao|hoi|luc|nay),)\s{0,3}"
    r"(?:(?:hoi|luc|vao)\s)?\d{1,2}\s?(?:gio|h)\s?(?:\d{1,2}\s?)?(?:phut)?\s?,?\s{0,3}\Z"
)
# Words of running text on the line: the short date is a cited document's.
_IN_TEXT = regex.compile(r"\bv\s?/\s?v\b|\bcua\b|\bve\b")
# The place: words in capitals before a comma, with the kind of place before them where it is printed.
_PLACE = regex.compile(
    r"""
    (?<![\p{L}\d/-])
    (?: (?: (?:[Tt]h[àa]nh|THÀNH)\ (?:ph\w|PH\w)
          | [Tt]hị\ (?:xã|trấn) | [Tt]ỉnh | [Hh]uyện | [Xx]ã | [Pp]hường | [Qq]uận
          | [Tt][PpXxTt]\.? ) \s{0,2} )?                                        # Thành phố Sơn Hà ; TP. Sơn Hà
    \p{Lu}[\p{L}'’]*
    (?: (?: \s{1,3}[-–]\s{1,3} | [-–] | \s{1,3} ) [\p{Lu}\d][\p{L}\d'’]* ){0,5}  # Sơn Hà - Bình Khê ; Quận 3
    (?: \s{0,3} [,.;:] \s{0,6} | \s{1,3}[-–]\s{1,3} ) $                           # the comma before `ngày`
    """,
    regex.VERBOSE,
)
_BARE_PLACE = regex.compile(r"^\W{0,3}(?P<name>\p{Lu}[\p{L}.'’]*(?:[\s-]{1,3}\p{Lu}[\p{L}'’]*){0,4})\s{0,6}$")
# Two figures with nothing but blanks round them; an upright stroke read as a letter is a one (`ngày II tháng I0`),
# where both places are filled.
_DAY = regex.compile(r"[\s.…_:,]*(?P<figure>\d{1,2}|[1Il][\dIl]|[1-3][Il])[\s.…_,]*")
_STROKES = str.maketrans("Il", "11")
_YEAR = regex.compile(r"[\s.…_:]*(?P<figure>\d{4})(?!\d)")
_FIRST_YEAR, _LAST_YEAR = 1945, 2099


@dataclass(frozen=True, slots=True)
class Dateline:
    """Half-open spans in the line; `place` is None where none stands before the date; `value` is the ISO date, None
    where day, month or year are blank or cannot be a date."""

    start: int
    end: int
    place: tuple[int, int] | None
    date_start: int
    value: str | None


def dateline(line: str, start: int = 0, end: int | None = None) -> Dateline | None:
    """The dateline in a printed line, or None. Spans are offsets of `line`."""
    stop = len(line) if end is None else end
    folded = flat(line)
    match = _DATE.search(folded, start, stop)
    if match is None and not _IN_TEXT.search(folded, start, stop):
        match = _SHORT.search(folded, start, stop) or _BARE.search(folded[start:stop])
    if match is None:
        return None
    if match.re is _BARE and (start or stop < len(line)):
        return None  # the place before the day is sought in whole lines only
    hour = _HOUR.search(folded, start, match.start())
    place = _place_before(line, start, hour.start() if hour else match.start())
    if place is None and match.re is not _DATE:
        return None  # a date in figures with no place before it is anybody's
    finish = match.start() + len(match.group().rstrip())
    return Dateline(place[0] if place else match.start(), finish, place, match.start(), _value(line, match))


def _place_before(line: str, start: int, at: int) -> tuple[int, int] | None:
    """The place's words before the date, without comma."""
    match = _PLACE.search(line, start, at)
    if match is None:
        bare = _BARE_PLACE.match(line[start:at])
        if bare is None:
            return None
        return start + bare.start("name"), start + bare.end("name")
    return match.start(), match.start() + len(match.group().rstrip(" ,.;:-–"))


def _value(line: str, match: regex.Match[str]) -> str | None:
    """The ISO date where all three figures stand clean; a scrawl beside them is a figure misread: no guess."""
    day, month = (_DAY.fullmatch(line, *match.span(name)) for name in ("day", "month"))
    year = _YEAR.match(match.group("year"))
    april = match.group("month").strip() == "tu"  # tháng tư
    if day is None or year is None or (month is None and not april):
        return None
    figures = [int(found.group("figure").translate(_STROKES)) if found else 4 for found in (year, month, day)]
    if not _FIRST_YEAR <= figures[0] <= _LAST_YEAR:
        return None
    try:
        return date(*figures).isoformat()
    except ValueError:
        return None
