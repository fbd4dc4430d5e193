"""Party committees and their boards (Guidance 36-HD/VPTW 2018: `*` under the issuer, `T/M`, `35-KH/HU`)."""

from __future__ import annotations

from datetime import date
from random import Random

from congvan.synth.world.model import Body, Office, Province, slug, split
from congvan.synth.world.offices.bodies import local_party, provincial_party

_NATION = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
_CENTRAL = Body("Ban Chấp hành Trung ương Đảng", "Trung ương Đảng", "TW", "central", "Ban Bí thư", party_codes=True)
# The boards of propaganda and of mass work became one in February 2025.
_JOINED = date(2025, 2, 1)


def party_of_province(rng: Random, province: Province) -> Office:
    own = provincial_party(province)
    places = "các xã, phường" if province.two_levels else "các huyện, thị, thành phố"
    return Office(
        own.name,
        own.short,
        own.symbol,
        own.level,
        own.head,
        party_codes=True,
        kind="party",
        issuer=(f"TỈNH ỦY {province.name.upper()}",),
        place=province.name,
        collective="BAN THƯỜNG VỤ",
        post="BÍ THƯ",
        deputy=rng.choice(("PHÓ BÍ THƯ", "PHÓ BÍ THƯ THƯỜNG TRỰC")),
        chief="CHÁNH VĂN PHÒNG",
        chief_deputy="PHÓ CHÁNH VĂN PHÒNG",
        addressees=(
            "Các đảng ủy, ban thường vụ cấp ủy trực thuộc",
            "Các ban xây dựng Đảng Tỉnh ủy",
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
        ),
        owners=(
            "các cấp ủy trực thuộc",
            "Ban Tổ chức Tỉnh ủy",
            f"cấp ủy {places}",
            "Đảng ủy UBND tỉnh" if province.merged else "Ban cán sự đảng UBND tỉnh",
            "Văn phòng Tỉnh ủy",
        ),
        superiors=(_CENTRAL,),
        copies=(
            "Văn phòng Trung ương Đảng (b/c)",
            "Các đồng chí Ủy viên Ban Chấp hành Đảng bộ tỉnh",
            "Các ban xây dựng Đảng Tỉnh ủy (để thực hiện)",
            "HĐND, UBND tỉnh (để phối hợp)",
        ),
        people="cán bộ, đảng viên",
        domain=f"tinhuy.{province.slug}.vidu.vn",
        nation=_NATION,
        behalf="T/M",
        deputies=False,
        desk="Văn phòng Tỉnh ủy",
        staff="Chánh Văn phòng Tỉnh ủy",
        honour=("Bằng khen", "Ban Thường vụ Tỉnh ủy", "province"),
    )


def party_of_district(rng: Random, province: Province) -> Office:
    """Huyện ủy, Thị ủy, Thành ủy."""
    district = rng.choice(province.districts)
    word, place = split(district)
    own, above = local_party(district), provincial_party(province)
    return Office(
        own.name,
        own.short,
        own.symbol,
        own.level,
        own.head,
        party_codes=True,
        kind="party",
        issuer=rng.choice(((own.name.upper(),), (own.name.upper(),), ("BAN CHẤP HÀNH ĐẢNG BỘ", district.upper()))),
        parent=rng.choice(((f"TỈNH ỦY {province.name.upper()}",), ("ĐẢNG BỘ " + province.caps,))),
        place=place,
        collective="BAN THƯỜNG VỤ",
        post="BÍ THƯ",
        deputy=rng.choice(("PHÓ BÍ THƯ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "PHÓ BÍ THƯ")),
        chief="CHÁNH VĂN PHÒNG",
        chief_deputy="PHÓ CHÁNH VĂN PHÒNG",
        addressees=(
            "Các chi bộ, đảng bộ trực thuộc",
            f"Ủy ban Mặt trận Tổ quốc và các đoàn thể {word}",
            f"Các ban xây dựng Đảng {own.short}",
        ),
        owners=(
            "các chi bộ, đảng bộ trực thuộc",
            "cấp ủy các cấp",
            f"Ban Tuyên giáo {own.short}",
            f"Văn phòng {own.short}",
            f"UBND {word}",
        ),
        superiors=(above,),
        copies=(
            "Ban Thường vụ Tỉnh ủy (b/c)",
            f"Các ban xây dựng Đảng {own.short} (để thực hiện)",
            f"Các đồng chí {own.short} viên",
            f"Thường trực HĐND, UBND {word} (để phối hợp)",
        ),
        people="cán bộ, đảng viên",
        domain=f"{slug(own.short)}{slug(place)}.vidu.vn",
        nation=_NATION,
        behalf="T/M",
        deputies=False,
        desk=f"Văn phòng {own.short}",
        staff=f"Chánh Văn phòng {own.short}",
        honour=("Giấy khen", own.head, "district"),
    )


def party_of_sector(rng: Random, province: Province) -> Office:
    """The Party committee over the offices of a province: Đảng ủy Khối, since 2025 Đảng ủy các cơ quan Đảng."""
    name, symbol = (
        ("Đảng ủy các cơ quan Đảng", "ĐU") if province.merged else ("Đảng ủy Khối các cơ quan và doanh nghiệp", "ĐUK")
    )
    above = provincial_party(province)
    return Office(
        f"{name} tỉnh {province.name}",
        "Đảng ủy Khối" if symbol == "ĐUK" else "Đảng ủy",
        symbol,
        "district",
        "Ban Thường vụ Đảng ủy Khối" if symbol == "ĐUK" else "Ban Thường vụ Đảng ủy",
        party_codes=True,
        kind="party",
        issuer=("ĐẢNG ỦY KHỐI CÁC CƠ QUAN", "VÀ DOANH NGHIỆP TỈNH") if symbol == "ĐUK" else (f"{name.upper()} TỈNH",),
        parent=(f"TỈNH ỦY {province.name.upper()}",),
        place=province.name,
        collective="BAN THƯỜNG VỤ",
        post="BÍ THƯ",
        deputy="PHÓ BÍ THƯ",
        chief="CHÁNH VĂN PHÒNG",
        addressees=("Các chi bộ, đảng bộ trực thuộc", "Cấp ủy các tổ chức cơ sở đảng", "Các đoàn thể khối"),
        owners=("các chi bộ, đảng bộ trực thuộc", "cấp ủy cơ sở", "các ban tham mưu", "Ủy ban Kiểm tra Đảng ủy"),
        superiors=(above,),
        copies=(
            "Ban Thường vụ Tỉnh ủy (b/c)",
            "Các đồng chí Ủy viên Ban Chấp hành (b/c)",
            "Các ban, văn phòng (để thực hiện)",
            "Trang TTĐT Đảng ủy",
        ),
        people="cán bộ, đảng viên, quần chúng",
        domain=f"dangbokhoi.{province.slug}.vidu.vn",
        nation=_NATION,
        behalf="T/M",
        deputies=False,
        desk="Văn phòng Đảng ủy",
        staff="Văn phòng Đảng ủy",
        honour=("Giấy khen", "Ban Thường vụ Đảng ủy", "district"),
    )


def party_of_commune(rng: Random, province: Province) -> Office:
    """Đảng ủy xã; or a branch of a school, before it under the district."""
    commune = rng.choice(province.communes[:3])
    word, place = split(commune)
    own = local_party(commune)
    above = provincial_party(province)
    if province.districts:
        above = local_party(rng.choice(province.districts))
    issuer = rng.choice(((f"ĐẢNG ỦY {commune.upper()}",), (f"ĐẢNG ỦY {word.upper()} {place.upper()}",)))
    return Office(
        own.name,
        own.short,
        own.symbol,
        own.level,
        own.head,
        party_codes=True,
        kind="party",
        issuer=issuer,
        parent=(above.name.upper(),),
        place=place,
        collective=rng.choice(("BAN THƯỜNG VỤ", "ĐẢNG ỦY")),
        post="BÍ THƯ",
        deputy="PHÓ BÍ THƯ",
        chief="CHÁNH VĂN PHÒNG" if province.two_levels else "",
        addressees=("Các chi bộ trực thuộc", f"Ủy ban nhân dân {word}", f"UBMTTQ và các đoàn thể {word}"),
        owners=("các chi bộ trực thuộc", "bí thư các chi bộ", f"UBND {word}", f"UBMTTQ và các đoàn thể {word}"),
        superiors=(above,),
        copies=(
            f"Ban Thường vụ {above.short} (b/c)",
            "Các đồng chí Đảng ủy viên",
            f"UBND, UBMTTQ {word} (để phối hợp)",
            "Các chi ủy cơ sở (để th/h)",
        ),
        people="cán bộ, đảng viên và Nhân dân",
        domain=f"{slug(place)}.{province.slug}.vidu.vn",
        nation=_NATION,
        behalf="T/M",
        deputies=False,
        desk=f"Văn phòng Đảng ủy {word}",
        staff="Văn phòng Đảng ủy",
        honour=("Giấy khen", own.head, "grassroots"),
    )


def party_board(rng: Random, province: Province) -> Office:
    """A board of the provincial Party committee: its head signs, a deputy `K/T` the head."""
    if province.day >= _JOINED:
        propaganda = ("Ban Tuyên giáo và Dân vận", "BTGDVTU", ("BAN TUYÊN GIÁO VÀ DÂN VẬN",))
    else:
        propaganda = ("Ban Tuyên giáo", "BTGTU", ("BAN TUYÊN GIÁO",))
    boards = (
        propaganda,
        ("Ban Tổ chức", "BTCTU", ("BAN TỔ CHỨC",)),
        *(() if province.day >= _JOINED else (("Ban Dân vận", "BDVTU", ("BAN DÂN VẬN",)),)),
    )
    name, symbol, lines = rng.choice(boards)
    above = provincial_party(province)
    return Office(
        f"{name} Tỉnh ủy {province.name}",
        f"{name} Tỉnh ủy",
        symbol,
        "province",
        f"Trưởng {name} Tỉnh ủy",
        party_codes=True,
        kind="party",
        issuer=lines,
        parent=(f"TỈNH ỦY {province.name.upper()}",),
        place=province.name,
        post="TRƯỞNG BAN",
        deputy=rng.choice(("PHÓ TRƯỞNG BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC")),
        chief="CHÁNH VĂN PHÒNG",
        addressees=(
            f"Ban {name.removeprefix('Ban ').lower()} các cấp ủy trực thuộc Tỉnh ủy",
            "Các đảng ủy trực thuộc Tỉnh ủy",
            "Các cơ quan báo chí của tỉnh",
        ),
        owners=("các cấp ủy trực thuộc", "đội ngũ báo cáo viên", "các cơ quan báo chí", "các phòng chuyên môn"),
        superiors=(above,),
        copies=(
            "Thường trực Tỉnh ủy (b/c)",
            "Lãnh đạo Ban (b/c)",
            "Các phòng, văn phòng Ban (để thực hiện)",
            "Trang tin điện tử của Ban",
        ),
        people="cán bộ, đảng viên",
        domain=f"{slug(symbol)}.{province.slug}.vidu.vn",
        nation=_NATION,
        behalf="T/M",
        desk="Văn phòng Ban",
        staff="Văn phòng Ban",
        honour=("Giấy khen", f"Trưởng {name} Tỉnh ủy", "province"),
    )
