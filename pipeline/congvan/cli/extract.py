"""`congvan extract`: records of files on stdout, without an archive."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from congvan.errors import EXIT_FILE_FAILED, EXIT_OK, EXIT_SOME_FAILED, UsageError
from congvan.ocr import DEFAULT_ENGINE, ENGINES


def extract(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files, or folders that are walked.", readable=False)
    ],
    format: Annotated[Literal["jsonl", "json", "table"], typer.Option(help="How records are printed.")] = "jsonl",
    with_text: Annotated[bool, typer.Option("--with-text", help="Put the canonical text into each record.")] = False,
    pages: Annotated[str | None, typer.Option(metavar="N-M", help="Only these pages: 3, 1-4, 2-.")] = None,
    ocr_engine: Annotated[str, typer.Option(help=f"Who reads scans: {', '.join(ENGINES)}.")] = DEFAULT_ENGINE,
    secret: Annotated[
        Literal["skip", "keep"], typer.Option(help="What to do with files that bear a secrecy stamp.")
    ] = "skip",
    workers: Annotated[int, typer.Option(min=0, help="Processes; 0: one a core where there are scans.")] = 0,
    passwords: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Passwords for locked files, one a line, UTF-8.")
    ] = None,
) -> int:
    """Print the records of PATHs, one JSON line for each dispatch; nothing else goes to stdout.

    \b
    Examples:
      congvan extract ke-hoach.pdf
      congvan extract scans/ --format table
      congvan extract long.pdf --pages 1-3 --with-text > records.jsonl
    """
    from congvan.cli.output import RecordPrinter, complain
    from congvan.ingest.files import IGNORE_FILE, files_of
    from congvan.ingest.outcome import TROUBLED
    from congvan.ingest.unpack import read_files
    from congvan.ingest.workers import workers_for
    from congvan.pipeline import Options
    from congvan.settings import load_passwords, load_settings

    settings = load_settings()
    language = settings.language
    keys = passwords or settings.passwords
    files = list(files_of(paths, without=keys))
    if not files:
        advice = f"Name files, or folders that hold some; folders with a {IGNORE_FILE} are passed over."
        raise UsageError("there is no file to read below the paths named.", advice)
    options = Options(ocr_engine, parse_pages(pages), secret == "keep", load_passwords(keys))
    printer = RecordPrinter(format, sys.stdout, with_text=with_text)
    troubled = 0
    for outcome in read_files(files, options, workers or workers_for(files)):
        printer.print(outcome.records)
        troubled += outcome.status in TROUBLED
        if outcome.status != "done":
            complain(outcome, language)
    printer.close()
    if not troubled:
        return EXIT_OK
    # Of a single file the last outcome is its own: what it holds comes before it.
    lost = len(paths) == 1 and not paths[0].is_dir() and outcome.status in TROUBLED - {"partial"}
    return EXIT_FILE_FAILED if lost else EXIT_SOME_FAILED


def parse_pages(text: str | None) -> frozenset[int] | None:
    """The page numbers of `3`, `1-4`, `2-` (to the end, taken as 100,000 pages) or None for all.

    Raises UsageError for anything else.
    """
    if text is None:
        return None
    first, dash, last = text.partition("-")
    try:
        low = int(first)
        high = int(last) if last else (100_000 if dash else low)
    except ValueError:
        low, high = 0, 0
    if not 1 <= low <= high:
        raise UsageError(f"--pages {text}: no range of pages.", "Write 3, 1-4 or 2-.")
    return frozenset(range(low, min(high, 100_000) + 1))
