"""Names of persons as a signature prints them; a line in, the span of the name out."""

from __future__ import annotations

from functools import cache

import regex

from congvan.lexicons import load
from congvan.text.folding import lowered
from congvan.text.likeness import flat

# Signs of a scrawl or stamp that may stand before the name on its line.
SCRAP = 8
# A line with more than this besides the name holds something else.
MOST_BESIDES = 24

_SIGNED = regex.compile(
    r"^[\W_]*(?:(?:da|d[aã])\s?ky|ky ten|ky(?:,| va)? (?:ghi ro )?.{0,24}|signed)[\W_]{0,4}(?::\s{0,3})?"
)
_TITLES = regex.compile(
    r"""^(?:(?:
        (?:(?:PGS|GS|TSKH|TS|[Tt][Hh]\.?[Ss][Ỹỹ]?|BS|Bs|BSCK\w{1,3}|DS\.?CK\w{1,3}|CK\w{1,3}|DS|KS|CN|CV|LS|NSƯT|NSND|NGND|NGƯT
           |TTND|TTƯT|Dr|Mr|Mrs|Ms|CCVC?)\b\s?[.,:/-]{0,2})
      | (?:Đại|Thượng|Trung|Thiếu)\ (?:tướng|tá|úy|uý)\b(?:\ QNCN\b)? | Chuẩn\ [Đđ]ô\ đốc
      | (?:Luật|Kỹ|Kĩ|Bác|Tiến|Thạc|Dược|Kiến\ trúc)\ (?:sư|sĩ|sỹ)\b | (?:Phó\ )?[Gg]iáo\ sư\b | Cử\ nhân\b
      | Nhà\ (?:văn|thơ|báo|giáo)\b | (?:Nhạc|Họa|Hoạ|Nghệ|Võ|Ca)\ (?:sĩ|sỹ|sư)\b                # Nhà văn, Nhạc sĩ
      | (?:Nhân\ dân|nhân\ dân|[ƯưUu]u\ tú|ưu\ tú)\b | (?:chuyên\ khoa|CK)\ (?:I{1,2}|1|2)\b | cao\ cấp\b
      | (?:Hòa|Hoà)\ thượng\b | Thượng\ (?:tọa|toạ)\b | Đại\ đức\b | Ni\ sư\b | Linh\ mục\b | Mục\ sư\b     # Hòa thượng
      | (?:Ông|Bà|Đ/c|Đồng\ chí)\b[.:]?
    )[\s,;–-]{0,3})+""",
    regex.VERBOSE,
)
# One word of a name; of the peoples of the highlands also `H'Linh`, `K' Brếp`.
_WORD_OF_NAME = r"\p{Lu}(?:['’]\s?\p{Lu})?[\p{Ll}'’]*(?:-\p{Lu}\p{Ll}+)?"
_NAME = regex.compile(
    rf"{_WORD_OF_NAME}(?:\s{{1,4}}{_WORD_OF_NAME}){{1,5}}|(?:[HK]['’]\s?)?\p{{Lu}}{{2,8}}(?:\s{{1,4}}\p{{Lu}}{{1,8}}){{1,4}}"
)
_HIGHLAND = regex.compile(r"[HK]['’]")
_LISTED = regex.compile(r"\s*[-–—+•*]\s")  # - Báo Sơn Hà
_AFTER_SCRAP = regex.compile(r"(?<=[^\p{L}\s]\s{0,2})\p{Lu}")
_EDGES = regex.compile(r"^[^\p{L}]+|[^\p{L}]+$")


def name_in(line: str, *, surname: bool = False) -> tuple[int, int] | None:
    """The half-open span of the name in a line that holds nothing else, or None.

    `(đã ký)`, titles and scraps of a scrawl before the name are not part of it. `surname`: the first word must be a
    known family name, as for lines that OCR may have garbled.
    """
    if _LISTED.match(line) or line.rstrip().endswith(";"):
        return None
    signed = _SIGNED.match(flat(line))
    start, end = _letters(line, signed.end() if signed else 0, len(line))
    titles = _TITLES.match(line[start:end])
    if titles and titles.end() < end - start:
        start, end = _letters(line, start + titles.end(), end)
    if is_name(line[start:end]) and (not surname or _has_surname(line[start:end])):
        return start, end
    # `_**£S, Trần Văn Bình`: a scrap before the name, which then must begin with a family name.
    for match in _AFTER_SCRAP.finditer(line, start, end):
        name = line[match.start() : end]
        if match.start() - start <= SCRAP and is_name(name) and _has_surname(name):
            return match.start(), end
    return None


def is_name(text: str) -> bool:
    """A person's name: two to six words in capitals or capitalised, the first a family name or all of them letters."""
    bare = _EDGES.sub("", text)
    titles = _TITLES.match(bare)
    if titles:
        bare = bare[titles.end() :]
    if len(text) - len(bare) > MOST_BESIDES or not _NAME.fullmatch(bare):
        return False
    words = [flat(word) for word in bare.split()]
    known = words[0] in _surnames() or _HIGHLAND.match(bare) is not None
    if lowered(bare.split()[-1]) in ("văn", "thị", "van", "thi") or words[0] == "thi":
        return False  # the name proper or the family name was lost
    if bare.isupper():
        if flat(bare).startswith((*_posts(), "pho ")) or not known:
            return False
        # Two words in capitals may be anything: the family name must have its own marks, and the whole be no place.
        return len(words) >= 3 or (lowered(bare.split()[0]) in _marked_surnames() and lowered(bare) not in _places())
    return known or (len(words) >= 3 and min(map(len, words)) > 1)


def _has_surname(name: str) -> bool:
    """Does a known family name come first, with two more words behind it?

    `Văn` and `Thị` in its place are a name whose beginning was lost, and so, as a rule, is a name of two words.
    """
    words = name.split()
    return len(words) > 2 and flat(words[0]) in _surnames() and flat(words[0]) not in ("van", "thi")


def _letters(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalpha():
        start += 1
    while end > start and not text[end - 1].isalpha():
        end -= 1
    return start, end


@cache
def _surnames() -> frozenset[str]:
    return frozenset(flat(row["surname"]) for row in load("surnames"))


@cache
def _marked_surnames() -> frozenset[str]:
    return frozenset(lowered(row["surname"]) for row in load("surnames"))


@cache
def _places() -> frozenset[str]:
    return frozenset(lowered(row["name"]) for row in load("provinces"))


@cache
def _posts() -> tuple[str, ...]:
    return tuple(sorted({flat(row["post"]) for row in load("posts")}))
