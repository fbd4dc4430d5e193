"""The figures of an evaluation: by kind, by header field, by document, micro and macro; every miss can be listed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from congvan.datamodel.record import HEADER_FIELDS
from congvan.evaluate.calibration import Calibration, calibration_of
from congvan.evaluate.likeness import Json
from congvan.evaluate.rules import ITEM_RULES
from congvan.evaluate.tally import Tally
from congvan.evaluate.verdicts import Verdict, verdicts_of

# What is scored, in the order of reports.
SCORED: tuple[str, ...] = ("header", *ITEM_RULES)


@dataclass
class Report:
    """All verdicts and what they add up to.

    `values`: kind -> tally of its values; `fields`: header field -> tally; `found`: kind -> tally of its items by key
    alone; `documents`: name (`name#2` in a stack) -> tally; `verdicts`: (document, verdict), gold's order; `absent`:
    documents of which nothing was predicted.
    """

    values: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    fields: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    found: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    documents: dict[str, Tally] = field(default_factory=dict)
    evidence: Tally = field(default_factory=Tally)
    verdicts: list[tuple[str, Verdict]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)

    def micro(self, kinds: Sequence[str] = SCORED) -> Tally:
        """All values of the kinds together, also of kinds that gold lacks: what was made up there is wrong."""
        total = Tally()
        for kind in kinds:
            total.add(self.values[kind])
        return total

    def macro(self, kinds: Sequence[str] = SCORED) -> float:
        """The mean F1 of the kinds that gold holds; NaN where it holds none."""
        f1s = [self.values[kind].f1 for kind in kinds if self.values[kind].in_gold]
        return sum(f1s) / len(f1s) if f1s else float("nan")

    def calibration(self) -> Calibration | None:
        """How far the confidences can be trusted; None where none was told."""
        return calibration_of((confidence, right) for _, confidence, right in self.trusts())

    def trusts(self) -> Iterator[tuple[str, object, bool]]:
        """(kind, confidence or None, is it right) of every value and item that was told."""
        for _, verdict in self.verdicts:
            if verdict.predicted is not None and _is_told(verdict):
                yield verdict.kind, verdict.predicted.get("confidence"), verdict.sound

    def misses(self) -> Iterator[tuple[str, str, Any, Any, str]]:
        """(document, what, gold value, predicted value, quote) of whatever is not right, gold's order."""
        for document, verdict in self.verdicts:
            yield from ((document, *miss) for miss in _misses(verdict))

    def _add(self, document: str, gold: Json, predicted: Json) -> None:
        total = self.documents.setdefault(document, Tally())
        for verdict in verdicts_of(gold, predicted):
            self.verdicts.append((document, verdict))
            for judgement in verdict.judgements:
                one = Tally()
                one.count(
                    gold=judgement.gold is not None,
                    predicted=judgement.predicted is not None,
                    right=judgement.right,
                )
                total.add(one)
                self.values[verdict.kind].add(one)
                if verdict.kind == "header":
                    self.fields[judgement.attribute].add(one)
            if verdict.kind != "header":
                self._add_item(verdict)

    def _add_item(self, verdict: Verdict) -> None:
        in_gold, told = verdict.gold is not None, verdict.predicted is not None
        self.found[verdict.kind].count(gold=in_gold, predicted=told, right=in_gold and told)
        if in_gold and told:
            self.evidence.count(gold=True, predicted=False, right=verdict.same_evidence)


def evaluate(gold: Iterable[Json], predicted: Iterable[Json]) -> Report:
    """Compares predicted records with gold records, both as JSON objects of the contract.

    A gold record names its document in `doc` (or by the stem of its path); a prediction belongs to the document whose
    name its path is or has as its stem, or of whose file it is a member. Several records of one document are compared
    in their order.
    """
    names: dict[str, list[Json]] = {}
    for record in gold:
        names.setdefault(document_of(record), []).append(record)
    told: dict[str, list[Json]] = defaultdict(list)
    for record in predicted:
        path = (record.get("source") or {}).get("path")
        told[document_at(path, names) if path else record.get("doc") or ""].append(record)
    report = Report(names=list(names), absent=[name for name in names if not told.get(name)])
    for name, golds in names.items():
        guesses = told.get(name, [])
        for n in range(max(len(golds), len(guesses))):
            document = f"{name}#{n + 1}" if len(golds) > 1 or n else name
            report._add(document, _member(golds, n), _member(guesses, n))
    return report


def texts_of(gold: Iterable[Json], predicted: Iterable[Json]) -> dict[str, str]:
    """Document, as a report names it, -> the text that was read, of the predictions that carry it."""
    golds = Counter(document_of(record) for record in gold)
    counts: Counter[str] = Counter()
    texts: dict[str, str] = {}
    for record in predicted:
        path = (record.get("source") or {}).get("path")
        name = document_at(path, golds) if path else record.get("doc") or ""
        counts[name] += 1
        if isinstance(record.get("text"), str):
            texts[f"{name}#{counts[name]}" if golds[name] > 1 or counts[name] > 1 else name] = record["text"]
    return texts


def document_of(record: Json) -> str:
    """The name of a gold record's document."""
    return record.get("doc") or stem_of((record.get("source") or {}).get("path") or "")


def document_at(path: str, names: Container[str]) -> str:
    """The document among `names` that a path belongs to: its own name or stem, or that of the file it is a member of
    (`shelf.zip/1.pdf`); its stem where it belongs to none."""
    if path in names:
        return path
    stems = (stem_of(part) for part in reversed(PurePath(path).parts))
    return next((stem for stem in stems if stem in names), stem_of(path))


def stem_of(path: str) -> str:
    """A path's last part without its last suffix."""
    name = PurePath(path).name
    return name.rsplit(".", 1)[0] if "." in name else name


def figures(report: Report, kinds: Sequence[str] = SCORED) -> dict[str, Any]:
    """The report's figures as plain values for JSON; a rate of nothing is None."""
    calibration = report.calibration()
    return {
        "micro": known(report.micro(kinds).f1),
        "macro": known(report.macro(kinds)),
        "kinds": {kind: known(report.values[kind].f1) for kind in kinds if report.values[kind].in_gold},
        "found": {kind: known(tally.f1) for kind, tally in report.found.items()},
        "fields": {name: known(report.fields[name].f1) for name in HEADER_FIELDS},
        "wrong": {name: report.fields[name].wrong for name in HEADER_FIELDS},
        "documents": {name: known(tally.f1) for name, tally in report.documents.items()},
        "absent": report.absent,
        "evidence": known(report.evidence.recall),
        "calibration_error": calibration.error if calibration else None,
        "straight_through": calibration.straight_through if calibration else None,
    }


def known(rate: float) -> float | None:
    """The rate, or None where nothing was counted (JSON knows no NaN)."""
    return None if rate != rate else rate


def _member(records: Sequence[Json], n: int) -> Json:
    return records[n] if n < len(records) else {}


def _is_told(verdict: Verdict) -> bool:
    """Was a value told here? A header field may be there with its place alone."""
    return verdict.kind != "header" or verdict.judgements[0].predicted is not None


def _misses(verdict: Verdict) -> Iterator[tuple[str, Any, Any, str]]:
    told = [(j.attribute, j.gold, j.predicted) for j in verdict.judgements if not j.right]
    if verdict.gold is None:
        yield verdict.kind + " spurious", None, {a: p for a, _, p in told}, verdict.quote
    elif verdict.predicted is None:
        yield verdict.kind + " missed", {a: g for a, g, _ in told}, None, verdict.quote
    else:
        for attribute, gold, predicted in told:
            yield f"{verdict.kind}.{attribute}", gold, predicted, verdict.quote
