"""Questions of the judge with their answers: the figures and dates of annotated texts, labelled by their gold."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex
from spacy.tokens import Doc

from congvan import pipeline
from congvan.annotations.corpus import Dispatch, Sentence
from congvan.annotations.measure import sentence_doc
from congvan.datamodel.document import Page
from congvan.datamodel.text import CanonicalText
from congvan.judge.features import features_of
from congvan.judge.model import judged_by
from congvan.judge.questions import Question, questions_of
from congvan.judge.weigh import JUDGED, asked_about
from congvan.synth.maker import sample_at
from congvan.text.tokens import context_of

Json = Mapping[str, Any]
Span = tuple[int, int]

# A day stands in the quote of its deadline, or close by: in the heading over it or the table's head before it.
_NEAR = 60
_SENSE_OF_ITEM = "target"  # an item of the kind `targets` that tells no kind


@dataclass(frozen=True)
class Answer:
    """A bag of features and the label that gold gives it; `group`: the family it is of, for cross-validation."""

    group: str
    features: tuple[str, ...]
    label: str


def of_dispatch(paper: Dispatch) -> list[Answer]:
    """The answers of an annotated dispatch."""
    return _of_file(paper.file, paper.to_dict(), paper.family)


def _of_file(file: Path, gold: Json, family: str) -> list[Answer]:
    """The answers of the first dispatch that a file holds."""
    source, pages = pipeline.read(file)
    for text, where in pipeline.texts_of([page for page in pages if isinstance(page, Page)], source):
        doc = pipeline.annotate(text)
        with judged_by(None):  # days without a year need the date of issue, which no judge tells
            pipeline.record_of(doc, "0", where)
        return _answers(doc, text, gold, family)
    return []


def of_sentence(sentence: Sentence) -> list[Answer]:
    """The answers of an annotated sentence under its heading."""
    gold = sentence.gold
    doc, since = sentence_doc(gold.text, gold.issued_on, gold.above)
    return _answers(doc, context_of(doc).canonical, gold.to_dict(), sentence.family, since)


def of_made(seed: int, n: int) -> list[Answer]:
    """The answers of the n-th text that synth makes of a seed."""
    sample = sample_at(seed, n, "text")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"van-ban{sample.suffix}"
        file.write_bytes(sample.data)
        return _of_file(file, json.loads(sample.gold_json()), "made")


def _answers(doc: Doc, text: CanonicalText, gold: Json, group: str, since: int = 0) -> list[Answer]:
    """An answer for each question at or after `since` that gold does not leave open."""
    kinds = ("targets", "deadlines", "periods")
    targets, deadlines, periods = (_placed(text.text, gold.get(kind) or ()) for kind in kinds)
    taken: set[int] = set()
    questions = tuple(questions_of(doc))
    candidates = [c for kind in JUDGED for c in pipeline.extractor(kind)(doc)]
    proposed = {id(question): candidates[n] for n, question in asked_about(candidates, questions).items()}
    answers = []
    for question in questions:
        if question.start < since:
            continue
        label = _figure(question, targets, taken) if question.quantity else _date(question, deadlines, periods)
        if label is not None:
            answers.append(Answer(group, tuple(features_of(question, proposed.get(id(question)))), label))
    return answers


def _figure(question: Question, targets: list[tuple[Span, Json]], taken: set[int]) -> str | None:
    """What gold says of a figure; None where it leaves it open."""
    assert question.quantity is not None
    for n, ((start, end), item) in enumerate(targets):
        inside = start <= question.start and question.end <= end
        if n not in taken and inside and float(item["value"]) == float(question.quantity.value):
            taken.add(n)
            return None if item.get("optional") else str(item.get("kind") or _SENSE_OF_ITEM)
    return "none"


def _date(question: Question, deadlines: list[tuple[Span, Json]], periods: list[tuple[Span, Json]]) -> str | None:
    """What gold says of a date; None where it leaves it open."""
    assert question.date is not None
    for (start, end), item in deadlines:
        near = start - _NEAR <= question.start and question.end <= end + _NEAR
        if near and item.get("due_on") and str(item["due_on"]) == str(question.date.value):
            return None if item.get("optional") else "deadline"
    for (start, end), item in periods:
        if start <= question.start and question.end <= end:
            return None if item.get("optional") else "period"
    return "none"


def _placed(text: str, items: Iterable[Json]) -> list[tuple[Span, Json]]:
    """The items whose quote stands in the text, blanks and line ends aside, by their n-th place; others left out."""
    return [(span, item) for item in items if (span := _span(text, item))]


def _span(text: str, item: Json) -> Span | None:
    words = r"\s+".join(regex.escape(word) for word in str(item["quote"]).split())
    spots = list(_found(words, text, int(item.get("nth") or 1)))
    return spots[-1] if spots else None


def _found(words: str, text: str, most: int) -> Iterator[Span]:
    for n, match in enumerate(regex.finditer(words, text)):
        if n >= most:
            return
        yield match.span()
