"""Containers of a run: expanded between the list of files and the workers, their outcomes gathered afterwards.

Each member is a file of the run with its own outcome; the container is one too, told after its members. ZIP archives
are unpacked in this process; PDFs are opened by pdfium in a process of their own, so that one that kills it costs no
more than itself.
"""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from congvan.errors import DocumentError
from congvan.ingest.outcome import COVER_SECRET, TROUBLED, Outcome, moment_of
from congvan.ingest.workers import failed, process_files, start_worker
from congvan.pipeline import Options, digest_of
from congvan.reading import READERS
from congvan.reading.asked import Asked
from congvan.reading.containers.covers import Covers, all_secret
from congvan.reading.containers.members import Container, Member
from congvan.reading.containers.unpacked import Begin, End, File, Lost, Unpacker, open_container

# Asked of a file (and the name of the cover nearest around it, or "") before it is opened or read: None where it must
# be read; otherwise what tells, once the run has come to the end of its container, the state of its content.
Wanted = Callable[[File, str], Callable[[], str] | None]


def read_all(file: File, cover: str) -> None:
    """Every file must be read."""


class _End(Outcome):
    """What is known of a container itself, behind its members; it passes through the workers in its place."""


def read_files(paths: Iterable[Path], options: Options, workers: int) -> Iterator[Outcome]:
    """The outcome of every file and of every file in it, in order, a container's after those of its members.

    Raises SetupError as soon as the surroundings are at fault.
    """
    with Shelf(options, workers) as shelf:
        for outcome in process_files(shelf.expanded(paths), options, workers):
            yield from shelf.gathered(outcome)


@dataclass
class _Opened:
    """A container whose members are being read: the outcome of its own pages, and the states of its members."""

    file: File
    moment: tuple[int, int] | None
    own: Outcome | None = None
    states: Counter[str] = field(default_factory=Counter)
    passed: list[Callable[[], str]] = field(default_factory=list)

    def outcome(self, end: _End) -> Outcome:
        """What the container came to; a member that was known already counts as what it is known to be."""
        self.states.update(state() for state in self.passed)
        whole = self.own or Outcome(**vars(end))
        if whole.status not in ("done", "partial"):
            return whole
        if moment_of(self.file.path) not in (self.moment, None):
            return replace(whole, status="skipped", sha256=None, records=(), reason="skipped", message="")
        lost = self.states["failed"] + self.states["partial"]
        reason = end.reason or ("members_failed" if lost else whole.reason)
        read = self.states.total() - self.states["failed"] - self.states["unsupported"]
        if reason:
            status = "partial" if self.own or read else "failed"
        elif self.own is None and all_secret(self.states):
            status = "secret"
        elif self.own or read:
            status = whole.status
        else:
            status, reason = "unsupported", "members_unsupported"
        return replace(whole, status=status, reason=reason, message=whole.message or self._message())

    def _message(self) -> str:
        """How many members were not read whole; those that were don't count: a second run finds fewer of them."""
        return ", ".join(f"{n} {state}" for state, n in sorted(self.states.items()) if state in TROUBLED)


class Shelf:
    """The containers of one run. `wanted` is asked of every file, members too, before it is opened or read."""

    def __init__(self, options: Options, workers: int, wanted: Wanted = read_all) -> None:
        self._opened: dict[str, _Opened] = {}
        self._covers = Covers()
        self._wanted = wanted
        self._apart = _Apart() if workers > 1 else None
        opener = self._apart.open if self._apart else open_container
        self._unpacker = Unpacker(options.asked, self._is_wanted, opener)

    def __enter__(self) -> Shelf:
        return self

    def __exit__(self, *_: Any) -> None:
        self._unpacker.__exit__()
        if self._apart:
            self._apart.close()

    def expanded(self, paths: Iterable[Path]) -> Iterator[File | Outcome]:
        """What the workers are to read, in order; outcomes that are known already pass through them."""
        for path in paths:
            for found in self._unpacker.files(File.of(path)):
                if isinstance(found, File):
                    yield found
                elif isinstance(found, Begin):
                    self._covers.begin(found)
                    self._opened[found.file.name] = _Opened(found.file, moment_of(found.file.path))
                elif isinstance(found, Lost):
                    yield failed(found.file, found.error)
                    found.file.discard()
                else:
                    yield _end(found)

    def gathered(self, outcome: Outcome) -> Iterator[Outcome]:
        """The outcomes that are settled by this one; a container's own pages wait for its members."""
        opened = self._opened.get(outcome.path)
        if opened is None:
            yield self._counted(outcome)
        elif isinstance(outcome, _End):
            del self._opened[outcome.path]
            self._covers.end(outcome.path)
            yield self._counted(opened.outcome(outcome))
        else:
            opened.own = outcome
            self._covers.tell(outcome.path, outcome.status)

    def _counted(self, outcome: Outcome) -> Outcome:
        """The outcome, noted for its container. The stamp on a cover closes what is attached."""
        around = self._opened.get(outcome.container)
        if around is None:
            return outcome
        outcome = replace(outcome, cover=self._covers.nearest(outcome.container))
        if self._covers.closed(outcome.container):
            reason = "" if outcome.status == "secret" else COVER_SECRET
            outcome = replace(outcome, status="secret", records=(), failures=(), reason=reason, message="")
        around.states[outcome.status] += 1
        return outcome

    def _is_wanted(self, file: File) -> bool:
        state = self._wanted(file, self._covers.nearest(file.container))
        if state is not None and file.container:
            self._opened[file.container].passed.append(state)
        return state is None


def _end(found: End) -> _End:
    file = found.file
    end = _End(file.name, "done", form=found.form, reason=found.trouble, container=file.container, top=file.top)
    if found.form in READERS:
        return end  # the outcome of its pages knows the rest
    try:
        sha256, size, mtime = digest_of(file.path)
    except (DocumentError, OSError) as error:
        return _End(**vars(failed(file, error)))
    file.discard()
    return replace(end, sha256=sha256, size=size, mtime_ns=None if file.container else mtime)


class _Apart:
    """Opens PDFs in a process of its own, started when the first one comes."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    def open(self, path: Path, form: str, asked: Asked) -> Container | None:
        """See `open_container`; a PDF that kills the process is told as `crashed` when its members are asked for."""
        if form != "pdf":
            return open_container(path, form, asked)
        try:
            held = self.call(_hold, path, form, asked)
        except DocumentError as error:
            return _Distant(self, path, form, asked, (), error.reason)
        return _Distant(self, path, form, asked, *held) if held else None

    def call(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """What the function gives over there. Raises DocumentError (`crashed`) where it kills the process."""
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(1, mp_context=context, initializer=start_worker)
        try:
            return self._pool.submit(function, *arguments).result()
        except BrokenProcessPool as error:
            self.close()
            raise DocumentError("The process that unpacks died.", reason="crashed") from error

    def close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None


class _Distant:
    """A container that another process holds open: see `members.Container`."""

    def __init__(
        self, apart: _Apart, path: Path, form: str, asked: Asked, members: tuple[Member, ...], trouble: str
    ) -> None:
        self._apart, self._where = apart, (path, form, asked)
        self.members, self.trouble = members, trouble

    def unpack(self, member: Member, into: Path, room: int) -> int:
        """See `members.Container`."""
        return int(self._apart.call(_unpack, *self._where, member, into, room))

    def close(self) -> None:
        """Releases the file over there; a process that has died holds nothing any more."""
        if self.members:
            with suppress(DocumentError):
                self._apart.call(_release, self._where[0])


# What this process holds open for its parent.
_held: dict[Path, Container] = {}


def _hold(path: Path, form: str, asked: Asked) -> tuple[tuple[Member, ...], str] | None:
    container = open_container(path, form, asked)
    if container is None:
        return None
    _held[path] = container
    return container.members, container.trouble


def _unpack(path: Path, form: str, asked: Asked, member: Member, into: Path, room: int) -> int:
    if path not in _held and _hold(path, form, asked) is None:  # the process that held it has died
        raise DocumentError("The container can't be opened any more.", reason="unreadable")
    return _held[path].unpack(member, into, room)


def _release(path: Path) -> None:
    container = _held.pop(path, None)
    if container is not None:
        container.close()
