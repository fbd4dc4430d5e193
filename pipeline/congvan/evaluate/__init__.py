"""Measures records against gold, value by value: `evaluate(gold, predicted)` gives a Report."""

from congvan.evaluate.report import Report, evaluate

__all__ = ["Report", "evaluate"]
