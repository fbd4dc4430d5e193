"""Offices of every kind, plainly invented, as they stand on a day."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from congvan import lexicons
from congvan.synth.world.model import TWO_LEVELS_SINCE, split
from congvan.synth.world.offices import OF_DISTRICTS, OFFICE_KINDS, PROVINCES, any_office
from congvan.synth.world.offices.joint import joined, partner_of
from congvan.synth.world.offices.unions import union_of_province
from congvan.synth.world.people import person

DAYS = (date(2013, 5, 6), date(2024, 1, 2), date(2025, 4, 1), date(2026, 3, 2))
CASES = [
    pytest.param(make, day, id=f"{make.__name__}-{day.year}")
    for make in OFFICE_KINDS
    for day in DAYS
    if day < TWO_LEVELS_SINCE or make not in OF_DISTRICTS
]


def some(make, day):
    """The office in several provinces, by several throws of the dice."""
    for seed, province in enumerate(PROVINCES):
        yield make(Random(seed), province.on(day))


@pytest.mark.parametrize(("make", "day"), CASES)
def test_an_office_has_everything_its_letters_need(make, day):
    for office in some(make, day):
        for field in (
            "name",
            "short",
            "symbol",
            "head",
            "place",
            "post",
            "deputy",
            "domain",
            "desk",
            "staff",
            "honour",
        ):
            assert getattr(office, field), field
        assert office.issuer
        assert all(line == line.upper() for line in (*office.issuer, *office.parent))
        assert office.symbol == "".join(office.symbol.split())
        assert min(len(office.addressees), len(office.owners), len(office.copies)) >= 2
        assert office.superiors
        assert ".vidu." in office.domain
        assert office.domain.isascii()


@pytest.mark.parametrize("make", [m for m in OFFICE_KINDS if m not in OF_DISTRICTS], ids=lambda m: m.__name__)
def test_no_district_is_left_after_june_2025(make):
    for office in some(make, date(2026, 3, 2)):
        words = " ".join((office.name, *office.issuer, *office.parent, *office.addressees, *office.owners)).lower()
        assert not any(word in words for word in ("huyện", "thị xã", "thị trấn"))
        assert office.level != "district" or "ủy" in office.name.lower()


def test_every_kind_of_office_writes():
    kinds = {any_office(Random(seed), DAYS[1])[0].kind for seed in range(200)}
    assert kinds == {"union", "committee", "department", "school", "hospital", "party", "youth"}


def test_no_province_is_a_real_one():
    real = {row["name"].casefold() for row in lexicons.load("provinces")}
    assert not real & {p.name.casefold() for p in PROVINCES}
    assert not real & {split(d)[1].casefold() for p in PROVINCES for d in p.districts}


def test_a_joint_issuer_has_both_names_and_both_symbols():
    province = PROVINCES[0]
    first = union_of_province(Random(1), province)
    second = partner_of(Random(1), first, province)
    both = joined(Random(1), first, second)
    assert both.symbol == f"{first.symbol}-{second.symbol}"
    assert " ".join(both.issuer).startswith(" ".join(first.issuer))
    assert both.issuer[-len(second.issuer) :] == second.issuer
    assert both.parent == ()


def test_names_are_whole_and_many():
    names = [person(Random(seed)) for seed in range(400)]
    assert len(set(names)) > 300
    assert all(name == " ".join(name.split()) and name.istitle() for name in names)
