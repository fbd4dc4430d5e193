"""The files that a user's paths name: folders are walked, no link is followed out of them.

Left out below a named folder are names that begin with a dot, and folders that hold an IGNORE_FILE, the named one too.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from congvan.errors import UsageError

# A folder that holds a file of this name is passed over: its owner says that no documents lie in it.
IGNORE_FILE = ".congvanignore"


def files_of(paths: Iterable[str | Path], without: Path | None = None) -> Iterator[Path]:
    """Every file below the paths, in sorted order, each once; but for what is hidden and folders with an IGNORE_FILE.

    Broken symlinks and unreadable folders are given too: they become outcomes. Symlinked folders are not entered
    (they may lead round in circles). `without`: a file that is no document, whatever it is called (passwords).
    Raises UsageError for a named path that is not there.
    """
    for file in _files_of(paths):
        if without is None or not _same(file, without):
            yield file


def _same(file: Path, other: Path) -> bool:
    try:
        return file.samefile(other)
    except OSError:
        return False


def _files_of(paths: Iterable[str | Path]) -> Iterator[Path]:
    seen: set[Path] = set()
    for name in paths:
        path = Path(name)
        if os.path.isdir(path):
            for file in _walk(path):
                yield from _once(file, seen)
        elif os.path.lexists(path):
            yield from _once(path, seen)
        else:
            raise UsageError(f"{path}: no such file or folder.", "Check the path.")


def _once(path: Path, seen: set[Path]) -> Iterator[Path]:
    key = path.absolute()
    if key not in seen:
        seen.add(key)
        yield path


def _walk(folder: Path) -> Iterator[Path]:
    """Every entry below the folder that is no folder: files, links, and what only looks like a file."""
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        if place != folder and (os.path.islink(place) or not os.path.isdir(place)):
            yield place
            continue
        try:
            entries = sorted(os.scandir(place), key=lambda e: e.name)
        except OSError:
            yield place  # reading it fails again, and that failure is told
            continue
        if not any(entry.name == IGNORE_FILE for entry in entries):
            waiting += [Path(entry.path) for entry in reversed(entries) if not entry.name.startswith(".")]
