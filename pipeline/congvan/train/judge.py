"""Trains the judge (models/judge) with spaCy from annotated dispatches and sentences; cross-validated by family."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from random import Random

import spacy
from spacy.language import DEFAULT_CONFIG, Language
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop
from spacy.util import load_config

from congvan.annotations.corpus import read_dispatches, read_sentences
from congvan.evaluate.tally import Tally
from congvan.judge.model import LABELS, verdicts
from congvan.train.answers import Answer, of_dispatch, of_made, of_sentence

CONFIG = Path(__file__).with_name("judge.cfg")
LAYERS = Path(__file__).with_name("judge_layers.cfg")
FOLDS = 5
MADE_SEED = 2028

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Trained:
    """The trained pipeline, its number of answers by label, and label -> (F1, answers) on families left out."""

    nlp: Language
    labels: Counter[str]
    held_out: dict[str, tuple[float, int]]


def train(folder: Path, *, also: Sequence[Path] = (), made: int = 150, tell: Progress = print) -> Trained:
    """Trains on the part `train` of the corpus `folder`, all of the corpora `also`, and `made` texts of synth.

    Raises UsageError where a corpus breaks the contract.
    """
    answers = list(answers_of(folder, "train"))
    answers += (answer for other in also for answer in answers_of(other))
    tell(f"{len(answers)} answers of texts written by hand")
    others = [answer for n in range(made) for answer in of_made(MADE_SEED, n)]
    tell(f"{len(others)} answers of made texts")
    counts = Counter(answer.label for answer in answers + others)
    return Trained(fitted(answers + others), counts, held_out(answers, others))


def answers_of(folder: Path, part: str | None = None) -> Iterator[Answer]:
    """The answers of a corpus, or of one part of its split."""
    for paper in read_dispatches(folder, part):
        yield from of_dispatch(paper)
    for sentence in read_sentences(folder, part):
        yield from of_sentence(sentence)


def fitted(answers: Sequence[Answer], config: Path = CONFIG) -> Language:
    """A pipeline trained by a config on these answers; the same answers give the same weights."""
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "train.spacy"
        shuffled = list(answers)
        Random(0).shuffle(shuffled)
        _docs(shuffled).to_disk(file)
        paths = {"paths.train": str(file), "paths.dev": str(file)}
        nlp = init_nlp(DEFAULT_CONFIG.merge(load_config(config, overrides=paths)))
        silent = StringIO()  # spaCy's table of losses on what it trains on says nothing
        trained, _ = train_loop(nlp, None, stdout=silent, stderr=silent)
    return trained


def held_out(answers: Sequence[Answer], others: Sequence[Answer]) -> dict[str, tuple[float, int]]:
    """label -> (F1, how many there are), each family judged by a pipeline trained without it."""
    tallies = {label: Tally() for label in LABELS}
    for fold in folds(answers):
        rest = [answer for answer in answers if answer.group not in fold]
        own = [answer for answer in answers if answer.group in fold]
        for answer, told in zip(own, verdicts(fitted([*rest, *others]), [a.features for a in own]), strict=True):
            best = max(LABELS, key=lambda label: told[label])
            for label in {answer.label, best}:
                tallies[label].count(gold=label == answer.label, predicted=label == best, right=best == answer.label)
    return {label: (tally.f1, tally.right + tally.missed) for label, tally in tallies.items()}


def folds(answers: Sequence[Answer]) -> list[set[str]]:
    """Families in groups of about equally many answers."""
    sizes = Counter(answer.group for answer in answers)
    groups: list[set[str]] = [set() for _ in range(min(FOLDS, len(sizes)))]
    for family in sorted(sizes, key=lambda name: (-sizes[name], name)):
        min(groups, key=lambda group: sum(sizes[name] for name in group)).add(family)
    return groups


def _docs(answers: Sequence[Answer]) -> DocBin:
    vocab = spacy.blank("xx").vocab
    found = DocBin(store_user_data=False)
    for answer in answers:
        doc = Doc(vocab, words=list(answer.features))
        doc.cats = {label: float(label == answer.label) for label in LABELS}
        found.add(doc)
    return found
