"""How a document is cited: type, number, date, issuer, title in a row; text and mentions in, parts with offsets out.

`Kế hoạch số 12/KH-ABC ngày 5/3/2021 của Sở X về việc ...`: what stands before a number names the type, what follows
it is read from left to right until a title ends where the main clause goes on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from congvan.datamodel.mentions import DateMention, Mentions
from congvan.grammar.bodies import body_span_at
from congvan.grammar.phrasebook import Phrases, aligned, bared
from congvan.lexicons import load
from congvan.text.folding import lowered

Span = tuple[int, int]

# How far before a number its type may begin: the longest law names have some 170 characters.
LOOK_BACK = 220
# Titles of decisions run to some 400 characters; a longer stretch is a lost full stop.
MAX_TITLE = 700

# `số`, `Số:`, and what OCR makes of it; a stray mark may stand before the figures.
_NUMBER_WORD = r"(?:(?:\b[Ss][ốôóỗỏồ]\b)\s{0,3}[:.;]?\s{0,3}(?:\S\s)?)?\s{0,3}"
_AT_END = regex.compile(rf"\s{{0,3}}{_NUMBER_WORD}\Z")
_LAW_BEFORE = regex.compile(
    rf"\b(?P<type>Bộ\sluật|[Ll]uật|[Pp]háp\slệnh)\s(?P<title>[^;:|\n]{{2,170}}?)\s{{0,2}},?\s{{0,2}}{_NUMBER_WORD}\Z"
)
# các Kế hoạch của UBND tỉnh: số 12/...
_HEAD_BEFORE = regex.compile(rf"\scủa\s(?P<issuer>[^;|\n“”\"]{{2,100}}?)\s?:?\s{{0,2}}{_NUMBER_WORD}\Z")
# Kế hoạch tuyên truyền năm nay số 12/...
_WORDS_BETWEEN = regex.compile(rf"(?:\s\p{{Ll}}+){{1,4}}\s{_NUMBER_WORD}\Z")
_LINK_TO_DATE = regex.compile(
    r"\s{0,3}[,(|]?\s{0,2}(?:(?:được\s)?(?:ký|ban\shành|ra|thông\squa|cấp)\s)?(?:\p{L}{3,4}\s)?\Z"
)
_BLANK_DATE = regex.compile(
    r"/\s?(?P<month>\d{1,2})\s?/\s?(?P<year>(?:19|20)\d\d)|(?:/|năm\s{0,3})\s?(?P<alone>(?:19|20)\d\d)"
)
# A date with a figure that OCR lost: `ngày 27 tháng ồ năm 2021 của`
_UNREAD_DATE = regex.compile(r"\s{0,2},?\sngày\s[^;,\n]{1,32}?(?=\scủa\s)")
_OF = regex.compile(r"\s{0,3},?\s{0,2}(?P<word>của|do|giữa)?\s{1,3}")
_REMARK = regex.compile(
    r"\(\s?(?:sau\sđây|gọi|viết|kèm|đính|gửi|có|bản|được|đã|thay|tài|theo|ban\shành|số|ngày|trích|nay|tại|chi\stiết)\b",
    regex.IGNORECASE,
)
_BRACKET = regex.compile(r"\s{0,2}\([^()\n]{0,120}\)")
_ABOUT = regex.compile(r"(?:v[ềêeếểễẻ]\s+vi[ệêe]c|v[ềê]|v/v|việc)(?:\s{0,2}:)?\s+", regex.IGNORECASE)
_REGULATING = regex.compile(r"[;,]?\s{0,2}qu[yi]\s+[đd][ịiíì]nh\b(?:\s+về\b)?\s+(?!tại|trong|như|nêu|này|trên|của)", regex.IGNORECASE)
_OPEN = "“\"«"
_MARK = regex.compile(r"[;.:,()“”\"«»|\n]|\svà\s|\svới\schủ\sđề|\snhư\ssau|\s(?:đến|tới)\s(?:các|toàn\sthể|từng|tất\scả)\s")
_MAIN_CLAUSE = regex.compile(
    r"""\s*(?:
      đề\snghị | yêu\scầu | nhằm | để\s | góp\sphần | trong\sđó | theo\sđó | đồng\sthời | nay\s | cụ\sthể | kết\squả
    | căn\scứ | trên\scơ\ssở | nhà\strường | các\s(?:đơn\svị|cơ\squan) | trong\sthời\sgian | thời\sgian\squa
    | ngày\s\d | hiện\snay | sau\skhi | chậm\snhất | trước\sngày | gửi\s | phấn\sđấu | với\s | do\s | vì\s | đã\s | có\s
    | là\s | gồm\s | bao\sgồm | kèm\s | theo\s | như\s | tôi\s | chúng\stôi | tại\s | vào\s | qua\s | thì\s | nếu\s
    | công\sđoàn | ban\s(?:chấp\shành|thường\svụ|tổ\schức) | trường\s\p{Lu} | liên\sđoàn
    )""",
    regex.VERBOSE | regex.IGNORECASE,
)
_DUTY = regex.compile(
    r"\s*(?:giao|thực\shiện|rà\ssoát|triển\skhai|đôn\sđốc|phối\shợp|tổ\schức|chủ\strì|báo\scáo|đề\sxuất|tham\smưu|chỉ\sđạo|yêu\scầu|đề\snghị|gửi|tiếp\stục|\p{Lu})",
)
_NEXT_CUE = regex.compile(
    r"(?:căn\scứ|(?:triển\skhai\s)?thực\shiện|theo|xét|trên\scơ\ssở|quán\striệt)\s", regex.IGNORECASE
)
_ABBREVIATION = regex.compile(r"(?:\b(?:TP|Tp|tp|TX|ThS|TS|GS|BS|st|tr)|\b\p{Lu})\Z")


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


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a number: date, issuer, title; `end` is the end of the last part that was read."""

    end: int
    issued_on: str | None = None
    issuer: Span | None = None
    title: Span | None = None
    about: bool = False  # the title was opened by về, việc


def head_before(text: str, pos: int, floor: int) -> Head | None:
    """The type of document that is named before the number at `pos`, not before `floor`; None where none is."""
    begin = max(floor, pos - LOOK_BACK)
    before = text[begin:pos]
    number_word = _AT_END.search(before)
    bare = before[: number_word.start()] if number_word else before
    if (found := _type_at_end(bare)) is not None:
        return Head(begin + found[0], found[1])
    law = _LAW_BEFORE.search(before)
    if law is not None and not regex.search(r"\b[Ll]uật\b(?!\s(?:sư|pháp))", law["title"].partition("của Luật")[0]):
        name = "pháp lệnh" if law["type"].lower().startswith("pháp") else "luật"
        return Head(begin + law.start(), name, title=(begin + law.start("title"), begin + law.end("title")))
    listed = _HEAD_BEFORE.search(before)
    if listed is not None and (found := _type_at_end(before[: listed.start()])) is not None:
        issuer = body_span_at(text, begin + listed.start("issuer"), begin + listed.end("issuer"), joint=True)
        return Head(begin + found[0], found[1], issuer=issuer)
    between = _WORDS_BETWEEN.search(before)
    if between is not None and (found := _type_at_end(before[: between.start()])) is not None:
        return Head(begin + found[0], found[1])
    return None


def type_at(text: str, pos: int, limit: int | None = None) -> tuple[int, str] | None:
    """The end and the name of the type of document whose words begin at `pos`, or None."""
    stop = min(len(text) if limit is None else limit, pos + 40)
    words = _type_phrases().at(aligned(text[pos:stop]), 0)
    return (pos + len(words), _type_names()[words]) if words else None


def tail_after(text: str, mentions: Mentions, pos: int, limit: int, *, preamble: bool) -> Tail:
    """What follows a number (or a type word) that ends at `pos`, up to `limit`: date, issuer and title.

    `preamble`: the paragraph is a `Căn cứ` item, where whatever follows the issuer is the title.
    """
    end, issued_on, issuer = pos, None, None
    for _ in range(2):  # date and issuer stand in either order
        if issued_on is None and (dated := _date_at(text, mentions, end, limit)) is not None:
            end, issued_on = dated
        elif issued_on is None and (unread := _UNREAD_DATE.match(text, end, limit)) is not None:
            end = unread.end()
        if issuer is None and (owned := _issuer_at(text, end, limit, dated=issued_on is not None)) is not None:
            issuer, end = owned, owned[1]
    title, about = _title_at(text, mentions, end, limit, preamble=preamble)
    return Tail(title[1] if title else end, issued_on, issuer, title, about)


def _date_at(text: str, mentions: Mentions, pos: int, limit: int) -> tuple[int, str | None] | None:
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
    if link["word"] is None and not text[link.end() : link.end() + 1].isupper():
        return None
    span = _one_or_joint(text, link.end(), limit)
    if link["word"] is None and span is not None:
        after = text[span[1] : span[1] + 12].lstrip(" ,")
        return span if _ABOUT.match(after) or _REGULATING.match(after) else None
    return span


def _one_or_joint(text: str, pos: int, limit: int) -> Span | None:
    """The issuer at `pos`; several bodies are joint issuers only where the title or the end follows the last.

    `của Sở A và Sở B về việc` has two, `của Sở A, UBND huyện đề nghị` one: there the main clause has begun.
    """
    one, joint = body_span_at(text, pos, limit), body_span_at(text, pos, limit, joint=True)
    if one is None or joint is None or one == joint or text[one[1] : one[1] + 1] == ":":
        return joint
    after = joint[1] + (text[joint[1] : joint[1] + 1] == " ")
    verb = _title_verbs().at(aligned(text[after : min(limit, after + 30)]), 0)
    listed = "," not in text[one[1] : joint[1]]
    titled = _ABOUT.match(text, after, limit) or _REGULATING.match(text, after, limit) or (verb and listed)
    return joint if titled or (listed and (after >= limit or text[after] in ";.)")) else one


def _title_at(text: str, mentions: Mentions, pos: int, limit: int, *, preamble: bool) -> tuple[Span | None, bool]:
    bracket = _BRACKET.match(text, pos, limit)
    at = bracket.end() if bracket else pos
    while at < limit and text[at] in " ,\t":
        at += 1
    comma = "," in text[pos:at]
    if (opener := _ABOUT.match(text, at, limit)) is not None:
        return _title_span(text, mentions, opener.end(), limit), True
    if (opener := _REGULATING.match(text, at, limit)) is not None:
        return _title_span(text, mentions, opener.end(), limit), False
    if at < limit and text[at] in _OPEN and at > pos:
        inner = _ABOUT.match(text, at + 1, limit)
        return _title_span(text, mentions, at, limit, skip=inner.end() - at if inner else 0), True
    verb = _title_verbs().at(aligned(text[at : min(limit, at + 30)]), 0)
    if verb is not None and not comma and at > pos and not text.startswith("ban hành kèm", at):
        return _title_span(text, mentions, at, limit), False
    if preamble and at > pos and not comma and at < limit and text[at].isalpha() and not _LEFT_OVER.match(text, at):
        return _title_span(text, mentions, at, limit), False
    return None, False


# Words after a citation that are no title.
_LEFT_OVER = regex.compile(r"(?:của|tại|đã|có|được|nêu|và|là|trong|như|hoặc|cùng|theo|này|trên|thì|với|từ|ngày|năm)\b")


def _title_span(text: str, mentions: Mentions, begin: int, limit: int, skip: int = 0) -> Span | None:
    """The title that begins at `begin`, without its outer quotation marks; `skip`: characters inside the quote."""
    while begin < limit and text[begin] == " ":
        begin += 1
    quoted = begin < limit and text[begin] in _OPEN
    closing = _closing(text, begin, limit) if quoted else None
    if quoted and closing is not None and text[closing + 1 : closing + 2] in ("", ",", ";", ".", "\n", ":"):
        return _trimmed(text, begin + max(skip, 1), closing)
    end = _title_end(text, mentions, begin, min(limit, begin + MAX_TITLE))
    if quoted and closing is None:
        begin += 1
    return _trimmed(text, begin + skip, end)


def _closing(text: str, opening: int, limit: int) -> int | None:
    """The offset of the mark that closes the quotation opened at `opening`; marks may be nested or of mixed kinds."""
    depth = 0
    for at in range(opening, min(limit, opening + MAX_TITLE)):
        mark = text[at]
        if mark == "“" or mark == "«" or (mark == '"' and depth == 0):
            depth += 1
        elif mark in "”»\"":
            depth -= 1
            if depth == 0:
                return at
        elif mark == "\n":
            return None
    return None


def _title_end(text: str, mentions: Mentions, begin: int, limit: int) -> int:
    at = begin
    while (mark := _MARK.search(text, at, limit)) is not None:
        at = mark.end()
        sign = mark.group()
        if sign in _OPEN:
            closing = _closing(text, mark.start(), limit)
            at = closing + 1 if closing is not None else at
            if closing is not None and text.startswith(", ", at) and text[at + 2 : at + 3] not in _OPEN:
                return at
        elif sign == "(":
            if _REMARK.match(text, mark.start()):
                return mark.start()
            close = text.find(")", at, limit)
            at = close + 1 if close >= 0 else at
        elif sign == ",":
            if _clause_follows(text, mentions, at, begin):
                return mark.start()
        elif sign == ";":
            if at >= limit or _DUTY.match(text, at) or _clause_follows(text, mentions, at, begin):
                return mark.start()
        elif sign == ".":
            if _full_stop(text, mark.start(), limit):
                return mark.start()
        elif sign.strip() == "và":
            if not mentions.codes_in(begin, mark.start()) and _coded_follows(text, mentions, at):
                return mark.start()
        elif sign not in "”»)":
            return mark.start()
    return limit


def _full_stop(text: str, at: int, limit: int) -> bool:
    after = text[at + 1 : at + 2]
    if after and not after.isspace() and after not in "/”\"":
        return False
    if after == " " and text[at + 2 : at + 3].islower():
        return False  # a comma misread
    return at + 1 >= limit or not (_ABBREVIATION.search(text, max(at - 4, 0), at) and after == " ")


def _clause_follows(text: str, mentions: Mentions, at: int, begin: int) -> bool:
    """Does the main clause, or another citation, begin after the comma before `at`?"""
    dated = regex.match(r"\s*ngày\s", text[at : at + 8]) is not None
    if dated and any(code.end >= at - 3 for code in mentions.codes_in(max(begin, at - 40), at)):
        return False  # the date of a document that the title names
    if _MAIN_CLAUSE.match(text, at) or _reference_follows(text, mentions, at):
        return True
    body = next(iter(mentions.bodies_in(at, at + 3)), None)
    return body is not None and text[body.start].isupper() and "giữa" not in text[begin:at]


def _reference_follows(text: str, mentions: Mentions, at: int) -> bool:
    """Does another citation begin here: `Căn cứ`, `và Quyết định số 5/QĐ-...`, `số 7/KH-...`?"""
    while at < len(text) and text[at] == " ":
        at += 1
    cue = _NEXT_CUE.match(text, at)
    if cue is not None:
        return text[at].isupper() or _coded_follows(text, mentions, cue.end())
    if text.startswith("và ", at):
        at += 3
    if text.startswith("các ", at):
        at += 4
    found = type_at(text, at)
    named_law = found is not None and found[1] in ("luật", "pháp lệnh") and text[at].isupper()
    return named_law or _coded_follows(text, mentions, at)


def _coded_follows(text: str, mentions: Mentions, at: int) -> bool:
    found = type_at(text, at + 4 if text.startswith("các ", at) else at)
    after = found[0] if found else at
    code = next(iter(mentions.codes_in(after, after + 12)), None)
    return code is not None and text[after : code.start].strip(" :.").lower() in (("số", "") if found else ("số",))


def _trimmed(text: str, begin: int, end: int) -> Span | None:
    """The span without white space, closing punctuation, and a quotation mark that has lost its partner."""
    while begin < end and (text[begin].isspace() or text[begin] in ":,"):
        begin += 1
    while end > begin and (text[end - 1].isspace() or text[end - 1] in ",;:./-–"):
        end -= 1
    return (begin, end) if end - begin >= 3 else None


def value(text: str, span: Span | None) -> str | None:
    """The words of a span with runs of white space as one space."""
    return " ".join(text[slice(*span)].split()) if span else None


def _type_at_end(before: str) -> tuple[int, str] | None:
    """The start and the name of the type whose words end the string."""
    low = aligned(before)
    end = len(low.rstrip())
    words = low[:end].rsplit(" ", 6)
    for count in range(min(5, len(words)), 0, -1):
        phrase = " ".join(words[-count:])
        phrase = phrase.lstrip("(“\"'-–,;:")
        name = _type_names().get(phrase) or (_bare_types().get(bared(phrase)) if " " in phrase else None)
        if name is not None:
            return end - len(phrase), name
    return None


@cache
def _type_names() -> dict[str, str]:
    names = {lowered(row["name"]): row["name"] for row in load("types")}
    return names | {lowered(row["words"]): row["name"] for row in load("type_variants")}


@cache
def _bare_types() -> dict[str, str]:
    return {bared(words): name for words, name in _type_names().items() if " " in words}


@cache
def _type_phrases() -> Phrases:
    return Phrases(_type_names())


@cache
def _title_verbs() -> Phrases:
    return Phrases(lowered(row["verb"]) for row in load("title_verbs"))
