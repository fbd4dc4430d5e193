"""Tables of figures to reach (`TT | Chỉ tiêu | ĐVT | Kế hoạch`) and of quotas (`TT | Đơn vị | Tập thể | Cá nhân`).

Which column names the goal or the body, which tells unit and figure; text in, columns out.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from congvan.grammar.figures.counted import Span
from congvan.grammar.wording import words_of

_NAME = regex.compile(
    r"(?:tên\s+|nội\s+dung\s+|các\s+)?(?:chỉ\s+tiêu|nội\s+dung|tiêu\s+chí|danh\s+mục|nhiệm\s+vụ|mục\s+tiêu)"
    r"(?!\s+(?:giao|kế|năm|phấn|được))",  # `Chỉ tiêu giao`, `Mục tiêu năm 2023` head a goal, not a name
    regex.IGNORECASE,
)
_UNIT = regex.compile(r"(?:ĐVT|đ/vị\s+tính|đơn\s+vị(?:\s+tính)?|đv\s+tính)\W*\Z", regex.IGNORECASE)
_GOAL = regex.compile(
    r"kế\s+hoạch|(?<!\p{L})KH(?!\p{L})|mục\s+tiêu|chỉ\s+tiêu|phấn\s+đấu|giao|đăng\s+ký", regex.IGNORECASE
)
_DONE = regex.compile(
    r"thực\s+hiện|kết\s+quả|ước|đạt\s+được|(?<!\p{L})TH(?!\p{L})|so\s+sánh|tỷ\s+lệ\s+%", regex.IGNORECASE
)
_YEAR = regex.compile(r"(?<!\d)20\d\d(?!\d)")
_BODY = regex.compile(
    r"(?:tên\s+)?(?:các\s+)?(?:cơ\s+quan|đơn\s+vị|địa\s+phương|phòng|ban|sở|trường|huyện|xã|phường|thôn|cụm|khối|chi\s+(?:bộ|đoàn|hội)|"
    r"công\s+đoàn(?:\s+cơ\s+sở)?|CĐCS|đoàn\s+cơ\s+sở|tổ\s+chức\s+(?:đảng|đoàn|hội)|liên\s+đoàn)"
    r"(?:\s*[,/-]\s*(?:cơ\s+quan|đơn\s+vị|địa\s+phương|phường|thị\s+trấn|ban|ngành|khối|phòng))*",
    regex.IGNORECASE,
)
_COUNT = regex.compile(r"(?:số\s+lượng|chỉ\s+tiêu|số)\W*(?P<unit>\p{L}.*?)?\W*", regex.IGNORECASE | regex.DOTALL)
_QUOTA_CLASSES = ("person", "body", "award")
_NUMBER = regex.compile(r"\d{1,4}")
_TOTAL = regex.compile(r"(?:tổng(?:\s+(?:cộng|số))?|cộng)(?!\p{L})", regex.IGNORECASE)
HEAD_LENGTH = 80  # a header cell is short; a row of text with `mục tiêu` in it is none


@dataclass(frozen=True, slots=True)
class PlanTable:
    """The columns of a table of goals, from 0: `name`, `unit` (None where there is none), `goals` with their year."""

    width: int
    name: int
    unit: int | None
    goals: tuple[tuple[int, str | None], ...]


@dataclass(frozen=True, slots=True)
class QuotaTable:
    """The columns of a table of quotas, from 0: `body`, whose share a row tells, and `counts` with the span of what
    each counts (None where the header does not say); `named`: the columns with a head.
    """

    width: int
    named: tuple[int, ...]
    body: int
    counts: tuple[tuple[int, Span | None], ...]


def cells_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Half-open spans of the cells of a row, white space left out; an empty cell has an empty span."""
    spans, at = [], start
    for part in text[start:end].split("|"):
        stop = at + len(part)
        left = stop - len(part.lstrip()) if part.strip() else stop
        spans.append((left, left + len(part.strip())))
        at = stop + 1
    return spans


def plan_table(text: str, start: int, end: int) -> PlanTable | None:
    """The columns told by a header row, or None where it heads no table of goals."""
    heads = [text[a:b] for a, b in cells_of(text, start, end)]
    if len(heads) < 2 or any(len(head) > HEAD_LENGTH for head in heads):
        return None
    name = next((i for i, head in enumerate(heads) if _NAME.match(head)), None)
    unit = next((i for i, head in enumerate(heads) if _UNIT.match(head)), None)
    goals = tuple(
        (i, year[0] if (year := _YEAR.search(head)) else None)
        for i, head in enumerate(heads)
        if i not in (name, unit) and _GOAL.search(head) and not _DONE.search(head)
    )
    if name is None or not goals:
        return None
    return PlanTable(len(heads), name, unit, goals)


def quota_table(text: str, start: int, end: int) -> QuotaTable | None:
    """The columns told by a header row that names bodies and people or groups, or None for other rows.

    A column counts where its head is what is counted (`Tập thể`) or says so (`Số lượng đại biểu`, `Số lượng`); whether
    the figures are quotas is for the table's title to say.
    """
    cells = cells_of(text, start, end)
    if any(stop - begin > HEAD_LENGTH for begin, stop in cells):
        return None
    body = next((i for i, cell in enumerate(cells) if _BODY.fullmatch(text, *cell)), None)
    if body is None:
        return None
    counts = tuple((i, unit) for i, cell in enumerate(cells) if i > body for unit in _counted(text, *cell))
    named = tuple(i for i, cell in enumerate(cells) if _is_filled(text, cell))
    return QuotaTable(len(cells), named, body, counts) if counts else None


def _is_filled(text: str, cell: Span) -> bool:
    return any(letter.isalnum() for letter in text[slice(*cell)])


def _counted(text: str, start: int, end: int) -> list[Span | None]:
    """What a column counts, in a list of one; an empty list for a column that counts nobody."""
    said = _COUNT.fullmatch(text, start, end)
    unit = (start, end) if said is None else said.span("unit") if said["unit"] else None
    if unit is None:
        return [None]
    words = words_of(text, *unit)
    return [unit] if words and words[0].counts in _QUOTA_CLASSES else []


def shares_of(text: str, start: int, end: int, table: QuotaTable) -> list[tuple[Span, Span, Span | None]]:
    """Of one row each quota: the spans of the body, of the figure, and of the unit in the header; no total's row."""
    cells = cells_of(text, start, end)
    if len(cells) != table.width:  # OCR sees marks between the columns as cells
        filled = [cell for cell in cells if _is_filled(text, cell)]
        if len(filled) != len(table.named):
            return []
        cells = [filled[table.named.index(i)] if i in table.named else (end, end) for i in range(table.width)]
    body = cells[table.body]
    if body[0] == body[1] or _TOTAL.match(text, *body) or not any(letter.isalpha() for letter in text[slice(*body)]):
        return []
    return [(body, cells[i], unit) for i, unit in table.counts if _NUMBER.fullmatch(text, *cells[i])]
