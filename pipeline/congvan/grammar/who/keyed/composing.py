"""A body put together from what its name tells: key, canonical name, level, and what stands above it."""

from __future__ import annotations

from congvan.grammar.who.keyed.model import LEVELS, Body, Office, Place
from congvan.grammar.who.keyed.places import key_places, widened
from congvan.grammar.who.keyed.tables import Class, Kind, field_names, kind_rows

NATION = "viet-nam"


def composed(
    kind: Kind, title: str, key: str, places: tuple[Place, ...], office: Office, *, nation: bool = False
) -> Body | None:
    """The body of a kind with its title (field or own name, `key` its slug) and places, the widest first.

    None where its places don't tell one body (`key_places`).
    """
    wide = widened(places, office.territory)
    kept = key_places(wide)
    if kept is None:
        return None
    path = NATION if nation else "/".join(place.part for place in kept)
    title = field_names().get(key, title) if kind.takes == "branch" else title
    parent, under = _above(kind, kept, wide, nation=nation)
    seat = kind.kind.endswith("-uy") and kind.unit != ""  # `Tỉnh ủy Sơn Hà`: the head tells the unit
    printed = [place.name if seat else place.printed for place in kept[-1:]]
    name = " ".join(filter(None, (kind.canonical, title, *printed)))
    return Body(
        key="/".join(filter(None, (f"{kind.kind}:{key}" if key else kind.kind, path))),
        name=f"{name} Việt Nam" if nation and not name.endswith("Việt Nam") else name,
        kind=kind.kind,
        level=_level(kind, kept, nation=nation),
        parent=parent,
        under=under or parent,
        places=wide,
    )


def class_body(found: Class, places: tuple[Place, ...], office: Office) -> Body:
    """A class of bodies; of the places told, or of the office's own where its row says so."""
    if not places and found.at:
        place = office.territory.get(1 if found.at == "tinh" else 2)
        places = (place,) if place is not None and _is_below(office, place) else ()
    kept = key_places(widened(places, office.territory)) or ()
    key = "/".join((f"cac:{found.slug}", *(place.part for place in kept)))
    name = " ".join((found.name, *(place.printed for place in kept[-1:])))
    name = name if name.startswith("các") or " các " in name else f"các {name}"
    return Body(key, name, "cac", found.level, places=places)


def _is_below(office: Office, place: Place) -> bool:
    """Is the office itself of this place or narrower? What a ministry tells of `UBND các huyện` is of no province."""
    return office.issuer is None or (office.issuer.level not in ("state", "central") and place.rank > 0)


def _level(kind: Kind, kept: tuple[Place, ...], *, nation: bool) -> str | None:
    if nation:
        # Charter of Trade Unions: a branch's national union stands beside the provinces.
        return "province" if kind.kind.startswith("cong-doan") else "central"
    if kind.level:
        return kind.level
    return LEVELS[kept[-1].rank] if kept and kind.takes == "place" else None


def _above(
    kind: Kind, kept: tuple[Place, ...], wide: tuple[Place, ...], *, nation: bool
) -> tuple[str | None, str | None]:
    """The key above it as its own key tells, and as this dispatch tells."""
    rule, _, top = kind.above.partition("|")
    if nation or not rule:
        return top or None, None
    rows = kind_rows()
    if rule not in rows and rule != "^":
        return rule, None  # a whole key: `bo:cong-an`
    if rule != "^" and rows[rule].takes == "nothing":
        return rule, None
    if not kept:
        return None, None
    above_kind = kind.kind if rule == "^" else rule
    if rule != "^" and not _needs_wider(rows[rule], kept[-1]):
        return "/".join((above_kind, *(place.part for place in kept))), None
    if kept[-1].rank == 1:
        return top or None, None
    if len(kept) > 1:
        return "/".join((above_kind, *(place.part for place in kept[:-1]))), None
    wider = key_places(wide[:-1]) if len(wide) > 1 else None
    return None, "/".join((above_kind, *(place.part for place in wider))) if wider else None


def _needs_wider(above: Kind, place: Place) -> bool:
    """`Huyện ủy` stands under the `Tỉnh ủy` of its province, not under one of its own district."""
    return above.unit in ("tinh", "tp") and place.rank > 1
