"""Where letterhead and signature block begin and end among the printed lines; all between them is the body."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from congvan.datamodel.document import Word
from congvan.grammar.letterhead.titles import title_of
from congvan.layout import marks
from congvan.layout.printed import DASHES, RUNNING_LENGTH, WRAPPED_LENGTH, Row, margins_of, texts_of

# A letterhead ends at the latest after so many printed lines (long joint ones take about 12).
HEAD_LINES = 18
# A line this wide, as a share of the page's text width, belongs to the body.
BODY_WIDTH = 0.8
FOOT_LINES = 45
# The left column of a letterhead ends before this share of the page's width; the shortest titles reach beyond it.
LEFT_HALF = 0.46
# A recipient's line is at most so long.
RECIPIENT_LENGTH = 120
# A row is asked for the national header from each of the lines above it in turn.
_ROWS_KEPT = 64


def head_end(rows: Sequence[Row], at: int) -> int | None:
    """Where a letterhead that begins at row `at` ends (exclusive), or None if none begins there.

    A letterhead holds the national header among its first lines; above it stand at most the bodies, a signature
    caption or a stamp.
    """
    window = rows[at : at + HEAD_LINES]
    first_of_page = at == 0 or rows[at - 1].page.number != rows[at].page.number
    nation = next((n for n, row in enumerate(window[:8]) if has_nation(row)), None)
    if nation is None or (not first_of_page and nation > 0 and not _opens_head(rows, at, nation)):
        return None
    if any(marks.is_recipients(s) or is_body(r) for r in window[:nation] for s in texts_of(r)):
        return None
    end = nation + 1
    for n in range(nation + 1, len(window)):
        row = window[n]
        if row.page.number != window[nation].page.number or marks.is_addressee(row.text):
            break
        if len(row.segments) == 1 and row.text[0] in DASHES and not (marks.is_motto(row.text) or row.text.isupper()):
            break  # a list of addressees whose `Kính gửi` was not read: letterheads hold no dashes but inside a name
        if is_body(row) or _is_title(row):
            break
        end = n + 1
    return at + end


def _opens_head(rows: Sequence[Row], at: int, nation: int) -> bool:
    """May the letterhead begin above its national header in the middle of a file? Only with capitals."""
    return all(row.text.upper() == row.text and not marks.is_page_number(row.text) for row in rows[at : at + nation])


@lru_cache(maxsize=_ROWS_KEPT)
def has_nation(row: Row) -> bool:
    """Does the row hold the national header: as one of its segments, or run together with the left column?

    A stamp or a caption may stand to the right of it.
    """
    for segment, text in zip(row.segments, texts_of(row), strict=True):
        if marks.is_nation(text):
            return True
        split = nation_split(segment)
        if split and marks.is_nation(" ".join(w.text for w in segment[split:])):
            return True
    return False


def is_body(row: Row) -> bool:
    """A line of running text: wide, in one piece, mostly lower case."""
    text = row.text
    letters = [c for c in text if c.isalpha()]
    lower = sum(c.islower() for c in letters)
    if not letters or len(row.segments) > 1 or lower < 0.6 * len(letters) or marks.is_motto(text):
        return False
    if has_nation(row) or marks.is_place_date(text):
        return False
    left, right = margins_of(row.page)
    right = right if row.page.placed else min(right, WRAPPED_LENGTH)
    return len(text) > RUNNING_LENGTH and row.line.box.width >= BODY_WIDTH * (right - left)


def _is_title(row: Row) -> bool:
    """A line of capitals alone in the middle of the page: the type of the document (ô 5a).

    What ends left of the middle is the rest of a body's name (`PHÒNG TÀI CHÍNH -` / `KẾ HOẠCH`).
    """
    if len(row.segments) > 1 or (row.page.placed and row.line.box.x1 < LEFT_HALF * row.page.width):
        return False
    text = row.text.strip(" *:_-.")
    return text.upper() == text and title_of(text) is not None


def foot_end(rows: Sequence[Row], at: int) -> int | None:
    """Where the signature block that begins at row `at` ends (exclusive), or None if none begins there."""
    if not _opens_foot(rows, at):
        return None
    page = rows[at].page.number
    end = at
    for n in range(at, min(len(rows), at + FOOT_LINES)):
        row = rows[n]
        if row.page.number != page and not _continues_foot(row):
            break
        if n > at and (marks.is_annex(row.text) or _ends_foot(row) or has_nation(row) or _is_title(row)):
            break
        page = row.page.number
        end = n + 1
    return end


def _ends_foot(row: Row) -> bool:
    """A line of running text; a recipient with a long name is none."""
    return is_body(row) and not (row.text[0] in DASHES and len(row.text) <= RECIPIENT_LENGTH)


def _opens_foot(rows: Sequence[Row], at: int) -> bool:
    """`Nơi nhận`, a capacity line, or a post in the right half beside or just above the list of recipients."""
    texts = texts_of(rows[at])
    if any(marks.is_recipients(t) for t in texts) or any(marks.is_capacity(t) for t in texts):
        return True
    last = rows[at].segments[-1]
    if not marks.is_post(texts[-1]) or last[0].box.x0 < rows[at].page.width * 0.4:
        return False
    following = [t for row in rows[at : at + 4] for t in texts_of(row)]
    return any(marks.is_recipients(t) or t[0] in DASHES for t in following[1:])


def _continues_foot(row: Row) -> bool:
    """On a new page: another recipient, or the capacity line of the signature."""
    return row.text[0] in DASHES or any(marks.is_capacity(t) for t in texts_of(row))


def nation_split(words: tuple[Word, ...]) -> int:
    """Index of the word where the right column begins in a run without a gap, or 0.

    OCR and pasted text run both columns together: `SỞ Y TẾ CỘNG HÒA XÃ HỘI ...`, `Số: 12/KH-SYT Sơn Hà, ngày ...`.
    """
    folded = [marks.fold(w.text) for w in words]
    for n in range(1, len(words)):
        two = " ".join(folded[n : n + 2])
        if two in ("cong hoa", "cong hoà") and n + 2 < len(folded) and folded[n + 2].startswith("x"):
            return n
        if two == "doc lap" or (two == "dang cong" and folded[n + 2 : n + 3] == ["san"]):
            return n
        youth = folded[n : n + 3] == ["doan", "thanh", "nien"] and words[n].text.isupper()
        if two == "doan tncs" or youth:
            return n
    ngay = next((n for n, f in enumerate(folded) if f == "ngay" and n and words[n - 1].text.endswith(",")), 0)
    if ngay and any(c in words[k].text for k in range(min(ngay, 4)) for c in "/"):
        start = ngay - 1
        while start > 1 and words[start - 1].text[:1].isupper() and "/" not in words[start - 1].text:
            start -= 1
        return start
    return 0
