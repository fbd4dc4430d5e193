"""Which predicted item is which gold item: each kind has what identifies a fact of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from congvan.evaluate.likeness import Json, alike, code_key, plain, same_place, verbatim
from congvan.evaluate.rules import EXACT, ITEM_RULES, is_right

# What evidence from the same place adds to a fit; titles, tasks and names that are alike add up to 1.
SAME_PLACE = 0.5

# Texts from this likeness on may be one fact; below it they need evidence from the same place.
SAME_TITLE = 0.7
SAME_TASK = 0.5
SAME_METRIC = 0.6
SAME_FORM = 0.9
SAME_CONFERRER = 0.7
SAME_NAME = 0.85


def pair_items(kind: str, gold: Sequence[Json], predicted: Sequence[Json]) -> dict[int, int]:
    """index of a gold item -> index of the predicted item that is the same fact; each is used once, best fits first.

    Of equal fits the one counts whose attributes agree most, a gold item that is not optional, the earlier one.
    """
    fits = sorted(
        (-fit - _agreement(kind, g, p), bool(g.get("optional")), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if (fit := FITS[kind](g, p, SAME_PLACE * same_place(g, p))) > 0
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in fits:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def value_of(item: Json, attribute: str) -> Any:
    """The value of an attribute; None also where it is empty."""
    value = item.get(attribute)
    return None if value in ("", []) else value


def _agreement(kind: str, gold: Json, predicted: Json) -> float:
    """The share of the attributes that either item has in which both are right."""
    rules = ITEM_RULES[kind]
    values = [(a, value_of(gold, a), value_of(predicted, a)) for a in rules]
    told = [(a, g, p) for a, g, p in values if g is not None or p is not None]
    right = sum(g is not None and p is not None and is_right(rules[a], a, g, p) for a, g, p in told)
    return right / max(len(told), 1)


def _both(gold: Json, predicted: Json, attribute: str) -> bool:
    return gold.get(attribute) not in (None, "") and predicted.get(attribute) not in (None, "")


def _alike(gold: Json, predicted: Json, attribute: str) -> float:
    """Likeness of an attribute that both have, else 0."""
    return alike(gold[attribute], predicted[attribute]) if _both(gold, predicted, attribute) else 0.0


def _same(gold: Json, predicted: Json, attribute: str) -> bool:
    """Do both have the attribute, with the same value?"""
    return _both(gold, predicted, attribute) and bool(gold[attribute] == predicted[attribute])


def _reference(gold: Json, predicted: Json, place: float) -> float:
    same_type = _both(gold, predicted, "type") and plain(gold["type"]) == plain(predicted["type"])
    if _both(gold, predicted, "code"):
        if code_key(gold["code"]) != code_key(predicted["code"]):
            return 0.0
        other_day = _both(gold, predicted, "issued_on") and str(gold["issued_on"]) != str(predicted["issued_on"])
        if other_day and _both(gold, predicted, "type") and not same_type:
            return 0.0  # two offices give the same number to different documents
        return 2 + place + _same(gold, predicted, "issued_on")
    title = _alike(gold, predicted, "title")
    if title >= SAME_TITLE or (same_type and (place or _same(gold, predicted, "issued_on"))):
        return 1 + title + place
    return 0.0


def _deadline(gold: Json, predicted: Json, place: float) -> float:
    task = _alike(gold, predicted, "task")
    if _time_of(gold) == _time_of(predicted) and (place or task >= SAME_TASK):
        return 1 + task + place
    return 0.0


def _time_of(item: Json) -> tuple[Any, ...]:
    values = (item.get(attribute) for attribute in ("due_on", "within", "recurs"))
    return tuple(None if v in (None, "") else float(v) if isinstance(v, int | float) else str(v) for v in values)


def _target(gold: Json, predicted: Json, place: float) -> float:
    if not _both(gold, predicted, "value") or not is_right(EXACT, "value", gold["value"], predicted["value"]):
        return 0.0
    # What is counted and of whom are told apart by judgement: either may stand for either.
    texts = [[item[a] for a in ("metric", "population") if item.get(a)] for item in (gold, predicted)]
    metric = max((alike(g, p) for g in texts[0] for p in texts[1]), default=0.0)
    return 1 + metric + place if place or metric >= SAME_METRIC else 0.0


def _award(gold: Json, predicted: Json, place: float) -> float:
    if _alike(gold, predicted, "form") < SAME_FORM:
        return 0.0
    if plain(gold.get("rank") or "") != plain(predicted.get("rank") or ""):
        return 0.0
    conferrer = _alike(gold, predicted, "conferrer")
    if not gold.get("conferrer") and not predicted.get("conferrer"):
        conferrer = SAME_CONFERRER
    return 1 + conferrer + place if place or conferrer >= SAME_CONFERRER else 0.0


def _period(gold: Json, predicted: Json, place: float) -> float:
    ends = ("start_on", "end_on")
    same = sum(str(gold.get(end) or None) == str(predicted.get(end) or None) for end in ends)
    return same + place if same == len(ends) or (same and place) else 0.0


def _contact(gold: Json, predicted: Json, _place: float) -> float:
    same = _both(gold, predicted, "value") and verbatim(gold["value"]) == verbatim(predicted["value"])
    return 1.0 if same else 0.0


def _programme(gold: Json, predicted: Json, _place: float) -> float:
    name = _alike(gold, predicted, "name")
    return name if name >= SAME_NAME else 0.0


def _recipient(gold: Json, predicted: Json, place: float) -> float:
    name = _programme(gold, predicted, place)
    return name + (gold.get("role") == predicted.get("role")) if name else 0.0


# kind -> (gold item, predicted item, SAME_PLACE or 0) -> how well they fit; 0 where they can't be the same fact
FITS: dict[str, Callable[[Json, Json, float], float]] = {
    "references": _reference,
    "deadlines": _deadline,
    "periods": _period,
    "targets": _target,
    "awards": _award,
    "programmes": _programme,
    "contacts": _contact,
    "recipients": _recipient,
}
