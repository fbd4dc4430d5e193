"""Terms told by their length: `trong 07 ngày làm việc kể từ ngày nhận được văn bản`."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.datamodel.candidate import Candidate, Value
from congvan.datamodel.layout import Block
from congvan.extract.deadlines.view import View, candidate
from congvan.grammar.duties import cues
from congvan.grammar.duties.forms import duty_of
from congvan.grammar.time.terms import Interval, binding_before, find_intervals
from congvan.text.places import Place

# Units and opening words of a length that needs no event to be a term: `chậm nhất 05 ngày`, not `trong 5 năm`
_SHORT_UNITS = ("hour", "day", "working_day", "week")
_LOOSE_LEADS = ("trong", "sau", "tối đa")


def relative(view: View, block: Block) -> Iterator[Candidate]:
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
        yield from candidate(view, place, term, duty, values, "deadlines.relative", 0.6)


def _dated_before(view: View, place: Place, start: int) -> int:
    """Where an earlier term of the clause ends (`xong trong tháng 6 và gửi báo cáo sau 05 ngày ...`); 0 without one."""
    for mention in reversed(view.context.mentions.dates_in(place.clause[0], start)):
        binding = binding_before(view.text, mention.start, place.clause[0])
        if binding and binding.kind in ("before", "by", "within"):
            return mention.end
    return 0


def _is_term(view: View, interval: Interval, place: Place) -> bool:
    """A length is a term where it is counted from an event, or where it is short and something is delivered."""
    if interval.event is not None:
        return not view.context.mentions.dates_in(*interval.event)  # from a dated day it is a period
    short = interval.unit in _SHORT_UNITS and interval.lead not in _LOOSE_LEADS
    return short and cues.DELIVERY.search(view.text, *place.clause) is not None
