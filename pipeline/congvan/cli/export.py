"""`congvan export`: a table of an archive as a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer


def export(
    table: Annotated[
        str,
        typer.Option(
            "--table",
            metavar="TABLE",
            help="documents, references, deadlines, periods, targets, awards, programmes, contacts, recipients, "
            "header, flags, citations, missing, due, bodies, body_links, number_order, files, paths; "
            "records (jsonl) or all (xlsx).",
        ),
    ],
    format: Annotated[
        Literal["csv", "jsonl", "xlsx", "parquet"] | None,
        typer.Option(help="Form of the file; by the ending of --out if not named, else csv."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to; - or nothing is stdout (csv, jsonl).")
    ] = None,
    archive: Annotated[Path | None, typer.Option(help="Folder of the archive.")] = None,
) -> None:
    """Write a table of an archive to a file for Excel, pandas or another program.

    Each row tells the dispatch it comes from, its quote, page and confidence. A file is written whole or not at all.

    \b
    Examples:
      congvan export --table deadlines > deadlines.csv
      congvan export --table all --out kho.xlsx
      congvan export --table targets --out targets.parquet --archive kho
      congvan export --table records --format jsonl --out records.jsonl
    """
    from congvan.export import FORMATS
    from congvan.export import export as write
    from congvan.query import Archive
    from congvan.settings import load_settings

    ending = out.suffix.lstrip(".").lower() if out else ""
    with Archive(archive or load_settings().archive) as opened:
        count = write(opened, table, format or (ending if ending in FORMATS else "csv"), out)
    if out is not None and str(out) != "-":
        print(f"congvan: {count} rows in {out}", file=sys.stderr)
