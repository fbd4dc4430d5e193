"""White gutters between the columns of a table: found in its header, followed down the page, crossed by a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import Protocol

import regex

from congvan.datamodel.document import Line, Page, Word

# Blank between two words of a header that parts columns, in average characters: a space has 0.5 to 0.7 on paper.
HEADER_GUTTER = 1.2
# Blank that stays free between two columns in a line below: justified text spreads its spaces to about 0.8.
GUTTER = 0.8
# The same on the grid of a text file, where a space has 1.
GRID_GUTTER = 2.0
# A gutter is this much wider than the spaces between the words of the same line.
WIDER = 1.2
# How far the ends of a gutter may move from one line to the next, and on a whole page that leans.
STEP = 1.0
LEAN = 2.5
# Noise of OCR covers a gutter on one line in eight.
NOISE_SHARE = 0.13
# Words read with less confidence are noise as far as gutters go.
GUESSED = 0.3
# No letter is lower than this share of a printed line: what is, is a torn-off mark of one.
LOWEST_LETTER = 0.3
LOWEST_GUESS = 0.4
_LOW_SIGNS = frozenset("-–—.,:;…·_'\"“”+*•")
# A line may fill a wide gutter as far as it leaves this share of it, or so many average characters, free.
FREE_SHARE = 0.35
FREE_ENOUGH = 2.0

RULE = regex.compile(r"^[|¦\[\]_]+$")  # the rule between two cells, read as a letter

# A mark at the edge of a line that was read as letters: at most so long, and read with less confidence than this.
NOISE_LENGTH = 3
SURE_LETTERS = 0.7
SURE_FIGURES = 0.5
_LABELS = regex.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zđ][.)]|[-–—+*•]|[IVX]{1,4}[.)]?)$")
# A line whose words stand apart by much the same blank was spread by the typesetter; it has no cells.
LEAST_SPREAD = 5
EVEN = 1.6
_WORDS_OF_TEXT = regex.compile(r"^\p{L}+[,;:.]?$")

Interval = tuple[float, float]
Gutters = tuple[Interval, ...]


class Printed(Protocol):
    """A printed line with its page and the blank above it in line heights."""

    @property
    def line(self) -> Line: ...
    @property
    def page(self) -> Page: ...
    @property
    def gap(self) -> float: ...


class Ruled:
    """A printed line with the words that show where its columns are: no rules, no specks, nothing guessed."""

    def __init__(self, row: Printed) -> None:
        self.line, self.page, self.gap = row.line, row.page, row.gap

    @cached_property
    def shaping(self) -> list[Word]:
        return [
            w
            for w in self.line.words
            if w.confidence >= GUESSED and not RULE.match(w.text) and not is_speck(w, self.page)
        ]

    @cached_property
    def covered(self) -> list[Interval]:
        """From left to right, what the shaping words cover."""
        return [(w.box.x0, w.box.x1) for w in self.shaping]

    @cached_property
    def rules(self) -> list[float]:
        """Where rules were read as letters."""
        return [w.box.middle for w in self.line.words if RULE.match(w.text)]


def is_speck(word: Word, page: Page) -> bool:
    """A torn-off mark that was read as letters."""
    if not page.placed or len(word.text) > 3 or all(c in _LOW_SIGNS for c in word.text):
        return False
    least = LOWEST_LETTER if word.confidence >= GUESSED else LOWEST_GUESS
    return word.box.height < least * page.line_height


def cells_of_line(segments: Sequence[tuple[Word, ...]]) -> list[tuple[Word, ...]]:
    """The cells of a line outside tables, given its words parted at wide blanks.

    Marks at its edges that were read as letters are no cells and no words; a line of running text that was spread to
    the margin is one cell. At least one segment stays.
    """
    kept = list(segments)
    while len(kept) > 1 and _is_noise(kept[-1]):
        kept.pop()
    while len(kept) > 1 and _is_noise(kept[0]):
        kept.pop(0)
    return [tuple(word for part in kept for word in part)] if _is_spread(kept) else kept


def _is_noise(segment: tuple[Word, ...]) -> bool:
    text = "".join(word.text for word in segment)
    if _LABELS.match(text) or len(text) > NOISE_LENGTH:
        return False
    sure = SURE_FIGURES if text.isdigit() else SURE_LETTERS
    return not any(c.isalnum() for c in text) or min(word.confidence for word in segment) < sure


def _is_spread(segments: Sequence[tuple[Word, ...]]) -> bool:
    """Is the line one of words, all or nearly all parted by much the same wide blank?"""
    if len(segments) < LEAST_SPREAD or sum(len(segment) == 1 for segment in segments) < 0.8 * len(segments):
        return False
    words = [word for segment in segments for word in segment]
    blanks = sorted(b.box.x0 - a.box.x1 for a, b in pairwise(words))
    lower = sum(bool(_WORDS_OF_TEXT.match(word.text)) for word in words)
    return blanks[-1] <= EVEN * median(blanks) and lower >= 0.6 * len(words)


def header_gutters(rows: Sequence[Ruled], page: Page) -> Gutters:
    """Blanks that no word of the header's lines covers, wide enough or with a rule in them."""
    covered = sorted(span for row in rows for span in row.covered)
    rules = [x for row in rows for x in row.rules]
    least = HEADER_GUTTER * page.em if page.placed else GRID_GUTTER
    gutters = []
    end = covered[0][1] if covered else 0.0
    for x0, x1 in covered:
        if x0 - end >= least or (x0 > end and any(end <= x <= x0 for x in rules)):
            gutters.append((end, x0))
        end = max(end, x1)
    return tuple(gutters)


def shifted(gutters: Gutters, by: float) -> Gutters:
    """The gutters on a page that is laid `by` units further to the right."""
    return tuple((lo + by, hi + by) for lo, hi in gutters)


def followed(rows: Sequence[Ruled], now: Gutters, first: Gutters, page: Page) -> Gutters:
    """The gutters at the given neighbouring lines: near where they are `now`, and never far from the `first` ones."""
    em = page.em if page.placed else 1.0
    found = []
    for (lo, hi), (lo0, hi0) in zip(now, first, strict=True):
        low, high = max(lo - STEP * em, lo0 - LEAN * em), min(hi + STEP * em, hi0 + LEAN * em)
        free = max(_free_parts(rows, low, high), key=_width, default=None)
        if page.placed and (free is None or _width(free) < least_gutter(page)):
            noisy = int(NOISE_SHARE * len(rows))
            free = max(_free_parts(rows, low, high, noisy), key=_width, default=None)
        found.append(free if free and _width(free) >= least_gutter(page) / 2 else (lo, hi))
    return tuple(found)


def _width(part: Interval) -> float:
    return part[1] - part[0]


def _free_parts(rows: Sequence[Ruled], low: float, high: float, allowed: int = 0) -> list[Interval]:
    """The parts of an interval that no more than the allowed number of lines cover."""
    edges: list[tuple[float, int]] = [(low, 0), (high, 0)]
    for row in rows:
        for x0, x1 in row.covered:
            if x0 < high and x1 > low:
                edges += [(max(x0, low), 1), (min(x1, high), -1)]
    edges.sort()
    free: list[Interval] = []
    depth = 0
    for (x, change), (after, _) in pairwise(edges):
        depth += change
        if depth <= allowed and after > x:
            if free and free[-1][1] == x:
                free[-1] = (free[-1][0], after)
            else:
                free.append((x, after))
    return free


def least_gutter(page: Page) -> float:
    """The blank that must stay free between two columns, in units of the page."""
    return GUTTER * page.em if page.placed else GRID_GUTTER


def crossings(row: Ruled, gutters: Gutters, *, known: bool) -> list[bool]:
    """For each gutter: has the line no blank in it? `known`: several lines have shown how wide the gutters are."""
    space = WIDER * _space_inside(row, gutters) if row.page.placed else 0.0
    return [_crossed(row, gutter, known, space) for gutter in gutters]


def _space_inside(row: Ruled, gutters: Gutters) -> float:
    """The usual blank between words inside the line's cells, 0 where there is none."""
    blanks = [(a[1], b[0]) for a, b in pairwise(row.covered)]
    inside = [b - a for a, b in blanks if not any(a < hi and lo < b for lo, hi in gutters)]
    return median(inside) if inside else 0.0


def _crossed(row: Ruled, gutter: Interval, known: bool, space: float) -> bool:
    em = row.page.em if row.page.placed else 1.0
    slack = em / 2 if row.page.placed else 0.0
    lo, hi = gutter[0] - slack, gutter[1] + slack
    if any(lo < x < hi for x in row.rules):
        return False
    least = max(min(least_gutter(row.page), _width(gutter)), min(space, _width(gutter)))
    enough = max(least, min(FREE_SHARE * _width(gutter), FREE_ENOUGH * em)) if known else least
    # A blank up to the next column's left edge is no wide space of a text that happens to run over the gutter.
    return not any(_width(part) >= (least if part[1] >= gutter[1] else enough) for part in _free_parts([row], lo, hi))


def columns_of(words: Iterable[Word], gutters: Gutters) -> dict[int, list[Word]]:
    """The words of each column that has any, by the middles of words and gutters."""
    edges = [(lo + hi) / 2 for lo, hi in gutters]
    columns: dict[int, list[Word]] = {}
    for word in words:
        columns.setdefault(sum(word.box.middle > edge for edge in edges), []).append(word)
    return columns
