"""For whom an award is, and how many of each: collectives and individuals named in a phrase; text in, shares out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from congvan.datamodel.mentions import BodyMention
from congvan.grammar.awards.recipients import GROUP, PERSON, RECIPIENT, WORD_NUMBERS
from congvan.grammar.numbers import parse_number
from congvan.grammar.wording import any_of

REACH = 300  # characters round an award in which its recipients stand
_ITEM = regex.compile(  # không quá 02 (hai) tập thể; các cá nhân; Ba lớp
    rf"(?<!\p{{L}})(?P<limit>không\s+(?:vượt\s+)?quá|tối\s+đa|tối\s+thiểu|ít\s+nhất|mỗi|từ|trên|dưới|khoảng|nhiều\s+nhất)?"
    rf"\s*(?:(?<![\d/.,])(?P<n>\d{{1,3}}(?:\.\d{{3}})*)\s+(?:\(\p{{L}}[\p{{L}}\s]*\)\s*)?"
    rf"|(?<!\p{{L}})(?P<w>{'|'.join(WORD_NUMBERS)})\s+)?"
    rf"{RECIPIENT}",
    regex.IGNORECASE,
)
# What follows these tells what the recipients did or belong to, no more recipients.
_STOP = any_of(
    "của|thuộc|tại|trong|có|đã|đạt|dự|tham gia|được|nhân|vì|do|về|theo|trên|để|là|năm|kèm|bằng|nhằm|khi|như|trực tiếp"
)
_LEAD = regex.compile(
    # tặng Giấy khen 03 tập thể; Bằng khen: 05 tập thể; Cờ thi đua (02 tập thể)
    rf"\s+(?=(?:không\s+quá\s+|tối\s+đa\s+)?\d{{1,3}}\s+(?:{GROUP}|{PERSON})(?!\p{{L}}))"
    r"|\s*[”\"]?\s*[:(|–-]\s*(?=(?:không\s+quá\s+|tối\s+đa\s+)?\d{1,3}\s+\p{L}|(?:các\s+)?(?:tập|cá)\s+(?:thể|nhân))"
    # Giấy khen của X cho 12 tập thể
    r"|(?:[^.;:\n|]|\.(?=\d)){0,120}?(?::(?:[^.;:\n|]|\.(?=\d)){0,40}?)?(?<!\p{L})(?:dành\s+cho|cho|đối\s+với|tặng)\s+",
    regex.IGNORECASE,
)
_PROPOSED_LEAD = regex.compile(  # Bằng khen của X: mỗi huyện đề nghị tối đa 08 tập thể
    r"(?:[^.;:\n|]|\.(?=\d)){0,80}:(?:[^.;:\n|]|\.(?=\d)){0,80}?(?<!\p{L})"
    r"(?:đề\s+nghị|giới\s+thiệu|suy\s+tôn|bình\s+(?:chọn|xét)|lựa\s+chọn|chọn|đề\s+cử|được|xét)\s+(?=(?:(?:không\s+quá|tối\s+đa|ít\s+nhất)\s+)?\d{1,3}\s+\p{L})",
    regex.IGNORECASE,
)
_EACH = regex.compile(r"(?<!(?:cho|với|của|trên)\s+|[/,]\s*)(?<!\p{L})(?:mỗi|từng)\s", regex.IGNORECASE)
_WITHOUT_GIVER = regex.compile(  # đề nghị xét tặng Bằng khen: the number is of those proposed
    r"(?<!\p{L})(?:đề\s+nghị|đề\s+xuất|giới\s+thiệu)\s+"
    r"(?:(?:được|xét|công\s+nhận|tặng|trao|khen|thưởng|danh\s+hiệu)\s+)*[“\"]?\Z",
    regex.IGNORECASE,
)
_LIST_HEAD = regex.compile(
    rf"(?<!\p{{L}})(?:cho|đối\s+với)\s+(?:các\s+|những\s+|mỗi\s+)?{RECIPIENT}[^:;.\n]{{0,60}}:", regex.IGNORECASE
)
_FOR_WORKS = regex.compile(
    r"\s+(?:dành\s+)?cho\s+(?:các\s+|những\s+|mỗi\s+|\d+\s+)?(?:dự\s+án|sản\s+phẩm|tác\s+phẩm|bài|tiết\s+mục|đề\s+tài|công\s+trình"
    r"|mô\s+hình|video|clip|bức|tranh|ảnh|sáng\s+kiến|giải\s+pháp|gian\s+hàng)(?!\p{L})",
    regex.IGNORECASE,
)
_FOR = regex.compile(r"[^.;:\n|]{0,100}?(?<!\p{L})(?:cho|đối\s+với)\s+", regex.IGNORECASE)
_LEAD_REACH = 140  # characters after an award in which `cho` leads to who gets it
_POST = regex.compile(
    r"(?:Phó\s+|Nguyên\s+)?(?:Chủ\s+tịch|Giám\s+đốc|Tổng\s+Giám\s+đốc|Bí\s+thư|Hiệu\s+trưởng|Trưởng|Chủ\s+nhiệm|Bộ\s+trưởng|Cục\s+trưởng)",
    regex.IGNORECASE,
)
_AFTER_COMMA = regex.compile(r",\s*\Z")
_END = regex.compile(r"[;:\n|]|\.(?!\d)")
_SUM_BETWEEN = (
    r"(?:\d[\d.,]*\s*(?:(?:triệu|nghìn|ngàn)\s*)?(?:đồng|đ)(?:\s*/\s*(?:(?:01|mỗi)\s+)?\p{L}+(?:\s\p{L}+)?)?"
    r"\s*(?:cho|đối\s+với)?\s+)?"
)
_JOINED = regex.compile(  # 03 tổ và 05 người; 300.000 đồng cho 03 tổ và 200.000 đồng cho 05 người
    rf"(?:[,+]|(?<!đồng|đ|triệu|nghìn|ngàn)/|(?<!\p{{L}})(?:và|hoặc|hay))\s*{_SUM_BETWEEN}"
    r"(?:(?:cho|tặng|các|những|mọi|mỗi|không\s+quá|tối\s+đa)\s+)*\Z",
    regex.IGNORECASE,
)
_CLAUSE = regex.compile(r"[;:\n“\"]|\.(?!\d)|\)\s*,")
_RECEIVES = any_of("được|để|sẽ|đạt danh hiệu|danh hiệu")
_WHICHEVER = regex.compile(rf"{RECIPIENT}\s+nào(?!\p{{L}})", regex.IGNORECASE)  # lớp nào nhiều điểm nhất ...
_NOMINATED = regex.compile(  # bình chọn 02 hộ tiêu biểu đề nghị X tặng ...
    r"(?<!\p{L})(?:(?:bình|lựa|xét)\s+)?(?:chọn|giới\s+thiệu|đề\s+cử|suy\s+tôn|đề\s+nghị)(?:\s+ra)?\s+"
    r"(?=(?:các\s+|(?:(?:không\s+quá|tối\s+đa|ít\s+nhất)\s+)?\d|những\s+|tập|cá))",
    regex.IGNORECASE,
)
# Khen thưởng 01 tập thể, 02 cá nhân (Giấy khen ...)
_HONOURED = regex.compile(r"(?<!\p{L})(?:khen\s+thưởng|biểu\s+dương)\s+(?=\d)", regex.IGNORECASE)
GOES_ON = regex.compile(r"\s*[”\"]?\s*(?:thì\s+|sẽ\s+)?được\s", regex.IGNORECASE)
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
    shares = _list_from(text, lead.end(), end) if lead else []
    if not shares and (lead := _PROPOSED_LEAD.match(text, at, end)):
        shares = [replace(share, number=None) for share in _list_from(text, lead.end(), end, at_once=True)]
    return shares


def shares_before(text: str, start: int, at: int, taken: list[tuple[int, int]], *, whole: bool = False) -> list[Share]:
    """Who gets an award that begins at `at` by the subject of its clause: `Ba lớp ... được X tặng Giấy khen`.

    `taken`: spans of bodies, whose names are no recipients. Numbers of a proposal (`giới thiệu 01 tập thể để ...`) are
    no number of awards. `whole`: marks inside end no clause.
    """
    start = start if whole else clause_start(text, max(start, at - REACH), at)
    honoured = _HONOURED.search(text, start, at)
    if honoured and text[at - 1] == "(" and (shares := _list_from(text, honoured.end(), at, at_once=True)):
        return shares
    nominated = _NOMINATED.search(text, start, at)
    if nominated and (shares := _list_from(text, nominated.end(), at, at_once=True)):
        return [Share(s.to, None, s.start, s.end) for s in shares]
    for match in _WHICHEVER.finditer(text, start, at):
        return [Share("collective" if match["group"] else "individual", None, *match.span())]
    for match in _ITEM.finditer(text, start, at):
        counted = match["n"] and _AFTER_COMMA.search(text, max(start, match.start() - 4), match.start())
        opens = bool(counted) or _BARE_START.fullmatch(text, start, match.start()) is not None
        named = match.start("group" if match["group"] else "person")
        if not opens and any(a <= named < b for a, b in taken):
            continue
        if not _RECEIVES.search(text, match.end(), at):
            return []
        shares = _list_from(text, match.start(), at, at_once=True)
        return shares if opens else [Share(s.to, None, s.start, s.end) for s in shares]
    return []


def body_share(text: str, at: int, end: int, bodies: Sequence[BodyMention]) -> list[Share]:
    """The body named right after `cho` (`tặng Giấy khen cho Công đoàn Trường X`); a post that is held is a person."""
    lead = _FOR.match(text, at, min(end, at + _LEAD_REACH))
    body = next((b for b in bodies if b.start == lead.end()), None) if lead else None
    if body is None:
        return []
    to = "individual" if _POST.match(text, body.start, body.end) else "collective"
    return [Share(to, None, body.start, body.end)]


def of_parts(text: str, start: int, at: int, share: Share) -> bool:
    """Is the number of a share one of several such (`mỗi huyện ... 01 tập thể`), or of those proposed, not awarded?

    `start`: where the words before the award that begins at `at` can be looked at.
    """
    start = clause_start(text, max(start, at - REACH), at)
    if _WITHOUT_GIVER.search(text, start, at):
        return True
    return _EACH.search(text, start, max(at, share.start)) is not None


def shares_at(text: str, start: int, end: int) -> list[Share]:
    """The recipients named right at `start`: `Khen thưởng | 06 tập thể và 14 cá nhân ...`; they have numbers."""
    shares = _list_from(text, start, min(end, start + REACH))
    return shares if shares and shares[0].start <= start + 2 and shares[0].number is not None else []


def clause_start(text: str, start: int, at: int) -> int:
    """Where the clause that holds `at` begins, not before `start`; a title's own opening mark ends none."""
    for match in _CLAUSE.finditer(text, start, max(start, at - 1)):
        start = match.end()
    return start


def sentence_start(text: str, start: int, at: int) -> int:
    """Where the part of a sentence that holds `at` begins, up to a semicolon; quotation marks end none."""
    return max(start, text.rfind(";", start, at) + 1, text.rfind(". ", start, at) + 1, text.rfind("\n", start, at) + 1)


def _list_from(text: str, start: int, end: int, *, at_once: bool = False) -> list[Share]:
    """The recipients listed from `start` on; after what they did only those with a number of their own go on.

    `at_once`: no recipients stand behind that, a subject has its verb there.
    """
    shares: list[Share] = []
    limited = False
    mark = _END.search(text, start, end)
    limit = mark.start() if mark else end
    close = limit
    for match in _ITEM.finditer(text, start, limit):
        named = match.start("group" if match["group"] else "person")
        begin = match.start("n") if match["n"] else match.start("limit") if match["limit"] else named
        to = "collective" if match["group"] else "individual"
        if not shares:
            stop = _STOP.search(text, match.end(), limit)
            close = stop.start() if stop else limit
            if _STOP.search(text, start, match.start()):
                return []
        elif not _joins(text, shares[0].end, begin):
            continue
        elif shares[0].to == to:
            if match["n"] and match.start() < close:  # 10 giáo viên, 05 nhân viên: their sum is nowhere printed
                shares[0] = replace(shares[0], number=None, end=match.end())
            continue
        elif match.start() >= close and (at_once or not match["n"]):
            break
        limited = limited or bool(match["limit"])  # `không quá 20 tập thể và 30 cá nhân`: a quota, both of them
        shares.append(Share(to, None if limited else _number(match, start), begin, match.end()))
        if len(shares) == len(("collective", "individual")):
            break
    return shares


def _joins(text: str, start: int, at: int) -> bool:
    """Does a comma, `và` or `hoặc` stand before `at`, with no more than `các` between?"""
    return _JOINED.search(text, max(start, at - 48), at) is not None


def _number(match: regex.Match[str], start: int) -> int | None:
    if match["n"]:
        value = parse_number(match["n"])
        return int(value) if value is not None else None
    word = (match["w"] or "").casefold()
    # `năm` is a year as well: it counts only where the list begins with it
    return WORD_NUMBERS.get(word) if word != "năm" or match.start("w") == start else None


def list_head(text: str, start: int, at: int) -> str | None:
    """For whom a list of prizes is by the words that open it: `thưởng cho các đội: nhất 2 triệu đồng, nhì ...`."""
    heads = list(_LIST_HEAD.finditer(text, max(start, at - REACH), at))
    return None if not heads else "collective" if heads[-1]["group"] else "individual"


def for_works(text: str, at: int, end: int) -> bool:
    """Is a prize that ends at `at` for works (`cho các tiết mục`), which tell nothing of whose they are?"""
    return _FOR_WORKS.match(text, at, end) is not None


def kinds_of(shares: Sequence[Share]) -> str | None:
    """`collective`, `individual`, `both` or None."""
    kinds = {share.to for share in shares}
    return "both" if len(kinds) > 1 else next(iter(kinds), None)
