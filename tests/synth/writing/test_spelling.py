"""Old and new places of the tone mark; slips of typing that leave every value true."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from random import Random

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from congvan.synth.phrase import Phrase, edited, fact, say, tag
from congvan.synth.tree import Block
from congvan.synth.world.scene import draw_scene
from congvan.synth.writing.bodies import BUILDERS
from congvan.synth.writing.compose import compose
from congvan.synth.writing.spelling import Hand, old_marks, slips, with_old_marks


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("Ủy ban", "Uỷ ban"),
        ("CỘNG HÒA", "CỘNG HOÀ"),
        ("văn hóa, khóa họp", "văn hoá, khoá họp"),
        ("sức khỏe", "sức khoẻ"),
        ("quý, hoàn toàn, thuở", "quý, hoàn toàn, thuở"),
    ],
)
def test_the_mark_moves_at_the_end_of_a_syllable(new, old):
    assert old_marks(new) == old
    assert len(old) == len(new)


def test_values_are_spelled_like_the_text():
    block = Block("para", say(fact("deadlines", tag("task", "số hóa hồ sơ"), owner="Ủy ban xã")))
    told = with_old_marks(block)
    assert told.text == "số hoá hồ sơ"
    assert told.phrase.facts[0].values["owner"] == "Uỷ ban xã"


def test_a_normal_form_is_never_respelled():
    told = with_old_marks(Block("urgency", fact("header.urgency", "HỎA TỐC", value="hỏa tốc")))
    assert told.text == "HOẢ TỐC"
    assert told.phrase.facts[0].values["value"] == "hỏa tốc"


def test_a_brace_stays_a_brace():
    told = Hand(Random(1), "old", 1, "- ").written(Block("brace", say("(để hòa giải)"), covers=2))
    assert told.covers == 2
    assert told.text == "(để hoà giải)"


# -- slips ---------------------------------------------------------------------------------------------------


def letters(text):
    """What slips of spaces, stops, dashes, doubled words and places of tone marks leave as it was."""
    bare = unicodedata.normalize("NFD", text)
    words = regex.findall(r"[\p{L}\p{M}\p{N}/@:]+", regex.sub(r"[\u0300\u0301\u0303\u0309\u0323]", "", bare))
    return "".join(word for word, _ in groupby(words))


def told(phrase):
    """Every fact's quote and words, as letters."""
    return [
        (f.kind, letters(phrase.text[f.start : f.end]), {a: letters(phrase.text[s:e]) for a, (s, e) in f.spans.items()})
        for f in phrase.facts
    ]


WORDS = st.sampled_from(
    ["các", "xã", "của", "huyện", "gửi", "hồ sơ", "báo cáo", "năm 2024", "số 12/KH-UBND", "thi đua - khen thưởng", "và"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=6, unique=True).map(lambda words: " ".join(("đơn", *words, "vị")))
JOINTS = st.sampled_from([" ", ", ", ". ", " về ", " trong "])


@st.composite
def phrases(draw):
    """A sentence with facts, tagged words, a fact inside a fact, and stated values."""
    inner = fact("references", draw(TEXTS), draw(JOINTS), tag("title", draw(TEXTS)), code="12/KH-UBND")
    outer = fact(
        draw(st.sampled_from(["deadlines", "targets", "awards", "contacts"])),
        tag("owner", draw(TEXTS)),
        draw(JOINTS),
        tag("task", draw(TEXTS), draw(JOINTS), inner),
        bound="by",
    )
    return say(draw(TEXTS), draw(JOINTS), outer, draw(JOINTS), draw(TEXTS), ".")


@given(phrases(), st.randoms(use_true_random=False))
def test_no_slip_changes_what_a_fact_says(phrase, rng):
    possible = [edit for edits in slips(phrase).values() for edit in edits]
    rng.shuffle(possible)
    chosen = []
    for edit in possible:
        if all(abs(edit.at - other.at) > 12 for other in chosen):
            chosen.append(edit)
    slipped = edited(phrase, chosen)
    assert told(slipped) == told(phrase)
    assert [f.values for f in slipped.facts] == [f.values for f in phrase.facts]


@given(st.integers(0, 2**32), st.sampled_from(["new", "old", "mixed"]))
def test_a_careless_hand_leaves_every_value_of_a_whole_dispatch(seed, marks):
    rng = Random(seed)
    scene = draw_scene(rng)
    kind = scene.pick([k for k, (_, offices) in BUILDERS.items() if scene.office.kind in offices])
    hand = Hand(rng, marks, 60, "-")
    for block in BUILDERS[kind][0](scene, "tăng cường kiểm tra").blocks:
        written = hand.written(block)
        assert told(written.phrase) == told(block.phrase)


def test_what_must_be_exact_is_not_touched():
    exact = Phrase("gửi về hộp thư , thí dụ a, b")
    assert any(slips(exact).values())
    assert not any(slips(fact("contacts", exact, kind="email", value="x")).values())


def test_slips_are_of_many_sorts_and_not_in_every_dispatch():
    made = [compose(Random(f"slips:{seed}")) for seed in range(300)]
    texts = [" ".join(b.text for b in d.body if "|" not in b.text) for d in made]
    double, lost, early, twice = (
        sum(bool(regex.search(pattern, text)) for text in texts)
        for pattern in (r"\p{L}  \p{L}", r"\p{Ll},\p{L}", r"\p{L} ,", r"\b(các|của|và|trong|về|cho|được|theo) \1\b")
    )
    for count in (double, lost, early):
        assert 5 < count < 150
    assert twice > 3
    clean = [t for t in texts if not regex.search(r"\p{L}  \p{L}|\p{Ll},\p{L}|\p{L} ,|\b(các|của|và) \1\b", t)]
    assert len(clean) > 100


def test_a_document_may_mix_both_marks():
    made = [compose(Random(f"marks:{seed}")).text for seed in range(200)]
    mixed = [t for t in made if old_marks(t) != t and regex.search(r"o[àáảãạ](?!\p{L})|u[ỳýỷỹỵ](?!\p{L})", t)]
    assert 5 < len(mixed) < 80
