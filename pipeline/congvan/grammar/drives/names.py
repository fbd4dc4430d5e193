"""Names of movements, contests and programmes that stand without quotation marks; text in, names and kinds out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

import regex

from congvan.lexicons import load
from congvan.text.likeness import flat

LONGEST_NAME = 260  # characters; the longest real names have about 200
# Names of one drive differ by a slip or a word from mention to mention; two drives of one list differ by more.
SAME_NAME = 0.85
_BODY_BEFORE = regex.compile(
    r"(?:ban to chuc|ban quan ly|bql|hoi dong|ban giam khao|ban chi dao|quy che)\s+(?:cac\s+)?$"
)
_ANNIVERSARY = regex.compile(r"(?:\d+\s+nam|ky niem|le|thanh lap)\s+$")
# Where a name without quotation marks ends.
_STOP = regex.compile(
    r"""[.,;:()“”"|\n]
      | \s (?= (?: lần|năm|do|được|tại|trên|đảm|để|đều|có|phải|của|nhằm|trong|với|và|gồm|là|đã|sẽ|hằng|hàng|khi|vào
               |đến|bằng|nếu|như|thuộc|diễn\ ra|bắt\ đầu|kết\ thúc|kéo\ dài
               |chia|gửi|nộp|báo\ cáo|tháng\ \d+|quý\ [IVX\d]+
               |cấp\ (?:tỉnh|thành|huyện|quận|xã|phường|trường|cơ|khu|bộ|quốc|toàn)
               |(?:từ|theo)\ (?:ngày|kế|quyết|hướng|quy|công|\d+|nay|đầu) )\b )
    """,
    regex.VERBOSE,
)
_TARGET_PROGRAMME = regex.compile(
    r"[Cc]hương\ trình\ (?:mục\ tiêu\ [Qq]uốc\ gia|MTQG)\s+(?:về\s+)?(?P<name>\p{Ll}[^.;:()“”\"|\n]{4,160})",
    regex.VERBOSE,
)
_TARGET_STOP = regex.compile(
    r"\s(?=(?:trên địa bàn|theo|năm|do|được|tại|từ|cho|để|đã|và các|với|lồng ghép|đến năm|của|nhằm)\b)|,(?!\s?an\b)"
)
_ACTION_TIME = regex.compile(r"(?<![\p{L}“«\"])(?P<kind>Tháng(?: hành động)?|Tuần lễ|Tuần|Ngày hội|Lễ hội)\s\p{L}")
# Kinds that need no capital behind them to be a name.
_WHOLE_KINDS = frozenset({"Tháng hành động", "Tuần lễ", "Ngày hội"})
# Words that lead to the name of a month or week that has no other capital.
_LED = regex.compile(
    r"(?<!\p{L})(?:trong|hưởng ứng|phát động|tổ chức|nhân|của|dịp|thực hiện|tham gia|triển khai|về|lễ)\s\Z",
    regex.IGNORECASE,
)
_CALENDAR = regex.compile(  # Tháng Giêng, Tháng trước, Tuần thứ 3, Năm học
    r"\s(?:Giêng|Một|Hai|Ba|Tư|Năm|Sáu|Bảy|Tám|Chín|Mười|Chạp|[Tt]rước|[Ss]au|[Nn]ày|[Tt]hứ|[Hh]ọc|[Đđ]ầu|[Cc]uối|[Tt]iếp"
    r"|[Nn]ội\s[Dd]ung|và|của|là|do|có|được|tại|từ|đã|làm|vừa|qua|tới)(?!\p{L})"
)
_INSIDE_LIST = regex.compile(r"phòng, chống(?!\p{L})")  # Tháng hành động phòng, chống ma túy
_AND_NAME = regex.compile(  # Tuần lễ Biển và Hải đảo, but not `Tuần lễ Biển và Tháng hành động`
    r"\svà\s(?=\p{Lu}\p{Ll})(?!Tháng|Tuần|Ngày|Lễ|Hội|Phong trào|Chiến dịch|Cuộc|Chương trình|Đề án|Năm)"
)
# A name in capitals has at most so many words, one told by its first capital alone fewer.
MOST_WORDS, MOST_LOWER_WORDS = 14, 8
# `Phong trào TDTT quần chúng`, `Chương trình OCOP`: a field or an abbreviation, no name.
_NO_DRIVE = regex.compile(
    r"(?i:phong trào(?: thi đua)?|chương trình) (?:\p{Lu}{2,}|Đoàn|Hội|Đội|Thi đua|Công tác|Hành động|"
    r"Giáo dục (?:[Pp]hổ|[Mm]ầm)|Đại hội|Kỳ họp|Lễ|Tập huấn|Làm việc|Phối hợp)\b"
)
_PERIOD = regex.compile(r"\s+giai\ đoạn\ (?:20\d\d)\s?[-–]\s?20\d\d", regex.VERBOSE)
_NO_TARGET_NAME = regex.compile(r"^(?:trên|theo|năm|để|được|do|đã|và|của|tại|cho|giai|với|có|còn|gồm|này|nêu|đến|từ)\b")


@dataclass(frozen=True, slots=True)
class Drive:
    """A named drive: half-open span of kind and name, both as the contract wants them; which rule, how far trusted."""

    start: int
    end: int
    name: str
    kind: str
    rule: str
    score: float


def capitalised(text: str, start: int, end: int) -> Iterator[Drive]:
    """Contests and campaigns named in capitals: `Hội thi Sáng tạo trẻ`."""
    for match in _unquoted().finditer(text, start, end):
        stop = _STOP.search(text, match.end(), min(end, match.end() + LONGEST_NAME))
        finish = stop.start() if stop else min(end, match.end() + LONGEST_NAME)
        name = " ".join(text[match.start("name") : finish].split())
        before = flat(text[max(start, match.start() - 24) : match.start()])
        if len(name.split()) < 3 or len(name) > 120 or _BODY_BEFORE.search(before) or name.isupper():
            continue
        printed = f"{match.group('kind')} {name}"
        if printed.lower() in _awards() or _NO_DRIVE.match(printed):
            continue
        yield Drive(match.start(), finish, name, match.group("kind").lower(), "capitals", 0.6)


@cache
def _unquoted() -> regex.Pattern[str]:
    kinds = [row["kind"] for row in load("drives") if row["unquoted"] == "yes"]
    either = "|".join(f"[{k[0].lower()}{k[0].upper()}]{regex.escape(k[1:])}" for k in kinds)
    inside = [row["kind"] for row in load("drives") if row["unquoted"] == "capital"]
    either += "".join(rf"|(?<=\p{{Ll}}\s){k[0].upper()}{regex.escape(k[1:])}" for k in inside)
    return regex.compile(rf"(?P<kind>\b(?:{either})) (?P<name>\p{{Lu}}[\p{{L}}\d&]*)")


@cache
def _awards() -> frozenset[str]:
    """Awards that are named like a drive (`Giải thưởng Hồ Chí Minh`)."""
    return frozenset(row["form"] for row in load("awards"))


def action_times(text: str, start: int, end: int) -> Iterator[Drive]:
    """Months, weeks and festivals of action by their capital: `Tháng Đọc sách`, `Tuần sinh hoạt công dân`."""
    for match in _ACTION_TIME.finditer(text, start, end):
        proper = text[match.end() - 1].isupper()
        known = proper or match["kind"] in _WHOLE_KINDS
        led = known or _LED.search(text, max(start, match.start() - 16), match.start())
        if not led or _CALENDAR.match(text, match.end("kind")) or _STOP.match(text, match.end("kind")):
            continue
        stop = _STOP.search(text, match.end(), min(end, match.end() + LONGEST_NAME))
        while stop and (_INSIDE_LIST.match(text, stop.start() - len("phòng")) or _AND_NAME.match(text, stop.start())):
            stop = _STOP.search(text, stop.end(), min(end, match.end() + LONGEST_NAME))
        finish = stop.start() if stop else min(end, match.end() + LONGEST_NAME)
        name = " ".join(text[match.start() : finish].split())
        before = flat(text[max(start, match.start() - 24) : match.start()])
        longest = MOST_WORDS if known else MOST_LOWER_WORDS
        if (
            regex.search(r"\d", name)
            or not 3 <= len(name.split()) <= longest
            or name.isupper()
            or _BODY_BEFORE.search(before)
        ):
            continue
        kind = "tháng" if match["kind"].lower().startswith("tháng") else match["kind"].lower()
        yield Drive(match.start(), finish, name, kind, "action_time", 0.6)


def target_programmes(text: str, start: int, end: int) -> Iterator[Drive]:
    """National target programmes, whose names are printed in lower case."""
    for match in _TARGET_PROGRAMME.finditer(text, start, end):
        content = match.group("name")
        if _NO_TARGET_NAME.match(content):
            continue
        stop = _TARGET_STOP.search(content)
        length = stop.start() if stop else len(content)
        period = _PERIOD.search(content)
        if period and period.start() <= length:
            length = period.end()
        name = " ".join(content[:length].split())
        if len(name.split()) >= 2:
            finish = match.start("name") + length
            yield Drive(match.start(), finish, name, "chương trình mục tiêu quốc gia", "target", 0.6)


def named_days(text: str) -> Iterator[Drive]:
    """Days and months of action with a fixed name."""
    folded = flat(text)
    for match in _days().finditer(folded):
        printed = text[match.start() : match.end()]
        named = printed[:1].isupper() or any(c.isupper() for c in printed)
        if _ANNIVERSARY.search(folded, max(0, match.start() - 16), match.start()) or not named:
            continue
        yield Drive(match.start(), match.end(), " ".join(printed.split()), _day_kind(printed), "named_day", 0.7)


@cache
def _days() -> regex.Pattern[str]:
    names = sorted({flat(row["name"]) for row in load("named_days")}, key=lambda name: (-len(name), name))
    return regex.compile(r"\b(?:" + "|".join(regex.escape(n).replace(r"\ ", r"\s+") for n in names) + r")\b")


def _day_kind(printed: str) -> str:
    """The kind of a named day, as printed where the name begins with it (`Hội khoẻ ...`: `hội khoẻ`)."""
    name = " ".join(printed.split())
    kind = next(row["kind"] for row in load("named_days") if flat(row["name"]) == flat(name))
    begins = name[: len(kind)].lower()
    return begins if flat(begins) == flat(kind) else kind


def _is_shortened(short: list[str], long: list[str]) -> bool:
    """Does `short` leave out one stretch of at most two words of `long`: `Cuộc thi KHKT (dành cho) học sinh`?"""
    kept = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    missing = len(long) - len(short)
    return 0 < missing <= 2 and len(short) >= 4 and kept > 0 and short[kept:] == long[kept + missing :]


def same_name(a: str, b: str) -> bool:
    """Are two names (without marks, lower case) one drive's, told apart by a slip or by words left out?"""
    if a == b or _is_shortened(*sorted((a.split(), b.split()), key=len)):
        return True
    if min(len(a), len(b)) < 12 or abs(len(a) - len(b)) > 0.3 * max(len(a), len(b)):
        return False
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return (
        matcher.real_quick_ratio() >= SAME_NAME and matcher.quick_ratio() >= SAME_NAME and matcher.ratio() >= SAME_NAME
    )
