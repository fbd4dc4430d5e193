"""Sets right the marks of known words in letterhead and signature block, where OCR reads capitals worst.

Posts, bodies and provinces are closed lists, and only marks are changed, never a figure or a person's name; of letters
only the first of a post that a seal has covered.
It happens before the canonical text is made, so that quote and value agree; the word keeps what was read in `raw`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from congvan.datamodel.document import Word
from congvan.datamodel.layout import Strip
from congvan.grammar.letterhead.spelling import mended, place_of, whole_post
from congvan.layout import marks

# Words of these sources are the file's own text and stand as they are.
_OWN_TEXT = frozenset({"text", "layer"})


def respelled(strips: Iterable[Strip]) -> list[Strip]:
    """The strips, those of letterhead and signature block with known words in their own marks."""
    return [_respelled(strip) if strip.zone != "body" else strip for strip in strips]


def _respelled(strip: Strip) -> Strip:
    if all(word.source in _OWN_TEXT for word in strip.words):
        return strip
    text = strip.text
    if text.isupper():
        right = mended(whole_post(text) if strip.zone.startswith("foot") else text).split(" ")
    elif marks.is_place_date(text):
        place, comma, day = text.partition(",")
        right = (place_of(place) + comma + day).split(" ")
    else:
        return strip
    if len(right) != len(strip.words):
        return strip
    return replace(strip, words=tuple(_with(word, text) for word, text in zip(strip.words, right, strict=True)))


def _with(word: Word, text: str) -> Word:
    return word if word.text == text or word.source in _OWN_TEXT else replace(word, text=text, raw=word.text)
