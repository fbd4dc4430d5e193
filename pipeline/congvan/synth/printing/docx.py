"""Writes a dispatch as a Word file, built as offices build theirs: tables for letterhead and foot, lists, fields."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import pairwise
from random import Random
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from congvan.synth.printing import wordml
from congvan.synth.printing.foot import contact_line, signatures
from congvan.synth.printing.manner import LAYOUTS, Look, Manner, look_of
from congvan.synth.printing.paper import PAGE_HEIGHT, PAGE_WIDTH
from congvan.synth.printing.tables import alignments, column_widths, is_row, letters
from congvan.synth.tree import Block, Dispatch

FONT = "Times New Roman"
BODY_STYLE = "Van ban"
SIGNATURE_LINES = 4
# The letterhead's table reaches so many points beyond the margins, as offices pull it.
LETTERHEAD_WIDER = 46.0
# Word's own margins beside the text of a cell, together.
CELL_MARGINS = 13.0
# Zip entries and properties carry a moment; it is always this one, so that a seed always gives the same bytes.
MOMENT = (2020, 1, 1, 0, 0, 0)
_ALIGN = {
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
}
_MARKS = ("urgency", "secrecy")


@dataclass(frozen=True, slots=True)
class Habits:
    """How the typist works: `lists`: numbers are automatic; `boxes`: marks and notes of braces stand in text boxes;
    `styles`: the body has a style of its own; `breaks`: lines of a cell are one paragraph; `split`: share of words
    at which a run ends; `arrival`: the file has the stamp of who received it; `field`: the page number is a simple one.
    """

    lists: bool
    boxes: bool
    styles: bool
    breaks: bool
    split: float
    arrival: bool
    field: bool

    @classmethod
    def draw(cls, rng: Random) -> Habits:
        return cls(
            lists=rng.random() < 0.5,
            boxes=rng.random() < 0.6,
            styles=rng.random() < 0.6,
            breaks=rng.random() < 0.5,
            split=rng.choice((0.0, 0.02, 0.1)),
            arrival=rng.random() < 0.06,
            field=rng.random() < 0.5,
        )


def docx(dispatch: Dispatch, rng: Random) -> bytes:
    """The file; its text, automatic numbers told, is the dispatch's canonical text in the order of its parts."""
    writer = _Writer(dispatch, rng)
    writer.write()
    out = BytesIO()
    writer.document.save(out)
    return _fixed(out.getvalue())


class _Writer:
    """One document on its way: the office's manner, the typist's habits, the lists counted so far."""

    def __init__(self, dispatch: Dispatch, rng: Random) -> None:
        self.dispatch, self.rng = dispatch, rng
        self.manner, self.habits = Manner.draw(rng), Habits.draw(rng)
        self.layout = LAYOUTS[dispatch.layout]
        self.document: WordDocument = Document()
        self.lists = wordml.Lists(self.document, rng.choice(("tab", "space")))
        self.boxes = 0

    def write(self) -> None:
        self._page()
        self._properties()
        self._letterhead()
        self._blocks(self.dispatch.body)
        self._foot()
        for annex in self.dispatch.annexes:
            self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            self._blocks(annex)

    # -- the page ----------------------------------------------------------------------------------------

    def _page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Pt(round(PAGE_WIDTH)), Pt(round(PAGE_HEIGHT))
        section.left_margin, section.right_margin = Pt(round(self.manner.left)), Pt(round(self.manner.right))
        section.top_margin, section.bottom_margin = Pt(round(self.manner.top)), Pt(round(self.manner.bottom))
        section.different_first_page_header_footer = True
        top = self.layout.number == "top"
        paragraph = (section.header if top else section.footer).paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if top else WD_ALIGN_PARAGRAPH.RIGHT
        wordml.page_field(paragraph, self.habits.field)
        found = contact_line(self.dispatch)
        if found is not None:
            self._set(section.first_page_footer.paragraphs[0], found[1])
            wordml.border(section.first_page_footer.paragraphs[0], "top")

    def _properties(self) -> None:
        properties = self.document.core_properties
        properties.author = properties.last_modified_by = "Văn phòng"
        properties.title, properties.comments, properties.revision = "", "", 1
        properties.created = properties.modified = datetime(*MOMENT)
        normal: Any = self.document.styles["Normal"]
        made: Any = self.document.styles.add_style(BODY_STYLE, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = normal
        for style in (normal, made):
            style.font.name, style.font.size = FONT, Pt(self.manner.size)
            for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
                style.element.get_or_add_rPr().get_or_add_rFonts().set(qn(kind), FONT)
        normal.paragraph_format.space_after = Pt(0)
        made.paragraph_format.space_after = Pt(self.manner.gap)
        made.paragraph_format.line_spacing = self.manner.leading
        made.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    # -- letterhead and foot -----------------------------------------------------------------------------

    def _letterhead(self) -> None:
        """One row of two cells, or two rows (names above number and date), without rules."""
        below = ("code", "about", "place_date", *_MARKS)
        left, right = list(self.dispatch.left), list(self.dispatch.right)
        split = self.rng.random() < 0.5
        parts = [left, right]
        if split:
            sides = [(under, side) for under in (False, True) for side in (left, right)]
            parts = [[b for b in side if (b.role in below) is under] for under, side in sides]
        table = self._plain_table(len(parts) // 2, (0.41, 0.59), wider=LETTERHEAD_WIDER)
        cells = [cell for row in table.rows for cell in row.cells]
        for cell, blocks in zip(cells, parts, strict=True):
            self._fill(cell, blocks)
        if self.habits.arrival:
            number, day = self.rng.randint(10, 4000), f"{self.rng.randint(1, 28):02d}/{self.rng.randint(1, 12):02d}"
            lines = ["CÔNG VĂN ĐẾN", f"Số: {number}", f"Ngày: {day}"]
            self._box(cells[0].paragraphs[-1], lines, 110, (0, 30), ruled=True)

    def _foot(self) -> None:
        """Recipients and signature side by side; two who sign in a table of their own above the recipients."""
        self.document.add_paragraph()
        signing = [[block for _, block in blocks] for blocks in signatures(self.dispatch)]
        recipients = [b for b in self.dispatch.foot_left if b.role != "contact_line"]
        if len(signing) > 1:
            table = self._plain_table(1, tuple(1 / len(signing) for _ in signing))
            for cell, blocks in zip(table.rows[0].cells, signing, strict=True):
                self._fill(cell, blocks)
            self._recipients(self.document, recipients)
            return
        left, right = self._plain_table(1, (0.45, 0.55)).rows[0].cells
        self._recipients(left, recipients)
        self._fill(right, signing[0])

    def _recipients(self, holder: Any, blocks: Sequence[Block]) -> None:
        """The list; those under a brace in a small table beside its note, or the note in a text box."""
        at = 0
        braces = {n - block.covers: n for n, block in enumerate(blocks) if block.role == "brace"}
        while at < len(blocks):
            brace = braces.get(at)
            if brace is None:
                self._set(self._paragraph(holder), blocks[at])
                at += 1
                continue
            joined, note = blocks[at:brace], blocks[brace]
            if self.habits.boxes:
                for block in joined:
                    paragraph = self._set(self._paragraph(holder), block)
                self._box(paragraph, note.text.split("\n"), 100, (125, -12.0 * len(joined)), ruled=False)
            else:
                self._braced(holder, joined, note)
            at = brace + 1

    def _braced(self, holder: Any, joined: Sequence[Block], note: Block) -> None:
        table = holder.add_table(rows=1, cols=2)
        left, right = table.rows[0].cells
        self._fill(left, joined)
        self._fill(right, [note])
        wordml.side_brace(right)

    def _plain_table(self, rows: int, shares: tuple[float, ...], wider: float = 0.0) -> Any:
        table = self.document.add_table(rows=rows, cols=len(shares))
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        _widen(table, [(self.room + wider) * share for share in shares])
        return table

    @property
    def room(self) -> float:
        """Between the margins, in points."""
        return PAGE_WIDTH - self.manner.left - self.manner.right

    def _fill(self, cell: Any, blocks: Sequence[Block]) -> None:
        """Blocks as paragraphs of a cell; room above the name of who signs; marks in boxes of their own."""
        for block in blocks:
            if block.role == "contact_line":
                continue
            if block.role == "signer":
                for _ in range(SIGNATURE_LINES):
                    self._paragraph(cell)
            if block.role in _MARKS and self.habits.boxes:
                self._box(self._paragraph(cell), [block.text], 90, (20, 4), ruled=True)
                continue
            lines = [(0, len(block.text))] if self.habits.breaks else _lines(block.text)
            for span in lines:
                paragraph = self._set(self._paragraph(cell), block, span)
            if block.role == "motto" and self.rng.random() < 0.5:
                for run in paragraph.runs:
                    run.underline = True

    # -- paragraphs --------------------------------------------------------------------------------------

    def _paragraph(self, holder: Any) -> Any:
        """A new paragraph: a cell's first one stands there already."""
        paragraphs = holder.paragraphs
        only = len(paragraphs) == 1 and holder is not self.document
        if only and not len(paragraphs[0]._p) and len(holder._element.findall(qn("w:tbl"))) == 0:
            first = paragraphs[0]
            first._p.get_or_add_pPr()
            return first
        return holder.add_paragraph()

    def _blocks(self, blocks: Sequence[Block]) -> None:
        rows: list[Block] = []
        for block in blocks:
            if rows and not is_row(block):
                self._ruled_table(rows)
                rows = []
            if is_row(block):
                rows.append(block)
            elif block.role != "contact_line":
                self._body_paragraph(block)
        if rows:
            self._ruled_table(rows)

    def _body_paragraph(self, block: Block) -> None:
        look = look_of(block, self.layout)
        styled = self.habits.styles and look.align != "centre"
        paragraph = self.document.add_paragraph(style=BODY_STYLE if styled else None)
        label = wordml.label_of(block.text) if self.habits.lists and "\n" not in block.text else None
        self._set(paragraph, block, (label.length if label else 0, len(block.text)))
        if label is not None:
            bold = look.face == "bold" or any(a == 0 and b >= label.length - 1 for a, b in block.phrase.bold)
            self.lists.number(paragraph, label, bold)
        if block.role == "subject":
            paragraph.paragraph_format.space_after = Pt(12)

    def _ruled_table(self, rows: Sequence[Block]) -> None:
        widths, aligned = column_widths(rows, self.room, self._measure, CELL_MARGINS), alignments(rows)
        table: Any = self.document.add_table(rows=0, cols=len(widths), style="Table Grid")
        table.autofit = False
        for _ in rows:
            table.add_row()
        _widen(table, widths)
        for row, block in zip(table.rows, rows, strict=True):
            if block.role == "row_head" and self.manner.repeat_head:
                wordml.repeated(row)
            cells = list(row.cells)
            whole = len(block.cells) == len(cells)
            if not whole:
                cells[len(block.cells) - 1].merge(cells[-1])
            for cell, align, span in zip(cells, aligned, block.cells, strict=False):
                self._set(cell.paragraphs[0], block, span)
                if whole and align == "centre":
                    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        self.document.add_paragraph()

    def _measure(self, row: Block, text: str) -> float:
        """Half a letter's height a letter is about the width of Times."""
        return letters(row, text) * self.manner.size * 0.5

    def _box(self, paragraph: Any, lines: list[str], width: float, at: tuple[float, float], ruled: bool) -> None:
        self.boxes += 1
        wordml.text_box(paragraph, lines, width, at, self.boxes, ruled)

    def _set(self, paragraph: Any, block: Block, span: tuple[int, int] | None = None) -> Any:
        """The span of the block's text as runs; `\\n` inside it is a line break."""
        start, end = span or (0, len(block.text))
        look = look_of(block, self.layout)
        form = paragraph.paragraph_format
        if look.align != "justify" or not self.habits.styles:
            paragraph.alignment = _ALIGN[look.align]
        if look.first:
            form.first_line_indent = Pt(round(look.first))
        if look.indent:
            form.left_indent = Pt(round(look.indent))
        if look.before:
            form.space_before = Pt(look.before)
        for a, b in self._runs(block, start, end):
            run = paragraph.add_run()
            for n, piece in enumerate(block.text[a:b].split("\n")):
                if n:
                    run.add_break()
                run.add_text(piece)
            self._dress(run, block, look, a)
        return paragraph

    def _dress(self, run: Any, block: Block, look: Look, at: int) -> None:
        run.font.size = Pt(round((self.manner.size + look.size) * 2) / 2)
        run.bold = "bold" in look.face or any(a <= at < b for a, b in block.phrase.bold) or None
        run.italic = "italic" in look.face or any(a <= at < b for a, b in block.phrase.italic) or None
        if block.role in _MARKS:
            run.font.color.rgb = RGBColor(0xC0, 0, 0)

    def _runs(self, block: Block, start: int, end: int) -> list[tuple[int, int]]:
        """Runs of one face; some end where the typist once stopped, as Word keeps them."""
        cuts = {start, end}
        for a, b in (*block.phrase.bold, *block.phrase.italic):
            cuts |= {at for at in (a, b) if start < at < end}
        cuts |= {at for at in range(start + 1, end) if self.rng.random() < self.habits.split / 4}
        return list(pairwise(sorted(cuts)))


def _widen(table: Any, widths: Sequence[float]) -> None:
    """Columns of these widths in points, told by the grid and by each cell: readers heed one or the other."""
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = Pt(round(wide))
    for row in table.rows:
        for cell, wide in zip(row.cells, widths, strict=True):
            cell.width = Pt(round(wide))


def _lines(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the text's lines."""
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


def _fixed(data: bytes) -> bytes:
    """The same archive with one moment on every entry."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            new.writestr(info, old.read(name))
    return out.getvalue()
