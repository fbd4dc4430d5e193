"""Opening older, newer and foreign archives."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from congvan.archive import migrate, schema
from congvan.archive.folder import ARCHIVE_FILE
from congvan.archive.rows import PathRow
from congvan.archive.store import Store
from congvan.datamodel.record import ITEM_MODELS
from congvan.errors import SetupError
from congvan.query import Archive

from .records import PLAN_TEXT, file_row, plan


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    with Store.open(folder) as store:
        store.put(file_row(plan()), [plan()], [PLAN_TEXT])
    return folder


def change(folder: Path, *statements: str) -> None:
    connection = sqlite3.connect(folder / ARCHIVE_FILE)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


# An archive as an older congvan left it: no `rank` yet, no view, and its layout is another.
OLDER = (
    "DROP VIEW v_awards",
    "ALTER TABLE awards DROP COLUMN rank",
    "UPDATE meta SET value = 'older' WHERE key = 'layout'",
)


def test_a_new_archive_has_the_tables_of_the_models(folder: Path) -> None:
    with Store.open(folder) as store, store._transaction() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_ours})
        assert compare_metadata(context, schema.metadata) == []


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or not str(name).startswith(("dispatch_index", "alembic"))


def test_a_new_archive_is_at_the_newest_migration(folder: Path) -> None:
    assert ScriptDirectory(str(migrate._migrations())).get_current_head() == schema.HEAD
    with sqlite3.connect(folder / ARCHIVE_FILE) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(schema.HEAD,)]


def test_every_attribute_of_a_model_has_its_column() -> None:
    for kind, model in ITEM_MODELS.items():
        columns = set(schema.item_tables[kind].columns.keys())
        assert columns == set(model.model_fields) | {"dispatch_id", "ordinal"}


@pytest.mark.parametrize("annotation", [dict[str, str], bytes])
def test_an_attribute_no_column_can_keep_is_told(annotation: object) -> None:
    with pytest.raises(TypeError, match="no column type"):
        schema.column_type(annotation)


def test_an_older_archive_gains_its_columns_and_views_when_written(folder: Path) -> None:
    change(folder, *OLDER)
    with Store.open(folder) as store:
        assert store.record(plan().id) == plan()


def test_an_older_archive_gains_its_columns_and_views_when_read(folder: Path) -> None:
    change(folder, *OLDER)
    with Archive(folder) as archive:
        assert archive.table("awards")["rank"].isna().all()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE alembic_version SET version_num = '9999'",
        "ALTER TABLE awards ADD COLUMN colour TEXT",
    ],
)
def test_a_newer_archive_is_refused_by_reader_and_writer(folder: Path, statement: str) -> None:
    change(folder, statement, "UPDATE meta SET value = 'newer' WHERE key = 'layout'")
    with pytest.raises(SetupError, match="made by a newer congvan"):
        Store.open(folder)
    with pytest.raises(SetupError, match="made by a newer congvan"):
        Archive(folder)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    change(tmp_path, "CREATE TABLE recipes (name TEXT)")
    with pytest.raises(SetupError, match="not congvan's"):
        Store.open(tmp_path)
    with pytest.raises(SetupError, match="not congvan's"):
        Archive(tmp_path)


def test_opening_a_current_archive_changes_no_byte(folder: Path) -> None:
    before = (folder / ARCHIVE_FILE).read_bytes()
    Store.open(folder).close()
    Archive(folder).close()
    assert (folder / ARCHIVE_FILE).read_bytes() == before


def test_paths_of_an_older_archive_may_be_unsupported_once_it_is_written(folder: Path) -> None:
    change(
        folder,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, '''unsupported'', ', '') WHERE name = 'paths'",
        "UPDATE alembic_version SET version_num = '0001'",
        "UPDATE meta SET value = 'older' WHERE key = 'layout'",
    )
    with Store.open(folder) as store:
        before = [row.path for row in store.paths()]
        store.see([PathRow("tui.zip/lien-ket", None, status="unsupported", reason="member_link")])
        assert [row.path for row in store.paths()] == sorted([*before, "tui.zip/lien-ket"])
        assert store.record(plan().id) == plan()
