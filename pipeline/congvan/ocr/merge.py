"""Several readings of one page become one: later words take free places, or the place of words trusted less."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from congvan.datamodel.document import Box, Word

# Two readings of one place: one lies under the other by this part of itself.
SAME_PLACE = 0.5
# A later reading of a place must reach over this part of the width of the first.
WHOLE = 0.9
# Half the gap between the words and lines of a caption, in heights of its boxes.
CAPTION_GAP = 0.2
# Words of one line share at least this part of the lower one's height.
SAME_LINE = 0.5

Pieces = list[list[Word]]


def with_more(pieces: Pieces, more: Iterable[Sequence[Word]]) -> Pieces:
    """Pieces (words of one line) of a reading with those of a later one; where both read one place, the more trusted.

    In doubt the first stands, and a part of a known word never takes the place of the whole. A later word goes into
    the line whose words it replaces or stands between; what stands alone stays a piece of its own.
    """
    merged = [list(piece) for piece in pieces]
    for piece in more:
        known = [word for line in merged for word in line]
        rivals = {id(word): [r for r in known if same_place(r.box, word.box)] for word in piece}
        added = [word for word in piece if _wins(word, piece, rivals[id(word)])]
        replaced = {id(r) for word in added for r in rivals[id(word)]}
        homes = [_home(word, rivals[id(word)], merged) for word in added]
        for word, home in zip(added, homes, strict=True):
            if home is not None:
                home.append(word)
        for line in merged:
            line[:] = sorted((w for w in line if id(w) not in replaced), key=lambda w: w.box.x0)
        merged.append([word for word, home in zip(added, homes, strict=True) if home is None])
    return [line for line in merged if line]


def _wins(word: Word, piece: Sequence[Word], rivals: Sequence[Word]) -> bool:
    if not rivals:
        return True
    reach = max(w.box.x1 for w in piece) - min(w.box.x0 for w in piece)
    wanted = max(r.box.x1 for r in rivals) - min(r.box.x0 for r in rivals)
    return word.confidence > max(r.confidence for r in rivals) and reach >= WHOLE * wanted


def _home(word: Word, rivals: Sequence[Word], lines: Pieces) -> list[Word] | None:
    """The line a later word belongs to: that of the words it replaces, or the one in whose gap it stands."""
    for line in lines:
        if any(rival is w for rival in rivals for w in line):
            return line
    for line in lines:
        left = [w for w in line if w.box.middle < word.box.x0]
        right = [w for w in line if w.box.middle > word.box.x1]
        if left and right and len(left) + len(right) == len(line):
            beside = (max(left, key=lambda w: w.box.x1), min(right, key=lambda w: w.box.x0))
            if all(_on_one_line(word.box, w.box) for w in beside):
                return line
    return None


def _on_one_line(box: Box, other: Box) -> bool:
    shared = min(box.bottom, other.bottom) - max(box.top, other.top)
    return shared >= SAME_LINE * min(box.height, other.height)


def without(pieces: Pieces, captions: Iterable[Word]) -> Pieces:
    """Pieces without the words that lie under captions, which are the caption read worse.

    Lines of captions are small and close: a misread word may lie over two of them and the gap between.
    """
    boxes = [_spread(caption.box) for caption in captions]
    return [[w for w in piece if sum(covered(w.box, box) for box in boxes) < SAME_PLACE] for piece in pieces]


def _spread(box: Box) -> Box:
    margin = CAPTION_GAP * box.height
    return Box(box.x0 - margin, box.top - margin, box.x1 + margin, box.bottom + margin)


def same_place(box: Box, other: Box) -> bool:
    """Whether two boxes are readings of one place."""
    return max(covered(box, other), covered(other, box)) >= SAME_PLACE


def covered(box: Box, other: Box) -> float:
    """The part of `box` that `other` covers, 0..1."""
    across = min(box.x1, other.x1) - max(box.x0, other.x0)
    down = min(box.bottom, other.bottom) - max(box.top, other.top)
    return max(across, 0.0) * max(down, 0.0) / max(box.width * box.height, 1e-6)
