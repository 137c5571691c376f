"""The portable table of a claim's circumstances: whether the text doubts it, and by which channel it came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from avow.models.columns import ColumnTable, Layout, Row

DOUBT = "doubt"
CHANNELS = (1, 3, 4, 5, 6, 7, 8, 9, 10)
"""Codes of GTD's ``claimmode``: those that annotators told, and 10 where they could tell none."""
COLUMNS = (DOUBT, *map(str, CHANNELS))

WORD, BEFORE, BEHIND, OPENING, KNOWN = "w", "b", "n", "o", "k"
KINDS = {WORD: "sentence", BEFORE: "before", BEHIND: "behind", OPENING: "opening", KNOWN: "known"}
"""Where a term stands, by its prefix; what is known is told by rules or by the claimant's words."""
LAYOUT = Layout(b"AVOWCIR\x00", 1, "circumstances", COLUMNS, "stances.c_circumstances", KINDS)


@dataclass(frozen=True, slots=True)
class TrainedCircumstances:
    """Fitted regressions of the circumstances of claims, not yet saved.

    Attributes:
        weights: By term, what one unit of its value adds to each column's score.
        bias: What every claim begins with, a column each.
        counts: Examples by column.
    """

    weights: Mapping[str, Row]
    bias: Row
    counts: Mapping[str, int]


class CircumstanceTable(ColumnTable):
    """An opened table of circumstances."""

    layout = LAYOUT

    def scores(self, values: Mapping[str, float]) -> Row:
        """The scores of a claim.

        Args:
            values: Its terms with their values.

        Returns:
            The log-odds of a doubt, then a score for each of ``CHANNELS``, of which softmax makes probabilities.
        """
        found = list(self.bias)
        for term, value in values.items():
            row = self.find(term)
            if row is not None:
                for at, weight in enumerate(row):
                    found[at] += value * weight
        return tuple(found)
