"""The words that head the quoted name of a drive (`phong trào thi đua`, `cuộc thi`); text in, kinds out."""

from __future__ import annotations

from functools import cache

import regex

from congvan.lexicons import load
from congvan.text.folding import lowered
from congvan.text.likeness import flat

# Kinds that are also parts of dates or of other words head a name only right before it.
_ONLY_DIRECT = frozenset(
    {"ngày", "tháng", "tuần", "giải", "hành trình", "sân chơi", "thử thách", "thi", "giao lưu", "trung thu", "tour"}
)
# These go on with few words: `thi vẽ tranh “...”`, `giao lưu văn nghệ “...”`.
_GOES_ON = regex.compile(
    r"\s*(?:(?<=thi\s)(?:vẽ|viết|kể|hát|múa|tìm hiểu|nấu|văn nghệ|cắm|rung chuông|thuyết trình|sáng tác|ảnh|làm|gói)"
    r"|(?<=giao lưu\s)\w+)(?:\s\w+){0,3}\s*:?\s*"
)
_TRADITION, _FEW_WORDS = "truyền thống", regex.compile(r"\s*(?:\w+\s+){0,3}")
# `dự thi “...”`, `kỳ thi “...”`: `thi` is part of another word.
_OTHER_THI = regex.compile(r"(?:dự|kỳ|kì|bài|đề|tham|làm|ôn|hậu)\s+$")


def last_head(window: str) -> regex.Match[str] | None:
    """The last kind in the words before a quotation; of several words also where OCR changed a mark (`phong trảo`)."""
    found = list(_heads().finditer(_lower(window)))
    found += [
        match
        for match in _blurred_heads().finditer(flat(window))
        if all(match.end() <= known.start() or known.end() <= match.start() for known in found)
    ]
    found.sort(key=lambda match: match.start())
    direct = [m for m in found if m.group() not in _only_direct() or _is_direct(window, m)]
    if (
        len(direct) > 1
        and direct[-1].group() == _TRADITION
        and _FEW_WORDS.fullmatch(window, direct[-2].end(), direct[-1].start())
    ):
        return direct[-2]  # `giải việt dã truyền thống “...”`
    return direct[-1] if direct else None


def _is_direct(window: str, match: regex.Match[str]) -> bool:
    """Does a kind stand right before the quotation, and not as a part of another word?"""
    other = match.group() == "thi" and _OTHER_THI.search(window.lower(), 0, match.start())
    return not other and (not window[match.end() :].strip(" :,") or _GOES_ON.fullmatch(window, match.end()) is not None)


def kind_as_known(printed: str) -> str:
    """The kind with its own marks where OCR changed them (`phong trảo`): of which kind a drive is, is a judgement."""
    kinds = [row["kind"] for row in load("drives") if flat(row["kind"]) == flat(printed)]
    return kinds[0] if len(kinds) == 1 and lowered(kinds[0]) != lowered(printed) else printed


def own_kind(name: str) -> str | None:
    """The kind with which a quoted name itself begins (`Tháng Công nhân`), or None."""
    match = _heads().match(_lower(name))
    if match is None or is_other(match.group()) or not name[:1].isupper() or match.end() >= len(name):
        return None
    # `Ngày Chủ nhật xanh` is a day, whichever of the week
    return "ngày" if match.group().startswith(("ngày chủ nhật", "ngày thứ")) else name[: match.end()].lower()


def _lower(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text


def is_kind(name: str) -> bool:
    """Is a name no more than a kind (`Công trình thanh niên`)?"""
    return _heads().fullmatch(_lower(name)) is not None


@cache
def _heads() -> regex.Pattern[str]:
    """All kinds, longest first, as a pattern on lower-case text: without marks `quỹ` would be `quy`."""
    names = sorted({row["kind"] for row in load("drives")}, key=lambda name: (-len(name), name))
    return regex.compile(r"\b(?:" + "|".join(map(regex.escape, names)) + r")\b")


@cache
def _blurred_heads() -> regex.Pattern[str]:
    """The kinds of several words, without marks."""
    names = {flat(row["kind"]) for row in load("drives") if " " in row["kind"] and not row["other"]}
    return regex.compile(r"\b(?:" + "|".join(map(regex.escape, sorted(names, key=lambda n: (-len(n), n)))) + r")\b")


def is_other(kind: str) -> bool:
    """Does a word head a quotation that is no programme (`chủ đề`, `danh hiệu`)?"""
    return kind in _others()


@cache
def _others() -> frozenset[str]:
    return frozenset(row["kind"] for row in load("drives") if row["other"])


@cache
def _only_direct() -> frozenset[str]:
    return _ONLY_DIRECT | {row["kind"] for row in load("drives") if row["other"] == "direct"}
