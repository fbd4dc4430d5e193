"""The judge is asked about every figure and date of a body, and its word strikes, vouches for or renames candidates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from congvan import pipeline
from congvan.components import canonical_of
from congvan.datamodel.candidate import Candidate
from congvan.judge import weigh
from congvan.judge.features import features_of
from congvan.judge.model import ALONE, LABELS, Judge, judged_by
from congvan.judge.questions import questions_of
from congvan.judge.weigh import BY, weighed
from congvan.train.answers import Answer
from congvan.train.judge import fitted, folds

TEXT = "II. CHỈ TIÊU\n- Phấn đấu 90% chi hội ở xã Đồng Mây có tủ sách, xong trước ngày 15/9/2021."


def _doc(text: str) -> Any:
    return pipeline.annotate(canonical_of(text))


def test_figures_and_dates_are_asked_about_in_the_order_of_the_text() -> None:
    asked = [(q.about, TEXT[q.start : q.end]) for q in questions_of(_doc(TEXT))]
    assert asked == [("figure", "90%"), ("date", "ngày 15/9/2021")]


@pytest.mark.parametrize(
    "feature",
    ["about=figure", "left0=phấn_đấu", "right0=chi_hội", "unit=%", "heads-goal", "head=chỉ_tiêu", "comparator=eq?"],
)
def test_a_figure_is_told_by_what_stands_around_it(feature: str) -> None:
    figure = next(q for q in questions_of(_doc(TEXT)) if q.about == "figure")
    assert feature in features_of(figure)


def test_both_styles_of_tone_marks_are_one_feature() -> None:
    old, new = ([features_of(q) for q in questions_of(_doc(t))] for t in ("Hoà giải 90% số vụ.", "Hòa giải 90% số vụ."))
    assert old == new


def test_no_feature_holds_a_blank() -> None:
    assert not [f for q in questions_of(_doc(TEXT)) for f in features_of(q) if " " in f]


def _share(at: int, *, doubtful: bool = False) -> Candidate:
    values = {"value": 90.0, "unit": "%", "kind": "target", "comparator": "eq"}
    return Candidate("targets", at, at + 3, values, "targets.share", 0.8, doubtful=doubtful)


@pytest.mark.parametrize(
    ("told", "doubtful", "expected"),
    [
        ({"none": 0.99, "target": 0.01}, False, None),  # struck
        ({"none": 0.8, "target": 0.2}, False, ("target", "targets.share")),  # not sure enough to strike
        ({"target": 0.95}, False, ("target", f"targets.share+{BY}")),  # agreed
        ({"quota": 0.9, "target": 0.1}, False, ("quota", BY)),  # renamed
        ({"quota": 0.5, "target": 0.3}, False, ("target", "targets.share")),  # not sure enough to rename
        ({"criterion": 0.9}, True, ("criterion", BY)),  # vouched for
        ({"criterion": 0.4, "none": 0.4}, True, None),  # nobody vouches
    ],
)
def test_the_word_of_the_judge(
    monkeypatch: pytest.MonkeyPatch, told: Mapping[str, float], doubtful: bool, expected: tuple[str, str] | None
) -> None:
    doc, at = _doc(TEXT), TEXT.index("90%")
    verdict = dict.fromkeys(LABELS, 0.0) | dict(told)
    monkeypatch.setattr(weigh, "verdicts", lambda nlp, bags: [verdict for _ in bags])
    found = weighed(doc, [_share(at, doubtful=doubtful)], Judge(object()))  # type: ignore[arg-type]
    assert [(c.values["kind"], c.by) for c in found] == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("told", "doubtful", "expected"),
    [
        ({"none": 0.5, "target": 0.4}, False, None),
        ({"none": 0.3, "quota": 0.4}, False, "quota"),
        ({"none": 0.3, "target": 0.4}, True, "target"),
    ],
)
def test_a_judge_alone_goes_by_the_likeliest_label(
    monkeypatch: pytest.MonkeyPatch, told: Mapping[str, float], doubtful: bool, expected: str | None
) -> None:
    verdict = dict.fromkeys(LABELS, 0.0) | dict(told)
    monkeypatch.setattr(weigh, "verdicts", lambda nlp, bags: [verdict for _ in bags])
    judge = Judge(object(), ALONE)  # type: ignore[arg-type]
    found = weighed(_doc(TEXT), [_share(TEXT.index("90%"), doubtful=doubtful)], judge)
    assert [c.values["kind"] for c in found] == ([] if expected is None else [expected])


def test_without_a_judge_only_what_a_rule_vouches_for_counts() -> None:
    at = TEXT.index("90%")
    assert weighed(_doc(TEXT), [_share(at), _share(at, doubtful=True)], None) == [_share(at)]


def test_a_trained_judge_weighs_what_the_pipeline_finds() -> None:
    texts = {"none": "Đã có 70% số hộ ở thôn Mây tham gia.", "target": "Phấn đấu 70% số hộ ở thôn Mây tham gia."}
    answers = [
        Answer("a", tuple(features_of(question)), label)
        for label, text in texts.items()
        for question in questions_of(_doc(text))
    ]
    nlp = fitted(answers * 40)
    with judged_by(Judge(nlp)):
        found = pipeline.candidates_of(_doc(texts["target"]), ["targets"])
    assert [c.by for c in found] == [f"targets.share+{BY}"]


def test_folds_keep_a_family_together() -> None:
    answers = [Answer(family, (), "none") for family in "aaabbbccdde"]
    parts = folds(answers)
    assert sorted(name for part in parts for name in part) == list("abcde")
    assert len(parts) == len([part for part in parts if part])


def test_the_same_answers_give_the_same_judge() -> None:
    answers = [Answer("a", ("x=1",), "none"), Answer("a", ("x=2",), "target")] * 10
    once, again = (fitted(answers).get_pipe("textcat") for _ in range(2))
    assert once.model.to_bytes() == again.model.to_bytes()
