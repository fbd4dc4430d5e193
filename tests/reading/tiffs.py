"""TIFF files made by hand, for what Pillow does not write: tiles, planes, BigTIFF, broken chains."""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

Tags = dict[int, tuple[int, list[int]]]

SHORT, LONG = 3, 4
_LETTERS = {SHORT: "H", LONG: "I"}


def tiff(frames: list[tuple[Tags, list[bytes]]], order: str = "<", big: bool = False) -> bytes:
    """A TIFF of frames; each is its tags and its strips, or its tiles where tag 322 is among them."""
    place, count_of = ("Q", "Q") if big else ("I", "H")
    out = bytearray(b"II" if order == "<" else b"MM")
    out += struct.pack(f"{order}HHHQ", 43, 8, 0, 0) if big else struct.pack(f"{order}HI", 42, 0)
    link = len(out) - struct.calcsize(place)
    for tags, pieces in frames:
        where, sizes = (324, 325) if 322 in tags else (273, 279)
        offsets = []
        for piece in pieces:
            offsets.append(len(out))
            out += piece
        full = {where: (LONG, offsets), sizes: (LONG, [len(piece) for piece in pieces])} | tags
        entries = b""
        for number in sorted(full):
            kind, values = full[number]
            packed = struct.pack(f"{order}{len(values)}{_LETTERS[kind]}", *values)
            if len(packed) > struct.calcsize(place):
                start, packed = len(out), packed
                out += packed
                packed = struct.pack(f"{order}{place}", start)
            entries += struct.pack(f"{order}HH{place}", number, kind, len(values))
            entries += packed.ljust(struct.calcsize(place), b"\0")
        struct.pack_into(f"{order}{place}", out, link, len(out))
        out += struct.pack(f"{order}{count_of}", len(full)) + entries
        link = len(out)
        out += b"\0" * struct.calcsize(place)
    return bytes(out)


def head(pixels: NDArray[np.generic], photometric: int, compression: int = 1) -> Tags:
    """The tags of H x W (x channels) pixels, but for where they stand."""
    height, width = pixels.shape[:2]
    channels = pixels.shape[2] if pixels.ndim == 3 else 1
    return {
        256: (LONG, [width]),
        257: (LONG, [height]),
        258: (SHORT, [pixels.dtype.itemsize * 8] * channels),
        259: (SHORT, [compression]),
        262: (SHORT, [photometric]),
        277: (SHORT, [channels]),
        278: (LONG, [height]),
    }


def strip(pixels: NDArray[np.generic], photometric: int, order: str = "<") -> tuple[Tags, list[bytes]]:
    """One strip, as it is."""
    return head(pixels, photometric), [pixels.astype(pixels.dtype.newbyteorder(order)).tobytes()]


def planes(pixels: NDArray[np.generic], photometric: int) -> tuple[Tags, list[bytes]]:
    """One deflated strip for each channel."""
    tags = head(pixels, photometric, compression=8) | {284: (SHORT, [2])}
    return tags, [zlib.compress(np.ascontiguousarray(pixels[:, :, c]).tobytes()) for c in range(pixels.shape[2])]


def tiles(pixels: NDArray[np.generic], photometric: int, side: int = 64) -> tuple[Tags, list[bytes]]:
    """Deflated square tiles, the last ones filled up with zeros."""
    tags = head(pixels, photometric, compression=8) | {322: (SHORT, [side]), 323: (SHORT, [side])}
    del tags[278]
    pieces = []
    for top in range(0, pixels.shape[0], side):
        for left in range(0, pixels.shape[1], side):
            tile = np.zeros((side, side, *pixels.shape[2:]), dtype=pixels.dtype)
            part = pixels[top : top + side, left : left + side]
            tile[: part.shape[0], : part.shape[1]] = part
            pieces.append(zlib.compress(tile.tobytes()))
    return tags, pieces
