"""A picture file (PNG, JPEG, WEBP, GIF, BMP, JPEG 2000) -> one page image; `page_image` serves TIFF's frames too."""

from __future__ import annotations

import math
import struct
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from congvan.datamodel.document import PageImage
from congvan.errors import DocumentError
from congvan.reading.asked import EVERYTHING, Asked

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "JPEG2000")
# A4 at 600 dpi is 35 million pixels, A3 70; what is larger is no page of a dispatch, or a decompression bomb.
MAX_PIXELS = 80_000_000
# The long side of A4 at 1200 dpi is 14,031; what is longer is a strip, not a page.
MAX_SIDE = 15_000
MIN_SIDE = 16
# Metadata outside these bounds are nonsense (cameras and chat programs write 1, 72 or 96 whatever they hold).
PLAUSIBLE_DPI = (100.0, 1200.0)
A4_WIDTH_INCHES, A4_HEIGHT_INCHES = 8.27, 11.69
# A page that would be wider or narrower than this, by its metadata, is taken for A4 instead.
PLAUSIBLE_WIDTH_INCHES = (4.0, 24.0)
# Fax machines scan 204 dots an inch across and 98, 196 or 391 down (ITU-T T.4): their pixels are no squares.
OBLONG_RATIO = (1.02, 2.5)
# One pixel in nine tells. JPEG leaves ripples beside the edges of one-bit print; a scan in grey or colour has half as
# many pixels between ink and paper as it has of ink.
BILEVEL_STEP = 3
BILEVEL_INK, BILEVEL_PAPER = 48, 208
BILEVEL_BETWEEN = 0.1
DIM_PAPER = 128

_ORIENTATION = 0x0112  # EXIF and TIFF alike; 5 to 8 lie on their side
_WEBP_HEAD = 30  # as much of a WEBP file as tells its size


def read_image(path: Path, asked: Asked = EVERYTHING) -> Iterator[PageImage]:
    """The one page of a picture, turned as its EXIF orientation says; nothing where page 1 is not asked for.

    Of an animation the first frame. Raises DocumentError (`truncated`, `damaged`, `too_large`, `too_small`).
    """
    if 1 not in asked:
        return
    with path.open("rb") as file:
        yield page_image(file, 1)


def page_image(file: BinaryIO, number: int, formats: tuple[str, ...] = FORMATS) -> PageImage:
    """The first picture of an open file as page `number`: RGB on white paper, upright, its pixels squares.

    Sizes are checked before anything is decoded. Raises DocumentError like read_image.
    """
    try:
        with warnings.catch_warnings():
            # Pillow only warns of sizes that are refused here anyway, and of metadata that nobody needs.
            warnings.simplefilter("ignore")
            _check_webp(file)
            with Image.open(file, formats=formats) as picture:
                check_size(picture.size)
                told = _told_resolution(picture)
                bilevel = picture.mode == "1"
                ImageOps.exif_transpose(picture, in_place=True)
                check_size(picture.size)
                pixels = np.asarray(_flatten(picture))
    except Image.DecompressionBombError as error:
        raise DocumentError(f"The picture can't be read ({error}).", reason="too_large") from error
    except UnidentifiedImageError as error:
        raise DocumentError("The picture can't be decoded.", "Scan it again.", reason="damaged") from error
    except (OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, ArithmeticError, struct.error) as error:
        # Pillow's parsers trip in all these ways over broken files.
        reason = "truncated" if "truncated" in str(error).lower() else "damaged"
        raise DocumentError(f"The picture can't be read ({error}).", "Fetch the file again.", reason=reason) from error
    pixels = brightened(_squared(pixels, told))
    height, width = pixels.shape[:2]
    dpi = resolution(width, height, told and (max(told), max(told)))
    return PageImage(
        number=number,
        width=width * 72 / dpi,
        height=height * 72 / dpi,
        image=pixels,
        dpi=dpi,
        bilevel=bilevel or is_bilevel(pixels),
        source_dpi=dpi,
    )


def check_size(size: tuple[int, int]) -> None:
    """Raises DocumentError (`too_large`, `too_small`) where no page has so many pixels (width, height)."""
    width, height = size
    if width * height > MAX_PIXELS:
        message = f"The picture has {width} x {height} pixels, more than {MAX_PIXELS:,}."
        raise DocumentError(message, "Scan it at 300 dpi.", reason="too_large")
    if max(size) > MAX_SIDE:
        message = f"The picture has {width} x {height} pixels; a side has more than {MAX_SIDE:,}."
        raise DocumentError(message, "Split it into pages.", reason="too_large")
    if min(size) < MIN_SIDE:
        raise DocumentError(f"The picture has only {width} x {height} pixels.", reason="too_small")


def _check_webp(file: BinaryIO) -> None:
    """The size of a WEBP file by its head: Pillow's decoder lays out two canvases before it tells the size.

    Layout of VP8X: WebP Container Specification (Google); a plain VP8 or VP8L picture has at most 16,383 a side,
    and no canvas of its own.
    """
    head = file.read(_WEBP_HEAD)
    file.seek(0)
    if head[:4] == b"RIFF" and head[8:16] == b"WEBPVP8X" and len(head) == _WEBP_HEAD:
        width, height = (int.from_bytes(head[at : at + 3], "little") + 1 for at in (24, 27))
        check_size((width, height))


def _told_resolution(picture: Image.Image) -> tuple[float, float] | None:
    """Pixels an inch across and down the upright picture, as its metadata tell; None where they don't."""
    try:
        across, down = (float(value) for value in picture.info["dpi"])
    except (LookupError, TypeError, ValueError, ArithmeticError):
        return None
    if not (math.isfinite(across) and math.isfinite(down) and across > 0 and down > 0):
        return None
    return (down, across) if picture.getexif().get(_ORIENTATION, 1) in (5, 6, 7, 8) else (across, down)


def _squared(pixels: NDArray[np.uint8], told: tuple[float, float] | None) -> NDArray[np.uint8]:
    """The picture stretched along its coarser side where a fax says that its pixels are oblong."""
    if told is None:
        return pixels
    finer, coarser = max(told), min(told)
    plausible = PLAUSIBLE_DPI[0] <= finer <= PLAUSIBLE_DPI[1]
    if not plausible or not OBLONG_RATIO[0] <= finer / coarser <= OBLONG_RATIO[1]:
        return pixels
    height, width = pixels.shape[:2]
    size = (round(width * finer / told[0]), round(height * finer / told[1]))
    check_size(size)
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_LINEAR), dtype=np.uint8)


def brightened(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture with white paper where nothing on it is lighter than half: decoders of JPEG 2000 leave one-bit
    pictures so, 0 and 128."""
    lightest = int(pixels.max(initial=0))
    if not 1 < lightest <= DIM_PAPER:
        return pixels
    return np.minimum(pixels.astype(np.uint16) * 255 // lightest, 255).astype(np.uint8)


def is_bilevel(pixels: NDArray[np.uint8]) -> bool:
    """Whether a picture (H x W x 3) is a one-bit scan, however it was saved: hardly a pixel between ink and paper."""
    sample = pixels[::BILEVEL_STEP, ::BILEVEL_STEP]
    dark, light = sample.max(axis=2) <= BILEVEL_INK, sample.min(axis=2) >= BILEVEL_PAPER
    between = sample.shape[0] * sample.shape[1] - int(dark.sum()) - int(light.sum())
    return bool(between < BILEVEL_BETWEEN * int(dark.sum()))


def _flatten(picture: Image.Image) -> Image.Image:
    """RGB on white paper: transparent pixels are paper, not ink."""
    if picture.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in picture.info:
        layered = picture.convert("LA") if picture.mode == "La" else picture
        layered = layered.convert("RGBA")
        paper = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(paper, layered).convert("RGB")
    if picture.mode.startswith("I;16"):
        # 16-bit grey: Pillow's own conversion clips instead of scaling.
        return Image.fromarray((np.asarray(picture) >> 8).astype(np.uint8)).convert("RGB")
    if picture.mode in ("I", "F"):
        return Image.fromarray(_scaled(np.asarray(picture, dtype=np.float64))).convert("RGB")
    if picture.mode == "CMYK" and picture.format == "JPEG" and "adobe" not in picture.info:
        return _lighter(picture.convert("RGB"), Image.fromarray(np.invert(np.asarray(picture)), "CMYK").convert("RGB"))
    return picture.convert("RGB")


def _lighter(one: Image.Image, other: Image.Image) -> Image.Image:
    """Which of two is paper: without Adobe's marker a JPEG does not tell whether 255 is full ink or none."""
    light = [np.asarray(picture)[::BILEVEL_STEP, ::BILEVEL_STEP].mean() for picture in (one, other)]
    return one if light[0] >= light[1] else other


def _scaled(grey: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Grey of unknown range as bytes: white is the least of 1, 255, 2^16-1, 2^31-1, 2^32-1 that nothing exceeds."""
    top = float(np.nanmax(grey, initial=0.0))
    white = next((w for w in (1.0, 255.0, 65535.0, 2.0**31 - 1) if top <= w), 2.0**32 - 1)
    return np.nan_to_num(np.clip(grey * (255 / white), 0, 255)).astype(np.uint8)


def resolution(width: int, height: int, told: tuple[float, float] | None) -> float:
    """Pixels an inch: what the metadata tell if it makes a page of paper, else as if the picture were an A4 page."""
    if told is not None:
        dpi = float(told[0])
        low, high = PLAUSIBLE_DPI
        if low <= dpi <= high and PLAUSIBLE_WIDTH_INCHES[0] <= width / dpi <= PLAUSIBLE_WIDTH_INCHES[1]:
            return dpi
    upright = height >= width
    return width / (A4_WIDTH_INCHES if upright else A4_HEIGHT_INCHES)
