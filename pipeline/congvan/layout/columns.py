"""Lines of a letterhead or signature block, cut at the gap between its two columns: the left one is read first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from congvan.datamodel.document import Word
from congvan.datamodel.layout import Strip
from congvan.layout import marks
from congvan.layout.printed import COLUMN_GAP, DASHES, Row, strip_of, texts_of
from congvan.layout.zones import nation_split


def two_columns(rows: Sequence[Row], zone: str, margins: dict[int, tuple[float, float]]) -> list[Strip]:
    """Rows of a letterhead or signature block, the left column first; one column stays in its order."""
    pieces = [(row, segment) for row in rows for segment in _pieces(row, zone)]
    paired = [row for row in rows if zone == "foot" and _holds_two_signatures(row)]
    split = _split_at(paired or rows, zone)
    sides = [_side(row, segment, split, zone, beside=bool(paired)) for row, segment in pieces]
    if split is None and not any(len(_pieces(row, zone)) > 1 for row in rows):
        return [strip_of(row, segment, zone, margins) for row, segment in pieces]
    columns: dict[str, list[Strip]] = {"left": [], "right": []}
    for (_, side), group in groupby(zip(pieces, sides, strict=True), key=lambda told: (told[0][0].number, told[1])):
        same = [piece for piece, _ in group]
        row, torn = same[0][0], [segment for _, segment in same]
        if zone == "foot":
            torn = [tuple(word for segment in torn for word in segment)]
        columns[side] += [strip_of(row, segment, f"{zone}-{side}", margins) for segment in torn]
    return columns["left"] + columns["right"]


def _holds_two_signatures(row: Row) -> bool:
    """`TM. BAN THƯỜNG VỤ     KT. GIÁM ĐỐC`: the blocks of a joint dispatch stand side by side."""
    texts = texts_of(row)
    return len(texts) == 2 and all(marks.is_capacity(text) or marks.is_post(text) for text in texts)


def _pieces(row: Row, zone: str) -> list[tuple[Word, ...]]:
    """The segments of a row, the last one also cut where the right column's words begin without a gap.

    In the foot a brace or a note set apart (`- Sở Nội vụ      } (b/c)`) belongs to the recipient before it.
    """
    pieces: list[tuple[Word, ...]] = []
    if zone != "head":
        for segment in row.segments:
            if pieces and marks.is_note(" ".join(w.text for w in segment)):
                pieces[-1] += segment
            else:
                pieces.append(segment)
        return pieces
    for segment in row.segments:
        cut = nation_split(segment)
        pieces += [segment[:cut], segment[cut:]] if cut else [segment]
    return pieces


def _split_at(rows: Sequence[Row], zone: str) -> float | None:
    """The x that parts the columns: the middle of the gap, from the rows that have both sides."""
    edges = []
    for row in rows:
        pieces = _pieces(row, zone)
        for before, after in pairwise(pieces):
            edge = (before[-1].box.x1 + after[0].box.x0) / 2
            if zone == "head" and marks.is_nation(" ".join(w.text for w in after)):
                return edge
        if len(pieces) > 1:
            edges.append(edge)
    if not edges:
        return None
    edges.sort()
    return edges[len(edges) // 2]


def _side(row: Row, segment: tuple[Word, ...], split: float | None, zone: str, *, beside: bool) -> str:
    """`left` or `right`: by what it says, by its order in the row, by its place.

    `beside`: signatures stand in both columns, and what a line says does not tell its side.
    """
    text = " ".join(w.text for w in segment)
    if zone == "head" and (marks.is_nation(text) or marks.is_motto(text) or marks.is_place_date(text)):
        return "right"
    if zone == "foot" and marks.is_recipients(text):
        return "left"
    at_margin = not row.page.placed and segment[0].box.x0 < COLUMN_GAP
    if zone == "foot" and not beside and ((marks.is_capacity(text) and not at_margin) or marks.is_post(text)):
        return "right"
    if (
        zone == "foot"
        and text[0] in DASHES
        and segment[0].box.x0 < (split if split is not None else row.page.width / 2)
    ):
        return "left"
    pieces = _pieces(row, zone)
    if len(pieces) > 1:
        # A seal over a name tears the row apart: what begins on the right is no left column for being first.
        torn = zone == "foot" and row.page.placed and split is not None and segment[0].box.x0 >= split
        return "left" if segment == pieces[0] and not torn else "right"
    if split is None or at_margin:
        return "left"  # a line of text that begins at the margin, however long, is no right column
    middle = (segment[0].box.x0 + segment[-1].box.x1) / 2
    return "right" if segment[0].box.x0 >= split or middle > split + 2 * row.page.em else "left"
