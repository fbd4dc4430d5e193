"""Mentions of one document among the citations of a text: they agree on its number, date, relation and issuer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from congvan.grammar.documents.citations import Span, value
from congvan.grammar.sameness import folded

# Of several mentions of a document the one that acts on it tells the relation, else the first that is no mere citing.
STRONG = ("replaces", "amends", "answers")
# Two laws of one day (`Luật Giáo dục`, `Luật Kiến trúc`) are less alike than one law read twice by OCR.
SAME_NAME = 0.9


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of a document: spans are offsets; `how` it is cited, `linked` to the one before it in a list."""

    start: int
    end: int
    how: str
    type: str | None = None
    code: str | None = None
    issued_on: str | None = None
    issuer: Span | None = None
    title: Span | None = None
    relation: str | None = None
    about: bool = False
    linked: bool = False
    nested: bool = False
    lent: bool = False  # the issuer stands before the citation, not after it
    again: bool = False  # told once more: `Công văn số ... nêu trên`
    cue: int | None = None  # where the cue that belongs to the quote begins


def agreed(text: str, cited: list[Citation]) -> list[Citation]:
    """Mentions of one document agree on number, date, relation, and on the issuer that stands after `của`."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for i, citation in enumerate(cited):
        if citation.code is not None:
            groups[_blurred(citation.code)].append(i)
    for places in groups.values():
        _agree(cited, places)
    return _one_law(text, cited)


def _one_law(text: str, cited: list[Citation]) -> list[Citation]:
    """Laws of one day whose names are nearly alike are one law, one of them misread; the first name stands."""
    first: defaultdict[str, list[Citation]] = defaultdict(list)
    for i, citation in enumerate(cited):
        if citation.how != "law" or citation.issued_on is None or citation.title is None:
            continue
        name = folded(value(text, citation.title))
        twin = next((c for c in first[citation.issued_on] if _alike(folded(value(text, c.title)), name)), None)
        if twin is None:
            first[citation.issued_on].append(citation)
        else:
            cited[i] = replace(citation, title=twin.title)
    return cited


def _alike(a: str, b: str) -> bool:
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= SAME_NAME


def _agree(cited: list[Citation], places: list[int]) -> None:
    days = {cited[i].issued_on for i in places} - {None}
    codes = Counter(cited[i].code for i in places)
    # The form printed most often; of equals that with most bars on its Đ, but none doubled.
    code = min(codes, key=lambda c: (-codes[c], (c or "").count("ĐĐ"), -(c or "").count("Đ"), c or ""))
    told = [i for i in places if not cited[i].again] or places
    relation = _strongest([cited[i].relation or "cites" for i in told])
    owned = next((cited[i].issuer for i in places if cited[i].issuer and not cited[i].lent), None)
    for i in places:
        citation = replace(cited[i], relation=relation, code=code)
        if citation.issued_on is None and len(days) == 1:
            citation = replace(citation, issued_on=next(iter(days)))
        if citation.lent and owned is not None:
            citation = replace(citation, issuer=owned)
        cited[i] = citation


def _blurred(code: str) -> str:
    """A number as OCR may show it: `QĐĐ`, `QD` and `QĐ` are one."""
    return folded(code).replace("đđ", "đ").replace("đ", "d")


def _strongest(relations: Sequence[str]) -> str:
    for strong in STRONG:
        if strong in relations:
            return strong
    return next((r for r in relations if r != "cites"), "cites")
