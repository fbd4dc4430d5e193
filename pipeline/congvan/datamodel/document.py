"""What reading gives: a source, its pages, their lines and words with places.

Coordinates: PDF points (1/72 inch) from the top left corner of the page as it is shown, x to the right, y down.
Pages of plain text have no places on paper; they use a grid instead (one column = one unit of x, one row = one
unit of y, `placed` is False), so that the layout stages work alike on both.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from statistics import median

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: `x0 <= x1`, `top <= bottom`; points from the page's top left corner (or grid units)."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2

    def union(self, other: Box) -> Box:
        return Box(
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
        )

    def scaled(self, factor: float) -> Box:
        return Box(self.x0 * factor, self.top * factor, self.x1 * factor, self.bottom * factor)


@dataclass(frozen=True, slots=True)
class Word:
    """One printed word. `confidence` is the reader's own, 0..1 (1.0 for a sound text layer).

    `source` names who read it: `layer`, `text`, an OCR engine's name, or `stamp` (read apart, in a frame of its own);
    `raw` is what the engine read, where a known word was set right (layout/respell.py, ocr/stamps.py).
    """

    text: str
    box: Box
    confidence: float = 1.0
    source: str = "text"
    raw: str | None = None


@dataclass(frozen=True)
class Line:
    """Words that stand side by side on one printed line, left to right; never empty.

    `bold` says that a text source marked the whole line as bold; OCR never does.
    """

    words: tuple[Word, ...]
    bold: bool = False

    @cached_property
    def box(self) -> Box:
        first, *rest = (w.box for w in self.words)
        for box in rest:
            first = first.union(box)
        return first

    @cached_property
    def text(self) -> str:
        return " ".join(w.text for w in self.words)


@dataclass(frozen=True)
class Page:
    """One page: `number` from 1 in the file, `width` x `height` in the units of its boxes, lines from top to bottom.

    `reading` is `text` (text layer or text file) or `fast` (OCR); `source_dpi` is the raster's resolution or None.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    reading: str = "text"
    placed: bool = True
    source_dpi: float | None = None

    def scaled(self, factor: float) -> Page:
        """The page with all its measures, but for `source_dpi`, times a factor."""
        if factor == 1.0:
            return self
        lines = tuple(
            replace(line, words=tuple(replace(word, box=word.box.scaled(factor)) for word in line.words))
            for line in self.lines
        )
        return replace(self, width=self.width * factor, height=self.height * factor, lines=lines)

    @cached_property
    def em(self) -> float:
        """The width of an average character on this page, in its units: the yardstick of gaps and indents; never 0."""
        widths = [w.box.width / len(w.text) for line in self.lines for w in line.words if w.text]
        return (median(widths) if widths else 0.0) or 1.0

    @cached_property
    def line_height(self) -> float:
        """The height of an average line of this page, in its units; never 0."""
        heights = [line.box.height for line in self.lines]
        return (median(heights) if heights else 0.0) or 1.0


@dataclass(frozen=True, eq=False)
class PageImage:
    """A page that must be read from its picture.

    `image`: H x W x 3 uint8, RGB, the page as shown, at `dpi` pixels an inch; `width` x `height`: its size in points;
    `captions`: words of a sound text layer over the picture (a signature's caption), in points, which stand as they
    are; `bilevel`: the scan has one bit a pixel; `source_dpi`: the scan's own resolution, or None where not known.
    All are measured on paper of a plausible size; `scale` points of the page are one point of it (1.0 but where a PDF
    says that its sheet is a poster or a stamp).
    """

    number: int
    width: float
    height: float
    image: NDArray[np.uint8]
    dpi: float
    captions: tuple[Word, ...] = ()
    bilevel: bool = False
    source_dpi: float | None = None
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class PageFailure:
    """A page that could not be read: its number (from 1), a key of `lexicons/reasons.tsv`, and what happened."""

    number: int
    reason: str
    message: str


def path_text(path: str | Path) -> str:
    """A path as text that can be printed and kept: bytes that are no UTF-8 (old encodings of names) as `\\xNN`."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was found: `path` as given, `sha256` of its bytes, `form` by content (`pdf`, `image`, `text`)."""

    path: str
    sha256: str
    form: str
    size: int = 0
