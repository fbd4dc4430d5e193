"""To whom a task delivers: after `gửi ... về`, `nộp cho`, `báo cáo`; pure, on offsets."""

from __future__ import annotations

import regex

from congvan.grammar.duties.subjects import FLAGS, HANDS_OVER, Span, known_body, without_marks
from congvan.grammar.duties.words import any_of

_WAY = regex.compile(
    r"""
    (?: (?<! dành | vụ | dùng | trợ | giúp | chi | hướng ) \s (?:về|cho|đến|tới|lên|qua)
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
    rf"(?<!\p{{L}})(?:báo\scáo|(?:gửi|gởi)(?:\s(?:lại|trả))?|xin\sý\skiến|trình|chuyển|nộp|trả\slời)\s"
    rf"(?=(?-i:\p{{Lu}}|trường\s)|các\s|trường$|{any_of('receiver_direct')})",
    regex.IGNORECASE,
)
# `đăng ký số lượng với cô Hiền`, `báo cáo tiến độ với Ủy ban`
_WITH = regex.compile(
    r"(?<!\p{L})(?:đăng\ský|báo\scáo|báo|xác\snhận|giải\strình|phản\sánh)\s[^,;\n]{2,90}?\svới\s(?!nội|số|kết|việc|tinh)",
    FLAGS,
)
# Acronyms of bodies and posts, not of papers: `gửi GVCN`, `nộp Ban QLDA`, `gửi VP Đoàn trường`
_ACRONYM_BODY = regex.compile(
    r"(?!(?:BC|KH|TTr|QĐ|CV|SKKN|HS|DS|BB|PL|BHYT|BHXH|TB|HĐ|GV|CB|PDF|USB|CD)(?!\p{L}))\p{Lu}{2,}[\p{Lu}&]*"
    r"(?:\s(?:tỉnh|huyện|xã|thị|thành|quận|trường|cơ|Đoàn|Sở|Bộ|\p{Lu}\p{Ll}+)){0,4}(?!\p{L})"
)
# Persons to whom something is handed: only after `cho`
_PERSONS = regex.compile(r"(?:người|học\ssinh|sinh\sviên|từng|mỗi)(?!\p{L})")
_HANDED_TO = regex.compile(
    r"(?<!\p{L})(?:gửi|nộp|trả|giao|thông\sbáo|cấp|phát|báo)\s[^,;.]{0,80}?cho\s$", regex.IGNORECASE
)
_AT = regex.compile(r"(?<!\p{L})(?:nộp|gửi|gởi)\s(?:[^,;.\n]{0,60}?\s)?tại\s", regex.IGNORECASE)
# What is asked of the receiver, or handed over, right behind its name: `báo cáo Thường trực Huyện ủy tình hình ...`
_NAME_END = regex.compile(r"\s(?:tình\shình|kết\squả|phương\sán|dự\sthảo|đề\sán|duyệt|xem\sxét|ký|phê|cho\sý)(?!\p{L})")
_GOES_ON = regex.compile(r"\s(?:[-–]\s)?\p{Lu}")
_HEAD_ALONE = regex.compile(r"(?:Sở|Bộ|Đoàn|Hội|Ban|Tổ|Phòng|Cục|Huyện|Tỉnh|Xã|Trường|trường)(?!\s(?:chức|hợp)|\p{L})")
_RANK_AFTER = regex.compile(r"\s(?:phụ\strách|thường\strực|cấp\strên|tài\schính|chủ\squản)(?!\p{L})", regex.IGNORECASE)
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
_LAYS_BEFORE = regex.compile(r"(?:trình|báo\scáo|xin\sý\skiến)\s", regex.IGNORECASE)
_LAST_SENT = regex.compile(r"(?<!\p{L})(?:gửi|gởi|nộp|bàn\sgiao)(?=\s(?:về|cho)\s)", FLAGS)


def receiver_in(text: str, start: int, end: int) -> Span | None:
    """To whom a task delivers: after `gửi ... về`, `nộp cho`, `báo cáo`; of alternatives the first printed.

    Where a paper is first laid before somebody (`trình Ủy ban phê duyệt và gửi về Chi cục`), whoever gets it at last.
    """
    verb = HANDS_OVER.search(text, start, end)
    if verb is None:
        return None
    found = _by_way(text, verb.end(), end, verb.start())
    at = _AT.search(text, start, end) if found is None else None  # `nộp tại Phòng Đào tạo`
    found = _receiver(text, at.end(), end) if at else found
    for match in _DIRECT.finditer(text, start, end):
        if found is not None and match.start() >= found[0]:
            break
        span = _receiver(text, match.end(), end, direct=True)
        if span is None:
            continue
        last = _LAST_SENT.search(text, span[1], end) if _LAYS_BEFORE.match(text, match.start()) else None
        return (_by_way(text, last.end() - 1, end, last.start()) or span) if last else span
    return found


def _by_way(text: str, start: int, end: int, verb: int) -> Span | None:
    """The first receiver behind `về`, `cho`, `với`."""
    ways = [*_WAY.finditer(text, start, end), *_WITH.finditer(text, verb, end)]
    for at in sorted(way.end() for way in ways):
        found = _receiver(text, at, end)
        if found:
            return found
    return None


def _receiver(text: str, start: int, end: int, *, direct: bool = False) -> Span | None:
    limit = min(end, start + _LONGEST_RECEIVER)
    handed = _PERSONS.match(text, start, limit) and _HANDED_TO.search(text, max(start - 120, 0), start)
    asked = direct and _DIRECT_HEAD.match(text, start, limit)
    if not handed and not asked and not _RECEIVER_HEAD.match(text, start, limit):
        return None
    alone = _ACRONYM_ALONE.match(text, start, limit)
    if alone:
        return alone.span()
    short = _ACRONYM_BODY.match(text, start, limit) if direct else None
    kinds = _KINDS.match(text, start, limit)
    named = known_body(text, kinds.end() if kinds else start, limit)
    if named and not _NARROWED_RECEIVER.match(text, named[1], limit) and not _GOES_ON.match(text, named[1], limit):
        cut = _NAME_END.search(text, start + 1, named[1])
        rank = _RANK_AFTER.match(text, named[1], limit)
        return start, cut.start() if cut else rank.end() if rank else named[1]
    if short:
        return short.span()
    if direct and not asked and not _HEAD_ALONE.match(text, start, limit):
        return named
    stop = _RECEIVER_END.search(text, start, limit)
    stop_at = without_marks(text, start, stop.start() if stop else limit)
    return (start, stop_at) if stop_at > start else None
