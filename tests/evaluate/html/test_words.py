"""Every name of the contract that a page may show has its words in both languages, and no other name has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args, get_origin

import pytest

from congvan.datamodel.record import HEADER_FIELDS, ITEM_MODELS, Item
from congvan.evaluate.causes import CAUSES
from congvan.evaluate.html.words import Words
from congvan.evaluate.report import SCORED
from congvan.lexicons import load


def own_attributes() -> Iterator[tuple[str, object]]:
    yield from ((f"header.{field}", str) for field in HEADER_FIELDS)
    for kind, model in ITEM_MODELS.items():
        for name, field in model.model_fields.items():
            if name not in Item.model_fields:
                yield f"{kind}.{name}", field.annotation


def listed(annotation: object) -> tuple[str, ...]:
    """The values of a Literal, alone or in a union with None."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next((get_args(part) for part in get_args(annotation) if get_origin(part) is Literal), ())


VALUES = [f"{name}.{value}" for name, annotation in own_attributes() for value in listed(annotation)]


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("kinds", list(SCORED)),
        ("causes", list(CAUSES)),
        ("attributes", [name for name, _ in own_attributes()]),
        ("listed_values", VALUES),
    ],
)
def test_every_name_has_its_words_and_no_other(table: str, names: list[str]) -> None:
    rows = load(table)
    assert sorted(next(iter(row.values())) for row in rows) == sorted(names)
    assert all(row["vi"] and row["en"] for row in rows)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "–"),
        (85.0, "85"),
        (0.5, "0.5"),
        (1_250_000_000.0, "1250000000"),
        (True, "True"),
        ("gt", "trên (>)"),
        ("khác", "khác"),
    ],
)
def test_values_are_said_as_a_person_says_them(value: object, shown: str) -> None:
    assert Words("vi").value("targets", "comparator", value) == shown


def test_a_value_is_said_by_its_attribute() -> None:
    words = Words("vi")
    assert words.value("deadlines", "bound", "by") == "chậm nhất"
    assert words.value("deadlines", "task", "by") == "by"
