"""What a check sees of a record, and how it names a value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from congvan.datamodel.record import Header, Item

I = TypeVar("I", bound=Item)  # noqa: E741


@dataclass(frozen=True, slots=True)
class Facts:
    """The chosen header and the chosen items of each kind."""

    header: Header
    items: Mapping[str, Sequence[Item]]

    def value(self, field: str) -> str | None:
        """The value of a header field; None where there is none."""
        found = getattr(self.header, field)
        return found.value if found else None

    def of(self, model: type[I], kind: str) -> Iterator[tuple[str, I]]:
        """`(deadlines.1, item)` for each item of a kind, counted from 1 as in the archive."""
        for n, item in enumerate(self.items.get(kind, ()), 1):
            if isinstance(item, model):
                yield f"{kind}.{n}", item


# A check yields (field, detail) of whatever does not fit.
Finding = tuple[str, str]
Check = Callable[[Facts], Iterator[Finding]]


def day_of(value: str | None) -> date | None:
    """The day that an ISO value names; None for a month, a quarter or no calendar's day."""
    if value is None or len(value) != len("2022-03-08"):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
