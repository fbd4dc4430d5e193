"""Tables of awards and how many there are of each (`TT | Hình thức khen thưởng | Đối tượng | Số lượng`); on text."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from congvan.grammar.awards.shares import Share
from congvan.grammar.wording import any_of

Cell = tuple[int, int]

_FORM = regex.compile(
    r"(?:tên\s+|các\s+)?(?:(?:hình\s+thức|danh\s+hiệu|mức|loại|nội\s+dung)(?:\s+(?:khen|thi\s+đua|đề\s+nghị)[^|]{0,40})?|"
    r"khen\s+thưởng|danh\s+hiệu,?\s+hình\s+thức[^|]{0,40})",
    regex.IGNORECASE,
)
_NUMBER_HEAD = regex.compile(
    r"(?:số\s+lượng|SL|chỉ\s+tiêu|số)(?:\s+(?:khen|đề\s+nghị|được)[^|]{0,30})?", regex.IGNORECASE
)
_RECIPIENT = regex.compile(
    r"(?:số\s+(?:lượng\s+)?)?(?:(?P<collective>tập\s+thể)|(?P<individual>cá\s+nhân))", regex.IGNORECASE
)
_MONEY_HEAD = any_of("thưởng|tiền|mức|kinh phí|trị giá|giá trị|thành tiền|đơn giá")
_NUMBER = regex.compile(r"\d{1,4}")
_HEAD_LENGTH = 60  # characters of a cell that heads a column


@dataclass(slots=True)
class NumberTable:
    """A table of awards while its rows are read: open from a head with a column of forms and one of numbers on.

    `has_money`: whether a column tells sums; `number`: the column of numbers; `shares`: the columns of numbers of
    collectives and of individuals; from 0.
    """

    width: int = 0
    has_money: bool = False
    number: int | None = None
    shares: tuple[tuple[int, str], ...] = ()

    def read(self, text: str, start: int, end: int, *, in_row: bool) -> None:
        """Take in the next paragraph: a head opens the table, the first line that is no row closes it."""
        cells = _cells_of(text, start, end) if in_row else []
        if not cells:
            self.width, self.has_money, self.number, self.shares = 0, False, None, ()
        elif any(_FORM.fullmatch(text, *cell) for cell in cells) and all(b - a <= _HEAD_LENGTH for a, b in cells):
            self.width = len(cells)
            self.has_money = any(_MONEY_HEAD.search(text, *cell) for cell in cells)
            self.number = next((i for i, cell in enumerate(cells) if _NUMBER_HEAD.fullmatch(text, *cell)), None)
            heads = ((i, _RECIPIENT.fullmatch(text, *cell)) for i, cell in enumerate(cells))
            self.shares = tuple((i, head.lastgroup or "") for i, head in heads if head)

    @property
    def tells_no_number(self) -> bool:
        """Is the head known, and none of its columns one of numbers: `Hình thức | Số bộ hồ sơ | Hạn nộp`?"""
        return self.width > 0 and self.number is None and not self.shares

    def number_in(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The number of a row and where it ends; None in other tables."""
        cells = _cells_of(text, start, end) if self.number is not None else []
        if self.number is None or len(cells) != self.width or not _NUMBER.fullmatch(text, *cells[self.number]):
            return None
        return int(text[slice(*cells[self.number])]), cells[self.number][1]

    def shares_in(self, text: str, start: int, end: int) -> list[Share]:
        """How many collectives and individuals a row names; none in other tables."""
        cells = _cells_of(text, start, end) if self.shares else []
        if len(cells) != self.width:
            return []
        return [
            Share(to, int(text[slice(*cells[i])]), *cells[i])
            for i, to in self.shares
            if _NUMBER.fullmatch(text, *cells[i])
        ]


def _cells_of(text: str, start: int, end: int) -> list[Cell]:
    """Half-open spans of the cells of a row, white space left out."""
    spans, at = [], start
    for part in text[start:end].split("|"):
        left = at + len(part) - len(part.lstrip())
        spans.append((left, max(left, left + len(part.strip()))))
        at += len(part) + 1
    return spans
