"""Gold as typed models: the contract's items with a quote and without what only a program tells (confidence, by).

The models are made from those of the record contract, so that a new attribute is gold's too.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, Field, create_model

from congvan.datamodel.record import HEADER_FIELDS, ITEM_MODELS, BoxOnPage, Frozen, Item

Sense = Literal["duty", "target", "report", "other"]


class GoldMention(Frozen):
    """A place in the text: `quote` is an exact substring, `nth` (from 1) which of its occurrences."""

    quote: str = Field(min_length=1)
    nth: int = Field(default=1, ge=1)
    start: int | None = None
    end: int | None = None
    page: int | None = None
    boxes: tuple[BoxOnPage, ...] = ()


class GoldItem(GoldMention):
    """A fact; `optional`: it counts for nothing, found or not; `note`, `why`: the annotator's remark."""

    optional: bool = False
    mentions: tuple[GoldMention, ...] = ()
    note: str | None = None
    why: str | None = None


class GoldField(GoldMention):
    """A header field; `handwritten`: a pen filled it in."""

    value: str = Field(min_length=1)
    optional: bool = False
    handwritten: bool = False
    note: str | None = None


def _gold_model(model: type[Item]) -> type[GoldItem]:
    own: dict[str, Any] = {
        name: (field.annotation, field) for name, field in model.model_fields.items() if name not in Item.model_fields
    }
    return create_model(f"Gold{model.__name__}", __base__=GoldItem, **own)


# kind -> the model of its gold items, in the contract's order.
GOLD_MODELS: dict[str, type[GoldItem]] = {kind: _gold_model(model) for kind, model in ITEM_MODELS.items()}


class Annotated(Frozen):
    """Whatever holds items by kind."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    def of(self, kind: str) -> tuple[GoldItem, ...]:
        """The items of a kind."""
        return tuple(getattr(self, kind))

    def to_dict(self) -> dict[str, Any]:
        """As the JSON it was read from: what was not told is left out."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True)


class DispatchGold(Annotated):
    """The gold record of one dispatch; its header and items by kind stand in `GoldRecord`."""

    schema_: Literal["congvan/1"] = Field(alias="schema")
    doc: str | None = None
    form: str | None = None
    condition: str | None = None
    pages: tuple[int, ...] = ()
    unscored: tuple[str, ...] = ()
    note: str | None = None
    flags: tuple[dict[str, Any], ...] = ()


class SentenceGold(Annotated):
    """A sentence or list line: the day and the head it stands under, its senses; items stand in `GoldSentence`."""

    id: str = Field(min_length=1)
    issued_on: str | None = Field(default=None, pattern=r"^\d{4}-\d\d-\d\d$")
    above: str | None = None
    text: str = Field(min_length=1)
    senses: tuple[Sense, ...] = Field(min_length=1)
    note: str | None = None


_kinds: dict[str, Any] = {kind: (tuple[model, ...], ()) for kind, model in GOLD_MODELS.items()}  # type: ignore[valid-type]
_fields: dict[str, Any] = dict.fromkeys(HEADER_FIELDS, (GoldField | None, None))
GoldHeader = create_model("GoldHeader", __base__=Frozen, **_fields)
GoldRecord: type[DispatchGold] = create_model("GoldRecord", __base__=DispatchGold, header=(GoldHeader, ...), **_kinds)
GoldSentence: type[SentenceGold] = create_model("GoldSentence", __base__=SentenceGold, **_kinds)
