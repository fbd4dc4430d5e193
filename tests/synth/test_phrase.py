"""Phrases carry their values through joining, capitals and nesting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congvan.synth.phrase import Edit, bold, capital, closed, edited, fact, listed, say, tag


def words(phrase, number=0):
    """The text attributes of one fact, as the phrase prints them."""
    made = phrase.facts[number]
    return {attr: phrase.text[start:end] for attr, (start, end) in made.spans.items()}


def test_a_fact_takes_the_tags_inside_it_and_moves_with_its_phrase():
    told = fact(
        "deadlines", tag("owner", "các xã"), " ", tag("task", "gửi báo cáo về ", tag("to", "huyện")), bound="by"
    )
    whole = say("Đề nghị ", told, ".")
    assert whole.text == "Đề nghị các xã gửi báo cáo về huyện."
    assert words(whole) == {"owner": "các xã", "task": "gửi báo cáo về huyện", "to": "huyện"}
    assert whole.text[whole.facts[0].start : whole.facts[0].end] == "các xã gửi báo cáo về huyện"
    assert whole.facts[0].values == {"bound": "by"}


def test_two_figures_share_their_owner_but_not_their_unit():
    first = fact("targets", tag("population", "Mỗi thôn"), " cử 01 ", tag("unit", "đội"), keep=("population",), value=1)
    both = fact("targets", first, " và 05 ", tag("unit", "người"), value=5)
    assert words(both, 0) == {"population": "Mỗi thôn", "unit": "đội"}
    assert words(both, 1) == {"population": "Mỗi thôn", "unit": "người"}


def test_one_attribute_claimed_twice_is_refused():
    with pytest.raises(ValueError, match="claim one attribute"):
        fact("deadlines", tag("to", "xã"), " và ", tag("to", "huyện"))


def test_a_capital_changes_the_first_letter_only():
    assert capital(tag("owner", "ủy ban xã")).text == "Ủy ban xã"
    assert capital("").text == ""


def test_closed_words_are_taken_by_nothing():
    assert fact("periods", closed(tag("what", "đợt thi"))).facts[0].spans == {}


@pytest.mark.parametrize(
    ("parts", "text"), [(["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c"), ([], "")]
)
def test_lists_end_in_va(parts, text):
    assert listed([say(p) for p in parts]).text == text


def test_bold_stretches_move_with_their_phrase():
    assert say("1. ", bold("Các xã"), ":").bold == ((3, 9),)


def test_empty_parts_bring_no_separator():
    assert say("a", "", "b", sep="; ").text == "a; b"


# -- edits ---------------------------------------------------------------------------------------------------


def test_what_is_put_in_at_a_border_stays_outside_the_stretch():
    told = say("Đề nghị ", fact("deadlines", tag("owner", "các xã")), " gửi")
    twice = edited(told, [Edit(8, 0, "các "), Edit(14, 0, " ")])
    assert twice.text == "Đề nghị các các xã  gửi"
    assert words(twice) == {"owner": "các xã"}


def test_what_changes_inside_a_stretch_belongs_to_it():
    told = say("- ", fact("deadlines", tag("task", bold("gửi báo cáo")), ", ", tag("to", "xã")))
    changed = edited(told, [Edit(0, 2, "-"), Edit(5, 1, "  "), Edit(14, 1, "")])
    assert changed.text == "-gửi  báo cáo,xã"
    assert words(changed) == {"task": "gửi  báo cáo", "to": "xã"}
    assert changed.text[slice(*changed.bold[0])] == "gửi  báo cáo"


def test_open_tags_move_too():
    assert edited(tag("owner", "các xã"), [Edit(3, 1, "")]).tags[0].end == 5


@pytest.mark.parametrize(
    ("edits", "wrong"),
    [
        ([Edit(2, 3, ""), Edit(3, 1, "")], "overlap"),
        ([Edit(2, 0, "x"), Edit(2, 0, "y")], "overlap"),
        ([Edit(2, 4, "")], "cuts across"),
    ],
)
def test_edits_that_cannot_be_made_are_refused(edits, wrong):
    with pytest.raises(ValueError, match=wrong):
        edited(say("các ", fact("programmes", "thôn")), edits)


@given(st.lists(st.tuples(st.text(max_size=4), st.booleans()), max_size=8), st.data())
def test_text_outside_the_edits_is_kept(parts, data):
    """A phrase of facts and plain stretches, changed between them: each fact still quotes its own words."""
    phrase = say(*(fact("programmes", part) if told and part else part for part, told in parts))
    borders = sorted({0, len(phrase.text), *(f.start for f in phrase.facts), *(f.end for f in phrase.facts)})
    edits = [Edit(at, 0, data.draw(st.text(max_size=3))) for at in borders]
    changed = edited(phrase, edits)
    quotes = [phrase.text[f.start : f.end] for f in phrase.facts]
    assert [changed.text[f.start : f.end] for f in changed.facts] == quotes
    assert len(changed.text) == len(phrase.text) + sum(len(e.put) for e in edits)
