"""When two printed values say the same: case, white space, dashes and the place of the tone mark do not count."""

from __future__ import annotations

import regex

from congvan.text.folding import lowered

_DASH = regex.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
_MARKS = regex.compile("[\"'“”‘’«»]")


def folded(value: object) -> str:
    """A key for comparing: `Hoà  Bình – 2021` and `hòa bình-2021` have the same; None gives ""."""
    if value is None:
        return ""
    return " ".join(_DASH.sub("-", _MARKS.sub("", lowered(str(value)))).split()).strip(" .,;:")
