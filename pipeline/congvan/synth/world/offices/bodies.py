"""Bodies of a province that many offices cite and report to: committees, the Party, the union, the departments."""

from __future__ import annotations

from congvan.synth.world.model import Body, Province, split

NATIONAL_UNION = Body(
    "Tổng Liên đoàn Lao động Việt Nam",
    "Tổng LĐLĐ Việt Nam",
    "TLĐ",
    "central",
    "Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam",
)
MINISTRY_OF_EDUCATION = Body(
    "Bộ Giáo dục và Đào tạo", "Bộ GDĐT", "BGDĐT", "central", "Bộ trưởng Bộ Giáo dục và Đào tạo", ("GDCTHSSV", "TCCB")
)
MINISTRY_OF_HEALTH = Body("Bộ Y tế", "Bộ Y tế", "BYT", "central", "Bộ trưởng Bộ Y tế", ("KCB", "DP", "TCCB"))
MINISTRY_OF_HOME_AFFAIRS = Body(
    "Bộ Nội vụ", "Bộ Nội vụ", "BNV", "central", "Bộ trưởng Bộ Nội vụ", ("CCHC", "TCBC", "VP")
)


def provincial_committee(province: Province) -> Body:
    """The people's committee of the province, as others cite it."""
    units = ("KGVX", "NC", "TH", "KTTH", "HCQT")
    return Body(f"Ủy ban nhân dân tỉnh {province.name}", "UBND tỉnh", "UBND", "province", "Chủ tịch UBND tỉnh", units)


def provincial_council(province: Province) -> Body:
    return Body(f"Hội đồng nhân dân tỉnh {province.name}", "HĐND tỉnh", "HĐND", "province", "Thường trực HĐND tỉnh")


def provincial_party(province: Province) -> Body:
    name = f"Tỉnh ủy {province.name}"
    return Body(name, "Tỉnh ủy", "TU", "province", "Ban Thường vụ Tỉnh ủy", party_codes=True)


def standing_party(province: Province) -> Body:
    """The standing board of the provincial Party committee, as state offices cite it."""
    name = f"Ban Thường vụ Tỉnh ủy {province.name}"
    return Body(name, "Ban Thường vụ Tỉnh ủy", "TU", "province", "Ban Thường vụ Tỉnh ủy", party_codes=True)


def provincial_union(province: Province) -> Body:
    name = f"Liên đoàn Lao động tỉnh {province.name}"
    return Body(name, "LĐLĐ tỉnh", "LĐLĐ", "province", "Ban Thường vụ LĐLĐ tỉnh", ("CSPL", "TGNC", "TC", "ToC"))


def provincial_youth(province: Province) -> Body:
    name = f"Tỉnh Đoàn {province.name}"
    return Body(name, "Tỉnh Đoàn", "TĐTN", "province", "Ban Thường vụ Tỉnh Đoàn", party_codes=True)


def provincial_department(province: Province, name: str, short: str, symbol: str, units: tuple[str, ...]) -> Body:
    return Body(f"{name} tỉnh {province.name}", short, symbol, "province", f"Giám đốc {name}", units)


def education(province: Province) -> Body:
    units = ("GDTrH", "VP", "TCCB", "CTTT")
    return provincial_department(province, "Sở Giáo dục và Đào tạo", "Sở GDĐT", "SGDĐT", units)


def health(province: Province) -> Body:
    return provincial_department(province, "Sở Y tế", "Sở Y tế", "SYT", ("NVY", "VP", "TCCB"))


def home_affairs(province: Province) -> Body:
    return provincial_department(province, "Sở Nội vụ", "Sở Nội vụ", "SNV", ("TCCC", "CCHC"))


def local_committee(place: str) -> Body:
    """The people's committee of a district or commune."""
    word, _ = split(place)
    district = word in ("huyện", "thị xã", "thành phố")
    short = f"UBND {word}"
    head = f"Chủ tịch UBND {word}"
    if district:
        return Body(f"Ủy ban nhân dân {place}", short, "UBND", "district", head, ("NV", "VP", "GDĐT"))
    return Body(f"Ủy ban nhân dân {place}", short, "UBND", "grassroots", head)


def local_party(place: str) -> Body:
    """The Party committee of a district (Huyện ủy, Thị ủy, Thành ủy) or commune (Đảng ủy)."""
    word, name = split(place)
    short, symbol = {"huyện": ("Huyện ủy", "HU"), "thị xã": ("Thị ủy", "ThU"), "thành phố": ("Thành ủy", "ThU")}.get(
        word, (f"Đảng ủy {word}", "ĐU")
    )
    full = f"{short} {name}"
    if symbol == "ĐU":
        return Body(full, short, symbol, "grassroots", f"Ban Thường vụ {short}", party_codes=True)
    return Body(full, short, symbol, "district", f"Ban Thường vụ {short}", party_codes=True)
