"""Brings a folder of files into an archive: what is known is passed over, each new file is one transaction.

The parent process is the only writer; workers return outcomes. A bad file becomes a row of the ledger and the rest of
the batch goes on; a fault of the surroundings (SetupError) ends the run at once and books nothing against the files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from congvan.archive.rows import FileRow, PathRow
from congvan.archive.schema import PATH_STATES
from congvan.archive.store import Store
from congvan.errors import DocumentError
from congvan.ingest.files import files_of
from congvan.ingest.outcome import COVER_SECRET, TROUBLED, Outcome, explain
from congvan.ingest.unpack import Shelf
from congvan.ingest.workers import default_workers, failed, process_files
from congvan.pipeline import Options, digest_of
from congvan.reading.containers.unpacked import File


@dataclass
class Report:
    """What a run came to: how many files ended in each state, how many records, and the troubled ones by name."""

    states: Counter[str] = field(default_factory=Counter)
    dispatches: int = 0
    pages: int = 0
    troubled: list[Outcome] = field(default_factory=list)

    @property
    def files(self) -> int:
        """All files of the run; always the sum over the states."""
        return sum(self.states.values())

    def add(self, outcome: Outcome) -> None:
        """Counts one outcome."""
        self.states[outcome.status] += 1
        self.dispatches += len(outcome.records)
        self.pages += outcome.pages
        if outcome.status in TROUBLED:
            self.troubled.append(replace(outcome, records=()))


def ingest(
    paths: Iterable[str | Path], archive: str | Path, options: Options | None = None, workers: int = 0
) -> Report:
    """Brings files and folders into the archive at a folder (made where there is none).

    `workers`: processes, 0 for one a core. Raises UsageError for a path that is not there, SetupError where engine
    or archive are at fault; a bad file is told in the report.
    """
    with Store.open(Path(archive)) as store:
        return ingest_files(files_of(paths), store, options or Options(), workers or default_workers())


def ingest_files(
    files: Iterable[Path],
    store: Store,
    options: Options,
    workers: int,
    watch: Callable[[Outcome], None] = lambda outcome: None,
) -> Report:
    """Reads what is new among the files and writes it; `watch` is told each outcome as it is settled."""
    books = _Books(store, options, watch)
    with Shelf(options, workers, books.known) as shelf:
        for read in process_files(shelf.expanded(files), options, workers):
            for outcome in shelf.gathered(read):
                books.settle(outcome)
    books.close()
    return books.report


# Why a content was not read that may be read at another place: what is nested too deep can be unpacked by hand, and a
# letter that was attached to a secret file may come openly.
AGAIN = frozenset({"too_deep", COVER_SECRET})
# Unchanged files are noted this many at a time: a transaction for each would cost more than the look at the file.
SEEN_TOGETHER = 500
# The end of a fingerprint where stamped files were passed over.
SECRETS_SKIPPED = ";secret=skip"


class _Books:
    """What a run writes into the ledger: each outcome once, a copy after the file whose content it has."""

    def __init__(self, store: Store, options: Options, watch: Callable[[Outcome], None]) -> None:
        self.store = store
        self.options = options
        self.watch = watch
        self.report = Report()
        # (sha256 being read, cover nearest around it) -> other paths with the same content. A cover may close what is
        # attached to it and nothing else, so that only copies under the same cover, or open ones, are one with it.
        self.in_work: dict[tuple[str, str], list[Outcome]] = {}
        self.unchanged: list[Outcome] = []

    def known(self, file: File, cover: str) -> Callable[[], str] | None:
        """None where the file's content must be read: see `unpack.Wanted`.

        Others are booked at once, or after the one they are copies of.
        """
        try:
            sha256, size, mtime = self._content(file)
        except (OSError, DocumentError) as error:
            lost = failed(file, error)
            self.settle(lost)
            return lambda: lost.status
        row = self.store.known(sha256)
        same = Outcome(
            file.name, "unchanged", sha256, row.form if row else "", size, mtime_ns=None if file.container else mtime,
            container=file.container, cover=cover, top=file.top,
        )  # fmt: skip
        for key in ((sha256, ""), (sha256, cover)):
            if key in self.in_work:
                self.in_work[key].append(same)
                return lambda: self._state(sha256)
        again = row is None or row.status in ("failed", "partial") or row.reason in AGAIN
        if again or (row and row.settings != fingerprint(self.options)):
            self.in_work[sha256, cover] = []
            return None
        self._note(same)
        return lambda: self._state(sha256)

    def _state(self, sha256: str) -> str:
        """What the ledger says of a content; one that changed while it was read is left for the next run."""
        row = self.store.known(sha256)
        return row.status if row else "skipped"

    def _content(self, file: File) -> tuple[str, int, int]:
        """`(sha256, size, mtime in ns)`; a file whose size and time are those of the ledger is not hashed again."""
        if not file.container:
            stat = file.path.stat()
            seen = self.store.path(file.name)
            if seen and seen.sha256 and (seen.size, seen.mtime_ns) == (stat.st_size, stat.st_mtime_ns):
                return seen.sha256, stat.st_size, stat.st_mtime_ns
        return digest_of(file.path)

    def settle(self, outcome: Outcome) -> None:
        """Writes one outcome, then its copies."""
        if outcome.sha256 is None:
            status = outcome.status if outcome.status in PATH_STATES else "failed"
            advice = explain(outcome.reason, "en")[1]
            self.store.see([PathRow(outcome.path, None, None, None, status, outcome.reason, outcome.message, advice)])
        elif outcome.reason == COVER_SECRET and self._is_open(outcome.sha256):
            self.store.see([PathRow(outcome.path, outcome.sha256, outcome.size, outcome.mtime_ns)])
        else:
            outcome = self._put(outcome)
        self._count(outcome)
        for copy in self.in_work.pop((outcome.sha256 or "", outcome.cover), []):
            self._note(copy)

    def _is_open(self, sha256: str) -> bool:
        """Whether a content is known from a place where no stamp closes it: read while stamps were heeded, and kept."""
        row = self.store.known(sha256)
        return row is not None and row.status != "secret" and row.settings.endswith(SECRETS_SKIPPED)

    def _put(self, outcome: Outcome) -> Outcome:
        """Writes a file with its records. What the archive can't keep of them is the file's failure, not the run's."""
        try:
            self.store.put(_file_row(outcome, self.options), outcome.records)
        except DocumentError as error:
            outcome = replace(outcome, status="failed", records=(), reason=error.reason, message=error.message)
            self.store.put(_file_row(outcome, self.options))
        return outcome

    def _note(self, outcome: Outcome) -> None:
        self.unchanged.append(outcome)
        self._count(outcome)
        if len(self.unchanged) >= SEEN_TOGETHER:
            self._see_unchanged()

    def _see_unchanged(self) -> None:
        self.store.see([PathRow(o.path, o.sha256, o.size, o.mtime_ns) for o in self.unchanged])
        self.unchanged.clear()

    def _count(self, outcome: Outcome) -> None:
        self.report.add(outcome)
        self.watch(outcome)

    def close(self) -> None:
        """Books what is left: copies whose original changed while it was read are left for the next run."""
        for copies in self.in_work.values():
            for copy in copies:
                self._count(replace(copy, status="skipped", sha256=None, reason="skipped"))
        self._see_unchanged()


def fingerprint(options: Options) -> str:
    """What changes a reading's result: a file read under another fingerprint is read again."""
    return f"ocr={options.ocr_engine}" + (";secret=keep" if options.keep_secret else SECRETS_SKIPPED)


def _file_row(outcome: Outcome, options: Options) -> FileRow:
    return FileRow(
        sha256=outcome.sha256 or "",
        path=outcome.path,
        form=outcome.form,
        size=outcome.size,
        status=outcome.status,
        reason=outcome.reason,
        message=outcome.message,
        advice=explain(outcome.reason, "en")[1] if outcome.reason else "",
        pages=outcome.pages or None,
        failed_pages=tuple(f.number for f in outcome.failures),
        secret_kept=options.keep_secret and any(r.header.secrecy for r in outcome.records),
        settings=fingerprint(options),
        seconds=outcome.seconds,
        mtime_ns=outcome.mtime_ns,
    )
