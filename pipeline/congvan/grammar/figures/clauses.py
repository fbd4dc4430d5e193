"""How a figure is said in a duty: whose it is and what it counts, cut out of the clause around it; pure, on offsets.

Three shapes: a share before its population (`100% học sinh được tập huấn`), a rate before its figure (`tỷ lệ hộ dùng
nước sạch đạt 95%`), a count after its verb (`mỗi lớp đăng ký 02 bài`).
"""

from __future__ import annotations

from collections.abc import Sequence

from congvan.grammar.figures.clause_words import COPULAS, HAVE, JOINS, MODALS, SKIPPED, STRIVING
from congvan.grammar.figures.counted import Quantity, Span
from congvan.grammar.figures.cuts import UNIT_TAIL, WHOLES, Cut, subject_who
from congvan.grammar.figures.predicates import (
    adjoining_predicate,
    adjoins,
    noun_end,
    object_end,
    predicate_end,
    predicate_of,
    predicate_start,
)
from congvan.grammar.figures.rates import cut_rate, rate_start
from congvan.grammar.figures.subjects import each_after, elliptic_subject, label_of, subject_of
from congvan.grammar.figures.verbs import clause_before, copular_metric, governing, own_verb, subject_stop, verb_phrase
from congvan.grammar.wording import Word, Wording, keys, words_of

_RATE_CLASSES = ("money", "thing", "person", "body", "amount", "event", "unknown", "")
_TOWARDS = keys("đối với")
_BY_HOW_MUCH = keys(
    "ít nhất|tối thiểu|tối đa|không quá|thêm|bình quân|trung bình|hằng năm|hàng năm|mỗi năm|trên|hơn|dưới"
)
_ACTORS = ("person", "body", "event", "award")
_SERVICE = keys("công tác|kinh nghiệm|thâm niên|liên tục")
_OR_MORE = keys("trở lên|trở xuống")
_VAGUE = keys("thi đua|tích cực|phát huy|nâng cao|quyết tâm|nỗ lực|tự giác")
_COUNTABLE = keys(
    "tham gia bầu cử|đi bầu|đi bầu cử|tham gia|tham dự|đăng ký|đăng kí|ký cam kết|bỏ phiếu|tham gia đi bầu cử"
)
_CAUSES = keys(
    "vận động|tổ chức|chỉ đạo|yêu cầu|động viên|hướng dẫn|huy động|bố trí|cử|tạo điều kiện|khuyến khích|đề nghị|giao|"
    "hỗ trợ|giúp|giúp đỡ|đưa|phân công|mời|triển khai|quán triệt|thực hiện|tuyên truyền|duy trì|đăng ký|cam kết|"
    "thu hút|nâng|xây dựng|hoàn thành|tạo|đôn đốc"
)
_CHANGES = keys("kéo giảm|tăng|giảm|nâng|hạ|tăng thêm|cắt giảm|tiết giảm|rút ngắn")
_EACH = keys("mỗi|từng")
_MORE = keys("thêm|có thêm")
_IS, _TAKES = keys("là"), keys("chiếm")
_CLAUSE_MARKS = frozenset(',;:.()-–+|"“”')
_VISION = 200  # characters in which a later predicate that the figure can count is looked for


def cut_share(wording: Wording, begin: int, quantity: Quantity, end: int, following: int) -> Cut:
    """The clause of a percentage. `begin`, `end`: its clause; `following`: start of the next figure, or `end`."""
    text, before = wording.text, wording.between(begin, quantity.start)
    after = [
        w
        for w in wording.between(quantity.after, min(end, following))
        if w.key not in _OR_MORE or w.start >= quantity.end
    ]
    run = governing(before)
    if after and after[0].part == "modal" and run and before[run[1]].key in COPULAS:
        after = []  # `Thôn đạt 95% trở lên được tặng Giấy khen`: what follows is told of the village
    predicate = predicate_of(after)
    if quantity.change is not None and (predicate is None or (before and before[-1].key in _CHANGES)):
        return _cut_change(text, before, quantity, after)
    if after and after[0].part == "mark":
        predicate = None  # `là 4,2%, giảm ...`: the next predicate is not told of this share
    if predicate is None and quantity.counts == "share":
        predicate = _copula(after)
    if not predicate and after and (after[0].part == "verb" or predicate == 0):  # `trong đó 30% hoàn thành xuất sắc`
        metric = (after[0].start, predicate_end(after, 0))
        earlier = any(word.part == "figure" for word in before)  # then what is before belongs to an earlier figure
        population = None if earlier else subject_of(before, len(before))
        return Cut(population, metric, (after[0].key,), "share", quantity.start, metric[1])
    if predicate and _acts_on(before) and adjoins(text, quantity.after, after):
        predicate = None
    reached = _reached_whole(before, quantity, after)
    if reached is not None:
        return reached
    rate = rate_start(text, begin, quantity)
    if rate is not None and (predicate is None or not adjoins(text, quantity.after, after)):
        return cut_rate(wording, begin, rate, quantity, following)
    if predicate is None:
        return _cut_governed(text, before, quantity, after)
    metric = (predicate_start(after, predicate), predicate_end(after, predicate))
    if after[predicate].key in _VAGUE:
        metric = _countable(text, metric[1]) or metric
    population = (after[0].start, after[predicate - 1].end)
    return Cut(population, metric, _verbs(before), "share", quantity.start, metric[1])


def _acts_on(before: Sequence[Word]) -> bool:
    """Is the share the object of the verb before it (`khám 100% người có triệu chứng`), not who shall do something?

    After a verb that makes others act it is not: `vận động 100% hộ phân loại rác`.
    """
    run = governing(before)
    if run is None:
        return False
    verb, between = before[run[1]], before[run[1] + 1 :]
    if verb.support or verb.guessed or verb.key in _CAUSES or verb.key in COPULAS | HAVE | STRIVING:
        return False
    return not any(word.part in ("mark", "figure", "modal") or word.counts in ("person", "body") for word in between)


def _reached_whole(before: Sequence[Word], quantity: Quantity, after: Sequence[Word]) -> Cut | None:
    """`Mỗi thôn thu đạt 90% số phải thu`, `cán bộ nữ chiếm 1/3 số đại biểu`: whose share of a whole it is."""
    run = governing(before)
    if run is None or not after or after[0].key not in WHOLES or run[1] != len(before) - 1:
        return None
    first, last = run
    own = own_verb(before, first, last)
    subject = subject_who(before, subject_stop(before, first, own))
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
    rate = rate_start(wording.text, begin, quantity)
    if rate is not None and quantity.counts in _RATE_CLASSES:
        return cut_rate(wording, begin, rate, quantity, end)
    run, label = governing(before), label_of(before)
    elliptic = elliptic_subject(before, run[1]) if run is not None else None
    if elliptic is not None:
        before, run, label = before[elliptic:], None, None
    if run is None or label:
        subject = subject_of(before[: label or None], label or len(before), whole=label is not None)
        later = _told_after(wording, quantity, end) if subject is None and not label else None
        if later is not None:  # `trong đó 04 xã đạt chuẩn`
            return Cut(None, later[0], later[1], "count", quantity.start, later[0][1])
        if subject and quantity.comparator == "le" and not label and subject_who(before, len(before)) is None:
            return Cut(None, subject, (), "bare", subject[0], quantity.end)  # `học bổng loại Giỏi tối đa 20 suất`
        return Cut(subject, None, (), "bare", subject[0] if subject else quantity.start, quantity.end)
    return _cut_verbs(wording, before, run, quantity, end)


def _told_after(wording: Wording, quantity: Quantity, end: int) -> tuple[Span, tuple[str, ...]] | None:
    """What is told of the counted after them, and its verbs."""
    tail = wording.between(quantity.end, min(end, quantity.end + UNIT_TAIL))
    later = adjoining_predicate(tail, acts=quantity.counts in _ACTORS)
    if later is None:
        return None
    return later, tuple(word.key for word in wording.between(*later) if word.part == "verb")


def _cut_verbs(wording: Wording, before: Sequence[Word], run: Span, quantity: Quantity, end: int) -> Cut:
    first, last = run
    own = own_verb(before, first, last)
    each = each_after(before, last)
    if each is not None:
        return _cut_each(before, run, own, each, quantity)
    acting = own > first and before[own].key in HAVE and before[own - 1].part == "verb"  # `mỗi đội dự thi có ...`
    subject = subject_of(before, subject_stop(before, first, own), whole=acting)
    metric, finish, verbs = verb_phrase(before, own), quantity.end, _keys(before, first, last)
    if subject is None and _slows(before, own):
        metric = before[own - 1].start, metric[1]
    plain = {word.key for word in before[own : last + 1]}
    if plain <= COPULAS:
        metric, subject = copular_metric(before, own) or metric, None
    if plain <= HAVE | MODALS | _MORE:
        later = _told_after(wording, quantity, end)
        if later is not None:
            metric, finish, verbs = later[0], later[0][1], verbs + later[1]
    start = min(metric[0], quantity.start, subject[0] if subject else quantity.start)
    return Cut(subject, metric, verbs, "count", start, finish)


def _cut_each(before: Sequence[Word], run: Span, verb: int, each: int, quantity: Quantity) -> Cut:
    """`bố trí mỗi xã 01 đội`: the verb is what is done; `tổ chức 03 lớp, mỗi lớp 30 người`: it is another's."""
    subject = subject_of(before[each:], len(before) - each)
    if before[each - 1].part == "mark":
        return Cut(subject, None, (), "bare", before[each].start, quantity.end)
    metric = verb_phrase(before[:each], verb)
    return Cut(subject, metric, _keys(before, *run), "count", metric[0], quantity.end)


def _slows(before: Sequence[Word], verb: int) -> bool:
    """`Chậm nộp báo cáo không quá 02 lần`: an adjective that opens the clause belongs to its verb."""
    return verb > 0 and before[verb - 1].part == "adjective" and (verb == 1 or before[verb - 2].part == "mark")


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
    stop = object_end(after) if _acts_on(before) else noun_end(after)
    population = (after[0].start, stop) if adjoins(text, quantity.after, after) and stop > after[0].start else None
    finish = max(population[1] if population else 0, quantity.end)
    part = bool(after) and after[0].key in WHOLES
    if quantity.of is not None and quantity.unit is not None and not part:
        population = None  # `đạt 3/5 tiêu chí`: the counted is the unit
    # a verb before an earlier share governs that one
    earlier = next((i for i in range(len(before) - 1, -1, -1) if before[i].key == "%"), -1)
    before = before[earlier + 1 :]
    while earlier >= 0 and before and (before[0].key in _OR_MORE or before[0].part == "mark"):
        before = before[1:]  # `nữ từ 30% trở lên, | người ngoài Đảng 10%`
    run = governing(before)
    elliptic = elliptic_subject(before, run[1], told=earlier >= 0) if run is not None else None
    if elliptic is not None:
        before, run = before[elliptic:], None
    if run is None:
        subject = subject_of(before, len(before))
        who = None if population or label_of(before) else subject_who(before, len(before))
        if who is not None:  # `nữ không dưới 35%`
            return Cut(who, None, (), "bare", who[0], finish)
        return Cut(population, subject, (), "bare", subject[0] if subject else quantity.start, finish)
    first, last = run
    own = own_verb(before, first, last)
    metric: Span | None = verb_phrase(before, own)
    if before[last].key in _TAKES:  # `nguồn thu từ dịch vụ chiếm 25% tổng thu`
        comma = next((i for i in range(first - 1, -1, -1) if before[i].key == ","), None) if earlier >= 0 else None
        whose = subject_of(before[(comma or -1) + 1 : first], first - (comma or -1) - 1, whole=True)
        start = whose[0] if whose else before[last].start
        if whose is not None and any(word.key in WHOLES for word in before if word.start == whose[0]):
            return Cut(population, whose, (before[last].key,), "share", start, finish)  # `số hộ nghèo chiếm 5%`
        return Cut(whose, (before[last].start, before[last].end), (before[last].key,), "share", start, finish)
    if before[own].key in STRIVING:
        metric, population = None, population or subject_who(before, len(before))
    elif {word.key for word in before[own : last + 1]} <= COPULAS:
        who = _who_reaches(before, own)
        if who is not None:
            return Cut(who, metric, _keys(before, first, last), "share", who[0], finish)
        metric = copular_metric(before, own) or metric
    else:
        subject = subject_of(before, subject_stop(before, first, own))
        each = subject is not None and _is_each(before, subject)
        population = subject if population is None or each else population  # `Mỗi huyện dành 10% quỹ đất`
    start = min(span[0] for span in (metric, population, (quantity.start, 0)) if span)
    return Cut(population, metric, _keys(before, first, last), "share", start, finish)


def _is_each(words: Sequence[Word], subject: Span) -> bool:
    return any(word.key in _EACH for word in words if subject[0] <= word.start < subject[1])


def _cut_change(text: str, before: Sequence[Word], quantity: Quantity, after: Sequence[Word]) -> Cut:
    """`Số hộ nghèo giảm 2%`, `giảm 2% số hộ nghèo`: the metric is what grows or falls."""
    stop = noun_end(after)
    if adjoins(text, quantity.after, after) and stop > after[0].start:
        stop = max(stop, predicate_end(after, 0))  # `số hội viên tham gia bảo hiểm`
        start = before[-1].start if before and before[-1].part == "verb" else quantity.start
        return Cut(None, (after[0].start, stop), ("tăng",), "share", start, stop)
    last = next((i for i in range(len(before) - 1, -1, -1) if before[i].key in _CHANGES), len(before))
    metric = _changed(before, last) or clause_before(before, last, _CLAUSE_MARKS)
    return Cut(None, metric, ("tăng",), "rate", metric[0] if metric else quantity.start, quantity.end)


def _changed(before: Sequence[Word], verb: int) -> Span | None:
    """What is told between the verb and its figure (`giảm tỷ lệ chuyển tuyến ít nhất | 5%`)."""
    inside = list(before[verb + 1 :])
    while inside and (inside[-1].part == "mark" or inside[-1].key in SKIPPED | _BY_HOW_MUCH):
        inside.pop()
    if not inside or inside[0].part != "noun" or any(word.part in ("mark", "figure") for word in inside):
        return None
    return inside[0].start, inside[-1].end


def _who_reaches(before: Sequence[Word], verb: int) -> Span | None:
    """`riêng cán bộ, đảng viên đạt 100%`: people or bodies reach it; other subjects are what is measured."""
    return subject_who(before, verb) if before[verb].key in COPULAS else None


def cut_service(wording: Wording, quantity: Quantity, end: int) -> Cut | None:
    """Years of service (`cá nhân có từ 15 năm làm công tác hội đối với nam`), or None where none is told."""
    after = wording.between(quantity.end, min(end, quantity.end + UNIT_TAIL))
    stop = next((i for i, w in enumerate(after) if w.part in ("mark", "figure") or w.key in _TOWARDS), len(after))
    verb = next((i for i in range(stop) if after[i].part == "verb" or after[i].key in _SERVICE), None)
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
