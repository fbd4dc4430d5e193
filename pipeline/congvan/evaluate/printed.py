"""A report as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from congvan.datamodel.record import HEADER_FIELDS
from congvan.evaluate.report import SCORED, Report
from congvan.evaluate.tally import Tally

# Quotes are cut at about two lines of a terminal.
_QUOTE_LENGTH = 160


def printed(report: Report, kinds: Sequence[str] = SCORED) -> Iterator[str]:
    """The figures: a line a kind, the header fields, evidence, documents, and micro and macro last."""
    for kind in kinds:
        if report.values[kind]:
            found = report.found.get(kind)
            yield f"{kind:11} {_rates(report.values[kind])}" + (f"   {_items(found)}" if found else "")
    fields = [(name, report.fields[name]) for name in HEADER_FIELDS if report.fields[name].in_gold]
    yield "  header fields (F1, wrong): " + "  ".join(f"{name} {t.f1:.2f} {t.wrong}" for name, t in fields)
    if report.evidence:
        yield f"  evidence: {report.evidence.recall:.3f} of the items found are quoted from the right place"
    absent = f": {', '.join(report.absent)}" if report.absent else ""
    yield f"documents {len(report.names)}, without a record {len(report.absent)}{absent}"
    yield f"micro {report.micro(kinds).f1:.3f}  macro {report.macro(kinds):.3f}"


def printed_groups(
    key: str, reports: Mapping[str, Report], whole: Report, kinds: Sequence[str] = SCORED
) -> Iterator[str]:
    """A table: a line a group and one for all, with documents, micro, macro and the F1 of each kind."""
    shown = [kind for kind in kinds if whole.values[kind]]
    width = max(len(name) for name in (key, "all", *reports))
    yield "  ".join([f"{key:{width}}", " docs", "micro", "macro", *(f"{kind:>5}" for kind in shown)])
    for name, report in (*reports.items(), ("all", whole)):
        rates = [report.micro(kinds).f1, report.macro(kinds)]
        cells = [f"{name:{width}}", f"{len(report.names):5}", *(_rate(rate, 5) for rate in rates)]
        cells += [_rate(report.values[kind].f1, max(len(kind), 5)) for kind in shown]
        yield "  ".join(cells)


def _rate(rate: float, width: int) -> str:
    return f"{rate:{width}.3f}" if rate == rate else f"{'-':>{width}}"


def printed_misses(report: Report, kinds: Sequence[str] = SCORED) -> Iterator[str]:
    """Every value that is not right: gold, what was told, and where."""
    for document, what, gold, predicted, quote in report.misses():
        if what.replace(".", " ").split()[0] in kinds:
            yield f"- {document} {what}"
            yield f"    gold {gold!r}"
            yield f"    got  {predicted!r}"
            yield f"    at   {quote[:_QUOTE_LENGTH]!r}"


def printed_commonest(report: Report, kinds: Sequence[str] = SCORED, count: int = 10) -> Iterator[str]:
    """What is most often not right: so many values and items, of so many documents."""
    places: dict[str, list[str]] = {}
    for document, what, *_ in report.misses():
        if what.replace(".", " ").split()[0] in kinds:
            places.setdefault(what, []).append(document)
    for what, documents in sorted(places.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:count]:
        yield f"{len(documents):6}  {what}  (documents {len(set(documents))})"


def _rates(tally: Tally) -> str:
    return (
        f"F1 {tally.f1:.3f}  P {tally.precision:.3f}  R {tally.recall:.3f}  "
        f"(right {tally.right}, wrong or spurious {tally.wrong}, missed {tally.missed})"
    )


def _items(tally: Tally) -> str:
    return f"found {tally.f1:.3f} ({tally.right}, spurious {tally.wrong}, missed {tally.missed})"
