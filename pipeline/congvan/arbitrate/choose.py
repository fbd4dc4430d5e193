"""Candidates become items: those that tell one fact are grouped, the best reading of each is kept.

The order is total and written down here (`_rank`), so the same candidates give the same items in any order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from congvan.arbitrate.standing import standing
from congvan.datamodel.candidate import Candidate, Value
from congvan.datamodel.record import (
    HEADER_FIELDS,
    ITEM_MODELS,
    Alternative,
    Header,
    HeaderField,
    Item,
    Mention,
)
from congvan.datamodel.text import CanonicalText
from congvan.grammar.sameness import folded

Key = tuple[object, ...]
Keys = tuple[Key, tuple[Key, ...]]
# Losing readings of one field that are kept beside the winner.
MOST_ALTERNATIVES = 3


def choose_header(candidates: Iterable[Candidate], canonical: CanonicalText) -> Header:
    """The header: for each field the best candidate, the other values as alternatives."""
    fields: dict[str, HeaderField] = {}
    for name in HEADER_FIELDS:
        rivals = sorted((c for c in candidates if c.kind == f"header.{name}"), key=_rank)
        if rivals:
            best = rivals[0]
            fields[name] = HeaderField(
                value=_text(best.values.get("value")),
                alternatives=_alternatives(best, rivals[1:], canonical),
                **_evidence(best, canonical),
            )
    return Header(**fields)


def choose_items(kind: str, candidates: Iterable[Candidate], canonical: CanonicalText) -> tuple[Item, ...]:
    """The items of one kind in the order of the text: one for each fact, its other places as mentions."""
    groups: list[list[Candidate]] = []
    by_key: dict[Key, list[Candidate]] = {}
    # Whoever tells a day comes first, so that mentions without one find their document.
    for candidate in sorted(candidates, key=lambda c: (c.values.get("issued_on") is None, c.start, _rank(c))):
        own, aliases = KEYS[kind](candidate.values)
        group = by_key.get(own)
        if group is None:
            groups.append(group := [])
        group.append(candidate)
        for key in (own, *aliases):
            by_key.setdefault(key, group)
    groups.sort(key=lambda group: min((c.start, c.end) for c in group))
    model = ITEM_MODELS[kind]
    return tuple(_item(model, group, canonical) for group in groups)


def _item(model: type[Item], group: Sequence[Candidate], canonical: CanonicalText) -> Item:
    """One item of all candidates for a fact: the mention that shows most values leads, the others fill its gaps."""
    best = max(group, key=lambda c: (sum(v is not None for v in c.values.values()), c.score, -c.start))
    values: dict[str, Any] = dict(best.values)
    for other in group:
        for attribute, value in other.values.items():
            if values.get(attribute) is None:
                values[attribute] = value
    spans = [(c.start, c.end) for c in group if c is not best] + [m for c in group for m in c.mentions]
    mentions = tuple(_mention(a, b, canonical) for a, b in sorted(set(spans)) if (a, b) != (best.start, best.end))
    rivals = sorted((c for c in (*group, *best.rivals) if c is not best), key=_rank)
    lost = _lost(model, values, rivals, canonical)
    return model(**values, mentions=mentions, alternatives=lost, **_evidence(best, canonical))


def _evidence(candidate: Candidate, canonical: CanonicalText) -> dict[str, Any]:
    return {
        "quote": canonical.text[candidate.start : candidate.end],
        "start": candidate.start,
        "end": candidate.end,
        "page": canonical.page_at(candidate.start),
        "boxes": tuple(canonical.boxes(candidate.start, candidate.end)),
        "confidence": standing(candidate, canonical),
        "by": candidate.by,
    }


def _mention(start: int, end: int, canonical: CanonicalText) -> Mention:
    return Mention(
        quote=canonical.text[start:end],
        start=start,
        end=end,
        page=canonical.page_at(start),
        boxes=tuple(canonical.boxes(start, end)),
    )


def _alternatives(best: Candidate, losers: Sequence[Candidate], canonical: CanonicalText) -> tuple[Alternative, ...]:
    seen = {_text(best.values.get("value"))}
    kept = []
    for loser in losers:
        value = _text(loser.values.get("value"))
        if value not in seen:
            seen.add(value)
            kept.append(Alternative(value=value, confidence=standing(loser, canonical), by=loser.by))
    return tuple(kept[:MOST_ALTERNATIVES])


def _lost(
    model: type[Item], values: Mapping[str, Value], rivals: Sequence[Candidate], canonical: CanonicalText
) -> tuple[Alternative, ...]:
    """What other readings of the fact say otherwise, as `attribute=value` (`title=...`); a default says nothing."""
    kept: dict[str, Alternative] = {}
    for rival in rivals:
        for attribute, value in rival.values.items():
            told = values.get(attribute)
            if value in (None, model.model_fields[attribute].default) or told is None:
                continue
            if folded(value) != folded(told):
                reading = f"{attribute}={value}"
                kept.setdefault(reading, Alternative(value=reading, confidence=standing(rival, canonical), by=rival.by))
    return tuple(kept.values())[:MOST_ALTERNATIVES]


def _rank(candidate: Candidate) -> tuple[object, ...]:
    """The order of preference: trust in the rule, then a value over none, the earlier, the longer, the name."""
    no_value = all(v is None for v in candidate.values.values())
    return (-candidate.score, no_value, candidate.start, candidate.start - candidate.end, candidate.by)


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _reference_keys(values: Mapping[str, Value]) -> Keys:
    """One document: the same code (of two with equal codes also the same day), or the same type and title.

    A mention by code without a day finds the first document with that code.
    """
    code, day, title = values.get("code"), values.get("issued_on"), values.get("title")
    if code:
        plain = ("code", folded(code))
        return ((*plain, day), (plain,)) if day else (plain, ())
    kind = folded(values.get("type"))
    if title:
        return ("title", kind, folded(title)), ()
    return ("bare", kind, day, folded(values.get("issuer"))), ()


def _all_of(*attributes: str) -> Callable[[Mapping[str, Value]], Keys]:
    """Items are one fact where all of these attributes are alike."""

    def keys(values: Mapping[str, Value]) -> Keys:
        return tuple(folded(values.get(a)) for a in attributes), ()

    return keys


# kind -> the key by which candidates are known to tell the same fact, and others by which it may be found too.
KEYS: dict[str, Callable[[Mapping[str, Value]], Keys]] = {
    "references": _reference_keys,
    "deadlines": _all_of(
        "due_on", "due_time", "within", "within_unit", "counted_from", "recurs", "recurs_on", "task", "owner"
    ),
    "periods": _all_of("start_on", "end_on", "what"),
    "targets": _all_of("value", "value_max", "unit", "comparator", "population", "metric", "kind", "due_on"),
    "awards": _all_of("form", "rank", "conferrer", "quantity", "money", "to"),
    "programmes": _all_of("name"),
    "contacts": _all_of("kind", "value"),
    "recipients": _all_of("name", "role"),
}
