"""What frames a duty's figure: what leads its clause, whose section it stands in; pure, on offsets."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from congvan.datamodel.mentions import DateMention
from congvan.grammar.figures.counted import Span
from congvan.grammar.wording import Word, words_of

# What leads a clause without belonging to it: `Phấn đấu đến cuối `, `Hằng năm, `, `Trong nhiệm kỳ, `.
_LEAD = regex.compile(
    r"[\s\-–+*,]*(?:(?:phấn\sđấu|mục\stiêu|chỉ\stiêu|từ\snay|đến|tới|hết|cuối|đầu|trước|trong|vào|chậm\snhất|và|là|"
    r"đảm\sbảo|bảo\sđảm)(?:\s|,\s?)+)*+",
    regex.IGNORECASE,
)
_ADVERB = regex.compile(
    r"(?:(?:hằng|hàng|mỗi)\s(?:năm\shọc|năm|tháng|quý|tuần)|(?:cả\s|hết\s)?nhiệm\skỳ(?:\s\d{4}\s?[-–]\s?\d{4})?|"
    r"giai\sđoạn\s\d{4}\s?[-–]\s?\d{4}|năm\shọc(?:\s\d{4}\s?[-–]\s?\d{4})?|thời\sgian\stới)(?!\p{L})",
    regex.IGNORECASE,
)
_PARTITION = regex.compile(r"[\s,]*")
# A section of one body or group (`1. Các bệnh viện`, `- Cá nhân: ...`): short, no verb, no figure.
_HEAD_LENGTH = 90
_OWNERS = regex.compile(
    r"(?:đối\svới\s)?(?P<who>(?:các\s|mỗi\s|cấp\s|khối\s)?(?:ủy\sban|uỷ\sban|ubnd|hđnd|sở|phòng|ban|trung\stâm|"
    r"công\sđoàn|cđcs|liên\sđoàn|lđlđ|đoàn|hội(?!\s(?:nghị|thi|thao|diễn|thảo))|huyện\s?đoàn|tỉnh\s?đoàn|thành\s?đoàn|chi\s(?:đoàn|bộ|hội|cục|nhánh)|trường|"
    r"bệnh\sviện|trạm|cơ\squan|đơn\svị|doanh\snghiệp|công\sty|tập\sthể|cá\snhân|công\san|quân\ssự|văn\sphòng|khoa|thôn|xã|"
    r"phường|huyện|cấp\s(?:tỉnh|huyện|xã|cơ\ssở|trường)|cơ\ssở|địa\sphương|giáo\sviên|giảng\sviên|học\ssinh|sinh\sviên|"
    r"đoàn\sviên|hội\sviên|đảng\sviên)(?!\p{L}).*)",
    regex.IGNORECASE | regex.DOTALL,
)


def after_lead(text: str, dates: Sequence[DateMention], begin: int, stop: int) -> int:
    """Where a clause begins after words of striving and of time (`Phấn đấu đến cuối quý IV/2022 số ca ...`)."""
    at = begin
    while True:
        lead = _LEAD.match(text, at, stop)
        here = lead.end() if lead else at
        date = next((d.end for d in dates if d.start <= here < d.end or d.start == here), None)
        adverb = _ADVERB.match(text, here, stop)
        ahead = date if date is not None else adverb.end() if adverb else None
        if ahead is None or ahead >= stop or ahead <= at:
            return at
        gap = _PARTITION.match(text, ahead, stop)
        at = gap.end() if gap else ahead


def owner_in(text: str, start: int, end: int) -> Span | None:
    """The body or group that a heading or a label names, as a span; None where it says something else."""
    end = start + len(text[start:end].rstrip(" \t\n:.;*"))
    if end - start > _HEAD_LENGTH:
        return None
    match = _OWNERS.match(text, start, end)
    if match is None or any(_speaks(word) for word in words_of(text, start, end)):
        return None
    return match.span("who")


def _speaks(word: Word) -> bool:
    return word.part in ("verb", "modal", "figure") or word.key in (":", "|", ";")
