"""What goes with an award: how many, and the verbs of giving; text in, values out."""

from __future__ import annotations

import regex

from congvan.grammar.wording import any_of

_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_COUNT_BEFORE = regex.compile(  # 02 (hai) Cờ; một giải Nhất
    r"(?<![\p{L}\d.,/])(?:(?P<n>\d{1,3})\s*(?:\([^)\n]{1,20}\)\s*)?|(?<!giải\s+)(?P<n>" + "|".join(_WORDS) + r")\s+)"
    r"(?:danh\s+hiệu\s+)?[“\"]?\Z",
    regex.IGNORECASE,
)
_COUNT_AFTER = regex.compile(
    r"\s*[”\"]?\s*(?:[^\d:;.,|(\n]{0,40}[:(|–-]|[:(|–-]?)\s*"
    r"(?:gồm\s+|có\s+|số\slượng\s*:?\s*)?(?P<n>\d{1,3})\s*"
    r"(?:giải|suất|chiếc|cái|cờ|bằng|\)|\||;|\n|\Z)",  # Giải Nhất: 01 giải; Cờ thi đua (02)
    regex.IGNORECASE,
)
_AFTER_REACH = 300  # characters after an award in which its number and recipients stand
_COUNT_REACH = 30  # characters before a form in which its number stands
REWARDS = any_of("tặng|trao|khen thưởng|đề nghị|đề cử|đón nhận|suy tôn|xét|hình thức|danh hiệu|giải thưởng|thưởng|cấp")
MERIT = any_of("tặng|trao|thưởng|biểu dương|tôn vinh")
HONOURED = any_of("danh hiệu|phong tặng|truy tặng|xét tặng|công nhận|suy tôn|bình xét|bình chọn")
GIVES = regex.compile(
    r"\s*(?:,|\s|xem\s+xét|xét|quyết\s+định|đồng\s+ý|thống\s+nhất|ký|sẽ|đã|và|công\s+nhận|truy|phong){0,8}"
    r"(?:trao|tặng|khen\s+thưởng|cấp|khen|công\s+nhận\s+danh\s+hiệu)(?!\p{L})",
    regex.IGNORECASE,
)


GIVEN = any_of("tặng|trao|công nhận|phong|suy tôn")
RECEIVED = regex.compile(r"(?<!\p{L})(?:đón\s+nhận|vinh\s+dự\s+(?:đón\s+)?nhận)\s+\Z", regex.IGNORECASE)
CONFERS = regex.compile(  # Điều 1. Tặng ...; Nay công nhận ...
    r"\W*(?:Điều\s+\d+\W*)?(?:\d+\W*)?(?:Nay\s+)?(?:tặng|khen\s+thưởng|công\s+nhận|trao|thưởng|(?:phong|truy)\s+tặng)(?!\p{L})",
    regex.IGNORECASE,
)
_ANOTHER = regex.compile(  # Giải phụ: 01 giải cho ..., 01 giải cho ...: their sum is nowhere printed
    r"\s*giải\s+(?:cho|dành)[^;.\n]{0,80}?(?<!\p{L})\d{1,3}\s+giải\s+(?:cho|dành)", regex.IGNORECASE
)


def quantity_of(text: str, award: tuple[int, int], start: int, end: int) -> tuple[int | None, int, int]:
    """How many of the award that spans `award`, by the number before or after it; with the span that shows it."""
    before = _COUNT_BEFORE.search(text, max(start, award[0] - _COUNT_REACH), award[0])
    if before:
        word = before["n"].casefold()
        return _WORDS.get(word) or int(word), before.start("n"), award[1]
    after = _COUNT_AFTER.match(text, award[1], min(end, award[1] + _AFTER_REACH))
    if after and not _ANOTHER.match(text, after.end("n"), min(end, award[1] + _AFTER_REACH)):
        return int(after["n"]), award[0], after.end("n")
    return None, *award
