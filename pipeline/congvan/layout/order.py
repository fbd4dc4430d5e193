"""Printed lines of pages become strips in reading order.

Letterhead and signature block stand in two columns: their lines are cut at the gap between the columns, and the left
column is read before the right one. Everything else is read line by line; wide gaps there part the cells of a table
row. Page numbers are furniture of the page and leave the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

from congvan.datamodel.document import Page
from congvan.datamodel.layout import Strip
from congvan.layout.columns import two_columns
from congvan.layout.gutters import cells_of_line
from congvan.layout.printed import Row, margins_of, rows_of, strip_of
from congvan.layout.tables import Row as TableRow
from congvan.layout.tables import tables_of
from congvan.layout.zones import foot_end, head_end

# Room at the right, in average characters, that the next word may have been too long for. Lines of text that came
# out of a PDF differ more, since their letters had different widths.
ROOM_ON_PAPER = 6.0
ROOM_IN_TEXT = 12.0


def strips_of(pages: Sequence[Page]) -> list[Strip]:
    """All strips of the pages in reading order, page numbers left out."""
    rows = [row for page in pages for row in rows_of(page)]
    rows = [replace(row, number=n) for n, row in enumerate(rows)]
    margins = {page.number: margins_of(page) for page in pages}
    strips: list[Strip] = []
    body: list[Row] = []
    at = 0
    while at < len(rows):
        in_head = head_end(rows, at)
        end = in_head or foot_end(rows, at)
        if end is None:
            body.append(rows[at])
            at += 1
            continue
        strips += _body_strips(body, margins)
        body = []
        strips += two_columns(rows[at:end], "head" if in_head else "foot", margins)
        at = end
    return strips + _body_strips(body, margins)


def _body_strip(row: Row, margins: dict[int, tuple[float, float]]) -> Strip:
    """A whole line of the body; it is `full` if one more average word would not have fitted."""
    cells = cells_of_line(row.segments)
    strip = strip_of(row, tuple(word for cell in cells for word in cell), "body", margins)
    breaks = []
    count = 0
    for segment in cells[:-1]:
        count += len(segment)
        breaks.append(count)
    _, right = margins[row.page.number]
    room = ROOM_ON_PAPER * row.page.em if row.page.placed else ROOM_IN_TEXT
    return replace(strip, breaks=tuple(breaks), full=cells[-1][-1].box.x1 + room >= right)


def _body_strips(rows: Sequence[Row], margins: dict[int, tuple[float, float]]) -> list[Strip]:
    """Lines of the body one by one; those of a table by its logical rows, cell after cell."""
    strips: list[Strip] = []
    at = 0
    # Rows of a text that is not wrapped are whole already, and its tabs say nothing of columns.
    wrapped = [row for row in rows if margins[row.page.number][1] < inf]
    for table in tables_of(rows) if len(wrapped) == len(rows) else ():
        strips += [_body_strip(row, margins) for row in rows[at : table.start]]
        for cells in table.rows:
            number = rows[cells[0][0].row].number
            strips += _cell_strips(rows, cells, number, margins)
        at = table.end
    return strips + [_body_strip(row, margins) for row in rows[at:]]


def _cell_strips(
    rows: Sequence[Row], cells: TableRow, number: int, margins: dict[int, tuple[float, float]]
) -> Iterator[Strip]:
    """The printed pieces of a logical row; a break stands before the first word of each cell but the first."""
    for n, cell in enumerate(cells):
        for k, piece in enumerate(cell):
            strip = strip_of(rows[piece.row], piece.words, "body", margins)
            yield replace(strip, breaks=(0,) if n and not k else (), table_row=number)
