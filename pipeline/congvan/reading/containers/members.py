"""Files inside a file: what a container tells of its members, and the limits against those made to do harm."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from congvan.errors import DocumentError

# A shelf of some thousand dispatches is one archive at most; what is larger was not made by an office.
MAX_MEMBERS = 10_000
# A scan of 500 pages in colour has some 200 MB.
MAX_MEMBER_BYTES = 256 * 2**20
MAX_TOTAL_BYTES = 4 * 2**30
# Deflate reaches 1,032 to one, which only a bomb needs; the white pages of an uncompressed scan reach some hundred.
# Small members may do what they like: a text of blanks harms nobody.
MAX_RATIO = 200
RATIO_COUNTS_FROM = 16 * 2**20
# A container in a container is opened, one in that is not.
MAX_DEPTH = 2
PIECE = 2**20
LONGEST_NAME = 400


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a container: `index` there, `name` as it is shown (unique there, with slashes, never a path to
    write to), or why it can't be unpacked: `reason`, a key of lexicons/reasons.tsv, and `message`."""

    index: int
    name: str
    reason: str = ""
    message: str = ""
    status: str = "failed"


class Container(Protocol):
    """A container open for unpacking, one member at a time.

    `trouble`: what is wrong with the container itself, though members may be read: a key of reasons.tsv, or "".
    """

    members: tuple[Member, ...]
    trouble: str

    def unpack(self, member: Member, into: Path, room: int) -> int:
        """Writes the member's bytes to a file, at most `room` of them; returns how many. Raises DocumentError."""

    def close(self) -> None:
        """Releases the file."""


class Room:
    """What may still be unpacked of one file of the user's, whatever is nested in it."""

    def __init__(self) -> None:
        self.members = MAX_MEMBERS
        self.bytes = MAX_TOTAL_BYTES

    def unpack(self, container: Container, member: Member, into: Path) -> None:
        """Unpacks a member to a file. Raises DocumentError where it can't be, or must not be, unpacked."""
        if member.reason:
            raise DocumentError(member.message, reason=member.reason, status=member.status)
        if self.members <= 0:
            raise DocumentError(f"It holds more than {MAX_MEMBERS:,} files.", reason="too_many_members")
        self.members -= 1
        try:
            self.bytes -= container.unpack(member, into, min(self.bytes, MAX_MEMBER_BYTES))
        except DocumentError:
            self.bytes -= into.stat().st_size if into.exists() else 0
            raise


def checked_size(written: int, packed: int | None, room: int) -> None:
    """Raises DocumentError (`bomb`) where a member has become larger than it may be; `packed`: its bytes inside."""
    if written > room:
        raise DocumentError(f"A member unpacks to more than {room:,} bytes.", reason="bomb")
    if packed is not None and written > RATIO_COUNTS_FROM and written > MAX_RATIO * max(packed, 1):
        raise DocumentError(f"A member unpacks to more than {MAX_RATIO} times its size.", reason="bomb")


def is_folder(name: str) -> bool:
    """Whether an entry's name says that it is a folder."""
    return name.endswith(("/", "\\"))


def decoded_name(data: bytes) -> str:
    """A name's bytes as UTF-8, else as Vietnamese Windows has them (CP1258), else as CP437."""
    for encoding in ("utf-8", "cp1258"):
        try:
            name = unicodedata.normalize("NFC", data.decode(encoding))
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or all(c.isascii() or c.isalpha() for c in name):
            return name
    return data.decode("cp437")


def is_hidden(name: str) -> bool:
    """Whether a member is one that folders would hide too, or the resource fork of a Macintosh."""
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def shown_name(name: str) -> str:
    """A member's name as a label: slashes, no root, no drive, no way up, all of it printable, not too long."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    if parts and len(parts[0]) == 2 and parts[0][1] == ":":
        parts = parts[1:]
    label = "".join(_printable(c) for c in "/".join(parts)) or "?"
    half = LONGEST_NAME // 2
    return label if len(label) <= LONGEST_NAME else f"{label[:half]}…{label[-half:]}"


def _printable(char: str) -> str:
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}"
    return char


def numbered(names: Iterable[str]) -> list[str]:
    """The names with `~2`, `~3` behind those that come again, or are a folder of others: each names one member, also
    beside what lies in a container among them (`b.zip~2/c.txt` beside `b.zip/c.txt`).
    """
    names = list(names)
    taken: set[str] = {
        "/".join(parts[:n]) for name in names for parts in [name.split("/")] for n in range(1, len(parts))
    }
    counts: dict[str, int] = {}
    found = []
    for name in names:
        unique = name
        while unique in taken:
            counts[name] = counts.get(name, 1) + 1
            unique = f"{name}~{counts[name]}"
        taken.add(unique)
        found.append(unique)
    return found
