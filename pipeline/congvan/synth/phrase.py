"""Text that carries its values: a phrase is a string with the facts it states, placed by offsets inside it.

Sentences are composed from the inside out: `tag` names a stretch as the value of an attribute, `fact` wraps a
stretch as the quote of a fact and takes the tags inside it, `say` joins. Truth is made before the page and never
read back from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from congvan.datamodel.candidate import Value


@dataclass(frozen=True, slots=True)
class Tag:
    """A stretch of a phrase (half-open, code points) that a fact around it will take as its attribute `attr`."""

    attr: str
    start: int
    end: int

    def moved(self, by: int) -> Tag:
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Fact:
    """A value or item stated by the text.

    `kind`: `references`, `header.code`, ...; `start`, `end`: half-open span of the quote; `values`: attributes in
    normal form; `spans`: attributes that are the words of the text themselves, as spans; `key`: facts of one kind
    and key are mentions of the same thing (empty: stands alone).
    """

    kind: str
    start: int
    end: int
    values: Mapping[str, Value] = field(default_factory=dict)
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    key: str = ""

    def moved(self, by: int) -> Fact:
        spans = {attr: (start + by, end + by) for attr, (start, end) in self.spans.items()}
        return replace(self, start=self.start + by, end=self.end + by, spans=spans)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text, its facts, the tags no fact has taken yet, and the stretches set in bold and italic type."""

    text: str
    facts: tuple[Fact, ...] = ()
    tags: tuple[Tag, ...] = ()
    bold: tuple[tuple[int, int], ...] = ()
    italic: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)


Part = Phrase | str


def say(*parts: Part, sep: str = "") -> Phrase:
    """The parts one after another, `sep` between those that are not empty."""
    text: list[str] = []
    facts: list[Fact] = []
    tags: list[Tag] = []
    bolds: list[tuple[int, int]] = []
    italics: list[tuple[int, int]] = []
    at = 0
    for part in parts:
        if not part:
            continue
        if sep and text:
            text.append(sep)
            at += len(sep)
        phrase = Phrase(part) if isinstance(part, str) else part
        facts += (f.moved(at) for f in phrase.facts)
        tags += (t.moved(at) for t in phrase.tags)
        bolds += ((a + at, b + at) for a, b in phrase.bold)
        italics += ((a + at, b + at) for a, b in phrase.italic)
        text.append(phrase.text)
        at += len(phrase.text)
    return Phrase("".join(text), tuple(facts), tuple(tags), tuple(bolds), tuple(italics))


def tag(attr: str, *parts: Part) -> Phrase:
    """The parts as the value of attribute `attr` of the fact that will stand around them."""
    phrase = say(*parts)
    return replace(phrase, tags=(*phrase.tags, Tag(attr, 0, len(phrase.text))))


def fact(
    item: str,
    /,
    *parts: Part,
    key: str = "",
    keep: tuple[str, ...] = (),
    stated: Mapping[str, Value] | None = None,
    **values: Value,
) -> Phrase:
    """The parts as the quote of one fact of the kind `item`; it takes every open tag inside.

    `keep`: tags that stay open for a second fact around this one (`Mỗi đơn vị đề nghị 01 tập thể hoặc 01 cá nhân`
    states two figures with one owner). `stated` and `values`: attributes in normal form that are not the words
    themselves (None is left out).

    Raises ValueError where two open tags claim the same attribute.
    """
    phrase = say(*parts)
    spans = {t.attr: (t.start, t.end) for t in phrase.tags}
    if len(spans) < len(phrase.tags):
        raise ValueError(f"two stretches claim one attribute of {item}: {phrase.text!r}")
    told = {attr: value for attr, value in {**(stated or {}), **values}.items() if value is not None}
    made = Fact(item, 0, len(phrase.text), told, spans, key)
    return replace(phrase, facts=(*phrase.facts, made), tags=tuple(t for t in phrase.tags if t.attr in keep))


def closed(phrase: Phrase) -> Phrase:
    """The phrase without its open tags: its words are told, but nothing around it may take them."""
    return replace(phrase, tags=())


def bold(*parts: Part) -> Phrase:
    """The parts in bold type."""
    phrase = say(*parts)
    return replace(phrase, bold=((0, len(phrase.text)),))


def italic(*parts: Part) -> Phrase:
    """The parts in italic type."""
    phrase = say(*parts)
    return replace(phrase, italic=((0, len(phrase.text)),))


def capital(part: Part) -> Phrase:
    """The same with its first letter as a capital; offsets stay, for no letter of Vietnamese changes its length."""
    phrase = say(part)
    return replace(phrase, text=phrase.text[:1].upper() + phrase.text[1:])


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `at` to `at + cut` (code points) give way to `put`."""

    at: int
    cut: int
    put: str


def edited(phrase: Phrase, edits: Sequence[Edit]) -> Phrase:
    """The phrase with its text changed in some places; facts, tags and faces keep the words they had.

    What is put in at the very start or end of a stretch stays outside it. Raises ValueError where edits overlap, or
    where one cuts across the border of a stretch.
    """
    order = sorted(edits, key=lambda e: e.at)
    for before, after in pairwise(order):
        if after.at < before.at + max(before.cut, 1):
            raise ValueError(f"edits overlap at {after.at}")
    text, at = [], 0
    for edit in order:
        text += [phrase.text[at : edit.at], edit.put]
        at = edit.at + edit.cut
    text.append(phrase.text[at:])

    def moved(span: tuple[int, int]) -> tuple[int, int]:
        start, end = span
        if any(e.at < border < e.at + e.cut for e in order for border in span):
            raise ValueError(f"an edit cuts across the border of {phrase.text[start:end]!r}")
        ahead = sum(len(e.put) - e.cut for e in order if e.at + e.cut <= start and (e.cut == 0 or e.at < start))
        within = sum(len(e.put) - e.cut for e in order if start <= e.at and e.at + e.cut <= end and _inside(e, span))
        return start + ahead, end + ahead + within

    facts = []
    for told in phrase.facts:
        start, end = moved((told.start, told.end))
        spans = {attr: moved(span) for attr, span in told.spans.items()}
        facts.append(replace(told, start=start, end=end, spans=spans))
    tags = tuple(Tag(t.attr, *moved((t.start, t.end))) for t in phrase.tags)
    faces = (tuple(moved(span) for span in stretches) for stretches in (phrase.bold, phrase.italic))
    return Phrase("".join(text), tuple(facts), tags, *faces)


def _inside(edit: Edit, span: tuple[int, int]) -> bool:
    """Whether the edit changes the stretch: what is only put in at its borders does not."""
    return bool(edit.cut) or span[0] < edit.at < span[1]


def listed(parts: list[Phrase], last: str = " và ") -> Phrase:
    """`a, b và c`."""
    if len(parts) < 2:
        return say(*parts)
    return say(say(*parts[:-1], sep=", "), last, parts[-1])
