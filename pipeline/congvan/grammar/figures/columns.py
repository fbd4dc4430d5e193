"""Columns of tables that tell figures to reach; a header row in, columns out.

Goals (`TT | Chỉ tiêu | ĐVT | Kế hoạch`), allotments (`TT | Đơn vị | Tập thể | Cá nhân`) and
tasks (`Nội dung | Chủ trì | Hoàn thành`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import regex

from congvan.grammar.figures.counted import Span
from congvan.grammar.wording import keys, words_of

_NAME = regex.compile(
    r"(?:tên\s+|nội\s+dung\s+|các\s+)?(?:chỉ\s+tiêu|chỉ\s+số|nội\s+dung|tiêu\s+chí|danh\s+mục|nhiệm\s+vụ|mục\s+tiêu)"
    r"(?!\s+(?:giao|kế|năm|phấn|được))",  # `Chỉ tiêu giao`, `Mục tiêu năm 2023` head a goal, not a name
    regex.IGNORECASE,
)
_UNIT = regex.compile(r"(?:ĐVT|đ/vị\s+tính|đơn\s+vị(?:\s+tính)?|đv\s+tính)\W*\Z", regex.IGNORECASE)
_GOAL = regex.compile(
    r"kế\s+hoạch|(?<!\p{L})KH(?!\p{L})|mục\s+tiêu|chỉ\s+tiêu|phấn\s+đấu|giao|đăng\s+ký|(?:còn\s+)?phải\s+(?:đạt|thực)",
    regex.IGNORECASE,
)
_DONE = regex.compile(
    r"(?<!phải\s)thực\s+hiện|kết\s+quả|ước|đạt\s+được|(?<!\p{L})TH(?!\p{L})|so\s+sánh|tỷ\s+lệ\s+%", regex.IGNORECASE
)
# Under a heading of goals these tell where things stand and where they shall (`Nội dung | Hiện tại | Cuối năm`).
_NOW = regex.compile(r"hiện\s+(?:tại|nay|trạng|có)|đầu\s+(?:năm|kỳ)|năm\s+trước", regex.IGNORECASE)
_THEN = regex.compile(r"(?:đến\s+)?cuối\s+(?:năm|kỳ|khóa|nhiệm\s+kỳ)(?:\s+học)?|cả\s+năm", regex.IGNORECASE)
_YEAR = regex.compile(r"(?<!\d)20\d\d(?!\d)")
_REST = regex.compile(r"còn\s+(?:lại|phải)", regex.IGNORECASE)  # what is left of a year's goal
_THIS_YEAR = regex.compile(r"(?:kế\s+hoạch|KH|chỉ\s+tiêu|mục\s+tiêu|cả)\s+(?:cả\s+)?năm\W*\Z", regex.IGNORECASE)
_BODY = regex.compile(
    r"(?:tên\s+)?(?:các\s+)?(?:cơ\s+quan|đơn\s+vị|địa\s+phương|phòng|ban|sở|trường|huyện|xã|phường|thôn|cụm|khối|chi\s+(?:bộ|đoàn|hội)|"
    r"khoa|viện|bệnh\s+viện|trung\s+tâm|tổ|lớp|công\s+đoàn(?:\s+cơ\s+sở)?|CĐCS|đoàn\s+cơ\s+sở|tổ\s+chức\s+(?:đảng|đoàn|hội)|liên\s+đoàn)"
    r"(?:\s*[,/-]\s*(?:cơ\s+quan|đơn\s+vị|địa\s+phương|xã|phường|thành\s+phố|thị\s+(?:xã|trấn)|ban|ngành|khối|phòng|viện|khoa|trung\s+tâm|trường))*"
    r"(?:\s+(?:giới\s+thiệu|đề\s+cử|được\s+(?:phân\s+bổ|giao)))?",  # Khối giới thiệu
    regex.IGNORECASE,
)
_COUNT = regex.compile(r"(?:số\s+lượng|chỉ\s+tiêu|số)\W*(?P<unit>\p{L}.*?)?\W*", regex.IGNORECASE | regex.DOTALL)
_NUMBER_OF = regex.compile(r"số\s+(?!lượng)(?P<unit>\p{L}.*?)\W*", regex.IGNORECASE | regex.DOTALL)
_BOUND = regex.compile(r"\s*(?:(?P<ge>tối\s+thiểu|ít\s+nhất)|(?P<le>tối\s+đa|nhiều\s+nhất))\s*\Z", regex.IGNORECASE)
_NO_COUNT = regex.compile(r"số\s+(?:điện\s+thoại|tài\s+khoản|hiệu|thứ|trang|tiền)", regex.IGNORECASE)
_QUOTA_CLASSES = ("person", "body", "award")
_COUNTED_CLASSES = (*_QUOTA_CLASSES, "event", "thing")
_DONE_PARTS, _WHO = ("verb", "modal", "attribute"), keys("người")  # `người giới thiệu` reads as a noun
_NOTE = regex.compile(r"ghi\s+chú|cơ\s+cấu|yêu\s+cầu|tiêu\s+chuẩn", regex.IGNORECASE)
_ORDINALS = regex.compile(r"\W*(?:S?TT|số\s+(?:TT|thứ\s+tự))\W*", regex.IGNORECASE)
_TASK = regex.compile(r"(?:nội\s+dung|nhiệm\s+vụ|công\s+việc|hoạt\s+động|việc)(?!\p{L})", regex.IGNORECASE)
_OWNER = regex.compile(
    r"(?:(?:đơn\s+vị|cơ\s+quan|bộ\s+phận|người|cá\s+nhân)\s+)?(?:chủ\s+trì|thực\s+hiện|phụ\s+trách|đầu\s+mối|chịu\s+trách\s+nhiệm)"
    r"(?:\s+thực\s+hiện)?\W*\Z",
    regex.IGNORECASE,
)
_DUE = regex.compile(
    r"(?:thời\s+(?:gian|hạn|điểm)|tiến\s+độ|hạn|hoàn\s+thành)(?:\s+hoàn\s+thành|\s+thực\s+hiện|\s+xong)?\W*\Z",
    regex.IGNORECASE,
)
HEAD_LENGTH = 80  # a header cell is short; a row of text with `mục tiêu` in it is none


@dataclass(frozen=True, slots=True)
class PlanTable:
    """The columns of a table of goals, from 0: `name`, `unit`, `owner` (None where there is none), `goals` with their
    year; `explicit`: a head says that its figures are goals, not only the heading over the table.
    """

    width: int
    name: int
    unit: int | None
    goals: tuple[tuple[int, str | None], ...]
    owner: int | None = None
    explicit: bool = True


@dataclass(frozen=True, slots=True)
class Count:
    """A column of an allotment, from 0; spans in the head of what it counts and of what is done, None where it does not
    say; `comparator` of the head (`Số đề tài tối thiểu`).
    """

    column: int
    unit: Span | None
    metric: Span | None = None
    comparator: str = "eq"
    quota: bool = True


@dataclass(frozen=True, slots=True)
class QuotaTable:
    """The columns of an allotment, from 0: `body`, whose share a row tells, its `counts`, a column of `notes`;
    `named`: the columns with a head; `numbered`: the first one holds ordinals.
    """

    width: int
    named: tuple[int, ...]
    body: int
    counts: tuple[Count, ...]
    notes: int | None = None
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class TaskTable:
    """The columns of a table of tasks, from 0: `task`, and `owner` and `due`, of which one may be missing."""

    width: int
    task: int
    owner: int | None
    due: int | None


def cells_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Half-open spans of the cells of a row, white space left out; an empty cell has an empty span."""
    spans, at = [], start
    for part in text[start:end].split("|"):
        stop = at + len(part)
        left = stop - len(part.lstrip()) if part.strip() else stop
        spans.append((left, left + len(part.strip())))
        at = stop + 1
    return spans


def plan_table(
    text: str, start: int, end: int, *, goal: bool = False, this_year: str | None = None
) -> PlanTable | None:
    """The columns told by a header row, or None where it heads no table of goals.

    `goal`: the heading over the table names goals; `this_year`: what `Kế hoạch năm` means.
    """
    heads = [text[a:b] for a, b in cells_of(text, start, end)]
    if len(heads) < 2 or any(len(head) > HEAD_LENGTH for head in heads):
        return None
    name = _first(heads, _NAME.match)
    unit = _first(heads, _UNIT.match)
    owner = _first(heads, _OWNER.fullmatch)
    if name is None:
        return None
    others = [i for i in range(len(heads)) if i not in (name, unit, owner)]
    told = [i for i in others if _GOAL.search(heads[i]) and not _DONE.search(heads[i])]
    later = [i for i in others if _THEN.match(heads[i])] if goal and any(_NOW.match(heads[i]) for i in others) else []
    whole = this_year if any(_THIS_YEAR.search(heads[i]) for i in told) else None
    goals = tuple((i, _year_of(heads[i], this_year, whole)) for i in told or later)
    return PlanTable(len(heads), name, unit, goals, owner, explicit=bool(told)) if goals else None


def _year_of(head: str, this_year: str | None, whole: str | None) -> str | None:
    """The year that a head names; `whole`: the year of which `Còn phải đạt` is the rest."""
    year = _YEAR.search(head)
    if year:
        return year[0]
    return this_year if _THIS_YEAR.search(head) else whole if _REST.match(head) else None


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
    counts = tuple(count for i, cell in enumerate(cells) if i > body for count in _counted(text, i, *cell))
    named = tuple(i for i, cell in enumerate(cells) if is_filled(text, cell))
    notes = next((i for i, cell in enumerate(cells) if _NOTE.match(text, *cell)), None)
    numbered = bool(named) and _ORDINALS.fullmatch(text, *cells[named[0]]) is not None
    return QuotaTable(len(cells), named, body, counts, notes, numbered) if counts else None


def is_filled(text: str, cell: Span) -> bool:
    """Does a cell hold a letter or a digit?"""
    return any(letter.isalnum() for letter in text[slice(*cell)])


def _counted(text: str, column: int, start: int, end: int) -> list[Count]:
    """What a column counts, in a list of one; an empty list for a column that counts nothing."""
    if _NO_COUNT.match(text, start, end) or _NOTE.match(text, start, end):
        return []
    bound = _BOUND.search(text, start, end)
    comparator = "eq" if bound is None else "ge" if bound["ge"] else "le"
    end = bound.start() if bound else end
    said = _NUMBER_OF.fullmatch(text, start, end) or _COUNT.fullmatch(text, start, end)
    unit = (start, end) if said is None else said.span("unit") if said["unit"] else None
    if unit is None:
        return [Count(column, None, comparator=comparator)]
    words = words_of(text, *unit)
    if said is not None and words and words[0].part == "verb":  # `Số lượng giới thiệu`
        return [Count(column, None, unit, comparator)]
    plain = _NUMBER_OF.fullmatch(text, start, end) is not None
    if not words or words[0].counts not in (_COUNTED_CLASSES if plain else _QUOTA_CLASSES):
        return []
    done = next((i for i, word in enumerate(words) if i and (word.part in _DONE_PARTS or words[0].key in _WHO)), None)
    quota = words[0].counts in _QUOTA_CLASSES
    if plain and done is not None:  # `Số đại biểu được bầu`
        return [Count(column, (unit[0], words[done - 1].end), (start, end), comparator, quota)]
    return [Count(column, unit, (start, end) if plain else None, comparator, quota)]


def task_table(text: str, start: int, end: int) -> TaskTable | None:
    """The columns of a header row that heads tasks with who does them or by when, or None for other rows."""
    heads = [text[a:b] for a, b in cells_of(text, start, end)]
    if any(len(head) > HEAD_LENGTH for head in heads):
        return None
    task = _first(heads, _TASK.match)
    due, owner = _first(heads, _DUE.fullmatch), _first(heads, _OWNER.fullmatch)
    if task is None or (due is None and owner is None):
        return None
    return TaskTable(len(heads), task, owner, due)


def _first(heads: Sequence[str], fits: Callable[[str], object]) -> int | None:
    return next((i for i, head in enumerate(heads) if fits(head)), None)
