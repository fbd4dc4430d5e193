"""Gold and records as regions of their text: a label, a span, attributes; a mention knows whose mention it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from congvan.annotations.contract import place_of
from congvan.annotations.gold import GOLD_MODELS, GoldMention
from congvan.errors import UsageError

# What a region tells by its place.
_PLACE = ("quote", "nth", "start", "end", "mentions")


@dataclass(frozen=True)
class Region:
    """A half-open span of the text; `label`: kind, `header.FIELD` or `mention`; `head`: number of the region whose
    mention this is; `values`: all else that is told of it."""

    number: int
    label: str
    start: int
    end: int
    values: dict[str, Any]
    head: int | None = None


def regions_of(text: str, told: dict[str, Any]) -> Iterator[Region]:
    """The regions of a gold record, a sentence or an extracted record. Raises UsageError for a quote without place."""
    number = 0
    fields = [(f"header.{name}", field) for name, field in (told.get("header") or {}).items() if field]
    items = [(kind, item) for kind in GOLD_MODELS for item in told.get(kind) or ()]
    for label, item in (*fields, *items):
        head = number
        yield Region(number, label, *_span(text, label, item), _values(item))
        for mention in item.get("mentions") or ():
            number += 1
            yield Region(number, "mention", *_span(text, label, mention), _values(mention), head)
        number += 1


def evidence(text: str, start: int, end: int) -> dict[str, Any]:
    """The quote of a span, with `nth` where the same words stand before it."""
    quote = text[start:end]
    nth, at = 1, text.find(quote)
    while at < start:
        nth, at = nth + 1, text.find(quote, at + 1)
    return {"quote": quote, "start": start, "end": end} | ({"nth": nth} if nth > 1 else {})


def _span(text: str, label: str, item: dict[str, Any]) -> tuple[int, int]:
    quote, start = item["quote"], item.get("start")
    if start is not None and text[start : start + len(quote)] == quote:
        return start, start + len(quote)
    place = place_of(GoldMention(quote=quote, nth=item.get("nth", 1)), text)
    if place is None:
        raise UsageError(f"{label}: the quote {quote[:60]!r} is not in the text.", "Give the text it was made from.")
    return place


def _values(item: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name not in _PLACE and value is not None}
