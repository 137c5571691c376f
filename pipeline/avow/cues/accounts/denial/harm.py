"""Whose hand is denied: to deny that one's own were harmed, or that others did it, is no denial of one's own hand."""

from __future__ import annotations

from avow.cues.accounts.sides import name_stems
from avow.cues.grammar import POSSESSIVES, Grammar, Span, Speaker
from avow.cues.statements.acts import is_self


def harms_own(grammar: Grammar, act: Span, subject: Span) -> bool:
    """Whether what a verb is done to bears the name of who speaks: "killed nine Orlu soldiers, which Orlu denies".

    Args:
        grammar: The sentence.
        act: The verb, as a span.
        subject: Who speaks.

    Returns:
        True where it does; False for a noun.
    """
    if act[0] < 0 or subject[0] < 0 or grammar.tags[act[0]] not in "VG" or grammar.shouting:
        return False
    object_ = grammar.phrase_after(act[1])
    return object_[0] >= 0 and bool(name_stems(grammar, object_) & name_stems(grammar, subject, opening=True))


def is_other(grammar: Grammar, subject: Span, doer: Span) -> bool:
    """Whether a doer is a group or a name other than who speaks.

    Args:
        grammar: The sentence.
        subject: Who speaks.
        doer: Who does it.

    Returns:
        False where nobody is named, or people of whom nothing tells whose they are.
    """
    if doer[0] < 0 or is_self(grammar, subject, doer):
        return False
    doer = doer[0], grammar.head(doer) + 1
    if POSSESSIVES & set(grammar.forms[slice(*doer)]):
        return False
    if name_stems(grammar, doer) & name_stems(grammar, subject, opening=True):
        return False
    return grammar.speaker(doer) in {Speaker.GROUP, Speaker.NAME}
