"""A dispatch as the rules of deadlines see it, and how a duty with its term becomes a candidate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from congvan.datamodel.candidate import Candidate, Value
from congvan.datamodel.context import Context
from congvan.datamodel.mentions import DateMention
from congvan.grammar.duties import cues
from congvan.grammar.duties.above import owner_above, task_above, task_before
from congvan.grammar.duties.forms import Duty
from congvan.grammar.time.spans import find_spans
from congvan.text.places import Place, Places

KIND = "deadlines"
Span = tuple[int, int]

SUNDRY = " \t\r\n-–—+*•.,;:/"
CUE_REACH = 240  # characters before a term in which its label, verb or opening stands


@dataclass(frozen=True)
class View:
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


def view_of(context: Context) -> View:
    text = context.canonical.text
    spans = find_spans(text, context.mentions.dates, context.issued_on)
    tied = frozenset(mention.start for span in spans for mention in span.dates)
    ends = tuple(sorted(span.end for span in spans))
    invited, attended = (cue.search(text) is not None for cue in (cues.INVITATION, cues.ATTENDED))
    return View(context, text, Places(text), tied, ends, invited, attended)


def is_past(view: View, mention: DateMention) -> bool:
    """A day or month before the issue date is no duty any more; it tells what happened."""
    issued = view.context.issued_on
    if issued is None or mention.value is None or mention.precision not in ("day", "month"):
        return False
    return mention.value < issued.isoformat()[: len(mention.value)]


def candidate(
    view: View, place: Place, term: Span, duty: Duty, values: Mapping[str, Value], by: str, score: float
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
