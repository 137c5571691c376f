"""The two regressions of the classifier, and the one that they make together.

The codebook decides in two steps, a claim before an opinion and an opinion before a fact, and so does the classifier:
one logistic regression tells claims from the rest, another opinions from facts among the rest. Their scores stand in
one softmax with the fact's score at nought (individualised regressions; Begg and Gray 1984, Biometrika 71), so that
each label has its own penalty and the words of opinion do not blur what makes a claim. The regression of claims does
not see the cues of a sentence's form.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from avow.errors import AvowError, InputError, ParameterError
from avow.features import part_of, terms_of
from avow.params import TrainingParameters
from avow.records import LABELS, Label
from avow.sources import Weights

Vector = NDArray[np.float64]
_OPINION, _CLAIM = LABELS.index(Label.OPINION), LABELS.index(Label.CLAIM)

_NEVER = -30.0
"""Score of a label that did not occur in training."""


@dataclass(frozen=True, slots=True)
class View:
    """What the two regressions see of the features.

    Attributes:
        opinion: Columns of the regression of opinions.
        claim: Columns of the regression of claims.
        factors: By which the columns of the regression of claims are multiplied.
    """

    opinion: NDArray[np.int64]
    claim: NDArray[np.int64]
    factors: Vector


def claim_view(union: Any, values: Any, damping: float) -> View:
    """Which features decide what.

    Opinions are told by words, word classes and cues of stance; claims by words and cues of avowal. The form of a
    sentence says nothing about an avowal, but is happily learned from a small corpus. For claims words, pairs and
    n-grams are damped: what ordinary news is made of must not add up to a claim.

    Args:
        union: The fitted feature union.
        values: Feature values of the training sentences, shape (n, columns).
        damping: How strongly frequent words are damped; 0 not at all.

    Returns:
        Columns and factors.
    """
    prefixes = np.asarray([term[0] for term in terms_of(union)])
    opinion = np.flatnonzero(np.isin(prefixes, list("wWpPcCkKq")))
    claim = np.flatnonzero(np.isin(prefixes, list("wWpPcCs")))
    return View(opinion, claim, damping_factors(union, values, damping, undamped="s")[claim])


def damping_factors(union: Any, values: Any, damping: float, *, undamped: str) -> Vector:
    """What damps terms that stand in many sentences: 1 / sqrt(1 + damping f) for one in the share f of them.

    Args:
        union: The fitted feature union.
        values: Feature values of the training sentences, shape (n, columns).
        damping: How strongly; 0 not at all.
        undamped: Prefixes of terms that are left as they are.

    Returns:
        A factor a column.
    """
    prefixes = np.asarray([term[0] for term in terms_of(union)])
    shares = np.bincount(values.indices, minlength=values.shape[1]) / values.shape[0]
    factors: Vector = np.where(np.isin(prefixes, list(undamped)), 1.0, (1.0 + damping * shares) ** -0.5)
    return factors


def fit_classifier(
    values: Any,
    truth: NDArray[np.int64],
    parameters: TrainingParameters,
    view: View,
    weights: Weights | None = None,
) -> LogisticRegression:
    """Fit the two regressions and put them into one.

    Args:
        values: Feature values, shape (n, columns).
        truth: Label indices.
        parameters: Penalties and weights.
        view: What each regression sees.
        weights: What each sentence counts; all the same where ``None``.

    Returns:
        A fitted multinomial logistic regression over all labels, the fact's coefficients nought.

    Raises:
        AvowError: The solver did not converge.
        InputError: There is no fact or no opinion among the sentences.
        ParameterError: One of the regressions sees no feature.
    """
    every = None if weights is None else np.asarray(weights.training)
    among = None if weights is None else np.asarray(weights.claims)
    opinion = fit_opinion(values, truth, parameters.c_opinion, view, parameters, every)
    # Sources without claims are trained on to compare them; nothing is then taken for a claim.
    claims = bool((truth == _CLAIM).any())
    weight = parameters.claim_weight
    claim = fit_claim(values, truth, parameters.c_claim, weight, view, parameters, among) if claims else None
    return combine(opinion, claim, values.shape[1], view, parameters)


def fit_opinion(
    values: Any,
    truth: NDArray[np.int64],
    c: float,
    view: View,
    parameters: TrainingParameters,
    weights: Vector | None = None,
) -> LogisticRegression:
    """Fit the regression of opinions, on the sentences that are no claims.

    Args:
        values: Feature values, shape (n, columns).
        truth: Label indices.
        c: Inverse penalty.
        view: What each regression sees.
        parameters: The weight of opinions and the solver's settings.
        weights: What each sentence counts; all the same where ``None``.

    Returns:
        The fitted regression.

    Raises:
        AvowError: The solver did not converge.
        InputError: There is no fact or no opinion among the sentences.
        ParameterError: It sees no feature.
    """
    rest = np.flatnonzero(truth != _CLAIM)
    refuse_missing(truth, (Label.FACT, Label.OPINION))
    _refuse_nothing(view.opinion, "opinions", "words, pairs, characters, classes or cues")
    seen = part_of(values, view.opinion, rows=rest)
    counts = None if weights is None else weights[rest]
    return _fit_one(seen, truth[rest] == _OPINION, c, parameters.opinion_weight, parameters, counts)


def fit_claim(
    values: Any,
    truth: NDArray[np.int64],
    c: float,
    weight: float,
    view: View,
    parameters: TrainingParameters,
    weights: Vector | None = None,
) -> LogisticRegression:
    """Fit the regression of claims.

    Args:
        values: Feature values, shape (n, columns).
        truth: Label indices.
        c: Inverse penalty.
        weight: What a claim counts more than another sentence.
        view: What each regression sees.
        parameters: The solver's settings.
        weights: What each sentence counts; all the same where ``None``.

    Returns:
        The fitted regression.

    Raises:
        AvowError: The solver did not converge.
        ParameterError: It sees no feature.
    """
    _refuse_nothing(view.claim, "claims", "words, pairs, characters or avowals")
    seen = part_of(values, view.claim, factors=view.factors)
    return _fit_one(seen, truth == _CLAIM, c, weight, parameters, weights)


def _refuse_nothing(columns: NDArray[np.int64], labels: str, kinds: str) -> None:
    if not len(columns):
        raise ParameterError(
            f"features.kinds leaves nothing to tell {labels} by",
            expected=f"one of {kinds} among them",
            where="training",
        )


def combine(
    opinion: LogisticRegression,
    claim: LogisticRegression | None,
    width: int,
    view: View,
    parameters: TrainingParameters,
) -> LogisticRegression:
    """Put the two regressions into one.

    Args:
        opinion: The regression of opinions.
        claim: The regression of claims; ``None`` where nothing is to be taken for a claim.
        width: Number of features.
        view: What each of them sees.
        parameters: The seed.

    Returns:
        A fitted multinomial logistic regression over all labels, the fact's coefficients nought.
    """
    combined = LogisticRegression(random_state=parameters.seed)
    combined.classes_ = np.arange(len(LABELS))
    combined.coef_ = np.zeros((len(LABELS), width))
    combined.coef_[_OPINION, view.opinion] = opinion.coef_
    combined.intercept_ = np.asarray([0.0, opinion.intercept_[0], _NEVER])
    combined.n_iter_ = opinion.n_iter_
    if claim is not None:
        combined.coef_[_CLAIM, view.claim] = claim.coef_[0] * view.factors
        combined.intercept_[_CLAIM] = claim.intercept_[0]
        combined.n_iter_ = np.maximum(opinion.n_iter_, claim.n_iter_)
    combined.n_features_in_ = width
    return combined


def _fit_one(
    values: Any,
    truth: NDArray[np.bool_],
    c: float,
    weight: float,
    parameters: TrainingParameters,
    weights: Vector | None = None,
) -> LogisticRegression:
    regression = LogisticRegression(
        C=c,
        class_weight={False: 1.0, True: weight},
        max_iter=parameters.maximum_iterations,
        tol=parameters.tolerance,
        random_state=parameters.seed,
    )
    remedy = "raise training.maximum_iterations or lower training.c_opinion and training.c_claim"
    return fit_whole(regression, values, truth, weights, where="training", remedy=remedy)


def fit_whole(
    regression: LogisticRegression,
    values: Any,
    truth: NDArray[Any],
    weights: Any = None,
    *,
    where: str,
    remedy: str,
) -> LogisticRegression:
    """Fit a regression to the end.

    Args:
        regression: Unfitted.
        values: Feature values, shape (n, columns).
        truth: What it is to tell, one a row.
        weights: What each row counts; all the same where ``None``.
        where: What is fitted, for the message.
        remedy: What to do where the solver stops early.

    Returns:
        The same regression.

    Raises:
        AvowError: The solver did not converge.
    """
    # Rows are sparse and columns many: threads of linear algebra wait for one another more than they work, and sums
    # that they share would make the weights depend on how many cores there are.
    with warnings.catch_warnings(), threadpool_limits(1):
        warnings.simplefilter("error", ConvergenceWarning)
        try:
            return regression.fit(values, truth, weights)
        except ConvergenceWarning as error:
            raise AvowError("the solver did not converge", where=where, remedy=remedy) from error


def refuse_missing(
    truth: NDArray[np.int64],
    wanted: Sequence[Label] = LABELS,
    *,
    remedy: str = "add documents that hold the label, or lower the number of folds",
) -> None:
    """Refuse to train on sentences that lack a label.

    Args:
        truth: The labels of the sentences, by their place in ``LABELS``.
        wanted: Labels that must occur.
        remedy: What helps.

    Raises:
        InputError: One does not.
    """
    missing = [label for label in wanted if LABELS.index(label) not in truth]
    if missing:
        raise InputError(
            f"no sentence labelled {' or '.join(missing)} among {len(truth)} that are trained on together",
            expected=f"{', '.join(wanted[:-1])} and {wanted[-1]} in every part that is trained on",
            remedy=remedy,
        )


def platt(scores: Vector, truth: NDArray[np.bool_]) -> tuple[float, float]:
    """What makes scores log-odds: minimises the log-loss (Platt 1999), with a weak pull to one and nought for few.

    Args:
        scores: Scores of examples that were not fitted on.
        truth: Which of them are positive.

    Returns:
        The factor of a score, and what is added.
    """
    sign = np.where(truth, 1.0, -1.0)

    def loss(point: Vector) -> float:
        margins = sign * (scores * np.exp(point[0]) + point[1])
        return float(np.logaddexp(0.0, -margins).sum() + 0.5 * np.square(point).sum())

    scale, shift = minimize(loss, np.zeros(2), method="L-BFGS-B").x.tolist()
    return float(np.exp(scale)), shift
