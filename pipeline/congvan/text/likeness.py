"""Likeness of printed words that OCR may have garbled: a fold that keeps offsets, and a test of one slip.

`folding.bare` is for comparing whole strings; here every character keeps its place, so that a pattern found in the
flat text is a span of the text itself.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_NO_MARK = {"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"}


def flat(text: str) -> str:
    """`text` in lower case without marks, đ as d; `len(flat(text)) == len(text)`."""
    return "".join(map(_flat_character, text))


@lru_cache(maxsize=4096)
def _flat_character(character: str) -> str:
    if character in _NO_MARK:
        return _NO_MARK[character]
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character


def is_near(a: str, b: str) -> bool:
    """Do two strings differ by one character at most (changed, lost or added)? Linear in their length."""
    if abs(len(a) - len(b)) > 1:
        return False
    at = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        return a[at + 1 :] == b[at + 1 :]
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[at + 1 :] == shorter[at:]


def share_of_capitals(text: str) -> float:
    """Capitals among the letters that have case, 0..1; 0 where there are none."""
    cased = [c for c in text if c.isupper() or c.islower()]
    return sum(c.isupper() for c in cased) / len(cased) if cased else 0.0
