"""Who issues a dispatch and who decides in it, as far as awards need it; text of cells and lines in, values out."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from congvan.grammar.who.levels import level_of

_BOARD = regex.compile(r"\s*(?:BAN|VĂN\s+PHÒNG|[UỦ][ỶY]?\s+BAN\s+KIỂM)(?!\p{L})", regex.IGNORECASE)
_COMMITTEE = regex.compile(r"\s*(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG)\s+(?:ỦY|UỶ)(?!\p{L})", regex.IGNORECASE)
_COMMITTEE_OF_STATE = regex.compile(r"\s*(?:UBND|[UỦ][ỶY]\s+BAN\s+NHÂN\s+DÂN)(?!\p{L})", regex.IGNORECASE)
_UNIT = regex.compile(r"\s*TRUNG\s+TÂM(?!\p{L})", regex.IGNORECASE)
# A room, faculty or board of a school or hospital is of its level: `PHÒNG ĐÀO TẠO` under `TRƯỜNG ĐẠI HỌC ...`.
_PART = regex.compile(
    r"\s*(?:PHÒNG|KHOA|BAN|ĐOÀN|HỘI|CÔNG\s+ĐOÀN|BỘ\s+MÔN|VIỆN|TRUNG\s+TÂM)(?!\p{L})", regex.IGNORECASE
)
_HOUSE = regex.compile(r"\s*(?:TRƯỜNG|HỌC\s+VIỆN|ĐẠI\s+HỌC|BỆNH\s+VIỆN|CÔNG\s+TY)(?!\p{L})", regex.IGNORECASE)
_CONTEST_COMMITTEE = regex.compile(r"\s*(?:BAN\s+T[ÔỔ]\s+CHỨC(?!\s+(?:CÁN|TỈNH|HUYỆN))|BTC)(?!\p{L})", regex.IGNORECASE)
_DECIDES = regex.compile(r"\W*QUYẾT\s+ĐỊNH\s*:?\W*")
_MAKERS = regex.compile(
    r"(?:PHÓ\s+)?(?:CHỦ\s+TỊCH|(?:TỔNG\s+)?GIÁM\s+ĐỐC|BỘ\s+TRƯỞNG|THỦ\s+TƯỚNG|HIỆU\s+TRƯỞNG|BAN\s+(?:THƯỜNG\s+VỤ|CHẤP\s+HÀNH)|"
    r"ỦY\s+BAN|(?:TỔNG\s+)?CỤC\s+TRƯỞNG|VIỆN\s+TRƯỞNG|ĐOÀN\s+CHỦ\s+TỊCH|TRƯỞNG\s+BAN)\b"
)


def issuer_level(issuer: str | None, parent: str | None) -> str | None:
    """The level of the body that issues the dispatch, by its own name or else by its parent's.

    A Party committee's boards are of the committee's level, a centre of a people's committee of its; a centre under a
    department is a unit, and so is a room of a school.
    """
    above = level_of(parent) if parent else None
    if issuer is None:
        return above
    if parent and above and _BOARD.match(issuer) and _COMMITTEE.match(parent):
        return above
    if parent and _HOUSE.match(parent) and _PART.match(issuer):
        return "grassroots"
    if _UNIT.match(issuer):
        return above if parent and _COMMITTEE_OF_STATE.match(parent) else "grassroots"
    return level_of(issuer) or above


def holds_contest(issuer: str | None) -> bool:
    """Is the issuer a body with a level of its own, not the committee that a contest has made for itself?"""
    return issuer is not None and not _CONTEST_COMMITTEE.match(issuer)


def decision_maker(lines: Iterable[str]) -> str | None:
    """The line in capitals between title and `QUYẾT ĐỊNH:` that names who decides (Decree 30/2020/NĐ-CP, annex III)."""
    maker = None
    for line in lines:
        printed = line.strip()
        if maker is not None and _DECIDES.fullmatch(printed):
            return maker
        if printed.isupper() and _MAKERS.match(printed):
            maker = " ".join(printed.split())
    return None
