"""`congvan evaluate`: how good the records are, measured against gold."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from congvan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from congvan.evaluate.archived import Predictions
    from congvan.evaluate.likeness import Json
    from congvan.ingest.outcome import Outcome


def evaluate(
    gold: Annotated[str, typer.Argument(metavar="GOLD[,GOLD...]", help="Folders of NAME.json, or .jsonl files.")],
    predicted: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PREDICTED|PATH...]",
            help="A .jsonl of records, an archive, or documents and folders of them; without: those beside GOLD.",
        ),
    ] = None,
    misses: Annotated[
        bool, typer.Option("--misses", help="List every value that is not right, and what is commonest.")
    ] = False,
    calibration: Annotated[bool, typer.Option("--calibration", help="Compare confidences with truth.")] = False,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw confidence against truth into this SVG file.")
    ] = None,
    only: Annotated[str, typer.Option(metavar="KIND[,KIND]", help="Kinds to show: header, references, ...")] = "",
    by: Annotated[
        Literal["condition", "form"] | None, typer.Option(help="Tell documents apart by what their gold says.")
    ] = None,
    docs: Annotated[str, typer.Option(metavar="NAME[,NAME]", help="Documents to measure.")] = "",
    split: Annotated[
        Literal["train", "held-back"] | None, typer.Option(help="Of a corpus annotated by hand only this part.")
    ] = None,
    json_out: Annotated[Path | None, typer.Option("--json", help="Write the figures to this file.")] = None,
    html: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write a page of every error, with --calibration its plot."),
    ] = None,
    compare: Annotated[
        Path | None, typer.Option(metavar="OLD", help="An earlier .jsonl or archive: list gains and losses since.")
    ] = None,
    language: Annotated[Literal["vi", "en"] | None, typer.Option(help="Of the page and the plot.")] = None,
    workers: Annotated[int, typer.Option(min=0, help="Processes; 0: one a core where there are scans.")] = 0,
) -> None:
    """Measure records against gold, value by value: precision, recall and F1 of each kind, micro and macro.

    Documents are read under neutral names, so that nothing is learned from the name of a file. They lie beside a
    gold folder; those of a folder `annotated/samples` lie in `raw` beside `annotated`. Those whose gold bears a secrecy
    mark are read all the same; in an archive it is right that they have no record.

    \b
    Examples:
      congvan evaluate data/annotated/samples
      congvan evaluate data/annotated/samples records.jsonl --misses
      congvan evaluate data/annotated/samples data/raw --only header,deadlines
      congvan evaluate data/annotated --split held-back
      congvan evaluate thu/gold kho --by condition
      congvan evaluate thu/gold new.jsonl --compare old.jsonl --html errors.html
      congvan evaluate gold1,gold2 --calibration --json figures.json
    """
    from congvan.annotations.corpus import gold_folders
    from congvan.evaluate import evaluate as measure
    from congvan.evaluate.archived import marked_secret, told_secrets, without_secrets
    from congvan.evaluate.causes import printed_relations
    from congvan.evaluate.compare import changes, printed_changes
    from congvan.evaluate.documents import read_gold
    from congvan.evaluate.groups import group_figures, reports_by
    from congvan.evaluate.html.page import page
    from congvan.evaluate.printed import printed, printed_commonest, printed_groups, printed_misses
    from congvan.evaluate.reliability import plot_svg, printed_reliability
    from congvan.evaluate.report import figures, texts_of
    from congvan.settings import load_settings

    kinds = _kinds(only)
    places = [folder for place in _parts(gold) for folder in gold_folders(Path(place), split)]
    golds = read_gold(places, _parts(docs))
    found = _predictions(places, predicted or [], golds, workers, with_text=html is not None)
    scored = without_secrets(golds, found.secret)
    report = measure(scored, found.records)
    groups = reports_by(by, scored, found.records) if by else {}
    lines = [*printed_misses(report, kinds), *printed_commonest(report, kinds)] if misses else []
    lines += printed_reliability(report) if calibration else []
    if found.from_archive and (found.secret or marked_secret(golds)):
        lines.append(told_secrets(golds, found.secret))
    gains = []
    if compare is not None:
        earlier = _predictions(places, [compare], golds, workers)
        gains = changes(measure(scored, earlier.records), report, kinds)
        lines += printed_changes(gains)
    lines += printed_relations(report) if misses and "references" in kinds else []
    lines += printed_groups(by, groups, report, kinds) if by else []
    lines += printed(report, kinds)
    print(*lines, sep="\n")
    told_trust = report.calibration()
    spoken = language or load_settings().language
    if plot is not None and told_trust is not None:
        _write(plot, plot_svg(told_trust, language=spoken), "--plot")
    if html is not None:
        texts = texts_of(scored, found.records)
        _write(html, page(report, texts, spoken, kinds, gains, calibration=calibration), "--html")
    if json_out is not None:
        marked = marked_secret(golds)
        told = figures(report, kinds) | {"secret": {"marked": len(marked), "told": len(marked & found.secret)}}
        told |= {"by": {by: group_figures(groups, kinds)}} if by else {}
        _write(json_out, json.dumps(told, ensure_ascii=False, indent=1))


def _predictions(
    places: list[Path], predicted: list[Path], golds: Sequence[Json], workers: int, *, with_text: bool = False
) -> Predictions:
    """Records made earlier, those of an archive (`with_text`: with the texts it keeps), of the documents named, or of
    those beside the gold folders."""
    from congvan.evaluate.archived import Predictions, is_archive, marked_secret, read_archive
    from congvan.evaluate.documents import documents_beside, documents_in, extract_neutrally, read_records
    from congvan.pipeline import Options
    from congvan.settings import load_settings

    names = {record["doc"] for record in golds}
    if len(predicted) == 1 and predicted[0].suffix == ".jsonl":
        return Predictions(read_records(predicted[0]))
    if len(predicted) == 1 and is_archive(predicted[0]):
        return read_archive(predicted[0], names, with_text=with_text)
    documents = documents_in(predicted) if predicted else documents_beside(places)
    documents = {name: path for name, path in documents.items() if name in names}
    if not documents:
        raise UsageError(
            "no document of the gold records was found.", "Name documents, an archive or a .jsonl of records."
        )
    options = Options(load_settings().ocr_engine)
    return Predictions(extract_neutrally(documents, options, _tell, workers, marked_secret(golds)))


def _tell(name: str, outcome: Outcome) -> None:
    print(f"congvan: {name}: {outcome.status}: {outcome.message or outcome.reason}", file=sys.stderr)


def _write(file: Path, text: str, option: str = "--json") -> None:
    try:
        file.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{option} {file}: {error.strerror}.", "Name a file in a folder you may write to.") from error


def _kinds(only: str) -> tuple[str, ...]:
    from congvan.evaluate.report import SCORED

    kinds = tuple(_parts(only)) or SCORED
    unknown = [kind for kind in kinds if kind not in SCORED]
    if unknown:
        raise UsageError(f"--only {', '.join(unknown)}: no such kind.", f"There are: {', '.join(SCORED)}.")
    return kinds


def _parts(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]
