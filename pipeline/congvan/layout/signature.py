"""The cells at the foot: recipients (ô 9b) and the signature block (ô 7a, 7b) of one dispatch.

The signature block is read as a small language: capacity lines, posts, marks of a signature, a name. It may stand to
the right of the recipients, above them or below them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

import regex

from congvan.datamodel.layout import Cell
from congvan.datamodel.text import CanonicalText
from congvan.grammar.spelling import post_of
from congvan.lexicons import load
from congvan.text.likeness import flat, share_of_capitals
from congvan.text.provenance import was_read

# A foot takes at most so many printed lines; long lists of recipients have some forty.
FOOT_LINES = 60
# A signature stands at most so many lines under its post: stamp, scrawl and blanks between.
NAME_WITHIN = 8
# Signs of a scrawl or stamp that may stand before the name on its line.
SCRAP = 8
# Lines of a text without columns in which a lone post may still be the signature's: the end of the document.
TAIL_LINES = 14
# Share of letters and blanks in a line of words; scrawls read by OCR have a third of other signs.
WORDY = 0.7
POST_LENGTH = 90
CAPITALS = 0.8
# A line that holds two columns is at most so long.
TWO_COLUMNS = 140

_RECIPIENTS = regex.compile(
    r"^\W{0,6}(?:noi\s?nhan|noi\s?nhgn|[nm]\wi\ nh\wn|noi nh[aâ]?n)\s{0,2}(?:[:;.,\-–—\"*_]|$|\s[-–])",
    regex.IGNORECASE,
)
_CAPACITY = regex.compile(
    r"""^\W{0,4}(?:
        (?: t\s?[./]\s?m | k\s?[./]\s?t | t\s?[./]\s?l | t\s?[./]?\s?u\s?[./]?\s?q | q | tm | kt | tl | tuq ) \s?[.,:/]{1,2}\s{0,3}
      | (?: tm | kt | tl | tuq | t/m | k/t | t/l ) \s{1,3}
    )(?=[\p{L}])""",
    regex.VERBOSE,
)
_APPROVAL = regex.compile(r"^\W{0,3}(?:phe duyet|duyet\b|xac nhan|y kien|tham dinh)")
_SIGNED = regex.compile(
    r"^[\W_]*(?:(?:da|d[aã])\s?ky|ky ten|ky(?:,| va)? (?:ghi ro )?.{0,24}|signed)[\W_]{0,4}(?::\s{0,3})?"
)
_SECRETARY = regex.compile(r"^\W*(?:thu ky|nguoi (?:lap|ghi)|ke toan)")
_CHAIR = regex.compile(r"^\W*(?:chu tri|chu toa|chu tich|truong ban|truong doan)")
_ITEM = regex.compile(r"^\W{0,3}(?:[-–—−+•*·●▪~]|\u2022|_(?=\s))\s{0,4}\S|^\W{0,3}luu\b", regex.IGNORECASE)
_ARCHIVE = regex.compile(r"^\W{0,6}(?:l[uưv]+u)\b")
_TITLES = regex.compile(
    r"""^(?:(?:
        (?:(?:PGS|GS|TSKH|TS|[Tt][Hh]\.?[Ss][Ỹỹ]?|BS|Bs|BSCK\w{1,3}|DS\.?CK\w{1,3}|CK\w{1,3}|DS|KS|CN|CV|LS|NSƯT|NSND|NGND|NGƯT
           |TTND|TTƯT|Dr|Mr|Mrs|Ms|CCVC?)\b\s?[.,:/-]{0,2})
      | (?:Đại|Thượng|Trung|Thiếu)\ (?:tướng|tá|úy|uý)\b | Chuẩn\ Đô\ đốc | (?:Luật|Kỹ|Bác|Tiến|Thạc|Dược)\ (?:sư|sĩ|sỹ)
      | (?:Ông|Bà|Đ/c|Đồng\ chí)\b[.:]?
    )\s{0,3})+""",
    regex.VERBOSE,
)
_NAME = regex.compile(r"\p{Lu}[\p{Ll}'’]*(?:\s{1,4}\p{Lu}[\p{Ll}'’]*){1,5}|\p{Lu}{2,8}(?:\s{1,4}\p{Lu}{1,8}){1,4}")
_EDGES = regex.compile(r"^[^\p{L}]+|[^\p{L}]+$")
# Signs round a capacity or post that are none of it: rules, specks, quotation marks.
_JUNK = " .,:;'\"`*_|^~=-–—"
# What OCR makes of a capacity under a stamp: a few signs before the post (`Z1. GIÁM ĐỐC`, `TE:HIỆU TRƯỞNG`).
_GARBLED = regex.compile(r"^\W{0,4}(?P<prefix>\w{0,3}[^\p{L}\s]{0,3})\s{0,2}(?=\p{Lu}{2})")
# A list of recipients whose heading was lost begins so.
_FIRST_ITEM = regex.compile(r"^\W{0,5}nhu (?:tren|dieu|kinh gui|thanh phan|tp moi)\b.{0,24}$")
_LOST_HEADING = regex.compile(r"^\W{0,4}\w{0,4}\W{0,3}nh[ao]n\W{0,4}$")


@dataclass(frozen=True, slots=True)
class FootLine:
    """One paragraph of the foot: half-open span, zone, index of the paragraph; `read`: by OCR."""

    start: int
    end: int
    zone: str
    index: int
    text: str
    flat: str
    read: bool


@dataclass(slots=True)
class _Block:
    """A signature block while it is read: spans of its capacity lines and posts, and the name."""

    authority: list[tuple[int, int]] = field(default_factory=list)
    roles: list[tuple[int, int, str]] = field(default_factory=list)
    name: tuple[int, int] | None = None
    garbled: tuple[int, int, str] | None = None
    body: str = ""
    approved: bool = False
    last: int = -9
    zone: str = ""

    @property
    def role_text(self) -> str:
        return self.roles[-1][2] if self.roles else ""

    def is_open(self) -> bool:
        return self.name is None and bool(self.authority or self.roles or self.garbled)


def find_foot(canonical: CanonicalText, body: int, issuer: str = "", *, minutes: bool = False) -> list[Cell]:
    """The cells of the foot below paragraph `body`; `issuer` is the letterhead's first body, for joint dispatches.

    In `minutes` the chair's block counts, elsewhere the issuer's, else the first.
    """
    lines = _lines(canonical, body)
    anchor = _anchor(lines)
    items = _item_lines(lines, anchor) if anchor is not None else []
    cells = _recipient_cells(lines, anchor, items)
    taken = set(items) | ({anchor} if anchor is not None else set())
    window = _window(lines, anchor, items)
    blocks = _blocks(_in_reading_order(canonical, [lines[n] for n in window if n not in taken]))
    block = _chosen(blocks, flat(issuer), minutes=minutes)
    if block is not None:
        cells += _block_cells(block)
    elif items:
        cells += _lone_name([lines[n] for n in window if n > items[-1]])
    return cells


def _lone_name(lines: Sequence[FootLine]) -> list[Cell]:
    """The name under a post that was lost: the only one in the foot that begins with a family name."""
    spans = [span for line in lines if line.zone.startswith("foot") and (span := _name_span(line))]
    return [Cell("signer", *spans[0])] if len(spans) == 1 else []


def _lines(canonical: CanonicalText, body: int) -> list[FootLine]:
    lines = []
    for index in range(body, len(canonical.paragraphs)):
        p = canonical.paragraphs[index]
        start, read = p.start, was_read(canonical, p.start, p.start + 1)
        cells = canonical.text[p.start : p.end].split(" | ") if p.end - p.start < TWO_COLUMNS else [""]
        # Left and right column on one line: columns that the reading order did not part.
        if len(cells) == 2:
            for cell in cells:
                lines.append(FootLine(start, start + len(cell), p.zone, index, cell, flat(cell), read))
                start += len(cell) + len(" | ")
        else:
            text = canonical.text[p.start : min(p.end, p.start + 400)]
            lines.append(FootLine(p.start, p.end, p.zone, index, text, flat(text), read))
    return lines


def _anchor(lines: Sequence[FootLine]) -> int | None:
    """The line `Nơi nhận`, or, where OCR lost it, the first recipient, or None."""
    for n, line in enumerate(lines):
        if _RECIPIENTS.match(line.flat) or (line.zone.startswith("foot") and _LOST_HEADING.match(line.flat)):
            return n
    return next((n for n, line in enumerate(lines) if _ITEM.match(line.flat) and _FIRST_ITEM.match(line.flat)), None)


# Recipients --------------------------------------------------------------------------------------------------------


def _item_lines(lines: Sequence[FootLine], anchor: int) -> list[int]:
    """Indices of the lines that list recipients below (or beside) `Nơi nhận`."""
    items: list[int] = [] if _RECIPIENTS.match(lines[anchor].flat) or not _ITEM.match(lines[anchor].flat) else [anchor]
    zone = lines[anchor].zone
    dashed = any(_ITEM.match(line.flat) for line in lines[anchor + 1 : anchor + 4])
    for n in range(anchor + 1, min(len(lines), anchor + FOOT_LINES)):
        line = lines[n]
        if line.zone != zone and not (zone in ("foot", "body") and line.zone in ("body", "foot-left")):
            if line.zone == "foot-right":
                continue
            break
        if _is_signing(line):
            if zone == "foot-left" or (items and _ARCHIVE.match(lines[items[-1]].flat)):
                break
            continue
        if len(line.text) > 160 and not _ITEM.match(line.flat):
            break
        before = lines[items[-1]] if items else None
        if _ends_list(before) and line.text[:1] in "+•*" and lines[items[0]].text[:1] in "-–—":
            break
        if _ITEM.match(line.flat) or (not dashed and not _ends_list(before)):
            items.append(n)
        elif before is not None and items[-1] == n - 1 and _runs_on(before, line):
            items.append(n)
        elif _ends_list(before) and not _note(line):
            if any(_ITEM.match(x.flat) for x in lines[n + 1 : n + 4]):
                continue
            break
    return items


def _ends_list(before: FootLine | None) -> bool:
    """`Lưu: VT.` is the last item, as a rule."""
    return before is not None and bool(_ARCHIVE.match(before.flat.lstrip("-–—+•*·● ")))


def _note(line: FootLine) -> bool:
    return line.text[:1] in '(“"}' or line.text[:2] == "để"


def _runs_on(before: FootLine, line: FootLine) -> bool:
    """Is `line` the wrapped rest of the item `before`?"""
    if _note(line):
        return True
    if _ends_list(before) and (_is_name(line.text) or before.text[-1:] != "," or len(line.text) > 30):
        return False
    if line.read and not _is_wordy(line.text):
        return False
    return before.text[-1:] not in ".;"


def _is_wordy(text: str) -> bool:
    """Are there words, and not only what OCR made of a scrawl or stamp?"""
    letters = sum(c.isalpha() or c.isspace() for c in text)
    return letters >= WORDY * len(text) and bool(regex.search(r"\p{L}{3}", text))


def _recipient_cells(lines: Sequence[FootLine], anchor: int | None, items: Sequence[int]) -> list[Cell]:
    """One cell for each unbroken run of lines."""
    if anchor is None:
        return []
    runs: list[list[int]] = [[anchor]]
    for n in items:
        if n == anchor:
            continue
        if n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return [Cell("recipients", lines[run[0]].start, lines[run[-1]].end) for run in runs]


# Signature ---------------------------------------------------------------------------------------------------------


def _window(lines: Sequence[FootLine], anchor: int | None, items: Sequence[int]) -> list[int]:
    """Indices of the lines among which the signature stands."""
    first_foot = next((n for n, line in enumerate(lines) if line.zone.startswith("foot")), None)
    if anchor is None and first_foot is None:
        start = _lone_signature(lines)
        return list(range(start, min(len(lines), start + NAME_WITHIN + 6))) if start is not None else []
    start = min(n for n in (anchor, first_foot) if n is not None)
    above = start
    while above > 0 and start - above < NAME_WITHIN and len(lines[above - 1].text) < POST_LENGTH:
        above -= 1
        if _is_signing(lines[above]):
            start = above
    end = max([start, *items])
    while end < len(lines) and (lines[end].zone.startswith("foot") or end < max([start, *items]) + TAIL_LINES):
        if end > max([start, *items]) and (len(lines[end].text) > 160 or lines[end].zone.startswith("head")):
            break
        end += 1
    return list(range(start, end))


def _lone_signature(lines: Sequence[FootLine]) -> int | None:
    """Where a signature without recipients begins: a post in a line of its own with a name under it, or at the end."""
    for n, line in enumerate(lines):
        if not _is_signing(line):
            continue
        named = any(_is_name(x.text) for x in lines[n + 1 : n + 1 + NAME_WITHIN])
        if (named and not any(len(x.text) > 120 for x in lines[n + 1 : n + 4])) or n >= len(lines) - 3:
            return n
    return None


def _in_reading_order(canonical: CanonicalText, lines: Sequence[FootLine]) -> list[FootLine]:
    """The lines of the signature as they were printed, unless two signatures stand side by side.

    Text out of a word processor's table has the right cell's first line beside the left cell's last one, and the rest
    below it at the margin; then the columns that the gap suggests are none.
    """
    rows = [_row(canonical, line) for line in lines]
    signing = [
        (row, line.zone) for row, line in zip(rows, lines, strict=True) if _is_signing(line) or _is_name(line.text)
    ]
    left = {row for row, zone in signing if zone == "foot-left"}
    right = {row for row, zone in signing if zone == "foot-right"}
    if not left or not right or left & right:
        return list(lines)
    return [line for _, line in sorted(zip(rows, lines, strict=True), key=lambda pair: (pair[0], pair[1].start))]


def _row(canonical: CanonicalText, line: FootLine) -> tuple[int, int]:
    """Page and printed line of a paragraph's first word."""
    words = canonical.words_in(line.start, line.start + 1)
    return (words[0].page, words[0].line) if words else (0, 0)


def _blocks(lines: Sequence[FootLine]) -> list[_Block]:
    """The signature blocks among the lines, in their order."""
    blocks: list[_Block] = []
    block = _Block()
    approved = False
    body = ""
    for line in lines:
        parts = list(_signing_parts(line))
        if parts:
            if block.name is not None or (block.roles and parts[0][0] == "authority") or _other_zone(block, line):
                blocks.append(block)
                block = _Block()
            if not block.is_open():
                block.approved, block.body, approved, body = approved, body, False, ""
            for kind, start, end in parts:
                if kind == "authority":
                    block.authority.append((start, end))
                elif kind == "garbled":
                    block.garbled = (start, end, line.text[start - line.start : end - line.start])
                else:
                    block.roles.append((start, end, line.text[start - line.start : end - line.start]))
            block.last, block.zone = line.index, line.zone
        elif _APPROVAL.match(line.flat) and len(line.text) < 60:
            approved = True
        elif block.is_open():
            _read_on(block, line)
        elif share_of_capitals(line.text) > CAPITALS and len(line.text) > 6:
            body = line.flat
    blocks.append(block)
    return [b for b in blocks if b.authority or b.roles or b.garbled]


def _other_zone(block: _Block, line: FootLine) -> bool:
    return block.is_open() and bool(block.roles) and block.zone != line.zone and line.index != block.last + 1


def _read_on(block: _Block, line: FootLine) -> None:
    """A line under the posts: the name, the rest of a wrapped post, or nothing."""
    span = _name_span(line)
    if span is not None:
        block.name = span
        return
    wrapped = line.index == block.last + 1 and line.text.isupper() and len(line.text) < 50
    if not wrapped or not regex.fullmatch(r"[\p{Lu}\s,&.\-–]+", line.text) or len(line.text.split()) < 2:
        return
    block.last = line.index
    if block.roles:
        start, _, text = block.roles[-1]
        block.roles[-1] = (start, line.end, f"{text} {line.text}")
    else:
        block.authority[-1] = (block.authority[-1][0], line.end)


def _signing_parts(line: FootLine) -> list[tuple[str, int, int]]:
    """`(authority|role, start, end)` in a line; capacity and post may share it (`TM. UBND XÃ CHỦ TỊCH`)."""
    if len(line.text) > POST_LENGTH or line.text[-1:] in ";:,":
        return []
    lead = len(line.text) - len(line.text.lstrip(_JUNK))
    start, end = line.start + lead, line.start + len(line.text.rstrip(_JUNK))
    if (_CAPACITY.match(line.flat) and share_of_capitals(line.text) > 0.6) or _is_mixed_capacity(line):
        cut = _second_post(line)
        if cut:
            return [("authority", start, line.start + len(line.text[:cut].rstrip())), ("role", line.start + cut, end)]
        return [("authority", start, end)]
    if _is_post(line):
        return [("role", start, end)]
    return _read_parts(line, start, end)


def _read_parts(line: FootLine, start: int, end: int) -> list[tuple[str, int, int]]:
    """The same for a line that OCR garbled: a post with one slip, or scraps of a capacity before a post."""
    if not line.read or share_of_capitals(line.text) < CAPITALS:
        return []
    whole = post_of(line.text)
    garbled = _GARBLED.match(line.text)
    behind = post_of(line.text[garbled.end() :]) if garbled and garbled.group("prefix") else None
    if behind and (whole is None or len(whole) <= len(behind)):
        assert garbled is not None
        return [("garbled", line.start + garbled.start("prefix"), end)]
    return [("role", start, end)] if whole else []


def _is_mixed_capacity(line: FootLine) -> bool:
    """`TL. Hiệu trưởng`: a capacity with the post in lower case, alone on a short line."""
    match = _CAPACITY.match(line.flat)
    return bool(match) and line.text[: match.end()].strip(" .,:/").isupper() and len(line.text) < 40 if match else False


def _second_post(line: FootLine) -> int:
    """Offset in the line of a post that follows the capacity on the same line, or 0."""
    capacity = _CAPACITY.match(line.flat)
    at = capacity.end() if capacity else 0
    for post in _posts():
        pho = line.flat.find(f" {post}", at + 3)
        if (
            pho > 0
            and (post.startswith("pho ") or line.flat[:2] == "tm")
            and pho + 1 + len(post) >= len(line.flat.rstrip()) - 1
        ):
            return pho + 1
    return 0


def _is_signing(line: FootLine) -> bool:
    return bool(_signing_parts(line))


def _is_post(line: FootLine) -> bool:
    """Does the line name a post and nothing else? In capitals, or exactly a post of the lexicon."""
    words = line.flat.lstrip(_JUNK)
    if line.zone != "foot-right" and _ITEM.match(line.flat):
        return False
    post = next((p for p in _posts() if words.startswith(p) and not words[len(p) : len(p) + 1].isalpha()), None)
    if post is None:
        return False
    if share_of_capitals(line.text) > CAPITALS:
        return len(line.text) <= POST_LENGTH and not regex.search(r"\d{2}", line.text)
    rest = words[len(post) :].strip(" .*_")
    return not rest and line.text.strip()[:1].isupper()


def _name_span(line: FootLine) -> tuple[int, int] | None:
    """The span of the name in a line that holds nothing else, without `(đã ký)`, titles and scraps of a scrawl."""
    start = 0
    signed = _SIGNED.match(line.flat)
    if signed:
        start = signed.end()
    start, end = _letters(line.text, start, len(line.text))
    titles = _TITLES.match(line.text[start:end])
    if titles and titles.end() < end - start:
        start, end = _letters(line.text, start + titles.end(), end)
    if _is_name(line.text[start:end]) and (not line.read or _has_surname(line.text[start:end])):
        return line.start + start, line.start + end
    # `_**£S, Trần Văn Bình`: a scrap before the name, which then must begin with a family name.
    for match in regex.finditer(r"(?<=[^\p{L}\s]\s{0,2})\p{Lu}", line.text[start:end]):
        name = line.text[start + match.start() : end]
        if match.start() <= SCRAP and _is_name(name) and _has_surname(name):
            return line.start + start + match.start(), line.start + end
    return None


def _has_surname(name: str) -> bool:
    return flat(name.split()[0]) in _surnames()


def _letters(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalpha():
        start += 1
    while end > start and not text[end - 1].isalpha():
        end -= 1
    return start, end


def _is_name(text: str) -> bool:
    """A person's name: two to six words in capitals or capitalised, the first a family name or all of them letters."""
    bare = _EDGES.sub("", text)
    titles = _TITLES.match(bare)
    if titles:
        bare = bare[titles.end() :]
    if len(text) - len(bare) > 24 or not _NAME.fullmatch(bare):
        return False
    words = [flat(word) for word in bare.split()]
    known = words[0] in _surnames()
    if words[-1] in ("van", "thi"):
        return False  # the name proper was lost
    if bare.isupper():
        return known and len(words) >= 3 and not any(flat(bare).startswith(p) for p in _posts())
    return known or (len(words) >= 3 and min(map(len, words)) > 1)


def _chosen(blocks: Sequence[_Block], issuer: str, *, minutes: bool) -> _Block | None:
    """The block that counts: not an approver's nor a secretary's; of several the issuer's or the chair's."""
    real = [b for b in blocks if not b.approved] or list(blocks)
    signers = [b for b in real if not _SECRETARY.match(flat(b.role_text))] or real
    if minutes:
        signers = [b for b in signers if _CHAIR.match(flat(b.role_text))] or signers
    words = set(issuer.split())
    if len(signers) > 1 and words and any(b.body for b in signers):
        signers = sorted(signers, key=lambda b: -len(words & set(b.body.split())) if b.body else 0)
    return signers[0] if signers else None


def _block_cells(block: _Block) -> list[Cell]:
    cells = [Cell("authority", start, end) for start, end in block.authority]
    head = block.garbled or (block.roles[-2] if len(block.roles) > 1 else None)
    if head is not None and block.roles and not block.authority:
        # A deputy's post under the head's: `KT.` stands there and was lost under the stamp; `T` is left of `TL.`.
        if _is_deputy(block.roles[-1][2], head[2]) or (block.garbled and head[2][:1] == "T"):
            cells.append(Cell("authority", *head[:2]))
    if block.roles:
        start, end, _ = block.roles[-1]
        cells.append(Cell("signer_role", start, end))
    if block.name is not None:
        cells.append(Cell("signer", *block.name))
    return cells


def _is_deputy(role: str, head: str) -> bool:
    """Does a deputy of the post that `head` names (scraps before it left out) sign as `role`?"""
    garbled = _GARBLED.match(head)
    known = post_of(head) or post_of(head[garbled.end() :] if garbled else head)
    deputy = post_of(role)
    return any(row["post"].upper() == deputy and row["deputy_of"].upper() == known for row in load("posts"))


@cache
def _posts() -> tuple[str, ...]:
    """Flat names of posts, longest first."""
    return tuple(sorted({flat(row["post"]) for row in load("posts")}, key=lambda post: (-len(post), post)))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(flat(row["surname"]) for row in load("surnames"))
