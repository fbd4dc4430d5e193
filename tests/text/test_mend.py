from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.text.mend import mend


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("QUYẾT ÐỊNH", "QUYẾT ĐỊNH"),  # Icelandic eth
        (unicodedata.normalize("NFD", "bầu cử"), "bầu cử"),
        ("Số:\u00a012", "Số: 12"),
        ("Кế hoạch", "Kế hoạch"),  # a Cyrillic К before Latin letters
        ("đoàn\u200b viên", "đoàn viên"),
        ("\uf0b7 Gửi báo cáo", "- Gửi báo cáo"),
        ("hoà bình, hòa bình", "hoà bình, hòa bình"),  # both styles of tone marks stay as printed
        ("ngày １２/５", "ngày 12/5"),  # full-width digits
        ("số \U000116d0", "số \ufffd"),  # a digit that Python's Unicode does not know yet
        ("Москва", "Москва"),  # a foreign word is none of ours
    ],
)
def test_mends_what_tools_did_to_words(broken: str, mended: str) -> None:
    assert mend(broken) == mended


@given(st.text())
def test_mending_twice_changes_nothing_more(text: str) -> None:
    once = mend(text)
    assert mend(once) == once
    assert unicodedata.is_normalized("NFC", once)
