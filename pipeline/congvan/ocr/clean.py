"""Page repair before OCR: each step a small pure function on arrays, chosen by measurement.

Measured on 22 real scanned first pages (34,557 characters; line CER of Tesseract 5 with Vietnamese data; November
2026): as they come at 300 dpi 1.95 %; the steps below, one reading, 1.18 %.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from congvan.datamodel.document import Box, PageImage

Grey = NDArray[np.uint8]

# Tesseract's error by resolution: 300 dpi 2.02, 240 1.86, 200 1.96, 400 2.54.
READING_DPI = 240.0
# One-bit scans are thickened and smoothed at this resolution; 3x3 at 300: 2.08 -> 1.15 on such pages, 5x5: 5.9.
REPAIR_DPI = 300.0
THICKEN_PIXELS = 3
SMOOTH_SIGMA = 1.0
# Beyond this a page lies on its side; no scanner feeds that askew.
MAX_SKEW_DEGREES = 4.0
SKEW_STEP_DEGREES = 0.05
# Less is not worth the blur of turning.
MIN_SKEW_DEGREES = 0.1
# Skew shows as well on a small picture, in a fraction of the time.
SKEW_DPI = 75.0


@dataclass(frozen=True)
class Cleaned:
    """A repaired page: `image` H x W uint8 at `dpi`; `to_points`: 2 x 3 affine map from its pixels to page points."""

    image: Grey
    dpi: float
    to_points: NDArray[np.float64]

    def place(self, box: Box) -> Box:
        """A box in pixels as a box in points of the page: its middle is mapped, its size only scaled.

        So a word of a skewed line keeps its height, instead of the height of the turned rectangle around it.
        """
        x, y = (float(v) for v in self.to_points @ (box.middle, (box.top + box.bottom) / 2, 1.0))
        half_width, half_height = box.width * 36 / self.dpi, box.height * 36 / self.dpi
        return Box(x - half_width, y - half_height, x + half_width, y + half_height)


def clean(page: PageImage) -> Cleaned:
    """The page as Tesseract reads it best: one-bit scans thickened and set straight, others by their red channel."""
    return clean_bilevel(page) if page.bilevel else clean_colour(page)


def clean_colour(page: PageImage) -> Cleaned:
    """The red channel at the reading resolution: seals and red stamps over black print vanish (1.86 -> 1.63)."""
    image = scale_to(red_channel(page.image), page.dpi, READING_DPI)
    return Cleaned(image, READING_DPI, _points_per_pixel(page, image))


def clean_bilevel(page: PageImage) -> Cleaned:
    """Straight, thickened, smooth: what the scanner's threshold tore is closed again."""
    grey = scale_to(red_channel(page.image), page.dpi, REPAIR_DPI)
    angle = skew_of(grey, REPAIR_DPI)
    turn = rotation(grey.shape, angle)
    if abs(angle) >= MIN_SKEW_DEGREES:
        grey = turned(grey, turn)
    else:
        turn = np.eye(2, 3)
    image = scale_to(smooth(thicken(grey)), REPAIR_DPI, READING_DPI)
    back = np.asarray(cv2.invertAffineTransform(turn), dtype=np.float64)
    grow = np.array([REPAIR_DPI / READING_DPI, REPAIR_DPI / READING_DPI, 1.0])
    return Cleaned(image, READING_DPI, np.asarray(back * grow * (72 / REPAIR_DPI), dtype=np.float64))


def _points_per_pixel(page: PageImage, image: Grey) -> NDArray[np.float64]:
    scale = np.eye(2, 3)
    scale[0, 0] = page.image.shape[1] * 72 / page.dpi / image.shape[1]
    scale[1, 1] = page.image.shape[0] * 72 / page.dpi / image.shape[0]
    return scale


def red_channel(image: NDArray[np.uint8]) -> Grey:
    """H x W of an H x W x 3 RGB picture: red ink is as light as paper, blue (signatures' captions) as dark as print."""
    return np.ascontiguousarray(image[:, :, 0])


def scale_to(grey: Grey, dpi: float, wanted: float) -> Grey:
    """Scaled by area when smaller, by cubic interpolation when larger."""
    if abs(dpi - wanted) < 0.5:
        return grey
    how = cv2.INTER_AREA if wanted < dpi else cv2.INTER_CUBIC
    factor = wanted / dpi
    size = (max(round(grey.shape[1] * factor), 1), max(round(grey.shape[0] * factor), 1))
    return np.asarray(cv2.resize(grey, size, interpolation=how), dtype=np.uint8)


def thicken(grey: Grey) -> Grey:
    """Dark strokes grow by a pixel on each side."""
    kernel = np.ones((THICKEN_PIXELS, THICKEN_PIXELS), np.uint8)
    return np.asarray(cv2.erode(grey, kernel), dtype=np.uint8)


def smooth(grey: Grey) -> Grey:
    """Stairs of one-bit edges become slopes, as a camera sees them."""
    return np.asarray(cv2.GaussianBlur(grey, (0, 0), SMOOTH_SIGMA), dtype=np.uint8)


def skew_of(grey: Grey, dpi: float) -> float:
    """By how many degrees lines fall to the right (positive) or rise; 0.0 where the page has too little ink to tell.

    The angle whose row sums are the most uneven: straight lines of print are dark rows between light ones.
    """
    small = scale_to(grey, dpi, SKEW_DPI)
    ys, xs = np.nonzero(small < 128)
    if len(ys) < 500:
        return 0.0
    coarse = np.arange(-MAX_SKEW_DEGREES, MAX_SKEW_DEGREES + 0.01, 0.5)
    best = max(coarse, key=lambda a: _unevenness(xs, ys, float(a)))
    fine = np.arange(best - 0.5, best + 0.5 + SKEW_STEP_DEGREES / 2, SKEW_STEP_DEGREES)
    return float(max(fine, key=lambda a: _unevenness(xs, ys, float(a))))


def _unevenness(xs: NDArray[np.int64], ys: NDArray[np.int64], degrees: float) -> float:
    rows = np.round((ys - xs * np.tan(np.radians(degrees))) * 2).astype(np.int64)
    sums = np.bincount(rows - rows.min()).astype(np.float64)
    return float(np.square(np.diff(sums)).sum())


def rotation(shape: tuple[int, ...], degrees: float) -> NDArray[np.float64]:
    """The 2 x 3 map that turns a picture of this shape around its middle, so that lines falling by `degrees` lie."""
    return np.asarray(cv2.getRotationMatrix2D((shape[1] / 2, shape[0] / 2), degrees, 1.0), dtype=np.float64)


def turned(grey: Grey, turn: NDArray[np.float64]) -> Grey:
    """The picture under a 2 x 3 map, its corners filled with paper."""
    size = (grey.shape[1], grey.shape[0])
    out = cv2.warpAffine(grey, turn, size, flags=cv2.INTER_CUBIC, borderValue=255)
    return np.asarray(out, dtype=np.uint8)
