"""Tables of figures to reach (`TT | Chỉ tiêu | ĐVT | Kế hoạch`): which column names, which tells the unit, which the goal."""

from __future__ import annotations

from dataclasses import dataclass

import regex

SEPARATOR = " | "

_NAME = regex.compile(r"(?:tên\s+|nội\s+dung\s+|các\s+)?(?:chỉ\s+tiêu|nội\s+dung|tiêu\s+chí|danh\s+mục|nhiệm\s+vụ|mục\s+tiêu)(?!\s+(?:giao|kế|năm|phấn|được))", regex.IGNORECASE)
_UNIT = regex.compile(r"(?:ĐVT|đ/vị\s+tính|đơn\s+vị(?:\s+tính)?|đv\s+tính)\W*\Z", regex.IGNORECASE)
_GOAL = regex.compile(r"kế\s+hoạch|(?<!\p{L})KH(?!\p{L})|mục\s+tiêu|chỉ\s+tiêu|phấn\s+đấu|giao|đăng\s+ký", regex.IGNORECASE)
_DONE = regex.compile(r"thực\s+hiện|kết\s+quả|ước|đạt\s+được|(?<!\p{L})TH(?!\p{L})|so\s+sánh|tỷ\s+lệ\s+%", regex.IGNORECASE)
_YEAR = regex.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class PlanTable:
    """The columns of a table of goals, by number from 0: `name`, `unit` (None where there is none), `goals` with year."""

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
    if len(heads) < 2 or any(len(h) > _HEAD_LENGTH for h in heads):
        return None
    name = next((i for i, h in enumerate(heads) if _NAME.match(h.strip())), None)
    unit = next((i for i, h in enumerate(heads) if _UNIT.match(h.strip())), None)
    goals = tuple(
        (i, year[0] if (year := _YEAR.search(h)) else None)
        for i, h in enumerate(heads) if i not in (name, unit) and _GOAL.search(h) and not _DONE.search(h)
    )  # fmt: skip
    if name is None or not goals:
        return None
    return PlanTable(len(heads), name, unit, goals)


_HEAD_LENGTH = 80
