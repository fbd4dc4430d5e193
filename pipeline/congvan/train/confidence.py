"""Fits arbitrate/confidence.json: how likely a value is right, learnt from dispatches whose gold is known.

The written dispatches of data/annotated rule: each is read as it is, and printed and scanned once, as a good office
scans. Made dispatches of `congvan synth` stand behind with half the weight, for worse paper and for what the written
ones lack. What is right is what `congvan evaluate` says.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from congvan import pipeline
from congvan.annotations.corpus import read_dispatches
from congvan.arbitrate.confidence import contributions, probability
from congvan.arbitrate.features import features_of, reading_of, surroundings, values_of
from congvan.datamodel.document import Page
from congvan.errors import DocumentError, UsageError
from congvan.evaluate.calibration import Calibration, calibration_of
from congvan.evaluate.verdicts import verdicts_of
from congvan.synth.maker import sample_at
from congvan.train.logistic import Example, fit
from congvan.train.printed import scanned

FOLDS = 10
SEED = 2026
# Made dispatches: which, and how much one of their values counts beside one of a written dispatch.
MADE_SEED, MADE_FORMS, MADE_WEIGHT = 2027, ("text", "scan:light", "text", "scan:medium", "text", "scan:hard"), 0.5
# At which of synth's levels written dispatches are scanned: worse ones made values of real papers look half as sure.
SCAN_LEVEL = "light"
# How strongly a weight is drawn to nothing, by family of features; a rule needs some ten values to leave its kind.
PENALTIES = {"kind": 0.3, "scan": 0.5, "rule": 1.0, "missing": 1.0, "judged": 1.0, "check": 1.0}
PENALTY = 0.5
# Weights smaller than this move no probability that one can see.
_SMALLEST = 0.005

Json = dict[str, Any]
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Fitted:
    """The weights, how many documents and values they were fitted on, and how they do on documents left out."""

    weights: dict[str, float]
    documents: int
    values: int
    texts: Calibration | None
    scans: Calibration | None
    together: Calibration | None

    def json(self) -> str:
        """The file's text, stable."""
        figures = {
            name: None if told is None else {"values": told.count, "error": round(told.error, 4),
                                             "straight_through": round(told.straight_through, 4)}
            for name, told in (("texts", self.texts), ("scans", self.scans), ("together", self.together))
        }  # fmt: skip
        told = {
            "made_by": "congvan train confidence",
            "documents": self.documents,
            "values": self.values,
            "cross_validated": figures,
            "weights": {k: round(v, 4) for k, v in sorted(self.weights.items()) if abs(v) >= _SMALLEST},
        }
        return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def train(
    folders: Sequence[Path], *, scans: bool = True, made: int = 60, workers: int = 1, tell: Progress = print
) -> Fitted:
    """Fits on the annotated dispatches of these corpora and `made` dispatches of synth.

    Raises UsageError where there are none, or where one breaks the contract.
    """
    papers = [(paper.file, paper.to_dict()) for folder in folders for paper in read_dispatches(folder)]
    if not papers:
        places = ", ".join(map(str, folders))
        raise UsageError(f"no annotated dispatches below {places}.", "Name what holds FAMILY/gold/NAME.json.")
    jobs: list[Callable[[], list[Example]]] = [partial(examples_of_text, file, gold) for file, gold in papers]
    if scans:
        jobs += [partial(examples_of_scan, *paper, SCAN_LEVEL) for paper in papers]
    jobs += [partial(examples_of_made, n) for n in range(made if scans else 0)]
    examples: list[Example] = []
    for n, found in enumerate(_run(jobs, workers), 1):
        examples += found
        if n % 20 == 0 or n == len(jobs):
            tell(f"{n} of {len(jobs)} documents, {len(examples)} values")
    return fitted(examples, len(papers))


def fitted(examples: Sequence[Example], documents: int) -> Fitted:
    """The weights of all examples, and the calibration of written dispatches, each by weights fitted without it."""
    own = [example for example in examples if example.weight >= 1]
    names = sorted({example.document for example in own})
    Random(SEED).shuffle(names)
    fold = {name: n % FOLDS for n, name in enumerate(names)}
    trusts: list[tuple[Example, float]] = []
    for n in range(FOLDS):
        others = [e for e in examples if fold.get(e.document) != n]
        weights = fit(others, penalty) if others else {}
        trusts += [(e, _share(e, weights)) for e in own if fold[e.document] == n]

    def held_out(scan: bool | None) -> Calibration | None:
        return calibration_of((p, e.right) for e, p in trusts if scan is None or ("scan" in e.features) is scan)

    return Fitted(fit(examples, penalty), documents, len(own), held_out(False), held_out(True), held_out(None))


def penalty(name: str) -> float:
    """How strongly the weight of a feature is drawn to 0."""
    return PENALTIES.get(name.partition(":")[0], PENALTY)


def examples_of_text(file: Path, gold: Json) -> list[Example]:
    """The values of a written dispatch, read as it is."""
    return _examples(file, file.stem, gold, 1.0)


def examples_of_scan(file: Path, gold: Json, level: str) -> list[Example]:
    """The values of a written dispatch printed and scanned; fields filled in by hand there are left out."""
    source, pages = pipeline.read(file)
    text, _ = next(pipeline.texts_of([page for page in pages if isinstance(page, Page)], source))
    data, by_hand = scanned(text, level, Random(f"{SEED}:{file.stem}:{level}"))
    with tempfile.TemporaryDirectory() as folder:
        scan = Path(folder) / "van-ban.pdf"
        scan.write_bytes(data)
        header = gold["header"] | {name: {"value": None, "optional": True} for name in by_hand}
        return _examples(scan, file.stem, gold | {"header": header}, 1.0)


def examples_of_made(n: int) -> list[Example]:
    """The values of the n-th made dispatch."""
    sample = sample_at(MADE_SEED, n, MADE_FORMS[n % len(MADE_FORMS)])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"van-ban{sample.suffix}"
        file.write_bytes(sample.data)
        return _examples(file, f"made-{n}", json.loads(sample.gold_json()), MADE_WEIGHT)


def _examples(file: Path, name: str, gold: Json, weight: float) -> list[Example]:
    """The first dispatch of a file against its gold: an example for each value that is told and counted."""
    try:
        source, pages = pipeline.read(file)
    except DocumentError:
        return []
    for text, where in pipeline.texts_of([page for page in pages if isinstance(page, Page)], source):
        record = pipeline.record_of(pipeline.annotate(text), "0", where)
        around, told = surroundings(record), record.model_dump(mode="json", by_alias=True)
        features = {
            id(_at(told, place)): features_of(place, found, around) | reading_of(found, text)
            for place, found in values_of(record)
        }
        return [
            Example(name, features[id(verdict.predicted)], weight, verdict.sound)
            for verdict in verdicts_of(gold, told)
            if verdict.predicted is not None and id(verdict.predicted) in features
        ]
    return []


def _at(told: dict[str, Any], place: str) -> Any:
    kind, _, name = place.partition(".")
    return told[kind][name] if kind == "header" else told[kind][int(name) - 1]


def _share(example: Example, weights: dict[str, float]) -> float:
    return probability(sum(contributions(example.features, weights).values()))


def _run(jobs: Sequence[Callable[[], list[Example]]], workers: int) -> Iterator[list[Example]]:
    if workers <= 1:
        yield from (job() for job in jobs)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_call, jobs)


def _call(job: Callable[[], list[Example]]) -> list[Example]:
    return job()


def saved(examples: Iterable[Example], file: Path) -> None:
    """Keeps examples, a JSON line each, so that a fit can be tried again without reading."""
    with file.open("w", encoding="utf-8") as out:
        for e in examples:
            out.write(json.dumps([e.document, e.features, e.weight, e.right], ensure_ascii=False) + "\n")


def loaded(file: Path) -> list[Example]:
    """Examples that were kept."""
    return [Example(*json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()]
