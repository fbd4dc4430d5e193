"""Rows of tables with a column or a cell that tells the term."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.datamodel.candidate import Candidate, Value
from congvan.extract.deadlines.view import KIND, View, is_past
from congvan.grammar.duties.above import owner_above
from congvan.grammar.duties.rows import duties_of_rows


def tabled(view: View) -> Iterator[Candidate]:
    """Rows of tables with a column or a cell that tells the term."""
    layout = view.context.layout
    rows = [(b.start, b.end) for b in layout.blocks if b.zone == "body" and b.kind == "row"]
    for row in duties_of_rows(view.text, rows, view.context.mentions.dates):
        if is_past(view, row.date):
            continue
        values: dict[str, Value] = {
            "due_on": row.date.value,
            "due_time": row.date.time,
            "bound": row.bound,
            "task": view.words(row.task),
            "owner": view.words(row.owner) or owner_above(view.text, layout, layout.block_at(row.date.start)),
            "to": view.words(row.to),
        }
        yield Candidate(KIND, row.start, row.end, values, "deadlines.tabled", 0.7)
