"""What stands round awards: lines under an award, tables of prizes, who enters a contest; text in, values out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from congvan.grammar.awards.named import find_awards
from congvan.grammar.awards.recipients import PERSON
from congvan.grammar.awards.shares import shares_after
from congvan.grammar.awards.sums import sums_by_recipient
from congvan.grammar.numbers import find_money, parse_number
from congvan.grammar.wording import any_of

PRIZE_LIST = regex.compile(
    r"(?<!\p{L})(?:cơ\s+cấu|giải\s+(?:thưởng|tập|cá|đồng)|các\s+giải|hạng\s+giải)", regex.IGNORECASE
)
_PRIZE_COLUMN = regex.compile(  # Hạng giải | Số lượng | Tiền thưởng; Giải thưởng | SL | Mức
    r"(?:\A|\|)\s*(?:(?:hạng|loại|tên|cơ\s+cấu|các|xếp)\s+)?(?:giải|hạng)(?:\s+thưởng)?\s*(?:\||\Z)", regex.IGNORECASE
)
_SCALE = regex.compile(
    r"\((?:đvt|đơn\s+vị)?[\s:]*(?P<scale>nghìn|ngàn|triệu|1\.000)\s*(?:đồng|đ)\s*\)", regex.IGNORECASE
)
_LABEL = regex.compile(
    r"\W*(?:\d+[.)]|[a-zđ][.)])?\W*(?:đối\s+với\s+|cho\s+|về\s+)?(?:các\s+|mỗi\s+)?(?P<who>tập\s+thể|cá\s+nhân)",
    regex.IGNORECASE,
)
_SUM_LINE = regex.compile(
    r"(?<!\p{L})(?:tiền\s+thưởng|mức\s+(?:tiền\s+)?(?:thưởng|khen)|(?<!khen\s+)thưởng)(?!\p{L})", regex.IGNORECASE
)
_TEAM_ENTRY = regex.compile(  # mỗi đội 05 người; mỗi đơn vị cử 01 đội đua thuyền
    r"(?<!\p{L})(?:mỗi\s+(?:đội|tập\s+thể)|(?:cử|đăng\s+ký)\s+(?:\d+|một)\s+đội(?=\s+(?:đua|bóng|thi|tham|dự|kéo|nam|nữ)))(?!\p{L})",
    regex.IGNORECASE,
)
_SENT_PERSONS = regex.compile(  # mỗi khối cử ít nhất 02 giáo viên dự thi
    rf"(?<!\p{{L}})(?:cử|chọn)\s+(?:ít\s+nhất\s+|tối\s+thiểu\s+|không\s+quá\s+|tối\s+đa\s+|từ\s+)?\d+\s+(?:{PERSON})\s+(?:dự\s+thi|tham\s+gia)"
    rf"|(?<!\p{{L}})thí\s+sinh(?!\p{{L}})",
    regex.IGNORECASE,
)
_EITHER_ENTRY = any_of("nhóm tác giả|cá nhân, tập thể|tập thể, cá nhân|cá nhân hoặc nhóm|cá nhân hoặc tập thể")
_SUM_WITHIN = 60  # characters of a line in which it says that it tells the sums
_UNIT_ENTRY = any_of("mỗi lớp|mỗi đơn vị|mỗi chi đoàn|mỗi trường|mỗi nhóm|mỗi cơ quan")
_PERSON_ENTRY = any_of(
    "mỗi thí sinh|mỗi tác giả|mỗi cá nhân|mỗi người dự thi|mỗi người tham gia|mỗi người chơi|mỗi người thi"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What lines tell of the award they belong to: for whom, sums (also for `each`), numbers."""

    to: str | None = None
    money: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)


def scope_of(lines: Sequence[str]) -> Scope:
    """Values of the lines under an award: labels `- Tập thể:`, sums `tập thể 1.500.000 đồng, cá nhân ...`."""
    kinds: set[str] = set()
    money: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for line in lines:
        label = _LABEL.match(line)
        to = ("collective" if label["who"].casefold().startswith("t") else "individual") if label else None
        kinds |= {to} if to else set()
        if label and to and (shares := shares_after(line, label.end(), len(line))) and shares[0].number:
            numbers.setdefault(to, shares[0].number)
        if _SUM_LINE.search(line, 0, _SUM_WITHIN) and not find_awards(line, 0, len(line)):
            _take_sums(line, to, money)
    told = "both" if len(kinds) > 1 else next(iter(kinds), None)
    return Scope(told, money, numbers)


def _take_sums(line: str, to: str | None, money: dict[str, int]) -> None:
    for who, (amount, _) in sums_by_recipient(line, 0, len(line)).items():
        if amount is not None:
            money.setdefault(who, amount)
    sums = find_money(line)
    if not money and len(sums) == 1:
        money[to or "each"] = sums[0].value


@dataclass(slots=True)
class PrizeTable:
    """A table of prizes while its rows are read: open from a head with a column of prizes on.

    `scale`: what a column of sums counts in, where its head says so (1000 for `nghìn đồng`); `column`: that column.
    """

    open: bool = False
    scale: int = 1
    column: int = 0

    def read(self, line: str, *, in_row: bool) -> None:
        """Take in the next paragraph: a head opens the table, the first line that is no row closes it."""
        if not in_row:
            self.open, self.scale = False, 1
        elif _PRIZE_COLUMN.search(line):
            self.open, self.scale = True, 1
            scale = _SCALE.search(line)
            if scale:
                self.scale = 1_000_000 if scale["scale"].casefold() == "triệu" else 1000
                self.column = line.count(" | ", 0, scale.start())

    def sum_in(self, line: str) -> int | None:
        """The sum (VND) of a row whose column counts in thousands or millions; None in other tables."""
        cells = line.split(" | ")
        if self.scale == 1 or self.column >= len(cells):
            return None
        value = parse_number(cells[self.column].strip())
        return round(value * self.scale) if value is not None else None


def entrants_in(text: str, start: int, end: int) -> str | None:
    """Who enters: `individual` (mỗi thí sinh), `collective` (mỗi đội), `either`, `units` (mỗi lớp), or None."""
    if _TEAM_ENTRY.search(text, start, end):
        return "collective"
    person = _PERSON_ENTRY.search(text, start, end)
    if person and _EITHER_ENTRY.search(text, start, end):
        return "either"
    if person or _SENT_PERSONS.search(text, start, end):
        return "individual"
    return "units" if _UNIT_ENTRY.search(text, start, end) else None
