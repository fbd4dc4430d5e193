"""Full-text search: texts go into the index folded, and so do the words that are looked for.

Plain words are matched without marks (`bau cu` finds `bầu cử`, `doan` finds `đoàn`); words in quotation marks
are matched as they are spelled, case and the style of tone marks aside. Nobody's input is ever FTS5 syntax:
only runs of letters and digits are passed on, each in quotation marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import regex
from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, literal_column, select, text

from congvan.archive import schema
from congvan.archive.snippet import Phrase, snippet_of
from congvan.errors import UsageError
from congvan.text.folding import bare, bare_word, lowered_word, words

DEFAULT_LIMIT = 20

# Beyond this nobody types a query; FTS5's own parser gives up at some hundreds.
MOST_WORDS = 50
_QUOTED = regex.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]')
_DAY = regex.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True)
class Hit:
    """One dispatch that was found, with its header and a stretch of its text.

    `marks`: half-open spans of `snippet` that hold the words looked for; both empty where none were.
    """

    dispatch_id: str
    code: str | None
    type: str | None
    issued_on: str | None
    issuer: str | None
    subject: str | None
    snippet: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class _Wanted:
    """A query taken apart: folded phrases of single words, and exact phrases, each a list of words."""

    loose: tuple[Phrase, ...]
    exact: tuple[Phrase, ...]

    def expression(self) -> str:
        """The FTS5 expression; documents that hold the loose words side by side come first."""
        parts = []
        if self.loose:
            together = " ".join(_phrase(term) for term in self.loose)
            beside = _phrase(tuple(word for term in self.loose for word in term))
            parts.append(f"folded : ({beside} OR ({together}))" if len(self.loose) > 1 else f"folded : {beside}")
        parts += (f"exact : {_phrase(term)}" for term in self.exact)
        return " AND ".join(parts)


def index(connection: Connection, key: int, body: str) -> None:
    """Adds a dispatch's text to the index under its `dispatches.key`."""
    statement = text("INSERT INTO dispatch_index(rowid, folded, exact) VALUES (:key, :folded, :exact)")
    connection.execute(statement, _indexed(key, body))


def unindex(connection: Connection, key: int, body: str) -> None:
    """Takes a dispatch out of the index; `body` must be the text it was indexed with."""
    statement = text(
        "INSERT INTO dispatch_index(dispatch_index, rowid, folded, exact) VALUES ('delete', :key, :folded, :exact)"
    )
    connection.execute(statement, _indexed(key, body))


def _indexed(key: int, body: str) -> dict[str, object]:
    found = words(body)
    return {
        "key": key,
        "folded": " ".join(map(bare_word, found)),
        "exact": " ".join(map(lowered_word, found)),
    }


def find(
    connection: Connection,
    query: str = "",
    *,
    issuer: str | None = None,
    type: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int = DEFAULT_LIMIT,
) -> list[Hit]:
    """The dispatches that hold all words of `query`, best first; without words the latest first.

    `issuer`: words of the issuing body's name, without regard to marks; `type`: `kế hoạch` or `ke hoach`;
    `since`, `until`: first and last day of issue (`2021-05-10`, `2021-05` or `2021`).
    Raises UsageError for a query without a letter or digit, too long a query, a malformed date or limit.
    """
    if limit < 1:
        raise UsageError(f"--limit {limit}: at least one dispatch must be shown.")
    wanted = _parse(query)
    table = schema.dispatches
    statement = select(table).where(*_filters(issuer, type, since, until))
    statement = _matched(statement, wanted).limit(limit)
    rows = connection.execute(statement).mappings().all()
    return [_hit(connection, row, wanted) for row in rows]


def _matched(statement: Select[Any], wanted: _Wanted) -> Select[Any]:
    table = schema.dispatches
    newest = table.c.issued_on.desc().nulls_last(), table.c.id
    expression = wanted.expression()
    if not expression:
        return statement.order_by(*newest)
    found = text("dispatch_index MATCH :expression").bindparams(expression=expression)
    index_row: ColumnElement[int] = literal_column("dispatch_index.rowid")
    statement = statement.join(text("dispatch_index"), index_row == table.c.key)
    return statement.where(found).order_by(literal_column("bm25(dispatch_index)"), *newest)


def _filters(issuer: str | None, type: str | None, since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    table = schema.dispatches
    filters: list[ColumnElement[bool]] = []
    filters += (func.instr(func.bare(table.c.issuer), bare_word(word)) > 0 for word in words(issuer or ""))
    if type:
        filters.append(func.bare(table.c.type) == " ".join(map(bare, words(type))))
    if since:
        filters.append(table.c.issued_on >= _day(since, "--since"))
    if until:
        # `2021` holds all of that year: only as much of the date is compared as was given.
        filters.append(func.substr(table.c.issued_on, 1, len(until)) <= _day(until, "--until"))
    return filters


def _day(value: str, option: str) -> str:
    if not _DAY.fullmatch(value):
        raise UsageError(f"{option} {value}: no date.", "Write 2021-05-10, 2021-05 or 2021.")
    return value


def _parse(query: str) -> _Wanted:
    exact = [tuple(map(lowered_word, words(phrase))) for phrase in _QUOTED.findall(query)]
    loose = [tuple(map(bare_word, words(term))) for term in _QUOTED.sub(" ", query).split()]
    wanted = _Wanted(tuple(filter(None, loose)), tuple(filter(None, exact)))
    if query.strip() and not (wanted.loose or wanted.exact):
        raise UsageError(f"nothing to look for in {query!r}.", "Name a word or a number.")
    if sum(map(len, wanted.loose + wanted.exact)) > MOST_WORDS:
        raise UsageError(f"more than {MOST_WORDS} words to look for.", "Choose the rarest ones.")
    return wanted


def _phrase(term: Phrase) -> str:
    return '"' + " ".join(term) + '"'


def _hit(connection: Connection, row: RowMapping, wanted: _Wanted) -> Hit:
    query = select(schema.texts.c.text).where(schema.texts.c.dispatch_id == row["id"])
    body = connection.execute(query).scalar_one_or_none() or ""
    snippet, marks = snippet_of(body, wanted.loose, wanted.exact)
    return Hit(
        dispatch_id=row["id"],
        code=row["code"],
        type=row["type"],
        issued_on=row["issued_on"],
        issuer=row["issuer"],
        subject=row["subject"],
        snippet=snippet,
        marks=marks,
    )
