"""What is done in the clause before a figure: its run of verbs with their objects; pure, on words."""

from __future__ import annotations

from collections.abc import Sequence

from congvan.grammar.figures.clause_words import BREAKS, COPULAS, HAVE, LEADS, SKIPPED, STRIVING, VERB_JOINS
from congvan.grammar.wording import Word, keys

Span = tuple[int, int]

_GOALS = keys("mục tiêu|chỉ tiêu|,")
_DO = keys("do")
_BOUNDS = keys("ít nhất|tối thiểu|tối đa|nhiều nhất|tối đa không")
_URGING = keys("vận động|động viên")
_LISTED = 5  # words after a comma that may still be a noun of the list before it
_NEAR_DO = 6  # words between `do` and the verb of its clause


def governing(before: Sequence[Word]) -> tuple[int, int] | None:
    """Indices of the first and last word of the last run of verbs before a figure, or None."""
    last = next((i for i in range(len(before) - 1, -1, -1) if before[i].part == "verb"), None)
    if last is None or any(word.key in (";", ".") for word in before[last:]):
        return None
    first = last
    while first > 0:
        if before[first - 1].part in ("verb", "modal"):
            first -= 1
        elif first > 1 and before[first - 1].key in VERB_JOINS and before[first - 2].part == "verb":
            first -= 2  # `xây dựng, sửa chữa 03 nhà`
        else:
            break
    return first, last


def own_verb(before: Sequence[Word], first: int, last: int) -> int:
    """Index of the verb of a run that says what is done: without modals, verbs of asking and of a `do ...` clause."""
    if first < last and before[last].key in HAVE and before[last - 1].part == "verb" and not before[last - 1].support:
        return last  # `mỗi đội dự thi có 05 thành viên`: the verb before belongs to the subject
    if first < last and in_do_clause(before, first):
        first += 1
    first = max([first, *(i + 1 for i in range(first, last) if before[i].key in _GOALS)])
    # `Đề nghị ...` that opens a clause asks for the duty, it is not the duty.
    if (
        first < last
        and before[first].key in _URGING
        and before[first + 1].part == "verb"
        and before[first + 1].key not in COPULAS
    ):
        return first  # `vận động hiến 300 đơn vị máu`
    dropped = LEADS if first == 0 or before[first - 1].part == "mark" else STRIVING
    while first < last and (before[first].part == "modal" or before[first].key in dropped):
        first += 1
    return first


def subject_stop(before: Sequence[Word], first: int, own: int) -> int:
    """Index where the subject of a run of verbs ends: before its modals; after the verb of a `do ...` clause."""
    if first < own and in_do_clause(before, first):
        return first + 1
    return own if own > first and before[own].key in HAVE and before[own - 1].part == "verb" else first


def in_do_clause(before: Sequence[Word], i: int) -> bool:
    """Is this verb inside `do ... thành lập`, which belongs to the noun?"""
    for word in reversed(before[max(0, i - _NEAR_DO) : i]):
        if word.key in _DO:
            return True
        if word.part in ("verb", "mark"):
            return False
    return False


def verb_phrase(before: Sequence[Word], first: int) -> Span:
    """The verbs from word `first` and their objects up to the figure; the verbs alone before a list or a figure."""
    last = len(before)
    listed = before[last - 1].key == ","
    while last > first + 1 and _is_slack(before[last - 1]):
        last -= 1
    run_end = next((i for i in range(first, last) if before[i].part not in ("verb", "modal")), last)
    if listed or any(word.part == "figure" or word.key in (",", ";", ":") for word in before[run_end:last]):
        last = max(run_end, first + 1)
    return before[first].start, before[last - 1].end


def _is_slack(word: Word) -> bool:
    """Does the word only stand between a verb and its figure?"""
    return word.part in ("mark", "modal") or word.key in SKIPPED or word.key in _BOUNDS


def copular_metric(before: Sequence[Word], verb: int) -> Span | None:
    """`Thu ngân sách trên địa bàn đạt ...`: what stands before the copula is what is counted."""
    stop = verb
    while stop > 0 and (before[stop - 1].part in ("modal", "mark") or before[stop - 1].key in STRIVING):
        stop -= 1
    return clause_before(before, stop, BREAKS)


def clause_before(before: Sequence[Word], stop: int, breaks: frozenset[str]) -> Span | None:
    """The words before index `stop` back to a break or a word of striving, without lead and support words."""
    ends = (
        i
        for i in range(stop - 1, -1, -1)
        if (before[i].key in breaks and not _lists(before, i, stop)) or before[i].key in STRIVING
    )
    first = next(ends, -1) + 1
    while first < stop and (before[first].key in LEADS or before[first].part == "mark" or before[first].support):
        if before[first].key in _URGING and first + 1 < stop and before[first + 1].part == "verb":
            break  # `Vận động ủng hộ Quỹ ... đạt 300 triệu đồng`
        first += 1
    return (before[first].start, before[stop - 1].end) if first < stop else None


def _lists(before: Sequence[Word], i: int, stop: int) -> bool:
    """Is a comma between nouns of one list (`đàn trâu, bò đạt ...`)?"""
    if before[i].key != "," or i == 0 or stop - i > _LISTED or i + 1 == stop:
        return False
    last = before[i - 1]
    nouns = all(word.part in ("noun", "") for word in before[i + 1 : stop])
    return nouns and last.part in ("noun", "") and last.counts != "time"
