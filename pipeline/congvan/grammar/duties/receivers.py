"""To whom a task delivers: after `gửi ... về`, `nộp cho`, `báo cáo`; pure, on offsets."""

from __future__ import annotations

import regex

from congvan.grammar.duties.subjects import FLAGS, HANDS_OVER, Span, known_body, without_marks
from congvan.grammar.duties.words import any_of

_WAY = regex.compile(
    r"""
    (?: (?<! dành | vụ | dùng | trợ | giúp | chi | hướng ) \s (?:về|cho|đến|tới|tại|lên|qua)
      | (?<= phản\sánh | báo
           | liên\shệ | quyết\stoán | đăng\ský | hợp\sđồng ) \s với )
    \s (?:địa\schỉ\s)? (?! việc | kết\squả | tình\shình | ngày | hết )
    """,
    FLAGS,
)
# `BTC dùng để ...`: an acronym is the whole name unless a place or rank follows
_PLACE = r"(?:tỉnh|thành|huyện|quận|thị|xã|phường|cấp|các|trường|ngành|và)"
_ACRONYM_ALONE = regex.compile(rf"\p{{Lu}}{{2,}}(?=\s\p{{Ll}})(?!\s{_PLACE}(?!\p{{L}}))")
# `báo cáo Bộ, ngành, Ủy ban ...`: bodies named by their kind before a name
_KINDS = regex.compile(r"(?:(?:các\s)?(?:Bộ|bộ|sở|Sở|ban|ngành|cơ\squan)(?:,\s|\svà\s))+(?=\p{Lu}|ngành|đoàn)")
_DIRECT = regex.compile(
    rf"(?<!\p{{L}})(?:báo\scáo|gửi|gởi|xin\sý\skiến|trình|chuyển)\s(?=(?-i:\p{{Lu}})|các\s|{any_of('receiver_direct')})",
    regex.IGNORECASE,
)
_DIRECT_HEAD = regex.compile(any_of("receiver_direct"), regex.IGNORECASE)
_RECEIVER_HEAD = regex.compile(rf"\p{{Lu}}|{any_of('receiver')}")
_RECEIVER_END = regex.compile(
    rf"[,;(\n]|\.(?=\s|$)|\svà\s(?!(?-i:\p{{Lu}})|các\s|phòng\s|ban\s)|\s(?:{any_of('receiver_end')}|số\s\d)",
    regex.IGNORECASE,
)
# `đơn vị được kiểm tra`, `cơ quan có thẩm quyền`: the words after the noun tell which
_NARROWED_RECEIVER = regex.compile(
    r"(?<=\s(?:đơn\svị|cơ\squan|bộ\sphận|tổ\schức))\s(?:được|có|chủ\strì|phụ\strách|thường\strực|cấp\strên|quản\slý)(?!\p{L})",
    regex.IGNORECASE,
)
_LONGEST_RECEIVER = 200


def receiver_in(text: str, start: int, end: int) -> Span | None:
    """To whom a task delivers: after `gửi ... về`, `nộp cho`, `báo cáo`; of alternatives the first printed."""
    verb = HANDS_OVER.search(text, start, end)
    if verb is None:
        return None
    found: Span | None = None
    for way in _WAY.finditer(text, verb.end(), end):
        found = _receiver(text, way.end(), end)
        if found:
            break
    for match in _DIRECT.finditer(text, start, end):
        if found is None or match.start() < found[0]:
            span = _receiver(text, match.end(), end, direct=True)
            if span:
                return span
    return found


def _receiver(text: str, start: int, end: int, *, direct: bool = False) -> Span | None:
    limit = min(end, start + _LONGEST_RECEIVER)
    if not _RECEIVER_HEAD.match(text, start, limit):
        return None
    alone = _ACRONYM_ALONE.match(text, start, limit)
    if alone:
        return alone.span()
    kinds = _KINDS.match(text, start, limit)
    named = known_body(text, kinds.end() if kinds else start, limit)
    if named and not _NARROWED_RECEIVER.match(text, named[1], limit):
        return start, named[1]
    if direct and not _DIRECT_HEAD.match(text, start, limit):
        return None
    stop = _RECEIVER_END.search(text, start, limit)
    stop_at = without_marks(text, start, stop.start() if stop else limit)
    return (start, stop_at) if stop_at > start else None
