"""The Youth Union, in the Party's manner with its own header: of a province, a district, a commune, a school."""

from __future__ import annotations

from random import Random

from congvan.synth.world.model import Body, Office, Province, initials, slug, split
from congvan.synth.world.offices.bodies import local_party, provincial_party, provincial_youth

_NATION = ("ĐOÀN TNCS HỒ CHÍ MINH",)
_CENTRAL = Body(
    "Trung ương Đoàn TNCS Hồ Chí Minh",
    "Trung ương Đoàn",
    "TWĐTN",
    "central",
    "Ban Bí thư Trung ương Đoàn",
    ("CTĐTN", "TNTH"),
    party_codes=True,
)
_PEOPLE = "đoàn viên, thanh thiếu nhi"


def youth_of_province(rng: Random, province: Province) -> Office:
    own = provincial_youth(province)
    below = "các xã, phường" if province.two_levels else "các huyện, thị, thành Đoàn"
    return Office(
        own.name,
        own.short,
        rng.choice(("TĐTN", "ĐTN")),
        own.level,
        own.head,
        ("PT", "TG", "VP", "XDĐ"),
        party_codes=True,
        kind="youth",
        issuer=rng.choice(
            (
                (f"TỈNH ĐOÀN {province.name.upper()}",),
                ("BAN CHẤP HÀNH ĐOÀN", province.caps),
                ("BCH ĐOÀN " + province.caps,),
            )
        ),
        parent=rng.choice(((), ("TRUNG ƯƠNG ĐOÀN",))),
        place=province.name,
        collective=rng.choice(("BAN THƯỜNG VỤ TỈNH ĐOÀN", "BTV TỈNH ĐOÀN")),
        post="BÍ THƯ",
        deputy=rng.choice(("PHÓ BÍ THƯ", "PHÓ BÍ THƯ THƯỜNG TRỰC")),
        chief="CHÁNH VĂN PHÒNG",
        chief_deputy="PHÓ CHÁNH VĂN PHÒNG",
        addressees=(
            f"Đoàn Thanh niên {below}" if province.two_levels else "Ban Thường vụ các huyện, thị, thành Đoàn",
            "Ban Chấp hành Đoàn trực thuộc",
            "Nhà Thiếu nhi tỉnh",
        ),
        owners=("các cơ sở Đoàn", "các đơn vị trực thuộc", "các ban, văn phòng Tỉnh Đoàn", "Nhà Thiếu nhi tỉnh"),
        superiors=(_CENTRAL, provincial_party(province)),
        copies=(
            "Ban Bí thư Trung ương Đoàn (b/c)",
            "Thường trực Tỉnh ủy (b/c)",
            "Các đ/c UV BTV Tỉnh Đoàn",
            "Các ban, văn phòng Tỉnh Đoàn (để t/h)",
            "Trang TTĐT Tỉnh Đoàn",
        ),
        people=_PEOPLE,
        domain=f"tinhdoan.{province.slug}.vidu.vn",
        nation=_NATION,
        deputies=False,
        desk=rng.choice(("Ban Phong trào", "Văn phòng Tỉnh Đoàn")),
        staff="Văn phòng Tỉnh Đoàn",
        honour=("Bằng khen", "Ban Thường vụ Tỉnh Đoàn", "province"),
        address=f"Số {rng.randint(2, 90)} phố Thanh Xuân Xanh, {province.name}",
    )


def youth_of_district(rng: Random, province: Province) -> Office:
    district = rng.choice(province.districts)
    word, place = split(district)
    short = {"huyện": "Huyện Đoàn", "thị xã": "Thị Đoàn", "thành phố": "Thành Đoàn"}[word]
    party = local_party(district)
    return Office(
        f"{short} {place}",
        short,
        {"huyện": "HĐTN", "thị xã": "ThĐTN", "thành phố": "ThĐTN"}[word],
        "district",
        f"Ban Thường vụ {short}",
        party_codes=True,
        kind="youth",
        issuer=rng.choice(((f"{short.upper()} {place.upper()}",), ("BCH ĐOÀN " + district.upper(),))),
        parent=(f"TỈNH ĐOÀN {province.name.upper()}",),
        place=place,
        collective=rng.choice((f"BAN THƯỜNG VỤ {short.upper()}", "BAN THƯỜNG VỤ")),
        post="BÍ THƯ",
        deputy="PHÓ BÍ THƯ",
        chief="PHÓ BÍ THƯ",
        addressees=(
            "Các cơ sở Đoàn trực thuộc",
            "Ban Chấp hành Đoàn các xã, thị trấn",
            "Đoàn trường các trường THPT",
        ),
        owners=("các cơ sở Đoàn", "Ban Chấp hành Đoàn các xã, thị trấn", "các chi đoàn trực thuộc", "Hội đồng Đội"),
        superiors=(provincial_youth(province), party),
        copies=(
            "Ban Thường vụ Tỉnh Đoàn (b/c)",
            f"Thường trực {party.short} (b/c)",
            f"Các đ/c UVBTV {short}",
            "Các cơ sở Đoàn (để t/h)",
        ),
        people=_PEOPLE,
        domain=f"{slug(short)}{slug(place)}.vidu.vn",
        nation=_NATION,
        deputies=False,
        desk=f"Văn phòng {short}",
        staff=f"Văn phòng {short}",
        honour=("Giấy khen", f"Ban Thường vụ {short}", "district"),
    )


def youth_of_base(rng: Random, province: Province) -> Office:
    """The Youth Union of a commune or a school."""
    if province.districts:
        word, town = split(rng.choice(province.districts))
        short = {"huyện": "Huyện Đoàn", "thị xã": "Thị Đoàn", "thành phố": "Thành Đoàn"}[word]
        above = Body(f"{short} {town}", short, "HĐTN", "district", f"Ban Thường vụ {short}", party_codes=True)
    else:
        above = provincial_youth(province)
    parent = (above.name.upper(),)
    if rng.random() < 0.45:
        place = rng.choice(province.schools)
        name, own, symbol = f"Đoàn Trường THPT {place}", "Đoàn trường", f"ĐTHPT{initials(place)}"
        lines = rng.choice(((f"ĐOÀN TRƯỜNG THPT {place.upper()}",), (f"BCH ĐOÀN TRƯỜNG THPT {place.upper()}",)))
        collective, owners = (
            "BAN THƯỜNG VỤ",
            ("các chi đoàn", "các lớp", "Ban Chấp hành các chi đoàn", "Đội Thanh niên tình nguyện"),
        )
        copies = (f"{above.short} (b/c)", "Chi ủy, Ban Giám hiệu (b/c)", "Các chi đoàn (để t/h)")
    else:
        commune = rng.choice(province.communes[:3])
        word, place = split(commune)
        name, own, symbol = f"Đoàn {commune}", f"Đoàn {word}", "ĐTN"
        lines = rng.choice(((f"BCH ĐOÀN {commune.upper()}",), (f"ĐOÀN {commune.upper()}",)))
        collective, owners = (
            f"BAN CHẤP HÀNH ĐOÀN {word.upper()}",
            ("các chi đoàn", "các cơ sở Đoàn, Hội, Đội", "bí thư các chi đoàn", "Liên đội các trường"),
        )
        copies = (
            f"{above.short} (để b/cáo)",
            f"TT ĐU-HĐND-UBND {word} (b/c)",
            "Các cơ sở Đoàn, Hội, Đội trực thuộc (để t/h)",
        )
    return Office(
        name,
        own,
        symbol,
        "grassroots",
        f"Ban Chấp hành {own}",
        party_codes=True,
        kind="youth",
        issuer=lines,
        parent=parent,
        place=place,
        collective=collective,
        post="BÍ THƯ",
        deputy="PHÓ BÍ THƯ",
        chief="",
        addressees=("Các chi đoàn trực thuộc", "Ban Chấp hành các chi đoàn", "Toàn thể đoàn viên, thanh niên"),
        owners=owners,
        superiors=(above, provincial_youth(province)) if province.districts else (above,),
        copies=(*copies, "Bảng tin thanh niên"),
        people=_PEOPLE,
        domain=f"doan{slug(place)}.vidu.vn",
        nation=_NATION,
        deputies=False,
        desk=f"Ban Chấp hành {own}",
        staff="các chi đoàn",
        honour=("Giấy khen", f"Ban Chấp hành {own}", "grassroots"),
    )
