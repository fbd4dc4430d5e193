"""Page images become words with places."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from congvan.errors import UsageError
from congvan.ocr.engine import Engine

# name -> "module:Class", imported on use; the command line's choices are these keys. One more engine is one more row.
ENGINES: dict[str, str] = {
    "tesserocr": "congvan.ocr.tesserocr:TesserocrEngine",
    "pytesseract": "congvan.ocr.pytesseract:PytesseractEngine",
}
DEFAULT_ENGINE = "tesserocr"


def load_engine(name: str = DEFAULT_ENGINE) -> Engine:
    """A warm engine. Raises UsageError for an unknown name, SetupError where the engine or its data are missing."""
    if name not in ENGINES:
        raise UsageError(f"There is no OCR engine {name!r}.", f"Choose one of: {', '.join(ENGINES)}.")
    module, _, kind = ENGINES[name].partition(":")
    return cast(Engine, getattr(import_module(module), kind)())
