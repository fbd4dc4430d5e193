"""Awards that can be, or are, conferred: each distinct form, rank and conferrer with number, money and for whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex
from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate, Value
from congvan.datamodel.context import Context
from congvan.datamodel.layout import Block
from congvan.grammar.awards import AwardMention, find_awards, given_to, first_recipient, money_of, quantity_of
from congvan.grammar.bodies import level_of
from congvan.text.folding import bare
from congvan.text.tokens import context_of, text_of

_PREAMBLE = regex.compile(
    r"\W*(?:Căn\s+cứ\s+(?:vào\s+|các\s+)?(?:Luật|Bộ\s+luật|Pháp|Nghị|Quyết|Chỉ|Thông|Kế|Công|Hướng|Chương|Quy|Kết\s+luận|Điều|Hiến|Tờ)"
    r"|Theo\s+đề\s+nghị|Xét\s+đề\s+nghị)(?!\p{L})"
)
_REWARDS = regex.compile(
    r"(?<!\p{L})(?:tặng|trao|khen\s+thưởng|đề\s+nghị|suy\s+tôn|xét|hình\s+thức|danh\s+hiệu|giải\s+thưởng|thưởng|cấp)(?!\p{L})", regex.IGNORECASE
)
_ALREADY = regex.compile(r"(?<!\p{L})(?:đã\s+(?:được\s+)?(?:tặng|đạt|nhận|khen)|có\s+ít\s+nhất|liên\s+tục|trở\s+lên)[^.;\n]{0,60}\Z", regex.IGNORECASE)
_TITLE_OF_PAPER = regex.compile(r"(?:về\s+việc|V/v|quy\s+chế|quy\s+định)[^.;\n]{0,80}\Z", regex.IGNORECASE)
_GIVES = regex.compile(r"\s*(?:,|\s|xem\s+xét|xét|quyết\s+định|sẽ|đã|và|công\s+nhận)*\s*(?:trao|tặng|khen\s+thưởng|cấp|khen)(?!\p{L})", regex.IGNORECASE)
_HEAD_OF = regex.compile(r"(?:của|do)\s+\Z", regex.IGNORECASE)
_COMMITTEE = regex.compile(r"(?<!\p{L})(?:BTC|Ban\s+[Tt]ổ\s+chức(?:\s+(?:Cuộc|Hội)\s+thi)?)(?!\p{L})")
_SUBJECTS = regex.compile(r"\W*(?:\d+[.)]\s*)?đối\s+tượng", regex.IGNORECASE)
_TEAM_ENTRY = regex.compile(r"(?<!\p{L})mỗi\s+(?:lớp|đơn\s+vị|đội|chi\s+đoàn|trường|nhóm|cơ\s+quan|tập\s+thể)(?!\p{L})", regex.IGNORECASE)
_NEAR = 80  # characters before an award in which its verb stands
_LICENCE = regex.compile(r"\s+(?:đăng\s+ký|quyền|đủ|kết\s+hôn|đầu\s+tư|an\s+toàn|hành\s+nghề|sức|kiểm|xuất|chất|hoàn\s+thành\s+xây)", regex.IGNORECASE)
_MERIT = regex.compile(r"(?<!\p{L})(?:tặng|trao|thưởng|biểu\s+dương|tôn\s+vinh)(?!\p{L})", regex.IGNORECASE)
_HONOURED = regex.compile(r"(?<!\p{L})(?:danh\s+hiệu|phong\s+tặng|truy\s+tặng|xét\s+tặng|công\s+nhận|suy\s+tôn|bình\s+xét|bình\s+chọn)(?!\p{L})", regex.IGNORECASE)
_MOVEMENT = regex.compile(r"(?<!\p{L})(?:phong\s+trào|cuộc\s+vận\s+động|thi\s+đua)\s*[“\"]?[^”\".;]{0,30}\Z", regex.IGNORECASE)
_NEXT_LINES = 3  # lines after a prize in which its number and money may stand, where columns were read one by one


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


def extract(doc: Doc) -> list[Candidate]:
    """The candidates of the kind `awards`: one for each distinct award, its other places as mentions."""
    context = context_of(doc)
    issuer = _issuer_level(text_of(doc), context)
    found: list[_Found] = []
    for block in context.layout.blocks:
        if block.zone == "body" and not _PREAMBLE.match(text_of(doc), block.start, block.end) and not _in_header(context, block):
            found += _of_block(text_of(doc), context, block, issuer)
    return list(_candidates(found))


def _in_header(context: Context, block: Block) -> bool:
    roles = ("title", "subject", "addressee", "recipients", "issuer", "parent")
    return any(c.role in roles and c.start <= block.start < c.end for c in context.layout.cells)


def _issuer_level(text: str, context: Context) -> str | None:
    """The level of the body that issues the dispatch, by its own name or else by its parent's."""
    for role in ("issuer", "parent"):
        cell = context.layout.cell(role)
        level = level_of(" ".join(text[cell.start : cell.end].split())) if cell else None
        if level:
            return level
    return None


def _of_block(text: str, context: Context, block: Block, issuer: str | None) -> Iterator[_Found]:
    stop_of_last = _continued(text, context, block)
    mentions = find_awards(text, block.start, stop_of_last)
    heads = [text[b.start : b.end] for b in context.layout.ancestors(block)]
    for i, mention in enumerate(mentions):
        if not _counts(text, block, mention, heads):
            continue
        stop = mentions[i + 1].start if i + 1 < len(mentions) else stop_of_last
        yield _resolved(text, context, block, mention, heads, stop, issuer)


def _continued(text: str, context: Context, block: Block) -> int:
    """End of the lines after a block that belong to its last award: figures and sums alone."""
    end = block.end
    for following in context.layout.blocks[block.index + 1 : block.index + 1 + _NEXT_LINES]:
        line = text[following.start : following.end].strip()
        if not regex.fullmatch(r"[=–+-]?\s*\d[\d.,]*\s*(?:giải|đồng|đ|₫|x|/|\s|=|\d|[.,])*", line, regex.IGNORECASE):
            break
        end = following.end
    return end


def _counts(text: str, block: Block, mention: AwardMention, heads: list[str]) -> bool:
    """Is the award one that can be conferred here, not a condition already met, a paper's title, a mere word?"""
    before = text[block.start : mention.start]
    if _ALREADY.search(before) or (_TITLE_OF_PAPER.search(before) and mention.kind != "prize"):
        return False
    near = before[-_NEAR:]
    if mention.form == "giấy chứng nhận" and (_LICENCE.match(text, mention.end) or not _MERIT.search(near)):
        return False
    if mention.kind == "title":
        return bool(_HONOURED.search(near)) and not _MOVEMENT.search(near)
    if mention.kind == "prize" or mention.conferrer is not None:
        return True
    return bool(_REWARDS.search(before)) or any(_REWARDS.search(h) for h in heads[:3])


def _resolved(
    text: str, context: Context, block: Block, mention: AwardMention, heads: list[str], stop: int, issuer: str | None
) -> _Found:
    quantity, start, end = quantity_of(text, mention, block.start, stop)
    money, money_end = money_of(text, mention, stop, in_row=block.kind == "row")
    to, number, for_end = given_to(text, mention.end, min(block.end, stop))
    if number is not None and quantity is None:
        quantity = number
    conferrer = mention.conferrer or _giver(text, block, mention, heads, context)
    name = " ".join(text[conferrer[0] : conferrer[1]].split()) if conferrer else None
    level = (level_of(name, issuer) if name else None) or mention.level
    if level is None and mention.kind == "prize":
        level = issuer
    to = to or mention.to or _whom(text, context, block, mention, heads)
    return _Found(
        _cue(text, block, start), max(end, money_end if money else 0, for_end if to else 0), mention, name, level, quantity, money, to
    )


_CUE = regex.compile(r"(?:Tặng|Trao|Trao tặng|Khen thưởng)\s+\Z")


def _cue(text: str, block: Block, start: int) -> int:
    """A cue directly before the award belongs to the quote (`Tặng Bằng khen`)."""
    cue = _CUE.search(text, max(block.start, start - 20), start)
    return cue.start() if cue else start


def _giver(
    text: str, block: Block, mention: AwardMention, heads: list[str], context: Context
) -> tuple[int, int] | None:
    """The conferrer named before the award: `đề nghị X tặng Bằng khen`, else in the heading of its list."""
    inside = [b for b in context.mentions.bodies_in(block.start, mention.start) if _GIVES.match(text, b.end, mention.start)]
    if inside:
        return inside[-1].start, inside[-1].end
    spans = [(b.start, b.end) for b in [block, *context.layout.ancestors(block)][:3]]
    for start, end in spans:
        stop = min(end, mention.start)
        span = _giver_in(text, context, start, stop)
        if span is not None:
            return span
    return None


def _giver_in(text: str, context: Context, start: int, end: int) -> tuple[int, int] | None:
    """`BTC sẽ trao giải thưởng cho ...`, `Khen thưởng của LĐLĐ tỉnh:`: the body that gives."""
    for match in _COMMITTEE.finditer(text, start, end):
        if _GIVES.match(text, match.end(), end):
            return match.span()
    for body in context.mentions.bodies_in(start, end):
        if body.end > end:
            continue
        after_of = _HEAD_OF.search(text, max(start, body.start - 5), body.start)
        if _GIVES.match(text, body.end, end) or (after_of and _REWARDS.search(text, start, after_of.start())):
            return body.start, body.end
    return None


def _whom(text: str, context: Context, block: Block, mention: AwardMention, heads: list[str]) -> str | None:
    """For whom, by the award's own line, the headings above it, or the section's `Đối tượng`."""
    line = text[block.start : mention.start]
    for stretch in (line, *heads[:3]):
        to = _only_groups(stretch)
        if to is not None:
            return to
    return _by_subjects(text, context, block, mention)


_GROUPS = regex.compile(r"(?<!\p{L})(?:tập\s+thể|cá\s+nhân|đơn\s+vị|đội|giải\s+đồng\s+đội)(?!\p{L})", regex.IGNORECASE)


def _only_groups(stretch: str) -> str | None:
    words = {" ".join(m.group().casefold().split()) for m in _GROUPS.finditer(stretch)}
    if not words:
        return None
    person, group = "cá nhân" in words, bool(words - {"cá nhân"})
    return "both" if person and group else "individual" if person else "collective"


def _by_subjects(text: str, context: Context, block: Block, mention: AwardMention) -> str | None:
    """The section's own `Đối tượng: Tập thể, cá nhân ...`, the nearest before the award."""
    blocks = context.layout.blocks
    for other in reversed(blocks[: block.index]):
        line = text[other.start : other.end]
        if mention.kind == "prize" and _TEAM_ENTRY.search(line):
            return None
        if _SUBJECTS.match(text, other.start, other.end):
            below = " ".join(text[b.start : b.end] for b in blocks[other.index + 1 : other.index + 4] if b.parent == other.index)
            return first_recipient(f"{line[line.find(':') + 1 :]} {below}")
    return None


def _candidates(found: list[_Found]) -> Iterator[Candidate]:
    """One candidate a fact: mentions with the same form, rank and conferrer fill each other's gaps."""
    groups: defaultdict[tuple[str, str | None, str | None], list[_Found]] = defaultdict(list)
    for one in _named(found):
        groups[one.mention.form, one.mention.rank, bare(one.conferrer or "") or None].append(one)
    for group in groups.values():
        for part in _by_recipient(group):
            yield _merged(part)


def _named(found: list[_Found]) -> list[_Found]:
    """A mention without a conferrer is the award named in full elsewhere, if there is just one such."""
    full: defaultdict[str, set[tuple[str, str | None]]] = defaultdict(set)
    for one in found:
        if one.conferrer:
            full[one.mention.form].add((one.conferrer, one.level))
    out = []
    for one in found:
        known = full[one.mention.form]
        if one.conferrer is None and known and one.mention.kind != "prize":
            names = {bare(name) for name, _ in known}
            if len(names) > 1:
                continue
            name, level = sorted(known, key=str)[0]
            one = replace(one, conferrer=name, level=level, quantity=None)
        out.append(one)
    return out


def _by_recipient(group: list[_Found]) -> list[list[_Found]]:
    """Apart for collectives and individuals only where number or money differ by it."""
    by: dict[str | None, list[_Found]] = {}
    for one in group:
        by.setdefault(one.to, []).append(one)
    numbers = {to: {(f.quantity, f.money) for f in fs if f.quantity is not None or f.money is not None} for to, fs in by.items()}
    told = {to: values for to, values in numbers.items() if values and to in ("collective", "individual")}
    if len(told) < 2:
        return [group]
    rest = [f for f in group if f.to not in told]
    parts = [by[to] for to in told]
    parts[0].extend(rest)
    return parts


def _merged(group: list[_Found]) -> Candidate:
    best = max(group, key=lambda f: (sum(v is not None for v in (f.conferrer, f.quantity, f.money, f.to)), -f.start))
    tos = {f.to for f in group if f.to}
    to = best.to if len(tos) <= 1 else "both"
    first = next(iter(tos), None)
    values: dict[str, Value] = {
        "form": best.mention.form,
        "rank": best.mention.rank,
        "conferrer": best.conferrer,
        "level": next((f.level for f in [best, *group] if f.level), None),
        "quantity": next((f.quantity for f in [best, *group] if f.quantity is not None), None),
        "money": next((f.money for f in [best, *group] if f.money is not None), None),
        "to": to or first,
    }
    rest = tuple((f.start, f.end) for f in group if f is not best)
    rule = "prize" if best.mention.kind == "prize" else "named" if best.conferrer else "bare"
    score = {"prize": 0.8, "named": 0.85, "bare": 0.55}[rule]
    return Candidate("awards", best.start, best.end, values, f"awards.{rule}", score, rest)
