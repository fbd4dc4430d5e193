"""Turns a printed dispatch into pages as a scanner or a phone gives them, and remembers where everything went.

Order of what a page suffers: print, pen and stamps, the sheet itself, the way it lies, optics, light, sensor, turning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
import pypdfium2 as pdfium
from PIL import Image

from congvan.datamodel.document import Box
from congvan.synth.printing.paper import PAGE_HEIGHT, PAGE_WIDTH, SetPage
from congvan.synth.scanner import stamps
from congvan.synth.scanner.captions import CaptionWord, caption_lines, set_caption
from congvan.synth.scanner.desk import Desk, Mark, issued_on
from congvan.synth.scanner.exposure import Exposure
from congvan.synth.scanner.geometry import POINTS_PER_INCH, Geometry, lie_down
from congvan.synth.scanner.ink import Pixels, lay
from congvan.synth.scanner.levels import LEVELS
from congvan.synth.scanner.paper import print_unevenly, shine_through, wear
from congvan.synth.scanner.sensor import expose
from congvan.synth.tree import Dispatch

# What shines through is soft: few pixels do.
_BACK_DPI = 75
# A quarter of a turn, how often: pages are fed by their left or their right side.
_QUARTERS = (90, 270)
# Orientations that cameras write (EXIF 2.3, tag 274) for the turn that shows the picture upright, clockwise.
EXIF_TURNS = {1: 0, 6: 90, 3: 180, 8: 270}


@dataclass(frozen=True)
class ScannedPage:
    """One page as stored.

    `image`: `RGB`, `L` or `1`, at `dpi`; `width` x `height` in points; `turned`: degrees clockwise by which the picture
    is turned from upright (0, 90, 180, 270); `quality`: of its JPEG; `marks`: what was laid on it, with boxes of this
    page; `captions`: real text over the picture. A photo tells no resolution (it then counts as an A4 page) and may
    be stored by `orientation` (EXIF): `image` is the picture as shown by those who heed it.
    """

    image: Image.Image
    dpi: float
    width: float
    height: float
    quality: int
    geometry: Geometry
    marks: tuple[Mark, ...] = ()
    captions: tuple[CaptionWord, ...] = ()
    photo: bool = False
    orientation: int = 1

    @property
    def turned(self) -> int:
        return self.geometry.turned

    def where(self, box: Box) -> Box:
        """Where a box of the printed page lies on this page: points from the top left of the page as stored."""
        return self.geometry.where(box)


@dataclass(frozen=True)
class Scanned:
    """A scanned dispatch: its pages, the header fields written by hand (`code`, `issued_on`), what was laid on."""

    pages: tuple[ScannedPage, ...]
    handwritten: frozenset[str]
    marks: tuple[str, ...]


def scan_document(
    pages: Sequence[SetPage], clean: bytes, dispatch: Dispatch, level: str, rng: Random, photo: bool = False
) -> Scanned:
    """The pages of `clean` (the PDF of the set pages) scanned at a level of levels.LEVELS, or photographed.

    The same `rng` state gives the same pixels. Where the dispatch has a block of role `secrecy`, its word is taken
    off the print and stamped: its place is that of the mark `secrecy`. Raises KeyError for an unknown level.
    """
    exposure = Exposure.draw(LEVELS[level], photo, rng)
    desk = Desk.draw(dispatch, exposure, len(pages), rng)
    turns = _turns(exposure, len(pages), rng)
    document = pdfium.PdfDocument(clean)
    try:
        made = tuple(_scan(document, page, desk, turn, rng) for page, turn in zip(pages, turns, strict=True))
    finally:
        document.close()
    names = dict.fromkeys(name for page in made for name in _names(page))
    hand = frozenset(name for name in names if name in desk.by_hand)
    return Scanned(made, hand, tuple(names))


def _names(page: ScannedPage) -> Iterator[str]:
    yield from (mark.name for mark in page.marks)
    if page.captions:
        yield "caption"


def _turns(exposure: Exposure, count: int, rng: Random) -> list[int]:
    """How each page lies: mostly upright, else all of them turned alike or only one."""
    share = rng.random()
    level = exposure.level
    if share >= level.sideways + level.upside_down:
        return [0] * count
    turn = rng.choice(_QUARTERS) if share < level.sideways else 180
    if rng.random() < level.one_turned:
        alone = rng.randrange(count)
        return [turn if n == alone else 0 for n in range(count)]
    return [turn] * count


def _scan(document: pdfium.PdfDocument, page: SetPage, desk: Desk, turn: int, rng: Random) -> ScannedPage:
    exposure = desk.exposure
    noise = np.random.default_rng(rng.getrandbits(32))
    raster = _render(document, page.number, exposure.print_dpi)
    print_unevenly(raster, exposure, noise)
    laid = desk.work(raster, page, rng)
    # Sheets are printed on both sides: page 2 is the back of page 1.
    back = page.number + 1 if page.number % 2 else page.number - 1
    if exposure.bleed and back <= len(document):
        shine_through(raster, _render(document, back, _BACK_DPI, grey=True), exposure.bleed, noise)
        laid.append(Mark("bleed", _SHEET))
    laid += (Mark(name, _SHEET) for name in wear(raster, exposure, page.number == 1, rng))
    geometry = lie_down(exposure, turn, rng)
    shown = geometry.picture(raster, exposure.dpi, (255, 255, 255))
    shown = expose(shown, exposure, geometry, rng, noise)
    captions: tuple[CaptionWord, ...] = ()
    if page.number == 1 and not turn and not exposure.photo and rng.random() < exposure.level.caption:
        head = min((geometry.where(word.box).top for word in page.words), default=0.0)
        captions = _caption(shown, desk, head, rng)
    image = _stored(shown, exposure, noise, turn)
    width, height = geometry.size
    marks = tuple(Mark(mark.name, geometry.where(mark.box)) for mark in laid)
    orientation = rng.choice((1, 1, 6, 6, 3, 8)) if exposure.photo else 1
    return ScannedPage(
        image=image,
        dpi=float(exposure.dpi),
        width=width,
        height=height,
        quality=exposure.quality,
        geometry=geometry,
        marks=marks,
        captions=captions,
        photo=exposure.photo,
        orientation=orientation,
    )


_SHEET = Box(0, 0, PAGE_WIDTH, PAGE_HEIGHT)


def _render(document: pdfium.PdfDocument, number: int, dpi: float, grey: bool = False) -> Pixels:
    """The print of a page (from 1): H x W x 3, or H x W where grey."""
    page = document[number - 1]
    try:
        bitmap = page.render(scale=dpi / POINTS_PER_INCH, grayscale=grey, rev_byteorder=True)
        pixels = bitmap.to_numpy()
        return np.array(pixels[:, :, 0] if grey and pixels.ndim == 3 else pixels)
    finally:
        page.close()


def _caption(shown: Pixels, desk: Desk, head: float, rng: Random) -> tuple[CaptionWord, ...]:
    """A small picture of the seal at the head of the page, in place, and the caption's words beside it.

    `head`: points above the first print; where the words don't fit in, nothing is laid.
    """
    scale = desk.exposure.dpi / POINTS_PER_INCH
    x, top = rng.choice((14.0, 70.0, PAGE_WIDTH - 196)), rng.uniform(3, 7)
    lines = caption_lines(desk.office, issued_on(desk.dispatch), rng)
    for size in (rng.uniform(7, 9), 6.5, 5.5):
        words = set_caption(lines, x + 42, top, size, 150)
        if words[-1].box.bottom < head:
            break
    else:
        return ()
    if rng.random() < 0.75:
        side = round(40 * scale)
        print_ = cv2.resize(stamps.seal(desk.around, desk.within, scale), (side, side), interpolation=cv2.INTER_AREA)
        lay(shown, np.asarray(print_, np.float32), stamps.RED, (round((x - 2) * scale), round(top * scale)))
    return tuple(words)


def _stored(shown: Pixels, exposure: Exposure, noise: np.random.Generator, turn: int) -> Image.Image:
    """In the machine's colours, and turned."""
    pixels = shown if turn == 0 else np.ascontiguousarray(np.rot90(shown, -turn // 90))
    if exposure.mode == "RGB":
        return Image.fromarray(pixels)
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    if exposure.mode == "L":
        return Image.fromarray(grey)
    lit = float(np.mean(exposure.tint))
    return Image.fromarray(np.where(grey > exposure.threshold * lit * 255, 255, 0).astype(np.uint8)).convert("1")
