"""Sets a dispatch on A4 pages: where each word stands, in points from the top left corner.

Measures follow Decree 30/2020/NĐ-CP, annex I: margins 30-35 mm left, 15-20 right, 20-25 top and bottom; 13 to 14 pt
type; page numbers centred in the top margin from page 2.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random

from congvan.datamodel.document import Box
from congvan.synth.printing.fonts import Family, width
from congvan.synth.tree import Block, Dispatch

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
MM = 72 / 25.4
# Rise and fall of Times-like faces, as shares of the size: for boxes only.
ASCENT, DESCENT = 0.78, 0.22
RULE_GAP = 2.2


@dataclass(frozen=True, slots=True)
class Manner:
    """How an office sets its pages: sizes and margins in points, `leading` as a share of the size."""

    size: float = 14.0
    left: float = 30 * MM
    right: float = 18 * MM
    top: float = 20 * MM
    bottom: float = 20 * MM
    leading: float = 1.2
    gap: float = 5.0
    signature: float = 74.0

    @classmethod
    def draw(cls, rng: Random) -> Manner:
        return cls(
            size=rng.choice((13.0, 13.5, 14.0, 14.0)),
            left=rng.choice((30, 30, 33, 35)) * MM,
            right=rng.choice((15, 18, 20)) * MM,
            top=rng.choice((20, 22, 25)) * MM,
            leading=rng.choice((1.15, 1.2, 1.3)),
            gap=rng.choice((3.0, 5.0, 6.0)),
            signature=rng.choice((66.0, 74.0, 86.0)),
        )


@dataclass(frozen=True, slots=True)
class SetWord:
    """One word on the page: its text, baseline and box, font and size, and where it stands in the dispatch.

    `block` is the index of its block, -1 for page numbers; `start` its offset in the block's text; `spaced` says
    that a space follows on the same line; `red` that it is printed in red.
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
    """A page in the making: `y` is the top of the next line."""

    number: int
    words: list[SetWord] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Look:
    """How a role is set: size as the difference from the body's, face, alignment, indents, space before in points."""

    size: float = 0.0
    face: str = "regular"
    align: str = "justify"
    first: float = 0.0
    indent: float = 0.0
    before: float = 0.0


_TAB = 10 * MM
LOOKS = {
    "parent": Look(-1, "regular", "centre"),
    "issuer": Look(-1, "bold", "centre"),
    "code": Look(-1, "regular", "centre", before=9),
    "about": Look(-2, "regular", "centre", before=2),
    "star": Look(-1, "regular", "centre"),
    "urgency": Look(0, "bold", "centre", before=12),
    "nation": Look(-1.5, "bold", "centre"),
    "motto": Look(-0.5, "bold", "centre"),
    "place_date": Look(-0.5, "italic", "centre", before=9),
    "title": Look(0, "bold", "centre", before=16),
    "subject": Look(0, "bold", "centre"),
    "enacting": Look(0, "bold", "centre", before=10),
    "salutation": Look(0, "regular", "centre", before=12),
    "addressee": Look(0, "regular", "left", indent=50 * MM),
    "basis": Look(0, "italic", "justify", first=_TAB),
    "para": Look(0, "regular", "justify", first=_TAB),
    "part": Look(0, "bold", "left", first=_TAB, before=2),
    "item": Look(0, "regular", "justify", first=_TAB),
    "dash": Look(0, "regular", "justify", first=_TAB),
    "article": Look(0, "regular", "justify", first=_TAB),
    "row_head": Look(-1, "bold", "centre"),
    "row": Look(-1, "regular", "left"),
    "recipients_head": Look(-2, "bold-italic", "left"),
    "recipient": Look(-3, "regular", "left"),
    "authority": Look(0, "bold", "centre"),
    "signer": Look(0, "bold", "centre"),
}


@dataclass(frozen=True)
class Column:
    """A stretch of the page, between two x."""

    x0: float
    x1: float


@dataclass
class _Press:
    """Sets blocks one under another; starts pages as they fill. Blocks in `red` are printed red."""

    manner: Manner
    family: Family
    pages: list[SetPage] = field(default_factory=list)
    y: float = 0.0
    red: set[int] = field(default_factory=set)

    def new_page(self) -> None:
        page = SetPage(len(self.pages) + 1)
        self.pages.append(page)
        self.y = self.manner.top
        if page.number > 1:
            size = self.manner.size - 1
            text = str(page.number)
            x0 = (PAGE_WIDTH - width(text, self.family.faces["regular"], size)) / 2
            self._word(text, x0, self.manner.top - 8, "regular", size, -1, 0, False)

    @property
    def floor(self) -> float:
        return PAGE_HEIGHT - self.manner.bottom

    def _word(
        self, text: str, x0: float, baseline: float, face: str, size: float, block: int, start: int, spaced: bool
    ) -> None:
        font = self.family.faces[face]
        box = Box(x0, baseline - size * ASCENT, x0 + width(text, font, size), baseline + size * DESCENT)
        self.pages[-1].words.append(SetWord(text, box, baseline, font, size, block, start, spaced, block in self.red))

    def set_block(self, number: int, block: Block, column: Column, flowing: bool = True) -> None:
        """Set one block in the column; a flowing one breaks to a new page where the page is full."""
        look = LOOKS[block.role]
        size = self.manner.size + look.size
        step = size * self.manner.leading
        self.y += look.before + (self.manner.gap if flowing and look.align != "centre" else 0)
        # What heads something does not stand alone at the foot of a page.
        headed = 4 if block.role == "part" else 2.5 if block.text.endswith(":") else 0
        if flowing and self.y + headed * step > self.floor:
            self.new_page()
        for line in _lines(block, look, size, column, self.family):
            if flowing and self.y + step > self.floor:
                self.new_page()
            self.set_line(number, line, look, size, column)
            self.y += step

    def drop(self, size: float) -> float:
        """From the top of a line to its baseline."""
        return size * (self.manner.leading + ASCENT - DESCENT) / 2

    def set_line(self, number: int, line: _Line, look: Look, size: float, column: Column) -> None:
        baseline = self.y + self.drop(size)
        room = column.x1 - column.x0 - line.indent
        space = width(" ", self.family.faces["regular"], size)
        x = column.x0 + line.indent
        if look.align == "centre":
            x += (room - line.width) / 2
        elif look.align == "justify" and not line.last and len(line.words) > 1:
            space += (room - line.width) / (len(line.words) - 1)
        for at, word in enumerate(line.words):
            spaced = at + 1 < len(line.words)
            self._word(word.text, x, baseline, word.face, size, number, word.start, spaced)
            x += width(word.text, self.family.faces[word.face], size) + space

    def rule_under(self, block: int, share: float) -> None:
        """A rule under what was set of the block, over this share of its widest line."""
        words = [w for w in self.pages[-1].words if w.block == block]
        x0, x1 = min(w.box.x0 for w in words), max(w.box.x1 for w in words)
        cut = (x1 - x0) * (1 - share) / 2
        y = max(w.box.bottom for w in words) + RULE_GAP
        self.pages[-1].rules.append(Rule(x0 + cut, y, x1 - cut, y))

    def frame(self, box: Box, red: bool = False) -> None:
        """Four rules around the box."""
        corners = [(box.x0, box.top), (box.x1, box.top), (box.x1, box.bottom), (box.x0, box.bottom)]
        sides = zip(corners, [*corners[1:], corners[0]], strict=True)
        self.pages[-1].rules.extend(Rule(*a, *b, red) for a, b in sides)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    face: str


@dataclass(frozen=True, slots=True)
class _Line:
    words: tuple[_Token, ...]
    width: float
    indent: float
    last: bool


def _tokens(block: Block, look: Look, start: int, end: int) -> list[_Token]:
    """The words between two offsets, each in its face."""
    tokens = []
    at = start
    for text in block.text[start:end].split():
        at = block.text.index(text, at)
        face = look.face
        if any(a <= at < b for a, b in block.phrase.bold):
            face = "bold" if face == "regular" else face
        if any(a <= at < b for a, b in block.phrase.italic):
            face = "italic" if face == "regular" else face
        tokens.append(_Token(text, at, face))
        at += len(text)
    return tokens


def _lines(
    block: Block, look: Look, size: float, column: Column, family: Family, span: tuple[int, int] | None = None
) -> list[_Line]:
    """Lines of the block (or a span of it): broken where the column is full, and at each line break of its text."""
    room = column.x1 - column.x0
    at, end = span or (0, len(block.text))
    made: list[_Line] = []
    for piece in block.text[at:end].split("\n"):
        tokens = _tokens(block, look, at, at + len(piece))
        lines = _broken(tokens, look, size, room, family)
        if look.align == "centre" and len(lines) > 1:
            lines = _balanced(tokens, look, size, room, family, len(lines))
        made += lines
        at += len(piece) + 1
    return made


def _broken(tokens: list[_Token], look: Look, size: float, room: float, family: Family) -> list[_Line]:
    """As many words a line as fit into `room` points."""
    space = width(" ", family.faces["regular"], size)
    made: list[_Line] = []
    line: list[_Token] = []
    filled, indent = 0.0, look.indent + look.first
    for token in tokens:
        wide = width(token.text, family.faces[token.face], size)
        if line and filled + space + wide > room - indent:
            made.append(_Line(tuple(line), filled, indent, False))
            line, filled, indent = [], 0.0, look.indent
        filled += wide + (space if line else 0)
        line.append(token)
    return [*made, _Line(tuple(line), filled, indent, True)]


# Centred lines are made narrower by this many points at a time, as long as their number stays.
_NARROWING = 12


def _balanced(tokens: list[_Token], look: Look, size: float, room: float, family: Family, count: int) -> list[_Line]:
    """The same number of lines, of nearly the same width: no title ends in one lone word."""
    best = _broken(tokens, look, size, room, family)
    while room > _NARROWING:
        room -= _NARROWING
        tried = _broken(tokens, look, size, room, family)
        if len(tried) > count or max(line.width for line in tried) > room:
            break
        best = tried
    return best


def typeset(dispatch: Dispatch, manner: Manner, family: Family) -> tuple[SetPage, ...]:
    """The pages of the dispatch; set a little closer or wider where the foot would stand on a page alone."""
    pages = _set(dispatch, manner, family)
    for change in (-0.07, 0.1, 0.2):
        if len(pages) == 1 or any(0 <= w.block < dispatch.foot_at for w in pages[-1].words):
            break
        gap = max(manner.gap + 20 * change, 1.0)
        pages = _set(dispatch, replace(manner, leading=manner.leading + change, gap=gap), family)
    return pages


def _set(dispatch: Dispatch, manner: Manner, family: Family) -> tuple[SetPage, ...]:
    press = _Press(manner, family)
    press.new_page()
    text = Column(manner.left, PAGE_WIDTH - manner.right)
    _set_letterhead(press, dispatch, text)
    following = [*(b.role for b in dispatch.body[1:]), ""]
    for number, (block, then) in enumerate(zip(dispatch.body, following, strict=True), dispatch.body_at):
        if block.role.startswith("row"):
            _set_row(press, number, block, text)
            press.y += 0 if then == "row" else 6
            continue
        press.set_block(number, block, text)
        if block.role == "subject":
            press.rule_under(number, 0.34)
            press.y += 10
        if block.role == "addressee" and then != "addressee":
            press.y += 8
    _set_foot(press, dispatch, text)
    return tuple(press.pages)


# Widths of a table's columns as shares of the text's, by the number of columns; space around a cell's text in points.
_SHARES = {4: (0.08, 0.46, 0.24, 0.22)}
_PADDING = 3.0


def _set_row(press: _Press, number: int, block: Block, text: Column) -> None:
    """A row of a table: cells side by side, ruled on all sides; a row is not broken between pages."""
    look = LOOKS[block.role]
    size = press.manner.size + look.size
    step = size * press.manner.leading
    shares = _SHARES.get(len(block.cells), (1 / len(block.cells),) * len(block.cells))
    columns, x = [], text.x0
    for share in shares:
        columns.append(Column(x, x + share * (text.x1 - text.x0)))
        x = columns[-1].x1
    inner = [Column(c.x0 + _PADDING, c.x1 - _PADDING) for c in columns]
    cells = [_lines(block, look, size, c, press.family, s) for c, s in zip(inner, block.cells, strict=True)]
    height = max(len(lines) for lines in cells) * step + 2 * _PADDING
    if press.y + height > press.floor:
        press.new_page()
    top = press.y
    for column in columns:
        press.frame(Box(column.x0, top, column.x1, top + height))
    for column, lines in zip(inner, cells, strict=True):
        press.y = top + _PADDING
        for line in lines:
            press.set_line(number, line, look, size, column)
            press.y += step
    press.y = top + height


def _set_letterhead(press: _Press, dispatch: Dispatch, text: Column) -> None:
    """Two columns side by side: the left a little over two fifths of the width."""
    middle = text.x0 + (text.x1 - text.x0) * 0.40
    left, right = Column(text.x0 - 8 * MM, middle - 2), Column(middle + 2, text.x1 + 3 * MM)
    top = press.y
    press.red = {n for n, block in enumerate(dispatch.left) if block.role == "urgency"}
    for number, block in enumerate(dispatch.left):
        if block.role == "code":
            if dispatch.left[number - 1].role == "issuer":
                press.rule_under(number - 1, 0.4)
            press.y = max(press.y, top + 2 * press.manner.size * press.manner.leading)
        press.set_block(number, block, left, flowing=False)
        if block.role == "urgency":
            word = [w.box for w in press.pages[-1].words if w.block == number]
            press.frame(Box(word[0].x0 - 6, word[0].top - 3, word[-1].x1 + 6, word[-1].bottom + 3), red=True)
            press.y += 4
        if block.role == "code":
            code_line = press.pages[-1].words[-1].baseline
    bottom = press.y
    press.y = top
    for number, block in enumerate(dispatch.right, len(dispatch.left)):
        if block.role == "place_date":
            press.rule_under(number - 1, 1.0)
            look = LOOKS["place_date"]
            press.y = code_line - press.drop(press.manner.size + look.size) - look.before
        press.set_block(number, block, right, flowing=False)
    press.y = max(press.y, bottom) + 6


def _set_foot(press: _Press, dispatch: Dispatch, text: Column) -> None:
    """Recipients at the left, the signature block at the right; kept together on one page."""
    step = press.manner.size * press.manner.leading
    lines = sum(b.text.count("\n") + 1 for b in dispatch.foot_right)
    height = max(lines * step + press.manner.signature, (len(dispatch.foot_left) + 1) * (step - 2))
    press.y += 14
    if press.y + height > press.floor:
        press.new_page()
    top = press.y
    middle = text.x0 + (text.x1 - text.x0) * 0.43
    for number, block in enumerate(dispatch.foot_left, dispatch.foot_at):
        press.set_block(number, block, Column(text.x0, middle - 6), flowing=False)
    press.y = top
    for number, block in enumerate(dispatch.foot_right, dispatch.signature_at):
        if block.role == "signer":
            press.y += press.manner.signature
        press.set_block(number, block, Column(middle, text.x1), flowing=False)


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
