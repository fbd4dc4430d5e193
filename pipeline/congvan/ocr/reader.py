"""One page image -> one page of words: repair, the engine, its words in points, captions in their places."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from congvan.datamodel.document import Box, Line, Page, PageImage, Word
from congvan.ocr.clean import Cleaned, clean
from congvan.ocr.engine import Engine
from congvan.text.rows import rows_of

# A read word that lies under a caption by this part of itself is the caption, read worse.
UNDER_CAPTION = 0.5


def read_page(page: PageImage, engine: Engine) -> Page:
    """The words of a page image, in points; the captions of its text layer stand as they are."""
    cleaned = clean(page)
    lines = engine.read(cleaned.image, cleaned.dpi)
    pieces = [_placed(line, cleaned) for line in lines]
    pieces = [[w for w in piece if not is_junk(w)] for piece in pieces]
    pieces = without(pieces, page.captions)
    pieces += [[word] for word in page.captions]
    dpi = page.source_dpi or page.dpi
    return Page(page.number, page.width, page.height, rows_of(pieces), reading="fast", source_dpi=dpi)


def _placed(line: Line, cleaned: Cleaned) -> list[Word]:
    """The words of one engine line in points, NFC."""
    return [
        replace(w, text=unicodedata.normalize("NFC", w.text), box=cleaned.place(w.box)) for w in line.words
    ]


# Specks read as marks: nothing but punctuation, hardly trusted by the engine.
JUNK_CONFIDENCE = 0.3


def is_junk(word: Word) -> bool:
    """Whether a word is a speck, a rule or a stroke of a seal: no letter or figure in it, and poorly trusted."""
    return word.confidence < JUNK_CONFIDENCE and not any(c.isalnum() for c in word.text)


def without(pieces: Iterable[Sequence[Word]], captions: Sequence[Word]) -> list[list[Word]]:
    """Pieces without the words that lie under captions."""
    return [[w for w in piece if not any(_under(w.box, c.box) for c in captions)] for piece in pieces]


def _under(box: Box, caption: Box) -> bool:
    across = min(box.x1, caption.x1) - max(box.x0, caption.x0)
    down = min(box.bottom, caption.bottom) - max(box.top, caption.top)
    return across > 0 and down > 0 and across * down >= UNDER_CAPTION * max(box.width * box.height, 1e-6)
