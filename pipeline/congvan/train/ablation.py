"""What a trained judge adds: rules alone, judge alone, both, by kind, on papers that neither was trained on.

A judge is worth shipping where it adds LEAST_GAIN to F1 of a kind, and the paired bootstrap over documents says that
this is no chance. Three ideas compete: what stands around a figure, and what the rules say of it, as a bag of features;
the same read by layers; and the bag learnt from hand-written texts alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from congvan import pipeline
from congvan.annotations.corpus import gold_folders
from congvan.datamodel.document import Page
from congvan.errors import UsageError
from congvan.evaluate.documents import documents_beside, read_gold
from congvan.evaluate.likeness import Json
from congvan.evaluate.verdicts import verdicts_of
from congvan.judge.model import ALONE, TOGETHER, VOUCHING, Judge, judged_by
from congvan.train.answers import Answer, of_made
from congvan.train.judge import CONFIG, LAYERS, MADE_SEED, answers_of, fitted

KINDS = ("targets", "deadlines")
LEAST_GAIN = 0.02
DRAWS = 2000
SEED = 2026
_BEGIN, _END = "<!-- ablation -->", "<!-- end of ablation -->"
MANNERS = {"alone": ALONE, "vouching": VOUCHING, "both": TOGETHER}

Progress = Callable[[str], None]
# Document -> (right, wrong or spurious, missed) values of one kind.
Counts = Mapping[str, NDArray[np.int64]]


@dataclass(frozen=True)
class Row:
    """One way of reading on one set of papers: F1 of a kind, the gain over the rules and its 95 % interval."""

    papers: str
    kind: str
    way: str
    f1: float
    gain: float
    interval: tuple[float, float]


@dataclass(frozen=True)
class Paper:
    """A document with gold: the set it belongs to, its name in it, its file."""

    papers: str
    name: str
    file: Path
    gold: Json


def ablation(folder: Path, also: Sequence[Path], *, made: int, tell: Progress) -> list[Row]:
    """The rows of the table: families held back from training in `folder`, further gold folders, and all together.

    Raises UsageError where a corpus or gold can't be read.
    """
    papers = list(_papers("held-back families", gold_folders(folder, "held-back")))
    papers += _papers("real texts", also) if also else ()
    told = {"rules": _counted(papers, None)}
    for name, nlp in _judges(folder, made, tell):
        for way, manner in MANNERS.items():
            told[f"{name}, {way}"] = _counted(papers, Judge(nlp, manner))
            tell(f"{name}, {way}: read")
    sets = {paper.papers: [p for p in papers if p.papers == paper.papers] for paper in papers}
    if len(sets) > 1:
        sets["together"] = papers
    return [
        Row(name, kind, way, *gain_over([p.name for p in members], counts[kind], told["rules"][kind]))
        for name, members in sets.items()
        for kind in KINDS
        for way, counts in told.items()
    ]


def _judges(folder: Path, made: int, tell: Progress) -> Iterator[tuple[str, Language]]:
    """(name, trained pipeline) of each idea."""
    by_hand = list(answers_of(folder, "train"))
    others = [answer for n in range(made) for answer in of_made(MADE_SEED, n)]
    tell(f"{len(by_hand)} answers of texts written by hand, {len(others)} of made ones")
    ideas: dict[str, tuple[Sequence[Answer], Path]] = {
        "bag of features": ([*by_hand, *others], CONFIG),
        "bag, hand-written texts only": (by_hand, CONFIG),
        "layers over features": ([*by_hand, *others], LAYERS),
    }
    for name, (answers, config) in ideas.items():
        yield name, fitted(answers, config)


def _papers(name: str, folders: Sequence[Path]) -> Iterator[Paper]:
    files = documents_beside(folders)
    for gold in read_gold(folders):
        yield Paper(name, gold["doc"], files[gold["doc"]], gold)


def _counted(papers: Sequence[Paper], judge: Judge | None) -> dict[str, Counts]:
    """kind -> document -> what was right, wrong and missed."""
    found: dict[str, dict[str, NDArray[np.int64]]] = {kind: {} for kind in KINDS}
    for paper in papers:
        for kind in KINDS:
            found[kind][paper.name] = np.zeros(3, dtype=np.int64)
        for verdict in verdicts_of(paper.gold, _record(paper.file, judge)):
            if verdict.kind in found:
                for one in verdict.judgements:
                    wrong, missed = one.predicted is not None and not one.right, one.gold is not None and not one.right
                    found[verdict.kind][paper.name] += (one.right, wrong, missed)
    return dict(found)


def _record(file: Path, judge: Judge | None) -> Json:
    """The record of a file's first dispatch as JSON."""
    source, pages = pipeline.read(file)
    with judged_by(judge):
        for text, where in pipeline.texts_of([page for page in pages if isinstance(page, Page)], source):
            return pipeline.record_of(pipeline.annotate(text), "0", where).model_dump(mode="json", by_alias=True)
    return {}


def gain_over(names: Sequence[str], counts: Counts, rules: Counts) -> tuple[float, float, tuple[float, float]]:
    """(F1, gain over the rules, its 95 % interval): the documents are drawn anew, the same for both, DRAWS times."""
    ours, theirs = (np.stack([side[name] for name in names]) for side in (counts, rules))
    draws = np.random.default_rng(SEED).integers(len(names), size=(DRAWS, len(names)))
    low, high = np.quantile(_f1(ours[draws].sum(1)) - _f1(theirs[draws].sum(1)), (0.025, 0.975))
    f1 = float(_f1(ours.sum(0)))
    return f1, f1 - float(_f1(theirs.sum(0))), (float(low), float(high))


def _f1(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """F1 of (right, wrong, missed) in the last axis; 0 where nothing was counted."""
    right, wrong, missed = np.moveaxis(counts, -1, 0)
    return np.asarray(2 * right / np.maximum(2 * right + wrong + missed, 1), dtype=np.float64)


def printed(rows: Sequence[Row]) -> Iterator[str]:
    """The lines of the table in markdown."""
    yield "| papers | kind | way | F1 | against rules | 95 % interval |"
    yield "| --- | --- | --- | ---: | ---: | ---: |"
    for row in rows:
        against = "" if row.way == "rules" else f"{row.gain:+.3f}"
        interval = "" if row.way == "rules" else f"{row.interval[0]:+.3f} to {row.interval[1]:+.3f}"
        yield f"| {row.papers} | {row.kind} | {row.way} | {row.f1:.3f} | {against} | {interval} |"


def put(table: str, file: Path) -> None:
    """Writes the table between its marks in a markdown file, or as a file of its own. Raises UsageError."""
    try:
        before, after = "", "\n"
        if file.exists():
            before, begun, rest = file.read_text(encoding="utf-8").partition(f"{_BEGIN}\n")
            _, ended, after = rest.partition(f"{_END}\n")
            if not begun or not ended:
                raise UsageError(f"{file} has no place for the table.", f"Write {_BEGIN} and {_END}, each on a line.")
            before, after = f"{before}{_BEGIN}\n", f"\n{_END}\n{after}"
        file.write_text(f"{before}{table}{after}", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}.", "Name a file in a folder you may write to.") from error


def worth(rows: Sequence[Row]) -> list[Row]:
    """The rows on all papers that add LEAST_GAIN, surely: where the judge would earn its place."""
    last = rows[-1].papers if rows else ""
    return [r for r in rows if r.papers == last and r.gain >= LEAST_GAIN and r.interval[0] > 0]
