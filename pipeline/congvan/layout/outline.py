"""The outline of a dispatch: parts, numbered items, letters and dashes, each under what heads it.

Built once and shared by all extractors, so that a heading's owner or population reaches the lines below it.
"""

from __future__ import annotations

import regex

from congvan.datamodel.layout import Block, Cell, Layout
from congvan.datamodel.text import CanonicalText, Paragraph

# Depth of each family of labels; the deeper, the larger. Decree 30/2020/NĐ-CP, annex I, II.5.c: phần, chương, mục,
# điều, khoản, điểm; plans use I. > 1. > a) > - > +.
_LABELS: tuple[tuple[str, int, regex.Pattern[str]], ...] = tuple(
    (name, depth, regex.compile(pattern))
    for name, depth, pattern in (
        ("part", 1, r"(?:PHẦN|Phần)\s+(?:THỨ\s+)?[\p{L}\d]+[.:]?"),  # Phần II
        ("letter-part", 1, r"[A-D][.)](?=\s)"),  # A. ĐÁNH GIÁ
        ("chapter", 2, r"(?:CHƯƠNG|Chương)\s+[IVX\d]+[.:]?"),  # Chương II
        ("roman", 3, r"[IVX]{1,5}(?:[.)/]|\s?[-–](?=\s))"),  # II. NHIỆM VỤ
        ("article", 3, r"Điều\s*\d+[.:]?"),  # Điều 2. ; Điều2.
        ("decimal-4", 7, r"\d{1,2}\.\d{1,2}\.\d{1,2}\.\d{1,2}[.)]?(?=\s)"),
        ("decimal-3", 6, r"\d{1,2}\.\d{1,2}\.\d{1,2}[.)]?(?=\s)"),  # 2.1.3
        ("decimal-2", 5, r"\d{1,2}\.\d{1,2}[.)]?(?=\s)"),  # 2.1.
        ("number", 4, r"\d{1,2}\s?[.)/](?!\d)"),  # 3. ; 3/ ; 3)
        ("letter", 8, r"[a-zđ]\d?\s?[.)/](?=\s|\p{Lu})"),  # a) ; đ.
        ("star", 9, r"[*•](?=\s?\S)"),
        ("dash", 10, r"[-–—−](?=\s?\S)"),
        ("plus", 11, r"\+(?=\s?\S)"),
        ("dot", 12, r"[·o](?=\s)"),
    )
)
HEADING_LENGTH = 160


def outline(canonical: CanonicalText, cells: tuple[Cell, ...]) -> Layout:
    """The layout: the cells as given and one block for each paragraph of the text."""
    blocks: list[Block] = []
    open_blocks: list[Block] = []  # the chain of heads of the current paragraph, shallow to deep
    for index, paragraph in enumerate(canonical.paragraphs):
        block = _block(index, canonical.text, paragraph, open_blocks, _next_text(canonical, index))
        blocks.append(block)
        if block.kind in ("heading", "item"):
            open_blocks[:] = [b for b in open_blocks if b.level < block.level] + [block]
        elif paragraph.zone != "body":
            open_blocks.clear()
    return Layout(cells, tuple(blocks))


def _next_text(canonical: CanonicalText, index: int) -> str:
    if index + 1 >= len(canonical.paragraphs):
        return ""
    following = canonical.paragraphs[index + 1]
    return canonical.text[following.start : following.end]


def _block(index: int, text: str, paragraph: Paragraph, heads: list[Block], following: str) -> Block:
    content = text[paragraph.start : paragraph.end]
    label, depth = ("", 0) if paragraph.zone != "body" else _label(content)
    if paragraph.zone == "body" and " | " in content:
        parent = heads[-1].index if heads else None
        return Block(index, paragraph.start, paragraph.end, "", 20, parent, "row", paragraph.start, paragraph.zone)
    after = paragraph.start + len(label)
    while after < paragraph.end and text[after].isspace():
        after += 1
    if label:
        parent = next((b.index for b in reversed(heads) if b.level < depth), None)
        kind = "heading" if _is_heading(content, following) else "item"
    elif paragraph.zone == "body" and _is_heading(content, following):
        # An unnumbered heading: a lead line that ends in a colon heads the dashes below it.
        depth = 1 if content.isupper() else 9
        parent = next((b.index for b in reversed(heads) if b.level < depth), None)
        kind = "heading"
    else:
        parent, kind, depth = (heads[-1].index if heads and paragraph.zone == "body" else None), "para", 15
    return Block(index, paragraph.start, paragraph.end, label, depth, parent, kind, after, paragraph.zone)


def _label(content: str) -> tuple[str, int]:
    for _, depth, pattern in _LABELS:
        match = pattern.match(content)
        if match:
            return match.group(), depth
    return "", 0


def _is_heading(content: str, following: str) -> bool:
    """A line that heads what follows: capitals, a closing colon, or short without an end."""
    bare = content.rstrip()
    if not bare or len(bare) > HEADING_LENGTH * 2 or not following:
        return False
    if bare.isupper() or bare.endswith(":"):
        return True
    deeper = _label(following)[1] > _label(content)[1] > 0
    return len(bare) < HEADING_LENGTH and bare[-1] not in ".;,!?/" and deeper
