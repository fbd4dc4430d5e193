"""Strips become paragraphs: lines that were only wrapped belong together, everything else begins anew."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from congvan.datamodel.layout import Strip
from congvan.layout import marks

# A blank of more than this many line heights between two lines parts paragraphs, unless the sentence runs on.
PARAGRAPH_GAP = 0.9
# In texts that are not wrapped a paragraph is one line; a longer line that breaks off goes on after a page break.
UNWRAPPED_RUN = 40
# Copies out of web pages break the first line of a paragraph early: it has some words already, and no full stop.
SHORT_FIRST_LINE = 4

_LABEL = regex.compile(
    r"""
      [-–—+*•·]\s*\S            # - gửi báo cáo
    | [IVXLC]{1,5}[.)/]\s        # II. NỘI DUNG
    | \d{1,2}(?:\.\d{1,2}){1,3}[.)/]?\s\S   # 2.1 Nội dung ; 2.1.3. Kinh phí
    | \d{1,2}[.)/]\s?[^\d\s]                # 1. Mục đích ; 3) Yêu cầu ; but not `23 tháng 5` of a wrapped date
    | [a-zđ]\d?[.)/]\s           # a) ; đ.
    | Điều\s+\d+ | Chương\s+[IVX\d]+ | Mục\s+[IVX\d]+ | Khoản\s+\d+ | Bước\s+\d+ | Bài\s+\d+:
    | Căn\ cứ\s | Kính\ gửi | Nơi\ nhận | Lưu: | \|
    """,
    regex.VERBOSE,
)
_QUARTER = regex.compile(r"(?:IV|I{1,3})(?!\p{L})")
# `Quyết định số` / `765/QĐ-STTN ngày` / `28/4/2023`: a number or date that a web page broke behind its word.
_NUMBER_WORD = regex.compile(r"(?:^|\s)(?:số|Số|ngày|tháng|năm)\s?:?$")
_ITS_NUMBER = regex.compile(r"\d{1,5}[a-z]?[/-](?:\d|\p{Lu}{2}|\p{Lu}\p{Ll}?\p{Lu})|\d{1,2}\s+tháng\s+\d|\d{4}(?!\d)")
_OPEN_END = regex.compile(r"[\p{L}\d,&/\-–)\]”\"]$")
_GOES_ON = regex.compile(r"^[\p{Ll}(“\"\d]")


def paragraphs_of(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Groups of strips, each one paragraph of the canonical text, in the order given."""
    groups: list[list[Strip]] = []
    wrapped = {strip.page for strip in strips if strip.full}
    for strip in strips:
        if groups and (_continues(groups[-1], strip) or (strip.page in wrapped and _broken_early(groups[-1], strip))):
            groups[-1].append(strip)
        else:
            groups.append([strip])
    return groups


# Names of offices with a dash inside: a line that begins with their second half is no list item.
_DASHED_NAMES = (
    ("lao dong", "thuong binh"),
    ("thi dua", "khen thuong"),
    ("kinh te", "xa hoi"),
    ("van hoa", "xa hoi"),
    ("chinh tri", "xa hoi"),
    ("ke hoach", "tai chinh"),
)


def _splits_name(before: str, after: str) -> bool:
    """`... Sở Lao động` / `- Thương binh và Xã hội ...`"""
    if after[0] not in "-–—":
        return False
    first, second = marks.fold(before[-20:]), marks.fold(after[:20].lstrip("-–— "))
    return any(first.endswith(a) and second.startswith(b) for a, b in _DASHED_NAMES)


def _broken_early(group: list[Strip], strip: Strip) -> bool:
    """Does a line of wrapped text end the short one above, as copies out of web pages have it?

    `Căn cứ Luật Tổ chức chính` / `quyền địa phương ngày 19 tháng 6 năm 2015;`
    """
    last = group[-1]
    if any(s.table_row is not None or s.zone != "body" or s.breaks for s in (last, strip)):
        return False
    if last.page != strip.page or strip.gap > PARAGRAPH_GAP:
        return False
    before, after = last.text, strip.text
    if _NUMBER_WORD.search(before) and _ITS_NUMBER.match(after):
        return True
    if len(group) > 1 or len(before.split()) < SHORT_FIRST_LINE or before.isupper() or strip.bold or last.bold:
        return False
    ends = len(after) > UNWRAPPED_RUN or after[-1:] in ".;:"
    return bool(_OPEN_END.search(before)) and after[:1].islower() and not _LABEL.match(after) and ends


def _continues(group: list[Strip], strip: Strip) -> bool:
    """Is `strip` the next wrapped line of the paragraph?"""
    last = group[-1]
    if last.table_row is not None or strip.table_row is not None:
        return last.table_row == strip.table_row
    if last.zone != "body" or strip.zone != "body" or strip.breaks or last.breaks:
        return False
    before, after = last.text, strip.text
    if _splits_name(before, after):
        return True
    if _QUARTER.match(after) and before.endswith((" quý", " Quý")):
        return True
    if _LABEL.match(after) or marks.is_addressee(after) or marks.is_annex(after):
        return False
    runs_on = bool(_OPEN_END.search(before)) and bool(_GOES_ON.match(after))
    if last.page != strip.page or strip.gap > PARAGRAPH_GAP:
        return runs_on and len(before) > UNWRAPPED_RUN and after[:1].islower()
    if not last.full:
        return runs_on and after[:1].islower() and len(before) > UNWRAPPED_RUN and not strip.bold
    # A first line's indent begins a paragraph; a hanging indent does not, nor does one after a sentence that runs on.
    if strip.indent > last.indent + 2 and len(group) > 1 and not after[:1].islower():
        return False
    if before.isupper() != after.isupper() and not after[:1].islower() and (before.isupper() or after.isupper()):
        return False
    ended = before[-1:] in ".:;!?" or before.endswith("./")
    return not (ended and strip.indent > group[0].indent - 1 and strip.indent > 2)
