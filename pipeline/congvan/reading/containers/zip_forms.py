"""What a ZIP container is, by the names inside: an office document of one file, or an archive of many."""

from __future__ import annotations

from pathlib import Path

from congvan.errors import DocumentError
from congvan.reading.containers.zip_directory import ZIP_ERRORS, names_in
from congvan.reading.opened import open_file

# The marks of a ZIP: its first member; the end of an empty one; the first part of a split one.
ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK\x03\x04")
# Every office document of Microsoft's has this list (ECMA-376, part 2), and its parts in a folder of their own.
_OFFICE_LIST = "[Content_Types].xml"
_OFFICE_FOLDERS = (
    ("word/", "docx", "a Word document"),
    ("xl/", "xlsx", "a spreadsheet (XLSX)"),
    ("ppt/", "pptx", "a presentation (PPTX)"),
)
_PROGRAMS = (("META-INF/MANIFEST.MF", "jar", "a Java archive"), ("AndroidManifest.xml", "apk", "an Android program"))
# OpenDocument and EPUB: the first member is stored under this name and holds the type (OpenDocument 1.3, part 2, 3.3).
_TYPE_MEMBER = b"mimetype"
_TYPES = (
    (b"application/vnd.oasis.opendocument.text", "odt", "an OpenDocument text (ODT)"),
    (b"application/vnd.oasis.opendocument.", "ods", "an OpenDocument spreadsheet or drawing"),
    (b"application/epub+zip", "epub", "an EPUB book"),
)
_LOCAL_HEADER_BYTES = 30
# Where the directory is lost, the names of the first members stand in so many bytes.
_SAMPLE_BYTES = 65536


def zip_kind(path: Path) -> tuple[str, str]:
    """`(form, what it is in words)`: `zip` for an archive of files; `docx`, `xlsx`, `odt`, ... for the others."""
    with open_file(path) as file:
        sample = file.read(_SAMPLE_BYTES)
    first = sample[_LOCAL_HEADER_BYTES:]
    if first.startswith(_TYPE_MEMBER):
        for mark, form, what in _TYPES:
            if first.startswith(_TYPE_MEMBER + mark):
                return form, what
    names = _names(path)
    if _OFFICE_LIST in names or (not names and first.startswith(_OFFICE_LIST.encode())):
        for folder, form, what in _OFFICE_FOLDERS:
            if any(name.startswith(folder) for name in names) or (not names and folder.encode() in sample):
                return form, what
    for name, form, what in _PROGRAMS:
        if name in names:
            return form, what
    return "zip", "a ZIP archive"


def _names(path: Path) -> frozenset[str]:
    """The names in the directory; none where it is lost or too large."""
    try:
        with open_file(path) as file:
            return frozenset(name.decode("latin-1") for name in names_in(file))
    except (DocumentError, *ZIP_ERRORS):
        return frozenset()
