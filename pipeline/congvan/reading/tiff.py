"""A TIFF file -> its frames as page images, one at a time; a frame that can't be read is a failure of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import numpy as np

from congvan.datamodel.document import PageFailure, PageImage
from congvan.errors import DocumentError
from congvan.reading.asked import EVERYTHING, Asked
from congvan.reading.frames import BITS, HEIGHT, PHOTOMETRIC, WIDTH, Frame, alone, frames_of, numbers_of
from congvan.reading.image import check_size, page_image

_WHITE_IS_ZERO, _BLACK_IS_ZERO = 0, 1
# What is told of a whole file and what of one page of it.
_OF_A_PAGE = {"truncated": "image_damaged", "damaged": "image_damaged"}


def count_frames(path: Path, asked: Asked = EVERYTHING) -> int:
    """The number of pages, without decoding any. Raises DocumentError (`truncated`, `too_many_pages`)."""
    with path.open("rb") as file:
        return len(frames_of(file))


def read_tiff(path: Path, asked: Asked = EVERYTHING) -> Iterator[PageImage | PageFailure]:
    """The frames asked for, in order, one in memory at a time; smaller copies and masks are no pages.

    A frame that can't be read is a PageFailure (`image_damaged`, `too_large`, `too_small`) and the others go on.
    Raises DocumentError (`truncated`, `too_many_pages`) where the file has no frames to speak of.
    """
    with path.open("rb") as file:
        for number, frame in enumerate(frames_of(file), 1):
            if number in asked:
                yield _read_or_fail(file, frame, number)


def _read_or_fail(file: BinaryIO, frame: Frame, number: int) -> PageImage | PageFailure:
    try:
        return _read(file, frame, number)
    except DocumentError as error:
        reason = _OF_A_PAGE.get(error.reason, error.reason)
        return PageFailure(number, reason, f"page {number}: {error.message}")


def _read(file: BinaryIO, frame: Frame, number: int) -> PageImage:
    told = numbers_of(file, frame)
    check_size((told.get(WIDTH, 0), told.get(HEIGHT, 0)))
    # Pillow forgets to turn 16-bit grey whose zero is white.
    negative = told.get(BITS) == 16 and told.get(PHOTOMETRIC) == _WHITE_IS_ZERO
    whole = alone(file, frame, {PHOTOMETRIC: _BLACK_IS_ZERO} if negative else {})
    with _libtiff_silent():
        page = page_image(whole, number, ("TIFF",))
    return replace(page, image=np.invert(page.image)) if negative else page


@contextmanager
def _libtiff_silent() -> Iterator[None]:
    """libtiff tells what it stumbles over on the process's own stderr, past Python; what fails is told by us."""
    try:
        kept = os.dup(2)
    except OSError:  # a service without stderr
        yield
        return
    try:
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
