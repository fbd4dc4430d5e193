"""Cuts a stack of pages into dispatches: a new one begins at each letterhead that is filled in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

import regex

from congvan.datamodel.layout import Strip
from congvan.layout import marks

# `Số:`, the Party's `Số 15-KH/ĐU`, a number by hand that was misread: `Số ¿/Í/GM-THPT`, `SốŠ5 |-CTr/ĐU`.
_NUMBER = regex.compile(r"^(?: S[OÔỐ0] (?!\p{L}) | [Ss][oôố0] (?!\p{Ll}) )", regex.VERBOSE)


def dispatches_of(strips: Sequence[Strip]) -> list[list[Strip]]:
    """The strips of each dispatch, in order. A file without a letterhead is one dispatch.

    A form in an annex has a national header too; it begins no dispatch, for it has no number line. The first letterhead
    needs none: nothing is cut there.
    """
    heads = _head_starts(strips)
    starts = [n for n in heads if _is_dispatch(strips, n) or (n == heads[0] and _bears_nation(strips, n))]
    # What stands above the first letterhead (a caption, a stamp) is of the first dispatch.
    edges = [0, *starts[1:], len(strips)]
    return [list(strips[a:b]) for a, b in pairwise(edges) if a < b]


def _head_starts(strips: Sequence[Strip]) -> list[int]:
    """Indices at which a run of letterhead strips begins."""
    return [
        n
        for n, strip in enumerate(strips)
        if strip.zone.startswith("head")
        and (n == 0 or not strips[n - 1].zone.startswith("head") or _restarts(strips, n))
    ]


def _restarts(strips: Sequence[Strip], n: int) -> bool:
    """Two letterheads in a row: the second begins with a left column after a right one, on another page."""
    return strips[n - 1].zone == "head-right" and strips[n].zone == "head-left" and strips[n].page != strips[n - 1].page


def _is_dispatch(strips: Sequence[Strip], start: int) -> bool:
    numbered = any(_NUMBER.match(text) and regex.search(r"[/-]\s?\p{Lu}", text) for text in _head(strips, start))
    return numbered and _bears_nation(strips, start)


def _bears_nation(strips: Sequence[Strip], start: int) -> bool:
    return any(marks.is_nation(text) for text in _head(strips, start))


def _head(strips: Sequence[Strip], start: int) -> list[str]:
    """The lines of the letterhead that begins there."""
    return [strip.text for strip in takewhile(lambda strip: strip.zone.startswith("head"), strips[start:])]
