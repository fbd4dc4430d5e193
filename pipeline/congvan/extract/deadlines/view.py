"""A dispatch as the rules of deadlines see it, and how a duty with its term becomes a candidate."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from congvan.datamodel.candidate import Candidate, Value
from congvan.datamodel.context import Context
from congvan.datamodel.mentions import DateMention
from congvan.grammar.duties import cues
from congvan.grammar.duties.above import owner_above, task_above, task_before
from congvan.grammar.duties.forms import Duty
from congvan.grammar.duties.owners import owner_label
from congvan.grammar.time.intervals import find_intervals
from congvan.grammar.time.spans import find_spans
from congvan.grammar.time.terms import binding_before
from congvan.text.places import Place, Places

KIND = "deadlines"
Span = tuple[int, int]

SUNDRY = " \t\r\n-–—+*•.,;:/"
CUE_REACH = 240  # characters before a term in which its label, verb or opening stands


@dataclass(frozen=True)
class View:
    """A dispatch as the rules see it: its context and what is found once for all of them.

    `tied`: starts of the dates that open or end a period; `period_ends`: where those periods end, in order;
    `terms`: spans of the dates, lengths and periods after which a duty of its own can begin, in order;
    `invited`: the text invites somebody; `attended`: it speaks of attending.
    """

    context: Context
    text: str
    places: Places
    tied: frozenset[int]
    period_ends: tuple[int, ...]
    terms: tuple[Span, ...]
    invited: bool
    attended: bool

    def done_before(self, place: Place, start: int) -> int:
        """Where the last earlier term of the clause ends, with the duty it belongs to; 0 without one.

        `xong trong tháng 6 và gửi báo cáo sau 05 ngày`, `từ 10 đến 12/6, nộp biên bản trước ngày 15/6`.
        """
        at = bisect_left(self.terms, start, key=lambda term: term[0]) - 1
        if at < 0 or self.terms[at][1] > start or self.terms[at][0] < place.clause[0]:
            return 0
        return self.terms[at][1]

    def words(self, span: Span | None) -> str | None:
        """The words of a span with white space folded."""
        return " ".join(self.text[slice(*span)].split()) if span else None


def view_of(context: Context) -> View:
    text = context.canonical.text
    spans = find_spans(text, context.mentions.dates, context.issued_on)
    tied = frozenset(mention.start for span in spans for mention in span.dates)
    ends = tuple(sorted(span.end for span in spans))
    invited, attended = (cue.search(text) is not None for cue in (cues.INVITATION, cues.ATTENDED))
    terms = tuple(sorted({*_terms(context), *((span.start, span.end) for span in spans if _ends_duty(text, span.end))}))
    return View(context, text, Places(text), tied, ends, terms, invited, attended)


def _terms(context: Context) -> Iterator[Span]:
    """Bound dates and lengths counted from an event; a loose `trong tháng 6` only where a mark or `và` follows."""
    text = context.canonical.text
    for mention in context.mentions.dates:
        binding = binding_before(text, mention.start)
        if binding and (binding.kind in ("before", "by", "within") or _ends_duty(text, mention.end)):
            yield binding.start, mention.end
    for block in context.layout.blocks:
        if block.zone == "body" and block.kind != "row":
            for interval in find_intervals(text, block.body_start, block.end):
                if interval.event and _ends_duty(text, interval.end):
                    yield interval.start, interval.end


def _ends_duty(text: str, end: int) -> bool:
    return cues.CLAUSE_ENDS.match(text, end) is not None


def is_past(view: View, mention: DateMention) -> bool:
    """A day or month before the issue date is no duty any more; it tells what happened."""
    issued = view.context.issued_on
    if issued is None or mention.value is None or mention.precision not in ("day", "month", "year"):
        return False
    return mention.value < issued.isoformat()[: len(mention.value)]


def _label_of(view: View, place: Place, end: int) -> Span | None:
    """The owner that labels the line in which the duty stands: `3. Phòng Nội vụ: lập dự toán. Nộp trước ...`."""
    return owner_label(view.text, place.block.body_start, end) if place.block.kind != "row" else None


def candidate(
    view: View, place: Place, term: Span, duty: Duty, values: Mapping[str, Value], by: str, score: float
) -> Iterator[Candidate]:
    """The candidate of a duty; what the sentence does not say comes from the heads of the list."""
    task = view.words(duty.task) or values.get("task")
    task = task or task_before(view.text, place) or task_above(view.text, view.context.layout, place.block)
    if task is None and not (values["bound"] == "on" and view.attended):
        return
    owner = view.words(duty.owner) or values.get("owner") or view.words(_label_of(view, place, term[0]))
    owner = owner or owner_above(view.text, view.context.layout, place.block)
    spans = [span for span in (duty.owner, duty.task, duty.to, term) if span]
    start, end = min(s[0] for s in spans), max(s[1] for s in spans)
    yield Candidate(KIND, start, end, {**values, "task": task, "owner": owner, "to": view.words(duty.to)}, by, score)
