"""Stamps of secrecy and urgency (ô 10a, 10b): a line of their own, never a word in running text.

Levels: Law on Protection of State Secrets 29/2018/QH14, article 8; urgency: Decree 30/2020/NĐ-CP, annex I, II.7.b.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from congvan.datamodel.document import Line
from congvan.text.likeness import flat, is_near

SECRECY = ("tuyệt mật", "tối mật", "mật")
URGENCY = ("hỏa tốc", "thượng khẩn", "khẩn")
# What OCR makes of MẬT; a bare fold would also catch the eye (MẮT) and loss (MẤT).
_SECRET = frozenset({"MẬT", "MÂT", "MẶT", "MÃT"})
_EDGES = regex.compile(r"^[\W\d_]+|[\W\d_]+$")
_UNTIL = regex.compile(r"^(?:hoa toc)\s+hen gio\b")


def secrecy_of(text: str) -> str | None:
    """The level that a line of its own names (`MẬT`, `TỐI MẬT`, `TUYỆT MẬT`), or None.

    Capitals alone count; the two-word levels may have one slip of OCR, `MẬT` only known ones.
    """
    bare = _EDGES.sub("", text)
    if not bare.isupper():
        return None
    if bare in _SECRET:
        return "mật"
    return _like(bare, SECRECY[:2])


def urgency_of(text: str) -> str | None:
    """The urgency that a line of its own names (`KHẨN`, `THƯỢNG KHẨN`, `HỎA TỐC`), or None."""
    bare = _EDGES.sub("", text)
    if not bare.isupper():
        return None
    if _UNTIL.match(flat(bare)):
        return "hỏa tốc"
    if bare == "TỐC":  # the other half of a faint stamp; no other stamp has the word
        return "hỏa tốc"
    if flat(bare) == "khan":
        return "khẩn"
    return _like(bare, URGENCY[:2])


def is_stamp(text: str) -> bool:
    """Is the line a stamp of secrecy or urgency?"""
    return secrecy_of(text) is not None or urgency_of(text) is not None


def _like(bare: str, names: Sequence[str]) -> str | None:
    dense = "".join(c for c in flat(bare) if c.isalnum())
    return next((name for name in names if is_near(dense, flat(name).replace(" ", ""))), None)


def secrecy_stamp(lines: Sequence[Line]) -> str | None:
    """The highest secrecy level stamped among the lines of one page, or None; usable before canonical text is made.

    A stamp stands in the upper half of the page (`lines` are all of its lines, top to bottom), alone on its line or
    apart from its neighbours by more than a wide gap. The rest of a broken word (`BẢO` / `MẬT`) is none.
    """
    if not lines:
        return None
    middle = (min(line.box.top for line in lines) + max(line.box.bottom for line in lines)) / 2
    found = set()
    above = ""
    for line in lines:
        if line.box.top <= middle:
            found |= {level for part in _parts(line) if (level := secrecy_of(part)) and not _is_broken(above)}
        above = line.text
    return next((level for level in SECRECY if level in found), None)


# Gap that sets a stamp apart from what stands beside it, in heights of the line.
APART = 1.2
_BEFORE = regex.compile(r"(?:bao|bi|co|toi|tuyet|tinh|do|che do)\W*$")


def _is_broken(above: str) -> bool:
    """Does the line above end in capitals that `MẬT` completes (`QUY CHẾ BẢO`)?"""
    return above.isupper() and bool(_BEFORE.search(flat(above)))


def _parts(line: Line) -> list[str]:
    """The line's text, cut at wide gaps."""
    parts: list[list[str]] = []
    right: float | None = None
    for word in line.words:
        if right is None or word.box.x0 - right > APART * line.box.height * (1 if line.box.height > 2 else 3):
            parts.append([])
        parts[-1].append(word.text)
        right = word.box.x1
    return [" ".join(part) for part in parts]
