"""What comes back, written into a corpus folder: all of it, or nothing where a name or a text is there twice."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from congvan.annotations.corpus import GOLD, SENTENCES, duplicates, families_of
from congvan.errors import SetupError, UsageError

# So many faults are named; there may be a corpus of them.
_NAMED = 5


@dataclass(frozen=True)
class Taken:
    """A text that came back: `what` is `dispatch` or `sentence`, `name` its document or id, `gold` its JSON."""

    what: str
    family: str
    name: str
    text: str
    gold: str


def planned(text: str, told: dict[str, Any]) -> Taken:
    """Where a text with its gold belongs.

    Raises UsageError for one without a name, or whose name leads elsewhere, ValueError for what is no UTF-8.
    """
    what = "sentence" if "senses" in told else "dispatch"
    name = told.get("doc") or told.get("id")
    if name is None:
        raise UsageError(f"a {what} has no name: {text[:60]!r}.", "Tell `doc` of a dispatch, `id` of a sentence.")
    own = {key: value for key, value in told.items() if key != "family"}
    if what == "sentence":
        gold = json.dumps(own | {"text": text}, ensure_ascii=False) + "\n"
    else:
        gold = json.dumps(own, ensure_ascii=False, indent=1) + "\n"
    for part in (text, gold):
        part.encode("utf-8")
    return Taken(what, _safe(told.get("family", "imported")), _safe(name), text, gold)


def refuse_duplicates(file: Path, kept: Sequence[Taken], out: Path) -> None:
    """Raises UsageError where a name or a text comes twice in what was taken from `file`, or is in the corpus."""
    there = list(_there(out))
    faults: list[str] = []
    for what in ("dispatch", "sentence"):
        own = [(one.name, one.text) for one in kept if one.what == what]
        known = [(name, text) for kind, name, text in there if kind == what]
        for column, named in enumerate((what, f"text of a {what}")):
            keys, old = [one[column] for one in own], {one[column] for one in known}
            faults += [f"{named} {key[:60]!r} comes twice" for key in duplicates(keys)]
            faults += [f"{named} {key[:60]!r} is there already" for key in dict.fromkeys(keys) if key in old]
    if faults:
        more = f"; and {len(faults) - _NAMED} more" if len(faults) > _NAMED else ""
        told = "; ".join(faults[:_NAMED]) + more
        raise UsageError(f"{file}: {told}.", "Nothing was written: mend the file, or name an empty folder.")


def write(kept: Sequence[Taken], out: Path) -> None:
    """Writes texts, gold and sentences. Raises SetupError where the folder can't be written."""
    try:
        lines: dict[Path, list[str]] = {}
        for one in kept:
            family = out / one.family
            (family / GOLD).mkdir(parents=True, exist_ok=True)
            if one.what == "sentence":
                lines.setdefault(family / SENTENCES, []).append(one.gold)
            else:
                (family / f"{one.name}.txt").write_bytes(one.text.encode("utf-8"))
                (family / GOLD / f"{one.name}.json").write_text(one.gold, encoding="utf-8")
        for file, own in lines.items():
            _append(file, "".join(own))
    except OSError as error:
        raise SetupError(f"{out} can't be written: {error}.", "Name a folder you may write to.") from error


def _there(out: Path) -> Iterator[tuple[str, str, str]]:
    """(what, name, text) of all that a corpus folder holds, sound or not."""
    for family in families_of(out) if out.is_dir() else ():
        for name in sorted({file.stem for file in (*family.glob("*.txt"), *(family / GOLD).glob("*.json"))}):
            document = family / f"{name}.txt"
            yield "dispatch", name, _text_of(document) if document.is_file() else ""
        lines = _text_of(family / SENTENCES).split("\n") if (family / SENTENCES).is_file() else []
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield "sentence", *_sentence(line, f"{family / SENTENCES}:{number}")


def _sentence(line: str, where: str) -> tuple[str, str]:
    try:
        told = json.loads(line)
        return str(told["id"]), str(told["text"])
    except (ValueError, TypeError, KeyError) as error:
        raise UsageError(
            f"{where}: no sentence: {error!r}.", "`congvan annotations check` tells all faults."
        ) from error


def _text_of(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8", errors="replace")
    except OSError as error:
        raise UsageError(f"{file} can't be read: {error}.") from error


def _append(file: Path, lines: str) -> None:
    """Adds lines to a file, whose last one may lack its end."""
    before = file.read_bytes() if file.is_file() else b""
    with file.open("a", encoding="utf-8") as opened:
        opened.write(("\n" if before and not before.endswith(b"\n") else "") + lines)


def _safe(name: Any) -> str:
    """A name as part of a path. Raises UsageError where it would lead elsewhere."""
    last = Path(str(name)).name
    if not last or last.startswith(".") or not last.isprintable():
        raise UsageError(f"{name!r} can't name a file.", "Mend the name in the tasks.")
    return last
