"""Worker processes that read pages and make records: one warm OCR engine each, one page a task.

A worker that dies takes its task with it, never the batch: whoever was in hand is tried again alone, and the one that
kills a worker by itself is told as failed. Results come in the order of the files, at most a few files ahead.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from congvan import pipeline
from congvan.datamodel.document import Page, PageFailure, Source
from congvan.errors import CongvanError, DocumentError, SetupError, bug_in
from congvan.ingest.outcome import Outcome, moment_of, reason_of
from congvan.pipeline import Options
from congvan.reading import COUNTERS
from congvan.reading.containers.unpacked import File
from congvan.reading.sniff import sniff

# Files in hand at once for each worker: enough to keep them busy, few enough to bound the pages held in memory.
FILES_AHEAD = 3
# In place of a page's number: forms whose pages can't be counted without reading them are read in one task.
WHOLE = 0


def process_files(files: Iterable[File | Outcome], options: Options, workers: int) -> Iterator[Outcome]:
    """The outcome of every file, in the order given; an outcome among them passes through in its place.

    What was unpacked is removed once it is read. `workers` below 2 works in this process. Raises SetupError as soon as
    a worker meets one: every further file would fail too.
    """
    if workers < 2:
        for file in files:
            yield process_file(file, options) if isinstance(file, File) else file
    else:
        yield from _Crew(options, workers).run(files)


def process_file(file: File, options: Options) -> Outcome:
    """Reads one file and makes its records in this process."""
    begun, moment = time.monotonic(), moment_of(file.path)
    found = _safely(file.name, lambda: pipeline.extract_file(file.path, options, file.name))
    outcome = failed(file, found) if isinstance(found, (DocumentError, OSError)) else _outcome(file, found)
    return _settled(file, outcome, moment, begun)


def _settled(file: File, outcome: Outcome, moment: tuple[int, int] | None, begun: float) -> Outcome:
    """The outcome, unless the file was written to meanwhile: then nothing that was read of it counts."""
    now = moment_of(file.path)
    if moment is not None and now is not None and now != moment:
        outcome = replace(outcome, status="skipped", sha256=None, records=(), failures=(), reason="skipped", message="")
    file.discard()
    return replace(outcome, seconds=time.monotonic() - begun)


T = TypeVar("T")


def _safely(name: str, work: Callable[[], T]) -> T | DocumentError | OSError:
    """What the work gives, or the error that this one file met. Only SetupError and its like pass: all would fail.

    A bug of ours that one document wakes must not take the batch with it; it is told with its place in the code.
    """
    try:
        return work()
    except (DocumentError, OSError) as error:
        return error
    except CongvanError:
        raise
    except Exception as error:
        return bug_in(error, name)


def failed(file: File, error: DocumentError | OSError) -> Outcome:
    """The outcome of a file of which nothing could be read; its hash is kept where its bytes can be read."""
    status, reason = reason_of(file.path, error)
    message = error.message if isinstance(error, DocumentError) else f"{file.name}: {error.strerror or error}"
    sha256, size, mtime = None, 0, None
    with suppress(OSError, DocumentError):
        sha256, size, mtime = pipeline.digest_of(file.path)
    return _of_file(file, Outcome(file.name, status, sha256, "", size, reason=reason, message=message, mtime_ns=mtime))


def _outcome(file: File, found: pipeline.Extraction) -> Outcome:
    first = found.failures[0] if found.failures else None
    status = found.status
    if first and not found.pages:
        status = "failed"
    outcome = Outcome(
        file.name,
        status,
        found.source.sha256,
        found.source.form,
        found.source.size,
        found.pages + len(found.failures),
        found.records,
        found.failures,
        first.reason if first else "",
        first.message if first else "",
        mtime_ns=_mtime(file.path),
    )
    return _of_file(file, outcome)


def _of_file(file: File, outcome: Outcome) -> Outcome:
    """The outcome with where the file came from; the time of an unpacked copy says nothing."""
    mtime = None if file.container else outcome.mtime_ns
    return replace(outcome, mtime_ns=mtime, container=file.container, top=file.top)


def _mtime(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return None


@dataclass
class _Job:
    """A file on its way: its pages as they come, then its records."""

    file: File
    begun: float = field(default_factory=time.monotonic)
    moment: tuple[int, int] | None = None
    source: Source | None = None
    pages: dict[int, list[Page | PageFailure]] = field(default_factory=dict)
    waiting: int = 0
    outcome: Outcome | None = None


@dataclass(frozen=True)
class _Task:
    """What a worker is asked: open a file, read a page, or make records; `tries` counts workers that died of it."""

    job: _Job
    step: str
    page: int = 0
    tries: int = 0


class _Crew:
    """The pool, the tasks in hand, and the files in order."""

    def __init__(self, options: Options, workers: int) -> None:
        self.options = options
        self.workers = workers
        self.pool = self._new_pool()
        self.running: dict[Future[Any], _Task] = {}
        self.queue: deque[_Task] = deque()
        self.suspects: deque[_Task] = deque()

    def run(self, files: Iterable[File | Outcome]) -> Iterator[Outcome]:
        jobs: deque[_Job | Outcome] = deque()
        given = iter(files)
        try:
            while True:
                while len(jobs) < FILES_AHEAD * self.workers and (file := next(given, None)) is not None:
                    if isinstance(file, File):
                        job = _Job(file)
                        jobs.append(job)
                        self.queue.append(_Task(job, "open"))
                    else:
                        jobs.append(file)
                if not jobs:
                    return
                outcome = jobs[0] if isinstance(jobs[0], Outcome) else jobs[0].outcome
                if outcome is None:
                    self._turn()
                else:
                    jobs.popleft()
                    yield outcome
        finally:
            self.pool.shutdown(wait=False, cancel_futures=True)

    def _new_pool(self) -> ProcessPoolExecutor:
        # Spawned, not forked: native libraries of the parent must not be shared half-way.
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(self.workers, mp_context=context, initializer=start_worker)
        try:
            pool.submit(os.getpid).result()
        except BrokenProcessPool as error:
            # A spawned process imports the caller's script again: not the documents' fault where that fails.
            advice = "In a script call congvan below `if __name__ == '__main__':`, or work in one process (workers=1)."
            raise SetupError("Worker processes can't start.", advice) from error
        return pool

    def _turn(self) -> None:
        """Hands out tasks and waits until at least one is done."""
        try:
            self._hand_out()
            done, _ = wait(self.running, return_when=FIRST_COMPLETED)
            for future in done:
                task = self.running[future]
                result = future.result()
                del self.running[future]
                self._take(task, result)
        except BrokenProcessPool:
            self._mourn()

    def _hand_out(self) -> None:
        """A suspect runs alone, so that who kills a worker is known; otherwise one task more than there are workers."""
        if self.suspects:
            if not self.running:
                self._submit(self.suspects.popleft())
            return
        while self.queue and len(self.running) <= self.workers:
            self._submit(self.queue.popleft())

    def _submit(self, task: _Task) -> None:
        job, options = task.job, self.options
        call: tuple[Callable[..., Any], tuple[Any, ...]]
        if task.step == "open":
            call = _open, (job.file, options)
        elif task.step == "read":
            pages_wanted = options.pages if task.page == WHOLE else frozenset({task.page})
            call = _read, (job.file, job.source, replace(options, pages=pages_wanted))
        else:
            pages = [page for number in sorted(job.pages) for page in job.pages[number]]
            call = _finish, (job.source, pages, options)
        try:
            future: Future[Any] = self.pool.submit(call[0], *call[1])
        except BrokenProcessPool:
            self.suspects.appendleft(task)
            raise
        self.running[future] = task

    def _take(self, task: _Task, result: Any) -> None:
        """Puts a result where it belongs and queues what follows from it."""
        job = task.job
        if isinstance(result, (DocumentError, OSError)):
            self._close(job, failed(job.file, result))
        elif task.step == "open":
            job.source, numbers, job.moment = result
            job.waiting = len(numbers)
            self.queue.extendleft(_Task(job, "read", n) for n in reversed(numbers))
            if not numbers:
                self.queue.appendleft(_Task(job, "finish"))
        elif task.step == "read":
            job.pages[task.page] = result
            job.waiting -= 1
            if job.waiting == 0:
                self.queue.appendleft(_Task(job, "finish"))
        else:
            self._close(job, _outcome(job.file, result))

    def _close(self, job: _Job, outcome: Outcome) -> None:
        job.outcome = _settled(job.file, outcome, job.moment, job.begun)
        job.pages.clear()
        self.queue = deque(t for t in self.queue if t.job is not job)

    def _mourn(self) -> None:
        """A worker died: a new pool; what was in hand is tried once more, each alone."""
        alone = len(self.running) == 1
        for task in self.running.values():
            if task.job.outcome is not None:
                continue
            if alone and task.tries:
                self._give_up(task)
            else:
                self.suspects.append(replace(task, tries=task.tries + 1))
        self.running.clear()
        self.pool.shutdown(wait=False, cancel_futures=True)
        self.pool = self._new_pool()

    def _give_up(self, task: _Task) -> None:
        message = f"{task.job.file.name}: a worker process died while reading page {task.page or 1}."
        if task.step == "read":
            self._take(task, [PageFailure(task.page or 1, "crashed", message)])
        else:
            self._close(task.job, failed(task.job.file, DocumentError(message, reason="crashed")))


def start_worker() -> None:
    """One thread for the engine; Ctrl-C is the parent's to answer, or every worker would print its own traceback."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _open(file: File, options: Options) -> tuple[Source, list[int], tuple[int, int] | None] | DocumentError | OSError:
    def work() -> tuple[Source, list[int], tuple[int, int] | None]:
        moment = moment_of(file.path)
        source = pipeline.source_of(file.path, file.name)
        if source.form not in COUNTERS:
            return source, [WHOLE], moment
        numbers = range(1, pipeline.page_count(file.path, source.form, options) + 1)
        return source, [n for n in numbers if options.pages is None or n in options.pages], moment

    return _safely(file.name, work)


def _read(file: File, source: Source, options: Options) -> list[Page | PageFailure] | DocumentError | OSError:
    return _safely(file.name, lambda: pipeline.pages_of(file.path, source, options))


def _finish(
    source: Source, pages: list[Page | PageFailure], options: Options
) -> pipeline.Extraction | DocumentError | OSError:
    return _safely(source.path, lambda: pipeline.extraction_of(source, pages, options))


def default_workers() -> int:
    """One worker for each processor this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# Below this many files that need OCR a second process costs more than it saves.
FEW_SCANS = 2
# Forms whose pages may be pictures.
SCANNED = frozenset({"pdf", "image", "tiff"})


def workers_for(files: Sequence[Path]) -> int:
    """As many processes as pay: one where there is (nearly) only text, otherwise one for each processor."""
    scans = 0
    for file in files:
        try:
            scans += sniff(file) in SCANNED
        except (DocumentError, OSError):
            continue
        if scans > FEW_SCANS:
            return default_workers()
    return 1
