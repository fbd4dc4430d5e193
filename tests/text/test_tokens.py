from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.text.tokens import make_nlp, word_spans

NLP = make_nlp()


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("theo Quyết định số 15/2021/QĐ-UBND của tỉnh", "15/2021/QĐ-UBND"),
        ("Chỉ thị 04-CT/TU", "04-CT/TU"),
        ("trước ngày 5/6/2022.", "5/6/2022"),
        ("đạt 95% trở lên", "95%"),
        ("giải thưởng 1.500.000 đồng", "1.500.000"),
        ("gửi về vanthu@sonha.vidu.vn nhé", "vanthu@sonha.vidu.vn"),
    ],
)
def test_codes_dates_figures_and_addresses_are_one_token(text: str, token: str) -> None:
    assert token in [t.text for t in NLP(text)]


@given(st.text(alphabet=st.sampled_from("aăâbcdđeêơưếựộ ABĐÊ019 ./,-;:()%\n\t“”&@"), max_size=200))
def test_no_character_is_lost(text: str) -> None:
    assert NLP(text).text == text


def test_words_of_the_segmenter_stand_where_they_are_printed() -> None:
    text = "Thực hiện:\nCông đoàn cơ sở khoá mới"
    words = [text[a:b] for a, b in word_spans(text, 0, len(text))]
    assert "Công đoàn" in words
    assert "khoá" in words  # the tone mark keeps its place
    assert not any("\n" in word for word in words)


@given(st.text(alphabet=st.sampled_from("công đoàn viên tỉnh Sơn Hà 12/3, [x]_"), max_size=60))
def test_word_spans_never_overlap_or_leave_the_text(text: str) -> None:
    spans = word_spans(text, 0, len(text))
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_each_syllable_knows_its_word() -> None:
    doc = NLP("Thực hiện:\nCông đoàn cơ sở gửi báo cáo")
    words = {token.text: token._.word.text for token in doc if token.text.strip()}
    assert words["đoàn"] == "Công đoàn"
    assert words["báo"] == "báo cáo"
    assert doc[[t.text for t in doc].index("\n")]._.word is None
