"""Sentences with exact offsets, their paragraphs, and the quotations that are open where they start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from avow.sentences.quotations import open_quotations
from avow.sentences.split import split, whole

if TYPE_CHECKING:
    from avow.sentences.measure import BoundaryScores, Miss, measure_boundaries

__all__ = ["BoundaryScores", "Miss", "measure_boundaries", "open_quotations", "split", "whole"]


def __getattr__(name: str) -> Any:
    # Measuring is for the people who work on the splitter; splitting does not wait for it to be imported.
    if name in {"BoundaryScores", "Miss", "measure_boundaries"}:
        from avow.sentences import measure

        return getattr(measure, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
