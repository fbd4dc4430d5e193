"""The cells of the letterhead: bodies, number, dateline, title, subject and addressees of one dispatch.

By place first: what the reading order put into the left or right column is looked for there. By words second: plain
text without columns has the same pieces in any order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from congvan.datamodel.layout import Cell
from congvan.datamodel.text import CanonicalText
from congvan.grammar.titles import title_of
from congvan.layout import stamps
from congvan.layout.pieces import Piece, pieces_of
from congvan.lexicons import load
from congvan.text.likeness import flat

# A letterhead, its title and subject take at most so many printed lines, captions and stamps included.
HEAD_PARAGRAPHS = 60
# Lines of a subject under a title; the longest real ones have six, joined titles of laws a few more.
SUBJECT_LINES = 9
# Lines of a subject beside `V/v` in the left column.
LETTER_SUBJECT_LINES = 8
# A paragraph longer than this that follows another line of the subject is the body.
SUBJECT_LINE_LENGTH = 170

_ADDRESSEE = regex.compile(r"^\W{0,3}(?:kinh\s?g[uo][il1])\b|^\W{0,3}(?:kinh ){0,1}(?:kinhgui)\b")
_ABOUT = regex.compile(r"^\W{0,3}(?:v\s?[/.]?\s?v\b[:.]?|ve viec\b|ve(?=\s))\W{0,3}")
_LETTER_ABOUT = regex.compile(r"^\W{0,3}(?:v\s?[/.,i]\s?v\b|vv\b)")
# How the body of a dispatch begins (Decree 30/2020/NĐ-CP, annex III); the list grew with the forms that were seen.
_OPENING = regex.compile(
    r"""^\W{0,3}(?:
      can\ cu\b | kinh\ (?:thua|trinh|moi)\b | dieu\ \d+ | phan\ (?:thu\s)?[ivx\d]+\b | chuong\ [ivx\d]+\b
    | [ivx]{1,4}\s?[.)/-]\s | [a-d]\s?[.)]\s | 1\s?[.)/]\s | [-+]\s? (?=can\ cu|thuc\ hien)
    | (?:hom\ nay|vao\ luc|vao\ hoi)\b | ngay\ \d{1,2}\s?[/-]\s?\d | hoi\ \d{1,2}\ gio | xet\ (?:de\ nghi|to\ trinh)
    | theo\ (?:de\ nghi|tinh\ than|chi\ dao|thong\ bao|cong\ van|noi\ dung|chuong\ trinh|ke\ hoach) | thoi\ gian\ qua
    | trong\ (?:thoi\ gian|nhung\ nam|nam|cac\ ngay|qua\ trinh|khuon\ kho)\b | de\ (?:bao\ dam|dam\ bao|thuc\ hien
    | trien\ khai|gop\ phan|tiep\ tuc|day\ manh|kip\ thoi|chao\ mung|to\ chuc|nang\ cao)\b | nham\b | quoc\ hoi\ ban
    | tren\ co\ so\b | sau\ khi\b | duoc\ su\b | thuc\ hien\b | tiep\ tuc\ thuc\ hien\b | trien\ khai\ thuc\ hien\b
    | can\ cu\b | ap\ dung\b | hien\ nay\b | nam\ \d{4},?\ (?=\w.{20}) | phuc\ dap\b | tra\ loi\b | qua\ (?:theo\ doi|kiem\ tra)\b
    )""",
    regex.VERBOSE,
)
# Openings that are also verbs of a subject: they end it only after its first line.
_ALSO_SUBJECT = regex.compile(
    r"^\W{0,3}(?:thuc hien|tiep tuc|trien khai|nham|ap dung|tra loi|phuc dap|nam \d|trong|qua |de )\b?"
)
# Under the title stands who issues (`CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN HÀ`), not the subject.
_ISSUING = regex.compile(
    r"^\W{0,3}(?:(?:pho )?(?:chu tich|giam doc|bo truong|hieu truong|thu tuong|truong ban|chu nhiem|cuc truong|vien truong"
    r"|tong giam doc|chanh thanh tra|chanh van phong|truong phong|tong cuc truong|tong kiem toan|thong doc|bi thu)\b"
    r"|(?:uy ban nhan dan|hoi dong nhan dan|quoc hoi|chinh phu|ban thuong vu|ban chap hanh|uy ban thuong vu|bo chinh tri"
    r"|ban bi thu|hoi dong\b)[^,;:]*$)"
)
# A title in one piece with its issuer, number and day, as texts from the web have it.
_OF_BODY = regex.compile(r"^\W{0,3}cua (?=\w)")
_QUALIFIER = regex.compile(r"^\W{0,3}(?:phoi hop|lien tich|lien nganh|lien co quan)\b\W{0,3}")
# Numbers of joint dispatches: liên tịch, phối hợp.
_JOINT = regex.compile(r"[/\-\s](?:(?:tt|nq|kh|tb|hd|qc|ct|cv)lt|(?:ct|kh|qc|nq|cttr|ctr|hd)ph)\b")
_DASHES = "-–—+•*·"
_INCOMPLETE = regex.compile(r"(?:[-–—,&]|\b(?:va|cua|cac|ve))\W{0,2}$")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Cells in text order, and the index of the first paragraph after them."""

    cells: tuple[Cell, ...]
    body: int


def find_letterhead(canonical: CanonicalText) -> Letterhead:
    """The cells of the letterhead, title, subject and addressees."""
    pieces = pieces_of(canonical, 0, HEAD_PARAGRAPHS)
    found: list[Cell] = []
    end = _head_end(pieces)
    head = pieces[:end]
    title_at = next((n for n, piece in enumerate(head) if title_of(piece.text)), None)
    letter_at = next(
        (n for n, p in enumerate(head[:title_at]) if p.kind == "text" and _is_letter_subject(head, n)), None
    )
    upper = head[: min(n for n in (title_at, letter_at, len(head)) if n is not None)]
    found += _first_of(head, "nation") + _first_of(head, "code") + _first_of(head, "place_date")
    found += _bodies(upper, joint=any(p.kind == "code" and _JOINT.search(p.flat) for p in head))
    last = end
    if letter_at is not None:
        last_letter, cell = _letter_subject(head, letter_at)
        found.append(cell)
    if title_at is not None:
        last, cells = _title_and_subject(pieces, title_at)
        has_subject = any(c.role == "subject" for c in cells)
        found = [c for c in found if c.role != "subject" or not has_subject] + _missing(cells, found)
    address, after = _addressee(pieces, last if title_at is not None else 0, letter_at if title_at is None else None)
    found += address
    found += _stamped(head)
    body = max([after, *(pieces[last - 1].paragraph + 1 for _ in (0,) if last and title_at is not None)])
    return Letterhead(tuple(sorted(found, key=lambda c: (c.start, c.end))), body)


def _head_end(pieces: Sequence[Piece]) -> int:
    """Index of the first piece of the body or the addressees, where no title says more."""
    for n, piece in enumerate(pieces):
        if piece.zone.startswith("foot"):
            return n
        if piece.kind != "text":
            continue
        if _ADDRESSEE.match(piece.flat):
            return n
        if piece.zone == "body" and _OPENING.match(piece.flat) and not _is_subject_line(pieces, n):
            return n
        if len(piece.text) > 400:
            return n
    return len(pieces)


def _is_subject_line(pieces: Sequence[Piece], n: int) -> bool:
    """Does a line that looks like an opening stand right under a title?"""
    return n > 0 and title_of(pieces[n - 1].text) is not None and bool(_ALSO_SUBJECT.match(pieces[n].flat))


def _first_of(pieces: Sequence[Piece], kind: str) -> list[Cell]:
    return [Cell(kind, p.start, p.end) for p in pieces if p.kind == kind][:1]


def _missing(cells: Sequence[Cell], found: Sequence[Cell]) -> list[Cell]:
    """The cells whose role was not found yet."""
    roles = {c.role for c in found}
    return [c for c in cells if c.role not in roles or c.role in ("title", "subject")]


def _stamped(pieces: Sequence[Piece]) -> list[Cell]:
    """Secrecy and urgency stamps that stand as a line of their own."""
    cells = []
    for role, read in (("secrecy", stamps.secrecy_of), ("urgency", stamps.urgency_of)):
        cells += [Cell(role, p.start, p.end) for p in pieces if p.kind == "text" and read(p.text)][:1]
    return cells


# Bodies ------------------------------------------------------------------------------------------------------------


def _bodies(pieces: Sequence[Piece], *, joint: bool) -> list[Cell]:
    """Cells of the parent and the issuing body: the capitals of the left column, grouped to names."""
    lines = _body_lines(pieces)
    groups: list[list[Piece]] = []
    for line in lines:
        if groups and not _begins_body(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    while len(groups) > 1 and not _opening(groups[0][0].flat):
        groups.pop(0)
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
        if has_left and piece.zone == "head-right" or stamps.is_stamp(piece.text):
            continue
        lines.append(piece)
    return lines


def _goes_on(lines: Sequence[Piece], piece: Piece) -> bool:
    """A quoted or mixed-case line directly under a body's open name."""
    return bool(lines) and lines[-1].paragraph == piece.paragraph - 1 and bool(_INCOMPLETE.search(lines[-1].flat))


def _begins_body(group: Sequence[Piece], line: Piece) -> bool:
    """Is `line` the first of another body, and not the rest of the name begun above?"""
    opening = _opening(line.flat)
    if opening is None or _INCOMPLETE.search(group[-1].flat):
        return False
    first = _opening(group[0].flat)
    whole = " ".join(p.flat for p in group)
    words = regex.findall(r"[^\W_]+", whole)
    # `BAN CHẤP HÀNH` / `ĐẢNG BỘ TỈNH ...`: a name that says nothing yet takes the next line.
    return not (first is not None and first[1] == "more" and len(words) <= len(first[0].split()))


def _opening(folded: str) -> tuple[str, str] | None:
    """The longest opening of a body's name with which the line begins, and what it needs."""
    line = folded.lstrip(" .,:;*-_–—|'\"`")
    return next(
        (o for o in _openings() if line.startswith(o[0]) and not line[len(o[0]) : len(o[0]) + 1].isalpha()),
        None,
    )


@cache
def _openings() -> tuple[tuple[str, str], ...]:
    rows = ((flat(row["opening"]), row["needs"]) for row in load("letterhead_bodies"))
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


# Subjects ----------------------------------------------------------------------------------------------------------


def _is_letter_subject(head: Sequence[Piece], n: int) -> bool:
    """Does the subject of a letter (ô 5b) begin here: `V/v ...`, or `Về ...` in the left column under the number?"""
    piece = head[n]
    if _LETTER_ABOUT.match(piece.flat):
        return True
    below_code = any(p.kind == "code" for p in head[max(n - 3, 0) : n])
    return below_code and bool(_ABOUT.match(piece.flat)) and not piece.is_capital


def _letter_subject(head: Sequence[Piece], at: int) -> tuple[int, Cell]:
    """The subject beside `V/v` up to the next piece of another kind, and the index after it."""
    end = at + 1
    while end < len(head) and end - at < LETTER_SUBJECT_LINES:
        piece = head[end]
        if piece.kind != "text" or piece.zone != head[at].zone or title_of(piece.text) or stamps.is_stamp(piece.text):
            break
        if head[end - 1].text.endswith(".") and not piece.text[:1].islower():
            break
        if piece.is_capital and len(piece.text) > 12 and not head[end - 1].is_capital:
            break
        end += 1
    return end, Cell("subject", head[at].start, head[end - 1].end)


def _title_and_subject(pieces: Sequence[Piece], at: int) -> tuple[int, list[Cell]]:
    """Cells of the title (ô 5a) and the subject under it, and the index of the first piece of the body."""
    title = title_of(pieces[at].text)
    assert title is not None
    first = pieces[at]
    cells = [Cell("title", first.start + title.start, first.start + title.end)]
    rest = first.start + title.end
    qualifier = _QUALIFIER.match(first.flat[title.end :])
    if qualifier:
        rest += qualifier.end()
    while rest < first.end and first.text[rest - first.start] in " :-–_.*":
        rest += 1
    end = at + 1
    if end < len(pieces) and _OF_BODY.match(pieces[end].flat) and pieces[end].is_capital:
        end, more = _collapsed(pieces, end)
        cells += more
    start = rest if rest < first.end else None
    begin = end
    while end < len(pieces) and end - begin < SUBJECT_LINES and _is_subject(pieces, begin, end, start is not None):
        end += 1
    lines = [p for p in pieces[begin:end] if p.kind == "text"]
    if lines or start is not None:
        begin_at = start if start is not None else lines[0].start
        cells.append(Cell("subject", begin_at, lines[-1].end if lines else first.end))
    return end, cells


def _collapsed(pieces: Sequence[Piece], at: int) -> tuple[int, list[Cell]]:
    """`CỦA BỘ X SỐ 07/2008/CT-BX` / `NGÀY ...` under a title: issuer, number and dateline in one."""
    cells = []
    end = at
    while end < len(pieces) and end - at < 6:
        piece = pieces[end]
        match = _OF_BODY.match(piece.flat)
        if match:
            cells.append(Cell("issuer", piece.start + match.end(), piece.end))
        elif piece.kind in ("code", "place_date"):
            cells.append(Cell(piece.kind, piece.start, piece.end))
        else:
            break
        end += 1
    return end, cells


def _is_subject(pieces: Sequence[Piece], begin: int, at: int, has_rest: bool) -> bool:
    """Does the piece `at` go on with the subject that began at `begin`?"""
    piece = pieces[at]
    first = at == begin and not has_rest
    if piece.kind in ("rule", "stamp", "caption"):
        return first or at == begin or pieces[at - 1].kind != "text"
    if piece.kind != "text" or piece.zone.startswith("foot") or _ADDRESSEE.match(piece.flat) or title_of(piece.text):
        return False
    if first and not _is_issuing(pieces, begin, at):
        return not _OPENING.match(piece.flat) or bool(_ALSO_SUBJECT.match(piece.flat))
    before = pieces[at - 1]
    if before.kind != "text" and at > begin:
        return False
    if _OPENING.match(piece.flat) or _is_issuing(pieces, begin, at):
        return piece.text[:1].islower()
    open_end = bool(_INCOMPLETE.search(before.flat)) or piece.text[:1].islower() or piece.text[:1] in '(“"'
    if before.text[-1:] in ".;:" and not open_end:
        return False
    return len(piece.text) <= SUBJECT_LINE_LENGTH


def _is_issuing(pieces: Sequence[Piece], begin: int, at: int) -> bool:
    """A line of capitals that names who issues, in a subject that is not itself in capitals."""
    piece = pieces[at]
    if not piece.is_capital or not _ISSUING.match(piece.flat):
        return False
    return at == begin or not pieces[begin].is_capital or len(piece.text) < 60


# Addressees --------------------------------------------------------------------------------------------------------


def _addressee(pieces: Sequence[Piece], start: int, letter: int | None) -> tuple[list[Cell], int]:
    """The cell of `Kính gửi` with its list, and the index of the paragraph after it.

    `letter`: index of the piece with a letter's subject, None where a title says that it is no letter.
    """
    at = next((n for n, p in enumerate(pieces) if p.kind == "text" and _ADDRESSEE.match(p.flat)), None)
    if at is None and letter is not None:
        # OCR loses `Kính gửi` beside its list: the dashes between letterhead and body are the addressees.
        listed = next((n for n in range(letter, len(pieces)) if pieces[n].zone == "body"), None)
        if listed is not None and pieces[listed].text[:1] in _DASHES:
            at = listed
    if at is None:
        return [], pieces[start - 1].paragraph + 1 if start else 0
    end = at + 1
    bare = not regex.search(r"\p{L}", pieces[at].text[_after_cue(pieces[at]) :])
    while end < len(pieces) and _is_addressee(pieces, at, end, bare):
        end += 1
    return [Cell("addressee", pieces[at].start, pieces[end - 1].end)], pieces[end - 1].paragraph + 1


def _after_cue(piece: Piece) -> int:
    match = _ADDRESSEE.match(piece.flat)
    return match.end() if match else 0


def _is_addressee(pieces: Sequence[Piece], at: int, n: int, bare: bool) -> bool:
    """Does piece `n` go on with the list of addressees begun at `at`?"""
    piece, before = pieces[n], pieces[n - 1]
    if piece.kind != "text" or piece.zone.startswith("foot") or _OPENING.match(piece.flat):
        return False
    if len(piece.text) > SUBJECT_LINE_LENGTH and piece.text[:1] not in "-–+•":
        return False
    if n == at + 1 and bare:
        return True
    dashed = piece.text[:1] in "-–—+•*·"
    if dashed:
        return before.text[-1:] != "." or n == at + 1
    listed = any(p.text[:1] in "-–—+•*·" for p in pieces[at + 1 : n]) or " - " in pieces[at].text[:24]
    if before.text[-1:] in ".":
        return False
    if before.text[-1:] == ";":
        return not listed
    return piece.text[:1].islower() or (not listed and bare and before.text[-1:] == ",")
