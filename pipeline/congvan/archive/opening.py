"""Opens an archive for reading: looks how far it is, migrates an older one, then locks the connection."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine

from congvan.archive import migrate
from congvan.archive.connect import archive_errors, plain_reading_engine, reading_engine
from congvan.archive.folder import existing
from congvan.archive.store import Store


def open_for_reading(folder: Path, clock: Callable[[], bool]) -> Engine:
    """An engine that can only read; `clock` stops a query by saying True.

    Raises UsageError where there is no archive, SetupError where it can't be read, is older and can't be
    migrated, or was made by a newer congvan.
    """
    existing(folder)
    with archive_errors(folder):
        engine = plain_reading_engine(folder)
        with engine.connect() as connection:
            state = migrate.state_of(connection, folder)
        engine.dispose()
    if state != "current":
        Store.open(folder).close()
    with archive_errors(folder):
        return reading_engine(folder, clock)
