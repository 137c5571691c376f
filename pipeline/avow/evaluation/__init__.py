"""Truth and predictions to scores with intervals, calibration, slices, baselines and the worst errors."""

from __future__ import annotations

from avow.evaluation.evaluate import evaluate
from avow.evaluation.record import Evaluation, Row
from avow.evaluation.scores import Score
from avow.evaluation.settings import Settings
from avow.evaluation.whole import SpanScores, evaluate_documents, evaluate_spans

__all__ = [
    "Evaluation",
    "Row",
    "Score",
    "Settings",
    "SpanScores",
    "evaluate",
    "evaluate_documents",
    "evaluate_spans",
]
