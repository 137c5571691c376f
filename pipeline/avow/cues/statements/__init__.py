"""Statements of a sentence about hostile acts: who avows, denies, is blamed, or says what of whom.

The classifier's cues of avowal and the register's claims come from here; whom others deny, blame or suspect in full is
told by :mod:`avow.cues.accounts`. Sources: the codebook's tests of a claim (C1 to C3) and its lists of what is never one;
CAMEO 015, 016 and 112 for denials and accusations.
"""

from __future__ import annotations

from avow.cues.grammar import Grammar
from avow.cues.statements.find import may_find, statements
from avow.cues.statements.records import Actor, Kind, Statement

__all__ = ["Actor", "Grammar", "Kind", "Statement", "may_find", "statements"]
