"""`congvan annotations`: check a corpus annotated by hand, measure with it, send it out and take it back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from congvan.errors import EXIT_OK, EXIT_SOME_FAILED, UsageError


def corpus(
    action: Annotated[
        Literal["check", "agreement", "score-sentences", "export", "import"], typer.Argument(help="What to do.")
    ],
    place: Annotated[
        Path, typer.Argument(metavar="[PLACE]", help="Folder of the corpus; a file for import, a .jsonl of records.")
    ] = Path("data/annotated"),
    out: Annotated[Path | None, typer.Option(help="Folder to export or import into.")] = None,
    form: Annotated[
        Literal["label-studio", "docbin", "records"],
        typer.Option(help="Form to send or take; records: a .jsonl of reviewed ones, only taken."),
    ] = "label-studio",
    split: Annotated[
        Literal["train", "held-back"] | None, typer.Option(help="Score the sentences of one part of the split.")
    ] = None,
    misses: Annotated[bool, typer.Option("--misses", help="List every value that is not right.")] = False,
) -> int:
    """Check annotations against the contract, score sentences, tell how far two annotators agree, exchange them.

    \b
    Examples:
      congvan annotations check data/annotated
      congvan annotations score-sentences data/annotated --split held-back --misses
      congvan annotations agreement data/annotated
      congvan annotations export data/annotated --form label-studio --out tasks
      congvan annotations import tasks/tasks.json --form label-studio --out corrected
      congvan annotations import reviewed.jsonl --form records --out corrected
    """
    from congvan.annotations.check import check
    from congvan.annotations.check import printed as printed_check
    from congvan.annotations.corpus import read_sentences
    from congvan.annotations.exchange.files import export, import_
    from congvan.annotations.measure import agreement, score_sentences
    from congvan.evaluate.printed import printed, printed_misses

    if action == "check":
        found = check(place)
        print(*printed_check(found), sep="\n")
        return EXIT_SOME_FAILED if found.faults else EXIT_OK
    if action in ("export", "import"):
        if out is None:
            raise UsageError("a folder is needed.", "Name it with --out.")
        if action == "export" and form == "records":
            raise UsageError("records are only taken.", "congvan extract --with-text prints them.")
        count = (export if action == "export" else import_)(place, form, out)
        print(f"{count} texts in {out}")
        return EXIT_OK
    report = agreement(place) if action == "agreement" else score_sentences(read_sentences(place, split))
    print(*(printed_misses(report) if misses else ()), *printed(report), sep="\n")
    return EXIT_OK
