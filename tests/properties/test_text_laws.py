"""Laws of the text: nothing of it is lost, and every offset leads back."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from congvan.datamodel.document import Box, Word
from congvan.datamodel.layout import Strip
from congvan.text.canonical import canonical_text
from congvan.text.folding import bare, lowered, word_places, words
from congvan.text.mend import mend
from congvan.text.sentences import sentences
from congvan.text.tokens import make_nlp, word_spans
from tests.properties.fragments import texts, written

NLP = make_nlp()
groups = st.lists(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=6), max_size=8)


def strip(row: int, texts: list[str]) -> Strip:
    boxes = (Box(10.0 * n, 20.0 * row, 10.0 * n + 8, 20.0 * row + 10) for n in range(len(texts)))
    return Strip(tuple(map(Word, texts, boxes)), 1, row, "body")


@given(st.one_of(st.text(), texts))
def test_mended_text_is_composed_and_mending_it_again_changes_nothing(text: str) -> None:
    once = mend(text)
    assert unicodedata.is_normalized("NFC", once)
    assert mend(once) == once


@given(st.text("ABCabcđĐăâêôơưáàảãạ 0123456789.,;:/-()%\n"))
def test_mending_leaves_sound_text_alone(text: str) -> None:
    assert mend(text) == text


@given(groups)
def test_every_word_stands_at_its_offsets_and_none_is_lost(lines: list[list[str]]) -> None:
    canonical = canonical_text([[strip(n, line)] for n, line in enumerate(lines)], placed=True)
    printed = [" ".join(mend(word).split()) for line in lines for word in line]
    assert [canonical.text[w.start : w.end] for w in canonical.words] == [word for word in printed if word]
    assert unicodedata.is_normalized("NFC", "".join(printed)) <= unicodedata.is_normalized("NFC", canonical.text)
    for word in canonical.words:
        assert canonical.words_in(word.start, word.end) == (word,)
        ((page, x0, top, x1, bottom),) = canonical.boxes(word.start, word.end)
        assert (page, top, bottom) == (1, word.word.box.top, word.word.box.bottom)
        assert x0 < x1
    for paragraph in canonical.paragraphs:
        assert canonical.paragraph_at(paragraph.start) == paragraph
        assert canonical.text[paragraph.end] == "\n"


@given(st.one_of(st.text(), texts))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert lowered(lowered(text)) == lowered(text)
    assert bare(bare(text)) == bare(text)


@given(st.one_of(st.text(), texts))
def test_a_composed_and_a_decomposed_text_fold_alike(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert lowered(composed) == lowered(decomposed)
    assert bare(composed) == bare(decomposed)


@given(st.one_of(st.text(), texts))
def test_words_are_what_stands_at_their_places(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert [composed[start:end] for start, end in word_places(composed)] == words(text)


@given(st.one_of(st.text(), texts))
def test_the_tokens_are_the_text(text: str) -> None:
    doc = NLP(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@given(texts)
def test_sentences_are_parts_of_the_text_in_order(text: str) -> None:
    found = list(sentences(text, 0, len(text)))
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    left = text
    for start, end in reversed(found):
        left = left[:start] + left[end:]
    assert not any(char.isalnum() for char in left)


@given(written)
def test_words_of_the_segmenter_stand_in_the_text(text: str) -> None:
    found = word_spans(text, 0, len(text))
    assert all(0 <= start < end <= len(text) and "\n" not in text[start:end] for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
