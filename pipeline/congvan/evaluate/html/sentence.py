"""A quote in its sentence, as HTML."""

from __future__ import annotations

import re
from html import escape

from congvan.evaluate.likeness import Json
from congvan.evaluate.verdicts import Verdict
from congvan.text.sentences import sentences

# A sentence without an end is cut this far from its quote.
_REACH = 240


def in_sentence(text: str, verdict: Verdict) -> str:
    """The sentence of the text around the quote of a verdict, the quote marked; the quote alone where the text has it
    not. Of several places that have the words it is the one that the prediction or gold tells."""
    place = _place(text, verdict)
    if place is None:
        return escape(verdict.quote)
    start, end = place
    opening = text.rfind("\n", 0, start) + 1
    close = text.find("\n", end)
    around = [
        span
        for span in sentences(text, opening, len(text) if close < 0 else close)
        if span[0] < end and span[1] > start
    ]
    first = min((span[0] for span in around), default=start)
    last = max((span[1] for span in around), default=end)
    before, after = text[min(first, start) : start], text[end : max(last, end)]
    before = before if len(before) <= _REACH else "… " + before[-_REACH:]
    after = after if len(after) <= _REACH else after[:_REACH] + " …"
    return f"{escape(before)}<mark>{escape(text[start:end])}</mark>{escape(after)}"


def _place(text: str, verdict: Verdict) -> tuple[int, int] | None:
    # Blanks and the bars between the cells of a table may differ from the text that gold was written on.
    pattern = r"[\s|]+".join(re.escape(word) for word in verdict.quote.replace("|", " ").split())
    places = [match.span() for match in re.finditer(pattern, text)] if pattern else []
    if not places:
        return None
    told = _offset(verdict.predicted)
    if told is not None:
        return min(places, key=lambda place: abs(place[0] - told))
    nth = int((verdict.gold or {}).get("nth") or 1)
    return places[min(nth, len(places)) - 1]


def _offset(predicted: Json | None) -> int | None:
    start = (predicted or {}).get("start")
    return start if isinstance(start, int) else None
