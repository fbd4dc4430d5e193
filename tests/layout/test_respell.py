from __future__ import annotations

import pytest

from congvan.datamodel.document import Box, Word
from congvan.datamodel.layout import Strip
from congvan.layout.respell import respelled


def strip(text: str, zone: str, source: str = "tesserocr") -> Strip:
    words = tuple(Word(w, Box(n * 30, 0, n * 30 + 25, 10), 0.8, source) for n, w in enumerate(text.split()))
    return Strip(words, 1, 0, zone)


@pytest.mark.parametrize(
    ("read", "zone", "right"),
    [
        ("PHÓ GIÁM ĐÓC", "foot-right", "PHÓ GIÁM ĐỐC"),
        ("SỞ Y TÉ", "head-left", "SỞ Y TẾ"),
        ("HÓ GIÁM ĐÓC", "foot-right", "PHÓ GIÁM ĐỐC"),  # the seal covers the first letter
        ("HÓ GIÁM ĐỐC", "head-left", "HÓ GIÁM ĐỐC"),
        ("UỶ BAN NHÂN DÂN", "head-left", "UỶ BAN NHÂN DÂN"),  # both styles of tone marks are right
        ("ĐỖ MINH KHOÁNG", "foot-right", "ĐỖ MINH KHOÁNG"),  # nobody's name is touched
        ("PHÓ GIÁM ĐÓC", "body", "PHÓ GIÁM ĐÓC"),  # only letterhead and signature block
    ],
)
def test_known_words_get_their_own_marks(read: str, zone: str, right: str) -> None:
    assert respelled([strip(read, zone)])[0].text == right


def test_what_was_read_is_kept_beside() -> None:
    *_, last = respelled([strip("PHÓ GIÁM ĐÓC", "foot-right")])[0].words
    assert (last.text, last.raw) == ("ĐỐC", "ĐÓC")


@pytest.mark.parametrize("source", ["text", "layer"])
def test_the_files_own_text_stands_as_it_is(source: str) -> None:
    assert respelled([strip("PHÓ GIÁM ĐÓC", "foot-right", source)])[0].text == "PHÓ GIÁM ĐÓC"
