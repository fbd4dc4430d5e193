"""Ink that no word of a text layer accounts for: how one sees that a layer lacks what is printed."""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np
from numpy.typing import NDArray

from congvan.datamodel.document import Box

# Paper is lighter than this, print is darker (uint8 grey).
INK_BELOW = 150
# What may be a letter, in points: smaller is dust, larger a rule, a frame, a seal or a picture.
LETTER_HEIGHT = (3.5, 22.0)
LETTER_WIDTH = (1.0, 30.0)
# Boxes of words are tight; their marks and ink spread beyond.
MARGIN_POINTS = 2.0


def uncovered_marks(image: NDArray[np.uint8], dpi: float, boxes: Iterable[Box]) -> int:
    """How many letter-like spots of ink lie outside the boxes (points). `image`: H x W x 3 uint8 at `dpi`."""
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    ink = (grey < INK_BELOW).astype(np.uint8)
    scale = dpi / 72
    for box in boxes:
        top, bottom = (max(int((v) * scale), 0) for v in (box.top - MARGIN_POINTS, box.bottom + MARGIN_POINTS))
        left, right = (max(int((v) * scale), 0) for v in (box.x0 - MARGIN_POINTS, box.x1 + MARGIN_POINTS))
        ink[top : bottom + 1, left : right + 1] = 0
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    height, width = stats[1:, cv2.CC_STAT_HEIGHT] / scale, stats[1:, cv2.CC_STAT_WIDTH] / scale
    letters = (height >= LETTER_HEIGHT[0]) & (height <= LETTER_HEIGHT[1])
    letters &= (width >= LETTER_WIDTH[0]) & (width <= LETTER_WIDTH[1])
    return int(letters.sum())
