"""The invented country in which the dispatches are written: offices, their parents, symbols, posts and people.

No province, district, commune or school here exists. National bodies and the country's ways of naming (levels,
symbols, posts) are real, because a dispatch without them would not read like one.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from random import Random

from congvan.datamodel.record import Level


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
class Office(Body):
    """A body with its letterhead, signature block and the offices under it.

    `issuer`, `parent`: printed lines of the left header cell (parent may be empty); `collective`: what `TM.` stands
    before, empty where the head signs alone; `post`, `deputy`: posts of the signature block; `addressees`: whom
    it writes to; `owners`: how its text calls them; `superiors`: bodies whose documents it carries out; `nation`:
    lines of the right header cell, the last one ruled below; `behalf`: the abbreviation of `thay mặt`; `deputies`:
    whether a deputy signs `KT.` the head (in the Party's manner deputies sign for the collective themselves).
    """

    kind: str = ""
    issuer: tuple[str, ...] = ()
    parent: tuple[str, ...] = ()
    place: str = ""
    collective: str = ""
    post: str = ""
    deputy: str = ""
    chief: str = ""
    addressees: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    superiors: tuple[Body, ...] = ()
    copies: tuple[str, ...] = ()
    people: str = "cán bộ, công chức, viên chức, người lao động"
    domain: str = ""
    nation: tuple[str, ...] = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    behalf: str = "TM."
    deputies: bool = True


@dataclass(frozen=True, slots=True)
class Province:
    """An invented province: its districts (with `huyện`, `thị xã` or `thành phố`), communes and school names."""

    name: str
    districts: tuple[str, ...]
    communes: tuple[str, ...]
    schools: tuple[str, ...]

    @property
    def slug(self) -> str:
        return slug(self.name)


PROVINCES = (
    Province(
        "Hoài Giang",
        ("huyện Đồng Sim", "huyện Bến Trăng", "thị xã Hạc Vàng", "thành phố Hoài Giang"),
        ("xã Cồn Gió", "xã Bãi Nhạn", "phường Hoa Dẻ"),
        ("Bến Trăng", "Đồng Sim", "Hạc Vàng"),
    ),
    Province(
        "Vân Trạch",
        ("huyện Suối Ngàn", "huyện Đèo Mây", "huyện Nà Lúa", "thành phố Vân Trạch"),
        ("xã Đồi Sương", "xã Khe Vầu", "phường Cầu Lim"),
        ("Suối Ngàn", "Đèo Mây", "Nà Lúa"),
    ),
    Province(
        "Lục Hà",
        ("huyện Bàu Sen", "huyện Gò Thị", "thị xã Ngã Sáu Sông", "thành phố Lục Hà"),
        ("xã Vườn Cò", "xã Rạch Chiếu", "phường Bông Điển"),
        ("Bàu Sen", "Gò Thị", "Rạch Chiếu"),
    ),
    Province(
        "Tùng Nguyên",
        ("huyện Rừng Thông", "huyện Đá Bàn Cờ", "thị xã Thác Lụa", "thành phố Tùng Nguyên"),
        ("xã Nương Chàm", "xã Buôn Trầm", "phường Đồi Thiên Nga"),
        ("Rừng Thông", "Thác Lụa", "Nương Chàm"),
    ),
)

_SURNAMES = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Nông",
    "Hà",
    "Lý",
    "Đoàn",
    "Tạ",
)
_MIDDLES = ("Văn", "Thị", "Minh", "Thanh", "Hữu", "Ngọc", "Đình", "Xuân", "Thị Thu", "Quang")
# Words of nature and examples, not usual given names: plainly nobody.
_GIVEN = (
    "Mẫu",
    "Suối",
    "Ngàn",
    "Mây",
    "Sương",
    "Rạng",
    "Trúc Mai",
    "Lúa",
    "Cước",
    "Sim",
    "Thí Dụ",
    "Gạo",
    "Nắng",
)


def slug(name: str) -> str:
    """`Hoài Giang` as `hoaigiang`: for addresses."""
    bare = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(c for c in bare if c.isascii() and c.isalnum())


def person(rng: Random) -> str:
    """A full name in the form of a Vietnamese one that is plainly nobody's."""
    return f"{rng.choice(_SURNAMES)} {rng.choice(_MIDDLES)} {rng.choice(_GIVEN)}"


def _split(place: str) -> tuple[str, str]:
    """`thành phố Hoài Giang` as its level word and its name."""
    for word in ("thành phố", "thị xã", "huyện", "phường", "xã"):
        if place.startswith(word + " "):
            return word, place[len(word) + 1 :]
    raise ValueError(place)


def _domain(place: str, province: Province) -> str:
    """`vidu` is Vietnamese for `example`."""
    parts = dict.fromkeys((slug(place), province.slug))
    return f"{'.'.join(parts)}.vidu.gov.vn"


def any_office(rng: Random) -> Office:
    """One of the invented offices: each kind alike often, whatever the number of its places."""
    make = rng.choice(OFFICE_KINDS)
    return make(rng, rng.choice(PROVINCES))


def provincial_committee(province: Province) -> Body:
    """The people's committee of the province, as others cite it."""
    return Body(
        f"Ủy ban nhân dân tỉnh {province.name}",
        "UBND tỉnh",
        "UBND",
        "province",
        "Chủ tịch UBND tỉnh",
        ("KGVX", "NC", "TH", "KTTH"),
    )


def provincial_union(province: Province) -> Body:
    return Body(
        f"Liên đoàn Lao động tỉnh {province.name}",
        "LĐLĐ tỉnh",
        "LĐLĐ",
        "province",
        "Ban Thường vụ LĐLĐ tỉnh",
        ("CSPL", "TGNC", "TC"),
    )


def provincial_department(province: Province, name: str, short: str, symbol: str, units: tuple[str, ...]) -> Body:
    return Body(f"{name} tỉnh {province.name}", short, symbol, "province", f"Giám đốc {name}", units)


def union_of_province(rng: Random, province: Province) -> Office:
    own = provincial_union(province)
    return Office(
        own.name,
        own.short,
        own.symbol,
        own.level,
        own.head,
        own.units,
        kind="union",
        issuer=("LIÊN ĐOÀN LAO ĐỘNG", f"TỈNH {province.name.upper()}"),
        parent=("TỔNG LIÊN ĐOÀN LAO ĐỘNG", "VIỆT NAM"),
        place=province.name,
        collective="BAN THƯỜNG VỤ",
        post="CHỦ TỊCH",
        deputy="PHÓ CHỦ TỊCH",
        chief="CHÁNH VĂN PHÒNG",
        addressees=(
            "Liên đoàn Lao động các huyện, thị xã, thành phố",
            "Công đoàn ngành địa phương",
            "Công đoàn cơ sở trực thuộc LĐLĐ tỉnh",
        ),
        owners=(
            "các cấp công đoàn",
            "các LĐLĐ huyện, thị xã, thành phố",
            "các công đoàn cơ sở trực thuộc",
            "các công đoàn ngành địa phương",
        ),
        superiors=(
            provincial_committee(province),
            Body(
                "Tổng Liên đoàn Lao động Việt Nam",
                "Tổng LĐLĐ Việt Nam",
                "TLĐ",
                "central",
                "Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam",
            ),
        ),
        copies=(
            "Thường trực Tỉnh ủy (b/c)",
            "Tổng LĐLĐ Việt Nam (b/c)",
            "Các đ/c Ủy viên Ban Thường vụ LĐLĐ tỉnh",
            "Trang tin điện tử LĐLĐ tỉnh",
        ),
        people="đoàn viên, người lao động",
        domain=f"congdoan.{province.slug}.vidu.vn",
    )


def union_of_district(rng: Random, province: Province) -> Office:
    district = rng.choice(province.districts)
    above = provincial_union(province)
    level_word, place = _split(district)
    return Office(
        f"Liên đoàn Lao động {district}",
        f"LĐLĐ {level_word}",
        "LĐLĐ",
        "district",
        f"Ban Thường vụ LĐLĐ {level_word}",
        kind="union",
        issuer=("LIÊN ĐOÀN LAO ĐỘNG", district.upper()),
        parent=("LIÊN ĐOÀN LAO ĐỘNG", f"TỈNH {province.name.upper()}"),
        place=place,
        collective="BAN THƯỜNG VỤ",
        post="CHỦ TỊCH",
        deputy="PHÓ CHỦ TỊCH",
        chief="CHỦ TỊCH",
        addressees=(
            f"Công đoàn cơ sở các cơ quan, đơn vị, doanh nghiệp trên địa bàn {level_word}",
            f"Công đoàn các trường học trực thuộc LĐLĐ {level_word}",
        ),
        owners=("các công đoàn cơ sở", "các CĐCS trực thuộc", "Ban Chấp hành các công đoàn cơ sở"),
        superiors=(above, provincial_committee(province)),
        copies=(
            "LĐLĐ tỉnh (b/c)",
            f"Thường trực {'Thành' if level_word == 'thành phố' else 'Huyện'} ủy (b/c)",
            f"Các đ/c Ủy viên Ban Chấp hành LĐLĐ {level_word}",
        ),
        people="đoàn viên, CNVCLĐ",
        domain=f"congdoan.{slug(place)}.vidu.vn",
    )


def committee_of_province(rng: Random, province: Province) -> Office:
    own = provincial_committee(province)
    return Office(
        own.name,
        own.short,
        own.symbol,
        own.level,
        own.head,
        own.units,
        kind="committee",
        issuer=("ỦY BAN NHÂN DÂN", f"TỈNH {province.name.upper()}"),
        place=province.name,
        collective="ỦY BAN NHÂN DÂN",
        post="CHỦ TỊCH",
        deputy="PHÓ CHỦ TỊCH",
        chief="CHÁNH VĂN PHÒNG",
        addressees=(
            "Các sở, ban, ngành tỉnh",
            "Ủy ban nhân dân các huyện, thị xã, thành phố",
            "Các đơn vị sự nghiệp công lập trực thuộc UBND tỉnh",
        ),
        owners=(
            "các sở, ban, ngành, địa phương",
            "UBND các huyện, thị xã, thành phố",
            "Thủ trưởng các cơ quan, đơn vị",
            "Sở Nội vụ",
            "Văn phòng UBND tỉnh",
        ),
        superiors=(
            Body(f"Hội đồng nhân dân tỉnh {province.name}", "HĐND tỉnh", "HĐND", "province", "Thường trực HĐND tỉnh"),
            Body(
                f"Ban Thường vụ Tỉnh ủy {province.name}",
                "Ban Thường vụ Tỉnh ủy",
                "TU",
                "province",
                "Ban Thường vụ Tỉnh ủy",
                party_codes=True,
            ),
        ),
        copies=(
            "Thường trực Tỉnh ủy (b/c)",
            "Thường trực HĐND tỉnh",
            "Chủ tịch, các PCT UBND tỉnh",
            "Cổng Thông tin điện tử tỉnh",
            "VPUB: CVP, các PCVP",
        ),
        domain=f"{province.slug}.vidu.gov.vn",
    )


def committee_of_district(rng: Random, province: Province) -> Office:
    district = rng.choice(province.districts)
    level_word, place = _split(district)
    return Office(
        f"Ủy ban nhân dân {district}",
        f"UBND {level_word}",
        "UBND",
        "district",
        f"Chủ tịch UBND {level_word}",
        ("NV", "VP", "GDĐT"),
        kind="committee",
        issuer=("ỦY BAN NHÂN DÂN", district.upper()),
        place=place,
        collective="ỦY BAN NHÂN DÂN",
        post="CHỦ TỊCH",
        deputy="PHÓ CHỦ TỊCH",
        chief="CHÁNH VĂN PHÒNG",
        addressees=(
            f"Các phòng, ban, đơn vị thuộc {level_word}",
            "Ủy ban nhân dân các xã, phường, thị trấn",
            f"Các trường học trên địa bàn {level_word}",
        ),
        owners=(
            "UBND các xã, phường, thị trấn",
            f"các phòng, ban, đơn vị thuộc {level_word}",
            "Thủ trưởng các cơ quan, đơn vị",
            f"Phòng Nội vụ {level_word}",
            f"Phòng Văn hóa và Thông tin {level_word}",
        ),
        superiors=(
            provincial_committee(province),
            provincial_department(province, "Sở Nội vụ", "Sở Nội vụ", "SNV", ("TCCC", "CCHC")),
        ),
        copies=(
            "UBND tỉnh (b/c)",
            f"TT {'Thành' if level_word == 'thành phố' else 'Huyện'} ủy, TT HĐND {level_word} (b/c)",
            f"Chủ tịch, các PCT UBND {level_word}",
            f"Cổng TTĐT {level_word}",
        ),
        domain=_domain(place, province),
    )


def committee_of_commune(rng: Random, province: Province) -> Office:
    commune = rng.choice(province.communes)
    level_word, place = _split(commune)
    district = rng.choice(province.districts)
    return Office(
        f"Ủy ban nhân dân {commune}",
        f"UBND {level_word}",
        "UBND",
        "grassroots",
        f"Chủ tịch UBND {level_word}",
        kind="committee",
        issuer=("ỦY BAN NHÂN DÂN", commune.upper()),
        place=place,
        collective="ỦY BAN NHÂN DÂN",
        post="CHỦ TỊCH",
        deputy="PHÓ CHỦ TỊCH",
        chief="VĂN PHÒNG",
        addressees=(
            f"Các ban, ngành, đoàn thể {level_word}",
            "Trưởng các thôn, tổ dân phố",
            f"Các trường học đóng trên địa bàn {level_word}",
        ),
        owners=(
            "Trưởng các thôn, tổ dân phố",
            f"các ban, ngành, đoàn thể {level_word}",
            f"Công an {level_word}",
            "công chức Văn hóa - Xã hội",
        ),
        superiors=(
            Body(
                f"Ủy ban nhân dân {district}",
                f"UBND {_split(district)[0]}",
                "UBND",
                "district",
                f"Chủ tịch UBND {_split(district)[0]}",
                ("NV", "VP"),
            ),
            provincial_committee(province),
        ),
        copies=(
            f"TT Đảng ủy, TT HĐND {level_word} (b/c)",
            f"Chủ tịch, PCT UBND {level_word}",
            f"UBMTTQ và các đoàn thể {level_word}",
        ),
        people="cán bộ, công chức và Nhân dân",
        domain=_domain(place, province),
    )


_DEPARTMENTS = (
    (
        "Sở Giáo dục và Đào tạo",
        "Sở GDĐT",
        "SGDĐT",
        ("VP", "GDTrH", "TCCB"),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO",),
        (
            "Phòng Giáo dục và Đào tạo các huyện, thị xã, thành phố",
            "Các trường trung học phổ thông",
            "Các đơn vị trực thuộc Sở",
        ),
        ("các phòng giáo dục và đào tạo", "hiệu trưởng các trường trung học phổ thông", "các đơn vị trực thuộc"),
    ),
    (
        "Sở Nội vụ",
        "Sở Nội vụ",
        "SNV",
        ("CCHC", "TCCC", "VTLT"),
        ("SỞ NỘI VỤ",),
        ("Các sở, ban, ngành, đoàn thể tỉnh", "Ủy ban nhân dân các huyện, thị xã, thành phố"),
        ("các cơ quan, đơn vị, địa phương", "các sở, ban, ngành tỉnh", "UBND các huyện, thị xã, thành phố"),
    ),
    (
        "Sở Khoa học và Công nghệ",
        "Sở KHCN",
        "SKHCN",
        ("CĐS", "VP", "KHTC"),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ",),
        (
            "Các sở, ban, ngành tỉnh",
            "Ủy ban nhân dân các huyện, thị xã, thành phố",
            "Các doanh nghiệp viễn thông trên địa bàn tỉnh",
        ),
        ("các cơ quan, đơn vị", "các sở, ban, ngành và địa phương", "Trung tâm Công nghệ số"),
    ),
    (
        "Sở Y tế",
        "Sở Y tế",
        "SYT",
        ("NVY", "VP", "TCCB"),
        ("SỞ Y TẾ",),
        ("Các bệnh viện, trung tâm y tế trong tỉnh", "Các phòng chức năng thuộc Sở"),
        ("các cơ sở y tế", "Giám đốc các bệnh viện, trung tâm y tế", "các đơn vị trực thuộc Sở"),
    ),
)


def department(rng: Random, province: Province) -> Office:
    name, short, symbol, units, issuer, addressees, owners = rng.choice(_DEPARTMENTS)
    own = provincial_department(province, name, short, symbol, units)
    parent = rng.choice(((f"UBND TỈNH {province.name.upper()}",), ("ỦY BAN NHÂN DÂN", f"TỈNH {province.name.upper()}")))
    return Office(
        own.name,
        own.short,
        own.symbol,
        own.level,
        own.head,
        own.units,
        kind="department",
        issuer=issuer,
        parent=parent,
        place=province.name,
        post="GIÁM ĐỐC",
        deputy="PHÓ GIÁM ĐỐC",
        chief="CHÁNH VĂN PHÒNG",
        addressees=addressees,
        owners=owners,
        superiors=(provincial_committee(province),),
        copies=("UBND tỉnh (b/c)", "Giám đốc, các PGĐ Sở", "Trang TTĐT Sở", "Các phòng chuyên môn thuộc Sở"),
        domain=f"{symbol.lower().replace('đ', 'd')}.{province.slug}.vidu.gov.vn",
    )


def school(rng: Random, province: Province) -> Office:
    place = rng.choice(province.schools)
    above = provincial_department(
        province, "Sở Giáo dục và Đào tạo", "Sở GDĐT", "SGDĐT", ("GDTrH", "VP", "TCCB", "CTTT")
    )
    return Office(
        f"Trường THPT {place}",
        "nhà trường",
        "THPT" + "".join(w[0] for w in place.split()),
        "grassroots",
        f"Hiệu trưởng Trường THPT {place}",
        kind="school",
        issuer=(f"TRƯỜNG THPT {place.upper()}",),
        parent=rng.choice((("SỞ GIÁO DỤC VÀ ĐÀO TẠO",), (f"SỞ GDĐT TỈNH {province.name.upper()}",))),
        place=place,
        post="HIỆU TRƯỞNG",
        deputy="PHÓ HIỆU TRƯỞNG",
        chief="HIỆU TRƯỞNG",
        addressees=("Các tổ chuyên môn, tổ văn phòng", "Ban Chấp hành Đoàn trường", "Giáo viên chủ nhiệm các lớp"),
        owners=("các tổ chuyên môn", "giáo viên chủ nhiệm", "Ban Chấp hành Đoàn trường", "tổ Văn phòng", "các lớp"),
        superiors=(above, provincial_committee(province)),
        copies=("Sở GDĐT (b/c)", "Chi ủy, Ban Giám hiệu (b/c)", "Ban đại diện cha mẹ học sinh", "Website trường"),
        people="cán bộ, giáo viên, nhân viên và học sinh",
        domain=f"thpt{slug(place)}.vidu.edu.vn",
    )


def party_of_district(rng: Random, province: Province) -> Office:
    """The Party committee of a district: Guidance 36-HD/VPTW 2018 (`*` under the issuer, `T/M`, `35-KH/HU`)."""
    district = rng.choice([d for d in province.districts if d.startswith("huyện")])
    _, place = _split(district)
    above = Body(f"Tỉnh ủy {province.name}", "Tỉnh ủy", "TU", "province", "Ban Thường vụ Tỉnh ủy", (), party_codes=True)
    return Office(
        f"Huyện ủy {place}",
        "Huyện ủy",
        "HU",
        "district",
        "Ban Thường vụ Huyện ủy",
        party_codes=True,
        kind="party",
        issuer=(f"HUYỆN ỦY {place.upper()}",),
        parent=(f"TỈNH ỦY {province.name.upper()}",),
        place=place,
        collective="BAN THƯỜNG VỤ",
        post="BÍ THƯ",
        deputy="PHÓ BÍ THƯ",
        chief="CHÁNH VĂN PHÒNG",
        addressees=("Các chi bộ, đảng bộ trực thuộc", "Ủy ban Mặt trận Tổ quốc và các đoàn thể huyện"),
        owners=(
            "các chi bộ, đảng bộ trực thuộc",
            "cấp ủy các cấp",
            "Ban Tuyên giáo Huyện ủy",
            "Văn phòng Huyện ủy",
            "UBND huyện",
        ),
        superiors=(above,),
        copies=("Ban Thường vụ Tỉnh ủy (b/c)", "Các ban xây dựng Đảng Huyện ủy", "Các đồng chí Huyện ủy viên"),
        people="cán bộ, đảng viên",
        domain=f"huyenuy{slug(place)}.vidu.vn",
        nation=("ĐẢNG CỘNG SẢN VIỆT NAM",),
        behalf="T/M",
        deputies=False,
    )


def youth_of_district(rng: Random, province: Province) -> Office:
    """The Youth Union of a district, in the Party's manner with its own header."""
    district = rng.choice([d for d in province.districts if d.startswith("huyện")])
    _, place = _split(district)
    above = Body(
        f"Tỉnh Đoàn {province.name}", "Tỉnh Đoàn", "TĐTN", "province", "Ban Thường vụ Tỉnh Đoàn", (), party_codes=True
    )
    return Office(
        f"Huyện Đoàn {place}",
        "Huyện Đoàn",
        "HĐTN",
        "district",
        "Ban Thường vụ Huyện Đoàn",
        party_codes=True,
        kind="youth",
        issuer=(f"HUYỆN ĐOÀN {place.upper()}",),
        parent=(f"TỈNH ĐOÀN {province.name.upper()}",),
        place=place,
        collective="BAN THƯỜNG VỤ HUYỆN ĐOÀN",
        post="BÍ THƯ",
        deputy="PHÓ BÍ THƯ",
        chief="PHÓ BÍ THƯ",
        addressees=("Các cơ sở Đoàn trực thuộc", "Ban Chấp hành Đoàn các xã, thị trấn"),
        owners=("các cơ sở Đoàn", "Ban Chấp hành Đoàn các xã, thị trấn", "các chi đoàn trực thuộc"),
        superiors=(above,),
        copies=("Ban Thường vụ Tỉnh Đoàn (b/c)", "Thường trực Huyện ủy (b/c)", "Các đ/c UVBTV Huyện Đoàn"),
        people="đoàn viên, thanh thiếu nhi",
        domain=f"huyendoan{slug(place)}.vidu.vn",
        nation=("ĐOÀN TNCS HỒ CHÍ MINH",),
        deputies=False,
    )


OFFICE_KINDS = (
    union_of_province,
    union_of_district,
    committee_of_province,
    committee_of_district,
    committee_of_commune,
    department,
    school,
    party_of_district,
    youth_of_district,
)
