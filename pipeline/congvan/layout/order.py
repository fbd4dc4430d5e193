"""Printed lines of pages become strips in reading order.

Letterhead and signature block stand in two columns: their lines are cut at the gap between the columns, and the left
column is read before the right one. Everything else is read line by line; wide gaps there part the cells of a table
row. Page numbers are furniture of the page and leave the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from math import inf

import regex

from congvan.datamodel.document import Line, Page, Word
from congvan.datamodel.layout import Strip
from congvan.grammar.letterhead.titles import title_of
from congvan.layout import marks
from congvan.layout.blanks import is_blank_place
from congvan.layout.gutters import cells_of_line
from congvan.layout.tables import Row as TableRow
from congvan.layout.tables import tables_of

# Blank space between words that parts columns, in average character widths of the page: justified lines of real
# scans stay below two, columns of letterheads keep three or more.
COLUMN_GAP = 3.0
# A letterhead ends at the latest after so many printed lines (long joint ones take about 12).
HEAD_LINES = 18
# A line this wide, as a share of the page's text width, belongs to the body.
BODY_WIDTH = 0.8
FOOT_LINES = 45
# The left column of a letterhead ends before this share of the page's width; the shortest titles reach beyond it.
LEFT_HALF = 0.46
# A recipient's line is at most so long.
RECIPIENT_LENGTH = 120
# Lines of more characters are running text and show where its margins are.
RUNNING_LENGTH = 50
# A text file whose lines are longer was not wrapped: each of its lines is a paragraph.
WRAPPED_LENGTH = 135
# Room at the right, in average characters, that the next word may have been too long for. Lines of text that came
# out of a PDF differ more, since their letters had different widths.
ROOM_ON_PAPER = 6.0
ROOM_IN_TEXT = 12.0
DASHES = "-–—+"
_LABEL = regex.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,4}|\p{L}\d?)[.)/]{1,2}$")  # 1. ; 2.1. ; (3) ; IV. ; a)


@dataclass(frozen=True)
class _Row:
    """A printed line with what layout wants to know of it: its segments (at column gaps) and place."""

    line: Line
    page: Page
    number: int
    gap: float
    segments: tuple[tuple[Word, ...], ...]

    @property
    def text(self) -> str:
        return self.line.text


def strips_of(pages: Sequence[Page]) -> list[Strip]:
    """All strips of the pages in reading order, page numbers left out."""
    rows = [row for page in pages for row in _rows(page)]
    rows = [replace(row, number=n) for n, row in enumerate(rows)]
    margins = {page.number: _margins(page) for page in pages}
    strips: list[Strip] = []
    body: list[_Row] = []
    at = 0
    while at < len(rows):
        head_end = _head_end(rows, at)
        foot_end = _foot_end(rows, at) if head_end is None else None
        end = head_end or foot_end
        if end is None:
            body.append(rows[at])
            at += 1
            continue
        strips += _body_strips(body, margins)
        body = []
        strips += _two_columns(rows[at:end], "head" if head_end else "foot", margins)
        at = end
    return strips + _body_strips(body, margins)


def _rows(page: Page) -> Iterator[_Row]:
    """The printed lines of a page without its page number."""
    bottom = None
    for n, line in enumerate(page.lines):
        if marks.is_page_number(line.text) and _stands_alone(page, n):
            continue
        gap = 0.0 if bottom is None else (line.box.top - bottom) / max(page.line_height, 0.1)
        bottom = line.box.bottom
        yield _Row(line, page, n, gap, tuple(_segments(line, page)))


def _stands_alone(page: Page, n: int) -> bool:
    """Is line `n` the first or last of its page, or (in a text file, where pages are lost) has it blanks round it?"""
    if page.placed or n in (0, len(page.lines) - 1):
        return n <= 1 or n >= len(page.lines) - 2
    above, here, below = page.lines[n - 1], page.lines[n], page.lines[n + 1]
    blanks_round = here.box.top - above.box.bottom >= 1 and below.box.top - here.box.bottom >= 1
    return blanks_round or here.box.x0 > page.width / 4


def _segments(line: Line, page: Page) -> Iterator[tuple[Word, ...]]:
    """The words of a line, cut at column gaps; a list label keeps its tab."""
    limit = COLUMN_GAP * (page.em if page.placed else 1.0)
    current: list[Word] = []
    for word in line.words:
        wide = bool(current) and word.box.x0 - current[-1].box.x1 >= limit
        label = len(current) == 1 and _is_label(current[0].text)
        if wide and not label and not is_blank_place(" ".join(w.text for w in current[-4:]), word.text):
            yield tuple(current)
            current = []
        current.append(word)
    yield tuple(current)


def _is_label(text: str) -> bool:
    return text in "-–—+*•·o" or bool(_LABEL.match(text))


def _margins(page: Page) -> tuple[float, float]:
    """Left and right edge of the running text, in page units; no right edge (infinite) where text is not wrapped."""
    running = [line.box for line in page.lines if len(line.text) > RUNNING_LENGTH]
    if not running:
        boxes = [line.box for line in page.lines]
        return min((b.x0 for b in boxes), default=0.0), max((b.x1 for b in boxes), default=page.width)
    left = min(box.x0 for box in running)
    rights = sorted(box.x1 for box in running)
    if page.placed:
        return left, rights[len(rights) * 4 // 5]
    wrapped = rights[len(rights) * 9 // 10] <= WRAPPED_LENGTH
    return left, rights[len(rights) // 2] if wrapped else inf


def _head_end(rows: Sequence[_Row], at: int) -> int | None:
    """Where a letterhead that begins at row `at` ends (exclusive), or None if none begins there.

    A letterhead holds the national header among its first lines; above it stand at most the bodies, a signature
    caption or a stamp.
    """
    window = rows[at : at + HEAD_LINES]
    first_of_page = at == 0 or rows[at - 1].page.number != rows[at].page.number
    nation = next((n for n, row in enumerate(window[:8]) if _has_nation(row)), None)
    if nation is None or (not first_of_page and nation > 0 and not _opens_head(rows, at, nation)):
        return None
    if any(marks.is_recipients(s) or _is_body(r) for r in window[:nation] for s in _texts(r)):
        return None
    end = nation + 1
    for n in range(nation + 1, len(window)):
        row = window[n]
        if row.page.number != window[nation].page.number or marks.is_addressee(row.text):
            break
        if len(row.segments) == 1 and row.text[0] in DASHES and not (marks.is_motto(row.text) or row.text.isupper()):
            break  # a list of addressees whose `Kính gửi` was not read: letterheads hold no dashes but inside a name
        if _is_body(row) or _is_title(row):
            break
        end = n + 1
    return at + end


def _opens_head(rows: Sequence[_Row], at: int, nation: int) -> bool:
    """May the letterhead begin above its national header in the middle of a file? Only with capitals."""
    return all(row.text.upper() == row.text and not marks.is_page_number(row.text) for row in rows[at : at + nation])


def _has_nation(row: _Row) -> bool:
    """Does the row hold the national header: as one of its segments, or run together with the left column?

    A stamp or a caption may stand to the right of it.
    """
    for segment, text in zip(row.segments, _texts(row), strict=True):
        if marks.is_nation(text):
            return True
        split = _nation_split(segment)
        if split and marks.is_nation(" ".join(w.text for w in segment[split:])):
            return True
    return False


def _texts(row: _Row) -> list[str]:
    return [" ".join(w.text for w in segment) for segment in row.segments]


def _is_body(row: _Row) -> bool:
    """A line of running text: wide, in one piece, mostly lower case."""
    text = row.text
    letters = [c for c in text if c.isalpha()]
    lower = sum(c.islower() for c in letters)
    if not letters or len(row.segments) > 1 or lower < 0.6 * len(letters) or marks.is_motto(text):
        return False
    if _has_nation(row) or marks.is_place_date(text):
        return False
    left, right = _margins(row.page)
    right = right if row.page.placed else min(right, WRAPPED_LENGTH)
    return len(text) > RUNNING_LENGTH and row.line.box.width >= BODY_WIDTH * (right - left)


def _is_title(row: _Row) -> bool:
    """A line of capitals alone in the middle of the page: the type of the document (ô 5a).

    What ends left of the middle is the rest of a body's name (`PHÒNG TÀI CHÍNH -` / `KẾ HOẠCH`).
    """
    if len(row.segments) > 1 or (row.page.placed and row.line.box.x1 < LEFT_HALF * row.page.width):
        return False
    text = row.text.strip(" *:_-.")
    return text.upper() == text and title_of(text) is not None


def _foot_end(rows: Sequence[_Row], at: int) -> int | None:
    """Where the signature block that begins at row `at` ends (exclusive), or None if none begins there."""
    if not _opens_foot(rows, at):
        return None
    page = rows[at].page.number
    end = at
    for n in range(at, min(len(rows), at + FOOT_LINES)):
        row = rows[n]
        if row.page.number != page and not _continues_foot(row):
            break
        if n > at and (marks.is_annex(row.text) or _ends_foot(row) or _has_nation(row) or _is_title(row)):
            break
        page = row.page.number
        end = n + 1
    return end


def _ends_foot(row: _Row) -> bool:
    """A line of running text; a recipient with a long name is none."""
    return _is_body(row) and not (row.text[0] in DASHES and len(row.text) <= RECIPIENT_LENGTH)


def _opens_foot(rows: Sequence[_Row], at: int) -> bool:
    """`Nơi nhận`, a capacity line, or a post in the right half beside or just above the list of recipients."""
    texts = _texts(rows[at])
    if any(marks.is_recipients(t) for t in texts) or any(marks.is_capacity(t) for t in texts):
        return True
    last = rows[at].segments[-1]
    if not marks.is_post(texts[-1]) or last[0].box.x0 < rows[at].page.width * 0.4:
        return False
    following = [t for row in rows[at : at + 4] for t in _texts(row)]
    return any(marks.is_recipients(t) or t[0] in DASHES for t in following[1:])


def _continues_foot(row: _Row) -> bool:
    """On a new page: another recipient, or the capacity line of the signature."""
    return row.text[0] in DASHES or any(marks.is_capacity(t) for t in _texts(row))


def _two_columns(rows: Sequence[_Row], zone: str, margins: dict[int, tuple[float, float]]) -> list[Strip]:
    """Rows of a letterhead or signature block, the left column first; one column stays in its order."""
    pieces = [(row, segment) for row in rows for segment in _pieces(row, zone)]
    paired = [row for row in rows if zone == "foot" and _holds_two_signatures(row)]
    split = _split_at(paired or rows, zone)
    sides = [_side(row, segment, split, zone, beside=bool(paired)) for row, segment in pieces]
    if split is None and not any(len(_pieces(row, zone)) > 1 for row in rows):
        return [_strip(row, segment, zone, margins) for row, segment in pieces]
    columns: dict[str, list[Strip]] = {"left": [], "right": []}
    for (_, side), group in groupby(zip(pieces, sides, strict=True), key=lambda told: (told[0][0].number, told[1])):
        same = [piece for piece, _ in group]
        row, torn = same[0][0], [segment for _, segment in same]
        if zone == "foot":
            torn = [tuple(word for segment in torn for word in segment)]
        columns[side] += [_strip(row, segment, f"{zone}-{side}", margins) for segment in torn]
    return columns["left"] + columns["right"]


def _holds_two_signatures(row: _Row) -> bool:
    """`TM. BAN THƯỜNG VỤ     KT. GIÁM ĐỐC`: the blocks of a joint dispatch stand side by side."""
    texts = _texts(row)
    return len(texts) == 2 and all(marks.is_capacity(text) or marks.is_post(text) for text in texts)


def _pieces(row: _Row, zone: str) -> list[tuple[Word, ...]]:
    """The segments of a row, the last one also cut where the right column's words begin without a gap.

    In the foot a brace or a note set apart (`- Sở Nội vụ      } (b/c)`) belongs to the recipient before it.
    """
    pieces: list[tuple[Word, ...]] = []
    if zone != "head":
        for segment in row.segments:
            if pieces and marks.is_note(" ".join(w.text for w in segment)):
                pieces[-1] += segment
            else:
                pieces.append(segment)
        return pieces
    for segment in row.segments:
        cut = _nation_split(segment)
        pieces += [segment[:cut], segment[cut:]] if cut else [segment]
    return pieces


def _nation_split(words: tuple[Word, ...]) -> int:
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


def _split_at(rows: Sequence[_Row], zone: str) -> float | None:
    """The x that parts the columns: the middle of the gap, from the rows that have both sides."""
    edges = []
    for row in rows:
        pieces = _pieces(row, zone)
        for before, after in pairwise(pieces):
            edge = (before[-1].box.x1 + after[0].box.x0) / 2
            if zone == "head" and marks.is_nation(" ".join(w.text for w in after)):
                return edge
        if len(pieces) > 1:
            edges.append(edge)
    if not edges:
        return None
    edges.sort()
    return edges[len(edges) // 2]


def _side(row: _Row, segment: tuple[Word, ...], split: float | None, zone: str, *, beside: bool) -> str:
    """`left` or `right`: by what it says, by its order in the row, by its place.

    `beside`: signatures stand in both columns, and what a line says does not tell its side.
    """
    text = " ".join(w.text for w in segment)
    if zone == "head" and (marks.is_nation(text) or marks.is_motto(text) or marks.is_place_date(text)):
        return "right"
    if zone == "foot" and marks.is_recipients(text):
        return "left"
    at_margin = not row.page.placed and segment[0].box.x0 < COLUMN_GAP
    if zone == "foot" and not beside and ((marks.is_capacity(text) and not at_margin) or marks.is_post(text)):
        return "right"
    if (
        zone == "foot"
        and text[0] in DASHES
        and segment[0].box.x0 < (split if split is not None else row.page.width / 2)
    ):
        return "left"
    pieces = _pieces(row, zone)
    if len(pieces) > 1:
        # A seal over a name tears the row apart: what begins on the right is no left column for being first.
        torn = zone == "foot" and row.page.placed and split is not None and segment[0].box.x0 >= split
        return "left" if segment == pieces[0] and not torn else "right"
    if split is None or at_margin:
        return "left"  # a line of text that begins at the margin, however long, is no right column
    middle = (segment[0].box.x0 + segment[-1].box.x1) / 2
    return "right" if segment[0].box.x0 >= split or middle > split + 2 * row.page.em else "left"


def _strip(row: _Row, words: tuple[Word, ...], zone: str, margins: dict[int, tuple[float, float]]) -> Strip:
    left, _ = margins[row.page.number]
    em = row.page.em if row.page.placed else 1.0
    return Strip(
        words,
        row.page.number,
        row.number,
        zone,
        (),
        row.gap,
        False,
        (words[0].box.x0 - left) / em,
        row.line.bold,
    )


def _body_strip(row: _Row, margins: dict[int, tuple[float, float]]) -> Strip:
    """A whole line of the body; it is `full` if one more average word would not have fitted."""
    cells = cells_of_line(row.segments)
    strip = _strip(row, tuple(word for cell in cells for word in cell), "body", margins)
    breaks = []
    count = 0
    for segment in cells[:-1]:
        count += len(segment)
        breaks.append(count)
    _, right = margins[row.page.number]
    room = ROOM_ON_PAPER * row.page.em if row.page.placed else ROOM_IN_TEXT
    return replace(strip, breaks=tuple(breaks), full=cells[-1][-1].box.x1 + room >= right)


def _body_strips(rows: Sequence[_Row], margins: dict[int, tuple[float, float]]) -> list[Strip]:
    """Lines of the body one by one; those of a table by its logical rows, cell after cell."""
    strips: list[Strip] = []
    at = 0
    # Rows of a text that is not wrapped are whole already, and its tabs say nothing of columns.
    wrapped = [row for row in rows if margins[row.page.number][1] < inf]
    for table in tables_of(rows) if len(wrapped) == len(rows) else ():
        strips += [_body_strip(row, margins) for row in rows[at : table.start]]
        for cells in table.rows:
            number = rows[cells[0][0].row].number
            strips += _cell_strips(rows, cells, number, margins)
        at = table.end
    return strips + [_body_strip(row, margins) for row in rows[at:]]


def _cell_strips(
    rows: Sequence[_Row], cells: TableRow, number: int, margins: dict[int, tuple[float, float]]
) -> Iterator[Strip]:
    """The printed pieces of a logical row; a break stands before the first word of each cell but the first."""
    for n, cell in enumerate(cells):
        for k, piece in enumerate(cell):
            strip = _strip(rows[piece.row], piece.words, "body", margins)
            yield replace(strip, breaks=(0,) if n and not k else (), table_row=number)
