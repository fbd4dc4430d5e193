"""Paragraphs of strips become the canonical text of a dispatch: one string, with a map back to every word.

Made once, after reading and layout order; nothing after it changes a character.
"""

from __future__ import annotations

from collections.abc import Sequence

from congvan.datamodel.document import Box
from congvan.datamodel.layout import Strip
from congvan.datamodel.text import CanonicalText, Paragraph, PlacedWord
from congvan.text.mend import mend

CELL_BREAK = " | "


def canonical_text(groups: Sequence[Sequence[Strip]], *, placed: bool) -> CanonicalText:
    """The text of one dispatch; each group of strips is one paragraph.

    `placed`: the words have real places on paper (PDF points), so that quotes have boxes.
    Words that mending leaves empty (invisible characters alone) are not in the text.
    """
    pieces: list[str] = []
    words: list[PlacedWord] = []
    paragraphs: list[Paragraph] = []
    at = 0
    for group in groups:
        start = at
        box: Box | None = None
        for strip in group:
            for n, word in enumerate(strip.words):
                text = " ".join(mend(word.text).split())
                if not text:
                    continue
                if at > start:
                    glue = CELL_BREAK if n in strip.breaks and text != "|" and pieces[-1] != "|" else " "
                    pieces.append(glue)
                    at += len(glue)
                words.append(PlacedWord(at, at + len(text), strip.page, strip.row, word))
                pieces.append(text)
                at += len(text)
                box = word.box.union(box) if box else word.box
        if at > start:
            paragraphs.append(
                Paragraph(start, at, group[0].page, group[0].zone, box if placed else None, group[0].bold)
            )
            pieces.append("\n")
            at += 1
    return CanonicalText("".join(pieces), tuple(words), tuple(paragraphs), placed)
