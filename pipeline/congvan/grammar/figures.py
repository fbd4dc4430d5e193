"""Figures with what they count: comparing word, change and unit around a written number; text in, values out.

`ít nhất 02 sáng kiến, giải pháp` is 2, `ge`, `sáng kiến, giải pháp`; `từ 95% trở lên` is 95, `ge`, `%`; `tăng 5%` is a
change. Whether a figure is a target, a price or a result is for the caller to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from congvan.grammar.numbers import Figure, find_figures
from congvan.grammar.wording import Word, keys, words_of

_LOOK_BACK = 60  # characters before a figure in which its comparing words stand
_BEFORE = regex.compile(
    r"""
    (?: (?<![\p{L}]) (?:
        (?P<le> tối \s đa | không \s (?:vượt \s)? quá | không \s (?:lớn|nhiều|cao) \s hơn | nhiều \s nhất | cao \s nhất
              | không \s trên | chỉ \s được | ≤ | <= )                               # tối đa 05 tập thể; không quá 03
      | (?P<ge> ít \s nhất | tối \s thiểu | không \s dưới | không \s (?:ít|thấp|nhỏ) \s hơn | thấp \s nhất | ≥ | >= )
      | (?P<gt> trên | hơn | vượt | lớn \s hơn | cao \s hơn | nhiều \s hơn | > )       # trên 90%
      | (?P<lt> dưới | ít \s hơn | nhỏ \s hơn | thấp \s hơn | chưa \s (?:đến|tới) | < )  # dưới 2%
      | (?P<from> từ )                                                                # từ 95% trở lên
      ) \b | (?P<ge> [≥] ) | (?P<le> [≤] ) )
    (?: \s* (?: là | đạt | phải | có | được | đủ | từ | khoảng | không \s quá | mức | tỷ \s lệ | : | \( ) )* \s* \Z
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_ABOUT = regex.compile(r"(?<!\p{L})(?:khoảng|gần|xấp xỉ|dự kiến|chừng|đủ|đúng)\s*\Z", regex.IGNORECASE)
_AFTER = regex.compile(r"[^,;.:()\d\n]{0,40}?(?<!\p{L})(?:trở (?P<ge>lên)|trở (?P<le>xuống))(?!\p{L})", regex.IGNORECASE)
_CHANGE = regex.compile(
    r"""
    (?<!\p{L}) (?: (?P<increase> tăng | nâng ) | (?P<decrease> giảm | hạ ) )
    (?: \s (?: thêm | bớt | bình \s quân | hằng \s năm | hàng \s năm | mỗi \s năm | đạt | được | khoảng ) )* \s* \Z
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# After these a figure is a name, not a count: `mức độ 4`, `lần thứ 2`, `khóa 12`, `Điều 5`.
_ORDINAL = regex.compile(r"(?<!\p{L})(?:mức\sđộ|cấp\sđộ|mức|lần\sthứ|thứ|khóa|khoá|điều|khoản|loại|nhóm|quý|hạng|phụ\slục|mẫu|số|lần|đợt|lớp|học\skỳ|bảng|biểu|tầng|kỳ|zone|type)\s*\Z", regex.IGNORECASE)
_LIST_LINKS = keys("và|hoặc|hay")
_STOPS = ("verb", "modal", "attribute", "adjective", "link", "figure")
_LOOSE = 2  # syllables that no lexicon knows and that may follow a short counted noun (`cuộc thông tin`)
_UNIT_SYLLABLES = 6  # of one counted noun with its complement: `đơn vị Phó trưởng khối`, `thiết chế văn hóa`
# A figure word before a counted noun: `cử một giáo viên`; `một số`, `một cách` count nothing.
_EVENT_HEADS = keys("cuộc|buổi|lớp|đợt|hội nghị|lượt|chuyến|hội thi|khóa|đoàn|hoạt động|phong trào|mô hình")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its words: half-open span from the comparing word to the end of the unit.

    `at`, `after`: span of the figure itself; `unit` None where no counted noun follows; `counts`: its class in the
    lexicon `counted`, `share` for `%`; `compared`: a comparing word stands with this very figure.
    """

    start: int
    end: int
    at: int
    after: int
    value: float
    value_max: float | None
    of: float | None
    unit: str | None
    counts: str
    comparator: str
    compared: bool
    change: str | None


def find_quantities(text: str, start: int, end: int, blocked: Iterable[tuple[int, int]] = ()) -> list[Quantity]:
    """The quantities between two offsets in order; figures inside the `blocked` spans (dates, codes) are left out."""
    closed = list(blocked)
    figures = [
        f for f in find_figures(text, start, end)
        if not any(a < f.end and f.start < b for a, b in closed)
        and not _ORDINAL.search(text, max(start, f.start - 12), f.start)
    ]  # fmt: skip
    stops = [f.start for f in figures[1:]] + [end] if figures else []
    return [_quantity(text, figure, start, stop) for figure, stop in zip(figures, stops, strict=True)]


def _quantity(text: str, figure: Figure, begin: int, stop: int) -> Quantity:
    low = max(begin, figure.start - _LOOK_BACK)
    before = _BEFORE.search(text, low, figure.start) if figure.start > low else None
    head = before.start() if before else figure.start
    change = _CHANGE.search(text, low, head)
    comparator = _comparator(before, figure)
    percent = text[figure.end - 1] == "%"
    unit_end, counts = (figure.end, "share") if percent else _unit(text, figure.end, stop)
    unit = "%" if percent else " ".join(text[figure.end : unit_end].split()) or None
    after = _AFTER.match(text, unit_end, stop)
    if after:
        comparator = "ge" if after["ge"] else "le"
    tail = after.end() if after else unit_end
    return Quantity(
        head, tail, figure.start, figure.end, figure.value, figure.value_max, figure.of, unit, counts,
        comparator or "eq", comparator is not None,
        None if change is None else ("increase" if change["increase"] else "decrease"),
    )  # fmt: skip


def _comparator(before: regex.Match[str] | None, figure: Figure) -> str | None:
    if before is None:
        return None
    if before["from"]:
        return None if figure.value_max is not None else "ge"
    return next(name for name in ("le", "ge", "gt", "lt") if before[name])


def _unit(text: str, start: int, stop: int) -> tuple[int, str]:
    """Where the counted nouns after a figure end, and the class of the first; `start` and "" where none follows."""
    words = words_of(text, start, min(stop, start + 160))
    if not words or words[0].part in ("mark", "figure", "link", "modal", "adjective"):
        return start, ""
    end, counts, at = start, words[0].counts, 0
    while at < len(words):
        after = _one_noun(text, words, at)
        if after == at:
            break
        end, at = words[after - 1].end, after
        link = at < len(words) and (words[at].key == "," or words[at].key in _LIST_LINKS)
        step = at + 1
        if not link or step >= len(words) or not words[step].counts or words[step].counts in _NEVER:
            break
        at = step
    return end, counts


_WHOLE = ("time", "paper", "measure", "score", "money", "amount")  # these take no complement
_NEVER = ("time", "paper", "measure", "score", "money")


def _one_noun(text: str, words: list[Word], at: int) -> int:
    """Index after one counted noun with its noun complement."""
    first, syllables, i = words[at], 0, at
    while i < len(words):
        word = words[i]
        syllables += word.key.count(" ") + 1
        complement = i == at + 1 and first.key in _EVENT_HEADS and word.part == "verb"
        stops = word.part == "mark" or (word.part in _STOPS and i > at and not complement)
        if stops or syllables > _UNIT_SYLLABLES or (i > at and first.counts in _WHOLE):
            break
        if i > at and word.part == "" and first.counts and (" " in first.key or i > at + _LOOSE):
            break
        i += 1
    return i
