"""Whose hand is denied: to deny that one's own were harmed, or that others did it, is no denial of one's own hand."""

from __future__ import annotations

from avow.cues.accounts.sides import name_stems
from avow.cues.grammar import POSSESSIVES, Grammar, Span, Speaker
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import is_self

_SHOTS = word_set(
    "shot shots bullet bullets shell shells rocket rockets missile missiles bomb bombs round rounds mortars "
    "device devices mine mines landmine landmines grenade grenades drone drones torpedo torpedoes"
)
_AT = word_set("at on . from into")
_FIRING = (
    "fire",
    "firing",
    "launch",
    "drop",
    "shoot",
    "shot",
    "sent",
    "plant",
    "plac",
    "laid",
    "lay",
    "throw",
    "hurl",
    "lobbed",
)


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


def shoots(grammar: Grammar, at: int) -> bool | None:
    """Whether a verb of firing, throwing or laying tells of what harms: "fired the shell", "fired on", "laid mines".

    Args:
        grammar: The sentence.
        at: The verb.

    Returns:
        ``None`` for any other verb.
    """
    if not grammar.forms[at].startswith(_FIRING):
        return None
    behind = grammar.forms[at + 1 : at + 4]
    shots = _SHOTS & set(grammar.forms[max(0, at - 6) : at]) or _SHOTS & set(behind)
    return bool(shots) or not behind or behind[0] in _AT
