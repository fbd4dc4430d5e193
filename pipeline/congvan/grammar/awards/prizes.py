"""Prizes of contests and matches as offices write them: by rank, place, purpose or medal; text in, mentions out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from congvan.grammar.awards.mention import AwardMention, plain
from congvan.grammar.wording import any_of
from congvan.lexicons import load

# `toàn đoàn` before a list of places is no rank: `giải toàn đoàn gồm 01 Cờ Nhất`
_RANK = (
    r"(?:đặc\s+biệt|xuất\s+sắc(?!\s+\p{Ll})|nhất|nhật(?=\s*:)|nhì|ba(?!\s+\p{L}+\s+khối)|tư(?!\s+\p{Ll})|khuyến\s+khích"
    r"|kk|triển\s+vọng|phong\s+(?:trào|cách)|toàn\s+đoàn(?!\s*(?:gồm|[:,]\s*(?:\d{1,2}\s+\p{L}|(?:giải\s+|cờ\s+)?nhất)))|vàng|bạc"
    r"|đồng(?!\s+(?:đội|hạng|đ))|i{1,3}(?!\p{L})|[abc](?=[\s,;.:()|]|\Z))(?!\p{L})"
)
# `nhật:` in a list of prizes is `nhất` misread; nothing else is spelt so there.
_SAME_RANK = {"nhật": "nhất", "kk": "khuyến khích", "i": "nhất", "ii": "nhì", "iii": "ba"}
_WHOSE = r"(?:cá\s+nhân|tập\s+thể|(?:đồng|toàn)\s+(?:đội|đoàn))"
_PRIZE = regex.compile(
    rf"""
    (?<!\p{{L}}) giải (?: \s+ thưởng )? (?: \s+ {_WHOSE} )?
    \s+ ["“]? (?P<rank> {_RANK} )                         # giải Nhất; giải thưởng tập thể nhì
    (?: \s* (?:,|và|;|/) \s* (?: giải \s+ )? (?P<rank> {_RANK} ) )*     # giải nhất, nhì, ba và khuyến khích
    (?: \s+ (?P<whose> {_WHOSE} ) )?                      # giải Nhất đồng đội
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_OTHER_PRIZE = regex.compile(  # a purpose instead of a rank: `Giải bài viết hay nhất: 01 giải`
    r"(?:(?<=\n)|\A)\W*(?P<form>Giải\s[^\n:;,.\d]{4,60}?)\s*:\s*(?=\d+\s*giải|[\d.]+\s*(?:đồng|đ\b))"
)
_SUM = r"\d[\d.,]*\s*(?:(?:triệu|nghìn|ngàn|tr)(?!\p{L})|(?:đồng|đ|vnđ|vnd|k)(?!\p{L}))"
_NO_PRIZE = (
    r"(?:quyết|pháp|ngân|trí|t[oỏ][aảà]|phóng|thể|trình|đáp|thích|việc|tán|cứu|nghĩa|mã|khát|độc|trừ|bóng|vô\s+địch)"
    r"(?!\p{L})"
)
_INLINE_PRIZE = regex.compile(  # ...; giải Trang trí thuyền đẹp 2 triệu đồng; 01 giải Lời ca hay: 300.000đ
    rf"(?:(?<=[;:,.]\s)|(?<=\d\s)|(?<=\d\sgiải\s)|(?<=(?<!\p{{L}})và\s))"
    rf"(?P<form>giải\s(?!thưởng|{_NO_PRIZE})\p{{L}}[\p{{L}}\s]{{3,50}}?)"
    rf"\s*[:,–-]?\s*(?:trị\s+giá|mỗi\s+giải|thưởng)?\s*(?={_SUM})",
    regex.IGNORECASE,
)
_EXTRA = regex.compile(r"(?<!\p{L})(?P<form>giải\s+phụ)(?!\p{L})", regex.IGNORECASE)
_GROUP_OF_PRIZES = regex.compile(r"giải (?:cá nhân|tập thể|thưởng.*|đồng đội|toàn đoàn|phụ)")
_BARE_PRIZE = regex.compile(r":\s*\d+\s*(?P<form>giải)(?=\s*(?:x|,|\(|trị|mỗi))", regex.IGNORECASE)
_ANY_PRIZE = any_of("giải")
_MEDAL = regex.compile(  # huy chương Vàng, Bạc và Đồng
    r"(?<!\p{L})(?:huy\s+chương|HC)\s+(?P<rank>vàng|bạc|đồng)(?:\s*(?:,|và|/)\s*(?:huy\s+chương\s+)?(?P<rank>vàng|bạc|đồng))*"
    r"(?!\p{L})",
    regex.IGNORECASE,
)
_FLAG = regex.compile(  # 01 Cờ Nhất, 02 Cờ Nhì; cờ nhất, nhì, ba toàn đoàn
    r"(?<!\p{L})cờ\s+(?:giải\s+)?(?P<rank>nhất|nhì|ba|khuyến\s+khích)(?!\p{L})"
    r"(?:\s*(?:,|và|/)\s*(?P<rank>nhất|nhì|ba|khuyến\s+khích)(?!\p{L}))*",
    regex.IGNORECASE,
)
_LINE_RANK = regex.compile(  # Nhất | 01 | 500.000 đồng; - Nhì: 300.000 đồng; 1 | Khuyến khích | 05
    rf"[\W\d]{{0,12}}(?P<rank>{_RANK})\s*(?=[|:(–-])", regex.IGNORECASE
)
_PRIZE_HEAD = regex.compile(r"(?<!\p{L})giải(?:\s+thưởng)?(?!\p{L})[^:\n.;]{0,40}:", regex.IGNORECASE)
_COUNTED_RANK = regex.compile(  # Cơ cấu giải: 1 nhất, 2 nhì; Giải thưởng: Nhất: 01 giải, Nhì: 02 giải
    rf"(?:(?<=(?<![\d.,])\d{{1,2}}\s+)(?P<rank>{_RANK})|(?<=[:,;]\s*)(?P<rank>{_RANK})(?=\s*[:(]\s*\d))",
    regex.IGNORECASE,
)
_PLACE = regex.compile(  # Thuyền nam: Nhất 30 triệu, Ba (02 giải) 10 triệu; đồng hạng ba mỗi đội 6 triệu đồng
    rf"(?:(?<=[:;,(+–|-]\s*)|(?<=\d\s)|(?<=(?:và|còn\s+lại)\s)|(?<=hạng\s))"
    rf"(?P<rank>nhất|nhì|ba|tư|đặc\s+biệt|khuyến\s+khích)(?!\p{{L}})(?:\s+{_WHOSE})?"
    rf"(?=\s*(?:\(\s*\d{{1,2}}\s*giải\s*\)\s*)?[:,–-]?\s*(?:(?:mỗi|được|thưởng|trị|giá|giải|đội|người|lớp|là)\s+){{0,4}}{_SUM})",
    regex.IGNORECASE,
)
_TEAM_PLACES = regex.compile(  # xếp hạng nhất, nhì, ba toàn đoàn; Nhất toàn đoàn
    r"(?<!\p{L})(?<!cờ\s+|giải\s+)(?P<rank>nhất|nhì|ba)(?:\s*(?:,|và|/)\s*(?P<rank>nhất|nhì|ba|khuyến\s+khích))*"
    r"\s+(?P<whose>toàn\s+đoàn|đồng\s+đội|toàn\s+đội)(?!\p{L})",
    regex.IGNORECASE,
)
_GIVING = any_of("trao|tặng|thưởng|giải thưởng|cơ cấu|phần thưởng")
_REACH = 200  # characters before a team's place in which the verb of giving stands
_PRIZE_SUM = regex.compile(rf"\s*[:,–(-]?\s*(?:(?:mỗi|đội|được|thưởng|trị|giá|là)\s+){{0,4}}{_SUM}", regex.IGNORECASE)


def prizes_in(text: str, start: int, end: int) -> Iterator[AwardMention]:
    """The prizes named between two offsets, in no order; those of one list may share words with a rank read twice."""
    yield from _ranked(text, start, end)
    yield from _medals_and_flags(text, start, end)
    yield from _by_purpose(text, start, end)
    yield from _places(text, start, end)
    yield from _sports_titles(text, start, end)


def find_line_rank(text: str, start: int, end: int) -> AwardMention | None:
    """The prize of a line or row that is led by a rank alone (`Nhất | 01 | 500.000 đồng`); for lists of prizes."""
    match = _LINE_RANK.match(text, start, end)
    return AwardMention(*match.span("rank"), "giải", "prize", rank_of(match["rank"])) if match else None


def rank_of(text: str) -> str:
    """A rank in its normal form: `KK` is `khuyến khích`, `II` is `nhì`."""
    rank = plain(text)
    return _SAME_RANK.get(rank, rank)


def _ranked(text: str, start: int, end: int) -> Iterator[AwardMention]:
    for match in _PRIZE.finditer(text, start, end):
        to = _whose(match.group())
        for n, rank in enumerate(match.captures("rank")):
            begin, stop = match.spans("rank")[n]
            yield AwardMention(match.start() if n == 0 else begin, stop, "giải", "prize", rank_of(rank), to=to)


def _whose(words: str) -> str | None:
    """`giải tập thể`, `giải Nhất đồng đội` go to collectives, `giải cá nhân` to persons."""
    low = plain(words)
    if regex.search(r"tập thể|đồng đội|toàn đ", low):
        return "collective"
    return "individual" if "cá nhân" in low else None


def _medals_and_flags(text: str, start: int, end: int) -> Iterator[AwardMention]:
    for pattern, form, kind, to in ((_MEDAL, "huy chương", "prize", None), (_FLAG, "cờ", "prize", "collective")):
        for match in pattern.finditer(text, start, end):
            for n, rank in enumerate(match.captures("rank")):
                begin, stop = match.spans("rank")[n]
                yield AwardMention(match.start() if n == 0 else begin, stop, form, kind, rank_of(rank), to=to)


def _by_purpose(text: str, start: int, end: int) -> Iterator[AwardMention]:
    """Prizes without a rank: by their purpose, or a bare number of prizes after who gets them."""
    for pattern in (_OTHER_PRIZE, _INLINE_PRIZE):
        for match in pattern.finditer(text, start, end):
            form = plain(match["form"])
            if not _PRIZE.match(text, *match.span("form")) and not _GROUP_OF_PRIZES.fullmatch(form):
                yield AwardMention(*match.span("form"), form, "prize")
    for match in _EXTRA.finditer(text, start, end):
        yield AwardMention(*match.span("form"), "giải phụ", "prize")
    for match in _BARE_PRIZE.finditer(text, start, end):
        line = max(text.rfind("\n", start, match.start()) + 1, start)
        if not _ANY_PRIZE.search(text, line, match.start()):
            yield AwardMention(*match.span("form"), "giải", "prize")


def _places(text: str, start: int, end: int) -> Iterator[AwardMention]:
    """Places without the word `giải`: counted or with a sum behind them in a list, or those of whole teams."""
    head = _PRIZE_HEAD.search(text, start, end)
    for match in _COUNTED_RANK.finditer(text, head.end() - 1, end) if head else ():
        yield AwardMention(*match.span("rank"), "giải", "prize", rank_of(match["rank"]))
    for match in _PLACE.finditer(text, start, end):
        begin = match.start("rank")
        yield AwardMention(begin, match.end("rank"), "giải", "prize", rank_of(match["rank"]), to=_whose(match.group()))
    for match in _TEAM_PLACES.finditer(text, start, end):
        if _GIVING.search(text, max(start, match.start() - _REACH), match.start()):
            for n, rank in enumerate(match.captures("rank")):
                yield AwardMention(*match.spans("rank")[n], "giải", "prize", rank_of(rank), to="collective")


def _sports_titles(text: str, start: int, end: int) -> Iterator[AwardMention]:
    """`vô địch 20 triệu đồng, á quân 12 triệu đồng`: titles of matches with their money; alone they name a match."""
    for match in _titles().finditer(text, start, end):
        if _PRIZE_SUM.match(text, match.end(), end):
            row = _title_rows()[plain(match.group())]
            yield AwardMention(match.start(), match.end(), row["form"], "prize", to=row["to"] or None)


@cache
def _title_rows() -> dict[str, dict[str, str]]:
    return {row["form"]: row for row in load("awards") if row["kind"] == "place"}


@cache
def _titles() -> regex.Pattern[str]:
    return any_of(*sorted(_title_rows(), key=lambda form: (-len(form), form)))
