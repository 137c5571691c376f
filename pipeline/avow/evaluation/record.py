"""What an evaluation is: scores with intervals, curves, slices, baselines and the worst errors of a set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from avow.evaluation.scores import (
    Score,
    scores_to_dict,
)
from avow.evaluation.settings import Settings


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
