"""What the ablation changes, one thing at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression, RidgeClassifier
from sklearn.naive_bayes import ComplementNB
from sklearn.svm import LinearSVC

from avow.evaluation.scores import Floats
from avow.features import part_of
from avow.params import Parameters
from avow.records import LABELS, Label
from avow.regressions import View, fit_classifier, fit_whole

Learner = Callable[[Any, NDArray[np.int64], View, Parameters], Callable[[Any], Floats]]
_OPINION, _CLAIM = LABELS.index(Label.OPINION), LABELS.index(Label.CLAIM)


def two_regressions(
    values: Any, truth: NDArray[np.int64], view: View, parameters: Parameters
) -> Callable[[Any], Floats]:
    """The model as it is.

    Args:
        values: Feature values of training sentences.
        truth: Their labels' indices.
        view: What each regression sees.
        parameters: Of training.

    Returns:
        From feature values to scores.
    """
    found: Callable[[Any], Floats] = fit_classifier(values, truth, parameters.training, view).decision_function
    return found


def one_regression(
    values: Any, truth: NDArray[np.int64], view: View, parameters: Parameters
) -> Callable[[Any], Floats]:
    """One multinomial regression over all features, its penalty that of opinions.

    Args:
        values: Feature values of training sentences.
        truth: Their labels' indices.
        view: Not used: every label sees everything.
        parameters: Of training.

    Returns:
        From feature values to scores.

    Raises:
        AvowError: The solver did not converge.
    """
    given = parameters.training
    regression = LogisticRegression(C=given.c_opinion, max_iter=given.maximum_iterations, tol=given.tolerance)
    remedy = "raise training.maximum_iterations or lower training.c_opinion"
    fitted = fit_whole(regression, values, truth, where="one multinomial", remedy=remedy)
    found: Callable[[Any], Floats] = fitted.decision_function
    return found


def complement_bayes(
    values: Any, truth: NDArray[np.int64], view: View, parameters: Parameters
) -> Callable[[Any], Floats]:
    """Complement naive Bayes over all features (Rennie et al. 2003), smoothed by one.

    Args:
        values: Feature values of training sentences.
        truth: Their labels' indices.
        view: Not used.
        parameters: Not used.

    Returns:
        From feature values to logarithms of probabilities.
    """
    found: Callable[[Any], Floats] = ComplementNB().fit(values, truth).predict_log_proba
    return found


def two_machines(values: Any, truth: NDArray[np.int64], view: View, parameters: Parameters) -> Callable[[Any], Floats]:
    """Two linear support vector machines in place of the regressions, a tenth of their inverse penalties.

    Args:
        values: Feature values of training sentences.
        truth: Their labels' indices.
        view: What each sees.
        parameters: Of training.

    Returns:
        From feature values to margins.
    """
    given = parameters.training

    def machine(c: float) -> Any:
        return LinearSVC(C=c / 10, dual=True, max_iter=50_000, tol=1e-3, random_state=given.seed)

    return _two(machine(given.c_opinion), machine(given.c_claim), values, truth, view)


def two_ridges(values: Any, truth: NDArray[np.int64], view: View, parameters: Parameters) -> Callable[[Any], Floats]:
    """Two ridge classifiers in place of the regressions, penalties ten over their inverse ones.

    Args:
        values: Feature values of training sentences.
        truth: Their labels' indices.
        view: What each sees.
        parameters: Of training.

    Returns:
        From feature values to margins.
    """
    given = parameters.training

    def ridge(c: float) -> Any:
        return RidgeClassifier(alpha=10 / c, solver="lsqr", tol=1e-3)

    return _two(ridge(given.c_opinion), ridge(given.c_claim), values, truth, view)


def _two(opinion: Any, claim: Any, values: Any, truth: NDArray[np.int64], view: View) -> Callable[[Any], Floats]:
    rest = np.flatnonzero(truth != _CLAIM)
    opinion.fit(part_of(values, view.opinion, rows=rest), truth[rest] == _OPINION)
    claim.fit(part_of(values, view.claim, factors=view.factors), truth == _CLAIM)

    def scores(given: Any) -> Floats:
        found = np.zeros((given.shape[0], len(LABELS)))
        found[:, _OPINION] = opinion.decision_function(part_of(given, view.opinion))
        found[:, _CLAIM] = claim.decision_function(part_of(given, view.claim, factors=view.factors))
        return found

    return scores


@dataclass(frozen=True, slots=True)
class Variant:
    """One change to the model.

    Attributes:
        name: What to call it.
        without: Kind of feature that is left out, or empty.
        training: Parameters of training that differ.
        balanced: Whether labels weigh the same in sum.
        all_for_claims: Whether the regression of claims sees every feature.
        unit_rows: Whether every sentence's values have length one.
        learner: What is fitted.
    """

    name: str
    without: str = ""
    training: Mapping[str, Any] = field(default_factory=dict)
    balanced: bool = False
    all_for_claims: bool = False
    unit_rows: bool = False
    learner: Learner = two_regressions

    def parameters(self, given: Parameters, truth: NDArray[np.int64]) -> Parameters:
        """The parameters of the variant.

        Args:
            given: Of the model as it is.
            truth: Labels' indices of the training sentences.

        Returns:
            Changed parameters.
        """
        changed = dict(self.training)
        if self.balanced:
            counts = np.bincount(truth, minlength=len(LABELS))
            changed["opinion_weight"] = float(counts[LABELS.index(Label.FACT)] / counts[_OPINION])
            changed["claim_weight"] = float((counts.sum() - counts[_CLAIM]) / counts[_CLAIM])
        kinds = tuple(kind for kind in given.features.kinds if kind != self.without)
        return given.model_copy(
            update={
                "features": given.features.model_copy(update={"kinds": kinds}),
                "training": given.training.model_copy(update=changed),
            }
        )


AS_IS = Variant("the model")
VARIANTS: tuple[Variant, ...] = (
    AS_IS,
    Variant("without pairs", without="pairs"),
    Variant("without characters", without="characters"),
    Variant("without word classes", without="classes"),
    Variant("without stance cues", without="cues"),
    Variant("without avowal cues", without="avowals"),
    Variant("without damping", training={"damping": 0.0}),
    Variant("without transfer scale", training={"transfer_scale": 1.0}),
    Variant("claims told by all features", all_for_claims=True),
    Variant("one multinomial", learner=one_regression),
    Variant("rows of unit length", unit_rows=True),
    Variant("balanced labels", balanced=True),
    Variant("complement naive Bayes", learner=complement_bayes, training={"calibration": "vector"}),
    Variant("linear SVMs", learner=two_machines, training={"calibration": "vector"}),
    Variant("ridge classifiers", learner=two_ridges, training={"calibration": "vector"}),
)
