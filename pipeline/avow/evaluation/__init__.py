"""Truth and predictions to scores with intervals, calibration, slices, baselines and the worst errors."""

from __future__ import annotations

from avow.evaluation.evaluate import Evaluation, Row, evaluate
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
