from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Các xã gửi báo cáo. Phòng tổng hợp.", ["Các xã gửi báo cáo", "Phòng tổng hợp"]),
        ("Tại TP. Sơn Hà có 1.500 người. Hết.", ["Tại TP. Sơn Hà có 1.500 người", "Hết"]),
        ("Đề nghị thực hiện./.", ["Đề nghị thực hiện"]),
        (
            "Nộp trước ngày 25/5. Phòng tổng hợp theo mẫu 04. Hết",
            ["Nộp trước ngày 25/5", "Phòng tổng hợp theo mẫu 04", "Hết"],
        ),
        ("2. Sở Nội vụ tổng hợp … theo mẫu.", ["2. Sở Nội vụ tổng hợp … theo mẫu"]),
        ("nhóm một;\nnhóm hai;", ["nhóm một;", "nhóm hai;"]),
    ],
)
def test_sentences_end_where_readers_stop(text: str, expected: list[str]) -> None:
    found = [text[a:b].rstrip("./") for a, b in sentences(text, 0, len(text))]
    assert found == expected


@given(st.text(alphabet=st.sampled_from("aĐô .;/!?\n1"), max_size=120))
def test_sentences_are_in_order_and_hold_every_letter(text: str) -> None:
    spans = list(sentences(text, 0, len(text)))
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    inside = "".join(text[a:b] for a, b in spans)
    assert [c for c in inside if c.isalnum()] == [c for c in text if c.isalnum()]
