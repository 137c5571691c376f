"""Sentences with exact offsets, their paragraphs, and the quotations that are open where they start."""

from __future__ import annotations

from avow.sentences.measure import BoundaryScores, Miss, measure_boundaries
from avow.sentences.quotations import open_quotations
from avow.sentences.split import split

__all__ = ["BoundaryScores", "Miss", "measure_boundaries", "open_quotations", "split"]
