"""`congvan synth`: made-up dispatches with their gold, for trying, testing and training."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from congvan.errors import EXIT_OK, UsageError


def synth(
    folder: Annotated[Path | None, typer.Argument(metavar="[OUT]", help="The same as --out.")] = None,
    out: Annotated[Path | None, typer.Option(help="Folder for the files; made where there is none.")] = None,
    count: Annotated[int, typer.Option(min=1, help="How many files.")] = 8,
    seed: Annotated[int, typer.Option(help="The same seed gives the same files.")] = 2026,
    form: Annotated[
        str | None,
        typer.Option(
            metavar="FORM[,FORM]",
            help="text, markdown, html, docx, tcvn3, vni, pdf, stack; scan, image, photo, tiff or stack at a level: "
            "scan:light, scan:medium, scan:hard; zip; all; without: the mix that offices have.",
        ),
    ] = None,
    gold: Annotated[Path | None, typer.Option(help="Folder for gold records; OUT/gold where none is named.")] = None,
    pages: Annotated[
        Path | None, typer.Option(help="Folder for the truth about pages and texts; OUT/pages where none is named.")
    ] = None,
) -> int:
    """Make dispatches of invented offices: files into OUT, beside them their gold records and where each word stands.

    \b
    Examples:
      congvan synth thu --count 20
      congvan synth --count 300 --seed 7 --out thu
      congvan synth --out scans --form scan:medium,scan:hard,tiff --seed 7
    """
    from congvan.synth.maker import make
    from congvan.synth.shelf import Shelf

    target = out or folder
    if target is None or (out and folder):
        raise UsageError("one folder is needed for the files.", "Name it with --out.")
    names = [name.strip() for name in form.split(",") if name.strip()] if form else []
    try:
        samples = make(seed, count, names)
    except ValueError as error:
        raise UsageError(f"{error}.", "See congvan synth --help.") from error
    shelf = Shelf(target, gold or target / "gold", pages or target / "pages")
    shelf.prepare()
    for sample in samples:
        print(shelf.put(sample))
    return EXIT_OK
