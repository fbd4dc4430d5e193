"""Full-text search: texts go into the index folded, and so do the words that are looked for."""

from __future__ import annotations

import unicodedata

from sqlalchemy import Connection, text

from congvan.text.folding import bare_word, lowered_word, words


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
    found = words(unicodedata.normalize("NFC", body))
    return {
        "key": key,
        "folded": " ".join(map(bare_word, found)),
        "exact": " ".join(map(lowered_word, found)),
    }
