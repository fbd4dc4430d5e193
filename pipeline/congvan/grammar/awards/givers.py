"""Who confers an award, by the words round a body's name; text and bodies in, the span of the body out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from congvan.datamodel.mentions import BodyMention
from congvan.grammar.awards.mention import Span
from congvan.grammar.awards.rewards import GIVES, REWARDS
from congvan.grammar.wording import any_of

_NEAR = 80  # characters after a body in which its verb stands
_REACH = 300  # characters after a prize in which `do X trao` can stand
_AFTER_OF = regex.compile(r"(?:của|do)\s+\Z", regex.IGNORECASE)
_DECIDED_BY = regex.compile(
    r"\s+(?:sẽ\s+|xem\s+xét\s+)?(?:quyết\s+định|trao|tặng|cấp|xét|khen|thưởng|công\s+nhận)(?!\p{L})", regex.IGNORECASE
)
_PRIZES = any_of("giải")
_COMMITTEE = regex.compile(
    r"(?<!\p{L})(?:Trưởng\s+)?(?:BTC|Ban\s+[Tt]ổ\s+chức(?:\s+(?:[Cc]uộc|[Hh]ội)\s+thi|\s+[Gg]iải)?)(?!\p{L})"
)
_OWN_NAME = regex.compile(r"\s*[“\"][^“”\"\n]{3,90}[”\"]")  # Ban Tổ chức Hội thi “...” trao
_MEETING = regex.compile(r"(?:Hội\s+nghị|Đại\s+hội|Buổi\s+lễ|Lễ)\s+(?=\p{Lu})")  # Tại Hội nghị Chủ tịch ... trao
_BY = regex.compile(r"(?<!\p{L})do\s+", regex.IGNORECASE)
_SENTENCE_END = regex.compile(r"\n|\.(?!\d)")
_CLAUSE_END = regex.compile(r";\s|(?<=\p{Ll}{2}|[\d%)”\"])\.\s")
_HONOUR = any_of("bằng khen|giấy khen|kỷ niệm chương|cờ thi đua|danh hiệu|giấy chứng nhận|huân chương")
# What may stand between a clause's beginning and an award for which the giver of the clause before is meant.
_GOES_ON = regex.compile(
    r"\W*(?:(?:và|đồng thời|hằng năm|xét|đề nghị|truy|trao|tặng|thưởng|cấp|phong|công nhận|danh hiệu|các|mỗi|cho|kèm"
    r"|theo|thêm|ngoài ra|\d+|cơ cấu|gồm|tập thể|cá nhân)(?!\p{L})\W*)*".replace(" ", r"\s+"),
    regex.IGNORECASE,
)


def giver_in(text: str, start: int, end: int, bodies: Sequence[BodyMention], *, nearest: bool) -> Span | None:
    """The body that gives: `BTC sẽ trao giải thưởng cho ...`, `Khen thưởng của LĐLĐ tỉnh:`, `Giải do X quyết định`.

    `nearest`: in the award's own paragraph the last body with a verb of giving goes before all others; that of an
    earlier clause only where the award's own clause has no other subject.
    """
    inside = [body for body in bodies if body.end <= end]
    givers = _committees(text, start, end)
    if nearest:
        givers += [(body.start, body.end) for body in inside if _gives(text, body.end, end)]
        return _trimmed(text, max(givers)) if givers else _first_other(text, start, end, inside)
    return givers[0] if givers else _first_other(text, start, end, inside)


def gives_here(text: str, giver: Span, at: int, *, is_prize: bool) -> bool:
    """Does a giver named before still hold for the award that begins at `at`, across the ends of clauses between?

    A prize goes on in a list (`BTC trao: 01 giải Nhất ...; 02 giải Nhì`), not after another honour's clause.
    """
    ends = list(_CLAUSE_END.finditer(text, giver[1], at))
    if not ends:
        return True
    if is_prize:
        return not _HONOUR.search(text, giver[1], ends[-1].start())
    return _GOES_ON.fullmatch(text, ends[-1].end(), at) is not None


def giver_after(text: str, at: int, end: int, bodies: Iterable[BodyMention]) -> Span | None:
    """The body in `giải Nhất 2 triệu đồng, giải Nhì 1 triệu đồng, do X trao`, told behind the prizes of a sentence."""
    stop = min(end, at + _REACH)
    ended = _SENTENCE_END.search(text, at, stop)
    stop = ended.start() if ended else stop
    spans = {body.start: (body.start, body.end) for body in bodies}
    for lead in _BY.finditer(text, at, stop):
        committee = _COMMITTEE.match(text, lead.end(), stop)
        span = spans.get(lead.end()) or (committee.span() if committee else None)
        if span and _DECIDED_BY.match(text, span[1], span[1] + _NEAR):
            return span
    return None


def _committees(text: str, start: int, end: int) -> list[Span]:
    return [match.span() for match in _COMMITTEE.finditer(text, start, end) if _gives(text, match.end(), end)]


def _gives(text: str, at: int, end: int) -> bool:
    """Does a verb of giving follow a body that ends at `at`, its contest's name between or not?"""
    named = _OWN_NAME.match(text, at, end)
    at = named.end() if named else at
    return GIVES.match(text, at, min(end, at + _NEAR)) is not None


def _trimmed(text: str, span: Span) -> Span:
    """The body without the meeting at which it gives (`Hội nghị Chủ tịch ...`)."""
    meeting = _MEETING.match(text, *span)
    return (meeting.end(), span[1]) if meeting else span


def _first_other(text: str, start: int, end: int, bodies: Iterable[BodyMention]) -> Span | None:
    """The first body named as the giver: by its verb, or after `của` in words of rewards."""
    return next((_trimmed(text, (b.start, b.end)) for b in bodies if _confers(text, start, end, b)), None)


def _confers(text: str, start: int, end: int, body: BodyMention) -> bool:
    if _gives(text, body.end, end):
        return True
    lead = _AFTER_OF.search(text, max(start, body.start - 5), body.start)
    if lead is None:
        return False
    if REWARDS.search(text, start, lead.start()):
        return True
    return bool(_PRIZES.search(text, start, lead.start()) and _DECIDED_BY.match(text, body.end, body.end + _NEAR))
