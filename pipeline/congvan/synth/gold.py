"""From the values of a dispatch to its gold record: quotes and places are told by whoever printed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from congvan.datamodel.candidate import Value
from congvan.datamodel.record import HEADER_FIELDS, ITEM_MODELS, SCHEMA
from congvan.synth.phrase import Fact
from congvan.synth.tree import Dispatch

Gold = dict[str, object]


class Printed(Protocol):
    """A dispatch put on paper or into a file."""

    @property
    def text(self) -> str:
        """The text in which gold quotes stand: the file's own, or the canonical text where the file has pages."""

    def place(self, block: int, start: int, end: int) -> tuple[int, int]:
        """The half-open span of `text` that holds these characters of the block."""

    def page(self, block: int, start: int) -> int | None:
        """The page (from 1) on which the character stands; None where offsets into `text` are told instead."""


@dataclass(frozen=True)
class Canonical:
    """The canonical text itself: one line a block."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, dispatch: Dispatch) -> Canonical:
        starts, at = [], 0
        for block in dispatch.blocks:
            starts.append(at)
            at += len(block.text) + 1
        return cls(dispatch.text, tuple(starts))

    def place(self, block: int, start: int, end: int) -> tuple[int, int]:
        return self.starts[block] + start, self.starts[block] + end

    def page(self, block: int, start: int) -> int | None:
        return None


def gold_record(name: str, dispatch: Dispatch, printed: Printed) -> Gold:
    """The gold record `congvan/1` of the dispatch as printed; `name` is the file's stem."""
    header: dict[str, object] = dict.fromkeys(HEADER_FIELDS)
    groups: dict[tuple[str, str], list[tuple[int, Fact]]] = {}
    for number, block in enumerate(dispatch.blocks):
        for at, fact in enumerate(block.phrase.facts):
            if fact.kind.startswith("header."):
                field = fact.kind.removeprefix("header.")
                header[field] = _attributes(block.text, fact) | _evidence(printed, number, fact)
            else:
                groups.setdefault((fact.kind, fact.key or f"#{number}.{at}"), []).append((number, fact))
    record: Gold = {"schema": SCHEMA, "doc": name, "header": header}
    for kind in ITEM_MODELS:
        found = [_item(dispatch, printed, facts) for (of, _), facts in groups.items() if of == kind]
        record[kind] = [item for _, item in sorted(found, key=lambda pair: pair[0])]
    return record


def _item(dispatch: Dispatch, printed: Printed, facts: list[tuple[int, Fact]]) -> tuple[tuple[int, int], Gold]:
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
    page = printed.page(block, fact.start)
    if page is not None:
        return {"quote": quote, "page": page}
    evidence: Gold = {"quote": quote, "start": start, "end": end}
    nth, at = 1, printed.text.find(quote)
    while at < start:
        nth, at = nth + 1, printed.text.find(quote, at + 1)
    if nth > 1:
        evidence["nth"] = nth
    return evidence
