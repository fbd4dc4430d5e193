"""A ZIP archive whose directory is lost: members are found by their own headers, as far as the file goes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import BinaryIO

from congvan.errors import DocumentError
from congvan.reading.containers.members import (
    MAX_MEMBER_BYTES,
    MAX_MEMBERS,
    MAX_TOTAL_BYTES,
    PIECE,
    Member,
    checked_size,
    decoded_name,
    is_folder,
    is_hidden,
    numbered,
    shown_name,
)

# signature, version, flags, method, time, date, CRC, packed size, size, length of the name, of the extra field
_LOCAL = struct.Struct("<4s5H3L2H")
_MARK = b"PK\x03\x04"
# What may follow the last member: directory, its end, and the like.
_AFTER = (b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x08")
ENCRYPTED, SIZES_FOLLOW = 0x1, 0x8
STORED, DEFLATED = 0, 8
IN_ZIP64 = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class _Entry:
    """A member as its own header tells it; `packed`: None where only the end of the stream tells how long it is."""

    start: int
    packed: int | None
    method: int
    flags: int
    crc: int | None


class SalvagedZip:
    """What can be found in a damaged ZIP: see `members.Container`. `trouble` is `zip_truncated`, or why the
    search was ended: `too_many_members`, `bomb` (members whose ends are found by unpacking them only).

    Raises DocumentError (`damaged`) where no member is found. The file is closed with it.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.trouble = "zip_truncated"
        self._budget = MAX_TOTAL_BYTES
        found = list(self._entries())
        self._all = [entry for _, entry in found]
        printed = [decoded_name(name) for name, _ in found]
        names = [shown_name(name) for name in printed]
        kept = [n for n, name in enumerate(printed) if not is_folder(name) and not is_hidden(names[n])]
        labels = numbered(names[n] for n in kept)
        self.members = tuple(Member(n, label, *_why_not(self._all[n])) for n, label in zip(kept, labels, strict=True))
        if not self.members:
            raise DocumentError("The archive is damaged; no member of it can be found.", reason="damaged")

    def unpack(self, member: Member, into: Path, room: int) -> int:
        """See `members.Container`. Raises DocumentError (`truncated`, `damaged`, `bomb`)."""
        entry = self._all[member.index]
        written, crc = 0, 0
        with into.open("wb") as target:
            for piece in _inflated(self._file, entry):
                written += len(piece)
                checked_size(written, entry.packed, room)
                crc = zlib.crc32(piece, crc)
                target.write(piece)
        if entry.crc is not None and crc != entry.crc:
            raise DocumentError("The member's sum is wrong.", reason="damaged")
        return written

    def close(self) -> None:
        """Releases the file."""
        self._file.close()

    def _entries(self) -> Iterator[tuple[bytes, _Entry]]:
        at = 0
        for found in count():
            self._file.seek(at)
            head = self._file.read(_LOCAL.size)
            if len(head) < _LOCAL.size or not head.startswith(_MARK):
                return
            _, _, flags, method, _, _, crc, packed, _, name_length, extra_length = _LOCAL.unpack(head)
            name = self._file.read(name_length)
            if not name:
                return
            if found >= MAX_MEMBERS:
                self.trouble = "too_many_members"
                return
            start = at + _LOCAL.size + name_length + extra_length
            follows = bool(flags & SIZES_FOLLOW) or packed == IN_ZIP64
            entry = _Entry(start, None if follows else packed, method, flags, None if follows else crc)
            yield name, entry
            end = self._stream_end(entry) if follows else start + packed
            if end is None:
                return
            at = _next_mark(self._file, end)

    def _stream_end(self, entry: _Entry) -> int | None:
        """Where a member ends whose header does not tell; None where that can't be found."""
        if entry.method != DEFLATED or entry.flags & ENCRYPTED:
            return None
        self._file.seek(entry.start)
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        room = MAX_MEMBER_BYTES
        while data := self._file.read(PIECE):
            while data:
                try:
                    written = len(inflater.decompress(data, PIECE))
                except zlib.error:
                    return None
                room, self._budget = room - written, self._budget - written
                if self._budget < 0:
                    self.trouble = "bomb"
                    return None
                if inflater.eof:
                    return self._file.tell() - len(inflater.unused_data)
                if room < 0:
                    return None
                data = inflater.unconsumed_tail
        return None


def _why_not(entry: _Entry) -> tuple[str, str, str]:
    if entry.flags & ENCRYPTED:
        return "member_locked", "The member is locked by a password, and its archive is damaged.", "failed"
    if entry.method not in (STORED, DEFLATED):
        return "compression", f"The member is packed by method {entry.method}.", "unsupported"
    if entry.method == STORED and entry.packed is None:
        return "damaged", "The member can't be unpacked without the archive's directory.", "failed"
    return "", "", "failed"


def _inflated(file: BinaryIO, entry: _Entry) -> Iterator[bytes]:
    """The member's bytes, a piece at a time. Raises DocumentError where the file ends first or is no stream."""
    file.seek(entry.start)
    left = entry.packed
    inflater = zlib.decompressobj(-zlib.MAX_WBITS) if entry.method == DEFLATED else None
    while left is None or left > 0:
        data = file.read(PIECE if left is None else min(PIECE, left))
        if not data:
            raise DocumentError("The archive ends in the middle of the member.", reason="truncated")
        left = None if left is None else left - len(data)
        if inflater is None:
            yield data
            continue
        while data:
            yield _decompressed(inflater, data)
            if inflater.eof:
                return
            data = inflater.unconsumed_tail
    if inflater is not None and not inflater.eof:
        raise DocumentError("The member ends in the middle.", reason="truncated")


def _decompressed(inflater: zlib._Decompress, data: bytes) -> bytes:
    try:
        return inflater.decompress(data, PIECE)
    except zlib.error as error:
        raise DocumentError(f"The member is damaged ({error}).", reason="damaged") from error


def _next_mark(file: BinaryIO, at: int) -> int:
    """Where the next header may stand: sizes that follow a member (12 to 24 bytes) are passed over."""
    file.seek(at)
    ahead = file.read(32)
    if ahead.startswith((_MARK, *_AFTER)):
        return at
    found = ahead.find(_MARK)
    return at + found if found >= 0 else at
