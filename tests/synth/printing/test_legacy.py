"""Old 8-bit codes: bytes as typists left them, and the dispatch that says what such bytes say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from congvan.lexicons import load
from congvan.synth.phrase import say
from congvan.synth.printing.legacy import LEGACY_CODES, tcvn3, typed_in_tcvn3, vni
from congvan.synth.printing.plain import columns
from congvan.synth.tree import Block


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Công văn", "C«ng v¨n"),
        ("CỘNG HÒA", "CéNG HßA"),
        ("ĐƯỜNG", "§¦êNG"),
        ("“Số 12/QĐ–UBND”", "“Sè 12/Q§–UBND”"),
        ("≥ 5°", "> 5o"),
    ],
)
def test_tcvn3_has_one_byte_a_character_and_small_letters_for_capitals_with_tones(text, shown):
    assert tcvn3(text) == shown.encode("cp1252")
    assert len(tcvn3(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "shown"), [("Công văn", "Coâng vaên"), ("ĐƯỜNG", "ÑÖÔØNG"), ("Ủy ban", "UÛy ban"), ("“1 – 2”", "“1 – 2”")]
)
def test_vni_puts_the_tone_behind_the_letter(text, shown):
    assert vni(text) == shown.encode("cp1252")


@pytest.mark.parametrize("name", LEGACY_CODES)
def test_every_letter_of_the_table_becomes_its_code(name):
    for row in load(name):
        assert LEGACY_CODES[name](row["letter"]) == bytes.fromhex(row["code"])


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Ủy ban nhân dân", "Uỷ ban nhân dân"),
        ("ỦY BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN"),
        ("Điều 1. Ở các đơn vị", "Điều 1. ở các đơn vị"),
        ("GIẤY MỜI VÀ Ý KIẾN", "GIẤY MỜI VÀ Ý KIẾN"),
        ("Âu Cơ, Ô tô", "Âu Cơ, Ô tô"),
        ("Ý kiến của Bùi Thị Ổn", "ý kiến của Bùi Thị ổn"),
    ],
)
def test_a_typist_keeps_the_capitals_that_the_code_has(dispatches, text, typed):
    made = replace(dispatches[0], body=(Block("para", say(text)),))
    assert typed_in_tcvn3(made).body[0].text == typed


def test_offsets_of_a_typed_dispatch_stay(dispatches):
    for dispatch in dispatches:
        made = typed_in_tcvn3(dispatch)
        assert [len(b.text) for b in made.blocks] == [len(b.text) for b in dispatch.blocks]
        assert [b.phrase.facts for b in made.blocks] == [b.phrase.facts for b in dispatch.blocks]


@pytest.mark.parametrize("name", LEGACY_CODES)
def test_a_whole_dispatch_loses_no_character(dispatches, name):
    for dispatch in dispatches:
        text = columns(dispatch).text
        assert LEGACY_CODES[name](text).count(b"?") == text.count("?")
