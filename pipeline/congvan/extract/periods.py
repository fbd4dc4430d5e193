"""Periods: a span of days in which something runs, and what runs.

The spans come from `grammar.time.spans`; what runs is said by a label (`Thời gian nộp bài:`), by the words after the
span in a schedule, by another cell of the row, or by the noun phrase nearest before the span.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

import regex
from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate
from congvan.datamodel.context import Context
from congvan.datamodel.layout import Block
from congvan.grammar.duties.owners import owner_at, owner_of_heading
from congvan.grammar.duties.subjects import is_verb
from congvan.grammar.duties.words import any_of
from congvan.grammar.time.spans import DateSpan, find_spans
from congvan.grammar.time.terms import binding_before
from congvan.text.places import Places
from congvan.text.sentences import sentences
from congvan.text.tokens import context_of

KIND = "periods"
Span = tuple[int, int]

_FLAGS = regex.VERBOSE | regex.IGNORECASE
_SUNDRY = " \t\r\n-–—+*•.,;:/("

# `Thời gian`, `Thời hạn` before the words of what runs
_TIME_WORD = regex.compile(r"(?:thời\s(?:gian|hạn|điểm)|tiến\sđộ|lịch(?=\s)|kế\shoạch\sthời\sgian)(?!\p{L})\s?", _FLAGS)
_INNER = regex.compile(r"\s*(?P<what>\p{L}+(?:\s\p{L}+){0,4}?)\s*")
_NOTHING_SAID = regex.compile(r"(?:dự\skiến|cụ\sthể|như\ssau|là|từ|hai\sngày|\d+\sngày|trong|và\sđịa\sđiểm|,)*", _FLAGS)
_LABEL_NUMBER = regex.compile(
    r"[\s*•+–—-]*(?:\d{1,2}(?:\.\d{1,2})*[.)/]?\s|[a-zđ][.)]\s|[IVX]+\.\s)?", regex.IGNORECASE
)
# Labels that name no doing of their own: another telling of the same span says more
_VAGUE = regex.compile(r"(?:thực\shiện|triển\skhai|tổ\schức|hoàn\sthành|diễn\sra)(?:\sthực\shiện)?", regex.IGNORECASE)
_COLON = regex.compile(r"\s*(?:\([^()\n]{0,40}\))?\s*[:;]\s*")
# Ends what follows a schedule's colon: `theo hướng dẫn ...`, `đảm bảo đúng theo mẫu ...`
_AFTER_END = regex.compile(r"\s(?:(?:đảm\sbảo\s|bảo\sđảm\s)?(?:đúng\s)?theo)\s(?!dõi)", _FLAGS)
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
_PLACE = regex.compile(r"(?:tại|ở|và|đối\svới)(?!\p{L})", regex.IGNORECASE)
_ROUND = regex.compile(r"(?:đợt|giai\sđoạn|vòng|bước)\s[\dIVX]+\s?[:.(]", regex.IGNORECASE)
# Nothing but a stage, or a goal: `Giai đoạn 1`, `Bước 2`, `Phấn đấu`
_STAGE = regex.compile(
    r"(?:(?:đợt|giai\sđoạn|vòng|bước)\s[\dIVX]+|phấn\sđấu|tập\strung)(?:\s?\([^()\n]{1,30}\))?", regex.IGNORECASE
)
_AFTER_STOP = regex.compile(r"[,;:(]|\.(?=\s|$)|\s(?:do|theo(?!\sdõi)|để|nhằm|trong\sđó)(?!\p{L})", regex.IGNORECASE)
_AFTER_LINK = regex.compile(
    r"(?:theo|để|trong|của|do|nhằm|với|cho|về|nếu|khi|là|thì|hoặc|trên|hằng|hàng|năm|tháng|ngày|sẽ|đã|có)(?!\p{L})",
    regex.IGNORECASE,
)
_EACH_OWNER = regex.compile(r"(?:mỗi|từng)\s", regex.IGNORECASE)
_BEFORE_SPAN = regex.compile(
    r"(?:[\s,:(–-]|(?<=[,(:;]\s?)cao\sđiểm(?!\p{L})|(?<=\s)(?:0\d|hai|ba)(?=\s?$)|(?<!\p{L})(?:là|diễn\sra|được\stổ\schức|bắt\sđầu|kéo\sdài|mở\scửa|(?:được\s)?tiến\shành|(?<=(?:hồ\ssơ|bài|đơn)\s)nhận|vào|trong\sthời\sgian|dự\skiến|thời\sgian)(?!\p{L}))+$",
    _FLAGS,
)
_ON_THE_WEB = regex.compile(
    r"\s(?:tại|trên|qua)\s(?:địa\schỉ\s|trang\s|website\s|cổng\s|đường\sdẫn\s)?[^\s,;]*(?:\.\p{Ll}{2,}|cổng).*$",
    regex.IGNORECASE | regex.DOTALL,
)
_PART_END = regex.compile(
    r",\s|;\s|\sthì\s|(?<=\scho\s(?:học\ssinh|sinh\sviên|người\slao\sđộng|cán\sbộ))\s|:\s", regex.IGNORECASE
)
_LINK = regex.compile(r"(?:\s(?:là|vào|diễn\sra|kéo\sdài))+\s*$", regex.IGNORECASE)
_QUOTED = regex.compile(r"[“\"«][^”\"»\n]*[”\"»]")
# Spans over which figures were gathered or laws applied: nothing runs there.
_COUNTED = regex.compile(
    r"(?<!\p{L})(?:số\sliệu|kỳ\sbáo\scáo|thống\skê|lũy\skế|luỹ\skế|mốc\sthời\sgian|sinh(?=\s(?:từ|trong|ngày|năm|vào))|so\svới)(?!\p{L})[^;.\n]{0,60}$",
    _FLAGS,
)
_FOUND = regex.compile(
    r"(?<!\p{L})(?:ghi\snhận|xảy\sra|phát\shiện|vừa\squa|trong\s(?:hai|ba|\d+)\sngày|đạt\s\d|thiếu|bị|có\s\d)(?!\p{L})",
    regex.IGNORECASE,
)
_TAIL_REACH = 60  # characters of the words of time that may stand between the phrase and its span
_PHRASE_REACH = 500  # characters before the span in which the phrase begins
_LONGEST_LABEL = 80  # characters of a label before its colon
_LONGEST_MEMBER = 45  # characters of a member of a list inside a noun phrase
_LONGEST_CLAUSE = 200  # characters of a clause that is taken whole as what runs


def extract(doc: Doc) -> list[Candidate]:
    """The periods of a dispatch, in the order of the text."""
    context = context_of(doc)
    if not context.layout.blocks:
        return []
    text, layout = context.canonical.text, context.layout
    found: list[Candidate] = []
    places = Places(text)
    spans = find_spans(text, context.mentions.dates, context.issued_on)
    for span, following in zip_longest(spans, spans[1:]):
        block = layout.block_at(span.start)
        if block.zone != "body" or span.end > block.end:
            continue
        sentence = places.at(block, span.start).clause
        if _COUNTED.search(text, max(sentence[0], span.start - _TAIL_REACH * 2), span.start):
            continue
        if _is_report(context, sentence, span):
            continue
        what, score = _what(context, block, sentence, span)
        found.append(_candidate(context, span, what, score))
        limit = min(sentence[1], following.start) if following else sentence[1]
        found += _later_ends(context, span, limit)
    return _one_a_span(found)


def _is_report(context: Context, clause: Span, span: DateSpan) -> bool:
    """A span gone by over which something was found or happened: `Từ 01/01 đến 12/7 ghi nhận 328 ca`."""
    ended, issued = span.end_on, context.issued_on
    past = ended is not None and issued is not None and ended < issued.isoformat()[: len(ended)]
    return past and _FOUND.search(context.canonical.text, *clause) is not None


def _one_a_span(candidates: list[Candidate]) -> list[Candidate]:
    """One candidate for each pair of ends: the surest telling; the other places are its mentions."""
    kept: dict[tuple[object, object], list[Candidate]] = {}
    for candidate in candidates:
        ends = candidate.values["start_on"], candidate.values["end_on"]
        # spans with an end told in words need not be the same
        kept.setdefault(ends if all(ends) else (candidate.start, candidate.end), []).append(candidate)
    found = []
    for group in kept.values():
        best = max(group, key=lambda c: (c.values["what"] is not None, c.score, -c.start))
        places = tuple((c.start, c.end) for c in group if c is not best)
        found.append(replace(best, mentions=places))
    return sorted(found, key=lambda c: (c.start, c.end))


def _candidate(context: Context, span: DateSpan, what: Span | str | None, score: float) -> Candidate:
    text = context.canonical.text
    near = isinstance(what, tuple) and "\n" not in text[min(what[0], span.start) : max(what[1], span.end)]
    start = min(what[0], span.start) if near and isinstance(what, tuple) else span.start
    end = max(what[1], span.end) if near and isinstance(what, tuple) else span.end
    words = text[slice(*what)] if isinstance(what, tuple) else what
    values = {
        "start_on": span.start_on,
        "end_on": span.end_on,
        "what": " ".join(words.split()) if words else None,
    }
    return Candidate(KIND, start, end, values, "periods.span", score)


def _later_ends(context: Context, span: DateSpan, limit: int) -> Iterator[Candidate]:
    """`... từ 23/4 đến 23/5 và Chương trình ... đến hết ngày 31/5`: an end that follows a span of the same sentence."""
    text = context.canonical.text
    for mention in context.mentions.dates_in(span.end, limit):
        binding = binding_before(text, mention.start, span.end)
        if binding and binding.kind == "to" and "hết" in text[binding.start : mention.start].casefold():
            noun = _noun_phrase(text, span.end, binding.start)
            if noun:
                yield _candidate(
                    context, DateSpan(binding.start, mention.end, None, mention.value, (mention,)), noun, 0.4
                )


def _what(context: Context, block: Block, sentence: Span, span: DateSpan) -> tuple[Span | str | None, float]:
    """What runs, and how sure the rule is."""
    text = context.canonical.text
    if block.kind == "row":
        return _other_cell(text, block, span), 0.7
    left = text[sentence[0] : span.start]
    if not left.strip(_SUNDRY):
        colon = _COLON.match(text, span.end, block.end)
        if colon:
            return _scheduled(text, colon.end(), block.end), 0.8
        after = _scheduled(text, span.end, sentence[1])
        if after and _PLACE.match(text, *after):  # `...; từ 27/5 đến 31/5 tại Nhà văn hóa`: a place runs not
            after = None
            label = _label_before(text, block, sentence)
            if label:
                return label, 0.6
        if after and text.startswith(",", span.end):  # `Từ nay đến 30/6, các đơn vị tập trung ...`
            owner, predicate = owner_at(text, *after)
            after = (predicate, after[1]) if owner and predicate < after[1] else after
        return (after, 0.6) if after else (_heading(context, block), 0.6)
    told = _told_after(text, sentence, span)
    if told:
        return told, 0.7
    label = _labelled(text, sentence[0], span.start)
    if label is not None:
        vague = _VAGUE.fullmatch(text, *label) is not None
        return (label if label[1] > label[0] else None), 0.5 if vague else 0.8
    if _ROUND.match(text, block.body_start):
        first = next(sentences(text, block.body_start, span.start), (0, span.start))
        return _trim(text, block.body_start, min(first[1], span.start)), 0.7
    return _noun_phrase(text, sentence[0], span.start), 0.6


def _told_after(text: str, sentence: Span, span: DateSpan) -> Span | None:
    """What runs behind the span, where only its stage or its owner stands before it.

    `Giai đoạn 1 từ 05/5 đến 20/5 các đội thi trực tuyến`, `Mỗi xã từ nay đến cuối năm trồng 500 cây`.
    """
    left = _trim(text, sentence[0], span.start)
    begin = text.find(" ", span.end, span.end + 2) + 1
    if left is None or not begin or not text[begin : begin + 1].isalpha() or _PLACE.match(text, begin):
        return None
    part = _trim(text, max(sentence[0], text.rfind(",", sentence[0], left[1]) + 1), left[1])
    stage = part and _STAGE.fullmatch(text, *part)
    alone = stage or owner_of_heading(text[slice(*left)]) == " ".join(text[slice(*left)].split())
    if not alone or _AFTER_LINK.match(text, begin):
        return None
    stop = _AFTER_STOP.search(text, begin, sentence[1])
    after = _trim(text, begin, stop.start() if stop else sentence[1])
    if after is None:
        return None
    each = _EACH_OWNER.match(text, *after)
    owner, predicate = owner_at(text, *after) if each else (None, after[0])
    return (predicate, after[1]) if owner and not stage and predicate < after[1] else after


def _label_before(text: str, block: Block, clause: Span) -> Span | None:
    """The label of the sentence over semicolons: `Lịch thu: từ 20/5 đến 24/5 tại thôn 1; từ 27/5 ...`."""
    begin = block.body_start
    for start, end in _full_sentences(text, block.body_start, block.end):
        if start <= clause[0] < end:
            begin = start
    colon = text.find(":", begin, clause[0])
    if colon < 0 or colon - begin > _LONGEST_LABEL:
        return None
    label = _labelled(text, begin, colon + 1)
    return label if label and label[1] > label[0] else None


def _labelled(text: str, start: int, end: int) -> Span | None:
    """The words of a label that ends before the span; an empty span for a bare `Thời gian:`; None without a label."""
    number = _LABEL_NUMBER.match(text, start, end)
    begin = number.end() if number else start
    time = _TIME_WORD.match(text, begin, end)
    colon = text.find(":", begin, end)
    if time is None and (colon < 0 or text[colon + 1 : end].strip(_SUNDRY)):
        return None
    low = time.end() if time else begin
    high = colon if colon >= low else end
    inner = _INNER.fullmatch(text, colon + 1, end) if time and colon >= low else None
    if inner and not _said_nothing(text, inner.span("what")):  # `Thời gian kiểm tra: tiểu học từ 27/12 đến ...`
        return inner.span("what")
    span = _trim(text, low, high)
    if span is None or _said_nothing(text, span):
        return (low, low)
    return span


def _said_nothing(text: str, span: Span) -> bool:
    words = text[slice(*span)]
    return all(_NOTHING_SAID.fullmatch(part.strip()) for part in regex.split(r",|\sdự\skiến", words) if part.strip())


def _scheduled(text: str, start: int, end: int) -> Span | None:
    """The words after the span of a schedule line, up to `theo ...` or the full stop."""
    stop = next((b for a, b in _full_sentences(text, start, end)), end)
    cut = _AFTER_END.search(text, start, stop)
    return _trim(text, start, cut.start() if cut else stop)


def _full_sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Sentences over semicolons."""
    begin = None
    for a, b in sentences(text, start, end):
        begin = a if begin is None else begin
        if text[b - 1] != ";":
            yield begin, b
            begin = None
    if begin is not None:
        yield begin, end


def _heading(context: Context, block: Block) -> str | None:
    """`III. THỜI GIAN THỰC HIỆN` above a bare span says what runs."""
    text = context.canonical.text
    for head in context.layout.ancestors(block):
        content = text[head.body_start : head.end].strip(_SUNDRY)
        time = _TIME_WORD.match(content)
        if time:
            rest = content[time.end() :].strip(_SUNDRY)
            return (
                rest
                if rest and not rest.startswith(",") and "," not in rest and not _NOTHING_SAID.fullmatch(rest)
                else None
            )
    return None


def _other_cell(text: str, block: Block, span: DateSpan) -> Span | None:
    """In a row what runs stands in the longest other cell."""
    cells, start = [], block.start
    while start <= block.end:
        bar = text.find("|", start, block.end)
        stop = block.end if bar < 0 else bar
        if not start <= span.start < stop and (cell := _trim(text, start, stop)):
            cells.append(cell)
        start = stop + 1
    return max(cells, key=lambda c: c[1] - c[0], default=None)


def _noun_phrase(text: str, start: int, end: int) -> Span | None:
    """The noun phrase nearest before the span, with its name; without one the whole clause."""
    tail = _BEFORE_SPAN.search(text, max(start, end - _TAIL_REACH), end)
    stop = tail.start() if tail else end
    start = max(start, stop - _PHRASE_REACH)
    if stop <= start:  # `Cao điểm là từ ...`: nothing but words of time
        link = _LINK.search(text, start, end)
        return _trim(text, start, link.start() if link else end)
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
        return _trim(text, head.start(), _phrase_end(text, head.end(), stop, quotes))
    span = _trim(text, _last_part(text, start, stop), stop)
    if span:  # `Người lao động nghỉ Tết từ ...`: what runs is what they do
        owner, predicate = owner_at(text, *span)
        span = (predicate, span[1]) if owner and predicate < span[1] else span
        web = _ON_THE_WEB.search(text, *span)
        span = (span[0], web.start()) if web else span
    return span if span and span[1] - span[0] <= _LONGEST_CLAUSE else None


def _doing_before(text: str, start: int, end: int) -> bool:
    """Does a verb phrase stand right before this offset, with no mark between?"""
    low = max([start, *(text.rfind(mark, start, end) + 1 for mark in ",;:")])
    part = _trim(text, low, end)
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
        before = text[begin : match.start()].strip(_SUNDRY)
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


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in _SUNDRY:
        start += 1
    while end > start and text[end - 1] in _SUNDRY:
        end -= 1
    return (start, end) if start < end else None
