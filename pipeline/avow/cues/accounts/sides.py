"""Whose side somebody is on: an army tells of its own units, rebels of theirs."""

from __future__ import annotations

from avow.cues.grammar import POSSESSIVES, Grammar, Span, Speaker
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements import Kind, Statement

_REBELS = word_set("rebels guerrillas fighters insurgents combatants units")
_UNITS = word_set(
    "battalion battalions brigade brigades regiment regiments detachment detachments corps division divisions"
)
_TROOPS = word_set("troops soldiers forces policemen patrol patrols police artillery units army military navy airforce")
_FOR_STATE = word_set(
    "ministry military army police government armed command commander defence defense garrison headquarters"
)
_CIVILIANS = word_set(
    "villagers residents villager resident relatives widows widow families family survivors survivor witnesses witness "
    "neighbours neighbors activists activist protesters demonstrators doctors doctor medics lawyers lawyer journalists "
    "reporters investigators monitors observers farmers peasants students priests priest refugees inhabitants prisoners "
    "detainees victims opposition organisation organization charity observatory"
)
_RIGHTS = word_set("rights humanitarian amnesty observatory opposition un")
_CLAUSES = word_set("who which that ,")
_MAY_BE_OFFICIAL = frozenset({Speaker.OFFICIAL, Speaker.NAME, Speaker.PERSON, Speaker.FIRST, Speaker.NONE})
"""Speakers who may tell of "the army" as of their own; rebels and residents do not."""


def own_side(grammar: Grammar, item: Statement, accused: Span) -> bool:
    """Whether a state tells of its own forces, or rebels of theirs.

    Args:
        grammar: The sentence.
        item: The statement.
        accused: Who is said to have done it.

    Returns:
        True where it is.
    """
    subject = item.subject
    if subject[0] >= 0:
        if is_civil(grammar, subject):
            return False
        if not grammar.shouting and name_stems(grammar, accused) & name_stems(grammar, subject, opening=True):
            return True
        if _is_unit(grammar, accused) and _is_state(grammar, subject):
            return True
    kind = grammar.speaker(accused)
    if grammar.forms[accused[0]] in POSSESSIVES and kind in {Speaker.OFFICIAL, Speaker.GROUP}:
        return item.speaker not in {Speaker.OTHER, Speaker.PRONOUN}
    if kind is Speaker.OFFICIAL:
        return item.speaker in _MAY_BE_OFFICIAL and not _marked(grammar, accused)
    if kind is Speaker.GROUP and item.speaker not in {Speaker.OFFICIAL, Speaker.OTHER, Speaker.PRONOUN}:
        head = grammar.forms[grammar.head(accused)]
        return grammar.forms[accused[0]] in POSSESSIVES or (head in _REBELS and not _marked(grammar, accused))
    return False


def may_tell_of(grammar: Grammar, verb: int, speaker: Span, accused: Span) -> bool:
    """Whether what somebody tells of somebody is no report of one's own side.

    Args:
        grammar: The sentence.
        verb: The verb of saying.
        speaker: Who tells it.
        accused: Who is said to have done it.

    Returns:
        False for nobody, for the first person, and where a state tells of its forces.
    """
    kind = grammar.speaker(speaker)
    if kind in {Speaker.NONE, Speaker.NOBODY, Speaker.FIRST} or speaker == accused:
        return False
    return not own_side(grammar, Statement(Kind.SAYS, verb, kind, speaker, (verb, verb + 1)), accused)


def is_civil(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase names people who have no forces: residents, relatives, those who watch over rights.

    Args:
        grammar: The sentence.
        span: The phrase.

    Returns:
        True where it does.
    """
    head = grammar.head(span)
    return grammar.forms[head] in _CIVILIANS or any(
        grammar.masks[at] & W.CIVIL or grammar.forms[at] in _RIGHTS for at in range(span[0], head + 1)
    )


def _is_unit(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase names a unit of a regular army, or forces without saying whose."""
    words = set(grammar.forms[span[0] : span[1]])
    if any(grammar.masks[at] & W.INSURGENT for at in range(*span)):
        return False
    return bool(words & _UNITS) or (bool(words & _TROOPS) and not _marked(grammar, span))


def _is_state(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase speaks for a state or its army."""
    end = next((at for at in range(*span) if grammar.forms[at] in _CLAUSES), span[1])
    return any(grammar.masks[at] & (W.STATE | W.OFFICIAL) for at in range(span[0], end)) or bool(
        _FOR_STATE & set(grammar.forms[span[0] : end])
    )


def _marked(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase says more than "the army", "security forces": whose they are, or which."""
    if not grammar.shouting:
        return bool(name_stems(grammar, span))
    return any(
        not grammar.masks[at] & (W.STATE | W.OFFICIAL | W.MEMBER | W.GROUP | W.INSURGENT)
        for at in range(*span)
        if grammar.tags[at] in "OJ"
    )


def name_stems(grammar: Grammar, span: Span, *, opening: bool = False) -> frozenset[str]:
    """How the words of a phrase begin that are written as names.

    Args:
        grammar: The sentence.
        span: The phrase.
        opening: Whether the first word of the sentence counts.

    Returns:
        The first letters of each, the same for a country and its people.
    """
    return frozenset(
        grammar.forms[at].removesuffix("'s")[:5]
        for at in range(*span)
        if grammar.capital[at] and (at or span[0] > 0 or opening)
    )
