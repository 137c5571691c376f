"""Fit how the register weighs what speaks for a status: the weights that :mod:`avow.claims.statuses` reads.

The regressions of a model learn from our own seeds, whose documents are full of claims and accusations in unusual
words; real news has few, in plain words. So the weights of their answers, of the grammar's and of the document around
are fitted on development sentences, our own and real ones together: the regressions were not fitted on them, and
calibrated on our own by two numbers each. One logistic regression a status does it; its scores on documents that were
left out of its fit tell the probability of records, which is that of real news, and from which probability on a
sentence has one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from avow.claims.evidence import Evidence, evidence_of
from avow.claims.statuses import Weights
from avow.errors import AvowError, InputError
from avow.evaluation.register import GoldRegister
from avow.evaluation.scores import precision_recall_f1
from avow.models import Model, StanceTable
from avow.models.columns import logistic
from avow.records import STATUSES
from avow.regressions import fit_whole, platt

C = 0.05
"""Inverse strength of the L2 penalty, over evidence of unit variance."""
_FOLDS = 5
_ITERATIONS = 5000
_TRIED = 400
_PRICE = 0.005
"""What of F1 is given for precision: a sample that was drawn for labelling has fewer sentences that say nothing than
news has."""
_DIGITS = 5
_BIAS = "bias"
_HEAD = "# What one unit of each piece of evidence adds to the log-odds of each status; avow balance makes this file."
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Asked:
    """The labelled sentences of a set.

    Attributes:
        name: What the set is called.
        evidence: What speaks for the statuses of each; ``None`` for those that are not asked.
        truth: Whether each has each status, shape (sentences, statuses).
        documents: The document of each, or the month of its news, as a number.
        real: Whether the set is of real news, whose records tell probabilities.
    """

    name: str
    evidence: Sequence[Evidence | None]
    truth: Flags
    documents: NDArray[np.int64]
    real: bool


@dataclass(frozen=True, slots=True)
class Balance:
    """Fitted weights, and how they do on documents that were left out of the fit and of the choice of thresholds.

    Attributes:
        weights: The weights.
        scores: Precision, recall and F1 by set and status.
    """

    weights: Weights
    scores: Mapping[str, Mapping[str, tuple[float, float, float]]]


def ask(name: str, documents: Iterable[GoldRegister], model: Model, table: StanceTable, *, real: bool) -> Asked:
    """Ask what speaks for the statuses of labelled sentences.

    Args:
        name: What the set is called.
        documents: Documents with what their sentences say; the regressions may be calibrated on them, not fitted.
        model: The classifier.
        table: The register's regressions.
        real: Whether they are real news.

    Returns:
        The evidence of each labelled sentence with the truth.

    Raises:
        InputError: There is no labelled sentence.
    """
    evidence: list[Evidence | None] = []
    truth: list[list[bool]] = []
    numbers: list[int] = []
    groups: dict[str, int] = {}
    for item in documents:
        number = groups.setdefault(item.group or item.document.id, len(groups))
        parts = item.context or item.sentences
        # Two labelled sentences may be one of the splitter's and have its number.
        found = dict(zip(parts, evidence_of(model, table, parts), strict=True))
        for sentence, statements in zip(item.sentences, item.statements, strict=True):
            said = {statement.status for statement in statements}
            evidence.append(found[sentence])
            truth.append([status in said for status in STATUSES])
            numbers.append(number)
    if not evidence:
        raise InputError("no labelled sentence", where=name)
    return Asked(name, evidence, np.asarray(truth, dtype=np.bool_), np.asarray(numbers), real)


def fit_weights(sets: Sequence[Asked]) -> Balance:
    """Fit the weights.

    Args:
        sets: Sentences that no regression was fitted on, each set of another name, one of real news among them.

    Returns:
        The weights, rounded as they are written, with their scores.

    Raises:
        AvowError: There are too few documents, a status does not occur in enough of them, there is no real news, or a
            solver did not converge.
    """
    if len({item.name for item in sets}) < len(sets) or not any(item.real for item in sets):
        raise AvowError(
            "the register cannot be weighed on these sets", expected="sets of different names, one of real news"
        )
    truth = np.concatenate([item.truth for item in sets])
    of = np.repeat(np.arange(len(sets)), [len(item.truth) for item in sets])
    evidence = [row for item in sets for row in item.evidence]
    asked = np.flatnonzero([row is not None for row in evidence])
    known = [row for row in evidence if row is not None]
    places = np.column_stack([of, np.concatenate([item.documents for item in sets])])[asked]
    documents = np.unique(places, axis=0, return_inverse=True)[1].reshape(-1)
    if len(np.unique(documents)) < _FOLDS:
        raise AvowError("too few documents to weigh the register on", expected=f"at least {_FOLDS} in which it hears")
    # Every set counts the same, however many sentences it has.
    shares = (len(truth) / len(sets) / np.bincount(of))[of][asked]
    real = np.asarray([item.real for item in sets])[of]
    folds = list(GroupKFold(_FOLDS).split(asked, groups=documents))
    columns: list[dict[str, float]] = []
    least: list[float] = []
    scores: dict[str, dict[str, tuple[float, float, float]]] = {item.name: {} for item in sets}
    for order, status in enumerate(STATUSES):
        told = truth[asked, order]
        if any(len(np.unique(told[kept])) < 2 for kept, _ in folds):
            raise AvowError(
                f"too few sentences are {status}, or all are",
                expected="sets in which every status occurs in many documents",
            )
        vectorizer = DictVectorizer()
        values = vectorizer.fit_transform([dict(row.of(order)) for row in known]).toarray()
        held = np.full(len(truth), -np.inf)
        for kept, left in folds:
            weights, start = _fit(values[kept], told[kept], shares[kept])
            held[asked[left]] = values[left] @ weights + start
        answers = np.zeros(len(truth), dtype=np.bool_)
        from_scores: list[float] = []
        for _, left in folds:
            others = np.ones(len(truth), dtype=np.bool_)
            others[asked[left]] = False
            from_scores.append(threshold(held[others], truth[others, order], of[others]))
            answers[asked[left]] = held[asked[left]] >= from_scores[-1]
        # One that is chosen once, on all, hangs on a few sentences.
        from_score = float(np.median(from_scores))
        made = real & (held >= from_score)
        scale, shift = platt(held[made], truth[made, order])
        weights, start = _fit(values, told, shares)
        found = zip(vectorizer.get_feature_names_out(), (weights * scale).tolist(), strict=True)
        columns.append({_BIAS: start * scale + shift, **dict(found)})
        least.append(logistic(from_score * scale + shift))
        for number, item in enumerate(sets):
            here = of == number
            scores[item.name][status] = _scores(truth[here, order], answers[here])
    names = dict.fromkeys(name for column in columns for name in column)
    rows = {name: tuple(round(column.get(name, 0.0), _DIGITS) for column in columns) for name in names}
    bias = rows.pop(_BIAS)
    kept_rows = {name: row for name, row in rows.items() if any(row)}
    return Balance(Weights(bias, tuple(round(one, _DIGITS) for one in least), kept_rows), scores)


def to_table(weights: Weights, made_of: Sequence[str]) -> str:
    """Weights as the file that the register reads.

    Args:
        weights: The weights.
        made_of: What they were fitted on, said in its head.

    Returns:
        Tab-separated lines, a piece of evidence each, under what every sentence begins with and the least probability
        of a record.
    """
    rows = {"evidence": tuple(map(str, STATUSES)), _BIAS: weights.bias, "least": weights.least, **weights.weights}
    lines = ["\t".join([name, *map(str, row)]) for name, row in rows.items()]
    return "\n".join([_HEAD, *(f"# {line}" for line in made_of), *lines, ""])


def _fit(values: Floats, truth: Flags, shares: Floats) -> tuple[Floats, float]:
    """Weights of the evidence as it is, and what every sentence begins with."""
    scaler = StandardScaler().fit(values)
    regression = LogisticRegression(C=C, max_iter=_ITERATIONS)
    where, remedy = "weighing the register", "give more sentences"
    fit_whole(regression, scaler.transform(values), truth, shares, where=where, remedy=remedy)
    weights: Floats = regression.coef_[0] / scaler.scale_
    return weights, float(regression.intercept_[0] - weights @ scaler.mean_)


def threshold(scores: Floats, truth: Flags, of: NDArray[np.int64]) -> float:
    """The highest score from which on F1, the mean over sets, is not far below its best.

    Args:
        scores: The score of each sentence; less than any number for those that are not asked.
        truth: Which of them have the status.
        of: The set of each.

    Returns:
        The score.
    """
    finite = scores[np.isfinite(scores)]
    tried = np.unique(np.quantile(finite, np.linspace(0.5, 0.999, _TRIED)))
    numbers = np.unique(of)

    def worth(least: float) -> float:
        return float(np.mean([_scores(truth[of == number], scores[of == number] >= least)[2] for number in numbers]))

    worths = np.asarray([worth(least) for least in tried.tolist()])
    return float(tried[worths >= worths.max() - _PRICE][-1])


def _scores(truth: Flags, answers: Flags) -> tuple[float, float, float]:
    """Precision, recall and F1 of answers; nought for a set in which a status does not occur."""
    counts = (float((truth & answers).sum()), float(answers.sum()), float(truth.sum()))
    found = precision_recall_f1(*map(np.asarray, counts))
    precision, recall, f1 = (float(np.nan_to_num(found[name])) for name in ("precision", "recall", "f1"))
    return precision, recall, f1
