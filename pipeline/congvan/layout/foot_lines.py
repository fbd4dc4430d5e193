"""Lines of the foot: the paragraphs below the letterhead, each with what the readers of the foot ask of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from congvan.datamodel.text import CanonicalText
from congvan.text.likeness import flat
from congvan.text.provenance import was_read

# A line that holds two columns is at most so long.
TWO_COLUMNS = 140
# No line of a foot is longer; of a longer paragraph the beginning is enough to know that.
LONGEST = 400


@dataclass(frozen=True, slots=True)
class FootLine:
    """One paragraph of the foot: half-open span, zone, index of the paragraph; `read`: by OCR."""

    start: int
    end: int
    zone: str
    index: int
    text: str
    flat: str
    read: bool


def parts_of(line: FootLine, end: int, start: int) -> tuple[FootLine, FootLine]:
    """The line up to offset `end` of its text and from offset `start` on, as two lines."""
    left, right = line.text[:end], line.text[start:]
    return (
        replace(line, end=line.start + end, text=left, flat=flat(left)),
        replace(line, start=line.start + start, text=right, flat=flat(right)),
    )


def foot_lines(canonical: CanonicalText, body: int) -> list[FootLine]:
    """The lines from paragraph `body` on; two columns that stand on one line are two."""
    lines = []
    for index in range(body, len(canonical.paragraphs)):
        p = canonical.paragraphs[index]
        start, read = p.start, was_read(canonical, p.start, p.start + 1)
        cells = canonical.text[p.start : p.end].split(" | ") if p.end - p.start < TWO_COLUMNS else [""]
        # Left and right column on one line: columns that the reading order did not part.
        if len(cells) == 2:
            for cell in cells:
                lines.append(FootLine(start, start + len(cell), p.zone, index, cell, flat(cell), read))
                start += len(cell) + len(" | ")
        else:
            text = canonical.text[p.start : min(p.end, p.start + LONGEST)]
            lines.append(FootLine(p.start, p.end, p.zone, index, text, flat(text), read))
    return lines
