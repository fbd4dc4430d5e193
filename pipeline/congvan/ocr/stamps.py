"""Framed stamps of secrecy and urgency, read apart: each frame set straight, its lines taken away, one line of words.

The engine reads whole pages; a word struck askew in a frame, half over print, it takes for a picture or misreads.
Measured on made scans of 24 secret dispatches (good, middling, hard): of 10, 10 and none seen, 24, 24 and 22.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from congvan.datamodel.document import Box, PageImage, Word
from congvan.grammar.stamps import framed_name
from congvan.ocr.clean import Grey
from congvan.ocr.engine import Engine
from congvan.ocr.frames import FIND_DPI, Frame, darkness_of, frames_on, redness_of, upright
from congvan.ocr.islands import MM_PER_INCH, Island

SOURCE = "stamp"
# So far inside of a frame's rectangle the words are looked for (mm): frames may have an inner line; of a torn frame
# the rectangle takes in the lines.
INSETS_MM, TORN_INSETS_MM = (0.4, 1.4), (1.2, 2.2)
# Strokes of print over a stamp.
STROKE_MM = 0.4
# A stamp's capitals, in mm: 13 points and more.
CAPITAL_MM = (2.6, 9.0)
# Ink of less than this (square mm) is dust.
DUST_MM2 = 0.05
# Less contrast than this (grey levels) is paper.
MIN_CONTRAST = 12
# More letters are a cell of a table; marks make the one line of a stamp up to this many capitals high.
MAX_LETTERS, HIGHEST = 13, 2.3
# The height of capitals that the engine reads best, in pixels, and the resolution it is told.
READ_PIXELS, READ_DPI = 36, 240.0
MAX_READINGS = 16
# A reading with more small letters is no stamp, however the frame is cut.
MOST_SMALL = 3
# Words of the page that lie in a stamp by this part are what the engine made of the stamp.
SAME_INK = 0.5
AROUND_MM = 0.8
# Print under a red stamp is left when the engine trusts it so much.
PRINTED = 0.6


@dataclass(frozen=True, eq=False)
class Stamp:
    """A stamp that was read: its words in points of the page, the corners of its frame (4 x 2, points), its ink."""

    name: str
    words: tuple[Word, ...]
    corners: NDArray[np.float32]
    red: bool

    @property
    def box(self) -> Box:
        """What the words take up."""
        return Box(self.words[0].box.x0, self.words[0].box.top, self.words[-1].box.x1, self.words[-1].box.bottom)

    def holds(self, box: Box) -> bool:
        """Whether a box lies in the frame by more than half."""
        xs, ys = np.linspace(box.x0, box.x1, 9), np.linspace(box.top, box.bottom, 5)
        inside = [cv2.pointPolygonTest(self.corners, (float(x), float(y)), False) >= 0 for x in xs for y in ys]
        return sum(inside) > SAME_INK * len(inside)


def stamps_on(page: PageImage, engine: Engine) -> list[Stamp]:
    """The stamps of secrecy and urgency in small frames on the page; what can't be read as one is none."""
    found: list[Stamp] = []
    left = MAX_READINGS
    for place in frames_on(page):
        for frame, picture, capital in _cuts(page, place):
            if not left:
                return sorted(found, key=lambda stamp: stamp.box.top)
            left -= 1
            words = _read(picture, capital, engine)
            text = " ".join(word.text for word in words)
            name = framed_name(text)
            if name:
                found = _with(found, _stamp(page, frame, name, text, min(word.confidence for word in words)))
                break
            if sum(c.islower() for c in text) > MOST_SMALL:
                break
    return sorted(found, key=lambda stamp: stamp.box.top)


def _read(picture: Grey, capital: float, engine: Engine) -> list[Word]:
    factor = READ_PIXELS / capital
    how = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    shown = np.asarray(cv2.resize(picture, None, fx=factor, fy=factor, interpolation=how), dtype=np.uint8)
    return [word for line in engine.read(shown, READ_DPI, "line") for word in line.words]


def _with(found: Sequence[Stamp], stamp: Stamp) -> list[Stamp]:
    """One stamp more; of two readings of one stamp the wider, which has all of its words."""
    same = [other for other in found if other.holds(stamp.box) or stamp.holds(other.box)]
    if any(other.box.width >= stamp.box.width for other in same):
        return list(found)
    return [*(other for other in found if other not in same), stamp]


def _cuts(page: PageImage, place: Sequence[Frame]) -> Iterator[tuple[Frame, Grey, float]]:
    """Pictures of the words in a frame, the likeliest to be read first, with the height of their capitals in pixels."""
    later = []
    for frame in place:
        for inset in TORN_INSETS_MM if frame.torn else INSETS_MM:
            part = _set_straight(page, frame, inset)
            letters = _letters(part, page.dpi / MM_PER_INCH) if part is not None else None
            if part is None or letters is None:
                continue
            kept, capital = letters
            yield frame, _bordered(_strong(part, kept), kept, capital), capital
            later.append((frame, kept, capital))
    for frame, kept, capital in later:
        yield frame, _bordered(_black(kept), kept, capital), capital


def _strong(part: Grey, kept: NDArray[np.bool_]) -> NDArray[np.float32]:
    """The letters as they are, ink black and paper white."""
    low, high = float(np.percentile(part, 2)), float(np.percentile(part, 90))
    strong = np.clip((part.astype(np.float32) - low) * (255 / max(high - low, 1.0)), 0, 255)
    around = cv2.dilate(kept.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    return np.where(around, strong, 255).astype(np.float32)


def _black(kept: NDArray[np.bool_]) -> NDArray[np.float32]:
    """The letters all black, their edges smooth."""
    return np.asarray(cv2.GaussianBlur(np.where(kept, 0, 255).astype(np.float32), (0, 0), 1.2), dtype=np.float32)


def _bordered(picture: NDArray[np.float32], kept: NDArray[np.bool_], capital: float) -> Grey:
    margin = round(capital / 2)
    ys, xs = np.nonzero(kept)
    crop = picture[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1].astype(np.uint8)
    bordered = cv2.copyMakeBorder(crop, margin, margin, margin, margin, cv2.BORDER_CONSTANT, value=255)
    return np.asarray(bordered, dtype=np.uint8)


def _set_straight(page: PageImage, frame: Frame, inset_mm: float) -> Grey | None:
    """The inside of a frame at the page's own resolution, its words lying; None where nothing is left."""
    millimetre = page.dpi / MM_PER_INCH
    island = frame.inside.scaled(page.dpi / FIND_DPI)
    size = (int(island.size[0] - 2 * inset_mm * millimetre), int(island.size[1] - 2 * inset_mm * millimetre))
    if min(size) < CAPITAL_MM[0] * millimetre:
        return None
    image = cv2.warpAffine(page.image, upright(island, size), size, flags=cv2.INTER_CUBIC, borderValue=(255,) * 3)
    pixels = np.asarray(image, dtype=np.uint8)
    if not frame.red:
        return np.asarray(cv2.GaussianBlur(darkness_of(pixels), (0, 0), 0.7), dtype=np.uint8)
    # Black print over red letters cuts them: gaps as wide as its strokes are closed.
    reach = max(round(STROKE_MM * millimetre), 1)
    whole = cv2.morphologyEx(redness_of(pixels), cv2.MORPH_OPEN, np.ones((reach, reach), np.uint8))
    return np.asarray(cv2.GaussianBlur(whole, (0, 0), 0.7), dtype=np.uint8)


def _letters(part: Grey, millimetre: float) -> tuple[NDArray[np.bool_], float] | None:
    """Pixels of letters and the height of capitals; None where the frame holds no single line of large print."""
    if float(np.percentile(part, 90)) - float(np.percentile(part, 2)) < MIN_CONTRAST:
        return None
    level, _ = cv2.threshold(part, 0, 255, cv2.THRESH_OTSU)
    _, labels, stats, _ = cv2.connectedComponentsWithStats((part <= level).astype(np.uint8))
    left, top, width, height, area = (stats[:, column].astype(np.float64) for column in range(5))
    down, across = part.shape
    at_edge = (left <= 0) | (top <= 0) | (left + width >= across) | (top + height >= down)
    # What touches the edge is the frame's own line, unless it has the shape of a letter.
    line = (width > 0.3 * across) | (height > 0.6 * down) | (height < 0.3 * down) | (width < 0.03 * across)
    keep = (area >= DUST_MM2 * millimetre**2) & ~(at_edge & line)
    keep &= ~((width > 0.6 * across) & (height < 0.2 * down))
    keep[0] = False
    capital = keep & (height >= CAPITAL_MM[0] * millimetre) & (height <= CAPITAL_MM[1] * millimetre)
    capital &= ~at_edge | (width < 0.75 * across)  # letters may touch, and be one piece
    count = int(np.count_nonzero(capital))
    if not 1 <= count <= MAX_LETTERS:
        return None
    size = float(np.median(height[capital]))
    kept = keep[labels]
    rows = np.flatnonzero(kept.any(axis=1))
    if rows[-1] - rows[0] + 1 > HIGHEST * size:
        return None
    return np.asarray(kept, dtype=np.bool_), size


def _stamp(page: PageImage, frame: Frame, name: str, read: str, confidence: float) -> Stamp:
    """The stamp in its right spelling; its words share the frame's width by their letters."""
    scale = page.width / page.image.shape[1] * page.dpi / FIND_DPI
    island = frame.inside.scaled(scale)
    wider = 2 * AROUND_MM * page.width / page.image.shape[1] * page.dpi / MM_PER_INCH
    around = Island(island.middle, (island.size[0] + wider, island.size[1] + wider), island.tilt)
    corners = np.asarray(cv2.boxPoints((around.middle, around.size, around.tilt)), dtype=np.float32)
    texts = name.upper().split()
    letters = sum(map(len, texts)) + len(texts) - 1
    (x, y), (width, height) = island.middle, island.size
    words, at = [], x - width * 0.4
    step = width * 0.8 / letters
    for text in texts:
        box = Box(at, y - height * 0.3, at + step * len(text), y + height * 0.3)
        words.append(Word(text, box, confidence, SOURCE, raw=read))
        at = box.x1 + step
    return Stamp(name, tuple(words), corners, _is_red(page, frame))


def _is_red(page: PageImage, frame: Frame) -> bool:
    """Whether a stamp's ink is red, so that the page's own reading, of the red channel, did not see it."""
    if frame.red or page.bilevel:
        return frame.red
    island = frame.inside.scaled(page.dpi / FIND_DPI)
    size = (max(int(island.size[0]), 1), max(int(island.size[1]), 1))
    pixels = np.asarray(cv2.warpAffine(page.image, upright(island, size), size, borderValue=(255,) * 3), dtype=np.uint8)
    dark = darkness_of(pixels)
    level, _ = cv2.threshold(dark, 0, 255, cv2.THRESH_OTSU)
    return bool(np.median(redness_of(pixels)[dark <= level]) < 195)


def without_stamps(pieces: Iterable[Sequence[Word]], stamps: Sequence[Stamp]) -> list[list[Word]]:
    """Pieces of the page's own reading without what it made of the stamps' ink; print under red ink stays."""

    def is_ink(word: Word) -> bool:
        return any((word.confidence < PRINTED or not stamp.red) and stamp.holds(word.box) for stamp in stamps)

    return [[word for word in piece if not is_ink(word)] for piece in pieces]
