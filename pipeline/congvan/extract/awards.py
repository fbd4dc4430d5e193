"""Awards that can be, or are, conferred: each distinct form, rank and conferrer with number, money and for whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex
from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate, Value
from congvan.datamodel.context import Context
from congvan.datamodel.layout import Block
from congvan.grammar.awards import AwardMention, Span, find_awards
from congvan.grammar.bodies import level_of
from congvan.grammar.rewards import (
    GIVES,
    HONOURED,
    MERIT,
    REWARDS,
    first_recipient,
    given_to,
    groups_in,
    money_of,
    quantity_of,
    sums_by_recipient,
)
from congvan.grammar.wording import any_of
from congvan.text.folding import bare
from congvan.text.tokens import context_of, text_of

# How far each rule is trusted: nine of ten named awards of real papers are right, of bare forms every second.
SCORES = {"prize": 0.8, "named": 0.85, "bare": 0.55}
_HEADER_ROLES = frozenset({"title", "subject", "addressee", "recipients", "issuer", "parent"})
_PREAMBLE = regex.compile(
    r"\W*(?:Căn\s+cứ\s+(?:vào\s+|các\s+)?(?:Luật|Bộ\s+luật|Pháp|Nghị|Quyết|Chỉ|Thông|Kế|Công|Hướng|Chương|Quy|Điều|"
    r"Kết\s+luận|Hiến|Tờ)|Theo\s+đề\s+nghị|Xét\s+đề\s+nghị)(?!\p{L})"
)
_REACH = 300  # characters before an award that can speak of it; keeps the cost linear
_NEAR = 80  # characters before an award in which its verb stands
_ALREADY = regex.compile(  # a condition met before: `đã được tặng Giấy khen`, `02 năm liên tục đạt ...`
    r"(?<!\p{L})(?:đã\s+(?:được\s+)?(?:tặng|đạt|nhận|khen)|có\s+ít\s+nhất|liên\s+tục|trở\s+lên)[^.;\n]{0,60}\Z",
    regex.IGNORECASE,
)
_PAPER_TITLE = regex.compile(r"(?:về\s+việc|V/v|quy\s+chế|quy\s+định)[^.;\n]{0,80}\Z", regex.IGNORECASE)
_LICENCE = regex.compile(  # giấy chứng nhận đăng ký kinh doanh
    r"\s+(?:đăng\s+ký|quyền|đủ|kết\s+hôn|đầu\s+tư|an\s+toàn|hành\s+nghề|sức|kiểm|xuất|chất|hoàn\s+thành\s+xây)",
    regex.IGNORECASE,
)
_MOVEMENT = regex.compile(  # phong trào thi đua “Lao động giỏi”
    r"(?<!\p{L})(?:phong\s+trào|cuộc\s+vận\s+động|thi\s+đua)\s*[“\"]?[^”\".;]{0,30}\Z", regex.IGNORECASE
)
_AFTER_OF = regex.compile(r"(?:của|do)\s+\Z", regex.IGNORECASE)
_COMMITTEE = regex.compile(r"(?<!\p{L})(?:BTC|Ban\s+[Tt]ổ\s+chức(?:\s+(?:Cuộc|Hội)\s+thi)?)(?!\p{L})")
_CUE = regex.compile(r"(?:Tặng|Trao|Trao tặng|Khen thưởng)\s+\Z")
_SUBJECTS = regex.compile(r"\W*(?:\d+[.)]\s*)?đối\s+tượng", regex.IGNORECASE)
_TEAM_ENTRY = any_of("mỗi lớp|mỗi đơn vị|mỗi đội|mỗi chi đoàn|mỗi trường|mỗi nhóm|mỗi cơ quan|mỗi tập thể")
_DECIDES = regex.compile(r"\W*QUYẾT\s+ĐỊNH\s*:?\W*")
_MAKERS = regex.compile(
    r"(?:PHÓ\s+)?(?:CHỦ\s+TỊCH|(?:TỔNG\s+)?GIÁM\s+ĐỐC|BỘ\s+TRƯỞNG|THỦ\s+TƯỚNG|HIỆU\s+TRƯỞNG|BAN\s+(?:THƯỜNG\s+VỤ|CHẤP\s+HÀNH)|"
    r"ỦY\s+BAN|(?:TỔNG\s+)?CỤC\s+TRƯỞNG|VIỆN\s+TRƯỞNG|ĐOÀN\s+CHỦ\s+TỊCH|TRƯỞNG\s+BAN)\b"
)
_CONFERS = regex.compile(
    r"\W*(?:Điều\s+\d+\W*)?(?:\d+\W*)?(?:Nay\s+)?(?:tặng|khen\s+thưởng|công\s+nhận|trao)(?!\p{L})", regex.IGNORECASE
)
_NEXT_LINES = 3  # lines after a prize in which its number and money may stand, where columns were read one by one
_FIGURE_LINE = regex.compile(r"[=–+-]?\s?\d(?:[\d.,\s=/]|giải|đồng|đ|₫|x){0,60}", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    """A mention with its values resolved; `start`, `end`: its quote."""

    start: int
    end: int
    mention: AwardMention
    conferrer: str | None
    level: str | None
    quantity: int | None
    money: int | None
    to: str | None


@dataclass(frozen=True, slots=True)
class _Office:
    """Who issues the dispatch: the level of the issuing body, the line that names who decides (or None)."""

    level: str | None
    maker: str | None


def extract(doc: Doc) -> list[Candidate]:
    """The candidates of the kind `awards`: one for each distinct award, its other places as mentions."""
    context, text = context_of(doc), text_of(doc)
    office = _Office(_issuer_level(text, context), _decision_maker(text, context))
    found: list[_Found] = []
    whom: str | None = None  # by the nearest `Đối tượng` line before
    for block in context.layout.blocks:
        if block.zone != "body" or _in_header(context, block) or _PREAMBLE.match(text, block.start, block.end):
            continue
        whom = _subjects_of(text, context, block) or whom
        if _TEAM_ENTRY.search(text, block.start, block.end):
            whom = None  # whole classes or units enter: the prize is for neither kind alone
        found += _of_block(text, context, block, office, whom)
    return list(_candidates(found))


def _in_header(context: Context, block: Block) -> bool:
    return any(cell.role in _HEADER_ROLES and cell.start <= block.start < cell.end for cell in context.layout.cells)


def _issuer_level(text: str, context: Context) -> str | None:
    """The level of the body that issues the dispatch, by its own name or else by its parent's."""
    for role in ("issuer", "parent"):
        cell = context.layout.cell(role)
        level = level_of(text[cell.start : cell.end]) if cell else None
        if level:
            return level
    return None


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


def _of_block(text: str, context: Context, block: Block, office: _Office, whom: str | None) -> Iterator[_Found]:
    last_stop = _continued(text, context, block)
    mentions = find_awards(text, block.start, last_stop)
    if not mentions:
        return
    heads = list(context.layout.ancestors(block))[:3]
    for i, mention in enumerate(mentions):
        stop = mentions[i + 1].start if i + 1 < len(mentions) else last_stop
        if _counts(text, block, mention, heads):
            yield from _resolved(text, context, block, mention, heads, stop, office, whom)


def _continued(text: str, context: Context, block: Block) -> int:
    """End of the lines after a block that belong to its last award: figures and sums alone."""
    end = block.end
    for following in context.layout.blocks[block.index + 1 : block.index + 1 + _NEXT_LINES]:
        if not _FIGURE_LINE.fullmatch(text[following.start : following.end].strip()):
            break
        end = following.end
    return end


def _counts(text: str, block: Block, mention: AwardMention, heads: Sequence[Block]) -> bool:
    """Is the award one that can be conferred here, not a condition already met, a paper's title, a mere word?"""
    before = text[max(block.start, mention.start - _REACH) : mention.start]
    if _ALREADY.search(before) or (mention.kind != "prize" and _PAPER_TITLE.search(before)):
        return False
    near = before[-_NEAR:]
    if mention.form == "giấy chứng nhận" and (
        _LICENCE.match(text, mention.end, mention.end + _NEAR) or not MERIT.search(near)
    ):
        return False
    if mention.kind == "title":  # `98% hộ đạt danh hiệu ...` is a target
        return "%" not in before[before.rfind(";") + 1 :] and bool(HONOURED.search(near)) and not _MOVEMENT.search(near)
    if mention.kind == "prize" or mention.conferrer is not None or REWARDS.search(before):
        return True
    return any(REWARDS.search(text, head.start, head.end) for head in heads)


def _resolved(
    text: str, context: Context, block: Block, mention: AwardMention, heads: Sequence[Block], stop: int,
    office: _Office, whom: str | None,
) -> Iterator[_Found]:  # fmt: skip
    quantity, start, end = quantity_of(text, (mention.start, mention.end), block.start, stop)
    money, money_end = money_of(text, mention.end, stop, in_row=block.kind == "row")
    to, number, for_end = given_to(text, mention.end, min(block.end, stop))
    giver = mention.conferrer or _giver(text, context, block, mention, heads)
    name = " ".join(text[giver[0] : giver[1]].split()) if giver else None
    if name is None and office.maker and _CONFERS.match(text, block.start, min(block.end, block.start + _NEAR)):
        name = office.maker
    level = (level_of(name, office.level) if name else None) or mention.level
    cue = _CUE.search(text, max(block.start, start - 20), start)  # `Tặng Bằng khen`: the cue belongs to the quote
    found = _Found(
        start=cue.start() if cue else start,
        end=max(end, money_end if money else 0, for_end if to else 0),
        mention=mention,
        conferrer=name,
        level=level or (office.level if mention.kind == "prize" else None),
        quantity=number if quantity is None else quantity,
        money=money,
        to=to or mention.to or _group(text, block, mention, heads) or whom,
    )
    sums = sums_by_recipient(text, mention.end, stop) if money else {}
    if len({amount for amount, _ in sums.values()}) < 2:
        yield found
        return
    for who, (amount, sum_end) in sums.items():
        yield replace(found, money=amount, to=who, quantity=None, end=sum_end)


def _giver(text: str, context: Context, block: Block, mention: AwardMention, heads: Sequence[Block]) -> Span | None:
    """The conferrer named before the award: `đề nghị X tặng Bằng khen`, else in the headings of its list."""
    low = max(block.start, mention.start - _REACH)
    inside = [
        b
        for b in context.mentions.bodies_in(low, mention.start)
        if GIVES.match(text, b.end, min(mention.start, b.end + _NEAR))
    ]
    if inside:
        return inside[-1].start, inside[-1].end
    for start, end in [(low, mention.start), *((head.start, head.end) for head in heads)]:
        span = _giver_in(text, context, start, end)
        if span is not None:
            return span
    return None


def _giver_in(text: str, context: Context, start: int, end: int) -> Span | None:
    """`BTC sẽ trao giải thưởng cho ...`, `Khen thưởng của LĐLĐ tỉnh:`: the body that gives."""
    for match in _COMMITTEE.finditer(text, start, end):
        if GIVES.match(text, match.end(), min(end, match.end() + _NEAR)):
            return match.span()
    for body in context.mentions.bodies_in(start, end):
        if body.end > end:
            break
        after_of = _AFTER_OF.search(text, max(start, body.start - 5), body.start)
        if GIVES.match(text, body.end, min(end, body.end + _NEAR)) or (
            after_of and REWARDS.search(text, start, after_of.start())
        ):
            return body.start, body.end
    return None


def _group(text: str, block: Block, mention: AwardMention, heads: Sequence[Block]) -> str | None:
    """For whom, by the award's own line or the headings above it (`Giải tập thể`, `Đối với cá nhân`)."""
    spans = [(max(block.start, mention.start - _REACH), mention.start), *((head.start, head.end) for head in heads)]
    return next((to for start, end in spans if (to := groups_in(text[start:end]))), None)


def _candidates(found: list[_Found]) -> Iterator[Candidate]:
    """One candidate a fact: mentions with the same form, rank and conferrer fill each other's gaps."""
    groups: defaultdict[tuple[str, str | None, str], list[_Found]] = defaultdict(list)
    for one in _named(found):
        groups[one.mention.form, one.mention.rank, bare(one.conferrer or "")].append(one)
    for group in groups.values():
        for to, part in _by_recipient(group):
            yield _merged(to, part)


def _named(found: list[_Found]) -> Iterator[_Found]:
    """A mention without a conferrer is the award named in full elsewhere; where several are, it is dropped."""
    full: defaultdict[str, dict[str, _Found]] = defaultdict(dict)
    for one in found:
        if one.conferrer:
            full[one.mention.form].setdefault(bare(one.conferrer), one)
    for one in found:
        known = list(full[one.mention.form].values())
        if one.conferrer or not known or one.mention.kind == "prize":
            yield one
        elif len(known) == 1:
            yield replace(one, conferrer=known[0].conferrer, level=known[0].level, quantity=None)


def _by_recipient(group: list[_Found]) -> Sequence[tuple[str | None, list[_Found]]]:
    """The parts of a group with whom each is for: apart where number or money are told for both kinds."""
    told = {one.to for one in group if one.to != "both" and not (one.quantity is None and one.money is None)}
    if told >= {"collective", "individual"}:
        parts = [(to, [one for one in group if one.to == to]) for to in ("collective", "individual")]
        return sorted(parts, key=lambda part: part[1][0].start)
    known = {one.to for one in group if one.to}
    return [("both" if len(known) > 1 else next(iter(known), None), group)]


def _merged(to: str | None, group: list[_Found]) -> Candidate:
    best = max(group, key=lambda f: (sum(v is not None for v in (f.conferrer, f.quantity, f.money, f.to)), -f.start))
    ranked = [best, *group]
    values: dict[str, Value] = {
        "form": best.mention.form,
        "rank": best.mention.rank,
        "conferrer": best.conferrer,
        "level": next((one.level for one in ranked if one.level), None),
        "quantity": next((one.quantity for one in ranked if one.quantity is not None), None),
        "money": next((one.money for one in ranked if one.money is not None), None),
        "to": to,
    }
    rest = tuple((one.start, one.end) for one in group if one is not best)
    rule = "prize" if best.mention.kind == "prize" else "named" if best.conferrer else "bare"
    return Candidate("awards", best.start, best.end, values, f"awards.{rule}", SCORES[rule], rest)
