"""Why a value is as it is: told from the record alone, so that it can be told of an archive, too.

The reading of single words is not kept in a record. What it added to the confidence is what the other contributions
leave over of it: exact where the record was made by the weights at hand (`unsettled` says where it was not).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from congvan.arbitrate.confidence import LEAST, MOST, contributions, log_odds
from congvan.arbitrate.features import features_of, surroundings
from congvan.arbitrate.sources import agreeing, leading
from congvan.datamodel.record import HEADER_FIELDS, ITEM_MODELS, Evidence, Flag, Item, Record
from congvan.errors import UsageError
from congvan.lexicons import load

# A rest of the log-odds below this is rounding.
_ROUNDING = 0.05
# How much of the text around a quote is shown.
_AROUND = 160


@dataclass(frozen=True)
class Explanation:
    """One value and what is behind it.

    `place`: `header.code`, `deadlines.2`; `values`: attribute -> value (one where a single one was asked for);
    `before`, `after`: the text around the quote in its paragraph; `contributions`: family of features -> log-odds;
    `unsettled`: the confidence was not made by the weights at hand, or is cut off at an end, so that parts of it
    can't be told.
    """

    place: str
    values: Mapping[str, Any]
    found: Evidence
    rule: str
    others: tuple[str, ...]
    before: str
    after: str
    flags: tuple[Flag, ...]
    contributions: Mapping[str, float]
    unsettled: bool


def explain(record: Record, field: str) -> Explanation:
    """What is behind `header.code`, `deadlines.2` or `targets.1.value`; items count from 1.

    `record.text` gives the sentence, where it is there. Raises UsageError for a field that the record has not.
    """
    place, attribute, found = _find(record, field)
    known = contributions(features_of(place, found, surroundings(record))) if _told(found) else {}
    by_family: dict[str, float] = {}
    for name, share in known.items():
        family = name.partition(":")[0]
        by_family[family] = by_family.get(family, 0.0) + share
    rest = log_odds(found.confidence) - sum(known.values()) if known else 0.0
    cut = found.confidence in (LEAST, MOST)
    scanned = record.source.reading != "text"
    if known and scanned and not cut and abs(rest) >= _ROUNDING:
        by_family["read"] = rest
    values = _values(place, found)
    if attribute:
        values = {attribute: values[attribute]}
    before, after = _sentence(record.text or "", found)
    spoken = tuple(flag for flag in record.flags if flag.field == place or flag.field.startswith(place + "."))
    unsettled = bool(known) and not scanned and not cut and abs(rest) >= _ROUNDING
    by = found.by
    return Explanation(place, values, found, leading(by), agreeing(by), before, after, spoken, by_family, unsettled)


def words_for(table: str, key: str, language: str) -> str:
    """The line of a lexicon (`extractors`, `contributions`, `checks`) for a key; the key itself where there is none."""
    return next((row[language] for row in load(table) if next(iter(row.values())) == key), key)


def _find(record: Record, field: str) -> tuple[str, str, Evidence]:
    parts = field.split(".")
    kind = parts[0]
    found: Evidence | None = None
    if kind == "header" and len(parts) == 2 and parts[1] in HEADER_FIELDS:
        found = getattr(record.header, parts[1])
        if found is None:
            raise UsageError(f"{field}: nothing was seen in {record.id}.", _advice(record))
    elif kind in ITEM_MODELS and len(parts) in (2, 3) and parts[1].isdigit():
        items: tuple[Item, ...] = getattr(record, kind)
        n = int(parts[1])
        found = items[n - 1] if 1 <= n <= len(items) else None
    attribute = parts[2] if len(parts) == 3 else ""
    if found is None or (attribute and attribute not in _values(kind, found)):
        raise UsageError(f"{field}: {record.id} has no such value.", _advice(record))
    return ".".join(parts[:2]), attribute, found


def _advice(record: Record) -> str:
    fields = ", ".join(f"header.{name}" for name, told in record.header if told is not None)
    items = ", ".join(f"{kind}.1 to {kind}.{n}" for kind in ITEM_MODELS if (n := len(getattr(record, kind))))
    return f"There are: {', '.join(part for part in (fields, items) if part)}."


def _values(place: str, found: Evidence) -> dict[str, Any]:
    own = set(type(found).model_fields) - set(Item.model_fields)
    return {name: getattr(found, name) for name in type(found).model_fields if name in own}


def _told(found: Evidence) -> bool:
    """A field whose place was seen without a value has no probability to explain."""
    return not ("value" in type(found).model_fields and getattr(found, "value", None) is None)


def _sentence(text: str, found: Evidence) -> tuple[str, str]:
    """What stands before and after the quote in its paragraph, cut to a line or two."""
    if text[found.start : found.end] != found.quote:
        return "", ""
    begin = text.rfind("\n", 0, found.start) + 1
    end = text.find("\n", found.end)
    end = len(text) if end < 0 else end
    before, after = text[begin : found.start], text[found.end : end]
    return (
        before if len(before) <= _AROUND else "…" + before[-_AROUND:],
        after if len(after) <= _AROUND else after[:_AROUND] + "…",
    )
