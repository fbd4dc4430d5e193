"""A picture file (PNG, JPEG) -> one page image."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from congvan.datamodel.document import PageImage
from congvan.errors import DocumentError

# A4 at 600 dpi is 35 million pixels, A3 70; what is larger is no page of a dispatch, or a decompression bomb.
MAX_PIXELS = 80_000_000
MIN_SIDE = 16
# Metadata outside these bounds are nonsense (cameras and chat programs write 1, 72 or 96 whatever they hold).
PLAUSIBLE_DPI = (100.0, 1200.0)
A4_WIDTH_INCHES, A4_HEIGHT_INCHES = 8.27, 11.69
# A page that would be wider or narrower than this, by its metadata, is taken for A4 instead.
PLAUSIBLE_WIDTH_INCHES = (4.0, 24.0)


def read_image(path: Path, wanted: frozenset[int] | None = None) -> Iterator[PageImage]:
    """The one page of a picture, turned as its EXIF orientation says; nothing where page 1 is not wanted.

    Raises DocumentError (`truncated`, `damaged`, `too_large`, `too_small`).
    """
    if wanted is not None and 1 not in wanted:
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


def _decode(data: bytes) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.uint8]], bool, float]:
    """Pixels (H x W x 3 uint8, RGB), whether the picture has one bit a pixel, and its resolution."""
    try:
        with warnings.catch_warnings():
            # Pillow only warns of a size that we refuse anyway, before anything is decoded.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
                _check_size(picture.size)
                bilevel = picture.mode == "1"
                told = picture.info.get("dpi")
                upright = ImageOps.exif_transpose(picture)
                pixels = np.asarray(_flatten(upright))
    except Image.DecompressionBombError as error:
        raise DocumentError(f"The picture can't be read ({error}).", reason="too_large") from error
    except UnidentifiedImageError as error:
        raise DocumentError("The picture can't be decoded.", "Scan it again.", reason="damaged") from error
    except (OSError, SyntaxError, ValueError) as error:
        reason = "truncated" if "truncated" in str(error).lower() else "damaged"
        raise DocumentError(
            f"The picture can't be read ({error}).", "Fetch the file again.", reason=reason
        ) from error
    return pixels, bilevel, resolution(pixels.shape[1], pixels.shape[0], told)


def _check_size(size: tuple[int, int]) -> None:
    width, height = size
    if width * height > MAX_PIXELS:
        message = f"The picture has {width} x {height} pixels, more than {MAX_PIXELS:,}."
        raise DocumentError(message, "Scan it at 300 dpi.", reason="too_large")
    if min(size) < MIN_SIDE:
        raise DocumentError(f"The picture has only {width} x {height} pixels.", reason="too_small")


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
