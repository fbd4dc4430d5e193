"""Tables whose cells wrap over several printed lines become logical rows, one paragraph each.

A table is known by its header (`TT | Nội dung | Thời gian`) and by the white gutters that stay free below it; on the
next page it goes on where the same gutters are free again. Words are given to columns by their place, since a narrow
gutter often does not show as a gap. Where columns do not hold, the lines stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

import regex

from congvan.datamodel.document import Page, Word
from congvan.layout import marks
from congvan.layout.gutters import (
    GUESSED,
    RULE,
    Gutters,
    Interval,
    Printed,
    Ruled,
    columns_of,
    crossings,
    followed,
    is_speck,
    least_gutter,
    shifted,
)
from congvan.layout.table_heads import CLOSE, header_at, is_number_head, is_time_head, level_of, middle_of, parts_of
from congvan.layout.table_rows import GUESS, HEADER, NONE, SURE, SURE_NUMBER, TableLine, cut_rows, is_torn

# Lines on either side of a line that show where its gutters are.
WINDOW = 8
# A table's next page is laid so many average characters to the left or right of the last one at most.
PAGE_SHIFT = 4.0
# Blank in line heights above a line that cannot be of the table any more.
LARGEST_GAP = 5.0
# Lines of heading that may stand across the columns in one place.
INNER_HEADING = 2
# Lines of one cell beside which nothing stands.
LONGEST_CELL = 20
# Blank between words of a row of one line that parts cells of its own, in average characters.
WIDE_GAP = 3.0
# Pieces whose middles are less than this share of a line's height apart stand on one line.
SAME_LINE = 0.55

_TIME = regex.compile(  # 07h30 ; 8 giờ ; 15/4 ; Ngày 15/4/2022 ; Từ 13h30 ; Tháng 5 ; Quý II
    r"^(?:\d{1,4}\s?(?:h|g|giờ|:|/|-|–|\.)|(?:Từ|Trước|Ngày|Sáng|Chiều|Tối|Tuần|Thứ|Tháng|Quý|Năm|Lúc)(?!\p{L}))"
)
_RULE_EDGE = regex.compile(r"^[|¦]+|[|¦]+$")  # |Phòng Nội vụ|
_SPECKS = ".,:;'`ˆ~-–—_ "
_LISTED = regex.compile(r"^(?:[-–—+*•]|\d{1,2}[.)]|[a-zđ][.)])")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one cell on one printed line; `row` is the line's index in the rows given."""

    row: int
    words: tuple[Word, ...]


Row = tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Lines `start` to `end` (exclusive) as logical rows, each a list of filled cells, each a list of pieces.

    A heading that stands across the columns is a logical row of one cell.
    """

    start: int
    end: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Region:
    """Lines of one page that keep to the same columns: `body` is the first one below the header.

    `gutters`: where they are at the first line; `numbers`: left and right edge of the header's first cell;
    `timed`: times and not numbers stand in the first column; `across`: lines of headings that stand across the columns.
    """

    start: int
    body: int
    end: int
    gutters: Gutters
    numbers: tuple[float, float]
    timed: bool
    across: frozenset[int]


def tables_of(printed: Sequence[Printed]) -> list[Table]:
    """The tables among printed lines of running text, in order; linear in the number of lines."""
    rows = [Ruled(row) for row in printed]
    tables: list[Table] = []
    at = floor = 0
    last: _Region | None = None
    while at < len(rows):
        region = _headed(rows, at, floor) or (_continued(rows, at, last) if last and last.end == at else None)
        by_line = _gutters_by_line(rows, region) if region else []
        found = _logical(rows, region, by_line) if region else None
        if region is None or found is None:
            at = region.end if region else at + 1
            continue
        tables.append(Table(region.start, region.end, found))
        at = floor = region.end
        last = replace(region, gutters=by_line[-1])
    return tables


def _headed(rows: Sequence[Ruled], at: int, floor: int) -> _Region | None:
    """The lines of a table whose header's first cell begins on line `at`."""
    head = header_at(rows, at, floor)
    if head is None:
        return None
    return _grown(rows, head.top, head.bottom + 1, head.gutters, (head.first.x0, head.first.x1), head.timed)


def _continued(rows: Sequence[Ruled], at: int, last: _Region) -> _Region | None:
    """The lines at the top of a page that keep to the columns of the table that ended the page before."""
    page, before = rows[at].page, rows[at - 1].page
    if page is before or page.number != before.number + 1 or page.placed != before.placed:
        return None
    first = [row for row in rows[at : at + WINDOW] if row.page is page]
    step = page.em / 2 if page.placed else 1.0
    count = int(PAGE_SHIFT * 2)
    shifts = sorted((n * step for n in range(-count, count + 1)), key=abs)

    def kept(by: float) -> int:
        gutters = shifted(last.gutters, by)
        return sum(not any(crossings(row, gutters, known=True)) for row in first)

    best = max(shifts, key=kept)
    numbers = (last.numbers[0] + best, last.numbers[1] + best)
    return _grown(rows, at, at, shifted(last.gutters, best), numbers, last.timed)


def _grown(
    rows: Sequence[Ruled], start: int, body: int, gutters: Gutters, numbers: tuple[float, float], timed: bool
) -> _Region | None:
    """From the first line down as far as the columns hold; None if no line below the header fills two cells."""
    page = rows[start].page
    first = _first_lines(rows, body, page, gutters)
    now = followed(first, gutters, gutters, page)
    kept = [n for n, gutter in enumerate(now) if not n or _holds(first, gutter, page)]
    gutters, now = tuple(gutters[n] for n in kept), tuple(now[n] for n in kept)
    across: set[int] = set()
    heading: list[int] = []
    end = at = body
    while at < len(rows) and rows[at].page is page and at - end <= LONGEST_CELL:
        row = rows[at]
        if (at > start and row.gap > LARGEST_GAP) or marks.is_annex(row.line.text) or (at > body and _begins(row)):
            break
        fit = _fit(row, now, known=at >= body + 3)
        if fit == "across":
            heading.append(at)
        elif fit == "cells" or (at == end and _close(row, at == start, now)):
            across.update(heading)
            heading, end = [], at + 1
        if len(heading) > INNER_HEADING or (heading and fit == "cell"):
            break
        at += 1
        now = followed(rows[max(body, at - WINDOW) : at], now, gutters, page)
    return _Region(start, body, end, gutters, numbers, timed, frozenset(across)) if end > body else None


def _begins(row: Ruled) -> bool:
    """Does a table of its own begin here?"""
    return is_number_head(row.line.words[0].text)


def _fit(row: Ruled, gutters: Gutters, *, known: bool) -> str:
    """How a line stands in the columns: `cells` or one `cell` of them, in `doubt`, `across` them."""
    crossed = crossings(row, gutters, known=known)
    if not any(crossed):
        return "cells" if len(columns_of(row.shaping, gutters)) > 1 else "cell"
    return "across" if crossed[0] or sum(crossed) > max(1, len(gutters) / 2 - 1) else "doubt"


def _first_lines(rows: Sequence[Ruled], body: int, page: Page, gutters: Gutters) -> Sequence[Ruled]:
    """The lines below the header, as far as they may belong to it."""
    end = body
    while end < min(body + WINDOW, len(rows)) and rows[end].page is page:
        if _fit(rows[end], gutters, known=False) == "across":
            break
        end += 1
    return rows[body:end]


def _holds(rows: Sequence[Ruled], gutter: Interval, page: Page) -> bool:
    """Is a gutter wide enough, and do most lines keep it free? Else it was but a wide space in the header."""
    crossed = sum(crossings(row, (gutter,), known=False)[0] for row in rows)
    return gutter[1] - gutter[0] >= least_gutter(page) and crossed * 3 <= len(rows)


def _close(row: Ruled, first: bool, gutters: Gutters) -> bool:
    """Is a line that fills one cell of its row: a number alone, or close below and no new item of the text?"""
    columns = columns_of(row.shaping, gutters)
    if first:
        return True
    if 0 in columns:
        return all(SURE_NUMBER.match(w.text) for w in columns[0]) and len(columns[0]) == 1
    return row.gap <= CLOSE and not (1 in columns and _LISTED.match(row.line.text))


def _gutters_by_line(rows: Sequence[Ruled], region: _Region) -> list[Gutters]:
    """Where the gutters are at each line of the region, by the lines round it."""
    page = rows[region.start].page
    now = region.gutters
    found = []
    for n in range(region.start, region.end):
        near = range(max(region.body, n - WINDOW), min(region.end, n + WINDOW + 1))
        now = followed([rows[k] for k in near if k not in region.across], now, region.gutters, page)
        found.append(now)
    return found


def _logical(rows: Sequence[Ruled], region: _Region, by_line: Sequence[Gutters]) -> tuple[Row, ...] | None:
    """The region's logical rows, None where no row has a number: then nothing tells where one begins."""
    cells = {n: _cells(rows[n], by_line[n - region.start]) for n in range(region.start, region.end)}
    lines: dict[int, TableLine] = {}
    for n in cells:
        lines[n] = _table_line(rows[n], cells[n], region, lines[n - 1].texts.get(0, "") if n - 1 in lines else "")
    if not any(line.number == SURE for line in lines.values()):
        return None
    height = rows[region.start].page.line_height
    spans = []
    begin = region.start
    for stop in [*sorted(region.across), region.end]:
        spans += [(begin + a, begin + b) for a, b in cut_rows([lines[n] for n in range(begin, stop)], height)]
        spans += [(stop, stop + 1)] if stop < region.end else []
        begin = stop + 1
    found: list[Row] = []
    for first, end in spans:
        if first in region.across:
            found.append(((Piece(first, rows[first].line.words),),))
        else:
            found.append(_row({n: cells[n] for n in range(first, end)}, rows[region.start].page))
    return tuple(row for row in found if row)


def _cells(row: Ruled, gutters: Gutters) -> dict[int, list[Word]]:
    """The words of each column; the rules of the table are no words."""
    words = []
    for word in row.line.words:
        text = _RULE_EDGE.sub("", word.text)
        if text and not RULE.match(text) and not is_speck(word, row.page):
            words.append(word if text == word.text else replace(word, text=text, raw=word.text))
    return columns_of(words, gutters)


def _table_line(row: Ruled, columns: dict[int, list[Word]], region: _Region, above: str) -> TableLine:
    """One line for the weighing of rows; `above`: what stands in the first column on the line before."""
    texts = {column: " ".join(w.text for w in words) for column, words in columns.items()}
    middles = {column: median(middle_of(w) for w in words) for column, words in columns.items()}
    first = texts.get(0, "")
    rank = _rank(first, above, region.timed)
    ones = [w for w in row.line.words if RULE.match(w.text) and region.numbers[0] < w.box.middle < region.numbers[1]]
    if rank == NONE and ones and not region.timed:  # a 1 that was read as a rule
        rank, middles[0] = GUESS, middle_of(ones[0])
    return TableLine(texts, middles, median(middles.values()) if middles else level_of(row), rank, row.gap)


def _rank(first: str, above: str, timed: bool) -> int:
    """What stands in the first column: the header, a sure number (or time), a guess, nothing."""
    if is_number_head(first) or (timed and is_time_head(first)):
        return HEADER
    if timed:
        return SURE if _TIME.match(first) and not is_torn(above, first) else NONE
    if SURE_NUMBER.match(first):
        return SURE
    return GUESS if first.strip(_SPECKS) else NONE


def _row(lines: dict[int, dict[int, list[Word]]], page: Page) -> Row:
    """The filled cells of the lines of one logical row; wide gaps in a row of one line part more cells."""
    if len(lines) == 1:
        ((n, columns),) = lines.items()
        return tuple(
            (Piece(n, part),) for column in sorted(columns) for part in parts_of(columns[column], page, WIDE_GAP)
        )
    columns_filled = sorted({column for line in lines.values() for column in line})
    return tuple(
        tuple(_joined([Piece(n, tuple(line[column])) for n, line in lines.items() if column in line], page))
        for column in columns_filled
    )


def _joined(pieces: Sequence[Piece], page: Page) -> list[Piece]:
    """Pieces of one cell, those that are parts of one printed line (one of them was read higher) put in one."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and _beside(joined[-1], piece, page):
            words = sorted(joined[-1].words + piece.words, key=lambda w: w.box.x0)
            joined[-1] = Piece(joined[-1].row, tuple(words))
        else:
            joined.append(piece)
    return joined


def _beside(above: Piece, below: Piece, page: Page) -> bool:
    apart = median(map(middle_of, below.words)) - median(map(middle_of, above.words))
    if not page.placed or apart > SAME_LINE * page.line_height:
        return False
    over, under = ([w.box for w in piece.words if w.confidence >= GUESSED] for piece in (above, below))
    return not any(a.x0 < b.x1 and b.x0 < a.x1 for a in over for b in under)
