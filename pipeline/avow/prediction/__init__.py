"""Sentences and a model to predictions, and predictions to the formats that people use."""

from __future__ import annotations

from avow.prediction.run import Annotated, predict_documents
from avow.prediction.terminal import table
from avow.prediction.writers import WRITERS, to_frame

__all__ = ["WRITERS", "Annotated", "predict_documents", "table", "to_frame"]
