"""Two bodies that issue one dispatch together: their names in one cell, their symbols in one number."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from congvan.synth.world.model import Office, Province
from congvan.synth.world.offices.committees import committee_of_district
from congvan.synth.world.offices.departments import department
from congvan.synth.world.offices.unions import union_of_district, union_of_province, union_of_school
from congvan.synth.world.offices.youth import youth_of_province


def partner_of(rng: Random, office: Office, province: Province) -> Office | None:
    """A body of the same place that could issue something with this office; None where none would."""
    at_province = (
        office.kind in ("union", "department") and office.level == "province"
    ) and "UBND" not in office.symbol
    if at_province and office.symbol.startswith("S"):
        return rng.choice((union_of_province, youth_of_province))(rng, province)
    if at_province and office.kind == "union":
        return department(rng, province)
    if office.kind == "school" and office.symbol.startswith("THPT"):
        return union_of_school(rng, replace(province, schools=(office.place,)))
    if office.kind == "union" and office.symbol == "LĐLĐ" and province.districts:
        where = office.name.removeprefix("Liên đoàn Lao động ")
        return committee_of_district(rng, replace(province, districts=(where,)))
    if office.kind == "committee" and office.level == "district":
        where = office.name.removeprefix("Ủy ban nhân dân ")
        return union_of_district(rng, replace(province, districts=(where,)))
    return None


def joined(rng: Random, first: Office, second: Office) -> Office:
    """The first office with the second one as its partner, as one issuer."""
    dash = rng.choice((" -", " -", ""))
    return replace(
        first,
        name=f"{first.name} và {second.name}",
        short=f"{first.short} và {second.short}",
        symbol=f"{first.symbol}-{second.symbol}",
        units=(),
        issuer=(*first.issuer[:-1], f"{first.issuer[-1]}{dash}", *second.issuer),
        parent=(),
        partner=second,
        nation=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        copies=tuple(dict.fromkeys((*first.copies[:4], *second.copies[:3]))),
    )
