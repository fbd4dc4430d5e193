"""What an archivist reads at the end of a run, in Vietnamese or English."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.ingest.batch import Report
from congvan.ingest.outcome import Outcome, one_line, told
from congvan.lexicons import load


def phrase(key: str, language: str) -> str:
    """A text of lexicons/phrases.tsv in the language. Raises KeyError for an unknown key."""
    for row in load("phrases"):
        if row["key"] == key:
            return row[language]
    raise KeyError(key)


def file_line(outcome: Outcome, language: str) -> str:
    """One file of the run: state, pages, dispatches, what was found, or why nothing was."""
    state = phrase(f"state.{outcome.status}", language)
    if outcome.reason:
        return f"{state}: {one_line(outcome.path)}: {told(outcome, language)}"
    found = "; ".join(
        " ".join(v.value for v in (r.header.type, r.header.code, r.header.issued_on) if v and v.value) or "?"
        for r in outcome.records
    )
    return f"{state}: {one_line(outcome.path)}" + (f": {one_line(found)}" if found else "")


def summary(report: Report, language: str) -> Iterator[str]:
    """The lines of the summary: the sums close, and every troubled file is named with reason and advice."""
    states = ", ".join(f"{phrase(f'state.{s}', language)} {n}" for s, n in sorted(report.states.items()))
    yield phrase("summary", language).format(
        files=report.files, states=states or "-", pages=report.pages, dispatches=report.dispatches
    )
    for outcome in report.troubled:
        yield "  " + file_line(outcome, language)
