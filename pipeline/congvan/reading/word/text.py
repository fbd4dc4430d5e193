"""The text of a Word part as blocks: what is printed, in its order (ECMA-376 part 1, 17.3 to 17.16).

Inserted text stays and deleted text goes, as if all changes were accepted; comments, hidden text and the fields of
page numbers are no text. A text box stands behind the paragraph that holds it, once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import regex
from lxml import etree

from congvan.reading.rows.flow import (
    MAX_CELLS,
    MAX_DEPTH,
    PAGE_WIDTH,
    Block,
    PageBreak,
    Paragraph,
    Table,
    too_many_cells,
)
from congvan.reading.word.names import MATH_TEXT, MC, W, find, switch, value, whole
from congvan.reading.word.numbering import Numbering
from congvan.reading.word.runs import Piece, joined, look_of, symbol
from congvan.reading.word.styles import Styles, left_of

TWIPS_A_COLUMN = 120  # 6 pt: the width of an average letter of 13 or 14 pt
# Text that begins this far to the right is set into the right half of the page, not just indented.
RIGHT_HALF_TWIPS = 2500
MOST_COLUMNS = 63  # Word's own limit (17.4.48)
_SKIPPED = frozenset(
    W + name for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "commentReference")
)
_HOLDERS = frozenset(
    W + name for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo")
)
_PICTURES = frozenset(W + name for name in ("drawing", "pict", "object"))
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}
_PAGE_FIELD = regex.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b", regex.IGNORECASE)
LONGEST_NAME = 40  # of a field, at the beginning of its instruction
# Word itself opens no more than 20 in each other; what is deeper is shown as the field round it.
MAX_FIELDS = 50
_NEW_SECTION_GOES_ON = ("continuous", "nextColumn")


@dataclass
class _Field:
    """A field that is open. `name`: how its instruction begins; `shown`: its result has begun; `hides`: is no text."""

    name: str = ""
    shown: bool = False
    hides: bool = True

    def say(self, instruction: str) -> None:
        """What its instruction goes on with."""
        if not self.shown and len(self.name) < LONGEST_NAME:
            self.name = (self.name + instruction).lstrip()[:LONGEST_NAME]

    def show(self) -> None:
        """The instruction is over; numbers of pages are no text."""
        self.shown = True
        self.hides = _PAGE_FIELD.match(self.name) is not None


@dataclass
class _Written:
    """What a paragraph holds: pieces in order, text boxes behind it."""

    label: str = ""
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


class Text:
    """Reads parts of one document, which share styles, lists and fonts. `notes`: ids of footnotes, as referred to."""

    def __init__(self, styles: Styles, numbering: Numbering, codes: frozenset[str]) -> None:
        self._styles = styles
        self._numbering = numbering
        self._codes = codes
        self._fields: list[_Field] = []
        self._too_deep = 0
        self._seen = 0
        self._carried: _Written | None = None
        self.notes: dict[str, list[str]] = {"footnote": [], "endnote": []}

    def blocks(self, parent: etree._Element, depth: int = 0) -> Iterator[Block]:
        """The blocks of a body, cell, header, note or text box."""
        for child in parent:
            yield from self.block(child, depth)

    def block(self, element: etree._Element, depth: int = 0) -> Iterator[Block]:
        """The blocks of one child of a body: a paragraph, a table, or what holds some."""
        if element.tag == f"{W}p":
            yield from self._paragraph(element, depth)
        elif element.tag == f"{W}tbl":
            yield from self._table(element, depth)
        elif element.tag in _HOLDERS:
            yield from self.blocks(element, depth)
        elif element.tag == f"{MC}AlternateContent":
            yield from self.blocks(_chosen(element), depth)

    # -- paragraphs ------------------------------------------------------------------------------------------------

    def _paragraph(self, element: etree._Element, depth: int) -> Iterator[Block]:
        properties = find(element, "pPr")
        style = value(properties, "pStyle")
        written = self._carried or _Written()
        self._carried = None
        label = self._numbering.label(properties, style)
        written.label = written.label or label
        self._inline(element, style, written)
        self._fields, self._too_deep = [f for f in self._fields if f.shown], 0
        if find(properties, "rPr/del") is not None:
            # The end of this paragraph was deleted: the next one goes on in it.
            self._carried = written
            return
        if self._begins_page(properties, style):
            yield PageBreak()
        yield from self._lines(written, properties, style)
        for box in written.boxes:
            if depth < MAX_DEPTH:
                yield from self.blocks(box, depth + 1)

    def _lines(self, written: _Written, properties: etree._Element | None, style: str | None) -> Iterator[Block]:
        text = joined(written.pieces, self._codes)
        bold = all(piece.bold for piece in written.pieces if piece.text.strip())
        indent, right = self._place(properties, style, len(text))
        for n, part in enumerate(text.split("\f")):
            if n:
                yield PageBreak()
            if part.strip():
                part = written.label + part.strip() if written.label else part
                written.label = ""
                yield Paragraph(part, bold, indent, right)

    def _begins_page(self, properties: etree._Element | None, style: str | None) -> bool:
        told = switch(properties, "pageBreakBefore")
        return self._styles.setting(style).begins_page if told is None else told

    def _place(self, properties: etree._Element | None, style: str | None, length: int) -> tuple[int, bool]:
        """`(indent in columns, set to the right)`; small indents of a first line say nothing."""
        inherited = self._styles.setting(style)
        side = value(properties, "jc") or inherited.side
        if side in ("right", "end"):
            return 0, True
        own = left_of(properties)
        left = inherited.left if own is None else whole(own)
        if left < RIGHT_HALF_TWIPS:
            return 0, False
        column = min(left // TWIPS_A_COLUMN, PAGE_WIDTH - 1)
        return (column + max(PAGE_WIDTH - column - length, 0) // 2 if side == "center" else column), False

    def _inline(self, parent: etree._Element, style: str | None, written: _Written) -> None:
        for child in parent:
            if child.tag == f"{W}r":
                self._run(child, style, written)
            elif child.tag == f"{W}fldSimple":
                if not _PAGE_FIELD.match(child.get(f"{W}instr", "")):
                    self._inline(child, style, written)
            elif child.tag in _HOLDERS:
                self._inline(child, style, written)
            elif child.tag == f"{MC}AlternateContent":
                self._inline(_chosen(child), style, written)
            elif isinstance(child.tag, str) and child.tag.startswith(MATH_TEXT[:-1]):
                written.pieces.append(Piece("".join(t.text or "" for t in child.iter(MATH_TEXT))))

    def _run(self, run: etree._Element, style: str | None, written: _Written) -> None:
        look = look_of(run, style, self._styles)
        if look.hidden:
            return
        text = "".join(self._signs(run, look.font, written))
        if text:
            written.pieces.append(Piece(text, look.font, look.bold, look.capitals))

    def _signs(self, run: etree._Element, font: str, written: _Written) -> Iterator[str]:
        """What the children of a run print; boxes and notes go where they belong."""
        for child in run:
            tag = child.tag
            if tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType", ""))
            elif tag == f"{W}instrText":
                if self._fields and not self._too_deep:
                    self._fields[-1].say(child.text or "")
            elif tag in _SKIPPED or any(f.hides for f in self._fields):
                continue
            elif tag == f"{W}t":
                yield (child.text or "").replace("\n", " ").replace("\f", " ")
            elif tag == f"{W}br":
                yield "\f" if child.get(f"{W}type") == "page" else "\n"
            elif tag == f"{W}softHyphen":
                # In fonts of TCVN3 its byte is a letter: ư.
                yield "\u00ad" if font.lower().startswith(".vn") else ""
            elif tag == f"{W}sym":
                yield symbol(child)
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                kind = tag.removeprefix(W).removesuffix("Reference")
                self.notes[kind].append(child.get(f"{W}id", ""))
            elif tag == f"{MC}AlternateContent":
                yield from self._signs(_chosen(child), font, written)
            elif tag in _PICTURES:
                written.boxes += _boxes(child)
            elif tag == f"{W}r":
                yield from self._signs(child, font, written)

    def _field(self, what: str) -> None:
        if what == "begin":
            if len(self._fields) < MAX_FIELDS:
                self._fields.append(_Field())
            else:
                self._too_deep += 1
        elif self._too_deep:
            self._too_deep -= what == "end"
        elif what == "separate" and self._fields:
            self._fields[-1].show()
        elif what == "end" and self._fields:
            self._fields.pop()

    def closed(self) -> None:
        """The part has ended: a field that nothing closed ends with it."""
        self._fields = []
        self._too_deep = 0
        self._carried = None

    # -- tables ----------------------------------------------------------------------------------------------------

    def _table(self, table: etree._Element, depth: int) -> Iterator[Block]:
        if depth >= MAX_DEPTH:
            for row in _all(table, "tr"):
                for cell in _all(row, "tc"):
                    yield from self.blocks(cell, depth)
            return
        rows = tuple(tuple(self._cells(row, depth)) for row in _all(table, "tr") if find(row, "trPr/del") is None)
        yield Table(rows, self._styles.is_ruled(table))

    def _cells(self, row: etree._Element, depth: int) -> Iterator[tuple[Block, ...]]:
        """Cells as columns: what a cell covers beside and below itself is empty."""
        before = min(max(whole(value(row, "trPr/gridBefore")), 0), MOST_COLUMNS)
        self._count(before + 1)
        yield from ((),) * before
        for cell in _all(row, "tc"):
            merged = find(cell, "tcPr/vMerge")
            if merged is None:
                merged = find(cell, "tcPr/hMerge")
            covered = merged is not None and merged.get(f"{W}val", "continue") == "continue"
            # Numbers count in covered cells, too: they are read, and left out.
            content = tuple(self.blocks(cell, depth + 1))
            yield () if covered else content
            span = min(max(whole(value(cell, "tcPr/gridSpan"), 1), 1), MOST_COLUMNS)
            self._count(span)
            yield from ((),) * (span - 1)

    def _count(self, cells: int) -> None:
        """Counts the cells of all tables, also the empty ones. Raises DocumentError (`too_large`)."""
        self._seen += cells
        if self._seen > MAX_CELLS:
            raise too_many_cells()


def breaks_page(element: etree._Element, following: etree._Element | None) -> bool:
    """Does the section that ends in a paragraph end its page? The next section's own type says so (17.6.22)."""
    return find(element, "pPr/sectPr") is not None and value(following, "type") not in _NEW_SECTION_GOES_ON


def _all(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows or cells, also those wrapped in content controls."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag in _HOLDERS:
            yield from _all(child, name)


def _chosen(alternatives: etree._Element) -> etree._Element:
    """One of several forms of the same content: the first that holds text, else the first."""
    texts = (f"{W}t", f"{W}tab", f"{W}br", f"{W}sym")
    full = (branch for branch in alternatives if any(True for _ in branch.iter(*texts)))
    return next(full, alternatives[0] if len(alternatives) else alternatives)


def _boxes(picture: etree._Element) -> list[etree._Element]:
    """The contents of text boxes in a drawing, those inside of other boxes left to them."""
    found: list[etree._Element] = []
    for child in picture:
        if child.tag == f"{W}txbxContent":
            found.append(child)
        elif child.tag == f"{MC}AlternateContent":
            found += _boxes(_chosen(child))
        else:
            found += _boxes(child)
    return found
