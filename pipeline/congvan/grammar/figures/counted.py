"""Figures with what they count: comparing word, change and unit around a written number; text in, values out.

`ít nhất 02 sáng kiến, giải pháp` is 2, `ge`, `sáng kiến, giải pháp`; `từ 95% trở lên` is 95, `ge`, `%`; `tăng 5%` is a
change. Whether a figure is a target, a price or a result is for `duties` and the caller to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from congvan.grammar.numbers import Figure, find_figures
from congvan.grammar.wording import Word, Wording, keys

_LOOK_BACK = 60  # characters before a figure in which its comparing words stand
_BEFORE = regex.compile(
    r"""
    (?: (?<!\p{L}) (?:
        (?P<le> tối \s đa | không \s (?:vượt \s)? quá | không \s (?:lớn|nhiều|cao) \s hơn | nhiều \s nhất
              | cao \s nhất | không \s trên | chỉ \s được )                        # tối đa 05 tập thể; không quá 03
      | (?P<ge> ít \s nh[ấầẩâ]t | tối \s thi[ểếề]u | không \s dưới | không \s (?:ít|thấp|nhỏ) \s hơn
              | thấp \s nhất )                                                     # ít nhất 01 công trình
      | (?P<gt> trên | hơn | vượt (?! \s (?: không | từ ) ) | lớn \s hơn | cao \s hơn | nhiều \s hơn )       # trên 90%
      | (?P<lt> dưới | ít \s hơn | nhỏ \s hơn | thấp \s hơn | chưa \s (?:đến|tới) )  # dưới 2%
      | (?P<from> từ )                                                             # từ 95% trở lên
      | (?P<over> quá )                                                            # không để xảy ra quá 02 vụ
      ) \b
      | (?P<ge> ≥ | >= ) | (?P<le> ≤ | <= ) | (?P<gt> > ) | (?P<lt> < )            # ≥ 95
    )
    (?: \s* (?: là | đạt | phải | có | được | đủ | từ | khoảng | không \s quá | mức | tỷ \s lệ | : | \( ) )* \s* \Z
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_DENIED = regex.compile(r"(?<!\p{L})(?:không|chưa)(?!\p{L})[^.;:\d]*\Z", regex.IGNORECASE)  # không đặt | quá 03 hòm
_ANY = regex.compile(r"(?<!\p{L})nào\s*\Z", regex.IGNORECASE)  # không có trường nào | dưới 90%
_AFTER = regex.compile(
    r"[^,;.:()\d\n]{0,40}?(?<!\p{L})(?:trở\s(?P<ge>lên)|trở\s(?P<le>xuống))(?!\p{L})",  # 05 đơn vị cấu thành trở lên
    regex.IGNORECASE,
)
_NEAR_PERCENT = 24  # `90% hồ sơ trở lên`; farther off `trở lên` belongs to another word (`hoàn thành tốt trở lên`)
_CHANGE = regex.compile(
    r"""
    (?<!\p{L}) (?: (?P<increase> tăng | nâng ) | (?P<decrease> (?:kéo \s)? giảm | hạ ) )     # tăng 5%; giảm 2%
    (?: \s (?: thêm | bớt | bình \s quân | hằng \s năm | hàng \s năm | mỗi \s năm | đạt | được | khoảng ) )* \s* \Z
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# What falls or grows stands between: `giảm số vụ vi phạm ít nhất 5%`; `giảm ... xuống còn 5%` tells where it ends.
_CHANGE_OF = regex.compile(
    r"(?<!\p{L})(?<!độ\s)(?:(?P<increase>tăng)|(?P<decrease>(?:kéo\s|cắt\s|tiết\s)?giảm))\s(?!nghèo|cường|thêm|trưởng)"
    r"(?:(?!(?:xuống|còn|lên|đạt|dưới|trên)(?!\p{L}))[^,;.:\d])*\Z",
    regex.IGNORECASE,
)
# After these a figure is a name, not a count: `mức độ 4`, `lần thứ 2`, `khóa 12`, `Điều 5`, `16 giờ 00`.
_ORDINAL = regex.compile(
    r"(?<!\p{L})(?:mức\sđộ|cấp\sđộ|mức|cả|lần\sthứ|thứ|khóa|khoá|điều|khoản|loại|nhóm|quý|hạng|phụ\slục|mẫu|số|lần|đợt|"
    r"lớp|học\skỳ|bảng|biểu|tầng|kỳ|thang\sđiểm|điểm|giờ|đt|sđt|điện\sthoại|fax)[\s.:]*\Z",
    regex.IGNORECASE,
)
_SPELT = regex.compile(r"\s?\((?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|không)(?:\s\p{L}+){0,4}\)", regex.IGNORECASE)
_WORDED = regex.compile(  # ba (03) bài
    r"(?<!\p{L})(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s?\(\s?\Z", regex.IGNORECASE
)
_PERCENTS = "%‰"
_POINTS = regex.compile(r"\s?điểm\s?(?:phần\străm|%)", regex.IGNORECASE)  # tăng 1,5 điểm phần trăm
_PART_OF = regex.compile(r"(?:tổng\s)?số(?!\p{L})", regex.IGNORECASE)
_PARTED = ("person", "body", "thing", "event")
_QUOTED = regex.compile(r"\s?[\"“](?P<name>\p{L}[^\"”\n\d]{2,60})(?=[\"”])")  # 02 “Tổ liên gia an toàn”
_SCALES = keys("nghìn|ngàn|vạn|triệu|tỷ|tỉ")
_SIDES = regex.compile(r"\s?(?:cm|m|mm)?\s?[xX×]\s?\d")  # 60x80 cm
# 0900 123 456: a count has one leading zero at most; groups of digits after such a number belong to it.
_YEARS = regex.compile(r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d(?!\d)")  # những năm 1967 - 1972
_CLOCK = regex.compile(r"\s?[hg](?:\s?\d{2})?(?!\p{L})")  # 7h30, 8 h
_CALL_SIGN = regex.compile(r"0\d{2,}")
_IN_CALL_SIGN = regex.compile(r"(?<!\d)0\d{2,}(?:[\s.]\d{2,4}){0,3}[\s.]\Z")
_LIST_LINKS = keys(",|và|hoặc|hay")
_STOPS = ("verb", "modal", "attribute", "adjective", "link", "figure")
_LOOSE = 2  # syllables that no lexicon knows and that may follow a short counted noun (`cuộc thông tin`)
_UNIT_SYLLABLES = 8  # of one counted noun with its complement: `đơn vị Phó trưởng khối`, `thiết chế văn hóa`
_NEXT_FIGURE = 16  # characters of the figure that follows; it must be seen to end a unit
_UNIT_LENGTH = 160  # characters after a figure in which its unit may end
# Nouns that take a verb as their complement: `lớp tập huấn`, `cuộc kiểm tra`.
_EVENT_HEADS = keys("cuộc|buổi|lớp|đợt|hội nghị|lượt|chuyến|hội thi|khóa|đoàn|hoạt động|phong trào|mô hình")
_WHOLE = ("time", "paper", "measure", "score", "money")  # these take no complement
# These count alone (`03 hoạt động`), but after a noun they tell what it does: `10 câu lạc bộ hoạt động tốt`.
_DOES = keys("hoạt động|cải tiến|đại diện")
_TENSES = keys("đã|đang|sẽ|chưa|còn")
_DOERS = ("body", "person", "thing")
_CLASSIFIERS = keys("bộ|tờ|bản|phần|mẫu")  # paper alone, but `bộ quần áo`, `tờ rơi`
_PLACE_USES = keys("bán|đổ|thu gom|tập kết|giữ|trông giữ|dừng|đỗ|trình diễn|sinh hoạt|cách ly")
_PLACES, _LENGTHS = keys("điểm"), keys("m|mét")
_NEVER_LISTED = ("time", "paper", "measure", "score", "money")
_LISTED_TOGETHER, _APART = ("person", "body", "award"), ("thing", "event", "paper")
_TELLS = keys("có|chiếm|đạt|là|gồm|nào")
_ALONE = ("amount", "money")  # `3.500 ha lúa, năng suất ...`: no list of nouns goes on from these

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its words: half-open span from the comparing word to the end of the unit or of `trở lên`.

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


def find_quantities(wording: Wording, start: int, end: int, blocked: Iterable[Span] = ()) -> list[Quantity]:
    """The quantities between two offsets in order; figures inside the `blocked` spans (dates, codes) are left out."""
    figures = _figures(wording.text, start, end, blocked)
    stops = [figure.start for figure in figures[1:]] + [end] if figures else []
    return [_quantity(wording, figure, start, stop) for figure, stop in zip(figures, stops, strict=True)]


def has_figures(text: str, start: int, end: int, blocked: Iterable[Span] = ()) -> bool:
    """Is there a figure between two offsets that is no part of a date or code and no ordinal?"""
    return bool(_figures(text, start, end, blocked))


def _figures(text: str, start: int, end: int, blocked: Iterable[Span]) -> list[Figure]:
    return [
        figure
        for figure in _outside(find_figures(text, start, end), sorted(blocked))
        if (text[figure.end - 1] in _PERCENTS or not _ORDINAL.search(text, max(start, figure.start - 12), figure.start))
        and not _SIDES.match(text, figure.end)
        and not _YEARS.match(text, figure.start)
        and not _CLOCK.match(text, figure.end)
        and not _CALL_SIGN.match(text, figure.start)
        and not _IN_CALL_SIGN.search(text, max(start, figure.start - 24), figure.start)
    ]


def _outside(figures: Iterable[Figure], blocked: list[Span]) -> list[Figure]:
    """The figures that touch none of the spans; both in order, so one pass is enough."""
    kept, at = [], 0
    for figure in figures:
        while at < len(blocked) and blocked[at][1] <= figure.start:
            at += 1
        if at == len(blocked) or blocked[at][0] >= figure.end:
            kept.append(figure)
    return kept


def _quantity(wording: Wording, figure: Figure, begin: int, stop: int) -> Quantity:
    text = wording.text
    low = max(begin, figure.start - _LOOK_BACK)
    worded = _WORDED.search(text, low, figure.start) if text[figure.end : figure.end + 1] == ")" else None
    at = worded.start() if worded else figure.start
    before = _BEFORE.search(text, low, at)
    head = before.start() if before else at
    points = _POINTS.match(text, figure.end)
    percent = text[figure.end - 1] in _PERCENTS or points is not None
    change = _CHANGE.search(text, low, head) or (_CHANGE_OF.search(text, low, head) if percent else None)
    comparator = _comparator(text, begin, before, figure)
    spelt = _SPELT.match(text, figure.end)
    after_figure = spelt.end() if spelt else figure.end + (worded is not None)
    unit: str | None
    if percent:
        unit_end, counts = points.end() if points else figure.end, "share"
        unit = " ".join(points.group().split()) if points else text[figure.end - 1]
    else:
        unit_end, counts = _unit(wording, after_figure, stop)
        unit = " ".join(text[after_figure:unit_end].split()).lstrip('"“') or None
    if figure.of is not None and not percent:  # `2/3 số hộ` is a share of them, `4/5 xã` counts communes
        part = _PART_OF.match(unit or "")
        unit_end, unit = (figure.end, (unit or "")[part.end() :].strip() or None) if part else (unit_end, unit)
        counts = "share" if part or counts in _PARTED else ""
    after = _AFTER.match(text, unit_end, min(stop, unit_end + (_NEAR_PERCENT if percent else _LOOK_BACK)))
    if after:
        comparator = "ge" if after["ge"] else "le"
    return Quantity(
        start=head,
        end=after.end() if after else unit_end,
        at=at,
        after=points.end() if points else figure.end + (worded is not None),
        value=figure.value,
        value_max=figure.value_max,
        of=figure.of,
        unit=unit,
        counts=counts,
        comparator=comparator or "eq",
        compared=comparator is not None,
        change=None if change is None else ("increase" if change["increase"] else "decrease"),
    )


def _comparator(text: str, begin: int, before: regex.Match[str] | None, figure: Figure) -> str | None:
    if before is None:
        return None
    denied = _DENIED.search(text, max(begin, before.start() - _LOOK_BACK), before.start()) is not None
    if before["over"]:
        return "le" if denied else "gt"
    if before["lt"] and denied and _ANY.search(text, begin, before.start()):
        return "ge"
    if before["from"]:  # `từ 01 đến 02` is a bare range
        return None if figure.value_max is not None else "ge"
    return next(name for name in ("le", "ge", "gt", "lt") if before[name])


def _unit(wording: Wording, start: int, stop: int) -> tuple[int, str]:
    """Where the counted nouns after a figure end, and the class of the first; `start` and "" where none follows."""
    quoted = _QUOTED.match(wording.text, start, stop)
    if quoted:
        return quoted.end("name"), "unknown"
    words = wording.between(start, min(stop + _NEXT_FIGURE, start + _UNIT_LENGTH))
    at = 1 if len(words) > 1 and words[0].key in _SCALES and words[1].part == "noun" else 0  # `350 nghìn lượt khách`
    if not words or words[at].part in ("mark", "figure", "link", "modal", "adjective"):
        return start, ""
    if words[at].guessed and words[at].part != "noun":
        return start, ""
    end, counts = start, _class_of(words, at)
    while (after := _one_noun(words, at)) > at:
        end, at = words[after - 1].end, after
        following = words[at + 1] if at + 1 < len(words) and words[at].key in _LIST_LINKS else None
        if following is None or not following.counts or following.counts in _NEVER_LISTED or counts in _ALONE:
            break
        if _has_its_own(wording.text, words, at + 1, words[at - 1]):
            break
        at += 1
    return end, counts


def _has_its_own(text: str, words: list[Word], i: int, before: Word) -> bool:
    """Does a noun after `,` or `và` begin a clause or a figure of its own (`, Hội nghị bầu ...`, `và vốn 5 tỷ`)?"""
    if text[words[i].start].isupper() and not text[before.start].isupper():
        return True
    stop = _one_noun(words, i)
    if before.counts in _LISTED_TOGETHER and words[i].counts in _APART and words[i - 1].key == ",":
        return True  # `02 cá nhân, hồ sơ gửi về ...`
    if stop >= len(words):
        return False
    if words[stop].part == "figure" or words[stop].key in _TELLS:  # `20 lượt cán bộ, nữ chiếm 40%`
        return True
    return words[i].counts == "unknown" and words[stop].part in ("verb", "modal", "link")


def _class_of(words: list[Word], at: int) -> str:
    """The class of a counted noun: `bộ quần áo` and `tờ rơi` are things, `02 bộ` and `5 tờ` are paper."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else None
    if word.counts == "paper" and word.key in _CLASSIFIERS and following is not None and following.counts == "unknown":
        return "thing"
    named = following is not None and following.part in ("noun", "") and following.start - word.end == 1
    if word.key in _PLACES and (named or (following is not None and following.key in _PLACE_USES)):
        return "thing"  # 18 điểm bán hàng, but 18 điểm
    if word.key in _LENGTHS and named:
        return "amount"  # 300 m đường hoa, but dài 300 m
    return word.counts or ("unknown" if word.part == "noun" else "")


def _one_noun(words: list[Word], at: int) -> int:
    """Index after one counted noun with its noun complement."""
    first, syllables = words[at], 0
    if first.guessed and first.part != "noun":
        return at
    for i in range(at, len(words)):
        word = words[i]
        syllables += word.key.count(" ") + 1
        if word.part == "mark" or syllables > _UNIT_SYLLABLES:
            return i
        if i == at:
            continue
        if word.part in _STOPS and not _completes(words, at, i):
            return i
        if word.key in _TENSES or (word.key in _DOES and first.counts in _DOERS):
            return i
        if first.counts in _WHOLE and first.key not in _CLASSIFIERS:
            return i
        if word.guessed and first.counts == "body" and not first.guessed and " " in first.key:
            return i
        if word.part == "" and not word.guessed and first.counts and (" " in first.key or i > at + _LOOSE):
            return i
    return len(words)


def _completes(words: list[Word], at: int, i: int) -> bool:
    """May a verb or adjective be a part of the counted noun: `lớp tập huấn`, `dự án khởi nghiệp`, `người cao tuổi`?"""
    first, word = words[at], words[i]
    if word.part == "verb" and i == at + 1 and first.key in _EVENT_HEADS:
        return True
    if word.part == "verb" and first.counts in ("thing", "unknown"):
        return i + 1 == len(words) or words[i + 1].key in (".", ";", ")")
    if word.part == "adjective" and word.guessed and first.counts != "person":
        return i + 1 < len(words) and words[i + 1].part == "noun"  # `công đoàn cấp trên trực tiếp cơ sở`
    compound = word.guessed and " " in word.key and i == at + 1 and " " not in first.key
    return word.part == "adjective" and compound and first.counts in ("person", "unknown")
