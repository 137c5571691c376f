"""Fit what tells the channel of a claim, and whether the text doubts it; both go into one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer

from avow.circumstances.heard import HeardClaim
from avow.circumstances.regressions import NEVER, fitted, kept, multinomial, trained
from avow.claims.annotated import channel_of, is_doubted
from avow.claims.circumstances import circumstance_terms
from avow.models import TrainedColumns
from avow.models.circumstances import CHANNELS
from avow.params import StanceParameters

_LEAST = 2
"""Claims in which a term stands to be kept."""
_WEIGHT = 3.0
"""What a doubt counts beside a claim without one; where it is told is balanced afterwards."""
_C = "c_circumstances"


def fit_circumstances(
    training: Sequence[HeardClaim], development: Sequence[HeardClaim], parameters: StanceParameters
) -> TrainedColumns:
    """Fit on the claims of training documents; balance doubts on those of development documents.

    Args:
        training: Claims to fit on.
        development: Claims of other documents; without doubted ones among them doubts are not balanced.
        parameters: Parameters of the register's regressions.

    Returns:
        The regressions, in the columns of :mod:`avow.models.circumstances`.

    Raises:
        AvowError: A solver did not converge.
    """
    vectorizer = DictVectorizer()
    values = vectorizer.fit_transform(kept((circumstance_terms(claim.told) for claim in training), _LEAST))
    channels = [channel_of(claim.gold) for claim in training]
    doubted = np.asarray([is_doubted(claim.gold) for claim in training])
    channel, start = multinomial(values, channels, CHANNELS, parameters, _C)
    doubt, shift = _doubts(values, doubted, parameters)
    truth = sum(is_doubted(claim.gold) for claim in development)
    if truth and doubt.any():
        held_out = vectorizer.transform([circumstance_terms(claim.told) for claim in development])
        scores = np.sort(held_out @ doubt)
        # Midway between the last one told and the next.
        shift = -float(scores[-truth - 1 :][:2].mean())
    counts = Counter(map(str, channels)) | Counter({"doubt": int(doubted.sum())})
    return trained(vectorizer, np.column_stack([doubt, channel]), (shift, *start), counts)


def _doubts(values: Any, truth: NDArray[np.bool_], parameters: StanceParameters) -> tuple[NDArray[np.float64], float]:
    if not truth.any() or truth.all():
        return np.zeros(values.shape[1]), NEVER
    model = fitted(values, truth, {False: 1.0, True: _WEIGHT}, parameters, _C)
    return model.coef_[0], float(model.intercept_[0])
