"""National law as data: public facts, each with its number, its day and the time in which it was in force."""

from __future__ import annotations

from datetime import date

from congvan.synth.wording.citation import Cited


def _law(code: str, title: str, day: date, since: date, until: date | None = None) -> Cited:
    return Cited("luật", code, day, "", title, since=since, until=until)


def _decree(code: str, title: str, day: date, since: date, until: date | None = None, verb: str = "quy định") -> Cited:
    return Cited("nghị định", code, day, "Chính phủ", title, verb, since, until)


# key -> what was in force under it, one after the other; days of effect as the acts themselves give them.
LAWS: dict[str, tuple[Cited, ...]] = {
    "emulation": (
        _law("15/2003/QH11", "Thi đua, khen thưởng", date(2003, 11, 26), date(2004, 7, 1), date(2023, 12, 31)),
        _law("06/2022/QH15", "Thi đua, khen thưởng", date(2022, 6, 15), date(2024, 1, 1)),
    ),
    "emulation_decree": (
        _decree(
            "42/2010/NĐ-CP",
            "chi tiết thi hành một số điều của Luật Thi đua, khen thưởng và Luật sửa đổi, bổ sung một số điều của "
            "Luật Thi đua, khen thưởng",
            date(2010, 4, 15),
            date(2010, 6, 1),
            date(2017, 9, 30),
        ),
        _decree(
            "91/2017/NĐ-CP",
            "chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
            date(2017, 7, 31),
            date(2017, 10, 1),
            date(2023, 12, 31),
        ),
        _decree(
            "98/2023/NĐ-CP",
            "chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
            date(2023, 12, 31),
            date(2024, 1, 1),
            date(2025, 6, 30),
        ),
    ),
    "archives": (
        _law("01/2011/QH13", "Lưu trữ", date(2011, 11, 11), date(2012, 7, 1), date(2025, 6, 30)),
        _law("33/2024/QH15", "Lưu trữ", date(2024, 6, 21), date(2025, 7, 1)),
    ),
    "clerical_decree": (
        _decree("110/2004/NĐ-CP", "công tác văn thư", date(2004, 4, 8), date(2004, 5, 1), date(2020, 3, 4), "về"),
        _decree("30/2020/NĐ-CP", "công tác văn thư", date(2020, 3, 5), date(2020, 3, 5), None, "về"),
    ),
    "labour_safety": (_law("84/2015/QH13", "An toàn, vệ sinh lao động", date(2015, 6, 25), date(2016, 7, 1)),),
    "labour_safety_decree": (
        _decree(
            "39/2016/NĐ-CP",
            "chi tiết thi hành một số điều của Luật An toàn, vệ sinh lao động",
            date(2016, 5, 15),
            date(2016, 7, 1),
        ),
    ),
    "e_transactions": (
        _law("51/2005/QH11", "Giao dịch điện tử", date(2005, 11, 29), date(2006, 3, 1), date(2024, 6, 30)),
        _law("20/2023/QH15", "Giao dịch điện tử", date(2023, 6, 22), date(2024, 7, 1)),
    ),
    "online_decree": (
        _decree(
            "43/2011/NĐ-CP",
            "cung cấp thông tin và dịch vụ công trực tuyến trên trang thông tin điện tử hoặc cổng thông tin điện tử "
            "của cơ quan nhà nước",
            date(2011, 6, 13),
            date(2011, 8, 1),
            date(2022, 8, 14),
            "quy định về việc",
        ),
        _decree(
            "42/2022/NĐ-CP",
            "cung cấp thông tin và dịch vụ công trực tuyến của cơ quan nhà nước trên môi trường mạng",
            date(2022, 6, 24),
            date(2022, 8, 15),
            None,
            "quy định về việc",
        ),
    ),
    "fire": (
        _law("27/2001/QH10", "Phòng cháy và chữa cháy", date(2001, 6, 29), date(2001, 10, 4), date(2025, 6, 30)),
        _law("55/2024/QH15", "Phòng cháy, chữa cháy và cứu nạn, cứu hộ", date(2024, 11, 29), date(2025, 7, 1)),
    ),
    "fire_decree": (
        _decree(
            "79/2014/NĐ-CP",
            "chi tiết thi hành một số điều của Luật Phòng cháy và chữa cháy và Luật sửa đổi, bổ sung một số điều của "
            "Luật Phòng cháy và chữa cháy",
            date(2014, 7, 31),
            date(2014, 9, 15),
            date(2021, 1, 9),
        ),
        _decree(
            "136/2020/NĐ-CP",
            "chi tiết một số điều và biện pháp thi hành Luật Phòng cháy và chữa cháy",
            date(2020, 11, 24),
            date(2021, 1, 10),
            date(2025, 6, 30),
        ),
        _decree(
            "105/2025/NĐ-CP",
            "chi tiết một số điều và biện pháp thi hành Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ",
            date(2025, 5, 15),
            date(2025, 7, 1),
        ),
    ),
    "library": (_law("46/2019/QH14", "Thư viện", date(2019, 11, 21), date(2020, 7, 1)),),
    "library_decree": (
        _decree("93/2020/NĐ-CP", "chi tiết một số điều của Luật Thư viện", date(2020, 8, 18), date(2020, 8, 18)),
    ),
    "environment": (
        _law("52/2005/QH11", "Bảo vệ môi trường", date(2005, 11, 29), date(2006, 7, 1), date(2014, 12, 31)),
        _law("55/2014/QH13", "Bảo vệ môi trường", date(2014, 6, 23), date(2015, 1, 1), date(2021, 12, 31)),
        _law("72/2020/QH14", "Bảo vệ môi trường", date(2020, 11, 17), date(2022, 1, 1)),
    ),
    "environment_decree": (
        _decree(
            "19/2015/NĐ-CP",
            "chi tiết thi hành một số điều của Luật Bảo vệ môi trường",
            date(2015, 2, 14),
            date(2015, 4, 1),
            date(2022, 1, 9),
        ),
        _decree(
            "08/2022/NĐ-CP", "chi tiết một số điều của Luật Bảo vệ môi trường", date(2022, 1, 10), date(2022, 1, 10)
        ),
    ),
    "civil_servants": (
        _law("22/2008/QH12", "Cán bộ, công chức", date(2008, 11, 13), date(2010, 1, 1), date(2025, 6, 30)),
        _law("80/2025/QH15", "Cán bộ, công chức", date(2025, 6, 24), date(2025, 7, 1)),
    ),
    "one_stop_decree": (
        _decree(
            "61/2018/NĐ-CP",
            "thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính",
            date(2018, 4, 23),
            date(2018, 6, 21),
            date(2025, 6, 30),
            "về",
        ),
    ),
    "local_government": (
        _law(
            "11/2003/QH11",
            "Tổ chức Hội đồng nhân dân và Ủy ban nhân dân",
            date(2003, 11, 26),
            date(2004, 7, 1),
            date(2015, 12, 31),
        ),
        _law(
            "77/2015/QH13",
            "Tổ chức chính quyền địa phương",
            date(2015, 6, 19),
            date(2016, 1, 1),
            date(2025, 2, 28),
        ),
        _law("65/2025/QH15", "Tổ chức chính quyền địa phương", date(2025, 2, 19), date(2025, 3, 1), date(2025, 6, 15)),
        _law("72/2025/QH15", "Tổ chức chính quyền địa phương", date(2025, 6, 16), date(2025, 6, 16)),
    ),
    "budget": (
        _law("01/2002/QH11", "Ngân sách nhà nước", date(2002, 12, 16), date(2004, 1, 1), date(2016, 12, 31)),
        _law("83/2015/QH13", "Ngân sách nhà nước", date(2015, 6, 25), date(2017, 1, 1), date(2025, 12, 31)),
    ),
    "traffic": (
        _law("23/2008/QH12", "Giao thông đường bộ", date(2008, 11, 13), date(2009, 7, 1), date(2024, 12, 31)),
        _law("36/2024/QH15", "Trật tự, an toàn giao thông đường bộ", date(2024, 6, 27), date(2025, 1, 1)),
    ),
    "disaster": (_law("33/2013/QH13", "Phòng, chống thiên tai", date(2013, 6, 19), date(2014, 5, 1)),),
    "children": (
        _law(
            "25/2004/QH11",
            "Bảo vệ, chăm sóc và giáo dục trẻ em",
            date(2004, 6, 15),
            date(2005, 1, 1),
            date(2017, 5, 31),
        ),
        _law("102/2016/QH13", "Trẻ em", date(2016, 4, 5), date(2017, 6, 1)),
    ),
    "food_safety": (
        _law("55/2010/QH12", "An toàn thực phẩm", date(2010, 6, 17), date(2011, 7, 1)),
        _decree(
            "15/2018/NĐ-CP",
            "chi tiết thi hành một số điều của Luật An toàn thực phẩm",
            date(2018, 2, 2),
            date(2018, 2, 2),
            date(2025, 12, 31),
        ),
    ),
    "election": (
        _law(
            "85/2015/QH13",
            "Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân",
            date(2015, 6, 25),
            date(2015, 9, 1),
        ),
    ),
    "saving": (
        _law(
            "44/2013/QH13",
            "Thực hành tiết kiệm, chống lãng phí",
            date(2013, 11, 26),
            date(2014, 7, 1),
            date(2026, 6, 30),
        ),
    ),
    "grassroots_democracy": (_law("10/2022/QH15", "Thực hiện dân chủ ở cơ sở", date(2022, 11, 10), date(2023, 7, 1)),),
    "legal_education": (_law("14/2012/QH13", "Phổ biến, giáo dục pháp luật", date(2012, 6, 20), date(2013, 1, 1)),),
    "gender": (_law("73/2006/QH11", "Bình đẳng giới", date(2006, 11, 29), date(2007, 7, 1)),),
    "epidemics": (
        _law(
            "03/2007/QH12",
            "Phòng, chống bệnh truyền nhiễm",
            date(2007, 11, 21),
            date(2008, 7, 1),
            date(2026, 6, 30),
        ),
    ),
    "trade_union": (
        _law("12/2012/QH13", "Công đoàn", date(2012, 6, 20), date(2013, 1, 1), date(2025, 6, 30)),
        _law("50/2024/QH15", "Công đoàn", date(2024, 11, 27), date(2025, 7, 1)),
    ),
    "education": (
        _law("38/2005/QH11", "Giáo dục", date(2005, 6, 14), date(2006, 1, 1), date(2020, 6, 30)),
        _law("43/2019/QH14", "Giáo dục", date(2019, 6, 14), date(2020, 7, 1)),
    ),
    "youth": (
        _law("53/2005/QH11", "Thanh niên", date(2005, 11, 29), date(2006, 7, 1), date(2020, 12, 31)),
        _law("57/2020/QH14", "Thanh niên", date(2020, 6, 16), date(2021, 1, 1)),
    ),
    "health_care": (
        _law("40/2009/QH12", "Khám bệnh, chữa bệnh", date(2009, 11, 23), date(2011, 1, 1), date(2023, 12, 31)),
        _law("15/2023/QH15", "Khám bệnh, chữa bệnh", date(2023, 1, 9), date(2024, 1, 1)),
    ),
}

# The law on which an office itself stands, by its kind; a committee's decision opens with it.
OWN_LAW = {
    "committee": "local_government",
    "union": "trade_union",
    "school": "education",
    "youth": "youth",
    "hospital": "health_care",
}

# What Party committees and mass bodies carry out: words of the fields of work in which each is cited (`công tác` is in
# every field, and Party, Youth and unions alone cite it there), and the document of the Party's leading bodies.
PARTY: tuple[tuple[tuple[str, ...], Cited], ...] = (
    (
        ("thi đua",),
        Cited(
            "chỉ thị",
            "34-CT/TW",
            date(2014, 4, 7),
            "Bộ Chính trị",
            "tiếp tục đổi mới công tác thi đua, khen thưởng",
            "về",
        ),
    ),
    (
        ("công tác",),
        Cited(
            "chỉ thị",
            "05-CT/TW",
            date(2016, 5, 15),
            "Bộ Chính trị",
            "đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
            "về",
        ),
    ),
    (
        ("cải cách", "tài chính", "tiết kiệm"),
        Cited(
            "nghị quyết",
            "19-NQ/TW",
            date(2017, 10, 25),
            "Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII",
            "tiếp tục đổi mới hệ thống tổ chức và quản lý, nâng cao chất lượng và hiệu quả hoạt động của các đơn vị "
            "sự nghiệp công lập",
            "về",
        ),
    ),
    (
        ("chuyển đổi số",),
        Cited(
            "nghị quyết",
            "52-NQ/TW",
            date(2019, 9, 27),
            "Bộ Chính trị",
            "một số chủ trương, chính sách chủ động tham gia cuộc Cách mạng công nghiệp lần thứ tư",
            "về",
        ),
    ),
)

# A circular whose title cites a decree by its number, with that decree.
NESTED = (
    (
        Cited(
            "thông tư",
            "12/2019/TT-BNV",
            date(2019, 11, 4),
            "Bộ trưởng Bộ Nội vụ",
            "",
            "hướng dẫn thi hành một số điều của",
            date(2020, 1, 5),
            date(2023, 12, 31),
        ),
        "emulation_decree",
    ),
)


def in_force(key: str, day: date) -> Cited | None:
    """What was in force under the key on that day; None where nothing was, or the key is unknown."""
    return next((doc for doc in LAWS.get(key, ()) if doc.in_force(day)), None)


def all_in_force(keys: tuple[str, ...], day: date) -> list[Cited]:
    """Everything that was in force under the keys on that day: laws and what details them."""
    return [doc for key in keys for doc in LAWS.get(key, ()) if doc.in_force(day)]
