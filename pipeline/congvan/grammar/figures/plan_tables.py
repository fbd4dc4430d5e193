"""Rows of tables that tell figures to reach: whose figure, what it counts, by when; text and columns in, spans out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from congvan.grammar.figures.columns import Count, PlanTable, QuotaTable, TaskTable, cells_of, is_filled
from congvan.grammar.figures.counted import Quantity, Span, find_quantities
from congvan.grammar.figures.rates import cut_name
from congvan.grammar.wording import Wording, words_of

_NUMBER = regex.compile(r"\d{1,4}|\d{1,3}(?:\.\d{3})+")
_ORDINAL = regex.compile(r"\W*(?:\d{1,3}|[IVX]{1,5}|[a-z])[.)]?")
_TOTAL = regex.compile(r"(?:tổng(?:\s+(?:cộng|số))?|cộng)(?!\p{L})", regex.IGNORECASE)
# `Giao chỉ tiêu tuyển sinh lớp 10`: what the figures of a table without a verb of its own are for.
_PURPOSE = regex.compile(r"(?:chỉ\s+tiêu|kế\s+hoạch)\s+(?!(?:được\s+)?giao)(?=\p{L})", regex.IGNORECASE)
# `Chỉ tiêu giao các xã, thị trấn (...)`: whose goals a table tells.
_GIVEN_TO = regex.compile(
    r"(?:chỉ\s+tiêu|nhiệm\s+vụ|kế\s+hoạch)\s+(?:được\s+)?giao\s+(?:cho\s+)?(?P<who>(?:các|mỗi|từng)\s[^(:;.*\n|]{2,80}?)\s*(?:[(:;.*\n|]|\Z)",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Goal:
    """One figure of a table of goals: what it counts, whose it is, the year its column tells; `start`, `end`: the
    stretch from the name to the figure.
    """

    quantity: Quantity
    population: Span | None
    metric: Span
    year: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Share:
    """One body's figure in an allotment: the spans of its cell and of the figure, and the column it stands in."""

    body: Span
    figure: Span
    count: Count


@dataclass(frozen=True, slots=True)
class Task:
    """One row of a table of tasks: the spans of what is done, by whom, by when; None where the cell is empty."""

    task: Span
    owner: Span | None
    due: Span | None


def goals_of(text: str, start: int, end: int, table: PlanTable) -> Iterator[Goal]:
    """The goals of one row: the name's cell is the metric, figures stand in the goal columns, one a cell."""
    cells = cells_of(text, start, end)
    if not table.width - 1 <= len(cells) <= table.width:
        return
    name = cells[table.name]
    if not any(letter.isalpha() for letter in text[slice(*name)]):
        return
    owner = cells[table.owner] if table.owner is not None and table.owner < len(cells) else None
    for column, year in table.goals:
        low, high = cells[column] if column < len(cells) else (end, end)
        quantities = find_quantities(Wording(text, low, high), low, high)
        if len(quantities) != 1:
            continue
        [quantity] = quantities
        if quantity.unit is None and table.unit is not None:
            quantity = replace(quantity, unit=" ".join(text[slice(*cells[table.unit])].split()) or None)
        population, metric = cut_name(Wording(text, *name, tagged=True), *name)
        if owner is not None and is_filled(text, owner):
            population, high = owner, max(high, owner[1])
        yield Goal(quantity, population, metric, year, min(name[0], low), max(high, name[1]))


def shares_of(text: str, start: int, end: int, table: QuotaTable) -> list[Share]:
    """Of one row each body's share; no total's row, nothing where it is not clear which cell stands in which column."""
    cells = _aligned(text, start, end, table)
    if cells is None:
        return []
    body = cells[table.body]
    if body[0] == body[1] or _TOTAL.match(text, *body) or not any(letter.isalpha() for letter in text[slice(*body)]):
        return []
    return [
        Share(body, cells[count.column], count)
        for count in table.counts
        if _NUMBER.fullmatch(text, *cells[count.column])
    ]


def notes_of(text: str, start: int, end: int, table: QuotaTable) -> tuple[Span, Span] | None:
    """The body of a row and its note (`có 01 nữ`), where it has one."""
    cells = _aligned(text, start, end, table)
    if cells is None or table.notes is None or not is_filled(text, cells[table.notes]):
        return None
    return cells[table.body], cells[table.notes]


def _aligned(text: str, start: int, end: int, table: QuotaTable) -> list[Span] | None:
    """The cells of a row as they stand under the header; None where that is not clear.

    OCR sees marks between the columns as cells; a row laid out with blanks keeps no empty cells: its ordinal is missing
    where the row begins with a word, and a note at the end.
    """
    cells = cells_of(text, start, end)
    if len(cells) == table.width:
        return cells
    filled = [cell for cell in cells if is_filled(text, cell)]
    named = list(table.named)
    if table.numbered and filled and not _ORDINAL.fullmatch(text, *filled[0]):
        named = named[1:]
    if len(filled) == len(named) - 1 and named[-1] == table.notes:
        named = named[:-1]
    if len(filled) != len(named):
        return None
    return [filled[named.index(i)] if i in named else (end, end) for i in range(table.width)]


def task_of(text: str, start: int, end: int, table: TaskTable) -> Task | None:
    """The task of one row, or None where its cells do not stand under the header."""
    cells = cells_of(text, start, end)
    if len(cells) != table.width or not is_filled(text, cells[table.task]):
        return None
    owner, due = (
        None if at is None or not is_filled(text, cells[at]) else cells[at] for at in (table.owner, table.due)
    )
    return Task(cells[table.task], owner, due)


def purpose_in(text: str, start: int, end: int) -> Span | None:
    """What the figures under a heading are for: the verb after `chỉ tiêu` (`Giao chỉ tiêu tuyển sinh lớp 10`)."""
    for match in _PURPOSE.finditer(text, start, end):
        words = words_of(text, match.end(), end)
        if words and words[0].part == "verb" and not words[0].support:
            return words[0].start, words[0].end
    return None


def given_to(text: str, start: int, end: int) -> Span | None:
    """To whom a heading gives goals (`Chỉ tiêu giao các xã, thị trấn`)."""
    match = _GIVEN_TO.search(text, start, end)
    return match.span("who") if match else None
