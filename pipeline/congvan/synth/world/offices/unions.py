"""Trade unions: of a province, a district, a branch of work, the civil servants, a company, a school, a commune."""

from __future__ import annotations

from random import Random

from congvan.synth.world.model import Body, Office, Province, initials, slug, split
from congvan.synth.world.offices.bodies import (
    NATIONAL_UNION,
    education,
    local_committee,
    local_party,
    provincial_committee,
    provincial_party,
    provincial_union,
)

_LAWFUL = "đoàn viên, người lao động"


def union_of_province(rng: Random, province: Province) -> Office:
    own = provincial_union(province)
    ranks = ("công đoàn các xã, phường",) if province.two_levels else (f"các LĐLĐ {province.below}",)
    return Office(
        own.name,
        own.short,
        own.symbol,
        own.level,
        own.head,
        own.units,
        kind="union",
        issuer=("LIÊN ĐOÀN LAO ĐỘNG", province.caps),
        parent=rng.choice((("TỔNG LIÊN ĐOÀN LAO ĐỘNG", "VIỆT NAM"), ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",))),
        place=province.name,
        collective="BAN THƯỜNG VỤ",
        post="CHỦ TỊCH",
        deputy=rng.choice(("PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC")),
        chief="CHÁNH VĂN PHÒNG",
        chief_deputy="PHÓ CHÁNH VĂN PHÒNG",
        addressees=(
            "Công đoàn các xã, phường" if province.two_levels else "Liên đoàn Lao động các huyện, thị xã, thành phố",
            "Công đoàn cấp trên trực tiếp cơ sở" if province.two_levels else "Công đoàn ngành địa phương",
            "Công đoàn cơ sở trực thuộc LĐLĐ tỉnh",
        ),
        owners=("các cấp công đoàn", "các công đoàn cơ sở trực thuộc", "các ban LĐLĐ tỉnh", *ranks),
        superiors=(provincial_committee(province), NATIONAL_UNION, provincial_party(province)),
        copies=(
            "Thường trực Tỉnh ủy (b/c)",
            "Tổng LĐLĐ Việt Nam (b/c)",
            "Ban Dân vận Tỉnh ủy (b/c)",
            "Các đ/c Ủy viên Ban Thường vụ LĐLĐ tỉnh",
            "Các ban LĐLĐ tỉnh (để th/h)",
            "Trang tin điện tử LĐLĐ tỉnh",
            "Báo Lao động - Công đoàn tỉnh (đưa tin)",
        ),
        people=rng.choice((_LAWFUL, "đoàn viên, CNVCLĐ")),
        domain=f"congdoan.{province.slug}.vidu.vn",
        desk=rng.choice(("Ban Tuyên giáo - Nữ công", "Ban Chính sách - Pháp luật", "Ban Tổ chức")),
        staff="Văn phòng",
        honour=("Bằng khen", own.short, "province"),
        address=f"Số 12 đường Hoa Gạo, {'phường' if province.two_levels else 'thành phố'} {province.name}",
    )


def union_of_district(rng: Random, province: Province) -> Office:
    district = rng.choice(province.districts)
    word, place = split(district)
    party = local_party(district)
    return Office(
        f"Liên đoàn Lao động {district}",
        f"LĐLĐ {word}",
        "LĐLĐ",
        "district",
        f"Ban Thường vụ LĐLĐ {word}",
        kind="union",
        issuer=("LIÊN ĐOÀN LAO ĐỘNG", district.upper()),
        parent=rng.choice((("LIÊN ĐOÀN LAO ĐỘNG", province.caps), (f"LĐLĐ {province.caps}",))),
        place=place,
        collective="BAN THƯỜNG VỤ",
        post="CHỦ TỊCH",
        deputy="PHÓ CHỦ TỊCH",
        chief="CHỦ TỊCH",
        addressees=(
            f"Công đoàn cơ sở các cơ quan, đơn vị, doanh nghiệp trên địa bàn {word}",
            f"Công đoàn các trường học trực thuộc LĐLĐ {word}",
            f"Công đoàn cơ sở các xã, thị trấn thuộc {word}",
        ),
        owners=("các công đoàn cơ sở", "các CĐCS trực thuộc", "Ban Chấp hành các công đoàn cơ sở"),
        superiors=(provincial_union(province), provincial_committee(province), party),
        copies=(
            "LĐLĐ tỉnh (b/c)",
            f"Thường trực {party.short} (b/c)",
            f"UBND {word} (để phối hợp)",
            f"Các đ/c Ủy viên Ban Chấp hành LĐLĐ {word}",
            f"Ban Dân vận {party.short}",
        ),
        people="đoàn viên, CNVCLĐ",
        domain=f"congdoan.{slug(place)}.vidu.vn",
        desk=f"bộ phận Văn phòng LĐLĐ {word}",
        staff="Văn phòng",
        honour=("Giấy khen", f"LĐLĐ {word}", "district"),
        address=f"Khu hành chính {district}, tỉnh {province.name}",
    )


# A branch of work: name, short form, symbol, whom it unites.
_BRANCHES = (
    ("Công đoàn Giáo dục", "CĐGD tỉnh", "CĐGD", "cán bộ, nhà giáo, người lao động"),
    ("Công đoàn ngành Y tế", "Công đoàn ngành Y tế", "CĐYT", "cán bộ, viên chức, người lao động ngành y tế"),
    ("Công đoàn ngành Xây dựng", "CĐN Xây dựng", "CĐXD", "công nhân, viên chức, lao động"),
    ("Công đoàn ngành Nông nghiệp", "CĐN Nông nghiệp", "CĐNN", "đoàn viên, CNVCLĐ"),
    ("Công đoàn Viên chức", "CĐVC tỉnh", "CĐVC", "cán bộ, đoàn viên, CNVCLĐ"),
    ("Công đoàn các Khu công nghiệp", "Công đoàn các KCN", "CĐKCN", "đoàn viên, công nhân lao động"),
)


def union_of_branch(rng: Random, province: Province) -> Office:
    """A union of a branch of work, directly above the grassroots; abolished with the districts."""
    name, short, symbol, people = rng.choice(_BRANCHES)
    parent = rng.choice((("LIÊN ĐOÀN LAO ĐỘNG", province.caps), (f"LIÊN ĐOÀN LAO ĐỘNG {province.caps}",)))
    lines = rng.choice(((name.upper(),), (name.upper(), province.caps)))
    return Office(
        f"{name} tỉnh {province.name}",
        short,
        symbol,
        "district",
        f"Ban Thường vụ {short}",
        kind="union",
        issuer=lines,
        parent=parent,
        place=province.name,
        collective="BAN THƯỜNG VỤ",
        post="CHỦ TỊCH",
        deputy="PHÓ CHỦ TỊCH",
        chief="CHỦ TỊCH",
        addressees=(
            "Công đoàn cơ sở trực thuộc",
            "Ban Chấp hành các công đoàn cơ sở trực thuộc",
            "Các đồng chí Ủy viên Ban Chấp hành",
        ),
        owners=("các CĐCS", "các công đoàn cơ sở trực thuộc", "Ban Chấp hành các CĐCS", "Ủy ban Kiểm tra"),
        superiors=(provincial_union(province), NATIONAL_UNION),
        copies=(
            "LĐLĐ tỉnh (b/c)",
            f"Đảng ủy {'các cơ quan Đảng' if province.merged else 'Khối các cơ quan'} tỉnh (b/c)",
            "Các đ/c UV BCH",
            "Ban Tuyên giáo - Nữ công LĐLĐ tỉnh",
            "Trang thông tin điện tử công đoàn ngành",
        ),
        people=people,
        domain=f"{symbol.lower().replace('đ', 'd')}.{province.slug}.vidu.vn",
        desk="Thường trực Công đoàn",
        staff="Văn phòng",
        honour=("Giấy khen", short, "district"),
    )


def union_of_company(rng: Random, province: Province) -> Office:
    """The union of a company, at the grassroots: `CÔNG ĐOÀN CÔNG TY ...`."""
    house = rng.choice(province.houses)
    form, printed = rng.choice((("Công ty Cổ phần", "CTCP"), ("Công ty TNHH", "CT"), ("Công ty TNHH MTV", "CT")))
    company = f"{form} {house}"
    if province.districts:
        word, place = split(rng.choice(province.districts))
        above = Body(
            f"Liên đoàn Lao động {word} {place}", f"LĐLĐ {word}", "LĐLĐ", "district", f"Ban Thường vụ LĐLĐ {word}"
        )
        parent: tuple[str, ...] = (f"LĐLĐ {word.upper()} {place.upper()}",)
    else:
        place, above = province.name, provincial_union(province)
        parent = (f"LĐLĐ {province.caps}",)
    return Office(
        f"Công đoàn {company}",
        "Công đoàn Công ty",
        f"CĐ{printed}{initials(house)}",
        "grassroots",
        "Ban Chấp hành Công đoàn Công ty",
        kind="union",
        issuer=rng.choice(((f"CÔNG ĐOÀN {company.upper()}",), (f"CÔNG ĐOÀN {form.upper()}", house.upper()))),
        parent=parent,
        place=place,
        collective="BAN CHẤP HÀNH",
        post="CHỦ TỊCH",
        deputy="PHÓ CHỦ TỊCH",
        chief="CHỦ TỊCH",
        addressees=("Các tổ công đoàn", "Ban Giám đốc Công ty", "Công đoàn bộ phận các phân xưởng"),
        owners=("các tổ công đoàn", "Công đoàn bộ phận các phân xưởng", "tổ trưởng công đoàn", "Ban Nữ công"),
        superiors=(above, provincial_union(province)),
        copies=(
            f"{above.short} (b/c)",
            "Ban Giám đốc Công ty (b/c)",
            "Chi bộ Công ty (b/c)",
            "Bảng tin các phân xưởng",
        ),
        people=rng.choice(("đoàn viên, công nhân lao động", _LAWFUL)),
        domain=f"{slug(house)}.vidu.com.vn",
        desk="Văn phòng Công đoàn",
        staff="Ủy ban Kiểm tra Công đoàn",
        honour=("Giấy khen", "Công đoàn Công ty", "grassroots"),
        address=f"Khu công nghiệp {place}, tỉnh {province.name}",
    )


def union_of_school(rng: Random, province: Province) -> Office:
    """The union of a secondary school: under the union of education, later under that of the province."""
    place = rng.choice(province.schools)
    body = provincial_union(province)
    parent: tuple[str, ...] = (f"LĐLĐ {province.caps}",)
    if not province.two_levels:
        body = Body(
            f"Công đoàn Giáo dục tỉnh {province.name}", "CĐGD tỉnh", "CĐGD", "district", "Ban Thường vụ CĐGD tỉnh"
        )
        parent = ("CÔNG ĐOÀN GIÁO DỤC TỈNH",) if rng.random() < 0.3 else (f"CÔNG ĐOÀN GIÁO DỤC {province.caps}",)
    return Office(
        f"Công đoàn Trường THPT {place}",
        "Công đoàn trường",
        rng.choice(("CĐCS", f"CĐTHPT{initials(place)}")),
        "grassroots",
        "Ban Chấp hành Công đoàn trường",
        kind="union",
        issuer=rng.choice(((f"CÔNG ĐOÀN TRƯỜNG THPT {place.upper()}",), ("CĐCS TRƯỜNG THPT", place.upper()))),
        parent=parent,
        place=place,
        collective=rng.choice(("BAN CHẤP HÀNH", "BCH CÔNG ĐOÀN")),
        post="CHỦ TỊCH",
        deputy="PHÓ CHỦ TỊCH",
        chief="CHỦ TỊCH",
        addressees=("Các tổ công đoàn", "Toàn thể đoàn viên công đoàn nhà trường"),
        owners=("các tổ công đoàn", "tổ trưởng các tổ công đoàn", "Ban Nữ công", "Ban Thanh tra nhân dân"),
        superiors=(body, education(province)),
        copies=(f"{body.short} (b/c)", "Chi bộ, Ban Giám hiệu (b/c)", "Các đ/c UV BCH Công đoàn (để th/h)"),
        people="cán bộ, giáo viên, nhân viên (CBGVNV)",
        domain=f"thpt{slug(place)}.vidu.edu.vn",
        desk="đồng chí Thư ký Ban Chấp hành",
        staff="Ủy ban Kiểm tra Công đoàn",
        honour=("Giấy khen", "Công đoàn trường", "grassroots"),
    )


def union_of_commune(rng: Random, province: Province) -> Office:
    """The union of a commune: under the district's; since the districts are gone, under the province's."""
    commune = rng.choice(province.communes[:3])
    word, place = split(commune)
    if province.districts:
        district, town = split(rng.choice(province.districts))
        above = Body(
            f"Liên đoàn Lao động {district} {town}",
            f"LĐLĐ {district}",
            "LĐLĐ",
            "district",
            f"Ban Thường vụ LĐLĐ {district}",
        )
        parent: tuple[str, ...] = ("LIÊN ĐOÀN LAO ĐỘNG", f"{district.upper()} {town.upper()}")
        lines: tuple[str, ...] = (f"CÔNG ĐOÀN CƠ SỞ {commune.upper()}",)
        name, symbol = f"Công đoàn cơ sở {commune}", "CĐCS"
    else:
        above = provincial_union(province)
        parent = ("LIÊN ĐOÀN LAO ĐỘNG", province.caps)
        lines, name, symbol = (f"CÔNG ĐOÀN {commune.upper()}",), f"Công đoàn {commune}", "CĐ"
    return Office(
        name,
        f"Công đoàn {word}",
        symbol,
        "grassroots",
        f"Ban Chấp hành Công đoàn {word}",
        kind="union",
        issuer=lines,
        parent=parent,
        place=place,
        collective="BAN CHẤP HÀNH",
        post="CHỦ TỊCH",
        deputy="PHÓ CHỦ TỊCH",
        chief="CHỦ TỊCH",
        addressees=("Các tổ công đoàn trực thuộc", f"Công đoàn các trường học trên địa bàn {word}"),
        owners=("các tổ công đoàn", "các công đoàn cơ sở trực thuộc", "Ban Chấp hành Công đoàn các trường học"),
        superiors=(above, local_committee(commune), local_party(commune)),
        copies=(f"{above.short} (b/c)", f"TT Đảng ủy, UBND {word} (b/c)", "Các đ/c Ủy viên BCH"),
        people="cán bộ, đoàn viên công đoàn",
        domain=f"{slug(place)}.{province.slug}.vidu.vn",
        desk=f"Văn phòng Công đoàn {word}",
        staff="các tổ công đoàn",
        honour=("Giấy khen", f"Công đoàn {word}", "grassroots"),
    )
