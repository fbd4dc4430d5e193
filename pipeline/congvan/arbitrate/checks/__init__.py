"""Self-checks of a record: what does not fit together is flagged, never dropped. The list stands in docs/flags.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from congvan.arbitrate.checks.dates import (
    cited_after_issue,
    due_before_issue,
    period_ends_before_start,
    weekday_against_date,
)
from congvan.arbitrate.checks.facts import Check, Facts
from congvan.arbitrate.checks.header import (
    deputy_without_post,
    symbol_against_issuer,
    type_against_symbol,
    type_against_title,
)
from congvan.arbitrate.checks.items import cites_itself, over_100_percent
from congvan.arbitrate.checks.sources import sources_disagree
from congvan.datamodel.record import Flag, Header, Item

# flag -> its check, in the order of flags; a check silent where it is not sure.
CHECKS: dict[str, Check] = {
    "deputy_without_post": deputy_without_post,
    "type_against_symbol": type_against_symbol,
    "type_against_title": type_against_title,
    "symbol_against_issuer": symbol_against_issuer,
    "due_before_issue": due_before_issue,
    "cited_after_issue": cited_after_issue,
    "period_ends_before_start": period_ends_before_start,
    "weekday_against_date": weekday_against_date,
    "cites_itself": cites_itself,
    "over_100_percent": over_100_percent,
    "sources_disagree": sources_disagree,
}


def flags_of(header: Header, items: Mapping[str, Sequence[Item]]) -> tuple[Flag, ...]:
    """Every flag of a record, in the order of the checks; `field` names the value, items counted from 1."""
    facts = Facts(header, items)
    return tuple(
        Flag(flag=name, field=field, detail=detail) for name, check in CHECKS.items() for field, detail in check(facts)
    )
