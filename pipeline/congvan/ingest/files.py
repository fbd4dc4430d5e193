"""The files that a user's paths name: folders are walked, no link is followed out of them, nothing is left out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from congvan.errors import UsageError

# A folder that holds a file of this name is passed over: its owner says that no documents lie in it.
IGNORE_FILE = ".congvanignore"


def files_of(paths: Iterable[str | Path]) -> Iterator[Path]:
    """Every file below the paths, in sorted order, each once; but for what is hidden and folders with an IGNORE_FILE.

    Broken symlinks and unreadable folders are given too: they become outcomes. Symlinked folders are not entered
    (they may lead round in circles). Raises UsageError for a named path that is not there.
    """
    seen: set[Path] = set()
    for name in paths:
        path = Path(name)
        if not path.is_dir() or (path.is_symlink() and not path.exists()):
            if not os.path.lexists(path):
                raise UsageError(f"{path}: no such file or folder.", "Check the path.")
            yield from _once(path, seen)
        else:
            for file in _walk(path):
                yield from _once(file, seen)


def _once(path: Path, seen: set[Path]) -> Iterator[Path]:
    key = path.absolute()
    if key not in seen:
        seen.add(key)
        yield path


def _walk(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except OSError:
        yield folder  # reading it fails again, and that failure is told
        return
    if any(entry.name == IGNORE_FILE for entry in entries):
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif entry.is_file() or entry.is_symlink():
            yield Path(entry.path)
