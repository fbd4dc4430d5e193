"""Connections to an archive's SQLite file: one that writes, one that can only read; errors in plain words."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from congvan.archive.folder import archive_file
from congvan.errors import SetupError
from congvan.text.folding import bare

# A writer waits this long for another connection's transaction; ingest's last well under a second.
BUSY_SECONDS = 30
# SQLite looks at the clock every so many of its instructions: about a millisecond.
PROGRESS_STEPS = 10_000
# No value of an archive is near this; it stops `zeroblob(2000000000)` and the like from filling the memory.
LONGEST_VALUE = 64 * 1024 * 1024

_READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE}
_FORBIDDEN_FUNCTIONS = {"load_extension", "fts3_tokenizer"}

_to_json = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


def writing_engine(folder: Path) -> Engine:
    """An engine whose every transaction may write; foreign keys hold, readers are not kept waiting (WAL)."""
    engine = _engine(lambda: _open_for_writing(archive_file(folder)))

    @event.listens_for(engine, "begin")
    def _begin(connection: object) -> None:
        # sqlite3 would begin at the first change only: what was read before it could be stale.
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # type: ignore[attr-defined]

    return engine


def plain_reading_engine(folder: Path) -> Engine:
    """An engine on the file opened read-only, for a first look at what stands in it."""
    return _engine(lambda: _connect_read_only(archive_file(folder)))


def reading_engine(folder: Path, clock: Callable[[], bool]) -> Engine:
    """An engine for anybody's queries: the file is opened read-only and every other action is refused.

    `clock` is asked about once a millisecond of work and stops the query by saying True. The tables must be
    there.
    """
    engine = plain_reading_engine(folder)
    # SQLAlchemy asks a few PRAGMAs of a new connection; after them the door is shut.
    with engine.connect() as connection:
        _lock_down(connection.connection.driver_connection, clock)
    return engine


def _engine(creator: Callable[[], sqlite3.Connection]) -> Engine:
    return create_engine(
        "sqlite://", creator=creator, poolclass=StaticPool, json_serializer=_to_json, hide_parameters=True
    )


def _open_for_writing(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    # FULL: a committed file survives a power cut too; one flush a file is nothing beside reading it.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    # What is deleted is overwritten: a file found to be secret leaves nothing behind.
    connection.execute("PRAGMA secure_delete = ON")
    _add_functions(connection)
    return connection


def _lock_down(connection: Any, clock: Callable[[], bool]) -> None:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    _add_functions(connection)
    # FTS5 reads its own tables with statements that the authorizer would refuse; it keeps them once prepared.
    connection.execute("SELECT rowid FROM dispatch_index WHERE dispatch_index MATCH 'a' LIMIT 1").fetchall()
    connection.set_authorizer(_only_reading)
    connection.set_progress_handler(clock, PROGRESS_STEPS)


def _connect_read_only(file: Path) -> sqlite3.Connection:
    """Read-only; where SQLite may not make its WAL files (a backup, a CD) the file is taken as final."""
    address = file.resolve().as_uri()
    connection = _connect_uri(f"{address}?mode=ro")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except sqlite3.OperationalError:
        connection.close()
        if os.access(file.parent, os.W_OK) or _has_pending_changes(file):
            raise
        connection = _connect_uri(f"{address}?mode=ro&immutable=1")
    return connection


def _connect_uri(address: str) -> sqlite3.Connection:
    return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None)


def _has_pending_changes(file: Path) -> bool:
    log = file.with_name(file.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _only_reading(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    if action in _READING:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and second not in _FORBIDDEN_FUNCTIONS:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA and first == "data_version" and second is None:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _add_functions(connection: sqlite3.Connection) -> None:
    connection.create_function("bare", 1, lambda v: None if v is None else bare(str(v)), deterministic=True)


@contextmanager
def archive_errors(folder: Path) -> Iterator[None]:
    """Turns SQLite's complaints about the surroundings into a SetupError; our own mistakes pass through."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        told = told_error(folder, cause)
        if told is None:
            raise
        raise told from error


# SQLite's name of the error, up to its first two words -> what to do
_ADVICE = {
    "SQLITE_FULL": "The disk is full: free some space and run again.",
    "SQLITE_BUSY": "Another program holds the archive: wait until it has finished.",
    "SQLITE_LOCKED": "Another program holds the archive: wait until it has finished.",
    "SQLITE_READONLY": "Give your account the right to write in this folder, or choose another --archive.",
    "SQLITE_CANTOPEN": "Give your account the right to write in this folder, or choose another --archive.",
    "SQLITE_PERM": "Give your account the right to write in this folder, or choose another --archive.",
    "SQLITE_IOERR": "The disk does not answer as it should: check it, and restore a backup if need be.",
    "SQLITE_CORRUPT": "The file is damaged: restore a backup of the folder.",
    "SQLITE_NOTADB": "The file is no archive or is damaged: restore a backup, or choose another --archive.",
}


def told_error(folder: Path, cause: BaseException | None) -> SetupError | None:
    """The error that tells the user what SQLite met, or None where the mistake is congvan's."""
    name = getattr(cause, "sqlite_errorname", "") or ""
    for known, advice in _ADVICE.items():
        if name == known or name.startswith(known + "_"):
            return SetupError(f"archive {folder}: {cause}.", advice)
    return None
