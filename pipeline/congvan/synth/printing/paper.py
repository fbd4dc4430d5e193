"""What stands on a set page: words, rules and regions, in points from the top left corner of A4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from congvan.datamodel.document import Box

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
MM = 72 / 25.4
# Rise and fall of Times-like faces, as shares of the size: for boxes only.
ASCENT, DESCENT = 0.78, 0.22
# Block of words that belong to no block: page numbers, heads of tables repeated on a later page.
NO_BLOCK = -1

# Regions of a page and what they hold. A region has one box a page and is told once a page for each stretch of it;
# `mark` stands inside header-left, `table` inside body or annex.
REGIONS = {
    "header-left": "parent and issuer, number, `V/v`, boxed marks (cells 2, 3, 5b, 10a, 10b)",
    "header-right": "nation and motto, place and date (cells 1, 4)",
    "mark": "the frame of a secrecy or urgency mark (cells 10a, 10b)",
    "title": "type and subject (cell 5a)",
    "addressees": "`Kính gửi` and the bodies written to (cell 9a)",
    "body": "the text (cell 6), its tables included",
    "table": "a ruled table, its outer rules included",
    "recipients": "`Nơi nhận` and the list under it (cell 9b)",
    "signature": "capacity, post, room of the signature, name (cells 7a to 7c); one for each who signs",
    "contact-line": "address, telephone, site of the office at the foot of page 1 (cell 13)",
    "annex": "all that stands on a page of an annex, its page number excepted",
    "page-number": "the page's number",
}


@dataclass(frozen=True, slots=True)
class SetWord:
    """One word on the page: its text, baseline and box, font and size, and where it stands in the dispatch.

    `block` is the index of its block, NO_BLOCK for what is no part of the dispatch's text; `start` its offset in the
    block's text; `spaced` says that a space follows on the same line; `red` that it is printed in red.
    """

    text: str
    box: Box
    baseline: float
    font: str
    size: float
    block: int
    start: int
    spaced: bool
    red: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin straight line between two points, black or red."""

    x0: float
    y0: float
    x1: float
    y1: float
    red: bool = False


@dataclass
class SetPage:
    """One page: its words, rules and regions, each region a name of REGIONS and its box."""

    number: int
    words: list[SetWord] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    regions: list[tuple[str, Box]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of the page, between two x."""

    x0: float
    x1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0


@dataclass(frozen=True)
class Paged:
    """A dispatch on pages, as gold needs it: quotes from the canonical text, and the page of each character."""

    text: str
    starts: tuple[int, ...]
    pages: Sequence[SetPage]

    def place(self, block: int, start: int, end: int) -> tuple[int, int]:
        return self.starts[block] + start, self.starts[block] + end

    def page(self, block: int, start: int) -> int | None:
        found = 1
        for page in self.pages:
            for word in page.words:
                if word.block == block and word.start <= start:
                    found = page.number
        return found
