"""How often predictions are wrong, by how sure they are: one rule for thresholds and for curves."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def risks(probabilities: Floats, truth: Ints) -> tuple[Ints, Floats, Floats]:
    """How often predictions are wrong, as the least sure ones are set aside.

    Args:
        probabilities: Shape (n, labels).
        truth: Label indices.

    Returns:
        For each highest probability that occurs, falling: how many predictions have it or a higher one, the share of
        them that is wrong, and the probability itself. Predictions that are as sure as each other stay together.
    """
    highest = probabilities.max(axis=1)
    order = np.argsort(-highest, kind="stable")
    wrong = np.cumsum(probabilities.argmax(axis=1)[order] != truth[order])
    last = np.append(np.flatnonzero(np.diff(highest[order])), len(order) - 1)
    return last + 1, wrong[last] / (last + 1), highest[order][last]
