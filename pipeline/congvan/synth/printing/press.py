"""The press: sets blocks one under another, starts pages as they fill, and remembers the regions of each page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from congvan.datamodel.document import Box
from congvan.synth.printing.fonts import Family, width
from congvan.synth.printing.lines import SetLine, fitting, set_lines
from congvan.synth.printing.manner import Layout, Look, Manner, look_of
from congvan.synth.printing.paper import (
    ASCENT,
    DESCENT,
    NO_BLOCK,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    Column,
    Rule,
    SetPage,
    SetWord,
)
from congvan.synth.tree import Block

# Baseline of the page number above the text, and below the floor, in points.
_NUMBER_ABOVE, _NUMBER_BELOW = 10.0, 26.0


@dataclass
class Press:
    """`y` is the top of the next line on page `at`; blocks in `red` are printed red.

    `reserved`: points at the foot of page 1 kept for the contact line.
    """

    manner: Manner
    layout: Layout
    family: Family
    pages: list[SetPage] = field(default_factory=list)
    at: int = -1
    y: float = 0.0
    red: set[int] = field(default_factory=set)
    reserved: float = 0.0
    number: int = 0
    _within: list[tuple[str, int]] = field(default_factory=list)
    _runs: int = 0
    _places: dict[tuple[int, int], int] = field(default_factory=dict)

    @property
    def text(self) -> Column:
        """Between the margins."""
        return Column(self.manner.left, PAGE_WIDTH - self.manner.right)

    @property
    def page(self) -> SetPage:
        return self.pages[self.at]

    @property
    def floor(self) -> float:
        """Where text ends on this page."""
        return PAGE_HEIGHT - self.manner.bottom - (self.reserved if self.at == 0 else 0.0)

    def new_page(self, restart: bool = False) -> None:
        """Go on to the next page; `restart`: page numbers begin anew, and the first shows none."""
        self.at += 1
        self.y = self.manner.top
        if self.at < len(self.pages):
            return
        self.pages.append(SetPage(self.at + 1))
        self.number = 1 if restart else self.number + 1
        if self.number > 1:
            self._number_page(str(self.number))

    def _number_page(self, text: str) -> None:
        size = self.manner.size - 1
        wide = width(text, self.family.faces["regular"], size)
        if self.layout.number == "top":
            x0, baseline = (PAGE_WIDTH - wide) / 2, self.manner.top - _NUMBER_ABOVE
        else:
            x0, baseline = self.text.x1 - wide, PAGE_HEIGHT - self.manner.bottom + _NUMBER_BELOW
        self._word(text, x0, baseline, "regular", size, NO_BLOCK, 0, False)
        self.page.regions.append(("page-number", self.page.words[-1].box))

    @contextmanager
    def region(self, name: str) -> Iterator[None]:
        """What is set meanwhile belongs to one region of that name on each page it reaches."""
        self._runs += 1
        self._within.append((name, self._runs))
        yield
        self._within.pop()

    def grow(self, box: Box) -> None:
        """The open regions reach to this box."""
        for name, run in self._within:
            place = self._places.get((self.at, run))
            if place is None:
                self._places[self.at, run] = len(self.page.regions)
                self.page.regions.append((name, box))
            else:
                self.page.regions[place] = (name, self.page.regions[place][1].union(box))

    def _word(
        self, text: str, x0: float, baseline: float, face: str, size: float, block: int, start: int, spaced: bool
    ) -> Box:
        font = self.family.faces[face]
        box = Box(x0, baseline - size * ASCENT, x0 + width(text, font, size), baseline + size * DESCENT)
        self.page.words.append(SetWord(text, box, baseline, font, size, block, start, spaced, block in self.red))
        return box

    def size_of(self, block: Block, look: Look, column: Column) -> float:
        """The size of the role; smaller where that keeps a line whole and the look allows it."""
        size = self.manner.size + look.size
        if look.fit == 1.0:
            return size
        fitted = fitting(block, look, size, column.width, self.family)
        return fitted if fitted >= size * look.fit else size

    def set_block(self, number: int, block: Block, column: Column, flowing: bool = True, keep: float = 0.0) -> None:
        """Set one block in the column; a flowing one breaks to a new page where the page is full.

        `keep`: points that must still be free on the page of its last line, for what follows.
        """
        look = look_of(block, self.layout)
        size = self.size_of(block, look, column)
        step = size * self.manner.leading
        self.y += look.before * self.manner.spread + (self.manner.gap if flowing and look.align != "centre" else 0)
        # What heads something does not stand alone at the foot of a page.
        headed = 4 if block.role == "part" else 2.5 if block.text.endswith(":") else 0
        if flowing and self.y + headed * step > self.floor:
            self.new_page()
        lines = set_lines(block, look, size, column.width, self.family)
        for at, line in enumerate(lines):
            left = len(lines) - at
            full = self.y + step > self.floor or (
                left == min(2, len(lines)) and self.y + left * step + keep > self.floor
            )
            if flowing and full and self.y > self.manner.top:
                self.new_page()
            self.set_line(number, line, look, size, column)
            self.y += step

    def drop(self, size: float) -> float:
        """From the top of a line to its baseline."""
        return size * (self.manner.leading + ASCENT - DESCENT) / 2

    def set_line(self, number: int, line: SetLine, look: Look, size: float, column: Column) -> None:
        """Set one line with its top at `y`."""
        baseline = self.y + self.drop(size)
        room = column.width - line.indent
        space = width(" ", self.family.faces["regular"], size)
        x = column.x0 + line.indent
        if look.align == "centre":
            x += (room - line.width) / 2
        elif look.align == "justify" and not line.last and len(line.words) > 1:
            space += (room - line.width) / (len(line.words) - 1)
        for at, word in enumerate(line.words):
            spaced = at + 1 < len(line.words)
            self.grow(self._word(word.text, x, baseline, word.face, size, number, word.start, spaced))
            x += width(word.text, self.family.faces[word.face], size) + space

    def words_of(self, blocks: Sequence[int]) -> list[SetWord]:
        """Words of these blocks on the present page."""
        return [w for w in self.page.words if w.block in blocks]

    def rule_under(self, block: int, share: float) -> None:
        """A rule under what was set of the block, over this share of its widest line."""
        words = self.words_of((block,))
        if not words:
            return
        x0, x1 = min(w.box.x0 for w in words), max(w.box.x1 for w in words)
        cut = (x1 - x0) * (1 - share) / 2
        y = max(w.box.bottom for w in words) + self.manner.rule_gap
        self.rule(Rule(x0 + cut, y, x1 - cut, y))

    def rule(self, rule: Rule) -> None:
        self.page.rules.append(rule)

    def frame(self, box: Box, red: bool = False) -> None:
        """Four rules around the box."""
        corners = [(box.x0, box.top), (box.x1, box.top), (box.x1, box.bottom), (box.x0, box.bottom)]
        sides = zip(corners, [*corners[1:], corners[0]], strict=True)
        self.page.rules.extend(Rule(*a, *b, red) for a, b in sides)
        self.grow(box)
