"""Text in the 8-bit codes of the time before Unicode: TCVN 5712:1993 (VN3, fonts .Vn) and VNI-Win (fonts VNI-)."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import cache

import regex

from congvan.lexicons import load
from congvan.synth.tree import Block, Dispatch

_WORD = regex.compile(r"\p{L}+")
# Typists put the tone of `Ủy` on the second vowel, whose small letter the code has.
_MOVED = {"Ủy": "Uỷ", "Úy": "Uý", "Ùy": "Uỳ", "Ũy": "Uỹ", "Ụy": "Uỵ"}
# What the codes have no place for, and what typists struck instead; each stays one character.
_STRUCK = {"\u00a0": " ", "²": "2", "³": "3", "°": "o", "×": "x", "≥": ">", "≤": "<", "→": ">", "½": "?"}


def tcvn3(text: str) -> bytes:
    """The text in TCVN3, one byte a character; a capital with a tone becomes its small letter (`CéNG HßA`)."""
    codes = _codes("tcvn3")
    return b"".join(_byte(c, codes.get(c) or codes.get(c.lower())) for c in _composed(text))


def vni(text: str) -> bytes:
    """The text in VNI-Win, one or two bytes a letter."""
    codes = _codes("vni")
    return b"".join(_byte(c, codes.get(c)) for c in _composed(text))


LEGACY_CODES = {"tcvn3": tcvn3, "vni": vni}


def typed_in_tcvn3(dispatch: Dispatch) -> Dispatch:
    """The dispatch as a typist could write it in TCVN3: gold made of it says what the file's bytes say.

    Offsets stay: each letter is replaced by one. Words in capitals stay capitals (readers tell them by their
    neighbours); a lone capital with a tone becomes small, or its tone moves (`Uỷ ban`).
    """

    def typed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(replace(b, phrase=replace(b.phrase, text=_typed(b.text))) for b in blocks)

    return replace(
        dispatch,
        left=typed(dispatch.left),
        right=typed(dispatch.right),
        body=typed(dispatch.body),
        foot_left=typed(dispatch.foot_left),
        foot_right=typed(dispatch.foot_right),
        annexes=tuple(typed(annex) for annex in dispatch.annexes),
    )


def _typed(text: str) -> str:
    parts, at = [], 0
    words = list(_WORD.finditer(text))
    for n, word in enumerate(words):
        beside = [words[m].group() for m in (n - 1, n + 1) if 0 <= m < len(words)]
        parts += [text[at : word.start()], _typed_word(word.group(), beside)]
        at = word.end()
    return "".join([*parts, text[at:]])


def _typed_word(word: str, beside: list[str]) -> str:
    codes = _codes("tcvn3")
    strange = any(c.isupper() and not c.isascii() and c not in codes for c in word)
    capitals = word.isupper() and (len(word) > 1 or any(len(w) > 1 and w.isupper() for w in beside))
    if not strange or capitals:
        return word
    if word[:2] in _MOVED:
        return _MOVED[word[:2]] + word[2:]
    return "".join(c if c.isascii() or c in codes else c.lower() for c in word)


def _composed(text: str) -> str:
    # The Icelandic Ð that slips in for Đ from other keyboards: the codes know one letter for both.
    return unicodedata.normalize("NFC", text).replace("Ð", "Đ")


@cache
def _codes(name: str) -> dict[str, bytes]:
    return {row["letter"]: bytes.fromhex(row["code"]) for row in load(name)}


def _byte(character: str, code: bytes | None) -> bytes:
    """The letter's code; ASCII as it is; quotes and dashes as in windows-1252, whose places both codes leave free."""
    if code is not None:
        return code
    struck = _STRUCK.get(character, character)
    made = struck.encode("cp1252", errors="replace")
    return made if made < b"\xa0" else b"?"
