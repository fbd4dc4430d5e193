"""The caption of a digital signature: a few lines of real text that a signing program puts over a scanned page."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from congvan.datamodel.document import Box
from congvan.synth.printing.fonts import serif, width
from congvan.synth.printing.paper import ASCENT, DESCENT


@dataclass(frozen=True, slots=True)
class CaptionWord:
    """One word of real text over the picture: `box` in points of the page as stored; `font`: a face of the printer;
    `spaced`: a space follows on the same line."""

    text: str
    box: Box
    font: str
    size: float
    spaced: bool

    @property
    def baseline(self) -> float:
        return self.box.bottom - self.size * DESCENT


def caption_lines(office: str, day: date | None, rng: Random) -> list[str]:
    """Who signed, by which address, when; offices' programs differ in what they tell."""
    name = office.upper()
    address = f"vanthu@{_initials(office)}.vidu.gov.vn"
    clock = f"{rng.randint(7, 17):02d}:{rng.randint(0, 59):02d}:{rng.randint(0, 59):02d} +07:00"
    signed = (
        [] if day is None else [(day.strftime("%d.%m.%Y"), day.strftime("%d/%m/%Y"))[rng.randrange(2)] + " " + clock]
    )
    shape = rng.randrange(3)
    if shape == 0:
        return [f"Người ký: {name}", f"Email: {address}", *(f"Thời gian ký: {s}" for s in signed)]
    if shape == 1:
        return [f"Ký bởi: {name}", f"Cơ quan: {name}", *(f"Ngày ký: {s}" for s in signed)]
    return [f"Ký bởi: {name}", f"Email: {address}", *(f"Thời gian ký: {s}" for s in signed)]


def set_caption(lines: Sequence[str], x: float, top: float, size: float, room: float) -> list[CaptionWord]:
    """The lines from the point (x, top) down, broken where they are wider than `room`, all in points."""
    font = serif().faces["regular"]
    space = width(" ", font, size)
    words: list[CaptionWord] = []
    baseline = top + size * ASCENT
    for line in lines:
        at, parts = x, line.split()
        for n, part in enumerate(parts):
            wide = width(part, font, size)
            if at > x and at + wide > x + room:
                at, baseline = x, baseline + size * 1.12
            box = Box(at, baseline - size * ASCENT, at + wide, baseline + size * DESCENT)
            words.append(CaptionWord(part, box, font, size, n + 1 < len(parts)))
            at += wide + space
        baseline += size * 1.12
    return words


def _initials(office: str) -> str:
    letters = "".join(word[0] for word in office.split() if word[0].isalpha()).lower().replace("đ", "d")
    return "".join(c for c in unicodedata.normalize("NFD", letters) if c.isascii()) or "vp"
