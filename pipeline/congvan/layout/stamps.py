"""Stamps of secrecy and urgency (ô 10a, 10b): a line of their own, never a word in running text.

What words they bear is told by grammar/stamps.py.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from congvan.datamodel.document import Line
from congvan.grammar.stamps import SECRECY, secrecy_of, urgency_of
from congvan.text.likeness import flat

__all__ = ["is_stamp", "secrecy_of", "secrecy_stamp", "urgency_of"]


def is_stamp(text: str) -> bool:
    """Is the line a stamp of secrecy or urgency?"""
    return secrecy_of(text) is not None or urgency_of(text) is not None


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
            whole = line.words[0].source == FRAMED or not _is_broken(above)
            found |= {level for part in _parts(line) if whole and (level := secrecy_of(part))}
        above = line.text
    return next((level for level in SECRECY if level in found), None)


# Source of words that were read in a frame of their own (ocr/stamps.py).
FRAMED = "stamp"
# Gap that sets a stamp apart from what stands beside it, in heights of the line.
APART = 1.2
_BEFORE = regex.compile(r"(?:bao|bi|co|toi|tuyet|tinh|do|che do)\W*$")


def _is_broken(above: str) -> bool:
    """Does the line above end in capitals that `MẬT` completes (`QUY CHẾ BẢO`)? `THÔNG BÁO` does not."""
    return above.isupper() and not above.rstrip().endswith("BÁO") and bool(_BEFORE.search(flat(above)))


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
