"""Who must do what, and to whom it is delivered: cuts a sentence of a dispatch into owner, task and receiver.

Pure functions on offsets of one text. A duty is said as `[Đề nghị] <owner> <task> [<term>]`; the owner is the noun
phrase before the first verb, the task runs from that verb to the words of the term.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from congvan.grammar.duties.words import any_of
from congvan.grammar.who.bodies import body_span_at, find_bodies
from congvan.grammar.wording import Word, keys, words_of

Span = tuple[int, int]

_FLAGS = regex.VERBOSE | regex.IGNORECASE

# Words that ask somebody to do something; the owner stands after them.
_REQUEST = regex.compile(
    r"""
    (?<! \p{L} )
    (?: (?:trân\strọng\s|kính\s)? (?:đề\snghị|yêu\scầu|kính\sđề\snghị|mời|ủy\squyền|uỷ\squyền)
      | (?:giao (?:\scho|\strách\snhiệm\scho|\snhiệm\svụ\scho)?)
      | riêng (?:\sđối\svới)? | đối\svới )
    (?! \p{L} ) \s? :? \s?
    """,
    _FLAGS,
)
# Who can own a duty without being a body's name: `các phòng`, `mỗi chi đoàn`, `thí sinh`.
_OWNER_HEAD = regex.compile(
    rf"""
    (?: các | mỗi | từng | tất\scả | toàn\sthể | hai (?=\s(?:ngành|bên|đơn|cơ)) | những | một\ssố )
        \s (?! \p{{L}}* \s? (?:nội|văn|hoạt|công\stác|giải|biện|chỉ\stiêu|nhiệm|quy|tiêu|điều) ) \p{{L}}
  | {any_of("owner")}
    """,
    _FLAGS,
)
_ACRONYM = regex.compile(r"\p{Lu}{2,}[\p{L}&-]*(?:[,;]?\s(?:và\s)?\p{Lu}{2,}[\p{L}&-]*)*")
_AFTER_SUBJECT = regex.compile(any_of("predicate"), regex.IGNORECASE)
_MODAL_GAP = regex.compile(r"(?<!\p{L})(?:cần|phải|có\strách\snhiệm|có\snhiệm\svụ|chịu\strách\snhiệm)(?!\p{L})", _FLAGS)
_RELATIVE = keys("chưa|đã|được|không|có|thuộc|trực thuộc|đang|vào|lọt vào|trúng|đủ|bị|nằm|đạt|còn|mới")
# What somebody told by a relative clause is to do: `Hộ đã nhận phiếu mà có sai sót phản ánh với ...`
_MAIN_VERB = regex.compile(
    r"""
    (?<! , | [,\s]và | \p{L}: ) \s
    (?<! (?:đã|chưa|được|để|việc|cầu|vọng|quyền|hạn|báo|phiếu|đơn|sơ|người|không|những|các|và|mới) \s )
    (?: gửi | gởi | nộp | phản\sánh | liên\shệ | trình | chuyển | trả | kê\skhai | đăng\ský | xuất\strình | mang
      | đến | thực\shiện | hoàn\sthành | hoàn\sthiện | khắc\sphục | tham\sgia | lập | làm | cử
      | khẩn\strương | kịp\sthời | chủ\sđộng | nghiêm\stúc | nhanh\schóng ) (?!\p{L})
  | \s(?:gửi|gởi)\s(?=về|cho|đến|qua|bài|file|sản|video|hồ|danh)
    """,
    _FLAGS,
)
# Verbs that narrow the noun before them where another verb follows: `Ban tự quản phát phiếu`, `Người nộp thuế nộp ...`
_NARROWED = regex.compile(any_of("narrowed") + r"\s$", regex.IGNORECASE)
_NARROWING = regex.compile(any_of("narrowing"), regex.IGNORECASE)
_MODALS = keys("phải|cần|sẽ|có trách nhiệm|nên|phải được|cần được|đều|được")
# What is held or written owns no duty: `Đại hội cấp huyện hoàn thành trước ...`
_EVENT_NAME = regex.compile(
    r"(?:đại\shội|hội\s(?:nghị|thi|thao|thảo|diễn)|lễ|cuộc|đợt|chương\strình|kế\shoạch|báo\scáo)(?!\p{L})(?!\sđồng)",
    _FLAGS,
)
_LONGEST_OWNER = 330  # characters; the longest owners of gold are joint lists of bodies with their short names

_TASK_LEAD = regex.compile(rf"(?:[\s,;:.–—+*-]|{any_of('task_lead')})+", regex.IGNORECASE)
_TASK_TAIL = regex.compile(rf"(?:[\s,;:.(–—-]|(?<=[\s,(;.]){any_of('task_tail')})+$", regex.IGNORECASE)
_TAIL_REACH = 80

# A later clause of one sentence that is a delivery of its own: `..., đồng thời gửi báo cáo về ...`.
_DELIVERY = regex.compile(
    r"""
    (?: ,\s | \s ) đồng\sthời \s
  # ..., gửi kế hoạch về ... ; ..., tổng hợp, báo cáo ...
  | ,\s (?:và\s)?
        (?= (?: gửi | gởi | nộp | đăng\ský | (?:tổng\shợp\s,?\s?)? (?:và\s)? báo\scáo | thông\sbáo\skết\squả ) \s )
  # ... và gửi báo cáo về ...
  | (?<! \p{L} ) và \s
        (?= (?:gửi | gởi | nộp) \s (?: báo\scáo | kết\squả | danh\ssách | hồ\ssơ | văn\sbản | kế\shoạch ) )
    """,
    _FLAGS,
)
# characters: shorter first clauses (`triển khai thực hiện, tổng hợp và báo cáo`) are one duty with it
_LONG_BEFORE = 60
# A delivery that names no paper of its own hands over what the clause before draws up: `Lập danh sách ..., gửi về ...`
_NO_PAPER = regex.compile(
    r"(?:gửi|gởi|nộp|trình|chuyển)\s(?=(?:về|cho|đến|tới|lên|qua)\s|(?-i:\p{Lu}))", regex.IGNORECASE
)
_DRAWS_UP = regex.compile(
    r"(?<!\p{L})(?:lập|xây\sdựng|tổng\shợp|soạn(?:\sthảo)?|rà\ssoát|thống\skê|hoàn\sthiện|chuẩn\sbị|viết|làm|tham\smưu"
    r"|bình\schọn|lựa\schọn|ban\shành|báo\scáo|thu)\s",
    regex.IGNORECASE,
)

# Before the receiver: `gửi kết quả về`, `báo cáo`, `nộp cho`, `gửi Trưởng khối`.
_HANDS_OVER = regex.compile(any_of("hands_over"), regex.IGNORECASE)
_WAY = regex.compile(
    r"""
    (?: (?<! dành | vụ | dùng | trợ | giúp | chi | hướng ) \s (?:về|cho|đến|tới|tại|lên|qua)
      | (?<= phản\sánh | báo
           | liên\shệ | quyết\stoán | đăng\ský | hợp\sđồng ) \s với )
    \s (?:địa\schỉ\s)? (?! việc | kết\squả | tình\shình | ngày | hết )
    """,
    _FLAGS,
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


def owner_at(text: str, start: int, end: int) -> tuple[Span | None, int]:
    """The owner of the duty told between two offsets and where its predicate begins.

    The owner is sought at the start, then after each word of request (`đề nghị`, `giao`), the last one that has one
    winning. Without an owner the predicate begins at the start, after such words.
    """
    found: Span | None = None
    begin = _skip(text, start, end)
    subject = _subject(text, begin, end)
    predicate = begin
    if subject:
        found, predicate = subject[0], subject[1]
    for request in reversed(list(_REQUEST.finditer(text, begin, min(end, begin + _FARTHEST_REQUEST)))):
        if _inside_noun(text, request.start()):
            continue
        after = _subject(text, request.end(), end)
        if after:
            return after
        if request.start() == begin or (found is None and text.startswith(", ", request.start() - 2)):
            predicate = max(predicate, request.end())  # `Trường hợp không thống nhất, đề nghị có ý kiến ...`
    return found, predicate


_FARTHEST_REQUEST = 600  # characters; a sentence that only then asks something has told another duty before
_NOUN_BEFORE = regex.compile(
    r"(?:hồ\ssơ|văn\sbản|công\svăn|tờ\strình|theo|được|những|nội\sdung|các|sự|đã|việc)\s$", regex.IGNORECASE
)


def _inside_noun(text: str, at: int) -> bool:
    """`hồ sơ đề nghị`, `theo yêu cầu`, `nhiệm vụ được giao` ask nothing."""
    return _NOUN_BEFORE.search(text, max(at - 12, 0), at) is not None


def _skip(text: str, start: int, end: int) -> int:
    while start < end and (text[start].isspace() or text[start] in "-–—+*,;:"):
        start += 1
    return start


def _subject(text: str, start: int, end: int) -> tuple[Span, int] | None:
    """The noun phrase at `start` that owns what follows, and where its predicate begins; None where there is none."""
    start = _skip(text, start, end)
    limit = min(end, start + _LONGEST_OWNER)
    names = _names(text, start, limit)
    if not (names and names[0][0] == start) and not _opens_owner(text, start, limit):
        return None
    if _EVENT_NAME.match(text, start, limit):
        return None
    at = _predicate_start(text, start, limit, names)
    if at is None:
        return None
    owner = (start, _rstrip(text, start, at))
    if owner[1] <= owner[0] or owner[1] - owner[0] > _LONGEST_OWNER:
        return None
    return owner, _after_modals(text, at, end)


def _opens_owner(text: str, start: int, limit: int) -> bool:
    return bool(_OWNER_HEAD.match(text, start, limit) or _ACRONYM.match(text, start, limit))


def _names(text: str, start: int, limit: int) -> list[Span]:
    """The names of bodies in a stretch; the one that opens it is taken with those it is joined to."""
    names = [(start + m.start, start + m.end) for m in find_bodies(text[start:limit])]
    if names and names[0][0] == start:
        joint = body_span_at(text, start, limit, joint=True)
        if joint and joint[1] > names[0][1]:
            names[0] = joint
    return names


def _known_body(text: str, start: int, limit: int) -> Span | None:
    """The body, or joint bodies, named at `start` with a head that is surely a body's."""
    names = _names(text, start, min(limit, start + _LONGEST_OWNER))
    return names[0] if names and names[0][0] == start else None


def _predicate_start(text: str, start: int, limit: int, names: Sequence[Span], *, heading: bool = False) -> int | None:
    """Where the verb after the noun phrase begins; words inside `names` of bodies are none.

    A heading's noun phrase ends only at a modal or a colon: its verbs narrow it (`Doanh nghiệp cung cấp dịch vụ`).
    """
    words = [w for w in words_of(text, start, limit) if not any(a <= w.start < b for a, b in names)]
    depth = 0
    narrowed = False
    for i, word in enumerate(words):
        depth = max(depth + (word.key == "(") - (word.key == ")"), 0)
        if depth:
            continue
        if word.key in (";", ".", "./.", "|"):
            return None
        if word.key == ":":
            return word.start
        if word.key == "," and not heading and not _goes_on(text, words, i, limit, names):
            return word.start
        narrowed = narrowed or (i > 0 and (word.key in _RELATIVE or word.key.startswith("thuộc ")))
        if word.start == start or not _ends_subject(text, word, limit, heading=heading):
            continue
        if word.key in _RELATIVE or (i and words[i - 1].key in _RELATIVE):
            # `các đơn vị chưa gửi hồ sơ đợt I cần gửi ...`: the first verb tells which ones
            stop = _clause_end(text, word.end, limit)
            modal = _MODAL_GAP.search(text, word.end, stop)
            if modal:
                return modal.start()
            main = None if heading else _MAIN_VERB.search(text, word.end, min(limit, word.end + _MOST_RELATIVE))
            if main:
                return main.start() + 1
        if narrowed and not heading:  # `Hộ thuộc diện rà soát có trách nhiệm ...`
            modal = _MODAL_GAP.search(text, word.end, min(_clause_end(text, word.end, limit), word.end + _MODAL_NEAR))
            if modal:
                return modal.start()
        if _narrows(text, start, words, i, limit):
            continue
        return word.start
    return None


_MODAL_NEAR = 40  # characters after a verb that may still narrow the owner, in which the modal follows
_MOST_RELATIVE = 120  # characters of a relative clause that narrows an owner


def _narrows(text: str, start: int, words: Sequence[Word], i: int, limit: int) -> bool:
    """Is this verb part of the owner's name, with its own verb still to come before the next mark?"""
    low = max(start, words[i].start - 20)
    told = _NARROWING.match(text, words[i].start, limit)
    charge = words[i].key == "phụ trách"  # `Phó Chủ tịch phụ trách kinh tế`
    if not told or not (charge or _NARROWED.search(text, low, words[i].start)):
        return False
    for word in words[i + 1 :]:
        if word.start < told.end():
            continue
        if word.part == "mark":
            return False
        if _ends_subject(text, word, limit, heading=False):
            return True
    return False


def _ends_subject(text: str, word: Word, limit: int, *, heading: bool) -> bool:
    if heading:
        return word.key in _MODALS or bool(_MODAL_GAP.match(text, word.start, limit))
    return word.part in ("verb", "modal") or bool(_AFTER_SUBJECT.match(text, word.start, limit))


def _goes_on(text: str, words: Sequence[Word], i: int, limit: int, names: Sequence[Span]) -> bool:
    """After this comma, does the list of owners go on (`các sở, ban, ngành`, `GVCN, các chi đoàn`)?"""
    if any(a - words[i].end in (0, 1) for a, _ in names):
        return True
    if i + 1 >= len(words):
        return False
    after = words[i + 1]
    return after.part not in ("verb", "modal") and not _AFTER_SUBJECT.match(text, after.start, limit)


def _clause_end(text: str, start: int, limit: int) -> int:
    match = regex.search(r"[,;.:\n]", text[start:limit])
    return start + match.start() if match else limit


def _after_modals(text: str, at: int, end: int) -> int:
    lead = _TASK_LEAD.match(text, at, end)
    return lead.end() if lead else at


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.-–("):
        end -= 1
    return end


def trimmed_task(text: str, start: int, end: int) -> Span | None:
    """A stretch without the joints, modals and words of haste at its head and those of the term at its tail."""
    lead = _TASK_LEAD.match(text, start, end)
    start = lead.end() if lead else start
    low = max(start, end - _TAIL_REACH)
    tail = _TASK_TAIL.search(text, low, end)
    if tail and (tail.start() > start):
        end = tail.start()
    end = _close_brackets(text, start, _rstrip(text, start, end))
    return (start, end) if end > start else None


def _close_brackets(text: str, start: int, end: int) -> int:
    """An open bracket at the very end of a cut task is dropped with what is in it, where little is."""
    opened = text.rfind("(", start, end)
    if opened >= 0 and text.find(")", opened, end) < 0 and end - opened < 30:
        return _rstrip(text, start, opened)
    return end


_PREAMBLE = regex.compile(any_of("preamble"), regex.IGNORECASE)
_PURPOSE = regex.compile(r"(?<!\p{L})để\s", _FLAGS)
_CLAUSE_SUBJECT = 60  # characters; a subject that opens a clause after a comma is short
_NARROWING_VERB = regex.compile(r"(?:có(?!\s(?:mặt|trách|nhiệm))|thuộc|đã|chưa|đang)(?!\p{L})", _FLAGS)
_JOINED_BODIES = regex.compile(r"(?<!\p{L})(?:phối\shợp|cùng|với)(?!\p{L})[^;]*$", _FLAGS)


_CLAUSE_REACH = 600  # characters before a term in which its own clause begins
_JOINT = regex.compile(r"(?:,|\.|(?<!\p{L})và)\s")


def _is_verb(text: str, at: int, end: int) -> bool:
    if _HANDS_OVER.match(text, at, end):
        return True
    word = next(iter(words_of(text, at, min(end, at + 30))), None)
    return word is not None and (word.part == "verb" or bool(_AFTER_SUBJECT.match(text, at, end)))


def _opens_clause(text: str, joint: regex.Match[str], start: int, end: int) -> bool:
    """Does a new subject with its verb follow this comma (`..., các tổ gửi báo cáo`)? Not in a list of partners."""
    if not _opens_owner(text, joint.end(), end):
        return False
    subject = _subject(text, joint.end(), end)
    if subject is None or subject[0][1] - subject[0][0] > _CLAUSE_SUBJECT or not _is_verb(text, subject[1], end):
        return False
    if _NARROWING_VERB.match(text, subject[0][1] + 1, end):  # `lập danh sách khu trọ, cơ sở có nguy cơ, gửi ...`
        return False
    near = max(start, joint.start() - _CLAUSE_SUBJECT)
    return not _JOINED_BODIES.search(text, near, joint.start())


def after_preamble(text: str, start: int, end: int) -> int:
    """Where the duty begins after `Căn cứ tình hình thực tế để ...`, `Theo kế hoạch, ...`."""
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
        if _opens_clause(text, match, at, end):
            at = match.end()
            break
    for match in _DELIVERY.finditer(text, start, end):
        said = "đồng thời" in match.group().casefold()
        if not said and _NO_PAPER.match(text, match.end(), end) and _DRAWS_UP.search(text, at, match.start()):
            continue
        if match.start() - at >= _LONG_BEFORE or (said and match.start() > at):
            at = match.end()
    return at


def receiver_in(text: str, start: int, end: int) -> Span | None:
    """To whom a task delivers: after `gửi ... về`, `nộp cho`, `báo cáo`; of alternatives the first printed."""
    verb = _HANDS_OVER.search(text, start, end)
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
    named = _known_body(text, kinds.end() if kinds else start, limit)
    if named and not _NARROWED_RECEIVER.match(text, named[1], limit):
        return start, named[1]
    if direct and not _DIRECT_HEAD.match(text, start, limit):
        return None
    stop = _RECEIVER_END.search(text, start, limit)
    stop_at = _rstrip(text, start, stop.start() if stop else limit)
    return (start, stop_at) if stop_at > start else None


_BY_WHOM = regex.compile(r"(?<!\p{L})(?:được|do)\s", regex.IGNORECASE)


def agent_in(text: str, start: int, end: int) -> tuple[Span, int] | None:
    """The owner inside a passive and where its verb begins: `Danh sách được các trường gửi về ...`."""
    for match in _BY_WHOM.finditer(text, start, end):
        found = _subject(text, match.end(), end)
        if found and _is_verb(text, found[1], end):
            return found
    return None


_HEADING_LABEL = regex.compile(r"(?:[\s:;.–-]|\([^()]*\))+$")
_HEADING_LEAD = regex.compile(r"(?:nhiệm\svụ|trách\snhiệm|phần\sviệc)\scủa\s", regex.IGNORECASE)


@lru_cache(maxsize=1024)
def owner_of_heading(content: str) -> str | None:
    """The owner that a list head names: `Sở Tài chính:`, `Các đơn vị có trách nhiệm:`; None where it names none."""
    bare = _HEADING_LABEL.sub("", content[: _LONGEST_OWNER + 100]).strip()
    lead = _REQUEST.match(bare) or _HEADING_LEAD.match(bare)
    start = lead.end() if lead else 0
    names = _names(bare, start, len(bare))
    if bare.isupper() or not ((names and names[0][0] == start) or _opens_owner(bare, start, len(bare))):
        return None
    at = _predicate_start(bare, start, len(bare), names, heading=True)
    stop = _rstrip(bare, start, len(bare) if at is None else at)
    if at is None and _tells_action(bare, start, stop, names):
        return None
    return bare[start:stop] if stop > start else None


def _tells_action(text: str, start: int, stop: int, names: Sequence[Span]) -> bool:
    """Does a heading without a modal say what is done (`Các đơn vị tổ chức hội thi`) rather than who?"""
    bare = _BRACKET.sub(lambda m: " " * len(m.group()), text)
    words = [w for w in words_of(bare, start, stop) if not any(a <= w.start < b for a, b in names)]
    return any(w.part == "verb" and w.start > start and w.key not in _RELATIVE for w in words)


_BRACKET = regex.compile(r"\([^()]*\)")
