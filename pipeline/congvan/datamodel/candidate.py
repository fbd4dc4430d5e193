"""A candidate: one reading that one extractor proposes; arbitration makes records of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | int | float | None


@dataclass(frozen=True)
class Candidate:
    """One proposed header field or item.

    `kind`: `header.code`, `references`, `deadlines`, ...; `start`, `end`: half-open span of the quote in the canonical
    text; `values`: attribute -> value in the contract's normal form (a header field has the one attribute `value`);
    `by`: the extractor and rule (`references.coded`); `score`: how far the rule is trusted, 0..1, before anything else
    is known; `mentions`: half-open spans of other mentions of the same fact; `doubtful`: no rule vouches for it, so it
    counts only where a trained model does; `rivals`: other readings of the same fact that it stands for.
    """

    kind: str
    start: int
    end: int
    values: Mapping[str, Value]
    by: str
    score: float = 0.7
    mentions: tuple[tuple[int, int], ...] = field(default=())
    doubtful: bool = False
    rivals: tuple[Candidate, ...] = field(default=())
