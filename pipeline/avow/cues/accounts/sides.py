"""Whose side somebody is on: an army tells of its own units, rebels of theirs."""

from __future__ import annotations

from avow.cues.grammar import POSSESSIVES, Grammar, Span, Speaker
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements import Statement

_REBELS = word_set("rebels guerrillas fighters insurgents combatants units")
_UNITS = word_set(
    "battalion battalions brigade brigades regiment regiments detachment detachments corps division divisions"
)
_TROOPS = word_set("troops soldiers forces policemen patrol patrols police artillery units army military navy airforce")
_FOR_STATE = word_set(
    "ministry military army police government armed command commander defence defense garrison headquarters"
)


def own_side(grammar: Grammar, item: Statement, accused: Span) -> bool:
    """Whether a state tells of its own forces, or rebels of theirs.

    Args:
        grammar: The sentence.
        item: The statement.
        accused: Who is said to have done it.

    Returns:
        True where it is.
    """
    kind = grammar.speaker(accused)
    if item.subject[0] >= 0 and _capitals(grammar, accused) & _capitals(grammar, item.subject) and not grammar.shouting:
        return True
    if _is_unit(grammar, accused) and item.subject[0] >= 0 and _is_state(grammar, item.subject):
        return True
    if item.speaker is Speaker.OTHER or item.speaker is Speaker.PRONOUN:
        return False
    if kind is Speaker.OFFICIAL:
        return not _marked(grammar, accused) or bool(
            item.subject[0] >= 0 and _capitals(grammar, accused) & _capitals(grammar, item.subject)
        )
    if item.speaker is not Speaker.OFFICIAL and kind is Speaker.GROUP:
        head = grammar.forms[grammar.head(accused)]
        return grammar.forms[accused[0]] in POSSESSIVES or (head in _REBELS and not _marked(grammar, accused))
    return False


def _is_unit(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase names a unit of a regular army, or forces without saying whose."""
    words = set(grammar.forms[span[0] : span[1]])
    if any(grammar.masks[at] & W.INSURGENT for at in range(*span)):
        return False
    return bool(words & _UNITS) or (bool(words & _TROOPS) and not _marked(grammar, span))


def _is_state(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase speaks for a state or its army."""
    return any(grammar.masks[at] & (W.STATE | W.OFFICIAL) for at in range(*span)) or bool(
        _FOR_STATE & set(grammar.forms[span[0] : span[1]])
    )


def _marked(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase says more than "the army", "security forces": whose they are, or which."""
    if not grammar.shouting:
        return bool(_capitals(grammar, span))
    return any(
        not grammar.masks[at] & (W.STATE | W.OFFICIAL | W.MEMBER | W.GROUP | W.INSURGENT)
        for at in range(*span)
        if grammar.tags[at] in "OJ"
    )


def _capitals(grammar: Grammar, span: Span) -> frozenset[str]:
    return frozenset(
        grammar.forms[at].removesuffix("'s")[:5] for at in range(*span) if grammar.capital[at] and (at or span[0] > 0)
    )


def is_band(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase names people or a group, and no forces of a state, which their own side tells of.

    Args:
        grammar: The sentence.
        span: The phrase.

    Returns:
        True where it is.
    """
    masks = 0
    for at in range(*span):
        masks |= grammar.masks[at]
    words = set(grammar.forms[span[0] : span[1]])
    if masks & (W.WEAPON | W.ACT_NOUN) or (words & (_UNITS | _TROOPS) and not masks & W.INSURGENT):
        return False
    return bool(masks & (W.INSURGENT | W.GROUP | W.MEMBER))
