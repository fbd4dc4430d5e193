"""Programmes: named movements, campaigns, contests and programmes that have a name but no document number.

A quotation counts where the word that heads it names such a drive, or its own first word does; without quotation
marks only contests named in capitals, fixed days of action and national target programmes count.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex
from spacy.tokens import Doc

from congvan.datamodel.candidate import Candidate, Value
from congvan.grammar.drives.kinds import is_kind, is_other, kind_as_known, last_head, own_kind
from congvan.grammar.drives.names import (
    LONGEST_NAME,
    Drive,
    action_times,
    capitalised,
    named_days,
    same_name,
    target_programmes,
)
from congvan.text.likeness import flat
from congvan.text.tokens import context_of, text_of

# A name is longer than one word.
SHORTEST_NAME = 4
# Words between a kind and the quotation that still belong to the kind (`cuộc thi trực tuyến tìm hiểu ...`).
KIND_WORDS = 9
# Words between a kind and its name at most; farther off the quotation is another matter.
WORDS_BETWEEN = 16
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
# A quotation without a kind is a drive's name where it is held, followed or joined: `tổ chức “Đêm hội mùa vàng”`.
_HELD = regex.compile(
    r"(?<!\p{L})(?:tổ\s+chức|hưởng\s+ứng|phát\s+động|tham\s+gia|vận\s+động|dự\s+thi|ra\s+mắt|ra\s+quân|duy\s+trì|hỗ\s+trợ"
    r"|thực\s+hiện|triển\s+khai)\s*$",
    regex.IGNORECASE,
)
_HELD_WORDS = (3, 14)  # words of such a name; shorter ones are watchwords, longer ones sentences
_PAPER = regex.compile(  # tổ chức “Tổ hòa giải”: bodies, papers and rules
    r"(?:Câu\s+lạc\s+bộ|CLB|Tổ|Đội|Nhóm|Ban|Hội\s+đồng|Quy|Biên|Đơn|Phiếu|Giấy|Sổ|Bài|Bản|Danh|Báo|Kế\s+hoạch|Tờ|Luật|Nghị)(?!\p{L})"
)


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
        own = own_kind(text[quotation.start : quotation.end])
        if kind is None and own is not None:
            kind = _Kind(own, quotation.outer, False)
            yield from _named(text, quotation, kind, "programmes.quoted_kind", 0.7, with_kind=False)
        elif kind is not None and not kind.is_other:
            rule = "programmes.quoted" if direct else "programmes.listed"
            yield from _named(text, quotation, kind, rule, 0.85 if direct else 0.8, with_kind=direct)
        elif kind is None and _HELD.search(text, max(last, quotation.outer - 24), quotation.outer):
            yield from _held(text, quotation)
        listed = kind
        last = quotation.end + 1


def _held(text: str, quotation: _Quotation) -> Iterator[Candidate]:
    """The name of something held that no kind heads; a watchword (`4 tại chỗ`) has no capital or fewer words."""
    name = " ".join(text[quotation.start : quotation.end].split())
    fewest, most = _HELD_WORDS
    if (
        name[:1].isupper()
        and not name.isupper()
        and fewest <= len(name.split()) <= most
        and not (_PAPER.match(name) or is_kind(name))
    ):
        values: dict[str, Value] = {"name": name, "kind": None}
        yield Candidate("programmes", quotation.start, quotation.end, values, "programmes.held", 0.6)


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
    match = last_head(window)
    if match is None:
        return None
    between = window[match.end() :].strip(" :,")
    if len(between.split()) > WORDS_BETWEEN or ";" in between or _DANGLING.search(between):
        return None
    head = match.group()
    if is_other(head):
        return _Kind(head, offset + match.start(), True)
    printed = kind_as_known(" ".join(window[match.start() : match.end()].split()).lower())
    between = _NAMED.sub("", between).strip()
    fits = len(between.split()) <= KIND_WORDS - len(printed.split()) and not regex.search(r"[,()/]", between)
    if between and fits and not _NO_KIND_WORDS.search(between.lower()):
        printed = " ".join(f"{printed} {between}".lower().split())
    return _Kind(printed, offset + match.start(), False)


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
        group = next((g for g in groups[:MOST_COMPARED] if same_name(flat(str(g[0].values["name"])), name)), None)
        if group is None:
            groups.append([candidate])
        else:
            group.append(candidate)
    merged = []
    for first, *others in groups:
        spans = tuple((c.start, c.end) for c in sorted(others, key=lambda c: c.start))
        merged.append(replace(first, mentions=spans))
    return sorted(merged, key=lambda c: c.start)
