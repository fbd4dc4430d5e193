"""One page image -> one page of words: repair, the engine, what it missed, stamps, red ink, captions."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from congvan.datamodel.document import Line, Page, PageImage, Word
from congvan.ocr.clean import Cleaned, clean
from congvan.ocr.engine import Engine
from congvan.ocr.merge import with_more, without
from congvan.ocr.missed import missed_words
from congvan.ocr.red import red_words
from congvan.ocr.stamps import stamps_on, without_stamps
from congvan.ocr.upright import SURE, is_upright, quarter_turned, sureness
from congvan.text.rows import rows_of

# A speck or a stroke of a seal: nothing but punctuation, and the engine hardly trusts it.
JUNK_CONFIDENCE = 0.3
# Tesseract's Vietnamese model writes this for some slashes.
FRACTION_SLASH = "\u2044"
# What a list's dash is read as, at the head of a line, where it is thick or stands low.
LIST_DASHES = frozenset(("_", "~", "¬", "=", "--", "-_", "_-", "—-", "-—"))


def read_page(page: PageImage, engine: Engine) -> Page:
    """The words of a page image, in points, in printed rows.

    A page fed sideways or upside down is turned upright first: size and places are of the upright page. Lines that
    the engine passed over, red ink, which the repair hides, and framed stamps are read once more, apart; the captions
    of the text layer stand as they are.
    """
    page, cleaned, lines = _upright(page, engine)
    pieces = [[replace(word, box=cleaned.place(word.box)) for word in line.words] for line in lines]
    pieces = with_more(pieces, missed_words(cleaned, lines, engine))
    stamps = stamps_on(page, engine)
    pieces = without_stamps(pieces, stamps)
    if not page.bilevel:
        red = red_words(page, engine)
        pieces = with_more(pieces, [[w for w in piece if not any(s.holds(w.box) for s in stamps)] for piece in red])
    pieces = [as_printed([word for word in piece if not is_junk(word)]) for piece in pieces]
    pieces = without(pieces, page.captions) + [[word] for word in page.captions]
    dpi = page.source_dpi or page.dpi
    rows = with_lines(rows_of(pieces), [Line(stamp.words) for stamp in stamps])
    return Page(page.number, page.width, page.height, rows, reading="fast", source_dpi=dpi)


def with_lines(rows: Sequence[Line], stamped: Sequence[Line]) -> tuple[Line, ...]:
    """Rows of a page with what is stamped, a line of its own even where it lies over print; top to bottom."""
    return tuple(sorted((*rows, *stamped), key=lambda line: (_level(line), line.box.x0))) if stamped else tuple(rows)


def _level(line: Line) -> float:
    return median((word.box.top + word.box.bottom) / 2 for word in line.words)


def _upright(page: PageImage, engine: Engine) -> tuple[PageImage, Cleaned, list[Line]]:
    """The page, its repaired picture and the engine's lines, in the first position that reads well, or as it is."""
    first = _first_reading(page, engine)
    if is_upright(first[2]):
        return first
    for quarters in (1, 2, 3):
        turned = _first_reading(quarter_turned(page, quarters), engine)
        if sureness(turned[2]) >= SURE:
            return turned
    return first


def _first_reading(page: PageImage, engine: Engine) -> tuple[PageImage, Cleaned, list[Line]]:
    cleaned = clean(page)
    return page, cleaned, engine.read(cleaned.image, cleaned.dpi)


def as_printed(words: Sequence[Word]) -> list[Word]:
    """Words of one line in NFC, with the marks offices print for those that only the engine knows."""
    texts = [unicodedata.normalize("NFC", word.text).replace(FRACTION_SLASH, "/") for word in words]
    if len(texts) > 1 and texts[0] in LIST_DASHES:
        texts[0] = "-"
    return [word if word.text == text else replace(word, text=text) for word, text in zip(words, texts, strict=True)]


def is_junk(word: Word) -> bool:
    """Whether a word is a speck, a rule or a stroke of a seal: no letter or figure in it, and poorly trusted."""
    return word.confidence < JUNK_CONFIDENCE and not any(c.isalnum() for c in word.text)
