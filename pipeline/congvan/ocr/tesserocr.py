"""Tesseract in this process (tesserocr): the engine is loaded once and stays warm."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from congvan.datamodel.document import Box, Line, Word
from congvan.errors import SetupError
from congvan.ocr.engine import INSTALL, LANGUAGE, Mode, one_thread, tessdata_dir

_MODES = {"page": "AUTO", "block": "SINGLE_BLOCK", "sparse": "SPARSE_TEXT", "line": "SINGLE_LINE"}


class TesserocrEngine:
    """The default engine. Raises SetupError where tesserocr or the Vietnamese data are missing."""

    name = "tesserocr"

    def __init__(self) -> None:
        one_thread()
        try:
            import tesserocr
        except ImportError as error:
            raise SetupError(
                f"The OCR engine tesserocr can't be loaded ({error}).",
                "Install it with `pip install tesserocr`, or choose `--engine pytesseract`.",
            ) from error
        self._library = tesserocr
        self.version = f"tesserocr {tesserocr.__version__}, {tesserocr.tesseract_version().splitlines()[0]}"
        try:
            self._api = tesserocr.PyTessBaseAPI(path=str(tessdata_dir()), lang=LANGUAGE)
        except RuntimeError as error:
            raise SetupError(f"Tesseract can't be started ({error}).", f"Try `{INSTALL}`.") from error
        # Its remarks on pages ("Detected 12 diacritics", "invalid box") are for nobody.
        tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
        self._api.SetVariable("debug_file", os.devnull)

    def read(self, image: NDArray[np.uint8], dpi: float, mode: Mode = "page") -> list[Line]:
        """Lines with boxes in pixels; see Engine."""
        api = self._api
        height, width = image.shape
        api.SetPageSegMode(getattr(self._library.PSM, _MODES[mode]))
        api.SetImageBytes(np.ascontiguousarray(image).tobytes(), width, height, 1, width)
        # After the image, or it is guessed from the page: 2.0 % of characters wrong become 2.4.
        api.SetSourceResolution(round(dpi))
        try:
            if not api.Recognize():
                return []
            return list(self._lines(api.GetIterator()))
        finally:
            api.Clear()

    def _lines(self, iterator: Any) -> Iterator[Line]:
        level = self._library.RIL
        words: list[Word] = []
        for item in self._library.iterate_level(iterator, level.WORD) if iterator else ():
            if item.IsAtBeginningOf(level.TEXTLINE) and words:
                yield Line(tuple(words))
                words = []
            if item.Empty(level.WORD):
                continue
            text = item.GetUTF8Text(level.WORD).strip()
            if text:
                box = Box(*(float(v) for v in item.BoundingBox(level.WORD)))
                words.append(Word(text, box, item.Confidence(level.WORD) / 100, self.name))
        if words:
            yield Line(tuple(words))

    def close(self) -> None:
        """Frees the engine."""
        self._api.End()
