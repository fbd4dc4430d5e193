"""What a reader is asked for: which pages of a file, and what may open it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Asked:
    """`pages`: numbers from 1, None for all; `passwords`: tried in their order on a locked file, never kept or told."""

    pages: frozenset[int] | None = None
    passwords: tuple[str, ...] = field(default=(), repr=False)

    def __contains__(self, number: int) -> bool:
        return self.pages is None or number in self.pages


EVERYTHING = Asked()


def spellings(passwords: Iterable[str]) -> list[str]:
    """Each in its order, composed and decomposed: keyboards write Vietnamese letters either way."""
    return list(dict.fromkeys(unicodedata.normalize(form, word) for word in passwords for form in ("NFC", "NFD")))
