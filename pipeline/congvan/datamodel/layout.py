"""What layout finds in a canonical text: the cells (ô) of the page and the outline of its body.

Cells carry the names of Decree 30/2020/NĐ-CP, annex I, part V (sơ đồ bố trí các thành phần thể thức).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from congvan.datamodel.document import Word


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch of one printed line in reading order: words of one column, or a whole line of the body.

    `breaks`: indices of words before which a new table cell begins; `row`: number of the printed line in the file,
    `gap`: blank space above it in line heights; `full`: the line reaches so far right that the next word would
    not have fitted, so it may go on in the next strip; `indent`: left edge in ems from the left margin;
    `table_row`: which logical row of a table the strip is of (a number of its own in the file), or None.
    """

    words: tuple[Word, ...]
    page: int
    row: int
    zone: str
    breaks: tuple[int, ...] = ()
    gap: float = 0.0
    full: bool = False
    indent: float = 0.0
    bold: bool = False
    table_row: int | None = None

    @property
    def text(self) -> str:
        return " ".join(w.text for w in self.words)


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of the page with a role: half-open span of the canonical text (may run over several paragraphs)."""

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph in the outline of the document.

    `start`, `end`: half-open span; `label`: what numbers it, as printed (`I.`, `1.`, `a)`, `-`, `Điều 2.`) or "";
    `level`: depth, 0 for unnumbered text at the top; `parent`: index of the block that heads this one, or None;
    `kind`: `heading` (a line that heads what follows), `item`, `row` (of a table) or `para`;
    `body_start`: offset of the first character after the label.
    """

    index: int
    start: int
    end: int
    label: str
    level: int
    parent: int | None
    kind: str
    body_start: int
    zone: str


@dataclass(frozen=True)
class Layout:
    """Cells and outline of one dispatch. `blocks` are in text order and cover every paragraph."""

    cells: tuple[Cell, ...] = ()
    blocks: tuple[Block, ...] = ()
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [b.start for b in self.blocks])

    def cell(self, role: str) -> Cell | None:
        """The first cell of this role, or None."""
        return next((c for c in self.cells if c.role == role), None)

    def block_at(self, offset: int) -> Block:
        """The block that holds the character at `offset`. Raises IndexError on an empty layout."""
        return self.blocks[max(bisect_right(self._starts, offset) - 1, 0)]

    def ancestors(self, block: Block) -> Iterator[Block]:
        """The blocks that head `block`, nearest first."""
        parent = block.parent
        while parent is not None:
            yield self.blocks[parent]
            parent = self.blocks[parent].parent

    def children(self, block: Block) -> Iterator[Block]:
        """The blocks directly under `block`, in order."""
        return (b for b in self.blocks[block.index + 1 :] if b.parent == block.index)
