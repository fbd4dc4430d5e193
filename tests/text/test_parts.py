from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from congvan.text.parts import tagged_words
from congvan.text.tokens import word_spans


def test_words_of_several_syllables_have_one_tag_and_stand_where_the_text_has_them() -> None:
    text = "Khoa được hội chẩn hai lần"
    told = {text[start:end]: tag for start, end, tag in tagged_words(text, 5, len(text))}
    assert told["hội chẩn"] == "V"
    assert "Khoa" not in told


def test_asking_twice_gives_the_same() -> None:
    text = "15 giường hồi sức"
    assert tagged_words(text, 0, len(text)) == tagged_words(text, 0, len(text))


@given(st.text(alphabet="aàđ 1,.(“”ươ%", max_size=40))
def test_tags_are_those_of_the_segmented_words(text: str) -> None:
    assert [(a, b) for a, b, _ in tagged_words(text, 0, len(text))] == word_spans(text, 0, len(text))
