"""Who a clause is about: the noun phrase that owns a duty, and where its predicate begins; pure, on offsets.

A duty is said as `[Đề nghị] <owner> <task> [<term>]`: the owner is the noun phrase before the first verb.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from congvan.grammar.duties.words import any_of
from congvan.grammar.who.bodies import body_span_at, find_bodies
from congvan.grammar.wording import Word, keys, words_of
from congvan.text.parts import tagged_words

Span = tuple[int, int]
FLAGS = regex.VERBOSE | regex.IGNORECASE
# Who can own a duty without being a body's name: `các phòng`, `mỗi chi đoàn`, `thí sinh`.
_OWNER_HEAD = regex.compile(
    rf"""
    (?: các | mỗi | từng | tất\scả | toàn\sthể | hai (?=\s(?:ngành|bên|đơn|cơ)) | những | một\ssố )
        \s (?! \p{{L}}* \s? (?:nội|văn|hoạt|công\stác|giải|biện|trường\shợp|chỉ\stiêu|nhiệm|quy|tiêu|điều) ) \p{{L}}
  | (?: các\s )? (?: đ/c | đồng\schí | cô | thầy | chị | anh ) \s (?-i:\p{{Lu}}) | các \s đ/c
  | quý \s (?: thầy | phụ | khách | bộ | sở | đại | vị | ông ) | thầy/cô | thầy,?\scô
  | chủ \s (?: gian | hộ | cơ | sử | tàu | xe | nhà | rừng | vườn | quán | doanh | dự | trang | đầu | phương | trại )
        (?!\p{{L}})
  | {any_of("owner")}
    """,
    FLAGS,
)
_ACRONYM = regex.compile(r"\p{Lu}{2,}[\p{L}&-]*(?:[,;]?\s(?:và\s)?\p{Lu}{2,}[\p{L}&-]*)*")
_AFTER_SUBJECT = regex.compile(any_of("predicate"), regex.IGNORECASE)
_MODAL_GAP = regex.compile(r"(?<!\p{L})(?:cần|phải|có\strách\snhiệm|có\snhiệm\svụ|chịu\strách\snhiệm)(?!\p{L})", FLAGS)
RELATIVE = keys("chưa|đã|được|không|có|thuộc|trực thuộc|đang|vào|lọt vào|trúng|đủ|bị|nằm|đạt|còn|mới")
_BELONGING = keys("thuộc|trực thuộc")  # these take a noun: a verb after them is the owner's own
# What somebody told by a relative clause is to do: `Hộ đã nhận phiếu mà có sai sót phản ánh với ...`
_MAIN_VERB = regex.compile(
    r"""
    (?<! , | [,\s]và | \p{L}: ) \s
    (?<! (?:đã|chưa|được|để|việc|cầu|vọng|quyền|hạn|báo|phiếu|đơn|sơ|người|không|những|các|và|mới) \s )
    (?: gửi | gởi | nộp | phản\sánh | liên\shệ | trình | chuyển | trả | kê\skhai | đăng\ský
      | (?<! (?:đăng|chữ|thư|hồi|đã|học) \s ) ký | xuất\strình | mang
      | đến | thực\shiện | hoàn\sthành | hoàn\sthiện | khắc\sphục | tham\sgia | lập | làm | cử
      | khẩn\strương | kịp\sthời | chủ\sđộng | nghiêm\stúc | nhanh\schóng ) (?!\p{L})
  | \s(?:gửi|gởi)\s(?=về|cho|đến|qua|bài|file|sản|video|hồ|danh)
    """,
    FLAGS,
)
# Verbs that narrow the noun before them where another verb follows: `Ban tự quản phát phiếu`, `Người nộp thuế nộp ...`
_NARROWED = regex.compile(any_of("narrowed") + r"\s$", regex.IGNORECASE)
_NARROWING = regex.compile(any_of("narrowing"), regex.IGNORECASE)
# Verbs inside the names of those who own a duty: `các ban tham mưu`, `Cơ quan thường trực`, `Phòng Kế hoạch tổng hợp`
_NAMED_WITH_VERB = regex.compile(
    r"""
    (?<! \p{L} )
    (?: (?:ban|cơ\squan|đơn\svị|bộ\sphận|tổ) \s
            (?: tham\smưu (?! \s(?:cho|giúp|với|về|để|xây|ban) | ,\s(?-i:\p{Ll}) )
              | (?:chuyên\smôn|nghiệp\svụ|thường\strực) (?!\stiếp) )
      | phòng \s (?:kế\shoạch|hành\schính|nghiệp\svụ) (?:\s[-–]\s|\s) tổng\shợp
            (?! \s(?:và|báo\scáo|kết\squả|danh) | , )
      | (?: đ/c | đồng\schí | ông | bà | cô | thầy | chị | anh ) \s (?-i:\p{Lu}\p{L}+ (?: \s \p{Lu}\p{L}+ ){0,4})
      | thư \s ký (?! \s (?:biên|văn|duyệt|vào|tên|xác) )
      | (?:đội\sngũ\s)? (?:báo\scáo|tuyên\struyền|cộng\stác|phát\sthanh) \s viên )
    (?! \p{L} )
    """,
    FLAGS,
)
# A name takes lower-case words in, but never these
_NEVER_IN_NAMES = regex.compile(
    r"""
    (?<= \s )
    (?: tổ\schức\s(?:thực|triển|rà|kiểm|tuyên|tập|hội|quán|phát|lễ) | tổ\schức$ | triển\skhai | thực\shiện
      | hoàn\sthiện | hoàn\sthành | trân\strọng | kính | phối\shợp | chủ\strì | cử | gửi | lập | nộp | báo\scáo
      | thông\sbáo | rà\ssoát | quán\striệt | tiếp\stục | đề\snghị | yêu\scầu | chịu\strách | khẩn\strương
      | kiểm\sđếm | rà\s(?!soát) \p{L}+ | lo | họp | góp\sý | phun | cam\skết | lên\s(?:kế|lịch|danh|phương|ma)
      | cho\sý | có\sý | thẩm\stra
      | chủ\sđộng | tăng\scường | chấn\schỉnh | bố\strí | tổng\shợp (?=,|\svà|\sbáo|\skết|$) )
    (?! \p{L} )
    """,
    FLAGS,
)
# `Tổ công tác | kiểm đếm đất đai`: a group's name ends there; `Sở | tổ chức thẩm định`: no such body is called so
_WORKING_GROUP = regex.compile(
    r"(?:tổ|đoàn|đội|nhóm)\s(?:công\stác|giúp\sviệc|liên\sngành)(?=\s\p{Ll})"
    r"(?!\s(?:liên|số|của|cấp|các|tỉnh|huyện|xã|thuộc|về|phòng|chống|do|giúp)(?!\p{L}))",
    FLAGS,
)
_ORGANISING = regex.compile(
    r"(?:(?:các\s)?(?:huyện|thị|thành|xã)[\p{L}\s,]{0,20}\s)?(?-i:Sở|UBND|HĐND|Hội|Đoàn|Trường)(?=\stổ\schức(?!\p{L}))",
    FLAGS,
)
_NAMED_BEFORE = regex.compile(r"\s\p{Lu}|\s(?:tỉnh|huyện|xã|phường|thành\sphố|thị\strấn)(?!\p{L})")
_MODALS = keys("phải|cần|sẽ|có trách nhiệm|nên|phải được|cần được|đều|được")
# What is held or written owns no duty: `Đại hội cấp huyện hoàn thành trước ...`
_EVENT_NAME = regex.compile(
    r"(?:đại\shội|hội\s(?:nghị|thi|thao|thảo|diễn)|lễ|cuộc|đợt|chương\strình|kế\shoạch|báo\scáo)(?!\p{L})(?!\sđồng)",
    FLAGS,
)
LONGEST_OWNER = 330  # characters; the longest owners of gold are joint lists of bodies with their short names
TASK_LEAD = regex.compile(rf"(?:[\s,;:.–—+*-]|{any_of('task_lead')})+", regex.IGNORECASE)
# Before the receiver: `gửi kết quả về`, `báo cáo`, `nộp cho`, `gửi Trưởng khối`.
HANDS_OVER = regex.compile(any_of("hands_over"), regex.IGNORECASE)
_MODAL_NEAR = 40  # characters after a verb that may still narrow the owner, in which the modal follows
_TAGGED_REACH = 60  # characters after a name that the tagger sees
# `Đơn vị nào chưa nộp thì khẩn trương hoàn thiện`: up to `thì` it is told who
_CONDITION = regex.compile(r"[^,;.:\n]{3,160}?\s(?P<then>thì\s)", FLAGS)
# `Phụ huynh có con từ đủ 12 tuổi ký phiếu`, `Công ty có trên 50 lao động báo cáo`: whom, then what they do
_HAVING = regex.compile(
    r"(?P<whose>có\s(?!trách|nhiệm|mặt|văn|báo|kế|ý|hình|biện|phương|công|giải)[^,;.:\n]{3,60}?\s)"
    r"(?=(?:ký|gửi|nộp|báo\scáo|lập|đăng\ský|kê\skhai|cử|liên\shệ|đưa|làm\s(?:đơn|hồ))\s)(?<!(?:đơn|phải|hồ\ssơ|phiếu|bản)\s)",
    FLAGS,
)
_VERB_NEAR = (
    30  # characters after a verb that no lexicon knows, in which one that it knows makes the first a part of a name
)
# `được`, `có`, `không` and the like open what narrows the owner; after `và` a second name may stand
_RELATIVE_BEFORE = regex.compile(
    r"(?<!\p{L})(?:chưa|đã|được|không|có|thuộc|đang|bị|đủ|còn|mới|của|và|để|cho)(?!\p{L})", FLAGS
)
_MOST_RELATIVE = 120  # characters of a relative clause that narrows an owner


def skip_marks(text: str, start: int, end: int) -> int:
    """Where the first word stands behind white space, dashes and commas."""
    while start < end and (text[start].isspace() or text[start] in "-–—+*,;:"):
        start += 1
    return start


def subject_at(text: str, start: int, end: int) -> tuple[Span, int] | None:
    """The noun phrase at `start` that owns what follows, and where its predicate begins; None where there is none."""
    start = skip_marks(text, start, end)
    limit = min(end, start + LONGEST_OWNER)
    names = names_in(text, start, limit)
    if not (names and names[0][0] == start) and not opens_owner(text, start, limit):
        return None
    if _EVENT_NAME.match(text, start, limit):
        return None
    at = predicate_start(text, start, limit, names)
    if names and names[0][0] == start:
        at = _unknown_verb(text, names[0], at, limit)
    else:
        at = _tagged_verb(text, start, at, limit, names)
    at = _after_condition(text, start, at, limit)
    if at is None:
        return None
    owner = (start, without_marks(text, start, at))
    if text[start : owner[1]].casefold().endswith(" thì"):
        owner = (start, without_marks(text, start, owner[1] - len(" thì")))
    if owner[1] <= owner[0] or owner[1] - owner[0] > LONGEST_OWNER:
        return None
    return owner, _after_modals(text, at, end)


def opens_owner(text: str, start: int, limit: int) -> bool:
    """Does somebody begin here who can own a duty without being a known body: `các phòng`, `mỗi chi đoàn`, `BTC`?"""
    return bool(_OWNER_HEAD.match(text, start, limit) or _ACRONYM.match(text, start, limit))


def names_in(text: str, start: int, limit: int) -> list[Span]:
    """The names of bodies in a stretch; the one that opens it is taken with those it is joined to."""
    names = [(start + m.start, start + m.end) for m in find_bodies(text[start:limit])]
    if names and names[0][0] == start:
        joint = body_span_at(text, start, limit, joint=True)
        if joint and joint[1] > names[0][1]:
            names[0] = joint
        names[0] = _without_predicate(text, names[0])
    named = _NAMED_WITH_VERB.search(text, start, limit)
    if named and not any(a < named.end() and named.start() < b for a, b in names):
        names = sorted([*names, named.span()])
    elif named and names[0][0] <= named.start() <= names[0][1] < named.end():
        names[0] = (names[0][0], named.end())
    return names


def _unknown_verb(text: str, name: Span, at: int | None, limit: int) -> int | None:
    """Where a verb that no lexicon knows follows the name of a body (`Sở Nội vụ khơi thông cống rãnh, ...`), else `at`.

    Only asked where lower-case words stand between the name and what was taken for its predicate.
    """
    end = limit if at is None else at
    first = next(iter(words_of(text, name[1], min(end, name[1] + _TAGGED_REACH))), None)
    if first is None or first.part or not text[first.start].islower() or text[name[1]] != " ":
        return at
    stop = _clause_end(text, first.end, min(limit, name[1] + _TAGGED_REACH))
    tagged = [tag for tag in tagged_words(text, name[0], stop) if tag[0] >= name[1]]
    return tagged[0][0] if tagged and tagged[0][0] == first.start and tagged[0][2] == "V" else at


def _tagged_verb(text: str, start: int, at: int | None, limit: int, names: Sequence[Span]) -> int | None:
    """Where a verb that no lexicon knows ends the noun phrase at `start` (`Mỗi tổ chưng cất dầu sả, ...`), else `at`.

    Not where the lexicon's own verb follows soon with no comma between: then the unknown one narrows the owner
    (`Các cơ sở giết mổ gia súc nộp ...`).
    """
    end = limit if at is None else at
    words = [w for w in words_of(text, start, min(end, start + _TAGGED_REACH)) if w.end <= end]
    if not any(not w.part and not any(a <= w.start < b for a, b in names) for w in words[1:]):
        return at
    stop = _clause_end(text, start, min(limit, start + 2 * _TAGGED_REACH))
    for low, high, tag in tagged_words(text, start, stop):
        if low >= end or high - start > _TAGGED_REACH:
            break
        known = any(w.start <= low < w.end and w.part for w in words) or any(a <= low < b for a, b in names)
        if tag != "V" or low == start or not text[low].islower() or known or _RELATIVE_BEFORE.search(text, start, low):
            continue
        if low < end < high:  # `quét dọn`, of which the lexicon knows `dọn`
            return low
        return low if end - high > _VERB_NEAR or "," in text[high:end] else at
    return at


def _after_condition(text: str, start: int, at: int | None, limit: int) -> int | None:
    """Where the predicate begins after `thì` or behind `có ...`: `Đơn vị có nhân sự thay đổi thì báo lại ...`."""
    told = _CONDITION.match(text, start, limit)
    if told and at is not None and at < told.end():
        return told.end("then")
    having = _HAVING.match(text, at, limit) if at is not None else None
    return having.end("whose") if having else at


def _without_predicate(text: str, name: Span) -> Span:
    """A name that grew over the lower-case verb after it (`Ban Nữ công tổ chức`), cut before that verb."""
    group = _WORKING_GROUP.match(text, *name) or _ORGANISING.match(text, *name)
    if group and group.end() < name[1]:
        return name[0], group.end()
    for verb in _NEVER_IN_NAMES.finditer(text, *name):
        if _NAMED_BEFORE.search(text, name[0], verb.start()):
            return name[0], verb.start() - 1
    return name


def known_body(text: str, start: int, limit: int) -> Span | None:
    """The body, or joint bodies, named at `start` with a head that is surely a body's."""
    names = names_in(text, start, min(limit, start + LONGEST_OWNER))
    return names[0] if names and names[0][0] == start else None


def predicate_start(text: str, start: int, limit: int, names: Sequence[Span], *, heading: bool = False) -> int | None:
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
        narrowed = narrowed or (i > 0 and (word.key in RELATIVE or word.key.startswith("thuộc ")))
        if word.start == start or word.key in _BELONGING or not _ends_subject(text, word, limit, heading=heading):
            continue
        if word.key in RELATIVE or (i and words[i - 1].key in RELATIVE - _BELONGING):
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
    lead = TASK_LEAD.match(text, at, end)
    return lead.end() if lead else at


def without_marks(text: str, start: int, end: int) -> int:
    """Where the last word ends before white space, commas and an opening bracket."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.-–("):
        end -= 1
    return end


def is_verb(text: str, at: int, end: int) -> bool:
    """Does a verb or another predicate stand at this offset?"""
    if HANDS_OVER.match(text, at, end):
        return True
    word = next(iter(words_of(text, at, min(end, at + 30))), None)
    return word is not None and (word.part == "verb" or bool(_AFTER_SUBJECT.match(text, at, end)))
