from __future__ import annotations

import pytest

from congvan.grammar.letterhead.spelling import mended, place_of, post_of


@pytest.mark.parametrize(
    ("line", "post"),
    [
        ("GIÁM ĐÓC", "GIÁM ĐỐC"),
        ("HÓ GIÁM ĐÓC", "PHÓ GIÁM ĐỐC"),
        ("CHỦ TỊCH", "CHỦ TỊCH"),
        ("SỞ CÔNG NGHỆ", None),
    ],
)
def test_a_post_is_known_by_its_letters(line: str, post: str | None) -> None:
    assert post_of(line) == post


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("KT. CHU TỊCH", "KT. CHỦ TỊCH"),
        ("SỞ Y TÉ SƠN HÀ", "SỞ Y TẾ SƠN HÀ"),
        ("Sở Y té", "Sở Y té"),
        ("SƠN HÀ", "SƠN HÀ"),
    ],
)
def test_known_phrases_of_a_line_in_capitals_get_their_marks(line: str, right: str) -> None:
    assert mended(line) == right


def test_a_place_gets_the_marks_of_its_province() -> None:
    assert (place_of("Đà Nàng"), place_of("Sơn Hà")) == ("Đà Nẵng", "Sơn Hà")
