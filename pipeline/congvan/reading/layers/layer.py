"""The text layer of a PDF page as pdfium sees it: words with places, and whether anybody can see them."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, islice

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from congvan.datamodel.document import Box, Word

# A gap wider than this part of the letters' height parts words where no blank stands between them.
WORD_GAP = 0.3
# No printed page has more; a layer that does is hostile or a map, and is not read.
MAX_CHARS = 100_000
# A map drawn in lines has more objects; what it says beyond them is taken as seen.
MAX_OBJECTS = 50_000
# A3 at 1200 dpi has 278 million pixels; a picture of more is a bomb.
MAX_IMAGE_PIXELS = 300_000_000
# A page of many signatures has some dozens.
MAX_ANNOTATIONS = 5_000
# How a page stands is told by so many letters at least, of which so many are looked at, and this part agrees.
LETTERS = 40
ANGLES = 400
MOST = 0.6
# A picture over this part of the page is a scan, not an emblem.
SCAN_SHARE = 0.5
# Of a scan in strips or tiles the last ones may be slivers.
MOST_OF_SCAN = 0.9
# pdfium's depth of nested form objects; signatures nest three deep (n0, n2, FRM of Adobe's appearance model).
MAX_DEPTH = 8
_INVISIBLE_MODES = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
# pdfium writes this for a hyphen at the end of a line.
_PDFIUM_HYPHEN = "\x02"


@dataclass(frozen=True)
class LayerWord:
    """A word of the layer; `visible`: it is drawn and no picture lies over it; `drawn`: top-level object it is in;
    `font`: the name of its first letter's font, "" where it has none."""

    word: Word
    visible: bool
    drawn: int
    font: str = ""


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
    """Addresses of text objects -> (top-level index, behind a scan), number of top-level objects, picture.

    `many`: there are more objects than were looked at; `largest`: pixels of the largest picture.
    """

    text: dict[int, tuple[int, bool]]
    count: int
    picture: Picture
    many: bool
    largest: int


def scan_objects(page: pdfium.PdfPage) -> _Objects:
    """What is drawn on a page, in its order."""
    area = max(page.get_width() * page.get_height(), 1.0)
    order: list[tuple[int, int]] = []
    top = -1
    seen = 0
    share = 0.0
    largest = 0
    images: list[tuple[float, int, float, int]] = []
    for obj in islice(page.get_objects(max_depth=MAX_DEPTH), MAX_OBJECTS):
        seen += 1
        top += obj.level == 0
        if obj.type == raw.FPDF_PAGEOBJ_TEXT:
            order.append((ctypes.addressof(obj.raw.contents), top))
        elif obj.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, upper = obj.get_bounds()
            part = max(right - left, 0) * max(upper - bottom, 0) / area
            share += part
            images.append((part, top, *_image_facts(obj)))
            largest = max(largest, _pixels(obj))
    picture = _picture(share, images)
    last_scan = _last_of_scan(images)
    text = {address: (index, index < last_scan) for address, index in order}
    return _Objects(text, top + 1, picture, seen >= MAX_OBJECTS, largest)


def _pixels(image: pdfium.PdfImage) -> int:
    """How many pixels a picture has, or says it has; 0 where it says nothing."""
    try:
        width, height = image.get_px_size()
    except pdfium.PdfiumError:
        return 0
    return int(width) * int(height)


def _last_of_scan(images: list[tuple[float, int, float, int]]) -> int:
    """The top-level object that closes the scan, which may be many strips or tiles; -1 where there is none.

    An emblem or a drawn signature that follows is none of it.
    """
    whole = [top for part, top, _, _ in images if part >= SCAN_SHARE]
    if whole:
        return whole[-1]
    shares = list(accumulate(part for part, _, _, _ in images))
    if not shares or shares[-1] < SCAN_SHARE:
        return -1
    return next(top for done, (_, top, _, _) in zip(shares, images, strict=True) if done >= MOST_OF_SCAN * shares[-1])


def _image_facts(image: pdfium.PdfImage) -> tuple[float, int]:
    """Resolution across the upright picture and bits a pixel; zeros where the picture is broken."""
    try:
        facts = image.get_metadata()
        turned = abs(image.get_matrix().b) > abs(image.get_matrix().a)
    except pdfium.PdfiumError:
        return 0.0, 0
    across, down = float(facts.horizontal_dpi), float(facts.vertical_dpi)
    # pdfium divides the picture's own width by that of its box on the page, though it lies on its side.
    return math.sqrt(across * down) if turned else across, int(facts.bits_per_pixel)


def _picture(share: float, images: list[tuple[float, int, float, int]]) -> Picture:
    large = [i for i in images if i[0] >= SCAN_SHARE / 10]
    if not large and share >= SCAN_SHARE:
        large = images
    if not large:
        return Picture(min(share, 1.0))
    return Picture(min(share, 1.0), max(i[2] for i in large) or None, all(i[3] == 1 for i in large))


def layer_words(page: pdfium.PdfPage, objects: _Objects) -> list[LayerWord]:
    """Words of the page's own text layer, in the layer's order; boxes in points from the top left as shown."""
    shown = Shown.of(page)
    textpage = page.get_textpage()
    try:
        return [_layer_word(run) for run in _runs(textpage, objects, shown)]
    finally:
        textpage.close()


def upright_rotation(page: pdfium.PdfPage, objects: _Objects) -> int:
    """By how many degrees, clockwise, the page is to be shown so that most letters of its layer stand upright.

    Over a scan only hidden letters count. The page's own rotation where too few are there to tell.
    """
    textpage = page.get_textpage()
    try:
        count = min(textpage.count_chars(), MAX_CHARS)
        step = max(count // ANGLES, 1)
        quarters = Counter(
            round(math.degrees(raw.FPDFText_GetCharAngle(textpage, index)) / 90) % 4
            for index in range(0, count, step)
            if raw.FPDFText_GetUnicode(textpage, index) > 0x20
            and not (objects.picture.is_scan and _seen(textpage, index, objects)[1])
        )
    finally:
        textpage.close()
    enough = quarters.total() * step >= LETTERS
    ((quarter, votes),) = quarters.most_common(1) or ((0, 0),)
    return -quarter * 90 % 360 if enough and votes > MOST * quarters.total() else int(page.get_rotation())


@dataclass
class _Run:
    """Characters of one word so far, and their box on the page as shown."""

    text: str
    box: Box
    drawn: int
    visible: bool
    font: str


def _runs(textpage: pdfium.PdfTextPage, objects: _Objects, shown: Shown) -> Iterator[_Run]:
    run: _Run | None = None
    for index in range(min(textpage.count_chars(), MAX_CHARS)):
        char = chr(raw.FPDFText_GetUnicode(textpage, index))
        char = "-" if char == _PDFIUM_HYPHEN else char
        if char.isspace() or char in "\x00\ufffe\uffff":
            if run:
                yield run
            run = None
            continue
        rect = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(textpage, index, rect)
        box = shown.box(rect.left, rect.bottom, rect.right, rect.top)
        if run and _continues(run.box, box):
            run.text += char
            run.box = run.box.union(box)
            continue
        if run:
            yield run
        run = _Run(char, box, *_seen(textpage, index, objects))
    if run:
        yield run


def _continues(run: Box, box: Box) -> bool:
    height = max(run.height, box.height, 0.1)
    shared = min(run.bottom, box.bottom) - max(run.top, box.top)
    gap = box.x0 - run.x1
    return shared > height / 3 and -height < gap < WORD_GAP * height


def _seen(textpage: pdfium.PdfTextPage, index: int, objects: _Objects) -> tuple[int, bool, str]:
    """The top-level object that draws a character, whether it is drawn at all and over the scan, and its font."""
    handle = raw.FPDFText_GetTextObject(textpage, index)
    if not handle:
        return 0, True, ""
    drawn, behind = objects.text.get(ctypes.addressof(handle.contents), (0, False))
    visible = not behind and raw.FPDFTextObj_GetTextRenderMode(handle) not in _INVISIBLE_MODES
    return drawn, visible, _font_name(handle)


def _font_name(handle: raw.FPDF_PAGEOBJECT) -> str:
    """The base name of a text object's font, without the tag of a subset (`ABCDEF+.VnTime`)."""
    font = raw.FPDFTextObj_GetFont(handle)
    name = ctypes.create_string_buffer(128)
    if not font or raw.FPDFFont_GetBaseFontName(font, name, len(name)) > len(name):
        return ""
    return name.value.decode("utf-8", "replace").rpartition("+")[2]


def _layer_word(run: _Run) -> LayerWord:
    text = unicodedata.normalize("NFC", run.text)
    return LayerWord(Word(text, run.box, 1.0, "layer"), run.visible, run.drawn, run.font)


@dataclass(frozen=True)
class Shown:
    """How a page is shown: the part of page space (points, y upwards), then turned clockwise by `rotation` degrees."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @classmethod
    def of(cls, page: pdfium.PdfPage) -> Shown:
        """The crop box as far as it lies in the media box, as pdfium shows it."""
        left, bottom, right, top = page.get_bbox()
        return cls(left, bottom, right, top, int(page.get_rotation()))

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as shown, in points."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.rotation in (90, 270) else (width, height)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of page space as a box of the page as shown: cropped, turned, y downwards."""
        (x0, y0), (x1, y1) = self._point(left, bottom), self._point(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def _point(self, x: float, y: float) -> tuple[float, float]:
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y


def annotation_boxes(page: pdfium.PdfPage) -> list[Box]:
    """Where annotations (signatures, stamps, fields) stand on the page as shown."""
    boxes = []
    shown = Shown.of(page)
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        rect = raw.FS_RECTF()
        if annotation and raw.FPDFAnnot_GetRect(annotation, rect):
            boxes.append(shown.box(rect.left, rect.bottom, rect.right, rect.top))
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
