"""The hour of a meeting, an opening, an arrival: bound `on`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from congvan.datamodel.candidate import Candidate, Value
from congvan.extract.deadlines.view import CUE_REACH, SUNDRY, Span, View, candidate, is_past
from congvan.grammar.duties import cues
from congvan.grammar.duties.forms import Duty, duty_of
from congvan.grammar.duties.owners import owner_at
from congvan.grammar.time.clock import hour_of
from congvan.text.places import Place

_SHORTEST_EVENT = 4  # characters of the name of what is held
_INVITED_REACH = 3000  # characters before the hour in which the words that invite stand


def event(view: View, place: Place, term: Span, duty: Duty, values: Mapping[str, Value]) -> Iterator[Candidate]:
    """The hour of a meeting, an opening, an arrival: bound `on`."""
    low = max(place.clause[0], term[0] - CUE_REACH)
    verbs = list(cues.EVENT.finditer(view.text, low, term[0])) or list(cues.ATTENDING.finditer(view.text, low, term[0]))
    if verbs:
        end = term[0]
        loose = cues.LOOSE_END.search(view.text, verbs[-1].start(), end)
        end = loose.start() if loose else end
        while end > verbs[-1].start() and view.text[end - 1] in SUNDRY + "(":
            end -= 1
        asked = cues.INVITED.search(view.text, max(term[0] - _INVITED_REACH, 0), term[0]) if view.invited else None
        if asked and cues.BEGINS.fullmatch(view.text, verbs[-1].start(), end):
            values = {**values, "task": view.words(asked.span("task"))}
            yield from candidate(view, place, term, Duty(None, None, None, "event"), values, "deadlines.event", 0.7)
            return
        start = verbs[-1].start()
        begins = cues.BEGINS.fullmatch(view.text, start, end) is not None
        called = cues.ASKS.search(view.text, term[1], place.sentence[1])
        if begins and not (view.invited or view.attended or called or duty.owner):
            return  # a day told, with nobody asked to come
        held = _what_is_held(view.text, place.clause[0], start) if begins else None
        if held:
            owner = owner_at(view.text, term[1], place.sentence[1])[0] if called else None
            yield from candidate(view, place, term, Duty(owner, held, None, "event"), values, "deadlines.event", 0.7)
            return
        if duty.task and duty.task[0] < start and cues.SENDS.fullmatch(view.text, duty.task[0], start):
            start = duty.task[0]
        duty = Duty(duty.owner, (start, end), None, "event")
    elif duty.bare and view.invited:
        low = max(term[0] - _INVITED_REACH, 0)
        asked = cues.EVENT_LINE.search(view.text, low, term[0]) or cues.INVITED.search(view.text, low, term[0])
        guest = cues.GUEST_LINE.search(view.text, low, term[0])
        values = {**values, "task": view.words(asked.span("task"))} if asked else values
        values = {**values, "owner": view.words(guest.span("owner"))} if guest else values
    yield from candidate(view, place, term, duty, values, "deadlines.event", 0.7)


def _what_is_held(text: str, start: int, end: int) -> Span | None:
    """`Hội nghị giao ban | khai mạc lúc ...`, `Lễ phát động: | tổ chức lúc ...`: the words before the verb."""
    low = max(start, text.rfind(", ", start, end) + 1)
    while low < end and (text[low] in SUNDRY or text[low] == "*"):
        low += 1
    while end > low and text[end - 1] in SUNDRY:
        end -= 1
    return (low, end) if end - low > _SHORTEST_EVENT and ":" not in text[low:end] else None


def lone_hours(view: View, rounds: list[Span]) -> Iterator[Candidate]:
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
        if (at + 1 < len(dates) and dates[at + 1].start <= match.end()) or is_past(view, day):
            continue  # the hour belongs to the date after it
        if any(low <= match.start() < high for low, high in rounds):
            continue
        near = max(place.clause[0], day.end, match.start() - CUE_REACH), match.start()
        if not cues.EVENT.search(view.text, *near):
            continue
        term = match.span()
        done = day.end if day.end > place.clause[0] else 0
        duty = duty_of(view.text, place.sentence, place.clause, term, done)
        values: dict[str, Value] = {"due_on": day.value, "due_time": hour_of(match["clock"]), "bound": "on"}
        yield from event(view, place, term, duty, values)
