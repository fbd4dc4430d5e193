"""Text files: every printed character is where the map says."""

from __future__ import annotations

import pytest

from congvan.synth.printing.plain import TEXT_FORMS, WIDTH, columns, markdown, wrapped
from congvan.synth.tree import CELL


@pytest.mark.parametrize("form", TEXT_FORMS)
def test_characters_are_where_the_map_says(form, dispatches):
    for dispatch in dispatches:
        written = TEXT_FORMS[form](dispatch)
        for number, block in enumerate(dispatch.blocks):
            for at, character in enumerate(block.text):
                where = written.offsets[number][at]
                if where >= 0:
                    assert written.text[where] == character
                else:  # left out: white space at the end of a line, bars of a table
                    assert character in f"\n {CELL}"


@pytest.mark.parametrize("form", TEXT_FORMS)
def test_every_word_is_printed_once(form, dispatches):
    for dispatch in dispatches:
        written = TEXT_FORMS[form](dispatch)
        for number, block in enumerate(dispatch.blocks):
            for start, end in block.cells:
                assert all(written.offsets[number][i] >= 0 for i in range(start, end) if not block.text[i].isspace())
        places = [at for offsets in written.offsets for at in offsets if at >= 0]
        assert len(places) == len(set(places))


def test_columns_stand_side_by_side(dispatches):
    first = columns(dispatches[0]).text.splitlines()[0]
    assert dispatches[0].right[0].text in first
    assert first.strip() != dispatches[0].right[0].text


def test_lines_are_wrapped(dispatches):
    for dispatch in dispatches:
        assert max(len(line) for line in columns(dispatch).text.splitlines()) < WIDTH + 16


def test_a_note_stands_beside_the_brace_that_joins_its_recipients(dispatches):
    braced = [d for d in dispatches if any(b.role == "brace" for b in d.foot_left)]
    assert braced
    for dispatch in braced:
        brace = next(b for b in dispatch.foot_left if b.role == "brace")
        lines = [line for line in columns(dispatch).text.splitlines() if " }" in line]
        assert len(lines) >= brace.covers
        assert sum(f"}} {brace.text}" in line for line in lines) == 1


def test_a_signature_is_not_cut_by_a_page(dispatches):
    for dispatch in dispatches:
        text = columns(dispatch).text
        offsets = columns(dispatch).offsets
        first, last = offsets[dispatch.signature_at], offsets[dispatch.annexes_at - 1]
        between = text[min(at for at in first if at >= 0) : max(last)]
        assert not [line for line in between.splitlines() if line.strip().isdigit()]


def test_markdown_keeps_a_paragraph_on_one_line_and_pairs_its_marks(dispatches):
    for dispatch in dispatches:
        text = markdown(dispatch).text
        assert text.replace("***", "").count("**") % 2 == 0
        lines = text.replace("**", "").splitlines()
        assert all(b.text in lines for b in dispatch.body if b.role in ("para", "basis"))


@pytest.mark.parametrize(
    ("text", "width", "spans"),
    [("một hai ba", 7, [(0, 7), (8, 10)]), ("một\nhai", 20, [(0, 3), (4, 7)]), ("", 5, [])],
)
def test_wrapped_lines_are_spans(text, width, spans):
    assert wrapped(text, width) == spans
