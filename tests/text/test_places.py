from __future__ import annotations

from congvan.datamodel.layout import Block
from congvan.text.places import REACH, Places


def block_of(text: str) -> Block:
    return Block(0, 0, len(text), "", 15, None, "para", 0, "body")


def test_a_sentence_runs_over_semicolons_and_a_clause_does_not() -> None:
    text = "Các xã rà soát hộ nghèo; gửi danh sách về huyện. Phòng tổng hợp."
    place = Places(text).at(block_of(text), text.index("danh sách"))
    assert text[slice(*place.sentence)] == "Các xã rà soát hộ nghèo; gửi danh sách về huyện."
    assert text[slice(*place.clause)] == "gửi danh sách về huyện."


def test_a_sentence_without_end_is_cut_at_the_reach() -> None:
    text = "gửi báo cáo " * 2000
    at = len(text) // 2
    place = Places(text).at(block_of(text), at)
    assert place.sentence == (at - REACH, at + REACH)
