"""How a figure is said in a duty: whose it is and what it counts, cut out of the clause around it; pure, on offsets.

Three shapes: a share before its population (`100% học sinh được tập huấn`), a rate before its figure (`tỷ lệ hộ dùng
nước sạch đạt 95%`), a count after its verb (`mỗi lớp đăng ký 02 bài`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from congvan.grammar.figures import Quantity, Span
from congvan.grammar.predicates import (
    COPULAS,
    HAVE,
    JOINS,
    MODALS,
    STRIVING,
    adjoining_predicate,
    adjoins,
    clause_before,
    copular_metric,
    governing,
    label_of,
    noun_end,
    own_verb,
    predicate_end,
    predicate_of,
    predicate_start,
    subject_of,
    subject_stop,
    verb_phrase,
)
from congvan.grammar.wording import Word, Wording, keys, words_of


@dataclass(frozen=True, slots=True)
class Cut:
    """What a clause says of a figure. Spans are half-open offsets or None; `verbs`: keys of the verbs that govern it.

    `shape`: `share`, `rate`, `count`, `bare` or `service`; `start`, `end`: the shortest stretch that shows it all;
    `whole`: a share of a number of people or things that is told after it (`10% số cán bộ`).
    """

    population: Span | None
    metric: Span | None
    verbs: tuple[str, ...]
    shape: str
    start: int
    end: int
    whole: bool = False


_RATE = regex.compile(
    r"(?<!\p{L})(?:(?:tỷ|tỉ)\s(?:lệ|suất|trọng)|số\slượng|tổng\s(?:số|doanh|thu|kim|giá|vốn|mức|đàn|diện|sản)|tốc\sđộ|"
    r"mức\sđộ|năng\ssuất|doanh\sthu|thu\snhập|số\sthu|kim\sngạch|sản\slượng|giá\strị|chỉ\ssố|mật\sđộ|"
    r"diện\stích)(?!\p{L})",
    regex.IGNORECASE,
)
# `Số vụ ...`, `Số hộ ...` is a rate where it opens the clause; elsewhere `số` is a part of other words.
_NUMBER_OF = regex.compile(
    r"[\W\d]*(?:(?:phấn\sđấu|giữ|duy\strì|đưa)\s)?(?P<rate>số\s(?!hóa|hoá|liệu|điểm))", regex.IGNORECASE
)
_PLAIN_RATE = regex.compile(r"(?:tỷ|tỉ)\s(?:lệ|suất|trọng)\s*|số\slượng\s*|tổng\ssố\s*", regex.IGNORECASE)
_PER_HEADS = regex.compile(
    r"(?:trên|/)\s?(?:một\s|1\s)?[\d.]+\s(?:dân|người|hộ|trẻ|lao\sđộng)", regex.IGNORECASE
)  # trên 10.000 dân
_AGE = regex.compile(r"\d+(?:\s*[-–]\s*\d+)?\s(?:tuổi|tháng|năm)")
# What stands between a rate and its figure and belongs to neither.
_RATE_TAIL = regex.compile(
    r"(?:[\s,:(]|(?<!\p{L})(?:phấn\sđấu|phải|đạt|chiếm|là|lên|còn|xuống|từ|được|ở|mức|tỷ\slệ|trên|dưới|tăng|giảm|"
    r"duy\strì|khoảng|nhiều\snhất|cao\snhất|bình\squân|ít\snhất|tối\sthiểu|tối\sđa|cần|đến|và|ước)(?!\p{L}))+\Z",
    regex.IGNORECASE,
)
_RATE_CLASSES = ("money", "thing", "person", "body", "amount", "event", "unknown", "")
_WHOLES = keys("số|tổng số|tổng|tổng đàn")
_DETERMINERS = keys("các|những|mỗi|từng|toàn bộ|tất cả")
_TOWARDS = keys("đối với")
_ACTORS = ("person", "body", "event", "award")
_PLACES = keys("tại|ở")
_PAPERS = keys("hồ sơ|biên bản|báo cáo|văn bản|quyết định|kế hoạch")
_RATED = ("person", "body", "thing")
_OR_MORE = keys("trở lên|trở xuống")
_VAGUE = keys("thi đua|tích cực|phát huy|nâng cao|quyết tâm|nỗ lực|tự giác")
_COUNTABLE = keys(
    "tham gia bầu cử|đi bầu|đi bầu cử|tham gia|tham dự|đăng ký|đăng kí|ký cam kết|bỏ phiếu|tham gia đi bầu cử"
)
_CHANGES = keys("kéo giảm|tăng|giảm|nâng|hạ|tăng thêm")
_IS = keys("là")
_CLAUSE_MARKS = frozenset(',;:.()-–+|"“”')
_VISION = 200  # characters in which a later predicate that the figure can count is looked for
_UNIT_TAIL = 120  # characters after a unit in which its own predicate begins


def cut_share(wording: Wording, begin: int, quantity: Quantity, end: int, following: int) -> Cut:
    """The clause of a percentage. `begin`, `end`: its clause; `following`: start of the next figure, or `end`."""
    text, before = wording.text, wording.between(begin, quantity.start)
    after = [
        w
        for w in wording.between(quantity.after, min(end, following))
        if w.key not in _OR_MORE or w.start >= quantity.end
    ]
    predicate = predicate_of(after)
    if quantity.change is not None and (predicate is None or (before and before[-1].key in _CHANGES)):
        return _cut_change(text, before, quantity, after)
    if predicate is None and quantity.counts == "share":
        predicate = _copula(after)
    if not predicate and after and (after[0].part == "verb" or predicate == 0):  # `trong đó 30% hoàn thành xuất sắc`
        metric = (after[0].start, predicate_end(after, 0))
        earlier = any(word.part == "figure" for word in before)  # then what is before belongs to an earlier figure
        population = None if earlier else subject_of(before, len(before))
        return Cut(population, metric, (after[0].key,), "share", quantity.start, metric[1])
    reached = _reached_whole(before, quantity, after)
    if reached is not None:
        return reached
    rate = _rate(text, begin, quantity)
    if rate is not None and (predicate is None or not adjoins(text, quantity.after, after)):
        return _cut_rate(wording, begin, rate, quantity, following)
    if predicate is None:
        return _cut_governed(text, before, quantity, after)
    metric = (predicate_start(after, predicate), predicate_end(after, predicate))
    if after[predicate].key in _VAGUE:
        metric = _countable(text, metric[1]) or metric
    population = (after[0].start, after[predicate - 1].end)
    return Cut(population, metric, _verbs(before), "share", quantity.start, metric[1])


def _reached_whole(before: Sequence[Word], quantity: Quantity, after: Sequence[Word]) -> Cut | None:
    """`Mỗi thôn thu đạt 90% số phải thu`, `cán bộ nữ chiếm 1/3 số đại biểu`: whose share of a whole it is."""
    run = governing(before)
    if run is None or not after or after[0].key not in _WHOLES or run[1] != len(before) - 1:
        return None
    first, last = run
    own = own_verb(before, first, last)
    subject = _subject_who(before, subject_stop(before, first, own))
    if subject is None or before[own].key in HAVE:
        return None
    return Cut(
        subject, verb_phrase(before, own), _keys(before, first, last), "share", subject[0], quantity.end, whole=True
    )


def _copula(after: Sequence[Word]) -> int | None:
    """Index of `là` where a share is told by it: `70% đảng viên mới là nữ`."""
    for i, word in enumerate(after):
        if word.key in _CLAUSE_MARKS and word.key != ",":
            return None
        if word.key in _IS:
            return i
    return None


def shares_metric(wording: Wording, quantity: Quantity, following: int) -> bool:
    """Does the noun phrase of a percentage end at the next figure without a predicate (`90% cán bộ, 50% công nhân`)?"""
    after = wording.between(quantity.end, following)
    if not after or after[-1].key not in JOINS:
        return False
    return predicate_of(after) is None and _copula(after) is None


def cut_count(wording: Wording, begin: int, quantity: Quantity, end: int) -> Cut:
    """The clause of a count: the verbs before it, their subject, and where these are empty the predicate after it."""
    before = wording.between(begin, quantity.start)
    rate = _rate(wording.text, begin, quantity)
    if rate is not None and quantity.counts in _RATE_CLASSES:
        return _cut_rate(wording, begin, rate, quantity, end)
    run, label = governing(before), label_of(before)
    if run is None or label:
        subject = subject_of(before[: label or None], label or len(before), whole=label is not None)
        if subject and quantity.comparator == "le" and not label and _subject_who(before, len(before)) is None:
            return Cut(None, subject, (), "bare", subject[0], quantity.end)  # `học bổng loại Giỏi tối đa 20 suất`
        return Cut(subject, None, (), "bare", subject[0] if subject else quantity.start, quantity.end)
    return _cut_verbs(wording, before, run, quantity, end)


def _cut_verbs(wording: Wording, before: Sequence[Word], run: Span, quantity: Quantity, end: int) -> Cut:
    first, last = run
    own = own_verb(before, first, last)
    subject = subject_of(before, subject_stop(before, first, own))
    metric, finish, verbs = verb_phrase(before, own), quantity.end, _keys(before, first, last)
    plain = {word.key for word in before[own : last + 1]}
    if plain <= COPULAS:
        metric, subject = copular_metric(before, own) or metric, None
    if plain <= HAVE | MODALS:
        tail = wording.between(quantity.end, min(end, quantity.end + _UNIT_TAIL))
        later = adjoining_predicate(tail, acts=quantity.counts in _ACTORS)
        if later is not None:
            metric, finish = later, later[1]
            verbs += tuple(word.key for word in wording.between(*later) if word.part == "verb")
    start = min(metric[0], quantity.start, subject[0] if subject else quantity.start)
    return Cut(subject, metric, verbs, "count", start, finish)


def _rate(text: str, begin: int, quantity: Quantity) -> int | None:
    """Start of the last rate word before a figure whose words run up to it, or None."""
    found = None
    for match in _RATE.finditer(text, begin, quantity.start):
        found = match
    start, end = (found.start(), found.end()) if found else (-1, -1)
    opening = _NUMBER_OF.match(text, begin, quantity.start)
    if opening and (found is None or _PER_HEADS.search(text, end, quantity.start) is None):
        start, end = opening.start("rate"), max(end, opening.end())
    if start < 0:
        return None
    if found and found.group().casefold() == "số lượng" and not text[end : quantity.start].strip():
        return start  # `Số lượng không quá 10% số cán bộ`
    between = _PER_HEADS.sub("", _AGE.sub("", text[end : quantity.start]))
    if not between.strip(" ,:(") or regex.search(r"[;:]|\d", between.rstrip(" :(")):
        return None
    return start


def _cut_rate(wording: Wording, begin: int, start: int, quantity: Quantity, following: int) -> Cut:
    tail = _RATE_TAIL.search(wording.text, start + 4, quantity.start)
    stop = tail.start() if tail else quantity.start
    words = wording.between(start, stop) or words_of(wording.text, start, stop)
    metric = (words[0].start, words[-1].end)
    owner = _owner_of_rate(wording.between(begin, start))
    if owner is not None:
        return Cut(owner, metric, ("đạt",), "rate", owner[0], quantity.end)
    plain = _PLAIN_RATE.match(wording.text, start, stop)
    noun = [word for word in words if plain and word.start >= plain.end()]
    verb = next((i for i, word in enumerate(noun) if word.part == "verb"), 0)
    closed = verb > 0 and verb == len(noun) - 1 and noun[verb].guessed  # `phiếu tán thành`: its complement
    place = next((i for i, word in enumerate(words) if i > 0 and word.key in _PLACES), None)
    if place is not None and plain is None and place + 1 < len(words):  # `chỉ số muỗi tại các ổ dịch`
        metric = (words[0].start, words[place - 1].end)
        return Cut((words[place + 1].start, words[-1].end), metric, ("đạt",), "rate", start, quantity.end)
    who = bool(noun) and noun[0].part == "noun" and not closed
    population = (noun[0].start, noun[verb - 1].end) if verb > 0 and who else None
    whole = _whole_of(wording, quantity, following) if population is None else None
    finish = whole[1] if whole else quantity.end
    return Cut(population or whole, metric, ("đạt",), "rate", start, finish, whole=whole is not None)


def _whole_of(wording: Wording, quantity: Quantity, following: int) -> Span | None:
    """Of what a share is told after it: `10% tổng số hội viên của chi hội`."""
    if quantity.counts != "share":
        return None
    after = wording.between(quantity.end, min(following, quantity.end + _UNIT_TAIL))
    if not after or after[0].key not in _WHOLES or not adjoins(wording.text, quantity.end, after):
        return None
    return after[0].start, noun_end(after)


def _owner_of_rate(before: Sequence[Word]) -> Span | None:
    """`Đơn vị có số lượng bài ...`: who has the rate."""
    if len(before) < 2 or before[-1].key not in HAVE:
        return None
    owner = subject_of(before, len(before) - 1)
    words = [word for word in before if owner and owner[0] <= word.start < owner[1]]
    return owner if words and words[0].counts in _RATED and words[0].key not in _PAPERS else None


def _countable(text: str, start: int) -> Span | None:
    """Of several predicates the one that a figure can count (`tham gia bầu cử`), up to the next comma."""
    line_end = text.find("\n", start, start + _VISION)
    words = words_of(text, start, line_end if line_end >= 0 else min(start + _VISION, len(text)))
    for i, word in enumerate(words):
        if word.key == ".":
            return None
        if word.key in _COUNTABLE:
            return word.start, predicate_end(words, i)
    return None


def _cut_governed(text: str, before: Sequence[Word], quantity: Quantity, after: Sequence[Word]) -> Cut:
    """A share without a predicate of its own: `giải ngân 100% kế hoạch vốn`, `hoàn thành 100%`."""
    stop = noun_end(after)
    population = (after[0].start, stop) if adjoins(text, quantity.after, after) and stop > after[0].start else None
    finish = max(population[1] if population else 0, quantity.end)
    run = governing(before)
    if run is None:
        subject = subject_of(before, len(before))
        return Cut(population, subject, (), "bare", subject[0] if subject else quantity.start, finish)
    first, last = run
    own = own_verb(before, first, last)
    metric: Span | None = verb_phrase(before, own)
    if before[own].key in STRIVING:
        metric = None
    elif {word.key for word in before[own : last + 1]} <= COPULAS:
        who = _who_reaches(before, own)
        if who is not None:
            return Cut(who, metric, _keys(before, first, last), "share", who[0], finish)
        metric = copular_metric(before, own) or metric
    elif population is None:
        population = subject_of(before, subject_stop(before, first, own))
    start = min(span[0] for span in (metric, population, (quantity.start, 0)) if span)
    return Cut(population, metric, _keys(before, first, last), "share", start, finish)


def _cut_change(text: str, before: Sequence[Word], quantity: Quantity, after: Sequence[Word]) -> Cut:
    """`Số hộ nghèo giảm 2%`, `giảm 2% số hộ nghèo`: the metric is what grows or falls."""
    stop = noun_end(after)
    if adjoins(text, quantity.after, after) and stop > after[0].start:
        if after[0].key in _WHOLES:
            stop = max(stop, predicate_end(after, 0))  # `số hội viên tham gia bảo hiểm`
        start = before[-1].start if before and before[-1].part == "verb" else quantity.start
        return Cut(None, (after[0].start, stop), ("tăng",), "share", start, stop)
    last = next((i for i in range(len(before) - 1, -1, -1) if before[i].key in _CHANGES), len(before))
    metric = clause_before(before, last, _CLAUSE_MARKS)
    return Cut(None, metric, ("tăng",), "rate", metric[0] if metric else quantity.start, quantity.end)


def _who_reaches(before: Sequence[Word], verb: int) -> Span | None:
    """`riêng cán bộ, đảng viên đạt 100%`: people or bodies reach it; other subjects are what is measured."""
    return _subject_who(before, verb) if before[verb].key in COPULAS else None


def _subject_who(before: Sequence[Word], stop: int) -> Span | None:
    """The subject where it is people or bodies."""
    subject = subject_of(before, stop)
    words = [word for word in before if subject and subject[0] <= word.start < subject[1]]
    while words and words[0].key in _DETERMINERS:
        words = words[1:]
    return subject if words and words[0].counts in ("person", "body") else None


def cut_name(wording: Wording, start: int, end: int) -> tuple[Span | None, Span]:
    """Population and metric in the name of a goal in a table: `Hồ sơ được số hóa`; `Tỷ lệ hộ nghèo` is all metric."""
    words = wording.between(start, end)
    rate = _RATE.match(wording.text, start, end) or _NUMBER_OF.match(wording.text, start, end)
    predicate = None if rate or not words or words[0].part != "noun" else predicate_of(words)
    if not predicate:
        return None, (start, end)
    return (words[0].start, words[predicate - 1].end), (predicate_start(words, predicate), end)


def cut_service(wording: Wording, quantity: Quantity, end: int) -> Cut | None:
    """Years of service (`cá nhân có từ 15 năm làm công tác hội đối với nam`), or None where none is told."""
    after = wording.between(quantity.end, min(end, quantity.end + _UNIT_TAIL))
    stop = next((i for i, w in enumerate(after) if w.part in ("mark", "figure") or w.key in _TOWARDS), len(after))
    verb = next((i for i in range(stop) if after[i].part == "verb"), None)
    served = (after[verb].start, after[stop - 1].end) if verb is not None else None
    whose = None
    if stop < len(after) and after[stop].key in _TOWARDS:
        tail = after[stop + 1 :]
        whose = (tail[0].start, noun_end(tail)) if tail and noun_end(tail) > tail[0].start else None
    if served is None and whose is None:
        return None
    finish = max(span[1] for span in (served, whose) if span)
    return Cut(whose, served, ("có",), "service", quantity.start, finish)


def _verbs(before: Sequence[Word]) -> tuple[str, ...]:
    run = governing(before)
    return _keys(before, *run) if run else ()


def _keys(before: Sequence[Word], first: int, last: int) -> tuple[str, ...]:
    return tuple(word.key for word in before[first : last + 1])
