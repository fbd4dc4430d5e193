"""Dates as Vietnamese offices write them: text in, a table of date mentions with offsets and ISO values out.

One pass finds atoms (a day, month, quarter, half or year as written), a second lets the members of a span or
a list inherit month and year from their neighbours (`01/10 đến hết ngày 25/12/2020`), a third takes missing
years from the date of issue. What no calendar holds (`31/4/2021`) is no date.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import regex

from congvan.datamodel.mentions import DateMention
from congvan.grammar.time.clock import day_words_before, time_after, time_before

_BLANK = r"[\s.…_\[\]]{0,40}"  # an unfilled place: blanks, dots, rules, `[..]` of a transcript
_YEAR = r"(?:19|20)\d\d(?!\d)"
_ATOM = regex.compile(
    rf"""
    (?<![\p{{L}}\d/_]) (?<! \d\. )
    (?:
      # A day with its month in words. Blanks first: `ngày    tháng 3 năm 2012`
        ngày {_BLANK} tháng {_BLANK} (?:\d{{1,2}}{_BLANK})? năm \s? (?P<blank>(?:19|20)\d\d)
      # ngày 5 tháng ... năm 2012
      | ngày \s{{0,4}} \d{{1,2}} \s{{0,4}} tháng {_BLANK} năm \s? (?P<blank>(?:19|20)\d\d)
      # ngày 5 tháng 3 năm 20...
      | ngày \s{{0,4}} \d{{1,2}} \s{{0,4}} tháng \s{{0,4}} \d{{1,2}} \s? năm \s? (?! {_YEAR}) (?P<blank>20\d?)
      # ngày   /3/2012
      | ngày {_BLANK} / {_BLANK} (?:\d{{1,2}}\s?)? / \s? (?P<blank>(?:19|20)\d\d)
      # ngày 05 tháng 01 năm 2021 ; mùng 5 tháng 3
      # ... ngày l7 tháng 7, as OCR reads a 1
      | (?: ngày \s{{0,4}} (?:mùng\s|mồng\s)? | mùng\s | mồng\s ) (?P<d>\d{{1,2}}|(?-i:[lIL])\d) \s? ,? \s{{0,4}}
            tháng \s{{0,4}} (?P<m>\d{{1,2}}) (?!\d)
            (?: \s? [,/.-]? \s{{0,4}} (?:năm\s{{0,4}})? (?P<y>{_YEAR}) )?
      # 20 tháng 3 năm 2021
      | (?P<d>\d{{1,2}}) \s tháng \s? (?P<m>\d{{1,2}}) \s? ,? \s? năm \s? (?P<y>{_YEAR})

      # A day in figures: `2021-01-05`
      | (?P<y>{_YEAR}) - (?P<m>\d\d) - (?P<d>\d\d) (?! [\d-] )
      # ngày 5/1/2021 ; 29 /4/ 2021
      # ... 23/1 1/2026, as OCR parts two ones
      | (?:ngày\s{{0,2}})? (?P<d>\d{{1,2}}|1\s1) \s?/\s? (?P<m>\d{{1,2}}|1\s[12]) \s?[/.-]\s?
            (?P<y>{_YEAR}) (?! /\s?[\p{{L}}\d] )
      # 05-01-2021 ; 5.1.2021
      | (?:ngày\s{{0,2}})? (?P<d>\d{{1,2}}) (?P<sep>[.-]) (?P<m>\d{{1,2}}) (?P=sep)
            (?P<y>{_YEAR}) (?! [/-]\s?\p{{L}} )
      # ngày 5/1/21
      | ngày \s? (?P<d>\d{{1,2}}) \s?/\s? (?P<m>\d{{1,2}}) \s?/\s? (?P<yy>\d\d) (?! [\d/] )

      # A month: `tháng 6/2021`, `tháng 6 năm 2021`, `cuối tháng 6 năm 2021`
      | (?:(?:đầu|giữa|cuối)\s)? tháng \s? (?P<m>\d{{1,2}})
            (?: \s? [/.-] \s? | \s? ,? \s? năm \s? ) (?P<y>{_YEAR}) (?! /\s?[\p{{L}}\d] )
      # 12/2021
      | (?P<bare_month> (?P<m>\d{{1,2}}) \s?/\s? (?P<y>{_YEAR}) ) (?! \s?/ | -\p{{L}} )
      # tháng 7 ; đầu tháng 7
      | (?:(?:đầu|giữa|cuối)\s)? (?<! \d\s) tháng [^\S\n]{{0,2}} (?P<m>\d{{1,2}})
            (?! \d | [/.,]\d | \s?% | \slần )

      # A quarter, a half or a year: `quý IV/2020`, `quý II năm 2021`, `quý 3`
      | (?:(?:đầu|giữa|cuối)\s)? quý \s? 0?(?P<q>IV|I{{1,3}}|(?-i:H|Il|lI|ll)|[1-4]) (?! [\p{{L}}\d] | \slần )
            (?: \s? [/,.-]? \s? (?:năm\s?)? (?P<y>{_YEAR}) )?
      # 6 tháng đầu năm 2021 ; sáu tháng cuối năm
      | (?: 0?6 | sáu ) \s tháng \s (?P<h>đầu|cuối) \s năm (?: \s (?P<y>{_YEAR}) )?
      # năm 2021 ; cuối năm 2021
      | (?:(?:đầu|giữa|cuối)\s)? năm \s? (?P<y>{_YEAR}) (?! \s?[-–—]\s?(?:19|20)\d\d )
      # cuối năm ; cuối năm nay
      | (?P<this_year> cuối \s năm ) (?: \s nay )? (?! \s (?:học|\d) )

      # A day that still lacks its year: `ngày 25/5`, `01/10`, `25/5 năm 2021`
      | (?P<said>ngày\s{{0,2}})? (?P<d>\d{{1,2}}) \s?/\s? (?P<m>\d{{1,2}})
            (?! \s?/\s?\d | [\d/] | \s?% | -\p{{Lu}} ) (?: \s? ,? \s? năm \s (?P<y>{_YEAR}) )?
      # ... or month and year: `ngày 18` (- 19/01/2018)
      | (?P<said>ngày\s{{0,2}}) (?P<d>\d{{1,2}}) (?! [\d/] | \s?[/%] | [.,]\d{{3}} )
      # 6 (và 7/3/2021)
      | (?P<d>\d{{1,2}})
            (?= \s{{0,2}} (?:,|[-–—]|và|đến|tới) \s{{0,2}} (?:hết\s)?(?:ngày\s)? \d{{1,2}} (?!\d) )
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "H": 2, "IL": 2, "LI": 2, "LL": 2}  # OCR reads II as H

_SPAN = regex.compile(
    r"""[\s,)]{0,3} (?: \((?:thứ|chủ)\s\p{L}+\) \s )?
        (?: [-–—] | đến | tới | cho\sđến ) [\s-]{0,2} (?:hết\s)? (?:ngày\s)? [\s(]{0,2}""",
    regex.VERBOSE | regex.IGNORECASE,
)  # ` đến hết ngày `, ` – `
_LIST = regex.compile(
    r"[\s]{0,2} (?: , | và | , \s và | hoặc | & ) \s{0,2} (?: (?:cả|các) \s )? (?:ngày\s)? \s{0,2}",
    regex.VERBOSE | regex.IGNORECASE,
)  # `, `, ` và `, ` và cả `
_LONGEST_JOINT = 30  # characters between the members of a span or list; the forms above are shorter

# Words after which a bare `25/5` is a day: từ, đến, trước ...
_DAY_CUE = regex.compile(
    r"""(?: \b(?:từ|đến|tới|hết|trước|sau|vào|quá|(?<!ít\s)nhất|hôm|sáng|chiều|tối|trưa|đêm|nhật|hạn|chót|tuần)
          | \bthứ\s\S{1,4} | \b(?:hạn(?!\schế)|hết|cuối|gian|ngày)[^:\n]{0,15}: ) [\s,(]{1,3} $""",
    regex.VERBOSE | regex.IGNORECASE,
)
# ... unless it is a share of something: đến 3/5 tiêu chí
_SHARE = regex.compile(
    r"""\s? (?: tiêu | chỉ\stiêu | nội\sdung | số\b | đơn\svị | xã | huyện | người | đại\sbiểu | thành\sviên
              | phiếu | điểm | nhiệm\svụ | công\strình | thôn | hộ\b )""",
    regex.VERBOSE | regex.IGNORECASE,
)
# A bare `02/2021` after these is a number, not a month: Nghị định 02/2021, đợt 1/2021
_NUMBER_CUE = regex.compile(
    r"(?:số|định|tư|luật|quyết|lệnh|kỳ|đợt|lớp|khóa|khoá|thứ|phần|hướng dẫn|kế hoạch|quý|học)[\s:]{0,2}$",
    regex.IGNORECASE,
)
# Words that look ahead: a day said with them and long past lies in the next year.
_AHEAD = regex.compile(
    r"\b(?:trước|đến|tới|hết|hạn|nhất|quá|xong|từ|vào|lúc|trong)\b[\s:,]*(?:hết\s|cuối\s|ngày\s)*$",
    regex.IGNORECASE,
)
_EVERY_YEAR = regex.compile(r"\s?,?\s?(?:của\s)?(?:hằng|hàng|mỗi)\snăm", regex.IGNORECASE)
_LUNAR = regex.compile(r"\s?\(?\s?(?:âm\slịch|ÂL\b|AL\b)", regex.IGNORECASE)
_LOOK_BACK = 30  # characters searched for a cue before a date
_FAR_PAST_DAYS = 60  # the contract: a day further before the issue date, in words that look ahead, is next year's


@dataclass(slots=True)
class _Atom:
    """A date as written, while its missing parts are still being found."""

    start: int
    end: int
    precision: str
    day: int | None = None
    part: int | None = None  # month, quarter or half
    year: int | None = None
    blank: bool = False
    certain: bool = True  # False: may be a fraction or a bare figure; only its neighbours make it a date
    explicit: bool = True
    time: str | None = None


def find_dates(text: str, issued_on: date | None = None) -> tuple[DateMention, ...]:
    """All dates of a text in order, without overlaps; `issued_on` gives the year of days without one.

    Values follow the contract (ISO day, `YYYY-MM`, `YYYY-Qn`, `YYYY-Hn`, `YYYY`); an hour beside a day is its
    `time` and belongs to its span, as do weekday and part of the day before it.
    """
    atoms = [atom for match in _ATOM.finditer(text) if (atom := _atom(text, match))]
    _widen(text, atoms)
    _inherit(text, atoms)
    for atom in atoms:
        _take_year_of_issue(text, atom, issued_on)
    return tuple(mention for atom in atoms if (mention := _mention(text, atom)))


def _atom(text: str, match: regex.Match[str]) -> _Atom | None:
    """What one match says; None where it is no date."""
    start, end = match.span()
    year = match["y"] or (f"20{match['yy']}" if match["yy"] else None)
    atom = _Atom(start, end, "day", year=int(year) if year else None)
    if match["blank"]:
        atom.blank = True
    elif match["d"]:
        atom.day = _figure(match["d"])
        atom.part = _figure(match["m"]) if match["m"] else None
        if not year and not match["said"] and not match.group().casefold().startswith(("ngày", "mùng", "mồng")):
            atom.certain = atom.part is not None and _is_day(text, start, end)
        if not 1 <= atom.day <= 31 or not (atom.part is None or 1 <= atom.part <= 12):
            return None
    elif match["m"]:
        atom.precision, atom.part = "month", int(match["m"])
        if not 1 <= atom.part <= 12 or (match["bare_month"] and _is_number(text, start)):
            return None
    elif match["q"]:
        roman = match["q"].upper()
        atom.precision, atom.part = "quarter", _ROMAN[roman] if roman in _ROMAN else int(roman)
    elif match["h"]:
        atom.precision, atom.part = "half", 1 if match["h"].casefold() == "đầu" else 2
    else:
        atom.precision = "year"
    return atom


def _figure(words: str) -> int:
    """A day or month, also one that OCR read with a letter for its 1 or parted."""
    return int(words.replace("l", "1").replace("I", "1").replace("L", "1").replace(" ", ""))


def _is_day(text: str, start: int, end: int) -> bool:
    cued = _DAY_CUE.search(text, max(start - _LOOK_BACK, 0), start)
    return cued is not None and not _SHARE.match(text, end)


def _is_number(text: str, start: int) -> bool:
    return _NUMBER_CUE.search(text, max(start - _LOOK_BACK, 0), start) is not None


def _widen(text: str, atoms: list[_Atom]) -> None:
    """Take in the hour, weekday and part of the day beside each day, without running into a neighbour."""
    real = [atom for atom in atoms if atom.certain or atom.part]  # a bare figure may be the minutes of an hour
    left = 0
    for at, atom in enumerate(real):
        right = real[at + 1].start if at + 1 < len(real) else len(text)
        if atom.precision == "day":
            before = time_before(text, atom.start)
            after = None if before else time_after(text, atom.end)
            start = before[0] if before else day_words_before(text, atom.start)
            if before and before[0] >= left:
                atom.time = before[1]
            elif after and after[0] <= right:
                atom.end, atom.time = after
            if start >= left:
                atom.start = start
        left = atom.end


def _inherit(text: str, atoms: list[_Atom]) -> None:
    """Members of a span or list take what they lack from the right, then from the left."""
    for left, right in zip(reversed(atoms[:-1]), reversed(atoms[1:]), strict=True):
        spanned = _joint(text, left, right)
        if spanned is None or left.year is not None or right.precision in ("year", "half") or right.blank:
            continue
        if left.precision != "day" and right.precision == "day" and not spanned:
            continue
        if left.part is None and (left.day is None or right.precision != "day"):
            continue
        if not left.certain and left.part is None and not _listed(text, left, right, spanned):
            continue
        if left.part is None:
            left.part = right.part
            if left.certain:  # `ngày 20 và 21/4`
                right.certain = True
        if right.year is not None:
            left.year, left.certain = right.year, True
            if spanned and _falls(left, right):
                left.year -= 1
        else:
            left.certain = left.certain or right.certain
    for left, right in pairwise(atoms):
        spanned = _joint(text, left, right)
        if spanned and left.year is not None and right.year is None and right.part is not None and not right.blank:
            right.year, right.certain = left.year, True
            if left.precision == right.precision and _falls(left, right):
                right.year += 1


def _joint(text: str, left: _Atom, right: _Atom) -> bool | None:
    """True where the two are the ends of a span, False where members of a list, None where neither."""
    if right.start - left.end > _LONGEST_JOINT or right.start < left.end:
        return None
    if _SPAN.fullmatch(text, left.end, right.start):
        return True
    return False if _LIST.fullmatch(text, left.end, right.start) else None


def _listed(text: str, left: _Atom, right: _Atom, spanned: bool) -> bool:
    """May the bare figure `left` be a day? `từ 10 đến 20/3/2021`, `các ngày 5, 6 và 7/3/2021`."""
    cue = r"\btừ\s$" if spanned else r"\b(?:ngày|sáng|chiều|tối)\s(?:\d{1,2}[\s,]{1,3}(?:và\s)?){0,8}$"
    return right.certain and regex.search(cue, text[max(left.start - _LOOK_BACK, 0) : left.start], regex.I) is not None


def _falls(left: _Atom, right: _Atom) -> bool:
    """Do the two, read in one year, run backwards (`28/12 - 04/01/2022`)?"""
    return (left.part or 0, left.day or 0) > (
        right.part or 0,
        right.day or 31,
    ) and left.precision == right.precision


def _take_year_of_issue(text: str, atom: _Atom, issued_on: date | None) -> None:
    if atom.year is not None or not atom.certain:
        return
    atom.explicit = False
    if issued_on is None or (atom.precision == "day" and atom.part is None) or _EVERY_YEAR.match(text, atom.end):
        return
    atom.year = issued_on.year
    last = _last_day(atom)
    looks_ahead = _AHEAD.search(text, max(atom.start - _LOOK_BACK, 0), atom.start)
    if last is not None and (issued_on - last).days > _FAR_PAST_DAYS and looks_ahead:
        atom.year += 1


def _last_day(atom: _Atom) -> date | None:
    """The last day that the atom can mean (the 28th stands for a month's end); None off the calendar."""
    months = {"month": atom.part, "quarter": (atom.part or 0) * 3, "half": (atom.part or 0) * 6, "year": 12}
    month = months.get(atom.precision, atom.part) or 0
    try:
        return date(atom.year or 0, month, atom.day or 28)
    except ValueError:
        return None


def _mention(text: str, atom: _Atom) -> DateMention | None:
    """The atom as a mention; None where it is not certain to be a date or no calendar holds it."""
    if not atom.certain or (atom.precision == "day" and not atom.blank and atom.part is None):
        return None
    value = None if atom.blank or atom.year is None or _LUNAR.match(text, atom.end) else _value(atom)
    if atom.day is not None and not _exists(atom):
        return None
    return DateMention(atom.start, atom.end, value, atom.precision, atom.explicit, atom.time)


def _exists(atom: _Atom) -> bool:
    try:
        date(atom.year or 2000, atom.part or 1, atom.day or 1)  # 2000 has a 29 February: nothing is known against it
    except ValueError:
        return False
    return True


def _value(atom: _Atom) -> str:
    forms = {
        "day": f"{atom.year:04d}-{atom.part or 0:02d}-{atom.day or 0:02d}",
        "month": f"{atom.year:04d}-{atom.part or 0:02d}",
        "quarter": f"{atom.year:04d}-Q{atom.part}",
        "half": f"{atom.year:04d}-H{atom.part}",
        "year": f"{atom.year:04d}",
    }
    return forms[atom.precision]
