"""One gold object against the contract: every fault of its values and of its quotes, one line each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from pydantic import ValidationError

from congvan.annotations.gold import GOLD_MODELS, GoldMention
from congvan.errors import UsageError


def checked(model: Any, where: str, told: str, text: str | None = None) -> tuple[Any, list[str]]:
    """What a model makes of a JSON object, or None and every fault, one line each that begins with `where`.

    `text`: the text its quotes stand in; without it the object's own `text`.
    """
    try:
        content = _json_of(where, told)
    except UsageError as error:
        return None, [str(error)]
    faults: list[str] = []
    gold = None
    try:
        gold = model.model_validate(_told(content))
    except ValidationError as error:
        faults += [f"{where}: {fault}. See docs/records.md and GUIDELINES.md." for fault in _faults_of(error)]
    text = content.get("text") if text is None else text
    if isinstance(text, str):
        advice = "Copy the quote from the text, with its blanks and line ends."
        faults += [f"{where}: {fault} {advice}" for fault in unquoted(content, text)]
    return (None if faults else gold), faults


def _faults_of(error: ValidationError) -> Iterator[str]:
    """Each fault with its path; not what only follows from one inside it (a list that is short of a bad member)."""
    found = [(one["loc"], one["msg"]) for one in error.errors()]
    for path, message in found:
        if not any(len(other) > len(path) and other[: len(path)] == path for other, _ in found):
            yield f"{'.'.join(map(str, path))}: {message}"


def unquoted(content: Mapping[str, Any], text: str) -> Iterator[str]:
    """What a gold object quotes from nowhere, or from another place than `start` and `end` tell: one line each."""
    for where, mention in _mentions(content):
        place = place_of(mention, text)
        if place is None:
            yield f"{where}: the quote {mention.quote[:60]!r} (nth {mention.nth}) is not in the text."
        elif mention.start is not None and (mention.start, mention.end) != place:
            yield f"{where}: start and end tell {mention.start}-{mention.end}, the quote stands at {place}."


def _mentions(content: Mapping[str, Any]) -> Iterator[tuple[str, GoldMention]]:
    """Every place that an object tells, also of items that are not sound in other ways."""
    header = content.get("header")
    told = [(f"header.{name}", field) for name, field in header.items()] if isinstance(header, dict) else []
    told += [(f"{kind}[{n}]", item) for kind in GOLD_MODELS for n, item in enumerate(_listed(content, kind))]
    told += [(f"{where}.mentions[{m}]", one) for where, item in told for m, one in enumerate(_listed(item, "mentions"))]
    for where, item in told:
        if isinstance(item, dict):
            own = {name: item[name] for name in GoldMention.model_fields if item.get(name) is not None}
            with suppress(ValidationError):  # it is told as a fault of the model
                yield where, GoldMention.model_validate(own)


def _listed(content: Any, name: str) -> list[Any]:
    """The list of this name in a JSON object; nothing where it is none."""
    found = content.get(name) if isinstance(content, dict) else None
    return found if isinstance(found, list) else []


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


def place_of(mention: GoldMention, text: str) -> tuple[int, int] | None:
    """The half-open span of the text where a quote stands, by `nth`; None where it does not."""
    at = -1
    for _ in range(mention.nth):
        at = text.find(mention.quote, at + 1)
        if at < 0:
            return None
    return at, at + len(mention.quote)
