"""Schools from kindergarten to university, and boards of a contest that a school sets up."""

from __future__ import annotations

from random import Random

from congvan.synth.world.model import Office, Province, initials, slug, split
from congvan.synth.world.offices.bodies import (
    MINISTRY_OF_EDUCATION,
    education,
    local_committee,
    provincial_committee,
)

_OWNERS = ("các tổ chuyên môn", "giáo viên chủ nhiệm", "tổ Văn phòng", "tổ trưởng các tổ chuyên môn")


def high_school(rng: Random, province: Province) -> Office:
    """A `trường THPT` (or a centre of continuing education) under the department of education."""
    place = rng.choice(province.schools)
    centre = rng.random() < 0.15
    name = f"Trung tâm GDNN - GDTX {place}" if centre else f"Trường THPT {place}"
    long = rng.random() < 0.3
    lines: tuple[str, ...] = (name.upper(),)
    if centre:
        lines = rng.choice((lines, ("TRUNG TÂM GIÁO DỤC NGHỀ NGHIỆP -", f"GIÁO DỤC THƯỜNG XUYÊN {place.upper()}")))
    elif long:
        lines = ("TRƯỜNG TRUNG HỌC PHỔ THÔNG", place.upper())
    post = "GIÁM ĐỐC" if centre else "HIỆU TRƯỞNG"
    head = f"{post.capitalize() if not centre else 'Giám đốc'} {name}"
    return Office(
        name,
        "Trung tâm" if centre else "nhà trường",
        ("TTGDTX" if centre else "THPT") + initials(place),
        "grassroots",
        head,
        kind="school",
        issuer=lines,
        parent=rng.choice(
            (("SỞ GIÁO DỤC VÀ ĐÀO TẠO",), (f"SỞ GDĐT {province.caps}",), ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", province.caps))
        ),
        place=place,
        post=post,
        deputy=f"PHÓ {post}",
        chief="",
        addressees=(
            "Các tổ chuyên môn, tổ văn phòng",
            "Ban Chấp hành Đoàn trường",
            "Giáo viên chủ nhiệm các lớp",
            "Ban đại diện cha mẹ học sinh",
        ),
        owners=(*_OWNERS, "Ban Chấp hành Đoàn trường", "các lớp"),
        superiors=(education(province), provincial_committee(province)),
        copies=(
            "Sở GDĐT (b/c)",
            "Chi ủy, Ban Giám hiệu (b/c)",
            "Các tổ chuyên môn (để thực hiện)",
            "Ban đại diện cha mẹ học sinh (để phối hợp)",
            "Website trường",
        ),
        people="cán bộ, giáo viên, nhân viên và học sinh",
        domain=f"thpt{slug(place)}.vidu.edu.vn",
        desk="tổ Văn phòng",
        staff="Tổ trưởng tổ Văn phòng",
        honour=("Giấy khen", "Hiệu trưởng" if not centre else "Giám đốc Trung tâm", "grassroots"),
        address=f"Đường liên xã {place}, tỉnh {province.name}",
    )


_FORMS = (
    ("Trường Mầm non", "MN", "cán bộ, giáo viên, nhân viên và phụ huynh", "các nhóm, lớp"),
    ("Trường Tiểu học", "TH", "cán bộ, giáo viên, nhân viên và học sinh", "các khối lớp"),
    ("Trường THCS", "THCS", "cán bộ, giáo viên, nhân viên và học sinh", "Liên đội"),
    ("Trường PTDTBT THCS", "PTDTBT", "cán bộ, giáo viên, nhân viên và học sinh", "Ban Quản lý bán trú"),
)


def lower_school(rng: Random, province: Province) -> Office:
    """A kindergarten, primary or lower secondary school under a district's room or a commune."""
    form, symbol, people, own = rng.choice(_FORMS)
    where = rng.choice(province.districts or province.communes[:3])
    word, town = split(where)
    place = rng.choice(("Hoa Mướp", "Búp Măng Tre", "Cầu Vồng", "Sáo Diều", "Đom Đóm", *province.schools[:2]))
    above = local_committee(where)
    name = f"{form} {place}"
    parents: tuple[tuple[str, ...], ...] = ((f"ỦY BAN NHÂN DÂN {where.upper()}",), (f"UBND {where.upper()}",))
    if province.districts:
        parents = (*parents, ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", where.upper()), (f"PHÒNG GDĐT {where.upper()}",))
    room = "Phòng GDĐT" if province.districts else "Phòng VHXH"
    return Office(
        name,
        "nhà trường",
        symbol + initials(place),
        "grassroots",
        f"Hiệu trưởng {name}",
        kind="school",
        issuer=rng.choice(((name.upper(),), (form.upper(), place.upper()))),
        parent=rng.choice(parents),
        place=town,
        post="HIỆU TRƯỞNG",
        deputy="PHÓ HIỆU TRƯỞNG",
        addressees=("Các tổ chuyên môn, tổ văn phòng", "Giáo viên chủ nhiệm các lớp", "Phụ huynh các lớp"),
        owners=(*_OWNERS, own),
        superiors=(above, education(province), provincial_committee(province)),
        copies=(
            f"{room} (b/c)",
            "Chi bộ, BGH (b/c)",
            "Các tổ CM, tổ VP (t/h)",
            f"UBND {word} (b/c)",
            "Bảng tin nhà trường",
        ),
        people=people,
        domain=f"{slug(symbol)}{slug(place)}.vidu.edu.vn",
        desk="bộ phận Văn phòng",
        staff="Tổ trưởng tổ Văn phòng",
        honour=("Giấy khen", "Hiệu trưởng", "grassroots"),
        address=f"{word.capitalize()} {town}, tỉnh {province.name}",
    )


def college(rng: Random, province: Province) -> Office:
    """A college of the province, or a university: rooms and faculties, heads of rooms who sign by order."""
    university = rng.random() < 0.5
    field = rng.choice(("Kinh tế - Kỹ thuật", "Sư phạm", "Nông Lâm", "Công nghệ Biển Xanh", "Y tế"))
    form = "Trường Đại học" if university else "Trường Cao đẳng"
    name = f"{form} {field} {province.name}"
    symbol = ("ĐH" if university else "CĐ") + initials(field.replace(" - ", " "))
    parents = (
        (("BỘ GIÁO DỤC VÀ ĐÀO TẠO",),)
        if university
        else ((f"UBND {province.caps}",), ("ỦY BAN NHÂN DÂN", province.caps))
    )
    chief, deputy = rng.choice(
        (
            ("TRƯỞNG PHÒNG ĐÀO TẠO", "PHÓ TRƯỞNG PHÒNG"),
            ("TRƯỞNG PHÒNG CÔNG TÁC SINH VIÊN", "PHÓ TRƯỞNG PHÒNG"),
            ("TRƯỞNG PHÒNG TỔ CHỨC - HÀNH CHÍNH", "PHÓ TRƯỞNG PHÒNG"),
        )
    )
    above = provincial_committee(province)
    superiors = (MINISTRY_OF_EDUCATION, above) if university else (above, MINISTRY_OF_EDUCATION)
    return Office(
        name,
        "Nhà trường",
        symbol,
        "grassroots",
        f"Hiệu trưởng {name}",
        ("ĐT", "CTSV", "TCHC"),
        kind="school",
        issuer=(form.upper() + f" {field.upper()}", province.name.upper()),
        parent=rng.choice(parents),
        place=province.name,
        post="HIỆU TRƯỞNG",
        deputy="PHÓ HIỆU TRƯỞNG",
        chief=chief,
        chief_deputy=deputy,
        addressees=(
            "Các khoa, phòng, trung tâm trực thuộc",
            "Cố vấn học tập các lớp",
            "Đoàn Thanh niên, Hội Sinh viên trường",
        ),
        owners=(
            "các khoa, phòng, trung tâm",
            "trưởng các khoa",
            "cố vấn học tập",
            "Phòng Công tác sinh viên",
            "các lớp",
        ),
        superiors=superiors,
        copies=(
            "Đảng ủy, Hội đồng trường (b/c)",
            "Ban Giám hiệu (b/c)",
            "Các đơn vị thuộc Trường (để thực hiện)",
            "Website Trường (để thông báo)",
            f"{superiors[0].short} (b/c)",
        ),
        people="cán bộ, giảng viên, sinh viên",
        domain=f"{slug(symbol)}.{province.slug}.vidu.edu.vn",
        desk="Phòng Tổ chức - Hành chính",
        staff="Trưởng phòng Tổ chức - Hành chính",
        honour=("Giấy khen", "Hiệu trưởng", "grassroots"),
        address=f"Số {rng.randint(3, 300)} đường Ven Hồ, {province.name}",
        about=(
            "thi đua",
            "văn thư",
            "phòng cháy",
            "đọc",
            "môi trường",
            "hiến máu",
            "giao thông",
            "thể thao",
            "tài chính",
        ),
    )
