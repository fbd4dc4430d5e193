"""Is an award that a text names one that can be conferred here? Text in, yes or no out."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from congvan.grammar.awards.mention import AwardMention, Span
from congvan.grammar.awards.rewards import HONOURED, MERIT, REWARDS
from congvan.grammar.wording import any_of

_REACH = 300  # characters before an award that can speak of it; keeps the cost linear
_NEAR = 80  # characters before an award in which its verb stands
_ALREADY = regex.compile(  # a condition met before: `đã được tặng Giấy khen`, `02 năm liên tục đạt ...`
    r"""(?<!\p{L})(?:
      (?: đã\s+(?:được\s+)?(?:tặng|đạt|nhận|khen) | có\s+ít\s+nhất\s+\d+\s+(?:lần|năm) | liên\s+tục )[^.;\n]{0,60}
    | đã\s+được\s+[^.;:\n]{0,90}(?:tặng|khen)[^.;\n]{0,20}           # đã được Chủ tịch UBND tỉnh tặng Bằng khen
    | (?: có\s+ít\s+nhất | trở\s+lên )(?:(?!được|tặng|thưởng|đạt)[^.;\n]){0,60}  # từ 02 Giấy khen trở lên
    )\Z""",
    regex.IGNORECASE | regex.VERBOSE,
)
_PAPER_TITLE = regex.compile(
    r"(?:về\s+việc|V/v|quy\s+chế|quy\s+định)(?:(?!,\s*(?:mỗi|từng|các|đề\s+nghị|giao)\s)[^.;\n]){0,80}\Z",
    regex.IGNORECASE,
)
_LICENCE = regex.compile(  # giấy chứng nhận đăng ký kinh doanh
    r"\s+(?:đăng\s+ký|quyền|đủ|kết\s+hôn|đầu\s+tư|an\s+toàn|hành\s+nghề|sức|kiểm|xuất|chất|hoàn\s+thành|cơ\s+sở|sản\s+phẩm"
    r"|nguồn|tiêm|hợp|nhãn|bảo\s+hiểm|tốt\s+nghiệp|bồi\s+dưỡng|tập\s+huấn|nghề|trẻ\s+em|doanh\s+nghiệp|đã)(?!\p{L})",
    regex.IGNORECASE,
)
_MOVEMENT = regex.compile(  # phong trào thi đua “Lao động giỏi”
    r"(?<!\p{L})(?:phong\s+trào|cuộc\s+vận\s+động|(?<!chiến\s+s[ĩỹ]\s+)thi\s+đua)\s*[“\"]?[^”\".;]{0,30}\Z",
    regex.IGNORECASE,
)
_CERTIFIES = regex.compile(r"(?<!\p{L})(?:cấp|nhận)\s+\Z", regex.IGNORECASE)  # ... được Giám đốc cấp Giấy chứng nhận
_MERITED = any_of("đạt|tiêu biểu|xuất sắc|thành tích|đóng góp|ủng hộ|khen thưởng")
_WITH_MONEY = regex.compile(r"[^.;\n]{0,40}(?<!\p{L})(?:kèm|tiền\s+thưởng|thưởng)(?!\p{L})", regex.IGNORECASE)
_WON = regex.compile(  # người đạt giải Nhất; đoạt 02 huy chương
    r"""(?<!\p{L})(?:
      (?: đạt | đoạt | giành | xếp | nhận | có ) (?: \s+ được )?
      (?: \s+ (?: các | ít\s+nhất | tổng\s+số ) )? (?: \s+ \d+ )? \s+
    | (?: đạt | đoạt | giành ) \s [^.;:\n]{0,40}? (?: , | và ) \s+ (?:\d+\s+)?      # đạt giải đặc biệt và giải A
    )\Z""",
    regex.IGNORECASE | regex.VERBOSE,
)
_SUM_FOR_PRIZE = regex.compile(  # tặng Giấy khen kèm 500.000đ ..., 300.000đ đối với giải Nhì
    r"\d\s*(?:đồng|đ)\s+đối\s+với\s+\Z", regex.IGNORECASE
)
_HONOUR = any_of("bằng khen|giấy khen")
_PRIZE_SUM = regex.compile(
    r"\s*(?:[,:]\s*)?(?:(?:mỗi|giải|được|thưởng|trị|giá|là)\s+){0,4}\d[\d.,]*\s*(?:triệu|nghìn|ngàn|đồng|đ)(?!\p{L})",
    regex.IGNORECASE,
)
_RESULTS = any_of("kết quả|xếp hạng|chỉ có|giành|đạt|đoạt|tổng số|vượt")
_UPWARDS = regex.compile(r"[”\"]?\s+trở\s+lên(?!\p{L})", regex.IGNORECASE)
_THEN = regex.compile(
    r"[^.;:,\n]{0,60}(?<!\p{L})thì\s+(?:được|sẽ|tính|cộng)(?!\p{L})", regex.IGNORECASE
)  # ... thì được cộng điểm
_CELL_START = regex.compile(r"(?:\A|\|)\s*[“\"]?\Z")
_SHARE_OF = regex.compile(  # 98% hộ đạt danh hiệu ...; 312/468 hộ: figures to be reached, no awards
    r"%|\d+/\d+\s+(?:hộ|tổ|thôn|xã|chi|lớp|đơn\s+vị|gia\s+đình|khu|số|tổng|bản|ấp)|(?<!\p{L})t[ỷỉ]\s+lệ",
    regex.IGNORECASE,
)
_SHARE_AFTER = regex.compile(r"[”\"]?\s*:?\s*(?:đạt\s+)?\d[\d,.]*\s*%")  # tổ dân phố văn hóa 85%


def can_be_conferred(text: str, start: int, mention: AwardMention, heads: Sequence[Span]) -> bool:
    """Is the award of a paragraph that begins at `start` one that is or may be given here?

    Not a condition already met, a cited paper's title, a licence, a mere word; `heads`: spans of the headings above.
    """
    before = text[max(start, mention.start - _REACH) : mention.start]
    if _ALREADY.search(before) or _UPWARDS.match(text, mention.end) or _THEN.match(text, mention.end):
        return False
    if mention.kind == "prize":
        return _prize_is_open(text, mention, before, heads)
    if _PAPER_TITLE.search(before):
        return False
    near = before[-_NEAR:]
    if mention.form in ("giấy chứng nhận", "bằng chứng nhận") and (
        _LICENCE.match(text, mention.end, mention.end + _NEAR) or not _certifies_merit(text, mention, before, heads)
    ):
        return False
    if mention.kind == "emulation":
        return not _MOVEMENT.search(near)
    if mention.kind == "title" and mention.conferrer is None:  # `98% hộ đạt danh hiệu ...` is a target
        clause = before[before.rfind(";") + 1 :]
        share = _SHARE_OF.search(clause) or _SHARE_AFTER.match(text, mention.end)
        return not share and bool(HONOURED.search(near)) and not _MOVEMENT.search(near)
    if mention.conferrer is not None or REWARDS.search(before) or REWARDS.match(mention.form):
        return True
    if mention.kind == "medal" and _CELL_START.search(before) and "|" in text[start : mention.end + _NEAR]:
        return True
    return any(REWARDS.search(text, *head) for head in heads)


def _prize_is_open(text: str, mention: AwardMention, before: str, heads: Sequence[Span]) -> bool:
    """Is a prize offered, and not one that somebody has won: `người đạt giải Nhất được tặng ...`?"""
    if mention.form == "huy chương":
        offered = bool(REWARDS.search(before)) or any(REWARDS.search(text, *head) for head in heads)
        return offered and not _RESULTS.search(before)
    won = _WON.search(before) or (_SUM_FOR_PRIZE.search(before) and _HONOUR.search(before))
    return not won or (not _HONOUR.search(before) and _PRIZE_SUM.match(text, mention.end) is not None)


def _certifies_merit(text: str, mention: AwardMention, before: str, heads: Sequence[Span]) -> bool:
    """A certificate counts where it honours: given with thanks or money, or for what somebody did well."""
    if MERIT.search(before[-_NEAR:]):
        return True
    if not _CERTIFIES.search(before):
        return False
    merited = _MERITED.search(before) or any(_MERITED.search(text, *head) for head in heads)
    return bool(merited) or _WITH_MONEY.match(text, mention.end) is not None
