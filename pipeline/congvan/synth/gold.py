"""From the values of a dispatch to its gold record: quotes and places are told by whoever printed it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from congvan.datamodel.candidate import Value
from congvan.datamodel.record import HEADER_FIELDS, ITEM_MODELS, SCHEMA
from congvan.synth.phrase import Fact
from congvan.synth.tree import Dispatch
from congvan.synth.truth import BoxOnPage, block_starts

Gold = dict[str, object]


class Printed(Protocol):
    """A dispatch put on paper or into a file."""

    @property
    def text(self) -> str:
        """The text in which gold quotes stand: a text file's own, or the canonical text of the dispatch."""

    def place(self, block: int, start: int, end: int) -> tuple[int, int]:
        """The half-open span of `text` that holds these characters of the block."""

    def page(self, block: int, at: int) -> int | None:
        """The page (from 1) on which the character stands; None where no page of the file holds it."""

    def boxes(self, block: int, start: int, end: int) -> list[BoxOnPage]:
        """One box a printed line of these characters; empty where the file has no pages."""


@dataclass(frozen=True)
class Unpaged:
    """A file without places (text, web page, Word file): all stands on page 1, nowhere in particular."""

    text: str
    place_of: Callable[[int, int, int], tuple[int, int]]

    @classmethod
    def canonical(cls, dispatch: Dispatch) -> Unpaged:
        """The canonical text itself, one line a block."""
        starts = block_starts(dispatch)
        return cls(dispatch.text, lambda block, start, end: (starts[block] + start, starts[block] + end))

    def place(self, block: int, start: int, end: int) -> tuple[int, int]:
        return self.place_of(block, start, end)

    def page(self, block: int, at: int) -> int | None:
        return 1

    def boxes(self, block: int, start: int, end: int) -> list[BoxOnPage]:
        return []


# What stands on a page: a fact, with the index of its block.
_Placed = tuple[int, Fact]


def gold_record(
    name: str,
    dispatch: Dispatch,
    printed: Printed,
    *,
    form: str,
    condition: str,
    pages: list[int],
    handwritten: Collection[str] = (),
) -> Gold:
    """The gold record `congvan/1` of the dispatch as printed.

    `name`: the file's stem; `form`, `condition`: how it was made (forms.py); `pages`: those of the file that the
    dispatch covers; `handwritten`: header fields that a pen filled in. A fact of which the file holds no page is left
    out; one that is cut off by the end of the last page is `optional`.
    """
    header: dict[str, object] = dict.fromkeys(HEADER_FIELDS)
    groups: dict[tuple[str, str], list[_Placed]] = {}
    for number, block in enumerate(dispatch.blocks):
        for at, fact in enumerate(block.phrase.facts):
            if printed.page(number, fact.start) is None:
                continue
            if fact.kind.startswith("header."):
                field = fact.kind.removeprefix("header.")
                hand: Gold = {"handwritten": True} if field in handwritten else {}
                header[field] = _attributes(block.text, fact) | _evidence(printed, number, fact) | hand
            else:
                groups.setdefault((fact.kind, fact.key or f"#{number}.{at}"), []).append((number, fact))
    record: Gold = {"schema": SCHEMA, "doc": name, "form": form, "condition": condition, "pages": pages}
    record["header"] = header
    for kind in ITEM_MODELS:
        found = [_item(dispatch, printed, facts) for (of, _), facts in groups.items() if of == kind]
        record[kind] = [item for _, item in sorted(found, key=lambda pair: pair[0])]
    return record


def _item(dispatch: Dispatch, printed: Printed, facts: list[_Placed]) -> tuple[tuple[int, int], Gold]:
    """One fact with its place in the text: quoted where most of its values are shown, its other mentions listed."""
    blocks = dispatch.blocks
    number, best = max(facts, key=lambda pair: len(pair[1].values) + len(pair[1].spans))
    item: Gold = {}
    for other, fact in facts:
        item |= {a: v for a, v in _attributes(blocks[other].text, fact).items() if a not in item}
    item |= _attributes(blocks[number].text, best)
    item |= _evidence(printed, number, best)
    mentions = [_evidence(printed, n, f) for n, f in facts if f is not best]
    if mentions:
        item["mentions"] = mentions
    return printed.place(number, best.start, best.end), item


def _attributes(text: str, fact: Fact) -> dict[str, object]:
    """Values in normal form, and the words of the text with each run of white space as one space."""
    words: Mapping[str, Value] = {a: " ".join(text[s:e].split()) for a, (s, e) in fact.spans.items()}
    return {**fact.values, **words}


def _evidence(printed: Printed, block: int, fact: Fact) -> Gold:
    """The quote and where it stands; `nth` where the same words stand earlier too."""
    start, end = printed.place(block, fact.start, fact.end)
    quote = printed.text[start:end]
    evidence: Gold = {"quote": quote, "start": start, "end": end, "page": printed.page(block, fact.start)}
    if boxes := printed.boxes(block, fact.start, fact.end):
        evidence["boxes"] = boxes
    nth, at = 1, printed.text.find(quote)
    while at < start:
        nth, at = nth + 1, printed.text.find(quote, at + 1)
    if nth > 1:
        evidence["nth"] = nth
    if printed.page(block, fact.end - 1) is None:
        evidence["optional"] = True
    return evidence
