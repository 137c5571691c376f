"""Scores of whole runs: labelled spans from raw text, and documents as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from avow.evaluation.scores import scores_to_dict, yes_scores
from avow.evaluation.settings import Settings
from avow.records import LABELS, GoldSentence, Prediction

Span = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class SpanScores:
    """How well raw text becomes labelled sentences: a sentence counts where both its offsets and its label are right.

    Attributes:
        correct: Right sentences by label.
        predicted: Predicted sentences by label.
        gold: Gold sentences by label.
        unaligned_gold: Gold sentences without a predicted sentence of the same offsets.
        unaligned_predicted: Predicted sentences without a gold sentence of the same offsets.
    """

    correct: Counter[str]
    predicted: Counter[str]
    gold: Counter[str]
    unaligned_gold: int
    unaligned_predicted: int

    def f1(self, label: str | None = None) -> float:
        """F1 of a label, or of all sentences together.

        Args:
            label: The label; all where ``None``.

        Returns:
            F1; nought where there is nothing.
        """
        names = list(LABELS) if label is None else [label]
        total = sum(self.predicted[name] + self.gold[name] for name in names)
        return 2 * sum(self.correct[name] for name in names) / total if total else 0.0

    def to_dict(self) -> dict[str, Any]:
        """The scores for a JSON file.

        Returns:
            F1 over all, macro-F1, F1 by label, and counts.
        """
        present = [label for label in LABELS if self.gold[label]]
        return {
            "f1": round(self.f1(), 6),
            "macro_f1": round(sum(self.f1(label) for label in present) / max(1, len(present)), 6),
            "per_label": {str(label): round(self.f1(label), 6) for label in LABELS},
            "gold": sum(self.gold.values()),
            "predicted": sum(self.predicted.values()),
            "unaligned_gold": self.unaligned_gold,
            "unaligned_predicted": self.unaligned_predicted,
        }


def evaluate_spans(gold: Iterable[GoldSentence], predicted: Iterable[Prediction]) -> SpanScores:
    """Score labelled sentences from raw text.

    Args:
        gold: Gold sentences with offsets.
        predicted: Predictions with offsets, of the same documents.

    Returns:
        The scores.
    """
    wanted: dict[Span, str] = {_span(item.sentence): str(item.label) for item in gold}
    found: dict[Span, str] = {_span(item.sentence): str(item.label) for item in predicted}
    correct = Counter(label for span, label in found.items() if wanted.get(span) == label)
    return SpanScores(
        correct,
        Counter(found.values()),
        Counter(wanted.values()),
        sum(span not in found for span in wanted),
        sum(span not in wanted for span in found),
    )


def _span(sentence: Any) -> Span:
    return sentence.document, sentence.start, sentence.end


def evaluate_documents(gold: Mapping[str, bool], predicted: Mapping[str, bool], settings: Settings) -> dict[str, Any]:
    """Score a yes or no for each document.

    Args:
        gold: The key's answers by document.
        predicted: The model's answers by document.
        settings: How.

    Returns:
        Precision, recall and F1 of yes with intervals, counts, and the false alarms and misses by name.
    """
    names = sorted(gold)
    truth = np.asarray([int(gold[name]) for name in names], dtype=np.int64)
    answer = np.asarray([int(predicted[name]) for name in names], dtype=np.int64)
    scores = yes_scores(truth, answer, settings.draws(names))
    return {
        "documents": len(names),
        "yes": int(truth.sum()),
        "predicted_yes": int(answer.sum()),
        **scores_to_dict(scores),
        "false_alarms": [name for name, t, a in zip(names, truth, answer, strict=True) if a and not t],
        "missed": [name for name, t, a in zip(names, truth, answer, strict=True) if t and not a],
    }
