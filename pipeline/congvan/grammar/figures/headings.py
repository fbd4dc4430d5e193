"""What headings say of the figures under them: goals, criteria, prizes, shares to allot, or results; on text."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from congvan.grammar.wording import any_of

ALLOTS = any_of("số lượng|phân bổ|cơ cấu|chỉ tiêu|thành phần|đề nghị")
SHARES_OUT = any_of("phân bổ|cơ cấu|chỉ tiêu|số lượng|định mức")
PRIZE_HEADING = any_of("giải thưởng|cơ cấu giải|giải tập thể|giải cá nhân")
RATING = regex.compile(  # Tốt: hoàn thành 100%; Loại A: ...
    r"[\W\d]*(?:(?:xếp\s|đạt\s)?loại\s)?(?:xuất\ssắc|giỏi|tốt|khá|trung\sbình|yếu|kém|[ABCD])\s*:", regex.IGNORECASE
)
RESULT_HEADING = any_of(
    "kết quả đạt được|kết quả đạt|kết quả thực hiện|kết quả hoạt động|kết quả công tác|kết quả đã|kết quả năm",
    "kết quả giai đoạn|tình hình thực hiện|tình hình chung|tình hình hoạt động|ưu điểm|hạn chế|tồn tại|hiện trạng",
    "đặc điểm tình hình|đánh giá chung|đánh giá kết quả|đánh giá năm|đánh giá tình hình|nguyên nhân|thuận lợi",
    "khó khăn|thực trạng",
)
# `KẾT QUẢ TUYỂN SINH`, but not `Kết quả cần đạt`, `Kết quả đánh giá ở 5 mức`.
_RESULT_OPENS = regex.compile(
    r"kết\s+quả(?!\s+(?:cần|phải|dự|mong|mục|phấn|đánh|xếp|đầu|chủ\s+yếu\s+cần))(?!\p{L}).{0,50}\Z", regex.IGNORECASE
)
AHEAD_HEADING = any_of("phương hướng|nhiệm vụ|chỉ tiêu|mục tiêu|kế hoạch|giải pháp")
_OUTLOOK = any_of("phương hướng|trọng tâm|thời gian tới")
_PROPOSAL_HEADING = any_of("nội dung thực hiện|nội dung trình|nội dung đề nghị|đề nghị|kiến nghị")
_CRITERION = any_of("tiêu chí|tiêu chuẩn|điều kiện")
_NO_CRITERION = regex.compile(
    r"\d\stiêu\schí|(?:đủ|tạo|mọi|trong)\sđiều\skiện|điều\skiện\s(?:thực\stế|cụ\sthể|thuận\slợi|cơ\ssở)",
    regex.IGNORECASE,
)
_LABEL = regex.compile(r"[\s*#]*(?:[\p{L}\d.]{1,6}[.)/–-]\s*)?[\s*]*")
HEADING_LENGTH = 200


def looks_ahead(head: str) -> bool:
    """Does a heading speak of what is still to be done, not of what a report tells or a proposal gives reasons for?"""
    if tells_results(head):
        return False
    return _OUTLOOK.search(head) is not None or bool(AHEAD_HEADING.search(head) or _PROPOSAL_HEADING.search(head))


def tells_results(head: str) -> bool:
    """Does a heading speak of what was reached or how things stand (`Kết quả năm 2023`, `Thực trạng`)?

    One that speaks of both looks ahead: `Đánh giá kết quả và phương hướng năm 2024`.
    """
    if _OUTLOOK.search(head) is not None:
        return False
    label = _LABEL.match(head)
    opens = _RESULT_OPENS.match(head, label.end() if label else 0) is not None
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
