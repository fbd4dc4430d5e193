"""The rule for what is attached to a secret file: the stamp on a cover closes all that lies in it, however deep."""

from __future__ import annotations

from collections.abc import Collection

from congvan.reading import READERS
from congvan.reading.containers.unpacked import Begin


class Covers:
    """The containers that are open, by name, and which of them bear a stamp. A *cover* is one with pages of its own."""

    def __init__(self) -> None:
        self._around: dict[str, str] = {}
        self._covers: set[str] = set()
        self._secret: set[str] = set()

    def begin(self, found: Begin) -> None:
        """A container was opened."""
        self._around[found.file.name] = found.file.container
        if found.form in READERS:
            self._covers.add(found.file.name)

    def tell(self, name: str, status: str) -> None:
        """What the pages of a file came to; of a file that holds none it does not matter."""
        if status == "secret" and name in self._covers:
            self._secret.add(name)

    def end(self, name: str) -> None:
        """All that a container holds was told."""
        self._around.pop(name, None)
        self._covers.discard(name)
        self._secret.discard(name)

    def closed(self, name: str) -> bool:
        """Whether the container of this name ("" for none), or one around it, is secret."""
        while name and name not in self._secret:
            name = self._around.get(name, "")
        return bool(name)

    def nearest(self, name: str) -> str:
        """The cover that lies nearest around what is in the container of this name; "" where there is none."""
        while name and name not in self._covers:
            name = self._around.get(name, "")
        return name


def all_secret(states: Collection[str]) -> bool:
    """Whether a container without pages is secret itself: it holds something, and all of it is."""
    return bool(states) and set(states) == {"secret"}
