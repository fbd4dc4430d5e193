"""What goes in and out of the tables: the ledger rows of files and paths, and records as rows."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, RowMapping, Table, select
from sqlalchemy import text as statement

from congvan.archive import schema
from congvan.datamodel.document import path_text
from congvan.datamodel.record import (
    HEADER_FIELDS,
    ITEM_MODELS,
    Flag,
    Frozen,
    Header,
    HeaderField,
    Record,
    RecordSource,
)

Row = dict[str, Any]
M = TypeVar("M", bound=Frozen)


@dataclass(frozen=True)
class FileRow:
    """One content in the ledger: what was read and what it came to.

    `path`: where it was read; `status`: one of `schema.FILE_STATES`; `reason`: a key of lexicons/reasons.tsv
    or ""; `pages`: how many, None where unknown; `failed_pages`: their numbers from 1; `settings`:
    fingerprint of whatever changes the result (a differing one means: read again); `secret_kept`: read with
    `--secret keep` in spite of a stamp; `seconds`: the time it took; `mtime_ns`: of the path, to tell an
    unchanged file without reading it.
    """

    sha256: str
    path: str
    form: str
    size: int
    status: str
    reason: str = ""
    message: str = ""
    advice: str = ""
    pages: int | None = None
    failed_pages: tuple[int, ...] = ()
    secret_kept: bool = False
    settings: str = ""
    seconds: float | None = None
    mtime_ns: int | None = None


@dataclass(frozen=True)
class PathRow:
    """One path in the ledger; `sha256` is None where it was never read (`status`: one of
    `schema.PATH_STATES`).
    """

    path: str
    sha256: str | None
    size: int | None = None
    mtime_ns: int | None = None
    status: str = "present"
    reason: str = ""
    message: str = ""
    advice: str = ""


def ordinal_of(record: Record) -> int:
    """The n of `<sha256[:12]>-<n>`. Raises ValueError where the id is not of this record's file."""
    match = re.fullmatch(r"([0-9a-f]+)-([1-9]\d*)", record.id)
    if match is None or match[1] != record.source.sha256[:12]:
        raise ValueError(f"id {record.id!r} is not of file {record.source.sha256!r}")
    return int(match[2])


def digest_of(row: FileRow, records: Iterable[Record], texts: Iterable[str | None]) -> str:
    """One hash of all that a reading of a file gave; paths and the time it took do not count."""
    parts = [row.status, row.reason, row.message, row.advice, row.form, str(row.pages), str(row.failed_pages)]
    parts += [str(row.secret_kept), row.settings]
    for record, text in zip(records, texts, strict=True):
        source = record.source.model_copy(update={"path": ""})
        parts.append(record.model_copy(update={"source": source, "text": text}).to_json())
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "backslashreplace")
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()


def dispatch_row(record: Record) -> Row:
    """The row of `dispatches`: where it came from, header values and their confidences."""
    row: Row = {
        "id": record.id,
        "sha256": record.source.sha256,
        "ordinal": ordinal_of(record),
        "path": path_text(record.source.path),
        "reading": record.source.reading,
        "pages": list(record.source.pages),
    }
    for name in HEADER_FIELDS:
        found: HeaderField | None = getattr(record.header, name)
        row[name] = found.value if found else None
        row[f"{name}_confidence"] = found.confidence if found else None
    return row


def part_rows(record: Record) -> dict[Table, list[Row]]:
    """The rows of every table below a dispatch, texts aside."""
    head = ((name, getattr(record.header, name)) for name in HEADER_FIELDS)
    rows = {
        schema.header_fields: [
            {"dispatch_id": record.id, "field": name, **found.model_dump(mode="json")} for name, found in head if found
        ],
        schema.flags: _listed(record.id, record.flags),
    }
    for kind, table in schema.item_tables.items():
        rows[table] = _listed(record.id, getattr(record, kind))
    return rows


def _listed(dispatch_id: str, members: Sequence[Any]) -> list[Row]:
    return [
        {"dispatch_id": dispatch_id, "ordinal": n, **member.model_dump(mode="json")}
        for n, member in enumerate(members, 1)
    ]


def read_record(connection: Connection, dispatch_id: str, *, with_text: bool = False) -> Record | None:
    """The record as it was put, or None where there is none of this id."""
    table = schema.dispatches
    query = select(table, schema.files.c.form).join(schema.files).where(table.c.id == dispatch_id)
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        return None
    body = select(schema.texts.c.text).where(schema.texts.c.dispatch_id == dispatch_id)
    lists: dict[str, Any] = {
        kind: _read_list(connection, schema.item_tables[kind], model, dispatch_id)
        for kind, model in ITEM_MODELS.items()
    }
    return Record(
        id=dispatch_id,
        source=RecordSource(**{name: row[name] for name in RecordSource.model_fields}),
        header=_read_header(connection, dispatch_id),
        flags=_read_list(connection, schema.flags, Flag, dispatch_id),
        text=connection.execute(body).scalar_one_or_none() if with_text else None,
        **lists,
    )


def read_body_links(connection: Connection, dispatch_id: str) -> tuple[list[Any], list[str]]:
    """The rows of v_body_links of one dispatch, by role, item and place in its list; and the names of their columns."""
    asked = statement("SELECT * FROM v_body_links WHERE dispatch_id = :id ORDER BY role, ordinal, member")
    found = connection.execute(asked, {"id": dispatch_id})
    return [tuple(row) for row in found], list(found.keys())


def _read_header(connection: Connection, dispatch_id: str) -> Header:
    table = schema.header_fields
    rows = connection.execute(select(table).where(table.c.dispatch_id == dispatch_id)).mappings()
    return Header(**{row["field"]: _read_model(row, HeaderField) for row in rows})


def _read_list(connection: Connection, table: Table, model: type[M], dispatch_id: str) -> tuple[M, ...]:
    query = select(table).where(table.c.dispatch_id == dispatch_id).order_by(table.c.ordinal)
    return tuple(_read_model(row, model) for row in connection.execute(query).mappings())


def _read_model(row: RowMapping, model: type[M]) -> M:
    return model(**{name: row[name] for name in model.model_fields})
