"""Who must do what a sentence or a list head says: sought at its start, after words of request, in a passive."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from congvan.grammar.duties.subjects import (
    FLAGS,
    LONGEST_OWNER,
    RELATIVE,
    Span,
    is_verb,
    names_in,
    opens_owner,
    predicate_start,
    skip_marks,
    subject_at,
    without_marks,
)
from congvan.grammar.wording import words_of

# Words that ask somebody to do something; the owner stands after them.
_REQUEST = regex.compile(
    r"""
    (?<! \p{L} )
    (?: (?:trân\strọng\s|kính\s)? (?:đề\snghị|yêu\scầu|kính\sđề\snghị|mời|ủy\squyền|uỷ\squyền)
      | (?<!bàn\s|chuyển\s|họp\s|nghị\s) giao (?! \s(?:lưu|thông|dịch|tiếp|hữu|nhau|thừa|thoa)(?!\p{L}) )
            (?:\scho|\strách\snhiệm\scho|\snhiệm\svụ\scho)?
      | riêng (?:\sđối\svới)? | đối\svới )
    (?! \p{L} ) \s? :? \s?
    """,
    FLAGS,
)
_FARTHEST_REQUEST = 600  # characters; a sentence that only then asks something has told another duty before
_NOUN_BEFORE = regex.compile(
    r"(?:hồ\ssơ|văn\sbản|công\svăn|tờ\strình|theo|được|những|nội\sdung|các|sự|đã|việc)\s$", regex.IGNORECASE
)
_BY_WHOM = regex.compile(r"(?<!\p{L})(?:được|do)\s", regex.IGNORECASE)
_HEADING_LABEL = regex.compile(r"(?:[\s:;.–-]|\([^()]*\))+$")
_HEADING_LEAD = regex.compile(r"(?:nhiệm\svụ|trách\snhiệm|phần\sviệc)\scủa\s", regex.IGNORECASE)
_BRACKET = regex.compile(r"\([^()]*\)")
_DAY_OF = regex.compile(r"(?:ngày|thời\sđiểm)\s", regex.IGNORECASE)
_SHORTEST_EVENT = 8  # characters of an event before a duty can begin: `ngày họp`
# After these a noun belongs to the event, and a verb tells what paper it is: `nhận báo cáo của các trường`
_TAKES_NOUN = regex.compile(
    r"(?<!\p{L})(?:của|cho|với|từ|do|về|bởi|tại|đến|được|nhận|đủ|khi|ngày|các|những|mỗi|từng|bản|phiếu|cấp|có|và)\s$",
    FLAGS,
)
_MOST_LABEL = 150  # characters of whom a head's sentence asks at its end
_FARTHEST_INSIDE = 120  # characters before an owner that does not open its clause
_DOING_AS_FOLLOWS = regex.compile(
    r"\s(?:(?:tập\strung|khẩn\strương|nghiêm\stúc)\s)?(?:thực\shiện|triển\skhai|quan\stâm)(?:\s(?:tốt|một\ssố|các|những|nội"
    r"|dung|việc|nhiệm|vụ|sau|đây|như))*$",
    FLAGS,
)
_LABEL_OF_LINE = regex.compile(
    r"[\s*_•+–—-]*(?:\d{1,2}(?:\.\d{1,2})*\s?[-.)/]\s|[a-zđ][.)/]\s|[IVX]+[.-]\s)?[\s*]*"
    r"(?P<label>[^:;.*\n]{2,200}?)(?:\s?(?:\*\*|__)?\s?:|\*\*)(?=\s)"
)
_NAMES_ONLY = regex.compile(r"\p{Lu}[\p{L}.]*(?:,?\s(?:và\s)?\p{Lu}\p{L}*){1,7}")
_ARTICLED = regex.compile(
    r"(?<=[\s)])(?<!(?<!\p{L})(?:của|cho|với|từ|do|về|bởi|tại|đến|tới|trong|ở|và|giữa|theo|gồm|là|qua|trên)\s)"
    r"(?:các|mỗi|từng)\s",
    FLAGS,
)
_EVENT_DUTY = regex.compile(r"(?<=\s)(?:phải\s)?(?:lập|gửi|gởi|nộp|trình|báo\scáo|làm\sđơn|có\svăn\sbản)\s", FLAGS)


def owner_at(text: str, start: int, end: int) -> tuple[Span | None, int]:
    """The owner of the duty told between two offsets and where its predicate begins.

    The owner is sought at the start, then after each word of request (`đề nghị`, `giao`), the last one that has one
    winning. Without an owner the predicate begins at the start, after such words.
    """
    found: Span | None = None
    begin = skip_marks(text, start, end)
    subject = subject_at(text, begin, end)
    predicate = begin
    if subject:
        found, predicate = subject[0], subject[1]
    for request in reversed(list(_REQUEST.finditer(text, begin, min(end, begin + _FARTHEST_REQUEST)))):
        if _inside_noun(text, request.start()):
            continue
        after = subject_at(text, request.end(), end)
        if after:
            return after
        if request.start() == begin or (found is None and text.startswith(", ", request.start() - 2)):
            predicate = max(predicate, request.end())  # `Trường hợp không thống nhất, đề nghị có ý kiến ...`
    return found, predicate


def _inside_noun(text: str, at: int) -> bool:
    """`hồ sơ đề nghị`, `theo yêu cầu`, `nhiệm vụ được giao` ask nothing."""
    return _NOUN_BEFORE.search(text, max(at - 12, 0), at) is not None


def agent_in(text: str, start: int, end: int) -> tuple[Span, int] | None:
    """The owner inside a passive and where its verb begins: `Danh sách được các trường gửi về ...`."""
    for match in _BY_WHOM.finditer(text, start, end):
        found = subject_at(text, match.end(), end)
        if found and is_verb(text, found[1], end):
            return found
    return None


def duty_in_event(text: str, start: int, end: int, *, silent: bool) -> int | None:
    """Where in the words of an event a duty begins with no mark before it, or None.

    `từ ngày họp xét | lớp trưởng nộp biên bản`; where the clause is `silent` about what else is to be done, a verb of
    delivery is enough: `kể từ ngày hết hạn niêm yết | gửi biên bản về xã`.
    """
    lead = _DAY_OF.match(text, start, end)
    words = words_of(text, lead.end() if lead else start, end)
    if not words or words[0].part != "verb":
        return None
    for word in words[2:]:
        if _TAKES_NOUN.search(text, start, word.start) or not opens_owner(text, word.start, end):
            continue
        subject = subject_at(text, word.start, end)
        if subject and is_verb(text, subject[1], end):
            return word.start - 1
    if silent:
        for match in _EVENT_DUTY.finditer(text, start + _SHORTEST_EVENT, end):
            if not _TAKES_NOUN.search(text, start, match.start()):
                return match.start() - 1
    return None


@lru_cache(maxsize=1024)
def owner_of_heading(content: str) -> str | None:
    """The owner that a list head names: `Sở Tài chính:`, `Các đơn vị có trách nhiệm:`; None where it names none."""
    asked = asked_last(content) if len(content) > _MOST_LABEL else None
    if asked:
        return asked
    bare = _HEADING_LABEL.sub("", content[: LONGEST_OWNER + 100]).strip()
    lead = _REQUEST.match(bare) or _HEADING_LEAD.match(bare)
    start = lead.end() if lead else 0
    names = names_in(bare, start, len(bare))
    if bare.isupper() or not ((names and names[0][0] == start) or opens_owner(bare, start, len(bare))):
        return None
    at = predicate_start(bare, start, len(bare), names, heading=True)
    stop = without_marks(bare, start, len(bare) if at is None else at)
    if at is None and _tells_action(bare, start, stop, names):
        return None
    return bare[start:stop] if stop > start else None


def asked_last(content: str) -> str | None:
    """Whom the end of a head's sentence asks: `Căn cứ ..., Sở Nội vụ đề nghị các trường:`."""
    tail = _HEADING_LABEL.sub("", content[-LONGEST_OWNER:])
    if not content.rstrip().endswith(":"):
        return None
    last = max(_REQUEST.finditer(tail), key=lambda match: match.start(), default=None)
    if last is None or _inside_noun(tail, last.start()):
        return None
    rest = _DOING_AS_FOLLOWS.sub("", tail[last.end() :])
    return owner_of_heading(rest) if len(rest) < _MOST_LABEL else None


def owner_label(text: str, start: int, end: int) -> Span | None:
    """The owner that labels a line: `Phòng Nội vụ: ...`, `**3. Các xã** ...`, `Cô Lê Thu, Tổ trưởng: ...`, or None."""
    label = _LABEL_OF_LINE.match(text, start, min(end, start + LONGEST_OWNER))
    if label is None:
        return None
    low, high = label.span("label")
    if owner_of_heading(text[low:high]) or _NAMES_ONLY.fullmatch(text, low, high):
        return low, without_marks(text, low, high)
    return None


def owner_inside(text: str, start: int, end: int) -> tuple[Span, int] | None:
    """The owner behind words of time or place or a fronted object, and its predicate.

    `Trong dịp Tết các đơn vị báo cáo ...`, `Hồ sơ nghỉ hưu các trường gửi ...`: no verb stands before it.
    """
    for match in _ARTICLED.finditer(text, start + 1, min(end, start + _FARTHEST_INSIDE)):
        if any(word.part == "verb" for word in words_of(text, start, match.start())):
            return None
        subject = subject_at(text, match.start(), end)
        if subject and is_verb(text, subject[1], end):
            return subject
    return None


def _tells_action(text: str, start: int, stop: int, names: Sequence[Span]) -> bool:
    """Does a heading without a modal say what is done (`Các đơn vị tổ chức hội thi`) rather than who?"""
    bare = _BRACKET.sub(lambda m: " " * len(m.group()), text)
    words = [w for w in words_of(bare, start, stop) if not any(a <= w.start < b for a, b in names)]
    return any(w.part == "verb" and w.start > start and w.key not in RELATIVE for w in words)
