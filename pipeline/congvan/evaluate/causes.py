"""Why a value is not right, as far as gold, prediction and the text that was read can tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from congvan.evaluate.likeness import Json, alike, plain, same_quote
from congvan.evaluate.report import Report
from congvan.evaluate.rules import HEADER_RULES, ITEM_RULES, NAME, WORDS
from congvan.evaluate.verdicts import Judgement, Verdict, item_verdict

CAUSES = (
    "not_found", "in_part", "bounds", "value", "day", "kind", "added", "reading", "duplicate", "unmarked",
)  # fmt: skip

_DAYS = frozenset({"issued_on", "due_on", "due_time", "start_on", "end_on"})
_JUDGED = frozenset({"type", "relation", "role", "kind", "level"})
# Texts that share this much were cut differently; less is another text.
_BOUNDS = 0.5


@dataclass(frozen=True)
class Fault:
    """One value or item that is not right; `attribute` is None where the whole item is missed or spurious."""

    document: str
    verdict: Verdict
    cause: str
    attribute: str | None


def faults_of(report: Report, texts: Mapping[str, str]) -> Iterator[Fault]:
    """Every fault in gold's order; `texts`: document -> the text that was read, where it is known."""
    kept: dict[tuple[str, str], list[Json]] = {}
    loose: dict[tuple[str, str], list[Json]] = {}
    for document, verdict in report.verdicts:
        if verdict.kind != "header" and verdict.predicted is not None:
            items = loose if verdict.gold is None else kept
            items.setdefault((document, verdict.kind), []).append(verdict.predicted)
    read = {document: _without_cells(text) for document, text in texts.items()}
    joined: set[int] = set()
    for document, verdict in report.verdicts:
        text, place = read.get(document), (document, verdict.kind)
        if verdict.predicted is None and verdict.gold is not None:
            other = next((o for o in loose.get(place, ()) if id(o) not in joined and same_quote(verdict.gold, o)), None)
            if other is None:
                yield Fault(document, verdict, "reading" if _is_lost(verdict, text) else "not_found", None)
            else:
                joined.add(id(other))
                yield _joined(document, item_verdict(verdict.kind, verdict.gold, other), text)
        elif verdict.gold is not None:
            for judgement in verdict.judgements:
                if not judgement.right:
                    yield Fault(document, verdict, _cause(verdict, judgement, text), judgement.attribute)
        elif verdict.predicted is not None and id(verdict.predicted) not in joined:
            again = any(same_quote(verdict.predicted, other) for other in kept.get(place, ()))
            yield Fault(document, verdict, "duplicate" if again else "unmarked", None)


def _joined(document: str, verdict: Verdict, text: str | None) -> Fault:
    """A missed item and a spurious one of the same place are shown as one: what told them apart is the cause."""
    wrong = {_cause(verdict, j, text): j for j in verdict.judgements if not j.right}
    cause = next((cause for cause in ("reading", "day", "value", "kind", *wrong) if cause in wrong), "value")
    return Fault(document, verdict, cause, None)


def relations(report: Report) -> Counter[tuple[str, str]]:
    """(gold relation, predicted relation) -> references; `-` where one side has no such reference or relation."""
    pairs: Counter[tuple[str, str]] = Counter()
    for _, verdict in report.verdicts:
        if verdict.kind == "references":
            sides = [str((side or {}).get("relation") or "-") for side in (verdict.gold, verdict.predicted)]
            pairs[sides[0], sides[1]] += 1
    return pairs


def printed_relations(report: Report) -> Iterator[str]:
    """The confusion of relations as lines: a row a relation of gold, a column a predicted one."""
    pairs = relations(report)
    if not pairs:
        return
    names = sorted({name for pair in pairs for name in pair}, key=lambda name: (name == "-", name))
    yield "relations (rows gold, columns predicted; - none)"
    yield "  ".join([f"{'':10}", *(f"{name:>10}" for name in names)])
    for row in names:
        yield "  ".join([f"{row:10}", *(f"{pairs[row, column] or '.':>10}" for column in names)])


def _without_cells(text: str) -> str:
    """Folded, and a row of a table as a line: gold's text parts cells by blanks, the text read by bars."""
    return plain(text.replace("|", " "))


def _is_lost(verdict: Verdict, text: str | None) -> bool:
    quote = _without_cells(verdict.quote)
    return bool(text and quote and quote not in text)


def _cause(verdict: Verdict, judgement: Judgement, text: str | None) -> str:
    if judgement.gold is None:
        return "added"
    if verdict.gold and _is_lost(verdict, text):
        return "reading"
    if judgement.predicted is None:
        return "not_found" if verdict.kind == "header" else "in_part"
    if judgement.attribute in _DAYS:
        return "day"
    if judgement.attribute in _JUDGED:
        return "kind"
    rules = HEADER_RULES if verdict.kind == "header" else ITEM_RULES[verdict.kind]
    is_text = rules[judgement.attribute] in (NAME, WORDS)
    return "bounds" if is_text and _overlap(judgement) else "value"


def _overlap(judgement: Judgement) -> bool:
    gold, guess = plain(judgement.gold), plain(judgement.predicted)
    return bool(gold and guess) and (gold in guess or guess in gold or alike(gold, guess) >= _BOUNDS)
