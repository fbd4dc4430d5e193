"""A ZIP archive -> its members, unpacked one at a time; of one that is cut off or damaged, those that can be read.

PKWARE's APPNOTE.TXT is the source of every number here.
"""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

from congvan.errors import DocumentError
from congvan.reading.asked import EVERYTHING, Asked, spellings
from congvan.reading.containers.members import (
    MAX_MEMBERS,
    PIECE,
    Member,
    checked_size,
    decoded_name,
    is_folder,
    is_hidden,
    numbered,
    shown_name,
)
from congvan.reading.containers.salvage import SalvagedZip
from congvan.reading.containers.zip_directory import BOUNDED_METHODS, ZIP_ERRORS, open_directory
from congvan.reading.opened import open_file

UTF8_NAME, ENCRYPTED, STRONG = 0x800, 0x1, 0x40
AES = 99
LOCAL_HEADER_BYTES = 30


def open_zip(path: Path, asked: Asked = EVERYTHING) -> ZipContainer | SalvagedZip:
    """The archive, open for unpacking. Raises DocumentError (`bomb`, `too_many_members`, `no_members`, `damaged`)."""
    file = open_file(path)
    try:
        archive = open_directory(file)
        _check_overlap(archive)
    except DocumentError:
        file.close()
        raise
    except ZIP_ERRORS:
        return _salvaged(file)
    return ZipContainer(archive, file, asked)


def _salvaged(file: BinaryIO) -> SalvagedZip:
    """An archive whose directory is lost or wrong: the members are found by their own headers."""
    try:
        return SalvagedZip(file)
    except BaseException:
        file.close()
        raise


class ZipContainer:
    """A sound ZIP: see `members.Container`. Members that are hidden, and folders, are passed over."""

    def __init__(self, archive: zipfile.ZipFile, file: BinaryIO, asked: Asked) -> None:
        self._archive = archive
        self._file = file
        self._passwords = spellings(asked.passwords)
        self._infos = archive.infolist()
        found = list(_members(self._infos))
        self.trouble = "too_many_members" if len(found) > MAX_MEMBERS else ""
        self.members = tuple(found[:MAX_MEMBERS])
        if not self.members:
            self.close()
            raise DocumentError("The archive holds no files.", reason="no_members")

    def unpack(self, member: Member, into: Path, room: int) -> int:
        """See `members.Container`. Raises DocumentError (`member_locked`, `bomb`, `damaged`)."""
        info = self._infos[member.index]
        if not info.flag_bits & ENCRYPTED:
            return self._copied(info, None, into, room)
        for password in self._passwords:
            try:
                return self._copied(info, password.encode(), into, room)
            except DocumentError as error:
                # A wrong password passes the quick check once in 256 times; then the sum is wrong.
                if error.reason not in ("damaged", "member_locked"):
                    raise
        raise DocumentError("The member is locked by a password.", reason="member_locked")

    def _copied(self, info: zipfile.ZipInfo, password: bytes | None, into: Path, room: int) -> int:
        written = 0
        with into.open("wb") as target:
            for piece in self._pieces(info, password):
                written += len(piece)
                checked_size(written, info.compress_size, room)
                target.write(piece)
        return written

    def _pieces(self, info: zipfile.ZipInfo, password: bytes | None) -> Iterator[bytes]:
        try:
            with self._archive.open(info, pwd=password) as source:
                while piece := source.read(PIECE):
                    yield piece
        except RuntimeError as error:
            if isinstance(error, NotImplementedError):
                raise _damaged(error) from error
            raise DocumentError("The member is locked by a password.", reason="member_locked") from error
        except ZIP_ERRORS as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise  # the disk's, not the archive's
            raise _damaged(error) from error

    def close(self) -> None:
        """Releases the file."""
        self._archive.close()
        self._file.close()


def _damaged(error: Exception) -> DocumentError:
    return DocumentError(f"The member can't be unpacked ({error}).", reason="damaged")


def _members(infos: Iterable[zipfile.ZipInfo]) -> Iterator[Member]:
    """The files among the entries, hidden ones left out, in the order of the archive."""
    kept = [(n, info, name) for n, info in enumerate(infos) if not is_folder(name := printed_name(info))]
    kept = [(n, info, name) for n, info, name in kept if not is_hidden(shown_name(name))]
    names = numbered(shown_name(name) for _, _, name in kept)
    for (index, info, _), name in zip(kept, names, strict=True):
        yield Member(index, name, *_why_not(info))


def _why_not(info: zipfile.ZipInfo) -> tuple[str, str, str]:
    """`(reason, message, status)` of a member that is not to be unpacked, empty where it is."""
    mode = info.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "member_link", "The member is a link or a device.", "unsupported"
    if info.flag_bits & STRONG or info.compress_type == AES:
        return "encrypted_strong", "The member is encrypted with AES.", "failed"
    if info.compress_type not in BOUNDED_METHODS:
        return "compression", f"The member is packed by method {info.compress_type}.", "unsupported"
    return "", "", "failed"


def printed_name(info: zipfile.ZipInfo) -> str:
    """A member's name. Where it is not marked as UTF-8 the standard says CP437, and hardly anybody keeps to it."""
    name = info.orig_filename
    if info.flag_bits & UTF8_NAME:
        return name
    return decoded_name(name.encode("cp437", "replace"))


def _check_overlap(archive: zipfile.ZipFile) -> None:
    """Refuses an archive whose members share bytes: a few of them would unpack to anything."""
    infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
    for info, after in pairwise(infos):
        name = len(info.orig_filename.encode("utf-8" if info.flag_bits & UTF8_NAME else "cp437", "replace"))
        end = info.header_offset + LOCAL_HEADER_BYTES + name + info.compress_size
        if end > after.header_offset:
            raise DocumentError("The members of the archive overlap.", reason="bomb")
