"""Draws the pictures of docs/: what each step of a real run on a sample sees, and a sheet of made pages.

python docs/pictures.py [SAMPLE] [PAGE]      writes docs/images/*.jpg; `make pictures` calls it
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from congvan import pipeline
from congvan.datamodel.document import Box, Page, PageImage
from congvan.datamodel.record import ITEM_MODELS, Record
from congvan.layout.order import strips_of
from congvan.ocr.reader import read_page
from congvan.reading import READERS
from congvan.reading.asked import Asked
from congvan.synth.maker import sample_at

IMAGES = Path(__file__).parent / "images"
SAMPLE = Path(__file__).parent.parent / "data" / "raw" / "0021-scan-light.pdf"
WIDTH = 900  # pixels of a picture
QUALITY = 60
SHEET = (300, 424)  # pixels of a page on the sheet, with its edge
SHEET_SEED = 30
SHEET_FORMS = (*["scan:light"] * 4, *["scan:medium"] * 3, *["scan:hard"] * 2, "photo:medium")
SURE, UNSURE = (40, 130, 60), (205, 60, 40)
DOUBTFUL = 0.8  # words below it are drawn as unsure
ZONES = {
    "head-left": (31, 119, 180), "head-right": (255, 127, 14), "head": (127, 127, 127), "body": (44, 160, 44),
    "foot-left": (148, 103, 189), "foot-right": (214, 39, 40), "foot": (140, 86, 75),
}  # fmt: skip
KINDS = {
    "header": (31, 119, 180), "references": (148, 103, 189), "deadlines": (214, 39, 40), "periods": (23, 190, 207),
    "targets": (44, 160, 44), "awards": (255, 127, 14), "programmes": (188, 189, 34), "contacts": (127, 127, 127),
    "recipients": (140, 86, 75),
}  # fmt: skip

Colour = tuple[int, int, int]


def main(arguments: list[str]) -> int:
    """Draws every picture; returns 0."""
    path = Path(arguments[0]) if arguments else SAMPLE
    number = int(arguments[1]) if len(arguments) > 1 else 1
    options = pipeline.Options(pages=frozenset({number}))
    source = pipeline.source_of(path)
    (image,) = pipeline.load(READERS[source.form])(path, options.asked)
    assert isinstance(image, PageImage)
    page = read_page(image, pipeline.engine(options.ocr_engine))
    (record, *_) = pipeline.extract(path).records
    paper = Image.fromarray(np.asarray(image.image)).convert("RGB")
    for name, marks in steps(page, record, number).items():
        drawn(paper, page, marks).save(IMAGES / f"step-{name}.jpg", quality=QUALITY, optimize=True)
    contact_sheet().save(IMAGES / "made-pages.jpg", quality=QUALITY, optimize=True)
    return 0


def contact_sheet() -> Image.Image:
    """The first pages of ten made files, five in a row."""
    sheet = Image.new("RGB", (5 * SHEET[0], 2 * SHEET[1]), (120, 120, 120))
    places = [(x * SHEET[0], y * SHEET[1]) for y in range(2) for x in range(5)]
    seen = zip(places, (sample_at(SHEET_SEED, n, form) for n, form in enumerate(SHEET_FORMS)), strict=True)
    for (x, y), sample in seen:
        with TemporaryDirectory() as folder:
            file = Path(folder) / f"trang{sample.suffix}"
            file.write_bytes(sample.data)
            form = pipeline.source_of(file).form
            first = next(iter(pipeline.load(READERS[form])(file, Asked(frozenset({1})))))
        assert isinstance(first, PageImage)
        page = Image.fromarray(np.asarray(first.image))
        page.thumbnail((SHEET[0] - 6, SHEET[1] - 6))
        sheet.paste(page, (x + 3, y + 3))
    return sheet


def steps(page: Page, record: Record, number: int) -> dict[str, list[tuple[Box, Colour]]]:
    """name of a step -> the boxes it sees, in points, each with its colour."""
    words = [(w.box, SURE if w.confidence >= DOUBTFUL else UNSURE) for line in page.lines for w in line.words]
    zones = [(_union(w.box for w in s.words), ZONES.get(s.zone, ZONES["body"])) for s in strips_of([page])]
    return {"page": [], "words": words, "order": zones, "record": list(values(record, number))}


def values(record: Record, number: int) -> Iterator[tuple[Box, Colour]]:
    """The place of every value of the record on the page."""
    parts: list[tuple[str, Any]] = [("header", field) for _, field in record.header if field]
    parts += [(kind, item) for kind in ITEM_MODELS for item in getattr(record, kind)]
    for kind, part in parts:
        for page, *edges in part.boxes:
            if page == number:
                yield Box(*edges), KINDS[kind]


def _union(boxes: Iterable[Box]) -> Box:
    first, *rest = boxes
    for box in rest:
        first = first.union(box)
    return first


def drawn(paper: Image.Image, page: Page, marks: list[tuple[Box, Colour]]) -> Image.Image:
    """The page with the boxes over it, WIDTH pixels wide."""
    picture = paper.resize((WIDTH, round(paper.height * WIDTH / paper.width)), Image.Resampling.LANCZOS)
    scale = WIDTH / page.width
    veil = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(veil)
    for box, colour in marks:
        edges = (box.x0 * scale - 1, box.top * scale - 1, box.x1 * scale + 1, box.bottom * scale + 1)
        draw.rectangle(edges, fill=(*colour, 45), outline=(*colour, 255), width=2)
    return Image.alpha_composite(picture.convert("RGBA"), veil).convert("RGB")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
