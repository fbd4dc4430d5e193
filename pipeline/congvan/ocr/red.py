"""Red ink, which the clean-up hides: stamps of urgency and secrecy, a deputy's stamped post and name.

Seals and frames are taken away first; what is left is joined to islands (a stamp, a stamped line), each set straight
and read by itself: stamps are struck by hand and stand at any angle.
"""

from __future__ import annotations

import cv2
import numpy as np

from congvan.datamodel.document import PageImage, Word
from congvan.ocr.clean import Grey, scale_to
from congvan.ocr.engine import Engine
from congvan.ocr.islands import cut_out, islands_in, letters_in

# Enough for letters of 10 pt and more, in less than half the pixels of the reading resolution.
RED_DPI = 200.0
# How much redder than green or blue a pixel of red ink is (uint8): faded seals 60 to 90, paper and print below 30.
RED_FROM = 60
# A small stamp (MẬT, 15 x 6 mm) inks about this part of an A4 page.
MIN_SHARE = 0.0002
# Words of a stamp stand this near.
JOIN_MM = 3.5
# A stamp has two lines at most.
HIGHEST_MM = 16.0
# No page has more stamps; a red picture has.
MAX_ISLANDS = 12
# Words below are strokes of seals.
MIN_CONFIDENCE = 0.6
MIN_LETTERS = 2


def red_words(page: PageImage, engine: Engine) -> list[list[Word]]:
    """Words in red, line by line, in points of the page; empty where there is (nearly) no red."""
    redness = red_ink(page)
    mask = np.asarray(redness >= RED_FROM, dtype=np.uint8)
    if np.count_nonzero(mask) < MIN_SHARE * mask.size:
        return []
    letters = letters_in(mask, RED_DPI)
    # 255 - 2 (R - max(G, B)): the strongest red becomes black, what is no letter becomes paper.
    grey = np.where(letters, 255 - np.minimum(redness.astype(np.uint16) * 2, 255), 255).astype(np.uint8)
    to_points = np.eye(2, 3) * (72 / RED_DPI)
    pieces = []
    for island in islands_in(letters, RED_DPI, JOIN_MM, HIGHEST_MM)[:MAX_ISLANDS]:
        part = cut_out(grey, RED_DPI, island, to_points)
        for line in engine.read(part.image, part.dpi, "block"):
            words = [Word(w.text, part.place(w.box), w.confidence, w.source) for w in line.words]
            pieces.append([word for word in words if _is_readable(word)])
    return pieces


def red_ink(page: PageImage) -> Grey:
    """How red each pixel is at RED_DPI: R - max(G, B), 0 where it is not red."""
    red, green, blue = cv2.split(page.image)
    return scale_to(np.asarray(cv2.subtract(red, cv2.max(green, blue)), dtype=np.uint8), page.dpi, RED_DPI)


def _is_readable(word: Word) -> bool:
    return word.confidence >= MIN_CONFIDENCE and sum(c.isalpha() for c in word.text) >= MIN_LETTERS
