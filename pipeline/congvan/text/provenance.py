"""Who read the words of a span: a sound text layer, or an OCR engine that may have slipped."""

from __future__ import annotations

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
