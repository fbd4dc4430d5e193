"""One fact for one award: mentions of one form, rank and conferrer put together, those that differ kept apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from congvan.grammar.awards.mention import AwardMention
from congvan.text.folding import bare

_KINDS = ("collective", "individual")


@dataclass(frozen=True, slots=True)
class AwardFact:
    """A mention of an award with its values resolved; `start`, `end`: its quote."""

    start: int
    end: int
    mention: AwardMention
    conferrer: str | None
    level: str | None
    quantity: int | None
    money: int | None
    to: str | None


def facts_apart(found: Sequence[AwardFact]) -> Iterator[tuple[str | None, list[AwardFact]]]:
    """For each distinct award: whom it is for, and its mentions, the one that tells most first."""
    groups: defaultdict[tuple[str, str | None, str], list[AwardFact]] = defaultdict(list)
    for one in _named(found):
        groups[one.mention.form, one.mention.rank, bare(one.conferrer or "")].append(one)
    for group in groups.values():
        for prizes in _by_prize_sum(group):
            for to, part in _by_recipient(prizes):
                for same_sum in _by_money(part):
                    yield to, _best_first(same_sum)


def _named(found: Sequence[AwardFact]) -> Iterator[AwardFact]:
    """A mention without a conferrer is the award named in full elsewhere; where several are, it is dropped."""
    full: defaultdict[str, dict[str, AwardFact]] = defaultdict(dict)
    for one in found:
        if one.conferrer:
            full[one.mention.form].setdefault(bare(one.conferrer), one)
    numbers: defaultdict[str, set[int]] = defaultdict(set)
    for one in found:
        if not one.conferrer and one.quantity is not None:
            numbers[one.mention.form].add(one.quantity)
    for one in found:
        known = list(full[one.mention.form].values())
        if one.conferrer or not known or one.mention.kind == "prize":
            yield one
        elif len(known) == 1:
            # without recipients, or where they differ, numbers are of parts: `mỗi cụm 02 Bằng khen`
            number = one.quantity if one.to and len(numbers[one.mention.form]) == 1 else None
            yield replace(one, conferrer=known[0].conferrer, level=known[0].level, quantity=number)


def _by_prize_sum(group: list[AwardFact]) -> list[list[AwardFact]]:
    """Prizes of one rank with several sums are of several lists: what one list says of recipients holds for it alone.

    `1. Phần thi viết: giải nhất 2 triệu đồng`; `2. Tập thể: giải nhất 5 triệu đồng`.
    """
    told = [one for one in group if one.money is not None]
    sums = dict.fromkeys(one.money for one in told)
    if group[0].mention.kind != "prize" or len(sums) < 2:
        return [group]
    parts = [[one for one in told if one.money == amount] for amount in sums]
    known = {one.to for one in told}
    rest = [one for one in group if one.money is None and one.to is not None and one.to not in known]
    return [*parts, rest] if rest else parts


def _by_recipient(group: list[AwardFact]) -> Sequence[tuple[str | None, list[AwardFact]]]:
    """The parts of a group with whom each is for: apart where number or money are told for one kind of two."""
    known = {one.to for one in group if one.to}
    told = {one.to for one in group if one.to in _KINDS and not (one.quantity is None and one.money is None)}
    if told and known >= set(_KINDS):
        parts = [(to, [one for one in group if one.to == to]) for to in _KINDS]
        return sorted(parts, key=lambda part: part[1][0].start)
    return [("both" if len(known) > 1 else next(iter(known), None), group)]


def _by_money(group: list[AwardFact]) -> list[list[AwardFact]]:
    """The parts of a group with one sum each: a prize of another match with another sum is another fact.

    A certificate with two sums for one kind of recipients is one fact that has neither (data/annotated/GUIDELINES.md).
    """
    sums = list(dict.fromkeys(one.money for one in group if one.money is not None))
    if len(sums) < 2:
        return [group]
    if group[0].mention.kind != "prize":
        return [[replace(one, quantity=None, money=None) for one in group]]
    return [[one for one in group if one.money == amount] for amount in sums]


def _best_first(group: list[AwardFact]) -> list[AwardFact]:
    """The mention that tells most, then those that don't tell another sum, then the rest without their numbers."""
    best = max(group, key=lambda f: (sum(v is not None for v in (f.conferrer, f.quantity, f.money, f.to)), -f.start))
    alike: list[AwardFact] = []
    other_sum: list[AwardFact] = []
    for one in group:
        if one is not best:
            (alike if best.money is None or one.money in (None, best.money) else other_sum).append(one)
    return [best, *alike, *(replace(one, quantity=None) for one in other_sum)]
