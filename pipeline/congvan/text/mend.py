"""Mends what Unicode and typing tools did to Vietnamese words, so that equal words are equal strings."""

from __future__ import annotations

import unicodedata

import regex

# Letters of other scripts and blocks that look like Vietnamese ones; they come from PDF fonts and pasted text.
_ETH = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ"}
_SPACES = dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " ")
_INVISIBLE = dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", "")
_TABLE = str.maketrans(_ETH | _SPACES | _INVISIBLE)

_CYRILLIC = str.maketrans("АВЕКМНОРСТУХаеорсухіІЈј", "ABEKMHOPCTYXaeopcyxiIJj")
_HAS_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_HAS_LATIN = regex.compile(r"\p{Latin}")
# Symbols of private fonts (Wingdings bullets and the like) carry no text; a dash keeps the list item an item.
_PRIVATE_USE = regex.compile(r"\p{Co}")
# Digits of other scripts and full-width ones: rules may count on `\d` being a figure that int() reads.
_OTHER_DIGIT = regex.compile(r"(?V1)[\d--[0-9]]")


def mend(text: str) -> str:
    """The text in NFC with Ð as Đ, plain spaces, nothing invisible, digits 0-9, and Cyrillic look-alikes in Latin words
    as Latin.

    Tone-mark styles (hoà, hòa) stay as printed. Idempotent.
    """
    text = unicodedata.normalize("NFC", text).translate(_TABLE)
    text = _OTHER_DIGIT.sub(_digit, _PRIVATE_USE.sub("-", text))
    if _HAS_CYRILLIC.search(text):
        text = " ".join(_latin(word) for word in text.split(" "))
    return unicodedata.normalize("NFC", text)


def _digit(found: regex.Match[str]) -> str:
    """The digit's value; the replacement character for digits that this Python's Unicode does not know yet."""
    value = unicodedata.digit(found[0], None)
    return "\ufffd" if value is None else str(value)


def _latin(word: str) -> str:
    """Look-alikes become Latin only where the word has Latin letters too, or is made of look-alikes only."""
    swapped = word.translate(_CYRILLIC)
    if _HAS_LATIN.search(word) or not _HAS_CYRILLIC.search(swapped):
        return swapped
    return word
