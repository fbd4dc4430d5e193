"""The statements that make the views for analysts, with the columns that many of them share written once."""

from __future__ import annotations

from importlib.resources import files as package_files

# What stands for `{name}` in the files: of the dispatch `d` that a row is of, and of the item `i` of a record.
SHARED = {
    "dispatch": (
        "d.code AS dispatch_code",
        "d.type AS dispatch_type",
        "d.issuer AS dispatch_issuer",
        "d.issued_on AS dispatch_issued_on",
    ),
    "evidence": (
        "i.quote",
        "i.page",
        "i.confidence",
        'i."by" AS extractor',
        "i.start AS quote_start",
        'i."end" AS quote_end',
    ),
}
FILES = ("views.sql", "derived_views.sql")


def views_sql() -> str:
    """The statements: over the records, then over what is derived from them. Each ends with `;` at a line's end."""
    folder = package_files(__package__)
    told = "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in FILES)
    for name, columns in SHARED.items():
        told = told.replace(f"    {{{name}}}", ",\n".join(f"    {column}" for column in columns))
    return told
