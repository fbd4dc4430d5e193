"""Awards that can be, or are, conferred: each distinct form, rank and conferrer with number, money and for whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

import regex
from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate, Value
from congvan.datamodel.context import Context
from congvan.datamodel.layout import Block
from congvan.grammar.awards.conditions import can_be_conferred
from congvan.grammar.awards.facts import AwardFact, facts_apart
from congvan.grammar.awards.issuers import decision_maker, holds_contest, issuer_level
from congvan.grammar.awards.mention import AwardMention
from congvan.grammar.awards.named import find_awards, quoted_titles, title_meant
from congvan.grammar.awards.passage import Passage
from congvan.grammar.awards.prizes import find_line_rank
from congvan.grammar.awards.recipients import first_recipient
from congvan.grammar.awards.rewards import CONFERS
from congvan.grammar.awards.scope import PRIZE_LIST, Scope, scope_of
from congvan.grammar.awards.shares import shares_at
from congvan.grammar.awards.sums import money_of, row_sums, sums_in_turn
from congvan.grammar.awards.told import Told
from congvan.text.tokens import context_of, text_of

# How far each rule is trusted: nine of ten named awards of real papers are right, of bare forms every second.
SCORES = {"prize": 0.8, "named": 0.85, "bare": 0.55}
_HEADER_ROLES = frozenset({"title", "subject", "addressee", "recipients", "issuer", "parent"})
_PREAMBLE = regex.compile(
    r"\W*(?:Căn\s+cứ\s+(?:vào\s+|các\s+)?(?:Luật|Bộ\s+luật|Pháp|Nghị|Quyết|Chỉ|Thông|Kế|Công|Hướng|Chương|Quy|Điều|"
    r"Kết\s+luận|Hiến|Tờ)|Theo\s+đề\s+nghị|Xét\s+đề\s+nghị)(?!\p{L})"
)
_REACH = 300  # characters of a line below an award that can speak of it; keeps the cost linear
_SUBJECTS = regex.compile(r"\W*(?:\d+[.)]\s*)?đối\s+tượng", regex.IGNORECASE)
_NEXT_LINES = 3  # lines after a prize in which its number and money may stand, where columns were read one by one
_FIGURE_LINE = regex.compile(r"[=–+-]?\s?\d(?:[\d.,\s=/]|giải|đồng|đ|₫|x){0,60}", regex.IGNORECASE)
_WORTH = regex.compile(r"\W*(?:phần|giải|tiền|mức)\s+(?:tiền\s+)?thưởng(?!\p{L})", regex.IGNORECASE)
_SUM_LEAD = regex.compile(
    r"\W*(?:\d+[.)]\s*)?\W*(?:điều\s+\d+\W*)?(?:mức|(?:số\s+)?tiền|kèm|thưởng|tập\s+thể|cá\s+nhân|đối\s+với|mỗi)(?!\p{L})",
    regex.IGNORECASE,
)
_SUBLINES = 12  # lines under an award's own line that can speak of it
_SUMS_WITHIN = 6  # paragraphs after an award in which a line of sums alone belongs to it


def extract(doc: Doc) -> list[Candidate]:
    """The candidates of the kind `awards`: one for each distinct award, its other places as mentions."""
    context, text = context_of(doc), text_of(doc)
    told = _told_by_header(text, context)
    found: list[AwardFact] = []
    last: list[AwardFact] = []
    seen = 0
    prize: int | None = None  # the prize that heads the lines below it: `02 giải Nhì, mỗi giải gồm:`
    for block in context.layout.blocks:
        told.titles |= dict.fromkeys(title.form for title in quoted_titles(text, block.start, block.end))
        if block.zone != "body" or _in_header(context, block) or _PREAMBLE.match(text, block.start, block.end):
            continue
        told.whom = _subjects_of(text, context, block) or told.whom
        told.read(text, block.start, block.end, in_row=block.kind == "row")
        here = list(_of_block(text, context, block, told))
        if not here and (confers := CONFERS.match(text, block.start, block.end)):
            told.honoured = shares_at(text, confers.end(), block.end) or told.honoured
        if here:
            last, seen = here, block.index
            if here[0].mention.kind == "prize":
                prize = len(found) if text[block.start : block.end].rstrip().endswith(":") else None
        elif prize is not None and block.index - seen <= _SUMS_WITHIN and (sum_ := _worth(text, block)) is not None:
            found[prize] = replace(found[prize], money=found[prize].money or sum_)
        elif last and block.index - seen <= _SUMS_WITHIN and (sums := _sums_alone(text, block)).money:
            del found[len(found) - len(last) :]
            here = last = [_with_sums(one, sums) for one in last]
        found += here
    return [_candidate(to, group) for to, group in facts_apart(list(_with_entrants(found, told.entrants)))]


def _worth(text: str, block: Block) -> int | None:
    """The sum of a line under a prize that lists what comes with it: `• Phần thưởng trị giá 5 triệu đồng.`"""
    led = _WORTH.match(text, block.start, block.end)
    return money_of(text, led.end(), block.end, in_row=False)[0] if led else None


def _sums_alone(text: str, block: Block) -> Scope:
    """The sums of a line that tells nothing else: `Mức tiền thưởng: tập thể 600.000 đồng, cá nhân 300.000 đồng.`"""
    led = _SUM_LEAD.match(text, block.start, block.end)
    return scope_of([text[block.start : block.end]]) if led else Scope()


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


def _told_by_header(text: str, context: Context) -> Told:
    """The level of the body that issues the dispatch, and who decides in it."""
    cells = [context.layout.cell(role) for role in ("issuer", "parent")]
    issuer, parent = (text[cell.start : cell.end] if cell else None for cell in cells)
    level = issuer_level(issuer, parent)
    maker = decision_maker(text[block.start : block.end] for block in context.layout.blocks)
    return Told(level, level if holds_contest(issuer) else None, maker)


def _subjects_of(text: str, context: Context, block: Block) -> str | None:
    """For whom a line `Đối tượng: Tập thể, cá nhân ...` and the lines under it speak; None for other lines."""
    if not _SUBJECTS.match(text, block.start, block.end):
        return None
    line = text[block.start : block.end]
    following = context.layout.blocks[block.index + 1 : block.index + 1 + _NEXT_LINES]
    below = " ".join(text[b.start : b.end] for b in following if b.parent == block.index)
    return first_recipient(f"{line[line.find(':') + 1 :]} {below}")


def _of_block(text: str, context: Context, block: Block, told: Told) -> Iterator[AwardFact]:
    passages = _passages(text, context, block, told)
    in_row = block.kind == "row"
    each = row_sums if in_row else sums_in_turn
    sums = each(text, passages[-1].mention.end, block.end, len(passages)) if passages else []
    for n, passage in enumerate(passages):
        for one in passage.facts(told):
            yield replace(one, money=sums[n]) if sums else one


def _passages(text: str, context: Context, block: Block, told: Told) -> list[Passage]:
    """The awards of a paragraph that count, each with what surrounds it."""
    last_stop = _continued(text, context, block)
    heads = list(context.layout.ancestors(block))[:3]
    mentions = find_awards(text, block.start, last_stop)
    if not mentions and _lists_prizes(text, block, heads, told):
        ranked = find_line_rank(text, block.start, block.end)
        mentions = [ranked] if ranked else []
    if meant := title_meant(text, block.start, block.end, list(told.titles)):
        mentions = [meant, *(mention for mention in mentions if mention.start >= meant.end)]
    spans = [(head.start, head.end) for head in heads]
    counted = [n for n, mention in enumerate(mentions) if can_be_conferred(text, block.start, mention, spans)]
    bodies = [b for span in ((block.start, block.end), *spans) for b in context.mentions.bodies_in(*span)]
    below = _below(text, context, block) if counted else []
    passages, low = [], block.start
    for n in counted:
        after = _sharing(mentions, counted, n)
        passages.append(
            Passage(
                text, mentions[n], block.start, block.end, low, _stop(mentions, n, last_stop), spans, below, bodies,
                in_row=block.kind == "row",
                is_last=n == counted[-1],
                after=None if after is None else (mentions[after], _stop(mentions, after, last_stop)),
            )
        )  # fmt: skip
        low = mentions[n].end
    return passages


def _sharing(mentions: Sequence[AwardMention], counted: Sequence[int], n: int) -> int | None:
    """The later award whose recipients hold for award `n` as well: the one joined to it, the last prize."""
    if n == counted[-1]:
        return None
    if mentions[n].joined:
        return counted[counted.index(n) + 1]
    return counted[-1] if mentions[n].kind == "prize" else None


def _stop(mentions: Sequence[AwardMention], n: int, end: int) -> int:
    """Where the words that belong to award `n` end: at the next one; what comes with a prize belongs to it."""
    prize = mentions[n].kind == "prize"
    return next((m.start for m in islice(mentions, n + 1, None) if not prize or m.kind == "prize"), end)


def _lists_prizes(text: str, block: Block, heads: Sequence[Block], told: Told) -> bool:
    """Is the paragraph a row of a table of prizes, or a line under a heading that lists them?"""
    if block.kind == "row":
        return told.table.open
    return bool(heads) and PRIZE_LIST.search(text, heads[0].start, heads[0].end) is not None


def _continued(text: str, context: Context, block: Block) -> int:
    """End of the lines after a block that belong to its last award: figures and sums alone."""
    end = block.end
    for following in context.layout.blocks[block.index + 1 : block.index + 1 + _NEXT_LINES]:
        if not _FIGURE_LINE.fullmatch(text[following.start : following.end].strip()):
            break
        end = following.end
    return end


def _below(text: str, context: Context, block: Block) -> list[str]:
    """The lines under an award's own line (`- Tập thể: ...`, `- Mức thưởng: ...`)."""
    inside = {block.index}
    lines: list[str] = []
    for following in context.layout.blocks[block.index + 1 : block.index + 1 + _SUBLINES]:
        if following.parent not in inside:
            break
        inside.add(following.index)
        lines.append(text[following.start : min(following.end, following.start + _REACH)])
    return lines


def _candidate(to: str | None, group: Sequence[AwardFact]) -> Candidate:
    best, *others = group
    in_full = any(one.mention.printed in (None, one.mention.form) for one in group)
    values: dict[str, Value] = {
        "form": best.mention.form if in_full else best.mention.printed,
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
