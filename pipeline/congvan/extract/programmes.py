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

from congvan.datamodel.candidate import Candidate, Value
from congvan.grammar.drives import (
    LONGEST_NAME,
    Drive,
    action_times,
    capitalised,
    named_days,
    target_programmes,
)
from congvan.lexicons import load
from congvan.text.folding import lowered
from congvan.text.likeness import flat
from congvan.text.tokens import context_of, text_of

# A name is longer than one word.
SHORTEST_NAME = 4
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
# Kinds that are also parts of dates or of other words head a name only directly before it.
_ONLY_DIRECT = frozenset({"ngày", "tháng", "tuần", "giải", "hành trình", "sân chơi", "thử thách"})


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
            found += map(_of_drive, capitalised(text, block.start, block.end))
            found += map(_of_drive, target_programmes(text, block.start, block.end))
            if block.kind != "row":
                found += map(_of_drive, action_times(text, block.start, block.end))
    found += map(_of_drive, named_days(text))
    return _merged(_without_overlaps(found))


def _of_drive(drive: Drive) -> Candidate:
    values: dict[str, Value] = {"name": drive.name, "kind": drive.kind}
    return Candidate("programmes", drive.start, drive.end, values, f"programmes.{drive.rule}", drive.score)


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
    for sentence in _SENTENCE_END.finditer(text, start, at):
        begin = sentence.end()
    window = text[max(begin, at - 200) : at]
    offset = at - len(window)
    match = _last_head(window)
    if match is None:
        return None
    between = window[match.end() :].strip(" :,")
    if len(between.split()) > WORDS_BETWEEN or ";" in between or _DANGLING.search(between):
        return None
    head = match.group()
    if head in _others():
        return _Kind(head, offset + match.start(), True)
    printed = _kind_as_known(" ".join(window[match.start() : match.end()].split()).lower())
    between = _NAMED.sub("", between).strip()
    fits = len(between.split()) <= KIND_WORDS - len(printed.split()) and not regex.search(r"[,()/]", between)
    if between and fits and not _NO_KIND_WORDS.search(between.lower()):
        printed = " ".join(f"{printed} {between}".lower().split())
    return _Kind(printed, offset + match.start(), False)


def _last_head(window: str) -> regex.Match[str] | None:
    """The last kind in the words before a quotation; of several words also where OCR changed a mark (`phong trảo`)."""
    found = list(_heads().finditer(_lower(window)))
    found += [
        match
        for match in _blurred_heads().finditer(flat(window))
        if all(match.end() <= known.start() or known.end() <= match.start() for known in found)
    ]
    found.sort(key=lambda match: match.start())
    direct = [m for m in found if m.group() not in _ONLY_DIRECT or not window[m.end() :].strip(" :,")]
    return direct[-1] if direct else None


def _kind_as_known(printed: str) -> str:
    """The kind with its own marks where OCR changed them (`phong trảo`): of which kind a drive is, is a judgement."""
    kinds = [row["kind"] for row in load("drives") if flat(row["kind"]) == flat(printed)]
    return kinds[0] if len(kinds) == 1 and lowered(kinds[0]) != lowered(printed) else printed


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
def _blurred_heads() -> regex.Pattern[str]:
    """The kinds of several words, without marks."""
    names = {flat(row["kind"]) for row in load("drives") if " " in row["kind"] and row["other"] != "yes"}
    return regex.compile(r"\b(?:" + "|".join(map(regex.escape, sorted(names, key=lambda n: (-len(n), n)))) + r")\b")


@cache
def _others() -> frozenset[str]:
    return frozenset(row["kind"] for row in load("drives") if row["other"] == "yes")


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


def _is_shortened(short: list[str], long: list[str]) -> bool:
    """Does `short` leave out one stretch of at most two words of `long`: `Cuộc thi KHKT (dành cho) học sinh`?"""
    kept = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    missing = len(long) - len(short)
    return 0 < missing <= 2 and len(short) >= 4 and kept > 0 and short[kept:] == long[kept + missing :]


def _same(a: str, b: str) -> bool:
    if a == b or _is_shortened(*sorted((a.split(), b.split()), key=len)):
        return True
    if min(len(a), len(b)) < 12 or abs(len(a) - len(b)) > 0.3 * max(len(a), len(b)):
        return False
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return (
        matcher.real_quick_ratio() >= SAME_NAME and matcher.quick_ratio() >= SAME_NAME and matcher.ratio() >= SAME_NAME
    )
