"""Figures that tell what was reached or how things stand, and figures of a condition; pure, on text and dates.

Reports use the words of plans (`đạt`, `tăng`, `hoàn thành`): what is striven for is told by a word of striving or by a
time to come, what was reached by a time gone by, by its share of the plan, or by words of reporting.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import regex

from congvan.datamodel.mentions import DateMention
from congvan.grammar.figures.counted import Quantity
from congvan.grammar.figures.dues import last_day
from congvan.grammar.wording import Word, any_of, keys

AHEAD = regex.compile(
    r"(?<!\p{L})(?:phấn\sđấu|quyết\stâm|yêu\scầu|đề\snghị|mục\stiêu(?!\squốc)|bảo\sđảm|đảm\sbảo|mong\smuốn|dự\skiến|"
    r"giao\schỉ\stiêu|không\sđể)(?!\p{L})",
    regex.IGNORECASE,
)
_BOUNDED = regex.compile(  # words of a bound that reports do not use; `thấp nhất`, `trên`, `gần` they do
    r"(?<!\p{L})(?:ít\snhất|tối\sthiểu|tối\sđa|không\s(?:vượt\s)?quá|không\sdưới|không\s(?:ít|thấp|nhiều|cao)\shơn|từ)"
    r"(?!\p{L})",
    regex.IGNORECASE,
)
_REPORTS = regex.compile(
    r"""
    (?<!\p{L}) (?:
        mới \s (?: đạt | có | chỉ | thực \s hiện | hoàn \s thành )                        # mới đạt 47,3%
      | chỉ \s (?: đạt | chiếm )                                                          # nợ quá hạn chỉ chiếm 0,08%
      | (?: vẫn | hiện | đang | nay ) \s còn | còn \s thiếu                               # các huyện còn thiếu 34 em
      | đến \s (?: nay | thời \s điểm \s này )                                            # đến nay có 60% hộ tham gia
      | (?<!thông\s) (?: theo | qua ) \s (?: số \s liệu \s )?
        (?: khảo \s sát | thống \s kê | điều \s tra | kiểm \s tra | rà \s soát | tổng \s hợp ) # qua kiểm tra 86 cơ sở
      | thống \s kê \s (?: sơ \s bộ | cho \s thấy | đến ) | được \s hỏi
      | (?<! so \s với \s ) (?<! hơn \s ) (?<! như \s ) (?<! các \s )
        (?: năm | năm \s học | nhiệm \s kỳ | kỳ | khóa | khoá | lần | quý | tháng | đợt | mùa | vụ )
        \s (?: trước | ngoái | vừa \s qua )                                               # năm học trước có 14 em
      | (?: năm | tháng | quý | nhiệm \s kỳ | thời \s gian ) \s qua                      # 8 tháng qua mới có 13 xã
      | so \s với \s đầu \s (?: năm | nhiệm \s kỳ | kỳ )
      | (?: \d+ | một | hai | ba | bốn | năm | sáu | bảy | tám | chín | mười (?: \s một )? ) \s tháng
        (?: \s đầu \s năm | \s qua )? (?= \s? , )                                        # Tám tháng, thu quỹ đạt 80%
      | dự \s (?: họp | hội \s nghị ) \s (?: có | gồm )                                  # Dự họp có lãnh đạo 06 xã
      | (?<! không \s để \s ) (?<! không \s ) (?<! hạn \s chế \s ) xảy \s ra              # xảy ra 17 vụ cháy
      | toàn \s \p{L}+ (?: \s \p{L}+ )? \s (?: hiện \s | đã \s )? (?: có | còn ) (?= \s \d )  # toàn huyện có 71 tổ
      | hôm \s (?: qua | nay | \d )
    ) (?!\p{L})
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_RESULT_LABEL = regex.compile(  # Kết quả lấy phiếu: ...
    r"\W*kết\squả(?!\s(?:cần|phải|dự|mong|đầu|mục))[^:;.]{0,40}:", regex.IGNORECASE
)
_STOOD = regex.compile(  # so với năm 2022 (92,1%); (năm 2018: 1.926 nghìn lượt)
    r"(?:so\svới|dịp|cùng\skỳ)[^();]{0,40}\([^()]{0,30}\Z", regex.IGNORECASE
)
_PLAN = r"(?:kế\shoạch|chỉ\stiêu|dự\stoán|KH|khối\slượng|nghị\squyết)(?!\p{L})"
_OF_PLAN = regex.compile(rf"\s*(?:so\svới\s)?(?:tổng\s)?(?:số\s)?{_PLAN}", regex.IGNORECASE)
_EXCEEDS = regex.compile(rf"(?<!\p{{L}})vượt(?:\s{_PLAN})?(?:\strên)?\s*\Z", regex.IGNORECASE)  # vượt 8% kế hoạch
_THAN_BEFORE = regex.compile(  # giảm 05 vụ (22,7%) so với cùng kỳ
    r"[^.;\d]{0,30}?(?:\([^()]{0,12}\)\s*)?so\svới\s(?:cùng\skỳ|(?:năm|tháng|quý|năm\shọc|kỳ)\s(?:trước|ngoái))",
    regex.IGNORECASE,
)
_COUNT_BEFORE = regex.compile(  # tuyển 1.297 em, đạt | 96,4% chỉ tiêu; 112 cơ sở (| 60,2%)
    r"(?<![\d/.,])(?!20\d\d\D)\d[\d.,]*\s?[^.;:()%\d]{1,60}?(?P<bracket>\()?(?:[,\s]|đạt|bằng|chiếm|tỷ\slệ|tỉ\slệ)*\Z",
    regex.IGNORECASE,
)
_SHARE_AFTER = regex.compile(  # 112 cơ sở | (60,2%); 137 đảng viên mới, | đạt 105,4% chỉ tiêu
    rf"[^.;:()\d]{{0,40}}(?:\(\s*(?:(?:đạt|bằng|chiếm|tỷ\slệ|tỉ\slệ|tăng|giảm)\s)*\d[\d.,]*\s?%\s*[),]"
    rf"|[,\s](?:đạt|bằng|vượt)\s(?:tỷ\slệ\s)?\d[\d.,]*\s?%\s(?:so\svới\s)?{_PLAN})",
    regex.IGNORECASE,
)
_COUNTED_GOALS = regex.compile(  # 06 chỉ tiêu vượt, 02 chỉ tiêu không đạt
    r"\s*chỉ\stiêu\s(?:\p{L}+\s){0,2}?(?:vượt|đạt|không|chưa|hoàn\sthành)(?!\p{L})", regex.IGNORECASE
)
_LACKING = regex.compile(r"(?<!\p{L})còn\s*\Z", regex.IGNORECASE)  # còn 02 xã chưa đạt
_LACKS = regex.compile(r"\s+(?:\p{L}+\s+){1,4}?(?:chưa|không|thiếu)(?!\p{L})", regex.IGNORECASE)
_TIME_LEAD = regex.compile(  # before a time gone by: nothing, or `tính đến ngày`
    r"(?:^|[\s(,])(?:(?:tính\s)?đến(?:\s(?:hết|cuối|ngày))*|trong|hết|cuối|vào|sáng|chiều|tối|lúc|ngày|tháng|kết\sthúc|qua|"
    r"\d+\sgiờ(?:\s\d+)?|kỳ\sthi|hội\sthi|hội\sthao|cuộc\sthi|giải|mùa|vụ)(?:\sngày)?\s*\Z",
    regex.IGNORECASE,
)
# A school year ends in May; a year alone in brackets tells when an earlier event was: `lần thứ I (2022) có`.
_SCHOOL_YEAR = regex.compile(r"năm\shọc\s(?:20\d\d)\s?[-–]\s?(?P<year>20\d\d)", regex.IGNORECASE)
_EVENT_YEAR = regex.compile(r"[^.;()\d]{3,40}\((?:năm\s)?(?P<year>20\d\d)\)")
_SCHOOL_END = (5, 25)
_ASKED = regex.compile(r"[^.;,]{0,30}(?<!\p{L})được\shỏi(?!\p{L})", regex.IGNORECASE)  # 96% cử tri được hỏi
_GONE_BY = regex.compile(r"[^.;]{0,90}(?<!\p{L})(?:hôm\s(?:qua|\d)|vừa\squa)(?!\p{L})", regex.IGNORECASE)
_HEAD_REACH = 30  # characters of a sentence in which a bare time opens it
_EACH = regex.compile(r"(?<!\p{L})(?:mỗi|từng)(?!\p{L})", regex.IGNORECASE)
_MANAGED = keys("được")

_THEN = regex.compile(  # có dưới 50% cử tri đi bầu thì tổ chức bầu lại; có mặt ... mới được tiến hành
    r"[^.;,]{0,90}?(?<!\p{L})(?:thì|mới\s(?:(?:được|có\sthể)\s)?(?:tiến\shành|tổ\schức|họp|mở|phép|bán|thông\squa|có\s|hợp))"
    r"(?!\p{L})(?P<what>[^.;]{0,60})",
    regex.IGNORECASE,
)
_IF = regex.compile(r"(?<!\p{L})(?:nếu|khi\s(?:có|đạt|đủ))(?:(?!(?<!\p{L})thì(?!\p{L}))[^.;:,])*\Z", regex.IGNORECASE)
_RATED_WHEN = regex.compile(  # được xếp loại Tốt khi có trên 90% ..., không quá 01 người ...
    r"(?<!\p{L})(?:xếp\sloại|xếp\shạng|công\snhận|xét|khen|tặng|trao\sgiải|đánh\sgiá)(?!\p{L})[^.;]{0,80}"
    r"(?<!\p{L})(?:khi|nếu)\s(?:có|đạt|đủ)(?!\p{L})",
    regex.IGNORECASE,
)
_MERIT = any_of(
    "xét|khen|thưởng|thi đua|xếp loại|công nhận|danh hiệu|trao giải|xếp hạng|đánh giá|tặng|đạt loại|bình xét"
)


def is_reached(
    text: str,
    since: int,
    start: int,
    end: int,
    quantity: Quantity,
    *,
    goal: bool,
    words: Sequence[Word],
    dates: Sequence[DateMention],
    issued_on: date | None,
) -> bool:
    """Does the sentence from `start` to `end` tell that this figure was reached or stands so?

    `since`: where the whole sentence begins, with what stands before a semicolon; a report goes on there with rates.
    `goal`: a heading names goals; `words`: those of the sentence before the figure; `dates`: those of the sentence.
    """
    if _STOOD.search(text, start, quantity.at) or _ASKED.match(text, quantity.end, end):
        return True
    if _COUNTED_GOALS.match(text, quantity.after, end):
        return AHEAD.search(text, start, quantity.at) is None
    if quantity.counts in ("share", "money"):
        start = since
    ahead = [match.start() for match in AHEAD.finditer(text, start, quantity.at)]
    told = [match.start() for match in _REPORTS.finditer(text, start, quantity.at)]
    bounded = quantity.compared and _is_bounded(text, quantity)
    if (
        told
        and not bounded
        and (not ahead or told[-1] > ahead[-1])
        and not _is_to_come(dates, told[-1], quantity, issued_on)
    ):
        return True
    if bounded or ahead:
        return False
    if _RESULT_LABEL.match(text, start, quantity.at) or lies_back(text, start, quantity, dates, issued_on):
        return True
    if _GONE_BY.match(text, quantity.end, end):
        return True
    if goal:
        return False
    measured = quantity.counts == "share" and quantity.value % 1 != 0 and quantity.value_max is None
    if measured and quantity.change is None and not (words and words[0].part == "verb"):
        return True  # people strive for round shares: `tỷ lệ phản hồi 71,2%` was measured
    return _is_measured(text, start, end, quantity) or _was_managed(text, start, quantity, words)


def _is_bounded(text: str, quantity: Quantity) -> bool:
    return (
        _BOUNDED.search(text, quantity.start, quantity.at) is not None or "trở" in text[quantity.after : quantity.end]
    )


def _is_to_come(dates: Sequence[DateMention], since: int, quantity: Quantity, issued_on: date | None) -> bool:
    """Does a time to come stand between the word of reporting and the figure?"""
    return issued_on is not None and any(
        since < mention.start < quantity.at and mention.value and last_day(mention.value) >= issued_on
        for mention in dates
    )


def lies_back(text: str, start: int, quantity: Quantity, dates: Sequence[DateMention], issued_on: date | None) -> bool:
    """Is the last time before the figure, one that says when, gone by on the day of issue?"""
    if issued_on is None:
        return False
    event = _EVENT_YEAR.match(text, start, quantity.at)
    school = _SCHOOL_YEAR.match(text, start, quantity.at)
    if (event and int(event["year"]) < issued_on.year) or (
        school and date(int(school["year"]), *_SCHOOL_END) <= issued_on
    ):
        return True
    before = [m for m in dates if start <= m.start < quantity.at and m.value and _says_when(text, start, m, quantity)]
    return bool(before) and last_day(str(before[-1].value)) < issued_on


def _says_when(text: str, start: int, mention: DateMention, quantity: Quantity) -> bool:
    opening = text.rfind("(", start, mention.start)
    if opening >= 0 and ")" in text[opening : quantity.at]:
        return False  # `(năm 2018: 1.926 nghìn lượt), khách lưu trú đạt ...`
    opens = mention.start - start < _HEAD_REACH and not text[start : mention.start].strip(" -+*–")
    bracketed = opening >= 0 and not text[opening + 1 : mention.start].strip()
    return opens or bracketed or _TIME_LEAD.search(text, start, mention.start) is not None


def _is_measured(text: str, start: int, end: int, quantity: Quantity) -> bool:
    """Is the figure measured against the plan or the year before, or is it a share told beside its count?"""
    if quantity.change is not None and _THAN_BEFORE.match(text, quantity.end, end):
        return True
    if _EXCEEDS.search(text, start, quantity.at):
        return quantity.counts != "share" or _OF_PLAN.match(text, quantity.end, end) is not None
    if quantity.counts == "share":
        count = _COUNT_BEFORE.search(text, max(start, quantity.at - 90), quantity.at)
        if count is None:
            return False
        return count["bracket"] is not None or _OF_PLAN.match(text, quantity.end, end) is not None
    if _LACKING.search(text, start, quantity.at) and _LACKS.match(text, quantity.after, end):
        return True
    return _SHARE_AFTER.match(text, quantity.after, end) is not None


def _was_managed(text: str, start: int, quantity: Quantity, words: Sequence[Word]) -> bool:
    """`tuyển được 1.297 em`: what somebody managed, where it is not asked of each."""
    if len(words) < 2 or words[-1].key not in _MANAGED or words[-2].part != "verb":
        return False
    return _EACH.search(text, start, quantity.at) is None


def is_condition(text: str, start: int, end: int, quantity: Quantity) -> bool:
    """Does the figure only tell when something holds, and no award or rating hangs on it?

    `có dưới 50% cử tri đi bầu thì bầu lại`, `bị hủy nếu dưới 20 người đăng ký`.
    """
    then = _THEN.match(text, quantity.end, end)
    if then is not None:
        return _MERIT.search(then["what"]) is None
    when = _IF.search(text, start, quantity.at)
    return when is not None and _MERIT.search(text, start, when.start()) is None


def is_merit(text: str, start: int, end: int, quantity: Quantity) -> bool:
    """Does an award or a rating hang on the figure (`được xếp loại Tốt khi có trên 90% ...`)?"""
    then = _THEN.match(text, quantity.end, end)
    if then is not None and _MERIT.search(then["what"]) is not None:
        return True
    return _RATED_WHEN.search(text, start, quantity.at) is not None
