"""The text layer of a PDF page as pdfium sees it: words with places, and whether anybody can see them."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from congvan.datamodel.document import Box, Word

# A gap wider than this part of the letters' height parts words where no blank stands between them.
WORD_GAP = 0.3
# No printed page has more; a layer that does is hostile or a map.
MAX_CHARS = 100_000
# A map drawn in lines has more objects; what it says beyond them is taken as seen.
MAX_OBJECTS = 50_000
# A picture over this part of the page is a scan, not an emblem.
SCAN_SHARE = 0.5
# pdfium's depth of nested form objects; signatures nest three deep (n0, n2, FRM of Adobe's appearance model).
MAX_DEPTH = 8
_INVISIBLE_MODES = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
# pdfium writes this for a hyphen at the end of a line.
_PDFIUM_HYPHEN = "\x02"


@dataclass(frozen=True)
class LayerWord:
    """A word of the layer; `visible`: it is drawn and no picture lies over it; `drawn`: top-level object it is in."""

    word: Word
    visible: bool
    drawn: int


@dataclass(frozen=True)
class Picture:
    """The scan of a page, if it has one: part of the page that pictures cover, their resolution, one bit a pixel."""

    share: float = 0.0
    dpi: float | None = None
    bilevel: bool = False

    @property
    def is_scan(self) -> bool:
        return self.share >= SCAN_SHARE


@dataclass(frozen=True)
class _Objects:
    """Addresses of text objects -> (top-level index, behind a scan), number of top-level objects, picture."""

    text: dict[int, tuple[int, bool]]
    count: int
    picture: Picture


def scan_objects(page: pdfium.PdfPage) -> _Objects:
    """What is drawn on a page, in its order."""
    area = max(page.get_width() * page.get_height(), 1.0)
    order: list[tuple[int, int]] = []
    last_scan = -1
    top = -1
    share = 0.0
    images: list[tuple[float, float, int]] = []
    for obj in islice(page.get_objects(max_depth=MAX_DEPTH), MAX_OBJECTS):
        top += obj.level == 0
        if obj.type == raw.FPDF_PAGEOBJ_TEXT:
            order.append((ctypes.addressof(obj.raw.contents), top))
        elif obj.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, upper = obj.get_bounds()
            part = max(right - left, 0) * max(upper - bottom, 0) / area
            share += part
            if part >= SCAN_SHARE:
                last_scan = top
            images.append((part, *_image_facts(obj)))
    picture = _picture(share, images)
    text = {address: (index, index < last_scan) for address, index in order}
    return _Objects(text, top + 1, picture)


def _image_facts(image: pdfium.PdfImage) -> tuple[float, int]:
    """Resolution and bits a pixel; zeros where the picture is broken."""
    try:
        facts = image.get_metadata()
    except pdfium.PdfiumError:
        return 0.0, 0
    return float(facts.horizontal_dpi), int(facts.bits_per_pixel)


def _picture(share: float, images: list[tuple[float, float, int]]) -> Picture:
    large = [i for i in images if i[0] >= SCAN_SHARE / 10]
    if not large:
        return Picture(min(share, 1.0))
    return Picture(min(share, 1.0), max(i[1] for i in large) or None, all(i[2] == 1 for i in large))


def layer_words(page: pdfium.PdfPage, objects: _Objects) -> list[LayerWord]:
    """Words of the page's own text layer, in the layer's order; boxes in points from the top left as shown."""
    textpage = page.get_textpage()
    try:
        return [_layer_word(page, run) for run in _runs(textpage, objects)]
    finally:
        textpage.close()


@dataclass
class _Run:
    """Characters of one word so far; the box is in pdfium's page space (y upwards)."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    drawn: int
    visible: bool


def _runs(textpage: pdfium.PdfTextPage, objects: _Objects) -> Iterator[_Run]:
    run: _Run | None = None
    for index in range(min(textpage.count_chars(), MAX_CHARS)):
        char = chr(raw.FPDFText_GetUnicode(textpage, index))
        char = "-" if char == _PDFIUM_HYPHEN else char
        if char.isspace() or char in "\x00\ufffe\uffff":
            if run:
                yield run
            run = None
            continue
        box = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(textpage, index, box)
        if run and _continues(run, box):
            run.text += char
            run.left, run.right = min(run.left, box.left), max(run.right, box.right)
            run.bottom, run.top = min(run.bottom, box.bottom), max(run.top, box.top)
            continue
        if run:
            yield run
        drawn, visible = _seen(textpage, index, objects)
        run = _Run(char, box.left, box.bottom, box.right, box.top, drawn, visible)
    if run:
        yield run


def _continues(run: _Run, box: raw.FS_RECTF) -> bool:
    height = max(run.top - run.bottom, box.top - box.bottom, 0.1)
    shared = min(run.top, box.top) - max(run.bottom, box.bottom)
    gap = box.left - run.right
    return bool(shared > height / 3 and -height < gap < WORD_GAP * height)


def _seen(textpage: pdfium.PdfTextPage, index: int, objects: _Objects) -> tuple[int, bool]:
    """The top-level object that draws a character, and whether it is drawn at all and over the scan."""
    handle = raw.FPDFText_GetTextObject(textpage, index)
    if not handle:
        return 0, True
    drawn, behind = objects.text.get(ctypes.addressof(handle.contents), (0, False))
    return drawn, not behind and raw.FPDFTextObj_GetTextRenderMode(handle) not in _INVISIBLE_MODES


def _layer_word(page: pdfium.PdfPage, run: _Run) -> LayerWord:
    box = to_shown(page, run.left, run.bottom, run.right, run.top)
    text = unicodedata.normalize("NFC", run.text)
    return LayerWord(Word(text, box, 1.0, "layer"), run.visible, run.drawn)


# pdfium maps to whole device units; this many of them make a point.
_UNITS = 100


def to_shown(page: pdfium.PdfPage, left: float, bottom: float, right: float, top: float) -> Box:
    """A rectangle of page space as a box of the page as it is shown: turned, cropped, y downwards."""
    width, height = page.get_size()
    corners = []
    for x, y in ((left, bottom), (right, top)):
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(page, 0, 0, int(width * _UNITS), int(height * _UNITS), 0, x, y, across, down)
        corners.append((across.value / _UNITS, down.value / _UNITS))
    (x0, y0), (x1, y1) = corners
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def annotation_boxes(page: pdfium.PdfPage) -> list[Box]:
    """Where annotations (signatures, stamps, fields) stand on the page as shown."""
    boxes = []
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        rect = raw.FS_RECTF()
        if annotation and raw.FPDFAnnot_GetRect(annotation, rect):
            boxes.append(to_shown(page, rect.left, rect.bottom, rect.right, rect.top))
        if annotation:
            raw.FPDFPage_CloseAnnot(annotation)
    return boxes


def annotation_words(pdf: pdfium.PdfDocument, page: pdfium.PdfPage, index: int, own_objects: int) -> list[Word]:
    """Words that annotations draw over a page: the caption of an electronic signature is real text.

    The annotations are flattened into the page in memory, as its last objects; `own_objects` stood there before.
    Nothing may be rendered from `page` afterwards.
    """
    if not raw.FPDFPage_GetAnnotCount(page):
        return []
    if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return []
    flat = pdf[index]
    try:
        objects = scan_objects(flat)
        return [w.word for w in layer_words(flat, objects) if w.drawn >= own_objects and w.visible]
    finally:
        flat.close()
