"""Runs of a Word paragraph -> pieces of text in their fonts; fonts of TCVN3 and VNI are turned into Unicode."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from congvan.reading.rows.legacy import (
    DECODERS,
    SAMPLE_WORDS,
    code_of_font,
    is_capital_font,
    strange_words,
    syllable_share,
)
from congvan.reading.word.names import W, find, switch, value
from congvan.reading.word.styles import Styles, own_font

# Signs of the font Symbol that offices print (Adobe's Symbol encoding).
_SYMBOL = {0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one run as it is stored; `font`: for letters beyond ASCII."""

    text: str
    font: str = ""
    bold: bool = False
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks: its font, and what is switched on."""

    font: str
    bold: bool
    capitals: bool
    hidden: bool


def look_of(run: etree._Element, paragraph_style: str | None, styles: Styles) -> Look:
    """What a run's own properties and its styles make of it."""
    own = find(run, "rPr")
    run_style = value(own, "rStyle")
    font = own_font(own)

    def on(name: str) -> bool:
        told = switch(own, name)
        return styles.switch(paragraph_style, run_style, name) if told is None else told

    return Look(styles.font(paragraph_style, run_style) if font is None else font, on("b"), on("caps"), on("vanish"))


def legacy_codes(pieces: Iterable[Piece]) -> frozenset[str]:
    """The codes whose fonts hold text in them: fonts of old documents often stay when the text was made Unicode."""
    words: dict[str, list[str]] = {}
    for piece in pieces:
        code = code_of_font(piece.font)
        if code and len(words.setdefault(code, [])) < SAMPLE_WORDS:
            words[code] += strange_words(piece.text, any_mark=True)
    return frozenset(
        code for code, seen in words.items() if syllable_share(map(DECODERS[code], seen)) >= syllable_share(seen)
    )


def joined(pieces: Sequence[Piece], codes: frozenset[str]) -> str:
    """The text of pieces in Unicode. Those in one code belong together: a letter of VNI may lie across two runs."""

    def key(piece: Piece) -> tuple[str | None, bool]:
        code = code_of_font(piece.font)
        return (code if code in codes else None), piece.capitals or is_capital_font(piece.font)

    out = []
    for (code, capitals), group in groupby(pieces, key=key):
        text = "".join(piece.text for piece in group)
        text = DECODERS[code](text) if code else text
        out.append(text.upper() if capitals else text)
    return "".join(out)


def symbol(element: etree._Element) -> str:
    """A `w:sym`: a sign of a symbol font as itself where it is known, else as its private-use character."""
    try:
        number = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    font = element.get(f"{W}font", "")
    low = number & 0xFF if 0xF000 <= number <= 0xF0FF else number
    if code_of_font(font) and low < 256:
        return chr(low)
    if font.lower() == "symbol":
        return _SYMBOL.get(low, chr(low) if 0x20 <= low < 0x7F else chr(0xF000 + (low & 0xFF)))
    return chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number < 0x110000 else ""
