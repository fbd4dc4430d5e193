"""The directory at the end of a ZIP: opened by zipfile, once it is known to fit into memory."""

from __future__ import annotations

import struct
import zipfile
import zlib
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
# zipfile reads the whole directory into memory: an entry has 46 bytes and a name.
MAX_DIRECTORY_BYTES = MAX_MEMBERS * 4096
END_BYTES, LONGEST_COMMENT = 22, 65535
_END = b"PK\x05\x06"


def open_directory(file: BinaryIO) -> zipfile.ZipFile:
    """The archive with its list of members.

    Raises DocumentError (`too_many_members`) where the list is too long, one of ZIP_ERRORS where it can't be read.
    """
    _check_directory(file)
    return zipfile.ZipFile(file)


def _check_directory(file: BinaryIO) -> None:
    """Refuses a directory that would not fit into memory, before it is read. Leaves the rest to zipfile."""
    size = file.seek(0, 2)
    file.seek(max(size - END_BYTES - LONGEST_COMMENT, 0))
    tail = file.read()
    end = tail.rfind(_END)
    if 0 <= end <= len(tail) - END_BYTES:
        (directory_bytes,) = struct.unpack_from("<L", tail, end + 12)
        # In a ZIP64 archive this is a mark; the true size stands elsewhere, and is at most what the file has.
        if min(directory_bytes, size) > MAX_DIRECTORY_BYTES:
            raise DocumentError(f"It holds more than {MAX_MEMBERS:,} files.", reason="too_many_members")
