"""`congvan query`: a SELECT over an archive."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    import pandas as pd


def query(
    sql: Annotated[str, typer.Argument(metavar="SQL", help="One SELECT; - reads it from stdin.")],
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
    """
    from congvan.export import write_csv, write_jsonl
    from congvan.query import Archive
    from congvan.settings import load_settings

    text = sys.stdin.read() if sql == "-" else sql
    with Archive(archive or load_settings().archive) as opened:
        frame, more = opened.first(text, rows=rows, seconds=seconds)
    if format == "csv":
        write_csv(frame, sys.stdout.buffer)
    elif format == "jsonl":
        write_jsonl(frame, sys.stdout.buffer)
    else:
        _print_table(frame)
    sys.stdout.flush()
    if more:
        print(f"congvan: the first {rows} rows; --rows shows more.", file=sys.stderr)


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
