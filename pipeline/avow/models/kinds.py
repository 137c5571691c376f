"""The portable table of kinds of acts: of what kind the act is that a record is about."""

from __future__ import annotations

from avow.models.columns import ColumnTable, Layout
from avow.records import ActKind

ANSWERS = tuple(ActKind)
"""What each column stands for."""
ACT, WORD, STEM, KNOWN, AROUND = "a", "w", "p", "k", "d"
KINDS = {ACT: "act", WORD: "sentence", STEM: "beginning of a word", KNOWN: "known", AROUND: "sentences around"}
"""Where a term stands, by its prefix; what is known is told by rules, and so is what the sentences around tell."""
LAYOUT = Layout(b"AVOWKND\x00", 1, "kinds of acts", tuple(map(str, ANSWERS)), "stances.c_kinds", KINDS)


class KindTable(ColumnTable):
    """An opened table of kinds of acts; its scores are those of ``ANSWERS``, of which softmax makes probabilities."""

    layout = LAYOUT
