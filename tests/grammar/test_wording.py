from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.grammar.wording import Wording, any_of, keys, words_of


@pytest.mark.parametrize(
    ("text", "word", "part"),
    [
        ("mỗi lớp thiết kế 01 áp phích", "thiết kế", "verb"),
        ("mở đợt tập huấn", "tập huấn", "noun"),
        ("khối thi đua đề nghị", "thi đua", "noun"),
        ("khối thi đua đề nghị", "đề nghị", "verb"),
        ("công tác tuyên truyền", "tuyên truyền", "noun"),
        ("thành đoàn đề nghị", "đề nghị", "verb"),
        ("mỗi đơn vị tổ chức 02 hội thi", "tổ chức", "verb"),
        ("các đơn vị tổ chức phải báo cáo", "tổ chức", "noun"),
        ("ban tổ chức giải", "ban tổ chức", "noun"),
        ("trường học tổ chức hội khỏe", "hội khỏe", "noun"),
        ("hội nghị phải có", "phải", "modal"),
        ("sáng kiến cụ thể", "cụ thể", "adjective"),
        ("95% trở lên", "95", "figure"),
    ],
)
def test_the_part_of_a_word(text: str, word: str, part: str) -> None:
    [wanted] = keys(word)
    assert [w.part for w in words_of(text, 0, len(text)) if w.key == wanted] == [part]


@pytest.mark.parametrize(
    ("text", "key"), [("mỗi đơn vị tố chức", "tổ chức"), ("các cán bố", "cán bộ"), ("cộng tác tốt", "cộng tác")]
)
def test_one_misread_tone_mark_still_makes_a_known_word(text: str, key: str) -> None:
    assert key in [word.key for word in words_of(text, 0, len(text))]


def test_both_places_of_the_tone_mark_make_one_key() -> None:
    assert words_of("hoà giải viên", 0, 13)[0].key == words_of("hòa giải viên", 0, 13)[0].key


@given(st.text(alphabet="aàđ 1,.(|\n“”ươ", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_parts_of_a_wording_are_the_words_inside_the_span(text: str, start: int, end: int) -> None:
    wording = Wording(text, 0, len(text))
    whole = words_of(text, 0, len(text))
    assert wording.between(start, end) == [w for w in whole if start <= w.start < end and w.end <= end]
    assert all(a.end <= b.start for a, b in pairwise(whole))


@pytest.mark.parametrize(
    ("text", "found"), [("các Tiêu  chí chấm", True), ("tiêu chíp", False), ("điều\nkiện", True), ("chí", False)]
)
def test_any_of_finds_whole_words_across_any_white_space(text: str, found: bool) -> None:
    assert (any_of("tiêu chí|điều kiện").search(text) is not None) is found
