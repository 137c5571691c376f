"""How an evaluation is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from avow.evaluation.scores import Resamples


@dataclass(frozen=True, slots=True)
class Settings:
    """How an evaluation is made.

    Attributes:
        resamples: Bootstrap resamples of documents, or of groups of them.
        confidence: Coverage of the intervals.
        seed: Seed of the bootstrap.
        bins: Bins of the calibration error.
        worst: How many of the worst errors are listed.
    """

    resamples: int = 1000
    confidence: float = 0.95
    seed: int = 20
    bins: int = 10
    worst: int = 40

    def draws(self, groups: Sequence[str]) -> Resamples:
        """Resamples of groups, the same ones for the same groups.

        Args:
            groups: For each sentence, or whatever is scored, the name of its group: its document, or what several
                documents that are not independent are drawn by, such as the month of news items.

        Returns:
            The resamples.
        """
        return Resamples(groups, resamples=self.resamples, confidence=self.confidence, seed=self.seed)
