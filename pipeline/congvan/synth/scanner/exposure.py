"""Draws from a level what one document suffers on its way: the same machine, paper and office for all of its pages."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from congvan.synth.scanner.levels import Level, Range

# A print is rendered at no less, and scaled down: the machine's own pixels are no crisp letters of the screen.
PRINT_DPI = 150
_WEAK_OF_ONE_BIT = 0.4


@dataclass(frozen=True, slots=True)
class Exposure:
    """The drawn values; names and units are those of Level. `mode`: `RGB`, `L` or `1`; `photo`: taken by a phone.

    `tint`: lightness of the paper in red, green and blue, 0..1; `bleed`: 0 where nothing shines through.
    """

    level: Level
    photo: bool
    dpi: int
    mode: str
    quality: int
    blur: float
    noise: float
    threshold: float
    fade: float
    toner: float
    tint: tuple[float, float, float]
    grain: float
    bleed: float
    edge: float
    staple: bool
    holes: bool
    fold: bool
    light: float
    dark_lid: bool

    @property
    def print_dpi(self) -> int:
        """The resolution at which the print is rendered and marks are laid on it."""
        return max(self.dpi, PRINT_DPI)

    @classmethod
    def draw(cls, level: Level, photo: bool, rng: Random) -> Exposure:
        """The values of one document."""
        mode = "RGB" if photo else _mode(level, rng)
        # One bit has no grey to keep weak print in: what is copied so was black once.
        weak = _WEAK_OF_ONE_BIT if mode == "1" else 1.0
        dots = level.photo_dpi if photo else level.bilevel_dpi if mode == "1" else level.dpi
        return cls(
            level=level,
            photo=photo,
            dpi=rng.choice(dots),
            mode=mode,
            quality=rng.randint(*level.quality),
            blur=between(level.blur, rng),
            noise=between(level.noise, rng),
            threshold=between(level.threshold, rng),
            fade=between(level.fade, rng) * weak,
            toner=between(level.toner, rng) * weak,
            tint=_tint(level, photo, rng),
            grain=between(level.grain, rng),
            bleed=between(level.bleed_strength, rng) if rng.random() < level.bleed else 0.0,
            edge=between(level.edge_depth, rng) if not photo and rng.random() < level.dark_edges else 0.0,
            staple=rng.random() < level.staple,
            holes=rng.random() < level.holes,
            fold=rng.random() < level.fold,
            light=between(level.light, rng) if photo else 0.0,
            dark_lid=rng.random() < 0.3,
        )


def between(bounds: Range, rng: Random) -> float:
    """A value from the range, evenly."""
    return rng.uniform(*bounds)


def _mode(level: Level, rng: Random) -> str:
    share = rng.random()
    return "RGB" if share < level.colour else "L" if share < level.colour + level.grey else "1"


def _tint(level: Level, photo: bool, rng: Random) -> tuple[float, float, float]:
    """White with the scanner's slight cast, or the yellow of age; a camera sees neither as white."""
    if rng.random() < level.aged:
        age = between(level.yellow, rng)
        red, green, blue = 1 - 0.05 * age, 1 - 0.1 * age, 1 - 0.26 * age
    else:
        low = rng.uniform(0.95, 1.0)
        red, green, blue = low, low + rng.uniform(0, 0.012), low + rng.uniform(-0.005, 0.03)
    if photo:
        warm = rng.uniform(-0.03, 0.05)
        lit = rng.uniform(0.86, 0.96)
        red, green, blue = lit * (red + warm), lit * green, lit * (blue - warm)
    return min(red, 1.0), min(green, 1.0), min(blue, 1.0)
