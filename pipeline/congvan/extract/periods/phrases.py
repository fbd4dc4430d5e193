"""The phrase nearest before a span that names what runs: pure, on offsets."""

from __future__ import annotations

import regex

from congvan.grammar.duties.owners import owner_at
from congvan.grammar.duties.subjects import is_verb
from congvan.grammar.duties.words import any_of

Span = tuple[int, int]
_FLAGS = regex.VERBOSE | regex.IGNORECASE
SUNDRY = " \t\r\n-–—+*•.,;:/("
# Nouns that name what can run: `đợt thi đua`, `cuộc thi`, `Tháng Công nhân` (not `tháng 5`)
_RUNNING = regex.compile(
    rf"(?<!(?:nghỉ|làm|đoàn|tổ)\s){any_of('running')}|(?<!\p{{L}}|\d\s)(?:tháng|(?-i:Tuần))(?!\p{{L}}|\s?\d)",
    regex.IGNORECASE,
)
_PHRASE_END = regex.compile(rf"[,;:(]|\s{any_of('phrase_end')}", regex.IGNORECASE)
_NUMBERED = regex.compile(
    r"(?:đợt|vòng|kỳ|lớp|khóa|khoá|giai\sđoạn)\s(?:thứ\s|tháng\s)?[\dIVX]+(?!\p{L})", regex.IGNORECASE
)
# Nouns that only name the field of what runs: `đợt kiểm tra công tác văn thư`
_FIELD = regex.compile(r"(?:công\stác|việc)(?!\p{L})", regex.IGNORECASE)
# What may follow a comma and is no member of the noun phrase before it
_NO_MEMBER = regex.compile(
    r"\s*(?:thời\s(?:gian|hạn|điểm)|bắt\sđầu|kết\sthúc|dự\skiến|cụ\sthể|gồm|nhưng|mà|khi|nếu|các|mỗi|những|chậm|trước|sau|hạn"
    r"|tổ\schức|triển\skhai|thực\shiện|theo|nay|ngày|tháng|năm|kể|cùng|như|sẽ|đã|có|từ|chia|mở|phát\sđộng)(?!\p{L})|\s*$",
    regex.IGNORECASE,
)
_BEFORE_SPAN = regex.compile(  # nothing but words of time: ... diễn ra vào, ... được tổ chức trong thời gian
    r"(?:[\s,:(–-]|(?<=[,(:;]\s?)cao\sđiểm(?!\p{L})|(?<=\s)(?:0\d|hai|ba)(?=\s?$)|(?<!\p{L})"
    r"(?:là|diễn\sra|được\stổ\schức|bắt\sđầu|kéo\sdài|mở\scửa|(?:được\s)?tiến\shành|(?<=(?:hồ\ssơ|bài|đơn)\s)nhận|vào|"
    r"trong\sthời\sgian|dự\skiến|thời\sgian)(?!\p{L}))+$",
    _FLAGS,
)
_ON_THE_WEB = regex.compile(
    r"\s(?:tại|trên|qua)\s(?:địa\schỉ\s|trang\s|website\s|cổng\s|đường\sdẫn\s)?[^\s,;]*(?:\.\p{Ll}{2,}|cổng).*$",
    regex.IGNORECASE | regex.DOTALL,
)
_PART_END = regex.compile(r",\s|;\s|\sthì\s|:\s", regex.IGNORECASE)
_LINK = regex.compile(r"(?:\s(?:là|vào|diễn\sra|kéo\sdài))+\s*$", regex.IGNORECASE)
_QUOTED = regex.compile(r"[“\"«][^”\"»\n]*[”\"»]")
_TAIL_REACH = 60  # characters of the words of time that may stand between the phrase and its span
_PHRASE_REACH = 500  # characters before the span in which the phrase begins
_LONGEST_MEMBER = 45  # characters of a member of a list inside a noun phrase
_LONGEST_CLAUSE = 200  # characters of a clause that is taken whole as what runs


def noun_phrase(text: str, start: int, end: int) -> Span | None:
    """The noun phrase nearest before the span, with its name; without one the whole clause."""
    tail = _BEFORE_SPAN.search(text, max(start, end - _TAIL_REACH), end)
    stop = tail.start() if tail else end
    start = max(start, stop - _PHRASE_REACH)
    if stop <= start:  # `Cao điểm là từ ...`: nothing but words of time
        link = _LINK.search(text, start, end)
        return trimmed(text, start, link.start() if link else end)
    quotes = [m.span() for m in _QUOTED.finditer(text, start, stop)]
    heads = [m for m in _RUNNING.finditer(text, start, stop) if not any(a <= m.start() < b for a, b in quotes)]
    heads = [m for m in heads if m.start() == start or m.group().casefold() != "cao điểm"]
    for earlier, head in reversed(list(zip([None, *heads], heads, strict=False))):
        # `chiến dịch ra quân đợt 3`: the number belongs to the drive named before it
        joined = earlier and not _PHRASE_END.search(text, earlier.end(), head.start())
        if joined and (_NUMBERED.match(text, head.start(), stop) or _FIELD.match(text, head.start(), stop)):
            continue
        if _NUMBERED.match(text, head.start(), stop) and _doing_before(text, start, head.start()):
            continue  # `đăng ký xét tốt nghiệp đợt 2`: the round belongs to what is done
        return trimmed(text, head.start(), _phrase_end(text, head.end(), stop, quotes))
    span = trimmed(text, _last_part(text, start, stop), stop)
    if span:  # `Người lao động nghỉ Tết từ ...`: what runs is what they do
        owner, predicate = owner_at(text, *span)
        span = (predicate, span[1]) if owner and predicate < span[1] else span
        web = _ON_THE_WEB.search(text, *span)
        span = (span[0], web.start()) if web else span
    return span if span and span[1] - span[0] <= _LONGEST_CLAUSE else None


def _doing_before(text: str, start: int, end: int) -> bool:
    """Does a verb phrase stand right before this offset, with no mark between?"""
    low = max([start, *(text.rfind(mark, start, end) + 1 for mark in ",;:")])
    part = trimmed(text, low, end)
    if part is None:
        return False
    owner, predicate = owner_at(text, *part)
    return is_verb(text, predicate if owner else part[0], part[1])


def _last_part(text: str, start: int, stop: int) -> int:
    """Where the last thing told before the span begins: behind a cause, a condition, or an earlier doing.

    `Do dịch bệnh, học sinh nghỉ học`, `Hồ sơ gồm 02 bộ, nộp tại Phòng`; not within `thăm, làm việc`.
    """
    begin = start
    for match in _PART_END.finditer(text, start, stop):
        at = match.end()
        before = text[begin : match.start()].strip(SUNDRY)
        owner, predicate = owner_at(text, at, stop)
        then = match.group().casefold().strip() == "thì" or stop - start > _LONGEST_CLAUSE
        doing = is_verb(text, at, stop) and " " in before
        if then or doing or (owner and is_verb(text, predicate, stop)):
            begin = at
    return begin


def _phrase_end(text: str, start: int, stop: int, quotes: list[Span]) -> int:
    """Where the noun phrase ends; a comma ends it not where its list goes on up to the span or the phrase's end."""
    ends = [m for m in _PHRASE_END.finditer(text, start, stop) if not any(a <= m.start() < b for a, b in quotes)]
    for at, end in enumerate(ends):
        later = ends[at + 1].start() if at + 1 < len(ends) else stop
        begin = end.end()
        if end.group() != "," or later - begin > _LONGEST_MEMBER or _NO_MEMBER.match(text, begin, later):
            return end.start()
        owner, predicate = owner_at(text, begin, later)
        if owner or predicate > begin + 1:
            return end.start()
    return stop


def trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in SUNDRY:
        start += 1
    while end > start and text[end - 1] in SUNDRY:
        end -= 1
    return (start, end) if start < end else None
