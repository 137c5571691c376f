"""Points of curves: calibration, precision against recall, risk against coverage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from avow.evaluation.scores import Floats, Ints
from avow.records import Label
from avow.risks import risks

POINTS = 200


def calibration_bins(truth: Ints, probabilities: Floats, labels: Sequence[Label], bins: int) -> list[dict[str, Any]]:
    """How often predictions of a probability come true.

    Args:
        truth: Label indices.
        probabilities: Shape (n, k).
        labels: Names of the columns.
        bins: Number of bins of equal width.

    Returns:
        Rows of curve (``highest`` or a label), bin bounds, count, mean probability and share that came true; empty
        bins are left out.
    """
    curves = [("highest", probabilities.max(axis=1), probabilities.argmax(axis=1) == truth)]
    curves += [(str(label), probabilities[:, column], truth == column) for column, label in enumerate(labels)]
    rows: list[dict[str, Any]] = []
    for name, values, true in curves:
        which = np.minimum((values * bins).astype(np.int64), bins - 1)
        for number in range(bins):
            inside = which == number
            if inside.any():
                rows.append(
                    {
                        "curve": name,
                        "from": round(number / bins, 6),
                        "to": round((number + 1) / bins, 6),
                        "count": int(inside.sum()),
                        "probability": round(float(values[inside].mean()), 6),
                        "true": round(float(true[inside].mean()), 6),
                    }
                )
    return rows


def precision_recall(truth: Ints, probabilities: Floats, labels: Sequence[Label]) -> dict[str, list[list[float]]]:
    """Precision and recall of each label at falling thresholds.

    Args:
        truth: Label indices.
        probabilities: Shape (n, k).
        labels: Names of the columns.

    Returns:
        By label, points of recall, precision and threshold, at most ``POINTS``; empty where the label does not occur.
    """
    found: dict[str, list[list[float]]] = {}
    for column, label in enumerate(labels):
        values = probabilities[:, column]
        order = np.argsort(-values, kind="stable")
        hits = np.cumsum(truth[order] == column)
        if not len(hits) or hits[-1] == 0:
            found[str(label)] = []
            continue
        last = np.append(np.flatnonzero(np.diff(values[order])), len(order) - 1)
        recall, precision = hits[last] / hits[-1], hits[last] / (last + 1)
        table = np.column_stack([recall, precision, values[order][last]])
        found[str(label)] = _thin(table)
    return found


def risk_coverage(truth: Ints, probabilities: Floats) -> dict[str, Any]:
    """The share of errors among the predictions that are kept, as the least sure ones are set aside.

    Args:
        truth: Label indices.
        probabilities: Shape (n, k).

    Returns:
        Points of coverage, risk and threshold; the area under them (El-Yaniv and Wiener 2010); and the coverage that
        keeps the risk at 1, 2, 5 and 10 percent.
    """
    counts, risk, thresholds = risks(probabilities, truth)
    table = np.column_stack([counts / len(truth), risk, thresholds])
    area = round(float(np.average(risk, weights=np.diff(counts, prepend=0))), 6)
    reachable: dict[str, Any] = {}
    for wanted in (0.01, 0.02, 0.05, 0.1):
        within = np.flatnonzero(table[:, 1] <= wanted)
        best = table[within[-1]] if len(within) else None
        reachable[f"{wanted:.0%}"] = (
            None if best is None else {"coverage": round(float(best[0]), 4), "threshold": round(float(best[2]), 4)}
        )
    return {"points": _thin(table), "area": area, "coverage_at_risk": reachable}


def _thin(table: Floats) -> list[list[float]]:
    if len(table) > POINTS:
        table = table[np.unique(np.linspace(0, len(table) - 1, POINTS).astype(np.int64))]
    return [[round(float(value), 5) for value in row] for row in table]
