"""Awards as offices name them: form, rank, class and conferrer; text in, spans and values out.

Forms stand in `lexicons/awards.tsv` (Law on Emulation and Commendation 06/2022/QH15); `prizes` reads those of contests.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import regex

from congvan.grammar.awards.mention import AwardMention, Span, plain
from congvan.grammar.awards.prizes import prizes_in, rank_of
from congvan.grammar.who.bodies import body_span_at
from congvan.grammar.wording import any_of
from congvan.lexicons import load

_PARTY_BADGE = regex.compile(r"(?<!\p{L})huy\s+hiệu\s+\d{2}\s+năm\s+tuổi\s+đảng(?!\p{L})", regex.IGNORECASE)
_QUOTED_TITLE = regex.compile(
    r"(?<!\p{L})danh\s+hiệu\s*[“\"]\s*(?P<form>\p{Lu}[^“”\"\n.;:]{5,60}?)\s*[”\"]", regex.IGNORECASE
)
_DECIDED_TITLE = regex.compile(
    r"(?<!\p{L})danh\s+hiệu\s+(?P<form>\p{Ll}[\p{L}\s]{5,60}?)\s+do\s+(?=\p{Lu})", regex.IGNORECASE
)
_THE_TITLE = regex.compile(r"\W*(?P<form>danh\s+hiệu)\s+(?:này\s+|trên\s+)?do\s+(?=\p{Lu})", regex.IGNORECASE)
_DECIDES = regex.compile(r"\s+(?:công\s+nhận|xét|tặng|trao|quyết\s+định)", regex.IGNORECASE)
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
_SMALL = any_of("nhà trường|công đoàn|lãnh đạo|tổng|tỉnh đoàn|huyện đoàn|thành đoàn")
_JOIN = regex.compile(r"\s*(?:[,;/]|và|hoặc|[”\"])*\s*(?:\d+\s+)?", regex.IGNORECASE)


def find_awards(text: str, start: int, end: int) -> list[AwardMention]:
    """The awards named between two offsets, in order; forms joined by `và` share the conferrer after the last."""
    found = [
        *_honours(text, start, end), *_party_badges(text, start, end), *quoted_titles(text, start, end),
        *_named_titles(text, start, end), *prizes_in(text, start, end),
    ]  # fmt: skip
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[AwardMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end or mention.rank != kept[-1].rank:
            kept.append(mention)
    return _sharing(text, kept)


def _honours(text: str, start: int, end: int) -> Iterator[AwardMention]:
    for match in _forms().finditer(text, start, end):
        printed = plain(match.group())
        row = _rows()[printed]
        rank = _HONOUR_RANK.match(text, match.end(), min(end, match.end() + _RANK_LENGTH))
        after = rank.end() if rank else match.end()
        grade = _CLASS.match(text, after, min(end, after + _CLASS_LENGTH))
        after = grade.end() if grade else after
        named = _QUOTED_NAME.match(text, after, end) if row["kind"] == "badge" else None
        conferrer = _conferrer(text, named.end() if named else after, end, led=row["kind"] == "badge")
        first = AwardMention(
            start=match.start(),
            end=conferrer[1] if conferrer else after,
            form=row["form"],
            kind=row["kind"],
            rank=rank_of(rank["rank"]) if rank else None,
            conferrer=conferrer,
            level=_LEVELS[plain(grade["level"])] if grade else row["level"] or None,
            to=row["to"] or None,
            printed=printed if printed in row["short"].split("|") else row["form"],
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
        yield replace(first, start=more.start("rank"), end=at, rank=rank_of(more["rank"]))


def _more_conferrers(text: str, first: AwardMention, end: int) -> Iterator[AwardMention]:
    """`Giấy khen của X, của Y`: the same form from further bodies."""
    at = first.end
    while (more := _NEXT_OF.match(text, at, end)) and (span := body_span_at(text, more.end(), end)):
        at = span[1]
        yield replace(first, start=span[0], end=at, conferrer=span)


def _party_badges(text: str, start: int, end: int) -> Iterator[AwardMention]:
    """`Huy hiệu 30 năm tuổi Đảng` (Party Statute; Guidance 30-HD/BTCTW)."""
    for match in _PARTY_BADGE.finditer(text, start, end):
        yield AwardMention(*match.span(), plain(match.group()), "badge", to="individual")


def quoted_titles(text: str, start: int, end: int) -> Iterator[AwardMention]:
    """Titles that no law names: `danh hiệu “Công nhân tiêu biểu”`."""
    for match in _QUOTED_TITLE.finditer(text, start, end):
        form = plain(match["form"])
        if not _forms().match(form):
            yield AwardMention(*match.span("form"), form, "title", to=None)


def title_meant(text: str, start: int, end: int, titles: Sequence[str]) -> AwardMention | None:
    """The title of which `Danh hiệu do X công nhận, kèm ...` speaks, where the dispatch names only one."""
    match = _THE_TITLE.match(text, start, end)
    span = body_span_at(text, match.end(), end) if match and len(titles) == 1 else None
    if match is None or span is None or not _DECIDES.match(text, span[1], min(end, span[1] + _RANK_LENGTH)):
        return None
    return AwardMention(match.start("form"), span[1], titles[0], "title", conferrer=span)


def _named_titles(text: str, start: int, end: int) -> Iterator[AwardMention]:
    """Titles without quotation marks that a body decides: `danh hiệu vững mạnh xuất sắc do LĐLĐ huyện công nhận`."""
    for match in _DECIDED_TITLE.finditer(text, start, end):
        form, span = plain(match["form"]), body_span_at(text, match.end(), end)
        if span and _DECIDES.match(text, span[1], min(end, span[1] + _RANK_LENGTH)) and not _forms().search(form):
            yield AwardMention(match.start("form"), span[1], form, "title", conferrer=span)


def _conferrer(text: str, at: int, end: int, *, led: bool) -> Span | None:
    """The body after `của`, `do`, or right after the form (`Bằng khen LĐLĐ tỉnh`), a badge's only if `led` so."""
    lead = _OF.match(text, at, min(end, at + _RANK_LENGTH))
    if lead is None or _NO_CONFERRER.match(text, lead.end(), lead.end() + _RANK_LENGTH):
        return None
    if not lead["of"] and (led or not text[lead.end()].isupper()):
        return None
    # `của cơ quan, đơn vị`: a small noun in the plural is nobody; `của nhà trường` is the school
    small = not text[lead.end()].isupper() and not _SMALL.match(text, lead.end())
    return None if small else body_span_at(text, lead.end(), end)


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
    rows = [row for row in load("awards") if row["kind"] != "place"]
    short = {form: row for row in rows for form in row["short"].split("|") if form}
    return short | {alias: row for row in rows for alias in _aliases(row["form"])}


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
