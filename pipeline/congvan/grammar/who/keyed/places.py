"""Places in the names of bodies (`xã Đông Lĩnh, huyện Bình Khê`): the divisions of the State a name tells or means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import regex

from congvan.grammar.who.keyed.model import RANKS, WORDS, Place
from congvan.grammar.who.keyed.tables import kind_heads, namesakes, provinces, slug

# `Bà Rịa - Vũng Tàu` has four syllables, names of communes up to five.
MAX_SYLLABLES = 5

_UNITS = {word: unit for unit, word in WORDS.items()}
_UNIT = regex.compile(
    r"(?:(?:cấp|của|thuộc|trực thuộc|trên địa bàn|ở)\s){0,2}"
    r"(?P<unit>tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?!\p{L})"
    r"(?!\s(?:hội|uỷ|đoàn|nghiệp)(?!\p{L}))"
)
_SYLLABLE = regex.compile(r"(?P<dash>\s?-\s?|\s)?(?P<word>[\p{L}\p{M}\d][\p{L}\p{M}\d'’]*)")
_CHAINED, _BLANK = regex.compile(r"\s?[,-]?\s?"), regex.compile(r"\s?")
_LINKS = frozenset({"và", "hoặc", "cùng", "với", "của"})


@dataclass(frozen=True, slots=True)
class Told:
    """Places as told, the narrowest first: unit and printed name, "" where the unit stands alone; end of the words."""

    units: tuple[tuple[str, str], ...]
    end: int


def told_at(text: str, low: str, at: int) -> Told | None:
    """The places told at `at`, each wider than the one before, or None where no division is named."""
    units: list[tuple[str, str]] = []
    end = at
    while (match := _UNIT.match(low, _gap(low, end, chained=bool(units)))) is not None:
        unit = _UNITS[match["unit"]]
        name_end = name_at(text, low, match.end())
        name = text[match.end() : name_end].strip()
        if units and (RANKS[unit] >= RANKS[units[-1][0]] and not (unit == "tp" and RANKS[units[-1][0]] > 1)):
            break
        units.append((unit, name))
        end = name_end
        if not name:
            break
    return Told(tuple(units), end) if units else None


def name_at(text: str, low: str, at: int) -> int:
    """Where the proper name that begins at `at` ends: syllables with a capital, up to the next division or body."""
    end, capitals = at, text.isupper()
    for count in range(MAX_SYLLABLES):
        match = _SYLLABLE.match(text, end)
        if match is None or (count and not match["dash"]):
            break
        start = match.start("word")
        word = match["word"]
        if not (word[0].isupper() or word[0].isdigit()) or low[start : match.end()] in _LINKS:
            break
        if not capitals and len(word) > 1 and word.isupper():
            break  # `tỉnh SH`: an abbreviation that nothing here spells out
        if _UNIT.match(low, start) or ((head := kind_heads()[0].at(low, start)) and (" " in head or count)):
            break
        if not count and "-" in (match["dash"] or ""):
            break
        if "-" in (match["dash"] or "") and capitals and count < 2 and " " in (match["dash"] or ""):
            break
        end = match.end()
    return end


def placed(unit: str, name: str) -> Place:
    """A division by its unit and name; a city is of a province's rank where it is one of those."""
    name = " ".join(name.split())
    name = name.title() if name.isupper() else name
    key = slug(name)
    rank = RANKS[unit]
    if unit == "tp":
        rank = 1 if provinces().get(key, ("", ""))[0] == "tp" else 2
    return Place(unit, key, name, rank)


def province_named(name: str) -> Place | None:
    """The province or city of this name, if there is one."""
    found = provinces().get(slug(name))
    return Place(found[0], slug(name), found[1], 1) if found else None


def meant(unit: str, territory: Mapping[int, Place]) -> Place | None:
    """The division that `tỉnh` or `huyện` alone means in a paper of this territory, where that is sure."""
    for place in territory.values():
        if place.unit == unit:
            return place
    return None


def resolved(told: Told, territory: Mapping[int, Place]) -> tuple[Place, ...] | None:
    """The places told, the widest first; None where one that stands alone can't be known."""
    places = []
    for unit, name in told.units:
        place = placed(unit, name) if name else meant(unit, territory)
        if place is None:
            return None
        places.append(place)
    return tuple(reversed(places))


def widened(places: tuple[Place, ...], territory: Mapping[int, Place]) -> tuple[Place, ...]:
    """The places with the wider ones of the writing office before them, where those can hold them."""
    if not places:
        return ()
    wider = [territory[rank] for rank in range(1, places[0].rank) if rank in territory]
    return (*wider, *places)


def key_places(places: tuple[Place, ...]) -> tuple[Place, ...] | None:
    """Those that a key needs: a province or district its own name, a commune the one next above it too.

    None for a district whose name several provinces have, where no province is known.
    """
    if not places or places[-1].rank < 2:
        return places[-1:]
    last = places[-1]
    if last.rank == 2:
        if last.slug not in namesakes():
            return (last,)
        return places if places[0].rank == 1 else None
    above = [place for place in places[:-1] if place.rank == 2] or [place for place in places[:-1] if place.rank == 1]
    if above and above[-1].slug in namesakes() and places[0].rank == 1:
        return (places[0], above[-1], last)
    return (*above[-1:], last)


def _gap(low: str, at: int, *, chained: bool) -> int:
    gap = (_CHAINED if chained else _BLANK).match(low, at)
    return gap.end() if gap else at
