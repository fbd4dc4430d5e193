"""Counts of right, wrong and missed values, and the rates made of them."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass
class Tally:
    """`right`: told and right; `wrong`: told and not right, or made up; `missed`: in gold and not told rightly."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, other: Tally) -> None:
        """Takes the counts of another tally in."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed

    def count(self, *, gold: bool, predicted: bool, right: bool) -> None:
        """Counts one value or item that gold has, that was predicted, that is right."""
        self.right += right
        self.wrong += predicted and not right
        self.missed += gold and not right

    @property
    def precision(self) -> float:
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; NaN where nothing was counted."""
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)

    @property
    def in_gold(self) -> bool:
        """Does gold tell anything here?"""
        return self.right + self.missed > 0

    def __bool__(self) -> bool:
        return self.right + self.wrong + self.missed > 0


def _share(part: int, whole: int) -> float:
    return part / whole if whole else math.nan
