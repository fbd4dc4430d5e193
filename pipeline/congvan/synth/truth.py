"""Where everything stands in a made file: the pages with their words and regions, and the text that gold quotes from.

Boxes are PDF points from the top left corner of the page as it lies in the file, of pictures pixels times 72 by their
resolution.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from congvan.datamodel.document import Box
from congvan.synth.printing.fonts import width
from congvan.synth.printing.typeset import PAGE_HEIGHT, PAGE_WIDTH, SetPage, SetWord
from congvan.synth.tree import Dispatch

BoxOnPage = list[float]
# Where a box of the set page came to lie: (index of the page in its dispatch, box as set) -> box in the file.
Where = Callable[[int, Box], Box]


@dataclass(frozen=True, slots=True)
class TrueWord:
    """A word, its box, and the region it stands in: a key of printing's REGIONS, `caption` for the real text that a
    digital signature puts over a scan, "" outside of all."""

    text: str
    box: Box
    region: str


@dataclass(frozen=True, slots=True)
class TruePage:
    """What stands on one page of a file: `number` from 1, size in points; `dpi`: of the scan, None where it is none;
    `turned`: degrees clockwise by which the page lies wrong; `words` in reading order; `regions`, `marks` (what was
    laid on the print before it was scanned: `signature`, `seal`, `code` by hand ...): name and box."""

    number: int
    width: float
    height: float
    dpi: float | None
    turned: int
    words: tuple[TrueWord, ...]
    regions: tuple[tuple[str, Box], ...]
    marks: tuple[tuple[str, Box], ...] = ()


def as_set(_page: int, box: Box) -> Box:
    """Born-digital pages: everything stands where it was set."""
    return box


@dataclass(frozen=True)
class Paper:
    """A dispatch on pages of a file.

    `text`: its canonical text, one line a block; `starts`: where each block begins in it; `pages`: those of its pages
    that the file holds; `first`: the file's number of the first of them (from 1); `where`: what a scanner did to boxes;
    `laid`: boxes in the file of blocks of page 1 that were taken off the print and stamped instead.
    """

    text: str
    starts: tuple[int, ...]
    pages: Sequence[SetPage]
    first: int = 1
    where: Where = as_set
    laid: Mapping[int, Box] = field(default_factory=dict)

    @cached_property
    def _words(self) -> dict[int, list[tuple[int, SetWord]]]:
        """block -> its words in reading order, each with the index of its page."""
        found: dict[int, list[tuple[int, SetWord]]] = {}
        for at, page in enumerate(self.pages):
            for word in page.words:
                found.setdefault(word.block, []).append((at, word))
        for words in found.values():
            words.sort(key=lambda pair: pair[1].start)
        return found

    def place(self, block: int, start: int, end: int) -> tuple[int, int]:
        return self.starts[block] + start, self.starts[block] + end

    def page(self, block: int, at: int) -> int | None:
        for index, word in self._words.get(block, ()):
            if at < word.start + len(word.text):
                return self.first + index
        return None

    def boxes(self, block: int, start: int, end: int) -> list[BoxOnPage]:
        covered = [(page, word) for page, word in self._words.get(block, ()) if word.start < end and start < _end(word)]
        lines: list[BoxOnPage] = []
        for (page, _), members in groupby(covered, key=lambda pair: (pair[0], pair[1].baseline)):
            moved = [self.where(page, _cut(word, start, end)) for _, word in members]
            lines.append(on_page(self.first + page, _union(moved)))
        return lines


def paper_of(
    dispatch: Dispatch,
    pages: Sequence[SetPage],
    first: int = 1,
    where: Where = as_set,
    laid: Mapping[int, Box] | None = None,
) -> Paper:
    """The dispatch as its pages hold it."""
    return Paper(dispatch.text, block_starts(dispatch), pages, first, where, laid or {})


def block_starts(dispatch: Dispatch) -> tuple[int, ...]:
    """Where each block begins in the canonical text."""
    starts, at = [], 0
    for block in dispatch.blocks:
        starts.append(at)
        at += len(block.text) + 1
    return tuple(starts)


def on_page(page: int, box: Box) -> BoxOnPage:
    """`[page, x0, top, x1, bottom]` of the contract, hundredths of a point kept."""
    return [page, *_corners(box)]


def set_as(page: SetPage, number: int) -> TruePage:
    """What stands on a born-digital page."""
    return TruePage(number, PAGE_WIDTH, PAGE_HEIGHT, None, 0, true_words(page, lambda box: box), tuple(page.regions))


def true_words(
    page: SetPage, where: Callable[[Box], Box], laid: Mapping[int, Box] | None = None
) -> tuple[TrueWord, ...]:
    """The words of a set page where a scanner put them; those of blocks in `laid` stand there instead."""
    stamped = laid or {}
    return tuple(
        TrueWord(word.text, stamped.get(word.block) or where(word.box), _region(page, word.box)) for word in page.words
    )


def _region(page: SetPage, box: Box) -> str:
    """The smallest region of the page that holds the middle of the box."""
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    holding = [
        (around.width * around.height, name)
        for name, around in page.regions
        if around.x0 <= x <= around.x1 and around.top <= y <= around.bottom
    ]
    return min(holding, default=(0.0, ""))[1]


def truth_json(name: str, pages: Sequence[TruePage], texts: Sequence[tuple[list[int], str]]) -> str:
    """The truth about a file as stable JSON, a word a line: its pages, and of each dispatch its pages and the text that
    the offsets of its gold count in."""
    dispatches = [{"pages": numbers, "text": text} for numbers, text in texts]
    told = [
        ("schema", _flat("congvan-pages/1")),
        ("doc", _flat(name)),
        ("dispatches", _listed([_flat(one) for one in dispatches], 1)),
        ("pages", _listed([_page_json(page) for page in pages], 1)),
    ]
    return "{\n" + ",\n".join(f' "{key}": {value}' for key, value in told) + "\n}\n"


def _page_json(page: TruePage) -> str:
    told = {
        "number": page.number,
        "width": round(page.width, 2),
        "height": round(page.height, 2),
        "dpi": page.dpi,
        "turned": page.turned,
    }
    words = [_flat({"text": w.text, "box": _corners(w.box), "region": w.region}) for w in page.words]
    regions, marks = (
        _listed([_flat({"name": name, "box": _corners(box)}) for name, box in named], 3)
        for named in (page.regions, page.marks)
    )
    return f'{_flat(told)[:-1]},\n   "regions": {regions},\n   "marks": {marks},\n   "words": {_listed(words, 3)}}}'


def _listed(members: Sequence[str], indent: int) -> str:
    """A JSON array with a member a line."""
    if not members:
        return "[]"
    pad = "\n" + " " * (indent + 1)
    return "[" + pad + ("," + pad).join(members) + "\n" + " " * indent + "]"


def _flat(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _corners(box: Box) -> list[float]:
    return [round(value, 2) for value in (box.x0, box.top, box.x1, box.bottom)]


def _end(word: SetWord) -> int:
    return word.start + len(word.text)


def _cut(word: SetWord, start: int, end: int) -> Box:
    """The part of the word's box that holds the characters from `start` to `end` of its block."""
    before = word.text[: max(start - word.start, 0)]
    within = word.text[: max(end - word.start, 0)]
    x0 = word.box.x0 + (width(before, word.font, word.size) if before else 0)
    x1 = word.box.x0 + width(within, word.font, word.size) if len(within) < len(word.text) else word.box.x1
    return Box(x0, word.box.top, x1, word.box.bottom)


def _union(boxes: Sequence[Box]) -> Box:
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.union(box)
    return whole
