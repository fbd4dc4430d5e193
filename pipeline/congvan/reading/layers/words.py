"""Words of born-digital pages as pdfplumber sees them, with places and the boldness of their fonts."""

from __future__ import annotations

import logging
import unicodedata
import zlib
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

import pdfplumber
from pdfminer.ascii85 import ascii85decode
from pdfminer.pdftypes import LITERALS_ASCII85_DECODE, LITERALS_FLATE_DECODE, PDFStream, resolve1
from pdfplumber.page import Page as PlumberPage
from pdfplumber.pdf import PDF

from congvan.datamodel.document import Box, Line, Word
from congvan.reading.layers.layer import Shown

# A gap of this part of the letters' size parts words where no blank stands: blanks of justified lines are rarely
# below a quarter, gaps inside spaced-out capitals stay below a fifth.
X_TOLERANCE_RATIO = 0.2
# Decoded contents of one page, in bytes: a page of text has some ten thousand, a dense map some million. pdfminer takes
# a second for each million.
MAX_CONTENTS = 8_000_000
# pdfminer remarks on what it mends; what can't be mended is told by us.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
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
            # Not its close(), which parses every page that was never looked at.
            self._pdf.stream.close()

    def words(self, index: int, shown: Shown) -> list[Word] | None:
        """Words of page `index` (from 0), in points from the top left as shown; None where pdfplumber fails."""
        if self._failed:
            return None
        try:
            if self._pdf is None:
                self._pdf = pdfplumber.open(self._path, password=self._password)
            page = _as_shown(self._pdf.pages[index], shown)
            if _is_bomb(page):
                return None
            found = self._read(page)
            page.close()
        except Exception:
            # pdfminer raises whatever it trips over on files that viewers open well; pdfium's words stand in.
            self._failed = True
            return None
        self._bold = {index: {_box(word) for word in found if _is_bold(word)}}
        return [word for word in map(_word, found) if word.text]

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


def _as_shown(page: PlumberPage, shown: Shown) -> PlumberPage:
    """The page before it is parsed, told to count from the corner that is shown.

    By itself pdfplumber counts from the media box, and loses its way where that does not begin at 0, 0.
    """
    page.page_obj.mediabox = (shown.left, shown.bottom, shown.right, shown.top)
    page.page_obj.rotate = page.rotation = shown.rotation
    page.mediabox = page.cropbox = page.bbox = (0.0, 0.0, *shown.size)
    return page


def _is_bomb(page: PlumberPage) -> bool:
    """Whether the page's own contents decode to more than any page has; nothing is decoded further than that."""
    room = MAX_CONTENTS
    for content in page.page_obj.contents:
        room -= _decoded_size(resolve1(content), room)
        if room <= 0:
            return True
    return False


def _decoded_size(stream: PDFStream, most: int) -> int:
    """How many bytes a stream decodes to; `most` for more, and for codings that nobody writes contents in today."""
    data = stream.rawdata or b""
    if stream.decipher:
        data = stream.decipher(stream.objid or 0, stream.genno or 0, data, stream.attrs)
    for name, _ in stream.get_filters():
        if name in LITERALS_FLATE_DECODE:
            inflater = zlib.decompressobj()
            data = inflater.decompress(data, most)
            if inflater.unconsumed_tail:
                return most
        elif name in LITERALS_ASCII85_DECODE:
            data = ascii85decode(data)
        else:
            return most
    return len(data)


def _box(word: dict[str, Any]) -> Box:
    return Box(word["x0"], word["top"], word["x1"], word["bottom"])


def _word(word: dict[str, Any]) -> Word:
    return Word(unicodedata.normalize("NFC", word["text"]), _box(word))
