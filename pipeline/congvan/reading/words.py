"""Words of born-digital pages as pdfplumber sees them, with places and the boldness of their fonts."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

import pdfplumber
from pdfplumber.page import Page as PlumberPage
from pdfplumber.pdf import PDF

from congvan.datamodel.document import Box, Line, Word

# A gap of this part of the letters' size parts words where no blank stands: blanks of justified lines are rarely
# below a quarter, gaps inside spaced-out capitals stay below a fifth.
X_TOLERANCE_RATIO = 0.2
BOLD_NAMES = ("bold", "black", "heavy", "demi")


class WordLayers:
    """The text layers of one PDF, opened at the first page that needs them, with the password that opens it."""

    def __init__(self, path: Path, password: str = "") -> None:
        self._path = path
        self._password = password
        self._pdf: PDF | None = None
        self._failed = False
        self._bold: dict[int, set[Box]] = {}

    def __enter__(self) -> WordLayers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        if self._pdf is not None:
            self._pdf.close()

    def words(self, index: int, confidence: float = 1.0) -> list[Word] | None:
        """Words of page `index` (from 0), in points from the top left as shown; None where pdfplumber fails."""
        if self._failed:
            return None
        try:
            if self._pdf is None:
                self._pdf = pdfplumber.open(self._path, password=self._password)
            page = self._pdf.pages[index]
            found = self._read(page)
            page.close()
        except Exception:
            # pdfminer raises whatever it trips over on files that viewers open well; pdfium's words stand in.
            self._failed = True
            return None
        self._bold = {index: {_box(word, page) for word in found if _is_bold(word)}}
        words = [_word(word, page, confidence) for word in found]
        return [w for w in words if w.text]

    @staticmethod
    def _read(page: PlumberPage) -> list[dict[str, Any]]:
        """Words with their characters; letters printed twice (a poor man's bold) count once."""
        chars = page.dedupe_chars(tolerance=1)
        # Marks that are characters of their own follow their letter in the stream, not by place.
        loose_marks = any(unicodedata.combining(c) for char in chars.chars for c in char["text"])
        words: list[dict[str, Any]] = chars.extract_words(
            x_tolerance_ratio=X_TOLERANCE_RATIO, use_text_flow=loose_marks, return_chars=True
        )
        return words

    def with_bold(self, index: int, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """Lines marked as bold where every word of theirs is."""
        bold = self._bold.get(index)
        if not bold:
            return lines
        return tuple(replace(ln, bold=all(w.box in bold for w in ln.words)) for ln in lines)


def _is_bold(word: dict[str, Any]) -> bool:
    return all(any(name in str(c.get("fontname", "")).lower() for name in BOLD_NAMES) for c in word["chars"])


def _box(word: dict[str, Any], page: PlumberPage) -> Box:
    """pdfplumber counts from the media box, viewers show the crop box."""
    left, top = page.cropbox[0] - page.mediabox[0], page.cropbox[1] - page.mediabox[1]
    return Box(word["x0"] - left, word["top"] - top, word["x1"] - left, word["bottom"] - top)


def _word(word: dict[str, Any], page: PlumberPage, confidence: float) -> Word:
    return Word(unicodedata.normalize("NFC", word["text"]), _box(word, page), confidence, "text")
