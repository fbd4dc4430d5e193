"""Who read the words of a span: a sound text layer, or an OCR engine that may have slipped."""

from __future__ import annotations

from statistics import median

from congvan.datamodel.text import CanonicalText

# Word.source of words that stand in the file as text.
_TEXT_SOURCES = frozenset({"layer", "text"})


def was_read(canonical: CanonicalText, start: int, end: int) -> bool:
    """Was any word of the half-open span read by an OCR engine?"""
    return any(word.word.source not in _TEXT_SOURCES for word in canonical.words_in(start, end))


def stands_over_scan(canonical: CanonicalText, start: int, end: int) -> bool:
    """Is the span text of the file on a page that is otherwise a picture: a signature caption, as a rule?"""
    words = canonical.words_in(start, end)
    if not words or not all(word.word.source == "layer" for word in words):
        return False
    page = words[0].page
    return any(w.page == page and w.word.source not in _TEXT_SOURCES for w in canonical.words[:SAMPLE])


# A letterhead stands among the first words of a dispatch; more need not be looked at.
SAMPLE = 400
# Typed figures of one page differ in height by a tenth; figures written by hand into a form are half as tall again.
HANDWRITTEN = 1.25
# Tesseract's own confidence of a figure glued to other signs, below which it was guessing at a scrawl.
GUESSED = 0.4
# Typed figures are read with 0.93 and more; where the box of one is tall all the same, a speck touches it.
SURE = 0.93
# So many typed figures are needed to know their height.
FEWEST_FIGURES = 3


def is_scrawl(canonical: CanonicalText, start: int, end: int) -> bool:
    """Was a figure in the span, as far as an OCR engine's words tell, written by hand?

    Such a figure is taller than the typed ones of its page, or was read without any confidence.
    """
    for placed in canonical.words_in(start, end):
        word = placed.word
        if word.source in _TEXT_SOURCES or not any(c.isdigit() for c in word.text):
            continue
        if word.confidence < GUESSED:
            return True
        if word.text.isdigit() and word.confidence < SURE and canonical.placed:
            typed = _figure_height(canonical, placed.page)
            if typed and word.box.height > HANDWRITTEN * typed:
                return True
    return False


def _figure_height(canonical: CanonicalText, page: int) -> float:
    """The height of an average figure among the first words of a page, 0 where there are too few."""
    words = (placed for placed in canonical.words[:SAMPLE] if placed.page == page and placed.word.text.isdigit())
    heights = [placed.word.box.height for placed in words]
    return median(heights) if len(heights) >= FEWEST_FIGURES else 0.0
