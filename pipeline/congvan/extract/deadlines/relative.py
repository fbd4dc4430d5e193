"""Terms told by their length: `trong 07 ngày làm việc kể từ ngày nhận được văn bản`, `trước lễ khai mạc 02 ngày`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from congvan.datamodel.candidate import Candidate, Value
from congvan.datamodel.layout import Block
from congvan.extract.deadlines.view import CUE_REACH, SUNDRY, View, candidate
from congvan.grammar.duties import cues
from congvan.grammar.duties.forms import duty_of
from congvan.grammar.duties.owners import duty_in_event, owner_of_heading
from congvan.grammar.time.intervals import Interval, find_intervals
from congvan.text.places import Place

# Units and opening words of a length that needs no event to be a term: `chậm nhất 05 ngày`, not `trong 5 năm`
_SHORT_UNITS = ("hour", "day", "working_day", "week")
_LOOSE_LEADS = ("trong", "sau", "tối đa")


def relative(view: View, block: Block) -> Iterator[Candidate]:
    """`trong 07 ngày làm việc kể từ ngày nhận được văn bản`."""
    for told in find_intervals(view.text, block.body_start, block.end):
        place = view.places.at(block, told.start)
        interval = _without_duty(view, told, place)
        if cues.NO_DUTY.search(view.text, *place.sentence) or not _is_term(view, interval, place):
            continue
        term = (interval.start, interval.end)
        duty = duty_of(view.text, place.sentence, place.clause, term, view.done_before(place, term[0]))
        if duty.task is None:
            continue
        values: dict[str, Value] = {
            "within": interval.within,
            "within_unit": interval.unit,
            "counted_from": view.words(interval.event),
            "bound": "before" if interval.ahead else "by",
        }
        yield from candidate(view, place, term, duty, values, "deadlines.relative", 0.6)


def _without_duty(view: View, interval: Interval, place: Place) -> Interval:
    """Without the duty that follows the event with no mark (`trong 03 ngày từ ngày họp lớp trưởng nộp biên bản`)."""
    if interval.event is None or interval.end > interval.event[1]:
        return interval
    left = view.text[place.clause[0] : interval.start].strip(SUNDRY)
    silent = not left or owner_of_heading(left) is not None
    cut = duty_in_event(view.text, *interval.event, silent=silent)
    return replace(interval, end=cut, event=(interval.event[0], cut)) if cut else interval


def _is_term(view: View, interval: Interval, place: Place) -> bool:
    """A length is a term where it is counted from an event, or where it is short and something is delivered."""
    if interval.event is not None:  # from a dated day it is a period
        return not any(date.start - interval.event[0] < 6 for date in view.context.mentions.dates_in(*interval.event))
    if interval.unit not in _SHORT_UNITS:
        return False
    if interval.lead not in _LOOSE_LEADS:
        return cues.DELIVERY.search(view.text, *place.clause) is not None
    low = max(place.clause[0], interval.start - CUE_REACH)  # `gửi phiếu về trường trong 5 ngày.`
    ends = cues.CLAUSE_ENDS.match(view.text, interval.end) is not None
    return interval.lead == "trong" and ends and cues.HANDED.search(view.text, low, interval.start) is not None
