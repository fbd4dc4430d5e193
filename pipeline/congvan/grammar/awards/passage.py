"""One award where it stands: its values from the words round it, the headings above and the lines below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from congvan.datamodel.mentions import BodyMention
from congvan.grammar.awards.facts import AwardFact
from congvan.grammar.awards.givers import giver_after, giver_in, gives_here
from congvan.grammar.awards.mention import AwardMention, Span
from congvan.grammar.awards.recipients import groups_in
from congvan.grammar.awards.rewards import CONFERS, GIVEN, RECEIVED, quantity_of
from congvan.grammar.awards.scope import Scope, scope_of
from congvan.grammar.awards.shares import (
    GOES_ON,
    Share,
    body_share,
    clause_start,
    for_works,
    kinds_of,
    list_head,
    of_parts,
    sentence_start,
    shares_after,
    shares_before,
)
from congvan.grammar.awards.sums import differs_by_prize, money_before, money_of, sums_by_recipient
from congvan.grammar.awards.told import Told
from congvan.grammar.who.bodies import level_of

_REACH = 300  # characters before an award that can speak of it; keeps the cost linear
_NEAR = 80  # characters at the beginning of a paragraph in which its verb stands
_LABEL = regex.compile(  # Tập thể: 03 Bằng khen ...; cá nhân: 07 Bằng khen ...
    r"(?:\A|(?<=[\n;.)–-])|(?<=[+*•]))\s*(?:đối\s+với\s+)?(?:các\s+)?(?:tập\s+thể|cá\s+nhân)[^:;.\n]{0,40}:",
    regex.IGNORECASE,
)
_CUE = regex.compile(r"(?:Tặng|Trao|Trao tặng|Khen thưởng)\s+\Z")
# Prizes are of the body that holds the contest, titles of its own making of the unit; certificates come from above too.
_OWN_KINDS = ("prize", "title")


@dataclass(frozen=True, slots=True)
class Passage:
    """A mention that counts, with its paragraph and what surrounds it; spans are half-open.

    `low`: where the award before it ends, `stop`: where its own words end; `end`: of the paragraph; `heads`: the
    headings above, the nearest first; `below`: lines under its own line; `bodies`: in the paragraph and the headings;
    `after`: the later award whose recipients hold for it too, with the end of its words.
    """

    text: str
    mention: AwardMention
    start: int
    end: int
    low: int
    stop: int
    heads: Sequence[Span]
    below: Sequence[str]
    bodies: Sequence[BodyMention]
    in_row: bool
    is_last: bool
    after: tuple[AwardMention, int] | None = None

    def facts(self, told: Told) -> Iterator[AwardFact]:
        """The items of the mention: one, or one for each kind of recipient where number or money differ by it."""
        text, mention = self.text, self.mention
        quantity, start, end = self._quantity(told)
        money, money_end = self._money(told)
        shares = told.numbers.shares_in(text, self.start, self.end) or self._shares()
        shares = shares or ([] if mention.to or mention.kind == "prize" else told.honoured)
        sums = sums_by_recipient(text, mention.end, self.stop)
        scope = scope_of(self.below) if self.is_last and mention.kind != "prize" else Scope()
        name, level = self._conferrer(told)
        cue = _CUE.search(text, max(self.start, start - 20), start)  # `Tặng Bằng khen`: the cue belongs to the quote
        shown = (s.end for s in shares if mention.end <= s.start < self.stop)
        fact = AwardFact(
            start=cue.start() if cue else start,
            end=max(end, money_end if money else 0, *shown, 0),
            mention=mention,
            conferrer=name,
            level=level,
            quantity=shares[0].number if quantity is None and len(shares) == 1 else quantity,
            money=money if money is not None else scope.money.get("each"),
            to=self._whom(told, shares, scope, sums),
        )
        yield from self._split(fact, shares, scope, sums)

    def _quantity(self, told: Told) -> tuple[int | None, int, int]:
        mention = self.mention
        quantity, start, end = quantity_of(self.text, (mention.start, mention.end), self.low, self.stop)
        if self.in_row and told.numbers.tells_no_number and end > mention.end:
            quantity, end = None, mention.end
        if quantity is None and self.is_last and (cell := told.numbers.number_in(self.text, self.start, self.end)):
            return cell[0], start, max(end, cell[1])
        return quantity, start, end

    def _money(self, told: Told) -> tuple[int | None, int]:
        counted = told.table.sum_in(self.text[self.start : self.end]) if self.in_row else None
        if counted is not None:
            return counted, self.end
        if self.in_row and told.numbers.width and not told.numbers.has_money:
            return None, self.mention.end
        is_prize = self.mention.kind == "prize"
        if is_prize and (before := money_before(self.text, self.low, self.mention.start)) is not None:
            return before, self.mention.end
        if not is_prize and differs_by_prize(self.text, self.mention.end, self.end):
            return None, self.mention.end
        return money_of(self.text, self.mention.end, self.stop, in_row=self.in_row, is_prize=is_prize)

    def _shares(self) -> list[Share]:
        """For whom, by the words after the award or the last joined to it, else by its clause's subject."""
        text, mention = self.text, self.mention
        shares = shares_after(text, mention.end, min(self.end, self.stop))
        if not shares and mention.kind != "prize":
            shares = body_share(text, mention.end, min(self.end, self.stop), self.bodies)
        if not shares and self.after is not None:
            last, stop = self.after
            shares = [replace(s, number=None) for s in shares_after(text, last.end, min(self.end, stop))]
        if not shares and mention.kind != "prize":
            spans = [(body.start, body.end) for body in self.bodies if self.low <= body.start < mention.start]
            shares = shares_before(text, self.low, mention.start, spans)
            if not shares and GOES_ON.match(text, self.low, mention.start):  # đạt danh hiệu “...” được X tặng ...
                whole = sentence_start(text, max(self.start, self.low - _REACH), self.low)
                shares = shares_before(text, whole, mention.start, [], whole=True)
        # of titles that are to be reached (`không quá 08 người`) nothing is given yet
        clause = sentence_start(text, max(self.start, mention.start - _REACH), mention.start)
        aim = mention.kind in ("emulation", "title") and not GIVEN.search(text, clause, mention.start)
        return [replace(s, number=None) if aim or of_parts(text, self.low, mention.start, s) else s for s in shares]

    def _whom(
        self, told: Told, shares: Sequence[Share], scope: Scope, sums: dict[str, tuple[int | None, int]]
    ) -> str | None:
        mention = self.mention
        is_prize = mention.kind == "prize"
        if is_prize and not shares and for_works(self.text, mention.end, self.stop):
            return None
        by_sum = next(iter(sums)) if len(sums) == 1 else None
        told_whom = None if is_prize and told.entrants == "units" else told.whom
        if mention.to and not is_prize:
            return mention.to
        if not shares and RECEIVED.search(self.text, self.start, mention.start):  # at a body's own feast
            return "collective"
        return kinds_of(shares) or mention.to or scope.to or by_sum or self._group() or told_whom

    def _group(self) -> str | None:
        """For whom, by the award's own clause or the headings above it (`Giải tập thể`, `Đối với cá nhân`)."""
        text, at = self.text, self.mention.start
        low = max(self.start, at - _REACH)
        if self.mention.kind == "prize" and (whom := list_head(text, low, at)):
            return whom
        own = clause_start(text, low, at) if self.mention.kind != "prize" else low
        labels = list(_LABEL.finditer(text, low, at))
        last = max(own, self.low)  # whom the award before goes to (`cho Đội 4, ...`) stands behind it
        spans = [(last, at), *([(own, last)] if last > own else []), *self.heads]
        if labels:
            spans.insert(0, labels[-1].span())
        return next((to for start, end in spans if (to := groups_in(self._without_bodies(start, end)))), None)

    def _without_bodies(self, start: int, end: int) -> str:
        """The words between two offsets without names of bodies: `Hội đồng Đội huyện` is no team."""
        parts: list[str] = []
        at = start
        for body in self.bodies:
            if at <= body.start and body.end <= end:
                parts.append(self.text[at : body.start])
                at = body.end
        return " ".join([*parts, self.text[at:end]])

    def _conferrer(self, told: Told) -> tuple[str | None, str | None]:
        """Who confers, as printed, and the level of that body."""
        text, mention = self.text, self.mention
        giver = mention.conferrer or self._giver()
        name = " ".join(text[giver[0] : giver[1]].split()) if giver else None
        if name is None and told.maker and CONFERS.match(text, self.start, min(self.end, self.start + _NEAR)):
            name = told.maker
        if name:
            return name, level_of(name, told.level) or mention.level
        if mention.level or mention.kind not in _OWN_KINDS:
            return None, mention.level
        return None, told.contest_level if mention.kind == "prize" or told.level == "grassroots" else None

    def _giver(self) -> Span | None:
        """The conferrer named before the award: `đề nghị X tặng Bằng khen`, behind prizes, or in the headings above."""
        text, at = self.text, self.mention.start
        is_prize = self.mention.kind == "prize"
        low = max(self.start, at - _REACH)
        if is_prize and (span := giver_after(text, self.mention.end, self.end, self.bodies)):
            return span
        span = giver_in(text, low, at, self._bodies_in(low, at), nearest=True)
        if span is not None:
            return span if gives_here(text, span, at, is_prize=is_prize) else None
        spans = (giver_in(text, *head, self._bodies_in(*head), nearest=False) for head in self.heads)
        return next((span for span in spans if span is not None), None)

    def _bodies_in(self, start: int, end: int) -> list[BodyMention]:
        return [body for body in self.bodies if start <= body.start < end]

    def _split(
        self, fact: AwardFact, shares: Sequence[Share], scope: Scope, sums: dict[str, tuple[int | None, int]]
    ) -> Iterator[AwardFact]:
        """One item for each kind of recipient where number or money differ by it, else the item itself."""
        mention = self.mention
        amounts = {to: money for to, (money, _) in sums.items()} or {
            to: money for to, money in scope.money.items() if to != "each"
        }
        numbers = {share.to: share.number for share in shares if share.number is not None} or scope.numbers
        differ = len(set(amounts.values())) > 1 or len(numbers) > 1
        if not differ or mention.to:
            only = next(iter(numbers.values())) if len(numbers) == 1 and kinds_of(shares) != "both" else None
            yield replace(fact, quantity=only if fact.quantity is None else fact.quantity)
            return
        for to in ("collective", "individual"):
            if to in amounts or to in numbers:
                own = (s.end for s in shares if s.to == to and mention.end <= s.start < self.stop)
                shown = next(own, mention.end)
                end = max(shown, sums[to][1]) if to in sums else shown
                money = amounts.get(to) if amounts else fact.money
                yield replace(fact, to=to, quantity=numbers.get(to), money=money, end=end)
