"""Awards that can be, or are, conferred: each distinct form, rank and conferrer with number, money and for whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

import regex
from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate, Value
from congvan.datamodel.context import Context
from congvan.datamodel.layout import Block
from congvan.grammar.awards.conditions import can_be_conferred
from congvan.grammar.awards.facts import AwardFact, facts_apart
from congvan.grammar.awards.givers import giver_in
from congvan.grammar.awards.named import AwardMention, Span, find_awards, find_line_rank
from congvan.grammar.awards.rewards import groups_in, money_of, quantity_of, row_sums, sums_by_recipient
from congvan.grammar.awards.scope import PRIZE_LIST, PrizeTable, Scope, entrants_in, first_recipient, scope_of
from congvan.grammar.awards.shares import Share, clause_start, kinds_of, shares_after, shares_at, shares_before
from congvan.grammar.awards.tables import NumberTable
from congvan.grammar.who.bodies import level_of
from congvan.grammar.wording import any_of
from congvan.text.tokens import context_of, text_of

# How far each rule is trusted: nine of ten named awards of real papers are right, of bare forms every second.
SCORES = {"prize": 0.8, "named": 0.85, "bare": 0.55}
_HEADER_ROLES = frozenset({"title", "subject", "addressee", "recipients", "issuer", "parent"})
_PREAMBLE = regex.compile(
    r"\W*(?:Căn\s+cứ\s+(?:vào\s+|các\s+)?(?:Luật|Bộ\s+luật|Pháp|Nghị|Quyết|Chỉ|Thông|Kế|Công|Hướng|Chương|Quy|Điều|"
    r"Kết\s+luận|Hiến|Tờ)|Theo\s+đề\s+nghị|Xét\s+đề\s+nghị)(?!\p{L})"
)
_BOARD = regex.compile(r"\s*(?:BAN|VĂN\s+PHÒNG|[UỦ][ỶY]?\s+BAN\s+KIỂM)(?!\p{L})", regex.IGNORECASE)
_COMMITTEE = regex.compile(r"\s*(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG)\s+(?:ỦY|UỶ)(?!\p{L})", regex.IGNORECASE)
_UNIT = regex.compile(r"\s*TRUNG\s+TÂM(?!\p{L})", regex.IGNORECASE)
_REACH = 300  # characters before an award that can speak of it; keeps the cost linear
_NEAR = 80  # characters after a body in which its verb stands
_SUBJECTS = regex.compile(r"\W*(?:\d+[.)]\s*)?đối\s+tượng", regex.IGNORECASE)
_LABEL = regex.compile(  # Tập thể: 03 Bằng khen ...; cá nhân: 07 Bằng khen ...
    r"(?:\A|(?<=[\n;.)–-])|(?<=[+*•]))\s*(?:đối\s+với\s+)?(?:các\s+)?(?:tập\s+thể|cá\s+nhân)[^:;.\n]{0,40}:",
    regex.IGNORECASE,
)
_CUE = regex.compile(r"(?:Tặng|Trao|Trao tặng|Khen thưởng)\s+\Z")
_PROPOSED = any_of("đề nghị|đề xuất|giới thiệu")
_DECIDES = regex.compile(r"\W*QUYẾT\s+ĐỊNH\s*:?\W*")
_MAKERS = regex.compile(
    r"(?:PHÓ\s+)?(?:CHỦ\s+TỊCH|(?:TỔNG\s+)?GIÁM\s+ĐỐC|BỘ\s+TRƯỞNG|THỦ\s+TƯỚNG|HIỆU\s+TRƯỞNG|BAN\s+(?:THƯỜNG\s+VỤ|CHẤP\s+HÀNH)|"
    r"ỦY\s+BAN|(?:TỔNG\s+)?CỤC\s+TRƯỞNG|VIỆN\s+TRƯỞNG|ĐOÀN\s+CHỦ\s+TỊCH|TRƯỞNG\s+BAN)\b"
)
_CONFERS = regex.compile(
    r"\W*(?:Điều\s+\d+\W*)?(?:\d+\W*)?(?:Nay\s+)?(?:tặng|khen\s+thưởng|công\s+nhận|trao|thưởng|(?:phong|truy)\s+tặng)(?!\p{L})",
    regex.IGNORECASE,
)
_NEXT_LINES = 3  # lines after a prize in which its number and money may stand, where columns were read one by one
_FIGURE_LINE = regex.compile(r"[=–+-]?\s?\d(?:[\d.,\s=/]|giải|đồng|đ|₫|x){0,60}", regex.IGNORECASE)
_SUBLINES = 12  # lines under an award's own line that can speak of it
_SUMS_WITHIN = 6  # paragraphs after an award in which a line of sums alone belongs to it


@dataclass(slots=True)
class _State:
    """What the paragraphs before tell: for whom (`Đối tượng`), who enters the contest, the table of prizes."""

    level: str | None  # of the body that issues the dispatch
    maker: str | None  # the line that names who decides
    whom: str | None = None
    honoured: list[Share] = field(default_factory=list)  # `Khen thưởng 06 tập thể ...`: the form stands elsewhere
    entrants: str | None = None
    table: PrizeTable = field(default_factory=PrizeTable)
    numbers: NumberTable = field(default_factory=NumberTable)


@dataclass(frozen=True, slots=True)
class _Part:
    """A mention that counts, with its paragraph: `low` where the award before it ends, `stop` where its words end."""

    block: Block
    mention: AwardMention
    low: int
    stop: int
    heads: Sequence[Block]
    is_last: bool


def extract(doc: Doc) -> list[Candidate]:
    """The candidates of the kind `awards`: one for each distinct award, its other places as mentions."""
    context, text = context_of(doc), text_of(doc)
    state = _State(_issuer_level(text, context), _decision_maker(text, context))
    found: list[AwardFact] = []
    last: list[AwardFact] = []
    seen = 0
    for block in context.layout.blocks:
        if block.zone != "body" or _in_header(context, block) or _PREAMBLE.match(text, block.start, block.end):
            continue
        state.whom = _subjects_of(text, context, block) or state.whom
        state.entrants = entrants_in(text, block.start, block.end) or state.entrants
        state.table.read(text[block.start : block.end], in_row=block.kind == "row")
        state.numbers.read(text, block.start, block.end, in_row=block.kind == "row")
        here = list(_of_block(text, context, block, state))
        if not here and (confers := _CONFERS.match(text, block.start, block.end)):
            state.honoured = shares_at(text, confers.end(), block.end) or state.honoured
        if here:
            last, seen = here, block.index
        elif last and block.index - seen <= _SUMS_WITHIN and (sums := scope_of([text[block.start : block.end]])).money:
            del found[len(found) - len(last) :]
            here = last = [_with_sums(one, sums) for one in last]
        found += here
    return [_candidate(to, group) for to, group in facts_apart(list(_with_entrants(found, state.entrants)))]


def _with_sums(one: AwardFact, sums: Scope) -> AwardFact:
    """The award with the sum that a line of its own tells for its recipients."""
    if one.money is not None or one.mention.kind == "prize":
        return one
    return replace(one, money=sums.money.get(one.to or "") or sums.money.get("each"))


def _with_entrants(found: list[AwardFact], entrants: str | None) -> Iterator[AwardFact]:
    """Prizes that nothing else gives to somebody go to whoever enters the contest."""
    for one in found:
        open_prize = one.mention.kind == "prize" and one.to is None and entrants in ("individual", "collective")
        yield replace(one, to=entrants) if open_prize else one


def _in_header(context: Context, block: Block) -> bool:
    return any(cell.role in _HEADER_ROLES and cell.start <= block.start < cell.end for cell in context.layout.cells)


def _issuer_level(text: str, context: Context) -> str | None:
    """The level of the body that issues the dispatch, by its own name or else by its parent's.

    A Party committee's boards are of the committee's level; a centre under a department is a unit.
    """
    issuer, parent = context.layout.cell("issuer"), context.layout.cell("parent")
    above = level_of(text[parent.start : parent.end]) if parent else None
    if issuer is None:
        return above
    board = parent and _BOARD.match(text, issuer.start, issuer.end) and _COMMITTEE.match(text, parent.start, parent.end)
    if board and above:
        return above
    unit = "grassroots" if _UNIT.match(text, issuer.start, issuer.end) else None
    return level_of(text[issuer.start : issuer.end]) or unit or above


def _decision_maker(text: str, context: Context) -> str | None:
    """The line in capitals between title and `QUYẾT ĐỊNH:` that names who decides (Decree 30/2020/NĐ-CP, annex III)."""
    maker = None
    for block in context.layout.blocks:
        line = text[block.start : block.end].strip()
        if maker is not None and _DECIDES.fullmatch(line):
            return maker
        if line.isupper() and _MAKERS.match(line):
            maker = " ".join(line.split())
    return None


def _subjects_of(text: str, context: Context, block: Block) -> str | None:
    """For whom a line `Đối tượng: Tập thể, cá nhân ...` and the lines under it speak; None for other lines."""
    if not _SUBJECTS.match(text, block.start, block.end):
        return None
    line = text[block.start : block.end]
    following = context.layout.blocks[block.index + 1 : block.index + 1 + _NEXT_LINES]
    below = " ".join(text[b.start : b.end] for b in following if b.parent == block.index)
    return first_recipient(f"{line[line.find(':') + 1 :]} {below}")


def _of_block(text: str, context: Context, block: Block, state: _State) -> Iterator[AwardFact]:
    last_stop = _continued(text, context, block)
    mentions = find_awards(text, block.start, last_stop)
    heads = list(context.layout.ancestors(block))[:3]
    if not mentions and _lists_prizes(text, block, heads, state):
        ranked = find_line_rank(text, block.start, block.end)
        mentions = [ranked] if ranked else []
    spans = [(head.start, head.end) for head in heads]
    low = block.start
    parts: list[_Part] = []
    for i, mention in enumerate(mentions):
        if can_be_conferred(text, block.start, mention, spans):
            parts.append(_Part(block, mention, low, _stop(mentions, i, last_stop), heads, i + 1 == len(mentions)))
        low = mention.end
    sums = row_sums(text, mentions[-1].end, block.end, len(mentions)) if block.kind == "row" and mentions else []
    for n, part in enumerate(parts):
        for one in _resolved(text, context, part, _sharing(parts, n), state):
            yield replace(one, money=sums[n]) if len(sums) == len(parts) else one


def _sharing(parts: Sequence[_Part], n: int) -> _Part | None:
    """The later award whose recipients hold for award `n` as well: the one joined to it, the last prize."""
    if n + 1 == len(parts):
        return None
    if parts[n].mention.joined:
        return parts[n + 1]
    return parts[-1] if parts[n].mention.kind == "prize" else None


def _stop(mentions: Sequence[AwardMention], i: int, end: int) -> int:
    """Where the words that belong to award `i` end: at the next one; what comes with a prize belongs to it."""
    prize = mentions[i].kind == "prize"
    return next((m.start for m in islice(mentions, i + 1, None) if not prize or m.kind == "prize"), end)


def _lists_prizes(text: str, block: Block, heads: Sequence[Block], state: _State) -> bool:
    """Is the paragraph a row of a table of prizes, or a line under a heading that lists them?"""
    if block.kind == "row":
        return state.table.open
    return bool(heads) and PRIZE_LIST.search(text, heads[0].start, heads[0].end) is not None


def _continued(text: str, context: Context, block: Block) -> int:
    """End of the lines after a block that belong to its last award: figures and sums alone."""
    end = block.end
    for following in context.layout.blocks[block.index + 1 : block.index + 1 + _NEXT_LINES]:
        if not _FIGURE_LINE.fullmatch(text[following.start : following.end].strip()):
            break
        end = following.end
    return end


def _resolved(text: str, context: Context, part: _Part, after: _Part | None, state: _State) -> Iterator[AwardFact]:
    """The items of one mention: one, or one for each kind of recipient where number or money differ by it."""
    mention, block = part.mention, part.block
    quantity, start, end = quantity_of(text, (mention.start, mention.end), part.low, part.stop)
    told = state.numbers.number_in(text, block.start, block.end) if quantity is None and part.is_last else None
    quantity, end = (quantity, end) if told is None else (told[0], max(end, told[1]))
    money, money_end = money_of(text, mention.end, part.stop, in_row=block.kind == "row")
    counted = state.table.sum_in(text[block.start : block.end]) if block.kind == "row" else None
    money, money_end = (money, money_end) if counted is None else (counted, block.end)
    shares = state.numbers.shares_in(text, block.start, block.end) or _shares(text, context, part, after)
    shares = shares or ([] if mention.to or mention.kind == "prize" else state.honoured)
    scope = _scope(text, context, part) if part.is_last and mention.kind != "prize" else Scope()
    name, level = _conferrer(text, context, part, state)
    cue = _CUE.search(text, max(block.start, start - 20), start)  # `Tặng Bằng khen`: the cue belongs to the quote
    found = AwardFact(
        start=cue.start() if cue else start,
        end=max(end, money_end if money else 0, *(s.end for s in shares if mention.end <= s.start < part.stop), 0),
        mention=mention,
        conferrer=name,
        level=level or (state.level if mention.kind == "prize" and state.level == "grassroots" else None),
        quantity=shares[0].number if quantity is None and len(shares) == 1 else quantity,
        money=money if money is not None else scope.money.get("each"),
        to=kinds_of(shares) or mention.to or scope.to or _group(text, part) or _whom(state, mention),
    )
    yield from _split(text, part, found, shares, scope)


def _split(text: str, part: _Part, found: AwardFact, shares: Sequence[Share], scope: Scope) -> Iterator[AwardFact]:
    """One item for each kind of recipient where number or money differ by it, else the item itself."""
    sums = {to: (money, end) for to, (money, end) in sums_by_recipient(text, part.mention.end, part.stop).items()}
    amounts = {to: money for to, (money, _) in sums.items()} or {
        to: money for to, money in scope.money.items() if to != "each"
    }
    proposed = _PROPOSED.search(text, clause_start(text, part.low, part.mention.start), part.mention.start)
    numbers = {share.to: share.number for share in shares if share.number is not None}
    numbers = {} if proposed else numbers or scope.numbers
    differ = len(set(amounts.values())) > 1 or len(numbers) > 1
    if not differ or part.mention.to:
        only = next(iter(numbers.values())) if len(numbers) == 1 else None
        yield replace(found, quantity=only if found.quantity is None else found.quantity)
        return
    for to in ("collective", "individual"):
        if to in amounts or to in numbers:
            shown = next(
                (s.end for s in shares if s.to == to and part.mention.end <= s.start < part.stop), part.mention.end
            )
            end = max(shown, sums[to][1]) if to in sums else shown
            yield replace(found, to=to, quantity=numbers.get(to), money=amounts.get(to), end=end)


def _shares(text: str, context: Context, part: _Part, after: _Part | None) -> list[Share]:
    """For whom, by the words after the award or the last joined to it, else by its clause's subject."""
    stop = min(part.block.end, part.stop)
    shares = shares_after(text, part.mention.end, stop)
    if not shares and after is not None:
        shares = [
            replace(s, number=None) for s in shares_after(text, after.mention.end, min(after.block.end, after.stop))
        ]
    if shares or part.mention.kind == "prize":
        return shares
    bodies = [(b.start, b.end) for b in context.mentions.bodies_in(part.low, part.mention.start)]
    return shares_before(text, part.low, part.mention.start, bodies)


def _scope(text: str, context: Context, part: _Part) -> Scope:
    """What the lines under an award's own line tell of it (`- Tập thể: ...`, `- Mức thưởng: ...`)."""
    inside = {part.block.index}
    lines: list[str] = []
    for block in context.layout.blocks[part.block.index + 1 : part.block.index + 1 + _SUBLINES]:
        if block.parent not in inside:
            break
        inside.add(block.index)
        lines.append(text[block.start : min(block.end, block.start + _REACH)])
    return scope_of(lines)


def _whom(state: _State, mention: AwardMention) -> str | None:
    """For whom by the section's `Đối tượng`; of prizes only where not whole classes or units enter."""
    return None if mention.kind == "prize" and state.entrants == "units" else state.whom


def _conferrer(text: str, context: Context, part: _Part, state: _State) -> tuple[str | None, str | None]:
    """Who confers, as printed, and the level of that body."""
    block, mention = part.block, part.mention
    giver = mention.conferrer or _giver(text, context, part)
    name = " ".join(text[giver[0] : giver[1]].split()) if giver else None
    if name is None and state.maker and _CONFERS.match(text, block.start, min(block.end, block.start + _NEAR)):
        name = state.maker
    return name, (level_of(name, state.level) if name else None) or mention.level


def _giver(text: str, context: Context, part: _Part) -> Span | None:
    """The conferrer named before the award: `đề nghị X tặng Bằng khen`, else in the headings of its list."""
    low, at = max(part.block.start, part.mention.start - _REACH), part.mention.start
    for n, (start, end) in enumerate([(low, at), *((head.start, head.end) for head in part.heads)]):
        span = giver_in(text, start, end, context.mentions.bodies_in(start, end), nearest=n == 0)
        if span is not None:
            return span
    return None


def _group(text: str, part: _Part) -> str | None:
    """For whom, by the award's own clause or the headings above it (`Giải tập thể`, `Đối với cá nhân`)."""
    low = max(part.block.start, part.mention.start - _REACH)
    own = clause_start(text, low, part.mention.start) if part.mention.kind != "prize" else low
    labels = list(_LABEL.finditer(text, max(part.block.start, part.mention.start - _REACH), part.mention.start))
    spans = [(own, part.mention.start), *((head.start, head.end) for head in part.heads)]
    if labels:
        spans.insert(0, labels[-1].span())
    return next((to for start, end in spans if (to := groups_in(text[start:end]))), None)


def _candidate(to: str | None, group: Sequence[AwardFact]) -> Candidate:
    best, *others = group
    values: dict[str, Value] = {
        "form": best.mention.form,
        "rank": best.mention.rank,
        "conferrer": best.conferrer,
        "level": next((one.level for one in group if one.level), None),
        "quantity": next((one.quantity for one in group if one.quantity is not None), None),
        "money": next((one.money for one in group if one.money is not None), None),
        "to": to,
    }
    rest = tuple((one.start, one.end) for one in sorted(others, key=lambda one: one.start))
    rule = "prize" if best.mention.kind == "prize" else "named" if best.conferrer else "bare"
    return Candidate("awards", best.start, best.end, values, f"awards.{rule}", SCORES[rule], rest)
