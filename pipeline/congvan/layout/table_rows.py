"""Printed lines of a table, their words given to columns, become logical rows.

A row may hold its number on its first line or, as Word centres cells, on the line in its middle. All ways to cut the
lines into rows are weighed (dynamic programming): every row wants one number, in its place, cells that begin with a
capital, and no blank inside. Linear in the number of lines: a row has at most `LONGEST_ROW` of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from statistics import median

import regex

# A logical row with more printed lines than this is cut.
LONGEST_ROW = 30
# Costs, weighed against each other on plans of many offices: a row without a number or with two sure ones is worse
# than a cell that begins in lower case; a number half a line off its place costs little.
NO_NUMBER = 2.5
SECOND_NUMBER = 3.0
SECOND_GUESS = 1.0
OFF_PLACE = 1.2
MOST_OFF_PLACE = 4.0
TORN_CELL = 1.2
BLANK_INSIDE = 1.5
# All cells begin anew on one line in the middle of a row: its number was not read.
BEGUN_INSIDE = 3.0
# Blank between lines of one cell, in line heights, is no larger than this.
INNER_BLANK = 0.5
# What may stand in the first column of a line.
NONE, GUESS, SURE, HEADER = range(4)

SURE_NUMBER = regex.compile(r"^[({\[]?(?:\d{1,3}|[IVX]{1,5}|[A-HĐa-hđ]|\d{1,2}(?:\.\d{1,2}){1,2})[.)}\]_,|]{0,2}$")
_BEGINS = regex.compile(r"^[\"“'(+-]?\s?(?:\p{Lu}|\d)")
_TERM = regex.compile(r"^(?:Trước|Ngày|Tháng|Quý|Năm|Từ|Trong|Chậm|\d{1,2}/\d)")
# Columns that must begin anew together: task, owner and term; or a term with one other.
BEGUN_TOGETHER = 3
_OPEN_END = regex.compile(r"(?:[-–,/]|(?:^|\s)(?:ngày|từ|đến|và|của|trước|các|cho))$", regex.IGNORECASE)
_CONTINUES = regex.compile(r"^[\"“'(]?\p{Ll}{2}|^[)\]/]")


@dataclass(frozen=True, slots=True)
class TableLine:
    """One printed line of a table.

    `texts`, `middles`: what stands in each filled column, and at which height; `middle`: the height of the line;
    `number`: what stands in the first column (NONE, GUESS, SURE, or the HEADER's `TT`);
    `blank`: white above the line in line heights.
    """

    texts: dict[int, str]
    middles: dict[int, float]
    middle: float
    number: int
    blank: float


def cut_rows(lines: Sequence[TableLine], line_height: float) -> list[tuple[int, int]]:
    """Half-open spans of the lines, each a logical row: numbers at the top or in the middle, whichever fits better."""
    if not lines:
        return []
    pitch = _pitch(lines, line_height)
    usual = min(sorted(line.blank for line in lines)[len(lines) * 3 // 10], INNER_BLANK)
    found = [_cheapest(lines, where, pitch, usual) for where in ("middle", "top")]
    return min(found)[1]


def _pitch(lines: Sequence[TableLine], line_height: float) -> float:
    """From one line of a cell to the next."""
    steps = []
    last: dict[int, float] = {}
    for line in lines:
        for column, middle in line.middles.items():
            if column in last and 0.4 * line_height < middle - last[column] < 2 * line_height:
                steps.append(middle - last[column])
            last[column] = middle
    return median(steps) if steps else line_height


def _cheapest(
    lines: Sequence[TableLine], where: str, pitch: float, usual: float
) -> tuple[float, list[tuple[int, int]]]:
    torn, begun = _torn_starts(lines), _begun_anew(lines)
    best = [0.0] + [inf] * len(lines)
    begin = [0] * (len(lines) + 1)
    for end in range(1, len(lines) + 1):
        for start, cost in _costs_up_from(lines, end, where, pitch, usual, torn, begun):
            if best[start] + cost < best[end]:
                best[end], begin[end] = best[start] + cost, start
    spans = []
    end = len(lines)
    while end > 0:
        spans.append((begin[end], end))
        end = begin[end]
    return best[-1], spans[::-1]


def _torn_starts(lines: Sequence[TableLine]) -> list[dict[int, bool]]:
    """For each line and column of it but the first: would a cell that begins here be torn from the one above?"""
    torn: list[dict[int, bool]] = []
    above: dict[int, str] = {}
    for line in lines:
        torn.append({n: n in above and is_torn(above[n], text) for n, text in line.texts.items() if n > 0})
        above.update(line.texts)
    return torn


def _begun_anew(lines: Sequence[TableLine]) -> list[int]:
    """For each line whose cells all begin anew below others: the lowest line at which a row over both begins, or -1."""
    found: list[int] = []
    last: dict[int, tuple[int, str]] = {}
    for at, line in enumerate(lines):
        cells = {n: text for n, text in line.texts.items() if n > 0}
        fresh = all(n in last and _BEGINS.match(t) and not is_torn(last[n][1], t) for n, t in cells.items())
        enough = len(cells) >= BEGUN_TOGETHER or (len(cells) > 1 and any(_TERM.match(t) for t in cells.values()))
        found.append(min(last[n][0] for n in cells) if fresh and enough else -1)
        last.update({n: (at, text) for n, text in cells.items()})
    return found


def is_torn(above: str, text: str) -> bool:
    """Would a cell that begins with this text be torn from the line above it?"""
    return begins_inside(text) or bool(_OPEN_END.search(above))


def begins_inside(text: str) -> bool:
    """Is a line like the middle of a cell: lower case at its beginning?"""
    return bool(_CONTINUES.match(text))


def _costs_up_from(
    lines: Sequence[TableLine],
    end: int,
    where: str,
    pitch: float,
    usual: float,
    torn: Sequence[dict[int, bool]],
    begun: Sequence[int],
) -> Iterator[tuple[int, float]]:
    """`(start, cost)` of each row that ends before line `end`, shortest first."""
    sure = guessed = 0
    number = -1
    starts: dict[int, bool] = {}
    blanks = 0.0
    for start in range(end - 1, max(end - 1 - LONGEST_ROW, -1), -1):
        line = lines[start]
        if line.number and (line.number >= SURE or not sure):
            number = start
        sure += line.number >= SURE
        guessed += line.number == GUESS
        starts.update(torn[start])
        inside = sum(begun[n] >= start for n in range(start + 1, end) if begun[n] >= 0)
        cost = TORN_CELL * sum(starts.values()) + BLANK_INSIDE * blanks + BEGUN_INSIDE * inside
        if number < 0:
            cost += NO_NUMBER
        else:
            extra_sure = max(sure - 1, 0)
            cost += SECOND_NUMBER * extra_sure + SECOND_GUESS * (guessed if sure else guessed - 1)
            above = lines[number].middles[0] - line.middle
            aside = abs(above - (lines[end - 1].middle - line.middle) / 2)
            header = lines[number].number == HEADER
            off = min(above, aside) if header else above if where == "top" else aside
            cost += min(OFF_PLACE * max(off / pitch, 0.0), MOST_OFF_PLACE)
        yield start, cost
        blanks += max(line.blank - usual - 0.1, 0.0)
