"""What goes with an award: how many, how much money, for whom, and the verbs of giving; text in, values out."""

from __future__ import annotations

import regex

from congvan.grammar.numbers import find_money, parse_money
from congvan.grammar.wording import any_of

_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_COUNT_BEFORE = regex.compile(  # 02 (hai) Cờ; một giải Nhất
    r"(?<![\p{L}\d.,/])(?:(?P<n>\d{1,3})\s*(?:\([^)\n]{1,20}\)\s*)?|(?<!giải\s+)(?P<n>" + "|".join(_WORDS) + r")\s+)"
    r"(?:danh\s+hiệu\s+)?[“\"]?\Z",
    regex.IGNORECASE,
)
_COUNT_AFTER = regex.compile(
    r"\s*[”\"]?\s*(?:[^\d:;.,|(\n]{0,40}[:(|–-]|[:(|–-]?)\s*(?:gồm\s+|có\s+|số\slượng\s*:?\s*)?(?P<n>\d{1,3})\s*"
    r"(?:giải|suất|chiếc|cái|cờ|bằng|\)|\||;|\n|\Z)",  # Giải Nhất: 01 giải; Cờ thi đua (02)
    regex.IGNORECASE,
)
_AFTER_REACH = 300  # characters after an award in which its number and recipients stand
_COUNT_REACH = 30  # characters before a form in which its number stands
_ROW_SUM = regex.compile(r"(?<![\d.])\d{1,3}(?:\.\d{3})+(?![\d.])")  # 150.000
_SUM_FOR = regex.compile(  # tập thể 3.000.000 đồng; mỗi hộ 300.000đ; 1,5 triệu đồng/cá nhân
    r"(?<!\p{L})(?:(?P<who>tập|cá)\s+(?:thể|nhân)\W{0,3}[^\d.;\n]{0,30}?(?P<sum>SUM)"
    r"|(?P<sum>SUM)\s*(?:/\s*(?:01\s+|mỗi\s+)?|(?:đối\s+với|cho)\s+(?:01\s+|mỗi\s+|các\s+)?)(?P<who>tập|cá)\s+(?:thể|nhân))".replace(
        "SUM", r"\d[\d.,]*\s*(?:(?:triệu|nghìn|ngàn|tr)\s*)?(?:đồng|đ\b|vnđ|vnd)"
    ),
    regex.IGNORECASE,
)
_WHO = {"tập": "collective", "cá": "individual"}
_GROUPS = any_of("tập thể|đơn vị|đội|giải đồng đội|toàn đoàn")
_PERSONS = any_of("cá nhân")

REWARDS = any_of("tặng|trao|khen thưởng|đề nghị|suy tôn|xét|hình thức|danh hiệu|giải thưởng|thưởng|cấp")
MERIT = any_of("tặng|trao|thưởng|biểu dương|tôn vinh")
HONOURED = any_of("danh hiệu|phong tặng|truy tặng|xét tặng|công nhận|suy tôn|bình xét|bình chọn")
GIVES = regex.compile(
    r"\s*(?:,|\s|xem\s+xét|xét|quyết\s+định|sẽ|đã|và|công\s+nhận){0,8}(?:trao|tặng|khen\s+thưởng|cấp|khen)(?!\p{L})",
    regex.IGNORECASE,
)


def quantity_of(text: str, award: tuple[int, int], start: int, end: int) -> tuple[int | None, int, int]:
    """How many of the award that spans `award`, by the number before or after it; with the span that shows it."""
    before = _COUNT_BEFORE.search(text, max(start, award[0] - _COUNT_REACH), award[0])
    if before:
        word = before["n"].casefold()
        return _WORDS.get(word) or int(word), before.start("n"), award[1]
    after = _COUNT_AFTER.match(text, award[1], min(end, award[1] + _AFTER_REACH))
    if after:
        return int(after["n"]), award[0], after.end("n")
    return None, *award


def money_of(text: str, start: int, end: int, *, in_row: bool) -> tuple[int | None, int]:
    """The first sum (VND) between two offsets and where it ends; a row's figures are sums without their unit too."""
    sums = find_money(text, start, end)
    if sums:
        return sums[0].value, sums[0].end
    for match in _ROW_SUM.finditer(text, start, end) if in_row else ():
        return parse_money(match.group()), match.end()
    return None, start


def row_sums(text: str, start: int, end: int, number: int) -> list[int | None]:
    """The sums in the cell after one that lists `number` awards below one another; empty where they are not as many."""
    cell = text.find(" | ", start, end)
    if number < 2 or cell < 0:
        return []
    after = text.find(" | ", cell + 3, end)
    sums = [parse_money(m.group()) for m in _ROW_SUM.finditer(text, cell + 3, end if after < 0 else after)]
    return sums if len(sums) == number else []


def sums_by_recipient(text: str, start: int, end: int) -> dict[str, tuple[int | None, int]]:
    """Sums told apart for collectives and individuals: `collective`, `individual` -> (VND, where the words end)."""
    return {
        _WHO[match["who"].casefold()]: (parse_money(match["sum"]), match.end())
        for match in _SUM_FOR.finditer(text, start, end)
    }


def groups_in(text: str) -> str | None:
    """`collective`, `individual` or `both` where a heading or line names tập thể (đơn vị, đội) or cá nhân."""
    group, person = _GROUPS.search(text) is not None, _PERSONS.search(text) is not None
    if group and person:
        return "both"
    return "collective" if group else "individual" if person else None
