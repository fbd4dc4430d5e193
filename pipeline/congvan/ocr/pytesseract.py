"""Tesseract as a program (pytesseract): the second engine, for systems without tesserocr; each call starts it anew."""

from __future__ import annotations

from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from congvan.datamodel.document import Box, Line, Word
from congvan.errors import SetupError
from congvan.ocr.engine import INSTALL, LANGUAGE, Mode, one_thread, tessdata_dir

_MODES = {"page": 3, "block": 6, "sparse": 11, "line": 7}


class PytesseractEngine:
    """Raises SetupError where the program `tesseract` or the Vietnamese data are missing."""

    name = "pytesseract"

    def __init__(self) -> None:
        one_thread()
        try:
            import pytesseract
        except ImportError as error:
            raise SetupError(
                f"pytesseract can't be loaded ({error}).", "Install it: `pip install pytesseract`."
            ) from error
        self._library = pytesseract
        try:
            self.version = f"tesseract {pytesseract.get_tesseract_version()}"
        except (pytesseract.TesseractNotFoundError, SystemExit) as error:
            raise SetupError("The program tesseract was not found.", f"Install it with `{INSTALL}`.") from error
        self._tessdata = tessdata_dir()

    def read(self, image: NDArray[np.uint8], dpi: float, mode: Mode = "page") -> list[Line]:
        """Lines with boxes in pixels; see Engine."""
        config = f'--psm {_MODES[mode]} --dpi {round(dpi)} --tessdata-dir "{self._tessdata}"'
        picture = Image.fromarray(np.ascontiguousarray(image))
        table = self._library.image_to_data(
            picture, lang=LANGUAGE, config=config, output_type=self._library.Output.DICT
        )
        rows = [
            ((table["block_num"][i], table["par_num"][i], table["line_num"][i]), self._word(table, i))
            for i, text in enumerate(table["text"])
            if text.strip()
        ]
        return [Line(tuple(word for _, word in line)) for _, line in groupby(rows, key=lambda row: row[0])]

    def _word(self, table: dict[str, list[float | str]], i: int) -> Word:
        left, top, width, height = (float(table[k][i]) for k in ("left", "top", "width", "height"))
        box = Box(left, top, left + width, top + height)
        return Word(str(table["text"][i]).strip(), box, max(float(table["conf"][i]), 0.0) / 100, self.name)

    def close(self) -> None:
        """Nothing stays open between calls."""
