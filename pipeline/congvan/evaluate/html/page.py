"""A report as one page: no network, no script; every text of a document is escaped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from congvan.evaluate.causes import faults_of, relations
from congvan.evaluate.compare import Change
from congvan.evaluate.html.errors import errors
from congvan.evaluate.html.parts import STYLE, cell, figures, table
from congvan.evaluate.html.trust import trust
from congvan.evaluate.html.words import Words
from congvan.evaluate.report import SCORED, Report
from congvan.evaluate.tally import Tally

# Documents without a record that are named; there may be a shelf of them.
_NAMED = 20


def page(
    report: Report,
    texts: Mapping[str, str],
    language: str,
    kinds: Sequence[str] = SCORED,
    found: Sequence[Change] = (),
    *,
    calibration: bool = False,
) -> str:
    """The page in Vietnamese (`vi`) or English; `texts`: document -> text read; `found`: changes since another run;
    `calibration`: with the reliability table and plot."""
    words = Words(language)
    faults = [fault for fault in faults_of(report, texts) if fault.verdict.kind in kinds]
    parts = [*_totals(report, kinds, words)]
    parts += trust(report, words) if calibration else []
    parts += _relations(report, words) if "references" in kinds else []
    parts += _changes(found, words) if found else []
    parts += errors(faults, texts, kinds, words)
    title = escape(words["title"])
    view = '<meta name="viewport" content="width=device-width, initial-scale=1">'
    head = f'<meta charset="utf-8">{view}<title>{title}</title>\n<style>{STYLE}</style>'
    body = "\n".join(parts)
    return f'<!doctype html><html lang="{language}"><head>{head}</head>\n<body><h1>{title}</h1>\n{body}\n</body></html>'


def _totals(report: Report, kinds: Sequence[str], words: Words) -> Iterator[str]:
    lead = f"{words['documents']}: {len(report.names)}"
    if report.absent:
        named = ", ".join(report.absent[:_NAMED]) + (" …" if len(report.absent) > _NAMED else "")
        lead += f"; {words['absent']}: {len(report.absent)} ({named})"
    yield f"<p>{escape(lead)}</p>"
    rows = [[words["kind"], "F1", words["right"], words["wrong"], words["missed"]]]
    rows += [[words.kind(kind), *_rates(report.values[kind])] for kind in kinds if report.values[kind]]
    yield figures([*rows, [words["all"], *_rates(report.micro(kinds))]], summed=True)
    yield f"<p>micro {report.micro(kinds).f1:.3f}, macro {report.macro(kinds):.3f}</p>"


def _rates(tally: Tally) -> list[str]:
    return [f"{tally.f1:.3f}", str(tally.right), str(tally.wrong), str(tally.missed)]


def _relations(report: Report, words: Words) -> Iterator[str]:
    """The confusion of relations; what is on the diagonal agrees."""
    pairs = relations(report)
    names = sorted({name for pair in pairs for name in pair}, key=lambda name: (name == "-", name))
    if not names:
        return
    yield f"<h2>{escape(words['relations'])}</h2>"
    shown = [words["none"] if name == "-" else words.value("references", "relation", name) for name in names]
    rows = ["<tr>" + "".join(cell(head, "th") for head in ("", *shown)) + "</tr>"]
    for name, said in zip(names, shown, strict=True):
        row = (_pair(pairs[name, column], same=name == column) for column in names)
        rows.append(f"<tr>{cell(said)}{''.join(row)}</tr>")
    yield table("\n".join(rows))


def _pair(count: int, *, same: bool) -> str:
    return cell(str(count), style="same" if same else "other") if count else cell("")


def _changes(found: Sequence[Change], words: Words) -> Iterator[str]:
    yield f"<h2>{escape(words['changes'])}</h2>"
    gained = sum(change.gained for change in found)
    yield f"<p>{escape(words['gained'])}: {gained}; {escape(words['lost'])}: {len(found) - gained}</p>"
    heads = [words[name] for name in ("change", "document", "kind", "where", "gold", "old", "new")]
    rows = ["<tr>" + "".join(cell(head, "th") for head in heads) + "</tr>"]
    for c in found:
        where = words["item"] if c.attribute == "item" else words.attribute(c.kind, c.attribute)
        said = (words.value(c.kind, c.attribute, value) for value in (c.gold, c.old, c.new))
        told = ("+ " + words["gained"] if c.gained else "− " + words["lost"], c.document, words.kind(c.kind), where)
        style = "same" if c.gained else "other"
        rows.append(f"<tr>{cell(told[0], style=style)}{''.join(map(cell, (*told[1:], *said)))}</tr>")
    yield table("\n".join(rows), "changes")
