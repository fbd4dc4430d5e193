"""`congvan find`: dispatches of an archive by words and header."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from congvan.archive.search import Hit


def find(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORD...]", help='Words, marks do not matter; "..." as spelled.'),
    ] = None,
    issuer: Annotated[str | None, typer.Option(help="Words of the issuing body's name.")] = None,
    type: Annotated[str | None, typer.Option(help="Type of document: 'kế hoạch', 'ke hoach'.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Issued on this day or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Issued on this day or earlier.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 20,
    format: Annotated[Literal["text", "jsonl"], typer.Option(help="How hits are printed.")] = "text",
    archive: Annotated[Path | None, typer.Option(help="Folder of the archive.")] = None,
) -> None:
    """Find dispatches that hold all the words, best first; without words the latest first.

    `bau cu` finds `bầu cử`; words in quotation marks are taken as they are spelled. Dates are 2021-05-10, 2021-05
    or 2021.

    \b
    Examples:
      congvan find bau cu
      congvan find '"bầu cử"' --issuer 'son ha' --since 2021
      congvan find --type 'ke hoach' --until 2021-06 --format jsonl
    """
    from congvan.query import Archive
    from congvan.settings import load_settings

    with Archive(archive or load_settings().archive) as opened:
        query = " ".join(words or [])
        hits = opened.find(query, issuer=issuer, type=type, since=since, until=until, limit=limit)
    for hit in hits:
        if format == "jsonl":
            print(json.dumps(asdict(hit), ensure_ascii=False))
        else:
            _print_hit(hit)
    if not hits:
        print("congvan: no dispatch found.", file=sys.stderr)


def _print_hit(hit: Hit) -> None:
    from rich.console import Console
    from rich.text import Text

    from congvan.cli.terminal import shown

    console = Console(highlight=False, soft_wrap=True)
    header = (hit.dispatch_id, hit.issued_on, hit.type, hit.code, hit.issuer)
    console.print(Text(shown("  ".join(value for value in header if value)), style="bold"))
    if hit.subject:
        console.print(Text("    " + shown(hit.subject)))
    if hit.snippet:
        snippet = Text(shown(hit.snippet))
        for start, end in hit.marks:
            snippet.stylize("reverse", start, end)
        console.print(Text("    ") + snippet)
