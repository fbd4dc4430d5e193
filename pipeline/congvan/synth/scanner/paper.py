"""What the sheet itself brings along: the other side shining through, folds, holes, staples."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np

from congvan.synth.printing.paper import MM, PAGE_HEIGHT
from congvan.synth.scanner.exposure import Exposure
from congvan.synth.scanner.ink import Colour, Pixels, lay, patchy

# Two holes 80 mm apart, 12 mm from the edge, 6 mm wide (ISO 838).
_HOLES, _FROM_EDGE, _WIDE = 80 * MM, 12 * MM, 6 * MM
SHADOW: Colour = (40, 38, 36)


def print_unevenly(raster: Pixels, exposure: Exposure, noise: np.random.Generator) -> None:
    """Black that is not all there, in place: toner runs low in patches."""
    even = 1 - exposure.fade
    coarse = (raster.shape[0] // 16 + 1, raster.shape[1] // 16 + 1)
    patches = patchy(coarse, coarse[1] // 7, even * (1 - exposure.toner), even, noise)
    strength = cv2.resize(np.rint(patches * 255).astype(np.uint8), (raster.shape[1], raster.shape[0]))
    inverse = cv2.bitwise_not(raster)
    raster[:] = cv2.bitwise_not(cv2.multiply(inverse, cv2.merge([strength] * 3), scale=1 / 255))


def shine_through(raster: Pixels, other: Pixels, strength: float, noise: np.random.Generator) -> None:
    """The print of the other side (grey, any size), mirrored and soft, in place."""
    height, width = raster.shape[:2]
    soft = cv2.GaussianBlur(cv2.bitwise_not(other[:, ::-1]), (0, 0), other.shape[1] / 900)
    grown = cv2.resize(soft, (width, height), interpolation=cv2.INTER_LINEAR)
    moved = np.roll(grown, (int(noise.integers(-6, 7)), int(noise.integers(-12, 13))), axis=(0, 1))
    shade = cv2.bitwise_not(cv2.convertScaleAbs(moved, alpha=strength))
    raster[:] = cv2.multiply(raster, cv2.merge([shade] * 3), scale=1 / 255)


def wear(raster: Pixels, exposure: Exposure, first: bool, rng: Random) -> list[str]:
    """Folds, holes and a staple, in place; the names of what there is."""
    scale = exposure.print_dpi / 72
    done = []
    if exposure.fold:
        for share in rng.choice(((1 / 3, 2 / 3), (0.5,))):
            _fold(raster, share + rng.uniform(-0.01, 0.01), scale, rng)
        done.append("fold")
    if exposure.holes:
        _punch(raster, exposure, scale, rng)
        done.append("holes")
    if exposure.staple:
        _staple(raster, scale, first, rng)
        done.append("staple")
    return done


def _fold(raster: Pixels, share: float, scale: float, rng: Random) -> None:
    """A crease across the page: a dark line with a light one beside it, broken where the paper springs back."""
    height, width = raster.shape[:2]
    y = int(height * share)
    rows = max(round(1.2 * scale), 3)
    noise = np.random.default_rng(rng.getrandbits(32))
    across = patchy((1, width), max(width // 30, 2), -0.2, 0.5, noise)[0].clip(0, None)
    profile = np.exp(-np.abs(np.arange(-rows, rows + 1) / rows) * 3)
    crease = np.outer(profile, across).astype(np.float32) * np.float32(rng.uniform(0.3, 0.8))
    shadow = np.outer(np.linspace(0.05, 0, rows * 8), np.ones(width)).astype(np.float32)
    lay(raster, shadow, SHADOW, (0, y))
    lay(raster, crease, SHADOW, (0, y - rows))


def _punch(raster: Pixels, exposure: Exposure, scale: float, rng: Random) -> None:
    """Two holes in the left margin: they show the lid (or the table) behind, with a shaded rim."""
    dark = exposure.dark_lid or exposure.photo
    x = _FROM_EDGE + rng.uniform(-5, 5)
    for side in (-1, 1):
        y = PAGE_HEIGHT / 2 + side * _HOLES / 2 + rng.uniform(-2, 2)
        middle, radius = (round(x * scale * 8), round(y * scale * 8)), round(_WIDE / 2 * scale * 8)
        fill = (84, 72, 62) if dark else (252, 252, 252)
        cv2.circle(raster, middle, radius, fill, -1, cv2.LINE_AA, 3)
        cv2.circle(raster, middle, radius, (150, 148, 146), max(round(0.4 * scale), 1), cv2.LINE_AA, 3)


def _staple(raster: Pixels, scale: float, first: bool, rng: Random) -> None:
    """A staple in the upper left corner; on the pages below only its two holes."""
    x, y = rng.uniform(16, 34), rng.uniform(16, 34)
    lean, long = rng.uniform(-0.6, 0.6), 12 * MM * 0.9
    a = np.array((x - long / 2 * np.cos(lean), y - long / 2 * np.sin(lean)))
    b = 2 * np.array((x, y)) - a
    ends = [(int(p[0] * scale), int(p[1] * scale)) for p in (a, b)]
    if first:
        below = [(ex + max(round(scale), 1), ey + max(round(scale), 1)) for ex, ey in ends]
        thick = max(round(0.9 * scale), 1)
        cv2.line(raster, below[0], below[1], (190, 188, 186), thick, cv2.LINE_AA)
        cv2.line(raster, ends[0], ends[1], (96, 96, 100), thick, cv2.LINE_AA)
        cv2.line(raster, ends[0], ends[1], (168, 168, 172), max(thick // 3, 1), cv2.LINE_AA)
        return
    for end in ends:
        cv2.circle(raster, end, max(round(0.8 * scale), 1), (90, 88, 86), -1, cv2.LINE_AA)


def outside(shape: tuple[int, int], exposure: Exposure, rng: Random) -> Pixels:
    """What lies around the sheet: the lid, white or dark, or a table top under the camera."""
    if not exposure.photo:
        level = rng.randint(30, 90) if exposure.dark_lid and exposure.edge else rng.randint(236, 252)
        return np.full((*shape, 3), level, np.uint8)
    noise = np.random.default_rng(rng.getrandbits(32))
    base = np.array(
        rng.choice(((122, 88, 58), (88, 62, 44), (160, 128, 92), (64, 66, 72), (150, 152, 150))), np.float32
    )
    streaks = cv2.resize(noise.random((shape[0] // 60 + 2, shape[1] // 4 + 2), dtype=np.float32), (shape[1], shape[0]))
    if rng.random() < 0.5:
        streaks = cv2.resize(
            noise.random((shape[0] // 4 + 2, shape[1] // 60 + 2), dtype=np.float32), (shape[1], shape[0])
        )
    return np.round(base * (0.78 + 0.4 * streaks[:, :, None])).clip(0, 255).astype(np.uint8)
