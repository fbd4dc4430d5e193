"""The comparison of one record with its gold: a verdict for each header field and each item, value by value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from congvan.evaluate.likeness import Json, same_quote
from congvan.evaluate.pairing import pair_items, value_of
from congvan.evaluate.rules import EXACT, HEADER_RULES, ITEM_RULES, VERBATIM, is_right


@dataclass(frozen=True)
class Judgement:
    """One value: the gold one, the predicted one (None where there is none), and whether the latter is right."""

    attribute: str
    gold: Any
    predicted: Any
    right: bool


@dataclass(frozen=True)
class Verdict:
    """One fact: `kind` is `header` or a kind of items; `gold` or `predicted` is None where only the other told it.

    `sound`: all exact values are right, which is what the confidence of an item promises.
    """

    kind: str
    gold: Json | None
    predicted: Json | None
    judgements: tuple[Judgement, ...]
    sound: bool

    @property
    def quote(self) -> str:
        """Where the fact stands: by gold if gold has it."""
        for side in (self.gold, self.predicted):
            if side and side.get("quote"):
                return str(side["quote"])
        return ""

    @property
    def same_evidence(self) -> bool:
        """Is a paired item quoted from the place that gold names?"""
        return self.gold is not None and self.predicted is not None and same_quote(self.gold, self.predicted)


def verdicts_of(gold: Json, predicted: Json) -> Iterator[Verdict]:
    """The verdicts on one record, the header first; kinds that gold lists as `unscored` are passed over."""
    unscored = set(gold.get("unscored", ()))
    if "header" not in unscored:
        yield from header_verdicts(gold.get("header") or {}, predicted.get("header") or {})
    for kind in ITEM_RULES:
        if kind not in unscored:
            yield from item_verdicts(kind, gold.get(kind) or [], predicted.get(kind) or [])


def header_verdicts(gold: Json, predicted: Json) -> Iterator[Verdict]:
    """One verdict for each field that either side tells; a gold field marked `optional` counts for nothing."""
    for field, rule in HEADER_RULES.items():
        ours, theirs = gold.get(field) or {}, predicted.get(field) or {}
        value, guess = ours.get("value"), theirs.get("value")
        if ours.get("optional") or (value is None and guess is None):
            continue
        right = value is not None and guess is not None and is_right(rule, field, value, guess)
        yield Verdict("header", ours, theirs, (Judgement(field, value, guess, right),), right)


def item_verdicts(kind: str, gold: Sequence[Json], predicted: Sequence[Json]) -> Iterator[Verdict]:
    """One verdict for each item of either side, gold's first; a pair is one item.

    A gold item marked `optional` counts for nothing, found or not, and excuses what is quoted from its place.
    """
    pairs = pair_items(kind, gold, predicted)
    for i, item in enumerate(gold):
        if not item.get("optional"):
            yield item_verdict(kind, item, predicted[pairs[i]] if i in pairs else None)
    taken = set(pairs.values())
    for j, item in enumerate(predicted):
        excused = any(other.get("optional") and same_quote(other, item) for other in gold)
        if j not in taken and not excused:
            yield item_verdict(kind, None, item)


def item_verdict(kind: str, gold: Json | None, predicted: Json | None) -> Verdict:
    """The verdict on one item of a kind; None on the side that does not tell it."""
    judgements = tuple(_judgements(kind, gold or {}, predicted or {}))
    exact = (EXACT, VERBATIM)
    sound = all(j.right for j in judgements if ITEM_RULES[kind][j.attribute] in exact)
    return Verdict(kind, gold, predicted, judgements, sound and gold is not None and predicted is not None)


def _judgements(kind: str, gold: Json, predicted: Json) -> Iterator[Judgement]:
    for attribute, rule in ITEM_RULES[kind].items():
        value, guess = value_of(gold, attribute), value_of(predicted, attribute)
        if value is not None or guess is not None:
            right = value is not None and guess is not None and is_right(rule, attribute, value, guess)
            yield Judgement(attribute, value, guess, right)
