"""Periods: a span of days in which something runs, and what runs.

The spans come from `grammar.time.spans`; what runs is said by a label (`Thời gian nộp bài:`), by the words after the
span in a schedule, by another cell of the row, or by the noun phrase nearest before the span.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

import regex
from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate
from congvan.datamodel.context import Context
from congvan.extract.periods.phrases import noun_phrase
from congvan.extract.periods.what import what_runs
from congvan.grammar.time.spans import DateSpan, find_spans
from congvan.grammar.time.terms import binding_before
from congvan.text.places import Places
from congvan.text.tokens import context_of

__all__ = ["KIND", "extract"]

KIND = "periods"
Span = tuple[int, int]
_FLAGS = regex.VERBOSE | regex.IGNORECASE
# Spans over which figures were gathered or laws applied: nothing runs there.
_COUNTED = regex.compile(
    r"(?<!\p{L})(?:số\sliệu|kỳ\sbáo\scáo|thống\skê|lũy\skế|luỹ\skế|mốc\sthời\sgian|sinh(?=\s(?:từ|trong|ngày|năm|vào))|so\svới)(?!\p{L})[^;.\n]{0,60}$",
    _FLAGS,
)
_FOUND = regex.compile(
    r"(?<!\p{L})(?:ghi\snhận|xảy\sra|phát\shiện|vừa\squa|trong\s(?:hai|ba|\d+)\sngày|đạt\s\d|thiếu|bị|có\s\d)(?!\p{L})",
    regex.IGNORECASE,
)
_TAIL_REACH = 60  # characters of the words of time that may stand between the phrase and its span


def extract(doc: Doc) -> list[Candidate]:
    """The periods of a dispatch, in the order of the text."""
    context = context_of(doc)
    if not context.layout.blocks:
        return []
    text, layout = context.canonical.text, context.layout
    found: list[Candidate] = []
    places = Places(text)
    spans = find_spans(text, context.mentions.dates, context.issued_on)
    for span, following in zip_longest(spans, spans[1:]):
        block = layout.block_at(span.start)
        if block.zone != "body" or span.end > block.end:
            continue
        sentence = places.at(block, span.start).clause
        if _COUNTED.search(text, max(sentence[0], span.start - _TAIL_REACH * 2), span.start):
            continue
        if _is_report(context, sentence, span):
            continue
        what, score = what_runs(context, block, sentence, span)
        found.append(_candidate(context, span, what, score))
        limit = min(sentence[1], following.start) if following else sentence[1]
        found += _later_ends(context, span, limit)
    return _one_a_span(found)


def _is_report(context: Context, clause: Span, span: DateSpan) -> bool:
    """A span gone by over which something was found or happened: `Từ 01/01 đến 12/7 ghi nhận 328 ca`."""
    ended, issued = span.end_on, context.issued_on
    past = ended is not None and issued is not None and ended < issued.isoformat()[: len(ended)]
    return past and _FOUND.search(context.canonical.text, *clause) is not None


def _one_a_span(candidates: list[Candidate]) -> list[Candidate]:
    """One candidate for each pair of ends: the surest telling; the other places are its mentions."""
    kept: dict[tuple[object, object], list[Candidate]] = {}
    for candidate in candidates:
        ends = candidate.values["start_on"], candidate.values["end_on"]
        # spans with an end told in words need not be the same
        kept.setdefault(ends if all(ends) else (candidate.start, candidate.end), []).append(candidate)
    found = []
    for group in kept.values():
        best = max(group, key=lambda c: (c.values["what"] is not None, c.score, -c.start))
        places = tuple((c.start, c.end) for c in group if c is not best)
        found.append(replace(best, mentions=places))
    return sorted(found, key=lambda c: (c.start, c.end))


def _candidate(context: Context, span: DateSpan, what: Span | str | None, score: float) -> Candidate:
    text = context.canonical.text
    near = isinstance(what, tuple) and "\n" not in text[min(what[0], span.start) : max(what[1], span.end)]
    start = min(what[0], span.start) if near and isinstance(what, tuple) else span.start
    end = max(what[1], span.end) if near and isinstance(what, tuple) else span.end
    words = text[slice(*what)] if isinstance(what, tuple) else what
    values = {
        "start_on": span.start_on,
        "end_on": span.end_on,
        "what": " ".join(words.split()) if words else None,
    }
    return Candidate(KIND, start, end, values, "periods.span", score)


def _later_ends(context: Context, span: DateSpan, limit: int) -> Iterator[Candidate]:
    """`... từ 23/4 đến 23/5 và Chương trình ... đến hết ngày 31/5`: an end that follows a span of the same sentence."""
    text = context.canonical.text
    for mention in context.mentions.dates_in(span.end, limit):
        binding = binding_before(text, mention.start, span.end)
        if binding and binding.kind == "to" and "hết" in text[binding.start : mention.start].casefold():
            noun = noun_phrase(text, span.end, binding.start)
            if noun:
                yield _candidate(
                    context, DateSpan(binding.start, mention.end, None, mention.value, (mention,)), noun, 0.4
                )
