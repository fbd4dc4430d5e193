"""Two runs against one gold: what was gained and what was lost, one by one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from congvan.evaluate.report import SCORED, Report

# document, kind, which item of gold (or the values of a spurious one), attribute
Key = tuple[str, str, str, str]


@dataclass(frozen=True)
class Change:
    """One value that is right in one run alone; a spurious item is one change, its values stand in `old` or `new`."""

    document: str
    kind: str
    attribute: str
    gained: bool
    gold: Any
    old: Any
    new: Any
    quote: str


@dataclass(frozen=True)
class _State:
    gold: Any
    told: Any
    right: bool
    quote: str


def changes(old: Report, new: Report, kinds: Sequence[str] = SCORED) -> list[Change]:
    """Gains and losses from the old run to the new one; both reports are made of the same gold."""
    before, after = _states(old), _states(new)
    found = []
    for key in dict.fromkeys([*before, *after]):
        ours, theirs = before.get(key), after.get(key)
        # What only one run told, and gold does not, is right where it is not told.
        was, is_ = ours is None or ours.right, theirs is None or theirs.right
        if was == is_ or key[1] not in kinds:
            continue
        state = theirs or ours
        assert state is not None
        told = [side.told if side else None for side in (ours, theirs)]
        found.append(Change(key[0], key[1], key[3], is_, state.gold, told[0], told[1], state.quote))
    return found


def printed_changes(found: Sequence[Change]) -> Iterator[str]:
    """Each change (`+` gained, `-` lost), then the totals by kind."""
    for change in found:
        yield f"{'+' if change.gained else '-'} {change.document} {change.kind}.{change.attribute}"
        yield f"    gold {change.gold!r}  old {change.old!r}  new {change.new!r}"
        yield f"    at   {change.quote[:160]!r}"
    totals = Counter((change.kind, change.gained) for change in found)
    for kind in dict.fromkeys(change.kind for change in found):
        yield f"{kind:11} gained {totals[kind, True]}, lost {totals[kind, False]}"
    gained = sum(change.gained for change in found)
    yield f"compared: gained {gained}, lost {len(found) - gained}"


def _states(report: Report) -> dict[Key, _State]:
    states: dict[Key, _State] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for document, verdict in report.verdicts:
        if verdict.gold is None:
            told = {j.attribute: j.predicted for j in verdict.judgements}
            name = "spurious " + json.dumps(told, ensure_ascii=False, default=str)
            states[document, verdict.kind, name, "item"] = _State(None, told, False, verdict.quote)
            continue
        place = "header"
        if verdict.kind != "header":
            counts[document, verdict.kind] += 1
            place = str(counts[document, verdict.kind])
        for j in verdict.judgements:
            states[document, verdict.kind, place, j.attribute] = _State(j.gold, j.predicted, j.right, verdict.quote)
    return states
