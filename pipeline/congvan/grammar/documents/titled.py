"""Documents cited without a full number: by bare number, by date, by title and issuer; text in, citations out."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from congvan.datamodel.mentions import DateMention, Mentions
from congvan.grammar.documents.citations import Parts, Span, head_before, line_bounds, tail_after
from congvan.grammar.documents.relations import BASIS_WORDS
from congvan.grammar.documents.type_names import type_at
from congvan.grammar.who.bodies import body_span_at

# Between a type and `của` stands the title, if anything: the longest seen has some 120 characters.
MAX_NAME = 160

# quy định 318 ngày 12/11/2009; Nghị quyết số 15 của Hội đồng ...
_BARE_NUMBER = regex.compile(
    r"(?<=\p{Ll}\s)(?P<word>[Ss]ố\s{0,2}:?\s{0,2})?(?P<number>\d{1,5})(?=\s(?P<next>ngày|của)\s)"
)
_NUMBERED = frozenset(
    {"quyết định", "nghị quyết", "nghị định", "thông tư", "chỉ thị", "kế hoạch", "công văn", "quy định", "thông báo"}
    | {"hướng dẫn", "tờ trình", "công điện", "kết luận", "quy chế"}
)
# Types that are verbs or common nouns as well: only with a capital are they documents here.
_WORDS_TOO = frozenset(
    {"báo cáo", "thông báo", "hướng dẫn", "quy định", "đề án", "dự án", "chương trình", "kết luận", "lệnh"}
)

# A number that OCR garbled beyond its form: `Công văn số 556/S§NV-VP ngày`
_UNREAD_NUMBER = regex.compile(r"\s(?:[SsXx][ốôóỐỗ]\s?)?(?=\S*[\d!$§])(?=\S*\p{Lu}{2})[^\s,;()]{4,24},?\s\Z")

# Minutes are told by the meeting that they are of.
_MINUTES = regex.compile(
    r"\b[Bb]iên\sbản\s(?:cuộc\s)?(?:họp|hội\snghị|làm\sviệc)(?:\scủa)?\s(?P<who>[^;:,.\n]{2,110}?)\s?,?\s?\Z"
)
_CUE = regex.compile(
    r"(?:(?<=\n)|(?<=[.;,]\s)|(?<![\s\S]))[\s\-+*•]{0,6}"
    rf"(?:{BASIS_WORDS}(?:\W?\svào|\W)?|(?:Tiếp\stục\s)?(?:Triển\skhai\s)?[Tt]hực\shiện|Triển\skhai|Quán\striệt|Theo|Trên\scơ\ssở)\s+"
)
_NO_NAME = regex.compile(r"[;:.\n|()]|\b(?:này|trên|đó|nêu|số|được|đã|tại|ngày(?=\s\d)|Đại\shội)\b")
_OF = regex.compile(r"\scủa\s+")
_ABOUT = regex.compile(r"\s(?:về\sviệc|về|[vV]/v)\s")
_DRAFT = regex.compile(r"[Dd]ự\sthảo\s\Z")


def find_numbered(text: str, mentions: Mentions) -> Iterator[tuple[str, Parts]]:
    """Documents cited by a number without symbol: `quy định 318 ngày 12/11/2009`."""
    for match in _BARE_NUMBER.finditer(text):
        floor = line_bounds(text, match.start())[0]
        head = head_before(text, match.start("number"), max(floor, match.start() - 40))
        if head is None or head.type not in _NUMBERED or head.title or head.issuer:
            continue
        tail = tail_after(text, mentions, match.end(), line_bounds(text, match.end())[1], preamble=False)
        full_date = tail.issued_on is not None and len(tail.issued_on) == 10
        if full_date or (match["word"] and tail.issuer is not None):
            yield (
                "numbered",
                Parts(head.start, tail.end, head.type, match["number"], tail.issued_on, tail.issuer, tail.title),
            )


def find_dated(text: str, mentions: Mentions) -> Iterator[tuple[str, Parts]]:
    """Documents cited by type and date: `Kế hoạch ngày 5/3/2021 của Sở X về việc ...`."""
    for date in mentions.dates:
        if date.precision != "day" or not date.explicit_year or date.value is None:
            continue
        floor = line_bounds(text, date.start)[0]
        head = head_before(text, date.start, max(floor, date.start - 60))
        unread = None if head else _UNREAD_NUMBER.search(text, max(floor, date.start - 30), date.start)
        if unread and not mentions.codes_in(unread.start(), date.start):
            head = head_before(text, unread.start(), max(floor, unread.start() - 40))
        if head is None and (minutes := _minutes(text, mentions, floor, date)) is not None:
            yield "dated", minutes
            continue
        if head is None or head.title or head.issuer or _DRAFT.search(text, max(head.start - 10, 0), head.start):
            continue
        if head.type in _WORDS_TOO and not text[head.start].isupper():
            continue
        tail = tail_after(text, mentions, date.end, line_bounds(text, date.end)[1], preamble=False)
        if tail.issuer is not None:
            yield "dated", Parts(head.start, tail.end, head.type, None, date.value, tail.issuer, tail.title)


def _minutes(text: str, mentions: Mentions, floor: int, date: DateMention) -> Parts | None:
    """`Biên bản họp Hội đồng Sáng kiến ngày 30/5/2023`, `Biên bản họp xét thi đua ngày 5/4/2022 của Phòng X`."""
    named = _MINUTES.search(text, max(floor, date.start - MAX_NAME), date.start)
    if named is None:
        return None
    tail = tail_after(text, mentions, date.end, line_bounds(text, date.end)[1], preamble=False)
    body = body_span_at(text, named.start("who"), named.end("who"))
    issuer = tail.issuer or (body if body == named.span("who") else None)
    if issuer is None:
        return None
    return Parts(named.start(), max(tail.end, date.end), "biên bản", None, date.value, issuer, tail.title)


def find_titled(text: str, mentions: Mentions) -> Iterator[tuple[str, Parts]]:
    """Documents cited by title and issuer, after a cue that opens a sentence: `Căn cứ Chương trình ... của X`."""
    for cue in _CUE.finditer(text):
        found = type_at(text, cue.end())
        if found is None:
            continue
        parts = _titled(text, mentions, cue.end(), found)
        if parts is not None:
            yield "titled", parts


def _titled(text: str, mentions: Mentions, start: int, found: tuple[int, str]) -> Parts | None:
    end, name = found
    limit = line_bounds(text, end)[1]
    of = _of(text, end, limit)
    if of is None or _NO_NAME.search(text, end, of.start()):
        return None
    issuer = body_span_at(text, of.end(), limit)
    if issuer is None:
        return None
    tail = tail_after(text, mentions, issuer[1], limit, preamble=False)
    title = _name(text, end, of.start()) or (tail.title if tail.about else None)
    if title is None:
        return None
    stop = tail.end if tail.title or (tail.issued_on and len(tail.issued_on) == 10) else issuer[1]
    # The year a plan is for is not its date of issue.
    issued_on = tail.issued_on if tail.issued_on and len(tail.issued_on) == 10 else None
    return Parts(start, stop, name, None, issued_on, issuer, title)


def _of(text: str, begin: int, limit: int) -> regex.Match[str] | None:
    """The `của` before the issuer: the first behind which a body is named."""
    for match in _OF.finditer(text, begin, min(limit, begin + MAX_NAME)):
        if text[match.end() : match.end() + 1].isupper():
            return match
    return None


def _name(text: str, begin: int, end: int) -> Span | None:
    about = _ABOUT.match(text, begin, end)
    begin = about.end() if about else begin
    while begin < end and text[begin] in ' “"':
        begin += 1
    while end > begin and text[end - 1] in ' ”",':
        end -= 1
    return (begin, end) if end - begin >= 3 else None
