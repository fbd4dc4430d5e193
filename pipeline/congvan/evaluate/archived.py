"""Records that stand in an archive, so that what was ingested need not be read again; what its ledger calls secret."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from congvan.archive.folder import archive_file
from congvan.evaluate.likeness import Json
from congvan.evaluate.report import document_at, document_of
from congvan.query import Archive


@dataclass(frozen=True)
class Predictions:
    """`records`: what is to be measured, those of a stack in order; `secret`: names of documents that an archive's
    ledger calls secret."""

    records: list[dict[str, Any]]
    secret: frozenset[str] = frozenset()
    from_archive: bool = False


def is_archive(place: Path) -> bool:
    """Is this a folder that `congvan ingest` made?"""
    return archive_file(place).is_file()


def read_archive(folder: Path, names: Collection[str], *, with_text: bool = False) -> Predictions:
    """What the archive tells of the documents with these names (stems of its paths, or of the files they are
    members of); `source.path` is the name. `with_text`: the text that was read, too, where the archive has it.

    Raises UsageError and SetupError as Archive.
    """
    secret: set[str] = set()
    named: dict[tuple[str, str], None] = {}  # one content at two paths is one document
    with Archive(folder) as archive:
        paths = archive.table("paths")
        for path, sha256, status in paths[["path", "sha256", "file_status"]].itertuples(index=False):
            name = document_at(path, names)
            if name in names and isinstance(sha256, str):
                named[name, sha256] = None
                if status == "secret":
                    secret.add(name)
        wanted = {sha256 for _, sha256 in named}
        kept: dict[str, list[dict[str, Any]]] = {}
        for record in archive.records(with_text=with_text):
            if record.source.sha256 in wanted:
                kept.setdefault(record.source.sha256, []).append(json.loads(record.to_json()))
    records = [
        record | {"source": record["source"] | {"path": name}}
        for name, sha256 in named
        for record in kept.get(sha256, ())
    ]
    return Predictions(records, frozenset(secret), from_archive=True)


def marked_secret(gold: Iterable[Json]) -> set[str]:
    """Names of the documents whose gold bears a secrecy mark on any of their dispatches."""
    return {document_of(record) for record in gold if ((record.get("header") or {}).get("secrecy") or {}).get("value")}


def without_secrets(gold: Sequence[Json], secret: Collection[str]) -> list[Json]:
    """The gold records but those of documents that are rightly told to be secret: there is nothing else to find."""
    rightly = marked_secret(gold) & set(secret)
    return [record for record in gold if document_of(record) not in rightly]


def told_secrets(gold: Iterable[Json], secret: Collection[str]) -> str:
    """One line: how many of the marked documents the ledger calls secret, and which it calls so without a mark."""
    marked = marked_secret(gold)
    unmarked = sorted(set(secret) - marked)
    return f"secret: {len(marked & set(secret))} of {len(marked)} told" + (
        f"; without a mark: {', '.join(unmarked)}" if unmarked else ""
    )
