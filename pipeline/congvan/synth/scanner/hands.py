"""Writes figures by hand: four ways people form them, seven pens and habits.

Offices fill in number and day by hand more often than not; no handwriting font with a free licence is needed for ten
figures, their strokes stand here.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import numpy as np

from congvan.datamodel.document import Box
from congvan.synth.printing.paper import MM
from congvan.synth.scanner.ink import Colour, Curve, Pixels, drawn, lay, smooth

Stroke = tuple[tuple[float, float], ...]
Alphabet = dict[str, tuple[Stroke, ...]]
BLUE, DARK_BLUE, BLACK = (32, 44, 140), (24, 28, 88), (38, 38, 44)

# Strokes in a box of width 1 and height 1 from the top left; a doubled point is a corner.
_TAUGHT: Alphabet = {
    "0": (((0.5, 0.02), (0.16, 0.25), (0.12, 0.7), (0.45, 1.0), (0.82, 0.75), (0.85, 0.3), (0.5, 0.02)),),
    "1": (((0.2, 0.34), (0.55, 0.02), (0.55, 0.02), (0.54, 0.5), (0.53, 1.0)),),
    "2": (((0.15, 0.28), (0.32, 0.04), (0.68, 0.05), (0.78, 0.3), (0.1, 0.98), (0.1, 0.98), (0.5, 0.96), (0.9, 0.95)),),
    "3": (((0.18, 0.12), (0.5, 0.0), (0.78, 0.2), (0.4, 0.46), (0.4, 0.46), (0.85, 0.72), (0.55, 1.0), (0.12, 0.88)),),
    "4": (((0.55, 0.0), (0.1, 0.65), (0.1, 0.65), (0.92, 0.63)), ((0.68, 0.35), (0.66, 1.03))),
    "5": (
        ((0.28, 0.05), (0.22, 0.45), (0.22, 0.45), (0.6, 0.4), (0.83, 0.68), (0.55, 1.0), (0.12, 0.9)),
        ((0.28, 0.05), (0.82, 0.03)),
    ),
    "6": (((0.72, 0.04), (0.3, 0.35), (0.14, 0.75), (0.45, 1.0), (0.8, 0.75), (0.5, 0.5), (0.18, 0.72)),),
    "7": (((0.12, 0.07), (0.85, 0.05), (0.85, 0.05), (0.55, 0.5), (0.4, 1.0)), ((0.3, 0.5), (0.8, 0.47))),
    "8": (
        (
            (0.7, 0.14),
            (0.42, 0.02),
            (0.22, 0.22),
            (0.5, 0.47),
            (0.8, 0.75),
            (0.48, 1.0),
            (0.17, 0.77),
            (0.48, 0.48),
            (0.75, 0.24),
            (0.66, 0.1),
        ),
    ),
    "9": (((0.78, 0.24), (0.45, 0.03), (0.17, 0.28), (0.42, 0.52), (0.76, 0.28), (0.76, 0.6), (0.62, 1.02)),),
}
_ANGULAR: Alphabet = {
    "0": (((0.62, 0.06), (0.28, 0.15), (0.15, 0.65), (0.4, 0.98), (0.74, 0.75), (0.8, 0.22), (0.42, 0.04)),),
    "1": (((0.52, 0.0), (0.5, 0.5), (0.5, 1.0)),),
    "2": (((0.12, 0.18), (0.5, 0.0), (0.8, 0.2), (0.15, 0.97), (0.15, 0.97), (0.95, 0.93)),),
    "3": (
        ((0.15, 0.06), (0.82, 0.03), (0.82, 0.03), (0.42, 0.4), (0.42, 0.4), (0.84, 0.62), (0.68, 0.96), (0.1, 0.95)),
    ),
    "4": (((0.25, 0.05), (0.12, 0.52), (0.12, 0.52), (0.9, 0.47)), ((0.75, 0.0), (0.63, 1.05))),
    "5": (
        ((0.88, 0.04), (0.3, 0.07), (0.3, 0.07), (0.22, 0.42), (0.22, 0.42), (0.74, 0.52), (0.7, 0.88), (0.1, 0.98)),
    ),
    "6": (((0.6, 0.0), (0.17, 0.6), (0.3, 0.97), (0.76, 0.82), (0.6, 0.54), (0.2, 0.68)),),
    "7": (((0.1, 0.16), (0.14, 0.05), (0.14, 0.05), (0.9, 0.05), (0.9, 0.05), (0.42, 1.0)),),
    "8": (
        ((0.55, 0.46), (0.25, 0.26), (0.5, 0.0), (0.78, 0.24), (0.55, 0.46)),
        ((0.52, 0.46), (0.15, 0.75), (0.5, 1.0), (0.85, 0.74), (0.55, 0.46)),
    ),
    "9": (((0.76, 0.1), (0.3, 0.08), (0.2, 0.42), (0.7, 0.42), (0.78, 0.06), (0.78, 0.06), (0.72, 1.02)),),
}
_QUICK: Alphabet = {
    "0": (((0.7, 0.1), (0.35, 0.05), (0.12, 0.5), (0.35, 0.95), (0.78, 0.7), (0.8, 0.2), (0.5, 0.05), (0.32, 0.16)),),
    "1": (((0.1, 0.45), (0.62, 0.0), (0.62, 0.0), (0.52, 0.5), (0.44, 1.03)),),
    "2": (
        (
            (0.2, 0.25),
            (0.5, 0.0),
            (0.8, 0.2),
            (0.5, 0.65),
            (0.15, 0.92),
            (0.12, 0.76),
            (0.42, 0.82),
            (0.68, 1.0),
            (1.02, 0.88),
        ),
    ),
    "3": (
        (
            (0.2, 0.15),
            (0.55, 0.0),
            (0.75, 0.18),
            (0.4, 0.44),
            (0.4, 0.46),
            (0.76, 0.62),
            (0.62, 1.02),
            (0.18, 1.12),
            (0.02, 0.98),
        ),
    ),
    "4": (((0.5, 0.0), (0.1, 0.6), (0.1, 0.62), (0.95, 0.5)), ((0.74, 0.22), (0.6, 0.7), (0.5, 1.1))),
    "5": (
        ((0.3, 0.1), (0.25, 0.4), (0.65, 0.45), (0.76, 0.8), (0.38, 1.05), (0.05, 0.92)),
        ((0.3, 0.1), (0.6, 0.12), (1.0, 0.0)),
    ),
    "6": (((0.8, 0.0), (0.28, 0.42), (0.18, 0.88), (0.52, 1.0), (0.7, 0.72), (0.3, 0.66)),),
    "7": (
        ((0.08, 0.22), (0.2, 0.05), (0.9, 0.08), (0.9, 0.08), (0.58, 0.5), (0.35, 1.1)),
        ((0.35, 0.55), (0.85, 0.48)),
    ),
    "8": (((0.82, 0.1), (0.4, 0.0), (0.3, 0.3), (0.7, 0.65), (0.5, 1.0), (0.15, 0.8), (0.5, 0.45), (0.92, 0.02)),),
    "9": (
        (
            (0.8, 0.15),
            (0.4, 0.0),
            (0.15, 0.3),
            (0.4, 0.5),
            (0.8, 0.14),
            (0.8, 0.14),
            (0.7, 0.7),
            (0.42, 1.12),
            (0.1, 1.05),
        ),
    ),
}
_ROUND: Alphabet = {
    "0": (((0.6, 0.05), (0.2, 0.2), (0.1, 0.6), (0.35, 0.97), (0.75, 0.85), (0.88, 0.4), (0.6, 0.05), (0.45, 0.08)),),
    "1": (((0.25, 0.28), (0.55, 0.03), (0.55, 0.03), (0.52, 0.5), (0.5, 1.0)), ((0.25, 1.0), (0.78, 0.98))),
    "2": (((0.15, 0.25), (0.45, 0.02), (0.8, 0.2), (0.6, 0.55), (0.1, 0.95), (0.1, 0.95), (0.5, 0.9), (0.95, 0.97)),),
    "3": (((0.2, 0.1), (0.6, 0.02), (0.78, 0.22), (0.4, 0.45), (0.4, 0.46), (0.82, 0.64), (0.65, 0.96), (0.1, 0.92)),),
    "4": (((0.5, 0.02), (0.12, 0.6), (0.12, 0.6), (0.92, 0.58)), ((0.7, 0.3), (0.65, 0.7), (0.6, 1.02))),
    "5": (((0.3, 0.05), (0.22, 0.42), (0.6, 0.4), (0.8, 0.68), (0.5, 0.97), (0.1, 0.88)), ((0.3, 0.06), (0.85, 0.03))),
    "6": (((0.75, 0.03), (0.3, 0.35), (0.12, 0.75), (0.45, 0.98), (0.78, 0.75), (0.5, 0.52), (0.18, 0.72)),),
    "7": (((0.12, 0.08), (0.85, 0.05), (0.85, 0.06), (0.5, 0.5), (0.36, 1.0)),),
    "8": (((0.7, 0.12), (0.35, 0.05), (0.3, 0.3), (0.7, 0.6), (0.62, 0.95), (0.2, 0.88), (0.4, 0.5), (0.74, 0.14)),),
    "9": (((0.75, 0.2), (0.4, 0.05), (0.15, 0.3), (0.45, 0.48), (0.78, 0.2), (0.74, 0.6), (0.5, 1.02)),),
}
ALPHABETS: dict[str, Alphabet] = {"taught": _TAUGHT, "angular": _ANGULAR, "quick": _QUICK, "round": _ROUND}


@dataclass(frozen=True, slots=True)
class Hand:
    """A clerk's pen and habit.

    `width`: of the pen in mm; `pressure`: 0..1; `lean`: from, to, as a share of the height by which the top moves to
    the right; `tall`: height of a figure in sizes of the print; `narrow`: width of a figure as a share of its
    height; `step`: from one figure to the next as a share of the width (below 1 they touch); `line`: figures stand on
    a drawn line.
    """

    name: str
    colours: tuple[Colour, ...]
    width: float
    pressure: float
    lean: tuple[float, float]
    tall: tuple[float, float]
    narrow: float = 0.54
    step: float = 1.15
    line: bool = False


HANDS: tuple[Hand, ...] = (
    Hand("ballpoint", (BLUE, BLUE, DARK_BLUE), 0.36, 0.4, (0.05, 0.25), (1.25, 1.6)),
    Hand("black", (BLACK,), 0.42, 0.45, (0.0, 0.2), (1.2, 1.5)),
    Hand("felt", (BLACK, DARK_BLUE), 0.62, 0.8, (0.1, 0.3), (1.3, 1.6)),
    Hand("thin", (BLUE, DARK_BLUE, BLACK), 0.24, 0.2, (0.0, 0.2), (1.15, 1.5)),
    Hand("slanted", (BLUE, DARK_BLUE), 0.38, 0.5, (0.4, 0.6), (1.4, 1.9), narrow=0.46),
    Hand("touching", (BLUE, BLACK), 0.4, 0.45, (0.2, 0.4), (1.25, 1.6), step=0.9),
    Hand("lined", (BLUE, BLACK), 0.36, 0.35, (0.05, 0.25), (1.2, 1.5), line=True),
)


@dataclass(frozen=True, slots=True)
class Writer:
    """One clerk: the same hand, figures and ink wherever this document is filled in."""

    hand: Hand
    alphabet: Alphabet
    colour: Colour
    lean: float
    tall: float

    @classmethod
    def draw(cls, rng: Random) -> Writer:
        hand = rng.choice(HANDS)
        alphabet = ALPHABETS[rng.choice(sorted(ALPHABETS))]
        return cls(hand, alphabet, rng.choice(hand.colours), rng.uniform(*hand.lean), rng.uniform(*hand.tall))


def write_figures(page: Pixels, text: str, room: Box, size: float, writer: Writer, scale: float, rng: Random) -> Box:
    """Write figures (and `/`) in the middle of the room, narrower where it is scarce; the box that ink covers.

    `room`: the blank in points, its bottom that of the print's boxes; `size`: of the print beside it in points;
    `scale`: pixels a point. Raises KeyError for other characters.
    """
    hand = writer.hand
    height = size * 0.72 * writer.tall
    wide = height * hand.narrow
    step = wide * hand.step * rng.uniform(0.95, 1.1)
    lean = writer.lean * height * 0.6
    # Half of what leans over may stand over the print that follows: that leans too, or begins lower.
    squeeze = min(1.0, room.width / (step * (len(text) - 1) + wide + lean / 2))
    step, wide, lean = step * squeeze, wide * squeeze, lean * squeeze
    whole = step * (len(text) - 1) + wide
    left = room.middle - (whole + lean / 2) / 2
    base = room.bottom - size * 0.22 + rng.uniform(-0.02, 0.1) * height
    climb = rng.uniform(-0.06, 0.04) * step
    strokes: list[Curve] = []
    for n, character in enumerate(text):
        tall, broad = height * rng.uniform(0.9, 1.08), wide * rng.uniform(0.85, 1.08)
        shift = np.array((left + n * step, base + climb * n + rng.uniform(-0.04, 0.04) * height))
        if character == "1":
            broad, shift[0] = broad * 0.75, shift[0] + broad * 0.12
        for stroke in _SLASH if character == "/" else writer.alphabet[character]:
            swayed = np.array([(x + rng.uniform(-0.05, 0.05), y + rng.uniform(-0.03, 0.03)) for x, y in stroke])
            lifted = 1 - swayed[:, 1:]
            strokes.append(
                smooth(np.concatenate([swayed[:, :1] * broad + lean * lifted, -lifted * tall], axis=1) + shift)
            )
    if hand.line:
        low = base + height * 0.12
        ends = ((left - 2, low), (left + whole / 2, low + rng.uniform(-0.6, 0.6)), (left + whole + 2, low))
        strokes.append(smooth(np.array(ends)))
    points = np.concatenate(strokes)
    (x0, top), (x1, bottom) = points.min(axis=0), points.max(axis=0)
    _write(page, strokes, Box(float(x0), float(top), float(x1), float(bottom)), writer, scale, rng)
    return Box(float(x0), float(top), float(x1), float(bottom))


def _write(page: Pixels, strokes: list[Curve], box: Box, writer: Writer, scale: float, rng: Random) -> None:
    """The strokes (points) in the writer's ink; `box` is theirs."""
    spare = 4.0
    corner = np.array((box.x0 - spare, box.top - spare))
    area = (int((box.height + 2 * spare) * scale) + 1, int((box.width + 2 * spare) * scale) + 1)
    noise = np.random.default_rng(rng.getrandbits(32))
    thick = max(writer.hand.width * MM * scale, 0.9)
    ink = drawn([(stroke - corner) * scale for stroke in strokes], area, thick, writer.hand.pressure, noise)
    lay(page, ink, writer.colour, (round(corner[0] * scale), round(corner[1] * scale)))


_SLASH: tuple[Stroke, ...] = (((0.8, -0.1), (0.15, 1.1)),)
