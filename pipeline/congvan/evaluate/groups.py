"""One report a group: documents told apart by their condition (what the page went through) or by their form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from congvan.evaluate.likeness import Json
from congvan.evaluate.report import SCORED, Report, document_of, evaluate, known

# What a document went through before it was read, from good to bad (synth/scanner tells what the last three do).
CONDITIONS = ("born-digital", "light", "medium", "hard")
# The group of documents whose gold does not tell the key.
UNTOLD = "untold"


def reports_by(key: str, gold: Iterable[Json], predicted: Iterable[Json]) -> dict[str, Report]:
    """group -> report of its documents; conditions from good to bad, forms by name, what is untold last.

    A document belongs to the group that its first gold record tells.
    """
    group_of: dict[str, str] = {}
    members: dict[str, list[Json]] = {}
    for record in gold:
        group = group_of.setdefault(document_of(record), str(record.get(key) or UNTOLD))
        members.setdefault(group, []).append(record)
    told = list(predicted)
    return {group: evaluate(members[group], told) for group in sorted(members, key=_rank)}


def _rank(group: str) -> tuple[bool, int, str]:
    return group == UNTOLD, CONDITIONS.index(group) if group in CONDITIONS else len(CONDITIONS), group


def group_figures(reports: dict[str, Report], kinds: Sequence[str] = SCORED) -> dict[str, dict[str, Any]]:
    """group -> its figures as plain values for JSON; a rate of nothing is None."""
    return {
        group: {
            "documents": len(report.names),
            "micro": known(report.micro(kinds).f1),
            "macro": known(report.macro(kinds)),
            "kinds": {kind: known(report.values[kind].f1) for kind in kinds if report.values[kind].in_gold},
            "absent": report.absent,
        }
        for group, report in reports.items()
    }
