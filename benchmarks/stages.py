"""What each stage of a file's way costs, on texts and on scans.

python -m benchmarks.stages [PATH...]      files or folders; data/raw where none is named

Shares are of the CPU time of one run, stage beside stage.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

from congvan import pipeline
from congvan.errors import DocumentError
from congvan.extract import EXTRACTORS
from congvan.ingest.files import files_of
from congvan.pipeline import extract
from congvan.reading import READERS
from congvan.reading.sniff import sniff
from congvan.text import tokens

# Steps of pipeline.py in their order; `read_page` is OCR with the repair before it, `nlp` the tokenizer.
STEPS = (
    "source_of",
    "read_page",
    "secrecy_stamp",
    "strips_of",
    "respelled",
    "dispatches_of",
    "paragraphs_of",
    "canonical_text",
    "find_dates",
    "find_codes",
    "find_bodies",
    "find_cells",
    "outline",
    "choose_header",
    "choose_items",
    "flags_of",
)


class Clock:
    """CPU seconds by stage; a stage called inside another one is not counted twice."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self.open: list[str] = []
        self.since = 0.0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Books the time until the end of the block to `name`, without what inner stages take."""
        self._book()
        self.open.append(name)
        try:
            yield
        finally:
            self._book()
            self.open.pop()

    def _book(self) -> None:
        now = cpu()
        if self.open:
            self.spent[self.open[-1]] += now - self.since
        self.since = now

    def timed(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The function with its time booked; of an iterator the time of its steps."""

        @wraps(work)
        def run(*args: Any, **kwargs: Any) -> Any:
            with self.stage(name):
                result = work(*args, **kwargs)
            return self._walked(name, result) if isinstance(result, Iterator) else result

        return run

    def _walked(self, name: str, items: Iterator[Any]) -> Iterator[Any]:
        while True:
            with self.stage(name):
                try:
                    item = next(items)
                except StopIteration:
                    return
            yield item


def main(arguments: list[str]) -> int:
    """Prints the tables; 1 where there is nothing to measure."""
    by_group: dict[str, list[Path]] = {"texts": [], "scans": []}
    for path in files_of(arguments or ["data/raw"]):
        try:
            by_group["texts" if sniff(path) == "text" else "scans"].append(path)
        except DocumentError as error:
            print(f"{path}: {error}", file=sys.stderr)
    if not any(by_group.values()):
        print("nothing to measure", file=sys.stderr)
        return 1
    for group, paths in by_group.items():
        if paths:
            told(group, paths, cost_by_stage(paths))
    return 0


def cost_by_stage(paths: list[Path]) -> dict[str, float]:
    """CPU seconds of each stage over the files, after one run that warms engine and models up."""
    _run(paths[:1])
    clock = Clock()
    with patched(clock), clock.stage("the rest"):
        _run(paths)
    return dict(clock.spent)


def _run(paths: list[Path]) -> None:
    tokens._line_words.cache_clear()  # no run may live on what another one has cut
    for path in paths:
        try:
            extract(path)
        except DocumentError as error:
            print(f"{path}: {error}", file=sys.stderr)


@contextmanager
def patched(clock: Clock) -> Iterator[None]:
    """The steps of pipeline.py, its readers and extractors with their time booked; as they were afterwards."""
    before = {name: getattr(pipeline, name) for name in (*STEPS, "load", "extractor", "nlp")}
    load, extractor, nlp = before["load"], before["extractor"], before["nlp"]
    readers = set(READERS.values())
    try:
        for name in STEPS:
            setattr(pipeline, name, clock.timed(name, before[name]))
        pipeline.load = lambda where: clock.timed("readers", load(where)) if where in readers else load(where)
        pipeline.extractor = lambda kind: clock.timed(f"extract {kind}", extractor(kind))
        pipeline.nlp = lambda: clock.timed("tokenizer", nlp())
        yield
    finally:
        for name, function in before.items():
            setattr(pipeline, name, function)


def told(group: str, paths: list[Path], spent: dict[str, float]) -> None:
    """Prints the share of each stage, in the order of the way of a file."""
    whole = sum(spent.values())
    order = ["source_of", "readers", "read_page", *STEPS[2:8], "tokenizer", *STEPS[8:13]]
    order += [f"extract {kind}" for kind in EXTRACTORS] + list(STEPS[13:]) + ["the rest"]
    print(f"\n{group}: {len(paths)} files, {whole:.2f} CPU s")
    for name in sorted(spent, key=lambda n: order.index(n) if n in order else len(order)):
        print(f"{name:22s} {100 * spent[name] / whole:6.1f} %   {1000 * spent[name] / len(paths):9.1f} ms/file")


def cpu() -> float:
    """CPU seconds of this process."""
    return time.process_time()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
