"""Full-text search: texts go into the index folded, and so do the words that are looked for.

Plain words are matched without marks (`bau cu` finds `bầu cử`, `doan` finds `đoàn`); words in quotation marks
are matched as they are spelled, case and the style of tone marks aside. Nobody's input is ever FTS5 syntax:
only runs of letters and digits are passed on, each in quotation marks.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import regex
from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, literal_column, select, text

from congvan.archive import schema
from congvan.errors import UsageError
from congvan.text.folding import bare, bare_word, lowered_word, word_places, words

DEFAULT_LIMIT = 20

# Beyond this nobody types a query; FTS5's own parser gives up at some hundreds.
MOST_WORDS = 50
# A snippet shows about two lines of a terminal.
SNIPPET_WORDS = 24
# Words shown before the first hit of a snippet.
_LEAD = 4

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

    loose: tuple[tuple[str, ...], ...]
    exact: tuple[tuple[str, ...], ...]

    def expression(self) -> str:
        """The FTS5 expression; documents that hold the loose words side by side come first."""
        parts = []
        if self.loose:
            together = " ".join(_phrase(term) for term in self.loose)
            beside = _phrase(tuple(word for term in self.loose for word in term))
            parts.append(
                f"folded : ({beside} OR ({together}))" if len(self.loose) > 1 else f"folded : {beside}"
            )
        parts += (f"exact : {_phrase(term)}" for term in self.exact)
        return " AND ".join(parts)


def index(connection: Connection, key: int, body: str) -> None:
    """Adds a dispatch's text to the index under its `dispatches.key`."""
    statement = text("INSERT INTO dispatch_index(rowid, folded, exact) VALUES (:key, :folded, :exact)")
    connection.execute(statement, _indexed(key, body))


def unindex(connection: Connection, key: int, body: str) -> None:
    """Takes a dispatch out of the index; `body` must be the text it was indexed with."""
    statement = text(
        "INSERT INTO dispatch_index(dispatch_index, rowid, folded, exact) "
        "VALUES ('delete', :key, :folded, :exact)"
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


def _filters(
    issuer: str | None, type: str | None, since: str | None, until: str | None
) -> list[ColumnElement[bool]]:
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


def _phrase(term: tuple[str, ...]) -> str:
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


def snippet_of(
    body: str, loose: tuple[tuple[str, ...], ...], exact: tuple[tuple[str, ...], ...]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The stretch of `body` that shows most of the phrases, on one line, and where they stand in it.

    `loose` are phrases of `bare` words, `exact` of `lowered` ones. Empty where none of them is there.
    """
    places = word_places(body)
    starts = _phrase_starts([bare_word(body[a:b]) for a, b in places], loose)
    starts += _phrase_starts([lowered_word(body[a:b]) for a, b in places], exact)
    if not starts:
        return "", ()
    first = max(_best_window(sorted(starts)) - _LEAD, 0)
    last = min(first + SNIPPET_WORDS, len(places)) - 1
    begin, end = places[first][0], places[last][1]
    marks = sorted(
        {
            (places[at][0], places[at + len(term) - 1][1])
            for at, term in starts
            if _fits(at, term, first, last)
        }
    )
    before, after = "… " if first else "", " …" if last + 1 < len(places) else ""
    shown = regex.sub(r"\s", " ", body[begin:end])  # one blank for one: the marks keep their places
    return before + shown + after, tuple((a - begin + len(before), b - begin + len(before)) for a, b in marks)


def _fits(at: int, term: tuple[str, ...], first: int, last: int) -> bool:
    return first <= at and at + len(term) - 1 <= last


def _phrase_starts(
    tokens: list[str], phrases: tuple[tuple[str, ...], ...]
) -> list[tuple[int, tuple[str, ...]]]:
    """(index of its first token, phrase) wherever one of the phrases stands."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        by_first.setdefault(phrase[0], []).append(phrase)
    return [
        (at, phrase)
        for at, token in enumerate(tokens)
        for phrase in by_first.get(token, ())
        if tuple(tokens[at : at + len(phrase)]) == phrase
    ]


def _best_window(starts: list[tuple[int, tuple[str, ...]]]) -> int:
    """The token at which the window with most different phrases begins; the first of equals."""
    best, best_score, low = starts[0][0], 0, 0
    inside: Counter[tuple[str, ...]] = Counter()
    for at, phrase in starts:
        inside[phrase] += 1
        while at - starts[low][0] >= SNIPPET_WORDS - _LEAD:
            inside[starts[low][1]] -= 1
            inside += Counter()  # drops the zeros
            low += 1
        if len(inside) > best_score:
            best, best_score = starts[low][0], len(inside)
    return best
