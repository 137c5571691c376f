"""The portable table of a claim's circumstances: whether the text doubts it, and by which channel it came."""

from __future__ import annotations

from avow.models.columns import ColumnTable, Layout

DOUBT = "doubt"
CHANNELS = (1, 3, 4, 5, 6, 7, 8, 9, 10)
"""Codes of GTD's ``claimmode``: those that annotators told, and 10 where they could tell none."""
COLUMNS = (DOUBT, *map(str, CHANNELS))

WORD, BEFORE, BEHIND, OPENING, KNOWN = "w", "b", "n", "o", "k"
KINDS = {WORD: "sentence", BEFORE: "before", BEHIND: "behind", OPENING: "opening", KNOWN: "known"}
"""Where a term stands, by its prefix; what is known is told by rules or by the claimant's words."""
LAYOUT = Layout(b"AVOWCIR\x00", 1, "circumstances", COLUMNS, "stances.c_circumstances", KINDS)


class CircumstanceTable(ColumnTable):
    """An opened table of circumstances.

    Its scores are the log-odds of a doubt, then one for each of ``CHANNELS``, of which softmax makes probabilities.
    """

    layout = LAYOUT
