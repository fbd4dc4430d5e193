"""Sound Vietnamese text layers are told from those that lost their marks or were garbled."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.paper import WORDS

from congvan.reading.layers.sound import is_broken, is_sound, is_syllable

SYLLABLES = "nghiêng khuyến Nguyễn quốc giỗ gì yếu thuở hoặc xoong ươn khuya quyết ĐƯỜNG hoà hòa ý oan tuyệt ngoằn"
OTHERS = "website wifi TRlJCNG Hvrc hßa x· COÄNG zalo clb strong Fe"


def stripped(words: tuple[str, ...]) -> str:
    plain = unicodedata.normalize("NFD", " ".join(words).replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_vietnamese_syllables_are_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", OTHERS.split())
def test_other_words_are_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_printed_vietnamese_is_sound() -> None:
    assert is_sound(WORDS)
    assert is_sound(unicodedata.normalize("NFD", word) for word in WORDS)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(stripped(WORDS), id="all marks lost"),
        pytest.param("Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp Tù do H¹nh phóc Sè ngµy th¸ng n¨m", id="TCVN3"),
        pytest.param("Ñoäc laäp Töï do Haïnh phuùc soá ngaøy thaùng naêm veà vieäc baùo caùo keát quaû", id="VNI"),
        pytest.param("Sd Cdng ngh9 dE nghi cic huyQn rd soit thii tpc hinh chfnh bio cio kt3t qui bing vin", id="OCR"),
        pytest.param("\ue001\ue002\ue003 \ue001", id="private use"),
    ],
)
def test_ruined_layers_are_not_sound(words: str) -> None:
    assert not is_sound(words.split())


def test_few_words_and_abbreviations_prove_nothing() -> None:
    assert is_sound(["Digitally", "signed", "by", "VP", "UBND"])
    assert is_sound(["UBND", "SCN", "VP", "215", "3/2021"] * 20)


@given(st.lists(st.text(max_size=20), max_size=50))
def test_any_text_can_be_judged(words: list[str]) -> None:
    assert is_sound(words) in (True, False)
    assert is_broken("".join(words)) in (True, False)
