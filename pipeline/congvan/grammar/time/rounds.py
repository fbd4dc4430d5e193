"""Duties that come round: text in, rounds with the day within them and offsets out; pure.

The values are those of the contract's deadlines.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from congvan.grammar.time.clock import HOUR, hour_of

Span = tuple[int, int]

_FLAGS = regex.VERBOSE | regex.IGNORECASE

_EVERY = r"(?:hằng|hàng|hãng|mỗi|theo)"  # OCR reads hằng as hãng
_RECURRENCE = regex.compile(
    rf"""
    (?<! \p{{L}} )
    (?P<fixed> (?:theo\s)? định\skỳ \s? (?:,\s|\()? )?
    (?: (?:ít\snhất|vào|tối\sthiểu) \s )?
    (?:
      # mỗi chiều thứ Hai ; ngày 20 của tháng tiếp theo ; ngày 25 của tháng cuối quý
      # 6 tháng, hằng năm ; 6 tháng, 01 năm ; quý, 6 tháng, năm
        (?P<half> (?:0?6|sáu) \s tháng ) (?! \s(?:đầu|cuối|năm) )
            (?: \s? (?:/|một|01|1|có) \s? (?:(?:0?1|một)\s)? lần )? (?: \s? \) )?
            (?P<and_year> \s? (?:,|và|/) \s? (?: {_EVERY}\snăm | cả\snăm | cuối\snăm | (?:0?1\s)? năm (?!\s?\d) ) )?
      # hằng quý ; quý/lần ; 3 tháng một lần
      # ... also in `hằng tháng, quý`
      | (?P<quarter> {_EVERY} \s quý (?!\s?(?:I|V|\d)) | (?<= (?:hằng|hàng)\stháng,\s) quý
            | (?:0?3|ba) \s tháng \s? (?:/|một|01|1) \s? (?:(?:0?1|một)\s)? lần
            | (?:0?1|một)\slần\s?/\s?(?:0?1\s)?quý )
      | (?P<quarter> tháng\s(?:đầu|cuối)\s(?:của\s)?quý (?:\s(?:sau|tiếp\stheo|kế\stiếp|liền\skề))?
          | quý\s(?:tiếp\stheo|kế\stiếp|liền\skề|sau) ) (?P<next>)
      | (?P<month> tháng\s(?:tiếp\stheo|kế\stiếp|liền\skề|liền\ssau|sau) (?:\sliền\skề)? ) (?P<next>)
      | (?P<month> {_EVERY} \s tháng (?!\s?\d) | cuối \s tháng (?!\s?\d) | (?:0?1|một)\slần\s?/\s?(?:0?1\s)?tháng )
      | (?P<week> mỗi \s (?= (?:(?:sáng|chiều|tối)\s)? (?:thứ\s\S|chủ\snhật) ) | {_EVERY} \s tuần
            | (?:0?1|một)\slần\s?/\s?(?:0?1\s)?tuần )
      | (?P<year> (?:hằng|hàng|hãng) \s năm | mỗi \s năm | (?:0?1|một)\slần\s?/\s?(?:0?1\s)?năm )
      | (?P<day> (?:hằng|hàng|hãng) \s ngày | mỗi \s ngày )
    )
    (?: (?<=\s) | (?! \p{{L}} ) )
    (?: (?<! \s | lần ) \s (?:một|0?1) \s lần (?! \p{{L}} ) )?
    """,
    _FLAGS,
)
# The day within each round, before it (`trước ngày 20 hằng tháng`) or after it (`hằng tháng trước ngày 20`).
_HOUR_IN_ROUND = rf"(?: (?:lúc\s|hồi\s)? (?P<clock> {HOUR} ) [\s,]{{1,3}} (?:ngày\s(?=thứ))? )"
_DAY_BOUND = r"""(?: trước | chậm\snhất (?:\s(?:là|vào|trước|đến))? | muộn\snhất (?:\s(?:là|vào|trước))?
          | không\squá | đến (?:\shết)? | hết | vào | trong | hoàn\sthành\strong )"""
_DAY_IN_ROUND = rf"""
    (?: (?P<bound> {_DAY_BOUND} ) \s )? {_HOUR_IN_ROUND}?
    (?P<on> từ \s ngày \s \d{{1,2}} \s (?:đến|-|–) \s (?:ngày\s)? \d{{1,2}}
          | (?:các\s)? (?:ngày\s)? \d{{1,2}} \s?/\s? \d{{1,2}}
          | ngày \s \d{{1,2}} (?: \s (?:của\s)? (?: tháng\s(?:đầu|cuối|kế\stiếp|sau|tiếp\stheo)(?:\s(?:quý|của\squý))?
                                   | tháng \s? \d{{1,2}} ) )?
          | ngày \s (?:làm\sviệc\s)? thứ \s \d{{1,2}} (?:\s(?:của|trong))?
          | (?:(?:đầu|giữa|cuối)\s)? tháng \s \d{{1,2}} (?: (?:,|\svà) \s (?:tháng\s)? \d{{1,2}} )*
          | tuần (?:\slễ)? \s (?:đầu|cuối|thứ\s\p{{L}}+) (?:\s(?:tiên|cùng))?
                (?: \s (?:của\s)? tháng \s \d{{1,2}} (?: (?:,|\svà) \s (?:tháng\s)? \d{{1,2}} )* )?
          | cuối \s tháng | đầu \s tháng | quý \s [IV]{{1,3}}
          | (?:(?:sáng|chiều|tối)\s)? (?:thứ \s [\p{{L}}\d]{{1,4}} | chủ\snhật)
          | (?:(?:sáng|chiều)\s)? ngày \s (?:làm\sviệc\s)? (?:đầu|cuối)(?:\s(?:tiên|cùng))?
                (?:\s(?:làm\sviệc|của|trong)){{0,2}} )
"""
_BEFORE_ROUND = regex.compile(rf"(?<!\p{{L}}){_DAY_IN_ROUND} [,.]? \s? (?:của\s)? $", _FLAGS)
_AFTER_ROUND = regex.compile(rf"[\s,]{{0,2}} (?:\(|,)? \s? {_DAY_IN_ROUND} (?:\s?\))?", _FLAGS)
# `thứ Năm hằng tuần, trước 15 giờ 30 phút`
_HOUR_AFTER = regex.compile(
    rf"[\s,(]{{0,3}} (?: (?P<bound> {_DAY_BOUND} ) \s )? (?:lúc\s|hồi\s)? (?P<clock> {HOUR} )", _FLAGS
)
_HOUR_BEFORE = regex.compile(
    rf"(?<!\p{{L}}) (?: (?P<bound> {_DAY_BOUND} ) \s )? (?:lúc\s|hồi\s)? (?P<clock> {HOUR} ) [\s,]{{1,2}} (?:của\s)? $",
    _FLAGS,
)
# The day of the round at the end of its clause: `hằng tháng, các trường báo cáo về Phòng trước ngày 20`
_LATE_DAY = regex.compile(
    rf"(?<!\p{{L}}) (?P<bound> {_DAY_BOUND} ) \s (?P<on> ngày\s\d{{1,2}} (?!\s?[/.-]?\d | \s(?:tháng|của)) )", _FLAGS
)
_FIXED_BEFORE = regex.compile(r"(?<!\p{L})(?:theo\s)?định\skỳ,?\s$", regex.IGNORECASE)
_EACH = regex.compile(r"(?<!\p{L})(?:cứ|vào)\s$", regex.IGNORECASE)  # `cứ thứ Sáu hằng tuần`
# `mỗi tuần báo cáo tiến độ vào 15 giờ thứ Năm`
_LATE_WEEKDAY = regex.compile(
    rf"(?<!\p{{L}}) (?P<bound> {_DAY_BOUND} ) \s {_HOUR_IN_ROUND}? (?P<on> (?:(?:sáng|chiều|tối)\s)?"
    r" (?:thứ \s [\p{L}\d]{1,4} | chủ\snhật) )",
    _FLAGS,
)
# `6 tháng báo cáo Ban Chấp hành`: with no `định kỳ`
_REPORTED = regex.compile(r"\s(?:báo\scáo|họp|sơ\skết|tổng\shợp)(?!\p{L})", regex.IGNORECASE)
_ONE_DAY = regex.compile(
    r"(?:ngày\s\d|tuần|(?:đầu|giữa|cuối)\stháng\s\d|(?:(?:sáng|chiều|tối)\s)?(?:thứ\s|chủ\snhật))", regex.IGNORECASE
)
_LENGTH_LEAD = regex.compile(
    r"(?<!\p{L})(?:trong|sau|qua|được|đủ|từ|kết\squả|của|kế\shoạch)(?:\s(?:vòng|thời\sgian))?\s$", regex.IGNORECASE
)
_LOOSE_END = regex.compile(r"(?:\s(?:của|trong))+$", regex.IGNORECASE)  # `ngày cuối cùng của`
_LEAD_REACH = 15  # characters of `theo định kỳ, `
_CLAUSE = regex.compile(r"[^;\n]*?(?=[;\n]|\.\s|$)")
_ROUND_REACH = 60  # characters: the longest form above, `chậm nhất là 16 giờ 30 phút, ngày 20 của tháng cuối quý`
_LATE_REACH = 400  # characters of a clause in which the day of its round is sought


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A round: half-open span of all its words, the contract's `recurs`, the day within it as printed, its bound.

    `also_yearly`: the words name the year beside the half year (`6 tháng, hằng năm`); `fixed`: `định kỳ` is said;
    `late`: the words of the day where they close the clause and stand apart from the round; `time`: `HH:MM`.
    """

    start: int
    end: int
    recurs: str
    on: str | None
    bound: str | None
    also_yearly: bool
    fixed: bool
    time: str | None = None
    late: Span | None = None


_ROUNDS = {
    "half": "half_yearly",
    "quarter": "quarterly",
    "month": "monthly",
    "week": "weekly",
    "year": "yearly",
    "day": "daily",
}


def find_recurrences(text: str, start: int, end: int) -> Iterator[Recurrence]:
    """The rounds told between two offsets, with the day within the round where one stands beside it."""
    held: Recurrence | None = None
    for match in _RECURRENCE.finditer(text, start, end):
        found = _recurrence(text, match, start, end)
        if found is None or (held and found.start < held.end):
            continue
        if held and found.on and match["next"] is not None and _says_day_of(text, held, found):
            late = (found.start, found.end)
            yield replace(held, on=found.on, bound=found.bound, time=found.time or held.time, late=late)
            held = None
            continue
        if held:
            yield _with_late_day(text, held, found.start)
        held = found
    if held:
        yield _with_late_day(text, held, end)


def _recurrence(text: str, match: regex.Match[str], start: int, end: int) -> Recurrence | None:
    groups = match.groupdict()
    name = next(name for name in _ROUNDS if groups[name])
    if name == "half" and not (match["fixed"] or match["and_year"] or "lần" in match.group().casefold()):
        reported = _REPORTED.match(text, match.end(), end)
        if not reported or _LENGTH_LEAD.search(text, max(match.start() - 20, start), match.start()):
            return None  # `trong 6 tháng` is a length, not a round
    low, high = match.span()
    on = bound = clock = None
    before = _BEFORE_ROUND.search(text, max(low - _ROUND_REACH, start), low)
    after = None if before else _AFTER_ROUND.match(text, high, min(high + _ROUND_REACH, end))
    if match["next"] is not None:  # a day of the month after is a round only with its day
        if not before or not before["bound"] or not before["on"].casefold().startswith("ngày"):
            return None
        bound, low, clock = _bound(before["bound"], before["on"]), before.start(), before["clock"]
        on = text[before.start("on") : high]
    elif before:
        on, bound, low, clock = before["on"], _bound(before["bound"], before["on"]), before.start(), before["clock"]
    elif after:
        on, bound, high, clock = after["on"], _bound(after["bound"], after["on"]), after.end(), after["clock"]
    elif match.group().casefold().startswith("cuối"):
        on = match.group()
    elif name == "day" and (hour := _HOUR_BEFORE.search(text, max(low - _ROUND_REACH, start), low)):
        bound, low, clock = _bound(hour["bound"], ""), hour.start(), hour["clock"]
    hour = _HOUR_AFTER.match(text, high, min(high + _ROUND_REACH, end)) if (on or name == "day") and not clock else None
    if hour:
        bound, high, clock = _bound(hour["bound"], "") or bound, hour.end(), hour["clock"]
    # `6 tháng và cuối năm` are the two halves of one round; `6 tháng, hằng năm` are two rounds
    yearly = bool(match["and_year"]) and "cuối" not in match["and_year"].casefold()
    said = _FIXED_BEFORE.search(text, max(low - _LEAD_REACH, start), low)
    low, fixed = (said.start(), True) if said else (low, bool(match["fixed"]))
    each = _EACH.search(text, max(low - _LEAD_REACH, start), low)
    low = each.start() if each else low
    time = hour_of(clock) if clock else None
    on = _LOOSE_END.sub("", on) if on else None
    return Recurrence(low, high, _ROUNDS[name], on, bound, yearly, fixed, time)


def _says_day_of(text: str, held: Recurrence, found: Recurrence) -> bool:
    """Does `found` only tell the day of the round before it (`hằng quý, ... trước ngày 25 của tháng cuối quý`)?"""
    if held.on or held.recurs != found.recurs:
        return False
    clause = _CLAUSE.match(text, held.end, found.start + 1)
    return clause is None or clause.end() >= found.start


def _with_late_day(text: str, held: Recurrence, end: int) -> Recurrence:
    if held.on or held.recurs not in ("monthly", "weekly"):
        return held
    clause = _CLAUSE.match(text, held.end, min(end, held.end + _LATE_REACH))
    late = _LATE_DAY if held.recurs == "monthly" else _LATE_WEEKDAY
    day = late.search(text, held.end, clause.end() if clause else held.end)
    if day is None:
        return held
    clock = day.groupdict().get("clock")
    time = hour_of(clock) if clock else held.time
    return replace(held, on=day["on"], bound=_bound(day["bound"], day["on"]), time=time, late=day.span())


def _bound(words: str | None, on: str) -> str | None:
    """The contract's bound of a day within a round; days from ... to are a stretch that ends it: `by`."""
    said = (words or "").casefold()
    if on.casefold().startswith("từ"):
        return "by"
    if not said:  # `ngày 28 hằng tháng`, `thứ Sáu hằng tuần`
        return "on" if _ONE_DAY.match(on) else None
    if said == "trước":
        return "before"
    return "on" if said == "vào" else "by"
