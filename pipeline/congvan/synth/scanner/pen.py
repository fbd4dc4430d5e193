"""Writes by hand: figures of numbers and days, and signatures, as strokes of a pen with the sway of a hand.

Offices fill number and day in by hand more often than not; no handwriting font with a free licence is needed for
ten figures, their strokes stand here.
"""

from __future__ import annotations

import math
from random import Random

from PIL import Image, ImageDraw

Point = tuple[float, float]
BLUE, BLACK = (28, 40, 120), (35, 35, 40)

# Strokes of each figure in a box of width 1 and height 1, from the top left: one or more ways people write it.
_FIGURES: dict[str, tuple[tuple[tuple[Point, ...], ...], ...]] = {
    "0": ((((0.6, 0.05), (0.2, 0.2), (0.1, 0.6), (0.35, 0.97), (0.75, 0.85), (0.85, 0.4), (0.6, 0.05), (0.45, 0.1)),),),
    "1": (
        (((0.25, 0.3), (0.55, 0.03), (0.5, 0.5), (0.45, 1.0)),),
        (((0.55, 0.0), (0.5, 0.5), (0.45, 1.0)),),
    ),
    "2": ((((0.15, 0.25), (0.45, 0.02), (0.8, 0.2), (0.6, 0.55), (0.1, 0.95), (0.5, 0.9), (0.95, 0.97)),),),
    "3": ((((0.2, 0.1), (0.6, 0.02), (0.75, 0.22), (0.4, 0.45), (0.8, 0.62), (0.65, 0.93), (0.1, 0.92)),),),
    "4": (
        (((0.5, 0.02), (0.12, 0.6), (0.9, 0.58)), ((0.7, 0.3), (0.65, 0.7), (0.6, 1.02))),
        (((0.25, 0.05), (0.15, 0.5), (0.8, 0.48)), ((0.75, 0.02), (0.7, 0.5), (0.62, 1.02))),
    ),
    "5": (
        (((0.3, 0.05), (0.22, 0.42), (0.6, 0.4), (0.8, 0.68), (0.5, 0.97), (0.1, 0.88)), ((0.3, 0.06), (0.85, 0.03))),
    ),
    "6": ((((0.75, 0.03), (0.3, 0.35), (0.12, 0.75), (0.45, 0.98), (0.78, 0.75), (0.5, 0.52), (0.18, 0.72)),),),
    "7": (
        (((0.12, 0.08), (0.85, 0.05), (0.5, 0.5), (0.35, 1.0)),),
        (((0.12, 0.08), (0.85, 0.05), (0.5, 0.5), (0.35, 1.0)), ((0.3, 0.52), (0.75, 0.48))),
    ),
    "8": ((((0.7, 0.12), (0.35, 0.05), (0.3, 0.3), (0.7, 0.6), (0.6, 0.95), (0.2, 0.85), (0.4, 0.5), (0.72, 0.14)),),),
    "9": ((((0.75, 0.2), (0.4, 0.05), (0.15, 0.3), (0.45, 0.48), (0.78, 0.2), (0.72, 0.6), (0.5, 1.02)),),),
}


def figures(page: Image.Image, digits: str, box: tuple[float, float, float, float], rng: Random) -> None:
    """Write the digits over the box (left, top, right, bottom in pixels), larger than print and not quite in line.

    Raises KeyError for anything but digits.
    """
    left, top, right, bottom = box
    height = (bottom - top) * rng.uniform(1.3, 1.8)
    base = bottom + height * rng.uniform(-0.06, 0.1)
    step = max((right - left) / max(len(digits), 1), height * 0.34)
    x = left - max(step * len(digits) - (right - left), 0) * 0.4
    ink, lean = rng.choice((BLUE, BLUE, BLACK)), rng.uniform(0.0, 0.3)
    thick = max(round(height / rng.uniform(9, 14)), 2)
    draw = ImageDraw.Draw(page)
    for digit in digits:
        tall, wide = height * rng.uniform(0.88, 1.08), step * rng.uniform(0.72, 0.92)
        for stroke in rng.choice(_FIGURES[digit]):
            swayed = [(px + rng.uniform(-0.06, 0.06), py + rng.uniform(-0.04, 0.04)) for px, py in stroke]
            line = [(x + (px + lean * (1 - py)) * wide, base - (1 - py) * tall) for px, py in smooth(swayed)]
            draw.line(line, fill=ink, width=thick, joint="curve")
        x += step


def signature(rng: Random, width: int, height: int) -> Image.Image:
    """A signature in ink on white: loops that shrink, and a long tail."""
    image = Image.new("RGB", (width, height), "white")
    points: list[Point] = []
    turns, lean = rng.uniform(3, 6), rng.uniform(0.2, 0.5)
    for step in range(220):
        t = step / 219
        fall = (1 - t) ** 0.7
        x = width * (0.12 + 0.6 * t) + math.sin(t * turns * 2 * math.pi) * width * 0.09 * fall
        y = height * (0.5 - lean * 0.3 * t) + math.cos(t * turns * 2 * math.pi + 1) * height * 0.33 * fall
        points.append((x, y))
    points.append((width * 0.97, height * rng.uniform(0.1, 0.35)))
    ImageDraw.Draw(image).line(points, fill=rng.choice((BLUE, BLACK)), width=max(height // 45, 2), joint="curve")
    return image


def smooth(points: list[Point], steps: int = 8) -> list[Point]:
    """A Catmull-Rom curve through the points, `steps` pieces between two."""
    padded = [points[0], *points, points[-1]]
    curve: list[Point] = []
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for i in range(steps):
            t = i / steps
            curve.append(tuple(_between(a, b, c, d, t) for a, b, c, d in zip(p0, p1, p2, p3, strict=True)))  # type: ignore[arg-type]
    return [*curve, points[-1]]


def _between(p0: float, p1: float, p2: float, p3: float, t: float) -> float:
    """One coordinate of the curve between p1 and p2."""
    return 0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2 + (3 * p1 - p0 - 3 * p2 + p3) * t**3)
