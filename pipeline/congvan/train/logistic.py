"""Logistic regression with a penalty for each feature, by Newton's method; a few hundred features, no library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_STEPS = 50
_DONE = 1e-8


@dataclass(frozen=True)
class Example:
    """A value: the document it is of, its features, how much it counts, and whether it is right."""

    document: str
    features: dict[str, float]
    weight: float
    right: bool


def fit(examples: Sequence[Example], penalty: Callable[[str], float]) -> dict[str, float]:
    """Feature -> weight, the maximum of the penalised likelihood (weights drawn to 0 by `penalty(name)` > 0).

    The same examples in the same order give the same weights. Features of one kind and of a rule of that kind together
    make a rule with few examples lean on its kind.
    """
    names = sorted({name for example in examples for name in example.features})
    matrix = matrix_of(examples, names)
    right = np.array([example.right for example in examples], float)
    mass = np.array([example.weight for example in examples], float)
    ridge = np.array([penalty(name) for name in names])
    weights = np.zeros(len(names))
    for _ in range(_STEPS):
        share = 1.0 / (1.0 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        slope = matrix.T @ (mass * (right - share)) - ridge * weights
        curve = (matrix * (mass * share * (1 - share))[:, None]).T @ matrix + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        # A long step may overshoot where nearly all examples are right.
        weights = weights + step * min(1.0, 4.0 / max(float(np.abs(step).max()), 1e-12))
        if float(np.abs(step).max()) < _DONE:
            break
    return dict(zip(names, weights.tolist(), strict=True))


def matrix_of(examples: Sequence[Example], names: Sequence[str]) -> Floats:
    """One row an example, one column a name."""
    at = {name: n for n, name in enumerate(names)}
    matrix = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        for name, value in example.features.items():
            if name in at:
                matrix[row, at[name]] = value
    return matrix
