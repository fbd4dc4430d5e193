"""The header of a table: its first cell says `TT`, or `Thời gian` beside `Nội dung`; its gutters begin the columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import regex

from congvan.datamodel.document import Box, Page, Word
from congvan.layout import marks
from congvan.layout.gutters import HEADER_GUTTER, Gutters, Ruled, header_gutters, is_speck
from congvan.layout.table_rows import SURE_NUMBER, begins_inside

# Lines a header has above and below its first cell.
HEADER_LINES = 5
# From the middle of a line to that of the next, and no further, in line heights.
HALF_ROW = 0.7
# A line right above or below belongs to the table if it stands no further away, in line heights.
CLOSE = 0.35

_NUMBER_HEAD = regex.compile(r"^(?:s?tt[il]?|stt?)$")  # TT, STT, Stt, TTI
_TIME_HEAD = regex.compile(
    r"^(?:thoi gian|ngay(?: thang)?|gio|buoi|tuan)\b"
)  # Thời gian, Ngày/tháng, Thời gian thực hiện
# A section's heading or the end of a bracket under a title stands above a header, but is no part of it.
_NO_HEAD = regex.compile(r"^(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[A-Z])\s?[.)/]\s|^[^()]{0,60}\)$|[.:;]$|^\([^()]{20,}")
_CONTENT_HEAD = regex.compile(r"^(?:noi dung|cong viec|nhiem vu|hoat dong)\b")  # Nội dung công việc


@dataclass(frozen=True, slots=True)
class Head:
    """Lines `top` to `bottom` (inclusive) of a header, the place of its first cell and the gutters it shows.

    `timed`: the first column holds times, not numbers.
    """

    top: int
    bottom: int
    first: Box
    gutters: Gutters
    timed: bool


def header_at(rows: Sequence[Ruled], at: int, floor: int) -> Head | None:
    """The header whose first cell begins on line `at`, if one does; it takes no line before `floor`."""
    row = rows[at]
    words = row.shaping
    if not words or (not row.page.placed and any("|" in w.text for w in row.line.words)):
        return None  # pasted cells: each line is a row already
    timed = not is_number_head(words[0].text)
    first = words[0].box
    if timed:
        parts = parts_of(words, row.page, HEADER_GUTTER)
        texts = [" ".join(w.text for w in part) for part in parts]
        if not is_time_head(texts[0]) or not any(_CONTENT_HEAD.match(marks.fold(text)) for text in texts[1:]):
            return None
        first = first.union(parts[0][-1].box)
    top, bottom = _lines(rows, at, floor, first)
    gutters = header_gutters(rows[top : bottom + 1], row.page)
    if not gutters or gutters[0][0] > first.x1 + row.page.em:
        return None
    return Head(top, bottom, first, gutters, timed)


def is_number_head(text: str) -> bool:
    """`TT`, `STT`"""
    return len(text) <= 6 and bool(_NUMBER_HEAD.match(marks.fold(text).strip(".:|")))


def is_time_head(text: str) -> bool:
    """`Thời gian`, `Ngày`"""
    return len(text) <= 30 and bool(_TIME_HEAD.match(marks.fold(text)))


def _lines(rows: Sequence[Ruled], at: int, floor: int, first: Box) -> tuple[int, int]:
    """First and last line of the header: what stands beside, above and below its first cell, which is in the middle."""
    page = rows[at].page
    right = first.x1 + page.em
    middle = (first.top + first.bottom) / 2
    under = at
    while under + 1 < min(at + HEADER_LINES, len(rows)) and _under(rows[under + 1], page, right):
        under += 1
    reach = max(level_of(rows[under]) - middle, 0.0) + HALF_ROW * page.line_height
    top = at
    while top > max(at - HEADER_LINES, floor) and _over(rows, top - 1, page, right, middle - reach):
        top -= 1
    rise = middle - level_of(rows[top]) + HALF_ROW * page.line_height
    bottom = at
    while bottom < under and (level_of(rows[bottom + 1]) - middle <= rise or begins_inside(rows[bottom + 1].line.text)):
        bottom += 1
    if bottom < under <= bottom + 2 and under + 1 < len(rows) and _is_whole(rows[under + 1], page):
        bottom = under  # else it would be a cell of the first row, which begins above its number
    return top, bottom


def _is_whole(row: Ruled, page: Page) -> bool:
    """Is this line a row of its own: a number, and no part of it like the middle of a cell?"""
    parts = parts_of(row.shaping, page, HEADER_GUTTER)
    texts = [part[0].text for part in parts]
    return len(parts) > 1 and bool(SURE_NUMBER.match(texts[0])) and not any(map(begins_inside, texts))


def _under(row: Ruled, page: Page, right: float) -> bool:
    """May the line be the header's next one: close below, and nothing in the column of numbers?"""
    numbered = any(w.box.middle < right for w in row.line.words if not is_speck(w, page))
    return row.page is page and row.gap <= 1 and not numbered


def _over(rows: Sequence[Ruled], n: int, page: Page, right: float, highest: float) -> bool:
    """May line `n` be one of the header's above its number?"""
    words = rows[n].shaping
    near = rows[n].page is page and rows[n + 1].gap <= CLOSE and level_of(rows[n]) >= highest
    return near and (not words or (words[0].box.x0 > right and not _NO_HEAD.search(rows[n].line.text.strip())))


def level_of(row: Ruled) -> float:
    """The height at which a line stands on its page: a tall stray mark does not move it."""
    return median(middle_of(w) for w in row.line.words)


def middle_of(word: Word) -> float:
    """The middle of a word's height."""
    return (word.box.top + word.box.bottom) / 2


def parts_of(words: Sequence[Word], page: Page, gap: float) -> list[tuple[Word, ...]]:
    """Words parted where the blank between them has `gap` average characters or more."""
    limit = gap * (page.em if page.placed else 1.0)
    parts: list[tuple[Word, ...]] = []
    begin = 0
    for n in range(1, len(words) + 1):
        if n == len(words) or words[n].box.x0 - words[n - 1].box.x1 >= limit:
            parts.append(tuple(words[begin:n]))
            begin = n
    return parts
