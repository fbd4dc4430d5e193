"""The list of recipients (ô 9b): which lines of the foot belong to `Nơi nhận`."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from congvan.datamodel.layout import Cell
from congvan.grammar.who.persons import is_name
from congvan.layout.foot_lines import FootLine
from congvan.layout.signature import is_signing

# A foot takes at most so many printed lines; long lists of recipients have some forty.
FOOT_LINES = 60
# A longer line without a dash is none of the list.
ITEM_LENGTH = 160
# Share of letters and blanks in a line of words; scrawls read by OCR have a third of other signs.
WORDY = 0.7

_RECIPIENTS = regex.compile(
    r"^\W{0,6}(?:noi\s?nhan|noi\s?nhgn|[nm]\wi\ nh\wn|noi nh[aâ]?n)\s{0,2}(?:[:;.,\-–—\"*_]|$|\s[-–])",
    regex.IGNORECASE,
)
ITEM = regex.compile(r"^\W{0,3}(?:[-–—−+•*·●▪~]|\u2022|_(?=\s))\s{0,4}\S|^\W{0,3}luu\b", regex.IGNORECASE)
_ARCHIVE = regex.compile(r"^\W{0,6}(?:l[uưv]+u)\b")
# A list of recipients whose heading was lost begins so.
_FIRST_ITEM = regex.compile(r"^\W{0,5}nhu (?:tren|dieu|kinh gui|thanh phan|tp moi)\b.{0,24}$")
# `Nơi nhận: Như trên; Sở Nội vụ; Lưu: VT.`: all on one line.
_WHOLE_LIST = regex.compile(r"nhan\W{1,6}\w.*;\W{0,4}luu\b")
_LOST_HEADING = regex.compile(r"^\W{0,4}\w{0,4}\W{0,3}nh[ao]n\W{0,4}$")


def find_anchor(lines: Sequence[FootLine]) -> int | None:
    """The line `Nơi nhận`, or, where OCR lost it, the first recipient, or None."""
    for n, line in enumerate(lines):
        if _RECIPIENTS.match(line.flat) or (line.zone.startswith("foot") and _LOST_HEADING.match(line.flat)):
            return n
    return next((n for n, line in enumerate(lines) if ITEM.match(line.flat) and _FIRST_ITEM.match(line.flat)), None)


def item_lines(lines: Sequence[FootLine], anchor: int) -> list[int]:
    """Indices of the lines that list recipients below (or beside) `Nơi nhận`."""
    items: list[int] = [] if _RECIPIENTS.match(lines[anchor].flat) or not ITEM.match(lines[anchor].flat) else [anchor]
    if _WHOLE_LIST.search(lines[anchor].flat):
        return items
    zone = lines[anchor].zone
    dashed = any(ITEM.match(line.flat) and not _ARCHIVE.match(line.flat) for line in lines[anchor + 1 : anchor + 4])
    for n in range(anchor + 1, min(len(lines), anchor + FOOT_LINES)):
        line = lines[n]
        if line.zone != zone and not (zone in ("foot", "body") and line.zone in ("body", "foot-left")):
            if line.zone == "foot-right":
                continue
            break
        if is_signing(line):
            if zone == "foot-left" or (items and _ARCHIVE.match(lines[items[-1]].flat)):
                break
            continue
        if len(line.text) > ITEM_LENGTH and not ITEM.match(line.flat):
            break
        before = lines[items[-1]] if items else None
        if _ends_list(before) and line.text[:1] in "+•*" and lines[items[0]].text[:1] in "-–—":
            break
        wrapped = before is not None and items[-1] == n - 1 and _runs_on(before, line)
        if ITEM.match(line.flat) or wrapped or (not dashed and not _ends_list(before)):
            items.append(n)
        elif _ends_list(before) and not _note(line):
            if any(ITEM.match(x.flat) for x in lines[n + 1 : n + 4]):
                continue
            break
    return items


def _ends_list(before: FootLine | None) -> bool:
    """`Lưu: VT.` is the last item, as a rule."""
    return before is not None and bool(_ARCHIVE.match(before.flat.lstrip("-–—+•*·● ")))


def _note(line: FootLine) -> bool:
    return line.text[:1] in '(“"}' or line.text[:2] == "để"


def _runs_on(before: FootLine, line: FootLine) -> bool:
    """Is `line` the wrapped rest of the item `before`?"""
    if _note(line):
        return True
    if _ends_list(before) and (is_name(line.text) or before.text[-1:] != "," or len(line.text) > 30):
        return False
    if line.read and not _is_wordy(line.text):
        return False
    return before.text[-1:] not in ".;"


def _is_wordy(text: str) -> bool:
    """Are there words, and not only what OCR made of a scrawl or stamp?"""
    letters = sum(c.isalpha() or c.isspace() for c in text)
    return letters >= WORDY * len(text) and bool(regex.search(r"\p{L}{3}", text))


def recipient_cells(lines: Sequence[FootLine], anchor: int | None, items: Sequence[int]) -> list[Cell]:
    """One cell for each unbroken run of lines."""
    if anchor is None:
        return []
    runs: list[list[int]] = [[anchor]]
    for n in items:
        if n == anchor:
            continue
        if n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return [Cell("recipients", lines[run[0]].start, lines[run[-1]].end) for run in runs]
