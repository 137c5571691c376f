"""Fit what tells the circumstances of claims: by which channel they came, and whether the text doubts them.

A multinomial regression over channels and one of doubts against none see the terms of
:mod:`avow.claims.circumstances`, among them what the rules answer. Sentences that annotators call claims are read as
the register reads them, so that claimants and earlier channels are those that it would find. Both regressions go into
one table, a column each channel and one for doubts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from avow.claims.circumstances import Told, circumstance_terms
from avow.claims.modes import FROM_CORPUS, UNKNOWN, UNTOLD
from avow.claims.register import Teller
from avow.corpus import document_of
from avow.mentions.parties import Scorer
from avow.models import TrainedCircumstances
from avow.models.circumstances import CHANNELS
from avow.models.stances import COLUMNS as STANCE_COLUMNS
from avow.models.stances import ROLE
from avow.params import StanceParameters
from avow.records import GoldSentence, Label, Sentence, Status
from avow.stances import TrainedStances
from avow.training import fit_whole

_LEAST = 2
"""Claims in which a term stands to be kept."""
_WEIGHT = 3.0
"""What a doubt counts beside a claim without one; where it is told is balanced afterwards."""
Terms = dict[str, float]


def fit_circumstances(
    training: Sequence[GoldSentence],
    development: Sequence[GoldSentence],
    parameters: StanceParameters,
    stances: TrainedStances,
) -> TrainedCircumstances:
    """Fit on the claims of training documents; balance doubts on those of development documents.

    Args:
        training: Sentences to fit on, those of a document together and in order.
        development: Sentences of other documents; without doubted claims among them doubts are not balanced.
        parameters: Parameters of the register's regressions.
        stances: The fitted regressions of phrases, which find claimants.

    Returns:
        The regressions.

    Raises:
        AvowError: A solver did not converge.
    """
    score = scorer(stances)
    claims = claims_of(training, score)
    seen = Counter(term for terms, _ in claims for term in terms)
    vectorizer = DictVectorizer()
    values = vectorizer.fit_transform([_kept(terms, seen) for terms, _ in claims] or [{}])
    channels = np.asarray([channel_of(gold) for _, gold in claims])
    doubted = np.asarray([is_doubted(gold) for _, gold in claims])
    channel, start = _channels(values, channels, parameters)
    doubt, shift = _doubts(values, doubted, parameters)
    held_out = claims_of(development, score)
    truth = sum(is_doubted(gold) for _, gold in held_out)
    if truth and doubt.any():
        scores = np.sort(vectorizer.transform([terms for terms, _ in held_out]) @ doubt)
        # Midway between the last one told and the next.
        shift = -float(scores[-truth - 1 :][:2].mean())
    columns = np.column_stack([doubt, channel]).tolist()
    counts = Counter(str(code) for code in channels.tolist()) | Counter({"doubt": int(doubted.sum())})
    return TrainedCircumstances(
        {name: tuple(row) for name, row in zip(vectorizer.get_feature_names_out(), columns, strict=True)},
        (shift, *start),
        dict(sorted(counts.items())),
    )


def scorer(stances: TrainedStances) -> Scorer:
    """Weighs phrases as the saved table will.

    Args:
        stances: The fitted regressions.

    Returns:
        A function of a role and the features of a phrase.
    """

    def score(role: str, names: Iterable[str]) -> float:
        at = STANCE_COLUMNS.index(role)
        rows = (stances.weights.get(f"{ROLE}:{name}") for name in names)
        return stances.bias[at] + sum(row[at] for row in rows if row is not None)

    return score


def claims_of(gold: Iterable[GoldSentence], score: Scorer) -> list[tuple[Terms, GoldSentence]]:
    """The terms of every annotated claim.

    Args:
        gold: Sentences, those of a document together and in order.
        score: Weighs phrases as parties.

    Returns:
        Terms and the sentence, in order. Of several claims of a sentence the first one, which was annotated.
    """
    found: list[tuple[Terms, GoldSentence]] = []
    for _, items in groupby(gold, key=lambda item: item.sentence.document):
        rows = list(items)
        terms: dict[Sentence, Terms] = {}

        def settle(sentence: Sentence, told: Told, terms: dict[Sentence, Terms] = terms) -> tuple[int, bool]:
            terms.setdefault(sentence, circumstance_terms(told))
            return told.mode, told.doubt

        claimed = [{Status.CLAIMED: 1.0} if item.label is Label.CLAIM else {} for item in rows]
        if any(claimed):
            Teller(score, settle).said(document_of(rows), [item.sentence for item in rows], claimed)
        found.extend((terms[item.sentence], item) for item in rows if item.sentence in terms)
    return found


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


def _kept(terms: Mapping[str, float], seen: Mapping[str, int]) -> Terms:
    return {term: value for term, value in terms.items() if seen[term] >= _LEAST}


def _channels(
    values: Any, truth: NDArray[np.int_], parameters: StanceParameters
) -> tuple[NDArray[np.float64], list[float]]:
    """Weights of each channel, shape (terms, channels), and where each begins; none annotated, none told."""
    weights = np.zeros((values.shape[1], len(CHANNELS)))
    start = [-20.0] * len(CHANNELS)
    told = sorted(set(truth.tolist()))
    if len(told) < 2:
        return weights, [0.0 if [code] == told or (not told and code == UNKNOWN) else -20.0 for code in CHANNELS]
    model = _fitted(values, truth, None, parameters)
    # Of two channels scikit-learn fits the second against the first.
    both = len(told) == 2
    coefficients = np.vstack([np.zeros_like(model.coef_), model.coef_]) if both else model.coef_
    intercepts = [0.0, float(model.intercept_[0])] if both else model.intercept_.tolist()
    for code, row, intercept in zip(told, coefficients, intercepts, strict=True):
        at = CHANNELS.index(code)
        weights[:, at] = row
        start[at] = intercept
    return weights, start


def _doubts(values: Any, truth: NDArray[np.bool_], parameters: StanceParameters) -> tuple[NDArray[np.float64], float]:
    if not truth.any() or truth.all():
        return np.zeros(values.shape[1]), -20.0
    model = _fitted(values, truth, {False: 1.0, True: _WEIGHT}, parameters)
    return model.coef_[0], float(model.intercept_[0])


def _fitted(values: Any, truth: Any, weights: Any, parameters: StanceParameters) -> LogisticRegression:
    regression = LogisticRegression(
        C=parameters.c_circumstances,
        class_weight=weights,
        max_iter=parameters.maximum_iterations,
        random_state=parameters.seed,
    )
    remedy = "raise stances.maximum_iterations or lower stances.c_circumstances"
    return fit_whole(regression, values, truth, where="training the register", remedy=remedy)
