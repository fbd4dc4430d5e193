"""Signs: a capital, a few letters that run together, a long tail; and the short signs of those who drafted."""

from __future__ import annotations

from random import Random

import numpy as np

from congvan.synth.printing.paper import MM
from congvan.synth.scanner.hands import BLACK, BLUE, DARK_BLUE
from congvan.synth.scanner.ink import Colour, Curve, Pixels, drawn, lay, smooth

Motif = tuple[tuple[float, float], ...]
# Letters as a running hand leaves them, from where the one before ends to where the next begins: x from 0, y upwards
# from the line, 1 the height of a small letter.
_LETTERS: tuple[Motif, ...] = (
    ((0, 0.1), (0.15, 0.9), (0.25, 0.05), (0.5, 0.85), (0.65, 0.1), (1.0, 0.3)),
    ((0.5, 0.8), (0.1, 0.6), (0.2, 0.0), (0.6, 0.7), (0.65, 0.05), (1.0, 0.3)),
    ((0, 0.2), (0.45, 1.9), (0.3, 2.0), (0.3, 0.1), (0.8, 0.25)),
    ((0, 0.2), (0.5, 0.7), (0.25, 0.85), (0.25, 0.0), (0.8, 0.3)),
    ((0.45, 0.8), (0.1, 0.5), (0.45, 0.1), (0.55, 0.8), (0.4, -1.1), (0.0, -0.8), (0.9, 0.3)),
    ((0, 0.7), (0.1, 0.05), (0.45, 0.1), (0.55, 0.8), (0.6, 0.05), (1.0, 0.3)),
    ((0, 0.2), (0.3, 0.6), (0.6, 0.15), (0.9, 0.5), (1.2, 0.2)),
    ((0, 0.3), (0.3, 0.9), (0.6, 0.6), (0.35, 0.1), (0.2, 0.6), (0.9, 0.55)),
)
_CAPITALS: tuple[Motif, ...] = (
    ((0.1, 2.0), (0.25, 2.4), (0.3, 0.9), (0.1, -0.1), (0.25, 0.3), (0.9, 2.4), (1.0, 2.3), (0.85, 0.0), (1.3, 0.3)),
    ((0.9, 2.0), (0.4, 2.3), (0.0, 1.2), (0.3, 0.0), (1.0, 0.4), (1.2, 1.6), (0.8, 1.9), (0.9, 0.9), (1.5, 0.3)),
    ((-0.3, 1.8), (0.6, 2.3), (1.3, 2.2), (0.7, 2.1), (0.6, 0.6), (0.2, -0.2), (0.5, 0.1), (1.2, 0.4)),
    ((0.5, 1.0), (0.9, 2.2), (0.6, 2.4), (0.3, 0.8), (0.2, 0.0), (-0.2, 0.2), (0.6, 0.3), (1.3, 0.3)),
    ((0.0, 0.0), (0.2, 2.1), (0.3, 2.1), (0.9, 0.1), (1.1, 2.3), (1.3, 2.2), (1.2, 0.6), (1.6, 0.4)),
    ((1.1, 1.9), (0.5, 2.2), (0.3, 1.5), (0.9, 0.9), (0.6, -0.1), (-0.2, 0.1), (0.4, 0.6), (1.4, 0.4)),
)
# How it ends, from the last letter on.
_TAILS: tuple[Motif, ...] = (
    ((0.8, 0.1), (2.0, 0.5), (4.6, 1.6)),
    ((0.6, -0.3), (0.4, -1.1), (-2.2, -1.2), (-1.0, -1.0), (3.6, -0.4)),
    ((1.0, 0.4), (1.6, 1.4), (1.2, 1.5), (1.4, 0.2), (4.2, 0.3)),
    ((0.5, 0.9), (0.9, 1.3), (1.3, 0.0), (2.4, 0.2), (3.8, 0.9)),
    ((0.7, 0.0), (1.2, 0.6)),
)


def sign(page: Pixels, middle: tuple[float, float], height: float, scale: float, rng: Random) -> None:
    """A signature some `height` points tall round `middle` (points)."""
    strokes = _name(rng, rng.randint(2, 5))
    if rng.random() < 0.55:
        wide = max(float(s[:, 0].max()) for s in strokes)
        ends = [
            (-0.3, rng.uniform(-1.2, -0.8)),
            (wide * 0.5, rng.uniform(-1.0, -0.5)),
            (wide * rng.uniform(0.9, 1.4), rng.uniform(-1.0, 0.2)),
        ]
        strokes.append(smooth(np.array(ends), 24))
    colour = rng.choice((BLUE, BLUE, DARK_BLUE, BLACK, (20, 70, 170)))
    _ink(page, strokes, middle, height / 4.2, rng.choice((0.35, 0.4, 0.5, 0.7)), colour, scale, rng)


def initial(page: Pixels, at: tuple[float, float], scale: float, rng: Random) -> None:
    """The short sign of who drafted or checked, some 7 mm wide, beginning at the point `at`."""
    strokes = _name(rng, rng.randint(1, 3), short=True)
    colour = rng.choice((BLUE, BLUE, DARK_BLUE, BLACK))
    _ink(page, strokes, (at[0] + 15, at[1] - 3), rng.uniform(5.0, 7.5), rng.choice((0.25, 0.32)), colour, scale, rng)


def _name(rng: Random, letters: int, short: bool = False) -> list[Curve]:
    """One line of the pen, in small letters' heights, y upwards."""
    points: list[tuple[float, float]] = [] if short else list(rng.choice(_CAPITALS))
    x, shrink = (points[-1][0] if points else 0.0), 1.0
    for _ in range(letters):
        wide = rng.uniform(0.8, 1.5)
        points += [(x + px * wide, py * shrink) for px, py in rng.choice(_LETTERS)]
        x, shrink = points[-1][0], shrink * rng.uniform(0.7, 1.0)
    far = 0.45 if short else rng.uniform(0.7, 1.3)
    points += [(x + px * far, py * far) for px, py in rng.choice(_TAILS)]
    swayed = [(px + rng.uniform(-0.09, 0.09), py + rng.uniform(-0.1, 0.1)) for px, py in points]
    return [smooth(np.array(swayed), 10)]


def _ink(
    page: Pixels,
    strokes: list[Curve],
    middle: tuple[float, float],
    unit: float,
    pen: float,
    colour: Colour,
    scale: float,
    rng: Random,
) -> None:
    """Lean, turn and lay the strokes; `unit`: points of a small letter's height, `pen` in mm."""
    lean, climb = rng.uniform(0.1, 0.6), rng.uniform(0.0, 0.2)
    shear = np.array([(1.0, -climb), (lean, -1.0)])
    placed = [stroke @ shear * unit for stroke in strokes]
    whole = np.concatenate(placed)
    low, high = whole.min(axis=0) - 4, whole.max(axis=0) + 4
    area = (int((high[1] - low[1]) * scale) + 1, int((high[0] - low[0]) * scale) + 1)
    noise = np.random.default_rng(rng.getrandbits(32))
    ink = drawn([(s - low) * scale for s in placed], area, max(pen * MM * scale, 0.9), 0.7, noise)
    corner = np.array(middle) - (high - low) / 2
    lay(page, ink, colour, (round(corner[0] * scale), round(corner[1] * scale)))
