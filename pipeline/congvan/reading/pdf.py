"""A PDF -> its pages, one at a time: words of a sound text layer, or a picture with what words of it are sound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from numpy.typing import NDArray

from congvan.datamodel.document import Page, PageFailure, PageImage, Word
from congvan.reading.asked import EVERYTHING, Asked
from congvan.reading.ink import uncovered_marks
from congvan.reading.layer import (
    LayerWord,
    Picture,
    annotation_boxes,
    annotation_words,
    layer_words,
    scan_objects,
)
from congvan.reading.sound import is_broken, is_sound
from congvan.reading.unlock import opened
from congvan.reading.words import WordLayers
from congvan.text.rows import rows_of

# The clean-up before OCR was measured on rasters of this resolution, scaled down by area.
RASTER_DPI = 300.0
# A4 at 300 dpi is 8.7 million pixels, A3 17; a larger page is rendered at less.
MAX_PIXELS = 36_000_000
# The look at what the layer leaves uncovered needs no more.
INK_DPI = 100.0
# A hidden layer under a scan is somebody else's OCR: taken only where nearly every word is a syllable and marks are
# as frequent as in print, and never trusted wholly.
HIDDEN_SYLLABLES = 0.96
HIDDEN_MARKED = 0.75
HIDDEN_CONFIDENCE = 0.9
# Letter-like spots that may lie outside the words of a layer that has the whole text, (at least, part of its letters):
# an emblem, a signature, a seal's legend. Under a scan everything is spots, and a layer of a few words is a caption.
FREE_MARKS = (40, 0.15)
FREE_MARKS_OF_SCAN = (4, 0.05)


def count_pages(path: Path, asked: Asked = EVERYTHING) -> int:
    """The number of pages, without reading any. Raises DocumentError like read_pdf."""
    with opened(path, asked.passwords) as unlocked:
        return len(unlocked.pdf)


def read_pdf(path: Path, asked: Asked = EVERYTHING) -> Iterator[Page | PageImage | PageFailure]:
    """The pages of a PDF that are asked for, in order.

    One raster is in memory at a time. A page that can't be read becomes a PageFailure (`page_damaged`,
    `image_damaged`) and the others go on. Raises DocumentError (`encrypted`, `truncated`, `damaged`, `no_pages`).
    """
    with opened(path, asked.passwords) as unlocked, WordLayers(path, unlocked.password) as plumber:
        for index in range(len(unlocked.pdf)):
            if index + 1 in asked:
                yield _read_or_fail(unlocked.pdf, index, plumber)


def _read_or_fail(pdf: pdfium.PdfDocument, index: int, plumber: WordLayers) -> Page | PageImage | PageFailure:
    try:
        page = pdf[index]
    except pdfium.PdfiumError as error:
        return PageFailure(index + 1, "page_damaged", f"page {index + 1} can't be loaded: {error}")
    try:
        return _read_page(pdf, page, index, plumber)
    except Exception as error:  # whatever native libraries throw at a strange page; the others go on
        return PageFailure(index + 1, "page_damaged", f"page {index + 1} can't be read: {error}")
    finally:
        page.close()


@dataclass(frozen=True)
class _Layer:
    """The layer of one page: its words, and what of it is worth keeping."""

    words: list[LayerWord]
    picture: Picture

    @property
    def hidden(self) -> bool:
        """Most of it can't be seen: an OCR layer under a scan."""
        return sum(w.visible for w in self.words) * 2 < len(self.words)

    @property
    def sound(self) -> bool:
        texts = [w.word.text for w in self.words]
        return bool(texts) and (is_sound(texts, HIDDEN_SYLLABLES, HIDDEN_MARKED) if self.hidden else is_sound(texts))

    @property
    def captions(self) -> list[Word]:
        """Words printed over a scan: real text, unless the font is broken or they are an OCR layer's."""
        seen = [w.word for w in self.words if w.visible]
        texts = [w.text for w in seen]
        return seen if is_sound(texts) and not is_broken(" ".join(texts)) else []


def _read_page(
    pdf: pdfium.PdfDocument, page: pdfium.PdfPage, index: int, plumber: WordLayers
) -> Page | PageImage | PageFailure:
    objects = scan_objects(page)
    layer = _Layer(layer_words(page, objects), objects.picture)
    is_text = layer.sound and _covers(page, layer)
    image, dpi = (None, 0.0) if is_text else render(page, RASTER_DPI)
    if image is not None and _is_lost(page, image):
        return PageFailure(index + 1, "image_damaged", f"page {index + 1}: its picture can't be decoded")
    width, height = page.get_size()
    # Last, because it changes the page.
    notes = annotation_words(pdf, page, index, objects.count)
    notes = [] if is_broken("".join(w.text for w in notes)) else notes
    if image is None:
        return _text_page(index, width, height, layer, plumber, notes)
    return PageImage(
        number=index + 1,
        width=width,
        height=height,
        image=image,
        dpi=dpi,
        captions=(*layer.captions, *notes),
        bilevel=layer.picture.is_scan and layer.picture.bilevel,
        source_dpi=layer.picture.dpi if layer.picture.is_scan else None,
    )


def _text_page(index: int, width: float, height: float, layer: _Layer, plumber: WordLayers, notes: list[Word]) -> Page:
    """pdfplumber's words know their fonts (bold); pdfium's stand in where pdfplumber fails on the file."""
    confidence = HIDDEN_CONFIDENCE if layer.hidden else 1.0
    words = plumber.words(index, confidence) if not layer.hidden else None
    if words is None:
        words = [Word(w.word.text, w.word.box, confidence, "text") for w in layer.words]
    lines = rows_of([[w] for w in (*words, *notes)])
    return Page(index + 1, width, height, plumber.with_bold(index, lines), reading="text")


def _covers(page: pdfium.PdfPage, layer: _Layer) -> bool:
    """Whether the layer has (nearly) all that is printed: little text-like ink lies outside its words."""
    image, dpi = render(page, INK_DPI)
    boxes = [w.word.box for w in layer.words] + annotation_boxes(page)
    letters = sum(len(w.word.text) for w in layer.words)
    least, share = FREE_MARKS_OF_SCAN if layer.picture.is_scan else FREE_MARKS
    return uncovered_marks(image, dpi, boxes) <= max(least, share * letters)


def render(page: pdfium.PdfPage, dpi: float) -> tuple[NDArray[np.uint8], float]:
    """H x W x 3 uint8, RGB, of the page as shown with its annotations, and the resolution it came out at."""
    width, height = page.get_size()
    pixels = width * height * (dpi / 72) ** 2
    if pixels > MAX_PIXELS:
        dpi *= (MAX_PIXELS / pixels) ** 0.5
    bitmap = page.render(scale=dpi / 72, rev_byteorder=True, prefer_bgrx=False, may_draw_forms=True)
    try:
        # A copy: the bitmap's memory goes with it.
        image = np.array(bitmap.to_numpy()[:, :, :3], dtype=np.uint8)
    finally:
        bitmap.close()
    return image, dpi


def _is_lost(page: pdfium.PdfPage, image: NDArray[np.uint8]) -> bool:
    """Whether a page is blank because its picture can't be decoded: that is a failure, not an empty page."""
    if image.min() < 250:
        return False
    for obj in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=8):
        try:
            obj.get_bitmap().close()
        except pdfium.PdfiumError:
            return True
    return False
