"""spaCy's Vietnamese pipeline with our own tokenizer, and underthesea's words aligned to it.

Tokens are syllables; document numbers, dates, figures, addresses stay whole; nothing is lost: `doc.text` is the text.
underthesea's word segmentation is the slowest thing after OCR, so words are found on demand, a paragraph at a time.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

import regex
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

if TYPE_CHECKING:
    from congvan.datamodel.context import Context

_TOKEN = regex.compile(
    r"""
      https?://[^\s<>"“”]+ | www\.[^\s<>"“”]+            # https://vidu.gov.vn/tin
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                        # vanthu@vidu.gov.vn
    | \d+\p{L}?(?:/\d{4})?/\p{Lu}[\p{L}\d&]*(?:[-–][\p{Lu}\d][\p{L}\d&]*)*   # 15/2021/TT-BNV, 17/VHTT
    | \d+[-–]\p{Lu}[\p{L}]*/[\p{Lu}][\p{L}\d-]*          # 04-NQ/TW
    | \d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)                 # 10/3/2021
    | \d{1,2}[/-]\d{4}(?!\d) | \d{1,2}/\d{1,2}(?!\d)      # 6/2021, 25/5
    | \d+(?:[.,]\d+)*%?                                   # 1.500.000; 95%; 0,5
    | \p{Lu}{1,4}\.(?=\s?\p{Lu})                          # TM. KT. TP.
    | [\p{L}\p{M}]+(?:[&][\p{L}]+)*                       # a syllable; TT&TT
    | \n                                                  # the end of a paragraph is a token
    | [^\S\n]+
    | .
    """,
    regex.VERBOSE,
)


class SyllableTokenizer:
    """Cuts a text into syllables, whole codes, dates and figures; keeps every character."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for match in _TOKEN.finditer(text):
            piece = match.group()
            if piece == " " and words and not spaces[-1] and words[-1] != "\n":
                spaces[-1] = True
            else:
                words.append(piece)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: object) -> bytes:
        return b""

    def from_bytes(self, _data: bytes, **_kwargs: object) -> SyllableTokenizer:
        return self

    def to_disk(self, _path: object, **_: object) -> None:
        """Nothing to keep: the rules are code."""

    def from_disk(self, _path: object, **_: object) -> SyllableTokenizer:
        return self


def make_nlp() -> Language:
    """A blank Vietnamese pipeline with the syllable tokenizer and the attributes `doc._.context`, `token._.word`."""
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    nlp.tokenizer = SyllableTokenizer(nlp.vocab)
    nlp.max_length = 100_000_000
    if not Doc.has_extension("context"):
        Doc.set_extension("context", default=None)
    if not Token.has_extension("word"):
        Token.set_extension("word", getter=_word_of)
    return nlp


def _word_of(token: Token) -> Span | None:
    """`token._.word`: underthesea's word that the syllable is part of; None for white space."""
    text, start = token.doc.text, token.idx
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    spans = word_spans(text, line_start, len(text) if line_end < 0 else line_end)
    found = next(((a, b) for a, b in spans if a <= start < b), None)
    return token.doc.char_span(*found, alignment_mode="expand") if found else None


def context_of(doc: Doc) -> Context:
    """What is known of the dispatch; set by pipeline.py before any extractor runs."""
    return cast("Context", doc._.context)


def text_of(doc: Doc) -> str:
    """The canonical text of a Doc; `doc.text` says the same, but joins all tokens anew at each call."""
    return context_of(doc).canonical.text


def word_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """underthesea's words between two offsets, as half-open spans of `text`; white space belongs to none.

    The span is cut at newlines: the segmenter would join words across them.
    """
    spans: list[tuple[int, int]] = []
    offset = start
    for line in text[start:end].split("\n"):
        spans += ((offset + a, offset + b) for a, b in _line_words(line))
        offset += len(line) + 1
    return spans


@lru_cache(maxsize=4096)
def _line_words(line: str) -> tuple[tuple[int, int], ...]:
    if not line.strip():
        return ()
    from underthesea import word_tokenize

    spans = []
    at = 0
    # Token normalization would move tone marks (khoá -> khóa) and lose the alignment.
    for word in word_tokenize(line, use_token_normalize=False):
        first = last = None
        for piece in word.split():
            found = line.find(piece, at)
            if found < 0:  # the segmenter changed the piece; leave it out rather than misplace it
                continue
            first = found if first is None else first
            at = last = found + len(piece)
        if first is not None and last is not None:
            spans.append((first, last))
    return tuple(spans)
