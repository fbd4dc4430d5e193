"""Heads of the names of bodies, and the words that may and may not follow them: lexicon tables, matched in text.

All functions work on texts folded by `phrasebook.aligned`, so that offsets are those of the text as printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from congvan.grammar.phrasebook import Phrases, bared
from congvan.lexicons import load
from congvan.text.folding import lowered

# A place of the State's divisions; `xã hội`, `huyện ủy`, `tỉnh đoàn` are none.
PLACE = regex.compile(
    r"(?<!\p{L})(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thôn|ấp)(?!\p{L})"
    r"(?! (?:hội|uỷ|đoàn|nghiệp)(?!\p{L}))"
    r"|(?<!\p{L})(?:tp|tx)(?:\.|\b)|(?<!\p{L})[hxtp]\.(?=\s?\p{L}{2})"  # UBND H. Bình Khê
)
# One-word heads that name a body by themselves.
ALONE = frozenset({"quốc hội", "chính phủ", "lđlđ", "cđcs", "ubnd", "hđnd", "cđvc", "hiệu trưởng", "tlđ", "mttq"})


@dataclass(frozen=True, slots=True)
class HeadForm:
    """What a row of `lexicons/bodies.tsv` tells of a head: the rule of its level, and what may follow it."""

    level: str
    form: str


def head_at(text: str, low: str, at: int, stop: int) -> str | None:
    """The head that stands at `at`; one of a single syllable counts only before a name (`Sở Y tế`)."""
    head = heads().at(low, at, stop)
    if head is None or len(not_heads().at(low, at, stop) or "") > len(head):
        return None
    if " " in head or head in ALONE or forms()[head].form == "small":
        return head
    end = at + len(head)
    after = text[end : end + 2].lstrip()
    if after[:1].isupper() or after[:1].isdigit() or text[at:end].isupper():
        return head
    return head if branches().at(low, end + 1, stop) or PLACE.match(low, end + 1, stop) else None


def bare_head_at(low: str, at: int, stop: int) -> str | None:
    """A head of several syllables whose marks OCR has changed (`Thu tướng Chính phú`)."""
    found = _bare_heads()[0].at(bared(low[at : min(stop, at + 60)]), 0)
    return _bare_heads()[1][found] if found else None


def stop_at(low: str, at: int) -> bool:
    if low.startswith("ở", at) and low.endswith("nhà ", 0, at):
        return False
    stop = _stops().at(low, at)
    if stop is None or " " in stop:
        return stop is not None
    # `Đào tạo`: the second syllable of a word of two is no stop
    before = low.rfind(" ", 0, max(at - 1, 0)) + 1
    return low[before : at + len(stop)] not in _compounds()


@cache
def forms() -> dict[str, HeadForm]:
    rows = sorted(load("bodies"), key=lambda row: row["form"] in ("small", "generic"), reverse=True)
    return {lowered(row["head"]): HeadForm(row["level"], row["form"]) for row in rows}


@cache
def small_heads() -> frozenset[str]:
    return frozenset(lowered(row["head"]) for row in load("bodies") if row["form"] in ("small", "generic"))


@cache
def heads() -> Phrases:
    return Phrases(forms())


@cache
def _bare_heads() -> tuple[Phrases, dict[str, str]]:
    heads = {bared(head): head for head in forms() if " " in head}
    return Phrases(heads), heads


@cache
def bare_branches() -> Phrases:
    return Phrases(bared(lowered(row["name"])) for row in load("branches") if " " in row["name"])


@cache
def not_heads() -> Phrases:
    return Phrases(lowered(row["word"]) for row in load("not_bodies"))


@cache
def branches() -> Phrases:
    return Phrases(lowered(row["name"]) for row in load("branches"))


@cache
def _stop_words() -> tuple[str, ...]:
    parts = ("verb", "modal", "link")
    office = (row["word"] for row in load("office_words") if row["part"] in parts and row["word"] != "và")
    return tuple(lowered(word) for word in (*(row["word"] for row in load("body_stops")), *office))


@cache
def _stops() -> Phrases:
    return Phrases(_stop_words())


@cache
def _compounds() -> frozenset[str]:
    pairs = (lowered(row["word"]) for row in load("office_words"))
    return frozenset(word for word in (*_stop_words(), *pairs) if word.count(" ") == 1)
