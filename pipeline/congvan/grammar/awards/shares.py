"""For whom an award is, and how many of each: collectives and individuals named in a phrase; text in, shares out."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from congvan.grammar.numbers import parse_number
from congvan.grammar.wording import any_of

REACH = 300  # characters round an award in which its recipients stand
_WORD_NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_GROUP = (
    r"tập\s+th[ểêếề]|đơn\s+vị|cơ\s+quan|tổ\s+chức|doanh\s+nghiệp|công\s+đoàn\s+cơ\s+sở|cđcs|chi\s+đoàn|chi\s+bộ|chi\s+hội"
    r"|đảng\s+bộ|đội(?!\s+(?:ngũ|tuyển|viên|trưởng))|lớp|khối|(?:nhà\s+|các\s+)trường|địa\s+phương|hộ|gia\s+đình|nhóm"
    r"|thôn|buôn|ấp|xóm|tổ\s+dân\s+phố|khu\s+dân\s+cư|khu\s+phố|xã(?!\s+hội)|phường|thị\s+trấn|câu\s+lạc\s+bộ|công\s+ty"
    r"|hợp\s+tác\s+xã|liên\s+đội|tổ\s+(?:công\s+đoàn|hòa\s+giải|hợp\s+tác)|cụm|phòng|khoa"
)
_PERSON = (
    r"cá\s+nhân|ông|bà(?!\s+con)|đồng\s+chí|đ/c|đoàn\s+viên|đảng\s+viên|hội\s+viên|thành\s+viên|học\s+sinh|sinh\s+viên"
    r"|học\s+viên|thí\s+sinh|tác\s+giả|(?:giáo|giảng|tuyên\s+truyền|hòa\s+giải|vận\s+động|huấn\s+luyện)\s+viên|nhà\s+giáo"
    r"|công\s+nhân|cán\s+bộ|công\s+chức|viên\s+chức|người|em(?!\s+bé)|bạn|thanh\s+niên|chiến\s+sĩ|đại\s+biểu|nghệ\s+nhân"
    r"|nông\s+dân|doanh\s+nhân|cựu\s+chiến\s+binh|cầu\s+thủ"
)
_ITEM = regex.compile(  # không quá 02 (hai) tập thể; các cá nhân; Ba lớp
    rf"(?<!\p{{L}})(?P<limit>không\s+(?:vượt\s+)?quá|tối\s+đa|tối\s+thiểu|ít\s+nhất|mỗi|từ|trên|dưới|khoảng|nhiều\s+nhất)?"
    rf"\s*(?:(?<![\d/.,])(?P<n>\d{{1,3}}(?:\.\d{{3}})*)\s+(?:\(\p{{L}}[\p{{L}}\s]*\)\s*)?"
    rf"|(?<!\p{{L}})(?P<w>{'|'.join(_WORD_NUMBERS)})\s+)?"
    rf"(?<!\p{{L}})(?:(?P<group>{_GROUP})|(?P<person>{_PERSON}))(?!\p{{L}})",
    regex.IGNORECASE,
)
# What follows these tells what the recipients did or belong to, no more recipients.
_STOP = any_of(
    "của|thuộc|tại|trong|có|đã|đạt|dự|tham gia|được|nhân|vì|do|về|theo|trên|để|là|năm|kèm|bằng|nhằm|khi|như|trực tiếp"
)
_LEAD = regex.compile(  # Giấy khen của X cho 12 tập thể; Bằng khen: 05 tập thể; Cờ thi đua (02 tập thể)
    r"(?:[^.;:\n|]|\.(?=\d)){0,120}?(?::(?:[^.;:\n|]|\.(?=\d)){0,40}?)?(?<!\p{L})(?:dành\s+cho|cho|đối\s+với|tặng)\s+"
    r"|\s*[”\"]?\s*[:(|–-]\s*(?=(?:không\s+quá\s+|tối\s+đa\s+)?\d{1,3}\s+\p{L}|(?:các\s+)?(?:tập|cá)\s+(?:thể|nhân))",
    regex.IGNORECASE,
)
_END = regex.compile(r"[;:\n|]|\.(?!\d)")
_JOINED = regex.compile(
    r"(?:[,/+]|(?<!\p{L})(?:và|hoặc|hay))\s*(?:(?:cho|tặng|các|những|mọi|mỗi)\s+)*\Z", regex.IGNORECASE
)
_CLAUSE = regex.compile(r"[;:\n“\"]|\.(?!\d)")
_RECEIVES = any_of("được|để|sẽ|đạt danh hiệu|danh hiệu")
_NOMINATED = regex.compile(  # bình chọn 02 hộ tiêu biểu đề nghị X tặng ...
    r"(?<!\p{L})(?:(?:bình|lựa|xét)\s+)?(?:chọn|giới\s+thiệu|đề\s+cử)\s+(?=(?:các\s+|\d|những\s+|tập|cá))",
    regex.IGNORECASE,
)
_BARE_START = regex.compile(
    r"\W*(?:điều\s+\d+\W*)?(?:(?:và|các|những|mọi|riêng|công\s+nhận|trao|tặng|khen\s+thưởng)\s+)*", regex.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Share:
    """Recipients of one kind: `to` is `collective` or `individual`; how many, where told; half-open span."""

    to: str
    number: int | None
    start: int
    end: int


def shares_after(text: str, at: int, end: int) -> list[Share]:
    """Who gets an award that ends at `at`: `... cho 12 tập thể và 30 cá nhân`, `...: 02 tập thể`."""
    end = min(end, at + REACH)
    lead = _LEAD.match(text, at, end)
    return _list_from(text, lead.end(), end) if lead else []


def shares_before(text: str, start: int, at: int, taken: list[tuple[int, int]]) -> list[Share]:
    """Who gets an award that begins at `at` by the subject of its clause: `Ba lớp ... được X tặng Giấy khen`.

    `taken`: spans of bodies, whose names are no recipients. Numbers of a proposal (`giới thiệu 01 tập thể để ...`) are
    no number of awards.
    """
    start = clause_start(text, max(start, at - REACH), at)
    nominated = _NOMINATED.search(text, start, at)
    if nominated and (shares := _list_from(text, nominated.end(), at, at_once=True)):
        return [Share(s.to, None, s.start, s.end) for s in shares]
    for match in _ITEM.finditer(text, start, at):
        opens = _BARE_START.fullmatch(text, start, match.start()) is not None
        named = match.start("group" if match["group"] else "person")
        if not opens and any(a <= named < b for a, b in taken):
            continue
        if not _RECEIVES.search(text, match.end(), at):
            return []
        shares = _list_from(text, match.start(), at, at_once=True)
        return shares if opens else [Share(s.to, None, s.start, s.end) for s in shares]
    return []


def shares_at(text: str, start: int, end: int) -> list[Share]:
    """The recipients named right at `start`: `Khen thưởng | 06 tập thể và 14 cá nhân ...`; they have numbers."""
    shares = _list_from(text, start, min(end, start + REACH))
    return shares if shares and shares[0].start <= start + 2 and shares[0].number is not None else []


def first_kind(text: str) -> str | None:
    """The kind of the first recipients that a text names."""
    match = _ITEM.search(text)
    return None if match is None else "collective" if match["group"] else "individual"


def clause_start(text: str, start: int, at: int) -> int:
    """Where the clause that holds `at` begins, not before `start`; a title's own opening mark ends none."""
    for match in _CLAUSE.finditer(text, start, max(start, at - 1)):
        start = match.end()
    return start


def _list_from(text: str, start: int, end: int, *, at_once: bool = False) -> list[Share]:
    """The recipients listed from `start` on; after what they did only those with a number of their own go on.

    `at_once`: no recipients stand behind that, a subject has its verb there.
    """
    shares: list[Share] = []
    mark = _END.search(text, start, end)
    limit = mark.start() if mark else end
    close = limit
    for match in _ITEM.finditer(text, start, limit):
        begin = match.start("n") if match["n"] else match.start("group" if match["group"] else "person")
        to = "collective" if match["group"] else "individual"
        if not shares:
            stop = _STOP.search(text, match.end(), limit)
            close = stop.start() if stop else limit
            if _STOP.search(text, start, match.start()):
                return []
        elif shares[0].to == to or not _joins(text, shares[0].end, begin):
            continue
        elif match.start() >= close and (at_once or not match["n"]):
            break
        shares.append(Share(to, _number(match, start), begin, match.end()))
        if len(shares) == len(("collective", "individual")):
            break
    return shares


def _joins(text: str, start: int, at: int) -> bool:
    """Does a comma, `và` or `hoặc` stand before `at`, with no more than `các` between?"""
    return _JOINED.search(text, max(start, at - 24), at) is not None


def _number(match: regex.Match[str], start: int) -> int | None:
    if match["limit"]:
        return None
    if match["n"]:
        value = parse_number(match["n"])
        return int(value) if value is not None else None
    word = (match["w"] or "").casefold()
    # `năm` is a year as well: it counts only where the list begins with it
    return _WORD_NUMBERS.get(word) if word != "năm" or match.start("w") == start else None


def kinds_of(shares: list[Share]) -> str | None:
    """`collective`, `individual`, `both` or None."""
    kinds = {share.to for share in shares}
    return "both" if len(kinds) > 1 else next(iter(kinds), None)
