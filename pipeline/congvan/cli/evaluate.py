"""`congvan evaluate`: how good the records are, measured against gold."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from congvan.errors import UsageError

if TYPE_CHECKING:
    from congvan.ingest.outcome import Outcome


def evaluate(
    gold: Annotated[str, typer.Argument(metavar="GOLD[,GOLD...]", help="Folders of NAME.json, or .jsonl files.")],
    predicted: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PREDICTED|PATH...]",
            help="A .jsonl of records, or documents and folders of them; without: the documents beside GOLD.",
        ),
    ] = None,
    misses: Annotated[bool, typer.Option("--misses", help="List every value that is not right.")] = False,
    calibration: Annotated[bool, typer.Option("--calibration", help="Compare confidences with truth.")] = False,
    only: Annotated[str, typer.Option(metavar="KIND[,KIND]", help="Kinds to show: header, references, ...")] = "",
    docs: Annotated[str, typer.Option(metavar="NAME[,NAME]", help="Documents to measure.")] = "",
    json_out: Annotated[Path | None, typer.Option("--json", help="Write the figures to this file.")] = None,
    workers: Annotated[int, typer.Option(min=0, help="Processes; 0: one a core where there are scans.")] = 0,
) -> None:
    """Measure records against gold, value by value: precision, recall and F1 of each kind, micro and macro.

    Documents are read under neutral names, so that nothing is learned from the name of a file. They lie beside a
    gold folder, or in the folder `raw` beside one that is called `annotated`.

    \b
    Examples:
      congvan evaluate data/annotated
      congvan evaluate data/annotated records.jsonl --misses
      congvan evaluate data/annotated data/raw/samples --only header,deadlines
      congvan evaluate gold1,gold2 --calibration --json figures.json
    """
    from congvan.evaluate import evaluate as compare
    from congvan.evaluate.documents import read_gold
    from congvan.evaluate.printed import printed, printed_calibration, printed_misses
    from congvan.evaluate.report import figures

    kinds = _kinds(only)
    places = [Path(place) for place in _parts(gold)]
    golds = read_gold(places, _parts(docs))
    report = compare(golds, _predictions(places, predicted or [], {record["doc"] for record in golds}, workers))
    lines = [*printed_misses(report, kinds)] if misses else []
    lines += printed_calibration(report.calibration()) if calibration else []
    for line in (*lines, *printed(report, kinds)):
        print(line)
    if json_out is not None:
        _write(json_out, json.dumps(figures(report, kinds), ensure_ascii=False, indent=1))


def _predictions(places: list[Path], predicted: list[Path], names: set[str], workers: int) -> list[dict[str, Any]]:
    """Records made earlier, or those of the documents named, or of those beside the gold folders."""
    from congvan.evaluate.documents import documents_beside, documents_in, extract_neutrally, read_records
    from congvan.pipeline import Options
    from congvan.settings import load_settings

    if len(predicted) == 1 and predicted[0].suffix == ".jsonl":
        return read_records(predicted[0])
    documents = documents_in(predicted) if predicted else documents_beside(places)
    documents = {name: path for name, path in documents.items() if name in names}
    if not documents:
        raise UsageError("no document of the gold records was found.", "Name documents or a .jsonl of records.")
    options = Options(load_settings().ocr_engine)
    return extract_neutrally(documents, options, _tell, workers)


def _tell(name: str, outcome: Outcome) -> None:
    print(f"congvan: {name}: {outcome.status}: {outcome.message or outcome.reason}", file=sys.stderr)


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"--json {file}: {error.strerror}.", "Name a file in a folder you may write to.") from error


def _kinds(only: str) -> tuple[str, ...]:
    from congvan.evaluate.report import SCORED

    kinds = tuple(_parts(only)) or SCORED
    unknown = [kind for kind in kinds if kind not in SCORED]
    if unknown:
        raise UsageError(f"--only {', '.join(unknown)}: no such kind.", f"There are: {', '.join(SCORED)}.")
    return kinds


def _parts(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]
