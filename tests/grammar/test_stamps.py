"""What OCR reads in a stamp's frame is named by the few words that can stand there; in doubt it is secret."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.grammar.stamps import SECRECY, URGENCY, framed_name


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("MẬT", "mật"),
        ("MÂT", "mật"),
        ("MẤT:", "mật"),
        ("MAT", "mật"),
        ("LMẬT J", "mật"),
        ("ẬT,", "mật"),
        ("MẬI", "mật"),
        ("TÔI MẤT", "tối mật"),
        ("TỐI M/", "tối mật"),
        ("TUYỆT MẶI", "tuyệt mật"),
        ("KHAN", "khẩn"),
        ("THƯƠNG KHAN", "thượng khẩn"),
        ("H ATOC", "hỏa tốc"),
        ("HỎA T", "hỏa tốc"),
    ],
)
def test_slips_in_a_frame_are_borne_with(read: str, name: str) -> None:
    assert framed_name(read) == name


@pytest.mark.parametrize(
    "read",
    [
        "",
        "T",
        "AT",
        "MÃ",
        "MÃ SỐ",
        "ĐẠT",
        "CHẤT",
        "NHẬT",
        "CÔNG VĂN ĐẾN",
        "ĐẾN",
        "Số: 12",
        "Ghi chú",
        "TT",
        "TỐT",
        "HẠN",
        "MẶT TRẬN",
    ],
)
def test_what_else_stands_in_frames_is_no_stamp(read: str) -> None:
    assert framed_name(read) is None


@given(st.sampled_from((*SECRECY, *URGENCY)), st.sampled_from("|_.,:;' "))
def test_every_name_is_known_within_the_strokes_of_a_frame(name: str, stroke: str) -> None:
    assert framed_name(f"{stroke}{name.upper()}{stroke}") == name
