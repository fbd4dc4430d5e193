"""What an office document or web page says in order (paragraphs, tables, page breaks) -> pages on a grid.

Their readers make blocks; here blocks become rows of text as a text file would have them: a table that only keeps the
columns of a letterhead or signature block becomes two columns side by side, any other table one row `| a | b |` a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from congvan.datamodel.document import Page
from congvan.errors import DocumentError
from congvan.reading.asked import EVERYTHING, Asked
from congvan.reading.rows.columns import PAGE_FRAME, SIGNATURE, beside_each_other, column_beside
from congvan.reading.rows.grid import page_of

# Columns of a printed page: A4 at 14 pt has some 80 characters in a line.
PAGE_WIDTH = 96
# The right column begins at the middle of the page at the earliest.
RIGHT_COLUMN = 46
# A frame of letterhead or signature has few lines; what is longer is a page laid out in a table.
LONGEST_FRAME_CELL = 60
LONGEST_BRACE = 600
# Tables and boxes in cells: readers lay out what is nested deeper as if no table were there.
MAX_DEPTH = 4
# A book of 1,000 pages has not as many rows; a document that has was made to do harm.
MAX_ROWS = 200_000
# Of all its tables, also the empty ones: a file of some kilobytes can ask for 63 in each of a million rows.
MAX_CELLS = 2_000_000

Row = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text with its line breaks (`\\n`) and tabs; `indent`: where it begins, in columns; `right`: set to the right."""

    text: str
    bold: bool = False
    indent: int = 0
    right: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each some blocks; `ruled`: lines are drawn between the cells, None where that is not known."""

    rows: tuple[tuple[tuple[Block, ...], ...], ...]
    ruled: bool | None = None


Block = Paragraph | PageBreak | Table


def pages_of(blocks: Iterable[Block], asked: Asked = EVERYTHING) -> Iterator[Page]:
    """The pages asked for; a page with nothing on it at the end of the document is none.

    Raises DocumentError (`too_large`).
    """
    sheets: list[list[Row]] = [[]]
    begun = False
    for n, row in enumerate(row for block in blocks for row in _rows(block)):
        if n > MAX_ROWS:
            message = f"The document has more than {MAX_ROWS:,} lines."
            raise DocumentError(message, "Split it into its dispatches.", reason="too_large")
        if row is not None:
            sheets[-1].append(row)
            begun = begun or bool(row[0])
        elif begun:
            # What is to begin a new page at the very beginning begins the first.
            sheets.append([])
    while len(sheets) > 1 and not any(text.strip() for text, _ in sheets[-1]):
        sheets.pop()
    for number, rows in enumerate(sheets, 1):
        if number in asked:
            yield page_of(number, rows, PAGE_WIDTH)


def too_many_cells() -> DocumentError:
    """For readers, which count the cells of tables as they make them."""
    message = f"The tables of the document have more than {MAX_CELLS:,} cells."
    return DocumentError(message, "Split it into its dispatches.", reason="too_large")


def text_of(blocks: Sequence[Block]) -> str:
    """All text of blocks, a line each, of MAX_ROWS at most: for looking at, not for reading."""
    rows = (row[0] for block in blocks for row in _rows(block) if row)
    return "\n".join(islice(rows, MAX_ROWS))


def _rows(block: Block) -> Iterator[Row | None]:
    """Rows of a block, None for a page break. Paragraphs are kept apart by an empty row: none of them is wrapped."""
    if isinstance(block, PageBreak):
        yield None
    elif isinstance(block, Table):
        yield from _table_rows(block)
    else:
        yield from _paragraph_rows(block)
        yield "", False


def _paragraph_rows(paragraph: Paragraph) -> Iterator[Row]:
    for line in paragraph.text.split("\n"):
        line = line.strip()
        indent = max(PAGE_WIDTH - len(line), 0) if paragraph.right else paragraph.indent
        yield " " * indent * bool(line) + line, paragraph.bold


def _table_rows(table: Table) -> Iterator[Row | None]:
    filled = [[cell for cell in row if _is_filled(cell)] for row in table.rows]
    widest = max(map(len, filled), default=0)
    if widest == 1 and _stands_right(table):
        yield from _side_by_side(table)
    elif widest <= 1 or _is_page_layout(table, filled):
        for row in filled:
            for cell in row:
                for block in cell:
                    yield from _rows(block)
        return
    elif widest == 2 and _is_frame(table):
        yield from _side_by_side(table)
    else:
        for cells in table.rows:
            texts = [" ".join(_cell_text(cell).split()) for cell in cells]
            if any(texts):
                yield "| " + " | ".join(texts) + " |", all(map(_is_bold, filter(_is_filled, cells)))
    yield "", False


def _is_filled(cell: Sequence[Block]) -> bool:
    return any(
        any(_is_filled(inner) for row in block.rows for inner in row) if isinstance(block, Table)
        else isinstance(block, Paragraph) and block.text.strip()
        for block in cell
    )  # fmt: skip


def _is_bold(cell: Sequence[Block]) -> bool:
    return all(block.bold for block in cell if isinstance(block, Paragraph) and block.text.strip())


def _is_page_layout(table: Table, filled: Sequence[Sequence[Sequence[Block]]]) -> bool:
    """A table without rules that holds whole parts of the page: tables of more than one column, or much text."""
    if table.ruled:
        return False
    cells = [cell for row in filled for cell in row]
    framed = any(PAGE_FRAME.search(_cell_text(cell)) for cell in cells)
    nested = any(_has_columns(block) and not (framed and _is_brace(block)) for cell in cells for block in cell)
    return nested or any(len(cell) > LONGEST_FRAME_CELL for cell in cells)


def _is_brace(block: Block) -> bool:
    """A small table beside whose first cell one word stands for all its lines: recipients, a brace, `(b/c)`."""
    text = _cell_text((block,))
    return len(text) <= LONGEST_BRACE and not PAGE_FRAME.search(text)


def _stands_right(table: Table) -> bool:
    """A signature block with nothing beside it: short lines in the last cells of rows, nothing in the others."""
    cells = [(n, cell) for row in table.rows for n, cell in enumerate(row) if _is_filled(cell)]
    if table.ruled or any(n == 0 for n, _ in cells):
        return False
    return all(len(text) <= PAGE_WIDTH - RIGHT_COLUMN for _, cell in cells for text, _ in _lines(cell))


def _has_columns(block: Block) -> bool:
    return isinstance(block, Table) and any(sum(map(_is_filled, row)) > 1 for row in block.rows)


def _is_frame(table: Table) -> bool:
    """Does the table keep the columns of a letterhead or signature block? Without rules nothing else has two."""
    text = " ".join(_cell_text(cell) for row in table.rows for cell in row)
    return table.ruled is False or bool(PAGE_FRAME.search(text)) or (not table.ruled and bool(SIGNATURE.search(text)))


def _side_by_side(table: Table) -> Iterator[Row]:
    pairs = []
    for cells in table.rows:
        filled = [n for n, cell in enumerate(cells) if _is_filled(cell)]
        left = _lines(cells[filled[0]]) if filled and (filled[0] == 0 or len(filled) > 1) else []
        right = _lines(cells[filled[-1]]) if filled and (filled[-1] > 0 or len(filled) > 1) else []
        pairs.append((left, right))
    column = max(column_beside(text for left, _ in pairs for text, _ in left), RIGHT_COLUMN)
    for left, right in pairs:
        for (text, bold), (beside, also) in zip_longest(left, right, fillvalue=("", True)):
            yield beside_each_other(text, beside, column), bold and also and bool(text or beside)


def _lines(cell: Sequence[Block]) -> list[Row]:
    """The printed lines of a cell, tabs as blanks: its columns are not those of the page."""
    rows: list[Row] = []
    for block in cell:
        if isinstance(block, Table):
            rows += (line for row in block.rows for inner in row for line in _lines(inner))
        else:
            rows += filter(None, _rows(block))
    return [(" ".join(text.split()), bold) for text, bold in rows if text.strip()]


def _cell_text(cell: Sequence[Block]) -> str:
    return " ".join(text.strip(" |") for block in cell for text, _ in filter(None, _rows(block)))
