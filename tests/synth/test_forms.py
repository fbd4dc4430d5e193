"""Which form each sample takes, and what a form's name tells."""

from __future__ import annotations

from collections import Counter

import pytest

from congvan.evaluate.groups import CONDITIONS
from congvan.synth.forms import BORN_DIGITAL, DAMAGES, FORMS, SHARES, asked, condition_of, form_at, medium_of, suffix_of
from congvan.synth.presses import PRESSES

A_ROUND = sum(SHARES.values())


def test_conditions_are_those_that_evaluate_tells_apart() -> None:
    assert (BORN_DIGITAL, *DAMAGES) == CONDITIONS


def test_every_form_has_a_press_and_every_press_a_form() -> None:
    assert {medium_of(form) for form in FORMS} == set(PRESSES)
    assert set(SHARES) <= set(FORMS)
    assert {medium_of(form) for form in SHARES} == set(PRESSES) - {"zip"}


@pytest.mark.parametrize(
    ("condition", "share"), [("born-digital", 0.35), ("light", 0.25), ("medium", 0.20), ("hard", 0.20)]
)
def test_a_mixed_round_holds_each_condition_in_its_share(condition: str, share: float) -> None:
    assert sum(n for form, n in SHARES.items() if condition_of(form) == condition) / A_ROUND == share


@pytest.mark.parametrize("seed", [1, 7])
def test_each_round_holds_each_form_as_often_as_the_table_says(seed: int) -> None:
    forms = [form_at(seed, n) for n in range(3 * A_ROUND)]
    for at in range(0, 3 * A_ROUND, A_ROUND):
        assert Counter(forms[at : at + A_ROUND]) == SHARES
    assert forms[:A_ROUND] != forms[A_ROUND : 2 * A_ROUND]


def test_forms_that_were_asked_for_come_equally_often() -> None:
    forms = [form_at(5, n, ("pdf", "scan:light")) for n in range(10)]
    assert Counter(forms) == {"pdf": 5, "scan:light": 5}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], ()),
        (["pdf", "text"], ("text", "pdf")),
        (["text", "pdf", "text"], ("text", "pdf")),
        (["scan"], ("scan:light", "scan:medium", "scan:hard")),
        (["tiff", "scan:hard"], ("scan:hard", "tiff:light", "tiff:medium", "tiff:hard")),
        (["stack"], ("stack",)),
        (["stack:hard"], ("stack:hard",)),
        (["pdf", "all"], FORMS),
    ],
)
def test_names_stand_for_forms_in_whatever_order(names: list[str], expected: tuple[str, ...]) -> None:
    assert asked(names) == expected


@pytest.mark.parametrize("name", ["word", "scan:awful", "pdf:light", "text:hard", "scan:", ""])
def test_unknown_forms_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="unknown form"):
        asked([name])


@pytest.mark.parametrize(
    ("form", "condition", "suffix"),
    [
        ("text", "born-digital", ".txt"),
        ("tcvn3", "born-digital", ".txt"),
        ("stack", "born-digital", ".pdf"),
        ("stack:light", "light", ".pdf"),
        ("scan:hard", "hard", ".pdf"),
        ("photo:medium", "medium", ".jpg"),
        ("tiff:light", "light", ".tif"),
    ],
)
def test_what_a_form_tells(form: str, condition: str, suffix: str) -> None:
    assert (condition_of(form), suffix_of(form)) == (condition, suffix)
