"""Brings a folder of files into an archive: what is known is passed over, each new file is one transaction.

The parent process is the only writer; workers return outcomes. A bad file becomes a row of the ledger and the rest of
the batch goes on; a fault of the surroundings (SetupError) ends the run at once and books nothing against the files.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from congvan.archive.rows import FileRow, PathRow
from congvan.archive.store import Store
from congvan.ingest.files import files_of
from congvan.ingest.outcome import TROUBLED, Outcome, explain
from congvan.ingest.workers import default_workers, failed, process_files
from congvan.pipeline import Options, digest_of


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
    report = Report()
    passed: deque[Outcome] = deque()
    in_work: set[str] = set()
    for outcome in process_files(_new_ones(files, store, options, passed, in_work), options, workers):
        while passed:
            _settle(passed.popleft(), store, options, report, watch)
        _settle(outcome, store, options, report, watch)
    while passed:
        _settle(passed.popleft(), store, options, report, watch)
    return report


def _new_ones(
    files: Iterable[Path], store: Store, options: Options, passed: deque[Outcome], in_work: set[str]
) -> Iterator[Path]:
    """The files whose content must be read; the outcomes of the others go to `passed`."""
    for file in files:
        known = _unchanged(file, store, options, in_work)
        if known is None:
            yield file
        else:
            passed.append(known)


def _unchanged(file: Path, store: Store, options: Options, in_work: set[str]) -> Outcome | None:
    """The outcome of a file whose content was read before with these settings, or is in work under another path."""
    try:
        stat = file.stat()
        seen = store.path(str(file))
        if seen and seen.sha256 and (seen.size, seen.mtime_ns) == (stat.st_size, stat.st_mtime_ns):
            sha256, size, mtime = seen.sha256, stat.st_size, stat.st_mtime_ns
        else:
            sha256, size, mtime = digest_of(file)
    except OSError as error:
        return failed(file, error)
    row = store.known(sha256)
    again = row is None or row.settings != fingerprint(options) or row.status in ("failed", "partial")
    if again and sha256 not in in_work:
        in_work.add(sha256)
        return None
    return Outcome(str(file), "unchanged", sha256, row.form if row else "", size, mtime_ns=mtime)


def fingerprint(options: Options) -> str:
    """What changes a reading's result: a file read under another fingerprint is read again."""
    return f"ocr={options.ocr_engine};secret={'keep' if options.keep_secret else 'skip'}"


def _settle(outcome: Outcome, store: Store, options: Options, report: Report, watch: Callable[[Outcome], None]) -> None:
    """Writes one outcome and counts it."""
    if outcome.status == "unchanged":
        store.see([PathRow(outcome.path, outcome.sha256, outcome.size, outcome.mtime_ns)])
    elif outcome.sha256 is None:
        status = "vanished" if outcome.status == "vanished" else "failed"
        advice = explain(outcome.reason, "en")[1]
        store.see(
            [PathRow(outcome.path, None, status=status, reason=outcome.reason, message=outcome.message, advice=advice)]
        )
    else:
        store.put(_file_row(outcome, options), outcome.records)
    report.add(outcome)
    watch(outcome)


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
