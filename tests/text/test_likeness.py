from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from congvan.text.likeness import flat, is_near, share_of_capitals


@given(st.text())
def test_flat_text_keeps_every_offset(text: str) -> None:
    assert len(flat(text)) == len(text)


def test_flat_text_has_no_marks() -> None:
    assert flat("Độc lập - Tự do") == "doc lap - tu do"


@given(st.text(max_size=20), st.characters(), st.integers(0, 20))
def test_one_slip_is_near(text: str, sign: str, at: int) -> None:
    at = min(at, len(text))
    assert is_near(text, text[:at] + sign + text[at:])
    assert is_near(text[:at] + sign + text[at:], text)
    assert is_near(text, text[:at] + sign + text[at + 1 :])


def test_two_slips_are_not_near() -> None:
    assert not is_near("thongbao", "thonbbaa")
    assert not is_near("mat", "maats")


def test_share_of_capitals_counts_cased_letters_alone() -> None:
    assert share_of_capitals("KT. 12") == 1.0
    assert share_of_capitals("12") == 0.0
