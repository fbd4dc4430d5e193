"""Titles (ô 5a): the type of document that a line of capitals names; a line in, the type's name out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from congvan.lexicons import load
from congvan.text.likeness import flat, is_near

# Printed titles that the contract counts as another type (RECORDS: `THƯ MỜI` is `giấy mời`).
_SAME_AS = {"thư mời": "giấy mời"}
_EDGE = " :;.,*_-–—|'\"`~"
# Below this many letters one slip makes another word (`LUẬT`, `LỆNH`).
_LETTERS_FOR_SLIP = 7


@dataclass(frozen=True, slots=True)
class Title:
    """The type's lower-case name, and the half-open span of its words in the line."""

    name: str
    start: int
    end: int


def title_of(line: str) -> Title | None:
    """The type with which a line begins (`KẾ HOẠCH`, `B Á O  C Á O`, `BÁO CÁO TỔNG KẾT`), or None.

    The type must be in capitals, or be the whole line. Spaced letters and one slip of OCR are allowed for where the
    line holds nothing else.
    """
    start = len(line) - len(line.lstrip(_EDGE))
    bare = line[start:].rstrip(_EDGE + "/")
    if not bare[:1].isupper() or len(bare) > 300:
        return None
    folded = flat(bare)
    dense = "".join(c for c in folded if c.isalnum())
    for name, words, key in _names():
        if folded.startswith(words) and not folded[len(words) : len(words) + 1].isalpha():
            if bare[: len(words)].isupper() or dense == key:
                return Title(name, start, start + len(words))
        elif bare.isupper() and dense == key:
            return Title(name, start, start + len(bare))
    if bare.isupper():
        for name, _, key in _names():
            if len(key) >= _LETTERS_FOR_SLIP and is_near(dense, key) and dense not in _bodies():
                return Title(name, start, start + len(bare))
    return None


@cache
def _names() -> tuple[tuple[str, str, str], ...]:
    """`(type, its flat words, its letters alone)`, longest first."""
    names = {row["name"]: row["name"] for row in load("types") if row["name"] not in ("công văn", "văn bản")}
    names |= _SAME_AS
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return tuple((names[name], flat(name), flat(name).replace(" ", "")) for name in ordered)


@cache
def _bodies() -> frozenset[str]:
    """Openings of bodies' names: `HỘI ĐỒNG` is one slip away from `HỢP ĐỒNG`."""
    return frozenset(flat(row["opening"]).replace(" ", "") for row in load("letterhead_bodies"))
