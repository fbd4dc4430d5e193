"""Gold, predictions and documents on disk; documents are extracted under neutral names.

The name of a real document often tells its number and office: a copy without them shows what is read from the page.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from congvan.datamodel.record import Record
from congvan.errors import UsageError
from congvan.evaluate.report import document_at, document_of, stem_of
from congvan.ingest.outcome import Outcome
from congvan.ingest.unpack import read_files
from congvan.ingest.workers import workers_for
from congvan.pipeline import Options

# A gold folder with this path has its documents in `raw` beside `annotated`; any other lies among its documents.
SAMPLES, RAW = ("annotated", "samples"), "raw"


def read_gold(places: Sequence[Path], only: Iterable[str] = ()) -> list[dict[str, Any]]:
    """The gold records of folders of NAME.json (a record or a list of them) and of .jsonl files, with `doc` = NAME.

    `only`: names of documents to keep, all where empty. Raises UsageError where nothing is found or can't be read.
    """
    wanted = set(only)
    by_name: dict[str, list[dict[str, Any]]] = {}
    for place in places:
        if place.is_dir():
            by_name |= {file.stem: read_records(file) for file in sorted(place.glob("*.json"))}
        else:
            by_name |= _by_name(read_records(place))
    gold = [
        record | {"doc": name}
        for name, records in by_name.items()
        for record in records
        if not wanted or name in wanted
    ]
    if not gold:
        raise UsageError(f"no gold records in {', '.join(map(str, places))}.", "Name a folder of NAME.json files.")
    return gold


def read_records(file: Path) -> list[dict[str, Any]]:
    """The records of a .json file (one, or a list) or of a .jsonl file. Raises UsageError for what is none."""
    if not file.is_file():
        raise UsageError(f"{file}: no such file.", "Give JSON Lines, or one .json a document.")
    try:
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".json":
            content = json.loads(text)
            records = content if isinstance(content, list) else [content]
        else:
            records = [json.loads(line) for line in text.splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{file} can't be read as records: {error}.", "Give JSON Lines, or one .json a document."
        ) from error
    if not all(isinstance(record, dict) for record in records):
        raise UsageError(f"{file} holds something else than records.", "Give JSON Lines, or one .json a document.")
    return records


def documents_beside(places: Sequence[Path]) -> dict[str, Path]:
    """name -> document of every gold folder: `../NAME.*`, or `../../raw/NAME.*` of `annotated/samples`."""
    found: dict[str, Path] = {}
    for place in places:
        resolved = place.resolve()
        made = resolved.parts[-2:] == SAMPLES
        folder = resolved.parent.parent / RAW if made else place.parent
        if folder.is_dir():
            found |= documents_in([folder])
    return found


def documents_in(places: Sequence[Path]) -> dict[str, Path]:
    """name -> document of files and of the files directly in folders; of several with one name the first."""
    found: dict[str, Path] = {}
    for place in places:
        if not place.exists():
            raise UsageError(f"no file or folder {place}.")
        files = sorted(place.iterdir(), reverse=True) if place.is_dir() else [place]
        found |= {stem_of(file.name): file for file in files if file.is_file()}
    return found


def extract_neutrally(
    documents: Mapping[str, Path],
    options: Options,
    failed: Callable[[str, Outcome], None],
    workers: int = 0,
    secret: Collection[str] = (),
) -> list[dict[str, Any]]:
    """The records of the documents, read from copies with neutral names; `source.path` is the document's name.

    What could not be read whole is told to `failed` (name, outcome). `workers`: processes, 0 for as many as pay.
    `secret`: names of documents that are read whatever stamp they bear.
    """
    open_ones = {name: path for name, path in documents.items() if name not in secret}
    closed = {name: path for name, path in documents.items() if name in secret}
    kept = replace(options, keep_secret=True)
    return [
        *_extract_copies(open_ones, options, failed, workers),
        *_extract_copies(closed, kept, failed, workers),
    ]


def _extract_copies(
    documents: Mapping[str, Path], options: Options, failed: Callable[[str, Outcome], None], workers: int
) -> list[dict[str, Any]]:
    if not documents:
        return []
    records: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder:
        names: dict[str, str] = {}
        copies = []
        for n, (name, document) in enumerate(sorted(documents.items()), 1):
            copy = Path(folder) / f"van-ban-{n:04d}{document.suffix}"
            copies.append(Path(shutil.copyfile(document, copy)))
            names[copy.stem] = name
        for outcome in read_files(copies, options, workers or workers_for(copies)):
            # A file that holds files has outcomes for each of them, in their order.
            name = names[document_at(outcome.path, names)]
            if outcome.status != "done":
                failed(name, outcome)
            records += (_named(record, name) for record in outcome.records)
    return records


def _named(record: Record, name: str) -> dict[str, Any]:
    values = record.model_dump(mode="json", by_alias=True)
    values["source"]["path"] = name
    return values


def _by_name(records: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        found.setdefault(document_of(record), []).append(record)
    return found
