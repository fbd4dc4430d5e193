"""People's committees: of a province, a district, a commune; and boards of a campaign that they set up."""

from __future__ import annotations

from random import Random

from congvan.synth.world.model import Office, Province, domain, split
from congvan.synth.world.offices.bodies import (
    home_affairs,
    local_committee,
    local_party,
    provincial_committee,
    provincial_council,
    standing_party,
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
        issuer=("ỦY BAN NHÂN DÂN", province.caps),
        place=province.name,
        collective="ỦY BAN NHÂN DÂN",
        post="CHỦ TỊCH",
        deputy=rng.choice(("PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC")),
        chief="CHÁNH VĂN PHÒNG",
        chief_deputy="PHÓ CHÁNH VĂN PHÒNG",
        addressees=(
            "Các sở, ban, ngành tỉnh",
            f"Ủy ban nhân dân các {province.below}",
            "Các đơn vị sự nghiệp công lập trực thuộc UBND tỉnh",
            "Các cơ quan trung ương đóng trên địa bàn tỉnh",
        ),
        owners=(
            "các sở, ban, ngành, địa phương",
            f"UBND các {province.below}",
            "Thủ trưởng các cơ quan, đơn vị",
            "Sở Nội vụ",
            "Sở Tài chính",
            "Công an tỉnh",
            "Văn phòng UBND tỉnh",
        ),
        superiors=(provincial_council(province), standing_party(province)),
        copies=(
            "Thường trực Tỉnh ủy (b/c)",
            "Thường trực HĐND tỉnh (b/c)",
            "Chủ tịch, các PCT UBND tỉnh",
            "Ủy ban MTTQ Việt Nam tỉnh và các đoàn thể",
            "Cổng Thông tin điện tử tỉnh",
            "Trung tâm Công báo - Tin học",
            "VPUB: CVP, các PCVP, các phòng chuyên viên",
        ),
        domain=f"{province.slug}.vidu.gov.vn",
        desk=rng.choice(("Văn phòng UBND tỉnh", "Sở Nội vụ")),
        honour=("Bằng khen", "Chủ tịch UBND tỉnh", "province"),
        address=f"Số 1 Quảng trường Cây Đa, {province.name}",
    )


def committee_of_district(rng: Random, province: Province) -> Office:
    district = rng.choice(province.districts)
    word, place = split(district)
    own, party = local_committee(district), local_party(district)
    return Office(
        own.name,
        own.short,
        own.symbol,
        own.level,
        own.head,
        own.units,
        kind="committee",
        issuer=("ỦY BAN NHÂN DÂN", district.upper()),
        parent=rng.choice(((), (), (f"UBND {province.caps}",), (f"ỦY BAN NHÂN DÂN {province.caps}",))),
        place=place,
        collective="ỦY BAN NHÂN DÂN",
        post="CHỦ TỊCH",
        deputy="PHÓ CHỦ TỊCH",
        chief=rng.choice(("CHÁNH VĂN PHÒNG", "TRƯỞNG PHÒNG NỘI VỤ")),
        addressees=(
            f"Các phòng, ban, đơn vị thuộc {word}",
            "Ủy ban nhân dân các xã, phường, thị trấn",
            f"Các trường học trên địa bàn {word}",
        ),
        owners=(
            "UBND các xã, phường, thị trấn",
            f"các phòng, ban, đơn vị thuộc {word}",
            "Thủ trưởng các cơ quan, đơn vị",
            f"Phòng Nội vụ {word}",
            f"Phòng Văn hóa và Thông tin {word}",
            f"Công an {word}",
        ),
        superiors=(provincial_committee(province), home_affairs(province), party),
        copies=(
            "UBND tỉnh (b/c)",
            f"TT {party.short}, TT HĐND {word} (b/c)",
            f"Chủ tịch, các PCT UBND {word}",
            f"UBMTTQ và các đoàn thể {word} (để phối hợp)",
            f"Cổng TTĐT {word}",
        ),
        domain=domain(place, province),
        desk=rng.choice((f"Phòng Nội vụ {word}", f"Văn phòng HĐND và UBND {word}")),
        honour=("Giấy khen", own.head, "district"),
        address=f"Đường Bờ Sông, {district}, tỉnh {province.name}",
    )


def committee_of_commune(rng: Random, province: Province) -> Office:
    commune = rng.choice(province.communes[:3] if province.two_levels else province.communes)
    word, place = split(commune)
    own = local_committee(commune)
    above = provincial_committee(province)
    parent: tuple[str, ...] = ()
    if province.districts:
        district = rng.choice(province.districts)
        above = local_committee(district)
        parent = rng.choice(((), (), (f"UBND {district.upper()}",)))
    villages = "Trưởng các thôn, tổ dân phố"
    return Office(
        own.name,
        own.short,
        own.symbol,
        own.level,
        own.head,
        ("VHXH", "KT", "VP") if province.two_levels else (),
        kind="committee",
        issuer=rng.choice((("ỦY BAN NHÂN DÂN", commune.upper()), (f"ỦY BAN NHÂN DÂN {commune.upper()}",))),
        parent=parent,
        place=place,
        collective="ỦY BAN NHÂN DÂN",
        post="CHỦ TỊCH",
        deputy="PHÓ CHỦ TỊCH",
        chief="CHÁNH VĂN PHÒNG" if province.two_levels else "",
        addressees=(
            f"Các ban, ngành, đoàn thể {word}",
            villages,
            f"Các trường học đóng trên địa bàn {word}",
            *((f"Các phòng chuyên môn thuộc UBND {word}",) if province.two_levels else ()),
        ),
        owners=(
            villages,
            f"các ban, ngành, đoàn thể {word}",
            f"Công an {word}",
            f"Trạm Y tế {word}",
            "Phòng Văn hóa - Xã hội" if province.two_levels else "công chức Văn hóa - Xã hội",
        ),
        superiors=(above, provincial_committee(province), local_party(commune))[0 if province.districts else 1 :],
        copies=(
            f"{above.short} (b/c)",
            f"TT Đảng ủy, TT HĐND {word} (b/c)",
            f"Chủ tịch, PCT UBND {word}",
            f"UBMTTQ và các đoàn thể {word} (để phối hợp)",
            "Đài truyền thanh (đưa tin)",
        ),
        people="cán bộ, công chức và Nhân dân",
        domain=domain(place, province),
        desk=f"Văn phòng UBND {word}",
        staff=f"Văn phòng UBND {word}",
        honour=("Giấy khen", own.head, "grassroots"),
    )


# Boards set up for one cause: name, symbol, words of the fields it keeps to.
_BOARDS = (
    ("Ban Chỉ đạo Chuyển đổi số", "BCĐCĐS", ("chuyển đổi số", "cải cách")),
    ("Ban Chỉ đạo Nông thôn mới", "BCĐNTM", ("nông thôn mới",)),
    ("Ban Chỉ đạo An toàn giao thông", "BCĐATGT", ("giao thông",)),
    ("Ban Chỉ huy Phòng, chống thiên tai", "BCHPCTT", ("thiên tai",)),
    ("Hội đồng Thi đua - Khen thưởng", "HĐTĐKT", ("thi đua",)),
    ("Ban Tổ chức Hội thi", "BTC", ("pháp luật", "thể thao", "giao thông", "đọc")),
)


def board_of_province(rng: Random, province: Province) -> Office:
    """A steering board: its head holds another post too, printed over the name; it writes what departments write."""
    name, symbol, about = rng.choice(_BOARDS)
    council = name.startswith("Hội đồng")
    short = "Hội đồng" if council else " ".join(name.split()[:3])
    post, deputy = ("CHỦ TỊCH", "PHÓ CHỦ TỊCH") if council else ("TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")
    lines = rng.choice(((name.upper(),), _halves(name.upper())))
    return Office(
        f"{name} tỉnh {province.name}",
        short,
        symbol,
        "province",
        f"{'Chủ tịch' if council else 'Trưởng'} {short}",
        kind="department",
        issuer=lines,
        parent=(f"UBND {province.caps}",),
        place=province.name,
        collective=rng.choice((short.upper(), "")) if symbol != "BTC" else "",
        post=post,
        deputy=deputy,
        second=rng.choice(("GIÁM ĐỐC SỞ NỘI VỤ", "PHÓ CHỦ TỊCH UBND TỈNH", "")),
        chief="ỦY VIÊN THƯỜNG TRỰC",
        addressees=(
            f"Các thành viên {short}",
            "Các sở, ban, ngành tỉnh",
            f"Ủy ban nhân dân các {province.below}",
        ),
        owners=("các sở, ban, ngành tỉnh", f"UBND các {province.below}", "cơ quan thường trực", "các thành viên"),
        superiors=(provincial_committee(province), standing_party(province)),
        copies=(
            "Thường trực Tỉnh ủy (b/c)",
            "UBND tỉnh (b/c)",
            "Trưởng ban, các Phó Trưởng ban" if not council else "Chủ tịch, các PCT Hội đồng",
            "Cổng Thông tin điện tử tỉnh",
        ),
        domain=f"{province.slug}.vidu.gov.vn",
        desk="cơ quan thường trực",
        staff="Cơ quan thường trực",
        about=about,
        honour=("Bằng khen", "Chủ tịch UBND tỉnh", "province"),
    )


def _halves(line: str) -> tuple[str, ...]:
    """`BAN CHỈ ĐẠO` / `CHUYỂN ĐỔI SỐ`, `HỘI ĐỒNG` / `THI ĐUA - KHEN THƯỞNG`."""
    words, at = line.split(), 2 if line.startswith("HỘI ĐỒNG") else 3
    return " ".join(words[:at]), " ".join(words[at:])
