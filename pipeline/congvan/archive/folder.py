"""The folder of an archive: where it is, who may write to it."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import IO

from congvan.errors import SetupError, UsageError

ARCHIVE_FILE = "archive.db"
LOCK_FILE = "writer.lock"

_NO_RIGHT = "Check the rights of your account there, or choose another --archive."
_NO_ARCHIVE = "Name another with --archive, or make one with `congvan ingest`."


def archive_file(folder: Path) -> Path:
    """The SQLite file inside an archive's folder."""
    return folder / ARCHIVE_FILE


def existing(folder: Path) -> Path:
    """The folder, if an archive stands there. Raises UsageError if none does, SetupError if that can't be seen."""
    try:
        if not folder.exists():
            raise UsageError(f"no archive at {folder}.", _NO_ARCHIVE)
        if not folder.is_dir():
            raise UsageError(f"{folder} is a file; an archive is a folder.", _NO_ARCHIVE)
        if not archive_file(folder).is_file():
            raise UsageError(f"{folder} holds no {ARCHIVE_FILE}.", _NO_ARCHIVE)
    except OSError as error:
        raise SetupError(f"the archive {folder} can't be read: {error.strerror}.", _NO_RIGHT) from error
    return folder


def make_folder(folder: Path) -> None:
    """Makes the folder and an empty archive file, readable by their owner alone; what is there stays as it is.

    Raises UsageError where the path is a file, SetupError where it can't be made.
    """
    try:
        if folder.exists() and not folder.is_dir():
            raise UsageError(f"{folder} is a file; an archive is a folder.", "Name a folder with --archive.")
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = archive_file(folder)
        if not file.exists():
            os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError as error:
        raise SetupError(f"the archive {folder} can't be made: {error.strerror}.", _NO_RIGHT) from error


def locked(folder: Path) -> IO[str]:
    """The open lock file of the folder; the lock goes with the process, however that ends.

    Raises SetupError where another process holds it or the folder can't be written.
    """
    try:
        lock = (folder / LOCK_FILE).open("a")
    except OSError as error:
        raise SetupError(f"the archive {folder} can't be written: {error.strerror}.", _NO_RIGHT) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        advice = "Wait until it has finished, then run again."
        raise SetupError(f"another congvan is writing to the archive {folder}.", advice) from error
    return lock
