"""One page image -> one page of words: repair, the engine, what it missed, red ink, captions."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from congvan.datamodel.document import Page, PageImage, Word
from congvan.ocr.clean import clean
from congvan.ocr.engine import Engine
from congvan.ocr.merge import with_more, without
from congvan.ocr.missed import missed_words
from congvan.ocr.red import red_words
from congvan.text.rows import rows_of

# A speck or a stroke of a seal: nothing but punctuation, and the engine hardly trusts it.
JUNK_CONFIDENCE = 0.3


def read_page(page: PageImage, engine: Engine) -> Page:
    """The words of a page image, in points, in printed rows.

    Lines that the engine passed over and red ink, which the repair hides, are read once more, apart; the captions
    of the text layer stand as they are.
    """
    cleaned = clean(page)
    lines = engine.read(cleaned.image, cleaned.dpi)
    pieces = [[replace(word, box=cleaned.place(word.box)) for word in line.words] for line in lines]
    pieces = with_more(pieces, missed_words(cleaned, lines, engine))
    if not page.bilevel:
        pieces = with_more(pieces, red_words(page, engine))
    pieces = [[_composed(word) for word in piece if not is_junk(word)] for piece in pieces]
    pieces = without(pieces, page.captions) + [[word] for word in page.captions]
    dpi = page.source_dpi or page.dpi
    return Page(page.number, page.width, page.height, rows_of(pieces), reading="fast", source_dpi=dpi)


def _composed(word: Word) -> Word:
    return replace(word, text=unicodedata.normalize("NFC", word.text))


def is_junk(word: Word) -> bool:
    """Whether a word is a speck, a rule or a stroke of a seal: no letter or figure in it, and poorly trusted."""
    return word.confidence < JUNK_CONFIDENCE and not any(c.isalnum() for c in word.text)
