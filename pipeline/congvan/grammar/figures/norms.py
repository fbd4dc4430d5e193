"""Figures that nobody is to reach: what a rule, a tariff or a law allows, and whom a duty is for; on text."""

from __future__ import annotations

import regex

from congvan.grammar.figures.counted import Quantity

# What opens a clause that lays down norms: `Định mức tiết dạy ... là 23 tiết`, `Hội phí thu 1.000 đồng, trích 50%`.
_LAID_DOWN = regex.compile(
    r"\W*(?:định\smức|hạn\smức|giờ\schuẩn|mức\s(?:thu|chi|phạt|thưởng|đóng|hưởng|hỗ\strợ|vay)|(?:giá\své|đơn\sgiá|giá)(?!\strị)|"
    r"(?:hội|đảng|đoàn|học|lệ|viện)\sphí|kinh\sphí|(?:điểm|đề)\s(?:quá\strình|thi|kiểm\stra|thành\sphần))(?!\p{L})",
    regex.IGNORECASE,
)
_STATED = regex.compile(r"(?<!\p{L})đạt(?:\stừ)?\s*\Z", regex.IGNORECASE)  # Hội phí thu nộp đạt 100%
_BY_LAW = regex.compile(  # từ 300 đến 4.000 cử tri theo luật định
    r"[^.;:,\d]{0,40}?(?<!\p{L})theo\s(?:luật|quy\sđịnh\scủa\s(?:pháp\s)?luật|quy\schế|quy\schuẩn|điều\slệ)(?!\p{L})",
    regex.IGNORECASE,
)
# The size of a body whose duty or right follows: `CĐCS dưới 50 đoàn viên được 01 suất`, `nhà trọ từ 10 phòng trở lên
# phải có lối thoát`.
_SIZE_WORD = regex.compile(r"(?<!\p{L})(?:từ|trên|dưới|chưa\sđến|không\squá)\s*\Z", regex.IGNORECASE)
_SIZED = regex.compile(r"\s*,?\s+(?:thì|phải|được|có\strách\snhiệm|báo\scáo)(?!\p{L})", regex.IGNORECASE)
_REACHES = regex.compile(
    r"(?<!\p{L})(?:đạt|có|chiếm|gồm|đủ|làm|trồng|nộp|gửi|tổ\schức|thực\shiện|hoàn\sthành|hỗ\strợ|ủng\shộ|giúp|đăng\ský|"
    r"trang\sbị|bố\strí|giảm|tăng|còn|lên|xuống)(?:\s\p{L}+){0,2}\s*\Z",
    regex.IGNORECASE,
)
_ALLOWED = regex.compile(  # mỗi bạn đọc được mượn tối đa 05 tài liệu
    r"(?<!\p{L})được\s(?:giảm|miễn|mượn|vắng|nghỉ|vay|hưởng|gia\shạn|ứng|phép|thanh\stoán)(?!\p{L})[^.;:]{0,30}\Z",
    regex.IGNORECASE,
)
_GIFT = regex.compile(  # Hỗ trợ mỗi hộ 02 con bò giống, 15 bao cám
    r"(?<!\p{L})(?:hỗ\strợ|trợ\scấp|cấp|thưởng|chi)\s(?:cho\s)?(?:mỗi|từng|một)(?!\p{L})[^.;:]{0,60}\Z",
    regex.IGNORECASE,
)
_FOR_WHOM = regex.compile(  # giao chỉ tiêu ... cho 27 trường là ...; riêng 03 xã vùng cao giúp từ 02 hộ
    r"(?<!\p{L})(?:(?:giao|phân\sbổ)(?!\p{L})[^.;:]{0,60}\scho|riêng(?:\sđối\svới)?)\s*\Z", regex.IGNORECASE
)
_DIVIDED = regex.compile(  # chia làm 3 nội dung; cứ 200 m bố trí một thùng rác
    r"(?<!\p{L})(?:chia\s(?:làm|thành|ra)?|cứ)\s*\Z", regex.IGNORECASE
)
_WEIGHT = regex.compile(  # nhận biết 40%, thông hiểu 30%; điểm quá trình chiếm 40%
    r"(?<!\p{L})(?:nhận\sbiết|thông\shiểu|vận\sdụng(?:\scao)?|điểm\s\p{L}+(?:\s\p{L}+){0,4}\schiếm)\s*\Z",
    regex.IGNORECASE,
)
_SPEED = regex.compile(r"\s?km\s?/\s?(?:h|giờ)(?!\p{L})", regex.IGNORECASE)
_SIGNED = regex.compile(
    r"(?<!\p{L})chữ\ský\scủa[^.;:\d]{0,30}\Z", regex.IGNORECASE
)  # có chữ ký của ít nhất 2/3 số ủy viên
_NEAR = 100  # characters before a figure in which the words of its norm stand
_AFTER = 90


def is_norm(text: str, start: int, end: int, quantity: Quantity) -> bool:
    """Is the figure a norm, in the sentence from `start` to `end`?"""
    at, low = quantity.at, max(start, quantity.at - _NEAR)
    if _LAID_DOWN.match(text, start, at) and not _STATED.search(text, low, at):
        return True
    if _BY_LAW.match(text, quantity.end, min(end, quantity.end + _AFTER)) or _SPEED.match(text, quantity.after):
        return True
    if any(pattern.search(text, low, quantity.start) for pattern in (_ALLOWED, _GIFT, _DIVIDED, _SIGNED)):
        return True
    if quantity.counts == "share":
        return _WEIGHT.search(text, low, at) is not None
    if quantity.counts == "body" and _FOR_WHOM.search(text, low, at):
        return True
    return _is_sized(text, low, end, quantity)


def _is_sized(text: str, start: int, end: int, quantity: Quantity) -> bool:
    """Does the figure only narrow by its size who does or gets what follows?"""
    bound = _SIZE_WORD.search(text, start, quantity.at)
    if bound is None or not quantity.compared:
        return False
    return _SIZED.match(text, quantity.end, end) is not None and _REACHES.search(text, start, bound.start()) is None
