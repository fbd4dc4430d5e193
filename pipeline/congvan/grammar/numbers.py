"""Figures and sums of money as Vietnamese offices write them: text in, values with offsets out.

Dots part thousands and a comma parts decimals (`1.250,5`); counts below ten carry a leading zero (`02`); a
fraction `3/5` is three out of five; a range is `10 - 15` or `từ 01 đến 02`. Dates and document numbers hold
figures too: callers leave out what their mentions of dates and codes cover.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

FIGURE = r"\d++(?:[.,]\d++)*+"
"""The pattern of one written figure for use inside other patterns; possessive: it never reads a part."""

_UNITS = {
    "không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7,
    "bẩy": 7, "tám": 8, "chín": 9, "mốt": 1,
}  # fmt: skip
_SCALES = {
    "trăm": 100, "nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000, "triệu": 1_000_000, "tr": 1_000_000,
    "tỷ": 1_000_000_000, "tỉ": 1_000_000_000,
}  # fmt: skip

_SHAPE = regex.compile(
    r"""
      (?P<plain>   [0-9]+ )                              # 02
    | (?P<dotted>  [0-9]{1,3} (?:\.[0-9]{3})+ (?:,[0-9]+)? )   # 1.250,5 ; 1.500.000
    | (?P<decimal> [0-9]+ ,[0-9]+ )                         # 0,75
    | (?P<english> [0-9]{1,3} (?:,[0-9]{3})+ (?:\.[0-9]+)? )   # 1,500,000.5
    | (?P<point>   [0-9]+ \.[0-9]+ )                        # 7.5
    """,
    regex.VERBOSE,
)
# `1,500` is a thousand and a half where the decimals would end in two zeros: nobody writes such decimals.
_COMMA_THOUSANDS = regex.compile(r"[1-9]\d{0,2},\d00")


def parse_number(text: str) -> float | None:
    """The value of one written figure: `1.250,5` is 1250.5, `02` is 2.0, `mười hai` is 12.0; None for others.

    A trailing `%` is allowed and changes nothing. Words are read up to 99 and through `trăm`.
    """
    text = text.strip().removesuffix("%").rstrip()
    match = _SHAPE.fullmatch(text)
    if match is None:
        return _parse_words(text)
    if match["plain"]:
        return float(text) if len(text) <= _MOST_DIGITS else None
    if match["dotted"]:
        return float(text.replace(".", "").replace(",", "."))
    if (match["english"] and (text.count(",") > 1 or "." in text)) or _COMMA_THOUSANDS.fullmatch(text):
        return float(text.replace(",", ""))
    return float(text.replace(",", "."))


_MOST_DIGITS = 15  # beyond this a float no longer holds every integer; such strings are account numbers


def _parse_words(text: str) -> float | None:
    """`hai` 2, `mười lăm` 15, `hai mươi` 20, `ba mươi mốt` 31, `một trăm` 100, `một trăm linh năm` 105."""
    words = text.casefold().split()
    if not words or len(words) > _MOST_WORDS:
        return None
    total, digit = 0, None
    for word in words:
        if word in _UNITS:
            if digit is not None:
                return None
            digit = _UNITS[word]
        elif word == "mười" and digit is None:
            total += 10
        elif word == "mươi" and digit is not None:
            total, digit = total + digit * 10, None
        elif word == "trăm" and digit is not None and total == 0:
            total, digit = digit * 100, None
        elif word in ("linh", "lẻ") and digit is None and total >= 100:
            continue
        else:
            return None
    return float(total + (digit or 0))


_MOST_WORDS = 6

_FIGURES = regex.compile(
    rf"""
    (?<![\p{{L}}\d.,/-])
    (?P<low> {FIGURE})
    (?: \s?[%‰] )?
    (?:
        \s?/\s? (?P<of> \d++) (?![\d/.-]\d|/|-\p{{Lu}})          # 3/5
      | (?: (?<! (?:\A|\n) \d{{1,2}} ) \s?[-–] | \s[-–] ) \s? (?P<high> {FIGURE}) (?![/\d])   # 98 - 100; not `1- 100%`
      | \s đến \s (?P<to> {FIGURE}) (?![/\d])                    # từ 01 đến 02
    )?
    (?! /\d | (?! (?:kg|km|ha|cm|mm|ml|kWh|MW) (?!\p{{L}}) ) \p{{L}}{{2}} )   # 15kg
    """,
    regex.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A written figure: half-open span; `value_max` of a range, `of` of a fraction (`3/5`: value 3, of 5)."""

    start: int
    end: int
    value: float
    value_max: float | None = None
    of: float | None = None


def find_figures(text: str, start: int = 0, end: int | None = None) -> tuple[Figure, ...]:
    """The figures between two offsets in text order; a range or fraction is one; the span takes in a `%`."""
    found = []
    for match in _FIGURES.finditer(text, start, len(text) if end is None else end):
        value = parse_number(match["low"])
        high = match["high"] or match["to"]
        top = parse_number(high) if high else None
        if value is None:
            continue
        stop = match.end()
        if top is not None and top < value:  # `5 - 3` is no range: keep the first figure alone
            top, stop = None, match.end("low")
        tail = _PERCENT.match(text, stop)
        of = float(match["of"]) if match["of"] else None
        found.append(Figure(match.start(), tail.end() if tail else stop, value, top, of))
    return tuple(found)


_PERCENT = regex.compile(r"\s?[%‰]")

_WORD = r"(?:một|hai|ba|bốn|năm|lăm|sáu|bảy|tám|chín|mười|mươi|mốt|trăm)"
_AMOUNT = rf"(?:{FIGURE}|{_WORD}(?:\s{_WORD}){{0,5}})"
_SCALE = r"(?:nghìn|ngàn|triệu|tr|tỷ|tỉ)"
# `04 đồng chí`, `05 đ/c`, `05 Đ/ c` are no money
_UNIT = r"(?:đồng(?!\s(?:chí|bào|đội|hồ|thời|phục))|đ\b(?!\s?/\s?c(?!\p{L}))|VNĐ|VND)"
_MONEY = regex.compile(
    rf"""
    (?<![\p{{L}}\d.,/])
    (?:
        (?: {_AMOUNT} \s? {_SCALE} \b \s? ){{1,3}} {_UNIT}     # 1 triệu 500 nghìn đồng
      | {FIGURE} \s? {_UNIT}                                   # 1.500.000 đồng; 300.000đ
      | [1-9]\d{{0,2}} (?: [\ \xa0] \d{{3}} ){{1,3}} \s? {_UNIT}     # 9 000 000 đồng
      | {FIGURE} \s? (?: triệu | t[ỷỉ] (?!\s+lệ) ) \b                            # 50 triệu; `năm 2019 tỷ lệ` is none
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_MONEY_PART = regex.compile(rf"({_AMOUNT}) (?: \s? ({_SCALE}) \b)?", regex.VERBOSE | regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Money:
    """A sum: half-open span of figure and unit, value in Vietnamese đồng."""

    start: int
    end: int
    value: int


def find_money(text: str, start: int = 0, end: int | None = None) -> tuple[Money, ...]:
    """The sums of money between two offsets in text order (`1.500.000 đồng`, `50 triệu đồng`, `300.000đ`)."""
    found = []
    for match in _MONEY.finditer(text, start, len(text) if end is None else end):
        value = parse_money(match.group())
        if value:
            found.append(Money(match.start(), match.end(), value))
    return tuple(found)


def parse_money(text: str) -> int | None:
    """A sum in đồng: `50 triệu đồng` is 50000000, `1 triệu 500 nghìn` is 1500000; None where it is no sum.

    A bare figure counts as a sum only with thousands dots or with its unit: `1.500.000`, `500đ`.
    """
    total = 0.0
    parts = list(_MONEY_PART.finditer(_SPACED.sub("", text.strip())))
    for part in parts:
        number = parse_number(part[1])
        if number is None:
            return None
        total += number * _SCALES.get((part[2] or "").casefold(), 1)
    if not parts or (len(parts) == 1 and not parts[0][2] and not _BARE_SUM.search(text)):
        return None
    return round(total)


_SPACED = regex.compile(r"(?<=\d)[ \xa0](?=\d{3}(?!\d))")  # 9 000 000
_BARE_SUM = regex.compile(r"\d\s?(?:đồng|đ\b|VNĐ|VND)|\d\.\d{3}", regex.IGNORECASE)
