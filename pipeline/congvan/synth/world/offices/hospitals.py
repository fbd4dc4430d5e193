"""Hospitals and medical centres."""

from __future__ import annotations

from random import Random

from congvan.synth.world.model import Office, Province, initials, slug, split
from congvan.synth.world.offices.bodies import MINISTRY_OF_HEALTH, health, provincial_committee

_OWNERS = ("các khoa, phòng", "trưởng các khoa, phòng", "Phòng Kế hoạch tổng hợp", "điều dưỡng trưởng các khoa")
_PEOPLE = "viên chức, người lao động"


def hospital(rng: Random, province: Province) -> Office:
    """A general or special hospital of the province."""
    name, symbol, lines = rng.choice(
        (
            (f"Bệnh viện Đa khoa tỉnh {province.name}", "BVĐK", ("BỆNH VIỆN ĐA KHOA", province.caps)),
            (f"Bệnh viện Sản - Nhi {province.name}", "BVSN", ("BỆNH VIỆN SẢN - NHI",)),
            (f"Bệnh viện Y học cổ truyền {province.name}", "BVYHCT", ("BỆNH VIỆN", "Y HỌC CỔ TRUYỀN")),
            (f"Bệnh viện Phục hồi chức năng {province.name}", "BVPHCN", ("BỆNH VIỆN PHỤC HỒI CHỨC NĂNG",)),
        )
    )
    return Office(
        name,
        "Bệnh viện",
        symbol,
        "grassroots",
        "Giám đốc Bệnh viện",
        ("KHTH", "TCCB", "ĐD", "CTXH"),
        kind="hospital",
        issuer=lines,
        parent=rng.choice((("SỞ Y TẾ",), (f"SỞ Y TẾ {province.caps}",), (f"SỞ Y TẾ {province.name.upper()}",))),
        place=province.name,
        post="GIÁM ĐỐC",
        deputy="PHÓ GIÁM ĐỐC",
        chief="TRƯỞNG PHÒNG KẾ HOẠCH TỔNG HỢP",
        chief_deputy="PHÓ TRƯỞNG PHÒNG",
        addressees=("Các khoa, phòng trong Bệnh viện", "Trưởng các khoa, phòng", "Công đoàn cơ sở, Đoàn Thanh niên"),
        owners=(*_OWNERS, "Phòng Công tác xã hội"),
        superiors=(health(province), MINISTRY_OF_HEALTH, provincial_committee(province)),
        copies=(
            "Sở Y tế (b/c)",
            "Đảng ủy, Ban Giám đốc (b/c)",
            "Các khoa, phòng (để thực hiện)",
            "Website Bệnh viện",
            "Bảo hiểm xã hội tỉnh (để phối hợp)",
        ),
        people=_PEOPLE,
        domain=f"{slug(symbol)}.{province.slug}.vidu.vn",
        desk=rng.choice(("Phòng Kế hoạch tổng hợp", "Phòng Tổ chức - Hành chính")),
        staff="Trưởng phòng Tổ chức - Hành chính",
        honour=("Giấy khen", "Giám đốc Bệnh viện", "grassroots"),
        address=f"Số {rng.randint(2, 200)} đường Cây Sữa, {province.name}",
    )


def medical_centre(rng: Random, province: Province) -> Office:
    """The medical centre of a district, of an area since there are none; or the province's centre of prevention."""
    if rng.random() < 0.3:
        name, symbol, place = f"Trung tâm Kiểm soát bệnh tật tỉnh {province.name}", "KSBT", province.name
        lines: tuple[str, ...] = ("TRUNG TÂM", "KIỂM SOÁT BỆNH TẬT")
    elif province.districts:
        where = rng.choice(province.districts)
        _, place = split(where)
        name, symbol = f"Trung tâm Y tế {where}", f"TTYT{initials(place) if rng.random() < 0.3 else ''}"
        lines = rng.choice(((f"TRUNG TÂM Y TẾ {where.upper()}",), ("TRUNG TÂM Y TẾ", where.upper())))
    else:
        place = rng.choice(province.schools)
        name, symbol, lines = f"Trung tâm Y tế khu vực {place}", "TTYT", ("TRUNG TÂM Y TẾ", f"KHU VỰC {place.upper()}")
    return Office(
        name,
        "Trung tâm",
        symbol,
        "grassroots",
        f"Giám đốc {name}",
        ("KHNV", "TCHC"),
        kind="hospital",
        issuer=lines,
        parent=rng.choice((("SỞ Y TẾ",), (f"SỞ Y TẾ {province.caps}",), ("SỞ Y TẾ", province.caps))),
        place=place,
        post="GIÁM ĐỐC",
        deputy="PHÓ GIÁM ĐỐC",
        chief="",
        addressees=(
            "Các khoa, phòng Trung tâm",
            f"Trạm Y tế các xã, phường{'' if province.two_levels else ', thị trấn'}",
            "Phòng khám đa khoa khu vực",
        ),
        owners=(*_OWNERS, "trạm y tế các xã"),
        superiors=(health(province), provincial_committee(province)),
        copies=(
            "Sở Y tế (b/c)",
            "Ban Giám đốc (b/c)",
            "Các khoa, phòng, trạm y tế (để th/h)",
            "Trung tâm Kiểm soát bệnh tật tỉnh" if symbol != "KSBT" else "Trung tâm Y tế các địa phương",
        ),
        people=_PEOPLE,
        domain=f"ttyt{slug(place)}.vidu.vn",
        desk="Phòng Kế hoạch - Nghiệp vụ",
        staff="Trưởng phòng Tổ chức - Hành chính",
        honour=("Giấy khen", "Giám đốc Trung tâm", "grassroots"),
    )
