from __future__ import annotations

from random import Random

import pytest

from congvan.arbitrate.confidence import contributions, probability
from congvan.train.confidence import fitted, penalty
from congvan.train.logistic import Example, fit


def examples(count: int, seed: int = 1) -> list[Example]:
    """Values of which `good` ones are right nine times of ten, `poor` ones half the time."""
    rng = Random(seed)
    told = []
    for n in range(count):
        rule, share = rng.choice([("rule:a.good", 0.9), ("rule:a.poor", 0.5)])
        told.append(Example(f"d{n // 10}", {"kind:a": 1.0, rule: 1.0}, 1.0, rng.random() < share))
    return told


def share(features: dict[str, float], weights: dict[str, float]) -> float:
    return probability(sum(contributions(features, weights).values()))


def test_a_rule_is_believed_as_often_as_it_was_right() -> None:
    weights = fit(examples(2000), penalty)
    assert share({"kind:a": 1, "rule:a.good": 1}, weights) == pytest.approx(0.9, abs=0.03)
    assert share({"kind:a": 1, "rule:a.poor": 1}, weights) == pytest.approx(0.5, abs=0.05)


def test_a_rule_seen_once_leans_on_its_kind() -> None:
    rare = [*examples(2000), Example("x", {"kind:a": 1.0, "rule:a.rare": 1.0}, 1.0, False)]
    told = share({"kind:a": 1, "rule:a.rare": 1}, fit(rare, penalty))
    assert 0.3 < told < 0.75


def test_what_is_always_right_gives_no_endless_weight() -> None:
    weights = fit([Example("d", {"kind:a": 1.0}, 1.0, True)] * 300, penalty)
    assert 0.95 < share({"kind:a": 1.0}, weights) < 0.9999


def test_a_light_example_counts_little() -> None:
    made = [Example("m", e.features, 0.1, not e.right) for e in examples(500, 2)]
    weights = fit([*examples(2000), *made], penalty)
    assert share({"kind:a": 1, "rule:a.good": 1}, weights) > 0.85


def test_the_fit_is_the_same_each_time_and_measured_on_documents_left_out() -> None:
    first, second = (fitted(examples(1000), 100) for _ in range(2))
    assert first.json() == second.json()
    assert first.together is not None
    assert first.together.count == 1000
    assert first.together.error < 0.06
    assert first.scans is None
