"""Print that the engine passed over: short lines that stand alone (Kính gửi:, Nơi nhận:) are read once more, apart.

Tesseract's search for columns drops such lines on one page in five, and they are what the layout goes by.
"""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np
import regex
from numpy.typing import NDArray

from congvan.datamodel.document import Line, Word
from congvan.ocr.clean import Cleaned, scale_to
from congvan.ocr.engine import Engine
from congvan.ocr.islands import MM_PER_INCH, Island, cut_out, islands_in, letters_in

# Missed print is looked for at this resolution: a quarter of the pixels to read. Scaling by area thins strokes, so
# ink begins at a lighter grey than in the middle.
FIND_DPI = 120.0
INK_BELOW = 160
# Words trusted less are read again with what was missed; not so numbers and codes, on which the engine is often
# right and unsure, and which read worse out of their line.
TRUSTED = 0.3
_CODE = regex.compile(
    r"""
      [\d./:-]*\d[\d./:-]*                       # 25/5/2021
    | [\d/-]*[\p{Lu}\d]+(?:[/&-][\p{Lu}\d]+)+     # 37/2025/NĐ-CP, KH-UBND
    """,
    regex.VERBOSE,
)
# Ink of a word reaches beyond its box by this part of its height (marks of tones, tails).
SPREAD = 0.25
JOIN_MM = 2.0
# Whole paragraphs are passed over on skewed pages; what is higher is a picture.
HIGHEST_MM = 90.0
# An island has at least this many pieces of the height of a small letter.
MIN_PIECES = 2
SMALL_LETTER_MM = 1.2
# An island that known words cover by more than this is their own ink.
COVERED = 0.3
MAX_ISLANDS = 16
MIN_LETTERS = 3
MIN_CONFIDENCE = 0.7
LINE_CONFIDENCE = 0.75
DOUBTFUL = 0.5
# Lone marks are what strokes and specks look like; true dashes of lists have 0.93.
MIN_MARK_CONFIDENCE = 0.85


def missed_words(page: Cleaned, lines: Iterable[Line], engine: Engine) -> list[list[Word]]:
    """Words of missed lines, line by line, in points of the page; `lines`: what was read, in pixels of the page."""
    small = scale_to(page.image, page.dpi, FIND_DPI)
    known = _covered((w for line in lines for w in line.words if _is_known(w)), small.shape, FIND_DPI / page.dpi)
    letters = letters_in(np.asarray((small < INK_BELOW) & ~known, dtype=np.uint8), FIND_DPI)
    islands = [i for i in islands_in(letters, FIND_DPI, JOIN_MM, HIGHEST_MM) if _is_missed(i, letters, known)]
    islands = [island.scaled(page.dpi / FIND_DPI) for island in islands[:MAX_ISLANDS]]
    pieces = [
        _readable([Word(w.text, part.place(w.box), w.confidence, w.source) for w in line.words])
        for part in (cut_out(page.image, page.dpi, island, page.to_points) for island in islands)
        for line in _read(part, engine)
    ]
    return [words for words in pieces if sum(c.isalnum() for w in words for c in w.text) >= MIN_LETTERS]


def _read(part: Cleaned, engine: Engine) -> list[Line]:
    """Tesseract takes some clear words for a picture, unless it is told that words may stand anywhere."""
    return engine.read(part.image, part.dpi, "block") or engine.read(part.image, part.dpi, "sparse")


def _readable(words: list[Word]) -> list[Word]:
    """The words of a line worth keeping; in a line that is trusted as a whole a doubtful word stays."""
    trusted = sum(w.confidence for w in words) >= LINE_CONFIDENCE * len(words)
    least = DOUBTFUL if trusted else MIN_CONFIDENCE
    return [w for w in words if w.confidence >= (least if _has_letter(w) else MIN_MARK_CONFIDENCE)]


def _has_letter(word: Word) -> bool:
    return any(c.isalnum() for c in word.text)


def _is_known(word: Word) -> bool:
    return word.confidence >= TRUSTED or _CODE.fullmatch(word.text) is not None


def _covered(words: Iterable[Word], shape: tuple[int, ...], factor: float) -> NDArray[np.bool_]:
    """The pixels that words account for, in a picture `factor` times the one their boxes are of."""
    known = np.zeros(shape, dtype=bool)
    for box in (word.box for word in words):
        spread = SPREAD * box.height
        top, bottom = (max(int(v * factor), 0) for v in (box.top - spread, box.bottom + spread))
        left, right = (max(int(v * factor), 0) for v in (box.x0 - spread, box.x1 + spread))
        known[top : bottom + 1, left : right + 1] = True
    return known


def _is_missed(island: Island, letters: NDArray[np.bool_], known: NDArray[np.bool_]) -> bool:
    """Whether an island holds several letters and lies outside of what was read."""
    half_width, half_height = island.size[0] / 2, island.size[1] / 2
    left, right = max(int(island.middle[0] - half_width), 0), int(island.middle[0] + half_width) + 1
    top, bottom = max(int(island.middle[1] - half_height), 0), int(island.middle[1] + half_height) + 1
    if known[top:bottom, left:right].mean() > COVERED:
        return False
    part = letters[top:bottom, left:right].astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(part)
    heights = stats[1:, cv2.CC_STAT_HEIGHT]
    return int((heights >= SMALL_LETTER_MM * FIND_DPI / MM_PER_INCH).sum()) >= MIN_PIECES
