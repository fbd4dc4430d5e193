"""The signature block of scans: whatever OCR makes of a seal, the block is read or left, never broken."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from congvan.datamodel.layout import Cell
from congvan.datamodel.text import CanonicalText, Paragraph
from congvan.layout.foot_lines import FootLine
from congvan.layout.signature import signature_cells
from congvan.text.likeness import flat

SCRAPS = (
    "Ẩ—HIỆU TRƯỞNG",
    "PÀO DÀNG",
    "Z1. GIÁM ĐỐC",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "SỞ Y TẾ",
    "Nông Thị Sim",
    "“EIÀY 7",
    "2 Z/",
)


def read_cells(*texts: str) -> list[Cell]:
    """The cells found in lines of a right column that OCR has read."""
    lines, paragraphs, at = [], [], 0
    for index, text in enumerate(texts):
        lines.append(FootLine(at, at + len(text), "foot-right", index, text, flat(text), True))
        paragraphs.append(Paragraph(at, at + len(text), 1, "foot-right"))
        at += len(text) + 1
    return signature_cells(CanonicalText("\n".join(texts), paragraphs=tuple(paragraphs)), lines, (), minutes=False)


def test_capitals_under_a_garbled_capacity_are_no_part_of_a_capacity_that_was_not_read() -> None:
    roles = [cell.role for cell in read_cells("Ẩ—HIỆU TRƯỞNG", "PÀO DÀNG", "Nông Thị Sim")]
    assert "signer" in roles
    assert roles.count("authority") <= 1


@given(st.lists(st.sampled_from(SCRAPS), max_size=7))
def test_no_run_of_scraps_breaks_the_reading(texts: list[str]) -> None:
    length = len("\n".join(texts))
    assert all(0 <= cell.start < cell.end <= length for cell in read_cells(*texts))
