"""Tables of markdown that only keep the two columns of a letterhead or signature block become columns of text again.

Converters write both as a table of two columns, all lines of a cell in one: `| **UBND HUYỆN** **PHÒNG Y TẾ** | ...`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest

import regex

_RULE = regex.compile(r"[\s|:+=-]+\Z")
_BAR = regex.compile(r"(?<!\\)\|")
_BREAK = regex.compile(r"<br\s*/?>", regex.IGNORECASE)
# Lines of a cell: behind a break, between two bold or slanted runs, at the next dash of a list.
_LINE_END = regex.compile(
    r"<br\s*/?> | (?<=\*)\s+(?=\*{1,3}\S) | (?<=[;:.)]\*{0,3})\s+(?=[-–+•]\s) | (?<=[;.])\s+(?=\**Lưu\b)",
    regex.IGNORECASE | regex.VERBOSE,
)
# What only the letterhead and the signature block say (Decree 30/2020/NĐ-CP, annex I: ô 1, 3, 9b).
PAGE_FRAME = regex.compile(
    r"CỘNG\s+H[ÒO][ÀA]\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN|ĐOÀN\s+TNCS|Độc\s+lập\s*[-–]\s*Tự\s+do|Nơi\s+nhận\s*:",
    regex.IGNORECASE,
)
# A signature block without recipients: a capacity line, or a post above a name (ô 7a).
SIGNATURE = regex.compile(r"(?:^|\s)(?:TM|KT|TL|TUQ|Q)\.\s?\p{Lu}|(?:^|\s)Số\s?:[^\n]{0,40}/")
GAP = 8  # blanks between the columns, more than a tab's
LONGEST_LEFT = 300  # what is longer is no line of a letterhead, and would push all others aside


def unfold_columns(text: str) -> str:
    """The text with such tables written as two columns kept apart by blanks; other tables keep one row a line."""
    if "|" not in text:
        return _BREAK.sub("\n", text)
    out: list[str] = []
    for is_row, lines in groupby(text.split("\n"), key=_is_row):
        rows = list(lines)
        if not is_row:
            out += (_BREAK.sub("\n", line) for line in rows)
        else:
            out += _two_columns(rows) or (_BREAK.sub(" ", row) for row in rows)
    return "\n".join(out)


def _is_row(line: str) -> bool:
    inside = line.strip()
    return len(inside) > 1 and inside[0] == inside[-1] == "|"


def _two_columns(rows: Sequence[str]) -> list[str]:
    """The lines of a table that is a letterhead or signature block; empty for any other table."""
    if not any(PAGE_FRAME.search(row) for row in rows):
        return []
    cells = [[cell.strip() for cell in _BAR.split(row.strip())[1:-1]] for row in rows if not _RULE.match(row)]
    if max(map(len, cells), default=0) > 3 or any(len([c for c in row if c]) > 2 for row in cells):
        return []
    pairs = [(_lines_of(row[0]), _lines_of(row[-1]) if len(row) > 1 else []) for row in cells if row]
    return list(_printed(pairs, column_beside(line for left, _ in pairs for line in left)))


def _printed(pairs: Sequence[tuple[list[str], list[str]]], width: int) -> Iterator[str]:
    for lefts, rights in pairs:
        for left, right in zip_longest(lefts, rights, fillvalue=""):
            yield beside_each_other(left, right, width)


def column_beside(lefts: Iterable[str]) -> int:
    """Where the right column begins beside the lines of the left one."""
    return min(max(map(len, lefts), default=0), LONGEST_LEFT) + GAP


def beside_each_other(left: str, right: str, column: int) -> str:
    """A line of both columns, the right one at `column` or behind a gap; no blanks at the end."""
    return f"{left:<{column - GAP}}{' ' * GAP}{right}".rstrip()


def _lines_of(cell: str) -> list[str]:
    return [line for part in _LINE_END.split(cell) if (line := part.strip(" *"))]
