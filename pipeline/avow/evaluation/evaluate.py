"""Predictions against truth to an evaluation: scores with intervals, curves, slices, baselines and the worst errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from avow.errors import InputError
from avow.evaluation.curves import calibration_bins, precision_recall, risk_coverage
from avow.evaluation.parts import baseline_rows, beside_claims, context_rows, false_claims, slice_rows
from avow.evaluation.record import Evaluation
from avow.evaluation.scores import (
    Floats,
    Ints,
    Resamples,
    Score,
    confusions,
    label_scores,
    merge_columns,
    overall_scores,
    probability_scores,
    ranking_scores,
)
from avow.evaluation.settings import Settings
from avow.records import LABELS, Explanation, GoldSentence, Label, Sentence

_PULLING = 6


def evaluate(
    gold: Sequence[GoldSentence],
    probabilities: Floats,
    *,
    name: str,
    settings: Settings | None = None,
    merge: Mapping[Label, Label] | None = None,
    digest: str = "",
    dropped: Mapping[str, int] | None = None,
    without_context: Floats | None = None,
    majority: Label = Label.FACT,
    explain: Callable[[Sentence], Explanation] | None = None,
) -> Evaluation:
    """Score predictions.

    Args:
        gold: Labelled sentences.
        probabilities: The model's, shape (n, 3), columns in the order of ``LABELS``.
        name: What to call the set.
        settings: How; the defaults where ``None``.
        merge: Labels that count as another one: their probabilities are added before the highest one is taken.
        digest: Of the set's file.
        dropped: Rows of the set left out, by reason.
        without_context: Probabilities of the same sentences read alone, for comparison.
        majority: The most frequent label in training, for the baseline.
        explain: Gives the terms that pulled, for the worst errors.

    Returns:
        The evaluation.

    Raises:
        InputError: There are no sentences, or the numbers do not match.
    """
    settings = settings or Settings()
    if not gold or probabilities.shape != (len(gold), len(LABELS)):
        raise InputError(
            f"{len(gold)} sentences and probabilities of shape {probabilities.shape}",
            where=name,
            expected="at least one sentence and one row of three probabilities each",
        )
    merge = merge or {}
    kept = tuple(label for label in LABELS if label not in merge)
    targets = [kept.index(merge.get(label, label)) for label in LABELS]
    truth = np.asarray([targets[LABELS.index(item.label)] for item in gold], dtype=np.int64)
    merged = merge_columns(probabilities, targets, len(kept))
    predicted = merged.argmax(axis=1).astype(np.int64)
    groups = [item.group for item in gold]
    draws = settings.draws(groups)
    table = confusions(truth, predicted, len(kept), draws)
    scores = {key: draws.score(values) for key, values in overall_scores(table).items()}
    for key, values in probability_scores(truth, merged, settings.bins, draws).items():
        scores[key] = draws.score(values)
    scores |= _second_annotator(gold, predicted, targets, len(kept), draws)
    scores |= false_claims(gold, predicted, kept, settings.confidence)
    return Evaluation(
        name=name,
        digest=digest,
        sentences=len(gold),
        documents=draws.count,
        labels=tuple(map(str, kept)),
        merged={str(label): str(target) for label, target in merge.items()},
        dropped=dict(dropped or {}),
        settings=settings,
        scores=scores,
        per_label=_per_label(truth, merged, table, kept, draws),
        confusion=tuple(tuple(int(cell) for cell in row) for row in table[0]),
        calibration=calibration_bins(truth, merged, kept, settings.bins),
        curves={
            "precision_recall": precision_recall(truth, merged, kept),
            "risk_coverage": risk_coverage(truth, merged),
        },
        slices=[
            *context_rows(truth, merged, without_context, targets, len(kept), draws),
            *slice_rows(gold, truth, predicted, kept, settings),
        ],
        baselines=list(baseline_rows(gold, truth, targets, kept, draws, majority)),
        errors=list(_errors(gold, truth, merged, kept, settings.worst, explain)),
        beside_claims=len(beside_claims(gold)),
    )


def _per_label(
    truth: Ints, probabilities: Floats, table: Floats, kept: Sequence[Label], draws: Resamples
) -> dict[str, dict[str, Score]]:
    each = label_scores(table)
    found: dict[str, dict[str, Score]] = {}
    for column, label in enumerate(kept):
        row = {key: draws.score(values[:, column]) for key, values in each.items()}
        for key, values in ranking_scores(truth == column, probabilities[:, column], draws).items():
            row[key] = draws.score(values)
        row["support"] = Score(float((truth == column).sum()))
        found[str(label)] = row
    return found


def _second_annotator(
    gold: Sequence[GoldSentence], predicted: Ints, targets: Sequence[int], count: int, draws: Resamples
) -> dict[str, Score]:
    """Cohen's kappa of the model, and of the first annotator, with the second one.

    The first annotator's label is the one that counts, unless an attribute gives another one.
    """
    if any(item.second is None for item in gold):
        return {}
    second = np.asarray([targets[LABELS.index(item.second)] for item in gold if item.second], dtype=np.int64)
    given = [Label(dict(item.attributes).get("first", item.label)) for item in gold]
    first = np.asarray([targets[LABELS.index(label)] for label in given], dtype=np.int64)
    model = overall_scores(confusions(second, predicted, count, draws))["kappa"]
    people = overall_scores(confusions(second, first, count, draws))["kappa"]
    return {"kappa_second_annotator": draws.score(model), "kappa_between_annotators": draws.score(people)}


def _errors(
    gold: Sequence[GoldSentence],
    truth: Ints,
    merged: Floats,
    kept: Sequence[Label],
    worst: int,
    explain: Callable[[Sentence], Explanation] | None,
) -> Iterator[dict[str, Any]]:
    rows = np.arange(len(truth))
    wrong = np.flatnonzero(merged.argmax(axis=1) != truth)
    ranked = wrong[np.argsort(merged[rows, truth][wrong], kind="stable")][:worst]
    for at in ranked.tolist():
        item = gold[at]
        found = kept[int(merged[at].argmax())]
        pulled: list[str] = []
        if explain is not None:
            pulled = [f"{part.term} ({part.kind})" for part in explain(item.sentence).pulling(found, _PULLING)]
        yield {
            "document": item.sentence.document,
            "line": item.line,
            "text": item.sentence.text,
            "gold": str(kept[int(truth[at])]),
            "predicted": str(found),
            "probabilities": {str(label): round(float(p), 4) for label, p in zip(kept, merged[at], strict=True)},
            "pulled": pulled,
        }
