"""Deadlines: a day by which somebody must do something, a term after an event, or a duty that comes round.

Dates come from the table of mentions; the words that bind them and the rounds from `grammar.terms`; owner, task and
receiver from `grammar.duty_forms`, or from the list head and the table column where the sentence does not say them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex
from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate, Value
from congvan.datamodel.context import Context
from congvan.datamodel.layout import Block
from congvan.datamodel.mentions import DateMention
from congvan.grammar.duty_forms import Duty, duty_of
from congvan.grammar.duty_parts import owner_of_heading
from congvan.grammar.duty_rows import duties_of_rows
from congvan.grammar.spans import DateSpan, find_spans
from congvan.grammar.terms import Binding, binding_before, find_intervals, find_recurrences
from congvan.text.sentences import sentences
from congvan.text.tokens import context_of

KIND = "deadlines"
Span = tuple[int, int]

_FLAGS = regex.VERBOSE | regex.IGNORECASE

# Verbs by which something is handed over or reported: they make a duty of a bare `hằng tháng` or `đến ngày`.
_DELIVERY = regex.compile(r"(?<!\p{L})(?:gửi|gởi|nộp|báo\scáo|hoàn\sthành|đăng\ský|trình|nhận)(?!\p{L})", _FLAGS)
_HANDED = regex.compile(r"(?<!\p{L})(?:gửi|gởi|nộp|hoàn\sthành)(?!\p{L})", _FLAGS)
_REPORTING = regex.compile(r"(?<!\p{L})(?:gửi|gởi|nộp|báo\scáo(?:\skết\squả)?|lập\s(?:báo|danh))(?!\p{L})", _FLAGS)
_AIM = regex.compile(r"(?<!\p{L})(?:đảm\sbảo|bảo\sđảm|phấn\sđấu)\s*$", _FLAGS)
_TERM_LABEL = regex.compile(
    r"(?<!\p{L})(?:thời\s(?:gian|hạn)|hạn)\s(?:cuối\s|chót\s)?[^.;(\n]{0,80}?(?:nộp|gửi|nhận|kết\sthúc|hoàn\sthành|đăng\ský|báo\scáo)[^.;(\n]{0,80}$",
    _FLAGS,
)
# `Hạn cuối nộp hồ sơ: 16 giờ ngày ...`
_FINAL = regex.compile(r"[\s*•+–—-]*(?:\d[\d.)]*\s)?(?:thời\s)?hạn\s[^.;\n]{0,80}:\s*$", _FLAGS)
# A span's own opening: the date after it ends a period and is no deadline.
_OPENING = regex.compile(r"(?<!\p{L})(?:từ|kể\stừ|bắt\sđầu)\s[^,;.\n]{0,60}$", _FLAGS)
_NO_DUTY = regex.compile(
    r"(?<!\p{L})(?:có\shiệu\slực|hiệu\slực\s(?:thi\shành|kể\stừ)|được\sthành\slập|sinh\s(?:trước|sau))(?!\p{L})", _FLAGS
)
_EVENT = regex.compile(
    r"(?<!\p{L})(?:khai\smạc|bế\smạc|bắt\sđầu|có\smặt|tập\strung|đón\stiếp|khởi\shành|xuất\sphát|họp|tham\sdự|dự|tổ\schức)(?!\p{L})[^,;.:\n]{0,80}$",
    _FLAGS,
)
# `Thời gian: từ 7 giờ ...`, and a line that opens with `Thời gian` in an invitation
_LABELLED = regex.compile(r":\s*(?:từ\s)?$", regex.IGNORECASE)
_TIME_LINE = regex.compile(r"[\s*•+–—-]*(?:\d[\d.)]*\s)?thời\s(?:gian|điểm)(?!\p{L})", _FLAGS)
_MINUTES = regex.compile(r"(?<!\p{L})hôm\snay(?!\p{L})", _FLAGS)
_ATTENDED = regex.compile(r"(?<!\p{L})(?:kính\smời|tham\sdự|giấy\smời|thư\smời)(?!\p{L})", _FLAGS)
_INVITED = regex.compile(
    r"(?<!\p{L})(?:đến\s|tới\s)?(?P<task>(?:tham\s)?dự\s[^,;:.\n]{4,200}|tham\sgia\s(?:cuộc\s)?họp\s[^,;:.\n]{4,200})",
    _FLAGS,
)
_INVITATION = regex.compile(
    r"(?<!\p{L})(?:giấy|giáy|thư)\smời|(?:kính|trân\strọng)\smời|mời\s(?:quý|các|đồng\schí|đại\sbiểu)(?!\p{L})", _FLAGS
)
# Headings that tell when or how, not what: they lend no task.
_TIMELY = regex.compile(
    r"(?:thời\s(?:gian|hạn|điểm)|tiến\sđộ|địa\sđiểm|kế\shoạch\sthực\shiện|tổ\schức\sthực\shiện|lộ\strình|phân\scông|nội\sdung|yêu\scầu"
    r"|mục\sđích|đối\stượng|thành\sphần|kính\sgửi|nhiệm\svụ)",
    _FLAGS,
)
# A second term of the same duty: `hoàn thành trước ngày 10/01, trường hợp đặc biệt không quá 31/01`
_EXCEPTION = regex.compile(r"[\s,;]{0,3}(?:trường\shợp\s(?:đặc\sbiệt|cần\sthiết)|và|hoặc|quý)?[\s,]{0,3}", _FLAGS)
_SUNDRY = " \t\r\n-–—+*•.,;:/"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a term stands: its block, its sentence (over semicolons) and the clause between semicolons."""

    block: Block
    sentence: Span
    clause: Span


def extract(doc: Doc) -> list[Candidate]:
    """The deadlines of a dispatch, in the order of the text."""
    context = context_of(doc)
    if not context.layout.blocks:
        return []
    found: list[Candidate] = []
    rounds: list[Span] = []
    for block in context.layout.blocks:
        if block.zone == "body" and block.kind != "row":
            found += _relative(context, block)
            found += _recurring(context, block, rounds)
    spans = find_spans(context.canonical.text, context.mentions.dates, context.issued_on)
    for mention in context.mentions.dates:
        if not any(start <= mention.start < end for start, end in rounds):
            found += _dated(context, mention, spans)
    found += _tabled(context)
    return sorted(found, key=lambda c: (c.start, c.end))


def _dated(context: Context, mention: DateMention, spans: Sequence[DateSpan]) -> Iterator[Candidate]:
    """A date with binding words, an hour to attend, or a labelled term."""
    text, block = context.canonical.text, context.layout.block_at(mention.start)
    if block.zone != "body" or block.kind == "row" or mention.end > block.end or _is_past(context, mention):
        return
    place = _place(text, block, mention.start)
    binding = binding_before(text, mention.start, place.clause[0])
    if _NO_DUTY.search(text, *place.clause) or _in_span(
        mention, spans, place.sentence, binding.kind if binding else ""
    ):
        return
    bound = _bound(text, mention, place, binding)
    if bound is None:
        return
    term = (binding.start if binding else mention.start, mention.end)
    duty = duty_of(text, place.sentence, place.clause, term)
    if bound == "on":
        yield from _event(context, mention, place, term, duty)
        return
    if duty.bare and duty.form == "after":
        yield from _headed(context, mention, block, term, bound)
        return
    values: dict[str, Value] = {"due_on": mention.value, "due_time": mention.time, "bound": bound}
    yield from _candidate(context, place, term, duty, values, "deadlines.dated", 0.8)


def _bound(text: str, mention: DateMention, place: _Place, binding: Binding | None) -> str | None:
    """The contract's bound, or None where the date is no deadline."""
    low = place.clause[0]
    begin = binding.start if binding else mention.start
    kind = binding.kind if binding else ""
    if kind in ("before", "by", "within"):
        return "before" if kind == "before" else "by"
    if kind == "to" and not _OPENING.search(text, low, begin):
        told = _TERM_LABEL.search(text, low, begin) or _AIM.search(text, low, begin)
        delivered = _DELIVERY.search(text, low, begin) and mention.precision != "year"
        return "by" if told or delivered else None
    if kind == "in" and mention.precision in ("month", "quarter", "half", "day"):
        return "by" if _HANDED.search(text, low, begin) else None
    if _FINAL.match(text, low, begin):
        return "by"
    if mention.time and not _MINUTES.search(text, low, begin):
        labelled = _LABELLED.search(text, low, begin) or _EVENT.search(text, low, begin)
        invited = _INVITATION.search(text) and (kind == "on" or _TIME_LINE.match(text, low, begin))
        return "on" if labelled or invited else None
    if kind == "" and mention.precision != "year" and _TERM_LABEL.search(text, low, begin):
        return None if _OPENING.search(text, low, begin) else "by"
    return None


def _in_span(mention: DateMention, spans: Sequence[DateSpan], sentence: Span, kind: str) -> bool:
    """Does the date open or end a period? After a span in the same sentence `đến hết ngày ...` ends one too."""
    if any(mention in span.dates for span in spans):
        return True
    return kind == "to" and any(sentence[0] <= span.start and span.end <= mention.start for span in spans)


def _is_past(context: Context, mention: DateMention) -> bool:
    """A day before the issue date is no duty any more; it tells what happened."""
    issued = context.issued_on
    if issued is None or mention.value is None or mention.precision not in ("day", "month"):
        return False
    return mention.value < issued.isoformat()[: len(mention.value)]


def _event(context: Context, mention: DateMention, place: _Place, term: Span, duty: Duty) -> Iterator[Candidate]:
    """The hour of a meeting, an opening, an arrival: bound `on`."""
    text = context.canonical.text
    values: dict[str, Value] = {"due_on": mention.value, "due_time": mention.time, "bound": "on"}
    verb = None
    for match in _EVENT.finditer(text, place.clause[0], term[0]):
        verb = match
    if verb:
        task = (verb.start(), _trim(text, verb.start(), term[0]))
        duty = Duty(duty.owner, task, None, "event")
    elif duty.bare and _INVITATION.search(text):
        asked = _INVITED.search(text, 0, place.clause[0])
        if asked:
            values["task"] = _plain(asked["task"])
    yield from _candidate(context, place, term, duty, values, "deadlines.event", 0.7)


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _SUNDRY + "(":
        end -= 1
    return end


def _headed(context: Context, mention: DateMention, block: Block, term: Span, bound: str) -> Iterator[Candidate]:
    """`Trước ngày 20/5:` as a heading: each item below it is a duty."""
    text = context.canonical.text
    if block.kind != "heading":
        return
    for child in context.layout.children(block):
        place = _Place(child, (child.body_start, child.end), (child.body_start, child.end))
        duty = duty_of(text, place.sentence, place.clause, (child.body_start, child.body_start))
        if duty.task:
            values: dict[str, Value] = {"due_on": mention.value, "due_time": mention.time, "bound": bound}
            yield from _candidate(
                context, place, (child.body_start, child.body_start), duty, values, "deadlines.headed", 0.5
            )


def _relative(context: Context, block: Block) -> Iterator[Candidate]:
    """`trong 07 ngày làm việc kể từ ngày nhận được văn bản`."""
    text = context.canonical.text
    for interval in find_intervals(text, block.body_start, block.end):
        place = _place(text, block, interval.start)
        strong = interval.event is not None and not context.mentions.dates_in(*interval.event)
        short = interval.unit in ("hour", "day", "working_day", "week") and interval.lead not in (
            "trong",
            "sau",
            "tối đa",
        )
        if _NO_DUTY.search(text, *place.sentence) or not (strong or (short and _DELIVERY.search(text, *place.clause))):
            continue
        duty = duty_of(text, place.sentence, place.clause, (interval.start, interval.end))
        if duty.task is None:
            continue
        values: dict[str, Value] = {
            "within": interval.within,
            "within_unit": interval.unit,
            "counted_from": _plain(text[slice(*interval.event)]) if interval.event else None,
            "bound": None if interval.lead == "sau" else "by",
        }
        yield from _candidate(context, place, (interval.start, interval.end), duty, values, "deadlines.relative", 0.6)


def _recurring(context: Context, block: Block, rounds: list[Span]) -> Iterator[Candidate]:
    """`trước ngày 20 hằng tháng`, `định kỳ hằng quý`, `6 tháng, hằng năm`; their places are added to `rounds`."""
    text = context.canonical.text
    last: tuple[int, Duty] | None = None
    for round_ in find_recurrences(text, block.body_start, block.end):
        rounds.append((round_.start, round_.end))
        place = _place(text, block, round_.start)
        said = round_.fixed or round_.on is not None or _REPORTING.search(text, *place.clause)
        if not said or (round_.recurs in ("yearly", "daily") and round_.on is None and not round_.fixed):
            continue
        duty = duty_of(text, place.sentence, place.clause, (round_.start, round_.end))
        if last and _EXCEPTION.fullmatch(text, last[0], round_.start):
            duty = last[1]
        last = (round_.end, duty)
        if duty.task is None and not duty.bare:
            continue
        values: dict[str, Value] = {"bound": round_.bound, "recurs": round_.recurs, "recurs_on": round_.on}
        term = (round_.start, round_.end)
        yield from _candidate(context, place, term, duty, values, "deadlines.recurring", 0.6)
        if round_.also_yearly:
            yearly = {**values, "recurs": "yearly"}
            yield from _candidate(context, place, term, duty, yearly, "deadlines.recurring", 0.5)


def _tabled(context: Context) -> Iterator[Candidate]:
    """Rows of tables with a column or a cell that tells the term."""
    text = context.canonical.text
    rows = [b for b in context.layout.blocks if b.zone == "body" and b.kind == "row"]
    for row in duties_of_rows(text, [(b.start, b.end) for b in rows], context.mentions.dates):
        if _is_past(context, row.date):
            continue
        block = context.layout.block_at(row.date.start)
        owner = _plain(text[slice(*row.owner)]) if row.owner else _owner_above(context, block)
        yield Candidate(
            KIND,
            row.start,
            row.end,
            {
                "due_on": row.date.value,
                "due_time": row.date.time,
                "bound": row.bound,
                "task": _plain(text[slice(*row.task)]),
                "owner": owner,
                "to": _plain(text[slice(*row.to)]) if row.to else None,
            },
            "deadlines.tabled",
            0.7,
        )


def _candidate(
    context: Context, place: _Place, term: Span, duty: Duty, values: dict[str, Value], by: str, score: float
) -> Iterator[Candidate]:
    """The candidate of a duty; what the sentence does not say comes from the heads of the list."""
    text = context.canonical.text
    task = _plain(text[slice(*duty.task)]) if duty.task else values.get("task")
    owner = _plain(text[slice(*duty.owner)]) if duty.owner else _owner_above(context, place.block)
    if task is None:
        task = _task_above(context, place.block)
    if task is None and not (values["bound"] == "on" and _ATTENDED.search(text)):
        return
    spans = [span for span in (duty.owner, duty.task, duty.to, term) if span]
    start, end = min(s[0] for s in spans), max(s[1] for s in spans)
    to = _plain(text[slice(*duty.to)]) if duty.to else None
    yield Candidate(KIND, start, end, {**values, "task": task, "owner": owner, "to": to}, by, score)


def _owner_above(context: Context, block: Block) -> str | None:
    """The owner that the nearest list head names."""
    text = context.canonical.text
    for head in context.layout.ancestors(block):
        content = text[head.body_start : head.end].strip()
        if head.kind == "heading" or content.endswith(":"):
            owner = owner_of_heading(content)
            if owner:
                return _plain(owner)
    return None


def _task_above(context: Context, block: Block) -> str | None:
    """The words of the nearest heading that tells what is to be done, not when."""
    text = context.canonical.text
    for head in context.layout.ancestors(block):
        content = text[head.body_start : head.end].strip(_SUNDRY).partition(":")[0]
        if content and not _TIMELY.match(content) and not content.isupper() and not owner_of_heading(content):
            return _plain(content)
    return None


def _place(text: str, block: Block, at: int) -> _Place:
    """The sentence and the clause around an offset of a block."""
    parts = list(sentences(text, block.body_start, block.end)) or [(block.body_start, block.end)]
    index = next((i for i, (_, end) in enumerate(parts) if at < end), len(parts) - 1)
    first = last = index
    while first > 0 and text[parts[first - 1][1] - 1] == ";":
        first -= 1
    while last + 1 < len(parts) and text[parts[last][1] - 1] == ";":
        last += 1
    return _Place(block, (parts[first][0], parts[last][1]), parts[index])


def _plain(words: str) -> str:
    return " ".join(words.split())
