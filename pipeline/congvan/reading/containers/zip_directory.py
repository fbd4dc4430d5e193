"""The directory at the end of a ZIP: opened by zipfile, once it is known to fit into memory."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from congvan.errors import DocumentError
from congvan.reading.containers.members import MAX_MEMBERS

# What zipfile throws at an archive that is not as it should be.
ZIP_ERRORS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    EOFError,
    OSError,
    struct.error,
    zlib.error,
)
# What zipfile unpacks a piece at a time; of BZIP2 and LZMA it unfolds each piece whole, 300 bytes to 200 MB. Office
# documents know no other (ECMA-376 part 2, annex B; OpenDocument 1.3, part 2, 2.2).
BOUNDED_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# An entry has 46 bytes and a name of at most some hundred; zipfile makes an object of a kilobyte of each.
MAX_DIRECTORY_BYTES = MAX_MEMBERS * 400
END_BYTES, LONGEST_COMMENT = 22, 65536
_END, _LOCATOR, _END_64 = b"PK\x05\x06", b"PK\x06\x07", b"PK\x06\x06"
# signature, two disks, entries on this disk, all entries, bytes and start of the directory, length of the comment
_END_RECORD = struct.Struct("<4s4H2LH")
_LOCATOR_BYTES = 20
# signature, bytes that follow, versions, disks, entries on this disk, all entries, bytes and start of the directory
_END_64_RECORD = struct.Struct("<4sQ2H2L4Q")
# signature, versions to sizes, lengths of name, extra field and comment, disk to start of the member
_ENTRY = struct.Struct("<4s24x3H12x")
_ENTRY_MARK = b"PK\x01\x02"


def open_directory(file: BinaryIO) -> zipfile.ZipFile:
    """The archive with its list of members.

    Raises DocumentError (`too_many_members`) where the list is too long, one of ZIP_ERRORS where it can't be read.
    """
    names_in(file)
    return zipfile.ZipFile(file)


def names_in(file: BinaryIO) -> frozenset[bytes]:
    """The names in the directory as they are written, without an object for each entry. Raises as `open_directory`."""
    claimed, data = _directory(file)
    names, count = set(), 0
    for name in _names(data):
        names.add(name)
        count += 1
    # Archives with more entries than fit into the field, and without the record of ZIP64, count from 0 again.
    if count != claimed and count & 0xFFFF != claimed:
        raise zipfile.BadZipFile(f"{claimed:,} entries are told, {count:,} are there")
    return frozenset(names)


def _directory(file: BinaryIO) -> tuple[int, bytes]:
    """How many entries the archive tells, and the bytes of its directory, found just where zipfile looks for it."""
    size = file.seek(0, 2)
    first = max(size - END_BYTES - LONGEST_COMMENT, 0)
    file.seek(first)
    tail = file.read()
    # An end without a comment is the end, whatever its numbers look like; only else a mark is searched for.
    end = len(tail) - END_BYTES
    if end < 0 or not (tail.startswith(_END, end) and tail.endswith(b"\0\0")):
        end = tail.rfind(_END)
    if not 0 <= end <= len(tail) - END_BYTES:
        raise zipfile.BadZipFile("no end of a directory")
    _, _, _, here, claimed, length, _, _ = _END_RECORD.unpack_from(tail, end)
    end += first
    if length_64 := _zip64(file, end):
        here, claimed, length = length_64
        end -= _LOCATOR_BYTES + _END_64_RECORD.size
    if min(length, size) > MAX_DIRECTORY_BYTES:
        raise DocumentError(f"It holds more than {MAX_MEMBERS:,} files.", reason="too_many_members")
    if here != claimed or length > end:
        raise zipfile.BadZipFile("the numbers of the directory are wrong")
    file.seek(end - length)
    return claimed, file.read(length)


def _zip64(file: BinaryIO, end: int) -> tuple[int, int, int] | None:
    """Entries on this disk, all entries and bytes of the directory, where a record of ZIP64 tells them."""
    at = end - _LOCATOR_BYTES - _END_64_RECORD.size
    if at < 0:
        return None
    file.seek(at)
    data = file.read(end - at)
    if not data.startswith(_LOCATOR, _END_64_RECORD.size):
        return None
    if not data.startswith(_END_64):
        # Versions of zipfile differ in where they look then.
        raise zipfile.BadZipFile("no record of ZIP64 before its locator")
    _, _, _, _, _, _, here, claimed, length, _ = _END_64_RECORD.unpack_from(data)
    return here, claimed, length


def _names(data: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(data):
        if at + _ENTRY.size > len(data):
            raise zipfile.BadZipFile("the directory ends in the middle of an entry")
        mark, name, extra, comment = _ENTRY.unpack_from(data, at)
        if mark != _ENTRY_MARK:
            raise zipfile.BadZipFile("no entry where one should be")
        at += _ENTRY.size
        yield data[at : at + name]
        at += name + extra + comment
