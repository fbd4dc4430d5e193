"""By when a duty's figure is due: the time in its own clause, the one that heads its sentence, or that of a heading.

A time in another clause belongs to what is done there: in `trồng 500 cây, gửi báo cáo trước ngày 15/6` the trees have
no day. Pure, on offsets.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import regex

from congvan.datamodel.mentions import DateMention
from congvan.grammar.figures.clause_words import STRIVING
from congvan.grammar.figures.counted import Quantity, Span
from congvan.grammar.wording import Wording, keys

_DUE_LEAD = regex.compile(
    r"(?<!\p{L})(?:đến(?:\s(?:hết|cuối|đầu))?|trước|trong|chậm\snhất(?:\slà)?|hết|cuối|vào|xong|muộn\snhất|hạn)"
    r"(?:\sbuổi)?(?:\s(?:sáng|chiều|tối))?(?:\s\d{1,2}\s?(?:giờ|h|g)(?:\s?\d{2})?(?:\sphút)?)?(?:\s*(?:ngày|,))*\W*\Z",
    regex.IGNORECASE,
)  # trước 10 giờ 00 ngày
_LOOK_BACK = 36  # characters before a date in which its word of time stands
_FROM = regex.compile(r"(?<!\p{L})(?:từ|bắt\sđầu)(?:\s(?:từ|ngày))*\s*\Z", regex.IGNORECASE)
_TILL = regex.compile(r"[\s,]*(?:đến|tới|-|–)(?:\s(?:hết|ngày))*\s*", regex.IGNORECASE)
_SPAN_GAP = 40
# A bare year or quarter is when something is due (`Năm 2025, phấn đấu ...`, `PCI năm 2024 đạt ...`), not after these.
_NOT_WHEN = regex.compile(
    r"(?<!\p{L})(?:so\svới|hơn|từ|sau|bằng|của|giai\sđoạn|thực\shiện|kế\shoạch|chương\strình|quyết\sđịnh|nghị\squyết|luật|"
    r"nghị\sđịnh|dịp|mức|khóa|khoá)(?:\s(?:cuối|đầu|cùng\skỳ|bình\squân|dịp\slễ|ước\sthực\shiện|cả|trung\sbình))*\s*\Z",
    regex.IGNORECASE,
)
_THIS_YEAR = regex.compile(
    r"(?<!\p{L})(?:(?:trong|hết|cả)\snăm(?:\snay)?(?=\s*(?:[,.;)]|\Z))|năm\snay(?!\p{L})|cả\snăm(?!\s(?:học|\d)))",
    regex.IGNORECASE,
)
_PLAIN_VERBS = keys("mục tiêu|chỉ tiêu|đặt|đặt ra|đề ra|phấn đấu|đạt|có|quyết tâm|bảo đảm|đảm bảo|tiếp tục|hết|đến hết")
# What is done with papers after the work has a day of its own: `trồng 500 cây, gửi báo cáo trước ngày 15/6`.
_REPORTING = keys(
    "gửi|nộp|báo cáo|trình|công bố|niêm yết|tổng hợp|bế giảng|khai giảng|sơ kết|tổng kết|thông báo|đăng tải|"
    "đăng ký|gửi báo cáo|báo cáo kết quả|lập danh sách|bàn giao|phê duyệt|nghiệm thu|thẩm định"
)
_HEAD_LEAD = regex.compile(
    r"(?:[^\p{L}\d]|(?:phấn\sđấu|(?:đặt|đề\sra)(?=\s(?:mục|chỉ)\stiêu)|mục\stiêu|cụ\sthể|tổng\squát|chung|chỉ\stiêu|từ\snay|đến|tới|hết|cuối|đầu|trước|trong|riêng|và|là|ngày|"
    r"bảo\sđảm|đảm\sbảo)(?!\p{L}))*",
    regex.IGNORECASE,
)
_LATER_WORK = regex.compile(  # , phát dọn xong 12 km ...; , 70% cử tri bỏ phiếu xong ngay ...
    r",[^,;]{0,40}(?<!\p{L})(?:xong|hoàn\sthành)\s[^,;]{0,20}\d|,[^,;]{0,20}\d[^,;]{0,60}\p{L}\sxong(?!\p{L})",
    regex.IGNORECASE,
)
_BARE_YEAR = regex.compile(  # Mục tiêu đến 2025, tầm nhìn 2030
    r"(?<!\p{L})đến\s(?P<year>20\d\d)(?!\d|\s?[-–/])", regex.IGNORECASE
)
_REST_OF_YEAR = regex.compile(r"(?<!\p{L})(?:hết|cuối|cả)\snăm(?!\s(?:\d|học))(?!\p{L})", regex.IGNORECASE)
_TOWARDS = regex.compile(r"(?<!\p{L})(?:đến|tới|hết)(?!\p{L})", regex.IGNORECASE)
_EVENT_DAY = regex.compile(r"vào(?!\p{L})", regex.IGNORECASE)
_FRESH = keys(",|(|)|+|và|đồng thời")
_OTHER_TIME = regex.compile(  # xóa 100% lớp tạm trước khai giảng: a time that is no date
    r"[^,;.:]{0,60}?(?<!\p{L})trước\s(?:khi|khai|kỳ|tết|đại\shội|mùa|vụ|lễ|ngày\s(?:khai|bầu|hội))", regex.IGNORECASE
)


def due_of(
    wording: Wording, dates: Sequence[DateMention], piece: Span, since: int, quantity: Quantity, issued_on: date | None
) -> str | None:
    """The contract's date by which a figure is due, None where its sentence does not say.

    `piece`: the stretch between semicolons in which the figure stands; `since`: where its whole sentence begins;
    `dates`: those of the whole sentence. The ends of a span (`từ ngày 06/9 đến 17/9`) tell when something runs.
    """
    text = wording.text
    piece = max(piece[0], text.rfind(";", piece[0], quantity.at) + 1), piece[1]
    stop = text.find(";", quantity.after, piece[1])  # a semicolon with no blank after it ends no sentence
    piece = piece[0], stop if stop >= 0 else piece[1]
    told = [
        mention
        for i, mention in enumerate(dates)
        if mention.value and _is_when(text, mention, issued_on) and not (i and _is_span(text, dates[i - 1], mention))
    ]
    within = [mention for mention in told if piece[0] <= mention.start < piece[1]]
    before = [m for m in within if m.end <= quantity.at and _governs(wording, piece[0], m, quantity)]
    if before:
        return before[-1].value
    after = next((m for m in within if m.start >= quantity.after), None)
    if after is not None and _belongs(wording, quantity, after):
        return after.value
    year = _THIS_YEAR.search(text, *piece)
    if (
        year
        and issued_on is not None
        and (year.start() < quantity.at or "," not in text[quantity.after : year.start()])
    ):
        return str(issued_on.year)
    if _OTHER_TIME.match(text, quantity.after, piece[1]):
        return None
    head = next((m for m in told if since <= m.start < piece[0]), None)
    return head.value if head is not None and _heads(text, since, head) else None


def opens_with_time_to_come(
    text: str, dates: Sequence[DateMention], since: int, quantity: Quantity, issued_on: date | None
) -> bool:
    """Does the sentence open with a time by which something is to be so (`Đến hết năm 2025 toàn xã có 05 thôn ...`)?"""
    head = next((m for m in dates if since <= m.start < quantity.at and m.value), None)
    if head is None or not _heads(text, since, head) or _TOWARDS.search(text, since, head.start) is None:
        return False
    return issued_on is None or last_day(str(head.value)) >= issued_on


def due_of_heading(text: str, dates: Sequence[DateMention], start: int, end: int, issued_on: date | None) -> str | None:
    """By when a heading says (`Từ nay đến năm 2021, phấn đấu ...:`, `Chỉ tiêu năm 2022`, `Nhiệm vụ đến hết năm`)."""
    led = [m for m in dates if m.value and _DUE_LEAD.search(text, max(start, m.start - _LOOK_BACK), m.start)]
    if led:
        return led[-1].value
    last = next((m for m in reversed(dates) if m.value and m.precision != "day"), None)
    if last is not None and not _NOT_WHEN.search(text, max(start, last.start - _LOOK_BACK), last.start):
        return last.value
    bare = _BARE_YEAR.search(text, start, end)
    if bare is None and issued_on is not None and _REST_OF_YEAR.search(text, start, end):
        return str(issued_on.year)
    return bare["year"] if bare else None


def _is_when(text: str, mention: DateMention, issued_on: date | None) -> bool:
    low = max(0, mention.start - _LOOK_BACK)
    if _NOT_WHEN.search(text, low, mention.start):
        return False
    lead = _DUE_LEAD.search(text, low, mention.start)
    if lead is not None and mention.precision == "day" and _EVENT_DAY.match(text, lead.start()):
        return False  # `hỗ trợ lễ đón vào sáng 30/8` tells when an event is
    if lead is not None or text[mention.start : mention.end].casefold().startswith("cuối"):
        return True
    if mention.precision == "day" or text[low : mention.start].rstrip().endswith("("):
        return False
    return issued_on is None or int(str(mention.value)[:4]) >= issued_on.year


def _is_span(text: str, first: DateMention, last: DateMention) -> bool:
    if _FROM.search(text, max(0, first.start - _LOOK_BACK), first.start) is None:
        return False
    between = text[first.end : last.start]
    return _TILL.fullmatch(between) is not None or (len(between) < _SPAN_GAP and "kết thúc" in between)


def _governs(wording: Wording, start: int, mention: DateMention, quantity: Quantity) -> bool:
    """Does a time before a figure hold for it: does it head the clause, or is no other clause between them?"""
    between = wording.text[mention.end : quantity.at]
    if not any(mark in between for mark in ",(:"):
        return True
    return all(word.part != "verb" or word.key in _PLAIN_VERBS for word in wording.between(start, mention.start))


def _belongs(wording: Wording, quantity: Quantity, mention: DateMention) -> bool:
    """Does a time after a figure hold for it, not for papers or a later work (`, phát dọn xong 12 km ...`)?"""
    if _LATER_WORK.search(wording.text, quantity.end, mention.start):
        return False
    words = wording.between(quantity.end, mention.start)
    if any(word.key in STRIVING for word in words):
        return False  # `70% hội viên dùng ..., phấn đấu đến năm 2027 là 90%`
    fresh = False
    for word in words:
        fresh = fresh or word.key in _FRESH
        if fresh and word.key in _REPORTING:
            return False
    return True


def _heads(text: str, start: int, mention: DateMention) -> bool:
    """Does a time open its sentence, so that it holds for all that follows (`Đến năm 2025: ...; ...`)?"""
    return _HEAD_LEAD.fullmatch(text, start, mention.start) is not None


def last_day(value: str) -> date:
    """The last day of a date of the contract: `2021-02`, `2021-Q2`, `2021-H1`, `2021` end with their last day."""
    year, _, rest = value.partition("-")
    if not rest:
        return date(int(year), 12, 31)
    if rest[0] in "QH":
        month = int(rest[1]) * (3 if rest[0] == "Q" else 6)
    elif "-" in rest:
        return date.fromisoformat(value)
    else:
        month = int(rest)
    return date(int(year), 12, 31) if month == 12 else date.fromordinal(date(int(year), month + 1, 1).toordinal() - 1)
