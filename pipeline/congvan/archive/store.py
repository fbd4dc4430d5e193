"""The single writer of an archive: one transaction a file, for its ledger row, records and texts together.

The folder is locked while a Store is open, so that two runs never write into one archive; readers are free.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from congvan.archive import derived, migrate, schema, search
from congvan.archive.connect import archive_errors, writing_engine
from congvan.archive.folder import locked, make_folder
from congvan.archive.rows import (
    FileRow,
    PathRow,
    digest_of,
    dispatch_row,
    part_rows,
    read_record,
)
from congvan.datamodel.document import path_text
from congvan.datamodel.record import Record
from congvan.errors import DocumentError

# SQLite and PostgreSQL keep whole numbers in 64 bits.
_LARGEST = 2**63 - 1


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Store:
    """An archive open for writing: `with Store.open(folder) as store:`; each method is one transaction.

    Nothing is kept in memory between calls. The times of the ledger come from `now`.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime] = _utc_now) -> None:
        self.folder = folder
        self._now = now
        self._lock = locked(folder)
        self._engine = writing_engine(folder)

    @classmethod
    def open(cls, folder: Path, now: Callable[[], datetime] = _utc_now) -> Store:
        """Opens the archive in `folder`: makes it where there is none, migrates an older one.

        A new archive is readable by its owner alone (it names secret files); who else may read it is the
        owner's to decide. Raises UsageError where the path is a file, SetupError where the folder can't be
        written, another congvan writes to it, or a newer one made it.
        """
        make_folder(folder)
        store = cls(folder, now)
        try:
            with store._transaction() as connection:
                state = migrate.state_of(connection, folder)
                if state == "empty":
                    migrate.create(connection)
                elif state == "older":
                    migrate.upgrade(connection)
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Releases the archive. Closing twice is no fault."""
        self._engine.dispose()
        self._lock.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ---- reading the ledger

    def known(self, sha256: str) -> FileRow | None:
        """The ledger row of a content, or None where it was never read."""
        with self._transaction() as connection:
            query = select(schema.files).where(schema.files.c.sha256 == sha256)
            row = connection.execute(query).one_or_none()
        return None if row is None else _file_row(row)

    def path(self, path: str) -> PathRow | None:
        """What was last seen at a path, or None."""
        with self._transaction() as connection:
            query = select(schema.paths).where(schema.paths.c.path == path_text(path))
            row = connection.execute(query).one_or_none()
        return None if row is None else _path_row(row)

    def paths(self) -> list[PathRow]:
        """Every path of the ledger, in order of path."""
        with self._transaction() as connection:
            query = select(schema.paths).order_by(schema.paths.c.path)
            return [_path_row(row) for row in connection.execute(query)]

    def files(self) -> list[FileRow]:
        """Every content of the ledger, in order of sha256."""
        with self._transaction() as connection:
            query = select(schema.files).order_by(schema.files.c.sha256)
            return [_file_row(row) for row in connection.execute(query)]

    def record(self, dispatch_id: str, *, with_text: bool = False) -> Record | None:
        """The record as it was put (its text only on demand), or None."""
        with self._transaction() as connection:
            return read_record(connection, dispatch_id, with_text=with_text)

    # ---- writing

    def put(self, row: FileRow, records: Iterable[Record] = (), texts: Sequence[str | None] | None = None) -> bool:
        """Writes one file's ledger row, records and texts in place of what stood there before.

        `texts`: the canonical text of each record, in their order; without it the records' own `text`. A file
        of status `secret` has neither: of it only path, sha256, size, settings, status and
        reason are kept.
        True where something was written, False where the very same was there already (only the time of the
        last look is noted then).
        Raises SetupError where the archive can't be written, DocumentError where an id is taken by another
        file or a figure is beyond 64 bits, ValueError where row and records don't belong together.
        """
        records = tuple(records)
        texts = tuple(record.text for record in records) if texts is None else tuple(texts)
        row = _checked(row, records, texts)
        digest = digest_of(row, records, texts)
        with self._transaction() as connection:
            of_file = schema.files.c.sha256 == row.sha256
            before = connection.execute(select(schema.files.c.digest).where(of_file)).scalar_one_or_none()
            if before != digest:
                _forget(connection, row.sha256)
                self._write_file(connection, row, len(records), digest)
                for record, body in zip(records, texts, strict=True):
                    _write_record(connection, record, body)
            self._write_path(connection, PathRow(row.path, row.sha256, row.size, row.mtime_ns))
        if before not in (None, digest) and row.status == "secret":
            self._wipe()
        return before != digest

    def see(self, rows: Iterable[PathRow]) -> None:
        """Notes what was found at paths: content that is known (`sha256`), or why nothing was read.

        Raises ValueError for a sha256 that no file row has.
        """
        with self._transaction() as connection:
            for row in rows:
                self._write_path(connection, row)

    def vanish(self, paths: Iterable[str]) -> None:
        """Notes that these paths are gone; records and texts of their content stay."""
        with self._transaction() as connection:
            for path in paths:
                gone = update(schema.paths).where(schema.paths.c.path == path_text(path))
                connection.execute(gone.values(status="vanished", last_seen=self._time()))

    def _write_file(self, connection: Connection, row: FileRow, dispatches: int, digest: str) -> None:
        time = self._time()
        values = {c.name: getattr(row, c.name) for c in schema.files.columns if hasattr(row, c.name)}
        values |= {"path": path_text(row.path), "failed_pages": list(row.failed_pages)}
        values |= {"dispatches": dispatches, "digest": digest, "last_seen": time, "read_at": time}
        statement = upsert(schema.files).values(**values, first_seen=time)
        connection.execute(statement.on_conflict_do_update(index_elements=["sha256"], set_=values))

    def _write_path(self, connection: Connection, row: PathRow) -> None:
        time = self._time()
        if row.sha256 is not None:
            seen = update(schema.files).where(schema.files.c.sha256 == row.sha256).values(last_seen=time)
            if connection.execute(seen).rowcount == 0:
                raise ValueError(f"no file {row.sha256!r} is in the archive; put it first")
        values: dict[str, Any] = {name: getattr(row, name) for name in PathRow.__dataclass_fields__}
        values |= {"path": path_text(row.path), "last_seen": time}
        statement = upsert(schema.paths).values(**values, first_seen=time)
        connection.execute(statement.on_conflict_do_update(index_elements=["path"], set_=values))

    def _wipe(self) -> None:
        """Overwrites what the index and the write-ahead log still hold of a file found to be secret."""
        with self._transaction() as connection:
            connection.execute(text("INSERT INTO dispatch_index(dispatch_index) VALUES ('optimize')"))
        with archive_errors(self.folder), self._engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")  # a checkpoint can't run inside a transaction
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql("BEGIN")

    def _time(self) -> str:
        return self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with archive_errors(self.folder), self._engine.begin() as connection:
            yield connection


def _checked(row: FileRow, records: Sequence[Record], texts: Sequence[str | None]) -> FileRow:
    """The row as it may be kept. Raises ValueError where it and the records don't belong together."""
    if row.status not in schema.FILE_STATES:
        raise ValueError(f"unknown status {row.status!r}")
    if len(records) != len(texts):
        raise ValueError(f"{len(records)} records but {len(texts)} texts")
    for record in records:
        if (record.source.sha256, record.source.form) != (row.sha256, row.form):
            raise ValueError(f"record {record.id} is not of file {row.sha256}")
    if row.status == "secret":
        if records:
            raise ValueError(f"file {row.sha256} is secret: no record of it may be kept")
        row = FileRow(
            row.sha256, row.path, "", row.size, "secret", row.reason, settings=row.settings, mtime_ns=row.mtime_ns
        )
    return row


def _forget(connection: Connection, sha256: str) -> None:
    """Removes every dispatch of a file, its parts and its words in the index."""
    table, texts = schema.dispatches, schema.texts
    query = select(table.c.key, texts.c.text).join(texts, texts.c.dispatch_id == table.c.id)
    for key, body in connection.execute(query.where(table.c.sha256 == sha256)).all():
        search.unindex(connection, key, body)
    named = derived.keys_of_file(connection, sha256)
    connection.execute(delete(table).where(table.c.sha256 == sha256))
    derived.forget(connection, named)


def _write_record(connection: Connection, record: Record, body: str | None) -> None:
    table = schema.dispatches
    taken = connection.execute(select(table.c.sha256).where(table.c.id == record.id)).scalar_one_or_none()
    if taken is not None:
        raise DocumentError(f"the id {record.id} is taken by another file ({taken}).", reason="id_taken")
    connection.execute(insert(table).values(**dispatch_row(record)))
    for part, rows in part_rows(record).items():
        if any(isinstance(v, int) and not -_LARGEST - 1 <= v <= _LARGEST for values in rows for v in values.values()):
            told = f"a figure in {part.name} of {record.id} is too large to keep."
            raise DocumentError(told, reason="figure_too_large")
        if rows:
            connection.execute(insert(part), rows)
    derived.write(connection, record, body)
    if body is not None:
        connection.execute(insert(schema.texts).values(dispatch_id=record.id, text=body))
        key = connection.execute(select(table.c.key).where(table.c.id == record.id)).scalar_one()
        search.index(connection, key, body)


def _file_row(row: Row[Any]) -> FileRow:
    known = {name: row._mapping[name] for name in FileRow.__dataclass_fields__ if name in row._mapping}
    return FileRow(**known | {"failed_pages": tuple(row.failed_pages)})


def _path_row(row: Row[Any]) -> PathRow:
    return PathRow(**{name: row._mapping[name] for name in PathRow.__dataclass_fields__})
