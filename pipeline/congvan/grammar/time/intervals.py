"""Terms told by their length from an event: text in, values with offsets out; pure.

The values are those of the contract's deadlines.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from congvan.grammar.numbers import parse_number

Span = tuple[int, int]

_FLAGS = regex.VERBOSE | regex.IGNORECASE

_COUNT = r"(?P<count> \d+ (?:[.,]\d+)? | một | hai | ba | bốn | năm | sáu | bảy | tám | chín | mười )"
_UNIT = r"(?P<unit> ngày\slàm\sviệc | giờ\slàm\sviệc | ngày | giờ | tuần | tháng | năm )"
_BRACKET = r"(?: \s? \( [^()\n]{1,20} \) )?"  # 07 (bảy) ngày
_LENGTH = rf"{_COUNT} {_BRACKET} \s {_UNIT} (?! \p{{L}} )"
_EVENT_LEAD = (
    r"(?: k[ểế]\stừ | tính\stừ | bắt\sđầu\stừ | từ (?=\s(?:ngày|khi|thời\sđiểm|lúc))"
    r" | (?:ngay\s)?sau(?!\s(?:đó|này|phải|các|thì|để)) | (?=khi\s) )"
)
# `chậm nhất 16 giờ 30 ngày 20/5` tells an hour of the day, not a length
_NO_CLOCK = (
    r"(?! (?<=giờ) (?: \s?[0-5]\d(?!\d)"
    r" | [\s,]{1,3} (?:ngày|thứ|chủ\snhật|sáng|chiều|tối|cùng\sngày|hôm|hằng|hàng|mỗi)(?!\p{L}) ) )"
)
_AT_MOST = r"(?: ít\snhất | tối\sthiểu | tối\sđa | chậm\snhất | muộn\snhất | không\squá | khoảng | đúng )"
# Where a length after its event ends: at a mark, at the words of what is to be done, of the text itself
_ENDED = r"(?= \s? (?: [,;.):*] | $ ) | \s (?:để|phải|thì|các|mỗi|và)\s )"
# `trước thời hạn 12 tháng`, `trước đây 02 năm`, `trước một tuần` name no event
_NO_EVENT = (
    rf"(?: (?:ngày|hạn|hết) \s \d | {_AT_MOST} | đó \s (?:không|tối)"
    r" | (?: (?:thời\s)?hạn | đây | kia | mắt | một | hai | ba | và ) \s )"
)
_EVENT_WORDS = r"[^,;:.()\d\n]{2,60}?"
_LONG_UNIT = r"(?P<unit> ngày\slàm\sviệc | ngày | tuần | tháng )"
_INTERVAL = regex.compile(
    rf"""
    (?<! \p{{L}} )
    (?:
        (?P<lead> (?:chậm|muộn)\snhất (?:\s(?:là|trong|sau))? (?:\svòng|\sthời\s(?:hạn|gian))?
          | (?:sau\s)? không\s(?:được\s)?(?:(?:chậm|muộn|trễ|vượt)\s)?quá | không\s(?:chậm|muộn|trễ)\shơn
          | tối\sđa (?:\slà|\strong|\skhông\squá)?
          | trong (?:\svòng|\sthời\s(?:hạn|gian))? (?:\s(?:chậm\snhất|tối\sđa|không\squá|là))*
          | thời\s(?:hạn|gian) (?:\s(?:là|không\squá|tối\sđa))* :?
          | sau
        ) \s
        {_LENGTH} {_NO_CLOCK} {_BRACKET}
        (?: ,? \s {_EVENT_LEAD} \s? (?P<event> [^,;.()]{{2,120}} )
          # chậm nhất 10 ngày trước ngày tổ chức hội nghị ; chậm nhất 01 giờ trước lượt đua
          | \s trước \s (?P<event> (?!đó|và\s) [^,;.()\d]{{3,120}} )
          # chậm nhất 5 ngày sau
          | \s sau (?:\sđó)? (?! \s (?:khi|ngày) ) )?
      # 03 ngày sau khi kết thúc ; 02 ngày trước khi khai mạc
      | {_LENGTH} \s (?P<lead> sau | (?P<ahead>trước) ) \s
            (?P<event> (?:khi|ngày(?!\s\d)|thời\sđiểm|lúc(?!\s\d)) \s [^,;.()]{{2,120}} )
      # trước Tết Nguyên đán ít nhất 20 ngày ; trước khi giấy phép hết hạn 03 tháng ; trước đó 02 ngày
      | (?<! đến\s | tới\s ) (?P<lead> (?:xong\s)? (?P<ahead>trước) ) \s (?! {_NO_EVENT} )
            (?P<event> {_EVENT_WORDS} ) \s (?: {_AT_MOST} \s )? {_LENGTH} {_BRACKET} {_ENDED}
      # trước 03 ngày so với tiết dạy ; gửi tài liệu trước 02 ngày
      | (?P<lead> (?P<ahead>trước) ) \s (?: {_AT_MOST} \s )?
            (?: {_LENGTH} \s so\svới \s (?P<event> [^,;.()]{{2,120}} )
              | {_COUNT} {_BRACKET} \s {_LONG_UNIT} (?! \p{{L}} ) {_ENDED} )
      # chậm nhất sau đó 10 ngày ; sau đó không quá 05 ngày
      | (?P<lead> (?:{_AT_MOST}\s)? sau \s đó ) \s (?: {_AT_MOST} \s )? {_LENGTH}
      # tháo dỡ sau đại hội 07 ngày ; sau mỗi lần thi không quá 7 ngày
      | (?<! và\s ) (?P<lead> sau ) \s (?! {_AT_MOST} | đó | này | khi\s\d )
            (?P<event> {_EVENT_WORDS} ) \s (?: {_AT_MOST} \s )? {_LENGTH} {_BRACKET} {_ENDED}
    )
    """,
    _FLAGS,
)
# Words that end the event a term is counted from: a new clause begins, or what is used for it.
_EVENT_END = regex.compile(
    r"\s(?:phải|sẽ|thì|để|các|đề\snghị|(?<!(?:thư|phiếu|đơn|giấy|văn\sbản|có)\s)yêu\scầu|có\strách\snhiệm"
    r"|đơn\svị\sphải|nếu|theo\squy\sđịnh|qua\s(?:số|điện|đường|hộp|email)|bằng\svăn\sbản|gửi\svề)(?!\p{L})",
    regex.IGNORECASE,
)
_WHEN = regex.compile(r"(?:khi|lúc)\s", regex.IGNORECASE)
_UNITS = {
    "ngày làm việc": "working_day",
    "giờ làm việc": "hour",
    "ngày": "day",
    "giờ": "hour",
    "tuần": "week",
    "tháng": "month",
    "năm": "year",
}


@dataclass(frozen=True, slots=True)
class Interval:
    """A term told by its length: half-open span, number, unit, and the span of the event it is counted from.

    `lead`: the word before it, lower case (`trong`, `sau`, `chậm nhất`); `ahead`: `trước` opens it, so that it ends
    before the event; `event`: without the `khi` before it.
    """

    start: int
    end: int
    within: float
    unit: str
    lead: str
    event: Span | None
    ahead: bool = False


def find_intervals(text: str, start: int, end: int) -> Iterator[Interval]:
    """The terms told by length between two offsets: `trong 07 ngày làm việc kể từ ngày nhận được văn bản`."""
    for match in _INTERVAL.finditer(text, start, end):
        number = parse_number(match["count"])
        if number is None:
            continue
        event, stop = _event(text, match)
        lead = " ".join(match["lead"].casefold().split())
        unit = _UNITS[" ".join(match["unit"].casefold().split())]
        yield Interval(match.start(), stop, number, unit, lead, event, match["ahead"] is not None)


def _event(text: str, match: regex.Match[str]) -> tuple[Span | None, int]:
    """The span of the event and where the term ends: with the event, or after a length that follows it."""
    if not match["event"]:
        return None, match.end()
    begin, stop = match.span("event")
    when = _WHEN.match(text, begin, stop)
    begin = when.end() if when else begin
    cut = _EVENT_END.search(text, begin, stop)
    stop = cut.start() if cut else stop
    while stop > begin and text[stop - 1].isspace():
        stop -= 1
    event = (begin, stop) if stop > begin else None
    return event, max(stop, match.end("unit")) if match.end("unit") > match.start("event") else stop
