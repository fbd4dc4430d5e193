"""Targets: figures that somebody is to reach, quotas to fill, criteria to meet.

A figure counts where its clause says a duty (`phấn đấu`, a comparing word, `mỗi ... đăng ký`, a plan's own verb) and
neither the clause nor the headings above it tell a result, a price, a legal threshold or a score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

import regex
from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate, Value
from congvan.datamodel.context import Context
from congvan.datamodel.layout import Block
from congvan.grammar.documents.type_names import type_of_title
from congvan.grammar.figures.columns import PlanTable, QuotaTable, TaskTable, plan_table, quota_table, task_table
from congvan.grammar.figures.counted import Quantity, Span, find_quantities, has_figures
from congvan.grammar.figures.cuts import Cut
from congvan.grammar.figures.dues import due_of, due_of_heading, last_day, opens_with_time_to_come
from congvan.grammar.figures.frames import owner_in
from congvan.grammar.figures.headings import (
    AHEAD_HEADING,
    ALLOTS,
    CONCLUDES,
    HEADING_LENGTH,
    PRIZE_HEADING,
    RATING,
    SEATS,
    SHARES_OUT,
    governed_by_results,
    is_line_head,
    looks_ahead,
    names_criteria,
    sets_goals,
    tells_results,
)
from congvan.grammar.figures.kinds import is_part, kind_of
from congvan.grammar.figures.plan_tables import given_to, goals_of, notes_of, purpose_in, shares_of, task_of
from congvan.grammar.figures.rates import rate_before
from congvan.grammar.figures.rules import rule_of
from congvan.grammar.figures.senses import GOAL
from congvan.grammar.figures.sharing import APART, Said
from congvan.grammar.figures.told import REACH, Setting, told
from congvan.grammar.wording import Wording, words_of
from congvan.text.sentences import sentences
from congvan.text.tokens import context_of, text_of

# Types that set duties; in others (decisions, minutes, contracts) a bare count is a fact.
PLAN_TYPES = frozenset({
    "kế hoạch", "chương trình", "chỉ thị", "hướng dẫn", "công văn", "nghị quyết", "thông báo", "đề án", "phương án",
    "kết luận", "điều lệ", "thể lệ", "quy chế", "công điện", "lời kêu gọi", "dự án",
})  # fmt: skip
# In these a bound (`ít nhất`, `không quá`) sets a duty, a bare count does not.
BOUND_TYPES = frozenset({"quyết định", "quy định", "nội quy", "giấy mời"})
RESULT_TYPES = frozenset({"báo cáo", "biên bản"})
# How far each rule is trusted, by its share of right items in real papers.
SCORES = {
    "share": 0.85, "each": 0.85, "goal": 0.75, "table": 0.75, "bounded": 0.7, "plain share": 0.7, "quota": 0.65,
    "money": 0.6, "listed": 0.6, "dated": 0.6, "limit": 0.6, "plan": 0.5, "assigned": 0.5, "unitless": 0.5,
    "unruled": 0.0,
}  # fmt: skip
UNRULED = "unruled"  # a figure that no rule makes a target: a trained model may
_PREAMBLE = regex.compile(
    r"\W*(?:Căn\s+cứ\s+(?:vào\s+|các\s+)?(?:Luật|Bộ\s+luật|Pháp|Nghị|Quyết|Chỉ|Thông|Kế|Công|Hướng|Chương|Quy|Điều|"
    r"Kết\s+luận|Hiến|Tờ)|Theo\s+đề\s+nghị|Xét\s+đề\s+nghị)(?!\p{L})"
)
_SUBJECT = regex.compile(r"V/v|Về\s+việc", regex.IGNORECASE)  # a letter's subject heads no section
_YEAR = len("2024")
_OPENING = 40  # characters in which a time opens a long sentence
_LABEL_REACH = 90  # characters in which a label ends
_DIGIT = regex.compile(r"\d")
_RULE = regex.compile(r"[\W_]*(?:\d{1,3}\W*)?")  # a drawn line, a page number: the table goes on

Table = PlanTable | QuotaTable | TaskTable


def extract(doc: Doc) -> list[Candidate]:
    """The candidates of the kind `targets`."""
    context, text = context_of(doc), text_of(doc)
    kind = type_of_title(text, context)
    found: list[Candidate] = []
    table: Table | None = None
    line: Block | None = None  # a bare line that heads what follows it (`Mục tiêu năm 2023`)
    for block in context.layout.blocks:
        line = _line_over(text, context, block, line)
        header = _header_of(text, context, block)
        table = header or (table if block.kind == "row" or _RULE.fullmatch(text, block.start, block.end) else None)
        if header or block.zone != "body" or _PREAMBLE.match(text, block.start, block.end):
            continue
        above = [*([line] if line and line is not block else []), *_sections_over(text, context, block)]
        heads = [text[b.start : b.end] for b in above]
        results = _tells_results(kind, heads)
        if results and not isinstance(table, PlanTable):
            continue
        setting = _setting(text, context, block, kind, above)
        rows = list(_of_row(text, context, block, table, setting, results=results)) if table else []
        found += rows if rows or results else _of_block(text, context, *_body_of(block), setting)
    return found


def _sections_over(text: str, context: Context, block: Block) -> list[Block]:
    """The blocks that head a block, nearest first, without a letter's subject, which heads no section."""
    return [head for head in context.layout.ancestors(block) if not _SUBJECT.match(text, head.start, head.end)]


def _line_over(text: str, context: Context, block: Block, line: Block | None) -> Block | None:
    """The bare line over a block, or the block itself where it is one; a section beside it ends its reach."""
    if block.kind == "para" and block.zone == "body" and is_line_head(text, block.start, block.end):
        return block
    if line is None or block.zone != "body" or block.kind == "heading":
        return None
    level = context.layout.blocks[line.parent].level if line.parent is not None else 0
    return None if block.label and block.level <= level else line


def _body_of(block: Block) -> Span:
    return (block.body_start if block.label else block.start), block.end


def _header_of(text: str, context: Context, block: Block) -> Table | None:
    """The columns that a row heads; a table of bodies tells quotas where its title says so (`Phân bổ đại biểu`)."""
    if block.kind != "row":
        return None
    above = list(islice(context.layout.ancestors(block), 2))
    titles = [text[b.start : b.end] for b in above]
    goal = any(GOAL.search(title) for title in titles)
    this_year = str(context.issued_on.year) if context.issued_on else None
    header = plan_table(text, block.start, block.end, goal=goal, this_year=this_year)
    if header is not None:
        return header
    allots = any(SHARES_OUT.search(title) for title in titles) and not any(tells_results(t) for t in titles)
    return (quota_table(text, block.start, block.end) if allots else None) or task_table(text, block.start, block.end)


def _of_row(
    text: str, context: Context, block: Block, table: Table, setting: Setting, *, results: bool
) -> Iterator[Candidate]:
    if isinstance(table, QuotaTable):
        yield from _quotas_of(text, context, block, table, setting)
    elif isinstance(table, PlanTable):
        yield from _goals_of(text, context, block, table, setting, results=results)
    else:
        yield from _task_of(text, context, block, table, setting)


def _quotas_of(text: str, context: Context, block: Block, table: QuotaTable, setting: Setting) -> Iterator[Candidate]:
    """The figures of one row of an allotment: the body's cell is the population, the column's head tells the unit."""
    purpose = _above(text, context, block, purpose_in)
    kind = "quota"
    for share in shares_of(text, block.start, block.end, table):
        count = share.count
        metric = purpose if purpose and not _proposes(text, count.metric) else count.metric
        kind = "quota" if count.quota and metric == count.metric else "target"
        for quantity in find_quantities(Wording(text, *share.figure), *share.figure):
            counted = replace(quantity, unit=_words(text, count.unit), comparator=count.comparator)
            span = share.body[0], share.figure[1]
            yield _candidate(text, counted, share.body, metric, None, kind, span, "table")
    note = notes_of(text, block.start, block.end, table)
    if note is None:
        return
    for candidate in _of_block(text, context, *note[1], replace(setting, start=note[1][0], owner=note[0])):
        if kind == "quota" or candidate.values["comparator"] != "eq":  # `có 35 em dự bị` explains a figure
            yield replace(candidate, values={**candidate.values, "kind": kind})


def _proposes(text: str, metric: Span | None) -> bool:
    return metric is not None and any(word.part == "verb" for word in words_of(text, *metric))


def _goals_of(
    text: str, context: Context, block: Block, table: PlanTable, setting: Setting, *, results: bool
) -> Iterator[Candidate]:
    """The goals of one row; among results only those that are still to be reached."""
    given = _above(text, context, block, given_to)
    this_year = str(context.issued_on.year) if context.issued_on else ""
    for goal in goals_of(text, block.start, block.end, table):
        if results and not (table.explicit and goal.year and goal.year >= this_year):
            continue
        # a day or month that the heading tells says more than the column's year, a half year less
        exact = setting.year if setting.year and setting.year[_YEAR + 1 :][:1].isdigit() else None
        by_heading = exact if goal.year and exact and exact.startswith(goal.year) else None
        due = by_heading or goal.year or setting.year
        kind = "criterion" if setting.criterion else "target"
        span = goal.start, goal.end
        yield _candidate(text, goal.quantity, given or goal.population, goal.metric, due, kind, span, "table")


def _task_of(text: str, context: Context, block: Block, table: TaskTable, setting: Setting) -> Iterator[Candidate]:
    """The figures in the task of one row; by whom and by when its other cells say."""
    task = task_of(text, block.start, block.end, table)
    if task is None:
        return
    dates = context.mentions.dates_in(*task.due) if task.due else ()
    due = dates[0].value if len(dates) == 1 else None
    shown = max(span[1] for span in (task.task, task.owner, task.due if due else None) if span)
    owned = replace(setting, start=task.task[0], owner=task.owner or setting.owner, year=due or setting.year)
    for candidate in _of_block(text, context, *task.task, owned):
        yield replace(candidate, end=max(candidate.end, shown))


def _above(text: str, context: Context, block: Block, find: Callable[[str, int, int], Span | None]) -> Span | None:
    """What `find` finds in the nearest of the two headings over a block."""
    return next((s for b in islice(context.layout.ancestors(block), 2) if (s := find(text, b.start, b.end))), None)


def _tells_results(kind: str | None, heads: Sequence[str]) -> bool:
    """Is this part of the document about what was reached, by its type and headings?"""
    ahead = any(AHEAD_HEADING.search(head) or CONCLUDES.search(head) for head in heads)
    if kind in RESULT_TYPES and not ahead:
        return True
    return governed_by_results(heads)


def _setting(text: str, context: Context, block: Block, kind: str | None, above: Sequence[Block]) -> Setting:
    heads = [text[b.start : b.end] for b in above]
    goal = any(GOAL.search(head) for head in heads)
    criterion = (
        any(PRIZE_HEADING.search(head) for head in heads[:2])
        or any(names_criteria(head) for head in heads[:3] if len(head) < HEADING_LENGTH)
        or RATING.match(text, block.start, block.end) is not None
    )
    plan = (
        kind is None
        or kind in PLAN_TYPES
        or any(looks_ahead(head) or CONCLUDES.search(head) for head in heads if len(head) < HEADING_LENGTH)
    )
    return Setting(
        start=block.start,
        criterion=criterion,
        goal=goal,
        plan=plan,
        allotted=any(ALLOTS.search(head) for head in heads[:2]),
        year=_year_of(text, context, above),
        owner=_owner_of(text, context, block),
        bounds=plan or kind in BOUND_TYPES,
        seats=any(SEATS.search(head) for head in heads[:3] if len(head) < HEADING_LENGTH),
    )


def _owner_of(text: str, context: Context, block: Block) -> Span | None:
    """Whose duties the block tells: the label that opens it (`- Cá nhân: ...`), else the heading over it."""
    begin = block.body_start if block.label else block.start
    colon = text.find(":", begin, min(block.end, begin + _LABEL_REACH))
    own = owner_in(text, begin, colon) if colon > begin else None
    head = next(iter(context.layout.ancestors(block)), None)
    if own or head is None:
        return own
    return owner_in(text, head.body_start if head.label else head.start, head.end)


def _year_of(text: str, context: Context, above: Sequence[Block]) -> str | None:
    """By when the headings say, nearest first."""
    for head in above:
        if head.end - head.start > HEADING_LENGTH:
            continue
        if not sets_goals(text[head.start : head.end]):
            continue
        dates = context.mentions.dates_in(head.start, head.end)
        due = due_of_heading(text, dates, head.start, head.end, context.issued_on)
        if due is not None:
            return due
    return None


def _of_block(text: str, context: Context, begin: int, stop: int, setting: Setting) -> Iterator[Candidate]:
    listed: list[Cut] = []  # clauses of this block with a quota, which a list `X: 02 người; Y: 03 người` shares out
    carried: Said | None = None  # the last figure said; a sentence that opens with `riêng` goes on from it
    last: Candidate | None = None
    since = finish = begin
    for start, end in sentences(text, begin, stop):
        since = since if start > finish and text[finish - 1] == ";" else start
        finish = end
        if not _DIGIT.search(text, start, end):  # most sentences; their words need not be read
            continue
        blocked = [(m.start, m.end) for m in context.mentions.dates_in(start, end)]
        blocked += [(m.start, m.end) for m in context.mentions.codes_in(start, end)]
        if not has_figures(text, start, end, blocked):
            continue
        wording = Wording(text, start, end, tagged=True)
        quantities = find_quantities(wording, start, end, blocked)
        said = _asked_by(text, since, quantities, setting)
        apart = carried if APART.match(text, start, end) else None
        for quantity, cut in told(wording, context, start, end, quantities, said, listed, apart, since):
            carried = quantity, cut
            candidate = _judged(wording, context, since, start, end, quantity, cut, said)
            if cut.follows and candidate is not None:
                candidate = _like(last, candidate)
            part = is_part(text, max(start, quantity.at - REACH), quantity)
            if part and not cut.follows and candidate is not None:
                candidate = _of_kind(last, candidate)
            last = candidate
            if candidate is not None:
                if candidate.values["kind"] == "quota" and not candidate.doubtful and not part:
                    listed.append(cut)
                yield candidate


def _asked_by(text: str, since: int, quantities: Sequence[Quantity], setting: Setting) -> Setting:
    """The setting of a sentence; one that names criteria before its first figure asks what a heading would."""
    if setting.criterion or not quantities:
        return setting
    opening = text[max(since, quantities[0].at - REACH) : quantities[0].at]
    asks = names_criteria(opening) and GOAL.search(opening) is None
    return replace(setting, criterion=True) if asks else setting


def _of_kind(whole: Candidate | None, part: Candidate) -> Candidate:
    """A part of a quota is one, `đề nghị 08 cá nhân, trong đó nữ từ 50%`; what a criterion asks for is asked of it."""
    kind = whole.values["kind"] if whole is not None and not whole.doubtful else None
    if kind in ("quota", "criterion") and part.values["kind"] == "target":
        return replace(part, values={**part.values, "kind": kind})
    return part


def _judged(
    wording: Wording, context: Context, since: int, start: int, end: int, quantity: Quantity, cut: Cut, setting: Setting
) -> Candidate | None:
    """The candidate of a figure, a doubtful one where no rule makes it a target; None where it counts nothing."""
    text = wording.text
    low, high = max(start, quantity.at - REACH), min(end, quantity.end + REACH)
    before = text[low : quantity.at]
    near = max(since, quantity.at - REACH)
    dates = (*context.mentions.dates_in(since, min(near, since + _OPENING)), *context.mentions.dates_in(near, high))
    ahead = opens_with_time_to_come(text, dates, since, quantity, context.issued_on)
    due = due_of(wording, dates, (low, high), since, quantity, context.issued_on)
    dated = due is not None and len(due) > _YEAR and (context.issued_on is None or last_day(due) >= context.issued_on)
    rule = rule_of(wording, start, before, quantity, cut, setting, ahead=ahead, dated=dated)
    if rule is None and cut.metric is None and cut.population is None:
        return None
    kind = kind_of(wording, text[near : quantity.at], before, high, quantity, cut, setting)
    span = cut.start, max(cut.end, quantity.end)
    metric = (rate_before(text, since, cut.metric) or cut.metric) if cut.metric else None
    if metric is not None and metric != cut.metric:
        span = metric[0], span[1]
    return _candidate(text, quantity, cut.population, metric, due or setting.year, kind, span, rule or UNRULED)


def _like(before: Candidate | None, candidate: Candidate) -> Candidate:
    """A figure that goes on from another is a target, and of that kind, where the other is."""
    if before is None or before.doubtful:
        return replace(candidate, by=f"targets.{UNRULED}", score=SCORES[UNRULED], doubtful=True)
    values = {**candidate.values, "kind": before.values["kind"]}
    return replace(candidate, values=values, by=before.by, score=before.score, doubtful=False)


def _candidate(
    text: str, quantity: Quantity, population: Span | None, metric: Span | None, due: str | None,
    kind: str, span: Span, rule: str,
) -> Candidate:  # fmt: skip
    values: dict[str, Value] = {
        "value": quantity.value,
        "value_max": quantity.value_max,
        "of": quantity.of,
        "unit": quantity.unit,
        "comparator": quantity.comparator,
        "change": quantity.change,
        "population": _words(text, population),
        "metric": _words(text, metric),
        "due_on": due,
        "kind": kind,
    }
    by = f"targets.{rule.replace(' ', '-')}"
    return Candidate("targets", *span, values, by, SCORES[rule], doubtful=rule == UNRULED)


def _words(text: str, span: Span | None) -> str | None:
    return None if span is None else " ".join(text[span[0] : span[1]].split()) or None
