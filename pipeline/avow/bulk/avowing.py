"""Which of many sentences may have a cue of avowal, so that only these are read word by word."""

from __future__ import annotations

import numpy as np

from avow.bulk.columns import Columns, Flags, Form
from avow.bulk.hashed import Places
from avow.cues.avowal import OWNING, STATING
from avow.cues.lexicon import WordClass as W
from avow.cues.statements.acts import ACT, ANY_DEED
from avow.cues.statements.find import ACCUSING, ALWAYS, REACH
from avow.cues.statements.taking import SAYING


def may_avow(columns: Columns) -> Flags:
    """Which sentences may have a cue of avowal: all that have one, and few others.

    :func:`avow.cues.statements.find.may_find` asks the same of one sentence, and looks closer.

    Args:
        columns: The sentences.

    Returns:
        Flags, shape (S,).
    """
    may = columns.may
    states = np.zeros(len(columns.first), np.bool_)
    for first, second in STATING:
        states |= may(first) & may(second)
    bits, acts, deeds = columns.any_bits, may(ACT), may(ANY_DEED)
    plain = may(ALWAYS | W.RECORDING | W.POST | W.AVOW | W.CONFESS)
    plain |= acts & (may(W.OWNING | W.BEHIND) | ((bits & Form.REGRETS) != 0))
    plain |= deeds & (may(W.ACCORDING) | ((bits & (Form.OURS | Form.CLAIM)) != 0))
    ordered = np.flatnonzero(states & ~plain)
    plain[ordered] = _in_order(columns, ordered)
    owned, topic = OWNING
    return (states & plain) | (may(owned) & may(topic))


def _in_order(columns: Columns, sentences: Places) -> Flags:
    """In which of some sentences a hostile word stands behind one of saying or accusing, as near as any rule allows.

    Whether the word is hostile there, and the saying one that counts, is asked of the sentences that are left.
    """
    chosen = np.zeros(len(columns.first), np.bool_)
    chosen[sentences] = True
    words = np.flatnonzero(chosen[columns.sentence])
    low = columns.low[words]
    accused, told = (_nearest_before(words, (low & kind) != 0) for kind in (ACCUSING, ACCUSING | SAYING))
    first = columns.first[columns.sentence[words]]
    told_of = (told >= first) & (words - told <= REACH) & ((low & ANY_DEED) != 0)
    accused_of = (accused >= first) & (words - accused <= REACH) & ((low & ACT) != 0)
    return columns.where(words[told_of | accused_of])[sentences]


def _nearest_before(words: Places, marked: Flags) -> Places:
    """For each word the nearest one before it that is marked, or -1."""
    nearest: Places = np.full(len(words), -1)
    nearest[1:] = np.maximum.accumulate(np.where(marked, words, -1))[:-1]
    return nearest
