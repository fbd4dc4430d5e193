"""Pages fed sideways or upside down: how the first reading shows it, and the page turned upright."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import mean

import numpy as np

from congvan.datamodel.document import Box, Line, PageImage

# Measured on three scans in all four positions: mean confidence 0.90 to 0.95 upright, 0.41 to 0.43 upside down or with
# lines running up; lines that run down Tesseract reads by itself (0.90 to 0.95), in boxes higher than wide.
SURE = 0.6
# Fewer words show nothing: a page of seals and signatures is doubtful in every position.
MIN_WORDS = 12
# Words of this many letters are wider than high on an upright page.
LONG_WORD = 4


def is_upright(lines: Sequence[Line]) -> bool:
    """Whether a reading looks like that of an upright page."""
    words = [word for line in lines for word in line.words]
    return len(words) < MIN_WORDS or (sureness(lines) >= SURE and not _lines_run_down(lines))


def sureness(lines: Sequence[Line]) -> float:
    """The mean confidence of a reading; 0 where its lines don't lie."""
    confidences = [word.confidence for line in lines for word in line.words]
    return mean(confidences) if confidences and not _lines_run_down(lines) else 0.0


def _lines_run_down(lines: Sequence[Line]) -> bool:
    long = [word.box for line in lines for word in line.words if len(word.text) >= LONG_WORD]
    return sum(box.height > box.width for box in long) * 2 > len(long)


def quarter_turned(page: PageImage, quarters: int) -> PageImage:
    """The page turned counterclockwise by so many quarters, captions with it; its size is that of the turned page."""
    for _ in range(quarters % 4):
        captions = tuple(replace(word, box=_turned(word.box, page.width)) for word in page.captions)
        page = replace(page, image=np.rot90(page.image), width=page.height, height=page.width, captions=captions)
    return replace(page, image=np.ascontiguousarray(page.image))


def _turned(box: Box, width: float) -> Box:
    """A box after a quarter turn counterclockwise of a page of this width."""
    return Box(box.top, width - box.x1, box.bottom, width - box.x0)
