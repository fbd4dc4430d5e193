"""A mention of an award in a text, as the readers of forms and of prizes make it."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class AwardMention:
    """A mention of an award: half-open span of form, rank and conferrer; values as the contract names them.

    `conferrer`: half-open span of the body named right after the form, or None; `level`, `to`: told by the form itself
    (`cấp tỉnh`, a law's); `kind`: `emulation`, `title`, `medal`, `flag`, `certificate`, `badge` or `prize`; `joined`:
    only `và` or a comma stands between it and the next award; `printed`: the abbreviation that stands for the form.
    """

    start: int
    end: int
    form: str
    kind: str
    rank: str | None = None
    conferrer: Span | None = None
    level: str | None = None
    to: str | None = None
    joined: bool = False
    printed: str | None = None


def plain(text: str) -> str:
    """The words as values have them: lower case, one blank between two."""
    return " ".join(text.split()).casefold()
