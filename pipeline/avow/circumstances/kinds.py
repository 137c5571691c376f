"""Fit what tells the kind of act that a claim is of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sklearn.feature_extraction import DictVectorizer

from avow.circumstances.heard import HeardClaim
from avow.circumstances.regressions import kept, multinomial, trained
from avow.claims.annotated import kind_of
from avow.claims.kinds import kind_terms
from avow.models import TrainedColumns
from avow.models.kinds import ANSWERS
from avow.params import StanceParameters

_LEAST = 3
"""Claims in which a term stands to be kept."""


def fit_kinds(training: Sequence[HeardClaim], parameters: StanceParameters) -> TrainedColumns | None:
    """Fit on the claims of training documents whose kind of act was annotated.

    Args:
        training: Claims to fit on.
        parameters: Parameters of the register's regressions.

    Returns:
        The regression, in the columns of :mod:`avow.models.kinds`; ``None`` where fewer than two kinds were annotated,
        so that nothing can be told apart.

    Raises:
        AvowError: The solver did not converge.
    """
    told = [(claim, kind) for claim in training if (kind := kind_of(claim.gold)) is not None]
    kinds = [kind for _, kind in told]
    if len(set(kinds)) < 2:
        return None
    vectorizer = DictVectorizer()
    values = vectorizer.fit_transform(kept((kind_terms(claim.act) for claim, _ in told), _LEAST))
    weights, start = multinomial(values, kinds, ANSWERS, parameters, "c_kinds")
    return trained(vectorizer, weights, start, Counter(map(str, kinds)))
