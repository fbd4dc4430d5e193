"""What is known of a body by its name: its key, its place in the hierarchy, and of the office that writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

# Units of the State's divisions by their rank; communes are `grassroots` in the contract's words.
RANKS = {"tinh": 1, "tp": 1, "huyen": 2, "quan": 2, "thi-xa": 2, "xa": 3, "phuong": 3, "thi-tran": 3, "dac-khu": 3}
LEVELS = {1: "province", 2: "district", 3: "grassroots"}
WORDS = {
    "tinh": "tỉnh",
    "tp": "thành phố",
    "huyen": "huyện",
    "quan": "quận",
    "thi-xa": "thị xã",
    "xa": "xã",
    "phuong": "phường",
    "thi-tran": "thị trấn",
    "dac-khu": "đặc khu",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A division of the State: `unit` as in `RANKS`, `slug` and printed `name`; `rank` 1 province to 3 commune."""

    unit: str
    slug: str
    name: str
    rank: int

    @property
    def part(self) -> str:
        """Its part of a key: `tinh:son-ha`."""
        return f"{self.unit}:{self.slug}"

    @property
    def printed(self) -> str:
        """`tỉnh Sơn Hà`."""
        return f"{WORDS[self.unit]} {self.name}"


@dataclass(frozen=True, slots=True)
class Body:
    """A body that a name tells.

    `key`: `KIND[:NAME][/UNIT:PLACE]...`, bare letters; a class of bodies has the kind `cac`
    (`cac:ubnd-huyen/tinh:son-ha`). `name`: a canonical printed form; `level`: of the contract (`state` to
    `grassroots`) or None; `parent`: the key above it as far as its own key tells; `under`: the key above it that
    this name or this dispatch tells; `organ`: the post or organ by which it is named (`chủ tịch`); `places`: where
    it is, the widest first.
    """

    key: str
    name: str
    kind: str
    level: str | None = None
    parent: str | None = None
    under: str | None = None
    organ: str | None = None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """The office that writes: `issuers` (several of a joint paper), its superior, its territory by rank, and the
    abbreviations its document defines (`NN&PTNT` -> words).
    """

    issuers: tuple[Body, ...] = ()
    above: Body | None = None
    territory: Mapping[int, Place] = field(default_factory=lambda: MappingProxyType({}))
    short: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def issuer(self) -> Body | None:
        """The one body that issues; None of a joint paper."""
        return self.issuers[0] if len(self.issuers) == 1 else None
