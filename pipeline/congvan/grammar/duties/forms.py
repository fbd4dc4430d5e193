"""The forms in which a sentence joins a duty to its term: label, task before the term, task after it, owner between.

`duty_of` reads a sentence and the span of the term in it; pure, on offsets of one text.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from congvan.grammar.duties.owners import agent_in, owner_at, owner_inside, owner_label, owner_of_heading
from congvan.grammar.duties.receivers import receiver_in
from congvan.grammar.duties.subjects import is_verb, without_marks
from congvan.grammar.duties.tasks import last_clause, trimmed_task
from congvan.grammar.wording import words_of

Span = tuple[int, int]

_FLAGS = regex.VERBOSE | regex.IGNORECASE

# `Thời gian nộp bài:` says `nộp bài`; what is left is the duty.
_LABEL = regex.compile(
    r"""[\s*•+–—-]* (?:\d{1,2}(?:\.\d{1,2})*[.)/]\s | [a-zđ][.)]\s )?
        (?: (?:ngày\s(?:cuối\scùng|chót|hết\shạn)
              |thời\s(?:gian|điểm)|tiến\sđộ|(?:thời\s)?hạn(?:\s(?:cuối\scùng|cuối|chót))?) (?! \p{L} ) \s?
            (?: (?:là|dự\skiến|cụ\sthể|kết\sthúc|bắt\sđầu|khai\smạc|từ|vào|lúc
                  |quy\sđịnh|để|tổ\schức|thực\shiện|hoàn\sthành) (?! \p{L} ) \s? )* )?""",
    _FLAGS,
)
_TIME_LABEL = regex.compile(
    r"[\s*•+–—-]*(?:\d[\d.)/]*\s|[a-zđ][.)]\s)?(?:thời\s(?:gian|hạn|điểm)|tiến\sđộ|hạn)(?!\p{L})", regex.I
)
_EMPTY_TASK = regex.compile(
    r"(?:phải |và |cần )?"
    r"(?:hoàn thành|hoàn tất|thực hiện|xong|tổ chức|dự kiến|thực hiện xong|đảm bảo|bảo đảm|phấn đấu"
    r"|bắt đầu|bắt đầu từ|bắt đầu vào|khai mạc|từ|vào)?\.?",
    regex.IGNORECASE,
)
_AIM = regex.compile(r"(?:đảm bảo|bảo đảm|phấn đấu)", regex.IGNORECASE)
# `Đối với phong trào hằng năm:` says for what the term holds, not what is done
_SCOPE = regex.compile(r"(?:đối\svới|riêng|trường\shợp)(?!\p{L})", regex.IGNORECASE)
# An amendment's new wording opens with it
_OPEN_QUOTE = regex.compile(r":\s*[“\"](?=\p{Lu})(?=[^”\"\n]*$)")
_QUOTE_REACH = 600
# What may stand before a term at the head of a clause and is no duty: `Trong quá trình thực hiện, `, `Ngoài ra, `
_GROUND = regex.compile(
    r"""[\s*•+–—-]* (?:\d{1,2}(?:\.\d{1,2})*[.)/]?\s | [a-zđ][.)]\s )?
        (?: (?:trong\s)?quá\strình\s[^,;:]{2,60} | ngoài\sra | trước\smắt | tuy\snhiên | đặc\sbiệt
          | (?:sau\skhi|khi|sau|căn\scứ|trên\scơ\ssở|để|nhằm)\s[^,;:]{2,80} ) ,\s* $""",
    _FLAGS,
)
# Between a term and its task: `(thứ Sáu): `, ` hoặc đột xuất khi có yêu cầu, `
_BEFORE_TASK = regex.compile(
    r"""
    (?: [\s,:;)\]–—-] | \( (?:thứ|chủ|qua) \s [^()\n]{0,40} \)
      | (?:và|hoặc) \s (?:khi\s)? đột\sxuất (?:\skhi\scó\syêu\scầu)? | (?:hàng|hằng)\snăm )+
    """,
    _FLAGS,
)
_OWN_TERM = regex.compile(
    r"(?<!\p{L})(?:trước|chậm\snhất|muộn\snhất|đến\shết|hạn\s\p{L}+|xong\strong)\s(?:là\s|vào\s)?(?:ngày\s|tháng\s)?\d",
    _FLAGS,
)
_RECEIVER_AFTER = regex.compile(r"[\s,)]{0,3}(?:về|cho|đến|tới|qua)\s", regex.IGNORECASE)
_ASKS = regex.compile(r"(?<!\p{L})(?:đề\snghị|yêu\scầu|mời)\s", regex.IGNORECASE)
_ENDS_IN_COLON = regex.compile(r":\s*$")


@dataclass(frozen=True, slots=True)
class Duty:
    """Spans of owner, task and receiver (None where the sentence does not say them); `form` names how it was said.

    `bare`: the sentence says only `Hoàn thành`, so that the task must come from the heading.
    """

    owner: Span | None
    task: Span | None
    to: Span | None
    form: str
    bare: bool = False


def duty_of(text: str, sentence: Span, clause: Span, term: Span, done: int = 0) -> Duty:
    """The duty of the sentence whose term is `term`; `clause` is the part between semicolons that holds the term.

    `done`: where an earlier duty of the clause ended with its own term; the task begins after it.
    """
    quoted = _OPEN_QUOTE.search(text, max(clause[0], term[0] - _QUOTE_REACH), term[0])
    if quoted:  # an amendment gives new wording: `Điều 6 được bổ sung: “Sinh viên nộp ...”`
        clause = sentence = (quoted.end(), clause[1])
    left = text[clause[0] : term[0]]
    resumed = _resumed(text, sentence, clause, term)
    if resumed:
        return resumed
    if _ENDS_IN_COLON.search(left) or _TIME_LABEL.match(left):
        return _labelled(text, clause[0], term, sentence[1])
    if not left.strip(" -–—+*•.,;:(") and not text[sentence[0] : clause[0]].strip(" -–—+*•"):
        return _after(text, sentence, term, None)
    if not left.strip(" -–—+*•.,;:(") or _GROUND.fullmatch(left):
        later = _after(text, clause, term, None)
        if later.task and text[term[1] : term[1] + 2].strip(" "):
            owner = later.owner or owner_at(text, sentence[0], clause[0])[0]
            return Duty(owner, later.task, later.to, later.form)
    middle = _between(text, clause, term)
    if middle:
        return _after(text, sentence, term, middle)
    duty = _before(text, sentence, clause, term, done)
    if duty.task is None or duty.bare:
        owner = _lone_owner(text, clause[0], term[0])
        if owner and text[term[1] : sentence[1]].strip(" .;,:)"):
            return _after(text, sentence, term, owner)
    if not left.strip(" -–—+*•.,;:(") or (duty.bare and _AIM.fullmatch(left.strip())):
        later = _after(text, (clause[0], sentence[1]), term, None)
        if later.task:
            return later
    return duty


def _labelled(text: str, start: int, term: Span, end_of_sentence: int) -> Duty:
    """`Thời gian nộp bài: trước ngày ...`, `Họp trưởng đoàn: lúc ...`, `Thời hạn: ...`."""
    label = _LABEL.match(text, start, term[0])
    begin = label.end() if label else start
    end = term[0]
    colon = text.rfind(":", begin, end)
    if (
        colon > begin
        and text[begin:colon].strip()
        and _TIME_LABEL.search(text, max(begin, text.rfind(",", begin, colon)), colon)
    ):
        end = colon
    task = trimmed_task(text, begin, end)
    if task is None or _EMPTY_TASK.fullmatch(text[slice(*task)]) or _SCOPE.match(text, *task):
        return Duty(None, None, None, "label", bare=True)
    owner = None
    split = text.find(":", task[0], task[1])
    if split > 0 and owner_of_heading(text[task[0] : split]):  # `Đoàn thanh niên: nộp bài trước ngày ...`
        owner = (task[0], split)
        task = trimmed_task(text, split + 1, task[1])
    if task and owner is None:  # `Phòng Đào tạo trình danh mục: chậm nhất ...`, `Bốc thăm: 8 giờ ..., yêu cầu đội ...`
        named, predicate = owner_at(text, *task)
        if named and named[0] == task[0] and is_verb(text, predicate, task[1]):
            owner, task = named, trimmed_task(text, predicate, task[1])
        elif owner_of_heading(text[task[0] : task[1]]):
            return Duty(task, None, None, "label", bare=True)
        else:
            asks = _ASKS.search(text, term[1], end_of_sentence)
            owner = owner_at(text, term[1], end_of_sentence)[0] if asks else None
    return Duty(owner, task, receiver_in(text, *task) if task else None, "label")


def _before(text: str, sentence: Span, clause: Span, term: Span, done: int) -> Duty:
    """`Đề nghị các đơn vị gửi báo cáo về Sở trước ngày ...`; the owner may stand before an earlier semicolon."""
    owner, predicate = _owner_before(text, sentence, clause, term[0])
    start = max(last_clause(text, max(predicate, done), term[0]), predicate, done)
    if start > predicate:
        nearer, after = owner_at(text, start, term[0])
        if nearer:
            owner, start = nearer, after
    task = trimmed_task(text, start, term[0])
    if task is None or _EMPTY_TASK.fullmatch(text[task[0] : task[1]]):
        return Duty(owner, None, None, "before", bare=True)
    if owner and text[slice(*owner)].endswith(" được"):  # `Học sinh được hỗ trợ ...`: somebody else must
        owner = None
    if owner is None and (agent := agent_in(text, *task)):
        owner = agent[0]
        task = trimmed_task(text, agent[1], task[1]) or task
    if owner is None and (inside := _PAPER_OF.match(text, *task)):
        owner = inside.span("owner")
    return Duty(owner, task, _receiver(text, task, term, clause[1]), "before")


def _owner_before(text: str, sentence: Span, clause: Span, end: int) -> tuple[Span | None, int]:
    """The owner and where the predicate begins: at the head of the clause, behind its label, in an earlier clause."""
    start = _begin(text, clause[0], end)
    owner, predicate = owner_at(text, start, end)
    if owner and sentence[0] < clause[0] and owner[0] == start:  # `Phòng A các huyện; Đoàn trường B đăng ký ...`
        first = _lone_owner(text, sentence[0], clause[0])
        joined = first is not None and not text[first[1] : owner[0]].strip(" ;,")
        joined = joined and first is not None and not _TELLS_TIME.search(text, *first)
        return ((first[0], owner[1]) if first and joined else owner), predicate
    label = _INNER_LABEL.match(text, start, end)
    if label and _EMPTY_TASK.fullmatch(text[label.end() : end].strip(" ,")):
        label = None  # `Chấm sơ khảo: hoàn thành trước ngày ...`: the label is the task
    person = label and _PERSON.match(text, start, label.end())
    if label and person and predicate <= label.end():
        return (start, without_marks(text, start, label.end() - 1)), label.end()
    if label and (owner is None or owner[0] < label.end()) and predicate <= label.end():
        behind, after = owner_at(text, label.end(), end)  # `Chế độ báo cáo: các xã gửi ...`
        if behind:
            return behind, after
        named = owner or owner_label(text, start, end)
        return named, label.end()
    if owner is None:
        inside = owner_inside(text, start, end)
        if inside:
            return inside
    if owner is None and sentence[0] < clause[0]:
        owner, _ = _owner_before(text, (sentence[0], sentence[0]), (sentence[0], clause[0]), clause[0])
        predicate = clause[0]
    return owner, predicate


def _begin(text: str, start: int, end: int) -> int:
    """Where the words of a clause begin behind its number or dash: `1- `, `a) `, `** `."""
    number = _NUMBERED.match(text, start, end)
    return number.end() if number else start


_TELLS_TIME = regex.compile(r"(?<!\p{L})(?:trong|vào|trước|từ|đến)\s|\d", regex.IGNORECASE)
_PERSON = regex.compile(r"(?:đ/c|đồng\schí|ông|bà|cô|thầy|chị|anh)\s(?-i:\p{Lu})", regex.IGNORECASE)
_NUMBERED = regex.compile(r"[\s*•+–—-]*(?:(?:\d{1,2}(?:\.\d{1,2})*\s?[-.)/]|[a-zđ][.)/]|[IVX]+[.-])\s)?[\s*•+–—-]*")
# A label inside a line before what is to be done: `Chế độ báo cáo: `, `Thi báo tường: `
_INNER_LABEL = regex.compile(r"[^:;.\n()]{2,90}?\s?:\s+(?=\P{Lu}|\p{L}+\s)")
_MOST_OWNER = 120  # characters of an owner that has a verb of its own inside


def _between(text: str, clause: Span, term: Span) -> Span | None:
    """The owner where the term stands between owner and task: `Sở Nội vụ định kỳ hằng quý báo cáo ...`."""
    lead = _BEFORE_TASK.match(text, term[1], clause[1])
    start = lead.end() if lead else term[1]
    verb = next(iter(words_of(text, start, min(clause[1], start + 30))), None)
    left = text[clause[0] : term[0]]
    handed = _HANDS_OVER.search(text, start, clause[1])
    if verb is None or handed is None or _HANDS_OVER.search(left):
        return None
    if verb.part != "verb" and handed.start() != start:
        return None
    owner, predicate = owner_at(text, clause[0], term[0])
    if owner and text.startswith(",", term[1]) and is_verb(text, predicate, term[0]):
        return None  # `Các phòng góp ý dự thảo trước ngày 15/12, gửi qua ...`: the term ends a duty of its own
    if _JOINT_END.search(left):  # `theo dõi, kiểm tra và định kỳ báo cáo`
        return owner_at(text, clause[0], term[0])[0]
    return _lone_owner(text, clause[0], term[0]) or (
        (clause[0], term[0] - len(left) + len(left.rstrip()))
        if len(left) <= _MOST_OWNER and "," not in left and owner_at(text, clause[0], term[0])[0]
        else None
    )


def _resumed(text: str, sentence: Span, clause: Span, term: Span) -> Duty | None:
    """A delivery told right after its term, another duty or a label before it.

    `Phòng Nội vụ theo dõi, hằng quý báo cáo Ủy ban`, `Chế độ báo cáo: trước ngày 20 hằng tháng các xã gửi ...`.
    """
    left = text[clause[0] : term[0]].rstrip(" (*")
    gap = _GAP.match(text, term[1], clause[1])
    start = gap.end() if gap else term[1]
    if not left.endswith((",", ":")) or _TIME_LABEL.match(left) or _GROUND.fullmatch(left + " "):
        return None
    named, predicate = owner_at(text, start, clause[1])
    delivers = _HANDS_OVER.match(text, start) is not None
    if not delivers and not (left.endswith(":") and named and is_verb(text, predicate, clause[1])):
        return None
    task = trimmed_task(text, max(start, predicate), _task_end(text, start, clause[1]))
    owner = named or _owner_before(text, sentence, clause, term[0])[0]
    return Duty(owner, task, receiver_in(text, *task) if task else None, "after", bare=task is None)


_GAP = regex.compile(r"[\s)*]+(?:phải\s|có\strách\snhiệm\s)?", regex.IGNORECASE)
_HANDS_OVER = regex.compile(r"(?<!\p{L})(?:gửi|gởi|nộp|báo\scáo|trình|thông\sbáo)(?!\p{L})", _FLAGS)
_JOINT_END = regex.compile(r"(?<!\p{L})(?:và|đồng\sthời)\s*$", _FLAGS)


# `Văn bản báo cáo của các đơn vị gửi về ...`: the owner stands inside the task
_PAPER_OF = regex.compile(
    r"(?:văn\sbản|báo\scáo|hồ\ssơ|danh\ssách|kế\shoạch|đăng\ský|ý\skiến|tham\sluận)[^,;.\n]{0,60}?\scủa\s"
    r"(?P<owner>(?:các|mỗi|từng)\s[^,;.\n]{3,60}?)\s(?=gửi|gởi|nộp|chuyển)",
    regex.IGNORECASE,
)


def _receiver(text: str, task: Span, term: Span, end: int) -> Span | None:
    found = receiver_in(text, *task)
    if found:
        return found
    after = _RECEIVER_AFTER.match(text, term[1], end)
    if after:  # `gửi trước ngày 20/5 về Sở Nội vụ`
        joined = receiver_in("gửi " + text[term[1] : end], 0, end - term[1] + 4)
        if joined:
            return joined[0] + term[1] - 4, joined[1] + term[1] - 4
    return None


def _after(text: str, sentence: Span, term: Span, owner: Span | None) -> Duty:
    """`Trước ngày ...: các đơn vị gửi ...`, `Sở Nội vụ định kỳ hằng quý báo cáo ...`."""
    sentence = (sentence[0], _task_end(text, term[1], sentence[1]))
    lead = _BEFORE_TASK.match(text, term[1], sentence[1])
    start = lead.end() if lead else term[1]
    found, predicate = owner_at(text, start, sentence[1])
    task = trimmed_task(text, max(predicate, start), sentence[1])
    return Duty(found or owner, task, receiver_in(text, *task) if task else None, "after", bare=task is None)


def _task_end(text: str, start: int, end: int) -> int:
    """Where a task that follows its term ends: before a clause that has a term of its own."""
    later = text.find(";", start, end)
    return later if later >= 0 and _OWN_TERM.search(text, later, end) else end


def _lone_owner(text: str, start: int, end: int) -> Span | None:
    """The owner where nothing else stands before the term: `Sở Nội vụ | định kỳ hằng quý`."""
    content = text[start:end]
    name = owner_of_heading(content.lstrip(" -–—+*•"))
    at = content.find(name) if name else -1
    return (start + at, start + at + len(name or "")) if at >= 0 else None
