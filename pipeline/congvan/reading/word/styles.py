"""Styles of a Word document: what a paragraph, run or table inherits (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from lxml import etree

from congvan.reading.word.names import W, find, switch, value, whole

# Word itself follows no longer chain of `based on`.
MAX_CHAIN = 12
_SIDES = ("insideV", "left", "right", "start", "end")
_NO_LINE = (None, "nil", "none")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set: `side` (`left`, `center`, `right`, ...), `left`: its indent in twips."""

    side: str
    left: int
    begins_page: bool


class Styles:
    """`root`: the part `styles`, or None where the document has none.

    What a style says is looked up once: a style may hold anything, and every paragraph asks for it.
    """

    def __init__(self, root: etree._Element | None) -> None:
        found = [] if root is None else root.findall(f"{W}style")
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        self._default = {
            style.get(f"{W}type", ""): style.get(f"{W}styleId", "")
            for style in found
            if style.get(f"{W}default") == "1"
        }
        self._run_defaults = find(root, "docDefaults/rPrDefault/rPr")
        self.chain = cache(self._chain)
        self.setting = cache(self._setting)
        self._own_look = cache(_own_look)
        self._own_borders = cache(_own_borders)
        self.font = cache(self._font)
        self.switch = cache(self._switch)

    def _chain(self, style: str | None, kind: str = "paragraph") -> tuple[etree._Element, ...]:
        """The style and those it is based on, nearest first; the default of its kind where none is named."""
        chain: list[etree._Element] = []
        name = style if style in self._styles else self._default.get(kind)
        while name in self._styles and len(chain) < MAX_CHAIN:
            chain.append(self._styles[name])
            name = value(chain[-1], "basedOn")
        return tuple(chain)

    def _setting(self, style: str | None) -> Setting:
        """How paragraphs of a style are set, by it and those it is based on."""
        chain = [p for each in self.chain(style) if (p := find(each, "pPr")) is not None]
        told = (switch(p, "pageBreakBefore") for p in chain)
        return Setting(
            next((side for p in chain if (side := value(p, "jc"))), "left"),
            next((whole(left) for p in chain if (left := left_of(p)) is not None), 0),
            next((on for on in told if on is not None), False),
        )

    def _looks(self, paragraph_style: str | None, run_style: str | None) -> Iterator[_OwnLook]:
        chains = (self.chain(run_style, "character") if run_style else ()) + self.chain(paragraph_style)
        for each in chains:
            yield self._own_look(each)
        if self._run_defaults is not None:
            yield self._own_look(self._run_defaults.getparent())

    def _font(self, paragraph_style: str | None, run_style: str | None) -> str:
        """The font of letters beyond ASCII that a run inherits, or ""."""
        return next((f for look in self._looks(paragraph_style, run_style) if (f := look.font) is not None), "")

    def _switch(self, paragraph_style: str | None, run_style: str | None, name: str) -> bool:
        """Whether a run inherits `b`, `caps`, `vanish`."""
        told = (look.switches[name] for look in self._looks(paragraph_style, run_style))
        return next((on for on in told if on is not None), False)

    def is_ruled(self, table: etree._Element) -> bool:
        """Are lines drawn between the cells of a table, or round them?"""
        inherited = [self._own_borders(s) for s in self.chain(value(table, "tblPr/tblStyle"), "table")]
        borders = [_own_borders(table), *inherited]
        told = {side: next((line for b in borders if (line := b[side]) is not None), None) for side in _SIDES}
        if told["insideV"] not in _NO_LINE or _is_boxed(told):
            return not _all_cells_bare(table)
        cells = table.findall(f"{W}tr/{W}tc")
        lined = sum(_is_boxed({s: value(c, f"tcPr/tcBorders/{s}") for s in _SIDES}) for c in cells)
        return lined * 2 > len(cells)


@dataclass(frozen=True, slots=True)
class _OwnLook:
    """What run properties say themselves, None for nothing; `switches`: `b`, `caps`, `vanish`."""

    font: str | None
    switches: Mapping[str, bool | None]


def _own_look(holder: etree._Element) -> _OwnLook:
    properties = find(holder, "rPr")
    return _OwnLook(own_font(properties), {name: switch(properties, name) for name in ("b", "caps", "vanish")})


def _own_borders(holder: etree._Element) -> Mapping[str, str | None]:
    borders = find(holder, "tblPr/tblBorders")
    return {side: value(borders, side) for side in _SIDES}


def left_of(properties: etree._Element | None) -> str | None:
    """The indent that paragraph properties tell, as it stands there."""
    place = find(properties, "ind")
    return None if place is None else place.get(f"{W}left", place.get(f"{W}start"))


def own_font(properties: etree._Element | None) -> str | None:
    """The font for letters beyond ASCII that run properties name; "" for one of the theme; None where none is named."""
    fonts = find(properties, "rFonts")
    if fonts is None:
        return None
    name = fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii")
    if name:
        return str(name)
    return "" if fonts.get(f"{W}hAnsiTheme") or fonts.get(f"{W}asciiTheme") else None


def _is_boxed(told: dict[str, str | None]) -> bool:
    left, right = told.get("left") or told.get("start"), told.get("right") or told.get("end")
    return left not in _NO_LINE and right not in _NO_LINE


def _all_cells_bare(table: etree._Element) -> bool:
    """Do all cells take the table's lines away again?"""
    cells = table.findall(f"{W}tr/{W}tc")
    sides = [[value(c, f"tcPr/tcBorders/{s}") for s in ("left", "right")] for c in cells]
    return bool(cells) and all(side in ("nil", "none") for cell in sides for side in cell)
