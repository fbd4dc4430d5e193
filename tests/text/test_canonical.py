from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from congvan.datamodel.document import Box, Word
from congvan.datamodel.layout import Strip
from congvan.text.canonical import canonical_text


def strip(*texts: str, row: int = 0, page: int = 1, breaks: tuple[int, ...] = ()) -> Strip:
    words = tuple(Word(t, Box(10.0 * n, 20.0 * row, 10.0 * n + 8, 20.0 * row + 10), 0.9) for n, t in enumerate(texts))
    return Strip(words, page, row, "body", breaks)


def test_wrapped_lines_are_joined_by_a_blank_and_paragraphs_by_a_newline() -> None:
    text = canonical_text([[strip("Các", "xã"), strip("gửi", row=1)], [strip("Hết", row=2)]], placed=True)
    assert text.text == "Các xã gửi\nHết\n"


def test_a_quote_over_two_lines_has_a_box_for_each() -> None:
    text = canonical_text([[strip("Các", "xã"), strip("gửi", row=1)]], placed=True)
    start = text.text.index("xã")
    assert text.boxes(start, len(text.text) - 1) == [(1, 10.0, 0.0, 18.0, 10.0), (1, 0.0, 20.0, 8.0, 30.0)]


def test_part_of_a_word_has_part_of_its_box() -> None:
    text = canonical_text([[strip("12/KH-SVH")]], placed=True)
    ((_, x0, _, x1, _),) = text.boxes(0, 2)
    assert x0 == 0.0
    assert 0 < x1 < 8.0


def test_text_off_paper_has_no_boxes() -> None:
    assert canonical_text([[strip("Các", "xã")]], placed=False).boxes(0, 3) == []


def test_cells_of_a_row_are_parted_by_bars_once() -> None:
    text = canonical_text(
        [[strip("1", "Gửi", "quà", breaks=(1,))], [strip("2", "|", "Nhận", breaks=(1, 2))]], placed=True
    )
    assert text.text == "1 | Gửi quà\n2 | Nhận\n"


def test_the_least_sure_word_speaks_for_a_quote() -> None:
    sure, unsure = Word("Số:", Box(0, 0, 5, 5), 0.95), Word("12", Box(6, 0, 9, 5), 0.4)
    text = canonical_text([[Strip((sure, unsure), 1, 0, "body")]], placed=True)
    assert text.confidence(0, 3) == 0.95
    assert text.confidence(0, 6) == 0.4


@given(
    st.lists(
        st.lists(st.text(alphabet="aĐ\u200b\u00a0 1-", min_size=1, max_size=5), min_size=1, max_size=4), max_size=6
    )
)
def test_every_word_stands_at_its_offsets(lines: list[list[str]]) -> None:
    groups = [[strip(*words, row=n)] for n, words in enumerate(lines)]
    text = canonical_text(groups, placed=True)
    for word in text.words:
        assert text.text[word.start : word.end] == " ".join(word.word.text.replace("\u200b", "").split())
    assert all(a.end < b.start for a, b in zip(text.words, text.words[1:], strict=False))
    assert all("\n" not in text.text[p.start : p.end] for p in text.paragraphs)
