"""The nouns of the invented country: bodies, offices with their letterheads, provinces with their places."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import date

from congvan.datamodel.record import Level

# Districts were abolished, and provinces have communes alone, since this day (Law 72/2025/QH15).
TWO_LEVELS_SINCE = date(2025, 7, 1)
# Departments of provinces were merged (Decree 45/2025/NĐ-CP).
MERGED_SINCE = date(2025, 3, 1)


@dataclass(frozen=True, slots=True)
class Body:
    """Somebody who issues documents, confers awards or receives reports.

    `name`: as written in a body text; `short`: its usual short form there; `symbol`: as in document numbers;
    `head`: the person who signs for it, as written in a body text; `units`: symbols of its parts, after a dash;
    `party_codes`: numbers in the Party's manner (`35-KH/HU`).
    """

    name: str
    short: str
    symbol: str
    level: Level
    head: str
    units: tuple[str, ...] = ()
    party_codes: bool = False


@dataclass(frozen=True, slots=True)
class Province:
    """An invented province as it stands on a `day`: its districts (with `huyện`, `thị xã` or `thành phố`; none since
    TWO_LEVELS_SINCE), communes, and names for schools, hospitals and companies."""

    name: str
    districts: tuple[str, ...]
    communes: tuple[str, ...]
    schools: tuple[str, ...]
    houses: tuple[str, ...]
    day: date = date(2024, 1, 2)

    def on(self, day: date) -> Province:
        """The same province on that day."""
        return replace(self, day=day, districts=() if day >= TWO_LEVELS_SINCE else self.districts)

    @property
    def slug(self) -> str:
        return slug(self.name)

    @property
    def two_levels(self) -> bool:
        return self.day >= TWO_LEVELS_SINCE

    @property
    def merged(self) -> bool:
        return self.day >= MERGED_SINCE

    @property
    def below(self) -> str:
        """How its offices call the places one level below."""
        return "xã, phường" if self.two_levels else "huyện, thị xã, thành phố"

    @property
    def caps(self) -> str:
        """`TỈNH HOÀI GIANG`, as letterheads have it."""
        return f"TỈNH {self.name.upper()}"


@dataclass(frozen=True, slots=True)
class Office(Body):
    """A body with its letterhead, signature block and the offices under it.

    `issuer`, `parent`: printed lines of the left header cell (parent may be empty); `collective`: what `TM.` stands
    before, empty where the head signs alone; `post`, `deputy`: posts of the signature block; `second`: a post that the
    signer holds elsewhere, printed over the name; `chief`: the post of who signs `TL.` the head, `chief_deputy` that of
    their deputy; `addressees`: whom it writes to; `owners`: how its text calls them; `superiors`: bodies whose
    documents it carries out; `copies`: who gets a copy, with a note in brackets; `people`: whom it unites; `nation`:
    lines of the right header cell, the last one ruled below; `behalf`: the abbreviation of `thay mặt`; `deputies`:
    whether a deputy signs `KT.` the head (in the Party's manner deputies sign for the collective themselves); `desk`:
    the part of it that collects what others send; `staff`: who is named first among those that carry its decisions
    out; `honour`: (form, conferrer as printed, level) of the award it confers itself; `address`: where it sits, for the
    contact line; `partner`: the other body of a joint dispatch; `about`: words of the fields of work it keeps to, all
    where empty.
    """

    kind: str = ""
    issuer: tuple[str, ...] = ()
    parent: tuple[str, ...] = ()
    place: str = ""
    collective: str = ""
    post: str = ""
    deputy: str = ""
    second: str = ""
    chief: str = ""
    chief_deputy: str = ""
    addressees: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    superiors: tuple[Body, ...] = ()
    copies: tuple[str, ...] = ()
    people: str = "cán bộ, công chức, viên chức, người lao động"
    domain: str = ""
    nation: tuple[str, ...] = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    behalf: str = "TM."
    deputies: bool = True
    desk: str = "Văn phòng"
    staff: str = "Chánh Văn phòng"
    honour: tuple[str, str, Level] | None = None
    address: str = ""
    partner: Office | None = None
    about: tuple[str, ...] = ()


def own_issuer(office: Office) -> tuple[str, ...]:
    """The office's own lines of the letterhead, without the body that issues with it."""
    if office.partner is None:
        return office.issuer
    lines = office.issuer[: -len(office.partner.issuer)]
    return (*lines[:-1], lines[-1].removesuffix(" -"))


_LEVEL_WORDS = ("thành phố", "thị xã", "huyện", "phường", "thị trấn", "xã")


def slug(name: str) -> str:
    """`Hoài Giang` as `hoaigiang`: for addresses."""
    bare = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(c for c in bare if c.isascii() and c.isalnum())


def split(place: str) -> tuple[str, str]:
    """`thành phố Hoài Giang` as its level word and its name. Raises ValueError where no level word opens it."""
    for word in _LEVEL_WORDS:
        if place.startswith(word + " "):
            return word, place[len(word) + 1 :]
    raise ValueError(place)


def initials(name: str) -> str:
    """`Bến Trăng` as `BT`: for symbols of schools and companies."""
    return "".join(word[0].upper() for word in name.split())


def domain(place: str, province: Province, top: str = "vidu.gov.vn") -> str:
    """`vidu` is Vietnamese for `example`."""
    return ".".join((*dict.fromkeys((slug(place), province.slug)), top))
