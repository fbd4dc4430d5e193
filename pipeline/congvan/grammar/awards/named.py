"""Awards as offices name them: form, rank, class and conferrer; text in, spans and values out.

Forms stand in `lexicons/awards.tsv` (Law on Emulation and Commendation 06/2022/QH15); prizes of contests (`giải nhất`)
are read by their rank.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import regex

from congvan.grammar.who.bodies import body_span_at
from congvan.grammar.wording import any_of
from congvan.lexicons import load

Span = tuple[int, int]

_RANK = (
    r"(?:đặc\s+biệt|xuất\s+sắc(?!\s+\p{Ll})|nhất|nhật(?=\s*:)|nhì|ba(?!\s+\p{L}+\s+khối)|tư(?!\s+\p{Ll})|khuyến\s+khích"
    r"|kk|phụ|triển\s+vọng|phong\s+trào|toàn\s+đoàn|vàng|bạc|đồng(?!\s+(?:đội|hạng|đ))|i{1,3}(?!\p{L})|[abc](?=[\s,;.:()|]|\Z))(?!\p{L})"
)
# `nhật:` in a list of prizes is `nhất` misread; nothing else is spelt so there.
_SAME_RANK = {"nhật": "nhất", "kk": "khuyến khích", "i": "nhất", "ii": "nhì", "iii": "ba"}
_PRIZE = regex.compile(
    rf"""
    (?<!\p{{L}}) giải (?: \s+ thưởng )?
    (?: \s+ (?: cá \s+ nhân | tập \s+ thể | (?: đồng | toàn ) \s+ (?: đội | đoàn ) ) )?
    \s+ ["“]? (?P<rank> {_RANK} )                         # giải Nhất; giải thưởng tập thể nhì
    (?: \s* (?:,|và|;) \s* (?: giải \s+ )? {_RANK} )*     # giải nhất, nhì, ba và khuyến khích
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_MORE = regex.compile(_RANK, regex.IGNORECASE)
_OTHER_PRIZE = regex.compile(  # a purpose instead of a rank: `Giải bài viết hay nhất: 01 giải`
    r"(?:(?<=\n)|\A)\W*(?P<form>Giải\s[^\n:;,.\d]{4,60}?)\s*:\s*(?=\d+\s*giải|[\d.]+\s*(?:đồng|đ\b))"
)
_GROUP_OF_PRIZES = regex.compile(r"giải (?:cá nhân|tập thể|thưởng.*|đồng đội)")
_BARE_PRIZE = regex.compile(r":\s*\d+\s*(?P<form>giải)(?=\s*(?:x|,|\(|trị|mỗi))", regex.IGNORECASE)
_ANY_PRIZE = any_of("giải")
_TEAMS = any_of("tập thể|đồng đội|toàn đoàn")
_PERSONS = any_of("cá nhân")
_MEDAL = regex.compile(  # huy chương Vàng, Bạc và Đồng
    r"(?<!\p{L})(?:huy\s+chương|HC)\s+(?P<rank>vàng|bạc|đồng)(?:\s*(?:,|và|/)\s*(?:huy\s+chương\s+)?(?P<rank>vàng|bạc|đồng))*"
    r"(?!\p{L})",
    regex.IGNORECASE,
)
_LINE_RANK = regex.compile(  # Nhất | 01 | 500.000 đồng; - Nhì: 300.000 đồng; 1 | Khuyến khích | 05
    rf"[\W\d]{{0,12}}(?P<rank>{_RANK})\s*(?=[|:(–-])", regex.IGNORECASE
)
_PRIZE_HEAD = regex.compile(r"(?<!\p{L})giải(?:\s+thưởng)?(?!\p{L})[^:\n.;]{0,40}:", regex.IGNORECASE)
_COUNTED_RANK = regex.compile(  # Cơ cấu giải: 1 nhất, 2 nhì; Giải thưởng: Nhất: 01 giải, Nhì: 02 giải
    rf"(?:(?<=(?<![\d.,])\d{{1,2}}\s+)(?P<rank>{_RANK})|(?<=[:,;]\s*)(?P<rank>{_RANK})(?=\s*[:(]\s*\d))",
    regex.IGNORECASE,
)
_PARTY_BADGE = regex.compile(r"(?<!\p{L})huy\s+hiệu\s+\d{2}\s+năm\s+tuổi\s+đảng(?!\p{L})", regex.IGNORECASE)
_QUOTED_TITLE = regex.compile(
    r"(?<!\p{L})danh\s+hiệu\s*[“\"]\s*(?P<form>\p{Lu}[^“”\"\n.;:]{5,60}?)\s*[”\"]", regex.IGNORECASE
)
_QUOTED_NAME = regex.compile(r"\s*[“\"][^“”\"\n]{3,90}[”\"]")  # Kỷ niệm chương “Vì sự nghiệp ...” của ...
_HONOUR_RANK = regex.compile(r"\s*[”\"]?\s*,?\s*hạng\s+(?P<rank>nhất|nhì|ba|I{1,3})(?!\p{L})", regex.IGNORECASE)
_CLASS = regex.compile(  # cấp tỉnh; cấp tỉnh, thành phố trực thuộc Trung ương
    r"\s*[”\"]?\s*cấp\s+(?P<level>nhà nước|bộ|tỉnh|thành phố|huyện|quận|xã|phường|trường|cơ sở)(?!\p{L})"
    r"(?:\s*,\s*(?:thành phố|ngành|ban)[^,;.\n”\"]{0,40}?trung ương)?",
    regex.IGNORECASE,
)
_LEVELS = {
    "nhà nước": "state", "bộ": "central", "tỉnh": "province", "thành phố": "province", "huyện": "district",
    "quận": "district", "xã": "grassroots", "phường": "grassroots", "trường": "grassroots", "cơ sở": "grassroots",
}  # fmt: skip
_RANK_LENGTH, _CLASS_LENGTH = 40, 120  # characters after a form in which these end
_NEXT_RANK = regex.compile(r"\s*(?:,|và|hoặc|;)\s*hạng\s+(?P<rank>nhất|nhì|ba|I{1,3})(?!\p{L})", regex.IGNORECASE)
_NEXT_OF = regex.compile(r"\s*(?:,|và|hoặc)\s*(?:hoặc\s+)?của\s+", regex.IGNORECASE)
_OF = regex.compile(r"\s*[”\"]?\s*(?P<of>của|do)?\s+(?=\p{L})", regex.IGNORECASE)
_NO_CONFERRER = any_of(
    "cho|và|hoặc|kèm|theo|đối|trong|năm|về|hạng|cấp|gồm|là|các|những|mỗi|từ|tại|với|để|đã|được|có|hay|khi|nếu"
)
_JOIN = regex.compile(r"\s*(?:[,;/]|và|hoặc|[”\"])*\s*(?:\d+\s+)?", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AwardMention:
    """A mention of an award: half-open span of form, rank and conferrer; values as the contract names them.

    `conferrer`: half-open span of the body named right after the form, or None; `level`, `to`: told by the form itself
    (`cấp tỉnh`, a law's); `kind`: `title`, `medal`, `flag`, `certificate`, `badge` or `prize`; `joined`: only `và` or a
    comma stands between it and the next award.
    """

    start: int
    end: int
    form: str
    kind: str
    rank: str | None = None
    conferrer: Span | None = None
    level: str | None = None
    to: str | None = None
    joined: bool = False


def find_awards(text: str, start: int, end: int) -> list[AwardMention]:
    """The awards named between two offsets, in order; forms joined by `và` share the conferrer after the last."""
    found = [
        *_honours(text, start, end), *_party_badges(text, start, end), *_quoted_titles(text, start, end),
        *_prizes(text, start, end), *_unranked(text, start, end),
    ]  # fmt: skip
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[AwardMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end or mention.rank != kept[-1].rank:
            kept.append(mention)
    return _sharing(text, kept)


def _honours(text: str, start: int, end: int) -> Iterator[AwardMention]:
    for match in _forms().finditer(text, start, end):
        row = _rows()[_plain(match.group())]
        rank = _HONOUR_RANK.match(text, match.end(), min(end, match.end() + _RANK_LENGTH))
        after = rank.end() if rank else match.end()
        grade = _CLASS.match(text, after, min(end, after + _CLASS_LENGTH))
        after = grade.end() if grade else after
        named = _QUOTED_NAME.match(text, after, end) if row["kind"] == "badge" else None
        conferrer = _conferrer(text, named.end() if named else after, end)
        first = AwardMention(
            start=match.start(),
            end=conferrer[1] if conferrer else after,
            form=row["form"],
            kind=row["kind"],
            rank=_rank(rank["rank"]) if rank else None,
            conferrer=conferrer,
            level=_LEVELS[_plain(grade["level"])] if grade else row["level"] or None,
            to=row["to"] or None,
        )
        yield first
        if rank:
            yield from _more_ranks(text, first, after, end)
        if conferrer:
            yield from _more_conferrers(text, first, end)


def _more_ranks(text: str, first: AwardMention, at: int, end: int) -> Iterator[AwardMention]:
    """`Huân chương Lao động hạng Nhất, hạng Nhì, hạng Ba`: the further classes of the same order."""
    while more := _NEXT_RANK.match(text, at, min(end, at + _RANK_LENGTH)):
        at = more.end()
        yield replace(first, start=more.start("rank"), end=at, rank=_rank(more["rank"]))


def _more_conferrers(text: str, first: AwardMention, end: int) -> Iterator[AwardMention]:
    """`Giấy khen của X, của Y`: the same form from further bodies."""
    at = first.end
    while (more := _NEXT_OF.match(text, at, end)) and (span := body_span_at(text, more.end(), end)):
        at = span[1]
        yield replace(first, start=span[0], end=at, conferrer=span)


def _party_badges(text: str, start: int, end: int) -> Iterator[AwardMention]:
    """`Huy hiệu 30 năm tuổi Đảng` (Party Statute; Guidance 30-HD/BTCTW)."""
    for match in _PARTY_BADGE.finditer(text, start, end):
        yield AwardMention(*match.span(), _plain(match.group()), "badge", to="individual")


def _quoted_titles(text: str, start: int, end: int) -> Iterator[AwardMention]:
    """Titles that no law names: `danh hiệu “Công nhân tiêu biểu”`."""
    for match in _QUOTED_TITLE.finditer(text, start, end):
        form = _plain(match["form"])
        if not _forms().match(form):
            yield AwardMention(*match.span("form"), form, "title", to=None)


def _prizes(text: str, start: int, end: int) -> Iterator[AwardMention]:
    for match in _PRIZE.finditer(text, start, end):
        to = None
        if _TEAMS.search(match.group()):
            to = "collective"
        elif _PERSONS.search(match.group()):
            to = "individual"
        first = match.end("rank")
        yield AwardMention(match.start(), first, "giải", "prize", _rank(match["rank"]), to=to)
        for more in _MORE.finditer(text, first, match.end()):
            yield AwardMention(more.start(), more.end(), "giải", "prize", _rank(more.group()), to=to)


def find_line_rank(text: str, start: int, end: int) -> AwardMention | None:
    """The prize of a line or row that is led by a rank alone (`Nhất | 01 | 500.000 đồng`); for lists of prizes."""
    match = _LINE_RANK.match(text, start, end)
    return AwardMention(*match.span("rank"), "giải", "prize", _rank(match["rank"])) if match else None


def _unranked(text: str, start: int, end: int) -> Iterator[AwardMention]:
    """Prizes without a rank: by their purpose, or a bare number of prizes after who gets them."""
    for match in _MEDAL.finditer(text, start, end):
        for n, rank in enumerate(match.captures("rank")):
            begin, stop = match.spans("rank")[n]
            yield AwardMention(match.start() if n == 0 else begin, stop, "huy chương", "prize", _rank(rank))
    for match in _OTHER_PRIZE.finditer(text, start, end):
        form = _plain(match["form"])
        if not _PRIZE.match(text, *match.span("form")) and not _GROUP_OF_PRIZES.fullmatch(form):
            yield AwardMention(*match.span("form"), form, "prize")
    head = _PRIZE_HEAD.search(text, start, end)
    for match in _COUNTED_RANK.finditer(text, head.end() - 1, end) if head else ():
        yield AwardMention(*match.span("rank"), "giải", "prize", _rank(match["rank"]))
    for match in _BARE_PRIZE.finditer(text, start, end):
        line = max(text.rfind("\n", start, match.start()) + 1, start)
        if not _ANY_PRIZE.search(text, line, match.start()):
            yield AwardMention(*match.span("form"), "giải", "prize")


def _rank(text: str) -> str:
    rank = _plain(text)
    return _SAME_RANK.get(rank, rank)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _conferrer(text: str, at: int, end: int) -> Span | None:
    """The body after `của`, `do`, or right after the form (`Bằng khen LĐLĐ tỉnh`)."""
    lead = _OF.match(text, at, min(end, at + _RANK_LENGTH))
    if lead is None or _NO_CONFERRER.match(text, lead.end(), lead.end() + _RANK_LENGTH):
        return None
    if not lead["of"] and not text[lead.end()].isupper():
        return None
    return body_span_at(text, lead.end(), end)


def _sharing(text: str, found: list[AwardMention]) -> list[AwardMention]:
    """`Cờ thi đua và Bằng khen của Chủ tịch ...`: what stands after the last holds for those joined before it."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        here, after = out[i], out[i + 1]
        if here.kind == "prize" or not _JOIN.fullmatch(text, here.end, after.start):
            continue
        out[i] = replace(here, conferrer=here.conferrer or after.conferrer, joined=after.kind != "prize")
    return out


@cache
def _rows() -> dict[str, dict[str, str]]:
    return {alias: row for row in load("awards") for alias in _aliases(row["form"])}


def _aliases(form: str) -> set[str]:
    """Spellings of one form: sĩ/sỹ, kỷ/kỉ, hóa/hoá, lý/lí."""
    forms = {form}
    for one, other in (("sĩ", "sỹ"), ("kỷ", "kỉ"), ("hóa", "hoá"), ("lý tự", "lí tự")):
        forms |= {alias.replace(one, other) for alias in forms}
    return forms


@cache
def _forms() -> regex.Pattern[str]:
    """All forms, the longest first; white space may be a line's end."""
    return any_of(*sorted(_rows(), key=lambda form: (-len(form), form)))
