"""Reviewed records in the contract's form become gold: what a person has looked through is what is true."""

from __future__ import annotations

from typing import Any

from congvan.annotations.exchange.placed import evidence
from congvan.annotations.gold import GOLD_MODELS, GoldField, GoldMention

FAMILY = "reviewed"
# What is told of the reading, and not of the document.
_OF_THE_READING = ("id", "source", "flags", "text", "header", *GOLD_MODELS)


def gold_of(record: dict[str, Any]) -> dict[str, Any]:
    """The gold record of a record with `text`, of the family `reviewed`; its id becomes its document's name."""
    text = record["text"]
    header = {name: field for name, field in record["header"].items() if field and field["value"] is not None}
    return {
        **{key: value for key, value in record.items() if key not in _OF_THE_READING},
        "doc": record["id"],
        "family": FAMILY,
        "header": {name: _placed(text, field, GoldField.model_fields) for name, field in header.items()},
        **{
            kind: [_placed(text, item, model.model_fields) for item in record.get(kind) or ()]
            for kind, model in GOLD_MODELS.items()
        },
    }


def _placed(text: str, item: dict[str, Any], known: Any) -> dict[str, Any]:
    """What gold may tell of an item; of several occurrences of its quote, which."""
    told = {name: value for name, value in item.items() if name in known and value not in (None, [], ())}
    if "mentions" in told:
        told["mentions"] = [_placed(text, mention, GoldMention.model_fields) for mention in told["mentions"]]
    return told | evidence(text, item["start"], item["end"])
