"""`congvan query`: a SELECT over an archive."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    import pandas as pd

# What of v_due fits a terminal.
DUE_COLUMNS = ("due_day", "day_rule", "due_on", "task", "owner", "deliver_to", "dispatch_code", "dispatch_id")


def query(
    sql: Annotated[str | None, typer.Argument(metavar="SQL", help="One SELECT; - reads it from stdin.")] = None,
    due: Annotated[int | None, typer.Option(min=1, help="What is due in so many days, in place of SQL.")] = None,
    after: Annotated[str | None, typer.Option(help="The day from which --due counts (2021-05-10); else today.")] = None,
    format: Annotated[Literal["table", "csv", "jsonl"], typer.Option(help="How rows are printed.")] = "table",
    rows: Annotated[int, typer.Option(min=1, help="Print at most so many rows.")] = 1000,
    seconds: Annotated[float, typer.Option(min=0.1, help="Stop the query after so many seconds.")] = 60.0,
    archive: Annotated[Path | None, typer.Option(help="Folder of the archive.")] = None,
) -> None:
    """Ask an archive by SQL. Only SELECT is possible: nothing can be changed, attached or written.

    The views v_documents, v_references, v_deadlines, v_targets, v_awards ... are told in docs/archive.md.

    \b
    Examples:
      congvan query "SELECT code, issuer, issued_on FROM v_documents ORDER BY issued_on DESC"
      congvan query "SELECT due_on, task, owner FROM v_deadlines WHERE due_on >= '2021-05'" --format csv
      congvan query "SELECT form, count(*) AS n FROM v_awards GROUP BY form" --archive kho
      congvan query --due 14
    """
    from congvan.errors import UsageError
    from congvan.export import write_csv, write_jsonl
    from congvan.query import Archive
    from congvan.settings import load_settings

    if (sql is None) == (due is None) or (after is not None and due is None):
        raise UsageError("a query is either one SELECT or --due.", "Name one of them; --after goes with --due.")
    with Archive(archive or load_settings().archive) as opened:
        if due is not None:
            found = opened.due(_day(after), due, seconds=seconds)
            shown = found if format != "table" else found[list(DUE_COLUMNS)]
            frame, more = shown.head(rows), len(found) > rows
        else:
            frame, more = opened.first(sys.stdin.read() if sql == "-" else str(sql), rows=rows, seconds=seconds)
    if format == "csv":
        write_csv(frame, sys.stdout.buffer)
    elif format == "jsonl":
        write_jsonl(frame, sys.stdout.buffer)
    else:
        _print_table(frame)
    sys.stdout.flush()
    if more:
        print(f"congvan: the first {rows} rows; --rows shows more.", file=sys.stderr)


def _day(after: str | None) -> date:
    from congvan.errors import UsageError

    if after is None:
        return date.today()
    try:
        return date.fromisoformat(after)
    except ValueError as error:
        raise UsageError(f"--after {after} is no day.", "Write it as 2021-05-10.") from error


def _print_table(frame: pd.DataFrame) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from congvan.cli.terminal import shown
    from congvan.export import plain_rows

    table = Table()
    for name in frame.columns:
        table.add_column(Text(shown(str(name))), overflow="fold")
    for row in plain_rows(frame):
        table.add_row(*(Text("" if value is None else shown(str(value))) for value in row))
    Console(highlight=False).print(table)
