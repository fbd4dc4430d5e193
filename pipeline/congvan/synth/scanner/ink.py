"""Ink on a page: strokes of a pen and prints of a stamp as densities, laid over what is printed (it shines through).

A density is H x W, float32, 0 (none) .. 1 (all of the ink's colour); pages are H x W x 3 uint8, RGB.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

Density = NDArray[np.float32]
Pixels = NDArray[np.uint8]
Curve = NDArray[np.float64]
Colour = tuple[int, int, int]
# Strokes are drawn this much larger and scaled down.
_FINER = 4


def lay(page: Pixels, density: Density, colour: Colour, at: tuple[int, int]) -> None:
    """Multiply ink into the page, in place; `at`: left and top of the density in pixels, cut at the page's edges."""
    left, top = at
    height, width = density.shape
    x0, y0, x1, y1 = max(left, 0), max(top, 0), min(left + width, page.shape[1]), min(top + height, page.shape[0])
    if x0 >= x1 or y0 >= y1:
        return
    part = density[y0 - top : y1 - top, x0 - left : x1 - left, None]
    lost = 1 - np.array(colour, np.float32) / 255
    page[y0:y1, x0:x1] = np.round(page[y0:y1, x0:x1] * (1 - part * lost)).astype(np.uint8)


def smooth(points: Curve, steps: int = 8) -> Curve:
    """A Catmull-Rom curve through the points (N x 2), `steps` pieces between two; a doubled point makes a corner."""
    padded = np.concatenate([points[:1], points, points[-1:]])
    p0, p1, p2, p3 = padded[:-3, None], padded[1:-2, None], padded[2:-1, None], padded[3:, None]
    t = (np.arange(steps) / steps)[None, :, None]
    curve = 2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2 + (3 * p1 - p0 - 3 * p2 + p3) * t**3
    return np.concatenate([curve.reshape(-1, 2) / 2, points[-1:]])


def drawn(
    strokes: Sequence[Curve], shape: tuple[int, int], width: float, pressure: float, noise: np.random.Generator
) -> Density:
    """Strokes (pixels, x and y) as ink on an area of height x width pixels.

    `width`: of the pen in pixels; `pressure`: 0..1, how much a stroke swells where the pen goes down and thins out
    where it goes fast and at its ends. Ink runs unevenly along the stroke.
    """
    height, wide = shape
    canvas = np.zeros((height * _FINER, wide * _FINER), np.uint8)
    for stroke in strokes:
        steps = np.diff(stroke, axis=0)
        length = np.hypot(steps[:, 0], steps[:, 1]) + 1e-6
        down = steps[:, 1] / length
        fast = length / (length.mean() + 1e-6)
        thick = width * (1 + pressure * (0.45 * down - 0.25 * np.clip(fast - 1, -1, 1)))
        ends = np.minimum(np.arange(len(length)), np.arange(len(length))[::-1]) / max(len(length) * 0.12, 1)
        thick = np.clip(thick * (1 - pressure * 0.5 * np.clip(1 - ends, 0, 1)), width * 0.4, None)
        ink = np.clip(235 + 30 * noise.standard_normal(len(length) // 6 + 2), 150, 255)
        flow = np.interp(np.linspace(0, len(ink) - 1, len(length)), np.arange(len(ink)), ink)
        pixels = np.round(stroke * _FINER * 8).astype(np.int64)
        for start, end, line, value in zip(pixels, pixels[1:], thick, flow, strict=False):
            cv2.line(
                canvas,
                (int(start[0]), int(start[1])),
                (int(end[0]), int(end[1])),
                int(value),
                max(round(float(line) * _FINER), 1),
                cv2.LINE_AA,
                3,
            )
    small = cv2.resize(canvas, (wide, height), interpolation=cv2.INTER_AREA)
    return (small.astype(np.float32) / 255).astype(np.float32)


def patchy(shape: tuple[int, int], cell: int, low: float, high: float, noise: np.random.Generator) -> Density:
    """Smooth patches between `low` and `high`, some `cell` pixels wide."""
    rough = noise.random((shape[0] // cell + 3, shape[1] // cell + 3), dtype=np.float32)
    smoothed = cv2.resize(rough, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return (low + (high - low) * np.clip(smoothed, 0, 1)).astype(np.float32)


def worn(density: Density, strength: float, noise: np.random.Generator) -> Density:
    """A stamp's print as rubber leaves it: pressed harder on one side, in patches, with pores, at `strength`."""
    height, width = density.shape
    size = max(height, width)
    patches = patchy(density.shape, max(size // 5, 4), 0.7, 1.15, noise)
    pores = cv2.GaussianBlur(noise.random(density.shape, dtype=np.float32), (0, 0), max(size / 300, 0.7))
    pores = np.asarray(np.clip((pores - pores.mean()) / (pores.std() + 1e-6) * 0.16 + 0.9, 0.35, 1.0), np.float32)
    angle = noise.uniform(0, 2 * np.pi)
    x, y = np.linspace(-1, 1, width, dtype=np.float32), np.linspace(-1, 1, height, dtype=np.float32)
    slope = 1 - noise.uniform(0.0, 0.22) * (1 + np.cos(angle) * x[None, :] + np.sin(angle) * y[:, None])
    return np.asarray(np.clip(density * patches * pores * slope * strength, 0, 1), np.float32)


def turned(density: Density, degrees: float) -> Density:
    """The density turned about its middle, on an area large enough for it."""
    height, width = density.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    cos, sin = abs(matrix[0, 0]), abs(matrix[0, 1])
    wide, high = int(height * sin + width * cos) + 2, int(height * cos + width * sin) + 2
    matrix[:, 2] += ((wide - width) / 2, (high - height) / 2)
    return np.asarray(cv2.warpAffine(density, matrix, (wide, high), flags=cv2.INTER_LINEAR), np.float32)
