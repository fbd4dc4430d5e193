"""A corpus, or extracted records, written for another program; and what comes back, as gold files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import DocBin

from congvan.annotations.corpus import GOLD, SENTENCES, read_dispatches, read_sentences
from congvan.annotations.exchange.docbin import from_docbin, to_docbin
from congvan.annotations.exchange.label_studio import from_task, labelling_config, to_task
from congvan.annotations.exchange.records import gold_of
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

    A file that is there is not overwritten: UsageError.
    """
    try:
        kept = list(_IMPORTS[form](file))
    except (OSError, ValueError, KeyError) as error:
        raise UsageError(f"{file} can't be read as {form}: {error}.") from error
    for text, told in kept:
        _put(text, told, out)
    return len(kept)


def _tasks(file: Path) -> Iterable[Told]:
    return (from_task(task) for task in json.loads(file.read_text(encoding="utf-8")))


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


def _put(text: str, told: dict[str, Any], out: Path) -> None:
    family = out / _safe(told.pop("family", "imported"))
    is_sentence = "senses" in told
    name = _safe(told.get("doc") or told.get("id"))
    (family / GOLD).mkdir(parents=True, exist_ok=True)
    if is_sentence:
        with (family / SENTENCES).open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(told | {"text": text}, ensure_ascii=False) + "\n")
        return
    document, gold = family / f"{name}.txt", family / GOLD / f"{name}.json"
    if document.exists() or gold.exists():
        raise UsageError(f"{document} is there already.", "Name an empty folder.")
    document.write_bytes(text.encode("utf-8"))
    gold.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _safe(name: Any) -> str:
    """A name as part of a path. Raises UsageError where it would lead elsewhere."""
    last = Path(str(name)).name
    if not last or last.startswith("."):
        raise UsageError(f"{name!r} can't name a file.", "Mend the name in the tasks.")
    return last
