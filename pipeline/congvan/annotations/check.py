"""What is wrong with a corpus, one line each, and how much it holds by family and kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from congvan.annotations.corpus import (
    GOLD,
    SENTENCES,
    SPLIT,
    Dispatch,
    Sentence,
    duplicates,
    families_of,
    look_at_dispatch,
    look_at_sentences,
    look_at_split,
)
from congvan.annotations.gold import GOLD_MODELS
from congvan.errors import UsageError


@dataclass
class Findings:
    """`faults`: one line each; `counts`: family -> dispatches, sentences and items by kind."""

    faults: list[str] = field(default_factory=list)
    counts: dict[str, Counter[str]] = field(default_factory=dict)


def check(folder: Path) -> Findings:
    """Reads all of a corpus against the contract: every fault of each file. Raises UsageError where there is none."""
    found = Findings()
    # What was just imported has no split yet: nothing is to be held back.
    is_split = (folder / SPLIT).is_file()
    parts, wrong_rows = look_at_split(folder) if is_split else ({}, [])
    found.faults += wrong_rows
    dispatches: list[Dispatch] = []
    sentences: list[Sentence] = []
    for family in families_of(folder):
        if is_split and family.name not in parts:
            found.faults.append(f"{family}: the family is not in {SPLIT}. Add its row.")
        own, lines = _dispatches(family, found), _sentences(family, found)
        dispatches += own
        sentences += lines
        count = found.counts.setdefault(family.name, Counter(dispatches=len(own), sentences=len(lines)))
        for gold in (*(d.gold for d in own), *(s.gold for s in lines)):
            count.update({kind: len(gold.of(kind)) for kind in GOLD_MODELS})
    found.faults += _twice("dispatch", [d.name for d in dispatches])
    found.faults += _twice("text of a dispatch", [d.text for d in dispatches])
    found.faults += _twice("sentence", [s.gold.id for s in sentences])
    found.faults += _twice("text of a sentence", [s.gold.text for s in sentences])
    return found


def printed(found: Findings) -> Iterator[str]:
    """The faults, then a table: a line a family and one for all."""
    yield from found.faults
    columns = ("dispatches", "sentences", *GOLD_MODELS)
    yield "  ".join([f"{'family':15}", *columns])
    total: Counter[str] = sum(found.counts.values(), Counter())
    for name, count in (*found.counts.items(), ("all", total)):
        yield "  ".join([f"{name:15}", *(f"{count[column]:{len(column)}}" for column in columns)])
    yield f"{len(found.faults)} faults"


def _dispatches(family: Path, found: Findings) -> list[Dispatch]:
    read = []
    texts, golds = ({f.stem for f in family.glob("*.txt")}, {f.stem for f in (family / GOLD).glob("*.json")})
    found.faults += [f"{family / name}.txt: without gold. Write {GOLD}/{name}.json." for name in sorted(texts - golds)]
    for name in sorted(golds):
        dispatch, faults = look_at_dispatch(family / GOLD / f"{name}.json")
        found.faults += faults
        if dispatch is not None:
            read.append(dispatch)
    return read


def _sentences(family: Path, found: Findings) -> list[Sentence]:
    read: list[Sentence] = []
    if (family / SENTENCES).is_file():
        try:
            for sentence, faults in look_at_sentences(family / SENTENCES):
                found.faults += faults
                if sentence is not None:
                    read.append(sentence)
        except UsageError as error:
            found.faults.append(str(error))
    return read


def _twice(what: str, names: list[str]) -> list[str]:
    return [f"{what} {name[:60]!r} comes twice. Keep one." for name in duplicates(names)]
