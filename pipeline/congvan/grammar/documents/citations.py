"""How a document is cited: type, number, date, issuer, title in a row; text and mentions in, parts with offsets out.

`Kế hoạch số 12/KH-ABC ngày 5/3/2021 của Sở X về việc ...`: what stands before a number names the type, what follows
it is read from left to right until a title ends where the main clause goes on.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

import regex

from congvan.datamodel.mentions import DateMention, Mentions
from congvan.grammar.documents.cited_titles import ABOUT, REGULATING, opens_title, title_at
from congvan.grammar.documents.type_names import type_before
from congvan.grammar.phrasebook import aligned
from congvan.grammar.who.bodies import body_span_at
from congvan.grammar.who.heads import forms

Span = tuple[int, int]

# How far before a number its type may begin: the longest law names have some 170 characters.
LOOK_BACK = 220
# Paragraphs of dispatches have up to some 5000 characters; the bound keeps the cost linear in any text.
LONGEST_LINE = 20_000
# `số`, `Số:`, and what OCR makes of it; a stray mark may stand before the figures.
_NUMBER_WORD = r"(?:(?:\b[Ss][ốôóỗỏồ]\b)\s{0,3}[:.;]?\s{0,3}(?:\S\s)?)?\s{0,3}"
_AT_END = regex.compile(rf"\s{{0,3}}{_NUMBER_WORD}\Z")
_LAW_BEFORE = regex.compile(
    rf"\b(?P<type>Bộ\sluật|[Ll]uật|[Pp]háp\slệnh)\s(?P<title>[^;:|\n]{{2,170}}?)\s{{0,2}},?\s{{0,2}}(?:\((?:[Ll]uật\s)?)?{_NUMBER_WORD}\Z"
)
_OTHER_LAW = regex.compile(r"(?<!\b[Pp]háp\s)\b[Ll]uật\b(?!\s(?:sư|pháp))")
# các Kế hoạch của UBND tỉnh: số 12/...
_HEAD_BEFORE = regex.compile(rf"\scủa\s(?P<issuer>[^;|\n“”\"]{{2,100}}?)\s?:?\s{{0,2}}{_NUMBER_WORD}\Z")
# Kế hoạch tuyên truyền năm nay số 12/...
_WORDS_BETWEEN = regex.compile(rf"(?:\s\p{{Ll}}+){{1,4}}\s{_NUMBER_WORD}\Z")
_LINK_TO_DATE = regex.compile(
    r"\)?\s{0,3}[,(|–-]?\s{0,2}(?:(?:được\s)?(?:ký|ban\shành|ra|thông\squa|cấp|đề|lập)\s)?(?:\p{L}{3,4}\s)?\Z"
)
_BLANK_DATE = regex.compile(
    r"/\s?(?P<month>\d{1,2})\s?/\s?(?P<year>(?:19|20)\d\d)|(?:/|năm\s{0,3})\s?(?P<alone>(?:19|20)\d\d)"
)
# A date with a figure that OCR lost: `ngày 27 tháng ồ năm 2021 của`
_UNREAD_DATE = regex.compile(r"\s{0,2},?\sngày\s[^;,\n]{1,32}?(?=\scủa\s)")
_AND = regex.compile(r"\s(?:và|với)\s(?=\p{L})")
# A month of two figures torn apart: `ngày 28/1 1/2023`
_SPLIT_DATE = regex.compile(
    r"\s{0,3},?\s{0,2}ngày\s(?P<day>[0-2]?\d|3[01])/(?P<tens>[01])\s(?P<ones>\d)/(?P<year>(?:19|20)\d\d)"
)
_OF = regex.compile(r"\s{0,3},?\s{0,2}(?P<word>của|do|giữa|CỦA|GIỮA)?\s{1,3}")
# Quyết định ngày 5/4/2022 số 12/QĐ-UBND
_DATE_BEFORE = regex.compile(
    rf"(?:\sra)?,?\s(?P<date>ngày\s\d{{1,2}}(?:\s?[/.-]\s?|\stháng\s)\d{{1,2}}(?:\s?[/.-]\s?|\snăm\s)\d{{4}}),?\s{_NUMBER_WORD}\Z"
)
# The place that a number's `UBND` is of: `số 12/QĐ-UBND tỉnh Sơn Hà ngày`
_OF_PLACE = regex.compile(
    r"(?<=UBND|HĐND)\s(?:tỉnh|huyện|thành\sphố|thị\sxã|xã|phường)(?:\s\p{Lu}\p{Ll}*){0,4}(?=,?\s(?:ngày|về)\s)"
)
# What a body's name goes on with where the words of the lexicon end: `Hội đồng` (tuyển dụng viên chức) về ...
_NAME_GOES_ON = regex.compile(
    r"(?:\s(?:-\s)?(?!về\b|quy\sđịnh\b|việc\b|đã\b|tại\b|có\b|được\b)[\p{L}\d]+){1,7}"
    r"(?=\s(?:về\b|[Vv]/v)|[;.]|\s*\Z)"
)
# Bodies that are told by what they are for, in small letters.
_TOLD_BY_TASK = regex.compile(
    r"(?:Hội\sđồng|Đoàn|Tổ|Ban|Tiểu\sban|Trưởng\s(?:phòng|ban|đoàn)|Ban\s(?:Tổ\schức|Quản\slý|Chỉ\sđạo))\b"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A whole citation: half-open span, type, and what it tells of the document (spans of the words, or None)."""

    start: int
    end: int
    type: str
    code: str | None = None
    issued_on: str | None = None
    issuer: Span | None = None
    title: Span | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before a number: `start` of the type word, the type's name, a law's own title, an issuer."""

    start: int
    type: str
    title: Span | None = None
    issuer: Span | None = None
    issued_on: str | None = None


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a number: date, issuer, title; `end` is the end of the last part that was read."""

    end: int
    issued_on: str | None = None
    issuer: Span | None = None
    title: Span | None = None
    about: bool = False  # the title was opened by về, việc


def line_bounds(text: str, pos: int) -> Span:
    """Start and end of the paragraph around `pos`; one without an end is cut `LONGEST_LINE` characters away."""
    floor, ceiling = max(0, pos - LONGEST_LINE), min(len(text), pos + LONGEST_LINE)
    end = text.find("\n", pos, ceiling)
    return max(text.rfind("\n", floor, pos) + 1, floor), ceiling if end < 0 else end


def head_before(text: str, pos: int, floor: int) -> Head | None:
    """The type of document that is named before the number at `pos`, not before `floor`; None where none is."""
    begin = max(floor, pos - LOOK_BACK)
    before = text[begin:pos]
    if (dated := _DATE_BEFORE.search(before)) is not None:
        owned = head_before(text, begin + dated.start(), floor)
        return replace(owned, issued_on=_iso(dated["date"])) if owned is not None and owned.title is None else None
    number_word = _AT_END.search(before)
    bare = before[: number_word.start()] if number_word else before
    law = _LAW_BEFORE.search(before)
    if (found := type_before(bare)) is not None and (law is None or not bare.endswith(("(Luật", "(luật"))):
        return Head(begin + found[0], found[1])
    if law is not None and not _OTHER_LAW.search(law["title"].partition("của Luật")[0]):
        name = "pháp lệnh" if law["type"].lower().startswith("pháp") else "luật"
        return Head(begin + law.start(), name, title=(begin + law.start("title"), begin + law.end("title")))
    listed = _HEAD_BEFORE.search(before)
    if listed is not None and (found := type_before(before[: listed.start()])) is not None:
        issuer = body_span_at(text, begin + listed.start("issuer"), begin + listed.end("issuer"), joint=True)
        return Head(begin + found[0], found[1], issuer=issuer)
    between = _WORDS_BETWEEN.search(before)
    if between is not None and (found := type_before(before[: between.start()])) is not None:
        return Head(begin + found[0], found[1])
    return None


def _iso(date: str) -> str | None:
    """`ngày 5/4/2022`, `ngày 05 tháng 4 năm 2022` as an ISO date; None where the calendar has no such day."""
    day, month, year = (int(figure) for figure in regex.findall(r"\d+", date))
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def tail_after(text: str, mentions: Mentions, pos: int, limit: int, *, preamble: bool) -> Tail:
    """What follows a number (or a type word) that ends at `pos`, up to `limit`: date, issuer and title.

    `preamble`: the paragraph is a `Căn cứ` item, where whatever follows the issuer is the title.
    """
    place = _OF_PLACE.match(text, pos, limit)
    end, issued_on, issuer = place.end() if place else pos, None, None
    for _ in range(2):  # date and issuer stand in either order
        if issued_on is None and (dated := _date_at(text, mentions, end, limit)) is not None:
            end, issued_on = dated
        elif issued_on is None and (unread := _UNREAD_DATE.match(text, end, limit)) is not None:
            end = unread.end()
        if issuer is None and (owned := _issuer_at(text, end, limit, dated=issued_on is not None)) is not None:
            issuer, end = owned, owned[1]
    title, about = title_at(text, mentions, end, limit, preamble=preamble)
    return Tail(title[1] if title else end, issued_on, issuer, title, about)


def _date_at(text: str, mentions: Mentions, pos: int, limit: int) -> tuple[int, str | None] | None:
    if (split := _SPLIT_DATE.match(text, pos, limit)) is not None:
        month = int(split["tens"] + split["ones"])
        return (split.end(), f"{split['year']}-{month:02d}-{int(split['day']):02d}") if month <= 12 else None
    date = next(iter(mentions.dates_in(pos, min(limit, pos + 24))), None)
    if date is None or _LINK_TO_DATE.match(text, pos, date.start) is None:
        return None
    if date.precision not in ("day", "year", "month"):
        return None
    if date.precision != "day" and not text[pos : date.start].isspace():
        return None
    end = date.end + (text[date.end : date.end + 1] == ")" and "(" in text[pos : date.start])
    return end, date.value if date.value is not None else blank_date(text, date)


def blank_date(text: str, date: DateMention) -> str | None:
    """Month or year of a date whose day is not filled in: `ngày   /10/2022` gives `2022-10`."""
    known = _BLANK_DATE.search(text, date.start, date.end)
    if known is None:
        return None
    if known["month"] and 1 <= int(known["month"]) <= 12:
        return f"{known['year']}-{int(known['month']):02d}"
    return known["year"] or known["alone"]


def _issuer_at(text: str, pos: int, limit: int, *, dated: bool) -> Span | None:
    """The body after `của` (`do`, `giữa`), or directly after a date (`ngày 5/3/2021 Bộ Y tế về việc`)."""
    link = _OF.match(text, pos, limit)
    if link is None and text.startswith("của ", pos):  # the blank before it was lost
        return _one_or_joint(text, pos + 4, limit)
    if link is None or (link["word"] is None and not dated):
        return None
    word = (link["word"] or "").lower()
    if not word and not text[link.end() : link.end() + 1].isupper():
        return None
    span = _whole(text, _one_or_joint(text, link.end(), limit), limit)
    if word == "giữa" and span is not None:
        return _both(text, span, limit)
    if word and span is not None:
        return _grown(text, span, limit)
    if span is not None:
        after = text[span[1] : span[1] + 12].lstrip(" ,")
        return span if ABOUT.match(after) or REGULATING.match(after) else None
    return span


def _grown(text: str, span: Span, limit: int) -> Span:
    """The issuer with the words of its task that no lexicon knows: `Hội đồng chấm thi nghề về ...`."""
    rest = _NAME_GOES_ON.match(text, span[1], limit)
    if rest is None or (text[span[1] : span[1] + 1] != " ") or not _TOLD_BY_TASK.match(text, span[0], span[1]):
        return span
    bare = _TOLD_BY_TASK.fullmatch(text, *span) is not None
    about = ABOUT.match(text, rest.end() + 1, limit) is not None
    return (span[0], rest.end()) if bare or (about and not opens_title(text, span[1] + 1, limit)) else span


def _both(text: str, first: Span, limit: int) -> Span:
    """`giữa X và Y`: up to the second body, which may be told in small letters (`và nhà trường`)."""
    link = _AND.match(text, first[1], limit)
    second = body_span_at(text, link.end(), limit) if link else None
    return (first[0], second[1]) if second else first


def _whole(text: str, span: Span | None, limit: int) -> Span | None:
    """No issuer is told by the one syllable that a line break or OCR left of its name (`của Ban`, `của Thành`)."""
    word = text[slice(*span)] if span else ""
    if " " in word or word.isupper():
        return span
    return span if span and span[1] < limit and aligned(word) in forms() else None


def _one_or_joint(text: str, pos: int, limit: int) -> Span | None:
    """The issuer at `pos`; several bodies are joint issuers only where the title or the end follows the last.

    `của Sở A và Sở B về việc` has two, `của Sở A, UBND huyện đề nghị` one: there the main clause has begun.
    """
    one, joint = body_span_at(text, pos, limit), body_span_at(text, pos, limit, joint=True)
    if one is None or joint is None or one == joint or text[one[1] : one[1] + 1] == ":":
        return joint
    after = joint[1] + (text[joint[1] : joint[1] + 1] == " ")
    if ABOUT.match(text, after, limit) or REGULATING.match(text, after, limit):
        return joint
    listed = "," not in text[one[1] : joint[1]]
    ended = after >= limit or text[after] in ";.)"
    return joint if listed and (ended or opens_title(text, after, limit)) else one


def value(text: str, span: Span | None) -> str | None:
    """The words of a span with runs of white space as one space."""
    return " ".join(text[slice(*span)].split()) if span else None
