"""Old and new places of the tone mark."""

from __future__ import annotations

import pytest

from congvan.synth.phrase import fact, say, tag
from congvan.synth.tree import Block
from congvan.synth.writing.spelling import old_marks, with_old_marks


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
