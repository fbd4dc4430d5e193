"""What a file is, by its content: names lie, magic numbers rarely do."""

from __future__ import annotations

from pathlib import Path

import regex

from congvan.errors import DocumentError
from congvan.reading import CONTAINERS, READERS
from congvan.reading.containers.zip_forms import ZIP_MARKS, zip_kind
from congvan.reading.opened import open_file
from congvan.reading.plain import decoded

# How much of a file is looked at. Readers of PDF accept its mark anywhere in the first kilobyte (ISO 32000-1, annex H
# of Adobe's implementation notes); text is told from bytes by a sample.
SAMPLE_BYTES = 65536
PDF_MARK_WITHIN = 1024
# Control characters that no text is to hold; other programs leave a few (field marks, ends of pages), binary files are
# full of them.
CONTROLS = "".join(map(chr, (*range(9), *range(14, 32), 127)))
MAX_CONTROLS = 0.01

# The first bytes of a picture that no text begins with: PNG, JPEG, JPEG 2000 (a file, a bare stream).
_IMAGE_MARKS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\0\0\0\x0cjP  \r\n\x87\n", b"\xff\x4f\xff\x51")
# Those of GIF and BMP are letters: a text may begin with them.
_LETTERED_IMAGE_MARKS = (b"GIF87a", b"GIF89a", b"BM")
# TIFF and BigTIFF, in either byte order.
_TIFF_MARKS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
# What archives are full of and congvan does not read (yet), to say its name.
_UNSUPPORTED_MARKS = {
    b"PK\x03\x04": "a ZIP container (DOCX, XLSX, ODT or an archive)",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"\x1f\x8b": "a gzip archive",
    b"RIFF": "a media file",
}
# Photos of newer telephones (ISO/IEC 23008-12): a box `ftyp` and the brand, behind four bytes of length.
_HEIF_MARKS = frozenset(b"ftyp" + brand for brand in (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif", b"avis"))
# Compound files of old Office, and of new Office with a password (MS-CFB, 2.2).
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = "{\\rtf"
_HTML = regex.compile(
    r"""
    (?> \s+ | <!--.*?--> | <\?xml[^>]*> )*+
    <(?: !doctype\s+html | (?:html|head|meta|title|body|div|table|center|p|font)[\s>] )
    """,
    regex.IGNORECASE | regex.VERBOSE | regex.DOTALL,
)
_MIME = regex.compile(r"[A-Za-z-]+:[^\n]*\n")  # `Save as web page` of Word and browsers: MIME-Version: 1.0
_MIME_MARKS = ("mime-version:", "multipart/related")
_WORD_XML = regex.compile(r"<\?mso-application\s+progid=.Word\.Document|<w:wordDocument\s|<pkg:package\s")
MARK_WITHIN = 4096
# JSON and JSON Lines: data of programs (records of ours, too), no words of an office.
_JSON = regex.compile(r"\s*(?:\{\s*\"[^\"\n]{0,200}\"\s*:|\[\s*[\[{]\s*[\"{\[\d])")


def sniff(path: Path) -> str:
    """The form of a file: `pdf`, `image` (PNG, JPEG, WEBP, GIF, BMP, JPEG 2000), `tiff`, `html`, `doc`, `rtf`, `text`.

    ZIP containers are told by what is inside. Raises DocumentError with reason `empty` (no byte in it),
    `not_a_file` (a pipe or a device) or `unsupported` (status `unsupported`).
    """
    with open_file(path) as file:
        sample = file.read(SAMPLE_BYTES + 1)
    if not sample.startswith(ZIP_MARKS):
        return sniff_bytes(sample)
    form, what = zip_kind(path)
    if form not in READERS and form not in CONTAINERS:
        raise _unsupported(f"The file is {what}.")
    return form


def sniff_bytes(data: bytes) -> str:
    """The form of a file's bytes, by its first SAMPLE_BYTES. Raises like sniff."""
    if not data:
        raise DocumentError("The file is empty.", "Fetch it again.", reason="empty")
    sample, whole = data[:SAMPLE_BYTES], len(data) <= SAMPLE_BYTES
    if sample.startswith(_IMAGE_MARKS) or _is_webp(sample):
        return "image"
    if sample.startswith(_TIFF_MARKS):
        return "tiff"
    if sample.startswith(_LETTERED_IMAGE_MARKS) and not _text_form(sample, whole):
        return "image"
    if sample[4:12] in _HEIF_MARKS:
        raise _unsupported("The file is a photo in HEIC or AVIF.")
    if b"%PDF-" in sample[:PDF_MARK_WITHIN]:
        return "pdf"
    if sample.startswith(_OLE):
        return "doc"
    form = _text_form(sample, whole)
    if form == "text" and _JSON.match(decoded(sample, whole=whole) or ""):
        raise _unsupported("The file is data in JSON.")
    if form:
        # A text may begin with the letters of a mark.
        return form
    for mark, what in _UNSUPPORTED_MARKS.items():
        if sample.startswith(mark):
            raise _unsupported(f"The file is {what}.")
    raise _unsupported("The file is no PDF, picture or plain text.")


def _is_webp(sample: bytes) -> bool:
    return sample[:4] == b"RIFF" and sample[8:12] == b"WEBP"


def _unsupported(message: str) -> DocumentError:
    advice = "Save it as PDF, DOCX, TIFF, JPEG or plain text in UTF-8."
    return DocumentError(message, advice, reason="unsupported", status="unsupported")


def _text_form(sample: bytes, whole: bool) -> str | None:
    """`text`, `html` (MHT too), `rtf` or `doc` (Word 2003 XML) of bytes that are characters; None for others."""
    text = decoded(sample, whole=whole)
    if text is None or sum(map(text.count, CONTROLS)) > MAX_CONTROLS * len(text):
        return None
    if text.startswith(_RTF):
        return "rtf"
    head = text[:MARK_WITHIN]
    if _WORD_XML.search(head):
        return "doc"
    is_mht = _MIME.match(head) and all(mark in head.lower() for mark in _MIME_MARKS)
    return "html" if is_mht or _HTML.match(text) else "text"
