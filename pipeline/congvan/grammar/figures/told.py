"""What a sentence of a duty says of each of its figures, one after another; pure, on offsets.

A figure takes from the one before it what it leaves out: verb, subject, comparing word, population.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from congvan.datamodel.context import Context
from congvan.grammar.figures.clauses import cut_count, cut_service, cut_share, shares_metric
from congvan.grammar.figures.counted import Quantity, Span
from congvan.grammar.figures.cuts import Cut
from congvan.grammar.figures.frames import after_lead
from congvan.grammar.figures.headings import ALLOTS
from congvan.grammar.figures.norms import is_norm
from congvan.grammar.figures.reached import is_condition, is_reached, lies_back
from congvan.grammar.figures.senses import is_foreign, is_measured_goal, is_per_unit, is_size
from congvan.grammar.figures.sharing import (
    COLON,
    PART,
    Said,
    goes_on_with,
    headed,
    is_joined,
    is_roll,
    part_of,
    per_body,
    sharing,
    told_together,
)
from congvan.grammar.wording import Wording

_LEADING = regex.compile(r"(?:ít\snhất|tối\sthiểu|(?P<le>tối\sđa|không\squá))\s+(?=mỗi|từng|các)", regex.IGNORECASE)
_FOR = regex.compile(r"\s*cho\s*", regex.IGNORECASE)
_ALLOTTED = ("phân bổ",)
_NEAR = 40  # characters before a figure in which the word right before it begins
REACH = 600  # characters on either side of a figure that can belong to its clause; keeps the cost linear
_CLAUSE_BREAK = regex.compile(
    r";|\||:(?=\s)|\(|(?<=[,\s(])(?=(?:trong\sđó|đồng\sthời)\b)|,\s*(?=(?:phấn\sđấu|đảm\sbảo|bảo\sđảm|riêng)\b)",
    regex.IGNORECASE,
)
_EACH_TIME = regex.compile(
    r"(?:bình\squân\s)?(?:mỗi|hằng|hàng)\s(?:năm|tháng|quý|tuần|ngày|học\skỳ|năm\shọc)\Z", regex.IGNORECASE
)


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
                yield from told_together(waiting, cut)
                waiting = []
            previous = quantity, per_body(text, quantity, headed(wording, low, quantity, cut))
            yield previous
            continue
        following = min(nexts[i], high)
        cut = cut_share(wording, begin, replace(quantity, after=quantity.end) if grows else quantity, high, following)
        quantity, cut = sharing(wording, previous, quantity, part_of(text, previous, quantity, cut))
        own = cut.whole or cut.shape == "rate"
        if not own and following < high and shares_metric(wording, quantity, following):
            waiting.append((quantity, cut))
            continue
        yield from told_together(waiting, cut)
        waiting = []
        previous = quantity, cut
        yield previous
    yield from waiting


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
    if previous is not None and is_joined(wording, previous[0], quantity):
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
    cut = part_of(text, previous, quantity, cut)
    if previous is not None and is_roll(text, previous, quantity, cut):  # `120 đại biểu, gồm 15 đại biểu ...`
        return quantity, replace(cut, population=None, metric=previous[1].metric, shape="listed")
    if previous is not None and goes_on_with(text, previous, quantity, cut):
        if not quantity.compared and not PART.search(text, previous[0].end, quantity.start):
            quantity = replace(quantity, comparator=previous[0].comparator, compared=previous[0].compared)
        told = previous[1]
        return quantity, replace(cut, metric=told.metric, verbs=told.verbs, shape="count", follows=True)
    if cut.population is None and cut.verbs:
        each = previous[1].population if previous is not None and is_per_unit(wording, previous[1]) else None
        cut = replace(cut, population=each or owner)
    return quantity, cut


def _allotted(text: str, start: int, quantity: Quantity, cut: Cut, setting: Setting, listed: list[Cut]) -> Cut:
    """A line of a list that shares out a quota (`Công đoàn cơ sở A: 02 cá nhân`) has the verb told before."""
    if cut.shape != "bare" or cut.population is None or not COLON.fullmatch(text, cut.population[1], quantity.start):
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
