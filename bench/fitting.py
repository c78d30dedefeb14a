"""Weights of a logistic model, fitted to readings whose outcome is known.

Maximum a posteriori by Newton's method: log loss plus half the squared distance of each weight from what
was thought before (a normal prior of variance 1 about it), so that what the readings don't tell of stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

BIAS = "bias"
_STEPS = 30
_SMALLEST_STEP = 1e-9


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading: the model's features that are not 0, and whether it came out right."""

    features: Mapping[str, float]
    is_right: bool


def fit(readings: Sequence[Reading], prior: Mapping[str, float]) -> dict[str, float]:
    """The likeliest weight of each feature that `prior` names, `BIAS` among them, whatever the order.

    Features without a place in `prior` weigh nothing.
    """
    names = list(prior)
    start = [prior[name] for name in names]
    rows = sorted(
        ([1.0 if name == BIAS else reading.features.get(name, 0.0) for name in names], reading.is_right)
        for reading in readings
    )
    weights = list(start)
    for _ in range(_STEPS):
        gradient = [weight - first for weight, first in zip(weights, start, strict=True)]
        curvature = [[float(row == column) for column in range(len(names))] for row in range(len(names))]
        for values, is_right in rows:
            share = _logistic(sum(weight * value for weight, value in zip(weights, values, strict=True)))
            slope = share * (1 - share)
            for row, value in enumerate(values):
                if value:
                    gradient[row] += (share - is_right) * value
                    for column, other in enumerate(values):
                        curvature[row][column] += slope * value * other
        step = _solve(curvature, gradient)
        weights = [weight - change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < _SMALLEST_STEP:
            break
    return dict(zip(names, weights, strict=True))


def chance(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """What the model gives a reading, 0 to 1."""
    return _logistic(weights[BIAS] + sum(weights.get(name, 0.0) * value for name, value in features.items()))


def _logistic(score: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """x of `matrix` · x = `right`, by Gaussian elimination; positive definite, so that no pivot is 0."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for pivot in range(size):
        for below in range(pivot + 1, size):
            factor = rows[below][pivot] / rows[pivot][pivot]
            if factor:
                rows[below] = [
                    value - factor * over for value, over in zip(rows[below], rows[pivot], strict=True)
                ]
    found = [0.0] * size
    for row in reversed(range(size)):
        known = sum(rows[row][column] * found[column] for column in range(row + 1, size))
        found[row] = (rows[row][size] - known) / rows[row][row]
    return found
