"""Which of many sentences may have a cue of avowal, so that only these are read word by word."""

from __future__ import annotations

import numpy as np

from avow.bulk.columns import Bits, Columns, Flags, Form
from avow.bulk.hashed import Places
from avow.cues.avowal import OWNING, STATING
from avow.cues.lexicon import WordClass as W
from avow.cues.statements.acts import ACT, ANY_DEED, BEHIND, DEED, GOODS
from avow.cues.statements.find import ACCUSING, ALWAYS, REACH
from avow.cues.statements.taking import SAYING
from avow.cues.statements.trailing import BACK


def may_avow(columns: Columns) -> Flags:
    """Which sentences may have a cue of avowal: all that have one, and few others.

    :func:`avow.cues.statements.find.may_find` asks the same of one sentence, and looks a little closer.

    Args:
        columns: The sentences.

    Returns:
        Flags, shape (S,).
    """
    may = columns.may
    states = np.zeros(len(columns.first), np.bool_)
    for first, second in STATING:
        states |= may(first) & may(second)
    bits, acts, deeds, hostile = columns.any_bits, may(ACT), may(ANY_DEED), may(ACT | ANY_DEED)

    def form(kind: int) -> Flags:
        found: Flags = (bits & kind) != 0
        return found

    avows = may(W.AVOW)
    plain = may(ALWAYS) | (avows & form(Form.CLAIMS) & form(Form.NOBODY))
    plain |= acts & ((may(W.OWNING) & form(Form.OWN_WORK)) | may(W.BEHIND) | (avows & form(Form.PLAIN)))
    plain |= (acts & form(Form.REGRETS)) | (deeds & (may(W.ACCORDING) | form(Form.OURS | Form.CLAIM)))
    plain |= may(W.RECORDING) & (hostile | form(Form.DEADLY))
    plain |= may(W.POST) & (may(W.LOOT) | form(Form.SITE))
    plain |= may(W.CHANNEL) & form(Form.SIGNED) & form(Form.SCENE)
    plain |= may(W.CONFESS) & form(Form.CRIME)
    ordered = np.flatnonzero(states & ~plain)
    plain[ordered] = _in_order(columns, ordered)
    owned, topic = OWNING
    return (states & plain) | (may(owned) & may(topic))


def _in_order(columns: Columns, sentences: Places) -> Flags:
    """In which of some sentences a hostile word stands behind one of saying or accusing, as near as any rule allows.

    Before one of saying it counts where a word of the sentence may make it somebody's own.

    Whether the word is hostile there is asked of the sentences that are left, as far as more than one word tells it.
    """
    chosen = np.zeros(len(columns.first), np.bool_)
    chosen[sentences] = True
    words = np.flatnonzero(chosen[columns.sentence])
    low, bits = columns.low[words], columns.bits[words]
    accusing = (low & ACCUSING) != 0
    accused = _nearest_before(words, accusing)
    saying = ((low & SAYING) != 0) & ((bits & Form.NOT_SAYING) == 0)
    told = _nearest_before(words, accusing | saying)
    first = columns.first[columns.sentence[words]]
    deed = ((low & DEED) != 0) | (((low & ANY_DEED) != 0) & (((bits & Form.ALONE) != 0) | _near(low, GOODS)))
    told_of = (told >= first) & (words - told <= REACH) & deed
    done = _nearest_before(words, deed)
    told_behind = (
        (done >= first)
        & (words - done <= BACK)
        & saying
        & ((columns.any_bits[columns.sentence[words]] & Form.OWN) != 0)
    )
    accused_of = (accused >= first) & (words - accused <= REACH) & ((low & ACT) != 0)
    return columns.where(words[told_of | told_behind | accused_of])[sentences]


def _near(low: Bits, kind: int) -> Flags:
    """Behind which words one of a class stands as near as what makes a deed hostile, be it in the next sentence."""
    found = np.zeros(len(low), np.bool_)
    marked = (low & kind) != 0
    for step in range(1, 1 + BEHIND):
        found[:-step] |= marked[step:]
    return found


def _nearest_before(words: Places, marked: Flags) -> Places:
    """For each word the nearest one before it that is marked, or -1."""
    nearest: Places = np.full(len(words), -1)
    nearest[1:] = np.maximum.accumulate(np.where(marked, words, -1))[:-1]
    return nearest
