"""Duties that come round: `trước ngày 20 hằng tháng`, `định kỳ hằng quý`, `6 tháng, hằng năm`."""

from __future__ import annotations

from collections.abc import Iterator

from congvan.datamodel.candidate import Candidate, Value
from congvan.datamodel.layout import Block
from congvan.extract.deadlines.view import Span, View, candidate
from congvan.grammar.duties import cues
from congvan.grammar.duties.forms import Duty, duty_of
from congvan.grammar.time.rounds import Recurrence, find_recurrences
from congvan.text.places import Place


def recurring(view: View, block: Block, rounds: list[Span]) -> Iterator[Candidate]:
    """`trước ngày 20 hằng tháng`, `định kỳ hằng quý`, `6 tháng, hằng năm`; their places are added to `rounds`."""
    chain: list[Recurrence] = []
    for found in [*find_recurrences(view.text, block.body_start, block.end), None]:
        if chain and (found is None or not cues.SAME_DUTY.fullmatch(view.text, chain[-1].end, found.start)):
            yield from _chained(view, block, chain, rounds)
            chain = []
        if found:
            chain.append(found)


def _chained(view: View, block: Block, chain: list[Recurrence], rounds: list[Span]) -> Iterator[Candidate]:
    """The rounds of one duty: `định kỳ 6 tháng (trước ngày 15/6) và hằng năm (trước ngày 15/12), các xã nộp ...`."""
    place = view.places.at(block, chain[0].start)
    shared = duty_of(view.text, place.sentence, place.clause, (chain[0].start, chain[-1].end))
    for found in chain:
        term = (found.start, found.end)
        rounds.append(term)
        if found.late:
            rounds.append(found.late)
        told = found.fixed or found.on is not None
        told = told or cues.DELIVERS_NEXT.match(view.text, found.end) is not None
        told = told or (found.time is not None and cues.REPORTING_TIMED.search(view.text, *place.clause) is not None)
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
        yield from candidate(view, place, term, duty, values, "deadlines.recurring", 0.6)
        if found.also_yearly:
            yearly = {**values, "recurs": "yearly"}
            yield from candidate(view, place, term, duty, yearly, "deadlines.recurring", 0.5)


def _late_duty(view: View, place: Place, found: Recurrence) -> Duty:
    """The duty of a round whose day closes the clause: what is to be done stands before that day."""
    assert found.late is not None
    clause = place.clause[0], found.late[0]
    sentence = place.sentence[0], found.late[0]
    return duty_of(view.text, sentence, clause, (found.start, found.end))
