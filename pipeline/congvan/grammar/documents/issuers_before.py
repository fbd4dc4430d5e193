"""Issuers told before a citation: `đề nghị của X tại Tờ trình số ...`, `X đã ban hành Công văn số ...`.

Text, mentions and a citation in; the citation with the issuer (and date) that its words before lend to it out.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from congvan.datamodel.mentions import Mentions
from congvan.grammar.documents.citations import Span, line_bounds
from congvan.grammar.documents.coreference import Citation
from congvan.grammar.documents.relations import relation_by_cue
from congvan.grammar.who.bodies import body_span_at

# The head of a list of citations is looked for so far before one of them; longer lists than ten are rare.
LIST_REACH = 1500
# The longest name of a body and what asks (`đề nghị của`) before a bracket.
BRACKET_REACH = 170

_OF_X_AT = regex.compile(
    r"(?:(?:đề\snghị|kiến\snghị)(?:\s[^\s;,.:]{1,12}){0,10}?|kết\sluận|đề\sxuất|ý\skiến|chỉ\sđạo|hướng\sdẫn|yêu\scầu|thông\sbáo)\scủa\s(?P<x>[^;|]{2,200}?)"
    r"\stại(?:\s(?:các|nội\sdung))?\s*\Z",
    regex.IGNORECASE,
)
AND_X_AT = regex.compile(r"\s?(?:và|,|;)\s(?:của\s)?(?P<x>\p{Lu}[^;|,]{2,150}?)\stại\s*\Z")
# UBND huyện cấp tại Quyết định số ... ; Ban Thường vụ cho ý kiến tại Thông báo số ...
_DECIDED_AT = regex.compile(
    r"\s(?:đã\s)?(?:cấp|giao|cho\sý\skiến|có\sý\skiến|phê\sduyệt|kết\sluận|đồng\sý|chấp\sthuận|thống\snhất|công\snhận"
    r"|cho\sphép|quyết\sđịnh)(?:\s[^\s;.:()]{1,12}){0,8}?\stại(?:\s(?:các|nội\sdung))?\s*\Z"
)
# Theo đề nghị của Sở X (Tờ trình số ...)
_BODY_BEFORE_BRACKET = regex.compile(
    r"(?:đề\snghị|ý\skiến|kết\sluận|yêu\scầu)\scủa\s(?P<x>[^;|()]{2,150}?)\s\(\Z", regex.IGNORECASE
)
# Thực hiện các văn bản của UBND tỉnh Sơn Hà: ...
_HEAD_OF_LIST = regex.compile(
    r"\bcác\s(?:văn\sbản|công\svăn|quyết\sđịnh|kế\shoạch|nghị\squyết|thông\sbáo|chỉ\sthị|hướng\sdẫn|nghị\sđịnh|thông\stư)"
    r"(?:\s(?:chỉ\sđạo|hướng\sdẫn|sau))*\scủa\s(?P<x>[^:;|\n]{2,120}?)(?:\s(?:gồm|như\ssau|sau\sđây|sau))?\s?:",
    regex.IGNORECASE,
)
_ISSUED_BEFORE = regex.compile(r"(?:\s(?:đã|có|vừa))*\s(?:ban\shành|phát\shành|gửi|có)\s*\Z")


def lend(text: str, mentions: Mentions, citation: Citation, floor: int) -> Citation:
    """The citation with the issuer that stands before it, not before `floor`, where none stands behind it."""
    if citation.issuer is not None:
        return citation
    named = _OF_X_AT.search(text, floor, citation.start) or AND_X_AT.match(text, floor, citation.start)
    if named is not None:
        span = body_span_at(text, named.start("x"), named.end("x"), joint=True)
        asked = relation_by_cue(text[floor : citation.start]) == "answers"
        return replace(citation, issuer=named.span("x") if asked or span == named.span("x") else None, lent=True)
    for lender in (_before_bracket(text, citation, floor), _head_of_list(text, citation)):
        if lender is not None:
            return replace(citation, issuer=lender, lent=True)
    decided = _DECIDED_AT.search(text, floor, citation.start)
    if decided is not None:
        deciders = mentions.bodies_in(floor, decided.start())
        decider = next(((b.start, b.end) for b in deciders if b.end == decided.start()), None)
        return replace(citation, issuer=decider, lent=True) if decider is not None else citation
    return _issued(text, mentions, citation, floor)


def _before_bracket(text: str, citation: Citation, floor: int) -> Span | None:
    """`theo đề nghị của X (Tờ trình số ...)`"""
    match = _BODY_BEFORE_BRACKET.search(text, max(0, floor - BRACKET_REACH), floor)
    if match is None or text[floor : citation.start].strip():
        return None
    return _whole_body(text, match)


def _head_of_list(text: str, citation: Citation) -> Span | None:
    """`các văn bản của X: Công văn số ...; Kế hoạch số ...`, up to the end of the sentence."""
    line_start = max(line_bounds(text, citation.start)[0], citation.start - LIST_REACH)
    match = _HEAD_OF_LIST.search(text, line_start, citation.start)
    if match is None or ". " in text[match.end() : citation.start]:
        return None
    return _whole_body(text, match)


def _whole_body(text: str, match: regex.Match[str]) -> Span | None:
    span = body_span_at(text, match.start("x"), match.end("x"), joint=True)
    return span if span == match.span("x") else None


def _issued(text: str, mentions: Mentions, citation: Citation, floor: int) -> Citation:
    """Issuer and date of `Ngày D, X đã ban hành Công văn số ...`."""
    issued = _ISSUED_BEFORE.search(text, floor, citation.start)
    if issued is None:
        return citation
    bodies = reversed(mentions.bodies_in(floor, issued.start()))
    dates = reversed(mentions.dates_in(floor, issued.start()))
    body = next((b for b in bodies if b.end >= issued.start() - 20), None)
    date = next((d for d in dates if d.precision == "day"), None)
    if date is None or body is None or body.start - date.end > 3:
        return citation
    return replace(citation, issuer=(body.start, body.end), issued_on=citation.issued_on or date.value, lent=True)
