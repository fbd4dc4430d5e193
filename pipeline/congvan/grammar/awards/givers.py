"""Who confers an award, by the words round a body's name; text and bodies in, the span of the body out."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from congvan.datamodel.mentions import BodyMention
from congvan.grammar.awards.named import Span
from congvan.grammar.awards.rewards import GIVES, REWARDS
from congvan.grammar.wording import any_of

_NEAR = 80  # characters after a body in which its verb stands
_AFTER_OF = regex.compile(r"(?:của|do)\s+\Z", regex.IGNORECASE)
_DECIDED_BY = regex.compile(r"\s+(?:quyết\s+định|trao|tặng|cấp|xét|khen)", regex.IGNORECASE)
_PRIZES = any_of("giải")
_COMMITTEE = regex.compile(r"(?<!\p{L})(?:BTC|Ban\s+[Tt]ổ\s+chức(?:\s+(?:[Cc]uộc|[Hh]ội)\s+thi)?)(?!\p{L})")


def giver_in(text: str, start: int, end: int, bodies: Iterable[BodyMention], *, nearest: bool) -> Span | None:
    """The body that gives: `BTC sẽ trao giải thưởng cho ...`, `Khen thưởng của LĐLĐ tỉnh:`, `Giải do X quyết định`.

    `nearest`: in the award's own paragraph the last body with a verb of giving goes before all others.
    """
    inside = [body for body in bodies if body.end <= end]
    if nearest:
        givers = [body for body in inside if GIVES.match(text, body.end, min(end, body.end + _NEAR))]
        if givers:
            return givers[-1].start, givers[-1].end
    for match in _COMMITTEE.finditer(text, start, end):
        if GIVES.match(text, match.end(), min(end, match.end() + _NEAR)):
            return match.span()
    return next(((body.start, body.end) for body in inside if _confers(text, start, end, body)), None)


def _confers(text: str, start: int, end: int, body: BodyMention) -> bool:
    if GIVES.match(text, body.end, min(end, body.end + _NEAR)):
        return True
    lead = _AFTER_OF.search(text, max(start, body.start - 5), body.start)
    if lead is None:
        return False
    if REWARDS.search(text, start, lead.start()):
        return True
    return bool(_PRIZES.search(text, start, lead.start()) and _DECIDED_BY.match(text, body.end, body.end + _NEAR))
