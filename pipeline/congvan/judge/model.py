"""The classifier that is asked: a spaCy text categorizer over the features of a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from spacy.language import Language
from spacy.tokens import Doc

# What a figure or a date can be.
LABELS = ("none", "target", "quota", "criterion", "deadline", "period")
_BATCH = 256


def verdicts(nlp: Language, bags: Iterable[Sequence[str]]) -> list[Mapping[str, float]]:
    """For each bag of features the probability of each label."""
    docs = (Doc(nlp.vocab, words=list(bag)) for bag in bags)
    return [doc.cats for doc in nlp.pipe(docs, batch_size=_BATCH)]


_in_office: list[Language | None] = []


@contextmanager
def judged_by(nlp: Language | None) -> Iterator[None]:
    """Within it another judge is asked, or none at all: for measuring what the judge adds."""
    _in_office.append(nlp)
    try:
        yield
    finally:
        _in_office.pop()


def judge() -> Language | None:
    """The pipeline that is asked; None where the rules stand alone, as they do until a trained one is better."""
    return _in_office[-1] if _in_office else None
