"""A corpus, or extracted records, written for another program; and what comes back, as gold files."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import DocBin

from congvan.annotations.corpus import read_dispatches, read_sentences
from congvan.annotations.exchange.docbin import from_docbin, to_docbin
from congvan.annotations.exchange.label_studio import from_task, labelling_config, to_task
from congvan.annotations.exchange.records import gold_of
from congvan.annotations.exchange.taken import planned, refuse_duplicates, write
from congvan.errors import SetupError, UsageError
from congvan.evaluate.documents import read_records

Told = tuple[str, dict[str, Any]]
TASKS, CONFIG, DOCS = "tasks.json", "labelling.xml", "annotations.spacy"


def told_in(place: Path) -> Iterator[Told]:
    """(text, JSON) of a corpus folder, or of a .jsonl that `congvan extract --with-text` printed."""
    if place.suffix == ".jsonl":
        yield from ((one["text"], {key: told for key, told in one.items() if key != "text"}) for one in _records(place))
        return
    for dispatch in read_dispatches(place):
        yield dispatch.text, dispatch.to_dict() | {"family": dispatch.family}
    for sentence in read_sentences(place):
        yield sentence.gold.text, sentence.to_dict() | {"family": sentence.family}


def export(place: Path, form: str, out: Path) -> int:
    """Writes `tasks.json` with `labelling.xml`, or `annotations.spacy`, into a folder; how many texts."""
    told = list(told_in(place))
    try:
        out.mkdir(parents=True, exist_ok=True)
        if form == "docbin":
            to_docbin(told).to_disk(out / DOCS)
        else:
            tasks = [to_task(text, one, predicted="source" in one) for text, one in told]
            (out / TASKS).write_text(json.dumps(tasks, ensure_ascii=False, indent=1), encoding="utf-8")
            (out / CONFIG).write_text(labelling_config(), encoding="utf-8")
    except OSError as error:
        raise SetupError(f"{out} can't be written: {error}.", "Name a folder you may write to.") from error
    return len(told)


def import_(file: Path, form: str, out: Path) -> int:
    """Writes gold and texts of a file of tasks, a DocBin, or reviewed records into a corpus folder; how many texts.

    Raises UsageError, and nothing is written, where a name or a text comes twice or is in the corpus already.
    """
    try:
        kept = [planned(text, told) for text, told in _IMPORTS[form](file)]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, zlib.error) as error:
        raise UsageError(f"{file} can't be read as {form}: {error}.") from error
    refuse_duplicates(file, kept, out)
    write(kept, out)
    return len(kept)


def _tasks(file: Path) -> Iterable[Told]:
    tasks = json.loads(file.read_text(encoding="utf-8"))
    if not isinstance(tasks, list):
        raise ValueError("no list of tasks")
    return (from_task(task) for task in tasks)


def _docs(file: Path) -> Iterable[Told]:
    return from_docbin(DocBin().from_disk(file))


def _reviewed(file: Path) -> Iterable[Told]:
    return ((record["text"], gold_of(record)) for record in _records(file))


def _records(file: Path) -> Iterator[dict[str, Any]]:
    for record in read_records(file):
        if not record.get("text"):
            raise UsageError(f"{file}: a record without text.", "Extract with --with-text.")
        yield record


# Form -> how a file of it is read.
_IMPORTS: dict[str, Callable[[Path], Iterable[Told]]] = {"label-studio": _tasks, "docbin": _docs, "records": _reviewed}
