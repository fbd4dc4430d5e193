"""Nouns of those who get awards: collectives and persons; the vocabulary that shares and sums have in common."""

from __future__ import annotations

import regex

from congvan.grammar.wording import any_of

WORD_NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
# Bodies that are recipients only where they are counted, told in the plural or open a clause: `01 huyện`, `các sở`.
_COUNTED_GROUP = (
    r"(?<=(?:\d|các|mỗi|những|[.;:])\s+)(?:huyện|quận|thị\s+xã|thành\s+phố|tỉnh|sở|ngành|ban(?!\s+viên)|bản|tổ(?!\s+(?:viên|trưởng|quốc|chức))|đoàn(?!\s+(?:viên|thể))|hội(?!\s+viên)|trung\s+tâm|bệnh\s+viện"
    r"|trạm|cục|vụ|chi\s+cục|đồn|đại\s+đội|trung\s+đội|tiểu\s+đoàn|nhà\s+máy|xí\s+nghiệp|báo|đài|cơ\s+sở|thuyền|đội\s+hình)"
)
GROUP = (
    r"tập\s+th[ểêếề]|đơn\s+vị|cơ\s+quan|tổ\s+chức|doanh\s+nghiệp|công\s+đoàn\s+cơ\s+sở|cđcs|chi\s+đoàn|chi\s+bộ|chi\s+hội"
    r"(?!\s+trưởng)|chi\s+đội(?!\s+(?:trưởng|phó))|đảng\s+bộ|đội(?!\s+(?:ngũ|tuyển|viên|trưởng|phó))|lớp(?!\s+trưởng)|khối(?!\s+trưởng)"
    r"|(?:nhà\s+|các\s+)trường|địa\s+phương|hộ(?!\s+lý)|gia\s+đình|nhóm(?!\s+trưởng)"
    r"|thôn|buôn|ấp|xóm|tổ\s+dân\s+phố|khu\s+dân\s+cư|khu\s+phố|xã(?!\s+hội)|phường|thị\s+trấn|câu\s+lạc\s+bộ|công\s+ty"
    r"|hợp\s+tác\s+xã|liên\s+đội(?!\s+(?:trưởng|phó))|tổ\s+(?:công\s+đoàn|hòa\s+giải|hoà\s+giải|hợp\s+tác|chuyên\s+môn|sản\s+xuất|phụ\s+nữ|hội)|cụm"
    r"|phòng|khoa|(?:đoàn|hội|cơ\s+sở)\s+(?:cơ\s+sở|đoàn|hội)|ban\s+công\s+tác\s+mặt\s+trận|" + _COUNTED_GROUP
)
PERSON = (
    r"cá\s+nhân|ông|bà(?!\s+con)|đồng\s+chí|đ/c|đoàn\s+viên|đảng\s+viên|hội\s+viên|đội\s+viên|thành\s+viên|học\s+sinh|sinh\s+viên"
    r"|học\s+viên|thí\s+sinh|tác\s+giả|(?:giáo|giảng|tuyên\s+truyền|h[òo][àa]\s+giải|vận\s+động|huấn\s+luyện|hướng\s+dẫn|cộng\s+tác"
    r"|tình\s+nguyện|nhân|diễn)\s+viên|nhà\s+(?:giáo|khoa\s+học)|công\s+nhân|cán\s+bộ|công\s+chức|viên\s+chức|người|em(?!\s+bé)|bạn"
    r"|thanh\s+niên|thiếu\s+nhi|chiến\s+s[ĩỹ]|đại\s+biểu|nghệ\s+nhân|nông\s+dân|doanh\s+nhân|cựu\s+chiến\s+binh|cầu\s+thủ"
    r"|(?:thủ|á)\s+khoa|(?:bác|kỹ|y|dược|nghệ)\s+s[ĩỹư]|điều\s+dưỡng|lái\s+xe|cụ|cháu|mẹ|chị\s+em|phụ\s+nữ"
    r"|chủ\s+nhiệm(?:\s+đề\s+tài)?|(?:trưởng|phó)\s+(?:phòng|khoa|ban|thôn|ấp|bản|khu)|(?:tổ|(?:liên\s+|chi\s+)?đội|lớp|nhóm|chi\s+hội)\s+(?:trưởng|phó)"
    r"|quần\s+chúng|tnv|cbql|gv|nv|hs|sv|hssv|cbgvnv|cbccvc|ccvc|nlđ|cnvclđ|cnlđ"
)
RECIPIENT = rf"(?<!\p{{L}})(?:(?P<group>{GROUP})|(?P<person>{PERSON}))(?!\p{{L}})"
"""The pattern of one noun of recipients with the groups `group` and `person`, for use inside other patterns."""

_ITSELF = any_of("tập thể")
_PERSONS = any_of("cá nhân")
_GROUPS = any_of("tập thể|đơn vị|đội|giải đồng đội|toàn đoàn")
_LABELLED = regex.compile(  # 1. Giải tập thể: dành cho đơn vị có nhiều cá nhân đạt giải, gồm:
    r"[\W\d]*(?:các\s+)?giải\s+(?:thưởng\s+)?(?:dành\s+)?(?:cho\s+)?(?:các\s+)?"
    r"(?:(?P<group>tập\s+thể|đồng\s+đội|toàn\s+đoàn)|(?P<person>cá\s+nhân))(?!\p{L})"
    r"(?!\s*(?:và|hoặc|,|/|;|-)\s*(?:giải\s+)?(?:cho\s+)?(?:cá\s+nhân|tập\s+thể|đồng\s+đội))",
    regex.IGNORECASE,
)
_NOUN = regex.compile(RECIPIENT, regex.IGNORECASE)


def groups_in(text: str) -> str | None:
    """`collective`, `individual` or `both` where a heading or line names tập thể (đơn vị, đội) or cá nhân."""
    if label := _LABELLED.match(text):
        return "collective" if label["group"] else "individual"
    group, person = _GROUPS.search(text) is not None, _PERSONS.search(text) is not None
    if group and person:
        return "both"
    return "collective" if group else "individual" if person else None


def first_kind(text: str) -> str | None:
    """The kind of the first recipients that a text names."""
    match = _NOUN.search(text)
    return None if match is None else "collective" if match["group"] else "individual"


def first_recipient(text: str) -> str | None:
    """For whom a line `Đối tượng: ...` speaks: both where tập thể and cá nhân stand in it, else by its first noun."""
    if _ITSELF.search(text) and _PERSONS.search(text):
        return "both"
    return first_kind(text)
