"""Is a text layer sound Vietnamese? Tells a real layer from one that lost its tone marks or was garbled.

Words are tried against the syllables that Vietnamese spelling allows: an initial and a rhyme, whatever the tone.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import regex

# Measured on the words of 24 dispatches as text: 0.93 to 1.00 of the words are syllables (the rest are abbreviations'
# neighbours, names from abroad, misspellings), 0.68 to 0.83 bear a mark. OCR layers that lost their marks: below 0.55
# and 0.2. Fewer words than MIN_WORDS prove nothing either way.
MIN_SYLLABLE_SHARE = 0.8
MIN_MARKED_SHARE = 0.4
MIN_WORDS = 12

# Initials and rhymes of the spelling of today (Từ điển tiếng Việt, Hoàng Phê ed., table of syllables); tone marks
# are taken off before the match, marks of letters (ă â ê ô ơ ư đ) stay.
_SYLLABLE = regex.compile(
    r"""
    (?: ngh | ng | nh | gh | gi | kh | ph | th | tr | ch | qu | [bcdđghklmnprstvx] )?
    (?:
        (?: iê | yê | uyê | uô | ươ | oă | uâ | oa | oe | uê | uơ | uy | uya | oo
          | ia | ua | ưa | ya | [aăâeêioôơuưy] )
        (?: ch | ng | nh | [cmnptiuyo] )?
    )
    """,
    regex.VERBOSE,
)
_LETTERS = regex.compile(r"\p{L}[\p{L}\p{M}]*")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONES_OFF = {ord(tone): None for tone in _TONES}
# What a broken font map leaves: replacement marks, private use, controls.
_BROKEN = regex.compile(r"[\p{Co}\p{Cn}\p{Cc}\uFFFD]")
MAX_BROKEN_SHARE = 0.02


def is_syllable(word: str) -> bool:
    """Whether a word (letters only, any case) is spelled as a Vietnamese syllable."""
    plain = unicodedata.normalize("NFD", word.lower()).translate(_TONES_OFF)
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", plain)) is not None


def is_broken(text: str) -> bool:
    """Whether the font's map to Unicode is broken: too many characters that no text holds."""
    marks = [c for c in text if not c.isspace()]
    return bool(marks) and len(_BROKEN.findall("".join(marks))) > MAX_BROKEN_SHARE * len(marks)


def is_sound(words: Iterable[str], share: float = MIN_SYLLABLE_SHARE) -> bool:
    """Whether words are Vietnamese with its marks; words in capitals of up to four letters (abbreviations) don't count.

    Too few words to tell are sound unless their characters are broken.
    """
    text = unicodedata.normalize("NFC", " ".join(words))
    if is_broken(text):
        return False
    # Mixed case inside a word (HoAxA) is what OCR leaves; an abbreviation says nothing.
    told = [w for w in _LETTERS.findall(text) if len(w) > 1 and not (w.isupper() and len(w) <= 4)]
    if len(told) < MIN_WORDS:
        return True
    right = sum(is_syllable(w) and (w.isupper() or w[1:].islower()) for w in told)
    marked = sum(any(not c.isascii() for c in w) for w in told)
    return right >= share * len(told) and marked >= MIN_MARKED_SHARE * len(told)
