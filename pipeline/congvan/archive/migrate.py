"""Brings an archive's tables to what this congvan knows: makes them, migrates them, or says that they are
newer.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal

from sqlalchemy import Column, Connection, delete, insert, inspect, select, text
from sqlalchemy.schema import CreateTable

from congvan.archive import derived, schema
from congvan.archive.views import views_sql
from congvan.errors import SetupError

State = Literal["empty", "older", "current"]


def layout_digest() -> str:
    """Changes whenever a table, a view or what is derived does."""
    tables = "".join(str(CreateTable(table)) for table in schema.metadata.sorted_tables)
    told = schema.HEAD + tables + schema.SEARCH_INDEX + views_sql() + derived.rules_digest()
    return hashlib.sha256(told.encode()).hexdigest()


def state_of(connection: Connection, folder: Path) -> State:
    """How far the archive is.

    Raises SetupError where it was made by a newer congvan or is some other program's file.
    """
    names = set(inspect(connection).get_table_names())
    if not names:
        return "empty"
    if not {"alembic_version", "meta"} <= names:
        raise SetupError(f"the database in {folder} is not congvan's.", "Choose another --archive.")
    if _meta(connection, "layout") == layout_digest():
        return "current"
    if _is_newer(connection):
        raise SetupError(f"the archive {folder} was made by a newer congvan.", "Upgrade congvan to open it.")
    return "older"


def _is_newer(connection: Connection) -> bool:
    """Its revision or one of its columns is unknown here."""
    from alembic.script import ScriptDirectory

    known = {script.revision for script in ScriptDirectory(str(_migrations())).walk_revisions()}
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    inspector = inspect(connection)
    return revision not in known or any(
        column["name"] not in table.c
        for table in schema.metadata.sorted_tables
        if inspector.has_table(table.name)
        for column in inspector.get_columns(table.name)
    )


def create(connection: Connection) -> None:
    """Makes all tables and views in an empty database."""
    schema.metadata.create_all(connection)
    connection.execute(text(schema.SEARCH_INDEX))
    _alembic("stamp", connection)
    _finish(connection)


def upgrade(connection: Connection) -> None:
    """Runs the migrations that are missing, adds the columns of new attributes, derives what is stale.

    The views are made anew.
    """
    _drop_views(connection)  # SQLite refuses to alter a table while a view does not fit
    _alembic("upgrade", connection)
    _add_missing(connection)
    if _meta(connection, "derived") != derived.rules_digest():
        derived.refill(connection)
    _finish(connection)


def _add_missing(connection: Connection) -> None:
    """An attribute that a record model has gained since: its column is empty in the old rows."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    operations = Operations(MigrationContext.configure(connection))
    schema.metadata.create_all(connection)
    inspector = inspect(connection)
    for table in schema.metadata.sorted_tables:
        there = {column["name"] for column in inspector.get_columns(table.name)}
        for column in table.columns:
            if column.name not in there:
                operations.add_column(table.name, Column(column.name, column.type))


def _finish(connection: Connection) -> None:
    _drop_views(connection)
    for statement in views_sql().split(";\n"):
        if statement.strip():
            connection.execute(text(statement))
    for key, value in (("layout", layout_digest()), ("derived", derived.rules_digest())):
        connection.execute(delete(schema.meta).where(schema.meta.c.key == key))
        connection.execute(insert(schema.meta).values(key=key, value=value))


def _meta(connection: Connection, key: str) -> str | None:
    return connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == key)).scalar()


def _drop_views(connection: Connection) -> None:
    for name in inspect(connection).get_view_names():
        connection.execute(text(f'DROP VIEW "{name}"'))


def _alembic(command: Literal["stamp", "upgrade"], connection: Connection) -> None:
    from alembic import command as commands
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_migrations()).replace("%", "%%"))
    config.attributes["connection"] = connection
    getattr(commands, command)(config, "head")


def _migrations() -> Path:
    return Path(__file__).parent / "migrations"
