"""Islands of print: stamps and short lines that stand apart, found in a mask of ink and cut out, set straight.

Used for what one reading of the whole page can't have: red ink, and lines the engine passed over.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from congvan.ocr.clean import Cleaned, Grey

MM_PER_INCH = 25.4
# A letter is not higher (mm): a higher piece is a seal, a frame or a signature.
LETTER_MM = 11.0
# Less ink (square mm) than the dot of an i is dust.
DUST_MM2 = 0.06
# A wide piece that fills less of its rectangle is a frame or an arrow; a smeared word fills a third and more.
FILL = 0.3
# A longer piece that inks less of the square of its length may be a rule or a torn frame; an I inks 0.17.
STROKE_MM = 4.0
STROKE_FILL = 0.1
# A word is not lower than a small letter.
SMALL_MM = 1.2
# More pieces are not looked at twice: the page is a drawing.
MAX_DOUBTFUL = 100
# Round seals of offices are 30 to 36 mm wide, of signatures' pictures less; all that is inside goes.
SEAL_MM = (15.0, 50.0)
SEAL_SQUARENESS = 0.8
# The part of its rectangle that a disc fills is 0.79; an arrow or a tilted frame fills half, a square all.
ROUND_FILL = (0.68, 0.9)
RIM_GAPS_MM = (0.3, 1.5)
# The least that may be a printed word, after it is set straight; print is wider than high.
LOWEST_MM = 2.0
NARROWEST_MM = 6.0
MARGIN_MM = 2.0
# Islands are joined on a mask this many times smaller.
SHRINK = 4
# Ascenders at one end and tails at the other tilt the rectangle of a straight short line by up to 3 degrees.
MIN_TILT_DEGREES = 4.0


@dataclass(frozen=True)
class Island:
    """A rectangle of print: middle (x, y), width and height in pixels, tilt in degrees (falling to the right: > 0)."""

    middle: tuple[float, float]
    size: tuple[float, float]
    tilt: float

    def scaled(self, factor: float) -> Island:
        """The same island on a picture `factor` times as large."""
        (x, y), (width, height) = self.middle, self.size
        return Island((x * factor, y * factor), (width * factor, height * factor), self.tilt)


def letters_in(mask: NDArray[np.uint8], dpi: float) -> NDArray[np.bool_]:
    """The pixels of a mask of ink (H x W, 0 or 1) that may be letters: no dust, rules, frames, seals."""
    millimetre = dpi / MM_PER_INCH
    _, found, stats, _ = cv2.connectedComponentsWithStats(mask)
    labels = np.asarray(found, dtype=np.int32)
    width, height, area = (
        stats[:, column].astype(np.float64) for column in (cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT, cv2.CC_STAT_AREA)
    )
    longest = np.maximum(width, height)
    doubtful = (height > LETTER_MM * millimetre) | ((width > LETTER_MM * millimetre) & (area < FILL * width * height))
    doubtful |= (longest > STROKE_MM * millimetre) & (area < STROKE_FILL * longest**2)
    keep = (area >= DUST_MM2 * millimetre**2) & ~doubtful
    for label in np.flatnonzero(doubtful[1:])[:MAX_DOUBTFUL] + 1:
        keep[label] = _is_word(labels, np.asarray(stats[label], dtype=np.int32), int(label), millimetre)
    keep[0] = False
    letters = keep[labels].astype(np.uint8)
    for left, top, across, down in seals_in(mask, dpi):
        centre, axes = (left + across // 2, top + down // 2), (across // 2, down // 2)
        cv2.ellipse(letters, centre, axes, 0, 0, 360, 0, thickness=-1)
    return np.asarray(letters, dtype=np.bool_)


def _is_word(labels: NDArray[np.int32], stats: NDArray[np.int32], label: int, millimetre: float) -> bool:
    """Whether a large piece is a word whose letters touch, maybe tilted: its tightest rectangle is low and full."""
    left, top, width, height, area = (int(v) for v in stats)
    ys, xs = np.nonzero(labels[top : top + height, left : left + width] == label)
    _, sides, _ = cv2.minAreaRect(np.column_stack((xs, ys)).astype(np.float32))
    low, long = sorted(sides)
    return bool(SMALL_MM * millimetre <= low <= LETTER_MM * millimetre and area >= FILL * low * long)


def seals_in(mask: NDArray[np.uint8], dpi: float) -> list[tuple[int, int, int, int]]:
    """Rectangles (left, top, width, height in pixels) around round seals in a mask of ink (0 or 1).

    A rim is looked for as it is, and with its gaps closed: print over it tears it, a stamped name touches it.
    """
    millimetre = dpi / MM_PER_INCH
    small = cv2.resize(mask * 255, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    found = []
    for gap in RIM_GAPS_MM:
        reach = 2 * round(gap * millimetre / 4) + 1
        joined = cv2.dilate((small > 60).astype(np.uint8), np.ones((reach, reach), np.uint8))
        outlines, _ = cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        for outline in outlines:
            left, top, width, height = (2 * v for v in cv2.boundingRect(outline))
            low, high = sorted((width, height))
            if low < SEAL_MM[0] * millimetre or high > SEAL_MM[1] * millimetre or low < SEAL_SQUARENESS * high:
                continue
            roundness = 4 * cv2.contourArea(cv2.convexHull(outline)) / (width * height)
            if ROUND_FILL[0] <= roundness <= ROUND_FILL[1]:
                found.append((left, top, width, height))
    return found


def islands_in(letters: NDArray[np.bool_], dpi: float, join_mm: float, highest_mm: float) -> list[Island]:
    """Islands of letters that stand within `join_mm` of one another, from top to bottom."""
    millimetre = dpi / MM_PER_INCH
    factor = 1 / SHRINK
    small = cv2.resize(letters.astype(np.uint8) * 255, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    reach = 2 * round(join_mm * millimetre / SHRINK / 2) + 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    _, labels = cv2.connectedComponents(cv2.dilate((small > 8).astype(np.uint8), kernel))
    ys, xs = np.nonzero(letters)
    rows, columns = np.minimum(ys // SHRINK, labels.shape[0] - 1), np.minimum(xs // SHRINK, labels.shape[1] - 1)
    owner = labels[rows, columns]
    order = np.argsort(owner, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(owner[order])) + 1) if len(order) else []
    found = [_island(xs[part], ys[part]) for part in parts if owner[part[0]]]
    found = [island for island in found if _is_print(island, millimetre, highest_mm)]
    return sorted(found, key=lambda island: (island.middle[1], island.middle[0]))


def _island(xs: NDArray[np.int64], ys: NDArray[np.int64]) -> Island:
    middle, (across, down), tilt = cv2.minAreaRect(np.column_stack((xs, ys)).astype(np.float32))
    if abs(tilt) > 45:
        across, down, tilt = down, across, tilt - float(np.copysign(90.0, tilt))
    return Island((float(middle[0]), float(middle[1])), (float(across), float(down)), float(tilt))


def _is_print(island: Island, millimetre: float, highest_mm: float) -> bool:
    width, height = (side / millimetre for side in island.size)
    return LOWEST_MM <= height <= highest_mm and width >= max(NARROWEST_MM, height)


def cut_out(grey: Grey, dpi: float, island: Island, to_points: NDArray[np.float64]) -> Cleaned:
    """The island alone on paper, its line lying; `to_points` maps pixels of `grey` to points of the page."""
    tilt = island.tilt if abs(island.tilt) >= MIN_TILT_DEGREES else 0.0
    margin = 2 * MARGIN_MM * dpi / MM_PER_INCH
    width, height = (round(side + margin) for side in island.size)
    turn = cv2.getRotationMatrix2D(island.middle, tilt, 1.0)
    turn[0, 2] += width / 2 - island.middle[0]
    turn[1, 2] += height / 2 - island.middle[1]
    image = cv2.warpAffine(grey, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=255)
    back = np.vstack((cv2.invertAffineTransform(turn), (0.0, 0.0, 1.0)))
    return Cleaned(np.asarray(image, dtype=np.uint8), dpi, np.asarray(to_points @ back, dtype=np.float64))
