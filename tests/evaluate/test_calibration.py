"""Confidence against truth, on figures made by hand."""

from __future__ import annotations

import pytest

from congvan.evaluate.calibration import calibration_of, wilson


def test_a_confidence_that_keeps_its_promise_has_no_error() -> None:
    calibration = calibration_of([(0.5, True), (0.5, False)] * 50)
    assert calibration is not None
    assert calibration.error == 0.0
    assert len(calibration.bins) == 10
    assert (calibration.straight_through, calibration.threshold) == (0.0, None)


def test_the_most_confident_pass_as_long_as_they_are_right() -> None:
    trusts = [(0.9, True)] * 99 + [(0.9, False)] + [(0.5, False)] * 100
    calibration = calibration_of(trusts)
    assert calibration is not None
    assert (calibration.straight_through, calibration.threshold) == (0.5, 0.9)
    assert calibration.interval == wilson(99, 100)


def test_values_of_one_confidence_pass_together_or_not_at_all() -> None:
    calibration = calibration_of([(0.9, True)] * 50 + [(0.9, False)] * 50)
    assert calibration is not None
    assert calibration.straight_through == 0.0


def test_predictions_without_confidence_are_counted_apart() -> None:
    assert calibration_of([(None, True)]) is None
    calibration = calibration_of([(None, True), (1.0, True)])
    assert calibration is not None
    assert (calibration.count, calibration.without_confidence, calibration.error) == (1, 1, 0.0)


@pytest.mark.parametrize(
    ("right", "count", "low", "high"), [(0, 0, 0.0, 1.0), (9, 10, 0.596, 0.982), (10, 10, 0.722, 1.0)]
)
def test_wilson_interval(right: int, count: int, low: float, high: float) -> None:
    assert wilson(right, count) == pytest.approx((low, high), abs=5e-4)
