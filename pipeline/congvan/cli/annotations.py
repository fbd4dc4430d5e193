"""`congvan annotations`: check a corpus annotated by hand, and measure with it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from congvan.errors import EXIT_OK, EXIT_SOME_FAILED


def corpus(
    action: Annotated[Literal["check", "agreement", "score-sentences"], typer.Argument(help="What to do.")],
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Folder of the corpus.")] = Path("data/annotated"),
    split: Annotated[
        Literal["train", "held-back"] | None, typer.Option(help="Score the sentences of one part of the split.")
    ] = None,
    misses: Annotated[bool, typer.Option("--misses", help="List every value that is not right.")] = False,
) -> int:
    """Check annotations against the contract, score sentences, or tell how far two annotators agree.

    \b
    Examples:
      congvan annotations check data/annotated
      congvan annotations score-sentences data/annotated --split held-back --misses
      congvan annotations agreement data/annotated
    """
    from congvan.annotations.check import check
    from congvan.annotations.check import printed as printed_check
    from congvan.annotations.corpus import read_sentences
    from congvan.annotations.measure import agreement, score_sentences
    from congvan.evaluate.printed import printed, printed_misses

    if action == "check":
        found = check(folder)
        print(*printed_check(found), sep="\n")
        return EXIT_SOME_FAILED if found.faults else EXIT_OK
    report = agreement(folder) if action == "agreement" else score_sentences(read_sentences(folder, split))
    print(*(printed_misses(report) if misses else ()), *printed(report), sep="\n")
    return EXIT_OK
