"""Cuts stamps: the office's round seal, framed words (MẬT), the oblong stamp of the office that receives a dispatch.

A stamp's print is a density (ink.py) at `scale` pixels a point, not yet worn or turned.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from congvan.datamodel.document import Box
from congvan.synth.printing.fonts import serif
from congvan.synth.printing.paper import MM
from congvan.synth.scanner.ink import Colour, Density

# A seal of a State body is 36 mm across (Circular 07/2010/TT-BCA, article 5).
SEAL_DIAMETER = 36 * MM
RED, BLUE = (206, 34, 48), (44, 62, 150)
REDS: tuple[Colour, ...] = (RED, (196, 44, 62), (222, 48, 44), (178, 40, 54))
# Prints are drawn larger by this factor and scaled down.
_FINER = 2
# Letters of a seal stand no farther apart than this, in sizes of the type.
_WIDEST = 1.15


@cache
def _face() -> Path:
    """The rubber's type: a sans serif where the twin of the serif is installed beside it."""
    bold = serif().paths["bold"]
    twin = bold.with_name("Arimo-Bold.ttf")
    return twin if twin.exists() else bold


def _font(size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_face()), max(round(size), 6))


def _print(canvas: Image.Image, shape: tuple[int, int]) -> Density:
    small = canvas.resize((shape[1], shape[0]), Image.Resampling.BOX)
    return (np.asarray(small, np.float32) / 255).astype(np.float32)


@lru_cache(maxsize=4)
def seal(around: str, within: tuple[str, ...], scale: float) -> Density:
    """A round seal: two rings, words between them and a star below; within: an emblem, or the office's own words."""
    side = round(SEAL_DIAMETER * scale)
    big = side * _FINER
    canvas = Image.new("L", (big, big), 0)
    draw = ImageDraw.Draw(canvas)
    edge, middle = big * 0.02, big / 2
    draw.ellipse((edge, edge, big - edge, big - edge), outline=255, width=max(big // 60, 2))
    second = big * 0.05
    draw.ellipse((second, second, big - second, big - second), outline=255, width=max(big // 160, 1))
    inner = big * 0.2
    draw.ellipse((inner, inner, big - inner, big - inner), outline=255, width=max(big // 130, 1))
    _around(canvas, around.upper(), big * 0.375, big * 0.098)
    draw.polygon(_star(middle, big * 0.875, big * 0.042), fill=255)
    if within:
        _within(draw, within, middle, big * 0.27)
    else:
        _emblem(draw, middle, big * 0.27)
    return _print(canvas, (side, side))


def _around(canvas: Image.Image, words: str, radius: float, size: float) -> None:
    """The words along the ring from lower left to lower right, closer where they are many, if there are any."""
    if not words:
        return
    size = min(size, 1.72 * math.pi * radius / len(words) * 1.35)
    font = _font(size)
    widths = [font.getlength(letter) + size * 0.1 for letter in words]
    whole = sum(widths)
    loose = min(1.68 * math.pi * radius / whole, 1 + _WIDEST * size * len(words) / whole)
    middle = canvas.width / 2
    along = -whole * loose / 2
    for letter, wide in zip(words, widths, strict=True):
        angle = (along + wide * loose / 2) / radius
        along += wide * loose
        half = round(size)
        tile = Image.new("L", (half * 2, half * 2), 0)
        ImageDraw.Draw(tile).text((half, half), letter, font=font, fill=255, anchor="mm")
        turned = tile.rotate(-math.degrees(angle), resample=Image.Resampling.BICUBIC)
        at = (round(middle + radius * math.sin(angle)) - half, round(middle - radius * math.cos(angle)) - half)
        canvas.paste(255, at, turned)


def _star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    turns = [(math.pi * n / 5 - math.pi / 2, radius if n % 2 == 0 else radius * 0.4) for n in range(10)]
    return [(x + reach * math.cos(angle), y + reach * math.sin(angle)) for angle, reach in turns]


def _within(draw: ImageDraw.ImageDraw, lines: tuple[str, ...], middle: float, radius: float) -> None:
    """The lines in the middle, as large as the ring allows."""
    size = radius * 0.5
    while size > 6:
        font, step = _font(size), size * 1.12
        top = middle - step * (len(lines) - 1) / 2
        reach = [
            math.hypot(font.getlength(line) / 2, abs(top + n * step - middle) + size * 0.4)
            for n, line in enumerate(lines)
        ]
        if max(reach) < radius * 1.02:
            break
        size *= 0.92
    for n, line in enumerate(lines):
        draw.text((middle, top + n * step), line, font=font, fill=255, anchor="mm")


def _emblem(draw: ImageDraw.ImageDraw, middle: float, radius: float) -> None:
    """Something like arms, of no real body: a wreath of grains, a star, rays, a ribbon."""
    for side in (-1, 1):
        for n in range(11):
            angle = math.pi / 2 + side * (0.35 + n * 0.22)
            for ring in (0.86, 0.7):
                x, y = middle + ring * radius * math.cos(angle), middle + ring * radius * math.sin(angle)
                grain = radius * 0.075
                draw.ellipse((x - grain, y - grain * 0.8, x + grain, y + grain * 0.8), fill=255)
    thin = max(round(radius * 0.025), 1)
    draw.ellipse(
        (middle - radius * 0.58, middle - radius * 0.58, middle + radius * 0.58, middle + radius * 0.58),
        outline=255,
        width=thin,
    )
    draw.polygon(_star(middle, middle - radius * 0.12, radius * 0.26), fill=255)
    for n in range(9):
        x = middle + (n - 4) * radius * 0.11
        draw.line((middle, middle + radius * 0.2, x, middle + radius * 0.5), fill=255, width=thin)
    draw.rectangle(
        (middle - radius * 0.5, middle + radius * 0.68, middle + radius * 0.5, middle + radius * 0.86),
        outline=255,
        width=thin * 2,
    )


def framed(words: str, size: float, scale: float, rng: Random) -> Density:
    """Words in capitals in a single or double frame; `size` of the type in points."""
    fine = scale * _FINER
    font = _font(size * fine)
    pad, wide = size * 0.45 * fine, font.getlength(words)
    width, height = round(wide + pad * 2.6), round(size * 1.0 * fine + pad * 1.5)
    width, height = width // _FINER * _FINER, height // _FINER * _FINER
    canvas = Image.new("L", (width, height), 0)
    draw = ImageDraw.Draw(canvas)
    line = max(round(size * 0.09 * fine), 2)
    draw.rectangle((0, 0, width - 1, height - 1), outline=255, width=line)
    if rng.random() < 0.4:
        gap = line * 2
        draw.rectangle((gap, gap, width - 1 - gap, height - 1 - gap), outline=255, width=max(line // 2, 1))
    draw.text((width / 2, height / 2 + size * 0.04 * fine), words, font=font, fill=255, anchor="mm")
    return _print(canvas, (height // _FINER, width // _FINER))


@dataclass(frozen=True, slots=True)
class Arrival:
    """An arrival stamp: its print, its size in points, and the blanks for number and day, in points of the stamp."""

    density: Density
    width: float
    height: float
    number: Box
    day: Box
    size: float


def arrival(scale: float, rng: Random) -> Arrival:
    """`CÔNG VĂN ĐẾN` over its lines, or `ĐẾN` beside them (the form of Decree 30/2020/NĐ-CP, annex IV)."""
    width, height, size = rng.uniform(128, 150), rng.uniform(56, 72), 10.0
    fine = scale * _FINER
    canvas = Image.new("L", (round(width * scale) * _FINER, round(height * scale) * _FINER), 0)
    draw = ImageDraw.Draw(canvas)
    line = max(round(0.9 * fine), 2)
    draw.rectangle((0, 0, canvas.width - 1, canvas.height - 1), outline=255, width=line)
    if rng.random() < 0.5:
        left, top = width * 0.3, 2.0
        draw.line((left * fine, 0, left * fine, canvas.height), fill=255, width=line)
        word = rng.choice(("ĐẾN", "CV\nĐẾN"))
        draw.multiline_text(
            (left / 2 * fine, height / 2 * fine), word, font=_font(13 * fine), fill=255, anchor="mm", align="center"
        )
    else:
        left, top = 0.0, height * 0.29
        draw.line((0, top * fine, canvas.width, top * fine), fill=255, width=line)
        draw.text((width / 2 * fine, top / 2 * fine), "CÔNG VĂN ĐẾN", font=_font(12 * fine), fill=255, anchor="mm")
    labels = ("Số:", "Ngày:", "Chuyển:")[: 3 if height - top > 50 else 2]
    font = _font(size * fine)
    step = (height - top) / (len(labels) + 0.35)
    blanks = []
    for n, label in enumerate(labels, 1):
        base, x = top + n * step, left + 5
        draw.text((x * fine, base * fine), label, font=font, fill=255, anchor="ls")
        x += font.getlength(label) / fine + 2
        for dot in np.arange(x, width - 6, 2.6):
            draw.ellipse((dot * fine, (base - 0.5) * fine, (dot + 0.8) * fine, (base + 0.3) * fine), fill=255)
        blanks.append(Box(x, base - size, width - 8, base + size * 0.2))
    return Arrival(
        _print(canvas, (canvas.height // _FINER, canvas.width // _FINER)), width, height, blanks[0], blanks[1], size
    )
