"""Expands containers: a file that holds files becomes itself (where it has pages), its members, and its end.

The one place where this is done. Members are unpacked one at a time into a temporary folder under numbers, never by
their names; whoever reads a member discards it.
"""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any, cast

from congvan.datamodel.document import path_text
from congvan.errors import CongvanError, DocumentError, SetupError, bug_in
from congvan.reading import CONTAINERS, READERS
from congvan.reading.asked import EVERYTHING, Asked
from congvan.reading.containers.members import MAX_DEPTH, Container, Member, Room
from congvan.reading.sniff import sniff

# What a full or closed temporary folder answers: no fault of the file that is unpacked.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES})


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read. `path`: where its bytes lie now; `name`: how ledger, records and reports call it
    (`shelf.zip/sub/letter.pdf`); `container`: the name of the file that it is a member of, or ""; `top`: the file of
    the user's that it came in."""

    path: Path
    name: str
    container: str
    top: Path

    @classmethod
    def of(cls, path: str | Path) -> File:
        """A file of the user's."""
        return cls(Path(path), path_text(path), "", Path(path))

    def discard(self) -> None:
        """Removes what was unpacked; a file of the user's stays."""
        if self.container:
            with suppress(OSError):
                self.path.unlink()


@dataclass(frozen=True, slots=True)
class Lost:
    """A member that could not be unpacked, or a container that could not be opened."""

    file: File
    error: DocumentError


@dataclass(frozen=True, slots=True)
class Begin:
    """A container was opened; its own pages and its members follow."""

    file: File
    form: str


@dataclass(frozen=True, slots=True)
class End:
    """All members of a container have been given; `trouble`: what was wrong with it, a key of reasons.tsv, or ""."""

    file: File
    form: str
    trouble: str


Opener = Callable[[Path, str, Asked], "Container | None"]


def open_container(path: Path, form: str, asked: Asked = EVERYTHING) -> Container | None:
    """The file open for unpacking; None where its form holds no files, or it holds none. Raises DocumentError."""
    if form not in CONTAINERS:
        return None
    module, _, function = CONTAINERS[form].partition(":")
    return cast("Container | None", getattr(import_module(module), function)(path, asked))


class Unpacker:
    """Expands files, with a temporary folder of its own: `with Unpacker(asked) as unpacker:`.

    `wanted` is asked of every file, members too, before it is opened or given.
    """

    def __init__(
        self,
        asked: Asked = EVERYTHING,
        wanted: Callable[[File], bool] = lambda file: True,
        opener: Opener = open_container,
    ) -> None:
        self._asked = asked
        self._wanted = wanted
        self._opener = opener
        self._folder: tempfile.TemporaryDirectory[str] | None = None  # made when the first member comes
        self._numbers = count(1)

    def __enter__(self) -> Unpacker:
        return self

    def __exit__(self, *_: Any) -> None:
        if self._folder is not None:
            self._folder.cleanup()

    def files(self, file: File) -> Iterator[File | Lost | Begin | End]:
        """What is to be read of a file: the file itself, or what it holds. Raises SetupError (temporary folder)."""
        yield from self._expanded(file, Room(), 0)

    def _expanded(self, file: File, room: Room, depth: int) -> Iterator[File | Lost | Begin | End]:
        if not self._wanted(file):
            file.discard()
            return
        try:
            form = sniff(file.path)
        except (DocumentError, OSError):
            yield file  # whoever reads it meets the same, and tells it
            return
        try:
            container = self._opener(file.path, form, self._asked)
        except DocumentError as error:
            yield Lost(file, error)
            return
        except OSError:
            yield file
            return
        except CongvanError:
            raise
        except Exception as error:  # whatever native libraries, or the memory's end, throw at a strange container
            yield Lost(file, bug_in(error, file.name))
            return
        if container is None:
            yield file
            return
        try:
            yield from self._members(file, form, container, room, depth)
        finally:
            with suppress(Exception):  # all that it held has been given
                container.close()

    def _members(
        self, file: File, form: str, container: Container, room: Room, depth: int
    ) -> Iterator[File | Lost | Begin | End]:
        if depth >= MAX_DEPTH and form not in READERS:
            yield Lost(file, DocumentError("Archives are nested too deep.", reason="too_deep", status="unsupported"))
            return
        yield Begin(file, form)
        if form in READERS:
            yield file
        trouble = container.trouble
        for member in container.members if depth < MAX_DEPTH else ():
            path = self._new_path()
            inner = File(path, f"{file.name}/{member.name}", file.name, file.top)
            try:
                self._unpack(container, member, path, room)
            except DocumentError as error:
                inner.discard()
                if error.reason == "too_many_members":
                    trouble = error.reason
                    break
                yield Lost(inner, error)
            else:
                yield from self._expanded(inner, room, depth + 1)
        yield End(file, form, trouble if depth < MAX_DEPTH else "too_deep")

    def _new_path(self) -> Path:
        if self._folder is None:
            try:
                self._folder = tempfile.TemporaryDirectory(prefix="congvan-", ignore_cleanup_errors=True)
            except OSError as error:
                raise SetupError(f"no temporary folder can be made: {error.strerror}.", "Set TMPDIR.") from error
        return Path(self._folder.name, str(next(self._numbers)))

    def _unpack(self, container: Container, member: Member, path: Path, room: Room) -> None:
        try:
            room.unpack(container, member, path)
        except OSError as error:
            if error.errno in _FULL:
                advice = "Make room there, or set TMPDIR to another folder."
                raise SetupError(f"can't unpack into {path.parent}: {error.strerror}.", advice) from error
            raise DocumentError(f"The member can't be unpacked ({error.strerror}).", reason="unreadable") from error
        except CongvanError:
            raise
        except Exception as error:
            raise bug_in(error, member.name) from error
