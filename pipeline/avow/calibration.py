"""What scores of held-out sentences tell: how to make probabilities of them, and how sure is sure enough.

Calibration multiplies and shifts the scores of each label (vector scaling; Guo et al. 2017).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import log_softmax

from avow.risks import risks

Matrix = NDArray[np.float64]
Vector = NDArray[np.float64]

RISKS = (0.01, 0.02, 0.03, 0.05, 0.10, 0.15, 0.20)
"""Shares of wrong predictions for which a model knows from which probability on to keep them."""


def risk_thresholds(probabilities: Matrix, truth: NDArray[np.int64]) -> dict[str, float]:
    """From which probability on a prediction may be kept, for each risk of being wrong that a user may accept.

    Args:
        probabilities: Of held-out sentences, shape (n, labels).
        truth: Their label indices.

    Returns:
        By risk, written with two decimals, the lowest highest-probability such that the predictions at or above it are
        wrong no more often; a risk that even the surest predictions exceed is missing.
    """
    _, wrong, thresholds = risks(probabilities, truth)
    found: dict[str, float] = {}
    for risk in RISKS:
        kept = np.flatnonzero(wrong <= risk)
        if len(kept):
            found[f"{risk:.2f}"] = round(float(thresholds[kept[-1]]), 6)
    return found


def calibrate(
    scores: Matrix, truth: NDArray[np.int64], method: str, weights: Vector | None = None
) -> tuple[Vector, Vector]:
    """Scales and shifts of the labels' scores that minimise the log-loss.

    Vector scaling carries a weak pull towards scale one and shift nought, so that a label that is rare among the
    development documents is not stretched without bound.

    Args:
        scores: Scores of held-out sentences, shape (n, labels).
        truth: Their label indices.
        method: ``vector`` or ``temperature``.
        weights: What each sentence counts; all the same where ``None``.

    Returns:
        Scales, all above nought, and shifts, one a label.
    """
    count = scores.shape[1]
    rows = np.arange(len(truth))

    def unpack(point: Vector) -> tuple[Vector, Vector]:
        if method == "temperature":
            return np.full(count, np.exp(point[0])), np.zeros(count)
        return np.exp(point[:count]), point[count:]

    def loss(point: Vector) -> float:
        scale, shift = unpack(point)
        logs = log_softmax(scores * scale + shift, axis=1)
        return float(-np.average(logs[rows, truth], weights=weights) + 1e-3 * np.square(point).sum())

    start = np.zeros(1 if method == "temperature" else 2 * count)
    found = minimize(loss, start, method="L-BFGS-B")
    return unpack(found.x)
