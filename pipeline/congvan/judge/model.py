"""The classifier that is asked: a spaCy text categorizer over the features of a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

# What a figure or a date can be.
LABELS = ("none", "target", "quota", "criterion", "deadline", "period")
_BATCH = 256


@dataclass(frozen=True)
class Manner:
    """How far the judge's word counts, by how likely it holds it.

    `vouched`: from here on a figure or date that no rule vouches for counts; `struck`: from here on what it holds for
    nothing is struck; `changed`: from here on its kind replaces the rule's; `alone`: the rules are not heard at all,
    and the likeliest label counts.
    """

    vouched: float
    struck: float
    changed: float
    alone: bool = False


NEVER = 2.0
# The best of some triples tried on families left out of training (docs/ablation.md).
TOGETHER = Manner(vouched=0.6, struck=0.97, changed=0.7)
# It adds what the rules doubt, and takes nothing away.
VOUCHING = Manner(vouched=0.8, struck=NEVER, changed=NEVER)
ALONE = Manner(vouched=0.0, struck=NEVER, changed=0.0, alone=True)


@dataclass(frozen=True)
class Judge:
    """A trained pipeline and how far its word counts."""

    nlp: Language
    manner: Manner = TOGETHER


def verdicts(nlp: Language, bags: Iterable[Sequence[str]]) -> list[Mapping[str, float]]:
    """For each bag of features the probability of each label."""
    docs = (Doc(nlp.vocab, words=list(bag)) for bag in bags)
    return [doc.cats for doc in nlp.pipe(docs, batch_size=_BATCH)]


_in_office: list[Judge | None] = []


@contextmanager
def judged_by(judge: Judge | None) -> Iterator[None]:
    """Within it another judge is asked, or none at all: for measuring what the judge adds."""
    _in_office.append(judge)
    try:
        yield
    finally:
        _in_office.pop()


def judge() -> Judge | None:
    """The judge that is asked; None where the rules stand alone, as they do until a trained one is better."""
    return _in_office[-1] if _in_office else None
