"""docs/archive.md tells every view and table, column by column, as they are."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from congvan.archive import schema
from congvan.archive.folder import ARCHIVE_FILE
from congvan.archive.store import Store
from congvan.datamodel.record import ITEM_MODELS, Item
from congvan.query import TABLES

DOCS = (Path(__file__).parents[2] / "docs" / "archive.md").read_text(encoding="utf-8")
TOLD = {
    heading.strip("`"): re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    for heading, section in re.findall(r"^### (.+?)\n(.*?)(?=^##|\Z)", DOCS, re.MULTILINE | re.DOTALL)
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    folder = tmp_path_factory.mktemp("archive")
    Store.open(folder).close()
    connection = sqlite3.connect(folder / ARCHIVE_FILE)
    yield connection
    connection.close()


def columns(database: sqlite3.Connection, name: str) -> list[str]:
    return [row[1] for row in database.execute(f'PRAGMA table_info("{name}")')]


def views(database: sqlite3.Connection) -> set[str]:
    return {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}


def test_the_docs_tell_every_view_as_it_is(database: sqlite3.Connection) -> None:
    assert {name for name in TOLD if name.startswith("v_")} == views(database)
    for name in views(database):
        assert TOLD[name] == columns(database, name), name


def test_the_docs_tell_every_table_as_it_is() -> None:
    for table in schema.metadata.tables.values():
        if table.name not in ITEM_MODELS:
            assert set(TOLD[table.name]) == set(table.columns.keys()), table.name
    assert set(TOLD["Tables of the kinds"]) == set(Item.model_fields) | {"dispatch_id", "ordinal"}


def test_every_attribute_of_a_kind_stands_in_its_view(database: sqlite3.Connection) -> None:
    renamed = {"to": ("deliver_to", "awarded_to"), "of": ("out_of",)}
    for kind, model in ITEM_MODELS.items():
        there = set(columns(database, f"v_{kind}"))
        for attribute in model.model_fields.keys() - Item.model_fields.keys():
            assert there & {attribute, *renamed.get(attribute, ())}, f"{kind}.{attribute}"


def test_no_name_in_a_view_needs_quotation_marks(database: sqlite3.Connection) -> None:
    for name in views(database):
        for column in columns(database, name):
            database.execute(f"SELECT {column}, count(*) AS n FROM {name} AS v WHERE v.{column} = 1 GROUP BY {column}")


def test_every_table_that_can_be_exported_has_its_view(database: sqlite3.Connection) -> None:
    assert {f"v_{name}" for name in TABLES} | {"v_texts"} == views(database)
