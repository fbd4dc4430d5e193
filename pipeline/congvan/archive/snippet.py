"""The stretch of a text that shows best why it was found."""

from __future__ import annotations

from collections import Counter

import regex

from congvan.text.folding import bare_word, lowered_word, word_places

# Folded words that stand one after the other.
Phrase = tuple[str, ...]

# A snippet shows about two lines of a terminal.
SNIPPET_WORDS = 24
# Words shown before the first hit of a snippet.
_LEAD = 4


def snippet_of(
    body: str, loose: tuple[Phrase, ...], exact: tuple[Phrase, ...]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The stretch of `body` that shows most of the phrases, on one line, and where they stand in it.

    `loose` are phrases of `bare` words, `exact` of `lowered` ones. Empty where none of them is there.
    """
    places = word_places(body)
    starts = _phrase_starts([bare_word(body[a:b]) for a, b in places], loose)
    starts += _phrase_starts([lowered_word(body[a:b]) for a, b in places], exact)
    if not starts:
        return "", ()
    first = max(_best_window(sorted(starts)) - _LEAD, 0)
    last = min(first + SNIPPET_WORDS, len(places)) - 1
    begin, end = places[first][0], places[last][1]
    marks = sorted(
        {(places[at][0], places[at + len(term) - 1][1]) for at, term in starts if _fits(at, term, first, last)}
    )
    before, after = "… " if first else "", " …" if last + 1 < len(places) else ""
    shown = regex.sub(r"\s", " ", body[begin:end])  # one blank for one: the marks keep their places
    return before + shown + after, tuple((a - begin + len(before), b - begin + len(before)) for a, b in marks)


def _fits(at: int, term: Phrase, first: int, last: int) -> bool:
    return first <= at and at + len(term) - 1 <= last


def _phrase_starts(tokens: list[str], phrases: tuple[Phrase, ...]) -> list[tuple[int, Phrase]]:
    """(index of its first token, phrase) wherever one of the phrases stands."""
    by_first: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        by_first.setdefault(phrase[0], []).append(phrase)
    return [
        (at, phrase)
        for at, token in enumerate(tokens)
        for phrase in by_first.get(token, ())
        if tuple(tokens[at : at + len(phrase)]) == phrase
    ]


def _best_window(starts: list[tuple[int, Phrase]]) -> int:
    """The token at which the window with most different phrases begins; the first of equals."""
    best, best_score, low = starts[0][0], 0, 0
    inside: Counter[Phrase] = Counter()
    for at, phrase in starts:
        inside[phrase] += 1
        while at - starts[low][0] >= SNIPPET_WORDS - _LEAD:
            inside[starts[low][1]] -= 1
            inside += Counter()  # drops the zeros
            low += 1
        if len(inside) > best_score:
            best, best_score = starts[low][0], len(inside)
    return best
