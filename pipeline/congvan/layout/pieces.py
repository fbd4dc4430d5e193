"""Printed lines of the letterhead become pieces: stretches that each stand for one thing.

OCR and pasted text run the two columns of a letterhead together on one line; a piece is found by its words wherever
it stands in the line, and what is left between the found pieces is plain text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from congvan.datamodel.text import CanonicalText
from congvan.grammar.letterhead.dateline import dateline
from congvan.text.likeness import flat, share_of_capitals
from congvan.text.provenance import stands_over_scan, was_read

# Patterns run on flat text (lower case, no marks); OCR slips are allowed for by {e<=n} on short lines only.
MARKED_LINE = 260
# Two columns run together on one line are at most this long.
MERGED_LINE = 130

# Decree 30/2020/NĐ-CP, annex I, ô 1; the Party's and the Youth Union's upper right line count only as a whole line.
_NATION = regex.compile(
    r"""
      (?:cong\ ho\w?\ xa\ hoi\ chu\ nghia\ viet\ nam){e<=7}      # CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    | ^\W*(?:dang\ cong\ san\ viet\ nam){e<=2}\W*$               # ĐẢNG CỘNG SẢN VIỆT NAM
    | ^\W*(?:doan\ tncs\ ho\ chi\ minh){e<=1}\W*$                # ĐOÀN TNCS HỒ CHÍ MINH
    | ^\W*(?:doan\ thanh\ nien\ cong\ san\ ho\ chi\ minh){e<=3}\W*$
    | ^\W*doi\ (?:tntp|thieu\ nien\ tien\ phong)\ ho\ chi\ minh\W*$          # the Young Pioneers' own
    """,
    regex.VERBOSE | regex.BESTMATCH,
)
_NATION_WORDS = regex.compile(r"chu nghia|cong ho|xa hoi|viet nam|dang cong san|tncs|ho chi minh")
_MOTTO = regex.compile(r"(?:doc lap\s?\W{0,3}\s?tu do\s?\W{0,3}\s?hanh phuc){e<=6}", regex.BESTMATCH)
_MOTTO_WORDS = regex.compile(r"oc lap|hanh ph|tu do")

# `Số: 15/QĐ-SCN`, `Số 04-NQ/HU`; OCR reads the ố as o, 6, ö or é.
_CODE = regex.compile(
    r"""
    (?: (?<![\p{L}\d]) s[o06öéð]{1,2}(?:\s?\.|\ ky\ hieu)?\s?[:;] \s{0,40}             # Số: ; Só; ; Số ký hiệu:
      | ^\W{0,3} (?:cv|cong\ van) \s{1,2} so\b [\s:.]{0,5}                               # CV số: 31/SCN-VP
      | (?:^\W{0,3}|(?<=\s{3})) s[o06öé] (?:\b|z) \s{0,3}[:.;,?|]{0,2}\s{0,40}      # Số 04-NQ/HU
      | ^\W{0,3} so (?=[^\s\p{L}:]|[\p{L}][^\p{L}\s]) (?=[^\n/⁄]{1,10}[/⁄]\s?\p{L}{2})              # SốJ442/GM-UBND
      | (?<=\s)so\s{1,3}(?=\d{1,5}\s?[/-]) )                                       # CỦA BỘ X SỐ 07/2008/CT-BX
    (?= [^\n]{0,60}? [/⁄] | [^\n]{0,12}?\d[^\n]{0,6}?-\s?\p{L} | \s*[\d.…_]*\s*$ )
    """,
    regex.VERBOSE,
)
# Who signed electronically, and when: real text laid over a picture, above or beside the letterhead.
_CAPTION = regex.compile(
    r"""
      ^\W*(?:nguoi\ ky|ky\ boi|ky\ so|email|e-mail|co\ quan|thoi\ gian\ ky|ngay\ ky|chuc\ vu)\s?:   # Ký bởi: ...
    | ^\W*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\W*$                                             # vanthu@sonha.vn
    | ^\W*\d{1,2}[./-]\d{1,2}[./-]\d{4}\s+\d{1,2}:\d{2}                                # 05.01.2021 16:12
    | ^\W*\d{1,2}:\d{2}:\d{2}\b | ^\W*\+0?7:?00\W*$ | thoi\ gian\ ky\s?:               # 16:12:33 ; +07:00
    | ^\W*(?:ky\ boi|nguoi\ ky)\b
    """,
    regex.VERBOSE,
)
# Arrival stamps, drafts and copies: not of the letterhead, though printed in capitals beside it.
_STAMP = regex.compile(
    r"^\W*(?:cong van den|van ban den|den so\b|den\s*$|den\b.{0,12}\d/\d.{0,9}$|chuyen\s?:|luu ho so|du thao|\(?du thao"
    r"|sao y|ban sao|sao luc)"
)
# Rules beside or between the columns.
_RULES = "|_~"
_GOES_ON = regex.compile(r"\s?,\s(?!năm|tháng)\p{Ll}")
_WORDY = regex.compile(r"\p{L}{2}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A half-open span of the text, white space at its ends left out, and what it is.

    `kind`: `nation`, `motto`, `place_date`, `code`, `caption`, `stamp`, `rule` or `text`; `paragraph`: index of the
    paragraph it stands in; `flat`: its words in lower case without marks; `read`: by OCR, so that marks say little.
    """

    kind: str
    start: int
    end: int
    zone: str
    paragraph: int
    text: str
    flat: str
    read: bool = False

    @property
    def is_capital(self) -> bool:
        """Printed in capitals (a slip or a small word like `và` does not count)."""
        return share_of_capitals(self.text) >= 0.8


def pieces_of(canonical: CanonicalText, first: int, last: int) -> list[Piece]:
    """The pieces of the paragraphs `first` to `last` (exclusive), in text order."""
    pieces: list[Piece] = []
    for index in range(first, min(last, len(canonical.paragraphs))):
        paragraph = canonical.paragraphs[index]
        text = canonical.text[paragraph.start : paragraph.end]
        over_scan = stands_over_scan(canonical, paragraph.start, paragraph.end)
        for found, start, end in _cut(text):
            # What is typed over a picture beside the letterhead says who signed electronically.
            kind = "caption" if over_scan and found == "text" else found
            content = text[start:end]
            at = paragraph.start
            read = was_read(canonical, at + start, at + start + 1)
            pieces.append(Piece(kind, at + start, at + end, paragraph.zone, index, content, flat(content), read))
    return pieces


def _cut(text: str) -> Iterator[tuple[str, int, int]]:
    """`(kind, start, end)` of the pieces of one line."""
    folded = flat(text)
    if len(text) > MARKED_LINE:
        yield "text", 0, len(text)
        return
    if _CAPTION.search(folded):
        yield "caption", 0, len(text)
        return
    at = 0
    for kind, start, end in _marks(text, folded):
        if start < at:
            continue
        yield from _plain(text, folded, at, start)
        yield kind, start, end
        at = end
    yield from _plain(text, folded, at, len(text))


def _marks(text: str, folded: str) -> list[tuple[str, int, int]]:
    """The found pieces of a line in order; a code runs up to the next one."""
    found: list[tuple[str, int, int]] = []
    merged = len(text) < MERGED_LINE
    if merged and share_of_capitals(text) > 0.5 and _NATION_WORDS.search(folded) and (nation := _NATION.search(folded)):
        found.append(("nation", *nation.span()))
    if merged and _MOTTO_WORDS.search(folded) and (motto := _MOTTO.search(folded)):
        found.append(("motto", *motto.span()))
    if (date := dateline(text)) and (date.place or _opens_line(text, date.start, date.end)):
        found.append(("place_date", date.start, date.end))
    code = _CODE.search(folded)
    if code and code.start() and text[code.start()].islower():
        code = None  # a cited document's `số` in running text
    if code and not any(a <= code.start() < b for _, a, b in found):
        following = [a for _, a, _ in found if a > code.start()]
        found.append(("code", code.start(), min(following, default=len(text))))
    found.sort(key=lambda f: f[1])
    return [(kind, a, a + len(text[a:b].rstrip())) for kind, a, b in found]


def _opens_line(text: str, start: int, end: int) -> bool:
    """A dateline without its place opens its line; `Ngày 5 tháng 6 năm 2021, tại trụ sở ...` is the body's."""
    return not text[:start].strip(" ,.-—_|()") and not _GOES_ON.match(text, end - text[:end].endswith(","))


def _plain(text: str, folded: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """What stands between found pieces: text, a rule, a stamp, or nothing."""
    while start < end and (text[start].isspace() or text[start] in _RULES):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _RULES):
        end -= 1
    if start == end:
        return
    if not _WORDY.search(text, start, end):
        yield "rule", start, end
    elif _STAMP.match(folded[start:end]):
        yield "stamp", start, end
    else:
        yield "text", start, end
