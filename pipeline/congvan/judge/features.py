"""What stands around a figure or date, as a bag of named features: the words of a Doc that the classifier reads.

A feature is a name with no blank: `left=phấn_đấu`, `unit=tập_thể`, `head=chỉ_tiêu`. Words are those of the office
lexicons and underthesea's, lower case with one style of tone marks (`grammar.wording`), so that both spellings are one
feature. No figure's value and no name of a place is a feature: what was learnt from one office must hold for another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congvan.datamodel.candidate import Candidate
from congvan.grammar.figures.headings import AHEAD_HEADING, PRIZE_HEADING, RESULT_HEADING, names_criteria
from congvan.grammar.figures.senses import GOAL
from congvan.grammar.time.terms import binding_before
from congvan.grammar.wording import Word, words_of
from congvan.judge.questions import Question

_LEFT, _RIGHT, _NEAR, _NEXT = 40, 25, 8, 3  # words: all that are looked at, those near by, those that stand next to it
_HEAD_REACH = 160  # characters of the nearest head whose words count; its end tells more than its beginning
_HEADS = 3  # heads whose sense counts
_VERBAL = ("verb", "modal")
_HEAD_SENSES = (
    ("goal", GOAL.search),
    ("ahead", AHEAD_HEADING.search),
    ("result", RESULT_HEADING.search),
    ("prize", PRIZE_HEADING.search),
    ("criterion", names_criteria),
)


def features_of(question: Question, candidate: Candidate | None = None) -> list[str]:
    """The features of a question, each once, in a stable order; `candidate`: what the rules propose to it."""
    names = (*_of_rules(question, candidate), *_features(question))
    return list(dict.fromkeys(name.replace(" ", "_") for name in names))


def _of_rules(question: Question, candidate: Candidate | None) -> Iterator[str]:
    """What the rules say; it stands first, and with the type of the dispatch, where rules err in their own ways."""
    if candidate is None:
        yield "no-candidate"
        return
    yield f"by={candidate.by}"
    yield f"by-kind={candidate.by}:{candidate.values.get('kind')}"
    yield f"by-type={candidate.by}:{question.type}"


def _features(question: Question) -> Iterator[str]:
    yield f"about={question.about}"
    yield f"type={question.type}"
    yield f"block={question.block.kind}"
    yield from _before(question)
    yield from _after(question)
    yield from _of_heads(question.heads)
    yield from _of_quantity(question) if question.quantity else _of_date(question)


def _before(question: Question) -> Iterator[str]:
    words = question.wording.between(question.sentence[0], question.start)[-_LEFT:]
    verbs = [word.key for word in words if word.part in _VERBAL]
    yield f"opening={words[0].key}" if words else "opens"
    yield from (f"first-verb={verbs[0]}", f"last-verb={verbs[-1]}") if verbs else ("no-verb",)
    yield from (f"verb={verb}" for verb in verbs)
    yield from _beside("left", words[::-1])


def _after(question: Question) -> Iterator[str]:
    yield from _beside("right", question.wording.between(question.end, question.sentence[1])[:_RIGHT])


def _beside(side: str, words: Sequence[Word]) -> Iterator[str]:
    """Words of one side, the nearest first: the next ones by their place, those near by and all as bags."""
    for n, word in enumerate(words):
        key = word.key if word.part != "figure" else "#"
        if n < _NEXT:
            yield f"{side}{n}={key}"
            yield f"{side}{n}-part={word.part or '?'}{word.counts}"
        if n < _NEAR:
            yield f"{side}-near={key}"
        yield f"{side}={key}"


def _of_heads(heads: Sequence[str]) -> Iterator[str]:
    if not heads:
        yield "no-head"
        return
    nearest = heads[0]
    yield from (f"head={word.key}" for word in words_of(nearest, max(0, len(nearest) - _HEAD_REACH), len(nearest)))
    for head in heads[:_HEADS]:
        yield from (f"heads-{sense}" for sense, says in _HEAD_SENSES if says(head))


def _of_quantity(question: Question) -> Iterator[str]:
    quantity = question.quantity
    assert quantity is not None
    unit = (quantity.unit or "none").casefold().split()[0]
    yield f"unit={unit}"
    yield f"counts={quantity.counts}"
    yield f"type-counts={question.type}:{quantity.counts}"
    yield f"comparator={quantity.comparator}{'' if quantity.compared else '?'}"
    yield f"counts-comparator={quantity.counts}:{quantity.comparator}"
    yield from (name for name, told in (("change", quantity.change), ("of", quantity.of)) if told)


def _of_date(question: Question) -> Iterator[str]:
    date = question.date
    assert date is not None
    binding = binding_before(question.wording.text, date.start, question.sentence[0])
    yield f"bound={binding.kind if binding else None}"
    yield f"precision={date.precision}"
    yield f"bound-precision={binding.kind if binding else None}:{date.precision}"
    yield from (name for name, told in (("clock", date.time), ("own-year", date.explicit_year)) if told)
