"""Lines that betray where a dispatch begins and ends: national header, Kính gửi, Nơi nhận, capacity lines.

Matching folds case, marks and spaces, because OCR garbles the letterhead more than anything else.
"""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from congvan.lexicons import load
from congvan.text.folding import bare


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without marks, runs of white space as one blank; offsets are not kept."""
    return " ".join(bare(text).split())


# Decree 30/2020/NĐ-CP, annex I, ô 1; Party (Guidance 36-HD/VPTW) and Youth Union have their own upper right line.
_NATION = regex.compile(
    r"(?:con[gq] h\w{1,2} xa h\w{1,2}|xa hoi chu ngh[il]a|hoi chu nghia viet){e<=1}"
    r"|dang cong san viet nam|doan tncs ho chi minh|doi (?:tntp|thieu nien tien phong) ho chi minh"
    r"|doan thanh nien cong san ho chi minh"
)
_MOTTO = regex.compile(r"(?:doc lap ?[-–—_.]{0,3} ?tu do|tu do ?[-–—_.]{0,3} ?hanh phuc){e<=1}")
_PLACE_DATE = regex.compile(r"^[\p{L}. -]{2,40}, ?(?:ngay|nga|ng[àa]y)\b.{0,24}(?:thang|nam)")
_RECIPIENTS = regex.compile(r"^[-–—.,'*_ ]{0,3}(?:noi nhan|noi nhán){e<=1} ?[:;.]?")
_ADDRESSEE = regex.compile(r"^(?:kinh gui|kinh goi){e<=1}\b")
_CAPACITY = regex.compile(r"^(?:t ?[./]? ?m|k ?[./]? ?t|t ?[./]? ?l|t ?[./]? ?u ?[./]? ?q|q)[ .:]{1,3}(?=[a-z])")
# A brace round recipients, or why they get a copy.
_NOTE = regex.compile(
    r"^(?:[}›»]|[(“\"] ?(?:de |b ?/ ?c|bao cao|t ?/ ?h|th ?/ ?h|thuc hien|phoi hop|p ?/ ?h|dua tin|theo doi|chi dao))"
)
_ANNEX = regex.compile(r"^(?:phu luc|mau so|bieu mau|phu bieu|danh sach kem|bieu so|mau \d)\b")
_PAGE_NUMBER = regex.compile(
    r"^(?:[-–—~.|]{0,2} ?\d{1,3} ?[-–—~.|]{0,2}|trang \d{1,3}(?: ?/ ?\d{1,3})?|\d{1,3} ?/ ?\d{1,3})$"
)


def is_nation(text: str) -> bool:
    """`CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`, `ĐẢNG CỘNG SẢN VIỆT NAM`, `ĐOÀN TNCS HỒ CHÍ MINH`, also garbled."""
    folded = fold(text)
    return len(folded) < 90 and text.upper() == text and bool(_NATION.search(folded))


def is_motto(text: str) -> bool:
    """`Độc lập - Tự do - Hạnh phúc`."""
    folded = fold(text)
    return len(folded) < 90 and bool(_MOTTO.search(folded))


def is_place_date(text: str) -> bool:
    """`Sơn Hà, ngày 05 tháng 01 năm 2021`, also with blanks for the day."""
    return len(text) < 90 and bool(_PLACE_DATE.match(fold(text)))


def is_recipients(text: str) -> bool:
    """`Nơi nhận:` at the start of a line."""
    return bool(_RECIPIENTS.match(fold(text[:24])))


def is_addressee(text: str) -> bool:
    """`Kính gửi:` at the start of a line."""
    return bool(_ADDRESSEE.match(fold(text[:24])))


def is_capacity(text: str) -> bool:
    """A line of capitals that begins with TM., KT., TL., TUQ., Q. or the Party's T/M, K/T, T/L."""
    return len(text) < 80 and text.upper() == text and bool(_CAPACITY.match(fold(text)))


def is_post(text: str) -> bool:
    """A post in capitals, as it stands under a signature: `GIÁM ĐỐC`, `PHÓ CHỦ TỊCH`; two misread letters pass."""
    folded = fold(text.strip(" .:_-–—"))
    return 6 <= len(folded) < 60 and text.upper() == text and bool(_posts().match(folded))


@cache
def _posts() -> regex.Pattern[str]:
    names = sorted({fold(row["post"]) for row in load("posts")}, key=lambda name: (-len(name), name))
    # The post may stand before the body it is of: TRƯỞNG PHÒNG ĐÀO TẠO.
    return regex.compile(r"(?:" + "|".join(f"(?:{name}){{s<={len(name) // 6}}}" for name in names) + r")(?:\s|$)")


def is_note(text: str) -> bool:
    """A brace, or a bracket that says why a copy is sent, at the start of a stretch: `} b/c`, `(để thực hiện)`."""
    return bool(_NOTE.match(fold(text[:24])))


def is_annex(text: str) -> bool:
    """The first line of an annex: `PHỤ LỤC I`, `Mẫu số 02`."""
    return bool(_ANNEX.match(fold(text[:40])))


def is_page_number(text: str) -> bool:
    """A page number alone on its line: `2`, `- 2 -`, `Trang 2/4`."""
    return bool(_PAGE_NUMBER.match(fold(text)))
