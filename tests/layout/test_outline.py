from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.components import canonical_of
from congvan.datamodel.layout import Layout
from congvan.layout.outline import outline


def layout_of(*lines: str) -> Layout:
    return outline(canonical_of("\n".join(lines)), ())


PLAN = (
    "II. NHIỆM VỤ",
    "1. Đối với các xã",
    "a) Công tác tuyên truyền:",
    "- Treo băng rôn;",
    "+ tại trụ sở;",
    "- Phát thanh.",
    "2. Đối với các trường",
    "Gửi danh sách.",
)


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        (1, [0]),
        (2, [1, 0]),
        (3, [2, 1, 0]),
        (4, [3, 2, 1, 0]),
        (5, [2, 1, 0]),
        (6, [0]),
        (7, [6, 0]),
    ],
)
def test_each_line_knows_what_heads_it(line: int, heads: list[int]) -> None:
    layout = layout_of(*PLAN)
    assert [b.index for b in layout.ancestors(layout.blocks[line])] == heads


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Điều 3. Tổ chức thực hiện", "Điều 3."),
        ("2.1. Nội dung", "2.1."),
        ("đ) Kinh phí", "đ)"),
        ("- Treo cờ", "-"),
        ("12/5 là ngày hội", ""),
        ("Năm 2022", ""),
    ],
)
def test_labels_are_told_from_text(text: str, label: str) -> None:
    assert layout_of(text).blocks[0].label == label


@given(st.lists(st.sampled_from(PLAN), min_size=1, max_size=30))
def test_heads_stand_above_and_are_shallower(lines: list[str]) -> None:
    layout = layout_of(*lines)
    for block in layout.blocks:
        for head in layout.ancestors(block):
            assert head.index < block.index
            assert head.level < block.level
