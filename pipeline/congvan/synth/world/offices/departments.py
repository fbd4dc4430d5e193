"""Departments of a province (sở), rooms of a district or commune (phòng), and boards under a people's committee."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from congvan.synth.world.model import MERGED_SINCE, Office, Province, slug, split
from congvan.synth.world.offices.bodies import (
    MINISTRY_OF_EDUCATION,
    MINISTRY_OF_HEALTH,
    MINISTRY_OF_HOME_AFFAIRS,
    local_committee,
    provincial_committee,
    provincial_department,
)


@dataclass(frozen=True, slots=True)
class Department:
    """A department as every province has it: lines of the letterhead, what it writes to, until when it stood."""

    name: str
    short: str
    symbol: str
    units: tuple[str, ...]
    issuer: tuple[str, ...]
    addressees: tuple[str, ...]
    owners: tuple[str, ...]
    until: date = date.max
    since: date = date.min


_ALL_BODIES = ("Các sở, ban, ngành, đoàn thể tỉnh", "Ủy ban nhân dân các {below}")
_DEPARTMENTS = (
    Department(
        "Sở Giáo dục và Đào tạo",
        "Sở GDĐT",
        "SGDĐT",
        ("VP", "GDTrH", "TCCB", "GDMN-GDTH"),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO",),
        (
            "Phòng Giáo dục và Đào tạo các huyện, thị xã, thành phố",
            "Các trường trung học phổ thông",
            "Các trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên",
            "Các đơn vị trực thuộc Sở",
        ),
        ("các phòng giáo dục và đào tạo", "hiệu trưởng các trường trung học phổ thông", "các đơn vị trực thuộc"),
    ),
    Department(
        "Sở Nội vụ",
        "Sở Nội vụ",
        "SNV",
        ("CCHC", "TCCC", "VTLT", "TĐKT"),
        ("SỞ NỘI VỤ",),
        _ALL_BODIES,
        ("các cơ quan, đơn vị, địa phương", "các sở, ban, ngành tỉnh", "UBND các {below}"),
    ),
    Department(
        "Sở Khoa học và Công nghệ",
        "Sở KHCN",
        "SKHCN",
        ("CĐS", "VP", "KHTC"),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ",),
        (*_ALL_BODIES, "Các doanh nghiệp viễn thông trên địa bàn tỉnh"),
        ("các cơ quan, đơn vị", "các sở, ban, ngành và địa phương", "Trung tâm Công nghệ số"),
    ),
    Department(
        "Sở Y tế",
        "Sở Y tế",
        "SYT",
        ("NVY", "VP", "TCCB", "NVD"),
        ("SỞ Y TẾ",),
        (
            "Các bệnh viện, trung tâm y tế trong tỉnh",
            "Các phòng chức năng thuộc Sở",
            "Các cơ sở khám bệnh, chữa bệnh ngoài công lập",
        ),
        ("các cơ sở y tế", "Giám đốc các bệnh viện, trung tâm y tế", "các đơn vị trực thuộc Sở"),
    ),
    Department(
        "Sở Tư pháp",
        "Sở Tư pháp",
        "STP",
        ("VP", "PBGDPL", "HCTP"),
        ("SỞ TƯ PHÁP",),
        _ALL_BODIES,
        ("các sở, ban, ngành tỉnh", "Phòng Tư pháp các huyện, thị xã, thành phố", "các phòng chuyên môn thuộc Sở"),
    ),
    Department(
        "Sở Tài chính",
        "Sở Tài chính",
        "STC",
        ("QLNS", "HCSN", "VP"),
        ("SỞ TÀI CHÍNH",),
        (*_ALL_BODIES, "Các đơn vị dự toán cấp I thuộc tỉnh"),
        ("các đơn vị dự toán", "các sở, ban, ngành tỉnh", "UBND các {below}"),
    ),
    Department(
        "Sở Lao động - Thương binh và Xã hội",
        "Sở LĐTBXH",
        "SLĐTBXH",
        ("LĐVL", "BTXH", "VP"),
        ("SỞ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI"),
        (*_ALL_BODIES, "Các doanh nghiệp trên địa bàn tỉnh"),
        ("các địa phương, đơn vị", "Phòng LĐTBXH các huyện, thị xã, thành phố", "các doanh nghiệp"),
        until=MERGED_SINCE,
    ),
    Department(
        "Sở Tài nguyên và Môi trường",
        "Sở TNMT",
        "STNMT",
        ("BVMT", "QLĐĐ", "VP"),
        ("SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG",),
        _ALL_BODIES,
        ("các sở, ban, ngành tỉnh", "UBND các {below}", "các đơn vị trực thuộc Sở"),
        until=MERGED_SINCE,
    ),
    Department(
        "Sở Nông nghiệp và Môi trường",
        "Sở NNMT",
        "SNNMT",
        ("BVMT", "CCTL", "VP"),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",),
        _ALL_BODIES,
        ("các sở, ban, ngành tỉnh", "UBND các {below}", "các chi cục thuộc Sở"),
        since=MERGED_SINCE,
    ),
    Department(
        "Sở Văn hóa, Thể thao và Du lịch",
        "Sở VHTTDL",
        "SVHTTDL",
        ("NSVH", "VP", "QLTDTT"),
        ("SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"),
        (*_ALL_BODIES, "Thư viện tỉnh, Bảo tàng tỉnh"),
        ("các đơn vị sự nghiệp trực thuộc Sở", "UBND các {below}", "Thư viện tỉnh"),
    ),
    Department(
        "Sở Giao thông vận tải",
        "Sở GTVT",
        "SGTVT",
        ("QLVT", "VP", "TTra"),
        ("SỞ GIAO THÔNG VẬN TẢI",),
        (*_ALL_BODIES, "Các đơn vị kinh doanh vận tải"),
        ("các đơn vị kinh doanh vận tải", "Thanh tra Sở", "các phòng chuyên môn thuộc Sở"),
        until=MERGED_SINCE,
    ),
    Department(
        "Thanh tra tỉnh",
        "Thanh tra tỉnh",
        "TTr",
        ("VP", "NV1"),
        ("THANH TRA TỈNH",),
        _ALL_BODIES,
        ("các sở, ban, ngành tỉnh", "Thanh tra các sở", "các phòng nghiệp vụ"),
    ),
)


def department(rng: Random, province: Province) -> Office:
    kept = [d for d in _DEPARTMENTS if d.since <= province.day < d.until]
    made = rng.choice(kept)
    inspectorate = made.name.startswith("Thanh tra")
    post = "CHÁNH THANH TRA" if inspectorate else "GIÁM ĐỐC"
    head = "Chánh Thanh tra tỉnh" if inspectorate else f"Giám đốc {made.name}"
    name = f"Thanh tra tỉnh {province.name}" if inspectorate else f"{made.name} tỉnh {province.name}"
    own = provincial_department(province, made.name, made.short, made.symbol, made.units)
    ministries = {"SGDĐT": (MINISTRY_OF_EDUCATION,), "SYT": (MINISTRY_OF_HEALTH,), "SNV": (MINISTRY_OF_HOME_AFFAIRS,)}
    addressees = made.addressees
    if province.two_levels:
        addressees = tuple(a.replace("Phòng Giáo dục và Đào tạo các huyện, thị xã, thành phố", "UBND các xã, phường")
                           for a in addressees)  # fmt: skip
    gone = ("phòng giáo dục", "Phòng Tư pháp", "Phòng LĐTBXH") if province.two_levels else ()
    return Office(
        name,
        own.short,
        own.symbol,
        own.level,
        head,
        own.units,
        kind="department",
        issuer=made.issuer,
        parent=rng.choice(((f"UBND {province.caps}",), ("ỦY BAN NHÂN DÂN", province.caps))),
        place=province.name,
        post=post,
        deputy=f"PHÓ {post}",
        chief="CHÁNH VĂN PHÒNG",
        chief_deputy="PHÓ CHÁNH VĂN PHÒNG",
        addressees=tuple(a.format(below=province.below) for a in addressees),
        owners=tuple(o.format(below=province.below) for o in made.owners if not any(g in o for g in gone)),
        superiors=(provincial_committee(province), *ministries.get(made.symbol, ())),
        copies=(
            "UBND tỉnh (b/c)",
            *(f"{m.short} (b/c)" for m in ministries.get(made.symbol, ())),
            "Ban Giám đốc Sở (b/c)" if not inspectorate else "Lãnh đạo Thanh tra tỉnh",
            "Các phòng chuyên môn thuộc Sở (để th/h)" if not inspectorate else "Các phòng nghiệp vụ",
            "Trang TTĐT Sở" if not inspectorate else "Trang TTĐT",
            "Thành viên tổ giúp việc",
        ),
        domain=f"{slug(made.symbol)}.{province.slug}.vidu.gov.vn",
        desk="Văn phòng" if inspectorate else "Văn phòng Sở",
        honour=("Giấy khen", head, "province"),
        address=f"Số {rng.randint(2, 98)} đường Bàng Lá, {province.name}",
    )


# Rooms: name, short form, symbol, letterhead lines, owners.
_ROOMS = (
    (
        "Phòng Giáo dục và Đào tạo",
        "Phòng GDĐT",
        "PGDĐT",
        ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",),
        ("Hiệu trưởng các trường mầm non, tiểu học, THCS", "các trường trực thuộc"),
    ),
    ("Phòng Nội vụ", "Phòng Nội vụ", "PNV", ("PHÒNG NỘI VỤ",), ("các phòng, ban", "UBND các xã, phường, thị trấn")),
    (
        "Phòng Văn hóa và Thông tin",
        "Phòng VHTT",
        "PVHTT",
        ("PHÒNG VĂN HÓA VÀ THÔNG TIN",),
        ("công chức Văn hóa - Xã hội các xã", "Trung tâm Văn hóa - Thể thao"),
    ),
    (
        "Phòng Tài chính - Kế hoạch",
        "Phòng TCKH",
        "PTCKH",
        ("PHÒNG TÀI CHÍNH - KẾ HOẠCH",),
        ("các đơn vị dự toán", "UBND các xã, phường, thị trấn"),
    ),
)
_COMMUNE_ROOMS = (
    ("Phòng Văn hóa - Xã hội", "Phòng VHXH", "PVHXH", ("PHÒNG VĂN HÓA - XÃ HỘI",), ("các trường học", "các thôn")),
    ("Phòng Kinh tế", "Phòng Kinh tế", "PKT", ("PHÒNG KINH TẾ",), ("các hợp tác xã", "các thôn, tổ dân phố")),
    (
        "Trung tâm Phục vụ hành chính công",
        "Trung tâm",
        "TTPVHCC",
        ("TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG"),
        ("công chức tiếp nhận hồ sơ", "các phòng chuyên môn"),
    ),
)


def room(rng: Random, province: Province) -> Office:
    """A room of a district's committee, or of a commune's since there are no districts."""
    commune = not province.districts
    where = rng.choice(province.communes[:3] if commune else province.districts)
    word, place = split(where)
    above = local_committee(where)
    name, short, symbol, lines, owners = rng.choice(_COMMUNE_ROOMS if commune else _ROOMS)
    post = "GIÁM ĐỐC" if name.startswith("Trung tâm") else "TRƯỞNG PHÒNG"
    head = f"{post.capitalize() if post == 'TRƯỞNG PHÒNG' else 'Giám đốc'} {name}".replace("phòng Phòng", "phòng")
    schools = "Các trường mầm non, tiểu học, THCS trực thuộc" if symbol == "PGDĐT" else f"Các trường học trong {word}"
    return Office(
        f"{name} {where}",
        short,
        symbol,
        above.level,
        head,
        kind="department",
        issuer=lines,
        parent=rng.choice(((f"UBND {where.upper()}",), ("ỦY BAN NHÂN DÂN", where.upper()))),
        place=place,
        post=post,
        deputy="PHÓ GIÁM ĐỐC" if post == "GIÁM ĐỐC" else rng.choice(("PHÓ TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG")),
        addressees=(
            schools,
            f"Các phòng, ban, đơn vị thuộc {word}",
            "Trưởng các thôn, tổ dân phố" if commune else "Ủy ban nhân dân các xã, phường, thị trấn",
        ),
        owners=(*owners, "các cơ quan, đơn vị", "Thủ trưởng các đơn vị"),
        superiors=(above, provincial_committee(province)),
        copies=(
            f"UBND {word} (b/c)",
            f"Thường trực HĐND {word} (b/c)",
            "Lãnh đạo, chuyên viên phòng (để th/h)",
            f"Cổng TTĐT {word}",
        ),
        domain=f"{slug(symbol)}.{slug(place)}.vidu.gov.vn",
        desk=short if short == "Trung tâm" else f"bộ phận văn thư {short}",
        staff="Bộ phận Tổng hợp",
        honour=("Giấy khen", above.head, above.level),
    )


def management_board(rng: Random, province: Province) -> Office:
    """A board under the province's committee: `BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP`."""
    name, short, symbol = rng.choice(
        (
            ("Ban Quản lý các Khu công nghiệp", "Ban Quản lý", "BQLKCN"),
            ("Ban Quản lý rừng phòng hộ", "Ban Quản lý", "BQLRPH"),
            ("Ban Dân tộc", "Ban Dân tộc", "BDT"),
        )
    )
    words = name.upper().split()
    lines = (name.upper(),) if len(words) < 5 else (" ".join(words[:3]), " ".join(words[3:]))
    return Office(
        f"{name} tỉnh {province.name}",
        short,
        symbol,
        "province",
        f"Trưởng {short}",
        ("VP", "KHTC"),
        kind="department",
        issuer=lines,
        parent=(f"UBND {province.caps}",),
        place=province.name,
        post="TRƯỞNG BAN",
        deputy="PHÓ TRƯỞNG BAN",
        chief="CHÁNH VĂN PHÒNG",
        addressees=("Các phòng, đơn vị trực thuộc", "Các doanh nghiệp trên địa bàn quản lý", "Các sở, ban, ngành tỉnh"),
        owners=("các phòng, đơn vị trực thuộc", "các doanh nghiệp", "Trưởng các phòng chuyên môn"),
        superiors=(provincial_committee(province),),
        copies=("UBND tỉnh (b/c)", "Lãnh đạo Ban", "Các phòng thuộc Ban (để th/h)", "Website Ban"),
        domain=f"{slug(symbol)}.{province.slug}.vidu.gov.vn",
        desk="Văn phòng Ban",
        honour=("Giấy khen", f"Trưởng {short}", "province"),
    )
