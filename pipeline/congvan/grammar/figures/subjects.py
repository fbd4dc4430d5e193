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
_AGES = keys("tuổi|tháng tuổi")
_BOUNDS = keys("tối thiểu|ít nhất|tối đa|không quá")
_PLURALS = keys("các|những")
_OPENERS = ("mark", "verb", "modal")  # before these and `mỗi` a clause of its own begins
_SIZES = keys("từ|trên|dưới")


def subject_of(before: Sequence[Word], stop: int, *, whole: bool = False) -> Span | None:
    """The noun phrase that ends at word `stop`: back to a verb (unless `whole`) or a hard mark, without lead words."""
    first = _back(before, stop, whole=whole)
    while first < stop and (before[first].part in ("mark", "modal") or before[first].key in LEADS):
        first += 1
    while stop > first and _trails(before[stop - 1]) and not _closes(before, first, stop - 1):
        stop -= 1
    first = _own_start(before, first, stop)
    if first < stop and before[first].part == "figure":  # `100% trường học tổ chức 02 buổi`: without the share
        first += 2 if first + 1 < stop and before[first + 1].key == "%" else 1
        if before[first - 1].key != "%":
            return None
    if first >= stop or _is_object(before, first) or all(w.part == "adjective" for w in before[first:stop]):
        return None
    return before[first].start, before[stop - 1].end


def _own_start(before: Sequence[Word], first: int, stop: int) -> int:
    """Where the subject itself begins: after an earlier figure's clause, and at `mỗi` that opens a clause of its own.

    `nữ từ 30% trở lên, dân tộc ít người không dưới 10%`; `bố trí 02 chốt, mỗi chốt có 05 người`; but `các trường khác
    mỗi trường 02 người` is one subject.
    """
    figure = next((i for i in range(stop - 1, first, -1) if _counts(before, i)), None)
    if figure is not None:
        comma = next((i for i in range(figure + 1, stop - 1) if before[i].key == ","), None)
        first = first if comma is None or _lists_on(before, figure, comma, stop) else comma + 1
    each = next((i for i in range(stop - 1, first, -1) if before[i].key in _EACH), None)
    if each is None or _takes_up(before, first, each):
        return first
    listed = before[first].key in _BOUNDS or any(word.key in _PLURALS or word.key == "," for word in before[first:each])
    return each if figure is not None or not listed or before[each - 1].part in _OPENERS else first


def _counts(words: Sequence[Word], i: int) -> bool:
    """Is this a figure of its own, not the age of those it stands with (`trẻ dưới 5 tuổi`)?"""
    return words[i].part == "figure" and not any(word.key in _AGES for word in words[i + 1 : i + 4])


def _lists_on(before: Sequence[Word], figure: int, comma: int, stop: int) -> bool:
    """Does a comma after a figure go on with what is counted (`12 cụm, khối`, `95% chi bộ thôn, bản sinh hoạt`)?"""
    if before[figure + 1].key == "%":
        return any(word.part in ("noun", "verb") and not word.guessed for word in before[figure + 2 : comma])
    return stop - comma == 2 and before[comma + 1].counts == before[figure + 1].counts != ""


def _takes_up(before: Sequence[Word], first: int, each: int) -> bool:
    """Does `mỗi` take up the plural before it (`các cụm còn lại, mỗi cụm: 03 Cờ`)?"""
    if before[first].key not in _PLURALS or each + 1 >= len(before):
        return False
    return before[each + 1].key in (before[first + 1].key, "đơn vị")


def each_after(before: Sequence[Word], last: int) -> int | None:
    """Index of `mỗi` after the verb `last`, where each of what follows has the figure (`bố trí mỗi xã 01 đội`)."""
    each = next((i for i in range(len(before) - 1, last, -1) if before[i].key in _EACH), None)
    if each is None or each + 1 >= len(before) or before[each + 1].counts == "time":
        return None
    inside = before[each + 1 :]
    return None if any(word.part in ("figure", "link") or word.key in _HARD_BREAKS for word in inside) else each


def elliptic_subject(before: Sequence[Word], last: int, *, told: bool = False) -> int | None:
    """Index of a subject whose verb was told of an earlier figure (`A vận động 300 người hiến máu, B | 150 người`).

    `last`: the verb before it; `told`: an earlier figure stood before these words. None where the words before the
    figure go on from that verb.
    """
    comma = next((i for i in range(len(before) - 1, last, -1) if before[i].key == ","), None)
    if comma is None or comma + 1 == len(before) or not (told or any(_counts(before, i) for i in range(last))):
        return None
    inside = before[comma + 1 :]
    own = [word for word in inside if word.key not in LEADS]
    who = bool(own) and own[0].counts in ("person", "body")
    return comma + 1 if who and not any(_stops(word) for word in inside) else None


def _stops(word: Word) -> bool:
    return word.part in ("figure", "verb", "mark") and word.key != ":"


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


def _closes(before: Sequence[Word], first: int, i: int) -> bool:
    """Does a bracket end here that opened in the subject (`cán bộ trẻ (dưới 40 tuổi)`)?"""
    return before[i].key == ")" and any(word.key == "(" for word in before[first:i])


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
