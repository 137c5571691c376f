"""What a comparison looks at, in the sample and in each resample, so that differences are paired."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from avow.evaluation import Settings
from avow.evaluation.scores import (
    Floats,
    Ints,
    Score,
    confusions,
    label_scores,
    merge_columns,
    overall_scores,
    probability_scores,
)
from avow.records import LABELS, GoldSentence, Label

MEASURES = ("macro_f1", "f1_claim", "false_claims", "calibration_error")
Samples = Mapping[str, Floats]


class Measurer:
    """Measures predictions on one set, always in the same resamples of its documents.

    Args:
        gold: The sentences.
        settings: Resamples, coverage and seed.
        claims: Whether claims are told from facts; otherwise they count as facts.
    """

    def __init__(self, gold: Sequence[GoldSentence], settings: Settings, *, claims: bool) -> None:
        self.kept: list[Label] = list(LABELS) if claims else [label for label in LABELS if label is not Label.CLAIM]
        self.targets = [self.kept.index(label if label in self.kept else Label.FACT) for label in LABELS]
        self.truth: Ints = np.asarray([self.targets[LABELS.index(item.label)] for item in gold], dtype=np.int64)
        self.beside = np.asarray(
            [item.label is not Label.CLAIM and bool(item.stances) for item in gold],
            dtype=bool,
        )
        self.bins = settings.bins
        self.draws = settings.draws([item.group for item in gold])

    def measure(self, probabilities: Floats) -> dict[str, Floats]:
        """All measures of some predictions.

        Args:
            probabilities: Shape (n, 3), columns in the order of ``LABELS``.

        Returns:
            By measure, its value in the sample and in each resample; what the set cannot tell is left out.
        """
        merged = merge_columns(probabilities, self.targets, len(self.kept))
        predicted = merged.argmax(axis=1).astype(np.int64)
        table = confusions(self.truth, predicted, len(self.kept), self.draws)
        found = {"macro_f1": overall_scores(table)["macro_f1"]}
        each = label_scores(table)["f1"]
        found |= {f"f1_{str(label).partition('-')[0]}": each[:, at] for at, label in enumerate(self.kept)}
        if Label.CLAIM in self.kept and self.beside.any():
            taken = self.beside & (predicted == self.kept.index(Label.CLAIM))
            sums = self.draws.sums(np.column_stack([taken, self.beside]).astype(np.float64))
            with np.errstate(invalid="ignore"):
                found["false_claims"] = sums[:, 0] / sums[:, 1]
        found["calibration_error"] = probability_scores(self.truth, merged, self.bins, self.draws)["calibration_error"]
        return found

    def scores(self, samples: Samples) -> dict[str, Score]:
        """Scores with intervals.

        Args:
            samples: What :meth:`measure` gave, or a mean or difference of such.

        Returns:
            A score a measure.
        """
        return {name: self.draws.score(values) for name, values in samples.items()}


def difference(first: Samples, second: Samples) -> dict[str, Floats]:
    """The first less the second, resample by resample.

    Args:
        first: What :meth:`Measurer.measure` gave.
        second: The same of other predictions on the same set.

    Returns:
        By measure that both have.
    """
    return {name: first[name] - second[name] for name in first if name in second}
