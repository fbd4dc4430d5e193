"""What is to be done: the stretch of a sentence from its predicate to the words of the term, joints trimmed off."""

from __future__ import annotations

import regex

from congvan.grammar.duties.subjects import (
    FLAGS,
    TASK_LEAD,
    Span,
    is_verb,
    known_body,
    opens_owner,
    skip_marks,
    subject_at,
    without_marks,
)
from congvan.grammar.duties.words import any_of
from congvan.grammar.wording import words_of

_TASK_TAIL = regex.compile(rf"(?:[\s,;:.(–—-]|(?<=[\s,(;.]){any_of('task_tail')})+$", regex.IGNORECASE)
_TAIL_REACH = 80
# `gửi lại phòng theo hai đợt: đợt 1 | trước ngày ...`
_BY_ROUNDS = regex.compile(
    r",?\s(?:theo|làm|chia)\s(?:(?:hai|ba|\d+|các)\s)?(?:đợt|lần)(?:\s?:?\s?(?:đợt|lần)\s[\dIVX]+)?$"
    r"|\s?:\s(?:đợt|lần)\s[\dIVX]+$",
    FLAGS,
)
# A term told by an event before the dated one: `gieo cấy xong trước Tết, | chậm nhất ngày ...`
_EVENT_TERM = regex.compile(r"\s(?:xong|hoàn\sthành)\strước\s(?!ngày|tháng|\d)[^,;.\n]{3,40}[,\s]*$", regex.IGNORECASE)
# A later clause of one sentence that is a delivery of its own: `..., đồng thời gửi báo cáo về ...`.
_DELIVERY = regex.compile(
    r"""
    (?: ,\s | \s ) đồng\sthời \s
  # ..., gửi kế hoạch về ... ; ..., tổng hợp, báo cáo ...
  | ,\s? (?:và\s)?
        (?= (?: gửi | gởi | nộp | đăng\ský | (?:tổng\shợp\s,?\s?)? (?:và\s)? báo\scáo | thông\sbáo\skết\squả ) \s )
  # ... và gửi báo cáo về ...
  | (?<! \p{L} ) và \s
        (?= (?:gửi | gởi | nộp) \s (?: báo\scáo | kết\squả | danh\ssách | hồ\ssơ | văn\sbản | kế\shoạch ) )
    """,
    FLAGS,
)
# characters: shorter first clauses (`triển khai thực hiện, tổng hợp và báo cáo`) are one duty with it
_LONG_BEFORE = 60
# A delivery that names no paper of its own hands over what the clause before draws up: `Lập danh sách ..., gửi về ...`
_NO_PAPER = regex.compile(
    r"(?:gửi|gởi|nộp|trình|chuyển)\s(?:lại\s)?(?=(?:về|cho|đến|tới|lên|qua|phòng|khoa|trường)\s|(?-i:\p{Lu}))",
    regex.IGNORECASE,
)
_DRAWS_UP = regex.compile(
    r"(?<!\p{L})(?:lập|xây\sdựng|tổng\shợp|soạn(?:\sthảo)?|rà\ssoát|thống\skê|hoàn\sthiện|chuẩn\sbị|viết|làm|tham\smưu"
    r"|bình\schọn|lựa\schọn|ban\shành|báo\scáo|thu|xác\snhận|hoàn\schỉnh|cụ\sthể\sh(?:óa|oá)|kiểm\sđếm|đăng\ský|điền|ký)\s",
    regex.IGNORECASE,
)
# A figure to reach is told by its own clause: `vận động ít nhất 10 tác giả, | gửi danh sách về ...`
_FIGURED = regex.compile(
    r"(?<!\p{L})(?:tối\sthiểu|ít\snhất|tối\sđa|không\s(?:quá|dưới)|bình\squân|trở\slên|cử\s\d+|mỗi\s\p{L}+\s0?\d)(?!\p{L})"
    r"|\d\s?%|\d\s(?:lần|buổi|kỳ|lượt)(?:/|[\s,])",
    FLAGS,
)
_PAPER_SENT = regex.compile(
    r"(?:hồ\ssơ|danh\ssách|báo\scáo|biên\sbản|đơn|văn\sbản|bản)(?:\s\d+\sbộ)?\s(?:gửi|nộp|chuyển)(?!\p{L})"
    r"|(?:gửi|nộp|chuyển)\s(?:hồ\ssơ|danh\ssách|báo\scáo|biên\sbản|số\sliệu|kết\squả|văn\sbản|bản)(?!\p{L})",
    FLAGS,
)
_COMMA = regex.compile(r"\s?,\s?")
# Not a doing of its own: the words of the term, a share of what was told, a second figure
_JOINED_DOING = regex.compile(
    r"(?:phải\s)?(?:hoàn\sthành|hoàn\stất|xong|kết\sthúc)\s*$|trong\s|(?!.*(?:ngày|/)).*\d", FLAGS
)
_HANDS_ON = regex.compile(
    r"(?:gửi|gởi|nộp|trình|chuyển|báo\scáo)\s(?:lại\s)?(?:(?:về|cho|đến|tới|lên|qua|phòng|khoa)\s|(?-i:\p{Lu}))", FLAGS
)
_RATE = regex.compile(r"mỗi\s\p{L}+\s0?\d|\d\s(?:lần|buổi|kỳ)", FLAGS)
# A case or an earlier doing before the duty: `Trường hợp có người chết phải báo cáo`, `Sau khắc phục, báo cáo`
_CASE = regex.compile(
    r"(?:(?:trường\shợp|nếu)\s[^;.:]{3,100}?\s(?:phải|thì)\s|(?:sau|khi)\s(?!đó)[^,;.:\d]{3,50},\s"
    r"|riêng\s(?:năm|quý|đợt|tháng)\s[^,;.]{1,20}?\s(?=gửi|nộp|báo\scáo|hoàn|xong))",
    FLAGS,
)
_PREAMBLE = regex.compile(any_of("preamble"), regex.IGNORECASE)
_PURPOSE = regex.compile(r"(?<!\p{L})để\s", FLAGS)
_CLAUSE_SUBJECT = 60  # characters; a subject that opens a clause after a comma is short
_NARROWING_VERB = regex.compile(r"(?:có(?!\s(?:mặt|trách|nhiệm))|thuộc|đã|chưa|đang)(?!\p{L})", FLAGS)
_ARTICLE = regex.compile(r"(?:các|mỗi|từng|tất\scả|toàn\sthể)\s|(?-i:\p{Lu})", FLAGS)
_LIST_BEGUN = regex.compile(
    r"(?<!\p{L})(?:cho|đến|tới|của|với|giúp|trong)\s(?:các|những|từng|mỗi|toàn\sthể|mọi)\s\p{L}+(?:[\s,]+\p{L}+){0,8}$",
    FLAGS,
)
_JOINED_BODIES = regex.compile(r"(?<!\p{L})(?:phối\shợp|cùng|với)(?!\p{L})[^;]*$", FLAGS)
_CLAUSE_REACH = 600  # characters before a term in which its own clause begins
_JOINT = regex.compile(r"(?:,|\.|(?<!\p{L})và)\s")


def trimmed_task(text: str, start: int, end: int) -> Span | None:
    """A stretch without the joints, modals and words of haste at its head and those of the term at its tail."""
    lead = TASK_LEAD.match(text, start, end)
    start = lead.end() if lead else start
    low = max(start, end - _TAIL_REACH)
    tail = _TASK_TAIL.search(text, low, end)
    if tail and (tail.start() > start):
        end = tail.start()
    rounds = _BY_ROUNDS.search(text, max(start, end - _TAIL_REACH), end)
    end = rounds.start() if rounds else end
    event = _EVENT_TERM.search(text, max(start, end - _TAIL_REACH), end)
    end = event.start() if event else end
    end = _close_brackets(text, start, without_marks(text, start, end))
    return (start, end) if end > start else None


def _close_brackets(text: str, start: int, end: int) -> int:
    """An open bracket at the very end of a cut task is dropped with what is in it, where little is."""
    opened = text.rfind("(", start, end)
    if opened >= 0 and text.find(")", opened, end) < 0 and end - opened < 30:
        return without_marks(text, start, opened)
    return end


def _opens_clause(text: str, joint: regex.Match[str], start: int, end: int) -> bool:
    """Does a new subject with its verb follow this comma (`..., các tổ gửi báo cáo`)? Not in a list of partners."""
    if not opens_owner(text, joint.end(), end):
        return False
    subject = subject_at(text, joint.end(), end)
    if subject is None or subject[0][1] - subject[0][0] > _CLAUSE_SUBJECT or not is_verb(text, subject[1], end):
        return False
    if _names_only(text, start, joint.start()):  # `Xã Đồi và xã Bãi phải ...`: one owner
        return False
    if "," in text[subject[0][1] : subject[1]] or _listed(text, joint, start, end):
        return False
    if _NARROWING_VERB.match(text, subject[0][1] + 1, end):  # `lập danh sách khu trọ, cơ sở có nguy cơ, gửi ...`
        return False
    near = max(start, joint.start() - _CLAUSE_SUBJECT)
    return not _JOINED_BODIES.search(text, near, joint.start())


def _names_only(text: str, start: int, end: int) -> bool:
    """Does nothing but the beginning of a list of owners stand here?"""
    start = skip_marks(text, start, end)
    return (opens_owner(text, start, end) or known_body(text, start, end) is not None) and not any(
        w.part == "verb" for w in words_of(text, start, end)
    )


def _listed(text: str, joint: regex.Match[str], start: int, end: int) -> bool:
    """Is what follows the comma a member of a list begun before it (`cho các tập thể, cá nhân đăng ký`)?"""
    if _ARTICLE.match(text, joint.end(), end):
        return False
    return _LIST_BEGUN.search(text, max(start, joint.start() - _CLAUSE_SUBJECT), joint.start()) is not None


def after_preamble(text: str, start: int, end: int) -> int:
    """Where the duty begins after `Căn cứ tình hình thực tế để ...`, `Theo kế hoạch, ...`."""
    case = _CASE.match(text, start, end)
    if case:
        return case.end()
    if not _PREAMBLE.match(text, start, end):
        return start
    purpose = _PURPOSE.search(text, start + 1, end)
    if purpose:
        return purpose.end()
    comma = text.find(", ", start, end)
    return comma + 2 if comma > 0 else start


def last_clause(text: str, start: int, end: int) -> int:
    """Where the last duty of the stretch begins: after `đồng thời`, at a delivery after a long first clause, in an
    open bracket, or where a new subject begins."""
    at = after_preamble(text, start, end)
    opened = text.rfind("(", at, end)
    if opened >= 0 and text.find(")", opened, end) < 0 and end - opened > 12:
        return opened + 1
    for match in reversed(list(_JOINT.finditer(text, max(at, end - _CLAUSE_REACH), end))):
        if _in_brackets(text, at, match.start(), end):
            continue
        if _opens_clause(text, match, at, end):
            at = match.end()
            break
    for match in _DELIVERY.finditer(text, start, end):
        said = "đồng thời" in match.group().casefold()
        if not said and _NO_PAPER.match(text, match.end(), end) and _DRAWS_UP.search(text, at, match.start()):
            continue
        if match.start() - at >= _LONG_BEFORE or (said and match.start() > at):
            at = match.end()
    return max(at, _after_figure(text, at, end))


def _in_brackets(text: str, start: int, at: int, end: int) -> bool:
    """Does this offset stand inside brackets that close before the end?"""
    opened = text.rfind("(", start, at)
    return opened >= 0 and at < text.find(")", opened, end)


def _after_figure(text: str, start: int, end: int) -> int:
    """Where the last doing begins behind clauses that tell a figure to be reached; 0 where there are none."""
    at = 0
    for comma in _COMMA.finditer(text, start, end):
        begin, told = comma.end(), max(at, start)
        figure = _FIGURED.search(text, told, comma.start())
        if figure is None or any(_in_brackets(text, start, place, end) for place in (comma.start(), figure.start())):
            continue
        if not _PAPER_SENT.match(text, begin, end) and (
            not is_verb(text, begin, end)
            or _JOINED_DOING.match(text, begin, end)
            or _ends_in_verb(text, told, comma.start())
        ):
            continue
        if (
            _HANDS_ON.match(text, begin, end)
            and is_verb(text, told, end)
            and not _RATE.search(text, told, comma.start())
        ):
            continue  # `chuẩn bị tham luận không quá 5 trang, gửi về ...`: what is made is handed over
        at = begin
    return at


def _ends_in_verb(text: str, start: int, end: int) -> bool:
    """Does a verb with no object stand before the comma (`được kiểm tra, ký cam kết`)?"""
    words = words_of(text, max(start, end - 30), end)
    return bool(words) and words[-1].part == "verb"
