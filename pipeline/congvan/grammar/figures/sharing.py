"""What a figure takes from the one before it, from the head of its list, from the stroke after it; pure, on offsets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from congvan.grammar.figures.clause_words import COPULAS, HAVE, LEADS
from congvan.grammar.figures.counted import Quantity
from congvan.grammar.figures.cuts import Cut
from congvan.grammar.figures.plan_tables import purpose_in
from congvan.grammar.figures.senses import COUNTED
from congvan.grammar.wording import Wording, any_of, keys, words_of

APART = any_of("riêng")
_ROLL = any_of("danh sách|thành phần|số lượng|gồm")
PART = any_of("trong đó|trong số đó")
_JOINT = regex.compile(r"[^.;:\d]{0,40}?(?:,|và|hoặc|hay|\+|/)\s*(?:cả\s|từ\s)?", regex.IGNORECASE)
_JOINT_SHARE = regex.compile(r"[^.;:\d]{0,80}?\s(?:và|hoặc)\s*", regex.IGNORECASE)
_PER_BODY = regex.compile(r"\s?/\s?(?P<who>(?:\d+\s)?\p{L}+(?:\s\p{L}+)?)(?=[,.;:)(\n]|\s(?:trở|trong|và)\s|\Z)")
_HEAD_BREAKS = keys(",|;|.|-")
_NEXT_ONE = regex.compile(r"[^.,;:\d]{0,80}?[,;(]\s*(?:(?:và|còn|riêng|trong\sđó)\s+)*", regex.IGNORECASE)
COLON = regex.compile(r"\s*:\s*")

Said = tuple[Quantity, Cut]


def told_together(waiting: Sequence[Said], cut: Cut) -> Iterator[Said]:
    """`82% chi hội, 90% chi đoàn và 15 câu lạc bộ đạt chuẩn`: what is told of the last is told of all."""
    return ((quantity, replace(one, metric=cut.metric, verbs=cut.verbs, end=cut.end)) for quantity, one in waiting)


def sharing(wording: Wording, previous: Said | None, quantity: Quantity, cut: Cut) -> Said:
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
    if cut.metric is None and cut.shape == "bare" and goes_on_with(text, previous, quantity, cut):
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


def goes_on_with(text: str, previous: Said, quantity: Quantity, cut: Cut) -> bool:
    """Does a figure only name who else does the same (`Khoa Mỏ hiến 350 đơn vị máu, Khoa Đò 150 đơn vị`)?"""
    before, told = previous
    if cut.verbs or cut.population is None or cut.metric is not None or not told.verbs or told.population is None:
        return False
    if quantity.unit is None and COLON.fullmatch(text, cut.population[1], quantity.start):
        return False  # a line of an allotment
    if cut.population[0] < before.end or not _NEXT_ONE.fullmatch(text, before.end, cut.population[0]):
        return False
    units = [(one.unit or "").casefold().split() for one in (before, quantity)]
    return not units[1] or units[0][:1] == units[1][:1]


def is_roll(text: str, previous: Said, quantity: Quantity, cut: Cut) -> bool:
    """Does a count share out the number of people told before it?"""
    before, told = previous
    rolls = told.shape in ("rate", "listed") and told.metric is not None and _ROLL.search(text, *told.metric)
    return bool(rolls) and set(cut.verbs) <= HAVE and before.counts == quantity.counts == "person"


def is_joined(wording: Wording, before: Quantity, quantity: Quantity) -> bool:
    """Do two figures stand under one verb: only `và`, `hoặc` or a comma between them?"""
    if before.counts not in COUNTED and before.unit is not None:
        return False
    if not _JOINT.fullmatch(wording.text, before.end, quantity.start):
        return False
    return not any(word.part in ("verb", "modal") for word in wording.between(before.end, quantity.start))


def part_of(text: str, previous: Said | None, quantity: Quantity, cut: Cut) -> Cut:
    """`..., trong đó có ít nhất 30% hoàn thành xuất sắc`: a part is a part of what the figure before it counts."""
    if previous is None or cut.population is not None:
        return cut
    says = quantity.counts == "share" and cut.metric is not None and cut.metric[0] >= quantity.after  # `, 50% là nữ`
    if not says and not PART.search(text, previous[0].end, quantity.start):
        return cut
    return replace(cut, population=previous[1].population, start=previous[1].start)


def headed(wording: Wording, start: int, quantity: Quantity, cut: Cut) -> Cut:
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


def per_body(text: str, quantity: Quantity, cut: Cut) -> Cut:
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
