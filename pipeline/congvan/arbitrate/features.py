"""What is known of a chosen value that tells how likely it is right: names and figures, a few for each value.

All but the reading of the words is told by the record itself, so that it can be told again from an archive. Names are
`family` or `family:detail`; `FAMILIES` (explained.py) has words for each family.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import log, log1p

import regex

from congvan.arbitrate.sources import agreeing, leading
from congvan.datamodel.record import HEADER_FIELDS, ITEM_MODELS, Evidence, Flag, HeaderField, Item, Record
from congvan.datamodel.text import CanonicalText

Features = dict[str, float]

# Attributes whose absence tells something: an item without them is more often half read.
_TELLING: dict[str, tuple[str, ...]] = {
    "references": ("code", "issued_on", "issuer", "title", "type"),
    "deadlines": ("due_on", "task", "owner", "to", "bound"),
    "periods": ("start_on", "end_on", "what"),
    "targets": ("unit", "population", "metric", "due_on", "value_max"),
    "awards": ("rank", "conferrer", "quantity", "money", "to", "level"),
    "programmes": ("kind",),
    "recipients": ("note",),
}
# Judgements: some are harder than others.
_JUDGED: dict[str, tuple[str, ...]] = {
    "references": ("relation",),
    "deadlines": ("bound", "recurs"),
    "targets": ("kind", "comparator", "change"),
    "awards": ("level", "to"),
    "recipients": ("role",),
    "contacts": ("kind",),
}
_LETTERHEAD = ("code", "type", "issuer", "issued_on")
# A check that names one field speaks of a second one as well.
_ALSO: dict[str, str] = {
    "type_against_symbol": "header.code",
    "symbol_against_issuer": "header.issuer",
    "cited_after_issue": "header.issued_on",
    "due_before_issue": "header.issued_on",
    "deputy_without_post": "header.signer_role",
}
_ODD = regex.compile(r"[^\p{L}\p{N}\s.,;:()/&%“”\"'-]|\p{L}\d\p{L}|(?<=\p{Ll})\p{Lu}")
# Quotes of a line or two are the rule; the logarithm is taken from here.
_USUAL_QUOTE = 60


@dataclass(frozen=True)
class Surroundings:
    """What the values of one record have in common.

    `scanned`: the words were read by OCR; `missing`: share of the letterhead's fields that were not found; `flags`:
    place (`header.code`, `deadlines.2`) -> names of the checks that spoke of it; `counts`: kind -> how many items.
    """

    scanned: bool
    missing: float
    flags: Mapping[str, frozenset[str]] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)


def surroundings(record: Record) -> Surroundings:
    """What the features of a record's values need to know of the record."""
    header = record.header
    missing = sum(getattr(header, f) is None or getattr(header, f).value is None for f in _LETTERHEAD)
    counts = {kind: len(getattr(record, kind)) for kind in ITEM_MODELS}
    return Surroundings(record.source.reading != "text", missing / len(_LETTERHEAD), _spoken(record.flags), counts)


def values_of(record: Record) -> Iterator[tuple[str, Evidence]]:
    """`(header.code, field)`, `(deadlines.1, item)`: every value that the record tells, in the contract's order."""
    for name in HEADER_FIELDS:
        told: HeaderField | None = getattr(record.header, name)
        if told is not None and told.value is not None:
            yield f"header.{name}", told
    for kind in ITEM_MODELS:
        for n, item in enumerate(getattr(record, kind), 1):
            yield f"{kind}.{n}", item


def features_of(place: str, found: Evidence, around: Surroundings) -> Features:
    """The features of a value but for how its words were read."""
    kind = place if place.startswith("header.") else place.partition(".")[0]
    told: Features = {f"kind:{kind}": 1.0, f"rule:{leading(found.by)}": 1.0}
    if around.scanned:
        told |= {"scan": 1.0, f"scan:{kind}": 1.0}
    for flag in around.flags.get(place, ()):
        told |= {"check": 1.0, f"check:{flag}": 1.0}
    if agreeing(found.by):
        told["agreed"] = 1.0
    if found.alternatives:
        told["alternatives"] = 1.0
    if around.missing:
        told["letterhead"] = around.missing
    told["length"] = log((len(found.quote) + 1) / _USUAL_QUOTE)
    if isinstance(found, Item):
        told |= _of_item(kind, found, around)
    odd = len(_ODD.findall(found.quote))
    if odd:
        told["odd"] = log1p(odd)
    return told


def reading_of(found: Evidence, canonical: CanonicalText) -> Features:
    """How the words of a value were read; nothing where every word is certain."""
    words = [placed.word.confidence for placed in canonical.words_in(found.start, found.end)]
    if not words or min(words) >= 1.0:
        return {}
    least, mean = min(words), sum(words) / len(words)
    return {"read:least": 1.0 - least, "read:mean": 1.0 - mean, "read:page": 1.0 - _mean(canonical)}


def _of_item(kind: str, item: Item, around: Surroundings) -> Features:
    told: Features = {"many": log1p(around.counts.get(kind, 0)) - 2.0}
    if item.mentions:
        told["mentions"] = log1p(len(item.mentions))
    for attribute in _TELLING.get(kind, ()):
        if getattr(item, attribute) is None:
            told[f"missing:{kind}.{attribute}"] = 1.0
    for attribute in _JUDGED.get(kind, ()):
        value = getattr(item, attribute)
        if value is not None:
            told[f"judged:{kind}.{attribute}={value}"] = 1.0
    due = getattr(item, "due_on", None)
    if due and due[:4] not in item.quote:
        told["year"] = 1.0
    return told


def _spoken(flags: tuple[Flag, ...]) -> dict[str, frozenset[str]]:
    """place -> the checks that spoke of it; `deadlines.2.due_on` speaks of `deadlines.2`."""
    found: dict[str, set[str]] = {}
    for flag in flags:
        place = ".".join(flag.field.split(".")[:2])
        for spoken in (place, _ALSO.get(flag.flag)):
            if spoken is not None:
                found.setdefault(spoken, set()).add(flag.flag)
    return {place: frozenset(names) for place, names in found.items()}


def _mean(canonical: CanonicalText) -> float:
    """The mean confidence of the document's words, from at most some hundred of them."""
    words = canonical.words[:: max(1, len(canonical.words) // 200)]
    return sum(placed.word.confidence for placed in words) / max(len(words), 1)
