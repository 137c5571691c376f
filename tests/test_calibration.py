"""What scores of held-out sentences tell."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import softmax
from sklearn.metrics import log_loss

from avow.calibration import calibrate, risk_thresholds
from avow.evaluation.curves import risk_coverage


def test_calibration_lowers_the_loss_of_stretched_scores() -> None:
    random = np.random.default_rng(1)
    scores = random.normal(size=(4000, 3))
    truth = np.asarray([random.choice(3, p=row) for row in softmax(scores, axis=1)])
    stretched = scores * np.asarray([3.0, 3.0, 3.0])
    for method in ("vector", "temperature"):
        scale, shift = calibrate(stretched, truth, method)
        assert scale == pytest.approx([1 / 3] * 3, abs=0.05)
        after = log_loss(truth, softmax(stretched * scale + shift, axis=1))
        assert after < log_loss(truth, softmax(stretched, axis=1)) - 0.1


def test_risk_thresholds_by_hand() -> None:
    # By falling confidence: right, right, wrong, right. The first two are never wrong, all four are wrong once in four.
    probabilities = np.asarray([[0.9, 0.1, 0.0], [0.2, 0.8, 0.0], [0.7, 0.3, 0.0], [0.6, 0.4, 0.0]])
    found = risk_thresholds(probabilities, np.asarray([0, 1, 1, 0]))
    assert found["0.05"] == 0.8
    assert found["0.20"] == 0.8
    assert risk_thresholds(probabilities, np.asarray([1, 0, 1, 1])) == {}


def test_predictions_that_are_as_sure_as_each_other_are_kept_together() -> None:
    probabilities = np.asarray([[0.9, 0.1, 0.0]] * 4 + [[0.3, 0.6, 0.1]] * 4)
    for truth in ([0, 1, 1, 1, 1, 1, 1, 1], [1, 1, 1, 0, 1, 1, 1, 1]):
        assert risk_thresholds(probabilities, np.asarray(truth)) == {}
        found = risk_coverage(np.asarray(truth), probabilities)
        assert found["points"] == [[0.5, 0.75, 0.9], [1.0, 0.375, 0.6]] and found["area"] == 0.5625
    assert risk_thresholds(probabilities, np.asarray([0] * 4 + [1] * 4))["0.01"] == 0.6
