"""Scores of predictions against gold labels, each with a bootstrap interval over documents.

Whole documents are drawn with replacement, since sentences of one document are not independent (Efron and Tibshirani
1993, chapter 8); of news, whole months, since items of one month tell of the same events. Everything that is a sum over
sentences is summed by document, or month, first, so that all resamples are one matrix product.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_BLOCK = 100


@dataclass(frozen=True, slots=True)
class Score:
    """A score with its interval.

    Attributes:
        value: The score; ``None`` where it is undefined.
        low: Lower end of the interval.
        high: Upper end of the interval.
    """

    value: float | None
    low: float | None = None
    high: float | None = None

    def to_dict(self) -> dict[str, float | None]:
        """The score for a JSON file.

        Returns:
            Value, low and high, rounded to six places.
        """
        return {name: None if x is None else round(x, 6) for name, x in self._items()}

    def _items(self) -> tuple[tuple[str, float | None], ...]:
        return ("value", self.value), ("low", self.low), ("high", self.high)


class Resamples:
    """How often each group is drawn in each resample.

    Args:
        groups: For each sentence the name of its document, or of its group of documents.
        resamples: How many resamples; nought gives point scores only.
        confidence: Coverage of the intervals.
        seed: Seed of the draws.
    """

    def __init__(self, groups: Sequence[str], *, resamples: int, confidence: float, seed: int) -> None:
        names, index = np.unique(np.asarray(groups, dtype=object).astype(str), return_inverse=True)
        self.index: Ints = index.astype(np.int64)
        self.count = len(names)
        self.confidence = confidence
        drawn = np.random.default_rng(seed).multinomial(self.count, np.full(self.count, 1 / self.count), size=resamples)
        # The first row is the sample itself: its scores are the point scores.
        self.weights: Floats = np.vstack([np.ones(self.count), drawn]).astype(np.float64)

    def sums(self, values: Floats) -> Floats:
        """Sums over the sentences of each resample.

        Args:
            values: One row a sentence, any further shape.

        Returns:
            One row a resample, the first for the sample itself.
        """
        flat = values.reshape(len(values), -1)
        by_group = np.zeros((self.count, flat.shape[1]))
        np.add.at(by_group, self.index, flat)
        return (self.weights @ by_group).reshape(len(self.weights), *values.shape[1:])

    def score(self, values: Floats) -> Score:
        """A score and its percentile interval.

        Args:
            values: The score in the sample and in each resample; NaN where undefined.

        Returns:
            The score.
        """
        point = values[0]
        if not np.isfinite(point):
            return Score(None)
        rest = values[1:][np.isfinite(values[1:])]
        if not len(rest):
            return Score(float(point))
        tail = (1 - self.confidence) / 2
        low, high = np.quantile(rest, [tail, 1 - tail])
        return Score(float(point), float(low), float(high))


def confusions(truth: Ints, predicted: Ints, count: int, draws: Resamples) -> Floats:
    """Confusion matrices of the sample and of each resample.

    Args:
        truth: Label indices.
        predicted: Label indices.
        count: Number of labels.
        draws: The resamples.

    Returns:
        Shape (resamples + 1, labels, labels), gold in rows.
    """
    cells = np.zeros((len(truth), count * count))
    cells[np.arange(len(truth)), truth * count + predicted] = 1
    return draws.sums(cells).reshape(-1, count, count)


def precision_recall_f1(hits: Floats, found: Floats, wanted: Floats) -> dict[str, Floats]:
    """Precision, recall and F1 from counts.

    Args:
        hits: How many answers are right.
        found: How many answers there are.
        wanted: How many there should be, of the same shape.

    Returns:
        Arrays of that shape; precision is nought where nothing is found, recall is NaN where nothing is wanted, F1 is
        NaN where nothing is found or wanted.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return {
            "precision": np.where(found > 0, hits / found, 0.0),
            "recall": np.where(wanted > 0, hits / wanted, np.nan),
            "f1": np.where(found + wanted > 0, 2 * hits / (found + wanted), np.nan),
        }


def yes_scores(truth: NDArray[Any], answers: NDArray[Any], draws: Resamples) -> dict[str, Score]:
    """Precision, recall and F1 of yes among answers of yes or no.

    Args:
        truth: What is so, as bool or as 1 for yes and 0 for no.
        answers: What is said, likewise.
        draws: The resamples.

    Returns:
        The scores with their intervals.
    """
    sums = draws.sums(np.column_stack([truth & answers, answers, truth]).astype(np.float64))
    return {name: draws.score(values) for name, values in precision_recall_f1(*sums.T).items()}


def label_scores(table: Floats) -> dict[str, Floats]:
    """Precision, recall and F1 of each label.

    Args:
        table: Confusion matrices, shape (r, k, k).

    Returns:
        Arrays of shape (r, k); precision is nought where a label is never predicted, recall and F1 are NaN where it
        does not occur.
    """
    gold, found = table.sum(axis=2), table.sum(axis=1)
    scores = precision_recall_f1(np.diagonal(table, axis1=1, axis2=2), found, gold)
    return scores | {"f1": np.where(gold > 0, scores["f1"], np.nan)}


def overall_scores(table: Floats) -> dict[str, Floats]:
    """Accuracy, balanced accuracy, macro-F1, Cohen's kappa and Matthews' correlation.

    Args:
        table: Confusion matrices, shape (r, k, k).

    Returns:
        Arrays of shape (r,); macro scores are over the labels that occur in the gold of the sample, or, for a resample,
        in what it draws of it. NaN where nothing is drawn.
    """
    present = table[0].sum(axis=1) > 0
    total = table.sum(axis=(1, 2))
    each = label_scores(table)
    gold, found = table.sum(axis=2), table.sum(axis=1)
    hits = np.trace(table, axis1=1, axis2=2)
    with np.errstate(divide="ignore", invalid="ignore"):
        accuracy = hits / total
        chance = (gold * found).sum(axis=1) / total**2
        kappa = (accuracy - chance) / (1 - chance)
        spread = np.sqrt((total**2 - (found**2).sum(axis=1)) * (total**2 - (gold**2).sum(axis=1)))
        matthews = np.where(spread > 0, (hits * total - (gold * found).sum(axis=1)) / spread, 0.0)
    return {
        "accuracy": accuracy,
        "balanced_accuracy": _mean(each["recall"][:, present]),
        "macro_f1": _mean(each["f1"][:, present]),
        "kappa": kappa,
        "matthews": matthews,
    }


def _mean(each: Floats) -> Floats:
    """The mean over labels, NaN left out: a label of which nothing is drawn says nothing of how well it is told."""
    known = np.isfinite(each)
    with np.errstate(invalid="ignore"):
        mean: Floats = np.where(known, each, 0.0).sum(axis=1) / known.sum(axis=1)
    return mean


def probability_scores(truth: Ints, probabilities: Floats, bins: int, draws: Resamples) -> dict[str, Floats]:
    """Log-loss, Brier score and expected calibration error.

    The Brier score is the mean over sentences of the squared distance between probabilities and the gold label,
    summed over labels (Brier 1950). The calibration error is over bins of equal width of the highest probability: the
    mean distance of its mean from the share of correct labels, weighted by bin size (Guo et al. 2017).

    Args:
        truth: Label indices.
        probabilities: Shape (n, k).
        bins: Number of bins.
        draws: The resamples.

    Returns:
        Arrays of shape (r,).
    """
    rows = np.arange(len(truth))
    wanted = np.zeros_like(probabilities)
    wanted[rows, truth] = 1
    loss = -np.log(np.clip(probabilities[rows, truth], 1e-15, 1))
    brier = np.square(probabilities - wanted).sum(axis=1)
    confidence = probabilities.max(axis=1)
    correct = (probabilities.argmax(axis=1) == truth).astype(np.float64)
    which = np.minimum((confidence * bins).astype(np.int64), bins - 1)
    gaps = np.zeros((len(truth), bins))
    gaps[rows, which] = correct - confidence
    counts = draws.sums(np.ones((len(truth), 1)))[:, 0]
    return {
        "log_loss": draws.sums(loss[:, np.newaxis])[:, 0] / counts,
        "brier": draws.sums(brier[:, np.newaxis])[:, 0] / counts,
        "calibration_error": np.abs(draws.sums(gaps)).sum(axis=1) / counts,
    }


def ranking_scores(relevant: NDArray[np.bool_], values: Floats, draws: Resamples) -> dict[str, Floats]:
    """Average precision and area under the ROC curve of one label against the rest.

    Args:
        relevant: Whether each sentence has the label.
        values: Its probability.
        draws: The resamples.

    Returns:
        Arrays of shape (r,), NaN where one side is empty.
    """
    order = np.argsort(-values, kind="stable")
    ranked = values[order]
    last = np.append(np.flatnonzero(np.diff(ranked)), len(ranked) - 1)
    positive = relevant[order].astype(np.float64)
    precision_area: list[Floats] = []
    roc_area: list[Floats] = []
    for start in range(0, len(draws.weights), _BLOCK):
        weights = draws.weights[start : start + _BLOCK][:, draws.index[order]]
        hits = np.cumsum(weights * positive, axis=1)[:, last]
        misses = np.cumsum(weights * (1 - positive), axis=1)[:, last]
        first = np.zeros((len(weights), 1))
        with np.errstate(divide="ignore", invalid="ignore"):
            recall = hits / hits[:, -1:]
            false = misses / misses[:, -1:]
            precision = np.where(hits + misses > 0, hits / (hits + misses), 0.0)
            steps = np.diff(np.hstack([first, recall]), axis=1)
            precision_area.append((steps * precision).sum(axis=1))
            heights = (np.hstack([first, recall])[:, 1:] + np.hstack([first, recall])[:, :-1]) / 2
            roc_area.append((np.diff(np.hstack([first, false]), axis=1) * heights).sum(axis=1))
    return {"average_precision": np.concatenate(precision_area), "roc_auc": np.concatenate(roc_area)}


def merge_columns(probabilities: Floats, targets: Sequence[int], count: int) -> Floats:
    """Probabilities of merged labels: those of their members, added.

    Args:
        probabilities: Shape (n, k).
        targets: For each column the merged label.
        count: Number of merged labels.

    Returns:
        Shape (n, count).
    """
    merged = np.zeros((len(probabilities), count))
    for column, target in enumerate(targets):
        merged[:, target] += probabilities[:, column]
    return merged


def scores_to_dict(scores: Mapping[str, Score]) -> dict[str, Any]:
    """Scores by name for a JSON file.

    Args:
        scores: The scores.

    Returns:
        Value, low and high by name.
    """
    return {name: score.to_dict() for name, score in scores.items()}
