"""What runs in a span: its label, the words after it, another cell of the row, the phrase before it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from congvan.datamodel.context import Context
from congvan.datamodel.layout import Block
from congvan.extract.periods.phrases import SUNDRY, noun_phrase, trimmed
from congvan.grammar.duties.owners import owner_at, owner_of_heading
from congvan.grammar.time.spans import DateSpan
from congvan.text.sentences import sentences

Span = tuple[int, int]
_FLAGS = regex.VERBOSE | regex.IGNORECASE
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
_LONGEST_LABEL = 80  # characters of a label before its colon


def what_runs(context: Context, block: Block, sentence: Span, span: DateSpan) -> tuple[Span | str | None, float]:
    """What runs, and how sure the rule is."""
    text = context.canonical.text
    if block.kind == "row":
        return _other_cell(text, block, span), 0.7
    left = text[sentence[0] : span.start]
    if not left.strip(SUNDRY):
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
        return trimmed(text, block.body_start, min(first[1], span.start)), 0.7
    return noun_phrase(text, sentence[0], span.start), 0.6


def _told_after(text: str, sentence: Span, span: DateSpan) -> Span | None:
    """What runs behind the span, where only its stage or its owner stands before it.

    `Giai đoạn 1 từ 05/5 đến 20/5 các đội thi trực tuyến`, `Mỗi xã từ nay đến cuối năm trồng 500 cây`.
    """
    left = trimmed(text, sentence[0], span.start)
    begin = text.find(" ", span.end, span.end + 2) + 1
    if left is None or not begin or not text[begin : begin + 1].isalpha() or _PLACE.match(text, begin):
        return None
    part = trimmed(text, max(sentence[0], text.rfind(",", sentence[0], left[1]) + 1), left[1])
    stage = part and _STAGE.fullmatch(text, *part)
    alone = stage or owner_of_heading(text[slice(*left)]) == " ".join(text[slice(*left)].split())
    if not alone or _AFTER_LINK.match(text, begin):
        return None
    stop = _AFTER_STOP.search(text, begin, sentence[1])
    after = trimmed(text, begin, stop.start() if stop else sentence[1])
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
    if time is None and (colon < 0 or text[colon + 1 : end].strip(SUNDRY)):
        return None
    low = time.end() if time else begin
    high = colon if colon >= low else end
    inner = _INNER.fullmatch(text, colon + 1, end) if time and colon >= low else None
    if inner and not _said_nothing(text, inner.span("what")):  # `Thời gian kiểm tra: tiểu học từ 27/12 đến ...`
        return inner.span("what")
    span = trimmed(text, low, high)
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
    return trimmed(text, start, cut.start() if cut else stop)


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
        content = text[head.body_start : head.end].strip(SUNDRY)
        time = _TIME_WORD.match(content)
        if time:
            rest = content[time.end() :].strip(SUNDRY)
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
        if not start <= span.start < stop and (cell := trimmed(text, start, stop)):
            cells.append(cell)
        start = stop + 1
    return max(cells, key=lambda c: c[1] - c[0], default=None)
