"""Canonical text: the one string every later step reads, with a map from each character back to the page.

A *paragraph* of the document is one line of the canonical text: lines that were only wrapped are joined by a space,
paragraphs are separated by a newline, table cells of one row by ` | `. Offsets are code points of the NFC text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from congvan.datamodel.document import Box, Word

# Where on the page a paragraph stands. `head-*` and `foot-*` are the two columns of letterhead and signature block.
ZONES = ("head", "head-left", "head-right", "body", "foot", "foot-left", "foot-right")


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word of the canonical text: half-open span, page number, printed line (counted over the document)."""

    start: int
    end: int
    page: int
    line: int
    word: Word


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the canonical text: half-open span, first page, zone, box (None where the page has no places)."""

    start: int
    end: int
    page: int
    zone: str
    box: Box | None = None
    bold: bool = False


@dataclass(frozen=True)
class CanonicalText:
    """The text of one dispatch and where each word of it stands.

    `words` are in order of `start` and do not overlap; `placed` tells whether boxes are real places on paper.
    """

    text: str
    words: tuple[PlacedWord, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    placed: bool = True
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [w.start for w in self.words])

    def words_in(self, start: int, end: int) -> tuple[PlacedWord, ...]:
        """The words that share at least one character with the half-open span."""
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self.words[first].end <= start:
            first += 1
        return self.words[first : bisect_left(self._starts, end)]

    def page_at(self, offset: int) -> int:
        """The page (from 1) on which the character at `offset` stands."""
        at = max(bisect_right(self._starts, offset) - 1, 0)
        return self.words[at].page if self.words else 1

    def boxes(self, start: int, end: int) -> list[tuple[int, float, float, float, float]]:
        """`(page, x0, top, x1, bottom)` in points, one for each printed line the span touches; empty off paper."""
        if not self.placed:
            return []
        lines: dict[tuple[int, int], Box] = {}
        for placed in self.words_in(start, end):
            key = placed.page, placed.line
            box = _part_of(placed, start, end)
            lines[key] = lines[key].union(box) if key in lines else box
        return [
            (page, round(box.x0, 1), round(box.top, 1), round(box.x1, 1), round(box.bottom, 1))
            for (page, _), box in lines.items()
        ]

    def confidence(self, start: int, end: int) -> float:
        """The least confidence of the readers over the words of the span, 0..1; 1.0 where no word stands."""
        return min((w.word.confidence for w in self.words_in(start, end)), default=1.0)

    def paragraph_at(self, offset: int) -> Paragraph:
        """The paragraph that holds the character at `offset`."""
        at = bisect_right([p.start for p in self.paragraphs], offset) - 1
        return self.paragraphs[max(at, 0)]


def _part_of(placed: PlacedWord, start: int, end: int) -> Box:
    """The part of a word's box that the span covers, by equal character widths."""
    box, length = placed.word.box, placed.end - placed.start
    left = max(start - placed.start, 0) / length
    right = min(end - placed.start, length) / length
    return Box(box.x0 + box.width * left, box.top, box.x0 + box.width * right, box.bottom)
