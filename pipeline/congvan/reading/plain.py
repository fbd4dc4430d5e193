"""Text files (TXT, MD, text out of Word or a web page) become pages on a grid of rows and columns.

One row of the file is one Line; its words stand at their columns, so that two-column letterheads kept by spaces or
tabs are told apart by the same rules as on paper. Marks of markdown and Word bookmarks are not part of the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import regex

from congvan.datamodel.document import Box, Line, Page, Word
from congvan.errors import DocumentError
from congvan.reading.asked import EVERYTHING, Asked
from congvan.reading.columns import unfold_columns

TAB_STOP = 8
# A tab is a jump to another column, however short; below this many blanks words belong together.
TAB_GAP = 4

_BOOKMARK = regex.compile(r"\[bookmark:[^\]\n]{0,80}\]")  # [bookmark: _GoBack]
_STARS = regex.compile(r"\*\*|(?<![\p{L}\d])__(?=\S)|(?<=\S)__(?![\p{L}\d])")  # **đậm**, __đậm__
_SLANT = regex.compile(r"(?<![\p{L}\d*\\])\*(?=[^\s*])([^*\n]{1,300})(?<=[^\s\\])\*(?![\p{L}\d*])")  # *nghiêng*
_HEADING = regex.compile(r"^\s{0,3}#{1,6}\s+")  # ## Tiêu đề
_ESCAPED = regex.compile(r"\\([\\`*_{}\[\]()#+.!|-])")  # 1\. tháng\_sáu
_TABLE_RULE = regex.compile(r"^[\s|:+=-]*\|[\s|:+=-]*$")  # |---|:--:|
_WORD = regex.compile(r"\S+")


def decode(data: bytes) -> str:
    """The text of a file: UTF-8 (with or without BOM) or UTF-16 with BOM.

    Raises DocumentError (`not_text`) for anything else.
    """
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",)
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DocumentError(
        "The file is neither a known form nor Unicode text.",
        "Convert it to PDF, PNG, JPEG or UTF-8 text.",
        reason="not_text",
        status="unsupported",
    )


def read_plain(path: Path, asked: Asked = EVERYTHING) -> Iterator[Page]:
    """The pages asked for of a text file; form feeds part them.

    Boxes are columns and rows, counted from 0 on each page. Raises DocumentError where the bytes are no text.
    """
    for number, sheet in enumerate(map(unfold_columns, _sheets(decode(path.read_bytes()))), 1):
        if number not in asked:
            continue
        lines = [line for row, text in enumerate(sheet.split("\n")) if (line := _line(text, row))]
        width = max((line.box.x1 for line in lines), default=0.0)
        height = float(sheet.count("\n") + 1)
        yield Page(number, width, height, tuple(lines), placed=False)


def _sheets(text: str) -> list[str]:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\u2028", "\n")
    sheets = text.split("\f")
    return sheets[:-1] if len(sheets) > 1 and not sheets[-1].strip() else sheets


def _line(text: str, row: int) -> Line | None:
    if _TABLE_RULE.match(text):
        return None
    bold = text.strip().startswith("**") and text.strip().endswith("**")
    text = _spread_tabs(_unmarked(text))
    words = tuple(Word(match.group(), Box(match.start(), row, match.end(), row + 1)) for match in _WORD.finditer(text))
    return Line(words, bold) if words else None


def _unmarked(text: str) -> str:
    """The row without the marks of markdown and Word; what they marked stays."""
    text = _BOOKMARK.sub("", text)
    text = _HEADING.sub("", text)
    text = _STARS.sub("", text)
    text = _SLANT.sub(r"\1", text)
    return _ESCAPED.sub(r"\1", text)


def _spread_tabs(text: str) -> str:
    """Tabs as blanks up to the next stop, never fewer than TAB_GAP: a tab parts columns."""
    if "\t" not in text:
        return text
    out = ""
    for part in text.split("\t")[:-1]:
        out += part
        out += " " * max(TAB_STOP - len(out) % TAB_STOP, TAB_GAP)
    return out + text.split("\t")[-1]
