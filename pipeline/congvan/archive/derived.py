"""What the archive derives from a record: keys of bodies, parts of codes, days on which something is due.

The printed values stay in the tables of the record; these rows only help to count, join and order. They are written
in the transaction of their dispatch, and all made anew (`refill`) when their rules or lexicons have changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, delete, exists, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from congvan.archive import schema
from congvan.archive.rows import Row, read_record
from congvan.datamodel.record import Deadline, Header, Period, Record
from congvan.grammar.documents.parts import code_parts
from congvan.grammar.time.due import day_after, day_of, is_handing_in, is_signing, last_day_of
from congvan.grammar.who.keyed.model import Body, Office
from congvan.grammar.who.keyed.offices import office_of
from congvan.grammar.who.keyed.reading import bodies_in_name
from congvan.lexicons import load

# Counted up when the rules change, so that existing archives are filled anew.
RULES = 1
LEXICONS = (
    "body_classes",
    "body_kinds",
    "body_organs",
    "body_words",
    "branches",
    "handing_in",
    "namesakes",
    "provinces",
    "start_events",
)


def rules_digest() -> str:
    """Changes whenever what is derived may."""
    told = "\n".join(repr([sorted(row.items()) for row in load(name)]) for name in LEXICONS)
    return hashlib.sha256(f"{RULES}\n{told}".encode()).hexdigest()


def write(connection: Connection, record: Record, text: str | None) -> None:
    """The derived rows of a dispatch whose own rows are there."""
    links = list(_links(record, text))
    for body in dict.fromkeys(body for _, body in links):
        row = {"key": body.key, "name": body.name, "kind": body.kind, "level": body.level, "parent": body.parent}
        statement = upsert(schema.bodies).values(**row)
        # Of several spellings of a name the last in order, so that the order of files does not matter: a letter
        # with its mark stands behind one without, a small letter behind a capital.
        longest = func.max(schema.bodies.c.name, statement.excluded.name)
        connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"name": longest}))
    _insert(connection, schema.body_links, [row for row, _ in links])
    _insert(connection, schema.codes, list(_codes(record)))
    _insert(connection, schema.due_days, list(_days(record)))


def keys_of_file(connection: Connection, sha256: str) -> list[str]:
    """The bodies that the dispatches of a file name."""
    links, dispatches = schema.body_links, schema.dispatches
    query = select(links.c.key).distinct().join(dispatches, dispatches.c.id == links.c.dispatch_id)
    return list(connection.execute(query.where(dispatches.c.sha256 == sha256)).scalars())


def forget(connection: Connection, keys: Iterable[str]) -> None:
    """Removes those of these bodies that no dispatch names any more."""
    bodies, links = schema.bodies, schema.body_links
    for key in keys:
        unnamed = ~exists().where(links.c.key == key)
        connection.execute(delete(bodies).where(bodies.c.key == key, unnamed))


def refill(connection: Connection) -> None:
    """Derives all rows anew from the records and texts that are there; no file is read."""
    for table in (*schema.DERIVED, schema.bodies):
        connection.execute(delete(table))
    ids = connection.execute(select(schema.dispatches.c.id).order_by(schema.dispatches.c.id)).scalars().all()
    for dispatch_id in ids:
        record = read_record(connection, dispatch_id, with_text=True)
        if record is not None:
            write(connection, record, record.text)


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _value(header: Header, name: str) -> str | None:
    found = getattr(header, name)
    return found.value if found is not None else None


def _links(record: Record, text: str | None) -> Iterator[tuple[Row, Body]]:
    issuer, parent = _value(record.header, "issuer"), _value(record.header, "parent")
    office = office_of(issuer, parent, _value(record.header, "place"), text)
    yield from _rows(record.id, "issuer", 0, issuer, office.issuers)
    above = Office(territory=office.territory, short=office.short)
    for role, ordinal, printed in _printed(record):
        if printed:
            within = above if role == "parent" else office
            yield from _rows(record.id, role, ordinal, printed, bodies_in_name(printed, within))


def _printed(record: Record) -> Iterator[tuple[str, int, str | None]]:
    """Role, place in its list and printed name of all that may be a body; an issuer stands apart."""
    yield "parent", 0, _value(record.header, "parent")
    kinds: tuple[tuple[str, str, Sequence[Any]], ...] = (
        ("reference_issuer", "issuer", record.references),
        ("owner", "owner", record.deadlines),
        ("deliver_to", "to", record.deadlines),
        ("population", "population", record.targets),
        ("conferrer", "conferrer", record.awards),
        ("recipient", "name", record.recipients),
    )
    for role, attribute, items in kinds:
        for ordinal, item in enumerate(items, 1):
            yield role, ordinal, getattr(item, attribute)


def _rows(
    dispatch_id: str, role: str, ordinal: int, printed: str | None, bodies: Sequence[Body]
) -> Iterator[tuple[Row, Body]]:
    for member, body in enumerate(bodies, 1):
        row: Row = {"dispatch_id": dispatch_id, "role": role, "ordinal": ordinal, "member": member, "key": body.key}
        yield row | {"organ": body.organ, "under": body.under, "printed": printed}, body


def _codes(record: Record) -> Iterator[Row]:
    printed = [_value(record.header, "code"), *(reference.code for reference in record.references)]
    for ordinal, code in enumerate(printed):
        if code:
            parts = code_parts(code)
            yield {
                "dispatch_id": record.id,
                "ordinal": ordinal,
                "folded": parts.folded,
                "number": parts.number,
                "year": parts.year,
                "series": parts.series,
                "tells_issuer": parts.tells_issuer,
            }


def _days(record: Record) -> Iterator[Row]:
    signed = day_of(_value(record.header, "issued_on") or "")
    deadlines = ((n, *_deadline_day(item, signed)) for n, item in enumerate(record.deadlines, 1))
    periods = ((n, *_window_day(item)) for n, item in enumerate(record.periods, 1))
    for kind, days in (("deadlines", deadlines), ("periods", periods)):
        for ordinal, day, rule in days:
            if day is not None:
                row: Row = {"dispatch_id": record.id, "kind": kind, "ordinal": ordinal}
                yield row | {"due_day": day.isoformat(), "rule": rule}


def _deadline_day(item: Deadline, signed: date | None) -> tuple[date | None, str]:
    if item.due_on is not None:
        return last_day_of(item.due_on), "printed" if day_of(item.due_on) else "end_of_printed"
    if item.within is None or item.within_unit is None or signed is None or not is_signing(item.counted_from):
        return None, ""
    return day_after(signed, item.within, item.within_unit), "counted"


def _window_day(item: Period) -> tuple[date | None, str]:
    return (last_day_of(item.end_on) if item.end_on and is_handing_in(item.what) else None), "window"
