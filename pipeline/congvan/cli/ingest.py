"""`congvan ingest`: a folder of files into an archive."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from congvan.errors import EXIT_FILE_FAILED, EXIT_OK, EXIT_SOME_FAILED
from congvan.ocr import ENGINES


def ingest(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files, or folders that are walked.", readable=False)
    ],
    archive: Annotated[Path | None, typer.Option(help="Folder of the archive; made where there is none.")] = None,
    workers: Annotated[int | None, typer.Option(min=0, help="Processes; 0: one a core.")] = None,
    ocr_engine: Annotated[str | None, typer.Option(help=f"Who reads scans: {', '.join(ENGINES)}.")] = None,
    secret: Annotated[
        Literal["skip", "keep"] | None, typer.Option(help="What to do with files that bear a secrecy stamp.")
    ] = None,
    passwords: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Passwords for locked files, one a line, UTF-8.")
    ] = None,
) -> int:
    """Read PATHs into an archive. Files that it holds already are passed over; the originals stay where they are.

    \b
    Examples:
      congvan ingest scans/ --archive kho
      congvan ingest 2021/ 2022/ --workers 4 --archive kho
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from congvan.archive.store import Store
    from congvan.ingest.batch import ingest_files
    from congvan.ingest.files import IGNORE_FILE, files_of
    from congvan.ingest.outcome import Outcome
    from congvan.ingest.report import file_line, phrase, summary
    from congvan.ingest.workers import default_workers
    from congvan.pipeline import Options
    from congvan.settings import load_passwords, load_settings

    settings = load_settings()
    language = settings.language
    keys = passwords or settings.passwords
    files = list(files_of(paths, without=keys))
    keep_secret = (secret or settings.secret) == "keep"
    options = Options(ocr_engine or settings.ocr_engine, None, keep_secret, load_passwords(keys))
    crew = workers if workers is not None else settings.workers
    console = Console(file=sys.stderr, highlight=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with (
        Store.open(archive or settings.archive) as store,
        Progress(*columns, console=console, disable=not console.is_terminal) as progress,
    ):
        task = progress.add_task(phrase("reading", language), total=len(files))

        def watch(outcome: Outcome) -> None:
            if outcome.status != "unchanged":
                progress.console.print(file_line(outcome, language), markup=False, soft_wrap=True)
            if not outcome.container:
                progress.advance(task)

        report = ingest_files(files, store, options, crew or default_workers(), watch)
    if not files:
        print(phrase("nothing_below", language).format(ignore=IGNORE_FILE))
    for line in summary(report, language):
        print(line)
    print(phrase("archive", language).format(folder=archive or settings.archive))
    if not report.troubled:
        return EXIT_OK
    # A single file may hold others; what counts is its own state.
    own = [outcome.status for outcome in report.troubled if not outcome.container]
    lost = len(paths) == 1 and not paths[0].is_dir() and own not in ([], ["partial"])
    return EXIT_FILE_FAILED if lost else EXIT_SOME_FAILED
