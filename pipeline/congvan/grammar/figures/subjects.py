"""Who does what is told of a figure: the noun phrase before its verbs, the label before it; pure, on words."""

from __future__ import annotations

from collections.abc import Sequence

from congvan.grammar.figures.clause_words import HAVE, JOINS, LEADS, SKIPPED
from congvan.grammar.figures.verbs import governing, in_do_clause
from congvan.grammar.wording import Word, keys

Span = tuple[int, int]

_INSTITUTIONS = keys("thanh tra")
_HARD_BREAKS = frozenset(";:(.-–+|")
_EACH = keys("mỗi|từng")
_SIZES = keys("từ|trên|dưới")


def subject_of(before: Sequence[Word], stop: int, *, whole: bool = False) -> Span | None:
    """The noun phrase that ends at word `stop`: back to a verb (unless `whole`) or a hard mark, without lead words."""
    first = _back(before, stop, whole=whole)
    while first < stop and (before[first].part in ("mark", "modal") or before[first].key in LEADS):
        first += 1
    while stop > first and _trails(before[stop - 1]):
        stop -= 1
    if first < stop and any(word.part == "figure" for word in before[first:stop]):
        first = next((i for i in range(stop - 1, first, -1) if before[i].key in _EACH), first)  # `02 tổ, mỗi tổ có ...`
    if first < stop and before[first].part == "figure":  # `100% trường học tổ chức 02 buổi`: without the share
        first += 2 if first + 1 < stop and before[first + 1].key == "%" else 1
        if before[first - 1].key != "%":
            return None
    if first >= stop or _is_object(before, first) or all(w.part == "adjective" for w in before[first:stop]):
        return None
    return before[first].start, before[stop - 1].end


def _back(before: Sequence[Word], first: int, *, whole: bool) -> int:
    depth = 0
    while first > 0:
        word = before[first - 1]
        if word.key == ")":
            depth += 1
        elif word.key == "(" and depth:
            depth -= 1
        elif not depth and (word.key in _HARD_BREAKS or (not whole and _says(before, first - 1))):
            break
        first -= 1
    return first


def _says(before: Sequence[Word], i: int) -> bool:
    """Is this a verb of the clause itself, not of a `do ...` clause inside the noun?"""
    if before[i].part != "verb" or _opens_name(before, i):
        return False
    return not in_do_clause(before, i) and not _bounds_size(before, i)


def _opens_name(words: Sequence[Word], i: int) -> bool:
    """`Thanh tra các sở cử 01 người`: the inspectorates; nothing but nouns stands between them and the verb."""
    if i or words[i].key not in _INSTITUTIONS:
        return False
    run = governing(words)
    return run is not None and run[0] > 1 and all(word.part == "noun" for word in words[1 : run[0]])


def _bounds_size(words: Sequence[Word], i: int) -> bool:
    """`Mỗi chi hội có dưới 100 hội viên cử 01 người`: `có` with a bound narrows the subject of a later verb."""
    return words[i].key in HAVE and i + 2 < len(words) and words[i + 1].key in _SIZES and words[i + 2].part == "figure"


def _trails(word: Word) -> bool:
    return word.part in ("mark", "modal") or word.key in SKIPPED or word.key in JOINS


def _is_object(before: Sequence[Word], first: int) -> bool:
    """`Lập danh sách gửi về ...`: a noun right after a plain verb is its object, no subject of the next verb."""
    ahead = before[first - 1] if first else None
    return ahead is not None and ahead.part == "verb" and not ahead.support and ahead.key not in LEADS


def label_of(before: Sequence[Word]) -> int | None:
    """Words of the label in `Cụm các doanh nghiệp có vốn Nhà nước: 02`: no verb begins or ends it; None for others."""
    if len(before) < 2 or before[-1].key != ":" or before[-2].part in ("verb", "modal"):
        return None
    first = next((word for word in before if word.part != "mark"), None)
    return None if first is None or first.part == "verb" else len(before) - 1
