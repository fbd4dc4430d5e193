"""Text files: every printed character is where the map says."""

from __future__ import annotations

import pytest

from congvan.synth.gold import gold_record
from congvan.synth.maker import dispatches
from congvan.synth.printing.plain import TEXT_FORMS, WIDTH, columns, markdown, wrapped
from congvan.synth.tree import CELL

MADE = list(dispatches(4, 24))


def squeezed(text):
    return "".join(text.split())


@pytest.mark.parametrize("form", TEXT_FORMS)
def test_characters_are_where_the_map_says(form):
    for dispatch in MADE:
        written = TEXT_FORMS[form](dispatch)
        for number, block in enumerate(dispatch.blocks):
            for at, character in enumerate(block.text):
                where = written.offsets[number][at]
                if where >= 0:
                    assert written.text[where] == character
                else:  # left out: white space at the end of a line, bars of a table
                    assert character in f"\n {CELL}"


@pytest.mark.parametrize("form", TEXT_FORMS)
def test_quotes_of_the_gold_stand_in_the_file(form):
    for dispatch in MADE:
        written = TEXT_FORMS[form](dispatch)
        record = gold_record("x", dispatch, written)
        for item in [*record["deadlines"], *record["references"], *record["targets"]]:
            assert written.text[item["start"] : item["end"]] == item["quote"]


def test_columns_stand_side_by_side():
    first = columns(MADE[0]).text.splitlines()[0]
    assert MADE[0].right[0].text in first
    assert first.strip() != MADE[0].right[0].text


def test_lines_are_wrapped():
    assert max(len(line) for line in columns(MADE[0]).text.splitlines()) < WIDTH + 16


def test_markdown_keeps_a_paragraph_on_one_line_and_pairs_its_marks():
    for dispatch in MADE:
        text = markdown(dispatch).text
        assert text.replace("***", "").count("**") % 2 == 0
        assert all(b.text in text.splitlines() for b in dispatch.body if b.role in ("para", "basis"))


@pytest.mark.parametrize(
    ("text", "width", "spans"),
    [("một hai ba", 7, [(0, 7), (8, 10)]), ("một\nhai", 20, [(0, 3), (4, 7)]), ("", 5, [])],
)
def test_wrapped_lines_are_spans(text, width, spans):
    assert wrapped(text, width) == spans
