"""Writes a dispatch as a text file in the forms in which such files are found, and knows where each character went."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile, zip_longest

from congvan.synth.printing.foot import contact_line, signatures
from congvan.synth.printing.paper import NO_BLOCK
from congvan.synth.printing.tables import column_widths, is_row
from congvan.synth.tree import Block, Dispatch

# Columns of hard-wrapped text: what `pdftotext -layout` makes of 14 pt on A4.
MARGIN, WIDTH, INDENT = 4, 86, 7
LEFT_WIDTH, RIGHT_WIDTH = 36, 46
LINES_A_PAGE = 48
SIGNATURE_ROWS = 4


@dataclass(frozen=True, slots=True)
class Run:
    """Characters `start` to `end` of a block, printed from a column of a line; or a `mark` that is no part of one."""

    column: int
    block: int
    start: int
    end: int
    mark: str = ""

    @property
    def length(self) -> int:
        return len(self.mark) or self.end - self.start


@dataclass(frozen=True)
class TextFile:
    """A text with the place of each printed character: `offsets[block][i]` is where character i of the block went."""

    text: str
    offsets: tuple[tuple[int, ...], ...]

    def place(self, block: int, start: int, end: int) -> tuple[int, int]:
        where = self.offsets[block]
        return where[start], where[end - 1] + 1

    def page(self, block: int, start: int) -> int | None:
        return None


@dataclass
class _Writer:
    """Collects characters and remembers where those of the blocks went."""

    blocks: Sequence[Block]
    parts: list[str] = field(default_factory=list)
    at: int = 0
    offsets: list[list[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.offsets = [[-1] * len(b.text) for b in self.blocks]

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.at += len(text)

    def put_block(self, block: int, start: int, end: int) -> None:
        for i in range(start, end):
            self.offsets[block][i] = self.at + i - start
        self.put(self.blocks[block].text[start:end])

    def line(self, runs: Sequence[Run]) -> None:
        column = 0
        for run in sorted(runs, key=lambda r: r.column):
            self.put(" " * max(run.column - column, 1 if column else 0))
            column = max(run.column, column + 1 if column else 0)
            if run.mark:
                self.put(run.mark)
            else:
                self.put_block(run.block, run.start, run.end)
            column += run.length
        self.put("\n")

    def done(self) -> TextFile:
        return TextFile("".join(self.parts), tuple(tuple(o) for o in self.offsets))


# -- hard-wrapped, two columns -------------------------------------------------------------------------------


def wrapped(text: str, width: int, first: int = 0) -> list[tuple[int, int]]:
    """Half-open spans of lines no wider than `width` (the first one by `first` narrower); `\\n` always breaks."""
    spans: list[tuple[int, int]] = []
    at = 0
    for piece in text.split("\n"):
        lines = textwrap.wrap(piece, width, initial_indent=" " * first, break_long_words=False, break_on_hyphens=False)
        for line in lines:
            start = text.index(line.strip(), at)
            spans.append((start, start + len(line.strip())))
            at = spans[-1][1]
        first = 0
    return spans


def _centred(text: str, span: tuple[int, int], block: int, left: int, width: int) -> Run:
    start, end = span
    return Run(left + max(width - (end - start), 0) // 2, block, start, end)


Row = list[Run]


def columns(dispatch: Dispatch) -> TextFile:
    """Hard-wrapped text with the letterhead and the foot in two columns side by side, page numbers from page 2.

    Each annex begins on a page of its own; the contact line ends page 1.
    """
    writer = _Writer(dispatch.blocks)
    found = contact_line(dispatch)
    contact = _centred_rows(*found) if found else []
    text = [*_letterhead_rows(dispatch), [], *_rows_of(dispatch.body, dispatch.body_at), []]
    pages = _paged([*text, *_foot_rows(dispatch)], LINES_A_PAGE - len(contact), len(text) - 3)
    pages[0] += [[], *contact] if contact else []
    at = dispatch.annexes_at
    for annex in dispatch.annexes:
        pages += _paged(_rows_of(annex, at), LINES_A_PAGE)
        at += len(annex)
    for number, page in enumerate(pages, 1):
        if number > 1:
            writer.put("\n" + " " * (MARGIN + WIDTH // 2) + f"{number}\n\n")
        for row in page:
            writer.line(row)
    return writer.done()


def _paged(rows: list[Row], first: int, whole: int | None = None) -> list[list[Row]]:
    """The rows in pages, the first of `first` rows; rows from `whole` on stay together, and two never make a page."""
    whole = len(rows) if whole is None else whole
    pages: list[list[Row]] = []
    at, room = 0, first
    while at < len(rows):
        end = at + room
        if at < whole < end < len(rows) and len(rows) - whole <= LINES_A_PAGE:
            end = whole
        pages.append(rows[at:end])
        at, room = end, LINES_A_PAGE
    if len(pages) > 1 and len(pages[-1]) < 3:
        pages[-2] += pages.pop()
    return pages


def _rows_of(blocks: Sequence[Block], at: int) -> list[Row]:
    """Paragraphs and tables, their blocks counted from `at`."""
    rows: list[Row] = []
    widths: tuple[int, ...] = ()
    for n, block in enumerate(blocks):
        if block.role == "contact_line":
            continue
        if not is_row(block):
            widths = ()
            rows += _body_rows(at + n, block)
            continue
        widths = widths or _cell_widths(list(takewhile(is_row, blocks[n:])))
        rows += _table_rows(at + n, block, widths)
    return rows


def _letterhead_rows(dispatch: Dispatch) -> list[Row]:
    def lines(blocks: Sequence[Block], above: bool, at: int, left: int, width: int) -> list[Run]:
        return [
            _centred(b.text, s, n, left, width)
            for n, b in enumerate(blocks, at)
            if (b.role in _ABOVE) is above and b.role != "contact_line"
            for s in wrapped(b.text, width)
        ]

    right_at = MARGIN + LEFT_WIDTH + 2
    count = len(dispatch.left)
    both = []
    for above in (True, False):
        left = lines(dispatch.left, above, 0, MARGIN, LEFT_WIDTH)
        both.append(_beside(left, lines(dispatch.right, above, count, right_at, RIGHT_WIDTH)))
    return [*both[0], [], *both[1]]


# Cells above the number and the date.
_ABOVE = ("parent", "issuer", "star", "nation", "motto")


def _beside(left: Sequence[Run], right: Sequence[Run]) -> list[Row]:
    height = max(len(left), len(right))
    return [[*left[i : i + 1], *right[i : i + 1]] for i in range(height)]


def _cell_widths(rows: Sequence[Block]) -> tuple[int, ...]:
    """Widths of a table's columns in characters, two of them between columns."""
    widths = column_widths(rows, WIDTH, lambda row, text: len(text), 2)
    return tuple(int(wide) - 2 for wide in widths)


def _table_rows(number: int, block: Block, widths: tuple[int, ...]) -> list[Row]:
    """Cells side by side, each wrapped in its own column, the last of a short row over the rest; a blank line after."""
    count = len(block.cells)
    spans = [*widths[: count - 1], sum(widths[count - 1 :]) + 2 * (len(widths) - count)]
    columns: list[list[Run]] = []
    left = MARGIN
    for (start, end), wide in zip(block.cells, spans, strict=True):
        lines = wrapped(block.text[start:end], wide)
        columns.append([Run(left, number, start + a, start + b) for a, b in lines])
        left += wide + 2
    height = max(len(c) for c in columns)
    return [*([run for column in columns for run in column[i : i + 1]] for i in range(height)), []]


def _centred_rows(number: int, block: Block) -> list[Row]:
    return [[_centred(block.text, s, number, MARGIN, WIDTH)] for s in wrapped(block.text, WIDTH - 16)]


def _body_rows(number: int, block: Block) -> list[Row]:
    if block.role in ("title", "subject", "enacting", "salutation", "annex_head"):
        rows = _centred_rows(number, block)
        return [*rows, []] if block.role == "subject" else [[], *rows]
    indent = 26 if block.role == "addressee" else INDENT
    spans = wrapped(block.text, WIDTH, indent)
    first = [[Run(MARGIN + indent, number, *spans[0])]]
    return first + [[Run(MARGIN if block.role != "addressee" else MARGIN + indent, number, *s)] for s in spans[1:]]


def _foot_rows(dispatch: Dispatch) -> list[Row]:
    """Recipients beside the signature; two who sign stand side by side above the recipients."""
    signing = signatures(dispatch)
    listed = _recipient_rows(dispatch)
    if len(signing) == 1:
        right = _signature_rows(signing[0], MARGIN + LEFT_WIDTH + 6, 40)
        return _joined(listed, right)
    rows: list[Row] = []
    for at in range(0, len(signing), 2):
        sides = [_signature_rows(blocks, MARGIN + 44 * n, 40) for n, blocks in enumerate(signing[at : at + 2])]
        rows += _joined(sides[0], sides[1] if len(sides) > 1 else [])
    return [*rows, [], *listed]


def _joined(left: Sequence[Row], right: Sequence[Row]) -> list[Row]:
    nothing: Row = []
    return [[*a, *b] for a, b in zip_longest(left, right, fillvalue=nothing)]


def _signature_rows(blocks: Sequence[tuple[int, Block]], left: int, width: int) -> list[Row]:
    rows: list[Row] = []
    for number, block in blocks:
        if block.role == "signer":
            rows += [[] for _ in range(SIGNATURE_ROWS)]
        rows += [[_centred(block.text, s, number, left, width)] for s in wrapped(block.text, width)]
    return rows


# Columns that recipients beside a brace may take; after them stand the brace and its note.
_BRACED = 27


def _recipient_rows(dispatch: Dispatch) -> list[Row]:
    """One under another; a brace on each line it covers, its note on the middle one."""
    rows: list[Row] = []
    first_row: list[int] = []
    blocks = dispatch.foot_left
    braces = {m for n, b in enumerate(blocks) if b.role == "brace" for m in range(n - b.covers, n)}
    for n, block in enumerate(blocks):
        number = dispatch.foot_at + n
        first_row.append(len(rows))
        if block.role == "brace":
            covered = rows[first_row[n - block.covers] :]
            for row in covered:
                row.append(Run(MARGIN + _BRACED + 1, NO_BLOCK, 0, 0, "}"))
            # A note stands on one line: `wrapped` would leave the end of a long one below the recipients.
            covered[len(covered) // 2].append(Run(MARGIN + _BRACED + 3, number, 0, len(block.text)))
        elif block.role != "contact_line":
            room = _BRACED if n in braces else LEFT_WIDTH
            rows += [[Run(MARGIN, number, *s)] for s in wrapped(block.text, room)]
    return rows


# -- markdown ------------------------------------------------------------------------------------------------

_BOLD_ROLES = {
    *("parent", "issuer", "nation", "motto", "title", "subject", "enacting", "part", "authority", "signer"),
    "annex_head",
}


def markdown(dispatch: Dispatch) -> TextFile:
    """Paragraphs as single lines with blank lines between, bold in `**`, columns one after the other."""
    writer = _Writer(dispatch.blocks)
    previous = ""
    bold_open = False
    for number, block in enumerate(dispatch.blocks):
        bold = block.role in _BOLD_ROLES
        joined = (previous, block.role) in _JOINED
        if bold_open and not (joined and bold):
            writer.put("**")
            bold_open = False
        if number:
            writer.put("\n" if joined else "\n\n")
        if bold and not bold_open:
            writer.put("**")
            bold_open = True
        _marked(writer, number, block)
        previous = block.role
    writer.put("**\n" if bold_open else "\n")
    return writer.done()


# Cells that stand on lines of one paragraph.
_JOINED = {
    ("parent", "issuer"),
    ("nation", "motto"),
    ("title", "subject"),
    ("recipient", "recipient"),
    ("recipients_head", "recipient"),
    ("recipient", "brace"),
    ("brace", "recipient"),
    ("row_head", "row"),
    ("row", "row"),
    ("addressee", "addressee"),
}


def _marked(writer: _Writer, number: int, block: Block) -> None:
    if block.role.startswith("row"):
        for start, end in block.cells:
            writer.put("| ")
            writer.put_block(number, start, end)
            writer.put(" ")
        writer.put("|" + "\n|" + " --- |" * len(block.cells) if block.role == "row_head" else "|")
        return
    at = 0
    for start, end in sorted(block.phrase.bold):
        writer.put_block(number, at, start)
        writer.put("**")
        writer.put_block(number, start, end)
        writer.put("**")
        at = end
    writer.put_block(number, at, len(block.text))


TEXT_FORMS: dict[str, Callable[[Dispatch], TextFile]] = {"text": columns, "markdown": markdown}
