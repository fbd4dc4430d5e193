"""What an OCR engine is to congvan: grey pixels in, lines of words with places out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from congvan.datamodel.document import Line
from congvan.errors import SetupError

# `page`: find columns, blocks and lines; `block`: lines of one column; `sparse`: words anywhere; `line`: one line.
Mode = Literal["page", "block", "sparse", "line"]
LANGUAGE = "vie"
INSTALL = "apt-get install tesseract-ocr tesseract-ocr-vie"
# Where Debian (5.x), Ubuntu and older Tesseracts keep their data.
TESSDATA_DIRS = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
)


class Engine(Protocol):
    """A warm reader, one a process; it is not shared between threads.

    `name` is the key of the table of engines and the `source` of the words it reads; `version` goes into the key of
    kept readings.
    """

    name: str
    version: str

    def read(self, image: NDArray[np.uint8], dpi: float, mode: Mode = "page") -> list[Line]:
        """Lines as the engine sees them; `image`: H x W uint8, dark on light, at `dpi`.

        Boxes are in pixels of the image, confidences 0..1 as the engine tells them.
        """
        ...

    def close(self) -> None:
        """Gives the engine's memory back; the engine can't be used afterwards."""
        ...


def one_thread() -> None:
    """Tesseract's threads fight one another (1.9 s a page become 7.9): one is told before the engine is loaded."""
    os.environ["OMP_THREAD_LIMIT"] = "1"


def tessdata_dir() -> Path:
    """The folder that holds Vietnamese data for Tesseract: TESSDATA_PREFIX, then where systems keep it.

    Raises SetupError with the command that installs it.
    """
    told = os.environ.get("TESSDATA_PREFIX")
    places = [Path(told), Path(told) / "tessdata"] if told else [Path(p) for p in TESSDATA_DIRS]
    for place in places:
        if (place / f"{LANGUAGE}.traineddata").is_file():
            return place
    seen = ", ".join(str(p) for p in places)
    raise SetupError(
        f"Tesseract's Vietnamese data (vie.traineddata) was not found in {seen}.",
        f"Install it with `{INSTALL}`, or set TESSDATA_PREFIX to its folder.",
    )
