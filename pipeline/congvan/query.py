"""The reading side: an archive as pandas frames, as search hits, as records; nothing here can change it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Boolean, Connection, Float, Integer, select

from congvan.archive import rows, schema, search
from congvan.archive.connect import archive_errors, told_error
from congvan.archive.opening import open_for_reading
from congvan.archive.search import Hit
from congvan.datamodel.record import Record
from congvan.errors import UsageError
from congvan.grammar.time.due import MAX_DAYS, next_day

if TYPE_CHECKING:
    import pandas as pd

# A query for a person who waits; `--seconds` and `--rows` lift both.
DEFAULT_SECONDS = 60.0
DEFAULT_ROWS = 1_000_000

_NO_LIMIT = 2**31 - 2

# By file, then by number in the file: `...-2` before `...-10`.
_BY_DISPATCH = "substr(dispatch_id, 1, 12), length(dispatch_id), dispatch_id"

# The names that `table` and exports know, each the end of a view's name -> the order of its rows.
TABLES: dict[str, str] = {
    "documents": _BY_DISPATCH,
    **dict.fromkeys(schema.item_tables, f"{_BY_DISPATCH}, ordinal"),
    "header": f"{_BY_DISPATCH}, field",
    "flags": f"{_BY_DISPATCH}, ordinal",
    "citations": f"{_BY_DISPATCH}, ordinal, cited_dispatch_id",
    "missing": "times DESC, code, issued_on, issuer_body",
    "due": f"due_day IS NULL, due_day, {_BY_DISPATCH}, kind, ordinal",
    "bodies": "body",
    "body_links": f"{_BY_DISPATCH}, role, ordinal, member",
    "number_order": "body, series, year, number, dispatch_id",
    "files": "sha256",
    "paths": "path",
}


# The tables that the views show, where the name is not a kind's.
_BASES = {
    "documents": schema.dispatches,
    "header": schema.header_fields,
    "flags": schema.flags,
    "citations": schema.item_tables["references"],
    "missing": schema.item_tables["references"],
    "due": schema.item_tables["deadlines"],
    "bodies": schema.bodies,
    "body_links": schema.body_links,
    "number_order": schema.codes,
    "files": schema.files,
    "paths": schema.paths,
}
# A view's name of a column -> the table's, where SQL keeps that for itself (views.sql).
_SHOWN_AS = {
    "extractor": "by",
    "quote_start": "start",
    "quote_end": "end",
    "deliver_to": "to",
    "awarded_to": "to",
    "out_of": "of",
}
_COMPUTED = {"confidence": "float64", "copies": "Int64", "present": "boolean"} | dict.fromkeys(
    (
        *("dispatches", "issued", "deadlines", "targets", "awards", "received", "forms"),
        *("times", "days_back", "days_ahead"),
    ),
    "Int64",
)
_DTYPES: dict[type, str] = {Integer: "Int64", BigInteger: "Int64", Float: "float64", Boolean: "boolean"}


class Archive:
    """An archive open for reading, also while a nightly run writes: `with Archive("archive") as archive:`.

    An archive of an older congvan is migrated first. Raises UsageError where there is none, SetupError where
    it can't be read or a newer congvan made it.
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self._deadline = float("inf")
        self._engine = open_for_reading(self.folder, self._is_late)

    def close(self) -> None:
        """Releases the file. Closing twice is no fault."""
        self._engine.dispose()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def sql(self, query: str, *, limit: int = DEFAULT_ROWS, seconds: float = DEFAULT_SECONDS) -> pd.DataFrame:
        """The rows of one SELECT as a frame; whatever else the query tries is refused.

        Raises UsageError for what is no SELECT, for a mistake in it, for more than `limit` rows or `seconds`.
        """
        frame, more = self.first(query, rows=limit, seconds=seconds)
        if more:
            raise UsageError(f"the query gives more than {limit} rows.", "Narrow it, or ask for more.")
        return frame

    def first(
        self, query: str, *, rows: int = DEFAULT_ROWS, seconds: float = DEFAULT_SECONDS
    ) -> tuple[pd.DataFrame, bool]:
        """The first rows of one SELECT, and whether there were more. Raises as `sql`."""
        with self._reading(seconds) as connection:
            # The driver's own cursor: SQLAlchemy would take a colon in the query for a parameter.
            cursor = connection.connection.cursor()
            try:
                cursor.execute(query)
                found = cursor.fetchmany(rows + 1)
            except (sqlite3.Error, sqlite3.Warning, OverflowError, ValueError) as error:
                raise self._told(error, seconds) from error
            names = [column[0] for column in cursor.description or ()]
        if not names:
            raise UsageError("the query is empty.", "Write a SELECT.")
        return _frame(found[:rows], names), len(found) > rows

    def table(self, name: str) -> pd.DataFrame:
        """All rows of a kind (`references`, `deadlines`, ...) or another name of `TABLES`, in a fixed order.

        Columns are those of the view `v_<name>` (docs/archive.md) and have the same types, however few rows
        there are. Raises UsageError for any other name.
        """
        if name not in TABLES:
            raise UsageError(f"no table {name!r}.", f"There are: {', '.join(TABLES)}.")
        query = f"SELECT * FROM v_{name} ORDER BY {TABLES[name]}"
        frame = self.sql(query, limit=_NO_LIMIT, seconds=float("inf"))
        return frame.astype({column: _dtype(name, column) for column in frame.columns})

    def find(
        self,
        words: str = "",
        *,
        issuer: str | None = None,
        type: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = search.DEFAULT_LIMIT,
    ) -> list[Hit]:
        """The dispatches that hold the words, best first; see `archive.search.find`. Raises UsageError."""
        with self._reading() as connection, archive_errors(self.folder):
            return search.find(connection, words, issuer=issuer, type=type, since=since, until=until, limit=limit)

    def due(self, after: date, days: int, *, seconds: float = DEFAULT_SECONDS) -> pd.DataFrame:
        """What is due on the days after `after` up to `days` later: rows of v_due in order of `due_day`.

        A recurring duty counts with its next day after `after`, where its words tell one (`day_rule` is then
        `recurring`). Working days leave out Saturdays and Sundays alone: public holidays are not known.
        Raises UsageError for `days` that are no whole number of days from 1 to 3660.
        """
        if not 1 <= days <= MAX_DAYS:
            raise UsageError(f"{days} days.", f"Ask for 1 to {MAX_DAYS} days.")
        try:
            until = after + timedelta(days=days)
        except OverflowError as error:
            raise UsageError(f"{after} is too late a day.", "Ask for an earlier one.") from error
        span = f"due_day > '{after.isoformat()}' AND due_day <= '{until.isoformat()}'"
        query = f"SELECT * FROM v_due WHERE {span} OR recurs IS NOT NULL"
        frame = self.sql(query, limit=_NO_LIMIT, seconds=seconds)
        for at, (recurs, words) in enumerate(zip(frame["recurs"], frame["recurs_on"], strict=True)):
            if isinstance(recurs, str):
                day = next_day(recurs, words if isinstance(words, str) else None, after)
                within = day is not None and day <= until
                frame.at[at, "due_day"] = day.isoformat() if day is not None and within else None
                frame.at[at, "day_rule"] = "recurring"
        order = ["due_day", "dispatch_id", "kind", "ordinal"]
        return frame[frame["due_day"].notna()].sort_values(order, kind="stable", ignore_index=True)

    def bodies(self, dispatch_id: str) -> pd.DataFrame:
        """The bodies that a dispatch names, in order of role and item: rows of v_body_links."""
        with self._reading() as connection, archive_errors(self.folder):
            found, names = rows.read_body_links(connection, dispatch_id)
        return _frame(found, names)

    def show(self, dispatch_id: str, *, with_text: bool = False) -> Record:
        """The record of this id. Raises UsageError where there is none."""
        with self._reading() as connection, archive_errors(self.folder):
            record = rows.read_record(connection, dispatch_id, with_text=with_text)
        if record is None:
            raise UsageError(f"no dispatch {dispatch_id} in {self.folder}.", "`congvan find` shows the ids.")
        return record

    def records(self, *, with_text: bool = False) -> Iterator[Record]:
        """Every record, in order of id, one at a time."""
        with self._reading() as connection, archive_errors(self.folder):
            table = schema.dispatches
            query = select(table.c.id).order_by(table.c.sha256, table.c.ordinal)
            ids = connection.execute(query).scalars().all()
        for dispatch_id in ids:
            yield self.show(dispatch_id, with_text=with_text)

    @contextmanager
    def _reading(self, seconds: float = float("inf")) -> Iterator[Connection]:
        self._deadline = time.monotonic() + seconds
        try:
            with archive_errors(self.folder), self._engine.connect() as connection:
                yield connection
        finally:
            self._deadline = float("inf")

    def _is_late(self) -> bool:
        return time.monotonic() > self._deadline

    def _told(self, error: Exception, seconds: float) -> Exception:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
            advice = "Narrow it, or allow more with --seconds."
            return UsageError(f"the query took more than {seconds:g} s.", advice)
        if getattr(error, "sqlite_errorname", "") == "SQLITE_AUTH":
            return UsageError("the query was refused.", "Only SELECT may be asked of an archive.")
        told = told_error(self.folder, error)
        return told or UsageError(f"the query can't be answered: {error}.", "docs/archive.md tells the views.")


def _dtype(name: str, column: str) -> str:
    """The pandas type of a column of `v_<name>`: that of the table's column it shows, text where it shows none."""
    kept = _BASES.get(name, schema.item_tables.get(name))
    source = _SHOWN_AS.get(column, column)
    if column in _COMPUTED and (kept is None or source not in kept.columns):
        return _COMPUTED[column]
    if kept is None or source not in kept.columns:
        return "string"
    return _DTYPES.get(type(kept.columns[source].type), "string")


def _frame(found: Sequence[Any], names: list[str]) -> pd.DataFrame:
    """A frame with whole numbers kept whole where some are missing."""
    import pandas as pd

    frame = pd.DataFrame(found, columns=names)
    for at in range(len(names)):
        values = [row[at] for row in found if row[at] is not None]
        if values and len(values) < len(found) and all(type(value) is int for value in values):
            frame.isetitem(at, pd.array([row[at] for row in found], dtype="Int64"))
    return frame
