"""The frames of a TIFF file: where each stands, and each as a small file of its own that Pillow can decode alone.

So a broken frame never bars the way to the next one, nothing but the tags a picture needs reaches the decoder, and no
more than one frame lies in memory. Layout: TIFF Revision 6.0 (Adobe, 1992), BigTIFF (AWare Systems).
"""

from __future__ import annotations

import io
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from congvan.errors import DocumentError

# A volume of a register has some hundred pages.
MAX_FRAMES = 5_000
# What one frame may bring, compressed: 80 million pixels of 3 bytes as they are.
MAX_FRAME_BYTES = 256_000_000
# Directories have some twenty tags; places of strips are the longest, one for each row at worst.
MAX_TAGS = 500
MAX_TAG_BYTES = 2_000_000

WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC = 256, 257, 258, 259, 262
_KIND, _STRIPS, _STRIP_SIZES, _TILES, _TILE_SIZES = 254, 273, 279, 324, 325
# Kinds of a frame that is no page: a smaller copy of another, a mask.
_NO_PAGE = 1 | 4
# Tags that say how the pixels are to be understood; all others are left behind.
_NEEDED = frozenset(
    (
        *(WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC, 266, 274, 277, 278, 282, 283, 284, 292, 293, 296, 317, 320),
        *(322, 323, 332, 338, 339, 347, 529, 530, 531, 532),
    )
)
# type -> bytes of one value, and the letter of struct for whole numbers
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
_WHOLE = {1: "B", 3: "H", 4: "I", 13: "I", 16: "Q", 18: "Q"}
_LONG = 4


@dataclass(frozen=True)
class _Layout:
    """How a file writes: byte order (`<`, `>`), and whether its places have eight bytes."""

    order: str
    big: bool

    def whole(self, data: bytes) -> int:
        return int.from_bytes(data, "little" if self.order == "<" else "big")


@dataclass(frozen=True)
class _Tag:
    number: int
    kind: int
    count: int
    inline: bytes


@dataclass(frozen=True)
class Frame:
    """One page of the file: the place of its directory, in the order of the chain."""

    offset: int
    layout: _Layout


def frames_of(file: BinaryIO) -> list[Frame]:
    """The frames that are pages, without decoding them; the chain ends where it is broken or runs in a circle.

    A directory that is cut off is a frame too: reading it tells. Raises DocumentError (`truncated`, `too_many_pages`).
    """
    file.seek(0)
    layout, offset = _head(file.read(16))
    size = file.seek(0, os.SEEK_END)
    if offset >= size:
        raise DocumentError("The TIFF file ends before its first frame.", "Fetch it again.", reason="truncated")
    seen: set[int] = set()
    frames: list[tuple[Frame, int]] = []
    while offset and offset not in seen:
        if len(frames) >= MAX_FRAMES:
            message = f"The TIFF file has more than {MAX_FRAMES:,} frames."
            raise DocumentError(message, "Split it.", reason="too_many_pages")
        seen.add(offset)
        frame = Frame(offset, layout)
        try:
            tags, offset = _directory(file, frame)
            kind = _first_number(tags.get(_KIND), layout)
        except DocumentError:
            kind, offset = 0, 0
        frames.append((frame, kind))
    pages = [frame for frame, kind in frames if not kind & _NO_PAGE]
    return pages or [frame for frame, _ in frames]


def numbers_of(file: BinaryIO, frame: Frame) -> dict[int, int]:
    """The first value of each tag that holds whole numbers (WIDTH, HEIGHT...). Raises DocumentError (`truncated`)."""
    tags, _ = _directory(file, frame)
    return {number: _first_number(tag, frame.layout) for number, tag in tags.items() if tag.kind in _WHOLE}


def alone(file: BinaryIO, frame: Frame, replaced: dict[int, int]) -> BinaryIO:
    """The frame as a TIFF file of its own, in memory; `replaced`: short values that tags get instead of their own.

    Raises DocumentError (`truncated` where its pixels are not all there, `too_large`, `damaged`).
    """
    layout = frame.layout
    tags, _ = _directory(file, frame)
    out = io.BytesIO()
    out.write(struct.pack(f"{layout.order}2sHI", b"II" if layout.order == "<" else b"MM", 42, 0))
    entries: list[tuple[int, int, int, bytes]] = []
    for number in sorted(_NEEDED & tags.keys()):
        tag = tags[number]
        value = _value(file, tag, layout)
        if number in replaced:
            entries.append((number, 3, 1, struct.pack(f"{layout.order}H", replaced[number])))
        elif tag.kind in (16, 18):
            entries.append((number, _LONG, tag.count, _longs(_numbers(value, tag, layout), layout)))
        else:
            entries.append((number, tag.kind, tag.count, value))
    for places, sizes in ((_STRIPS, _STRIP_SIZES), (_TILES, _TILE_SIZES)):
        if places in tags:
            offsets, lengths = _pieces(file, tags, places, sizes, layout)
            moved = list(_copied(file, out, offsets, lengths))
            entries.append((places, _LONG, len(moved), _longs(moved, layout)))
            entries.append((sizes, _LONG, len(lengths), _longs(lengths, layout)))
    _write_directory(out, entries, layout)
    out.seek(0)
    return out


def _head(data: bytes) -> tuple[_Layout, int]:
    """Byte order, width of places, and the place of the first directory."""
    layout = _Layout("<" if data[:2] == b"II" else ">", data[2:4] in (b"+\0", b"\0+"))
    place = data[8:16] if layout.big else data[4:8]
    if len(place) < (8 if layout.big else 4):
        raise DocumentError("The TIFF file ends in its head.", "Fetch it again.", reason="truncated")
    return layout, layout.whole(place)


def _directory(file: BinaryIO, frame: Frame) -> tuple[dict[int, _Tag], int]:
    """The tags of a directory and the place of the next one."""
    layout = frame.layout
    count_size, tag_size, place_size = (8, 20, 8) if layout.big else (2, 12, 4)
    file.seek(frame.offset)
    count = layout.whole(_exactly(file, count_size))
    if count > MAX_TAGS:
        raise DocumentError("A directory of the TIFF file is damaged.", reason="damaged")
    body = _exactly(file, count * tag_size)
    following = file.read(place_size)
    tags: dict[int, _Tag] = {}
    for at in range(0, len(body), tag_size):
        number, kind = struct.unpack_from(f"{layout.order}HH", body, at)
        values = at + 4 + place_size
        amount = layout.whole(body[at + 4 : values])
        tags.setdefault(number, _Tag(number, kind, amount, body[values : at + tag_size]))
    return tags, layout.whole(following) if len(following) == place_size else 0


def _value(file: BinaryIO, tag: _Tag, layout: _Layout) -> bytes:
    """The bytes of a tag's values, wherever they stand."""
    length = _SIZES.get(tag.kind, 0) * tag.count
    if not 0 < length <= MAX_TAG_BYTES:
        raise DocumentError(f"Tag {tag.number} of a TIFF frame is damaged.", reason="damaged")
    if length <= len(tag.inline):
        return tag.inline[:length]
    file.seek(layout.whole(tag.inline))
    return _exactly(file, length)


def _numbers(value: bytes, tag: _Tag, layout: _Layout) -> list[int]:
    letter = _WHOLE.get(tag.kind)
    if letter is None:
        raise DocumentError(f"Tag {tag.number} of a TIFF frame is damaged.", reason="damaged")
    return list(struct.unpack(f"{layout.order}{tag.count}{letter}", value))


def _first_number(tag: _Tag | None, layout: _Layout) -> int:
    """The first whole number of a tag whose values stand in the directory itself; 0 where there is none."""
    if tag is None or tag.kind not in _WHOLE or not 0 < tag.count * _SIZES[tag.kind] <= len(tag.inline):
        return 0
    return layout.whole(tag.inline[: _SIZES[tag.kind]])


def _pieces(
    file: BinaryIO, tags: dict[int, _Tag], places: int, sizes: int, layout: _Layout
) -> tuple[list[int], list[int]]:
    """Places and lengths of strips or tiles. Old writers leave out the length of an only strip: it ends the file."""
    offsets = _numbers(_value(file, tags[places], layout), tags[places], layout)
    if sizes in tags:
        lengths = _numbers(_value(file, tags[sizes], layout), tags[sizes], layout)
    elif len(offsets) == 1:
        lengths = [max(file.seek(0, os.SEEK_END) - offsets[0], 0)]
    else:
        lengths = []
    if len(offsets) != len(lengths):
        raise DocumentError("The strips of a TIFF frame are damaged.", reason="damaged")
    if sum(lengths) > MAX_FRAME_BYTES:
        raise DocumentError(f"A TIFF frame has {sum(lengths):,} bytes.", "Scan it at 300 dpi.", reason="too_large")
    return offsets, lengths


def _copied(file: BinaryIO, out: io.BytesIO, offsets: list[int], lengths: list[int]) -> Iterator[int]:
    """Copies the pieces; gives their new places."""
    for offset, length in zip(offsets, lengths, strict=True):
        yield out.tell()
        file.seek(offset)
        out.write(_exactly(file, length))


def _longs(values: list[int], layout: _Layout) -> bytes:
    try:
        return struct.pack(f"{layout.order}{len(values)}I", *values)
    except struct.error as error:
        raise DocumentError("A number in a TIFF frame is too large.", reason="damaged") from error


def _write_directory(out: io.BytesIO, entries: list[tuple[int, int, int, bytes]], layout: _Layout) -> None:
    """The one directory of the new file, behind everything, and its place in the head."""
    body = b""
    for number, kind, count, value in sorted(entries):
        if len(value) > 4:
            out.write(b"\0" * (out.tell() % 2))
            place = struct.pack(f"{layout.order}I", out.tell())
            out.write(value)
        else:
            place = value.ljust(4, b"\0")
        body += struct.pack(f"{layout.order}HHI", number, kind, count) + place
    out.write(b"\0" * (out.tell() % 2))
    start = out.tell()
    out.write(struct.pack(f"{layout.order}H", len(entries)) + body + b"\0" * 4)
    out.seek(4)
    out.write(struct.pack(f"{layout.order}I", start))


def _exactly(file: BinaryIO, length: int) -> bytes:
    data = file.read(length)
    if len(data) < length:
        raise DocumentError("The TIFF file ends in the middle of a frame.", "Fetch it again.", reason="truncated")
    return data
