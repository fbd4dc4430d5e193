"""Writes a dispatch as a text file in the forms in which such files are found, and knows where each character went."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from congvan.synth.tree import Block, Dispatch

# Columns of hard-wrapped text: what `pdftotext -layout` makes of 14 pt on A4.
MARGIN, WIDTH, INDENT = 4, 86, 7
LEFT_WIDTH, RIGHT_WIDTH = 36, 46
LINES_A_PAGE = 48
SIGNATURE_ROWS = 4


@dataclass(frozen=True, slots=True)
class Run:
    """Characters `start` to `end` of a block, printed from a column of a line."""

    column: int
    block: int
    start: int
    end: int


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
            self.put_block(run.block, run.start, run.end)
            column += run.end - run.start
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


def columns(dispatch: Dispatch) -> TextFile:
    """Hard-wrapped text with the letterhead and the foot in two columns side by side, page numbers from page 2."""
    writer = _Writer(dispatch.blocks)
    rows: list[list[Run]] = []
    body_at = len(dispatch.left) + len(dispatch.right)
    foot_at = body_at + len(dispatch.body)
    rows += _letterhead_rows(dispatch)
    rows.append([])
    for number, block in enumerate(dispatch.body, body_at):
        rows += _body_rows(number, block)
    rows.append([])
    rows += _foot_rows(dispatch, foot_at)
    page = 1
    for n, row in enumerate(rows):
        if n and n % LINES_A_PAGE == 0 and len(rows) - n > 2:
            page += 1
            writer.put("\n" + " " * (MARGIN + WIDTH // 2) + f"{page}\n\n")
        writer.line(row)
    return writer.done()


def _letterhead_rows(dispatch: Dispatch) -> list[list[Run]]:
    def lines(blocks: Sequence[Block], roles: tuple[str, ...], at: int, left: int, width: int) -> list[Run]:
        return [
            _centred(b.text, s, n, left, width)
            for n, b in enumerate(blocks, at)
            if b.role in roles
            for s in wrapped(b.text, width)
        ]

    right_at = MARGIN + LEFT_WIDTH + 2
    count = len(dispatch.left)
    head = lines(dispatch.left, ("parent", "issuer", "star"), 0, MARGIN, LEFT_WIDTH)
    nation = lines(dispatch.right, ("nation", "motto"), count, right_at, RIGHT_WIDTH)
    under = lines(dispatch.left, ("code", "about", "urgency"), 0, MARGIN, LEFT_WIDTH)
    dated = lines(dispatch.right, ("place_date",), count, right_at, RIGHT_WIDTH)
    return [*_beside(head, nation), [], *_beside(under, dated)]


def _beside(left: Sequence[Run], right: Sequence[Run]) -> list[list[Run]]:
    height = max(len(left), len(right))
    return [[*left[i : i + 1], *right[i : i + 1]] for i in range(height)]


# Widths of a table's columns in characters.
_CELL_WIDTHS = {4: (4, 38, 20, 18)}


def _table_rows(number: int, block: Block) -> list[list[Run]]:
    """Cells side by side, each wrapped in its own column; a blank line after the row."""
    widths = _CELL_WIDTHS.get(len(block.cells), (WIDTH // len(block.cells) - 2,) * len(block.cells))
    columns: list[list[Run]] = []
    left = MARGIN
    for (start, end), wide in zip(block.cells, widths, strict=True):
        spans = wrapped(block.text[start:end], wide)
        columns.append([Run(left, number, start + a, start + b) for a, b in spans])
        left += wide + 2
    height = max(len(c) for c in columns)
    return [*([run for column in columns for run in column[i : i + 1]] for i in range(height)), []]


def _body_rows(number: int, block: Block) -> list[list[Run]]:
    if block.role.startswith("row"):
        return _table_rows(number, block)
    if block.role in ("title", "subject", "enacting", "salutation"):
        rows = [[_centred(block.text, s, number, MARGIN, WIDTH)] for s in wrapped(block.text, WIDTH - 16)]
        return [[], *rows] if block.role in ("title", "enacting", "salutation") else [*rows, []]
    indent = 26 if block.role == "addressee" else INDENT
    spans = wrapped(block.text, WIDTH, indent)
    first = [[Run(MARGIN + indent, number, *spans[0])]]
    return first + [[Run(MARGIN if block.role != "addressee" else MARGIN + indent, number, *s)] for s in spans[1:]]


def _foot_rows(dispatch: Dispatch, at: int) -> list[list[Run]]:
    left = [Run(MARGIN, n, *s) for n, b in enumerate(dispatch.foot_left, at) for s in wrapped(b.text, LEFT_WIDTH)]
    right: list[list[Run]] = []
    for n, block in enumerate(dispatch.foot_right, at + len(dispatch.foot_left)):
        if block.role == "signer":
            right += [[] for _ in range(SIGNATURE_ROWS)]
        right += [[_centred(block.text, s, n, MARGIN + LEFT_WIDTH + 6, 40)] for s in wrapped(block.text, 40)]
    height = max(len(left), len(right))
    return [[*left[i : i + 1], *(right[i] if i < len(right) else [])] for i in range(height)]


# -- markdown ------------------------------------------------------------------------------------------------

_BOLD_ROLES = {"parent", "issuer", "nation", "motto", "title", "subject", "enacting", "part", "authority", "signer"}


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
