"""The lexicons of keys as tables for reading: kinds, organs, classes, fields, provinces."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from congvan.grammar.phrasebook import Phrases, bared
from congvan.lexicons import load
from congvan.text.folding import bare, lowered

_LETTERS = regex.compile(r"[\p{L}\p{M}\d]+")
# Words that do not tell one field or class from another: `Giáo dục và Đào tạo`, `Giáo dục & Đào tạo`.
_LINKS = frozenset({"va"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of `lexicons/body_kinds.tsv`; `canonical`: the first head of its kind."""

    canonical: str
    kind: str
    takes: str
    unit: str
    above: str
    level: str


@dataclass(frozen=True, slots=True)
class Organ:
    """A row of `lexicons/body_organs.tsv`: `part` is post, organ or self; `of`: kinds it may mean alone."""

    words: str
    part: str
    of: frozenset[str]


@dataclass(frozen=True, slots=True)
class Class:
    """A row of `lexicons/body_classes.tsv`; `at`: tinh, huyen or nothing."""

    name: str
    slug: str
    level: str | None
    at: str


def slug(words: str) -> str:
    """A part of a key: bare letters and figures joined by `-`, without `và`."""
    parts = [word for word in _LETTERS.findall(bare(words)) if word not in _LINKS]
    return "-".join(parts)


@cache
def kinds() -> dict[str, Kind]:
    """Lower-case head -> its kind."""
    canonical: dict[str, str] = {}
    table = {}
    for row in load("body_kinds"):
        first = canonical.setdefault(row["kind"], row["head"])
        table[lowered(row["head"])] = Kind(first, row["kind"], row["takes"], row["unit"], row["above"], row["level"])
    return table


@cache
def kind_rows() -> dict[str, Kind]:
    """Kind -> what is true of it."""
    return {kind.kind: kind for kind in reversed(kinds().values())}


@cache
def kind_heads() -> tuple[Phrases, Phrases, dict[str, str]]:
    """Heads as they are; those of several syllables without marks (for what OCR garbles), and which each is."""
    bareheads = {bared(head): head for head in kinds() if " " in head}
    return Phrases(kinds()), Phrases(bareheads), bareheads


@cache
def organs() -> tuple[Phrases, dict[str, Organ]]:
    """Posts, organs and the words by which an office calls itself."""
    table: dict[str, Organ] = {}
    for row in load("body_organs"):
        of = frozenset(filter(None, row["of"].split("|")))
        table[lowered(row["words"])] = Organ(row["words"], row["part"], of)
    return Phrases(table), table


@cache
def classes() -> dict[tuple[str, ...], Class]:
    """The words of a generic name -> its class; its name is that of the class's first row."""
    table = {}
    first: dict[str, str] = {}
    for row in load("body_classes"):
        name = first.setdefault(row["class"], row["words"])
        found = Class(name, row["class"], row["level"] or None, row["at"])
        table[class_words(row["words"])] = found
    return table


def class_words(words: str) -> tuple[str, ...]:
    """The words by which a generic name is known: `và` does not matter."""
    return tuple(word for word in _LETTERS.findall(lowered(words)) if word != "và")


@cache
def class_beginnings() -> frozenset[tuple[str, ...]]:
    """Every beginning of a class's words, so that reading stops at the first word that leads nowhere."""
    return frozenset(words[:n] for words in classes() for n in range(1, len(words) + 1))


@cache
def fields() -> tuple[Phrases, dict[str, str]]:
    """Fields of departments without marks, and the printed form of each."""
    table = {bared(lowered(row["name"])): row["name"] for row in load("branches")}
    return Phrases(table), table


@cache
def field_names() -> dict[str, str]:
    """Slug of a field -> the first printed form of it that is spelled out."""
    names: dict[str, str] = {}
    for row in load("branches"):
        names.setdefault(slug(row["name"]), row["name"])
    return names


@cache
def provinces() -> dict[str, tuple[str, str]]:
    """Slug of a province -> its unit and its printed name."""
    return {slug(row["name"]): (row["unit"], row["name"]) for row in load("provinces")}


@cache
def namesakes() -> frozenset[str]:
    """Slugs of districts that several provinces have."""
    return frozenset(slug(row["name"]) for row in load("namesakes"))
