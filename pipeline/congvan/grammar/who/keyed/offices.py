"""The office that writes a dispatch, from its letterhead: what `tỉnh`, `Sở` and `nhà trường` mean in its text."""

from __future__ import annotations

from types import MappingProxyType

from congvan.grammar.who.keyed.model import Body, Office, Place
from congvan.grammar.who.keyed.places import province_named
from congvan.grammar.who.keyed.printed import own_abbreviations
from congvan.grammar.who.keyed.reading import bodies_in_name

# Definitions stand where a name is used first; the rest of a long text would be read in vain.
MAX_DEFINING = 200_000


def office_of(
    issuer: str | None, parent: str | None = None, place: str | None = None, text: str | None = None
) -> Office:
    """The office by issuer, parent and place of issue as printed, and what its text defines in brackets.

    Its territory is what issuer and parent tell; the place of issue counts only where it is a province's name and
    issuer and parent tell no place.
    """
    short = MappingProxyType(own_abbreviations(text[:MAX_DEFINING]) if text else {})
    above = _read(parent, Office(short=short))
    territory = _territory(above)
    issuers = _read(issuer, Office(territory=MappingProxyType(territory), short=short))
    named = {**territory, **_territory(issuers)}
    if not named and not _is_central((*above, *issuers)) and (province := province_named(place or "")) is not None:
        named = {1: province}
        issuers = _read(issuer, Office(territory=MappingProxyType(named), short=short))
        named |= _territory(issuers)
    single = above[0] if len(above) == 1 else None
    return Office(issuers, single, MappingProxyType(named), short)


def _read(name: str | None, office: Office) -> tuple[Body, ...]:
    return bodies_in_name(name, office) if name else ()


def _territory(bodies: tuple[Body, ...]) -> dict[int, Place]:
    """Places by rank, as far as all bodies agree."""
    found: dict[int, Place] = {}
    clash: set[int] = set()
    for body in bodies:
        for place in body.places:
            if found.setdefault(place.rank, place) != place:
                clash.add(place.rank)
    return {rank: place for rank, place in found.items() if rank not in clash}


def _is_central(bodies: tuple[Body, ...]) -> bool:
    return any(body.level in ("state", "central") for body in bodies)
