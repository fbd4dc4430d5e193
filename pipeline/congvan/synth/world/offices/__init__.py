"""The invented country in which the dispatches are written: offices, their parents, symbols, posts and people.

No province, district, commune, school, hospital or company here exists. National bodies and the country's ways of
naming (levels, symbols, posts) are real, because a dispatch without them would not read like one. One file a kind of
office; each maker takes dice and a province as it stands on a day.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random

from congvan.synth.world.model import Body, Office, Province
from congvan.synth.world.offices.committees import (
    board_of_province,
    committee_of_commune,
    committee_of_district,
    committee_of_province,
)
from congvan.synth.world.offices.departments import department, management_board, room
from congvan.synth.world.offices.hospitals import hospital, medical_centre
from congvan.synth.world.offices.party import (
    party_board,
    party_of_commune,
    party_of_district,
    party_of_province,
    party_of_sector,
)
from congvan.synth.world.offices.schools import college, high_school, lower_school
from congvan.synth.world.offices.unions import (
    union_of_branch,
    union_of_commune,
    union_of_company,
    union_of_district,
    union_of_province,
    union_of_school,
)
from congvan.synth.world.offices.youth import youth_of_base, youth_of_district, youth_of_province
from congvan.synth.world.people import person
from congvan.synth.world.places import PROVINCES

Maker = Callable[[Random, Province], Office]
# Kind of office -> (weight, its makers): unions and committees write most.
_KINDS: dict[str, tuple[float, tuple[Maker, ...]]] = {
    "union": (
        0.24,
        (
            union_of_province,
            union_of_district,
            union_of_branch,
            union_of_company,
            union_of_school,
            union_of_commune,
        ),
    ),
    "committee": (0.2, (committee_of_province, committee_of_district, committee_of_commune, board_of_province)),
    "department": (0.17, (department, department, room, management_board)),
    "school": (0.14, (high_school, lower_school, college)),
    "hospital": (0.07, (hospital, medical_centre)),
    "party": (0.1, (party_of_province, party_of_district, party_of_sector, party_of_commune, party_board)),
    "youth": (0.08, (youth_of_province, youth_of_district, youth_of_base)),
}
OFFICE_KINDS: tuple[Maker, ...] = tuple(dict.fromkeys(make for _, makers in _KINDS.values() for make in makers))
# What was abolished together with the districts.
OF_DISTRICTS = frozenset(
    (union_of_district, union_of_branch, committee_of_district, party_of_district, youth_of_district)
)


def any_office(rng: Random, day: date) -> tuple[Office, Province]:
    """One of the invented offices as it stands on the day, and its province."""
    province = rng.choice(PROVINCES).on(day)
    kind = rng.choices(list(_KINDS), [weight for weight, _ in _KINDS.values()])[0]
    makers = [m for m in _KINDS[kind][1] if province.districts or m not in OF_DISTRICTS]
    return rng.choice(makers)(rng, province), province


__all__ = ["OFFICE_KINDS", "OF_DISTRICTS", "PROVINCES", "Body", "Office", "Province", "any_office", "person"]
