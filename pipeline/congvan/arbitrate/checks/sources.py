"""Checks of sources against one another."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.arbitrate.checks.facts import Facts, Finding
from congvan.arbitrate.sources import source_of
from congvan.datamodel.record import ITEM_MODELS, Evidence, Item


def sources_disagree(facts: Facts) -> Iterator[Finding]:
    """A rule and a model read different values at one place; the losing one stands in `alternatives`."""
    for name, field in facts.header:
        if field is not None and field.value is not None:
            yield from _disagreement(f"header.{name}", field)
    for kind in ITEM_MODELS:
        for place, item in facts.of(Item, kind):
            yield from _disagreement(place, item)


def _disagreement(place: str, found: Evidence) -> Iterator[Finding]:
    for loser in found.alternatives:
        if source_of(loser.by) != source_of(found.by):
            yield place, f"{loser.by}: {loser.value}"
            return
