"""The judge weighs what the rules propose: it vouches for what they doubt, and strikes what it is sure is nothing.

Values stay those of the rules' grammar: the judge only says whether a figure or date is one, and of which kind.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate
from congvan.judge.features import features_of
from congvan.judge.model import Judge, Manner, verdicts
from congvan.judge.questions import Question, questions_of

BY = "model.judge"

_FIGURES, _DATES = ("target", "quota", "criterion"), ("deadline",)
# Kind of items -> the labels that speak for one.
JUDGED: Mapping[str, tuple[str, ...]] = {"targets": _FIGURES, "deadlines": _DATES}


def weighed(doc: Doc, candidates: Sequence[Candidate], judge: Judge | None) -> list[Candidate]:
    """The candidates that count, in their order; without a judge those that a rule vouches for."""
    if judge is None or not any(candidate.kind in JUDGED for candidate in candidates):
        return [candidate for candidate in candidates if not candidate.doubtful]
    asked = asked_about(candidates, tuple(questions_of(doc)))
    bags = [features_of(question, candidates[n]) for n, question in asked.items()]
    told = dict(zip(asked, verdicts(judge.nlp, bags), strict=True))
    kept = (_weighed(candidate, told.get(n), judge.manner) for n, candidate in enumerate(candidates))
    return [candidate for candidate in kept if candidate is not None]


def asked_about(candidates: Sequence[Candidate], questions: Sequence[Question]) -> dict[int, Question]:
    """Index of a candidate -> the question about its figure or date; one question answers one candidate."""
    starts = [question.start for question in questions]
    asked: dict[int, Question] = {}
    taken: set[int] = set()
    for n, candidate in enumerate(candidates):
        if candidate.kind not in JUDGED:
            continue
        for at in range(bisect_left(starts, candidate.start), bisect_left(starts, candidate.end)):
            if at not in taken and _is_about(questions[at], candidate):
                taken.add(at)
                asked[n] = questions[at]
                break
    return asked


def _is_about(question: Question, candidate: Candidate) -> bool:
    if candidate.kind == "targets":
        return question.quantity is not None and question.quantity.value == candidate.values["value"]
    due = candidate.values.get("due_on")
    return question.date is not None and due is not None and question.date.value == due


def _weighed(candidate: Candidate, told: Mapping[str, float] | None, manner: Manner) -> Candidate | None:
    """The candidate as the judge sees it, or None where it does not count."""
    if told is None:
        return None if candidate.doubtful or manner.alone else candidate
    best = max(JUDGED[candidate.kind], key=lambda label: told[label])
    if manner.alone:
        return _vouched(candidate, best, told[best]) if told[best] >= max(told.values()) else None
    if candidate.doubtful:
        return _vouched(candidate, best, told[best]) if told[best] >= manner.vouched else None
    if told["none"] >= manner.struck:
        return None
    if candidate.kind == "targets" and best != candidate.values["kind"]:
        return _of_kind(candidate, best) if told[best] >= manner.changed else candidate
    return replace(candidate, by=f"{candidate.by}+{BY}") if told[best] >= manner.vouched else candidate


def _vouched(candidate: Candidate, best: str, likely: float) -> Candidate:
    return replace(_of_kind(candidate, best), score=likely / 2, doubtful=False)


def _of_kind(candidate: Candidate, kind: str) -> Candidate:
    """The candidate with the judge's kind and in its name; a deadline has no kinds."""
    values = {**candidate.values, "kind": kind} if candidate.kind == "targets" else candidate.values
    return replace(candidate, values=values, by=BY, rivals=(candidate,))
