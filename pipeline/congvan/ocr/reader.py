"""One page image -> one page of words: repair, the engine, what it missed, red ink, captions."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from congvan.datamodel.document import Box, Page, PageImage, Word
from congvan.ocr.clean import clean
from congvan.ocr.engine import Engine
from congvan.ocr.missed import missed_words
from congvan.ocr.red import red_words
from congvan.text.rows import rows_of

# Two readings of one place: one lies under the other by this part of itself.
SAME_PLACE = 0.5
# A later reading of a place must reach over this part of the width of the first.
WHOLE = 0.9
# A speck or a stroke of a seal: nothing but punctuation, and the engine hardly trusts it.
JUNK_CONFIDENCE = 0.3

Pieces = list[list[Word]]


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


def with_more(pieces: Pieces, more: Pieces) -> Pieces:
    """Pieces of two readings; where both read one place the more trusted words stand, in doubt the first.

    A part of a known word never takes the place of the whole, however trusted.
    """
    known = [word for piece in pieces for word in piece]
    added = [[w for w in piece if _wins(w, piece, known)] for piece in more]
    boxes = [word.box for piece in added for word in piece]
    return [[w for w in piece if not any(same_place(w.box, box) for box in boxes)] for piece in pieces] + added


def _wins(word: Word, piece: list[Word], known: list[Word]) -> bool:
    rivals = [rival for rival in known if same_place(rival.box, word.box)]
    if not rivals:
        return True
    reach = max(w.box.x1 for w in piece) - min(w.box.x0 for w in piece)
    wanted = max(r.box.x1 for r in rivals) - min(r.box.x0 for r in rivals)
    return word.confidence > max(r.confidence for r in rivals) and reach >= WHOLE * wanted


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
