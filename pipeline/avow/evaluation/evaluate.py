"""An evaluation: scores with intervals, curves, slices, baselines and the worst errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from avow.corpus.intervals import wilson
from avow.errors import InputError
from avow.evaluation.baselines import rules
from avow.evaluation.curves import calibration_bins, precision_recall, risk_coverage
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
    scores_to_dict,
)
from avow.evaluation.settings import Settings
from avow.records import LABELS, Explanation, GoldSentence, Label, Sentence

_LENGTHS = (
    (0, 8, "up to 8 words"),
    (9, 18, "9 to 18 words"),
    (19, 28, "19 to 28 words"),
    (29, 10**9, "29 words or more"),
)
_PULLING = 6


@dataclass(frozen=True, slots=True)
class Row:
    """Scores of a part of the sentences, or of a baseline.

    Attributes:
        dimension: What it is a part by, such as ``genre``.
        value: Which part.
        sentences: Sentences in it.
        scores: Scores by name.
        note: Why there are no scores, where there are none.
    """

    dimension: str
    value: str
    sentences: int
    scores: Mapping[str, Score]
    note: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The row for a JSON file.

        Returns:
            Plain values.
        """
        return {
            "dimension": self.dimension,
            "value": self.value,
            "sentences": self.sentences,
            "scores": scores_to_dict(self.scores),
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How a model does on a labelled set.

    Attributes:
        name: The set.
        digest: Of the set's file.
        sentences: Sentences scored.
        documents: Documents, the units of the bootstrap.
        labels: Labels after merging.
        merged: Which labels count as which other.
        dropped: Rows of the set left out, by reason.
        settings: How the evaluation was made.
        scores: Overall scores by name.
        per_label: Scores by label and name, support among them.
        confusion: Counts, gold in rows.
        calibration: Bins of the highest probability and of each label.
        curves: Precision-recall by label, and risk against coverage.
        slices: Scores of parts.
        baselines: Scores of baselines.
        errors: The worst errors.
        beside_claims: Sentences with a stance that are no claims, over which ``false_claims`` is a rate.
    """

    name: str
    digest: str
    sentences: int
    documents: int
    labels: tuple[str, ...]
    merged: Mapping[str, str]
    dropped: Mapping[str, int]
    settings: Settings
    scores: Mapping[str, Score]
    per_label: Mapping[str, Mapping[str, Score]]
    confusion: tuple[tuple[int, ...], ...]
    calibration: Sequence[Mapping[str, Any]]
    curves: Mapping[str, Any]
    slices: Sequence[Row] = ()
    baselines: Sequence[Row] = ()
    errors: Sequence[Mapping[str, Any]] = field(default_factory=tuple)
    beside_claims: int = 0

    def to_dict(self) -> dict[str, Any]:
        """The evaluation for a JSON file.

        Returns:
            Plain values, undefined scores as ``None``.
        """
        return {
            "name": self.name,
            "digest": self.digest,
            "sentences": self.sentences,
            "documents": self.documents,
            "labels": list(self.labels),
            "merged": dict(self.merged),
            "dropped": dict(self.dropped),
            "beside_claims": self.beside_claims,
            "settings": {
                "resamples": self.settings.resamples,
                "confidence": self.settings.confidence,
                "seed": self.settings.seed,
                "bins": self.settings.bins,
            },
            "scores": scores_to_dict(self.scores),
            "per_label": {label: scores_to_dict(scores) for label, scores in self.per_label.items()},
            "confusion": [list(row) for row in self.confusion],
            "calibration": [dict(row) for row in self.calibration],
            "curves": dict(self.curves),
            "slices": [row.to_dict() for row in self.slices],
            "baselines": [row.to_dict() for row in self.baselines],
            "errors": [dict(row) for row in self.errors],
        }

    def metrics(self) -> dict[str, Any]:
        """The scores that are tracked from run to run.

        Returns:
            Numbers by name, nested, with intervals.
        """
        return {
            "sentences": self.sentences,
            "documents": self.documents,
            **scores_to_dict(self.scores),
            "label": {label: scores_to_dict(scores) for label, scores in self.per_label.items()},
        }


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
    scores |= _false_claims(gold, predicted, kept, settings.confidence)
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
            *_context(truth, merged, without_context, targets, len(kept), draws),
            *_slices(gold, truth, predicted, kept, settings),
        ],
        baselines=list(_baselines(gold, truth, targets, kept, draws, majority)),
        errors=list(_errors(gold, truth, merged, kept, settings.worst, explain)),
        beside_claims=len(_beside_claims(gold)),
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


def _beside_claims(gold: Sequence[GoldSentence]) -> list[int]:
    """Positions of denials, absences of a claim, accusations and suspicions that are no claims."""
    return [at for at, item in enumerate(gold) if item.label is not Label.CLAIM and item.stances]


def _false_claims(
    gold: Sequence[GoldSentence], predicted: Ints, kept: Sequence[Label], confidence: float
) -> dict[str, Score]:
    """The share of what stands beside claims that is taken for one.

    The interval is Wilson's, since a bootstrap of a rate near nought has no width.
    """
    beside = _beside_claims(gold)
    if not beside or Label.CLAIM not in kept:
        return {}
    share = float(np.mean(predicted[beside] == kept.index(Label.CLAIM)))
    return {"false_claims": Score(share, *wilson(share, len(beside), confidence))}


def _brief(truth: Ints, predicted: Ints, kept: Sequence[Label], draws: Resamples) -> dict[str, Score]:
    """Accuracy, macro-F1 and F1 of each label."""
    table = confusions(truth, predicted, len(kept), draws)
    overall = overall_scores(table)
    f1 = label_scores(table)["f1"]
    scores = {"accuracy": draws.score(overall["accuracy"]), "macro_f1": draws.score(overall["macro_f1"])}
    return scores | {f"f1 {label}": draws.score(f1[:, column]) for column, label in enumerate(kept)}


def _context(
    truth: Ints, merged: Floats, alone: Floats | None, targets: Sequence[int], count: int, draws: Resamples
) -> list[Row]:
    if alone is None:
        return []
    kept = [
        label for label, target in zip(LABELS, targets, strict=True) if targets.index(target) == LABELS.index(label)
    ]
    without = merge_columns(alone, targets, count)
    return [
        Row("context", name, len(truth), _brief(truth, values.argmax(axis=1).astype(np.int64), kept, draws))
        for name, values in (("sentence in its document", merged), ("sentence alone", without))
    ]


def _slices(
    gold: Sequence[GoldSentence], truth: Ints, predicted: Ints, kept: Sequence[Label], settings: Settings
) -> Iterator[Row]:
    members: dict[tuple[str, str], list[int]] = {}
    for at, item in enumerate(gold):
        for key in _parts(item):
            members.setdefault(key, []).append(at)
    for (dimension, value), places in sorted(members.items()):
        if len(places) == len(gold) and dimension in {"genre", "family"}:
            continue
        chosen = np.asarray(places)
        draws = settings.draws([gold[at].group for at in places])
        scores = _brief(truth[chosen], predicted[chosen], kept, draws)
        scores |= _false_claims([gold[at] for at in places], predicted[chosen], kept, settings.confidence)
        yield Row(dimension, value, len(places), scores)


def _parts(item: GoldSentence) -> Iterator[tuple[str, str]]:
    if item.genre:
        yield "genre", item.genre
    if item.family:
        yield "family", item.family
    words = len(item.sentence.text.split())
    for least, most, name in _LENGTHS:
        if least <= words <= most:
            yield "length", name
    text = item.sentence.text
    if item.sentence.open_quote:
        yield "quotation", "begins inside one"
    elif any(mark in text for mark in '"“”«»'):
        yield "quotation", "holds one"
    else:
        yield "quotation", "none"
    for stance in item.stances:
        yield "stance", stance
    for name, value in item.attributes:
        if name in {"mode", "doubt", "clear"}:
            yield name, value
    if ("clear", "yes") in item.attributes and item.family:
        yield "clear cases", item.family


def _baselines(
    gold: Sequence[GoldSentence],
    truth: Ints,
    targets: Sequence[int],
    kept: Sequence[Label],
    draws: Resamples,
    majority: Label,
) -> Iterator[Row]:
    for name, rule in rules(majority).items():
        try:
            labels = rule(gold)
        except ImportError:
            yield Row("baseline", name, 0, {}, 'not installed: pip install "avow[baselines]"')
            continue
        predicted = np.asarray([targets[LABELS.index(label)] for label in labels], dtype=np.int64)
        yield Row("baseline", name, len(gold), _brief(truth, predicted, kept, draws))


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
