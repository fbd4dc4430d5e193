"""The table of mentions: what the small grammars find once a document, shared by all extractors."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written: half-open span of the whole phrase (`ngày 05 tháng 01 năm 2021`, `25/5`, `quý IV/2020`).

    `value`: ISO date, or `YYYY-MM`, `YYYY-Qn`, `YYYY-Hn`, `YYYY`; None where it can't be told (blank day, no year).
    `precision`: `day`, `month`, `quarter`, `half`, `year`. `explicit_year`: the year stands in the phrase itself or is
    inherited from a date beside it; False where it was taken from the issue date. `time`: `HH:MM` that stands with it.
    """

    start: int
    end: int
    value: str | None
    precision: str
    explicit_year: bool = True
    time: str | None = None


@dataclass(frozen=True, slots=True)
class CodeMention:
    """A document number: half-open span of the code alone (without `số`).

    `value`: normal form of the contract, None where the number is blank; `number`: its digits and suffix letter;
    `symbol`: what follows (`KH-LĐLĐ`); `type`: the type the symbol names (`kế hoạch`), or None.
    """

    start: int
    end: int
    value: str | None
    number: str
    symbol: str
    type: str | None = None


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body (cơ quan, tổ chức) as printed: half-open span and its level in the State (contract, awards.level)."""

    start: int
    end: int
    level: str | None = None


M = TypeVar("M", DateMention, CodeMention, BodyMention)


@dataclass(frozen=True)
class Mentions:
    """All mentions of one dispatch, each list in text order without overlaps."""

    dates: tuple[DateMention, ...] = ()
    codes: tuple[CodeMention, ...] = ()
    bodies: tuple[BodyMention, ...] = ()

    def dates_in(self, start: int, end: int) -> Sequence[DateMention]:
        return _within(self.dates, start, end)

    def codes_in(self, start: int, end: int) -> Sequence[CodeMention]:
        return _within(self.codes, start, end)

    def bodies_in(self, start: int, end: int) -> Sequence[BodyMention]:
        return _within(self.bodies, start, end)


def _within(mentions: tuple[M, ...], start: int, end: int) -> Sequence[M]:
    """The mentions that begin in the half-open span."""
    low = bisect_left(mentions, start, key=lambda m: m.start)
    return mentions[low : bisect_left(mentions, end, key=lambda m: m.start)]
