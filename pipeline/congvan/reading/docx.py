"""A Word document (DOCX, DOCM) -> pages on a grid: letterhead and signature block as columns, tables as rows.

Macros are never looked at, nothing that the document links to is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import regex
from lxml import etree

from congvan.datamodel.document import Page
from congvan.errors import DocumentError
from congvan.reading.asked import EVERYTHING, Asked
from congvan.reading.rows.flow import Block, PageBreak, Paragraph, pages_of, text_of
from congvan.reading.word.names import R, W, find, switch, unified, value
from congvan.reading.word.numbering import Numbering, printed_number
from congvan.reading.word.package import Package
from congvan.reading.word.runs import Piece, legacy_codes, look_of
from congvan.reading.word.styles import Styles
from congvan.reading.word.text import Text, breaks_page

# What is left of `Trang 2/5` once its fields are taken away.
_PAGE_WORDS = regex.compile(r"(?:trang|page|of|trên|[\s\d/|.\-–—])*", regex.IGNORECASE)


def read_docx(path: Path, asked: Asked = EVERYTHING) -> Iterator[Page]:
    """The pages asked for; only page breaks that the document itself has part them.

    Headers stand before the text of the section that shows them first, footers behind it, notes at the end. Raises
    DocumentError (`truncated`, `damaged`, `encrypted`, `bomb`, `too_large`).
    """
    with Package(path) as package:
        blocks = list(_Document(package).blocks())
    return pages_of(blocks, asked)


class _Document:
    """The parts of one document that hold text."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main()
        self._relations = package.relations(self._main)
        # Of relations with the same name the first.
        self._parts = {relation.id: relation.part for relation in reversed(self._relations)}
        root = self._part(self._main)
        body = find(root, "body")
        if body is None:
            raise DocumentError("The document has no body.", "Save it anew in Word.", reason="damaged")
        self._body = body
        self._styles = Styles(self._of_kind("styles"))
        numbering = Numbering(self._of_kind("numbering"), self._styles)
        codes = legacy_codes(_pieces(body, self._styles))
        self._text = Text(self._styles, numbering, codes)

    def blocks(self) -> Iterator[Block]:
        """Everything that is printed, in its order."""
        sections = list(self._body.iter(f"{W}sectPr"))
        sections = [s for s in sections if s.getparent().tag != f"{W}sectPrChange"]
        shown: set[str] = set()
        at = 0
        yield from self._margin(sections[0] if sections else None, "header", shown)
        for child in self._body:
            yield from self._text.block(child)
            if find(child, "pPr/sectPr") is not None:
                yield from self._margin(sections[at], "footer", shown)
                at += 1
                following = sections[at] if at < len(sections) else None
                if breaks_page(child, following):
                    yield PageBreak()
                yield from self._margin(following, "header", shown)
        self._text.closed()
        yield from self._margin(sections[-1] if sections else None, "footer", shown)
        yield from self._notes("footnote")
        yield from self._notes("endnote")

    def _margin(self, section: etree._Element | None, kind: str, shown: set[str]) -> Iterator[Block]:
        """Header or footer of a section's first page, if it was not shown before and says more than a page number."""
        references = [] if section is None else section.findall(f"{W}{kind}Reference")
        by_type = {r.get(f"{W}type", "default"): r.get(f"{R}id", "") for r in references}
        first = switch(section, "titlePg") and "first" in by_type
        wanted = by_type.get("first" if first else "default", "")
        part = self._parts.get(wanted)
        if part is None or part in shown:
            return
        shown.add(part)
        root = self._part(part)
        blocks = [] if root is None else list(self._text.blocks(root))
        self._text.closed()
        if not _PAGE_WORDS.fullmatch(text_of(blocks)):
            yield from blocks

    def _notes(self, kind: str) -> Iterator[Block]:
        """Footnotes or endnotes in the order in which the text refers to them, each behind its number."""
        wanted = list(dict.fromkeys(self._text.notes[kind]))
        root = self._of_kind(f"{kind}s") if wanted else None
        found = {} if root is None else {n.get(f"{W}id", ""): n for n in root.findall(f"{W}{kind}")}
        for number, note in enumerate((n for n in wanted if n in found), 1):
            label = printed_number(number, "decimal" if kind == "footnote" else "lowerRoman")
            blocks = list(self._text.blocks(found[note]))
            self._text.closed()
            yield from _labelled(blocks, label)

    def _of_kind(self, kind: str) -> etree._Element | None:
        part = next((r.part for r in self._relations if r.kind == kind), None)
        return self._part(part) if part else None

    def _part(self, name: str) -> etree._Element | None:
        root = self._package.root(name)
        return None if root is None else unified(root)


def _labelled(blocks: Sequence[Block], label: str) -> Iterator[Block]:
    first, rest = blocks[:1], blocks[1:]
    if first and isinstance(first[0], Paragraph):
        yield Paragraph(f"{label} {first[0].text.strip()}", first[0].bold)
        yield from rest
    else:
        yield from chain([Paragraph(label)], blocks)


def _pieces(body: etree._Element, styles: Styles) -> Iterator[Piece]:
    """All runs with their fonts, to see which fonts hold text in an old code."""
    paragraph, style = None, None
    for run in body.iter(f"{W}r"):
        parent = run.getparent()
        if parent is not paragraph:
            # Once for each paragraph: it may hold any number of runs.
            paragraph, style = parent, value(parent, "pPr/pStyle") if parent.tag == f"{W}p" else None
        text = "".join(t.text or "" for t in run.findall(f"{W}t"))
        if text and not text.isascii():
            yield Piece(text, look_of(run, style, styles).font)
