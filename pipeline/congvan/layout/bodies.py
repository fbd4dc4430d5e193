"""The bodies of the letterhead (ô 2): lines of capitals grouped to names, the lowest one the issuer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from congvan.datamodel.layout import Cell
from congvan.layout import stamps
from congvan.layout.beginnings import INCOMPLETE
from congvan.layout.pieces import Piece
from congvan.lexicons import load
from congvan.text.folding import lowered
from congvan.text.likeness import flat

# A body's line in small letters is shorter than a line of the subject or the body.
MIXED_LENGTH = 60
# Signs that may stand before a name.
_EDGES = " .,:;*-_–—|'\"`"


def body_groups(pieces: Sequence[Piece], *, joint: bool, lost: bool = False) -> list[list[Piece]]:
    """The capitals of the left column, grouped to the names of bodies in their order. `joint`: all of them issue.

    `lost`: nothing else of the letterhead is there, so that a line that opens no body's name is a heading.
    """
    groups: list[list[Piece]] = []
    for line in _body_lines(pieces) or _mixed_lines(pieces):
        if groups and not _begins_body(groups[-1], line, joint=joint):
            groups[-1].append(line)
        else:
            groups.append([line])
    while len(groups) > 1 and not _opening(groups[0][0].flat):
        groups.pop(0)
    return [] if lost and groups and not _opening(groups[0][0].flat) else groups


def body_cells(groups: Sequence[Sequence[Piece]], *, joint: bool) -> list[Cell]:
    """Cells of the parent and the issuing body: the lowest name issues; of a joint dispatch all of them."""
    if not groups:
        return []
    if joint:
        return [Cell("issuer", groups[0][0].start, groups[-1][-1].end)]
    cells = [Cell("issuer", groups[-1][0].start, groups[-1][-1].end)]
    if len(groups) > 1:
        cells.append(Cell("parent", groups[-2][0].start, groups[-2][-1].end))
    return cells


def _body_lines(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines that name bodies: text in capitals, not of the right column, no caption, no stamp, no fragment."""
    lines: list[Piece] = []
    has_left = any(p.zone == "head-left" and p.is_capital for p in pieces if p.kind == "text")
    for piece in pieces:
        if piece.kind == "caption":
            lines = [line for line in lines if piece.paragraph - line.paragraph > 3 or line.zone != piece.zone]
        if piece.kind == "code" and lines:
            break
        fragment = "/" in piece.text and not regex.search(r"\p{L}{3}.*\p{L}{3}", piece.text)
        if piece.kind != "text" or not (piece.is_capital or _goes_on(lines, piece)) or fragment:
            continue
        if (has_left and piece.zone == "head-right") or stamps.is_stamp(piece.text):
            continue
        lines.append(piece)
    return lines


def _mixed_lines(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines above the number that name bodies in small letters, as pasted letterheads have them: `Sở Công nghệ`."""
    at = next((n for n, p in enumerate(pieces) if p.kind == "code"), 0)
    lines: list[Piece] = []
    for piece in pieces[:at]:
        plain = piece.kind == "text" and piece.text[:1].isupper() and len(piece.text) < MIXED_LENGTH
        if not plain or piece.text[-1] in ".;,:" or stamps.is_stamp(piece.text) or piece.zone == "head-right":
            continue
        if _opening(piece.flat) is not None or (lines and lines[-1].paragraph == piece.paragraph - 1):
            lines.append(piece)
    return lines


def _goes_on(lines: Sequence[Piece], piece: Piece) -> bool:
    """A quoted or mixed-case line directly under a body's open name."""
    return bool(lines) and lines[-1].paragraph == piece.paragraph - 1 and bool(INCOMPLETE.search(lines[-1].flat))


def _begins_body(group: Sequence[Piece], line: Piece, *, joint: bool) -> bool:
    """Is `line` the first of another body, and not the rest of the name begun above?

    Between the bodies of a joint dispatch a dash may stand (`LIÊN ĐOÀN LAO ĐỘNG -` / `SỞ NỘI VỤ`).
    """
    opening = _opening(line.flat)
    if (
        opening is None
        or _is_namesake(opening[0], line)
        or (INCOMPLETE.search(group[-1].flat) and not (joint and group[-1].text[-1] in "-–—"))
    ):
        return False
    first = _opening(group[0].flat)
    whole = " ".join(p.flat for p in group)
    words = regex.findall(r"[^\W_]+", whole)
    # `BAN CHẤP HÀNH` / `ĐẢNG BỘ TỈNH ...`: a name that says nothing yet takes the next line.
    return not (first is not None and first[1] == "more" and len(words) <= len(first[0].split()))


def _is_namesake(opening: str, line: Piece) -> bool:
    """Is the first word another one in its marks (`HỒI CHỨC NĂNG` is no `HỘI`)? What OCR read may be either."""
    word = lowered(line.text.lstrip(_EDGES).split()[0])
    return not line.read and " " not in opening and word not in _one_word_openings()


def _opening(folded: str) -> tuple[str, str] | None:
    """The longest opening of a body's name with which the line begins, and what it needs."""
    line = folded.lstrip(_EDGES)
    return next(
        (o for o in _openings() if line.startswith(o[0]) and not line[len(o[0]) : len(o[0]) + 1].isalpha()),
        None,
    )


@cache
def _openings() -> tuple[tuple[str, str], ...]:
    rows = ((flat(row["opening"]), row["needs"]) for row in load("letterhead_bodies"))
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


@cache
def _one_word_openings() -> frozenset[str]:
    return frozenset(lowered(row["opening"]) for row in load("letterhead_bodies") if " " not in row["opening"])
