"""Folds for comparing and searching."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.text.folding import bare, lowered, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đảng bộ", "dang bo"),
        ("BẦU CỬ", "bau cu"),
        ("Ð", "d"),  # eth, often typed for Đ
        (unicodedata.normalize("NFD", "Đoàn thể"), "doan the"),
        ("131/KH-LĐLĐ", "131/kh-ldld"),
    ],
)
def test_bare_drops_every_mark(text: str, expected: str) -> None:
    assert bare(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HÒA", "hoà"),
        ("thuý", "Thúy"),
        ("khoẻ", "khỏe"),
        ("Uỷ ban", "ủy ban"),
        ("tiếng", unicodedata.normalize("NFD", "tiếng")),
    ],
)
def test_lowered_takes_two_spellings_for_one(one: str, other: str) -> None:
    assert lowered(one) == lowered(other)


@pytest.mark.parametrize(("one", "other"), [("bầu", "bâu"), ("đa", "da"), ("hoàn", "hòan"), ("quý", "quy")])
def test_lowered_keeps_words_apart(one: str, other: str) -> None:
    assert lowered(one) != lowered(other)


def test_words_are_runs_of_letters_and_digits() -> None:
    assert words("Số: 131/KH-LĐLĐ, ngày 5.") == ["Số", "131", "KH", "LĐLĐ", "ngày", "5"]


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert lowered(lowered(text)) == lowered(text)
    assert bare(bare(text)) == bare(text)
