"""One page image -> one page of words: repair, the engine, its words in points, red ink and captions in their places."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from congvan.datamodel.document import Box, Page, PageImage, Word
from congvan.ocr.clean import Cleaned, clean
from congvan.ocr.engine import Engine
from congvan.ocr.red import red_words
from congvan.text.rows import rows_of

# Two readings of one place: one lies under the other by this part of itself.
SAME_PLACE = 0.5
# A speck or a stroke of a seal: nothing but punctuation, and the engine hardly trusts it.
JUNK_CONFIDENCE = 0.3

Pieces = list[list[Word]]


def read_page(page: PageImage, engine: Engine) -> Page:
    """The words of a page image, in points, in printed rows.

    The captions of its text layer stand as they are; words in red ink are read apart, because the repair hides red.
    """
    cleaned = clean(page)
    pieces = [_placed(line.words, cleaned) for line in engine.read(cleaned.image, cleaned.dpi)]
    pieces = [[word for word in piece if not is_junk(word)] for piece in pieces]
    if not page.bilevel:
        pieces = with_red(pieces, [_composed(piece) for piece in red_words(page, engine)])
    pieces = without(pieces, page.captions) + [[word] for word in page.captions]
    dpi = page.source_dpi or page.dpi
    return Page(page.number, page.width, page.height, rows_of(pieces), reading="fast", source_dpi=dpi)


def _placed(words: Sequence[Word], cleaned: Cleaned) -> list[Word]:
    return [replace(word, box=cleaned.place(word.box)) for word in _composed(words)]


def _composed(words: Sequence[Word]) -> list[Word]:
    return [replace(word, text=unicodedata.normalize("NFC", word.text)) for word in words]


def is_junk(word: Word) -> bool:
    """Whether a word is a speck, a rule or a stroke of a seal: no letter or figure in it, and poorly trusted."""
    return word.confidence < JUNK_CONFIDENCE and not any(c.isalnum() for c in word.text)


def with_red(pieces: Pieces, red: Pieces) -> Pieces:
    """Pieces of both readings; where they read one place the more trusted word stands."""
    kept = [[w for w in piece if not any(_better(rival, w) for p in pieces for rival in p)] for piece in red]
    added = [word for piece in kept for word in piece]
    return [[w for w in piece if not any(same_place(w.box, r.box) for r in added)] for piece in pieces] + kept


def _better(rival: Word, word: Word) -> bool:
    return rival.confidence >= word.confidence and same_place(rival.box, word.box)


def without(pieces: Pieces, captions: Iterable[Word]) -> Pieces:
    """Pieces without the words that lie under captions, which are the caption read worse."""
    boxes = [caption.box for caption in captions]
    return [[w for w in piece if not any(covered(w.box, box) >= SAME_PLACE for box in boxes)] for piece in pieces]


def same_place(box: Box, other: Box) -> bool:
    """Whether two boxes are readings of one place."""
    return max(covered(box, other), covered(other, box)) >= SAME_PLACE


def covered(box: Box, other: Box) -> float:
    """The part of `box` that `other` covers, 0..1."""
    across = min(box.x1, other.x1) - max(box.x0, other.x0)
    down = min(box.bottom, other.bottom) - max(box.top, other.top)
    return max(across, 0.0) * max(down, 0.0) / max(box.width * box.height, 1e-6)
