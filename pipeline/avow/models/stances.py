"""The portable table of statuses and phrases: who avows, denies, blames or suspects, and whom a phrase names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from avow.cues.outline import OUTLINE
from avow.cues.patterns import SAYING
from avow.models.columns import ColumnTable, Layout
from avow.records import ROLES, STATUSES

COLUMNS = (*map(str, STATUSES), *ROLES)
ROLE = "r"
"""Prefix of the features of phrases."""
_KINDS = {ROLE: "phrase", SAYING: "pattern", OUTLINE: "outline"}
LAYOUT = Layout(b"AVOWSTA\x00", 2, "stances", COLUMNS, "stances.c", _KINDS)


class StanceTable(ColumnTable):
    """An opened table of statuses and phrases."""

    layout = LAYOUT

    def odds(self, values: Mapping[str, float]) -> tuple[float, ...]:
        """The log-odds of each status of a sentence by itself.

        Args:
            values: Its terms with their values.

        Returns:
            In the order of ``STATUSES``; a sentence may have several.
        """
        first, second, third, fourth, fifth = self._bias[: len(STATUSES)]
        find = self.find
        for term, value in values.items():
            row = find(term)
            if row is not None:
                first += value * row[0]
                second += value * row[1]
                third += value * row[2]
                fourth += value * row[3]
                fifth += value * row[4]
        return first, second, third, fourth, fifth

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
