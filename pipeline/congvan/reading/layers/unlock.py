"""A PDF opened from its file, a piece at a time, with the first password that fits; or why it can't be opened."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import regex

from congvan.errors import DocumentError

PIECE = 1 << 20
# Marks and names below are shorter.
_OVERLAP = 64
_NO_PAGES = regex.compile(rb"/Count\s+0\b")
_SOME_PAGE = regex.compile(rb"/Type\s*/Page\b|/ObjStm\b")
_ENCRYPTED = regex.compile(rb"/Encrypt\b")


@dataclass(frozen=True)
class Opened:
    """A PDF at hand, and the password that opened it ("" for none)."""

    pdf: pdfium.PdfDocument
    password: str = field(repr=False)


@contextmanager
def opened(path: Path, passwords: Iterable[str] = ()) -> Iterator[Opened]:
    """The PDF with its forms, closed at the end. An owner's password alone is no hindrance: "" is tried first.

    Raises DocumentError (`encrypted`, `truncated`, `damaged`, `no_pages`); no message tells a password.
    """
    with path.open("rb") as file:
        if _is_truncated(file):
            raise DocumentError("The PDF ends in the middle.", "Fetch the file again.", reason="truncated")
        unlocked = _unlocked(file, passwords)
        try:
            if len(unlocked.pdf) == 0:
                raise _no_pages()
            # Without forms the captions of signatures are not drawn. Scripts are never run: this pdfium has no V8.
            unlocked.pdf.init_forms()
            yield unlocked
        finally:
            unlocked.pdf.close()


def _unlocked(file: BinaryIO, passwords: Iterable[str]) -> Opened:
    for password in _spellings(passwords):
        file.seek(0)
        try:
            return Opened(pdfium.PdfDocument(file, password=password or None), password)
        except pdfium.PdfiumError as error:
            # pdfium's error code alone is not to be trusted: it may be that of the file before.
            if getattr(error, "err_code", None) != raw.FPDF_ERR_PASSWORD or not _holds(file, _ENCRYPTED):
                raise _open_error(file, error) from error
    message = "The PDF is encrypted, and no password at hand opens it."
    raise DocumentError(message, "Give its password with --passwords FILE.", reason="encrypted")


def _spellings(passwords: Iterable[str]) -> list[str]:
    """No password, then each in its order, composed and decomposed: keyboards write Vietnamese letters either way."""
    forms = (unicodedata.normalize(form, word) for word in passwords for form in ("NFC", "NFD"))
    return list(dict.fromkeys(("", *forms)))


def _open_error(file: BinaryIO, error: pdfium.PdfiumError) -> DocumentError:
    if _holds(file, _NO_PAGES) and not _holds(file, _SOME_PAGE):
        return _no_pages()
    return DocumentError(f"The PDF can't be opened ({error}).", "Fetch the file again.", reason="damaged")


def _no_pages() -> DocumentError:
    return DocumentError("The PDF has no pages.", "Scan the document again.", reason="no_pages")


def _is_truncated(file: BinaryIO) -> bool:
    """Whether the file stops before the end of its last revision: `startxref` stands after the last object.

    pdfium mends such files in silence and the lost pages are simply not there.
    """
    marks = _last(file, (b"startxref", b"endobj"))
    return marks[b"startxref"] < marks[b"endobj"] or marks[b"startxref"] < 0


def _last(file: BinaryIO, marks: tuple[bytes, ...]) -> dict[bytes, int]:
    """Where each mark stands last, up to the one that stands last of all, -1 for the others."""
    end = file.seek(0, os.SEEK_END)
    while end > 0:
        start = max(end - PIECE, 0)
        file.seek(start)
        data = file.read(min(end - start + _OVERLAP, PIECE + _OVERLAP))
        found = {mark: at + start if (at := data.rfind(mark)) >= 0 else -1 for mark in marks}
        if max(found.values()) >= 0:
            return found
        end = start
    return dict.fromkeys(marks, -1)


def _holds(file: BinaryIO, pattern: regex.Pattern[bytes]) -> bool:
    """Whether a short pattern stands anywhere in the file."""
    file.seek(0)
    tail = b""
    while piece := file.read(PIECE):
        if pattern.search(tail + piece):
            return True
        tail = piece[-_OVERLAP:]
    return False
