"""What goes with an award: how many, how much money, for whom, and the verbs of giving; text in, values out."""

from __future__ import annotations

import regex

from congvan.grammar.numbers import find_money, parse_money
from congvan.grammar.wording import any_of

_COUNT_BEFORE = regex.compile(r"(?<![\p{L}\d.,/])(?P<n>\d{1,3})\s*(?:\([^)\n]{1,20}\)\s*)?[“\"]?\Z")  # 02 (hai) Cờ
_COUNT_AFTER = regex.compile(
    r"\s*[”\"]?\s*[:(|–-]?\s*(?:gồm\s+|số\slượng\s*:?\s*)?(?P<n>\d{1,3})\s*"
    r"(?:giải|suất|chiếc|cái|tập\sthể|cá\snhân|cờ|bằng|\)|\||;|\n|\Z)",  # Giải Nhất: 01 giải; Cờ thi đua (02)
    regex.IGNORECASE,
)
_AFTER_REACH = 300  # characters after an award in which its number and recipients stand
_COUNT_REACH = 30  # characters before a form in which its number stands
_ROW_SUM = regex.compile(r"(?<![\d.])\d{1,3}(?:\.\d{3})+(?![\d.])")  # 150.000
_SUM_FOR = regex.compile(  # tập thể 3.000.000 đồng, cá nhân 1.500.000 đồng
    r"(?P<who>tập|cá)\s+(?:thể|nhân)\W*[^\d.;\n]{0,20}(?P<sum>\d[\d.]*\s*(?:đồng|đ\b))", regex.IGNORECASE
)
_WHO = {"tập": "collective", "cá": "individual"}
_FOR = regex.compile(
    r"[^.;:\n]{0,80}?(?::[^.;:\n]{0,40}?)?(?<!\p{L})(?:cho|đối với|tặng)\s+(?P<who>[^.;:\n]{3,80})", regex.IGNORECASE
)
_NUMBER = r"(?:(?<!\d)(?P<n>\d{1,3})\s+(?:\(\p{L}+\)\s*)?)?(?<!\p{L})"
_COLLECTIVE = regex.compile(
    _NUMBER + r"(?:tập\s+th[ểê]|đơn\s+vị|cơ\s+quan|tổ\s+chức|doanh\s+nghiệp|công\s+đoàn\s+cơ\s+sở|chi\s+đoàn|đội|lớp|"
    r"nhà\s+trường|các\s+trường|địa\s+phương|hộ|gia\s+đình)(?!\p{L})",
    regex.IGNORECASE,
)
_INDIVIDUAL = regex.compile(
    _NUMBER + r"(?:cá\s+nhân|ông|bà|đồng\s+chí|đoàn\s+viên|học\s+sinh|sinh\s+viên|thí\s+sinh|tác\s+giả|giáo\s+viên|"
    r"công\s+nhân|cán\s+bộ|người|em|hội\s+viên)(?!\p{L})",
    regex.IGNORECASE,
)
_GROUPS = any_of("tập thể|đơn vị|đội|giải đồng đội")
_PERSONS = any_of("cá nhân")
_GROUP_ITSELF = any_of("tập thể")

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
        return int(before["n"]), before.start("n"), award[1]
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


def sums_by_recipient(text: str, start: int, end: int) -> dict[str, tuple[int | None, int]]:
    """Sums told apart for collectives and individuals: `collective`, `individual` -> (VND, where the words end)."""
    return {
        _WHO[match["who"].casefold()]: (parse_money(match["sum"]), match.end())
        for match in _SUM_FOR.finditer(text, start, end)
    }


def given_to(text: str, at: int, end: int) -> tuple[str | None, int | None, int]:
    """`... cho 05 tập thể`: for whom, how many, and where these words end (at `at` where nothing is told).

    Two numbers for two kinds of recipients are parts of the award's number: then there is no single one.
    """
    match = _FOR.match(text, at, min(end, at + _AFTER_REACH))
    if match is None:
        return None, None, at
    group = _COLLECTIVE.search(text, *match.span("who"))
    person = _INDIVIDUAL.search(text, *match.span("who"))
    if group and person:
        return "both", None, max(group.end(), person.end())
    one = group or person
    if one is None:
        return None, None, at
    return "collective" if group else "individual", int(one["n"]) if one["n"] else None, one.end()


def first_recipient(text: str) -> str | None:
    """For whom a line `Đối tượng: ...` speaks: both where tập thể and cá nhân stand in it, else by its first noun."""
    if _GROUP_ITSELF.search(text) and _PERSONS.search(text):
        return "both"
    group, person = _COLLECTIVE.search(text), _INDIVIDUAL.search(text)
    if group and (person is None or group.start() < person.start()):
        return "collective"
    return "individual" if person else None


def groups_in(text: str) -> str | None:
    """`collective`, `individual` or `both` where a heading or line names tập thể (đơn vị, đội) or cá nhân."""
    group, person = _GROUPS.search(text) is not None, _PERSONS.search(text) is not None
    if group and person:
        return "both"
    return "collective" if group else "individual" if person else None
