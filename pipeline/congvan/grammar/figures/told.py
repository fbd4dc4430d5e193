"""What a sentence of a duty says of each of its figures, one after another; pure, on offsets.

A figure takes from the one before it what it leaves out: verb, subject, comparing word, population.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from congvan.datamodel.context import Context
from congvan.grammar.figures.clause_words import COPULAS, HAVE, LEADS
from congvan.grammar.figures.clauses import cut_count, cut_service, cut_share, shares_metric
from congvan.grammar.figures.counted import Quantity, Span
from congvan.grammar.figures.cuts import Cut
from congvan.grammar.figures.frames import after_lead
from congvan.grammar.figures.headings import ALLOTS
from congvan.grammar.figures.norms import is_norm
from congvan.grammar.figures.plan_tables import purpose_in
from congvan.grammar.figures.reached import is_condition, is_reached, lies_back
from congvan.grammar.figures.senses import COUNTED, is_foreign, is_measured_goal, is_per_unit, is_size
from congvan.grammar.wording import Wording, any_of, keys, words_of

_ROLL = any_of("danh sách|thành phần|số lượng|gồm")
_PART = any_of("trong đó|trong số đó")
_LEADING = regex.compile(r"(?:ít\snhất|tối\sthiểu|(?P<le>tối\sđa|không\squá))\s+(?=mỗi|từng|các)", regex.IGNORECASE)
_JOINT = regex.compile(r"[^.;:\d]{0,40}?(?:,|và|hoặc|hay|\+|/)\s*(?:cả\s|từ\s)?", regex.IGNORECASE)
_JOINT_SHARE = regex.compile(r"[^.;:\d]{0,80}?\s(?:và|hoặc)\s*", regex.IGNORECASE)
_PER_BODY = regex.compile(r"\s?/\s?(?P<who>(?:\d+\s)?\p{L}+(?:\s\p{L}+)?)(?=[,.;:)(\n]|\s(?:trở|trong|và)\s|\Z)")
_HEAD_BREAKS = keys(",|;|.|-")
_NEXT_ONE = regex.compile(r"[^.,;:\d]{0,80}?[,;(]\s*(?:(?:và|còn|riêng|trong\sđó)\s+)*", regex.IGNORECASE)
_FOR = regex.compile(r"\s*cho\s*", regex.IGNORECASE)
_COLON = regex.compile(r"\s*:\s*")
_ALLOTTED = ("phân bổ",)
_NEAR = 40  # characters before a figure in which the word right before it begins
REACH = 600  # characters on either side of a figure that can belong to its clause; keeps the cost linear
APART = any_of("riêng")
_CLAUSE_BREAK = regex.compile(
    r";|\||:(?=\s)|\(|(?<=[,\s(])(?=(?:trong\sđó|đồng\sthời)\b)|,\s*(?=(?:phấn\sđấu|đảm\sbảo|bảo\sđảm|riêng)\b)",
    regex.IGNORECASE,
)
_EACH_TIME = regex.compile(
    r"(?:bình\squân\s)?(?:mỗi|hằng|hàng)\s(?:năm|tháng|quý|tuần|ngày|học\skỳ|năm\shọc)\Z", regex.IGNORECASE
)

Said = tuple[Quantity, Cut]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the place in the document says of the figures there; `start`: where the block begins;
    `owner`: the body or group whose duties it tells; `seats`: the headings speak of who is to be elected;
    `bounds`: `ít nhất`, `không quá` set a duty here, as in decisions, which tell facts beside.
    """

    start: int
    criterion: bool
    goal: bool
    plan: bool
    allotted: bool
    year: str | None
    owner: Span | None
    seats: bool = False
    bounds: bool = True


def told(
    wording: Wording, context: Context, start: int, end: int, quantities: Sequence[Quantity], setting: Setting,
    listed: list[Cut], previous: Said | None, since: int,
) -> Iterator[Said]:  # fmt: skip
    """What a sentence says of each of its figures, those that are no duty left out.

    `since`: where it begins, with what stands before a semicolon.
    """
    text = wording.text
    waiting: list[Said] = []  # shares whose predicate stands after a later one
    nexts = _next_starts(text, start, end, quantities)
    for i, quantity in enumerate(quantities):
        low, high = max(start, quantity.at - REACH), min(end, quantity.end + REACH)
        timed = setting.criterion and quantity.counts == "time"
        if timed and not is_measured_goal(text, quantity, low, goal=False, criterion=True):
            previous = _served(wording, quantity, high, previous, setting)
            yield from [previous] if previous else []
            continue
        if _is_none(wording, context, max(since, quantity.at - REACH), low, high, quantity, setting):
            previous = None
            continue
        begin = _clause_start(text, low, quantity.start)
        begin = after_lead(text, context.mentions.dates_in(begin, quantity.start), begin, quantity.start)
        # `chỉ số PCI tăng 5 bậc` is told as a share is
        grows = quantity.change is not None and quantity.counts in ("score", "measure", "time")
        if quantity.counts != "share" and not grows:
            quantity, cut = _count(wording, begin, high, quantity, previous, setting.owner)
            cut = _allotted(text, low, quantity, cut, setting, listed)
            if waiting and quantity.comparator != "le" and cut.metric and cut.metric[0] >= quantity.after:
                yield from _told_together(waiting, cut)
                waiting = []
            previous = quantity, _per_body(text, quantity, _headed(wording, low, quantity, cut))
            yield previous
            continue
        following = min(nexts[i], high)
        cut = cut_share(wording, begin, replace(quantity, after=quantity.end) if grows else quantity, high, following)
        quantity, cut = _sharing(wording, previous, quantity, _part_of(text, previous, quantity, cut))
        own = cut.whole or cut.shape == "rate"
        if not own and following < high and shares_metric(wording, quantity, following):
            waiting.append((quantity, cut))
            continue
        yield from _told_together(waiting, cut)
        waiting = []
        previous = quantity, cut
        yield previous
    yield from waiting


def _told_together(waiting: Sequence[Said], cut: Cut) -> Iterator[Said]:
    """`82% chi hội, 90% chi đoàn và 15 câu lạc bộ đạt chuẩn`: what is told of the last is told of all."""
    return ((quantity, replace(one, metric=cut.metric, verbs=cut.verbs, end=cut.end)) for quantity, one in waiting)


def _is_none(
    wording: Wording, context: Context, since: int, start: int, end: int, quantity: Quantity, setting: Setting
) -> bool:
    """Is the figure nobody's duty: a price, a result, a condition, whose people somebody is?"""
    text = wording.text
    if is_foreign(text, quantity, start, end, goal=setting.goal, criterion=setting.criterion):
        return True
    if _tells_whose(wording, quantity, start) or is_norm(text, start, end, quantity):
        return True
    if setting.criterion:
        return lies_back(text, start, quantity, context.mentions.dates_in(start, end), context.issued_on)
    return is_condition(text, start, end, quantity) or is_reached(
        text, since, start, end, quantity,
        goal=setting.goal,
        words=wording.between(start, quantity.start),
        dates=context.mentions.dates_in(since, end),
        issued_on=context.issued_on,
    )  # fmt: skip


def _tells_whose(wording: Wording, quantity: Quantity, start: int) -> bool:
    """`đại diện lãnh đạo 02 cơ quan`: a bare count of bodies right after people tells whose people they are."""
    before = wording.between(max(start, quantity.start - _NEAR), quantity.start)
    return quantity.counts == "body" and not quantity.compared and bool(before) and before[-1].counts == "person"


def _served(wording: Wording, quantity: Quantity, end: int, previous: Said | None, setting: Setting) -> Said | None:
    """Years of service that an award asks for; `15 năm ... đối với nam, 12 năm đối với nữ` share what was done."""
    cut = cut_service(wording, quantity, end)
    years = (quantity.unit or "").casefold().startswith("năm")
    earlier = previous if previous is not None and previous[1].shape == "service" else None
    if cut is None or not years or (cut.metric is None and earlier is None):
        return None
    if earlier is not None and not quantity.compared:
        quantity = replace(quantity, comparator=earlier[0].comparator, compared=earlier[0].compared)
    metric = cut.metric or (earlier[1].metric if earlier else None)
    return quantity, replace(cut, metric=metric, population=cut.population or setting.owner)


def _sharing(wording: Wording, previous: Said | None, quantity: Quantity, cut: Cut) -> Said:
    """A share takes from the share before it what it leaves out: comparing word, what is done, what grows."""
    if previous is None:
        return quantity, cut
    text, (before, earlier) = wording.text, previous
    if cut.metric is None and quantity.change is not None:  # `đạt 120 triệu USD, tăng 8%`
        return quantity, replace(cut, metric=earlier.metric, start=min(cut.start, earlier.start))
    if before.counts != "share":
        return quantity, cut
    bare = cut.shape == "bare" or cut.metric is None or cut.metric[1] <= before.at
    if bare and _JOINT_SHARE.fullmatch(text, before.end, quantity.start):
        if not quantity.compared and before.compared:
            quantity = replace(quantity, comparator=before.comparator, compared=True)
        return quantity, replace(
            cut, metric=earlier.metric, verbs=earlier.verbs, start=min(cut.start, earlier.start), whole=earlier.whole
        )
    if cut.metric is None and cut.shape == "bare" and _goes_on_with(text, previous, quantity, cut):
        if not quantity.compared and before.compared:
            quantity = replace(quantity, comparator=before.comparator, compared=True)
        ends = [span[1] for span in (earlier.metric, earlier.population) if span]
        alone = earlier.shape == "rate" and len(set(ends)) == 1  # `tỷ lệ nữ 35%, người ngoài Đảng 10%`
        metric = None if alone else earlier.metric
        return quantity, replace(cut, metric=metric, verbs=earlier.verbs, shape=earlier.shape, follows=True)
    says = earlier.metric is not None and earlier.metric[0] > before.at  # `90% X có Y; riêng Z đạt 100%`
    if says and cut.population and set(cut.verbs) <= COPULAS and APART.search(text, before.end, quantity.start):
        return quantity, replace(cut, metric=earlier.metric, start=min(cut.start, earlier.start))
    return quantity, cut


def _next_starts(text: str, start: int, end: int, quantities: Sequence[Quantity]) -> list[int]:
    """For each figure where the next one begins that does not only tell a body's size; `end` after the last."""
    nexts, after = [], end
    for quantity in reversed(quantities):
        nexts.append(after)
        if not is_size(text, quantity, start) and quantity.counts != "time":
            after = quantity.start
    return nexts[::-1]


def _count(
    wording: Wording, begin: int, end: int, quantity: Quantity, previous: Said | None, owner: Span | None
) -> Said:
    """The clause of a count; a figure joined to the one before it shares its verb, subject and comparing word."""
    if previous is not None and _joined(wording, previous[0], quantity):
        before, shared = previous
        if not quantity.compared:
            quantity = replace(quantity, comparator=before.comparator)
        return quantity, replace(shared, end=quantity.end)
    if previous is not None and previous[1].verbs and _FOR.fullmatch(wording.text, previous[0].end, quantity.start):
        return quantity, replace(previous[1], end=quantity.end)  # `mở 04 lớp cho 120 lao động`
    text, cut = wording.text, cut_count(wording, begin, quantity, end)
    if cut.population and _EACH_TIME.match(text, *cut.population):
        cut = replace(cut, population=None)
    lead = _LEADING.match(text, *cut.population) if cut.population else None
    if lead and cut.population:  # `Tối thiểu mỗi giảng viên có 2 buổi`
        quantity = replace(quantity, comparator="le" if lead["le"] else "ge", compared=True)
        cut = replace(cut, population=(lead.end(), cut.population[1]))
    cut = _part_of(text, previous, quantity, cut)
    if previous is not None and _is_roll(text, previous, quantity, cut):  # `120 đại biểu, gồm 15 đại biểu ...`
        return quantity, replace(cut, population=None, metric=previous[1].metric, shape="listed")
    if previous is not None and _goes_on_with(text, previous, quantity, cut):
        if not quantity.compared and not _PART.search(text, previous[0].end, quantity.start):
            quantity = replace(quantity, comparator=previous[0].comparator, compared=previous[0].compared)
        told = previous[1]
        return quantity, replace(cut, metric=told.metric, verbs=told.verbs, shape="count", follows=True)
    if cut.population is None and cut.verbs:
        each = previous[1].population if previous is not None and is_per_unit(wording, previous[1]) else None
        cut = replace(cut, population=each or owner)
    return quantity, cut


def _goes_on_with(text: str, previous: Said, quantity: Quantity, cut: Cut) -> bool:
    """Does a figure only name who else does the same (`Khoa Mỏ hiến 350 đơn vị máu, Khoa Đò 150 đơn vị`)?"""
    before, told = previous
    if cut.verbs or cut.population is None or cut.metric is not None or not told.verbs or told.population is None:
        return False
    if quantity.unit is None and _COLON.fullmatch(text, cut.population[1], quantity.start):
        return False  # a line of an allotment
    if cut.population[0] < before.end or not _NEXT_ONE.fullmatch(text, before.end, cut.population[0]):
        return False
    units = [(one.unit or "").casefold().split() for one in (before, quantity)]
    return not units[1] or units[0][:1] == units[1][:1]


def _is_roll(text: str, previous: Said, quantity: Quantity, cut: Cut) -> bool:
    """Does a count share out the number of people told before it?"""
    before, told = previous
    rolls = told.shape in ("rate", "listed") and told.metric is not None and _ROLL.search(text, *told.metric)
    return bool(rolls) and set(cut.verbs) <= HAVE and before.counts == quantity.counts == "person"


def _joined(wording: Wording, before: Quantity, quantity: Quantity) -> bool:
    """Do two figures stand under one verb: only `và`, `hoặc` or a comma between them?"""
    if before.counts not in COUNTED and before.unit is not None:
        return False
    if not _JOINT.fullmatch(wording.text, before.end, quantity.start):
        return False
    return not any(word.part in ("verb", "modal") for word in wording.between(before.end, quantity.start))


def _part_of(text: str, previous: Said | None, quantity: Quantity, cut: Cut) -> Cut:
    """`..., trong đó có ít nhất 30% hoàn thành xuất sắc`: a part is a part of what the figure before it counts."""
    if previous is None or cut.population is not None:
        return cut
    says = quantity.counts == "share" and cut.metric is not None and cut.metric[0] >= quantity.after  # `, 50% là nữ`
    if not says and not _PART.search(text, previous[0].end, quantity.start):
        return cut
    return replace(cut, population=previous[1].population, start=previous[1].start)


def _headed(wording: Wording, start: int, quantity: Quantity, cut: Cut) -> Cut:
    """`Cử giáo viên dự thi: Trường Cồn 04 người, ...`: what each in the list does stands before its colon."""
    if cut.shape != "bare" or cut.population is None or cut.metric is not None or quantity.counts == "share":
        return cut
    before = wording.between(start, cut.population[0])
    if not before or before[-1].key != ":" or cut.population[0] >= quantity.start:
        return cut
    opens = next((i + 1 for i in range(len(before) - 2, -1, -1) if before[i].key in _HEAD_BREAKS), 0)
    verb = next((i for i in range(opens, len(before) - 1) if before[i].part == "verb"), None)
    purpose = purpose_in(wording.text, start, before[-1].start)
    if verb is None and purpose is None:
        return cut
    while verb is not None and verb + 1 < len(before) and before[verb].key in LEADS and before[verb + 1].part == "verb":
        verb += 1  # `Đề nghị cử giáo viên: ...`
    metric = purpose or (before[verb or 0].start, before[verb or 0].end)
    verbs = tuple(word.key for word in wording.between(*metric))
    return replace(cut, metric=metric, verbs=verbs, shape="count")


def _per_body(text: str, quantity: Quantity, cut: Cut) -> Cut:
    """`không quá 45 học sinh/lớp`: whose figure it is stands after the stroke."""
    per = _PER_BODY.match(text, quantity.end)
    if per is None:
        return cut
    words = [word for word in words_of(text, *per.span("who")) if word.part != "figure"]
    if not words or words[0].counts not in ("person", "body"):
        return cut
    if cut.population is not None and words[0].key in text[slice(*cut.population)].casefold():
        return cut  # `học sinh mất sách được hỗ trợ 01 bộ/học sinh`
    return replace(cut, population=per.span("who"), end=max(cut.end, per.end()))


def _allotted(text: str, start: int, quantity: Quantity, cut: Cut, setting: Setting, listed: list[Cut]) -> Cut:
    """A line of a list that shares out a quota (`Công đoàn cơ sở A: 02 cá nhân`) has the verb told before."""
    if cut.shape != "bare" or cut.population is None or not _COLON.fullmatch(text, cut.population[1], quantity.start):
        return cut
    if listed:
        return replace(cut, verbs=listed[-1].verbs, metric=listed[-1].metric, shape="listed")
    if setting.allotted or ALLOTS.search(text, start, cut.start):
        return replace(cut, verbs=_ALLOTTED, shape="listed")
    return cut


def _clause_start(text: str, start: int, stop: int) -> int:
    """Start of the clause of a figure: after the last hard break that leaves words before the figure."""
    begin = start
    for match in _CLAUSE_BREAK.finditer(text, start, stop):
        bare = not any(letter.isalpha() for letter in text[match.end() : stop])
        if match.group() == "(" and text[begin:stop].rstrip().endswith(")"):
            continue  # `trẻ tuổi (dưới 40 tuổi) không dưới 15%`
        if not (bare and match.group().strip() in (":", "(")):
            begin = match.end()
    return begin
