"""Checks of single items."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.arbitrate.checks.facts import Facts, Finding
from congvan.datamodel.record import Reference, Target


def cites_itself(facts: Facts) -> Iterator[Finding]:
    """A reference with this dispatch's own number and no other day."""
    code, issued = facts.value("code"), facts.value("issued_on")
    for place, item in facts.of(Reference, "references"):
        if code and item.code == code and item.issued_on in (None, issued):
            yield f"{place}.code", code


def over_100_percent(facts: Facts) -> Iterator[Finding]:
    """A share of more than all; growth may be."""
    for place, item in facts.of(Target, "targets"):
        if item.unit == "%" and not item.change and item.value > 100:
            yield f"{place}.value", f"{item.value:g}%"
