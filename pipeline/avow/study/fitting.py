"""Fitting without saving: from rows of terms to probabilities of other rows, calibrated or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.special import softmax

from avow.calibration import calibrate
from avow.evaluation.scores import Floats
from avow.features import features
from avow.params import Parameters
from avow.records import LABELS, Label
from avow.regressions import claim_view, fit_classifier
from avow.sources import Weights
from avow.study.material import Material, Rows

_OPINION = LABELS.index(Label.OPINION)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fitted model, not calibrated.

    Attributes:
        union: The feature union.
        classifier: The two regressions in one.
    """

    union: Any
    classifier: Any

    def scores(self, whole: Material, rows: Rows) -> Floats:
        """Scores of sentences.

        Args:
            whole: What they are part of.
            rows: Their positions.

        Returns:
            Shape (n, labels).
        """
        found: Floats = self.classifier.decision_function(self.union.transform(whole.terms.take(rows)))
        return found


def fit(whole: Material, rows: Rows, parameters: Parameters) -> Fitted:
    """Fit on some sentences with their weights, as :func:`avow.training.train` does.

    Args:
        whole: What they are part of.
        rows: Their positions.
        parameters: Of features and training.

    Returns:
        The model; where no sentence is a claim it never finds one.
    """
    union = unfitted(parameters)
    values = union.fit_transform(whole.terms.take(rows))
    view = claim_view(union, values, parameters.training.damping)
    weights = Weights(tuple(whole.weights[rows].tolist()), tuple(whole.claims[rows].tolist()))
    return Fitted(union, fit_classifier(values, whole.truth[rows], parameters.training, view, weights))


def unfitted(parameters: Parameters) -> Any:
    """The feature union of some parameters.

    Args:
        parameters: Of features.

    Returns:
        Unfitted.
    """
    given = parameters.features
    return features(
        given.kinds,
        minimum_sentences=given.minimum_sentences,
        cue_scale=given.cue_scale,
        class_scale=given.class_scale,
    )


def scaled(scores: Floats, parameters: Parameters, held_out: tuple[Floats, Rows] | None = None) -> Floats:
    """Probabilities from scores.

    Args:
        scores: Shape (n, labels).
        parameters: Of training.
        held_out: Scores and labels to calibrate on, where it is wanted.

    Returns:
        Shape (n, labels).
    """
    result = scores
    if held_out is not None and parameters.training.calibration != "none":
        scale, shift = calibrate(held_out[0], held_out[1], parameters.training.calibration)
        result = scores * scale + shift
    factor = np.ones(len(LABELS))
    factor[_OPINION] = parameters.training.transfer_scale
    found: Floats = softmax(result * factor, axis=1)
    return found
