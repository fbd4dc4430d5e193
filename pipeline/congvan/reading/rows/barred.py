"""Letterheads whose cells a web page printed one below the other, a lone bar between them, become two columns again.

Libraries of laws show the table of the letterhead so: `ỦY` / `BAN NHÂN DÂN` / `HUYỆN YÊN SA` / `-------` / `|` /
`CỘNG HÒA XÃ HỘI` / ... / `|` / `Số:` / `12/KH-UBND` / `|` / `Yên Sa, ngày 03` / `tháng 5 năm 2022` / `|`.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from congvan.reading.rows.columns import PAGE_FRAME, beside_each_other, column_beside

# A letterhead of four cells, each broken into some lines, takes no more.
MOST_LINES = 40
MOST_CELLS = 6
LONGEST_CELL = 200

_BAR = regex.compile(r"\s*\|\s*")
_RULE = regex.compile(r"[\s\-–—_=*]+")
_NATION = regex.compile(r"CỘNG\s+H[ÒO][ÀA]\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM")


def unfold_barred(text: str) -> str:
    """The text with a letterhead in barred cells written as two columns; any other text as it is."""
    lines = text.split("\n")
    bars = [n for n, line in enumerate(lines[:MOST_LINES]) if _BAR.fullmatch(line)]
    if not 2 <= len(bars) <= MOST_CELLS:
        return text
    starts = [0, *(bar + 1 for bar in bars)]
    cells = [_cell(lines[start:end]) for start, end in zip(starts, bars, strict=False)]
    if any(len(" ".join(cell)) > LONGEST_CELL for cell in cells) or not PAGE_FRAME.search(" ".join(cells[1])):
        return text
    # Number and dateline are one line each, whatever the page made of them.
    rows = [(cells[0], cells[1]), *((_joined(cells[n]), _joined(cells[n + 1])) for n in range(2, len(cells) - 1, 2))]
    if len(cells) % 2:
        rows.append((_joined(cells[-1]), []))
    column = column_beside(line for left, _ in rows for line in left)
    head = [
        beside_each_other(left[n] if n < len(left) else "", right[n] if n < len(right) else "", column)
        for left, right in rows
        for n in range(max(len(left), len(right)))
    ]
    return "\n".join([*head, "", *lines[bars[-1] + 1 :]])


def _cell(lines: Sequence[str]) -> list[str]:
    """The lines of a cell without its rules; the nation's line whole, a lone word with the line that it begins."""
    words = [line.strip() for line in lines if line.strip() and not _RULE.fullmatch(line)]
    whole = " ".join(words)
    if nation := _NATION.search(whole):
        return [part for part in (nation.group(), whole[nation.end() :].strip()) if part]
    out: list[str] = []
    for word in words:
        if out and " " not in out[-1]:
            out[-1] += f" {word}"
        else:
            out.append(word)
    return out


def _joined(cell: Sequence[str]) -> list[str]:
    return [" ".join(cell)] if cell else []
