"""The tree of a web page -> blocks: paragraphs, tables, page breaks, in the order in which a browser shows them.

The tree is walked without recursion: pages of broken mark-up are nested thousands deep.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import regex
from lxml import etree

from congvan.reading.rows.flow import MAX_CELLS, MAX_DEPTH, Block, PageBreak, Paragraph, Table, too_many_cells
from congvan.reading.web.content import is_left_out, looks_like_chrome
from congvan.reading.word.numbering import printed_number
from congvan.reading.word.runs import Piece, joined

_BLOCKS = frozenset(
    """
    p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd section article main header footer aside nav blockquote pre
    address center form fieldset legend figure figcaption hr caption body details summary table tbody thead
    tfoot tr td th
    """.split()  # noqa: SIM905
)
_BOLD_TAGS = frozenset(["b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"])
_PLAIN_WEIGHT = regex.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", regex.IGNORECASE)
_BOLD_WEIGHT = regex.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", regex.IGNORECASE)
_FONT = regex.compile(r"font-family\s*:\s*(?:&quot;|[\"'])?([^;,\"'&]{1,60})", regex.IGNORECASE)
_UPPER = regex.compile(r"text-transform\s*:\s*uppercase", regex.IGNORECASE)
_ALIGN = regex.compile(r"text-align\s*:\s*(right|left|center|justify)", regex.IGNORECASE)
_PRE = regex.compile(r"white-space\s*:\s*pre", regex.IGNORECASE)
_BREAK_BEFORE = regex.compile(r"page-break-before\s*:\s*always|break-before\s*:\s*page", regex.IGNORECASE)
_NO_MARKER = regex.compile(r"list-style(?:-type)?\s*:\s*none", regex.IGNORECASE)
_BORDER = regex.compile(r"border(?:-(?:left|right|top|bottom))?\s*:", regex.IGNORECASE)
_DRAWN = regex.compile(r"\b(?:solid|double|dotted|dashed)", regex.IGNORECASE)
_BLANKS = regex.compile(r"[ \t\r\n\f\v]+")
_NUMBERS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
MOST_COLUMNS = 63
# Word's longest styles have some 500 characters; only their beginning is looked at.
LONGEST_STYLE = 2_000


@dataclass(frozen=True, slots=True)
class _Look:
    """How text inside an element looks."""

    font: str = ""
    bold: bool = False
    capitals: bool = False
    right: bool = False
    pre: bool = False


@dataclass
class _List:
    """A list that is open: what numbers it (`-` for none, "" for nothing) and the next number."""

    form: str
    next: int


@dataclass
class _Grid:
    """A table that is open. `below`: column -> rows that a cell from above still covers.

    `spill`: what the row holds beyond its last column. Nothing is lost of a row that no page could hold.
    """

    element: etree._Element
    rows: list[list[tuple[Block, ...]]] = field(default_factory=list)
    below: dict[int, int] = field(default_factory=dict)
    borders: list[bool] = field(default_factory=list)
    spill: list[Block] = field(default_factory=list)

    def end_row(self) -> int:
        """The last cell of the row takes what stood beyond it; the number of its cells, itself counted as one."""
        if not self.rows:
            return 0
        if self.spill:
            self.rows[-1][-1] += tuple(self.spill)
            self.spill = []
        return len(self.rows[-1]) + 1

    def cover(self) -> None:
        """Fills the columns that are covered from above with empty cells, as far as the row has come."""
        row = self.rows[-1]
        while self.below.get(len(row), 0) > 0:
            self.below[len(row)] -= 1
            row.append(())


class PageBlocks:
    """Walks one page. `codes`: codes of old fonts in which its text is written; `by_word`: Word has written it."""

    def __init__(self, root: etree._Element, codes: frozenset[str], *, by_word: bool) -> None:
        self._root = root
        self._codes = codes
        self._by_word = by_word
        self._frames: list[list[Block]] = [[]]
        self._grids: list[_Grid] = []
        self._lists: list[_List] = []
        self._looks: list[_Look] = [_Look()]
        self._pieces: list[Piece] = []
        self._label = ""
        self._spared = 0
        self._flat = 0
        self._cells = 0

    def blocks(self) -> list[Block]:
        """All blocks of the page."""
        walk = etree.iterwalk(self._root, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in walk:
            if event == "start":
                if is_left_out(element, self._spared) and element is not self._root:
                    skipped = element
                    walk.skip_subtree()
                    continue
                self._start(element)
                self._say(element.text)
            else:
                if element is skipped:
                    skipped = None
                else:
                    self._end(element)
                if element is not self._root:
                    self._say(element.tail)
        self._flush()
        return self._frames[0]

    def _start(self, element: etree._Element) -> None:
        tag, style = element.tag, _style(element)
        self._spared += looks_like_chrome(element)
        if tag in _BLOCKS:
            self._flush()
        self._looks.append(_look(element, style, self._looks[-1]))
        if _BREAK_BEFORE.search(style):
            self._flush()
            self._frames[-1].append(PageBreak())
        if tag == "br":
            self._pieces.append(Piece("\n", bold=True))
        elif tag in ("ol", "ul"):
            self._lists.append(_list(element, style))
        elif tag == "li":
            self._item(element, style)
        elif tag == "table":
            self._open_table(element)
        elif tag == "tr" and self._in_table():
            self._begin_row()
        elif tag in ("td", "th") and self._in_table():
            if not self._grids[-1].rows:
                self._begin_row()
            self._frames.append([])
            self._grids[-1].borders.append(_has_line(style))

    def _end(self, element: etree._Element) -> None:
        tag = element.tag
        self._spared -= looks_like_chrome(element)
        if tag in _BLOCKS:
            self._flush()
        self._looks.pop()
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
            self._label = ""
        elif tag == "table":
            self._close_table()
        elif tag in ("td", "th") and self._in_table() and len(self._frames) > len(self._grids):
            self._close_cell(element)
        elif tag == "tr" and self._in_table():
            self._grids[-1].cover()

    # -- text ------------------------------------------------------------------------------------------------------

    def _say(self, text: str | None) -> None:
        if not text:
            return
        look = self._looks[-1]
        said = text if look.pre else _BLANKS.sub(" ", text)
        self._pieces.append(Piece(said.replace("\u00a0", " "), look.font, look.bold, look.capitals))

    def _flush(self) -> None:
        pieces, self._pieces = self._pieces, []
        text = joined(pieces, self._codes)
        if not text.strip():
            return
        lines = [line.rstrip() if self._looks[-1].pre else _tidy(line) for line in text.strip().split("\n")]
        bold = all(piece.bold for piece in pieces if piece.text.strip())
        label, self._label = self._label, ""
        self._frames[-1].append(Paragraph(label + "\n".join(lines), bold, 0, self._looks[-1].right))

    def _item(self, element: etree._Element, style: str) -> None:
        here = self._lists[-1] if self._lists else _List("-", 1)
        if element.get("value"):
            here.next = _whole(element.get("value"), here.next)
        if not here.form or _NO_MARKER.search(style):
            self._label = ""
        elif here.form == "-":
            self._label = "- "
        else:
            self._label = f"{printed_number(here.next, here.form)}. "
        here.next += 1

    # -- tables ----------------------------------------------------------------------------------------------------

    def _in_table(self) -> bool:
        return bool(self._grids) and not self._flat

    def _open_table(self, element: etree._Element) -> None:
        if len(self._grids) >= MAX_DEPTH:
            self._flat += 1
        else:
            # What stands in a table outside its cells is shown before it.
            self._grids.append(_Grid(element))

    def _close_table(self) -> None:
        if self._flat:
            self._flat -= 1
            return
        grid = self._grids.pop()
        self._count(grid.end_row())
        rows = tuple(tuple(row) for row in grid.rows if row)
        if rows:
            self._frames[-1].append(Table(rows, _is_ruled(grid, self._by_word)))

    def _close_cell(self, element: etree._Element) -> None:
        grid, cell = self._grids[-1], tuple(self._frames.pop())
        grid.cover()
        row = grid.rows[-1]
        if len(row) >= MOST_COLUMNS:
            grid.spill += cell
            return
        rows_down = min(max(_whole(element.get("rowspan"), 1), 1), 1000) - 1
        columns = min(max(_whole(element.get("colspan"), 1), 1), MOST_COLUMNS)
        for n in range(columns):
            grid.below[len(row)] = rows_down
            row.append(() if n else cell)
        grid.cover()

    def _begin_row(self) -> None:
        grid = self._grids[-1]
        self._count(grid.end_row())
        grid.rows.append([])
        grid.cover()

    def _count(self, cells: int) -> None:
        """Counts the cells of all tables, also the empty ones. Raises DocumentError (`too_large`)."""
        self._cells += cells
        if self._cells > MAX_CELLS:
            raise too_many_cells()


def look_pieces(root: etree._Element) -> Iterator[Piece]:
    """Texts that stand directly in elements that name their font, to see which fonts hold text in an old code."""
    for element in root.iter(etree.Element):
        font = _font(element, _style(element))
        if font:
            yield Piece(" ".join([element.text or "", *(child.tail or "" for child in element)]), font)


def _tidy(line: str) -> str:
    """One blank where there were several, unless they part columns."""
    return regex.sub(r"(?<!\s)\s{2}(?!\s)", " ", line).strip()


def _look(element: etree._Element, style: str, outer: _Look) -> _Look:
    tag, align = element.tag, element.get("align", "").lower()
    if not style and tag not in _BOLD_TAGS and not align and tag not in ("font", "pre"):
        return outer
    told = _ALIGN.search(style)
    align = told[1].lower() if told else align
    bold = (outer.bold or tag in _BOLD_TAGS or bool(_BOLD_WEIGHT.search(style))) and not _PLAIN_WEIGHT.search(style)
    return _Look(
        _font(element, style) or outer.font,
        bold,
        outer.capitals or bool(_UPPER.search(style)),
        align == "right" if align else outer.right,
        outer.pre or tag == "pre" or bool(_PRE.search(style)),
    )


def _style(element: etree._Element) -> str:
    return str(element.get("style", ""))[:LONGEST_STYLE]


def _has_line(style: str) -> bool:
    """Does a declaration draw a line at a side? One at a time: no search runs on through the others."""
    for declaration in style.split(";"):
        border = _BORDER.search(declaration)
        if border and _DRAWN.search(declaration, border.end()):
            return True
    return False


def _font(element: etree._Element, style: str) -> str:
    told = _FONT.search(style)
    return told[1].strip() if told else element.get("face", "").split(",")[0].strip(" '\"")


def _list(element: etree._Element, style: str) -> _List:
    if _NO_MARKER.search(style):
        return _List("", 1)
    form = _NUMBERS.get(element.get("type", ""), "decimal") if element.tag == "ol" else "-"
    return _List(form, _whole(element.get("start"), 1))


def _is_ruled(grid: _Grid, by_word: bool) -> bool | None:
    """Are lines drawn? Word says so at each cell; a portal may say it elsewhere."""
    told = _whole(grid.element.get("border"), 0) > 0 or _has_line(_style(grid.element))
    if told or sum(grid.borders) * 2 > len(grid.borders):
        return True
    return False if by_word else None


def _whole(text: str | None, otherwise: int) -> int:
    try:
        number = int(text or "")
    except ValueError:
        return otherwise
    return number if abs(number) < 100_000 else otherwise
