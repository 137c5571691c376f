"""Fit what tells the channel of a claim, and whether the text doubts it; both go into one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer

from avow.circumstances.heard import HeardClaim
from avow.circumstances.regressions import NEVER, fitted, kept, multinomial
from avow.claims.circumstances import circumstance_terms
from avow.claims.modes import FROM_CORPUS, UNKNOWN, UNTOLD
from avow.models import TrainedColumns
from avow.models.circumstances import CHANNELS
from avow.params import StanceParameters
from avow.records import GoldSentence

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
    columns = np.column_stack([doubt, channel]).tolist()
    counts = Counter(map(str, channels)) | Counter({"doubt": int(doubted.sum())})
    return TrainedColumns(
        {name: tuple(row) for name, row in zip(vectorizer.get_feature_names_out(), columns, strict=True)},
        (shift, *start),
        dict(sorted(counts.items())),
    )


def channel_of(gold: GoldSentence) -> int:
    """The channel that annotators told of a claim.

    Args:
        gold: A claim.

    Returns:
        A code of GTD's ``claimmode``; 10 where they told none.
    """
    mode = dict(gold.attributes).get("mode", "")
    return UNKNOWN if mode in UNTOLD else FROM_CORPUS.get(mode, UNKNOWN)


def is_doubted(gold: GoldSentence) -> bool:
    """Whether annotators say that the text doubts a claim.

    Args:
        gold: A claim.

    Returns:
        True where they do.
    """
    return dict(gold.attributes).get("doubt") == "yes"


def _doubts(values: Any, truth: NDArray[np.bool_], parameters: StanceParameters) -> tuple[NDArray[np.float64], float]:
    if not truth.any() or truth.all():
        return np.zeros(values.shape[1]), NEVER
    model = fitted(values, truth, {False: 1.0, True: _WEIGHT}, parameters, _C)
    return model.coef_[0], float(model.intercept_[0])
