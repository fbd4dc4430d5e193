"""Automatic numbers of Word's lists and headings, as they are printed (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import regex
from lxml import etree

from congvan.reading.rows.legacy import DECODERS, code_of_font, is_capital_font
from congvan.reading.word.names import W, find, switch, value, whole
from congvan.reading.word.styles import Styles, own_font

LEVELS = 9
# `Chương %1.` is long for a label; each paragraph of a list would be given the whole.
LONGEST_LABEL = 100
_PLACE = regex.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
LARGEST_ROMAN, LARGEST_LETTERS = 3999, 780
# What fonts of symbols print is a bullet, whatever letter stands for it.
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings", "courier", "zapfdingbats")
_BULLET = "-"


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: `text` with `%1` for numbers; `restart`: the level whose numbers begin it anew (1-based)."""

    format: str
    text: str
    start: int
    glue: str
    legal: bool
    restart: int | None


# By number, and the styles that are tied to them.
_Levels = tuple[list[_Level | None], dict[str, int]]


@dataclass(frozen=True, slots=True)
class _Overrides:
    """What a list changes in the one it follows. `starts`: level -> where it starts anew."""

    starts: dict[int, str | None]
    levels: list[_Level | None]
    tied: dict[str, int]


class Numbering:
    """The lists of a document and how far each has counted. `root`: the part `numbering`, or None."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = _by_id(root, "abstractNum", "abstractNumId")
        self._nums = _by_id(root, "num", "numId")
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        # Looked up once: a list may hold thousands of levels, and every paragraph asks for its own.
        self._abstract_id = cache(self._abstract_id_of)
        self._abstract_levels = cache(self._levels_of_abstract)
        self._overrides = cache(self._overrides_of)
        self._levels_of = cache(self._levels_of_num)
        self._inherited = cache(self._inherited_place)

    def label(self, properties: etree._Element | None, style: str | None) -> str:
        """The label of the next paragraph with these properties, with the blank behind it; "" where it has none.

        Counts: to be called once for each paragraph, in the order of the text.
        """
        num, level = self._place(properties, style)
        if not num or num == "0" or num not in self._nums or not 0 <= level < LEVELS:
            return ""
        counts = self._counted(num, level)
        levels = self._levels_of(num)
        here = levels[level]
        if here is None:
            return ""
        text = _PLACE.sub(lambda m: self._printed(levels, counts, int(m[1]) - 1, here), here.text)
        return text + here.glue if text.strip() else ""

    def _place(self, properties: etree._Element | None, style: str | None) -> tuple[str | None, int]:
        """`(numId, level)` of a paragraph: its own, or the nearest that its style inherits."""
        own = find(properties, "numPr")
        num, told = value(own, "numId"), value(own, "ilvl")
        if num is not None:
            return num, whole(told)
        num, level = self._inherited(style)
        return num, whole(told) if told and num is not None else level

    def _inherited_place(self, style: str | None) -> tuple[str | None, int]:
        for chained in self._styles.chain(style):
            inherited = find(chained, "pPr/numPr")
            num = value(inherited, "numId")
            if num is not None:
                told = value(inherited, "ilvl")
                return num, whole(told) if told is not None else self._level_of(num, chained.get(f"{W}styleId", ""))
        return None, 0

    def _level_of(self, num: str, style: str) -> int:
        """The level of a list that is tied to a style (17.9.23)."""
        if num not in self._nums:
            return 0
        _, tied = self._abstract_levels(self._abstract_id(num))
        return tied[style] if style in tied else self._overrides(num).tied.get(style, 0)

    def _counted(self, num: str, level: int) -> list[int | None]:
        """The numbers of all levels, once `level` has counted one on."""
        levels = self._levels_of(num)
        counts = self._counts.setdefault(self._abstract_id(num), [None] * LEVELS)
        # A list that starts anew (`startOverride`) does so at its first paragraph of the level.
        for n in range(level + 1):
            override = self._overrides(num).starts.get(n)
            if override is not None and (num, n) not in self._begun:
                self._begun.add((num, n))
                counts[n] = None if n < level else whole(override, 1) - 1
        for n in range(level):
            if counts[n] is None:
                counts[n] = _start(levels[n])
        before = counts[level]
        counts[level] = _start(levels[level]) if before is None else before + 1
        for n in range(level + 1, LEVELS):
            deeper = levels[n]
            restart = deeper.restart if deeper else None
            if restart is None or 0 < level + 1 <= restart:
                counts[n] = None
        return counts

    def _printed(self, levels: list[_Level | None], counts: list[int | None], at: int, here: _Level) -> str:
        level = levels[at]
        if level is None or level.format == "bullet":
            return ""
        number = counts[at]
        return printed_number(_start(level) if number is None else number, "decimal" if here.legal else level.format)

    def _levels_of_num(self, num: str) -> list[_Level | None]:
        """The levels of the list, those that override it in their places."""
        levels, _ = self._abstract_levels(self._abstract_id(num))
        own = self._overrides(num).levels
        return [own[n] or levels[n] for n in range(LEVELS)]

    def _levels_of_abstract(self, abstract: str) -> _Levels:
        element = self._abstract.get(abstract)
        return _levels(() if element is None else element.findall(f"{W}lvl"))

    def _overrides_of(self, num: str) -> _Overrides:
        overrides = self._nums[num].findall(f"{W}lvlOverride")
        starts: dict[int, str | None] = {}
        for override in overrides:
            starts.setdefault(whole(override.get(f"{W}ilvl"), -1), value(override, "startOverride"))
        return _Overrides(starts, *_levels(level for o in overrides for level in o.findall(f"{W}lvl")))

    def _abstract_id_of(self, num: str) -> str:
        """The list that counts; one that names a style of lists stands for the list of that style (17.9.21)."""
        found = value(self._nums[num], "abstractNumId") or ""
        link = value(self._abstract.get(found), "numStyleLink")
        if link:
            for style in self._styles.chain(link, "numbering"):
                linked = value(style, "pPr/numPr/numId")
                if linked in self._nums:
                    return value(self._nums[linked], "abstractNumId") or found
        return found


def printed_number(number: int, form: str) -> str:
    """A number as a list prints it: `decimal`, `upperRoman`, `lowerLetter` (27 is `aa`), ...; others as decimal."""
    low = form.lower()
    if form == "none":
        return ""
    if "roman" in low and 0 < number <= LARGEST_ROMAN:
        text = ""
        for worth, sign in _ROMAN:
            times, number = divmod(number, worth)
            text += sign * times
    elif "letter" in low and 0 < number <= LARGEST_LETTERS:
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    else:
        return f"{number:02d}" if form == "decimalZero" else str(number)
    return text.upper() if low.startswith("upper") else text


def _by_id(root: etree._Element | None, name: str, key: str) -> dict[str, etree._Element]:
    return {} if root is None else {e.get(f"{W}{key}", ""): e for e in root.findall(f"{W}{name}")}


def _start(level: _Level | None) -> int:
    return level.start if level else 1


def _levels(elements: Iterable[etree._Element]) -> _Levels:
    """Of levels with the same number the last, of those tied to the same style the first."""
    levels: list[_Level | None] = [None] * LEVELS
    tied: dict[str, int] = {}
    for element in elements:
        n = whole(element.get(f"{W}ilvl"), -1)
        if 0 <= n < LEVELS:
            levels[n] = _level(element)
        style = value(element, "pStyle")
        if style is not None:
            tied.setdefault(style, whole(element.get(f"{W}ilvl")))
    return levels, tied


def _level(element: etree._Element) -> _Level:
    form = value(element, "numFmt") or "decimal"
    text = (value(element, "lvlText") or "")[:LONGEST_LABEL]
    font = own_font(find(element, "rPr")) or ""
    if form == "bullet":
        text = _bullet(text, font)
    code = code_of_font(font)
    if code:
        text = DECODERS[code](text)
        text = text.upper() if is_capital_font(font) else text
    restart = value(element, "lvlRestart")
    return _Level(
        form,
        text,
        whole(value(element, "start"), 0 if value(element, "start") is None else 1),
        "" if value(element, "suff") == "nothing" else " ",
        switch(element, "isLgl") or False,
        None if restart is None else whole(restart),
    )


def _bullet(text: str, font: str) -> str:
    """A bullet as a list prints it: signs of symbol fonts are dashes here."""
    symbol = font.lower().startswith(_SYMBOL_FONTS) or any("\ue000" <= c <= "\uf8ff" for c in text)
    return _BULLET if symbol or not text.strip() else text
