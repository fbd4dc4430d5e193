"""Habits of spelling that offices differ in: where the tone mark stands in `hóa`, `thủy`, `Ủy` (hoá, thuỷ, Uỷ)."""

from __future__ import annotations

from dataclasses import replace

import regex

from congvan.synth.phrase import Fact, Phrase
from congvan.synth.tree import Block

_NEW = "òóỏõọÒÓỎÕỌùúủũụÙÚỦŨỤ"
_BARE = "oooooOOOOOuuuuuUUUUU"
_MOVED = {
    "a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ", "A": "ÀÁẢÃẠ", "E": "ÈÉẺẼẸ", "Y": "ỲÝỶỸỴ",
}  # fmt: skip
# `óa`, `óe` and `úy` at the end of a syllable; `quý` has its mark on the y already.
_SYLLABLE_END = regex.compile(r"(?:[òóỏõọÒÓỎÕỌ][aeAE] | [ùúủũụÙÚỦŨỤ][yY]) (?!\p{L})", regex.VERBOSE)


def old_marks(text: str) -> str:
    """The text with tone marks on the second vowel; as many characters as before."""

    def moved(match: regex.Match[str]) -> str:
        first, second = match.group()[0], match.group()[1]
        at = _NEW.index(first)
        return _BARE[at] + _MOVED[second][at % 5]

    return _SYLLABLE_END.sub(moved, text)


def with_old_marks(block: Block) -> Block:
    """The block and the words in its values, spelled with `old_marks`; offsets stay."""
    phrase = block.phrase
    facts = tuple(_respelled(fact) for fact in phrase.facts)
    return Block(block.role, Phrase(old_marks(phrase.text), facts, phrase.tags, phrase.bold, phrase.italic))


def _respelled(fact: Fact) -> Fact:
    values = {a: old_marks(v) if isinstance(v, str) else v for a, v in fact.values.items()}
    return replace(fact, values=values)
