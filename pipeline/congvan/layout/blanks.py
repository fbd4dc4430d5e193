"""Blanks left for a number, day or month: wide gaps inside one cell that part no columns."""

from __future__ import annotations

import regex

from congvan.text.likeness import flat

# Only so much of a segment's end is looked at.
_TAIL = 24

_NUMBER_OPEN = regex.compile(r"(?:^|[^\p{L}])s[o06]\s?[:.]?\s?[\d.…_]{0,8}$")  # `Số:      /KH-SCN`, `Số: 12    /KH-SCN`
_NUMBER_ON = regex.compile(r"[/⁄]\s?\p{L}|[/⁄]$|-\s?\p{Lu}{2}")
_DAY_OPEN = regex.compile(r"\bngay[\s.…_]{0,4}\d{0,2}$")  # `ngày      tháng`, `ngày   15   tháng`
_MONTH_OPEN = regex.compile(r"\bthang[\s.…_]{0,4}\d{0,2}$")  # `tháng     năm`
_DAY_ON = regex.compile(r"\d{1,2}$|\d{1,2}\s|thang\b|[.…_]+$")
_MONTH_ON = regex.compile(r"\d{1,2}$|\d{1,2}\s|nam\b|[.…_]+$")


def is_blank_place(before: str, after: str) -> bool:
    """Is the gap between two neighbours of a printed line a blank to be filled in?

    `before`: what stands left of the gap, `after`: the word right of it.
    """
    left, right = flat(before[-_TAIL:]), flat(after)
    return bool(
        (_NUMBER_OPEN.search(left) and _NUMBER_ON.match(after))
        or (_DAY_OPEN.search(left) and _DAY_ON.match(right))
        or (_MONTH_OPEN.search(left) and _MONTH_ON.match(right))
    )
