"""Folds of a text for comparing and searching: what does not matter is dropped, the words stay.

Two strengths: `lowered` keeps every mark, `bare` drops the marks and makes đ a d.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

# hòa -> hoà, thúy -> thuý: on a syllable's bare final pair the tone mark stands on either letter in print.
# Which of the two is moved does not matter, as long as both sides of a comparison are.
_TONE_ON_GLIDE = regex.compile(r"([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])(?!\w)")
_MARKS = regex.compile(r"\p{M}+")
_WORD = regex.compile(r"[\p{L}\p{N}]+")


def one_tone_style(decomposed: str) -> str:
    """A lower-case NFD text with the tone mark of final oa, oe, uy on the second letter."""
    return _TONE_ON_GLIDE.sub(r"\1\3\2", decomposed)


def lowered(text: str) -> str:
    """Lower case, NFC, one style of tone marks: `HÒA` and `hoà` become the same string; marks stay."""
    return unicodedata.normalize("NFC", one_tone_style(unicodedata.normalize("NFD", text).casefold()))


def bare(text: str) -> str:
    """Lower case without any mark: `Đảng` becomes `dang` (to Unicode đ is a letter, not a marked d)."""
    letters = unicodedata.normalize("NFD", text).casefold()
    return _MARKS.sub("", letters).replace("đ", "d").replace("ð", "d")


@lru_cache(maxsize=65536)
def lowered_word(word: str) -> str:
    """`lowered` of one word, remembered: a text has few different words."""
    return lowered(word)


@lru_cache(maxsize=65536)
def bare_word(word: str) -> str:
    """`bare` of one word, remembered."""
    return bare(word)


def word_places(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the runs of letters and digits in an NFC text; `129/KH-SNV` has three."""
    return [match.span() for match in _WORD.finditer(text)]


def words(text: str) -> list[str]:
    """The runs of letters and digits, as printed, NFC."""
    return _WORD.findall(unicodedata.normalize("NFC", text))
