"""Programmes: named movements, campaigns, contests and programmes that have a name but no document number.

A quotation counts where the word that heads it names such a drive, or its own first word does; without quotation
marks only contests named in capitals, fixed days of action and national target programmes count.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache

import regex
from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate
from congvan.lexicons import load
from congvan.text.likeness import flat
from congvan.text.tokens import context_of, text_of

# A name is longer than one word and shorter than a paragraph; the longest real ones have about 200 characters.
SHORTEST_NAME, LONGEST_NAME = 4, 260
# Words between a kind and the quotation that still belong to the kind (`cuộc thi trực tuyến tìm hiểu ...`).
KIND_WORDS = 9
# Words between a kind and its name at most; farther off the quotation is another matter.
WORDS_BETWEEN = 16
# Names of one drive differ by a slip or a word from mention to mention; two drives of one list differ by more.
SAME_NAME = 0.85
MOST_COMPARED = 60

_OPEN, _CLOSE = "“«", "”»"
_MARKS = regex.compile(r"[“”«»\"]")
_JOINER = regex.compile(r"[\s,;:.…]*(?:(?:và|hoặc|hay|cùng|với|các|&|-|–|\+)[\s,;:]*)*")
_SENTENCE_END = regex.compile(r"[.!?…]\s+(?=\p{Lu})|\n")
_NO_KIND_WORDS = regex.compile(
    r"^(?:do|của|được|năm|tại|trong|về|với|theo|giai đoạn|mang tên|có tên|tên là|là|như|lần|đã|sẽ|hướng|vào|cho|để|từ"
    r"|và|phát động|quốc gia về)\b|\d{4}"
)
_NAMED = regex.compile(r"(?:mang|có|với)\s+tên(?:\s+gọi)?(?:\s+là)?\s*:?\s*$")
# A quotation after these is not the kind's own name: `phong trào tố giác vi phạm về “...”`.
_DANGLING = regex.compile(r"(?:^|\s)(?:về|của|trong|theo|trên|tại|cho|bằng|như)$", regex.IGNORECASE)
# Kinds that are also parts of dates head a name only directly before it.
_ALSO_A_DATE = frozenset({"ngày", "tháng"})
_BODY_BEFORE = regex.compile(
    r"(?:ban to chuc|ban quan ly|bql|hoi dong|ban giam khao|ban chi dao|quy che)\s+(?:cac\s+)?$"
)
_ANNIVERSARY = regex.compile(r"(?:\d+\s+nam|ky niem|le|thanh lap)\s+$")
# Where a name without quotation marks ends.
_STOP = regex.compile(
    r"""[.,;:()“”"|\n]
      | \s (?= (?: lần|năm|do|được|tại|trên|đảm|để|đều|có|phải|của|nhằm|trong|với|và|gồm|là|đã|sẽ|hằng|hàng|khi|vào
               |đến|bằng|nếu|như|thuộc|(?:từ|theo)\ (?:ngày|kế|quyết|hướng|quy|công|\d) )\b )
    """,
    regex.VERBOSE,
)
_TARGET_PROGRAMME = regex.compile(
    r"[Cc]hương\ trình\ (?:mục\ tiêu\ [Qq]uốc\ gia|MTQG)\s+(?:về\s+)?(?P<name>\p{Ll}[^.;:()“”\"|\n]{4,160})",
    regex.VERBOSE,
)
_TARGET_STOP = regex.compile(
    r"\s(?=(?:trên địa bàn|theo|năm|do|được|tại|từ|cho|để|đã|và các|với|lồng ghép|đến năm|của|nhằm)\b)|,(?!\s?an\b)"
)
_PERIOD = regex.compile(r"\s+giai\ đoạn\ (?:20\d\d)\s?[-–]\s?20\d\d", regex.VERBOSE)
_NO_TARGET_NAME = regex.compile(r"^(?:trên|theo|năm|để|được|do|đã|và|của|tại|cho|giai|với|có|còn|gồm|này|nêu|đến|từ)\b")


@dataclass(frozen=True, slots=True)
class _Quotation:
    """Half-open span of what stands inside the marks; `outer` is where the opening mark stands."""

    start: int
    end: int
    outer: int


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind as printed, where it begins, and whether it heads something that is no programme."""

    words: str
    start: int
    is_other: bool


def extract(doc: Doc) -> list[Candidate]:
    """Candidates of kind `programmes`: attributes `name` and `kind`."""
    text = text_of(doc)
    found: list[Candidate] = []
    for block in context_of(doc).layout.blocks:
        if not block.zone.startswith(("head-", "foot")):
            found += _quoted(text, block.start, block.end)
            found += _capitalised(text, block.start, block.end)
            found += _target_programmes(text, block.start, block.end)
    found += _named_days(text)
    return _merged(_without_overlaps(found))


# Quoted names ------------------------------------------------------------------------------------------------------


def _quoted(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Names in quotation marks, each with the kind before it or that of the list it stands in."""
    listed: _Kind | None = None
    last = start
    for quotation in _quotations(text, start, end):
        gap = text[last : quotation.outer]
        kind = _kind_before(text, last, quotation.outer)
        direct = kind is not None
        if kind is None and listed is not None and _JOINER.fullmatch(gap):
            kind = listed
        own = _own_kind(text[quotation.start : quotation.end])
        if kind is None and own is not None:
            kind = _Kind(own, quotation.outer, False)
            yield from _named(text, quotation, kind, "programmes.quoted_kind", 0.7, with_kind=False)
        elif kind is not None and not kind.is_other:
            rule = "programmes.quoted" if direct else "programmes.listed"
            yield from _named(text, quotation, kind, rule, 0.85 if direct else 0.8, with_kind=direct)
        listed = kind
        last = quotation.end + 1


def _named(
    text: str, quotation: _Quotation, kind: _Kind, rule: str, score: float, *, with_kind: bool
) -> Iterator[Candidate]:
    name = " ".join(text[quotation.start : quotation.end].split()).strip(" ,;:")
    if not SHORTEST_NAME <= len(name) <= LONGEST_NAME or "@" in name or "://" in name:
        return
    begin = kind.start if with_kind else quotation.start
    yield Candidate("programmes", begin, quotation.end, {"name": name, "kind": kind.words}, rule, score)


def _quotations(text: str, start: int, end: int) -> Iterator[_Quotation]:
    """The quotations of one paragraph; one whose opening mark was lost begins after the last `;` or comma."""
    opened: int | None = None
    last = start
    straight = False
    for mark in _MARKS.finditer(text, start, end):
        at, sign = mark.start(), mark.group()
        opens = sign in _OPEN or (sign == '"' and not straight and opened is None)
        if opens:
            opened, straight = at, sign == '"'
            continue
        if opened is not None:
            yield _Quotation(opened + 1, at, opened)
        elif sign in _CLOSE:
            cut = max(text.rfind("; ", last, at), text.rfind(": ", last, at))
            if cut >= last:
                yield _Quotation(cut + 2, at, cut + 2)
        opened, straight, last = None, False, at + 1


def _kind_before(text: str, start: int, at: int) -> _Kind | None:
    """The last kind between two offsets, with the words that belong to it; None where none heads what follows."""
    begin = start
    for match in _SENTENCE_END.finditer(text, start, at):
        begin = match.end()
    window = text[max(begin, at - 200) : at]
    offset = at - len(window)
    matches = list(_heads().finditer(_lower(window)))
    if not matches:
        return None
    match = matches[-1]
    between = window[match.end() :].strip(" :,")
    if len(between.split()) > WORDS_BETWEEN or ";" in between or _DANGLING.search(between):
        return None
    if between and match.group() in _ALSO_A_DATE:
        return None
    head = match.group()
    if head in _others():
        return _Kind(head, offset + match.start(), True)
    printed = " ".join(window[match.start() : match.end()].split()).lower()
    between = _NAMED.sub("", between).strip()
    fits = len(between.split()) <= KIND_WORDS - len(printed.split()) and not regex.search(r"[,()/]", between)
    if between and fits and not _NO_KIND_WORDS.search(between.lower()):
        printed = " ".join(f"{printed} {between}".lower().split())
    return _Kind(printed, offset + match.start(), False)


def _own_kind(name: str) -> str | None:
    """The kind with which a quoted name itself begins (`Tháng Công nhân`), or None."""
    match = _heads().match(_lower(name))
    if match is None or match.group() in _others() or not name[:1].isupper() or match.end() >= len(name):
        return None
    return name[: match.end()].lower()


def _lower(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text


@cache
def _heads() -> regex.Pattern[str]:
    """All kinds, longest first, as a pattern on lower-case text: without marks `quỹ` would be `quy`."""
    names = sorted({row["kind"] for row in load("drives")}, key=lambda name: (-len(name), name))
    return regex.compile(r"\b(?:" + "|".join(map(regex.escape, names)) + r")\b")


@cache
def _others() -> frozenset[str]:
    return frozenset(row["kind"] for row in load("drives") if row["other"] == "yes")


# Names without marks -----------------------------------------------------------------------------------------------


def _capitalised(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Contests and campaigns named in capitals: `Hội thi Sáng tạo trẻ`."""
    for match in _unquoted().finditer(text, start, end):
        stop = _STOP.search(text, match.end(), min(end, match.end() + LONGEST_NAME))
        finish = stop.start() if stop else min(end, match.end() + LONGEST_NAME)
        name = " ".join(text[match.start("name") : finish].split())
        before = flat(text[max(start, match.start() - 24) : match.start()])
        if len(name.split()) < 3 or len(name) > 120 or _BODY_BEFORE.search(before) or name.isupper():
            continue
        values = {"name": name, "kind": match.group("kind").lower()}
        yield Candidate("programmes", match.start(), finish, values, "programmes.capitals", 0.6)


@cache
def _unquoted() -> regex.Pattern[str]:
    kinds = [row["kind"] for row in load("drives") if row["unquoted"] == "yes"]
    either = "|".join(f"[{k[0].lower()}{k[0].upper()}]{regex.escape(k[1:])}" for k in kinds)
    return regex.compile(rf"(?P<kind>\b(?:{either})) (?P<name>\p{{Lu}}[\p{{L}}\d&]*)")


def _target_programmes(text: str, start: int, end: int) -> Iterator[Candidate]:
    """National target programmes, whose names are printed in lower case."""
    for match in _TARGET_PROGRAMME.finditer(text, start, end):
        content = match.group("name")
        if _NO_TARGET_NAME.match(content):
            continue
        stop = _TARGET_STOP.search(content)
        length = stop.start() if stop else len(content)
        period = _PERIOD.search(content)
        if period and period.start() <= length:
            length = period.end()
        name = " ".join(content[:length].split())
        if len(name.split()) >= 2:
            finish = match.start("name") + length
            values = {"name": name, "kind": "chương trình mục tiêu quốc gia"}
            yield Candidate("programmes", match.start(), finish, values, "programmes.target", 0.6)


def _named_days(text: str) -> Iterator[Candidate]:
    """Days and months of action with a fixed name."""
    folded = flat(text)
    for match in _days().finditer(folded):
        printed = text[match.start() : match.end()]
        if _ANNIVERSARY.search(folded, max(0, match.start() - 16), match.start()) or not printed[:1].isupper():
            continue
        values = {"name": " ".join(printed.split()), "kind": _day_kind(match.group())}
        yield Candidate("programmes", match.start(), match.end(), values, "programmes.named_day", 0.7)


@cache
def _days() -> regex.Pattern[str]:
    names = sorted({flat(row["name"]) for row in load("named_days")}, key=lambda name: (-len(name), name))
    return regex.compile(r"\b(?:" + "|".join(regex.escape(n).replace(r"\ ", r"\s+") for n in names) + r")\b")


def _day_kind(folded: str) -> str:
    name = " ".join(folded.split())
    return next(row["kind"] for row in load("named_days") if flat(row["name"]) == name)


# One drive, one item -----------------------------------------------------------------------------------------------


def _without_overlaps(found: list[Candidate]) -> list[Candidate]:
    """Of candidates that share words the most trusted one."""
    kept: list[Candidate] = []
    end = -1
    for candidate in sorted(found, key=lambda c: (c.start, -c.score, c.end)):
        if candidate.start >= end:
            kept.append(candidate)
            end = candidate.end
        elif kept and candidate.score > kept[-1].score:
            kept[-1] = candidate
            end = candidate.end
    return kept


def _merged(found: list[Candidate]) -> list[Candidate]:
    """Mentions whose names differ by a slip become one candidate; the best placed of them leads."""
    groups: list[list[Candidate]] = []
    for candidate in sorted(found, key=lambda c: (-c.score, c.start)):
        name = flat(str(candidate.values["name"]))
        group = next((g for g in groups[:MOST_COMPARED] if _same(flat(str(g[0].values["name"])), name)), None)
        if group is None:
            groups.append([candidate])
        else:
            group.append(candidate)
    merged = []
    for first, *others in groups:
        spans = tuple((c.start, c.end) for c in sorted(others, key=lambda c: c.start))
        merged.append(replace(first, mentions=spans))
    return sorted(merged, key=lambda c: c.start)


def _same(a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < 12 or abs(len(a) - len(b)) > 0.3 * max(len(a), len(b)):
        return False
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return (
        matcher.real_quick_ratio() >= SAME_NAME and matcher.quick_ratio() >= SAME_NAME and matcher.ratio() >= SAME_NAME
    )
