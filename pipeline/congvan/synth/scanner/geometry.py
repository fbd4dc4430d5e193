"""Where the scanner puts a point of the printed page: warp of the paper, then skew or perspective, then turning.

Points (1/72 inch) from the top left corner everywhere; arrays of points are N x 2 (x, y), float64.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

from congvan.datamodel.document import Box
from congvan.synth.printing.paper import PAGE_HEIGHT, PAGE_WIDTH
from congvan.synth.scanner.exposure import Exposure, between

Points = NDArray[np.float64]
Pixels = NDArray[np.uint8]
POINTS_PER_INCH = 72
# Pixels between two points whose place is computed; the rest lies on straight lines between them.
_CELL = 16
# The warp is turned back by iteration; its slope is below 0.1, so that each round makes the error ten times smaller.
_ROUNDS = 5
# A picture that tells no resolution is taken for an A4 page by those who read it.
A4_INCHES = (8.27, 11.69)
# x and y stand in one map.


@dataclass(frozen=True, slots=True)
class Wave:
    """One swell of the paper: moves a point by `reach` (x, y) times the sine of a plane wave."""

    reach: tuple[float, float]
    pitch: tuple[float, float]
    phase: float


@dataclass(frozen=True, slots=True)
class Geometry:
    """The way of a point from the printed page to the scan.

    `waves` bend the paper; `matrix` (3 x 3, row by row) is a projective map from points of the sheet to points of the
    picture, which is `wide` x `high` points before it is turned by `turned` degrees, clockwise.
    """

    waves: tuple[Wave, ...]
    matrix: tuple[float, ...]
    wide: float
    high: float
    turned: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the stored picture in points."""
        return (self.high, self.wide) if self.turned in (90, 270) else (self.wide, self.high)

    def place(self, points: Points) -> Points:
        """Where points of the printed page lie on the stored picture."""
        bent = points + self._bend(points)
        shown: Points = cv2.perspectiveTransform(bent[None], self._matrix())[0].astype(np.float64)
        return self._turn(shown)

    def where(self, box: Box) -> Box:
        """The upright rectangle round the four moved corners of the box (not cut at the picture's edge)."""
        corners = [(box.x0, box.top), (box.x1, box.top), (box.x1, box.bottom), (box.x0, box.bottom)]
        moved = self.place(np.array(corners, np.float64))
        (x0, top), (x1, bottom) = moved.min(axis=0), moved.max(axis=0)
        return Box(float(x0), float(top), float(x1), float(bottom))

    def picture(self, page: Pixels, out_dpi: float, paper: tuple[int, int, int]) -> Pixels:
        """The page (a raster of the whole sheet) as it lies in the picture at `out_dpi`, not yet turned; `paper` is
        the colour around it."""
        out = out_dpi / POINTS_PER_INCH
        width, height = round(self.wide * out), round(self.high * out)
        x, y = _grid(width), _grid(height)
        # The centre of pixel i lies i + 0.5 pixels from the edge; rasters are whole pixels, pages are not.
        shown = np.meshgrid((x + 0.5) * self.wide / width, (y + 0.5) * self.high / height)
        scale = np.array((page.shape[1] / PAGE_WIDTH, page.shape[0] / PAGE_HEIGHT))
        origin = self._origin(np.stack(shown, axis=-1).reshape(-1, 2)) * scale - 0.5
        came = origin.astype(np.float32).reshape(len(y), len(x), 2)
        grown = cv2.resize(came, (len(x) * _CELL, len(y) * _CELL), interpolation=cv2.INTER_LINEAR)
        maps = grown[_CELL : _CELL + height, _CELL : _CELL + width]
        moved = cv2.remap(
            page, maps[..., 0], maps[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=paper
        )
        return np.asarray(moved, np.uint8)

    def outline(self, out_dpi: float) -> NDArray[np.int32]:
        """The edge of the sheet in the picture, not yet turned: pixels, N x 2, in sixteenths."""
        steps = np.linspace(0, 1, 24)
        x, y = steps * PAGE_WIDTH, steps * PAGE_HEIGHT
        zero = np.zeros_like(steps)
        sides = [(x, zero), (zero + PAGE_WIDTH, y), (x[::-1], zero + PAGE_HEIGHT), (zero, y[::-1])]
        edge = np.concatenate([np.stack(side, axis=1) for side in sides])
        bent = edge + self._bend(edge)
        shown = cv2.perspectiveTransform(bent[None], self._matrix())[0]
        sixteenths = (np.asarray(shown, np.float64) * out_dpi / POINTS_PER_INCH - 0.5) * 16
        return np.asarray(np.round(sixteenths), np.int32)

    def _bend(self, points: Points) -> Points:
        moved = np.zeros_like(points)
        for wave in self.waves:
            swell = np.sin(points @ np.array(wave.pitch) + wave.phase)
            moved += swell[:, None] * np.array(wave.reach)
        return moved

    def _origin(self, shown: Points) -> Points:
        """The points of the printed page that lie at points of the picture (not yet turned)."""
        back = np.linalg.inv(self._matrix())
        bent = np.asarray(cv2.perspectiveTransform(shown[None], back)[0], np.float64)
        points: Points = bent
        for _ in range(_ROUNDS if self.waves else 0):
            points = bent - self._bend(points)
        return points

    def _matrix(self) -> Points:
        return np.array(self.matrix, np.float64).reshape(3, 3)

    def _turn(self, points: Points) -> Points:
        x, y = points[:, 0], points[:, 1]
        turned = {
            0: (x, y),
            90: (self.high - y, x),
            180: (self.wide - x, self.high - y),
            270: (y, self.wide - x),
        }[self.turned]
        return np.stack(turned, axis=1)


def lie_down(exposure: Exposure, turned: int, rng: Random) -> Geometry:
    """How one page lies under the scanner's lid, or before the camera."""
    waves = _waves(between(exposure.level.warp, rng) * (1.5 if exposure.photo else 1.0), rng)
    return _photographed(exposure, waves, turned, rng) if exposure.photo else _laid(exposure, waves, turned, rng)


def _waves(most: float, rng: Random) -> tuple[Wave, ...]:
    """A long swell across the page, and a shorter one aslant."""
    if most < 0.05:
        return ()
    across = Wave(
        (0.3 * most, 0.7 * most), (rng.uniform(2, 5) / PAGE_WIDTH, rng.uniform(0, 2) / PAGE_HEIGHT), _phase(rng)
    )
    aslant = Wave(
        (0.3 * most, 0.3 * most), (rng.uniform(2, 8) / PAGE_WIDTH, rng.uniform(3, 9) / PAGE_HEIGHT), _phase(rng)
    )
    return (across, aslant)


def _phase(rng: Random) -> float:
    return rng.uniform(0, 2 * math.pi)


def _laid(exposure: Exposure, waves: tuple[Wave, ...], turned: int, rng: Random) -> Geometry:
    """Turned by the skew about its middle, and moved a little."""
    skew = math.radians(between(exposure.level.skew, rng) * rng.choice((-1, 1)))
    cos, sin = math.cos(skew), math.sin(skew)
    x, y = PAGE_WIDTH / 2, PAGE_HEIGHT / 2
    dx, dy = rng.uniform(-4, 4), rng.uniform(-4, 4)
    matrix = (cos, -sin, x - cos * x + sin * y + dx, sin, cos, y - sin * x - cos * y + dy, 0.0, 0.0, 1.0)
    return Geometry(waves, matrix, PAGE_WIDTH, PAGE_HEIGHT, turned)


def _photographed(exposure: Exposure, waves: tuple[Wave, ...], turned: int, rng: Random) -> Geometry:
    """A quadrilateral in a frame of three to four; the frame counts as an A4 page, as a picture without resolution."""
    lying = turned in (90, 270)
    wide = A4_INCHES[1] * POINTS_PER_INCH * 3 / 4 if lying else A4_INCHES[0] * POINTS_PER_INCH
    high = wide * 4 / 3
    filled = rng.uniform(0.93, 0.99)
    tilt = math.radians(between(exposure.level.tilt, rng) * rng.choice((-1, 1)))
    scale = min(wide / PAGE_WIDTH, high / PAGE_HEIGHT) * filled
    corners = np.array([(0, 0), (PAGE_WIDTH, 0), (PAGE_WIDTH, PAGE_HEIGHT), (0, PAGE_HEIGHT)], np.float64)
    turn = np.array([(math.cos(tilt), math.sin(tilt)), (-math.sin(tilt), math.cos(tilt))])
    quad = (corners - corners.mean(axis=0)) * scale @ turn + (wide / 2, high / 2)
    most = between(exposure.level.perspective, rng)
    sway = np.array([(rng.uniform(-most, most), rng.uniform(-most, most)) for _ in range(4)])
    # A phone is held from below: the far edge is shorter.
    far = most * rng.uniform(0, 1)
    sway[0, 0] += far
    sway[1, 0] -= far
    quad += sway * (PAGE_WIDTH, PAGE_HEIGHT)
    # The whole sheet is in the frame, with little to spare.
    first, last = quad.min(axis=0), quad.max(axis=0)
    room = np.array((wide, high)) * filled
    quad = (quad - (first + last) / 2) * float(min(1.0, (room / (last - first)).min()))
    quad += np.array((wide, high)) / 2 + np.array((rng.uniform(-0.02, 0.02) * wide, rng.uniform(-0.02, 0.02) * high))
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), quad.astype(np.float32))
    return Geometry(waves, tuple(float(v) for v in matrix.ravel()), wide, high, turned)


def _grid(side: int) -> Points:
    """Pixel positions at the middles of cells, one cell before the edge to one behind it."""
    cells = -(-side // _CELL) + 2
    return (np.arange(cells, dtype=np.float64) - 0.5) * _CELL - 0.5
