"""One warm engine for all OCR tests of a process."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PIL import Image

from congvan.datamodel.document import PageImage
from congvan.ocr import load_engine
from congvan.ocr.engine import Engine
from tests import paper


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    loaded = load_engine()
    yield loaded
    loaded.close()


def page_image(sheet: Image.Image, dpi: float = 200, **more: object) -> PageImage:
    """A picture of a whole A4 page as reading hands it on."""
    pixels = np.asarray(sheet.convert("RGB"))
    return PageImage(1, *paper.A4, pixels, dpi, source_dpi=dpi, **more)
