"""Days and months by which something is due: bound by words before them, by a label, by what is to be done."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from congvan.datamodel.candidate import Candidate, Value
from congvan.datamodel.layout import Block
from congvan.datamodel.mentions import DateMention
from congvan.extract.deadlines.events import event
from congvan.extract.deadlines.view import CUE_REACH, SUNDRY, Span, View, candidate, is_past
from congvan.grammar.duties import cues
from congvan.grammar.duties.above import owner_above
from congvan.grammar.duties.forms import Duty, duty_of
from congvan.grammar.duties.owners import owner_at
from congvan.grammar.duties.subjects import is_verb
from congvan.grammar.time.terms import Binding, binding_before
from congvan.text.places import Place


@dataclass(frozen=True)
class Told:
    """The last duty told with a date: where its term ended, the duty itself, and the values of the term."""

    end: int
    duty: Duty
    values: Mapping[str, Value]


def dated(view: View, mention: DateMention, last: Told | None) -> tuple[list[Candidate], Told | None]:
    """A date with binding words, an hour to attend, or a labelled term; and the last duty told so far."""
    block = view.context.layout.block_at(mention.start)
    if block.zone != "body" or block.kind == "row" or mention.end > block.end or is_past(view, mention):
        return [], last
    place = view.places.at(block, mention.start)
    binding = binding_before(view.text, mention.start, place.clause[0])
    listed = _listed(view, mention, last)
    if listed and last is not None:
        values: dict[str, Value] = {**last.values, "due_on": mention.value}
        values["due_time"] = mention.time or values["due_time"]
        more = list(candidate(view, place, (mention.start, mention.end), last.duty, values, "deadlines.dated", 0.7))
        return more, replace(last, end=mention.end)
    if cues.NO_DUTY.search(view.text, *place.clause) or _in_span(view, mention, place, binding):
        return [], last
    bound = _bound(view, mention, place, binding)
    if bound is None:
        return [], last
    term = (binding.start if binding else mention.start, mention.end)
    duty = _dated_duty(view, place, term, last)
    values = {"due_on": mention.value, "due_time": mention.time, "bound": bound}
    if bound == "on":
        held = list(event(view, place, term, duty, values))
        return held, Told(term[1], duty, values) if held and not duty.bare else last
    if duty.bare and duty.form == "after" and block.kind == "heading":
        return list(_headed(view, block, values)), last
    told = list(candidate(view, place, term, duty, values, "deadlines.dated", 0.8))
    return told, Told(term[1], duty, values) if told else last


def _listed(view: View, mention: DateMention, last: Told | None) -> bool:
    """Is the date one more of a list under one bound: `trước 10 giờ các ngày 02/6, 05/6 và 10/6`?"""
    if last is None or not last.end <= mention.start or mention.precision != "day":
        return False
    return mention.start not in view.tied and cues.NEXT_DATE.fullmatch(view.text, last.end, mention.start) is not None


def _dated_duty(view: View, place: Place, term: Span, last: Told | None) -> Duty:
    """The duty of a dated term; after an earlier term of the sentence it begins there, or is the same one."""
    done = view.done_before(place, term[0])
    if last is not None and place.sentence[0] <= last.end <= term[0]:
        if cues.SAME_TERM.fullmatch(view.text, last.end, term[0]) and last.duty.form == "before":
            return last.duty
        done = max(done, last.end if last.end > place.clause[0] else 0)
    return duty_of(view.text, place.sentence, place.clause, term, done)


def _in_span(view: View, mention: DateMention, place: Place, binding: Binding | None) -> bool:
    """Does the date open or end a period? After a span in the same sentence `đến hết ngày ...` ends one too."""
    if mention.start in view.tied:
        return True
    before = bisect_right(view.period_ends, mention.start) - 1
    ended = before >= 0 and view.period_ends[before] > place.sentence[0]
    return ended and binding is not None and binding.kind == "to"


def _bound(view: View, mention: DateMention, place: Place, binding: Binding | None) -> str | None:
    """The contract's bound, or None where the date is no deadline."""
    kind = binding.kind if binding else ""
    begin = binding.start if binding else mention.start
    stretch, near = (place.clause[0], begin), (max(place.clause[0], begin - CUE_REACH), begin)
    if cues.COMPARED.search(view.text, *near):  # `nộp chậm 20 ngày so với hạn 15/4`
        return None
    if kind in ("before", "by", "within"):
        return "before" if kind == "before" else "by"
    if kind in ("to", "in"):
        return _bound_by_doing(view, mention, place, near, kind)
    if cues.FINAL_LABEL.match(view.text, *stretch) or (kind in ("", "on") and cues.CLOSING.search(view.text, *near)):
        return "by"
    if mention.time and not cues.MINUTES.search(view.text, *near):
        told = any(cue.search(view.text, *near) for cue in (cues.LABELLED, cues.EVENT, cues.ATTENDING))
        asked = view.invited and (kind == "on" or cues.TIME_LINE.match(view.text, *stretch))
        done = kind == "on" and _somebody_does(view, place, begin)  # `các trường cử người nhận đề lúc 14 giờ ngày ...`
        blank = not view.text[slice(*stretch)].strip(SUNDRY)
        comes = blank and cues.ATTENDS_AFTER.match(view.text, mention.end) is not None
        return "on" if told or asked or done or comes else None
    if (kind == "on" and mention.precision != "year") or (
        not kind and mention.precision == "day" and _is_ahead(view, mention)
    ):
        handed = cues.DELIVERED.search(view.text, *near) and cues.CLAUSE_ENDS.match(view.text, mention.end)
        if handed and _somebody_does(view, place, begin, handed=True):  # `báo cáo số liệu vào ngày 05/6`
            return "on"
    labelled = kind == "" and mention.precision != "year" and cues.TERM_LABEL.search(view.text, *near)
    return "by" if labelled and not cues.OPENING.search(view.text, *near) else None


def _bound_by_doing(view: View, mention: DateMention, place: Place, stretch: Span, kind: str) -> str | None:
    """`đến ngày`, `trong tháng` bind only with a label or with a verb by which something is done by then."""
    if kind == "in":
        handed: object = cues.HANDED.search(view.text, *stretch)
        if not view.text[slice(*stretch)].strip(SUNDRY):  # `Trong quý II, các tổ phải hoàn thành ...`
            handed = cues.MUST_AFTER.match(view.text, mention.end)
        elif not handed and cues.CLAUSE_ENDS.match(view.text, mention.end):
            handed = _somebody_does(view, place, stretch[1])
        return "by" if handed and mention.precision != "year" else None
    if cues.OPENING.search(view.text, *stretch):
        return None
    if not view.text[slice(*stretch)].strip(SUNDRY):  # `Đến ngày 15/4, các đơn vị phải hoàn thành ...`
        return "by" if mention.precision != "year" and cues.MUST_AFTER.match(view.text, mention.end) else None
    if cues.AIM.search(view.text, *stretch) and cues.SHARE_AFTER.match(view.text, mention.end):
        return None  # a figure to reach is a target
    told = cues.TERM_LABEL.search(view.text, *stretch) or cues.AIM.search(view.text, *stretch)
    delivered = mention.precision != "year" and cues.DELIVERY.search(view.text, *stretch)
    return "by" if told or delivered else None


def _somebody_does(view: View, place: Place, end: int, *, handed: bool = False) -> bool:
    """Does the clause tell, before `end`, what somebody is to do (`Sở Y tế cấp thêm thuốc`), and not what was done?

    `handed`: it tells already that something is handed over.
    """
    start = max(place.clause[0], view.done_before(place, end))
    start = max(start, view.text.rfind(": ", start, end) + 1)  # behind a label
    if cues.TOLD_OF_PAST.search(view.text, start, end):
        return False
    owner, predicate = owner_at(view.text, start, end)
    if not handed and not is_verb(view.text, predicate, end):
        return False
    earlier = owner or owner_at(view.text, place.sentence[0], start)[0]
    return earlier is not None or owner_above(view.text, view.context.layout, place.block) is not None


def _is_ahead(view: View, mention: DateMention) -> bool:
    """Does the day lie after the day of issue?"""
    issued = view.context.issued_on
    return issued is not None and mention.value is not None and mention.value > issued.isoformat()


def _headed(view: View, block: Block, values: Mapping[str, Value]) -> Iterator[Candidate]:
    """`Trước ngày 20/5:` as a heading: each item below it is a duty."""
    if block.kind != "heading":
        return
    for child in view.context.layout.children(block):
        whole, at = (child.body_start, child.end), (child.body_start, child.body_start)
        duty = duty_of(view.text, whole, whole, at)
        if duty.task:
            yield from candidate(view, Place(child, whole, whole), at, duty, values, "deadlines.headed", 0.5)
