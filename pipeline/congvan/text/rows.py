"""Words with places -> printed rows: what stands side by side on one printed line, over all columns of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from congvan.datamodel.document import Box, Line, Word

# Two pieces stand on one row if they share at least this part of the lower one's height. Rows of a letter are set
# 1.2 to 1.5 of their height apart, so neighbours share next to nothing; a capital beside a comma shares all.
MIN_SHARED_HEIGHT = 0.5
# How far a piece may begin before the row's last word ends, in heights of the piece: italics and seals touch.
MAX_OVERLAP = 0.6
# Rows are followed by the words at their facing ends, so that a skewed page does not tear them; one word may be a
# lone dash, three are a fair measure of the row's height there.
END_WORDS = 3


@dataclass
class _Row:
    pieces: list[Sequence[Word]]

    @property
    def end(self) -> Box:
        return _box(self.pieces[-1][-END_WORDS:])


def rows_of(pieces: Iterable[Sequence[Word]]) -> tuple[Line, ...]:
    """Printed rows, top to bottom, each with its words from left to right.

    A piece is words that are known to stand on one line (what an OCR engine calls a line); a single word is a piece.
    Empty pieces are left out. Linear in the number of pieces, as long as they are spread over the page.
    """
    ordered = sorted((p for p in pieces if p), key=lambda p: (_box(p).x0, _box(p).top))
    if not ordered:
        return ()
    bucket = max(median(_box(p).height for p in ordered), 1e-6)
    open_rows: dict[int, list[_Row]] = {}
    rows: list[_Row] = []
    for piece in ordered:
        row = _best_row(piece, open_rows, bucket)
        if row is None:
            row = _Row([])
            rows.append(row)
        else:
            open_rows[_bucket(row.end, bucket)].remove(row)
        row.pieces.append(piece)
        open_rows.setdefault(_bucket(row.end, bucket), []).append(row)
    lines = [Line(tuple(w for piece in row.pieces for w in piece)) for row in rows]
    return tuple(sorted(lines, key=lambda line: (_level(line), line.box.x0)))


def _best_row(piece: Sequence[Word], open_rows: dict[int, list[_Row]], bucket: float) -> _Row | None:
    """The row that this piece continues: the one that shares most height, then the nearest; None if there is none."""
    start = _box(piece[:END_WORDS])
    near = _bucket(start, bucket)
    best: tuple[float, float] | None = None
    found = None
    for row in (row for b in range(near - 1, near + 2) for row in open_rows.get(b, ())):
        end = row.end
        gap = start.x0 - end.x1
        shared = _shared_height(start, end)
        if shared < MIN_SHARED_HEIGHT or gap < -MAX_OVERLAP * start.height:
            continue
        if best is None or (shared, -gap) > best:
            best, found = (shared, -gap), row
    return found


def _shared_height(a: Box, b: Box) -> float:
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return shared / max(min(a.height, b.height), 1e-6)


def _bucket(box: Box, size: float) -> int:
    return int((box.top + box.bottom) / 2 // size)


def _box(words: Sequence[Word]) -> Box:
    box = words[0].box
    for word in words[1:]:
        box = box.union(word.box)
    return box


def _level(line: Line) -> float:
    """Where the row stands, by the middles of its words: a tall stray mark does not move it."""
    return median((w.box.top + w.box.bottom) / 2 for w in line.words)
