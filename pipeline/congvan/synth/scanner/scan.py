"""Turns a born-digital PDF into a scan: stamp and signature, skew, uneven light, noise, blur, few bits, JPEG.

What a page suffers is told by a `Damage`; the levels stand in one table. Images are H x W (grey) or H x W x 3 (RGB)
arrays of uint8.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from random import Random
from typing import Any

import cv2
import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from congvan.datamodel.document import Box
from congvan.synth.printing.fonts import serif
from congvan.synth.scanner.pen import figures, signature

Pixels = NDArray[np.uint8]
POINTS_PER_INCH = 72
# A stamp of a State body is 36 mm across (Circular 07/2010/TT-BCA, article 5).
STAMP_DIAMETER = 36 / 25.4 * POINTS_PER_INCH
RED = (205, 38, 45)


@dataclass(frozen=True, slots=True)
class Damage:
    """What a page suffers on its way through a scanner.

    `dpi`; `colour`: `colour`, `grey` or `bilevel`; `skew`: degrees at most, either way; `noise`: standard deviation
    in grey levels; `blur`: sigma in pixels; `shade`: how much darker one edge is, in grey levels; `specks` a page;
    `fade`: share of black lost; `quality`: of the JPEG, 1..95; `sealed`: stamp and signature are there; `by_hand`:
    number and day are filled in with a pen.
    """

    dpi: int = 200
    colour: str = "colour"
    skew: float = 0.3
    noise: float = 3.0
    blur: float = 0.4
    shade: float = 6.0
    specks: int = 10
    fade: float = 0.08
    quality: int = 75
    sealed: bool = True
    by_hand: bool = False


LEVELS: dict[str, Damage] = {
    "clean": Damage(dpi=200, colour="colour", skew=0.15, noise=2, blur=0.3, shade=3, specks=3, fade=0.03, quality=80),
    "office": Damage(dpi=200, colour="grey", skew=0.6, noise=5, blur=0.6, shade=10, specks=20, fade=0.12, quality=60),
    "pen": Damage(dpi=200, skew=0.4, noise=3, blur=0.4, shade=8, specks=8, fade=0.06, quality=70, by_hand=True),
    "fax": Damage(dpi=200, colour="bilevel", skew=0.9, noise=12, blur=0.7, shade=0, specks=60, fade=0.25, quality=60),
    "poor": Damage(dpi=150, colour="colour", skew=1.2, noise=8, blur=0.7, shade=22, specks=40, fade=0.2, quality=45),
    "fine": Damage(dpi=300, colour="grey", skew=0.3, noise=3, blur=0.5, shade=5, specks=5, fade=0.05, quality=60),
}


@dataclass(frozen=True, slots=True)
class Seal:
    """Where stamp and signature go: the page (from 1), the box between post and name in points, the stamp's words."""

    page: int
    box: Box
    words: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A place on the first page that a pen fills in: printed digits and their box in points."""

    digits: str
    box: Box


def scan_pages(
    pdf: bytes, damage: Damage, seal: Seal | None, rng: Random, blanks: Sequence[Blank] = ()
) -> list[Image.Image]:
    """The pages of the PDF as a scanner would give them, top to bottom the same for the same `rng` state."""
    document = pdfium.PdfDocument(pdf)
    try:
        rasters = [
            document[i].render(scale=damage.dpi / POINTS_PER_INCH).to_pil().convert("RGB") for i in range(len(document))
        ]
    finally:
        document.close()
    pages = []
    for number, raster in enumerate(rasters, 1):
        if damage.by_hand and number == 1:
            _fill_in(raster, blanks, damage.dpi / POINTS_PER_INCH, rng)
        noise = np.random.default_rng(rng.getrandbits(32))
        if damage.sealed and seal and seal.page == number:
            raster = _sealed(raster, seal, damage.dpi / POINTS_PER_INCH, rng)
        pages.append(_damaged(np.asarray(raster), damage, rng, noise))
    return pages


def image_pdf(pages: Sequence[Image.Image], damage: Damage) -> bytes:
    """A PDF of images alone, as scanners write it; no date, so that the same pages give the same bytes."""
    out = BytesIO()
    epoch = time.gmtime(0)
    first, *rest = pages
    # One bit a pixel is packed as a fax (CCITT group 4), which has no quality.
    how = {} if damage.colour == "bilevel" else {"quality": damage.quality}
    first.save(
        out,
        "PDF",
        resolution=damage.dpi,
        save_all=True,
        append_images=rest,
        creationDate=epoch,
        modDate=epoch,
        producer="congvan synth",
        **how,
    )
    return out.getvalue()


def image_file(page: Image.Image, damage: Damage, form: str) -> bytes:
    """One page as `JPEG` or `PNG` with its resolution told."""
    out = BytesIO()
    page.save(out, form, dpi=(damage.dpi, damage.dpi), quality=damage.quality, optimize=form == "PNG")
    return out.getvalue()


# -- ink and stamp -------------------------------------------------------------------------------------------


def _fill_in(page: Image.Image, blanks: Sequence[Blank], scale: float, rng: Random) -> None:
    """Take the printed digits off the page and write them by hand, in place."""
    draw = ImageDraw.Draw(page)
    for blank in blanks:
        left, top, right, bottom = (v * scale for v in (blank.box.x0, blank.box.top, blank.box.x1, blank.box.bottom))
        draw.rectangle((left, top, right, bottom), fill="white")
        figures(page, blank.digits, (left, top + (bottom - top) * 0.15, right, bottom - (bottom - top) * 0.2), rng)


def _sealed(page: Image.Image, seal: Seal, scale: float, rng: Random) -> Image.Image:
    """The page with a signature between post and name, and the stamp over its left third."""
    height = max((seal.box.bottom - seal.box.top) * scale, 30)
    x0, x1 = seal.box.x0 * scale, seal.box.x1 * scale
    middle, top = (x0 + x1) / 2, seal.box.top * scale
    page = _multiplied(page, signature(rng, int(height * 2.2), int(height)), (int(middle - height * 0.8), int(top)))
    side = int(STAMP_DIAMETER * scale)
    stamp = _stamp(seal.words, side, rng)
    # By rule over the left third of the signature; hands are less exact.
    left = middle - side * rng.uniform(0.9, 1.25)
    at = (int(left), int(top + height / 2 - side / 2 + rng.uniform(-0.1, 0.1) * side))
    return _multiplied(page, stamp, at)


def _multiplied(page: Image.Image, ink: Image.Image, at: tuple[int, int]) -> Image.Image:
    """Ink on white laid over the page: what is black stays black."""
    sheet = Image.new("RGB", page.size, "white")
    sheet.paste(ink, at)
    product = np.asarray(page, np.uint16) * np.asarray(sheet, np.uint16) // 255
    return Image.fromarray(product.astype(np.uint8))


def _stamp(words: str, side: int, rng: Random) -> Image.Image:
    """A round stamp: two rings, the body's name between them, a star in the middle; ink lost in patches."""
    big = side * 2
    image = Image.new("RGB", (big, big), "white")
    draw = ImageDraw.Draw(image)
    edge = big * 0.02
    draw.ellipse((edge, edge, big - edge, big - edge), outline=RED, width=max(big // 45, 2))
    inner = big * 0.21
    draw.ellipse((inner, inner, big - inner, big - inner), outline=RED, width=max(big // 110, 1))
    draw.polygon(_star(big / 2, big * 0.17), fill=RED)
    _around(image, words + " • ", big * 0.385)
    turned = image.rotate(rng.uniform(-12, 12), resample=Image.Resampling.BICUBIC, fillcolor="white")
    small = np.asarray(turned.resize((side, side), Image.Resampling.LANCZOS), np.float32)
    lost = (
        np.random.default_rng(rng.getrandbits(32)).normal(0.22, 0.2, (side // 6 + 1, side // 6 + 1)).astype(np.float32)
    )
    patches = cv2.resize(lost, (side, side), interpolation=cv2.INTER_CUBIC)[:, :, None].clip(0, 0.8)
    return Image.fromarray((small + (255 - small) * patches).clip(0, 255).astype(np.uint8))


def _star(middle: float, radius: float) -> list[tuple[float, float]]:
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.4
        angle = math.pi * corner / 5 - math.pi / 2
        points.append((middle + reach * math.cos(angle), middle + reach * math.sin(angle)))
    return points


def _around(image: Image.Image, words: str, radius: float) -> None:
    """The words along a circle, one letter after another, evenly over the whole turn."""
    size = int(min(image.width * 0.11, 2 * math.pi * radius / max(len(words), 1) * 1.25))
    font = ImageFont.truetype(str(serif().paths["bold"]), size)
    middle = image.width / 2
    for at, letter in enumerate(words):
        angle = 2 * math.pi * at / len(words) + math.pi * 0.75
        tile = Image.new("L", (size * 2, size * 2), 0)
        ImageDraw.Draw(tile).text((size, size), letter, font=font, fill=255, anchor="mm")
        turned = tile.rotate(-math.degrees(angle) - 90, resample=Image.Resampling.BICUBIC)
        at_x, at_y = middle + radius * math.cos(angle), middle + radius * math.sin(angle)
        image.paste(RED, (int(at_x - size), int(at_y - size)), turned)


# -- the scanner ---------------------------------------------------------------------------------------------


def _damaged(page: Pixels, damage: Damage, rng: Random, noise: np.random.Generator) -> Image.Image:
    pixels = page.astype(np.float32)
    pixels += (255 - pixels) * damage.fade
    pixels = _skewed(pixels, rng.uniform(-damage.skew, damage.skew))
    if damage.blur:
        pixels = cv2.GaussianBlur(pixels, (0, 0), damage.blur).astype(np.float32)
    pixels -= _light(pixels.shape[:2], damage.shade, rng)[:, :, None]
    _speckle(pixels, damage.specks, noise)
    if damage.colour != "colour":
        pixels = pixels.mean(axis=2)
    pixels += noise.standard_normal(pixels.shape, dtype=np.float32) * np.float32(damage.noise)
    if damage.colour == "bilevel":
        return Image.fromarray((pixels > 150).astype(np.uint8) * 255).convert("1")
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def _skewed(pixels: NDArray[np.float32], degrees: float) -> NDArray[np.float32]:
    height, width = pixels.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turned: Any = cv2.warpAffine(pixels, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=(252, 252, 252))
    return np.asarray(turned, np.float32)


def _light(shape: tuple[int, int], depth: float, rng: Random) -> NDArray[np.float32]:
    """A slope of darkness from one edge to the other, as lids that don't close make it."""
    across = np.linspace(0, 1, shape[1], dtype=np.float32)[None, :] ** 2
    down = np.linspace(0, 1, shape[0], dtype=np.float32)[:, None] ** 3
    if rng.random() < 0.5:
        across = across[:, ::-1]
    return ((across * rng.uniform(0.3, 1) + down * rng.uniform(0, 0.6)) * depth).astype(np.float32)


def _speckle(pixels: NDArray[np.float32], count: int, noise: np.random.Generator) -> None:
    """Dark specks of one to three pixels, in place."""
    height, width = pixels.shape[:2]
    for _ in range(count):
        y, x, side = noise.integers(0, height - 3), noise.integers(0, width - 3), noise.integers(1, 4)
        pixels[y : y + side, x : x + side] = noise.uniform(40, 140)
