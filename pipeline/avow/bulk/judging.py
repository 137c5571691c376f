"""The probabilities of many sentences at once, each in the light of its document."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from avow.prior import Prior, Scores
from avow.records import LABELS, Label

Rows = NDArray[np.float64]
_OPINION = LABELS.index(Label.OPINION)


def judged(scores: Rows, sizes: Sequence[int] = (), prior: Prior | None = None) -> list[Scores]:
    """The probabilities of sentences, each in the light of its document where there is a prior.

    Args:
        scores: One score a label, a row a sentence.
        sizes: How many sentences each document has.
        prior: The share of opinions to hold those of the documents against.

    Returns:
        Probabilities that sum to one, a row a sentence.
    """
    rows = softmax(scores)
    if prior is not None:
        rows = within(rows, sizes, prior)
    return [(fact, opinion, claim) for fact, opinion, claim in rows.tolist()]


def softmax(scores: Rows) -> Rows:
    """Probabilities from scores.

    Args:
        scores: One score a label, a row a sentence.

    Returns:
        Probabilities that sum to one, of the same shape.
    """
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    probabilities: Rows = powers / powers.sum(axis=1, keepdims=True)
    return probabilities


def within(rows: Rows, sizes: Sequence[int], prior: Prior) -> Rows:
    """The probabilities of the sentences of documents in their light, as :meth:`avow.prior.Prior.within` has them.

    Args:
        rows: The probabilities that each sentence has by itself.
        sizes: How many sentences each document has.
        prior: The share of opinions to hold those of the documents against.

    Returns:
        Probabilities that sum to one, of the same shape; those of a sentence that is alone stay.
    """
    own = rows[:, _OPINION]
    of = np.repeat(np.arange(len(sizes)), sizes)
    others = np.maximum(np.bincount(of, own, len(sizes))[of] - own, 0.0)
    counts = np.asarray(sizes)[of]
    usual = prior.opinions * prior.sentences
    judged = rows.copy()
    judged[:, _OPINION] *= (others + usual) / (prior.opinions * (counts - 1 + prior.sentences))
    judged /= judged.sum(axis=1, keepdims=True)
    return np.where((counts > 1)[:, None], judged, rows)
