"""Awards as offices name them: form, rank, conferrer, how many, how much money, for whom; text in, spans and values out.

Forms stand in `lexicons/awards.tsv` (Law on Emulation and Commendation 06/2022/QH15); prizes of contests (`giải nhất`)
are read by their rank.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from congvan.grammar.bodies import body_span_at
from congvan.grammar.numbers import find_money, parse_money, parse_number
from congvan.lexicons import load
from congvan.text.folding import lowered

RANKS = {
    "đặc biệt": "đặc biệt", "xuất sắc": "xuất sắc", "nhất": "nhất", "nhật": "nhất", "nhì": "nhì", "ba": "ba", "tư": "tư",
    "khuyến khích": "khuyến khích", "kk": "khuyến khích", "phụ": "phụ", "a": "a", "b": "b", "c": "c", "i": "nhất",
    "ii": "nhì", "iii": "ba", "vàng": "vàng", "bạc": "bạc", "đồng": "đồng", "triển vọng": "triển vọng",
    "phong trào": "phong trào", "tập thể": "tập thể", "toàn đoàn": "toàn đoàn",
}  # fmt: skip
_RANK = (
    r"(?:đặc\s+biệt|xuất\s+sắc(?!\s+\p{Ll})|nhất|nhật(?=\s*:)|nhì|ba(?!\s+\p{L}+\s+khối)|tư(?!\s+\p{Ll})|khuyến\s+khích|kk"
    r"|phụ|triển\s+vọng|phong\s+trào|toàn\s+đoàn|[abc](?=[\s,;.:)]|\Z))(?!\p{L})"
)
_PRIZE = regex.compile(
    rf"""
    (?<!\p{{L}}) giải (?: \s+ thưởng )? (?: \s+ (?: cá \s+ nhân | tập \s+ thể | đồng \s+ đội ) )?
    \s+ ["“]? (?P<rank> {_RANK} )                                   # giải Nhất; giải thưởng tập thể nhì
    (?P<more> (?: \s* (?:,|và|;) \s* (?: giải \s+ )? {_RANK} )* )   # giải nhất, nhì, ba và khuyến khích
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_MORE = regex.compile(_RANK, regex.IGNORECASE)
_OTHER_PRIZE = regex.compile(  # a prize with a purpose instead of a rank: `Giải bài viết hay nhất: 01 giải`
    r"(?:(?<=\n)|\A)\W*(?P<form>Giải\s[^\n:;,.\d]{4,60}?)\s*(?::\s*(?=\d+\s*giải)|:\s*(?=[\d.]+\s*(?:đồng|đ\b)))"
)
_BARE_PRIZE = regex.compile(r":\s*\d+\s*(?P<form>giải)(?=\s*(?:x|,|\(|trị|mỗi))", regex.IGNORECASE)
_HONOUR_RANK = regex.compile(r"\s*[”\"]?\s*(?:,?\s*hạng\s+)(?P<rank>nhất|nhì|ba|I{1,3})(?!\p{L})", regex.IGNORECASE)
_CLASS = regex.compile(
    r"\s*[”\"]?\s*cấp\s+(?P<level>nhà nước|bộ|ngành|tỉnh|thành phố|huyện|quận|xã|phường|trường|cơ sở)(?:\s*,\s*(?:thành phố|ngành|ban)[^,;.\n”\"]{0,40}?trung ương)?",
    regex.IGNORECASE,
)
_LEVELS = {
    "nhà nước": "state", "bộ": "central", "tỉnh": "province", "thành phố": "province", "huyện": "district",
    "quận": "district", "xã": "grassroots", "phường": "grassroots", "trường": "grassroots", "cơ sở": "grassroots",
}  # fmt: skip
_OF = regex.compile(r"\s*[”\"]?\s*(?P<of>của|do)?\s+(?=\p{L})", regex.IGNORECASE)
_NOT_CONFERRER = regex.compile(r"(?:cho|và|hoặc|kèm|theo|đối|trong|năm|về|hạng|cấp|gồm|là|các|những|mỗi|từ|tại|với|để|đã)(?!\p{L})", regex.IGNORECASE)
_JOIN = regex.compile(r"\s*(?:[,;/]|và|hoặc|[”\"])*\s*(?:\d+\s+)?", regex.IGNORECASE)
_COUNT_BEFORE = regex.compile(r"(?<![\p{L}\d.,/])(?P<n>\d{1,3})\s*(?:\([^)\n]{1,20}\)\s*)?[“\"]?\Z")
_COUNT_AFTER = regex.compile(r"\s*[”\"]?\s*(?::|\(|-|\||–)?\s*(?:gồm\s+|số\slượng\s*:?\s*)?(?P<n>\d{1,3})\s*(?:giải|suất|chiếc|cái|tập\sthể|cá\snhân|cờ|bằng|\)|\||;|\n|\Z)", regex.IGNORECASE)
_FOR = regex.compile(r"[^.;:\n]{0,80}?(?<!\p{L})(?:cho|đối với|tặng)\s+(?P<who>[^.;:\n]{3,80})", regex.IGNORECASE)
_COLLECTIVE = regex.compile(r"(?:\b(?P<n>\d{1,3})\s+(?:\(\p{L}+\)\s*)?)?(?<!\p{L})(?:tập\sthể|đơn\svị|cơ\squan|tổ\schức|doanh\snghiệp|công\sđoàn\scơ\ssở|chi\sđoàn|đội|lớp|nhà\strường|các\strường|địa\sphương|tập\sthê|hộ|gia\sđình)(?!\p{L})", regex.IGNORECASE)
_INDIVIDUAL = regex.compile(r"(?:\b(?P<n>\d{1,3})\s+(?:\(\p{L}+\)\s*)?)?(?<!\p{L})(?:cá\snhân|ông|bà|đồng\schí|đoàn\sviên|học\ssinh|sinh\sviên|thí\ssinh|tác\sgiả|giáo\sviên|công\snhân|cán\sbộ|người|em|hội\sviên)(?!\p{L})", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AwardMention:
    """A mention of an award: half-open span of form with rank; values as the contract names them.

    `conferrer`: half-open span of the body named right after the form, or None; `level`: told by the form itself
    (`cấp tỉnh`, a law's); `end` takes in the conferrer.
    """

    start: int
    end: int
    form: str
    rank: str | None
    conferrer: tuple[int, int] | None
    level: str | None
    to: str | None
    kind: str


def find_awards(text: str, start: int, end: int) -> list[AwardMention]:
    """The awards named between two offsets, in order; forms joined by `và` share the conferrer named after the last."""
    found = [*_honours(text, start, end), *_prizes(text, start, end)]
    found.sort(key=lambda m: (m.start, -m.end))
    kept: list[AwardMention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end and mention.rank == kept[-1].rank:
            continue
        kept.append(mention)
    return _shared(text, kept)


def _honours(text: str, start: int, end: int) -> Iterator[AwardMention]:
    for match in _forms().finditer(text, start, end):
        form = _normal(match.group())
        row = _rows()[form]
        rank = _HONOUR_RANK.match(text, match.end(), end)
        after = rank.end() if rank else match.end()
        level = row["level"] or None
        graded = _CLASS.match(text, after, end)
        if graded:
            level = _LEVELS.get(_normal(graded["level"]), level)
            after = graded.end()
        conferrer = _conferrer(text, after, end)
        yield AwardMention(
            match.start(), conferrer[1] if conferrer else after, form,
            RANKS[_normal(rank["rank"])] if rank else None, conferrer, level, row["to"] or None, row["kind"],
        )  # fmt: skip


def _prizes(text: str, start: int, end: int) -> Iterator[AwardMention]:
    for match in _PRIZE.finditer(text, start, end):
        team = regex.search(r"tập\s+thể|đồng\s+đội|toàn\s+đoàn", match.group(), regex.IGNORECASE)
        to = "collective" if team else "individual" if "cá nhân" in match.group().casefold() else None
        first = match.end("rank")
        yield AwardMention(match.start(), first, "giải", _rank(match["rank"]), None, None, to, "prize")
        for more in _MORE.finditer(text, first, match.end()):
            yield AwardMention(more.start(), more.end(), "giải", _rank(more.group()), None, None, to, "prize")
    for match in _OTHER_PRIZE.finditer(text, start, end):
        form = _normal(match["form"])
        if not _PRIZE.match(text, match.start("form")) and not regex.fullmatch(r"giải (?:cá nhân|tập thể|thưởng.*|đồng đội)", form):
            yield AwardMention(match.start("form"), match.end("form"), form, None, None, None, None, "prize")
    for match in _BARE_PRIZE.finditer(text, start, end):
        line = text.rfind("\n", 0, match.start()) + 1
        if not regex.search(r"(?<!\p{L})giải(?!\p{L})", text[line : match.start()], regex.IGNORECASE):
            yield AwardMention(match.start("form"), match.end("form"), "giải", None, None, None, None, "prize")


def _rank(text: str) -> str | None:
    return RANKS.get(_normal(text))


def _normal(text: str) -> str:
    return " ".join(text.split()).casefold()


def _conferrer(text: str, at: int, end: int) -> tuple[int, int] | None:
    """The body after `của`, `do`, or right after the form (`Bằng khen LĐLĐ tỉnh`)."""
    lead = _OF.match(text, at, end)
    if lead is None or _NOT_CONFERRER.match(text, lead.end()):
        return None
    if not lead["of"] and not text[lead.end()].isupper():
        return None
    return body_span_at(text, lead.end(), end)


def _shared(text: str, found: list[AwardMention]) -> list[AwardMention]:
    """`Cờ thi đua và Bằng khen của Chủ tịch ...`: what stands after the last holds for those joined before it."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        here, after = out[i], out[i + 1]
        if here.conferrer is None and here.kind != "prize" and after.conferrer is not None and _JOIN.fullmatch(text, here.end, after.start):
            out[i] = AwardMention(here.start, here.end, here.form, here.rank, after.conferrer, here.level, here.to, here.kind)
    return out


def quantity_of(text: str, mention: AwardMention, start: int, end: int) -> tuple[int | None, int, int]:
    """How many of it: the number before the form or in its line after; with the span that shows it."""
    before = _COUNT_BEFORE.search(text, max(start, mention.start - 30), mention.start)
    if before:
        return int(before["n"]), before.start("n"), mention.end
    after = _COUNT_AFTER.match(text, mention.end, end)
    if after:
        return int(after["n"]), mention.start, after.end("n")
    return None, mention.start, mention.end


def money_of(text: str, mention: AwardMention, end: int, *, in_row: bool) -> tuple[int | None, int]:
    """The sum that goes with one award, and where its words end: the first sum between the award and `end`."""
    sums = find_money(text, mention.end, end)
    if sums:
        return sums[0].value, sums[0].end
    if in_row:
        for match in _ROW_SUM.finditer(text, mention.end, end):
            value = parse_money(match.group())
            if value is not None:
                return value, match.end()
    return None, mention.end


_ROW_SUM = regex.compile(r"(?<![\d.])\d{1,3}(?:\.\d{3})+(?![\d.])")


def recipients_in(text: str) -> tuple[str | None, int | None]:
    """For whom a stretch of text speaks: (`collective`, `individual`, `both` or None, how many where one number is told)."""
    group, person = _COLLECTIVE.search(text), _INDIVIDUAL.search(text)
    if group and person:
        return "both", None
    one = group or person
    if one is None:
        return None, None
    number = parse_number(one["n"]) if one["n"] else None
    return "collective" if group else "individual", None if number is None else int(number)


def first_recipient(text: str) -> str | None:
    """For whom a line `Đối tượng: ...` speaks: both where tập thể and cá nhân stand in it, else by its first noun."""
    if regex.search(r"tập\s+thể", text, regex.IGNORECASE) and regex.search(r"cá\s+nhân", text, regex.IGNORECASE):
        return "both"
    group, person = _COLLECTIVE.search(text), _INDIVIDUAL.search(text)
    if group and (person is None or group.start() < person.start()):
        return "collective"
    return "individual" if person else None


def given_to(text: str, at: int, end: int) -> tuple[str | None, int | None, int]:
    """`... cho 05 tập thể`: for whom, how many, and where these words end (at `at` where nothing is told)."""
    match = _FOR.match(text, at, end)
    if match is None:
        return None, None, at
    to, number = recipients_in(match["who"])
    if to is None:
        return None, None, at
    last = max(m.end() for m in (_COLLECTIVE.search(text, match.start("who"), match.end("who")),
                                 _INDIVIDUAL.search(text, match.start("who"), match.end("who"))) if m)  # fmt: skip
    return to, number, last


@cache
def _rows() -> dict[str, dict[str, str]]:
    return {alias: row for row in load("awards") for alias in _aliases(row["form"])}


def _aliases(form: str) -> set[str]:
    """Spellings of one form: sĩ/sỹ, kỷ/kỉ, hóa/hoá."""
    forms = {form}
    for one, other in (("sĩ", "sỹ"), ("kỷ", "kỉ"), ("hóa", "hoá"), ("lý tự", "lí tự")):
        forms |= {f.replace(one, other) for f in forms}
    return forms


@cache
def _forms() -> regex.Pattern[str]:
    """All forms, the longest first; white space may be a line's end."""
    names = sorted(_rows(), key=lambda n: (-len(n), n))
    return regex.compile(
        r"(?<!\p{L})(?:" + "|".join(r"\s+".join(map(regex.escape, n.split())) for n in names) + r")(?!\p{L})", regex.IGNORECASE
    )
