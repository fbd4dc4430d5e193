"""The cells (ô) of a dispatch, after the drawing in Decree 30/2020/NĐ-CP, annex I, part V.

Canonical text in, cells with roles out. Place counts first (the zones that the reading order gave), words second;
plain text without columns is read line by line.
"""

from __future__ import annotations

from congvan.datamodel.layout import Cell
from congvan.datamodel.text import CanonicalText
from congvan.grammar.letterhead.titles import title_of
from congvan.layout.foot import find_foot
from congvan.layout.letterhead import find_letterhead


def find_cells(canonical: CanonicalText) -> tuple[Cell, ...]:
    """The cells of the letterhead in text order, then those of the foot in the order in which they were printed.

    A role may come more than once: capacity lines, a broken list of recipients. Linear in the text's length.
    """
    head = find_letterhead(canonical)
    text = canonical.text
    by_role = {cell.role: cell for cell in reversed(head.cells)}
    title = title_of(text[by_role["title"].start : by_role["title"].end]) if "title" in by_role else None
    minutes = title is not None and title.name == "biên bản"
    foot = find_foot(canonical, head.body, head.issuers, minutes=minutes)
    return (*head.cells, *foot)
