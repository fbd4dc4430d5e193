"""The annotated corpus on disk: `FAMILY/NAME.txt` with `FAMILY/gold/NAME.json`, and `FAMILY/sentences.jsonl`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from congvan.annotations.gold import GOLD_MODELS, DispatchGold, GoldMention, GoldRecord, GoldSentence, SentenceGold
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
    file = folder / SPLIT
    parts: dict[str, str] = {}
    for number, line in enumerate(_text_of(file).splitlines()[1:], 2):
        family, _, rest = line.partition("\t")
        part = rest.partition("\t")[0]
        if part not in PARTS or family in parts:
            raise UsageError(f"{file}:{number}: {line!r}.", "A row tells a family once, its part, and what it is.")
        parts[family] = part
    return parts


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
    """One dispatch by its gold file. Raises UsageError: file, item, what to do."""
    document = file.parent.parent / f"{file.stem}.txt"
    text = _text_of(document)
    record = _valid(GoldRecord, _json_of(file, _text_of(file)), str(file))
    faults = list(unquoted(record, text))
    if faults:
        raise UsageError(f"{file}: {faults[0]}", "Copy the quote from the text, with its blanks and line ends.")
    return Dispatch(document, file.parent.parent.name, text, record)


def read_sentences(folder: Path, part: str | None = None) -> Iterator[Sentence]:
    """The sentences of a corpus (of one part of the split). Raises UsageError at the first that breaks the contract."""
    parts = read_split(folder) if part else {}
    for family in families_of(folder):
        if (family / SENTENCES).is_file() and (part is None or parts.get(family.name) == part):
            yield from read_sentence_file(family / SENTENCES)


def read_sentence_file(file: Path) -> Iterator[Sentence]:
    """The sentences of one file of JSON Lines. Raises UsageError: file, line, item, what to do."""
    for number, line in enumerate(_text_of(file).split("\n"), 1):
        if line.strip():
            where = f"{file}:{number}"
            sentence = _valid(GoldSentence, _json_of(where, line), where)
            faults = list(unquoted(sentence, sentence.text))
            if faults:
                raise UsageError(f"{where}: {faults[0]}", "Copy the quote from the sentence, with its blanks.")
            yield Sentence(file.parent.name, sentence)


def place_of(mention: GoldMention, text: str) -> tuple[int, int] | None:
    """The half-open span of the text where a quote stands, by `nth`; None where it does not."""
    at = -1
    for _ in range(mention.nth):
        at = text.find(mention.quote, at + 1)
        if at < 0:
            return None
    return at, at + len(mention.quote)


def unquoted(gold: Any, text: str) -> Iterator[str]:
    """What is quoted from nowhere, or from another place than `start` and `end` tell: one line each."""
    for where, mention in _mentions(gold):
        place = place_of(mention, text)
        if place is None:
            yield f"{where}: the quote {mention.quote[:60]!r} (nth {mention.nth}) is not in the text."
        elif mention.start is not None and (mention.start, mention.end) != place:
            yield f"{where}: start and end tell {mention.start}-{mention.end}, the quote stands at {place}."


def _mentions(gold: Any) -> Iterator[tuple[str, GoldMention]]:
    for name, field in getattr(gold, "header", ()):
        if field is not None:
            yield f"header.{name}", field
    for kind in GOLD_MODELS:
        for n, item in enumerate(gold.of(kind)):
            yield f"{kind}[{n}]", item
            yield from ((f"{kind}[{n}].mentions[{m}]", mention) for m, mention in enumerate(item.mentions))


def _valid(model: Any, content: Mapping[str, Any], where: str) -> Any:
    try:
        return model.model_validate(_told(content))
    except ValidationError as error:
        first = error.errors()[0]
        path = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{where}: {path}: {first['msg']}.", "See docs/records.md and GUIDELINES.md.") from error


def _told(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """Gold may write an absent attribute as null; the models know only what is there."""
    return {
        key: [_without_nulls(item) for item in value] if key in GOLD_MODELS and isinstance(value, list) else value
        for key, value in content.items()
    }


def _without_nulls(item: Any) -> Any:
    return {a: v for a, v in item.items() if v is not None} if isinstance(item, dict) else item


def _json_of(where: object, text: str) -> Mapping[str, Any]:
    try:
        content = json.loads(text)
    except ValueError as error:
        raise UsageError(f"{where}: no JSON: {error}.", "Mend the file.") from error
    if not isinstance(content, dict):
        raise UsageError(f"{where}: no record.", "One JSON object is expected.")
    return content


def _text_of(file: Path) -> str:
    """The file's text, line ends as they are."""
    try:
        return file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} can't be read: {error}.", "Annotations are UTF-8 text.") from error


def duplicates(names: Iterable[str]) -> list[str]:
    """Names that come more than once, in the order of their first."""
    return [name for name, count in Counter(names).items() if count > 1]
