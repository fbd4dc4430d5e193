"""The tables of an archive, made from the record models: a new attribute of a model is a new column.

docs/archive.md tells them column by column; analysts are better served by the views (views.sql).
"""

from __future__ import annotations

import types
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo
from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

from congvan.datamodel.record import HEADER_FIELDS, ITEM_MODELS, Flag, Frozen, HeaderField

# The newest migration (migrations/versions); an archive with a revision unknown here was made by a newer
# congvan.
HEAD = "0003"

# What a file's content came to; `unchanged`, `skipped` and `vanished` are states of a run, not of a content.
FILE_STATES = ("done", "partial", "failed", "unsupported", "secret")
# What is known of a path since the last run that looked at it.
PATH_STATES = ("present", "skipped", "failed", "unsupported", "vanished")

# What a body is to a dispatch or to one of its items.
BODY_ROLES = (
    "issuer",
    "parent",
    "reference_issuer",
    "owner",
    "deliver_to",
    "population",
    "conferrer",
    "recipient",
)
# How a day on which something is due is known: printed, the last day of a printed month or quarter, counted from
# the day of signing, the end of a span in which something is handed in.
DAY_RULES = ("printed", "end_of_printed", "counted", "window")

metadata = MetaData()


def column_type(annotation: Any) -> TypeEngine[Any]:
    """The SQL type that keeps a value of this annotation: scalars as they are, tuples as JSON.

    Raises TypeError for an annotation that no column can keep.
    """
    if get_origin(annotation) in (Union, types.UnionType):
        annotation = next(arg for arg in get_args(annotation) if arg is not type(None))
    if annotation is str or get_origin(annotation) is Literal:
        return Text()
    if annotation is int:
        return BigInteger()
    if annotation is float:
        return Float()
    if get_origin(annotation) is tuple:
        return JSON()
    raise TypeError(f"no column type for {annotation!r}")


def model_columns(model: type[Frozen]) -> list[Column[Any]]:
    """One column for each field of the model, in its order; what may be None is a column that may be null."""
    return [Column(name, column_type(f.annotation), nullable=_nullable(f)) for name, f in model.model_fields.items()]


def _nullable(field: FieldInfo) -> bool:
    return type(None) in get_args(field.annotation)


def _of_dispatch() -> Column[str]:
    target = ForeignKey("dispatches.id", ondelete="CASCADE")
    return Column("dispatch_id", Text, target, primary_key=True, nullable=False)


def _list_table(name: str, model: type[Frozen]) -> Table:
    """A table of the members of one list of a record; `ordinal` is the place in the list, from 1."""
    ordinal = Column("ordinal", Integer, primary_key=True, autoincrement=False)
    return Table(name, metadata, _of_dispatch(), ordinal, *model_columns(model))


meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

files = Table(
    "files",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("path", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("status", Text, CheckConstraint(f"status IN {FILE_STATES}"), nullable=False),
    Column("reason", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("advice", Text, nullable=False),
    Column("pages", Integer),
    Column("failed_pages", JSON, nullable=False),
    Column("dispatches", Integer, nullable=False),
    Column("secret_kept", Boolean, nullable=False),
    Column("settings", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("seconds", Float),
    Column("first_seen", Text, nullable=False),
    Column("last_seen", Text, nullable=False),
    Column("read_at", Text, nullable=False),
)

paths = Table(
    "paths",
    metadata,
    Column("path", Text, primary_key=True),
    Column("sha256", Text, ForeignKey("files.sha256"), index=True),
    Column("size", BigInteger),
    Column("mtime_ns", BigInteger),
    Column("status", Text, CheckConstraint(f"status IN {PATH_STATES}"), nullable=False),
    Column("reason", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("advice", Text, nullable=False),
    Column("first_seen", Text, nullable=False),
    Column("last_seen", Text, nullable=False),
)

dispatches = Table(
    "dispatches",
    metadata,
    Column("key", Integer, primary_key=True),  # the row of the search index
    Column("id", Text, nullable=False, unique=True),
    Column("sha256", Text, ForeignKey("files.sha256", ondelete="CASCADE"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("path", Text, nullable=False),
    Column("reading", Text, nullable=False),
    Column("pages", JSON, nullable=False),
    *(Column(field, Text) for field in HEADER_FIELDS),
    *(Column(f"{field}_confidence", Float) for field in HEADER_FIELDS),
    UniqueConstraint("sha256", "ordinal"),
)

header_fields = Table(
    "header_fields",
    metadata,
    _of_dispatch(),
    Column("field", Text, primary_key=True),
    *model_columns(HeaderField),
)

# kind -> its table; the names are the kinds of the contract ("references" needs quotation marks in SQL).
item_tables: dict[str, Table] = {kind: _list_table(kind, model) for kind, model in ITEM_MODELS.items()}

flags = _list_table("flags", Flag)

texts = Table("texts", metadata, _of_dispatch(), Column("text", Text, nullable=False))

# ---- derived from the records (derived.py): made anew whenever their rules or lexicons change

bodies = Table(
    "bodies",
    metadata,
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("level", Text),
    Column("parent", Text),
)

body_links = Table(
    "body_links",
    metadata,
    _of_dispatch(),
    Column("role", Text, CheckConstraint(f"role IN {BODY_ROLES}"), primary_key=True),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("member", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, ForeignKey("bodies.key"), nullable=False),
    Column("organ", Text),
    Column("under", Text),
    Column("printed", Text, nullable=False),
)

codes = Table(
    "codes",
    metadata,
    _of_dispatch(),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("folded", Text, nullable=False),
    Column("number", Integer),
    Column("year", Integer),
    Column("series", Text, nullable=False),
    Column("tells_issuer", Boolean, nullable=False),
)

due_days = Table(
    "due_days",
    metadata,
    _of_dispatch(),
    Column("kind", Text, CheckConstraint("kind IN ('deadlines', 'periods')"), primary_key=True),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("due_day", Text, nullable=False),
    Column("rule", Text, CheckConstraint(f"rule IN {DAY_RULES}"), nullable=False),
)

DERIVED = (body_links, codes, due_days)

Index("ix_body_links_key", body_links.c.key)
Index("ix_codes_folded", codes.c.folded, codes.c.ordinal)
Index("ix_due_days_due_day", due_days.c.due_day)
Index("ix_dispatches_code", dispatches.c.code)
Index("ix_dispatches_issued_on", dispatches.c.issued_on)
Index("ix_references_code", item_tables["references"].c.code)
Index("ix_deadlines_due_on", item_tables["deadlines"].c.due_on)

# Words are folded in Python before they come here (FTS5 does not fold đ), so the tokenizer only cuts at
# spaces. Without its own copy of the text (`content=''`) the index is a third of the size; rows are deleted
# by their old words.
SEARCH_INDEX = """
CREATE VIRTUAL TABLE dispatch_index USING fts5(
    folded, exact, content='', tokenize='unicode61 remove_diacritics 0'
)
"""
