"""Printed lines as layout sees them: their segments at column gaps, their place, the margins of their page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

import regex

from congvan.datamodel.document import Line, Page, Word
from congvan.datamodel.layout import Strip
from congvan.layout import marks
from congvan.layout.blanks import is_blank_place

# Blank space between words that parts columns, in average character widths of the page: justified lines of real
# scans stay below two, columns of letterheads keep three or more.
COLUMN_GAP = 3.0
# Lines of more characters are running text and show where its margins are.
RUNNING_LENGTH = 50
# A text file whose lines are longer was not wrapped: each of its lines is a paragraph.
WRAPPED_LENGTH = 135
DASHES = "-–—+"
_LABEL = regex.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,4}|\p{L}\d?)[.)/]{1,2}$")  # 1. ; 2.1. ; (3) ; IV. ; a)


@dataclass(frozen=True, eq=False)
class Row:
    """A printed line with what layout wants to know of it: its segments (at column gaps) and place.

    Each is itself alone, so that what is found of it can be kept.
    """

    line: Line
    page: Page
    number: int
    gap: float
    segments: tuple[tuple[Word, ...], ...]

    @property
    def text(self) -> str:
        return self.line.text


def rows_of(page: Page) -> Iterator[Row]:
    """The printed lines of a page without its page number."""
    bottom = None
    for n, line in enumerate(page.lines):
        if marks.is_page_number(line.text) and _stands_alone(page, n):
            continue
        gap = 0.0 if bottom is None else (line.box.top - bottom) / max(page.line_height, 0.1)
        bottom = line.box.bottom
        yield Row(line, page, n, gap, tuple(_segments(line, page)))


def _stands_alone(page: Page, n: int) -> bool:
    """Is line `n` the first or last of its page, or (in a text file, where pages are lost) has it blanks round it?"""
    if page.placed or n in (0, len(page.lines) - 1):
        return n <= 1 or n >= len(page.lines) - 2
    above, here, below = page.lines[n - 1], page.lines[n], page.lines[n + 1]
    blanks_round = here.box.top - above.box.bottom >= 1 and below.box.top - here.box.bottom >= 1
    return blanks_round or here.box.x0 > page.width / 4


def _segments(line: Line, page: Page) -> Iterator[tuple[Word, ...]]:
    """The words of a line, cut at column gaps; a list label keeps its tab."""
    limit = COLUMN_GAP * (page.em if page.placed else 1.0)
    current: list[Word] = []
    for word in line.words:
        wide = bool(current) and word.box.x0 - current[-1].box.x1 >= limit
        label = len(current) == 1 and _is_label(current[0].text)
        if wide and not label and not is_blank_place(" ".join(w.text for w in current[-4:]), word.text):
            yield tuple(current)
            current = []
        current.append(word)
    yield tuple(current)


def _is_label(text: str) -> bool:
    return text in "-–—+*•·o" or bool(_LABEL.match(text))


def margins_of(page: Page) -> tuple[float, float]:
    """Left and right edge of the running text, in page units; no right edge (infinite) where text is not wrapped."""
    running = [line.box for line in page.lines if len(line.text) > RUNNING_LENGTH]
    if not running:
        boxes = [line.box for line in page.lines]
        return min((b.x0 for b in boxes), default=0.0), max((b.x1 for b in boxes), default=page.width)
    left = min(box.x0 for box in running)
    rights = sorted(box.x1 for box in running)
    if page.placed:
        return left, rights[len(rights) * 4 // 5]
    wrapped = rights[len(rights) * 9 // 10] <= WRAPPED_LENGTH
    return left, rights[len(rights) // 2] if wrapped else inf


def texts_of(row: Row) -> list[str]:
    """The text of each segment of the row."""
    return [" ".join(w.text for w in segment) for segment in row.segments]


def strip_of(row: Row, words: tuple[Word, ...], zone: str, margins: dict[int, tuple[float, float]]) -> Strip:
    """These words of the row as a strip of the zone; `margins`: page number -> edges of its running text."""
    left, _ = margins[row.page.number]
    em = row.page.em if row.page.placed else 1.0
    return Strip(
        words,
        row.page.number,
        row.number,
        zone,
        (),
        row.gap,
        False,
        (words[0].box.x0 - left) / em,
        row.line.bold,
    )
