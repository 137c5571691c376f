"""Regressions whose weights become columns of a portable table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from avow.models import TrainedColumns
from avow.params import StanceParameters
from avow.regressions import fit_whole

Terms = dict[str, float]
NEVER = -20.0
"""Where the score of a column begins that no example has."""


def kept(values: Iterable[Terms], least: int) -> list[Terms]:
    """Values of terms without those of rare ones.

    Args:
        values: Values by term, a mapping an example.
        least: Examples in which a term stands to be kept.

    Returns:
        The same examples with what is kept of them; one that is empty where there was none.
    """
    rows = list(values)
    seen = Counter(term for terms in rows for term in terms)
    return [{term: value for term, value in terms.items() if seen[term] >= least} for terms in rows] or [{}]


def multinomial(
    values: Any, truth: Sequence[Hashable], columns: Sequence[Hashable], parameters: StanceParameters, c: str
) -> tuple[NDArray[np.float64], list[float]]:
    """Fit a regression over several answers.

    Args:
        values: Values of terms, shape (examples, terms), sparse.
        truth: The answer of each example, among the columns.
        columns: All answers that there may be.
        parameters: Parameters of the register's regressions.
        c: Name of the one that is the inverse penalty.

    Returns:
        Weights of each column, shape (terms, columns), and where each begins. Where all examples have one answer, it
        begins highest; where there are none, the last column does.
    """
    weights = np.zeros((values.shape[1], len(columns)))
    told = sorted(set(truth), key=columns.index)
    if len(told) < 2:
        (only,) = told or columns[-1:]
        return weights, [0.0 if answer == only else NEVER for answer in columns]
    numbers = np.asarray([told.index(answer) for answer in truth])
    model = fitted(values, numbers, None, parameters, c)
    # Of two answers scikit-learn fits the second against the first.
    both = len(told) == 2
    coefficients = np.vstack([np.zeros_like(model.coef_), model.coef_]) if both else model.coef_
    intercepts = [0.0, float(model.intercept_[0])] if both else model.intercept_.tolist()
    start = [NEVER] * len(columns)
    for answer, row, intercept in zip(told, coefficients, intercepts, strict=True):
        at = columns.index(answer)
        weights[:, at] = row
        start[at] = intercept
    return weights, start


def fitted(
    values: Any, truth: Any, weights: Mapping[Any, float] | None, parameters: StanceParameters, c: str
) -> LogisticRegression:
    """Fit a logistic regression to its end.

    Args:
        values: Values of terms, shape (examples, terms), sparse.
        truth: The answer of each example.
        weights: What an example of an answer counts; all the same where ``None``.
        parameters: Parameters of the register's regressions.
        c: Name of the one that is the inverse penalty.

    Returns:
        The regression.

    Raises:
        AvowError: The solver did not converge.
    """
    regression = LogisticRegression(
        C=getattr(parameters, c),
        class_weight=weights,
        max_iter=parameters.maximum_iterations,
        random_state=parameters.seed,
    )
    remedy = f"raise stances.maximum_iterations or lower stances.{c}"
    return fit_whole(regression, values, truth, where="training the register", remedy=remedy)


def trained(
    vectorizer: DictVectorizer, weights: NDArray[np.float64], start: Sequence[float], counts: Mapping[str, int]
) -> TrainedColumns:
    """Fitted weights as they are saved.

    Args:
        vectorizer: What knows the terms.
        weights: Weights of each column, shape (terms, columns).
        start: Where each column begins.
        counts: Examples by column.

    Returns:
        The regressions.
    """
    names = vectorizer.get_feature_names_out()
    rows = {name: tuple(row) for name, row in zip(names, weights.tolist(), strict=True)}
    return TrainedColumns(rows, tuple(start), dict(sorted(counts.items())))
