"""A dispatch as a tree: letterhead, body and foot, each of blocks with a role, and the values they state.

Cells and their order follow Decree 30/2020/NĐ-CP, annex I.
"""

from __future__ import annotations

from dataclasses import dataclass

from congvan.synth.phrase import Phrase

# Between the cells of a table's row, in the canonical text.
CELL = " | "
# Whose rules a page follows: Decree 30/2020/NĐ-CP; Circular 01/2011/TT-BNV before it; the Party's Guidance
# 36-HD/VPTW 2018; the Youth Union's own.
LAYOUTS = ("decree-30", "circular-01", "party", "youth")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or cell. `role` names the cell or the kind of paragraph; the typesetter knows how each looks.

    Roles of the letterhead: parent, issuer, star, code, about (V/v), secrecy, urgency, nation, motto, place_date; of
    the body: title, subject, enacting, salutation, addressee, basis, para, part, article, item, dash, row_head, row (of
    a table); of the foot: recipients_head, recipient, brace, contact_line (cell 13, at the foot of page 1), authority,
    signer; of annexes: annex_head, then roles of the body.

    A `brace` is a note that recipients share, beside a brace drawn over their lines: it follows them and `covers` so
    many blocks before it. Two bodies that issue together sign twice: authority, signer, authority, signer, in the
    order of the letterhead.
    """

    role: str
    phrase: Phrase
    covers: int = 0

    @property
    def text(self) -> str:
        return self.phrase.text

    @property
    def cells(self) -> list[tuple[int, int]]:
        """Half-open spans of a row's cells; one span, the whole block, for anything else."""
        if not self.role.startswith("row"):
            return [(0, len(self.text))]
        spans, at = [], 0
        for cell in self.text.split(CELL):
            spans.append((at, at + len(cell)))
            at += len(cell) + len(CELL)
        return spans


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One dispatch before it is set on pages: two columns of letterhead, the body, two columns of the foot, annexes.

    `stamp`: the words round the office's seal; `layout`: whose rules the page follows, a key of LAYOUTS; each of the
    `annexes` begins on a page of its own.
    """

    type: str
    left: tuple[Block, ...]
    right: tuple[Block, ...]
    body: tuple[Block, ...]
    foot_left: tuple[Block, ...]
    foot_right: tuple[Block, ...]
    stamp: str = ""
    layout: str = "decree-30"
    annexes: tuple[tuple[Block, ...], ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks in the order of the canonical text: columns one after the other, annexes last."""
        last = (block for annex in self.annexes for block in annex)
        return (*self.left, *self.right, *self.body, *self.foot_left, *self.foot_right, *last)

    @property
    def body_at(self) -> int:
        """Index of the first block of the body."""
        return len(self.left) + len(self.right)

    @property
    def foot_at(self) -> int:
        """Index of the first block of the foot: its left column, then its right one."""
        return self.body_at + len(self.body)

    @property
    def signature_at(self) -> int:
        """Index of the first block of the foot's right column."""
        return self.foot_at + len(self.foot_left)

    @property
    def annexes_at(self) -> int:
        """Index of the first block after the foot."""
        return self.signature_at + len(self.foot_right)

    @property
    def text(self) -> str:
        """The canonical text: one line a block (forced line breaks inside a cell are line breaks too)."""
        return "\n".join(block.text for block in self.blocks)


Blocks = list[Block]
