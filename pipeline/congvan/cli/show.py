"""`congvan show`: single records of an archive."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    import pandas as pd


def show(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Ids of dispatches; `congvan find` tells them.")],
    format: Annotated[Literal["table", "json", "jsonl"], typer.Option(help="How records are printed.")] = "table",
    with_text: Annotated[bool, typer.Option("--with-text", help="Print the canonical text too.")] = False,
    archive: Annotated[Path | None, typer.Option(help="Folder of the archive.")] = None,
) -> None:
    """Show records of an archive with everything that was found in them.

    \b
    Examples:
      congvan show 5e5e5e5e5e5e-1
      congvan show 5e5e5e5e5e5e-1 --with-text
      congvan show 5e5e5e5e5e5e-1 --format json --archive kho
    """
    from congvan.cli.output import RecordPrinter
    from congvan.cli.terminal import shown
    from congvan.query import Archive
    from congvan.settings import load_settings

    with Archive(archive or load_settings().archive) as opened:
        records = [opened.show(dispatch_id, with_text=with_text) for dispatch_id in ids]
        bodies = [opened.bodies(dispatch_id) for dispatch_id in ids] if format == "table" else []
    printer = RecordPrinter(format, sys.stdout, with_text=with_text)
    for at, record in enumerate(records):
        printer.print([record])
        if bodies:
            _print_bodies(bodies[at])
        if with_text and format == "table":
            print("\n".join(shown(line) for line in (record.text or "").split("\n")))
    printer.close()


def _print_bodies(bodies: pd.DataFrame) -> None:
    """The bodies the record names, each printed name with its key; nothing where none has one."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from congvan.cli.terminal import shown

    if bodies.empty:
        return
    columns = ("role", "printed", "body", "level", "organ")
    table = Table(*columns, title="bodies", title_justify="left")
    for row in bodies[list(columns)].drop_duplicates().itertuples(index=False):
        table.add_row(*(Text(shown(value) if isinstance(value, str) else "") for value in row))
    Console(file=sys.stdout, highlight=False).print(table)
