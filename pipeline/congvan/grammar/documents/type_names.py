"""The types of documents as they are named in running text: `Kế hoạch`, `Chương trình phối hợp`, `QĐ`."""

from __future__ import annotations

from functools import cache

import regex

from congvan.datamodel.context import Context
from congvan.grammar.phrasebook import Phrases, aligned, bared
from congvan.lexicons import load
from congvan.text.folding import lowered

# A mark printed without a blank behind it: `ngày thành lập;Chỉ thị số ...`
_GLUED = regex.compile(r"(?<=\p{L})[;,:.](?=\p{L})")


def type_at(text: str, pos: int, limit: int | None = None) -> tuple[int, str] | None:
    """The end and the name of the type of document whose words begin at `pos`, or None."""
    stop = min(len(text) if limit is None else limit, pos + 40)
    words = _type_phrases().at(aligned(text[pos:stop]), 0)
    return (pos + len(words), _type_names()[words]) if words else None


def type_of_title(text: str, context: Context) -> str | None:
    """The type that opens the title's cell of a dispatch; a letter has none."""
    cell = context.layout.cell("title")
    found = type_at(text, cell.start, cell.end) if cell else None
    return found[1] if found else None


def type_before(before: str) -> tuple[int, str] | None:
    """The start and the name of the type of document whose words end the string, or None; marks may be misread."""
    low = _GLUED.sub(" ", aligned(before))
    end = len(low.rstrip())
    words = low[:end].rsplit(" ", 6)
    for count in range(min(5, len(words)), 0, -1):
        phrase = " ".join(words[-count:])
        phrase = phrase.lstrip("(“\"'-–,;:")
        name = _type_names().get(phrase) or (_bare_types().get(bared(phrase)) if " " in phrase else None)
        if name is not None and not (phrase == "luật" and words[-count - 1 : -count] == ["pháp"]):
            return end - len(phrase), name
    return None


@cache
def _type_names() -> dict[str, str]:
    names = {lowered(row["name"]): row["name"] for row in load("types")}
    return names | {lowered(row["words"]): row["name"] for row in load("type_variants")}


@cache
def _bare_types() -> dict[str, str]:
    return {bared(words): name for words, name in _type_names().items() if " " in words}


@cache
def _type_phrases() -> Phrases:
    return Phrases(_type_names())
