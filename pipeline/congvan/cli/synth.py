"""`congvan synth`: made-up dispatches with their gold, for trying, testing and training."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from congvan.errors import EXIT_OK, UsageError


def synth(
    out: Annotated[Path, typer.Argument(help="Folder for the documents; made where there is none.")],
    count: Annotated[int, typer.Option(min=1, help="How many documents.")] = 8,
    seed: Annotated[int, typer.Option(help="The same seed gives the same documents.")] = 2026,
    form: Annotated[
        str | None,
        typer.Option(help="Comma-separated forms, taken in turn: text, markdown, pdf, scan:LEVEL, image:LEVEL."),
    ] = None,
    gold: Annotated[
        Path | None, typer.Option(help="Folder for the gold records; OUT/gold where none is named.")
    ] = None,
) -> int:
    """Make dispatches of invented offices: documents into OUT, their gold records beside them.

    \b
    Examples:
      congvan synth thu --count 20
      congvan synth scans --form scan:office,scan:fax --seed 7
      congvan synth data/raw --gold data/annotated --count 8 --seed 2026
    """
    from congvan.synth.maker import ROUND, make

    forms = tuple(f.strip() for f in form.split(",")) if form else ROUND
    answers = gold or out / "gold"
    try:
        for sample in make(seed, count, forms):
            out.mkdir(parents=True, exist_ok=True)
            answers.mkdir(parents=True, exist_ok=True)
            target = out / (sample.name + sample.suffix)
            target.write_bytes(sample.data)
            (answers / f"{sample.name}.json").write_text(sample.gold_json(), encoding="utf-8")
            print(target)
    except ValueError as error:
        raise UsageError(f"{error}.", "See congvan synth --help.") from error
    return EXIT_OK
