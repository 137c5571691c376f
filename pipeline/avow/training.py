"""Fit the classifier on training documents, calibrate it on development documents; save nothing.

The regressions (:mod:`avow.regressions`) are fitted on training documents; scales and shifts (:mod:`avow.calibration`)
found on development documents are folded into their coefficients: the calibrated model is again a logistic regression,
so the scikit-learn pipeline, the portable table and every explanation are calibrated alike. What the other sentences of
a document tell (:mod:`avow.prior`) comes after it, and is no part of the pipeline.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice, product
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import f1_score, log_loss
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import FunctionTransformer

from avow.calibration import calibrate, risk_thresholds
from avow.errors import InputError
from avow.features import Terms, extract, features, term_weights
from avow.params import FeatureParameters, Parameters, TrainingParameters
from avow.prior import KEY as PRIOR
from avow.prior import Prior, by_document
from avow.records import LABELS, GoldSentence, Label, Sentence
from avow.regressions import claim_view, combine, fit_claim, fit_classifier, fit_opinion, refuse_missing
from avow.sources import Weights
from avow.storage import digest_bytes
from avow.workers import OUT_OF_MEMORY, in_order

Matrix = NDArray[np.float64]
Point = tuple[float, float, float, float]
_Fold = tuple[float, tuple[NDArray[np.int64], NDArray[np.int64]]]
_OPINION = LABELS.index(Label.OPINION)


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
        InputError: A label is missing, documents are shared between the two parts, or there are none to calibrate on.
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
    _refuse_missing(training)
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
    opinions = {c: fit_opinion(known, labels, c, view, given) for c in parameters.tune.c_opinion}
    claims = {
        (c, weight): fit_claim(known, labels, c, weight, view, given)
        for c, weight in product(parameters.tune.c_claim, parameters.tune.claim_weight)
    }
    found: dict[Point, list[float]] = {}
    for (c, opinion), ((c_claim, weight), claim) in product(opinions.items(), claims.items()):
        combined = combine(opinion, claim, known.shape[1], view, given)
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


def _refuse_missing(training: Sequence[GoldSentence]) -> None:
    refuse_missing(_indices(training), remedy="add documents that hold the label")


def _check(training: Sequence[GoldSentence], development: Sequence[GoldSentence], wanted: TrainingParameters) -> None:
    _refuse_missing(training)
    shared = {gold.unit for gold in training} & {gold.unit for gold in development}
    if shared:
        raise InputError(f"{len(shared)} documents stand in training and development, for example {min(shared)[-1]}")
    if not development and wanted.calibration != "none":
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
