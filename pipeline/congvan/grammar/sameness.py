"""When two printed values say the same: case, white space, dashes and the place of the tone mark do not count."""

from __future__ import annotations

import unicodedata

import regex

_TONE = regex.compile("([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])(?!\\w)")
_DASH = regex.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
_MARKS = regex.compile("[\"'“”‘’«»]")


def folded(value: object) -> str:
    """A key for comparing: `Hoà  Bình – 2021` and `hòa bình-2021` have the same; None gives ""."""
    if value is None:
        return ""
    text = unicodedata.normalize("NFD", str(value)).casefold()
    text = unicodedata.normalize("NFC", _TONE.sub(r"\1\3\2", text))
    return " ".join(_DASH.sub("-", _MARKS.sub("", text)).split()).strip(" .,;:")
