"""What a clause says of a figure, and what the cutters of clauses share; pure, on offsets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congvan.grammar.figures.counted import Span
from congvan.grammar.figures.subjects import subject_of
from congvan.grammar.wording import Word, keys

WHOLES = keys("số|số lượng|tổng số|tổng|tổng đàn")
"""Words that begin what a share is a share of."""
UNIT_TAIL = 120  # characters after a unit in which its own predicate begins
_DETERMINERS = keys("các|những|mỗi|từng|toàn bộ|tất cả")


@dataclass(frozen=True, slots=True)
class Cut:
    """What a clause says of a figure. Spans are half-open offsets or None; `verbs`: keys of the verbs that govern it.

    `shape`: `share`, `rate`, `count`, `bare` or `service`; `start`, `end`: the shortest stretch that shows it all;
    `whole`: a share of a number of people or things that is told after it (`10% số cán bộ`); `follows`: what is told of
    the figure before it is told of this one too, so it counts as that one does.
    """

    population: Span | None
    metric: Span | None
    verbs: tuple[str, ...]
    shape: str
    start: int
    end: int
    whole: bool = False
    follows: bool = False


def subject_who(before: Sequence[Word], stop: int) -> Span | None:
    """The subject where it is people or bodies."""
    subject = subject_of(before, stop)
    words = [word for word in before if subject and subject[0] <= word.start < subject[1]]
    while words and words[0].key in _DETERMINERS:
        words = words[1:]
    return subject if words and words[0].counts in ("person", "body") else None
