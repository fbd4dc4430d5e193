"""Rows of a table that tell a term: which cell is the task, which the owner, which the date; pure, on offsets.

Columns are known by the header row above (`Nội dung | Thời gian hoàn thành | Đơn vị chủ trì`), without one by what
the cells hold.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from congvan.datamodel.mentions import DateMention
from congvan.grammar.duties.owners import owner_of_heading
from congvan.grammar.duties.receivers import receiver_in
from congvan.grammar.time.terms import binding_before

Span = tuple[int, int]

_TERM_HEAD = regex.compile(
    r"(?:thời\s?(?:gian|hạn|điểm)|tiến\sđộ|hạn|ngày|mốc|hoàn\s?thành)(?!\p{L})", regex.IGNORECASE
)
_DONE_HEAD = regex.compile(r"hoàn\s?thành|hạn|chậm nhất|kết thúc|^tiến\s?độ", regex.IGNORECASE)
_TASK_HEAD = regex.compile(r"(?:nội dung|nhiệm vụ|công việc|hoạt động|hạng mục|việc)(?!\p{L})", regex.IGNORECASE)
_OWNER_HEAD = regex.compile(
    r"(?:(?:đơn vị|cơ quan|bộ phận|người|cá nhân)?\s?(?:chủ trì|thực hiện|phụ trách|chịu trách nhiệm)"
    r"|đơn vị|cơ quan|bộ phận|phân công)(?!\p{L})",
    regex.IGNORECASE,
)
_PARTNER_HEAD = regex.compile(r"phối hợp", regex.IGNORECASE)
_RECEIVER_HEAD = regex.compile(r"(?:tiếp\s)?nhận(?!\sthức)|nơi (?:nhận|gửi|nộp)", regex.IGNORECASE)
_NUMBER_HEAD = regex.compile(r"\s?(?:S?TT|Stt|Số\s?TT|Số thứ tự)\W?", regex.IGNORECASE)
# A number, or what OCR made of one: `4.`, `IV`, `K)`, `¡a,`
_ORDINAL_CELL = regex.compile(r"\S{1,4}|")
_ORDINAL = regex.compile(r"[\s\d.)_|]{0,8}")
# A cell that a date and its binding words fill; a longer one only tells a date among other things.
_MOST_AROUND = 40


@dataclass(frozen=True, slots=True)
class RowDuty:
    """One row's duty: half-open span of the row's part that shows it, spans of its parts, date and bound."""

    start: int
    end: int
    task: Span
    owner: Span | None
    to: Span | None
    date: DateMention
    bound: str


@dataclass(frozen=True, slots=True)
class _Columns:
    task: int | None
    term: int | None
    owner: int | None
    done: bool
    to: int | None = None
    numbered: bool = False

    def for_row(self, first: str) -> _Columns:
        """The columns as they stand in a row that begins with this cell: its number may not have been read."""
        if not self.numbered or _ORDINAL_CELL.fullmatch(first):
            return self
        task, term, owner, to = (None if n is None else n - 1 for n in (self.task, self.term, self.owner, self.to))
        return _Columns(task, term, owner, self.done, to)


def duties_of_rows(text: str, rows: Sequence[Span], dates: Sequence[DateMention]) -> Iterator[RowDuty]:
    """The duties of table rows (`a | b | c`, spans of lines) in order."""
    columns: _Columns | None = None
    last_end = -1
    for row in rows:
        cells = _cells(text, row)
        header = _header(text, cells)
        if header:
            columns, last_end = header, row[1]
            continue
        if row[0] - last_end > _FAR:  # other text stands between: a new table
            columns = None
        last_end = row[1]
        low = bisect_left(dates, row[0], key=lambda d: d.start)
        inside = dates[low : bisect_left(dates, row[1], key=lambda d: d.start)]
        if inside:
            fitting = columns.for_row(text[slice(*cells[0])]) if columns else None
            yield from _row(text, cells, inside, fitting)


_FAR = 400  # characters between two rows of one table: a wrapped cell or a sub-heading may stand there


def _cells(text: str, row: Span) -> list[Span]:
    cells = []
    start = row[0]
    while start <= row[1]:
        bar = text.find("|", start, row[1])
        end = row[1] if bar < 0 else bar
        low, high = start, end
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        cells.append((low, high))
        start = end + 1
    return cells


def _header(text: str, cells: Sequence[Span]) -> _Columns | None:
    task = term = owner = to = None
    done = False
    for i, cell in enumerate(cells):
        content = text[slice(*cell)]
        if len(content) > 60:
            return None
        if term is None and _TERM_HEAD.match(content):
            term, done = i, _DONE_HEAD.search(content) is not None
        elif task is None and _TASK_HEAD.match(content):
            task = i
        elif to is None and i and _RECEIVER_HEAD.search(content):
            to = i
        elif owner is None and _OWNER_HEAD.match(content) and not _PARTNER_HEAD.search(content):
            owner = i
    if term is None or (task is None and owner is None and to is None):
        return None
    numbered = _NUMBER_HEAD.fullmatch(text, *cells[0]) is not None
    return _Columns(task, term, owner, done, to, numbered)


def _row(text: str, cells: Sequence[Span], dates: Sequence[DateMention], columns: _Columns | None) -> Iterator[RowDuty]:
    at = next((i for i, c in enumerate(cells) if c[0] <= dates[0].start < c[1]), None)
    if at is None or (columns and columns.term is not None and at != columns.term and len(cells) > columns.term):
        return
    cell, date = cells[at], dates[-1] if len(dates) == 1 else dates[0]
    if len(dates) > 1 and dates[1].start < cell[1]:
        return  # two dates in one cell are a span
    binding = binding_before(text, date.start, cell[0])
    bound = {"before": "before", "by": "by", "within": "by", "to": "by", "in": "by"}.get(
        binding.kind if binding else ""
    )
    if bound is None and columns and columns.done:
        bound = "by"
    if bound is None or cell[1] - cell[0] - (date.end - date.start) > _MOST_AROUND:
        return
    others = [c for i, c in enumerate(cells) if i != at and c[1] > c[0]]
    task = _pick_task(text, cells, others, columns)
    if task is None:
        return
    owner = _pick_owner(text, cells, others, task, columns)
    owner = owner if owner != cell else None  # the owner's cell is empty, and the date moved into its place
    to = cells[columns.to] if columns and columns.to is not None and columns.to < len(cells) else None
    start = min(c[0] for c in (task, owner, cell) if c)
    end = max(c[1] for c in (task, owner, cell) if c)
    yield RowDuty(start, end, task, owner, to or receiver_in(text, *task), date, bound)


def _pick_task(text: str, cells: Sequence[Span], others: Sequence[Span], columns: _Columns | None) -> Span | None:
    if columns and columns.task is not None and columns.task < len(cells):
        task = cells[columns.task]
    else:
        task = max(others, key=lambda c: c[1] - c[0], default=(0, 0))
    lead = _ORDINAL.match(text, *task)
    start = lead.end() if lead else task[0]
    end = task[1]
    while end > start and text[end - 1] in " .;,":
        end -= 1
    return (start, end) if end - start > 3 else None


def _pick_owner(
    text: str, cells: Sequence[Span], others: Sequence[Span], task: Span, columns: _Columns | None
) -> Span | None:
    if columns and columns.owner is not None:
        cell = cells[columns.owner] if columns.owner < len(cells) else (0, 0)
        return cell if cell[1] > cell[0] else None
    if columns and columns.to is not None:
        return None
    for cell in others:
        if cell[1] != task[1] and cell[1] <= task[1] + 400 and owner_of_heading(text[slice(*cell)]):
            return cell
    return None
