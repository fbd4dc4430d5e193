"""Sets ruled tables: widths of columns from what stands in them, rows kept whole, the head at times repeated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from congvan.datamodel.document import Box
from congvan.synth.printing.fonts import width
from congvan.synth.printing.lines import SetLine, set_lines
from congvan.synth.printing.manner import Look, look_of
from congvan.synth.printing.paper import NO_BLOCK, Column
from congvan.synth.printing.press import Press
from congvan.synth.tree import Block

# Space beside a cell's text and above it in points, after the table, and the smallest type tables are set in.
PADDING, ABOVE, AFTER, SMALLEST = 4.5, 3.0, 6.0, 7.0
# A cell of so many characters at most is centred: running numbers, counts, units.
SHORT = 8
# No column takes more than this share for long text before the others have what they want.
WIDEST = 0.6

Rows = Sequence[tuple[int, Block]]


def is_row(block: Block) -> bool:
    return block.role.startswith("row")


# (row, a text of it) -> its width.
Measure = Callable[[Block, str], float]


def column_widths(rows: Sequence[Block], room: float, measure: Measure, around: float = 2 * PADDING) -> list[float]:
    """Widths that add up to `room`, in its unit: at least the longest word of a column, then by length of its text.

    `around`: what a cell needs beside its text. Where the longest words alone need more than `room`, the sum is larger.
    """
    count = max(len(row.cells) for row in rows)
    least, wanted = [0.0] * count, [0.0] * count
    for row in rows:
        if len(row.cells) < count:
            continue
        for at, (start, end) in enumerate(row.cells):
            text = row.text[start:end]
            words = max((measure(row, word) for word in text.split()), default=0.0)
            lines = max(measure(row, line) for line in text.split("\n"))
            least[at] = max(least[at], words + around)
            wanted[at] = max(wanted[at], min(lines + around, room * WIDEST))
    wanted = [max(pair) for pair in zip(least, wanted, strict=True)]
    spare = room - sum(least)
    if spare <= 0:
        return least
    asked = [want - low for want, low in zip(wanted, least, strict=True)]
    if sum(asked) <= spare:
        return [want + (room - sum(wanted)) * want / sum(wanted) for want in wanted]
    return [low + spare * ask / sum(asked) for low, ask in zip(least, asked, strict=True)]


def letters(row: Block, text: str) -> float:
    """A width where no font is at hand: the count of letters; capitals are wider, and so is a head's bold."""
    return sum(1.5 if c.isupper() else 1.0 for c in text) * (1.1 if row.role == "row_head" else 1.0)


@dataclass
class _Table:
    """A table on its way to the page: its size of type, its columns, how each column stands."""

    press: Press
    size: float
    columns: list[Column]
    aligned: list[str]

    @property
    def step(self) -> float:
        return self.size * min(self.press.manner.leading, 1.2)

    def over(self, row: Block) -> list[Column]:
        """The columns of the row's cells: the last cell of a short row spans what is left."""
        count = len(row.cells)
        last = Column(self.columns[count - 1].x0, self.columns[-1].x1)
        return [*self.columns[: count - 1], last]

    def lines(self, row: Block) -> list[list[SetLine]]:
        look = self.look(row)
        return [
            set_lines(row, look, self.size, column.width - 2 * PADDING, self.press.family, span)
            for column, span in zip(self.over(row), row.cells, strict=True)
        ]

    def height(self, row: Block) -> float:
        return max(len(lines) for lines in self.lines(row)) * self.step + 2 * ABOVE

    def look(self, row: Block) -> Look:
        return look_of(row, self.press.layout)

    def set_row(self, number: int, row: Block) -> None:
        """Cells side by side, ruled on all sides, at the present height."""
        press, look = self.press, self.look(row)
        top, height, columns = press.y, self.height(row), self.over(row)
        whole = len(columns) < len(self.columns)
        for column in columns:
            press.frame(Box(column.x0, top, column.x1, top + height))
        for at, (column, lines) in enumerate(zip(columns, self.lines(row), strict=True)):
            align = "centre" if look.align == "centre" or (not whole and self.aligned[at] == "centre") else "left"
            free = height - 2 * ABOVE - len(lines) * self.step
            centred = press.manner.centred_rows or row.role == "row_head"
            press.y = top + ABOVE + (free / 2 if centred else 0)
            inner = Column(column.x0 + PADDING, column.x1 - PADDING)
            for line in lines:
                # Lines of a table are closer than those of the text: the press drops a line by its own leading.
                press.y -= press.drop(self.size) - self.drop
                press.set_line(number, line, replace(look, align=align), self.size, inner)
                press.y += press.drop(self.size) - self.drop + self.step
        press.y = top + height

    @property
    def drop(self) -> float:
        return self.press.drop(self.size) - self.size * (self.press.manner.leading - self.step / self.size) / 2


def set_table(press: Press, rows: Rows, keep: float = 0.0) -> None:
    """Set the rows, each on one page; the head stays with the first row.

    `keep`: points that must still be free on the page of the last row.
    """
    table = _plan(press, [row for _, row in rows])
    heads = [(number, row) for number, row in rows if row.role == "row_head"][:1] if is_headed(rows) else []
    press.y += press.manner.gap
    with press.region("table"):
        for at, (number, row) in enumerate(rows):
            needed = table.height(row)
            if row.role == "row_head" and at + 1 < len(rows):
                needed += table.height(rows[at + 1][1])
            if at + 1 == len(rows):
                needed += keep
            if press.y + needed > press.floor and press.y > press.manner.top:
                press.new_page()
                if heads and at and press.manner.repeat_head:
                    table.set_row(NO_BLOCK, heads[0][1])
            table.set_row(number, row)
    press.y += AFTER


def is_headed(rows: Rows) -> bool:
    return rows[0][1].role == "row_head"


def _plan(press: Press, rows: Sequence[Block]) -> _Table:
    """Columns over the width of the text, in type one point under it, smaller where words would not fit."""
    size = press.manner.size + look_of(rows[0], press.layout).size
    room = press.text.width

    def widths_at(size: float) -> list[float]:
        def measure(row: Block, text: str) -> float:
            return width(text, press.family.faces[look_of(row, press.layout).face], size)

        # One point of grace: sums of words differ from the line's own width in the last bits.
        return column_widths(rows, room, measure, 2 * PADDING + 1)

    widths = widths_at(size)
    while sum(widths) > room + 0.01 and size > SMALLEST:
        size -= 0.5
        widths = widths_at(size)
    x, columns = press.text.x0, []
    for wide in widths:
        columns.append(Column(x, x + wide))
        x += wide
    return _Table(press, size, columns, alignments(rows))


def alignments(rows: Sequence[Block]) -> list[str]:
    """How each column stands: `centre` where its cells are short, otherwise `left`."""
    count = max(len(row.cells) for row in rows)
    whole = [row for row in rows if row.role == "row" and len(row.cells) == count]
    return ["left" if any(b - a > SHORT for a, b in (r.cells[at] for r in whole)) else "centre" for at in range(count)]
