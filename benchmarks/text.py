"""Text-only extraction beside underthesea's word segmentation of the same texts, in turns in one run.

python -m benchmarks.text FOLDER...      every .txt and .md below the folders
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from statistics import median

from underthesea import word_tokenize

from congvan.ingest.files import files_of
from congvan.pipeline import extract
from congvan.text import tokens

ROUNDS = 5


def main(arguments: list[str]) -> int:
    """Prints the median seconds of both and their ratio."""
    paths = [p for p in files_of(arguments or ["data/raw"]) if p.suffix in (".txt", ".md")]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    words = sum(len(text.split()) for text in texts)
    ours, theirs = [], []
    for round_number in range(ROUNDS + 1):
        tokens._line_words.cache_clear()  # no round may live on what another one has cut
        a = timed(lambda: [extract(path) for path in paths])
        b = timed(lambda: [word_tokenize(line) for text in texts for line in text.split("\n")])
        if round_number:  # the first one loads models
            ours.append(a)
            theirs.append(b)
    ratio = median(a / b for a, b in zip(ours, theirs, strict=True))
    print(f"{len(paths)} texts, {words} words, {ROUNDS} rounds after one to warm up")
    print(f"extract        {median(ours):7.3f} s   {words / median(ours):9.0f} words/s")
    print(f"word_tokenize  {median(theirs):7.3f} s   {words / median(theirs):9.0f} words/s")
    print(f"ratio          {ratio:7.2f}")
    return 0


def timed(work: Callable[[], object]) -> float:
    """CPU seconds of this process for a piece of work."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
