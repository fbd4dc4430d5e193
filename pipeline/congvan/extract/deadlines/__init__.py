"""Deadlines: a day by which somebody must do something, a term after an event, or a duty that comes round.

Dates come from the table of mentions; the words that bind them from `grammar.time.terms`, lengths and rounds from
`grammar.time.intervals` and `grammar.time.rounds`; owner, task and receiver from `grammar.duties.forms`, or from the
list head and the table column where the sentence is silent.
"""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate
from congvan.extract.deadlines.dated import Told, dated
from congvan.extract.deadlines.events import lone_hours
from congvan.extract.deadlines.recurring import recurring
from congvan.extract.deadlines.relative import relative
from congvan.extract.deadlines.tabled import tabled
from congvan.extract.deadlines.view import KIND, Span, view_of
from congvan.text.tokens import context_of

__all__ = ["KIND", "extract"]


def extract(doc: Doc) -> list[Candidate]:
    """The deadlines of a dispatch, in the order of the text."""
    context = context_of(doc)
    if not context.layout.blocks:
        return []
    view = view_of(context)
    found: list[Candidate] = []
    rounds: list[Span] = []
    for block in context.layout.blocks:
        if block.zone == "body" and block.kind != "row":
            found += relative(view, block)
            found += recurring(view, block, rounds)
    rounds.sort()
    last: Told | None = None
    for mention in context.mentions.dates:
        at = bisect_right(rounds, mention.start, key=lambda span: span[0]) - 1
        if at < 0 or mention.start >= rounds[at][1]:
            told, last = dated(view, mention, last)
            found += told
    found += lone_hours(view, rounds)
    found += tabled(view)
    return sorted(found, key=lambda c: (c.start, c.end))
