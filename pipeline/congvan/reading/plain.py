"""Text files (TXT, MD, text out of Word or a web page) become pages on a grid of rows and columns.

One row of the file is one Line; its words stand at their columns, so that two-column letterheads kept by spaces or
tabs are told apart by the same rules as on paper. Marks of markdown and Word bookmarks are not part of the document.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

import regex

from congvan.datamodel.document import Page
from congvan.errors import DocumentError
from congvan.reading.asked import EVERYTHING, Asked
from congvan.reading.rows.barred import unfold_barred
from congvan.reading.rows.columns import unfold_columns
from congvan.reading.rows.grid import page_of
from congvan.reading.rows.legacy import decode_bytes, unicode_of

# A dispatch of 300 pages with its annexes has not a million characters; reading three takes some minutes.
MAX_TEXT_BYTES = 3_000_000
MAX_SHEETS = 5_000
SAMPLE_BYTES = 65536
# UTF-16 without its mark: Vietnamese has its blanks, figures and half of its letters in ASCII.
LEAST_UNITS = 8
MIN_ZEROS = 0.3

BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}

_BOOKMARK = regex.compile(r"\[bookmark:[^\]\n]{0,80}\]")  # [bookmark: _GoBack]
_STARS = regex.compile(r"\*\*|(?<![\p{L}\d])__(?=\S)|(?<=\S)__(?![\p{L}\d])")  # **đậm**, __đậm__
_SLANT = regex.compile(r"(?<![\p{L}\d*\\])\*(?=[^\s*])([^*\n]{1,300})(?<=[^\s\\])\*(?![\p{L}\d*])")  # *nghiêng*
_HEADING = regex.compile(r"^\s{0,3}#{1,6}\s+")  # ## Tiêu đề
_ESCAPED = regex.compile(r"\\([\\`*_{}\[\]()#+.!|-])")  # 1\. tháng\_sáu
_TABLE_RULE = regex.compile(r"[\s|:+=-]*")  # |---|:--:|
# What reaches a text from another program's file: field marks, ends of pages, stray bytes. None is printed.
_CONTROLS = regex.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x9f]")


def read_text(path: Path, limit: int = MAX_TEXT_BYTES) -> bytes:
    """The bytes of a file that is to be text. Raises DocumentError (`too_large`) beyond `limit` bytes."""
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise DocumentError(
            f"The text is larger than {limit:,} bytes.", "Split it into its dispatches.", reason="too_large"
        )
    return data


def decode(data: bytes) -> str:
    """The text of a file: UTF-8, UTF-16, windows-1258, TCVN3 or VNI, told by its bytes; in NFC where it was converted.

    Text in UTF-8 that shows the letters of TCVN3 or VNI is converted too. Raises DocumentError (`not_text`) for
    anything else.
    """
    text = decoded(data)
    if text is None:
        raise DocumentError(
            "The file is neither a known form nor text in a code that is known.",
            "Convert it to PDF, PNG, JPEG or UTF-8 text.",
            reason="not_text",
            status="unsupported",
        )
    text = unicode_of(text) or text
    return _CONTROLS.sub(" ", text)


def decoded(data: bytes, *, whole: bool = True) -> str | None:
    """The characters of bytes by their mark, as UTF-16, as UTF-8, or in an 8-bit code of Vietnamese; None for others.

    `whole` False: the bytes may end inside a character.
    """
    bom = next((name for mark, name in BOMS.items() if data.startswith(mark)), None)
    for encoding in (bom,) if bom else (unmarked_utf16(data), "utf-8"):
        if encoding is None:
            continue
        try:
            return codecs.getincrementaldecoder(encoding)().decode(data, final=whole)
        except UnicodeDecodeError:
            continue
    return None if bom else decode_bytes(data)


def unmarked_utf16(data: bytes) -> str | None:
    """`utf-16-le` or `-be` where every other byte is often zero, as blanks and plain letters have it; else None."""
    sample = data[:SAMPLE_BYTES]
    half = len(sample) // 2
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    for zeros, others, encoding in ((high, low, "utf-16-le"), (low, high, "utf-16-be")):
        if half >= LEAST_UNITS and zeros >= half * MIN_ZEROS and not others:
            return encoding
    return None


def read_plain(path: Path, asked: Asked = EVERYTHING) -> Iterator[Page]:
    """The pages asked for of a text file; form feeds part them.

    Boxes are columns and rows, counted from 0 on each page. Raises DocumentError where the bytes are no text
    (`not_text`) or too many (`too_large`).
    """
    for number, sheet in enumerate(_sheets(decode(read_text(path))), 1):
        if number in asked:
            yield page_of(number, map(_row, unfold_columns(unfold_barred(sheet)).split("\n")))


def _sheets(text: str) -> list[str]:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\u2028", "\n")
    sheets = text.split("\f", MAX_SHEETS)
    return sheets[:-1] if len(sheets) > 1 and not sheets[-1].strip() else sheets


def _row(text: str) -> tuple[str, bool]:
    if "|" in text and _TABLE_RULE.fullmatch(text):
        return "", False
    bold = text.strip().startswith("**") and text.strip().endswith("**")
    return _unmarked(text), bold


def _unmarked(text: str) -> str:
    """The row without the marks of markdown and Word; what they marked stays."""
    text = _BOOKMARK.sub("", text)
    text = _HEADING.sub("", text)
    text = _STARS.sub("", text)
    text = _SLANT.sub(r"\1", text)
    return _ESCAPED.sub(r"\1", text)
