"""A set of phrases to be found in a text: the longest that begins at a place and ends with a whole word."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

import regex

from congvan.text.folding import lowered, lowered_word

_FIRST = regex.compile(r"[\p{L}\p{M}\d]+|\S")
# Every Vietnamese small letter -> its plain letter, one for one, so that offsets stay.
_BARE = {
    ord(letter): unicodedata.normalize("NFD", letter)[0]
    for letter in map(chr, [*range(0xE0, 0x1B1), *range(0x1EA0, 0x1EFA)])
    if unicodedata.normalize("NFD", letter)[0] in "aeiouy"
} | {ord("đ"): "d"}
_PIECE = regex.compile(r"\S+")


def aligned(text: str) -> str:
    """`lowered` with the same length as the text, so that offsets hold; a word that would change it stays."""
    low = lowered(text)
    if len(low) == len(text):
        return low

    def fold(match: regex.Match[str]) -> str:
        word: str = match.group()
        low_word = lowered_word(word)
        return low_word if len(low_word) == len(word) else word

    return _PIECE.sub(fold, text)


def bared(low: str) -> str:
    """An `aligned` text without any marks, of the same length: for words whose marks OCR has changed (`Thu tướng`)."""
    return low.translate(_BARE)


class Phrases:
    """Phrases of words; text and phrases must be folded alike by the caller."""

    def __init__(self, phrases: Iterable[str]) -> None:
        by_first: defaultdict[str, set[str]] = defaultdict(set)
        for phrase in phrases:
            first = _FIRST.match(phrase)
            if first is not None:
                by_first[first.group()].add(phrase)
        self._by_first = {
            first: tuple(sorted(some, key=lambda phrase: (-len(phrase), phrase))) for first, some in by_first.items()
        }

    def at(self, text: str, pos: int, stop: int | None = None) -> str | None:
        """The longest phrase that stands at `pos` and ends before `stop` at the end of a word, or None."""
        end = len(text) if stop is None else stop
        first = _FIRST.match(text, pos, end)
        if first is None:
            return None
        for phrase in self._by_first.get(first.group(), ()):
            after = pos + len(phrase)
            if after <= end and text.startswith(phrase, pos) and not text[after : after + 1].isalnum():
                return phrase
        return None

    def starts(self, text: str) -> Iterable[tuple[int, str]]:
        """`(offset, phrase)` wherever a phrase begins at the beginning of a word; they may overlap."""
        for word in _FIRST.finditer(text):
            if word.group() in self._by_first and (phrase := self.at(text, word.start())) is not None:
                yield word.start(), phrase
