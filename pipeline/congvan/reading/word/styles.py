"""Styles of a Word document: what a paragraph, run or table inherits (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml import etree

from congvan.reading.word.names import W, find, switch, value

# Word itself follows no longer chain of `based on`.
MAX_CHAIN = 12
_SIDES = ("insideV", "left", "right", "start", "end")
_NO_LINE = (None, "nil", "none")


class Styles:
    """`root`: the part `styles`, or None where the document has none."""

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

    def paragraph_properties(self, style: str | None) -> Iterator[etree._Element]:
        """`pPr` of a paragraph style and of those it is based on, nearest first."""
        for each in self.chain(style):
            properties = find(each, "pPr")
            if properties is not None:
                yield properties

    def _run_properties(self, paragraph_style: str | None, run_style: str | None) -> Iterator[etree._Element]:
        chains = (self.chain(run_style, "character") if run_style else ()) + self.chain(paragraph_style)
        for each in chains:
            properties = find(each, "rPr")
            if properties is not None:
                yield properties
        if self._run_defaults is not None:
            yield self._run_defaults

    def _font(self, paragraph_style: str | None, run_style: str | None) -> str:
        """The font of letters beyond ASCII that a run inherits, or ""."""
        return next((f for p in self._run_properties(paragraph_style, run_style) if (f := own_font(p)) is not None), "")

    def _switch(self, paragraph_style: str | None, run_style: str | None, name: str) -> bool:
        """Whether a run inherits `b`, `caps`, `vanish`."""
        told = (switch(p, name) for p in self._run_properties(paragraph_style, run_style))
        return next((on for on in told if on is not None), False)

    def is_ruled(self, table: etree._Element) -> bool:
        """Are lines drawn between the cells of a table, or round them?"""
        own = [find(table, "tblPr/tblBorders")]
        inherited = [find(s, "tblPr/tblBorders") for s in self.chain(value(table, "tblPr/tblStyle"), "table")]
        borders = [b for b in own + inherited if b is not None]
        told = {side: next((line for b in borders if (line := value(b, side)) is not None), None) for side in _SIDES}
        if told["insideV"] not in _NO_LINE or _is_boxed(told):
            return not _all_cells_bare(table)
        cells = table.findall(f"{W}tr/{W}tc")
        lined = sum(_is_boxed({s: value(c, f"tcPr/tcBorders/{s}") for s in _SIDES}) for c in cells)
        return lined * 2 > len(cells)


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
