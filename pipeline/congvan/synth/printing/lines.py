"""Breaks the text of a block into lines of a width, each word in its face."""

from __future__ import annotations

from dataclasses import dataclass

from congvan.synth.printing.fonts import Family, width
from congvan.synth.printing.manner import Look
from congvan.synth.tree import Block


@dataclass(frozen=True, slots=True)
class Token:
    """A word, its offset in the block's text, and its face."""

    text: str
    start: int
    face: str


@dataclass(frozen=True, slots=True)
class SetLine:
    """The words of a line, their width with single spaces and the line's indent in points.

    `last`: it ends its paragraph, and so isn't spread.
    """

    words: tuple[Token, ...]
    width: float
    indent: float
    last: bool


def tokens(block: Block, look: Look, start: int, end: int) -> list[Token]:
    """The words between two offsets, each in its face."""
    made = []
    at = start
    for text in block.text[start:end].split():
        at = block.text.index(text, at)
        face = look.face
        if any(a <= at < b for a, b in block.phrase.bold):
            face = {"regular": "bold", "italic": "bold-italic"}.get(face, face)
        if any(a <= at < b for a, b in block.phrase.italic):
            face = {"regular": "italic", "bold": "bold-italic"}.get(face, face)
        made.append(Token(text, at, face))
        at += len(text)
    return made


def set_lines(
    block: Block, look: Look, size: float, room: float, family: Family, span: tuple[int, int] | None = None
) -> list[SetLine]:
    """Lines of the block (or a span of it): broken where `room` points are full, and at each line break of its text."""
    at, end = span or (0, len(block.text))
    made: list[SetLine] = []
    for piece in block.text[at:end].split("\n"):
        words = tokens(block, look, at, at + len(piece))
        lines = _broken(words, look, size, room, family)
        if look.align == "centre" and len(lines) > 1:
            lines = _balanced(words, look, size, room, family, len(lines))
        made += lines
        at += len(piece) + 1
    return made


def fitting(block: Block, look: Look, size: float, room: float, family: Family) -> float:
    """The largest size up to `size` at which no line of the block's text is wider than `room`."""
    widest = max(line.width for line in set_lines(block, look, size, float("inf"), family))
    return size if widest <= room else size * room / widest - 0.01


def _broken(words: list[Token], look: Look, size: float, room: float, family: Family) -> list[SetLine]:
    """As many words a line as fit into `room` points."""
    space = width(" ", family.faces["regular"], size)
    made: list[SetLine] = []
    line: list[Token] = []
    filled, indent = 0.0, look.indent + look.first
    for word in words:
        wide = width(word.text, family.faces[word.face], size)
        if line and filled + space + wide > room - indent:
            made.append(SetLine(tuple(line), filled, indent, False))
            line, filled, indent = [], 0.0, look.indent
        filled += wide + (space if line else 0)
        line.append(word)
    return [*made, SetLine(tuple(line), filled, indent, True)]


# Centred lines are made narrower by this many points at a time, as long as their number stays.
_NARROWING = 12


def _balanced(words: list[Token], look: Look, size: float, room: float, family: Family, count: int) -> list[SetLine]:
    """The same number of lines, of nearly the same width: no title ends in one lone word."""
    best = _broken(words, look, size, room, family)
    while room > _NARROWING:
        room -= _NARROWING
        tried = _broken(words, look, size, room, family)
        if len(tried) > count or max(line.width for line in tried) > room:
            break
        best = tried
    return best
