"""A picture file (PNG, JPEG) -> one page image."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from congvan.datamodel.document import PageImage
from congvan.errors import DocumentError
from congvan.reading.asked import EVERYTHING, Asked

# A4 at 600 dpi is 35 million pixels, A3 70; what is larger is no page of a dispatch, or a decompression bomb.
MAX_PIXELS = 80_000_000
MIN_SIDE = 16
# Metadata outside these bounds are nonsense (cameras and chat programs write 1, 72 or 96 whatever they hold).
PLAUSIBLE_DPI = (100.0, 1200.0)
A4_WIDTH_INCHES, A4_HEIGHT_INCHES = 8.27, 11.69
# A page that would be wider or narrower than this, by its metadata, is taken for A4 instead.
PLAUSIBLE_WIDTH_INCHES = (4.0, 24.0)
# One pixel in nine tells. JPEG leaves ripples beside the edges of one-bit print; a scan in grey or colour has half as
# many pixels between ink and paper as it has of ink.
BILEVEL_STEP = 3
BILEVEL_INK, BILEVEL_PAPER = 48, 208
BILEVEL_BETWEEN = 0.1


def read_image(path: Path, asked: Asked = EVERYTHING) -> Iterator[PageImage]:
    """The one page of a picture, turned as its EXIF orientation says; nothing where page 1 is not asked for.

    Raises DocumentError (`truncated`, `damaged`, `too_large`, `too_small`).
    """
    if 1 not in asked:
        return
    image, bilevel, dpi = _decode(path.read_bytes())
    height, width = image.shape[:2]
    yield PageImage(
        number=1,
        width=width * 72 / dpi,
        height=height * 72 / dpi,
        image=image,
        dpi=dpi,
        bilevel=bilevel,
        source_dpi=dpi,
    )


def _decode(data: bytes) -> tuple[NDArray[np.uint8], bool, float]:
    """Pixels (H x W x 3 uint8, RGB), whether the picture has one bit a pixel, and its resolution."""
    try:
        with warnings.catch_warnings():
            # Pillow only warns of a size that we refuse anyway, before anything is decoded.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
                _check_size(picture.size)
                told = picture.info.get("dpi")
                upright = ImageOps.exif_transpose(picture)
                pixels = np.asarray(_flatten(upright))
    except Image.DecompressionBombError as error:
        raise DocumentError(f"The picture can't be read ({error}).", reason="too_large") from error
    except UnidentifiedImageError as error:
        raise DocumentError("The picture can't be decoded.", "Scan it again.", reason="damaged") from error
    except (OSError, SyntaxError, ValueError) as error:
        reason = "truncated" if "truncated" in str(error).lower() else "damaged"
        raise DocumentError(f"The picture can't be read ({error}).", "Fetch the file again.", reason=reason) from error
    return pixels, is_bilevel(pixels), resolution(pixels.shape[1], pixels.shape[0], told)


def _check_size(size: tuple[int, int]) -> None:
    width, height = size
    if width * height > MAX_PIXELS:
        message = f"The picture has {width} x {height} pixels, more than {MAX_PIXELS:,}."
        raise DocumentError(message, "Scan it at 300 dpi.", reason="too_large")
    if min(size) < MIN_SIDE:
        raise DocumentError(f"The picture has only {width} x {height} pixels.", reason="too_small")


def is_bilevel(pixels: NDArray[np.uint8]) -> bool:
    """Whether a picture (H x W x 3) is a one-bit scan, however it was saved: hardly a pixel between ink and paper."""
    sample = pixels[::BILEVEL_STEP, ::BILEVEL_STEP]
    dark, light = sample.max(axis=2) <= BILEVEL_INK, sample.min(axis=2) >= BILEVEL_PAPER
    between = sample.shape[0] * sample.shape[1] - int(dark.sum()) - int(light.sum())
    return bool(between < BILEVEL_BETWEEN * int(dark.sum()))


def _flatten(picture: Image.Image) -> Image.Image:
    """RGB on white paper: transparent pixels are paper, not ink."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        paper = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(paper, layered).convert("RGB")
    if picture.mode.startswith("I"):
        # 16-bit grey: Pillow's own conversion clips instead of scaling.
        return Image.fromarray((np.asarray(picture) >> 8).astype(np.uint8)).convert("RGB")
    return picture.convert("RGB")


def resolution(width: int, height: int, told: tuple[float, float] | None) -> float:
    """Pixels an inch: what the metadata tell if it makes a page of paper, else as if the picture were an A4 page."""
    if told is not None:
        dpi = float(told[0])
        low, high = PLAUSIBLE_DPI
        if low <= dpi <= high and PLAUSIBLE_WIDTH_INCHES[0] <= width / dpi <= PLAUSIBLE_WIDTH_INCHES[1]:
            return dpi
    upright = height >= width
    return width / (A4_WIDTH_INCHES if upright else A4_HEIGHT_INCHES)
