"""Deadlines: a day by which somebody must do something, a term after an event, or a duty that comes round.

Dates come from the table of mentions; the words that bind them and the rounds from `grammar.time.terms`; owner, task
and receiver from `grammar.duties.forms`, or from the list head and the table column where the sentence is silent.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate, Value
from congvan.datamodel.context import Context
from congvan.datamodel.layout import Block
from congvan.datamodel.mentions import DateMention
from congvan.grammar.duties import cues
from congvan.grammar.duties.above import owner_above, task_above, task_before
from congvan.grammar.duties.forms import Duty, duty_of
from congvan.grammar.duties.rows import duties_of_rows
from congvan.grammar.time.clock import hour_of
from congvan.grammar.time.spans import find_spans
from congvan.grammar.time.terms import Binding, Interval, Recurrence, binding_before, find_intervals, find_recurrences
from congvan.text.places import Place, Places
from congvan.text.tokens import context_of

KIND = "deadlines"
Span = tuple[int, int]

_SUNDRY = " \t\r\n-–—+*•.,;:/"
_INVITED_REACH = 3000  # characters before the hour in which the words that invite stand
_CUE_REACH = 240  # characters before a term in which its label, verb or opening stands
# Units and opening words of a length that needs no event to be a term: `chậm nhất 05 ngày`, not `trong 5 năm`
_SHORT_UNITS = ("hour", "day", "working_day", "week")
_LOOSE_LEADS = ("trong", "sau", "tối đa")


@dataclass(frozen=True)
class _View:
    """A dispatch as the rules see it: its context and what is found once for all of them.

    `tied`: starts of the dates that open or end a period; `period_ends`: where those periods end, in order;
    `invited`: the text invites somebody; `attended`: it speaks of attending.
    """

    context: Context
    text: str
    places: Places
    tied: frozenset[int]
    period_ends: tuple[int, ...]
    invited: bool
    attended: bool

    def words(self, span: Span | None) -> str | None:
        """The words of a span with white space folded."""
        return " ".join(self.text[slice(*span)].split()) if span else None


def extract(doc: Doc) -> list[Candidate]:
    """The deadlines of a dispatch, in the order of the text."""
    context = context_of(doc)
    if not context.layout.blocks:
        return []
    view = _view(context)
    found: list[Candidate] = []
    rounds: list[Span] = []
    for block in context.layout.blocks:
        if block.zone == "body" and block.kind != "row":
            found += _relative(view, block)
            found += _recurring(view, block, rounds)
    rounds.sort()
    last: _Told | None = None
    for mention in context.mentions.dates:
        at = bisect_right(rounds, mention.start, key=lambda span: span[0]) - 1
        if at < 0 or mention.start >= rounds[at][1]:
            dated, last = _dated(view, mention, last)
            found += dated
    found += _lone_hours(view, rounds)
    found += _tabled(view)
    return sorted(found, key=lambda c: (c.start, c.end))


def _view(context: Context) -> _View:
    text = context.canonical.text
    spans = find_spans(text, context.mentions.dates, context.issued_on)
    tied = frozenset(mention.start for span in spans for mention in span.dates)
    ends = tuple(sorted(span.end for span in spans))
    invited, attended = (cue.search(text) is not None for cue in (cues.INVITATION, cues.ATTENDED))
    return _View(context, text, Places(text), tied, ends, invited, attended)


@dataclass(frozen=True)
class _Told:
    """The last duty told with a date: where its term ended, and the duty itself."""

    end: int
    duty: Duty


def _dated(view: _View, mention: DateMention, last: _Told | None) -> tuple[list[Candidate], _Told | None]:
    """A date with binding words, an hour to attend, or a labelled term; and the last duty told so far."""
    block = view.context.layout.block_at(mention.start)
    if block.zone != "body" or block.kind == "row" or mention.end > block.end or _is_past(view, mention):
        return [], last
    place = view.places.at(block, mention.start)
    binding = binding_before(view.text, mention.start, place.clause[0])
    if cues.NO_DUTY.search(view.text, *place.clause) or _in_span(view, mention, place, binding):
        return [], last
    bound = _bound(view, mention, place, binding)
    if bound is None:
        return [], last
    term = (binding.start if binding else mention.start, mention.end)
    duty = _dated_duty(view, place, term, last)
    values: dict[str, Value] = {"due_on": mention.value, "due_time": mention.time, "bound": bound}
    if bound == "on":
        return list(_event(view, place, term, duty, values)), last
    if duty.bare and duty.form == "after" and block.kind == "heading":
        return list(_headed(view, block, values)), last
    told = list(_candidate(view, place, term, duty, values, "deadlines.dated", 0.8))
    return told, _Told(term[1], duty) if told else last


def _dated_duty(view: _View, place: Place, term: Span, last: _Told | None) -> Duty:
    """The duty of a dated term; after an earlier term of the sentence it begins there, or is the same one."""
    if last is None or last.end > term[0] or last.end < place.sentence[0]:
        return duty_of(view.text, place.sentence, place.clause, term)
    if cues.SAME_TERM.fullmatch(view.text, last.end, term[0]) and last.duty.form == "before":
        return last.duty
    done = last.end if last.end > place.clause[0] else 0
    return duty_of(view.text, place.sentence, place.clause, term, done)


def _is_past(view: _View, mention: DateMention) -> bool:
    """A day or month before the issue date is no duty any more; it tells what happened."""
    issued = view.context.issued_on
    if issued is None or mention.value is None or mention.precision not in ("day", "month"):
        return False
    return mention.value < issued.isoformat()[: len(mention.value)]


def _in_span(view: _View, mention: DateMention, place: Place, binding: Binding | None) -> bool:
    """Does the date open or end a period? After a span in the same sentence `đến hết ngày ...` ends one too."""
    if mention.start in view.tied:
        return True
    before = bisect_right(view.period_ends, mention.start) - 1
    ended = before >= 0 and view.period_ends[before] > place.sentence[0]
    return ended and binding is not None and binding.kind == "to"


def _bound(view: _View, mention: DateMention, place: Place, binding: Binding | None) -> str | None:
    """The contract's bound, or None where the date is no deadline."""
    kind = binding.kind if binding else ""
    begin = binding.start if binding else mention.start
    stretch, near = (place.clause[0], begin), (max(place.clause[0], begin - _CUE_REACH), begin)
    if kind in ("before", "by", "within"):
        return "before" if kind == "before" else "by"
    if kind in ("to", "in"):
        return _bound_by_doing(view, mention, near, kind)
    if cues.FINAL_LABEL.match(view.text, *stretch) or (kind in ("", "on") and cues.CLOSING.search(view.text, *near)):
        return "by"
    if mention.time and not cues.MINUTES.search(view.text, *near):
        told = any(cue.search(view.text, *near) for cue in (cues.LABELLED, cues.EVENT, cues.ATTENDING))
        asked = view.invited and (kind == "on" or cues.TIME_LINE.match(view.text, *stretch))
        return "on" if told or asked else None
    labelled = kind == "" and mention.precision != "year" and cues.TERM_LABEL.search(view.text, *near)
    return "by" if labelled and not cues.OPENING.search(view.text, *near) else None


def _bound_by_doing(view: _View, mention: DateMention, stretch: Span, kind: str) -> str | None:
    """`đến ngày`, `trong tháng` bind only with a label or with a verb by which something is done by then."""
    if kind == "in":
        handed = cues.HANDED.search(view.text, *stretch)
        if not view.text[slice(*stretch)].strip(_SUNDRY):  # `Trong quý II, các tổ phải hoàn thành ...`
            handed = cues.MUST_AFTER.match(view.text, mention.end)
        return "by" if handed and mention.precision != "year" else None
    if cues.OPENING.search(view.text, *stretch):
        return None
    if not view.text[slice(*stretch)].strip(_SUNDRY):  # `Đến ngày 15/4, các đơn vị phải hoàn thành ...`
        return "by" if mention.precision != "year" and cues.MUST_AFTER.match(view.text, mention.end) else None
    if cues.AIM.search(view.text, *stretch) and cues.SHARE_AFTER.match(view.text, mention.end):
        return None  # a figure to reach is a target
    told = cues.TERM_LABEL.search(view.text, *stretch) or cues.AIM.search(view.text, *stretch)
    delivered = mention.precision != "year" and cues.DELIVERY.search(view.text, *stretch)
    return "by" if told or delivered else None


def _event(view: _View, place: Place, term: Span, duty: Duty, values: Mapping[str, Value]) -> Iterator[Candidate]:
    """The hour of a meeting, an opening, an arrival: bound `on`."""
    low = max(place.clause[0], term[0] - _CUE_REACH)
    verbs = list(cues.EVENT.finditer(view.text, low, term[0])) or list(cues.ATTENDING.finditer(view.text, low, term[0]))
    if verbs:
        end = term[0]
        loose = cues.LOOSE_END.search(view.text, verbs[-1].start(), end)
        end = loose.start() if loose else end
        while end > verbs[-1].start() and view.text[end - 1] in _SUNDRY + "(":
            end -= 1
        asked = cues.INVITED.search(view.text, max(term[0] - _INVITED_REACH, 0), term[0]) if view.invited else None
        if asked and cues.BEGINS.fullmatch(view.text, verbs[-1].start(), end):
            values = {**values, "task": view.words(asked.span("task"))}
            yield from _candidate(view, place, term, Duty(None, None, None, "event"), values, "deadlines.event", 0.7)
            return
        start = verbs[-1].start()
        if duty.task and duty.task[0] < start and cues.SENDS.fullmatch(view.text, duty.task[0], start):
            start = duty.task[0]
        duty = Duty(duty.owner, (start, end), None, "event")
    elif duty.bare and view.invited:
        low = max(term[0] - _INVITED_REACH, 0)
        asked = cues.EVENT_LINE.search(view.text, low, term[0]) or cues.INVITED.search(view.text, low, term[0])
        guest = cues.GUEST_LINE.search(view.text, low, term[0])
        values = {**values, "task": view.words(asked.span("task"))} if asked else values
        values = {**values, "owner": view.words(guest.span("owner"))} if guest else values
    yield from _candidate(view, place, term, duty, values, "deadlines.event", 0.7)


def _lone_hours(view: _View, rounds: list[Span]) -> Iterator[Candidate]:
    """`Đêm hội: ngày 18/11; các đội phải có mặt lúc 18 giờ`: an hour whose day the sentence told before."""
    dates = view.context.mentions.dates
    for match in cues.LONE_HOUR.finditer(view.text):
        block = view.context.layout.block_at(match.start())
        if block.zone != "body" or block.kind == "row" or match.end() > block.end:
            continue
        place = view.places.at(block, match.start())
        at = bisect_right(dates, match.start(), key=lambda date: date.start) - 1
        day = dates[at] if at >= 0 else None
        if day is None or day.start < place.sentence[0] or day.end > match.start() or day.precision != "day":
            continue
        if (at + 1 < len(dates) and dates[at + 1].start <= match.end()) or _is_past(view, day):
            continue  # the hour belongs to the date after it
        if any(low <= match.start() < high for low, high in rounds):
            continue
        near = max(place.clause[0], day.end, match.start() - _CUE_REACH), match.start()
        if not cues.EVENT.search(view.text, *near):
            continue
        term = match.span()
        done = day.end if day.end > place.clause[0] else 0
        duty = duty_of(view.text, place.sentence, place.clause, term, done)
        values: dict[str, Value] = {"due_on": day.value, "due_time": hour_of(match["clock"]), "bound": "on"}
        yield from _event(view, place, term, duty, values)


def _headed(view: _View, block: Block, values: Mapping[str, Value]) -> Iterator[Candidate]:
    """`Trước ngày 20/5:` as a heading: each item below it is a duty."""
    if block.kind != "heading":
        return
    for child in view.context.layout.children(block):
        whole, at = (child.body_start, child.end), (child.body_start, child.body_start)
        duty = duty_of(view.text, whole, whole, at)
        if duty.task:
            yield from _candidate(view, Place(child, whole, whole), at, duty, values, "deadlines.headed", 0.5)


def _relative(view: _View, block: Block) -> Iterator[Candidate]:
    """`trong 07 ngày làm việc kể từ ngày nhận được văn bản`."""
    for interval in find_intervals(view.text, block.body_start, block.end):
        place = view.places.at(block, interval.start)
        if cues.NO_DUTY.search(view.text, *place.sentence) or not _is_term(view, interval, place):
            continue
        term = (interval.start, interval.end)
        duty = duty_of(view.text, place.sentence, place.clause, term, _dated_before(view, place, term[0]))
        if duty.task is None:
            continue
        values: dict[str, Value] = {
            "within": interval.within,
            "within_unit": interval.unit,
            "counted_from": view.words(interval.event),
            "bound": "before" if interval.ahead else None if interval.lead == "sau" else "by",
        }
        yield from _candidate(view, place, term, duty, values, "deadlines.relative", 0.6)


def _dated_before(view: _View, place: Place, start: int) -> int:
    """Where an earlier term of the clause ends (`xong trong tháng 6 và gửi báo cáo sau 05 ngày ...`); 0 without one."""
    for mention in reversed(view.context.mentions.dates_in(place.clause[0], start)):
        binding = binding_before(view.text, mention.start, place.clause[0])
        if binding and binding.kind in ("before", "by", "within"):
            return mention.end
    return 0


def _is_term(view: _View, interval: Interval, place: Place) -> bool:
    """A length is a term where it is counted from an event, or where it is short and something is delivered."""
    if interval.event is not None:
        return not view.context.mentions.dates_in(*interval.event)  # from a dated day it is a period
    short = interval.unit in _SHORT_UNITS and interval.lead not in _LOOSE_LEADS
    return short and cues.DELIVERY.search(view.text, *place.clause) is not None


def _recurring(view: _View, block: Block, rounds: list[Span]) -> Iterator[Candidate]:
    """`trước ngày 20 hằng tháng`, `định kỳ hằng quý`, `6 tháng, hằng năm`; their places are added to `rounds`."""
    chain: list[Recurrence] = []
    for found in [*find_recurrences(view.text, block.body_start, block.end), None]:
        if chain and (found is None or not cues.SAME_DUTY.fullmatch(view.text, chain[-1].end, found.start)):
            yield from _chained(view, block, chain, rounds)
            chain = []
        if found:
            chain.append(found)


def _chained(view: _View, block: Block, chain: list[Recurrence], rounds: list[Span]) -> Iterator[Candidate]:
    """The rounds of one duty: `định kỳ 6 tháng (trước ngày 15/6) và hằng năm (trước ngày 15/12), các xã nộp ...`."""
    place = view.places.at(block, chain[0].start)
    shared = duty_of(view.text, place.sentence, place.clause, (chain[0].start, chain[-1].end))
    for found in chain:
        term = (found.start, found.end)
        rounds.append(term)
        if found.late:
            rounds.append(found.late)
        told = found.fixed or found.on is not None
        told = told or (found.time is not None and cues.REPORTING.search(view.text, *place.clause) is not None)
        rare = found.recurs in ("yearly", "daily")  # without a day these tell a custom, not a duty
        if not told and (rare or not cues.REPORTING.search(view.text, *place.clause)):
            continue
        duty = _late_duty(view, place, found) if found.late else shared
        if found.late:
            term = (found.start, found.late[1])
        if duty.task is None and not duty.bare:
            continue
        values: dict[str, Value] = {
            "due_time": found.time,
            "bound": found.bound,
            "recurs": found.recurs,
            "recurs_on": found.on,
        }
        yield from _candidate(view, place, term, duty, values, "deadlines.recurring", 0.6)
        if found.also_yearly:
            yearly = {**values, "recurs": "yearly"}
            yield from _candidate(view, place, term, duty, yearly, "deadlines.recurring", 0.5)


def _late_duty(view: _View, place: Place, found: Recurrence) -> Duty:
    """The duty of a round whose day closes the clause: what is to be done stands before that day."""
    assert found.late is not None
    clause = place.clause[0], found.late[0]
    sentence = place.sentence[0], found.late[0]
    return duty_of(view.text, sentence, clause, (found.start, found.end))


def _tabled(view: _View) -> Iterator[Candidate]:
    """Rows of tables with a column or a cell that tells the term."""
    layout = view.context.layout
    rows = [(b.start, b.end) for b in layout.blocks if b.zone == "body" and b.kind == "row"]
    for row in duties_of_rows(view.text, rows, view.context.mentions.dates):
        if _is_past(view, row.date):
            continue
        values: dict[str, Value] = {
            "due_on": row.date.value,
            "due_time": row.date.time,
            "bound": row.bound,
            "task": view.words(row.task),
            "owner": view.words(row.owner) or owner_above(view.text, layout, layout.block_at(row.date.start)),
            "to": view.words(row.to),
        }
        yield Candidate(KIND, row.start, row.end, values, "deadlines.tabled", 0.7)


def _candidate(
    view: _View, place: Place, term: Span, duty: Duty, values: Mapping[str, Value], by: str, score: float
) -> Iterator[Candidate]:
    """The candidate of a duty; what the sentence does not say comes from the heads of the list."""
    task = view.words(duty.task) or values.get("task")
    task = task or task_before(view.text, place) or task_above(view.text, view.context.layout, place.block)
    if task is None and not (values["bound"] == "on" and view.attended):
        return
    owner = view.words(duty.owner) or values.get("owner") or owner_above(view.text, view.context.layout, place.block)
    spans = [span for span in (duty.owner, duty.task, duty.to, term) if span]
    start, end = min(s[0] for s in spans), max(s[1] for s in spans)
    yield Candidate(KIND, start, end, {**values, "task": task, "owner": owner, "to": view.words(duty.to)}, by, score)
