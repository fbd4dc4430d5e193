"""Laws cited by their own names (`Luật Giáo dục ngày 14/6/2019`): text and mentions in, citations out."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from congvan.datamodel.mentions import DateMention, Mentions
from congvan.grammar.documents.citations import Parts
from congvan.grammar.documents.relations import BASIS_WORDS

# The longest names of laws have some 170 characters (laws on amending several laws more).
MAX_NAME = 260

_LAW = regex.compile(
    r"(?<![\p{L}/-])(?P<type>Bộ\sluật|Luật|Pháp\slệnh|Hiến\spháp|(?<=[Cc]ăn\scứ\s)luật)"
    r"(?=\s)(?!\s(?:này|sư|gia|pháp|số|sau)\b)"
)
_NAME_END = regex.compile(
    r"[;:\n|()“”\"]|\.(?=\s\P{Ll}|\s*$)|,?\s(?:và|,)?\s?(?=Nghị\sđịnh|Thông\stư|Quyết\sđịnh|Chỉ\sthị|Nghị\squyết)"
)
# A law's name has none of these: they tell that a clause about the law has begun.
_CLAUSE = regex.compile(
    r"\b(?:có\shiệu\slực|quy\sđịnh|được|cho|theo|trong|tại|đến|từ\sngày|trước|nhằm|để|là|đã|các\scấp,|ngày\s\d|khoản"
    r"|Điều\s\d)\b"
)
_BETWEEN = regex.compile(r"(?P<tail>\s*,?\s*(?:(?:được\s)?(?:Quốc\shội\s)?(?:ban\shành|thông\squa)\s)?)\Z")
_NEXT_LAW = regex.compile(r"(?:,|\svà)\s(?=Luật\b|Bộ\sluật|Pháp\slệnh)")
_AMENDS = regex.compile(r"\s(?:S|s)ửa\sđổi")
_BASIS = regex.compile(rf"{BASIS_WORDS}\W?\s(?:vào\s|theo\s)?\Z")
# Luật Đầu tư công (sửa đổi) ngày ...: part of the name where it says no more
_RECAST = regex.compile(r"\s\((?:sửa\sđổi|hợp\snhất)\)")
# Luật Giáo dục 2019
_BARE_YEAR = regex.compile(r"\s(?P<year>(?:19|20)\d\d)\Z")


def find_laws(text: str, mentions: Mentions) -> Iterator[tuple[str, Parts]]:
    """Laws, codes and ordinances named with a date or a year, or after `Căn cứ`; one named in passing is none."""
    end = 0
    for match in _LAW.finditer(text):
        if match.start() < end:
            continue
        parts = _law(text, mentions, match)
        if parts is not None:
            end = parts.end
            yield "law", parts


def _law(text: str, mentions: Mentions, match: regex.Match[str]) -> Parts | None:
    name = "luật" if "uật" in match["type"] else match["type"].lower()
    begin = match.end() + 1
    limit = _name_limit(text, begin, amends=_AMENDS.match(text, match.end()) is not None)
    date = _date_of(text, mentions, begin, limit)
    if date is not None:
        tail = _BETWEEN.search(text, begin, date.start)
        title = (begin, tail.start() if tail else date.start)
        unread = text.find(" ngày ", begin, title[1])  # a day or month that OCR lost: the date is not known
        if unread >= 0:
            return Parts(match.start(), date.end, name, title=(begin, unread)) if unread - begin >= 3 else None
        if name == "hiến pháp" and not text[begin : date.start].strip():
            return Parts(match.start(), date.end, name, issued_on=date.value)
        if title[1] - begin < 3 or _CLAUSE.search(text, begin, title[1]):
            return None
        return Parts(match.start(), date.end, name, issued_on=date.value, title=title)
    while limit > begin and text[limit - 1] in " ,":
        limit -= 1
    if not _BASIS.search(text, max(match.start() - 11, 0), match.start()) or limit - begin < 3:
        return None
    if (year := _BARE_YEAR.search(text, begin, limit)) is not None:
        limit = year.start()
    issued_on = year["year"] if year else None
    if limit - begin < 3 or _CLAUSE.search(text, begin, limit):
        return None
    return Parts(match.start(), year.end() if year else limit, name, issued_on=issued_on, title=(begin, limit))


def _name_limit(text: str, begin: int, *, amends: bool) -> int:
    """Where the name of a law ends at the latest; a law that amends others names them: `của Luật A và Luật B`."""
    limit = min(len(text), begin + MAX_NAME)
    stop = _NAME_END.search(text, begin, limit)
    if stop is not None and stop.group() == "(" and (recast := _RECAST.match(text, stop.start() - 1, limit)):
        stop = _NAME_END.search(text, recast.end(), limit)
    limit = stop.start() if stop else limit
    following = None if amends else _NEXT_LAW.search(text, begin, limit)
    return following.start() if following else limit


def _date_of(text: str, mentions: Mentions, begin: int, limit: int) -> DateMention | None:
    for date in mentions.dates_in(begin - 1, limit):
        year = date.precision == "year" and text.startswith("năm", date.start) and date.explicit_year
        if date.value is not None and date.time is None and (date.precision == "day" or year):
            return date
    return None
