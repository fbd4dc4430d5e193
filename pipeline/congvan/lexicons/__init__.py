"""Fact tables (*.tsv), one row a fact, each with its source; `load` reads one."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def load(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `<name>.tsv` as dictionaries by column; lines that begin with `#` are remarks.

    Raises FileNotFoundError for an unknown table.
    """
    text = files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    columns = lines[0].split("\t")
    return tuple(dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:])
