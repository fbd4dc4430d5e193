"""The annotated corpus on disk: `FAMILY/NAME.txt` with `FAMILY/gold/NAME.json`, and `FAMILY/sentences.jsonl`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from congvan.annotations.contract import checked
from congvan.annotations.gold import DispatchGold, GoldRecord, GoldSentence, SentenceGold
from congvan.errors import UsageError

GOLD, SENTENCES, SPLIT = "gold", "sentences.jsonl", "split.tsv"
# Folders beside the families: the gold of made samples, and independent second annotations.
SAMPLES, SECOND = "samples", "second"
PARTS = ("train", "held-back")


@dataclass(frozen=True)
class Dispatch:
    """An annotated dispatch: its file, the text as the file has it, and its gold record."""

    file: Path
    family: str
    text: str
    gold: DispatchGold

    @property
    def name(self) -> str:
        """The name of the file without its ending: the name of its gold."""
        return self.file.stem

    def to_dict(self) -> dict[str, Any]:
        """The gold record as JSON, with `doc`."""
        return self.gold.to_dict() | {"doc": self.name}


@dataclass(frozen=True)
class Sentence:
    """An annotated sentence of a family."""

    family: str
    gold: SentenceGold

    def to_dict(self) -> dict[str, Any]:
        """The sentence as JSON, as it stands in its file."""
        return self.gold.to_dict()


def families_of(folder: Path) -> list[Path]:
    """The folders of families in a corpus, by name. Raises UsageError where there is no such folder."""
    if not folder.is_dir():
        raise UsageError(f"no folder {folder}.", "Name the folder of annotations.")
    return sorted(
        place
        for place in folder.iterdir()
        if place.is_dir() and place.name not in (SAMPLES, SECOND) and not place.name.startswith(".")
    )


def read_split(folder: Path) -> dict[str, str]:
    """family -> its part, `train` or `held-back`. Raises UsageError for a row that is none."""
    parts, faults = look_at_split(folder)
    if faults:
        raise UsageError(faults[0])
    return parts


def look_at_split(folder: Path) -> tuple[dict[str, str], list[str]]:
    """family -> its part, and every row that is none, one line each. Raises UsageError where there is no such file."""
    file = folder / SPLIT
    parts: dict[str, str] = {}
    faults: list[str] = []
    for number, line in enumerate(_text_of(file).splitlines()[1:], 2):
        family, _, rest = line.partition("\t")
        part = rest.partition("\t")[0]
        if part not in PARTS or family in parts:
            faults.append(f"{file}:{number}: {line!r}. A row tells a family once, its part, and what it is.")
        else:
            parts[family] = part
    return parts, faults


def gold_folders(folder: Path, part: str | None = None) -> list[Path]:
    """The gold folders of a corpus, of one part of the split or of all; the folder itself where it is no corpus."""
    if not (folder / SPLIT).is_file():
        return [folder]
    parts = read_split(folder)
    return [
        family / GOLD
        for family in families_of(folder)
        if (part is None or parts.get(family.name) == part) and (family / GOLD).is_dir()
    ]


def read_dispatches(folder: Path, part: str | None = None) -> Iterator[Dispatch]:
    """The dispatches of a corpus (of one part of the split, if it has one), by family and name.

    Raises UsageError at the first that breaks the contract.
    """
    parts = read_split(folder) if part else {}
    for family in families_of(folder):
        if part is None or parts.get(family.name) == part:
            for file in sorted((family / GOLD).glob("*.json")):
                yield read_dispatch(file)


def read_dispatch(file: Path) -> Dispatch:
    """One dispatch by its gold file. Raises UsageError, the first fault: file, item, what to do."""
    dispatch, faults = look_at_dispatch(file)
    if dispatch is None:
        raise UsageError(faults[0])
    return dispatch


def look_at_dispatch(file: Path) -> tuple[Dispatch | None, list[str]]:
    """The dispatch of a gold file; without it every fault that the file has, one line each."""
    document = file.parent.parent / f"{file.stem}.txt"
    faults: list[str] = []
    text, told = (_text_or_fault(place, faults) for place in (document, file))
    if told is None:
        return None, faults
    record, wrong = checked(GoldRecord, str(file), told, text)
    faults += wrong
    if record is None or text is None or faults:
        return None, faults
    return Dispatch(document, file.parent.parent.name, text, record), []


def read_sentences(folder: Path, part: str | None = None) -> Iterator[Sentence]:
    """The sentences of a corpus (of one part of the split). Raises UsageError at the first that breaks the contract."""
    parts = read_split(folder) if part else {}
    for family in families_of(folder):
        if (family / SENTENCES).is_file() and (part is None or parts.get(family.name) == part):
            yield from read_sentence_file(family / SENTENCES)


def read_sentence_file(file: Path) -> Iterator[Sentence]:
    """The sentences of one file of JSON Lines. Raises UsageError, the first fault: file, line, item, what to do."""
    for sentence, faults in look_at_sentences(file):
        if sentence is None:
            raise UsageError(faults[0])
        yield sentence


def look_at_sentences(file: Path) -> Iterator[tuple[Sentence | None, list[str]]]:
    """The sentence of each line of a file of JSON Lines, or every fault of the line. Raises UsageError for a file that
    can't be read."""
    for number, line in enumerate(_text_of(file).split("\n"), 1):
        if line.strip():
            gold, faults = checked(GoldSentence, f"{file}:{number}", line)
            yield (None if gold is None else Sentence(file.parent.name, gold)), faults


def _text_or_fault(file: Path, faults: list[str]) -> str | None:
    try:
        return _text_of(file)
    except UsageError as error:
        faults.append(str(error))
        return None


def _text_of(file: Path) -> str:
    """The file's text, line ends as they are."""
    try:
        return file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} can't be read: {error}.", "Annotations are UTF-8 text.") from error


def duplicates(names: Iterable[str]) -> list[str]:
    """Names that come more than once, in the order of their first."""
    return [name for name, count in Counter(names).items() if count > 1]
