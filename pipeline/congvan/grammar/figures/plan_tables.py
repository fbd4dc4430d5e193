"""Tables of figures to reach (`TT | Chỉ tiêu | ĐVT | Kế hoạch`): which column names, which tells unit and goal."""

from __future__ import annotations

from dataclasses import dataclass

import regex

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
HEAD_LENGTH = 80  # a header cell is short; a row of text with `mục tiêu` in it is none


@dataclass(frozen=True, slots=True)
class PlanTable:
    """The columns of a table of goals, from 0: `name`, `unit` (None where there is none), `goals` with their year."""

    width: int
    name: int
    unit: int | None
    goals: tuple[tuple[int, str | None], ...]


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
