"""Who proposed a value: the families of extractors, and how `by` tells that several agree.

`by` is `references.coded` (a rule), `model.duties` (a trained model), or `references.coded+model.duties` where the
first proposed the value and the other independently proposed the same.
"""

from __future__ import annotations

from collections.abc import Iterable

RULES, MODEL = "rules", "model"
_JOINT = "+"


def source_of(by: str) -> str:
    """The family of the extractor that leads in `by`: RULES or MODEL."""
    return MODEL if by.partition(_JOINT)[0].partition(".")[0] == MODEL else RULES


def leading(by: str) -> str:
    """The extractor that proposed the value, without those that agree."""
    return by.partition(_JOINT)[0]


def agreeing(by: str) -> tuple[str, ...]:
    """The extractors of other families that proposed the same."""
    return tuple(by.split(_JOINT)[1:])


def joint(best: str, others: Iterable[str]) -> str:
    """`by` of a value that `best` proposed, with one extractor of each other family among `others`."""
    seen, parts = {source_of(best)}, [best]
    for other in sorted(others):
        if source_of(other) not in seen:
            seen.add(source_of(other))
            parts.append(other)
    return _JOINT.join(parts)
