"""Print that the engine passed over: short lines that stand alone (Kính gửi:, Nơi nhận:) are read once more, apart.

Tesseract's search for columns drops such lines on one page in five, and they are what the layout goes by.
"""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np
from numpy.typing import NDArray

from congvan.datamodel.document import Box, Line, Word
from congvan.ocr.clean import Cleaned
from congvan.ocr.engine import Engine
from congvan.ocr.islands import MM_PER_INCH, Island, cut_out, islands_in, letters_in

INK_BELOW = 128
# Words trusted less are read again with what was missed.
TRUSTED = 0.3
# Ink of a word reaches beyond its box by this part of its height (marks of tones, tails).
SPREAD = 0.25
JOIN_MM = 2.0
# An island has at least this many pieces of the height of a small letter.
MIN_LETTERS = 3
SMALL_LETTER_MM = 1.2
# An island that known words cover by more than this is their own ink.
COVERED = 0.3
MAX_ISLANDS = 16
MIN_CONFIDENCE = 0.7


def missed_words(page: Cleaned, lines: Iterable[Line], engine: Engine) -> list[list[Word]]:
    """Words of missed lines, line by line, in points of the page; `lines`: what was read, in pixels of the page."""
    boxes = [w.box for line in lines for w in line.words if w.confidence >= TRUSTED]
    known = _covered(boxes, page.image.shape)
    mask = np.asarray((page.image < INK_BELOW) & ~known, dtype=np.uint8)
    letters = letters_in(mask, page.dpi)
    islands = [i for i in islands_in(letters, page.dpi, JOIN_MM) if _is_missed(i, letters, known, page.dpi)]
    pieces = []
    for island in islands[:MAX_ISLANDS]:
        part = cut_out(page.image, page.dpi, island, page.to_points)
        for line in engine.read(part.image, part.dpi, "block"):
            words = [Word(w.text, part.place(w.box), w.confidence, w.source) for w in line.words]
            words = [w for w in words if w.confidence >= MIN_CONFIDENCE]
            if sum(c.isalnum() for w in words for c in w.text) >= MIN_LETTERS:
                pieces.append(words)
    return pieces


def _covered(boxes: Iterable[Box], shape: tuple[int, ...]) -> NDArray[np.bool_]:
    known = np.zeros(shape, dtype=bool)
    for box in boxes:
        spread = SPREAD * box.height
        top, bottom = max(int(box.top - spread), 0), max(int(box.bottom + spread), 0)
        left, right = max(int(box.x0 - spread), 0), max(int(box.x1 + spread), 0)
        known[top : bottom + 1, left : right + 1] = True
    return known


def _is_missed(island: Island, letters: NDArray[np.bool_], known: NDArray[np.bool_], dpi: float) -> bool:
    """Whether an island holds several letters and lies outside of what was read."""
    half_width, half_height = island.size[0] / 2, island.size[1] / 2
    left, right = max(int(island.middle[0] - half_width), 0), int(island.middle[0] + half_width) + 1
    top, bottom = max(int(island.middle[1] - half_height), 0), int(island.middle[1] + half_height) + 1
    if known[top:bottom, left:right].mean() > COVERED:
        return False
    part = letters[top:bottom, left:right].astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(part)
    heights = stats[1:, cv2.CC_STAT_HEIGHT]
    return int((heights >= SMALL_LETTER_MM * dpi / MM_PER_INCH).sum()) >= MIN_LETTERS
