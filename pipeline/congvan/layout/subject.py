"""The title (ô 5a) and the subject (ô 5): under the title, or beside `V/v` under the number of a letter."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from congvan.datamodel.layout import Cell
from congvan.grammar.letterhead.titles import title_of
from congvan.layout import stamps
from congvan.layout.beginnings import ADDRESSEE, ALSO_SUBJECT, INCOMPLETE, OPENING
from congvan.layout.pieces import Piece

# Lines of a subject under a title; the longest real ones have six, joined titles of laws a few more.
SUBJECT_LINES = 9
# Lines of a subject beside `V/v` in the left column.
LETTER_SUBJECT_LINES = 8
# A paragraph longer than this that follows another line of the subject is the body.
SUBJECT_LINE_LENGTH = 170
# A line with so many words and a full stop is a sentence of the body.
SENTENCE_WORDS = 8

_ABOUT = regex.compile(r"^\W{0,3}(?:v\s?[/.]?\s?v\b[:.]?|ve viec\b|ve(?=\s))\W{0,3}")
_LETTER_ABOUT = regex.compile(r"^\W{0,3}(?:v\s?[/.,i]\s?v\b|vv\b)")
# Under the title stands who issues (`CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN HÀ`), not the subject.
_ISSUING = regex.compile(
    r"""^\W{0,3}(?:
      (?:pho\ )?(?:chu\ tich|giam\ doc|bo\ truong|hieu\ truong|thu\ tuong|truong\ ban|chu\ nhiem|cuc\ truong
        |vien\ truong|tong\ giam\ doc|chanh\ thanh\ tra|chanh\ van\ phong|truong\ phong|tong\ cuc\ truong
        |tong\ kiem\ toan|thong\ doc|bi\ thu)\b                                  # GIÁM ĐỐC SỞ CÔNG NGHỆ SƠN HÀ
    | (?:uy\ ban\ nhan\ dan|hoi\ dong\ nhan\ dan|quoc\ hoi|chinh\ phu|ban\ thuong\ vu|ban\ chap\ hanh
        |uy\ ban\ thuong\ vu|bo\ chinh\ tri|ban\ bi\ thu|hoi\ dong\b
        |bch\b|btv\b|ubnd\b|hdnd\b|cdcs\b|cong\ doan\b|dang\ uy\b|lien\ doan\b)
        [^,;:]*(?:,\ (?:tai\ )?ky\ hop[^,;:]*)?$                                # HĐND TỈNH KHÓA X, KỲ HỌP THỨ 5
    )""",
    regex.VERBOSE,
)
_URGENT = regex.compile(r"(?:thuong khan|khan|hoa toc)\b\W*")  # CÔNG ĐIỆN KHẨN
# A title in one piece with its issuer, number and day, as texts from the web have it.
_OF_BODY = regex.compile(r"^\W{0,3}cua (?=\w)")
# Where a sentence may begin inside a line: a capital after a small letter.
_ANEW = regex.compile(r"(?<=(?:\p{Ll}|\s\d)[\p{L}\d)”\"]{0,8})[\s'.,]{1,4}(?=\p{Lu}\p{Ll})")
# What the whole is attached to: a line of its own under the subject of an annex, and none of it.
_ATTACHED = regex.compile(r"^\(\s?(?:duoc )?(?:ban hanh )?kem theo\b")
_ATTACHED_INSIDE = regex.compile(r"(?<=\w.{4,200})\s\(\s?(?:duoc )?(?:ban hanh )?kem theo\b")
# Words beside a type that tell its kind, no subject: CHƯƠNG TRÌNH HÀNH ĐỘNG, KẾT LUẬN THANH TRA
_KIND_OF_TYPE = regex.compile(r"(?:hanh dong|thanh tra|kiem tra|ket luan)\W*$")
_QUALIFIER = regex.compile(r"^\W{0,3}(?:phoi hop|lien tich|lien nganh|lien co quan)\b\W{0,3}")


def is_letter_subject(head: Sequence[Piece], n: int) -> bool:
    """Does the subject of a letter (ô 5b) begin here: `V/v ...`, or `Về ...` in the left column under the number?"""
    piece = head[n]
    if _LETTER_ABOUT.match(piece.flat):
        return True
    below_code = any(p.kind == "code" for p in head[max(n - 3, 0) : n])
    return below_code and bool(_ABOUT.match(piece.flat)) and not piece.is_capital


def letter_subject(head: Sequence[Piece], at: int) -> tuple[int, Cell]:
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


def is_shared(piece: Piece) -> bool:
    """Does a title say that several bodies issue (`HƯỚNG DẪN PHỐI HỢP`, `THÔNG TƯ LIÊN TỊCH`)?"""
    title = title_of(piece.text)
    return title is not None and (title.name.endswith("liên tịch") or bool(_QUALIFIER.match(piece.flat[title.end :])))


def title_and_subject(pieces: Sequence[Piece], at: int) -> tuple[int, list[Cell]]:
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
    if (urgent := _URGENT.match(first.flat, rest - first.start)) is not None:
        cells.append(Cell("urgency", rest, rest + len(urgent.group().rstrip())))
        rest += len(urgent.group())
    below = pieces[at + 1] if at + 1 < len(pieces) else None
    if _KIND_OF_TYPE.match(first.flat, rest - first.start) and below and below.kind == "text":
        rest = rest if below.flat.startswith("cua ") or ADDRESSEE.match(below.flat) else first.end
    end = at + 1
    if end < len(pieces) and _OF_BODY.match(pieces[end].flat) and pieces[end].is_capital:
        end, more = _collapsed(pieces, end)
        cells += more
    start = rest if regex.search(r"\p{L}{2}", first.text[rest - first.start :]) else None
    begin = end
    while end < len(pieces) and end - begin < SUBJECT_LINES and _is_subject(pieces, begin, end, start is not None):
        end += 1
    lines = [p for p in pieces[begin:end] if p.kind == "text"]
    if lines or start is not None:
        begin_at = start if start is not None else lines[0].start
        cells.append(Cell("subject", begin_at, _end_of(lines[-1] if lines else first)))
    return end, cells


def _end_of(last: Piece) -> int:
    """Where the last line of a subject ends; before the body that wrapped lines have joined to it."""
    if (attached := _ATTACHED_INSIDE.search(last.flat)) is not None:
        return last.start + attached.start()
    if len(last.text) > SUBJECT_LINE_LENGTH or _is_sentence(last):
        for match in _ANEW.finditer(last.text):
            if OPENING.match(last.flat[match.end() :]):
                return last.start + match.start()
    return last.end


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


def _says_more(piece: Piece) -> bool:
    """Does a line under the title only begin with a type: `THÔNG BÁO` / `KẾT LUẬN CỦA CHỦ TỊCH TẠI CUỘC HỌP ...`?"""
    title = title_of(piece.text)
    return title is not None and len(piece.text[title.end :].split()) > 2


def _is_subject(pieces: Sequence[Piece], begin: int, at: int, has_rest: bool) -> bool:
    """Does the piece `at` go on with the subject that began at `begin`?"""
    piece = pieces[at]
    first = not has_rest and all(p.kind != "text" for p in pieces[begin:at])
    if piece.kind in ("rule", "stamp", "caption"):
        return first or at == begin or pieces[at - 1].kind != "text"
    if not first and _ATTACHED.match(piece.flat):
        return False
    if piece.kind != "text" or piece.zone.startswith("foot") or ADDRESSEE.match(piece.flat):
        return False
    if title_of(piece.text) and not (first and at == begin and piece.is_capital and _says_more(piece)):
        return False
    if first and not _is_issuing(pieces, begin, at):
        return not OPENING.match(piece.flat) or bool(ALSO_SUBJECT.match(piece.flat))
    before = pieces[at - 1]
    if before.kind != "text" and at > begin:
        return False
    if OPENING.match(piece.flat) or _is_issuing(pieces, begin, at):
        return piece.text[:1].islower()
    open_end = bool(INCOMPLETE.search(before.flat)) or piece.text[:1].islower() or piece.text[:1] in '(“"'
    if (before.text[-1:] in ".;:" or _is_sentence(piece)) and not open_end:
        return False
    return len(piece.text) <= SUBJECT_LINE_LENGTH


def _is_sentence(piece: Piece) -> bool:
    """A whole sentence with its full stop, as bodies have; the lines of a subject are a noun phrase without one."""
    words = piece.text.split()
    return len(words) >= SENTENCE_WORDS and words[-1].endswith(".") and len(words[-1].rstrip(".")) > 1


def _is_issuing(pieces: Sequence[Piece], begin: int, at: int) -> bool:
    """A line of capitals that names who issues, in a subject that is not itself in capitals."""
    piece = pieces[at]
    if not piece.is_capital or not _ISSUING.match(piece.flat):
        return False
    return at == begin or not pieces[begin].is_capital or len(piece.text) < 60
