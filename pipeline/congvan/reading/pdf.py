"""A PDF -> its pages, one at a time: words of a sound text layer, or a picture with what words of it are sound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
import regex
from numpy.typing import NDArray

from congvan.datamodel.document import Page, PageFailure, PageImage, Word
from congvan.errors import DocumentError, bug_in
from congvan.reading.asked import EVERYTHING, Asked
from congvan.reading.image import PLAUSIBLE_WIDTH_INCHES, brightened, resolution
from congvan.reading.layers.ink import uncovered_marks
from congvan.reading.layers.layer import (
    MAX_IMAGE_PIXELS,
    LayerWord,
    Picture,
    Shown,
    annotation_boxes,
    annotation_words,
    layer_words,
    scan_objects,
    upright_rotation,
)
from congvan.reading.layers.sound import is_broken, is_sound, is_syllable
from congvan.reading.layers.unlock import opened
from congvan.reading.layers.words import WordLayers
from congvan.reading.rows.legacy import code_of_font, decoder_of, is_capital_font
from congvan.text.rows import rows_of

# A volume of a register has some hundred pages.
MAX_PAGES = 5_000
# The largest side that Acrobat makes, and less than a line of print (points).
MAX_SIDE, MIN_SIDE = 14_400.0, 8.0
# The clean-up before OCR was measured on rasters of this resolution, scaled down by area.
RASTER_DPI = 300.0
# A4 at 300 dpi is 8.7 million pixels, A3 17; a larger page is rendered at less.
MAX_PIXELS = 36_000_000
# A1 is 33 inches high; a page with a longer side was never on paper.
PLAUSIBLE_HEIGHT_INCHES = 34.0
# A dense page of A3 has some fifteen thousand; a layer of more is hostile or a map.
MAX_LETTERS = 60_000
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

# Letters that TCVN3 and VNI, taken for Latin-1, never show.
_UNICODE = regex.compile(r"[\u0102-\u0129\u0168-\u01b0\u1ea0-\u1ef9]")


def count_pages(path: Path, asked: Asked = EVERYTHING) -> int:
    """The number of pages, without reading any. Raises DocumentError like read_pdf."""
    with opened(path, asked.passwords) as unlocked:
        there, claimed = _pages_of(unlocked.pdf)
        return there + (there < claimed)


def read_pdf(path: Path, asked: Asked = EVERYTHING) -> Iterator[Page | PageImage | PageFailure]:
    """The pages of a PDF that are asked for, in order, one raster in memory at a time.

    A page that can't be read becomes a PageFailure (`page_damaged`, `image_damaged`, `too_large`, `too_small`) and the
    others go on; pages that the file claims and does not have are one failure (`pages_missing`) behind the last.
    Raises DocumentError (`encrypted`, `truncated`, `damaged`, `no_pages`, `too_many_pages`).
    """
    with opened(path, asked.passwords) as unlocked, WordLayers(path, unlocked.password) as plumber:
        there, claimed = _pages_of(unlocked.pdf)
        for index in range(there):
            if index + 1 in asked:
                yield _read_or_fail(unlocked.pdf, index, plumber)
        if there < claimed and there + 1 in asked:
            message = f"page {there + 1}: the PDF claims {claimed:,} pages and has {there:,}"
            yield PageFailure(there + 1, "pages_missing", message)


def _pages_of(pdf: pdfium.PdfDocument) -> tuple[int, int]:
    """How many pages the file has, up to the last that is there, and how many it claims."""
    claimed = len(pdf)
    if claimed > MAX_PAGES:
        message = f"The PDF has, or claims, {claimed:,} pages, more than {MAX_PAGES:,}."
        raise DocumentError(message, "Split it.", reason="too_many_pages")
    there = claimed
    while there and not raw.FPDF_GetPageSizeByIndexF(pdf, there - 1, raw.FS_SIZEF()):
        there -= 1
    return there, claimed


def _read_or_fail(pdf: pdfium.PdfDocument, index: int, plumber: WordLayers) -> Page | PageImage | PageFailure:
    try:
        page = pdf[index]
    except pdfium.PdfiumError as error:
        return PageFailure(index + 1, "page_damaged", f"page {index + 1} can't be loaded: {error}")
    try:
        return _read_page(pdf, page, index, plumber)
    except Exception as error:  # whatever native libraries throw at a strange page; the others go on
        return PageFailure(index + 1, "page_damaged", bug_in(error, f"page {index + 1} can't be read").message)
    finally:
        page.close()


@dataclass(frozen=True)
class _Layer:
    """The layer of one page: its words, and what of it is worth keeping; `decoded`: it was in an older code."""

    words: list[LayerWord]
    picture: Picture
    decoded: bool = False

    @property
    def hidden(self) -> bool:
        """Most of it can't be seen: an OCR layer under a scan."""
        return sum(w.visible for w in self.words) * 2 < len(self.words)

    @property
    def coded(self) -> bool:
        """Fonts of TCVN3 or VNI draw it, and no letter of Unicode Vietnamese stands in it: its letters are others."""
        fonts = any(code_of_font(w.font) for w in self.words)
        return fonts and not _UNICODE.search("".join(w.word.text for w in self.words))

    @property
    def sound(self) -> bool:
        texts = [w.word.text for w in self.words]
        if self.coded:
            return False
        if not texts or sum(map(len, texts)) >= MAX_LETTERS:
            return False
        return is_sound(texts, HIDDEN_SYLLABLES, HIDDEN_MARKED) if self.hidden else is_sound(texts)

    @property
    def captions(self) -> list[Word]:
        """Words printed over a scan: real text, unless the font is broken or they are an OCR layer's."""
        seen = [w.word for w in self.words if w.visible and not self.coded]
        texts = [w.text for w in seen]
        return seen if is_sound(texts) and not is_broken(" ".join(texts)) else []


def _decoded(layer: _Layer) -> _Layer:
    """The layer in Unicode, where it was in TCVN3 or VNI and nearly all of it becomes Vietnamese; else as it is."""
    words = [w.word for w in layer.words]
    if not 0 < sum(len(word.text) for word in words) < MAX_LETTERS:
        return layer
    pairs = pairwise(words)
    ends = ["\n" if abs(after.box.top - word.box.top) > word.box.height / 2 else " " for word, after in pairs]
    text = "".join(word.text + end for word, end in zip(words, [*ends, ""], strict=True))
    decode = decoder_of(text)
    texts = [with_soft_hyphens(word) for word in decode(text).split()] if decode else []
    if len(texts) != len(words) or not is_sound(texts, HIDDEN_SYLLABLES, HIDDEN_MARKED):
        return layer
    in_unicode = [
        replace(w, word=replace(w.word, text=t.upper() if is_capital_font(w.font) else t))
        for w, t in zip(layer.words, texts, strict=True)
    ]
    return _Layer(in_unicode, layer.picture, decoded=True)


def with_soft_hyphens(word: str) -> str:
    """A word out of TCVN3 with the `ư` that its code, a soft hyphen elsewhere, made a hyphen: `n-ớc`, `Ph-ơng`.

    Only where that makes a Vietnamese syllable, and never between plain capitals (`TB-VP`).
    """
    if "-" not in word or (word.isascii() and word.upper() == word):
        return word
    filled = word.replace("-", "Ư" if word.upper() == word else "ư")
    letters = filled.strip(".,;:!?()[]\"'/“”")
    return filled if len(letters) > 1 and letters.isalpha() and is_syllable(letters) else word


def _read_page(
    pdf: pdfium.PdfDocument, page: pdfium.PdfPage, index: int, plumber: WordLayers
) -> Page | PageImage | PageFailure:
    width, height = page.get_size()
    if not (min(width, height) >= MIN_SIDE and max(width, height) <= MAX_SIDE):
        reason = "too_large" if max(width, height) > MAX_SIDE else "too_small"
        return PageFailure(index + 1, reason, f"page {index + 1} is {width:.0f} x {height:.0f} points")
    objects = scan_objects(page)
    if objects.largest > MAX_IMAGE_PIXELS:
        message = f"page {index + 1}: a picture has {objects.largest:,} pixels, more than {MAX_IMAGE_PIXELS:,}"
        return PageFailure(index + 1, "too_large", message)
    page.set_rotation(upright_rotation(page, objects))
    layer = _decoded(_Layer(layer_words(page, objects), objects.picture))
    is_text = layer.sound and _covers(page, layer)
    scale = _paper_scale(page, layer.picture)
    image, dpi = (None, 0.0) if is_text else render(page, RASTER_DPI / scale)
    if image is not None and _is_lost(page, image):
        return PageFailure(index + 1, "image_damaged", f"page {index + 1}: its picture can't be decoded")
    shown = Shown.of(page)
    # Last, because it changes the page.
    notes = annotation_words(pdf, page, index, objects.count)
    notes = [] if is_broken("".join(w.text for w in notes)) else notes
    if image is None:
        return _text_page(index, shown, layer, None if objects.many else plumber, notes)
    picture = layer.picture
    return PageImage(
        number=index + 1,
        width=shown.size[0] / scale,
        height=shown.size[1] / scale,
        image=brightened(image) if picture.is_scan else image,
        dpi=dpi * scale,
        captions=tuple(replace(word, box=word.box.scaled(1 / scale)) for word in (*layer.captions, *notes)),
        bilevel=picture.is_scan and picture.bilevel,
        source_dpi=picture.dpi * scale if picture.is_scan and picture.dpi else None,
        scale=scale,
    )


def _paper_scale(page: pdfium.PdfPage, picture: Picture) -> float:
    """How many times larger the page is than its paper was: some scanners write pixels for points, or the reverse.

    1.0 for a page of a plausible size; else the paper is taken for A4, as a picture file would be.
    """
    dpi = picture.dpi if picture.is_scan and picture.dpi else RASTER_DPI
    width, height = (side / 72 for side in page.get_size())
    low, high = PLAUSIBLE_WIDTH_INCHES
    if low <= width <= high and low <= height <= PLAUSIBLE_HEIGHT_INCHES:
        return 1.0
    return resolution(round(width * dpi), round(height * dpi), None) / dpi


def _text_page(index: int, shown: Shown, layer: _Layer, plumber: WordLayers | None, notes: list[Word]) -> Page:
    """pdfplumber's words know their fonts (bold); pdfium's stand in where pdfplumber fails on the file, or would take
    too long (None)."""
    doubtful = layer.hidden or layer.decoded
    confidence = HIDDEN_CONFIDENCE if doubtful else 1.0
    words = plumber.words(index, shown) if plumber and not doubtful else None
    if words is None:
        words = [Word(w.word.text, w.word.box, confidence, "text") for w in layer.words]
    lines = rows_of([[w] for w in (*words, *notes)])
    return Page(index + 1, *shown.size, plumber.with_bold(index, lines) if plumber else lines, reading="text")


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
            obj.get_bitmap()
        except pdfium.PdfiumError:
            return True
    return False
