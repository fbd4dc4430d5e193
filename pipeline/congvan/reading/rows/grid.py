"""Rows of text -> a page on a grid: one row is one Line, its words stand at their columns (`placed` is False)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

import regex

from congvan.datamodel.document import Box, Line, Page, Word

TAB_STOP = 8
# A tab is a jump to another column, however short; below this many blanks words belong together.
TAB_GAP = 4
# No printed line comes near; a text without line ends is cut at the next blank, so that no later step has to look
# at a million characters at once.
LONGEST_ROW = 10_000
LONGEST_WORD = 1_000

_WORD = regex.compile(rf"\S{{1,{LONGEST_WORD}}}")


def page_of(number: int, rows: Iterable[tuple[str, bool]], width: float | None = None) -> Page:
    """Page `number` of `(text, bold)` rows; empty rows only take their place.

    Boxes are columns and rows, counted from 0. `width`: of the page in columns, where it is known: what the right half
    is can't be told from lines that are not wrapped.
    """
    lines: list[Line] = []
    at = 0
    for text, bold in rows:
        for piece in _cut(text):
            line = _line(piece, at, bold)
            at += 1
            if line:
                lines.append(line)
    if width is None:
        width = max((line.box.x1 for line in lines), default=0.0)
    return Page(number, width, float(max(at, 1)), tuple(lines), placed=False)


def _cut(text: str) -> Iterator[str]:
    at = 0
    while len(text) - at > LONGEST_ROW:
        end = text.rfind(" ", at + 1, at + LONGEST_ROW)
        end = end if end > 0 else at + LONGEST_ROW
        yield text[at:end]
        at = end
    yield text[at:] if at == 0 else text[at:].lstrip()


def _line(text: str, row: int, bold: bool) -> Line | None:
    text = spread_tabs(unicodedata.normalize("NFC", text))
    words = tuple(Word(match.group(), Box(match.start(), row, match.end(), row + 1)) for match in _WORD.finditer(text))
    return Line(words, bold) if words else None


def spread_tabs(text: str) -> str:
    """Tabs as blanks up to the next stop, never fewer than TAB_GAP: a tab parts columns."""
    if "\t" not in text:
        return text
    *parts, last = text.split("\t")
    out: list[str] = []
    at = 0
    for part in parts:
        at += len(part)
        gap = max(TAB_STOP - at % TAB_STOP, TAB_GAP)
        out += (part, " " * gap)
        at += gap
    return "".join([*out, last])
