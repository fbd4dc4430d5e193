"""The package of a Word document: XML parts of a ZIP, read within limits. Nothing outside of it is ever fetched.

ECMA-376 part 2 (Open Packaging Conventions) tells parts and relationships.
"""

from __future__ import annotations

import posixpath
import zipfile
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from lxml import etree

from congvan.errors import DocumentError
from congvan.reading.containers.zip_directory import BOUNDED_METHODS, ZIP_ERRORS, open_directory
from congvan.reading.opened import open_file

# The text of a book of 1,000 pages has some 20 MB of XML; parsed it takes ten times as much memory.
MAX_PART_BYTES = 32 * 2**20
# Parts that are read: text, styles, numbers, notes, headers and footers of many sections.
MAX_PARTS = 200
# Deflate reaches 1,032 to one; XML of Word some thirty, of empty rows of a large table more.
MAX_RATIO = 200
RATIO_COUNTS_FROM = 8 * 2**20
ENCRYPTED_FLAG = 0x1

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "word/document.xml"


class Relation(NamedTuple):
    """`kind`: the last word of its type: `styles`, `header`, `footnotes`, ..."""

    id: str
    kind: str
    part: str


class Package:
    """An open DOCX or DOCM; its macros are bytes that nobody looks at."""

    def __init__(self, path: Path) -> None:
        """Raises DocumentError: `truncated` where the directory at the end is lost, `too_many_members`."""
        self._file = open_file(path)
        try:
            self._zip = open_directory(self._file)
        except DocumentError:
            self._file.close()
            raise
        except ZIP_ERRORS as error:
            self._file.close()
            raise DocumentError(f"The document is cut off ({error}).", reason="truncated") from error
        self._infos = {_key(info.filename): info for info in self._zip.infolist()}
        self._read = 0

    def __enter__(self) -> Package:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._zip.close()
        self._file.close()

    def main(self) -> str:
        """The name of the part with the text. Raises DocumentError (`damaged`) where there is none."""
        named = next((part for _, kind, part in self.relations("") if kind == "officeDocument"), _MAIN)
        for name in (named, _MAIN):
            if _key(name) in self._infos:
                return name
        raise DocumentError("The document holds no text part.", "Save it anew in Word.", reason="damaged")

    def relations(self, part: str) -> list[Relation]:
        """What a part relates to inside the package; links to the outside are left out."""
        folder, name = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = []
        for item in root.iter(_RELATION) if root is not None else ():
            if item.get("TargetMode") != "External":
                kind = item.get("Type", "").rpartition("/")[2]
                target = posixpath.normpath(posixpath.join("/", folder, item.get("Target", "")))
                found.append(Relation(item.get("Id", ""), kind, target.lstrip("/")))
        return found

    def root(self, part: str) -> etree._Element | None:
        """The parsed part, None where it is not in the package.

        Raises DocumentError (`damaged`, `encrypted`, `compression`, `bomb`, `too_large`, `truncated`).
        """
        info = self._infos.get(_key(part))
        if info is None:
            return None
        self._read += 1
        if self._read > MAX_PARTS:
            raise DocumentError(f"The document has more than {MAX_PARTS} text parts.", reason="too_large")
        return parsed(self._bytes(info))

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & ENCRYPTED_FLAG:
            raise DocumentError("The document is locked by a password.", reason="encrypted")
        if info.compress_type not in BOUNDED_METHODS:
            message = f"A part of the document is packed by method {info.compress_type}, which Word does not know."
            raise DocumentError(message, "Save it anew in Word.", reason="compression", status="unsupported")
        try:
            with self._zip.open(info) as file:
                data = file.read(MAX_PART_BYTES + 1)
        except ZIP_ERRORS as error:
            raise DocumentError(f"A part of the document can't be unpacked ({error}).", reason="damaged") from error
        if len(data) > max(RATIO_COUNTS_FROM, info.compress_size * MAX_RATIO):
            raise DocumentError("A part of the document unpacks to far more than text does.", reason="bomb")
        if len(data) > MAX_PART_BYTES:
            raise DocumentError(f"A part of the document is larger than {MAX_PART_BYTES:,} bytes.", reason="too_large")
        return data


def parsed(data: bytes) -> etree._Element:
    """The root of XML bytes. No entity is expanded, nothing is loaded; a document type makes the part `damaged`."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(f"A part of the document is no sound XML ({error}).", reason="damaged") from error
    if root.getroottree().docinfo.doctype:
        # Part 2, 9.1.1: a package holds none; entities that unfold to gigabytes need one.
        raise DocumentError("A part of the document declares entities.", reason="damaged")
    return root


def _key(name: str) -> str:
    """Names of parts are the same whatever their case (part 2, 9.1.1)."""
    return name.replace("\\", "/").lstrip("/").lower()
