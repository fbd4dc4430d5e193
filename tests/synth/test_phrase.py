"""Phrases carry their values through joining, capitals and nesting."""

from __future__ import annotations

import pytest

from congvan.synth.phrase import bold, capital, closed, fact, listed, say, tag


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
