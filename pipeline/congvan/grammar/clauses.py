"""How a figure is said in a duty: whose it is and what it counts, cut out of the clause around it; pure, on offsets.

Three shapes: a share before its population (`100% học sinh được tập huấn`), a rate before its figure (`tỷ lệ hộ dùng
nước sạch đạt 95%`), a count after its verb (`mỗi lớp đăng ký 02 bài`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from congvan.grammar.figures import Quantity
from congvan.grammar.wording import Word, keys, words_of

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cut:
    """What a clause says of a figure. Spans are half-open offsets or None; `verbs`: the keys of the verbs that govern
    the figure; `shape`: `share`, `rate`, `count` or `bare`; `start`, `end`: the shortest stretch that shows it all.
    """

    population: Span | None
    metric: Span | None
    verbs: tuple[str, ...]
    shape: str
    start: int
    end: int


_RATE = regex.compile(
    r"(?<!\p{L})(?:(?:đạt\s)?(?:tỷ|tỉ)\s(?:lệ|suất|trọng)|số\slượng|tổng\s(?:số|doanh|thu|kim)|tốc\sđộ|mức\sđộ|năng\ssuất|"
    r"chỉ\ssố|doanh\sthu|thu\snhập|số\sthu)(?!\p{L})",
    regex.IGNORECASE,
)
# What stands between a rate and its figure and belongs to neither.
_RATE_TAIL = regex.compile(
    r"(?:[\s,:(]|(?<!\p{L})(?:phấn\sđấu|phải|đạt|chiếm|là|lên|còn|xuống|từ|được|ở|mức|tỷ\slệ|trên|dưới|tăng|giảm|"
    r"duy\strì|khoảng|nhiều\snhất|cao\snhất|bình\squân|ít\snhất|tối\sthiểu|tối\sđa|cần|đến|và|ước)(?!\p{L}))+\Z",
    regex.IGNORECASE,
)
_PURPOSE = keys("để|nhằm|góp phần|nhân dịp|chào mừng|theo|trong đó|so với|bằng|khi|nếu|trước|vào|mà|do|từ|đến|trong năm|hằng năm|hàng năm")
_DUE_WORDS = keys("trước|vào|hằng năm|hàng năm|hằng tháng|hàng tháng")
_BINDING = keys("phải|đều|phải được|đều được")
_DROPPED = keys("phải|được|cần|sẽ|đều|nên|phải được|cần được|được phép|chỉ được|có thể|có trách nhiệm")
_SKIPPED = keys("là|từ|khoảng|dự kiến|đến|cho|tới|với|bằng|tỷ lệ")
_JOINS = keys(",|và|hoặc|hay|là|;|gồm")
_VAGUE = keys("thi đua|tích cực|phát huy|nâng cao|quyết tâm|nỗ lực|tự giác")
_COUNTABLE = keys("tham gia bầu cử|đi bầu|đi bầu cử|tham gia|tham dự|đăng ký|đăng kí|ký cam kết|bỏ phiếu|tham gia đi bầu cử")
_EACH = keys("mỗi|từng")
_DO = keys("do")
_HAVE = keys("có|gồm|gồm có|bao gồm")
_STRIVING = keys("phấn đấu|quyết tâm|tiếp tục")
_GOALS = keys("mục tiêu|chỉ tiêu")
_LEADS = keys("riêng|trong đó|đối với|đề nghị|yêu cầu|phấn đấu|vận động|động viên|và|hoặc|thì|với|để|cho|tại|ở|nếu|các nội dung|cụ thể|hay|nhằm|chỉ đạo|đến|tới|của|tiếp tục|mục tiêu|chỉ tiêu")
_VISION = 200  # characters in which a later predicate that the figure can count is looked for


def cut_share(text: str, begin: int, quantity: Quantity, end: int, following: int) -> Cut:
    """The clause of a percentage. `begin`, `end`: its clause; `following`: start of the next figure, or `end`."""
    before = words_of(text, begin, quantity.start)
    rate = _rate(text, begin, quantity)
    after = words_of(text, quantity.end, min(end, following))
    predicate = _predicate(after)
    if quantity.change is not None and predicate is None:
        return _cut_change(text, before, quantity, after)
    if predicate is None and after and after[0].part == "verb":
        metric = (after[0].start, _predicate_end(after, 0))
        return Cut(_subject(text, before, len(before)), metric, (after[0].key,), "share", quantity.start, metric[1])
    if rate is not None and (predicate is None or not _adjoins(text, quantity.end, after)):
        return _cut_rate(text, begin, rate, quantity)
    if predicate is not None and predicate > 0:
        stop = _predicate_end(after, predicate)
        subject = _trimmed(text, quantity.end, after[predicate].start)
        metric = (after[predicate].start, stop)
        if after[predicate].key in _VAGUE:
            metric = _countable(text, metric[1], end) or metric
        return Cut(subject, metric, _governing(before)[0], "share", quantity.start, metric[1])
    return _cut_governed(text, before, quantity, after)


def shared_metric(text: str, quantity: Quantity, following: int) -> bool:
    """Does the noun phrase of a percentage end at the next figure without a predicate (`90% cán bộ, 50% công nhân`)?"""
    after = words_of(text, quantity.end, following)
    return bool(after) and _predicate(after) is None and after[-1].key in _JOINS


def cut_count(text: str, begin: int, quantity: Quantity, end: int) -> Cut:
    """The clause of a count: the verbs before it, their subject, and where these are empty the predicate after it."""
    before = words_of(text, begin, quantity.start)
    rate = _rate(text, begin, quantity)
    if rate is not None and quantity.counts in ("money", "thing", "person", "body"):
        return _cut_rate(text, begin, rate, quantity)
    verbs, first, last = _governing(before)
    label = _label(before)
    if not verbs or label:
        subject = _subject(text, before[: label or None], label or len(before), whole=label is not None)
        start = subject[0] if subject else quantity.start
        return Cut(subject, None, (), "bare", start, quantity.end)
    own = _own_verb(before, first, last)
    subject = _subject(text, before, _run_start(before, first, own))
    metric = _metric_before(text, before, own, quantity.start)
    finish = quantity.end
    run = [w.key for w in before[own : last + 1]]
    if all(v in _COPULAS for v in run):
        metric = _copular_metric(text, before, own) or metric
        subject = None
    if all(v in _HAVE or v in _DROPPED for v in run):
        later = _adjoining_predicate(text, quantity.end, end)
        if later is not None:
            metric, finish = later, later[1]
    start = min(s[0] for s in (subject, metric, (quantity.start, 0)) if s)
    return Cut(subject, metric, verbs, "count", start, finish)


def _label(before: Sequence[Word]) -> int | None:
    """Words of the label in `Cụm các doanh nghiệp có vốn Nhà nước: 02`: no verb begins or ends it; None for others."""
    if len(before) < 2 or before[-1].key != ":" or before[-2].part in ("verb", "modal"):
        return None
    first = next((w for w in before if w.part != "mark"), None)
    return None if first is None or first.part == "verb" else len(before) - 1


def _rate(text: str, begin: int, quantity: Quantity) -> int | None:
    """Start of the last rate word before a figure whose words run up to it, or None."""
    found = None
    for match in _RATE.finditer(text, begin, quantity.start):
        found = match
    if found is None or regex.search(r"[;:]|\d", text[found.end() : quantity.start].rstrip(" :(")):
        return None
    if not text[found.end() : quantity.start].strip(" ,:("):
        return None
    start = found.start()
    return start + len(found.group()) - len(found.group()[4:].lstrip()) if found.group().casefold().startswith("đạt") else start


def _cut_rate(text: str, begin: int, start: int, quantity: Quantity) -> Cut:
    tail = _RATE_TAIL.search(text, start + 4, quantity.start)
    stop = tail.start() if tail else quantity.start
    metric = _trimmed(text, start, stop)
    words = words_of(text, start, stop)
    head = next((i for i, w in enumerate(words) if i > 0 and not w.part == "noun" and w.part == "verb"), None)
    skip = regex.match(r"(?:tỷ|tỉ) (?:lệ|suất|trọng)\s*|số lượng\s*|tổng số\s*", text[start:stop], regex.IGNORECASE)
    population = None
    owner = _owner_of_rate(text, begin, start)
    if owner is not None:
        return Cut(owner, metric, ("đạt",), "rate", owner[0], quantity.end)
    if skip and head is not None and words[head].start > start + skip.end():
        population = _trimmed(text, start + skip.end(), words[head].start)
    return Cut(population, metric, ("đạt",), "rate", start, quantity.end)


def _owner_of_rate(text: str, begin: int, start: int) -> Span | None:
    """`Đơn vị có số lượng bài ...`: who has the rate."""
    before = words_of(text, begin, start)
    if len(before) < 2 or before[-1].key not in _HAVE:
        return None
    return _subject(text, before, len(before) - 1)


def _adjoins(text: str, at: int, after: Sequence[Word]) -> bool:
    """Does a noun phrase follow the figure at once (not a mark, not a link)?"""
    return bool(after) and after[0].part not in ("mark", "link") and text[at : after[0].start].isspace()


def _predicate(after: Sequence[Word]) -> int | None:
    """Index of the first word of the predicate after a share's noun phrase, or None."""
    depth, found = 0, None
    for i, word in enumerate(after):
        depth += (word.key == "(") - (word.key == ")")
        if depth < 0:
            break
        if depth > 0:
            continue
        if word.key in (";", ".", ":", "|") or (word.key in _PURPOSE and found is None):
            if word.key == ";" and found is None and any(w.key in _BINDING for w in after[i:]):
                continue
            break
        if found is not None and (word.key == "," or word.part == "link"):
            break
        if word.key in _BINDING:
            return i
        if found is None and word.part in ("verb", "modal") and i > 0 and not _relative(after, i):
            found = i
    if found is not None and after[found].key not in _BINDING:
        binding = next((i for i, w in enumerate(after) if w.key in _BINDING and i > found), None)
        if binding is not None and not any(w.key in (",", "để") for w in after[found:binding]):
            return binding
    return found


def _relative(after: Sequence[Word], i: int) -> bool:
    """`doanh nghiệp có từ 20 lao động trở lên ...`: a verb before a figure that narrows the noun."""
    nearby = after[i + 1 : i + 4]
    return after[i].key in _HAVE and any(w.part == "figure" for w in nearby)


def _predicate_end(after: Sequence[Word], predicate: int) -> int:
    """End of the predicate: up to a comma, a bracket, a purpose, a day, or `và` before another verb."""
    end = after[predicate].end
    for i in range(predicate + 1, len(after)):
        word = after[i]
        if word.key in (";", ".", ":", "(", ")", "-", "–", "|") or word.key in _STOP_LINKS:
            break
        if word.key == ",":
            if not _goes_on(after, i):
                break
            continue
        joined = word.key in _JOINED and i + 1 < len(after) and after[i + 1].part in ("verb", "modal")
        if joined:
            break
        end = word.end
    return end


def _goes_on(after: Sequence[Word], comma: int) -> bool:
    """Does a comma inside a predicate join plain nouns (`đảm bảo trật tự, kỷ cương`), not another predicate?"""
    syllables = 0
    for word in after[comma + 1 :]:
        if word.key in (",", ";", ".") or word.key in _JOINED or word.key in _STOP_LINKS:
            break
        if word.part in ("verb", "modal", "adjective", "figure", "mark", "link"):
            return False
        syllables += word.key.count(" ") + 1
    return 0 < syllables <= _LISTED_SYLLABLES and after[comma - 1].part in ("noun", "")


_LISTED_SYLLABLES = 5  # a member of a list of nouns is short; a new predicate is not
_JOINED = keys("và|hoặc")
_STOP_LINKS = keys("theo|nhằm|góp phần|nhân dịp|trong đó|so với|trước|hằng năm|hàng năm|chào mừng")


def _countable(text: str, start: int, end: int) -> Span | None:
    """Of several predicates the one that a figure can count (`tham gia bầu cử`), up to the next comma."""
    stop = text.find("\n", start)
    words = words_of(text, start, min(start + _VISION, stop if stop > 0 else len(text)))
    for i, word in enumerate(words):
        if word.key in (".",):
            return None
        if word.key in _COUNTABLE:
            return word.start, _predicate_end(words, i)
    return None


def _cut_governed(text: str, before: Sequence[Word], quantity: Quantity, after: Sequence[Word]) -> Cut:
    """A share without a predicate of its own: `giải ngân 100% kế hoạch vốn`, `hoàn thành 100%`."""
    verbs, first, last = _governing(before)
    noun_end = _noun_end(after)
    adjoined = _adjoins(text, quantity.end, after)
    population = _trimmed(text, quantity.end, noun_end) if adjoined and noun_end > quantity.end else None
    finish = population[1] if population else quantity.end
    if not verbs:
        subject = _subject(text, before, len(before))
        metric = subject if population or subject is None else subject
        start = metric[0] if metric else quantity.start
        return Cut(population, metric, (), "bare", start, finish)
    own = _own_verb(before, first, last)
    subject = _subject(text, before, _run_start(before, first, own))
    metric = _metric_before(text, before, own, quantity.start)
    if all(w.key in _COPULAS for w in before[own : last + 1]):
        metric = _copular_metric(text, before, own) or metric
    elif population is None:
        population = subject
    start = min(s[0] for s in (metric, (quantity.start, 0)) if s)
    if population and population[0] < start:
        start = population[0]
    return Cut(population, metric, verbs, "share", start, finish)


def _cut_change(text: str, before: Sequence[Word], quantity: Quantity, after: Sequence[Word]) -> Cut:
    """`Số hộ nghèo giảm 2%`, `giảm 2% số hộ nghèo`: the metric is what grows or falls."""
    noun_end = _noun_end(after)
    if _adjoins(text, quantity.end, after) and noun_end > quantity.end:
        metric = _trimmed(text, quantity.end, noun_end)
        verb = before[-1].start if before and before[-1].part == "verb" else quantity.start
        return Cut(None, metric, ("tăng",), "share", verb, noun_end)
    last = next((i for i in range(len(before) - 1, -1, -1) if before[i].key in _CHANGES), len(before))
    first = next((i for i in range(last - 1, -1, -1) if before[i].part == "mark" or before[i].key in _STRIVING), -1) + 1
    while first < last and before[first].key in _LEADS:
        first += 1
    metric = (before[first].start, before[last - 1].end) if first < last else None
    return Cut(None, metric, ("tăng",), "rate", metric[0] if metric else quantity.start, quantity.end)


_CHANGES = keys("tăng|giảm|nâng|hạ|tăng thêm")


def _copular_metric(text: str, before: Sequence[Word], verb: int) -> Span | None:
    """`Thu ngân sách trên địa bàn đạt ...`: what stands before the copula is what is counted."""
    stop = verb
    while stop > 0 and (before[stop - 1].part in ("modal", "mark") or before[stop - 1].key in _STRIVING):
        stop -= 1
    first = next((i for i in range(stop - 1, -1, -1) if before[i].key in _BREAKS), -1) + 1
    while first < stop and (before[first].key in _LEADS or before[first].part == "mark"):
        first += 1
    return (before[first].start, before[stop - 1].end) if first < stop else None


_COPULAS = keys("đạt|chiếm|phải đạt|đạt được")
_BREAKS = frozenset(",;:.(-–+|")  # marks that end a clause; a cell's bar too


def _noun_end(after: Sequence[Word]) -> int:
    """End of a noun phrase without a predicate."""
    end = after[0].start if after else 0
    for i, word in enumerate(after):
        if word.key in (";", ".", ":", "(", ")", "|") or word.key in _PURPOSE or word.part == "modal":
            break
        if word.key == "," and (i + 1 >= len(after) or not after[i + 1].counts):
            break
        if word.part == "verb":
            break
        if word.key not in _JOINS:
            end = word.end
    return end


def _governing(before: Sequence[Word]) -> tuple[tuple[str, ...], int, int]:
    """The last run of verbs before a figure: keys, index of its first and last word; ((), -1, -1) where none."""
    last = next((i for i in range(len(before) - 1, -1, -1) if before[i].part == "verb"), -1)
    if last < 0 or any(w.key in (";", ".") for w in before[last:]):
        return (), -1, -1
    first = last
    while first > 0 and before[first - 1].part in ("verb", "modal"):
        first -= 1
    run = tuple(w.key for w in before[first : last + 1])
    return (run, first, last) if any(before[i].part == "verb" for i in range(first, last + 1)) else ((), -1, -1)


def _own_verb(before: Sequence[Word], first: int, last: int) -> int:
    """Drops leading modals, support verbs and the verb of a `do ...` clause from a run of verbs."""
    if first < last and _in_clause(before, first):
        first += 1
    first = max([first, *(i + 1 for i in range(first, last) if before[i].key in _GOALS)])
    asked = first == 0 or before[first - 1].part == "mark"  # `Đề nghị ...` opens the clause: it asks, it is not the duty
    while first < last and (before[first].part == "modal" or before[first].key in (_LEADS if asked else _STRIVING)):
        first += 1
    return first


def _run_start(before: Sequence[Word], first: int, own: int) -> int:
    """Where the subject of a run of verbs ends: before its modals; after the verb of a `do ...` clause."""
    return first + 1 if first < own and _in_clause(before, first) else first


def _subject(text: str, before: Sequence[Word], stop: int, *, whole: bool = False) -> Span | None:
    """The noun phrase that ends at word `stop`: back to a verb (unless `whole`) or a hard mark, without lead words."""
    first, depth = stop, 0
    while first > 0:
        word = before[first - 1]
        if word.key == ")":
            depth += 1
        elif word.key == "(" and depth:
            depth -= 1
        elif not depth and (word.key in (";", ":", "(", ".", "-", "–", "+", "|") or (
            word.part == "verb" and not whole and not _in_clause(before, first - 1)
        )):
            break
        first -= 1
    while first < stop and (before[first].part in ("mark", "modal") or before[first].key in _LEADS):
        first += 1
    while stop > first and (before[stop - 1].part in ("mark", "modal") or before[stop - 1].key in _SKIPPED or before[stop - 1].key in _JOINS):
        stop -= 1
    if first >= stop or _is_object(before, first):
        return None
    if any(w.part == "figure" for w in before[first:stop]):  # an earlier figure's clause ends before `mỗi`
        first = next((i for i in range(stop - 1, first, -1) if before[i].key in _EACH), first)
    return before[first].start, before[stop - 1].end


def _is_object(before: Sequence[Word], first: int) -> bool:
    """`Lập danh sách gửi về ...`: a noun right after a plain verb is its object, not the subject of the next verb."""
    ahead = before[first - 1] if first else None
    return ahead is not None and ahead.part == "verb" and not ahead.support and ahead.key not in _LEADS


def _in_clause(before: Sequence[Word], i: int) -> bool:
    """Is this verb inside `do ... thành lập`, which belongs to the noun?"""
    for word in reversed(before[max(0, i - 6) : i]):
        if word.key in _DO:
            return True
        if word.part in ("verb", "mark"):
            return False
    return False


def _metric_before(text: str, before: Sequence[Word], first: int, stop: int) -> Span | None:
    last = len(before)
    while last > first + 1 and (before[last - 1].part == "mark" or before[last - 1].key in _SKIPPED or before[last - 1].part == "modal"):
        last -= 1
    if any(w.part == "figure" for w in before[first:last]):  # an earlier figure under the same verb
        last = next(i for i in range(first, last + 1) if i == last or before[i].part not in ("verb", "modal")) or last
    for i in range(first + 1, last):  # `tổ chức đào tạo nghề cho cán bộ thôn`: the figure's verb ends before a mark
        if before[i].key in (",", ";", ":"):
            last = next((k for k in range(first, i) if before[k].part not in ("verb", "modal")), i) or i
            break
    return before[first].start, before[last - 1].end


def _adjoining_predicate(text: str, start: int, end: int) -> Span | None:
    """A predicate right after the unit: `02 buổi/tháng gặp trực tiếp sinh viên`, `01 giáo viên được cử làm ...`."""
    words = words_of(text, start, min(end, start + 120))
    for i, word in enumerate(words[:5]):
        if word.key in (",", ";", ".", "(") or word.part == "link":
            return None
        if word.part == "verb":
            return word.start, _predicate_end(words, i)
    return None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in " \n\t,;:.(-–":
        start += 1
    while end > start and text[end - 1] in " \n\t,;:.(-–":
        end -= 1
    return (start, end) if start < end else None
