"""The words of `lexicons/duty_words.tsv` as patterns, by the part they play in a duty or a period.

Parts: `owner` (nouns that can own a duty), `narrowed` and `narrowing` (nouns, and the verbs that after them are part of
the owner's name: `Ban tự quản`), `predicate` (words that end a subject though no verbs), `task_lead` and
`task_tail` (cut from a task's ends), `hands_over` (verbs of delivery), `receiver`, `receiver_direct`, `receiver_end`
(how a receiver begins, begins right after its verb, ends), `preamble` (opens a ground, not a duty), `running` (nouns
that name what runs for a time), `phrase_end` (ends their phrase).
"""

from __future__ import annotations

from functools import cache

from congvan.lexicons import load


@cache
def any_of(part: str) -> str:
    """A pattern for any word of the part, whole words only, longest first; to be compiled with IGNORECASE."""
    rows = sorted((row for row in load("duty_words") if row["part"] == part), key=lambda row: -len(row["words"]))
    return rf"(?<!\p{{L}})(?:{'|'.join(_one(row['words'], row['not_before']) for row in rows)})(?!\p{{L}})"


def _one(words: str, not_before: str) -> str:
    pattern = words.replace(" ", r"\s")
    return rf"{pattern}(?!\s(?:{not_before}))" if not_before else pattern
