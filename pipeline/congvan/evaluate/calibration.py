"""Do confidences keep their promise? The calibration error, and how much may pass without a human look."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

# Bins of equal mass over which confidence and truth are compared.
BINS = 10
# What passes unseen must be right this often.
STRAIGHT_THROUGH_PRECISION = 0.99
# The normal quantile of a two-sided 95 % interval.
_Z95 = 1.96

Trust = tuple[float, bool]


@dataclass(frozen=True)
class Bin:
    """Predictions of like confidence: their mean confidence, the share that is right, and how many they are."""

    confidence: float
    right: float
    count: int


@dataclass(frozen=True)
class Calibration:
    """`error`: expected calibration error over bins of equal mass; `straight_through`: the largest share of the
    predictions, most confident first, that is right at the required precision; `threshold`: the confidence at which
    it ends (None where no share is); `interval`: 95 % Wilson interval of the precision above the threshold;
    `without_confidence`: predictions that told none.
    """

    count: int
    without_confidence: int
    error: float
    bins: tuple[Bin, ...]
    straight_through: float
    threshold: float | None
    interval: tuple[float, float]


def calibration_of(trusts: Iterable[tuple[object, bool]]) -> Calibration | None:
    """The calibration of (confidence, is it right) pairs; None where no confidence was told."""
    trusts = list(trusts)
    known = [(float(c), ok) for c, ok in trusts if isinstance(c, int | float)]
    if not known:
        return None
    rising = sorted(known, key=lambda trust: trust[0])
    bins = [bin_ for bin_ in map(_bin, _equal_parts(rising)) if bin_]
    error = 0.0
    for bin_ in bins:
        error += abs(bin_.confidence - bin_.right) * bin_.count / len(known)
    falling = sorted(known, key=lambda trust: -trust[0])
    passing = _passing(falling)
    return Calibration(
        count=len(known),
        without_confidence=len(trusts) - len(known),
        error=error,
        bins=tuple(bins),
        straight_through=passing / len(known),
        threshold=falling[passing - 1][0] if passing else None,
        interval=wilson(sum(ok for _, ok in falling[:passing]), passing),
    )


def _equal_parts(trusts: Sequence[Trust]) -> list[Sequence[Trust]]:
    cuts = [len(trusts) * n // BINS for n in range(BINS + 1)]
    return [trusts[low:high] for low, high in pairwise(cuts)]


def _bin(part: Sequence[Trust]) -> Bin | None:
    if not part:
        return None
    return Bin(sum(c for c, _ in part) / len(part), sum(ok for _, ok in part) / len(part), len(part))


def _passing(falling: Sequence[Trust]) -> int:
    """How many of the most confident may pass; values of one confidence pass together or not at all."""
    passing = right = 0
    for n, (confidence, ok) in enumerate(falling, 1):
        right += ok
        is_last_of_equals = n == len(falling) or falling[n][0] < confidence
        if right / n >= STRAIGHT_THROUGH_PRECISION and is_last_of_equals:
            passing = n
    return passing


def wilson(right: int, count: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927); (0, 1) where nothing was counted."""
    if not count:
        return 0.0, 1.0
    share, z2 = right / count, _Z95 * _Z95
    middle = (share + z2 / 2 / count) / (1 + z2 / count)
    half = _Z95 * math.sqrt(share * (1 - share) / count + z2 / 4 / count / count) / (1 + z2 / count)
    return middle - half, middle + half
