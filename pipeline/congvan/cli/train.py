"""`congvan train`: fits what is fitted, one sub-command a model; further ones may be added here."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from congvan.errors import UsageError

HELP = """Fit what is fitted, from the project's own annotated dispatches.

Each sub-command is reproducible: the same data give the same file.

\b
Examples:
  congvan train confidence
  congvan train confidence --data data/annotated --out confidence.json --no-scans
  congvan train judge --out judge
  congvan train ablation --gold thu/gold --out docs/ablation.md
"""

Also = Annotated[
    list[Path] | None, typer.Option(help="A further corpus, as `congvan annotations import` writes; may be repeated.")
]

train = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)


@train.callback()
def _group() -> None:
    pass


@train.command("confidence")
def confidence(
    data: Annotated[Path, typer.Option(help="Folder of FAMILY/NAME.txt with FAMILY/gold/NAME.json.")] = Path(
        "data/annotated"
    ),
    out: Annotated[
        Path | None, typer.Option(help="File for the weights; without: the one that congvan reads.", dir_okay=False)
    ] = None,
    also: Also = None,
    scans: Annotated[bool, typer.Option(help="Print and scan each dispatch, too; needs the OCR engine.")] = True,
    made: Annotated[int, typer.Option(min=0, help="Made dispatches beside them.")] = 36,
    workers: Annotated[int, typer.Option(min=1, help="Processes.")] = 2,
) -> None:
    """Fit how likely a value is right (arbitrate/confidence.json); cross-validated figures go to stdout.

    \b
    Examples:
      congvan train confidence
      congvan train confidence --out confidence.json --no-scans
      congvan train confidence --also corrected
    """
    from congvan.arbitrate import confidence as used
    from congvan.evaluate.reliability import printed_calibration
    from congvan.train.confidence import train as fit

    target = out or Path(used.__file__).with_name(used.MODEL_FILE)
    places = [data, *(also or ())]
    told = fit(places, scans=scans, made=made, workers=workers, tell=lambda line: print(line, file=sys.stderr))
    try:
        target.write_text(told.json(), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"--out {target}: {error.strerror}.", "Name a file in a folder you may write to.") from error
    print(f"{told.documents} dispatches, {told.values} values, cross-validated by dispatch:")
    for name, figures in (("texts", told.texts), ("scans", told.scans), ("together", told.together)):
        if figures is not None:
            print(name, *printed_calibration(figures), sep="\n")
    print(target)


@train.command("judge")
def judge(
    out: Annotated[Path, typer.Option(help="Folder for the trained spaCy pipeline.", file_okay=False)],
    data: Annotated[Path, typer.Option(help="Folder of FAMILY/NAME.txt with FAMILY/gold/NAME.json.")] = Path(
        "data/annotated"
    ),
    also: Also = None,
    made: Annotated[int, typer.Option(min=0, help="Made texts beside them.")] = 120,
) -> None:
    """Train the judge of figures and dates on the part `train` of the corpus; F1 by families left out goes to stdout.

    \b
    Examples:
      congvan train judge --out judge
      congvan train judge --out judge --made 0
    """
    from congvan.train.judge import train as fit

    told = fit(data, also=also or (), made=made, tell=lambda line: print(line, file=sys.stderr))
    try:
        told.nlp.to_disk(out)
    except OSError as error:
        raise UsageError(f"--out {out}: {error.strerror}.", "Name a folder you may write to.") from error
    for label, (f1, count) in told.held_out.items():
        print(f"{label:10} F1 {f1:.3f}   of {count} in families left out, {told.labels[label]} in all")
    print(out)


@train.command("ablation")
def ablation(
    gold: Annotated[
        list[Path] | None, typer.Option(help="A further gold folder with its documents beside it; may be repeated.")
    ] = None,
    data: Annotated[Path, typer.Option(help="Folder of FAMILY/NAME.txt with FAMILY/gold/NAME.json.")] = Path(
        "data/annotated"
    ),
    made: Annotated[int, typer.Option(min=0, help="Made texts to train on, too.")] = 120,
    out: Annotated[
        list[Path] | None,
        typer.Option(help="Markdown file that takes the table between its marks; may be repeated.", dir_okay=False),
    ] = None,
) -> None:
    """Measure what a trained judge adds to the rules: a table by kind, on families held back and further gold.

    \b
    Examples:
      congvan train ablation
      congvan train ablation --gold thu/gold --out docs/ablation.md --out models/README.md
    """
    from congvan.train.ablation import ablation as measure
    from congvan.train.ablation import printed, put, worth

    rows = measure(data, gold or (), made=made, tell=lambda line: print(line, file=sys.stderr))
    table = "\n".join(printed(rows))
    print(table)
    for row in worth(rows):
        print(f"worth its place: {row.kind}, {row.way}, {row.gain:+.3f}")
    for file in out or ():
        put(table, file)
