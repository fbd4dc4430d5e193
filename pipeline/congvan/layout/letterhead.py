"""The cells of the letterhead: bodies, number, dateline, title, subject and addressees of one dispatch.

By place first: what the reading order put into the left or right column is looked for there. By words second: plain
text without columns has the same pieces in any order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from congvan.datamodel.layout import Cell
from congvan.datamodel.text import CanonicalText
from congvan.grammar.documents.codes import code_at
from congvan.grammar.letterhead.titles import title_of
from congvan.layout import stamps
from congvan.layout.addressee import addressee_cell
from congvan.layout.beginnings import ADDRESSEE, ALSO_SUBJECT, OPENING
from congvan.layout.bodies import body_cells, body_groups
from congvan.layout.pieces import Piece, pieces_of
from congvan.layout.subject import is_letter_subject, is_shared, letter_subject, title_and_subject

# A letterhead, its title and subject take at most so many printed lines, captions and stamps included.
HEAD_PARAGRAPHS = 60
# A longer paragraph is the body, whatever it says.
LONGEST_IN_HEAD = 400

# Numbers of joint dispatches: liên tịch, phối hợp.
_JOINT = regex.compile(r"[/\-\s](?:(?:tt|nq|kh|tb|hd|qc|ct|cv)lt|(?:ct|kh|qc|nq|cttr|ctr|hd)ph)\b")
_TWO_BODIES = regex.compile(r"[/⁄]\s?\p{L}{1,6}(?:\s?[-–—]\s?\p{L}[\p{L}\d.&]+){2}")  # 154/HD-LĐLĐ-UBND
_FRAME = ("nation", "motto", "code", "place_date")  # without any of these the letterhead is lost
_CAPITAL_DAY = regex.compile(r"\W*NGÀY\s+\d")
_WORN = regex.compile(r"^\W{0,2}TH\p{Lu}{0,4}\W{0,2}$")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Cells in text order, the index of the first paragraph after them, and the bodies that issue, in flat text."""

    cells: tuple[Cell, ...]
    body: int
    issuers: tuple[str, ...]


def find_letterhead(canonical: CanonicalText) -> Letterhead:
    """The cells of the letterhead, title, subject and addressees."""
    pieces = _days_of_events(_one_nation(pieces_of(canonical, 0, HEAD_PARAGRAPHS)))
    found: list[Cell] = []
    end = _head_end(pieces)
    head = pieces[:end]
    title_at = next((n for n, piece in enumerate(head) if title_of(piece.text)), None)
    letter_at = next(
        (n for n, p in enumerate(head[:title_at]) if p.kind == "text" and is_letter_subject(head, n)), None
    )
    upper = head[: min(n for n in (title_at, letter_at, len(head)) if n is not None)]
    found += _first_of(head, "nation") + _code(head) + _first_of(head, "place_date")
    joint = _is_joint(head, title_at)
    groups = body_groups(upper, joint=joint, lost=not any(p.kind in _FRAME for p in head))
    found += body_cells(groups, joint=joint)
    last = end
    if letter_at is not None:
        _, cell = letter_subject(head, letter_at)
        found.append(cell)
    if title_at is not None:
        last, cells = title_and_subject(pieces, title_at)
        has_subject = any(c.role == "subject" for c in cells)
        found = [c for c in found if c.role != "subject" or not has_subject] + _missing(cells, found)
    start, letter = (last, None) if title_at is not None else (0, letter_at)
    title = pieces[title_at].flat if title_at is not None else None
    address, after = addressee_cell(pieces, start, letter, title)
    found += address
    found += _stamped(head)
    body = max(after, pieces[last - 1].paragraph + 1 if start else 0)
    names = tuple(" ".join(piece.flat for piece in group) for group in groups)
    return Letterhead(tuple(sorted(found, key=lambda c: (c.start, c.end))), body, names if joint else names[-1:])


def _one_nation(pieces: list[Piece]) -> list[Piece]:
    """The Youth Union's own upper line is a body's name where the State's stands beside it."""
    if not any(p.kind == "nation" and "hoi" in p.flat for p in pieces):
        return pieces
    return [replace(p, kind="text") if p.kind == "nation" and p.flat.startswith("doan") else p for p in pieces]


def _days_of_events(pieces: list[Piece]) -> list[Piece]:
    """A day in capitals that goes on a subject in capitals (`... TẠI PHIÊN HỌP THỨ BA` / `NGÀY 5 THÁNG 6 NĂM 2021`)
    is an event's, no dateline's; under a number or a body's name it is the dateline."""
    out = list(pieces)
    titled = 0  # pieces above that name a type: the first is the title, `KẾT LUẬN CỦA ...` below it the subject
    for n, piece in enumerate(pieces[1:], 1):
        above = out[n - 1]
        titled += title_of(above.text) is not None
        if not titled or piece.kind != "place_date" or above.kind != "text" or not _CAPITAL_DAY.match(piece.text):
            continue
        if (
            above.is_capital
            and (titled > 1 or title_of(above.text) is None)
            and not above.flat.startswith("cua ")
            and "/" not in above.text
        ):
            out[n] = replace(piece, kind="text")
    return out


def _is_joint(head: Sequence[Piece], title_at: int | None) -> bool:
    """Do several bodies issue, by the number (`12/CTPH-...`), or by the title and two names in the number?"""
    codes = [p for p in head if p.kind == "code"]
    if any(_JOINT.search(p.flat) for p in codes):
        return True
    return title_at is not None and is_shared(head[title_at]) and any(_TWO_BODIES.search(p.flat) for p in codes)


def _head_end(pieces: Sequence[Piece]) -> int:
    """Index of the first piece of the body or the addressees, where no title says more."""
    for n, piece in enumerate(pieces):
        if piece.zone.startswith("foot"):
            return n
        if piece.kind != "text":
            continue
        if ADDRESSEE.match(piece.flat):
            return n
        if piece.zone == "body" and OPENING.match(piece.flat) and not _is_subject_line(pieces, n):
            return n
        if len(piece.text) > LONGEST_IN_HEAD:
            return n
    return len(pieces)


def _is_subject_line(pieces: Sequence[Piece], n: int) -> bool:
    """Does a line that looks like an opening stand right under a title?"""
    return n > 0 and title_of(pieces[n - 1].text) is not None and bool(ALSO_SUBJECT.match(pieces[n].flat))


def _first_of(pieces: Sequence[Piece], kind: str) -> list[Cell]:
    return [Cell(kind, p.start, p.end) for p in pieces if p.kind == kind][:1]


def _code(pieces: Sequence[Piece]) -> list[Cell]:
    """The number of the dispatch; a bare one that an arrival stamp bears (`CÔNG VĂN ĐẾN` / `Số: 412`) is none."""
    codes = [p for p in pieces if p.kind == "code"]
    own = next((p for p in codes if code_at(p.text, 0) is not None), next(iter(codes), None))
    return [Cell("code", own.start, own.end)] if own is not None else []


def _missing(cells: Sequence[Cell], found: Sequence[Cell]) -> list[Cell]:
    """The cells whose role was not found yet."""
    roles = {c.role for c in found}
    return [c for c in cells if c.role not in roles or c.role in ("title", "subject")]


def _stamped(pieces: Sequence[Piece]) -> list[Cell]:
    """Secrecy and urgency stamps that stand as a line of their own."""
    cells = []
    for role, read in (("secrecy", stamps.secrecy_of), ("urgency", stamps.urgency_of)):
        at = next((n for n, p in enumerate(pieces) if p.kind == "text" and read(p.text)), None)
        if at is None:
            continue
        # `TH` / `KHẨN`: a worn stamp in two pieces.
        worn = role == "urgency" and at > 0 and bool(_WORN.match(pieces[at - 1].text))
        cells.append(Cell(role, pieces[at - worn].start, pieces[at].end))
    return cells
