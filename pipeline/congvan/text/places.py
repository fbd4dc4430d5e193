"""Where something stands in the body: its block, its sentence over semicolons, its clause between them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from congvan.datamodel.layout import Block
from congvan.text.sentences import sentences

Span = tuple[int, int]

# Characters before and after a place that are looked at: no sentence of an office is longer, only lost punctuation
# (or a hostile text) makes one, and cutting there keeps the cost of many places in one sentence linear.
REACH = 2500


@dataclass(frozen=True, slots=True)
class Place:
    """Half-open spans around an offset: the sentence runs over semicolons, the clause is the part between them."""

    block: Block
    sentence: Span
    clause: Span


class Places:
    """The places of one text; the sentences of each block are found once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts: dict[int, list[Span]] = {}

    def at(self, block: Block, offset: int) -> Place:
        """The place of an offset inside `block`."""
        parts = self._parts.get(block.index)
        if parts is None:
            parts = list(sentences(self._text, block.body_start, block.end)) or [(block.body_start, block.end)]
            self._parts[block.index] = parts
        index = max(bisect_right(parts, offset, key=lambda part: part[0]) - 1, 0)
        if offset >= parts[index][1] and index + 1 < len(parts):
            index += 1
        low, high = max(offset - REACH, 0), offset + REACH
        first = last = index
        while first > 0 and parts[first][0] > low and self._joined(parts[first - 1]):
            first -= 1
        while last + 1 < len(parts) and parts[last][1] < high and self._joined(parts[last]):
            last += 1
        sentence = max(parts[first][0], low), min(parts[last][1], high)
        clause = max(parts[index][0], low), min(parts[index][1], high)
        return Place(block, sentence, clause)

    def _joined(self, part: Span) -> bool:
        return self._text[part[1] - 1] == ";"
