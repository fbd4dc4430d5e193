"""The dateline of a letterhead (ô 4): `Sơn Hà, ngày 05 tháng 01 năm 2021`; a line in, place and date out.

`grammar.dates` reads dates in running text and is strict; a dateline is known by its shape, so that slips of OCR
(`ngảy`, `thang`) and places left blank for the day or month do not hide it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import regex

from congvan.text.likeness import flat

# The yards of a dateline: what was typed or scrawled between the words; longer gaps are running text.
_YARD = r"[^\p{L}\n]{0,24}?(?:\b[\p{L}\d]{1,3}\b[^\p{L}\n]{0,12}?){0,2}"
_DATE = regex.compile(
    rf"""
    (?: \b[nhrm]?g[ao]?[yv]\b | (?<=[,.]\s?)\w?gay\b | \b\wgay\b | \bngay(?=[\d\[.…]) )   # ngày, Ìgày, ngày12
    (?P<day>{_YARD}) (?:\bt?hang\b|\bthan[gq]\b|(?<=[\d\].…])thang\b) (?P<month>{_YARD}) \bnam\b
    (?P<year>[^\p{{L}}\n]{{0,16}})
    """,
    regex.VERBOSE,
)
# `ngày 5/1/2021`, `ngày 05-01-2021`: short forms that offices print in its stead.
_SHORT = regex.compile(
    r"\bngay\s{0,3}(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})\b"
)
# The place: words in capitals before a comma, with the kind of place before them where it is printed.
_PLACE = regex.compile(
    r"""
    (?<![\p{L}\d/-])
    (?: (?: (?:[Tt]hành|THÀNH)\ (?:phố|PHỐ) | [Tt]hị\ (?:xã|trấn) | [Tt]ỉnh | [Hh]uyện | [Xx]ã | [Pp]hường | [Qq]uận
          | [Tt][PpXxTt]\.? ) \s{0,2} )?                                        # Thành phố Sơn Hà ; TP. Sơn Hà
    \p{Lu}[\p{L}'’]*
    (?: (?: \s{1,3}[-–]\s{1,3} | [-–] | \s{1,3} ) [\p{Lu}\d][\p{L}\d'’]* ){0,5}  # Sơn Hà - Bình Khê ; Quận 3
    \s{0,3} [,.;:] \s{0,6} $                                                    # the comma before `ngày`
    """,
    regex.VERBOSE,
)
_BARE_PLACE = regex.compile(r"^\W{0,3}(?P<name>\p{Lu}[\p{L}.'’]*(?:[\s-]{1,3}\p{Lu}[\p{L}'’]*){0,4})\s{0,6}$")
_NUMBER = regex.compile(r"\d+")
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
    match = _DATE.search(folded, start, stop) or _SHORT.search(folded, start, stop)
    if match is None:
        return None
    place = _place_before(line, start, match.start())
    finish = match.start() + len(match.group().rstrip())
    return Dateline(place[0] if place else match.start(), finish, place, match.start(), _value(match))


def _place_before(line: str, start: int, at: int) -> tuple[int, int] | None:
    """The place's words before the date, without comma."""
    match = _PLACE.search(line, start, at)
    if match is None:
        bare = _BARE_PLACE.match(line[start:at])
        if bare is None:
            return None
        return start + bare.start("name"), start + bare.end("name")
    return match.start(), match.start() + len(match.group().rstrip(" ,.;:"))


def _value(match: regex.Match[str]) -> str | None:
    """ISO date of three figures, one in each yard."""
    figures = [_NUMBER.findall(match.group(name)) for name in ("day", "month", "year")]
    if any(len(found) != 1 for found in figures) or _has_letters(match):
        return None
    day, month, year = (int(found[0]) for found in figures)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _has_letters(match: regex.Match[str]) -> bool:
    """Letters among the figures are handwriting misread: no guess."""
    return any(c.isalpha() for name in ("day", "month") for c in match.group(name))
