"""Every figure and date in the body of a dispatch, with what is known of its place: what the judge is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex
from spacy.tokens import Doc

from congvan.datamodel.context import Context
from congvan.datamodel.layout import Block
from congvan.datamodel.mentions import DateMention
from congvan.grammar.documents.type_names import type_of_title
from congvan.grammar.figures.counted import Quantity, find_quantities, has_figures
from congvan.grammar.wording import Wording
from congvan.text.sentences import sentences
from congvan.text.tokens import context_of, text_of

Span = tuple[int, int]

_DIGIT = regex.compile(r"\d")
_SENTENCE = 4000  # characters of a sentence that are looked at: only a hostile text has longer ones


@dataclass(frozen=True)
class Question:
    """A figure or a date in its place.

    `start`, `end`: half-open span of the figure or date itself; `wording`: the words of its sentence, which is the
    half-open span `sentence`; `heads`: the texts of the blocks that head its block, nearest first; `type`: the type of
    the dispatch by its title, or None; one of `quantity` and `date` is told.
    """

    start: int
    end: int
    sentence: Span
    wording: Wording
    block: Block
    heads: tuple[str, ...]
    type: str | None
    quantity: Quantity | None = None
    date: DateMention | None = None

    @property
    def about(self) -> str:
        """`figure` or `date`."""
        return "date" if self.quantity is None else "figure"


def questions_of(doc: Doc) -> Iterator[Question]:
    """The questions that a dispatch raises, in the order of its text."""
    context, text = context_of(doc), text_of(doc)
    kind = type_of_title(text, context)
    for block in context.layout.blocks:
        if block.zone != "body" or not _DIGIT.search(text, block.start, block.end):
            continue
        heads = tuple(text[b.start : b.end] for b in context.layout.ancestors(block))
        for start, end in sentences(text, block.body_start if block.label else block.start, block.end):
            if _DIGIT.search(text, start, end):
                yield from _of_sentence(text, context, block, (start, min(end, start + _SENTENCE)), heads, kind)


def _of_sentence(
    text: str, context: Context, block: Block, sentence: Span, heads: tuple[str, ...], kind: str | None
) -> Iterator[Question]:
    dates = context.mentions.dates_in(*sentence)
    blocked = [(d.start, d.end) for d in dates] + [(c.start, c.end) for c in context.mentions.codes_in(*sentence)]
    counted = has_figures(text, *sentence, blocked)
    if not dates and not counted:
        return
    # The tagger's words are the dearest; they are asked for where a figure needs its counted noun anyway.
    wording = Wording(text, *sentence, tagged=counted)
    found = [Question(d.start, d.end, sentence, wording, block, heads, kind, date=d) for d in dates]
    if counted:
        found += (
            Question(q.at, q.after, sentence, wording, block, heads, kind, quantity=q)
            for q in find_quantities(wording, *sentence, blocked)
        )
    yield from sorted(found, key=lambda question: question.start)
