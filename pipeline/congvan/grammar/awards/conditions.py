"""Is an award that a text names one that can be conferred here? Text in, yes or no out."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from congvan.grammar.awards.named import AwardMention, Span
from congvan.grammar.awards.rewards import HONOURED, MERIT, REWARDS

_REACH = 300  # characters before an award that can speak of it; keeps the cost linear
_NEAR = 80  # characters before an award in which its verb stands
_ALREADY = regex.compile(  # a condition met before: `đã được tặng Giấy khen`, `02 năm liên tục đạt ...`
    r"""(?<!\p{L})(?:
      (?: đã\s+(?:được\s+)?(?:tặng|đạt|nhận|khen) | có\s+ít\s+nhất\s+\d+\s+(?:lần|năm) | liên\s+tục )[^.;\n]{0,60}
    | đã\s+được\s+[^.;:\n]{0,90}(?:tặng|khen)[^.;\n]{0,20}           # đã được Chủ tịch UBND tỉnh tặng Bằng khen
    | (?: có\s+ít\s+nhất | trở\s+lên )(?:(?!được|tặng|thưởng)[^.;\n]){0,60}  # từ 02 Giấy khen trở lên
    )\Z""",
    regex.IGNORECASE | regex.VERBOSE,
)
_PAPER_TITLE = regex.compile(r"(?:về\s+việc|V/v|quy\s+chế|quy\s+định)[^.;\n]{0,80}\Z", regex.IGNORECASE)
_LICENCE = regex.compile(  # giấy chứng nhận đăng ký kinh doanh
    r"\s+(?:đăng\s+ký|quyền|đủ|kết\s+hôn|đầu\s+tư|an\s+toàn|hành\s+nghề|sức|kiểm|xuất|chất|hoàn\s+thành\s+xây)",
    regex.IGNORECASE,
)
_MOVEMENT = regex.compile(  # phong trào thi đua “Lao động giỏi”
    r"(?<!\p{L})(?:phong\s+trào|cuộc\s+vận\s+động|thi\s+đua)\s*[“\"]?[^”\".;]{0,30}\Z", regex.IGNORECASE
)


def can_be_conferred(text: str, start: int, mention: AwardMention, heads: Sequence[Span]) -> bool:
    """Is the award of a paragraph that begins at `start` one that is or may be given here?

    Not a condition already met, a cited paper's title, a licence, a mere word; `heads`: spans of the headings above.
    """
    before = text[max(start, mention.start - _REACH) : mention.start]
    if _ALREADY.search(before) or (mention.kind != "prize" and _PAPER_TITLE.search(before)):
        return False
    near = before[-_NEAR:]
    if mention.form == "giấy chứng nhận" and (
        _LICENCE.match(text, mention.end, mention.end + _NEAR) or not MERIT.search(near)
    ):
        return False
    if mention.kind == "title":  # `98% hộ đạt danh hiệu ...` is a target
        return "%" not in before[before.rfind(";") + 1 :] and bool(HONOURED.search(near)) and not _MOVEMENT.search(near)
    if mention.kind == "prize" or mention.conferrer is not None or REWARDS.search(before):
        return True
    return any(REWARDS.search(text, *head) for head in heads)
