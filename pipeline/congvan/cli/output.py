"""How the command line shows records and outcomes; data go to stdout, everything else to stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from congvan.datamodel.record import ITEM_MODELS, Record
from congvan.ingest.outcome import Outcome, one_line, told

# Columns of each kind that fit a terminal, most telling first.
COLUMNS: dict[str, tuple[str, ...]] = {
    "references": ("relation", "type", "code", "issued_on", "issuer", "title"),
    "deadlines": ("bound", "due_on", "due_time", "recurs", "owner", "task"),
    "periods": ("start_on", "end_on", "what"),
    "targets": ("kind", "comparator", "value", "unit", "population", "metric"),
    "awards": ("form", "rank", "conferrer", "quantity", "money", "to"),
    "programmes": ("kind", "name"),
    "contacts": ("kind", "value"),
    "recipients": ("role", "name", "note"),
}


class RecordPrinter:
    """Prints records as JSON Lines, one JSON array, or tables for people."""

    def __init__(self, form: str, out: TextIO, *, with_text: bool) -> None:
        self.form = form
        self.out = out
        self.with_text = with_text
        self.count = 0

    def print(self, records: Iterable[Record]) -> None:
        """Prints records as they come."""
        for record in records:
            shown = record if self.with_text else record.model_copy(update={"text": None})
            if self.form == "table":
                print_record(shown, Console(file=self.out, highlight=False))
            elif self.form == "json":
                self.out.write(("[\n" if self.count == 0 else ",\n") + shown.to_json())
            else:
                self.out.write(shown.to_json() + "\n")
            self.count += 1
        self.out.flush()

    def close(self) -> None:
        """Ends the JSON array."""
        if self.form == "json":
            self.out.write("\n]\n" if self.count else "[]\n")
        self.out.flush()


def print_record(record: Record, console: Console) -> None:
    """The header and every kind of a record as tables."""
    header = Table(title=Text(f"{record.id}  {record.source.path}"), show_header=False, title_justify="left")
    for name, field in record.header:
        if field is not None and field.value is not None:
            header.add_row(name, Text(str(field.value)), f"{field.confidence:.2f}")
    console.print(header)
    for kind in ITEM_MODELS:
        items = getattr(record, kind)
        if items:
            table = Table(title=kind, title_justify="left")
            for column in (*COLUMNS[kind], "page", "confidence"):
                table.add_column(column, overflow="fold")
            for item in items:
                cells = [getattr(item, c) for c in COLUMNS[kind]] + [item.page, f"{item.confidence:.2f}"]
                table.add_row(*(Text("" if c is None else f"{c:g}" if isinstance(c, float) else str(c)) for c in cells))
            console.print(table)


def complain(outcome: Outcome, language: str) -> None:
    """One line on stderr: which file, what happened, what to do."""
    print(f"congvan: {one_line(outcome.path)}: {outcome.status}: {told(outcome, language)}", file=sys.stderr)
