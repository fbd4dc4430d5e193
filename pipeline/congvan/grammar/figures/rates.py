"""Rates before their figure (`tỷ lệ hộ dùng nước sạch đạt 95%`, `Số vụ cháy giảm 5%`); pure, on offsets."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from congvan.grammar.figures.clause_words import HAVE
from congvan.grammar.figures.counted import Quantity, Span
from congvan.grammar.figures.cuts import UNIT_TAIL, WHOLES, Cut
from congvan.grammar.figures.predicates import adjoins, is_complement, noun_end, predicate_of, predicate_start
from congvan.grammar.figures.subjects import subject_of
from congvan.grammar.wording import Word, Wording, keys, words_of

_RATE = regex.compile(
    r"(?<!\p{L})(?:(?:tỷ|tỉ)\s(?:lệ|suất|trọng)|số\slượng|tổng\s(?:số|doanh|thu|kim|giá|vốn|mức|đàn|diện|sản)|tốc\sđộ|"
    r"mức\sđộ|năng\ssuất|doanh\sthu|thu\snhập|số\sthu|kim\sngạch|sản\slượng|giá\strị|chỉ\ssố|mật\sđộ|"
    r"diện\stích)(?!\p{L})",
    regex.IGNORECASE,
)
# `Số vụ ...`, `Số hộ ...` is a rate where it opens the clause; elsewhere `số` is a part of other words.
_NUMBER_OF = regex.compile(
    r"[\W\d]*(?:(?:phấn\sđấu|giữ|duy\strì|đưa|tăng|giảm|nâng|hạ|kéo\sgiảm|kiềm\schế)\s)?"
    r"(?P<rate>số\s(?!hóa|hoá|liệu|điểm))",
    regex.IGNORECASE,
)
_PLAIN_RATE = regex.compile(r"(?:tỷ|tỉ)\s(?:lệ|suất|trọng)\s*|số\slượng\s*|tổng\ssố\s*", regex.IGNORECASE)
_RATIO = regex.compile(r"(?:tỷ|tỉ)\s(?:lệ|suất|trọng)\s+", regex.IGNORECASE)
_PER_HEADS = regex.compile(
    r"(?:trên|/)\s?(?:một\s|1\s)?[\d.]+\s(?:dân|người|hộ|trẻ|lao\sđộng)", regex.IGNORECASE
)  # trên 10.000 dân
_RATE_REACH = 140
_STRIVES_ALONE = regex.compile(
    r"(?:(?:phấn\sđấu|quyết\stâm|bảo\sđảm|đảm\sbảo|đạt|để|đến|từ)\s?)*(?:phấn\sđấu|quyết\stâm)(?:\s(?:đạt|đến|từ|có))*",
    regex.IGNORECASE,
)
_NAMED_RATE = regex.compile(r"(?<!\p{L})(?P<rate>(?:tỷ|tỉ)\slệ\s[^,;:.\d\n]{3,110}?)\s*,\s*\Z", regex.IGNORECASE)
_EXPLAINED = regex.compile(r"\([^()\n]{1,40}\)")  # tỷ lệ trẻ nhẹ cân (dưới 2.500 gram) dưới 5%
_ORDINAL = regex.compile(  # tỷ lệ sinh con thứ 3
    r"(?:thứ|mũi|lớp|khối|cấp|loại|hạng|mức|lần|khóa|quý|tháng|năm)\s\d+(?:/\d+)?", regex.IGNORECASE
)
_AGE = regex.compile(r"\d+(?:\s*[-–]\s*\d+)?\s(?:tuổi|tháng|năm)")
# What stands between a rate and its figure and belongs to neither.
_RATE_TAIL = regex.compile(
    r"(?:[\s,:(]|(?<!\p{L})từ\s(?:mức\s)?\d[\d.,]*\s?%?|(?<!\p{L})(?:phấn\sđấu|phải|đạt|chiếm|là|lên|còn|xuống|từ|được|ở|mức|tỷ\slệ|trên|dưới|tăng|giảm|"
    r"duy\strì|khoảng|nhiều\snhất|cao\snhất|bình\squân|ít\snhất|tối\sthiểu|tối\sđa|cần|đến|và|ước)(?!\p{L}))+\Z",
    regex.IGNORECASE,
)
_FROM = regex.compile(r"(?<!\p{L})từ\s(?:mức\s)?\d[\d.,]*\s?%?", regex.IGNORECASE)  # từ 60% lên 70%
_OF, _TOWARDS = keys("của"), keys("đối với|cho")
_PLACES = keys("tại|ở")
_PAPERS = keys("hồ sơ|biên bản|báo cáo|văn bản|quyết định|kế hoạch")
_NAMED = ("person", "body", "thing", "paper", "event")
_RATED = ("person", "body", "thing")


def rate_start(text: str, begin: int, quantity: Quantity) -> int | None:
    """Start of the last rate word before a figure whose words run up to it, or None."""
    found = None
    for match in _RATE.finditer(text, begin, quantity.start):
        found = match
    start, end = (found.start(), found.end()) if found else (-1, -1)
    opening = _NUMBER_OF.match(text, begin, quantity.start)
    if opening and (found is None or _PER_HEADS.search(text, end, quantity.start) is None):
        start, end = opening.start("rate"), max(end, opening.end())
    if start < 0:
        return None
    if found and found.group().casefold() == "số lượng" and not text[end : quantity.start].strip():
        return start  # `Số lượng không quá 10% số cán bộ`
    before = _FROM.sub("", _EXPLAINED.sub(" ", text[end : quantity.start]))
    between = _ORDINAL.sub("", _PER_HEADS.sub("", _AGE.sub("", before)))
    if not between.strip(" ,:(") or regex.search(r"[;:]|\d", between.rstrip(" :(")):
        return None
    return start


def cut_rate(wording: Wording, begin: int, start: int, quantity: Quantity, following: int) -> Cut:
    """The clause of a figure whose rate begins at `start`; `following`: where the next figure begins."""
    tail = _RATE_TAIL.search(wording.text, start + 4, quantity.start)
    stop = tail.start() if tail else quantity.start
    words = wording.between(start, stop) or words_of(wording.text, start, stop)
    metric = (words[0].start, words[-1].end)
    owner = _owner_of_rate(wording.between(begin, start))
    if owner is not None:
        return Cut(owner, metric, ("đạt",), "rate", owner[0], quantity.end)
    plain = _PLAIN_RATE.match(wording.text, start, stop)
    place = next((i for i, word in enumerate(words) if i > 0 and word.key in _PLACES), None)
    if place is not None and plain is None and place + 1 < len(words):  # `chỉ số muỗi tại các ổ dịch`
        metric = (words[0].start, words[place - 1].end)
        return Cut((words[place + 1].start, words[-1].end), metric, ("đạt",), "rate", start, quantity.end)
    towards = next((i for i in range(1, len(words) - 1) if words[i].key in _TOWARDS), None)
    if towards is not None:  # `tỷ lệ chuyên cần đối với trẻ 5 tuổi`
        metric = (words[0].start, words[towards - 1].end)
        return Cut((words[towards + 1].start, words[-1].end), metric, ("đạt",), "rate", start, quantity.end)
    ratio = _RATIO.match(wording.text, start, stop) is not None
    population = _population_of([word for word in words if plain and word.start >= plain.end()], ratio=ratio)
    whole = _whole_of(wording, quantity, following) if population is None else None
    finish = whole[1] if whole else quantity.end
    return Cut(population or whole, metric, ("đạt",), "rate", start, finish, whole=whole is not None)


def _population_of(noun: Sequence[Word], *, ratio: bool) -> Span | None:
    """Of whom or what a rate is told: `hộ` in `tỷ lệ hộ dùng nước sạch`, who follows `của`, `nữ` in `tỷ lệ nữ`."""
    of = next((i for i in range(1, len(noun) - 1) if noun[i].key in _OF), None)
    if of is not None and not any(word.key == "," for word in noun[of:]):
        return noun[of + 1].start, noun[-1].end  # `tỷ lệ hài lòng của người bệnh`
    if not ratio:  # `tổng số đại biểu được bầu` counts them
        return None
    who = bool(noun) and noun[0].counts in ("person", "body")
    verb = next((i for i, word in enumerate(noun) if word.part == "verb" and not is_complement(noun, i)), 0)
    # `phiếu tán thành`: a verb that only the tagger knows, at the end, is the noun's complement
    closed = not who and verb > 0 and verb == len(noun) - 1 and noun[verb].guessed
    while verb > 1 and noun[verb - 1].part in ("link", "modal"):
        verb -= 1
    if verb > 0 and noun[0].part == "noun" and not closed:
        return noun[0].start, noun[verb - 1].end
    if len(noun) == 1 and noun[0].counts == "person":
        return noun[0].start, noun[0].end
    return None


def _whole_of(wording: Wording, quantity: Quantity, following: int) -> Span | None:
    """Of what a share is told after it: `10% tổng số hội viên của chi hội`."""
    if quantity.counts != "share":
        return None
    after = wording.between(quantity.end, min(following, quantity.end + UNIT_TAIL))
    if not after or after[0].key not in WHOLES or not adjoins(wording.text, quantity.end, after):
        return None
    return after[0].start, noun_end(after)


def _owner_of_rate(before: Sequence[Word]) -> Span | None:
    """`Đơn vị có số lượng bài ...`: who has the rate."""
    if len(before) < 2 or before[-1].key not in HAVE:
        return None
    owner = subject_of(before, len(before) - 1)
    words = [word for word in before if owner and owner[0] <= word.start < owner[1]]
    return owner if words and words[0].counts in _RATED and words[0].key not in _PAPERS else None


def cut_name(wording: Wording, start: int, end: int) -> tuple[Span | None, Span]:
    """Population and metric in the name of a goal in a table: `Hồ sơ được số hóa`; `Tỷ lệ hộ nghèo` is all metric."""
    words = wording.between(start, end)
    plain = _RATIO.match(wording.text, start, end)
    if plain:
        return _population_of([word for word in words if word.start >= plain.end()], ratio=True), (start, end)
    rate = _RATE.match(wording.text, start, end) or _NUMBER_OF.match(wording.text, start, end)
    predicate = None if rate or not words or words[0].part != "noun" else predicate_of(words)
    passive = predicate is not None and words[predicate].part in ("modal", "attribute")
    if not predicate or not (passive or words[0].counts in _NAMED):  # `Thời gian chờ đò`
        return None, (start, end)
    return (words[0].start, words[predicate - 1].end), (predicate_start(words, predicate), end)


def rate_before(text: str, start: int, striving: Span) -> Span | None:
    """The rate named just before a clause that only strives: `nâng | tỷ lệ hồ sơ đúng hạn|, phấn đấu đạt trên 98%`."""
    if _STRIVES_ALONE.fullmatch(text, *striving) is None:
        return None
    named = _NAMED_RATE.search(text, max(start, striving[0] - _RATE_REACH), striving[0])
    return named.span("rate") if named else None
