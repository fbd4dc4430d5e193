"""What headings say of the figures under them: goals, criteria, prizes, shares to allot, or results; on text."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from congvan.grammar.wording import any_of

ALLOTS = any_of("số lượng|phân bổ|cơ cấu|chỉ tiêu|thành phần|đề nghị")
SHARES_OUT = any_of("phân bổ|cơ cấu|chỉ tiêu|số lượng|định mức")
SEATS = any_of("cơ cấu|số lượng|thành phần|đại biểu|ứng cử|cấp ủy|cấp uỷ|nhân sự|quy hoạch|hiệp thương")
PRIZE_HEADING = any_of("giải thưởng|cơ cấu giải|giải tập thể|giải cá nhân")
RATING = regex.compile(  # Tốt: hoàn thành 100%; Loại A: ...
    r"[\W\d]*(?:(?:xếp\s|đạt\s)?loại\s)?(?:xuất\ssắc|giỏi|tốt|khá|trung\sbình|yếu|kém|[ABCD])\s*:", regex.IGNORECASE
)
RESULT_HEADING = any_of(
    "kết quả đạt được|kết quả đạt|kết quả thực hiện|kết quả hoạt động|kết quả công tác|kết quả đã|kết quả năm",
    "kết quả giai đoạn|tình hình thực hiện|tình hình chung|tình hình hoạt động|hiện trạng|thực trạng",
    "đặc điểm tình hình|đánh giá chung|đánh giá kết quả|đánh giá năm|đánh giá tình hình",
)
# These tell results where they open a heading; elsewhere they are common words (`người có hoàn cảnh khó khăn`).
_STATE_OPENS = regex.compile(
    r"(?:(?:những|một\s+số|các|về)\s+)?(?:ưu\s+điểm|hạn\s+chế|tồn\s+tại|nguyên\s+nhân|thuận\s+lợi|khó\s+khăn)(?!\p{L})",
    regex.IGNORECASE,
)
# `KẾT QUẢ TUYỂN SINH`, but not `Kết quả cần đạt`, `Kết quả đánh giá ở 5 mức`.
_RESULT_OPENS = regex.compile(
    r"kết\s+quả(?!\s+(?:cần|phải|dự|mong|mục|phấn|đánh|xếp|đầu|chủ\s+yếu\s+cần))(?!\p{L}).{0,50}\Z", regex.IGNORECASE
)
# The conclusion of a meeting sets duties, in minutes too.
CONCLUDES = any_of("kết luận|giao việc|phân công|giao nhiệm vụ")
AHEAD_HEADING = any_of("phương hướng|nhiệm vụ|chỉ tiêu|mục tiêu|kế hoạch|giải pháp")
_OUTLOOK = any_of("phương hướng|trọng tâm|thời gian tới")
_PROPOSAL_HEADING = any_of("nội dung thực hiện|nội dung trình|nội dung đề nghị|đề nghị|kiến nghị")
_CRITERION = any_of("tiêu chí|tiêu chuẩn|điều kiện")
_NO_CRITERION = regex.compile(
    r"\d\stiêu\schí|(?:đủ|tạo|mọi|trong)\sđiều\skiện|"
    r"điều\skiện\s(?:thực\stế|cụ\sthể|thuận\slợi|cơ\ssở|kinh\s|đầu\stư|sống|làm\sviệc|sinh\shoạt|thời\stiết)",
    regex.IGNORECASE,
)
_GOAL = any_of("phấn đấu|chỉ tiêu|mục tiêu|thi đua")
_LABEL = regex.compile(r"[\s*#]*(?:[\p{L}\d.]{1,6}[.)/–-]\s*)?[\s*]*")
HEADING_LENGTH = 200
# A line without number or colon that heads what follows: `Mục tiêu năm 2023`, `Điều kiện xét tặng Giải thưởng`.
_LINE_HEAD = regex.compile(
    r"[*#\s]*(?:(?:các|nội\s+dung|một\s+số)\s+)?(?:mục\s+tiêu|chỉ\s+tiêu|tiêu\s+chuẩn|tiêu\s+chí|điều\s+kiện|số\s+lượng|kết\s+quả|"
    r"nhiệm\s+vụ|phương\s+hướng|thực\s+trạng|cơ\s+cấu|nội\s+dung\s+thi\s+đua|thi\s+đua)(?!\p{L})[^.;:!?|]{0,60}",
    regex.IGNORECASE,
)
_TIME_HEAD = regex.compile(  # - Đến năm 2030:
    r"[\W\d]*(?:phấn\s+đấu\s+)?(?:đến|từ\s+nay|trước|trong|năm|hết|giai\s+đoạn)(?!\p{L})[^;.]{0,40}:\s*",
    regex.IGNORECASE,
)


def looks_ahead(head: str) -> bool:
    """Does a heading speak of what is still to be done, not of what a report tells or a proposal gives reasons for?"""
    if tells_results(head):
        return False
    return _OUTLOOK.search(head) is not None or bool(AHEAD_HEADING.search(head) or _PROPOSAL_HEADING.search(head))


def is_line_head(text: str, start: int, end: int) -> bool:
    """Is a paragraph a bare line that heads what follows it?"""
    return text[start:end][:1].isupper() and _LINE_HEAD.fullmatch(text, start, end) is not None


def sets_goals(head: str) -> bool:
    """May a heading tell by when what stands under it is due: does it name goals or tasks, or a time alone?"""
    return looks_ahead(head) or _GOAL.search(head) is not None or _TIME_HEAD.fullmatch(head) is not None


def tells_results(head: str) -> bool:
    """Does a heading speak of what was reached or how things stand (`Kết quả năm 2023`, `Thực trạng`)?

    One that speaks of both looks ahead: `Đánh giá kết quả và phương hướng năm 2024`.
    """
    if _OUTLOOK.search(head) is not None:
        return False
    label = _LABEL.match(head)
    begin = label.end() if label else 0
    opens = _RESULT_OPENS.match(head, begin) is not None or _STATE_OPENS.match(head, begin) is not None
    return opens or RESULT_HEADING.search(head) is not None


def governed_by_results(heads: Iterable[str]) -> bool:
    """Do the headings over a figure, nearest first, tell results? The nearest that says anything decides."""
    for head in heads:
        if len(head) < HEADING_LENGTH:
            if tells_results(head):
                return True
            if AHEAD_HEADING.search(head) is not None:
                return False
    return False


def names_criteria(text: str) -> bool:
    """Does a heading or clause speak of criteria (`tiêu chí`, `tiêu chuẩn`, `điều kiện`), not of circumstances?"""
    return _CRITERION.search(_NO_CRITERION.sub("", text)) is not None
