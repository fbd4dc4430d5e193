"""The foot of a dispatch: recipients (ô 9b) and signature block (ô 7a, 7b), in whatever order they were printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from congvan.datamodel.layout import Cell
from congvan.datamodel.text import CanonicalText
from congvan.grammar.who.persons import name_in
from congvan.layout.foot_lines import FootLine, foot_lines, parts_of
from congvan.layout.recipient_list import find_anchor, item_lines, recipient_cells
from congvan.layout.signature import NAME_WITHIN, POST_LENGTH, is_signing, lone_name, lone_signature, signature_cells

# Lines of a text without columns in which a lone post may still be the signature's: the end of the document.
TAIL_LINES = 14
# A paragraph longer than this below the recipients is not of the foot.
FOOT_LINE_LENGTH = 160

# Where the right column may begin on a line whose columns lost the gap between them.
_RIGHT_COLUMN = regex.compile(r"(?<=[;:.,)])\s+(?=\p{Lu})")
_LEFT_COLUMN = regex.compile(r"\W{0,3}(?:noi nhan\b|[-–+•*]|luu\b)")


def find_foot(canonical: CanonicalText, body: int, issuers: Sequence[str] = (), *, minutes: bool = False) -> list[Cell]:
    """The cells of the foot below paragraph `body`; `issuers` are the letterhead's bodies that issue, in flat text.

    In `minutes` the chair's block counts, elsewhere the issuer's, else the first.
    """
    lines = list(_apart(foot_lines(canonical, body)))
    anchor = find_anchor(lines)
    items = item_lines(lines, anchor) if anchor is not None else []
    taken = {*items, anchor}
    window = _window(lines, anchor, items)
    signature = signature_cells(canonical, [lines[n] for n in window if n not in taken], issuers, minutes=minutes)
    if not signature and items:
        signature = lone_name([lines[n] for n in window if n > items[-1]])
    return recipient_cells(lines, anchor, items) + signature


def _apart(lines: Sequence[FootLine]) -> Iterator[FootLine]:
    """The lines, one that holds a recipient and a part of the signature cut in two.

    Pasted or read text keeps no gap between the columns: `- Như trên; KT. CHỦ TỊCH`, `- Lưu: VT. Trần Văn Bình`.
    """
    for line in lines:
        if len(line.text) <= FOOT_LINE_LENGTH and _LEFT_COLUMN.match(line.flat):
            for gap in _RIGHT_COLUMN.finditer(line.text):
                left, right = parts_of(line, gap.start(), gap.end())
                if is_signing(right) or name_in(right.text, surname=True) == (0, len(right.text)):
                    yield left
                    yield right
                    break
            else:
                yield line
        else:
            yield line


def _window(lines: Sequence[FootLine], anchor: int | None, items: Sequence[int]) -> list[int]:
    """Indices of the lines among which the signature stands."""
    first_foot = next((n for n, line in enumerate(lines) if line.zone.startswith("foot")), None)
    if anchor is None and first_foot is None:
        start = lone_signature(lines)
        return list(range(start, min(len(lines), start + NAME_WITHIN + 6))) if start is not None else []
    start = min(n for n in (anchor, first_foot) if n is not None)
    above = start
    while above > 0 and start - above < NAME_WITHIN and len(lines[above - 1].text) < POST_LENGTH:
        above -= 1
        if is_signing(lines[above]):
            start = above
    end = max([start, *items])
    while end < len(lines) and (lines[end].zone.startswith("foot") or end < max([start, *items]) + TAIL_LINES):
        if end > max([start, *items]) and (
            len(lines[end].text) > FOOT_LINE_LENGTH or lines[end].zone.startswith("head")
        ):
            break
        end += 1
    return list(range(start, end))
