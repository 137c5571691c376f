"""Fit the classifier on training documents, calibrate it on development documents; save nothing.

The codebook decides in two steps, a claim before an opinion and an opinion before a fact, and so does the classifier:
one logistic regression tells claims from the rest, another opinions from facts among the rest. Their scores stand in
one softmax with the fact's score at nought (individualised regressions; Begg and Gray 1984, Biometrika 71), so that
each label has its own penalty and the words of opinion do not blur what makes a claim. The regression of claims does
not see the cues of a sentence's form.

Calibration multiplies and shifts the scores of each label (vector scaling; Guo et al. 2017) and is folded into the
coefficients: the calibrated model is again a logistic regression, so the scikit-learn pipeline, the portable table and
every explanation are calibrated alike. What the other sentences of a document tell (:mod:`avow.prior`) comes after it,
and is no part of the pipeline.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice, product
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import log_softmax
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, log_loss
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import FunctionTransformer
from threadpoolctl import threadpool_limits

from avow.errors import AvowError, InputError, ParameterError
from avow.features import Terms, extract, features, part_of, term_weights, terms_of
from avow.params import FeatureParameters, Parameters, TrainingParameters
from avow.prior import KEY as PRIOR
from avow.prior import Prior, by_document
from avow.records import LABELS, GoldSentence, Label, Sentence
from avow.risks import risks
from avow.sources import Weights
from avow.storage import digest_bytes
from avow.workers import OUT_OF_MEMORY, in_order

Matrix = NDArray[np.float64]
Vector = NDArray[np.float64]
Point = tuple[float, float, float, float]
_Fold = tuple[float, tuple[NDArray[np.int64], NDArray[np.int64]]]
RISKS = (0.01, 0.02, 0.03, 0.05, 0.10, 0.15, 0.20)
"""Shares of wrong predictions for which a model knows from which probability on to keep them."""
_OPINION, _CLAIM = LABELS.index(Label.OPINION), LABELS.index(Label.CLAIM)
_NEVER = -30.0
"""Score of a label that did not occur in training."""


@dataclass(frozen=True, slots=True)
class TrainedModel:
    """A fitted and calibrated model, not yet saved.

    Attributes:
        pipeline: Fitted scikit-learn pipeline from sentences to probabilities, columns in the order of ``LABELS``.
        weights: By term, what one unit of its value adds to the score of each label.
        bias: What every sentence has as scores to begin with.
        parameters: The parameters it was made with.
        scores: Scores on the development documents.
        data: Digests and counts of what it was made from.
        fingerprints: Of the sentences that it has seen, for the leak check.
    """

    pipeline: Pipeline
    weights: Mapping[str, tuple[float, float, float]]
    bias: tuple[float, float, float]
    parameters: Mapping[str, Any]
    scores: Mapping[str, float]
    data: Mapping[str, Any]
    fingerprints: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Trial:
    """One combination of parameters in a search.

    Attributes:
        parameters: Dotted parameter names with values.
        macro_f1: Mean over the folds.
        deviation: Standard deviation over the folds.
        per_label: Mean F1 of each label.
        loss: Mean log-loss.
    """

    parameters: Mapping[str, float]
    macro_f1: float
    deviation: float
    per_label: tuple[float, float, float]
    loss: float


def train(
    training: Sequence[GoldSentence],
    development: Sequence[GoldSentence],
    parameters: Parameters,
    *,
    weights: Weights | None = None,
    fingerprints: bytes = b"",
    data: Mapping[str, Any] | None = None,
    progress: Callable[[str, int | None], None] | None = None,
) -> TrainedModel:
    """Fit on training documents and calibrate on development documents.

    Args:
        training: Sentences to fit on; every label must occur.
        development: Sentences of other documents to calibrate on.
        parameters: All parameters.
        weights: What each sentence counts; all the same where ``None``.
        fingerprints: Of the sentences given, to travel with the model.
        data: Further facts about the data for the manifest.
        progress: Is told what is being done, and how many sentences of the training are done where that can be told.

    Returns:
        The model.

    Raises:
        InputError: A label is missing, or documents are shared between the two parts.
    """
    _check(training, development, parameters.training)
    preparation = _preparation(parameters.features)
    tell = progress or (lambda what, done: None)
    terms = extract([gold.sentence for gold in training], lambda done: tell("terms", done))
    tell("columns", None)
    values = preparation.named_steps["features"].fit_transform(terms)
    del terms
    tell("regressions", None)
    view = claim_view(preparation.named_steps["features"], values, parameters.training.damping)
    classifier = fit_classifier(values, _indices(training), parameters.training, view, weights)
    pipeline = Pipeline([*preparation.steps, ("classifier", classifier)])
    truth = _indices(development)
    scores: dict[str, float] = {}
    if parameters.training.calibration != "none":
        raw = pipeline.decision_function([gold.sentence for gold in development])
        counts = None if weights is None else np.asarray(weights.development)
        scale, shift = calibrate(raw, truth, parameters.training.calibration, counts)
        classifier.coef_ = classifier.coef_ * scale[:, np.newaxis]
        classifier.intercept_ = classifier.intercept_ * scale + shift
    classifier.coef_[_OPINION] *= parameters.training.transfer_scale
    classifier.intercept_[_OPINION] *= parameters.training.transfer_scale
    risks: dict[str, float] = {}
    prior = _prior(training, parameters.training.prior, weights)
    if development:
        held_out = _in_documents(pipeline, [gold.sentence for gold in development], prior)
        scores, risks = _scores(held_out, truth), risk_thresholds(held_out, truth)
    bias = classifier.intercept_.tolist()
    return TrainedModel(
        pipeline=pipeline,
        weights=term_weights(pipeline.named_steps["features"], classifier.coef_),
        bias=(bias[0], bias[1], bias[2]),
        parameters=parameters.model_dump(mode="json"),
        scores=scores,
        data={
            **_describe(training, development),
            "risks": risks,
            **({PRIOR: prior.to_dict()} if prior else {}),
            **(data or {}),
        },
        fingerprints=fingerprints,
    )


def _prior(training: Sequence[GoldSentence], sentences: float | None, weights: Weights | None) -> Prior | None:
    """The share of opinions in training, as sentences count; none where it is not wanted."""
    if sentences is None:
        return None
    share = np.average(_indices(training) == _OPINION, weights=None if weights is None else weights.training)
    return Prior(float(share), sentences)


def _in_documents(pipeline: Pipeline, sentences: Sequence[Sentence], prior: Prior | None) -> Matrix:
    """Probabilities as :meth:`avow.models.Model.predict_sentences` gives them."""
    alone: Matrix = pipeline.predict_proba(sentences)
    if prior is None:
        return alone
    rows = map(tuple, alone.tolist())
    return np.asarray([row for part in by_document(sentences) for row in prior.within(list(islice(rows, len(part))))])


def tune(
    training: Sequence[GoldSentence],
    parameters: Parameters,
    *,
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> list[Trial]:
    """Search parameters by grouped cross-validation over training documents.

    Args:
        training: Sentences of training documents.
        parameters: All parameters; ``tune`` holds the grid.
        jobs: Processes to use.
        progress: Called with fits done and fits in all.

    Returns:
        The trials, best macro-F1 first.

    Raises:
        InputError: Fewer documents than folds, or a label is missing.
    """
    _check(training, (), parameters.training)
    groups = [gold.group for gold in training]
    grid = parameters.tune
    if len(set(groups)) < grid.folds:
        raise InputError(
            f"{len(set(groups))} documents for {grid.folds} folds",
            expected="at least as many documents as folds",
            remedy="lower tune.folds",
        )
    truth = _indices(training)
    folder = StratifiedGroupKFold(grid.folds, shuffle=True, random_state=parameters.training.seed)
    folds = list(folder.split(np.zeros(len(truth)), truth, groups))
    values = extract([gold.sentence for gold in training])
    tasks = [(scale, fold) for scale in grid.cue_scale for fold in folds]
    work = partial(_one_fold, values, truth, parameters)
    results: list[dict[Point, list[float]]] = []
    for result in in_order(work, tasks, jobs, name=_name, remedy=OUT_OF_MEMORY):
        results.append(result)
        if progress is not None:
            progress(len(results), len(tasks))
    scores: dict[Point, list[list[float]]] = {}
    for result in results:
        for point, row in result.items():
            scores.setdefault(point, []).append(row)
    trials = [_trial(point, np.asarray(rows)) for point, rows in scores.items()]
    return sorted(trials, key=lambda trial: -trial.macro_f1)


def risk_thresholds(probabilities: Matrix, truth: NDArray[np.int64]) -> dict[str, float]:
    """From which probability on a prediction may be kept, for each risk of being wrong that a user may accept.

    Args:
        probabilities: Of held-out sentences, shape (n, labels).
        truth: Their label indices.

    Returns:
        By risk, written with two decimals, the lowest highest-probability such that the predictions at or above it are
        wrong no more often; a risk that even the surest predictions exceed is missing.
    """
    _, wrong, thresholds = risks(probabilities, truth)
    found: dict[str, float] = {}
    for risk in RISKS:
        kept = np.flatnonzero(wrong <= risk)
        if len(kept):
            found[f"{risk:.2f}"] = round(float(thresholds[kept[-1]]), 6)
    return found


def calibrate(
    scores: Matrix, truth: NDArray[np.int64], method: str, weights: Vector | None = None
) -> tuple[Vector, Vector]:
    """Scales and shifts of the labels' scores that minimise the log-loss.

    Vector scaling carries a weak pull towards scale one and shift nought, so that a label that is rare among the
    development documents is not stretched without bound.

    Args:
        scores: Scores of held-out sentences, shape (n, labels).
        truth: Their label indices.
        method: ``vector`` or ``temperature``.
        weights: What each sentence counts; all the same where ``None``.

    Returns:
        Scales, all above nought, and shifts, one a label.
    """
    count = scores.shape[1]
    rows = np.arange(len(truth))

    def unpack(point: Vector) -> tuple[Vector, Vector]:
        if method == "temperature":
            return np.full(count, np.exp(point[0])), np.zeros(count)
        return np.exp(point[:count]), point[count:]

    def loss(point: Vector) -> float:
        scale, shift = unpack(point)
        logs = log_softmax(scores * scale + shift, axis=1)
        return float(-np.average(logs[rows, truth], weights=weights) + 1e-3 * np.square(point).sum())

    start = np.zeros(1 if method == "temperature" else 2 * count)
    found = minimize(loss, start, method="L-BFGS-B")
    return unpack(found.x)


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
    sentence says nothing about an avowal, but is happily learned from a small corpus. For claims a word, pair or n-gram
    that stands in the share f of sentences counts 1 / sqrt(1 + damping f): what ordinary news is made of must not add
    up to a claim.

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
    shares = np.bincount(values.indices, minlength=values.shape[1])[claim] / values.shape[0]
    factors = np.where(prefixes[claim] == "s", 1.0, (1.0 + damping * shares) ** -0.5)
    return View(opinion, claim, factors)


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
    opinion = _fit_opinion(values, truth, parameters.c_opinion, view, parameters, every)
    # Sources without claims are trained on to compare them; nothing is then taken for a claim.
    claims = bool((truth == _CLAIM).any())
    weight = parameters.claim_weight
    claim = _fit_claim(values, truth, parameters.c_claim, weight, view, parameters, among) if claims else None
    return _combine(opinion, claim, values.shape[1], view, parameters)


def _fit_opinion(
    values: Any,
    truth: NDArray[np.int64],
    c: float,
    view: View,
    parameters: TrainingParameters,
    weights: Vector | None = None,
) -> LogisticRegression:
    rest = np.flatnonzero(truth != _CLAIM)
    refuse_missing(truth, (Label.FACT, Label.OPINION))
    _refuse_nothing(view.opinion, "opinions", "words, pairs, characters, classes or cues")
    seen = part_of(values, view.opinion, rows=rest)
    counts = None if weights is None else weights[rest]
    return _fit_one(seen, truth[rest] == _OPINION, c, parameters.opinion_weight, parameters, counts)


def _fit_claim(
    values: Any,
    truth: NDArray[np.int64],
    c: float,
    weight: float,
    view: View,
    parameters: TrainingParameters,
    weights: Vector | None = None,
) -> LogisticRegression:
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


def _combine(
    opinion: LogisticRegression,
    claim: LogisticRegression | None,
    width: int,
    view: View,
    parameters: TrainingParameters,
) -> LogisticRegression:
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


def _preparation(parameters: FeatureParameters) -> Pipeline:
    union = features(
        parameters.kinds,
        minimum_sentences=parameters.minimum_sentences,
        cue_scale=parameters.cue_scale,
        class_scale=parameters.class_scale,
    )
    return Pipeline([("terms", FunctionTransformer(extract, validate=False)), ("features", union)])


def _one_fold(
    values: Terms,
    truth: NDArray[np.int64],
    parameters: Parameters,
    task: _Fold,
) -> dict[Point, list[float]]:
    """All combinations of one fold; each regression is fitted once for every combination that shares it."""
    scale, (inside, outside) = task
    feature = parameters.features.model_copy(update={"cue_scale": scale})
    union = _preparation(feature).named_steps["features"]
    known = union.fit_transform(values.take(inside))
    held_out = union.transform(values.take(outside))
    labels, given = truth[inside], parameters.training
    view = claim_view(union, known, given.damping)
    opinions = {c: _fit_opinion(known, labels, c, view, given) for c in parameters.tune.c_opinion}
    claims = {
        (c, weight): _fit_claim(known, labels, c, weight, view, given)
        for c, weight in product(parameters.tune.c_claim, parameters.tune.claim_weight)
    }
    found: dict[Point, list[float]] = {}
    for (c, opinion), ((c_claim, weight), claim) in product(opinions.items(), claims.items()):
        combined = _combine(opinion, claim, known.shape[1], view, given)
        scores = _scores(combined.predict_proba(held_out), truth[outside])
        row = [scores["macro_f1"], *(scores[f"f1.{label}"] for label in LABELS), scores["log_loss"]]
        found[scale, c, c_claim, weight] = row
    return found


def _name(task: _Fold) -> str:
    scale, (inside, _) = task
    return f"{len(inside)} sentences with features.cue_scale {scale:g}"


def _trial(point: Point, rows: Matrix) -> Trial:
    names = ("features.cue_scale", "training.c_opinion", "training.c_claim", "training.claim_weight")
    mean = rows.mean(axis=0).tolist()
    return Trial(
        parameters=dict(zip(names, point, strict=True)),
        macro_f1=mean[0],
        deviation=float(rows[:, 0].std()),
        per_label=(mean[1], mean[2], mean[3]),
        loss=mean[4],
    )


def _scores(probabilities: Matrix, truth: NDArray[np.int64]) -> dict[str, float]:
    """Macro-F1, F1 of each label and log-loss; intervals and all else are evaluation's."""
    predicted = probabilities.argmax(axis=1)
    every = list(range(len(LABELS)))
    per_label = f1_score(truth, predicted, labels=every, average=None, zero_division=0.0).tolist()
    scores = {f"f1.{label}": value for label, value in zip(LABELS, per_label, strict=True)}
    scores["macro_f1"] = sum(per_label) / len(per_label)
    scores["log_loss"] = float(log_loss(truth, probabilities, labels=every))
    return scores


def _indices(gold: Sequence[GoldSentence]) -> NDArray[np.int64]:
    return np.asarray([LABELS.index(item.label) for item in gold], dtype=np.int64)


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


def _check(training: Sequence[GoldSentence], development: Sequence[GoldSentence], wanted: TrainingParameters) -> None:
    refuse_missing(_indices(training), remedy="add documents that hold the label")
    shared = {gold.unit for gold in training} & {gold.unit for gold in development}
    if shared:
        raise InputError(f"{len(shared)} documents stand in training and development, for example {min(shared)[-1]}")
    if development == [] and wanted.calibration != "none":
        count = len({gold.unit for gold in training})
        # A single document cannot be held out, whatever the share.
        more = "add documents" if count == 1 else "add documents, raise partition.development"
        raise InputError(
            "no development documents to calibrate on",
            expected=f"some beside the {count} to train on, which near-duplicates of those cannot be",
            remedy=f"{more} or set calibration: none",
        )


def _describe(training: Sequence[GoldSentence], development: Sequence[GoldSentence]) -> dict[str, Any]:
    def part(gold: Sequence[GoldSentence]) -> dict[str, Any]:
        content = "\n".join(f"{item.group}\t{item.label}\t{item.sentence.text}" for item in gold)
        return {
            "documents": len({item.unit for item in gold}),
            "sentences": len(gold),
            "labels": {str(label): sum(item.label is label for item in gold) for label in LABELS},
            "digest": digest_bytes(content.encode("utf-8", "surrogatepass")),
        }

    return {"training": part(training), "development": part(development)}


def probabilities(model: TrainedModel, sentences: Sequence[Sentence]) -> Matrix:
    """What the scikit-learn pipeline says of sentences.

    Args:
        model: A trained model.
        sentences: Any sentences.

    Returns:
        Float64, shape (n, 3), columns in the order of ``LABELS``.
    """
    result: Matrix = model.pipeline.predict_proba(list(sentences))
    return result
