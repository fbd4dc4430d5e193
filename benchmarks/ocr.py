"""CPU of reading scanned pages whole, beside bare calls of the engine on the same cleaned rasters, in turns.

python -m benchmarks.ocr PATH... [--engine NAME] [--pages N] [--rounds N]

PATH: PDFs and pictures, or folders of them; only pages that need OCR are read, the first N of each file. What counts as
reading: repair, the engine, what it missed, red ink, captions, rows. Rendering is told apart: both need it.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from congvan.datamodel.document import PageImage
from congvan.errors import DocumentError
from congvan.ingest.files import files_of
from congvan.ocr import DEFAULT_ENGINE, ENGINES, load_engine
from congvan.ocr.clean import clean
from congvan.ocr.reader import read_page
from congvan.pipeline import load
from congvan.reading import READERS
from congvan.reading.asked import Asked
from congvan.reading.sniff import sniff

# Reading a page may cost this many times the bare call.
BAR = 1.3


def main(arguments: list[str]) -> int:
    """Prints CPU seconds a page of both and their ratio; 1 where it is over the bar."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=["data/raw"], metavar="PATH")
    parser.add_argument("--engine", choices=ENGINES, default=DEFAULT_ENGINE)
    parser.add_argument("--pages", type=int, default=1, help="pages of each file, default 1")
    parser.add_argument("--rounds", type=int, default=1, help="times each page is read, default 1")
    options = parser.parse_args(arguments)
    engine = load_engine(options.engine)
    rendered, images = 0.0, page_images(options.paths, options.pages)
    whole = bare = 0.0
    pages = 0
    while True:
        begun = cpu()
        image = next(images, None)
        rendered += cpu() - begun
        if image is None:
            break
        cleaned = clean(image)
        for number in range(options.rounds):
            # In turns, and the first one changes: neither always finds the caches warm.
            for ours in (number % 2 == pages % 2, number % 2 != pages % 2):
                begun = cpu()
                if ours:
                    read_page(image, engine)
                    whole += cpu() - begun
                else:
                    engine.read(cleaned.image, cleaned.dpi)
                    bare += cpu() - begun
        pages += 1
    engine.close()
    if not pages:
        print("no page needs OCR", file=sys.stderr)
        return 1
    reads = pages * options.rounds
    print(f"{pages} pages, {options.rounds} round(s), {engine.version}")
    print(f"rendering      {rendered / pages:7.3f} s/page")
    print(f"whole reading  {whole / reads:7.3f} s/page")
    print(f"bare engine    {bare / reads:7.3f} s/page")
    print(f"ratio          {whole / bare:7.3f}    (at most {BAR})")
    return 0 if whole <= BAR * bare else 1


def page_images(paths: list[str], most: int) -> Iterator[PageImage]:
    """The pages that need OCR among the first `most` of each file; files that can't be read are named and left out."""
    asked = Asked(frozenset(range(1, most + 1)))
    for path in files_of(paths):
        try:
            form = sniff(Path(path))
            if form in ("pdf", "image"):
                yield from (p for p in load(READERS[form])(Path(path), asked) if isinstance(p, PageImage))
        except DocumentError as error:
            print(f"{path}: {error}", file=sys.stderr)


def cpu() -> float:
    """CPU seconds of this process and of the programs it called."""
    children = os.times()
    return time.process_time() + children.children_user + children.children_system


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
