"""Text-only extraction beside underthesea's word segmentation of the same texts, in turns in one run.

python -m benchmarks.text [--judge DIR] FOLDER...      every .txt and .md below the folders

`--judge`: a folder that `congvan train judge` wrote; then the same with that judge beside it.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import spacy
from underthesea import word_tokenize

from congvan.ingest.files import files_of
from congvan.judge.model import Judge, judged_by
from congvan.pipeline import extract
from congvan.text import tokens

ROUNDS = 5


def main(arguments: list[str]) -> int:
    """Prints the median seconds of each way and their ratio to word_tokenize, and the most memory that was held."""
    judge = None
    if arguments[:1] == ["--judge"]:
        judge, arguments = Judge(spacy.load(arguments[1])), arguments[2:]
    paths = [p for p in files_of(arguments or ["data/raw"]) if p.suffix in (".txt", ".md")]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    words = sum(len(text.split()) for text in texts)
    ways: dict[str, Callable[[], object]] = {
        "word_tokenize": lambda: [word_tokenize(line) for text in texts for line in text.split("\n")],
        "rules": lambda: _extract(paths, None),
    }
    if judge is not None:
        ways["rules and judge"] = lambda: _extract(paths, judge)
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for round_number in range(ROUNDS + 1):
        for name, work in ways.items():
            tokens._line_words.cache_clear()  # no way may live on what another one has cut
            spent = timed(work)
            if round_number:  # the first one loads models
                seconds[name].append(spent)
    print(f"{len(paths)} texts, {words} words, {ROUNDS} rounds after one to warm up")
    for name, spents in seconds.items():
        ratio = median(a / b for a, b in zip(spents, seconds["word_tokenize"], strict=True))
        print(f"{name:16s} {median(spents):7.3f} s   {words / median(spents):9.0f} words/s   ratio {ratio:5.2f}")
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


def _extract(paths: list[Path], judge: Judge | None) -> None:
    with judged_by(judge):
        for path in paths:
            extract(path)


def timed(work: Callable[[], object]) -> float:
    """CPU seconds of this process for a piece of work."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
