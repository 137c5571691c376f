"""The portable table of stances and phrases: who denies, blames or suspects, and whom a phrase names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from avow.cues.patterns import SAYING, STANCES
from avow.models.columns import ColumnTable, Layout, logistic
from avow.records import ROLES

COLUMNS = (*STANCES, *ROLES)
ROLE = "r"
"""Prefix of the features of phrases."""
LAYOUT = Layout(b"AVOWSTA\x00", 1, "stances", COLUMNS, "stances.c", {ROLE: "phrase", SAYING: "pattern"})


class StanceTable(ColumnTable):
    """An opened table of stances and phrases."""

    layout = LAYOUT

    def stances(self, values: Mapping[str, float]) -> tuple[float, ...]:
        """The probability of each stance.

        Args:
            values: The terms of a sentence with their values.

        Returns:
            Probabilities in the order of ``STANCES``; they need not sum to one.
        """
        first, second, third, fourth = self._bias[: len(STANCES)]
        find = self.find
        for term, value in values.items():
            row = find(term)
            if row is not None:
                first += value * row[0]
                second += value * row[1]
                third += value * row[2]
                fourth += value * row[3]
        return tuple(map(logistic, (first, second, third, fourth)))

    def role(self, role: str, names: Iterable[str]) -> float:
        """The score of a phrase.

        Args:
            role: One of ``ROLES``.
            names: Its features.

        Returns:
            The log-odds that it is the right one.
        """
        at = COLUMNS.index(role)
        score: float = self._bias[at]
        for name in names:
            row = self.find(f"{ROLE}:{name}")
            if row is not None:
                score += row[at]
        return score
