"""Red ink, which the clean-up hides: stamps of urgency and secrecy, a deputy's stamped post and name.

Seals and frames are taken away first; what is left is joined to islands (a stamp, a stamped line), each set straight
and read by itself: stamps are struck by hand and stand at any angle.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from congvan.datamodel.document import PageImage, Word
from congvan.ocr.clean import Cleaned, Grey, scale_to
from congvan.ocr.engine import Engine

# Enough for letters of 10 pt and more, in less than half the pixels of the reading resolution.
RED_DPI = 200.0
# How much redder than green or blue a pixel of red ink is (uint8); faded seals have 60 to 90, paper and print below 30.
RED_FROM = 60
# A small stamp (MẬT, 15 x 6 mm) inks about this part of an A4 page.
MIN_SHARE = 0.0002
MILLIMETRE = RED_DPI / 25.4
# A letter is not higher (mm): a higher piece is a seal, a frame or a signature.
LETTER_MM = 11.0
DUST_PIXELS = 4
# A wide piece that fills less of its rectangle is a frame or an arrow; a smeared word fills a third and more.
FRAME_FILL = 0.3
# A longer piece that inks less of the square of its length is a stroke of a torn frame; an I inks 0.17.
STROKE_MM = 4.0
STROKE_FILL = 0.1
# Round seals of offices are 30 to 36 mm wide, of signatures' pictures less; all that is inside goes.
SEAL_MM = (15.0, 50.0)
SEAL_SQUARENESS = 0.8
# The part of its rectangle that a disc fills is 0.79; an arrow or a tilted frame fills half, a square all.
ROUND_FILL = (0.68, 0.9)
RIM_GAPS_MM = (0.3, 1.5)
# Letters and words this near belong to one stamp.
JOIN_MM = 3.5
# What may be a stamped line or two, in millimetres, after it is set straight.
ISLAND_HEIGHT_MM = (2.0, 16.0)
ISLAND_WIDTH_MM = (6.0, 110.0)
MARGIN_MM = 2.0
MIN_TILT_DEGREES = 1.5
# No page has more stamps; a red picture has.
MAX_ISLANDS = 12
# Words below are strokes of seals.
MIN_CONFIDENCE = 0.6


def red_words(page: PageImage, engine: Engine) -> list[list[Word]]:
    """Words printed in red, a piece an island line, in points of the page; empty where there is (nearly) no red."""
    redness = red_ink(page)
    if np.count_nonzero(redness >= RED_FROM) < MIN_SHARE * redness.size:
        return []
    letters = letters_of(redness)
    # The darkest red becomes black: 255 - 2 (R - max(G, B)).
    grey = np.where(letters, 255 - np.minimum(redness.astype(np.uint16) * 2, 255), 255).astype(np.uint8)
    points = np.eye(2, 3) * (72 / RED_DPI)
    pieces = []
    for corner, size, angle in islands_of(letters):
        island = _straight(grey, corner, size, angle, points)
        for line in engine.read(island.image, island.dpi, "block"):
            words = [Word(w.text, island.place(w.box), w.confidence, w.source) for w in line.words]
            words = [w for w in words if _is_readable(w)]
            if words:
                pieces.append(words)
    return pieces


def red_ink(page: PageImage) -> Grey:
    """How red each pixel is at RED_DPI: R - max(G, B), 0 where it is not."""
    red, green, blue = cv2.split(page.image)
    return scale_to(np.asarray(cv2.subtract(red, cv2.max(green, blue)), dtype=np.uint8), page.dpi, RED_DPI)


def letters_of(redness: Grey) -> NDArray[np.bool_]:
    """Red pixels without specks, frames and seals."""
    mask = (redness >= RED_FROM).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask)
    width, height, area = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT], stats[:, cv2.CC_STAT_AREA]
    hollow = (width > LETTER_MM * MILLIMETRE) & (area < FRAME_FILL * width * height)
    longest = np.maximum(width, height)
    thin = (longest > STROKE_MM * MILLIMETRE) & (area < STROKE_FILL * longest.astype(np.int64) ** 2)
    # Tone marks are smaller than letters: only dust is dropped here.
    keep = (area >= DUST_PIXELS) & (height <= LETTER_MM * MILLIMETRE) & ~hollow & ~thin
    keep[0] = False
    letters = keep[labels].astype(np.uint8)
    for left, top, across, down in seals_of(mask):
        centre, axes = (left + across // 2, top + down // 2), (across // 2, down // 2)
        cv2.ellipse(letters, centre, axes, 0, 0, 360, 0, thickness=-1)
    return np.asarray(letters, dtype=np.bool_)


def seals_of(mask: Grey) -> list[tuple[int, int, int, int]]:
    """Rectangles (left, top, width, height in pixels) around round seals in a mask of red pixels.

    A rim is looked for as it is, and with its gaps closed: print over it tears it, a stamped name touches it.
    """
    small = cv2.resize(mask * 255, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    found = []
    for gap in RIM_GAPS_MM:
        reach = 2 * round(gap * MILLIMETRE / 4) + 1
        joined = cv2.dilate((small > 60).astype(np.uint8), np.ones((reach, reach), np.uint8))
        outlines, _ = cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        for outline in outlines:
            left, top, width, height = (2 * v for v in cv2.boundingRect(outline))
            low, high = sorted((width, height))
            if low < SEAL_MM[0] * MILLIMETRE or high > SEAL_MM[1] * MILLIMETRE or low < SEAL_SQUARENESS * high:
                continue
            roundness = 4 * cv2.contourArea(cv2.convexHull(outline)) / (width * height)
            if ROUND_FILL[0] <= roundness <= ROUND_FILL[1]:
                found.append((left, top, width, height))
    return found


Island = tuple[tuple[float, float], tuple[float, float], float]


def islands_of(letters: NDArray[np.bool_]) -> list[Island]:
    """Stamps and stamped lines: (middle x, y), (width, height) in pixels, tilt in degrees; from top to bottom."""
    shrink = 4
    small = cv2.resize(letters.astype(np.uint8) * 255, None, fx=1 / shrink, fy=1 / shrink, interpolation=cv2.INTER_AREA)
    reach = 2 * round(JOIN_MM * MILLIMETRE / shrink / 2) + 1
    joined = cv2.dilate((small > 8).astype(np.uint8), cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach)))
    count, labels, _, _ = cv2.connectedComponentsWithStats(joined)
    ys, xs = np.nonzero(letters)
    limits = np.array(labels.shape) - 1
    owner = labels[np.minimum(ys // shrink, limits[0]), np.minimum(xs // shrink, limits[1])]
    found = []
    for label in range(1, count):
        at = owner == label
        if not at.any():
            continue
        middle, (across, down), angle = cv2.minAreaRect(np.column_stack((xs[at], ys[at])).astype(np.float32))
        if abs(angle) > 45:
            across, down, angle = down, across, angle - np.copysign(90.0, angle)
        if _is_stamp(across / MILLIMETRE, down / MILLIMETRE):
            found.append((middle, (across, down), angle))
    return sorted(found, key=lambda island: island[0][::-1])[:MAX_ISLANDS]


def _is_stamp(width: float, height: float) -> bool:
    low, high = ISLAND_HEIGHT_MM
    return low <= height <= high and ISLAND_WIDTH_MM[0] <= width <= ISLAND_WIDTH_MM[1] and width > height


def _straight(
    grey: Grey, middle: tuple[float, float], size: tuple[float, float], angle: float, points: NDArray[np.float64]
) -> Cleaned:
    """The island alone on paper, its line lying, with the map back to the page's points."""
    angle = angle if abs(angle) >= MIN_TILT_DEGREES else 0.0
    margin = 2 * MARGIN_MM * RED_DPI / 25.4
    width, height = round(size[0] + margin), round(size[1] + margin)
    turn = cv2.getRotationMatrix2D(middle, angle, 1.0)
    turn[0, 2] += width / 2 - middle[0]
    turn[1, 2] += height / 2 - middle[1]
    image = cv2.warpAffine(grey, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)
    back = cv2.invertAffineTransform(turn) * (72 / RED_DPI)
    return Cleaned(np.asarray(image, dtype=np.uint8), RED_DPI, np.asarray(back, dtype=np.float64))


def _is_readable(word: Word) -> bool:
    return word.confidence >= MIN_CONFIDENCE and sum(c.isalpha() for c in word.text) >= 2
