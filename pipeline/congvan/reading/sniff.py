"""What a file is, by its content: names lie, magic numbers rarely do."""

from __future__ import annotations

import codecs
from pathlib import Path

from congvan.errors import DocumentError

# How much of a file is looked at. Readers of PDF accept its mark anywhere in the first kilobyte (ISO 32000-1, annex H
# of Adobe's implementation notes); text is told from bytes by a sample.
SAMPLE_BYTES = 65536
PDF_MARK_WITHIN = 1024
# Control characters that plain text does hold: tab, line feed, vertical tab, form feed, carriage return, and the
# DOS end of file.
TEXT_CONTROLS = frozenset("\t\n\v\f\r\x1a")

# form <- the first bytes of a file
_IMAGE_MARKS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
# What archives are full of and congvan does not read (yet), to say its name.
_RTF = b"{\\rtf"
_UNSUPPORTED_MARKS = {
    b"PK\x03\x04": "a ZIP container (DOCX, XLSX, ODT or an archive)",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Office document (DOC, XLS)",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"\x1f\x8b": "a gzip archive",
    b"II*\x00": "a TIFF image",
    b"MM\x00*": "a TIFF image",
    b"GIF8": "a GIF image",
    b"BM": "a BMP image",
    b"RIFF": "a WEBP image or a media file",
    _RTF: "an RTF document",
}
_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def sniff(path: Path) -> str:
    """The form of a file: `pdf`, `image` (PNG, JPEG) or `text`.

    Raises DocumentError with reason `empty` (no byte in it) or `unsupported` (status `unsupported`).
    """
    with path.open("rb") as file:
        return sniff_bytes(file.read(SAMPLE_BYTES + 1))


def sniff_bytes(data: bytes) -> str:
    """The form of a file's bytes, by its first SAMPLE_BYTES. Raises like sniff."""
    if not data:
        raise DocumentError("The file is empty.", "Fetch it again.", reason="empty")
    sample, whole = data[:SAMPLE_BYTES], len(data) <= SAMPLE_BYTES
    if sample.startswith(_IMAGE_MARKS):
        return "image"
    if b"%PDF-" in sample[:PDF_MARK_WITHIN]:
        return "pdf"
    for mark, what in _UNSUPPORTED_MARKS.items():
        # A text may begin with the letters of a mark; RTF is text, but not plain.
        if sample.startswith(mark) and (mark == _RTF or not _is_text(sample, whole)):
            raise _unsupported(f"The file is {what}.")
    if _is_text(sample, whole):
        return "text"
    raise _unsupported("The file is no PDF, PNG, JPEG or plain text.")


def _unsupported(message: str) -> DocumentError:
    advice = "Save it as PDF, PNG, JPEG or plain text in UTF-8."
    return DocumentError(message, advice, reason="unsupported", status="unsupported")


def _is_text(sample: bytes, whole: bool) -> bool:
    """Whether bytes decode as UTF-8, or as UTF-16 by their mark, to characters that a text may hold."""
    encoding = next((name for bom, name in _BOMS.items() if sample.startswith(bom)), "utf-8")
    try:
        # Not final: the sample may end inside a character.
        text = codecs.getincrementaldecoder(encoding)().decode(sample, final=whole)
    except UnicodeDecodeError:
        return False
    return all((c >= " " and c != "\x7f") or c in TEXT_CONTROLS for c in text)
