"""The signature block (ô 7a, 7b), read as a small language: capacity lines, posts, marks of a signature, a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

import regex

from congvan.datamodel.layout import Cell
from congvan.datamodel.text import CanonicalText
from congvan.grammar.letterhead.spelling import post_of
from congvan.grammar.who.persons import is_name, name_in
from congvan.layout.foot_lines import FootLine
from congvan.lexicons import load
from congvan.text.likeness import flat, share_of_capitals

# A signature stands at most so many lines under its post: stamp, scrawl and blanks between.
NAME_WITHIN = 8
# A capacity line or post is at most so long, with the name of the body behind it.
POST_LENGTH = 90
# Share of capitals in a line that is printed in capitals, small slips of OCR allowed for.
CAPITALS = 0.8

_CAPACITY = regex.compile(
    r"""^\W{0,4}(?:
      (?: t\s?[./]\s?m | k\s?[./]\s?t | t\s?[./]\s?l | t\s?[./]?\s?u\s?[./]?\s?q | q | tm | kt | tl | tuq )
        \s?[.,:/]{1,2}\s{0,3}                                                    # TM. ; K/T ; T. L. ; TUQ.
    | (?: tm | kt | tl | tuq | t[/.]m | k[/.]t | t[/.]l ) \s{1,3}                          # KT CHỦ TỊCH
    )(?=(?:\p{L}\W{0,2}){4})""",
    regex.VERBOSE,
)
_APPROVAL = regex.compile(r"^\W{0,3}(?:phe duyet|duyet\b|xac nhan|y kien|tham dinh)")
# A post alone that its holder has for the time being: `Q. GIÁM ĐỐC`
_ACTING = regex.compile(r"^\W{0,4}q\s?[.,]\s{0,3}")
# Before a post: `QUYỀN GIÁM ĐỐC`, `P. GIÁM ĐỐC`
_BEFORE_POST = regex.compile(r"(?:quyen\s|p\s?[./]\s{0,2}(?!pho))")
# What the signer is besides, on the next line: `kiêm Trưởng ban ...`
_BESIDES = regex.compile(r"^\W{0,3}kiem\s")
# Headings over the posts of those who sign minutes.
_PART_IN_MEETING = regex.compile(r"^\W*(?:chu tri|chu toa|doan chu tich|chu toa doan)\W*$")
_SECRETARY = regex.compile(r"^\W*(?:thu k[yi]|nguoi (?:lap|ghi)|ke toan)")
_CHAIR = regex.compile(r"^\W*(?:chu tri|chu toa|chu tich|truong ban|truong doan)")
# Signs round a capacity or post that are none of it: rules, specks, quotation marks.
_JUNK = " .,:;'\"`*_|^~=-–—"
# What OCR makes of a capacity under a stamp: a few signs before the post (`Z1. GIÁM ĐỐC`, `TE:HIỆU TRƯỞNG`).
_GARBLED = regex.compile(r"^\W{0,4}(?P<prefix>\w{0,3}[^\p{L}\s]{0,3})\s{0,2}(?=\p{Lu}{2})")
_DASHED = regex.compile(r"^\W{0,3}[-–—−+•*·●▪~]\s{0,4}\S")


@dataclass(slots=True)
class _Block:
    """A signature block while it is read: spans of its capacity lines and posts, and the name."""

    authority: list[tuple[int, int, str]] = field(default_factory=list)
    roles: list[tuple[int, int, str]] = field(default_factory=list)
    name: tuple[int, int] | None = None
    garbled: tuple[int, int, str] | None = None
    body: str = ""
    approved: bool = False
    last: int = -9
    zone: str = ""

    @property
    def role_text(self) -> str:
        return self.roles[0][2] if self.roles else ""

    def is_open(self) -> bool:
        return self.name is None and bool(self.authority or self.roles or self.garbled)


def signature_cells(
    canonical: CanonicalText, lines: Sequence[FootLine], issuers: Sequence[str], *, minutes: bool
) -> list[Cell]:
    """The cells of the block that counts among the lines of the foot that are no recipients; empty if there is none."""
    block = _chosen(_blocks(_in_reading_order(canonical, lines)), issuers, minutes=minutes)
    return _block_cells(block) if block is not None else []


def lone_name(lines: Sequence[FootLine]) -> list[Cell]:
    """The name under a post that was lost: the only one in the foot that begins with a family name."""
    spans = [span for line in lines if line.zone.startswith("foot") and (span := _name_span(line))]
    return [Cell("signer", *spans[0])] if len(spans) == 1 else []


def lone_signature(lines: Sequence[FootLine]) -> int | None:
    """Where a signature without recipients begins: a post in a line of its own with a name under it, or at the end."""
    for n, line in enumerate(lines):
        if not is_signing(line):
            continue
        named = any(is_name(x.text) for x in lines[n + 1 : n + 1 + NAME_WITHIN])
        if (named and not any(len(x.text) > 120 for x in lines[n + 1 : n + 4])) or n >= len(lines) - 3:
            return n - 1 if n and _APPROVAL.match(lines[n - 1].flat) else n
    return None


def _in_reading_order(canonical: CanonicalText, lines: Sequence[FootLine]) -> list[FootLine]:
    """The lines of the signature as they were printed, unless two signatures stand side by side.

    Text out of a word processor's table has the right cell's first line beside the left cell's last one, and the rest
    below it at the margin; then the columns that the gap suggests are none.
    """
    if (columns := _two_columns(canonical, lines)) is not None:
        return columns
    rows = [_row(canonical, line) for line in lines]
    signing = [
        (row, line.zone) for row, line in zip(rows, lines, strict=True) if is_signing(line) or is_name(line.text)
    ]
    left = {row for row, zone in signing if zone == "foot-left"}
    right = {row for row, zone in signing if zone == "foot-right"}
    if not left or not right or left & right:
        return list(lines)
    return [line for _, line in sorted(zip(rows, lines, strict=True), key=lambda pair: (pair[0], pair[1].start))]


def _two_columns(canonical: CanonicalText, lines: Sequence[FootLine]) -> list[FootLine] | None:
    """The left signature's lines before the right one's, where two posts and two names share their rows (minutes).

    None where no row holds two posts, or none holds two names: `THƯ KÝ | CHỦ TỌA` over `A | B`.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if a.index == b.index]
    posts = next(((a, b) for a, b in pairs if is_signing(a) and is_signing(b)), None)
    if posts is None or not any(is_name(a.text) and is_name(b.text) for a, b in pairs):
        return None
    left, right = (_x0(canonical, line) for line in posts)
    paired = {id(line): side for a, b in pairs for side, line in enumerate((a, b))}
    middle = (left + right) / 2
    sides = [paired.get(id(line), int(_x0(canonical, line) > middle)) for line in lines]
    return [line for side in (0, 1) for line, at in zip(lines, sides, strict=True) if at == side]


def _x0(canonical: CanonicalText, line: FootLine) -> float:
    words = canonical.words_in(line.start, line.start + 1)
    return words[0].word.box.x0 if words else 0.0


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
                    block.authority.append((start, end, line.text[start - line.start : end - line.start]))
                    block.body += f" {line.flat}"
                elif kind == "garbled":
                    block.garbled = (start, end, line.text[start - line.start : end - line.start])
                else:
                    block.roles.append((start, end, line.text[start - line.start : end - line.start]))
            block.last, block.zone = line.index, line.zone
        elif block.is_open() and block.roles and _BESIDES.match(line.flat) and len(line.text) < POST_LENGTH:
            start, _, text = block.roles[-1]
            block.roles[-1] = (start, line.end, f"{text} {line.text}")
            block.last = line.index
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
    elif block.authority and not line.flat.lstrip(_JUNK).startswith("pho "):  # a deputy's post that was misread
        start, _, text = block.authority[-1]
        block.authority[-1] = (start, line.end, f"{text} {line.text}")


def _name_span(line: FootLine) -> tuple[int, int] | None:
    """The span of the name that the line holds, in the text."""
    span = name_in(line.text, surname=line.read)
    return (line.start + span[0], line.start + span[1]) if span else None


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
    return match is not None and line.text[: match.end()].strip(" .,:/").isupper() and len(line.text) < 40


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


def is_signing(line: FootLine) -> bool:
    return bool(_signing_parts(line))


def _is_post(line: FootLine) -> bool:
    """Does the line name a post and nothing else? In capitals, or exactly a post of the lexicon."""
    words = line.flat.lstrip(_JUNK)
    before = _BEFORE_POST.match(words)
    words = words[before.end() :] if before else words
    if line.zone != "foot-right" and _DASHED.match(line.flat):
        return False
    post = next((p for p in _posts() if words.startswith(p) and not words[len(p) : len(p) + 1].isalpha()), None)
    if post is None:
        return False
    if share_of_capitals(line.text) > CAPITALS:
        return len(line.text) <= POST_LENGTH and not regex.search(r"\d{2}", line.text)
    rest = words[len(post) :].strip(" .*_")
    return not rest and line.text.strip()[:1].isupper()


def _chosen(blocks: Sequence[_Block], issuers: Sequence[str], *, minutes: bool) -> _Block | None:
    """The block that counts: not an approver's nor a secretary's; of several the first issuer's or the chair's."""
    real = [b for b in blocks if not b.approved] or list(blocks)
    signers = [b for b in real if not _SECRETARY.match(flat(b.role_text))] or real
    if minutes:
        signers = [b for b in signers if _CHAIR.match(flat(b.role_text))] or signers
    return min(signers, key=lambda b: -_nearness(b, issuers), default=None)


def _nearness(block: _Block, issuers: Sequence[str]) -> int:
    """How many words of the block's body only the first issuer has, less those that only the others have."""
    words = set(block.body.split())
    first = set(issuers[0].split()) if issuers else set()
    others = {word for name in issuers[1:] for word in name.split()}
    return len(words & (first - others)) - len(words & (others - first))


def _block_cells(block: _Block) -> list[Cell]:
    """Capacity lines, the post and the name.

    The post is the one under the capacity; what the signer is besides stands below it (`TRƯỞNG BAN` / `GIÁM ĐỐC SỞ NỘI
    VỤ`). A deputy's post under the head's says that the head's line is a capacity.
    """
    cells = [Cell("authority", start, end) for start, end, _ in block.authority]
    posts = [*([block.garbled] if block.garbled else []), *block.roles]
    if len(posts) > 1 and block.roles and _is_capacity(block, posts[0][2], posts[1][2]):
        cells.append(Cell("authority", *posts[0][:2]))
        posts = posts[1:]
    elif block.garbled is not None:
        posts = block.roles
    if len(posts) > 1 and _PART_IN_MEETING.match(flat(posts[0][2])):
        posts = posts[1:]  # CHỦ TỌA / HIỆU TRƯỞNG
    if not posts and block.authority and _ACTING.match(flat(block.authority[-1][2])):
        start, end, text = block.authority[-1]
        cells.pop()
        posts = [(start, end, text)]
    if posts:
        start, end, _ = posts[0]
        cells.append(Cell("signer_role", start, end))
    if block.name is not None:
        cells.append(Cell("signer", *block.name))
    return cells


def _is_capacity(block: _Block, head: str, role: str) -> bool:
    """Was the line above the post a capacity whose sign OCR lost?

    A deputy's post under the head's says `KT.`; before another post `T` is what is left of `TL.`.
    """
    return _is_deputy(role, head) or (block.garbled is not None and not block.authority and head[:1] == "T")


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
