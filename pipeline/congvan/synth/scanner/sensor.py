"""What optics, light and sensor make of the sheet: blur, tint, shadows, dark edges, specks, noise."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

from congvan.synth.scanner.exposure import Exposure
from congvan.synth.scanner.geometry import Geometry
from congvan.synth.scanner.ink import Pixels, patchy
from congvan.synth.scanner.paper import outside

# Light and tint change slowly: they are computed for one pixel in so many.
_COARSE = 24
# How far a dark edge reaches in, in points: less than any margin.
_EDGE = (6.0, 26.0)
# No glass, no dust: a photo has one speck where a scan has so many.
_CLEANER = 8


def expose(sheet: Pixels, exposure: Exposure, geometry: Geometry, rng: Random, noise: np.random.Generator) -> Pixels:
    """The picture of the sheet (H x W x 3, white around it): what the machine makes of it, in colour, not turned."""
    shown = np.asarray(cv2.GaussianBlur(sheet, (0, 0), exposure.blur), np.uint8)
    if not exposure.photo and exposure.blur < 0.8 and rng.random() < 0.6:
        # Scanners sharpen: a light rim round the letters.
        shown = np.asarray(cv2.addWeighted(shown, 1.6, cv2.GaussianBlur(shown, (0, 0), 1.3), -0.6, 0), np.uint8)
    tinted = cv2.multiply(shown, _tint(shown.shape[:2], exposure, noise), scale=1 / 255)
    shown = _on_the_lid(np.asarray(tinted, np.uint8), exposure, geometry, rng)
    light = _light(shown.shape[:2], exposure, rng)
    if light is not None:
        grown = cv2.resize(light, (shown.shape[1], shown.shape[0]), interpolation=cv2.INTER_LINEAR)
        shown = np.asarray(cv2.multiply(shown, cv2.merge([grown] * 3), scale=1 / 255), np.uint8)
    _speckle(shown, exposure, noise)
    return np.asarray(cv2.add(shown, _noise(shown.shape[:2], exposure, noise), dtype=cv2.CV_8U), np.uint8)


def _tint(shape: tuple[int, int], exposure: Exposure, noise: np.random.Generator) -> Pixels:
    """The colour of the paper, a little blotched where it is old."""
    coarse = (shape[0] // _COARSE + 1, shape[1] // _COARSE + 1)
    aged = 1 - exposure.tint[2] / max(exposure.tint[0], 0.01)
    blotches = patchy(coarse, 9, 1 - 0.25 * max(aged, 0.0) - 0.01, 1.0, noise)
    tint = np.round(blotches[:, :, None] * np.array(exposure.tint, np.float32) * 255).clip(0, 255).astype(np.uint8)
    return np.asarray(cv2.resize(tint, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR), np.uint8)


def _on_the_lid(sheet: Pixels, exposure: Exposure, geometry: Geometry, rng: Random) -> Pixels:
    """What lies around the sheet, and the shadow of its edge."""
    height, width = sheet.shape[:2]
    mask = np.zeros((height, width), np.uint8)
    outline = geometry.outline(exposure.dpi)
    cv2.fillPoly(mask, [outline], 255, cv2.LINE_AA, 4)
    if int(mask.min()) == 255:
        return sheet
    around = outside((height, width), exposure, rng)
    if exposure.photo:
        shadow = cv2.GaussianBlur(mask, (0, 0), exposure.dpi / 14)
        dark = cv2.convertScaleAbs(cv2.bitwise_not(cv2.convertScaleAbs(shadow, alpha=0.5)))
        around = np.asarray(cv2.multiply(around, cv2.merge([dark] * 3), scale=1 / 255), np.uint8)
    else:
        cv2.polylines(around, [outline], True, (150, 150, 152), max(exposure.dpi // 60, 1), cv2.LINE_AA, 4)
    wide = cv2.merge([mask] * 3)
    return np.asarray(
        cv2.add(cv2.multiply(sheet, wide, scale=1 / 255), cv2.multiply(around, cv2.bitwise_not(wide), scale=1 / 255)),
        np.uint8,
    )


def _light(shape: tuple[int, int], exposure: Exposure, rng: Random) -> Pixels | None:
    """How much light falls where (coarse, 255 is all); None where it is even."""
    if not exposure.photo and not exposure.edge:
        return None
    coarse = (shape[0] // _COARSE + 1, shape[1] // _COARSE + 1)
    y, x = np.mgrid[0 : coarse[0], 0 : coarse[1]].astype(np.float32)
    y, x = y / max(coarse[0] - 1, 1), x / max(coarse[1] - 1, 1)
    lit = _lamp(x, y, exposure.light, rng) if exposure.photo else _edges(x, y, shape, exposure, rng)
    return np.round(lit * 255).clip(0, 255).astype(np.uint8)


def _lamp(x: NDArray[np.float32], y: NDArray[np.float32], depth: float, rng: Random) -> NDArray[np.float32]:
    """A lamp or window to one side, and the soft shadow of who holds the phone."""
    from_x, from_y = rng.choice(((0.1, 0.0), (0.9, 0.0), (0.0, 0.5), (1.0, 0.4), (0.5, -0.2)))
    far = np.hypot(x - from_x, (y - from_y) * 1.3)
    lit = 1 - depth * (far / far.max()) ** 1.4
    if rng.random() < 0.6:
        edge = rng.uniform(0.45, 0.8) + rng.uniform(-0.5, 0.5) * x
        lit = lit * (1 - depth * 0.6 / (1 + np.exp(-(y - edge) * rng.uniform(10, 30))))
    return np.asarray(lit, np.float32)


def _edges(
    x: NDArray[np.float32], y: NDArray[np.float32], shape: tuple[int, int], exposure: Exposure, rng: Random
) -> NDArray[np.float32]:
    """One or two edges in the dark, where the lid does not close."""
    lit = np.ones_like(x)
    high, wide = (side * 72 / exposure.dpi for side in shape)
    sides = ((x, wide), (1 - x, wide), (y, high), (1 - y, high))
    for from_edge, whole in rng.sample(sides, rng.randint(1, 2)):
        reach = rng.uniform(*_EDGE) / whole
        lit *= 1 - exposure.edge / 255 * np.exp(-((from_edge / reach) ** 2) * 1.5)
    return lit


def _speckle(shown: Pixels, exposure: Exposure, noise: np.random.Generator) -> None:
    """Dust and toner, in place: dark specks, most of them tiny."""
    height, width = shown.shape[:2]
    scale = exposure.dpi / 150
    count = int(noise.integers(exposure.level.specks[0], exposure.level.specks[1] + 1))
    for _ in range(count // _CLEANER if exposure.photo else count):
        y, x = int(noise.integers(0, height)), int(noise.integers(0, width))
        radius = max(round(float(noise.exponential(0.5)) * scale), 0)
        shade = int(noise.integers(30, 150))
        cv2.circle(shown, (x, y), min(radius, 3), (shade,) * 3, -1, cv2.LINE_AA)


def _noise(shape: tuple[int, int], exposure: Exposure, noise: np.random.Generator) -> NDArray[np.int16]:
    """Sensor noise and the grain of the paper; of cheap sensors, in colour. H x W x 3."""
    half = (shape[0] // 2 + 1, shape[1] // 2 + 1)
    tile = noise.standard_normal(half, dtype=np.float32) * np.float32(exposure.noise)
    grain = cv2.GaussianBlur(noise.standard_normal(half, dtype=np.float32), (0, 0), 1.1)
    tile += grain * np.float32(exposure.grain * 2.5)
    # Mirrored rather than repeated, so that no eye finds the seam.
    quarter = np.rint(tile).astype(np.int16)
    wide = np.concatenate([quarter, quarter[:, ::-1]], axis=1)
    levels = np.concatenate([wide, wide[::-1]], axis=0)[: shape[0], : shape[1]]
    if exposure.mode != "RGB" or exposure.noise < 2.5:
        return np.asarray(cv2.merge([levels] * 3), np.int16)
    return np.asarray(cv2.merge([levels, np.roll(levels, 7, axis=1), np.roll(levels, 13, axis=0)]), np.int16)
