"""Whose side somebody is on: an army tells of its own units, rebels of theirs."""

from __future__ import annotations

from avow.cues.accounts.people import PEOPLE
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
    "reporters investigators monitors observers farmers peasants students priests priest refugees exiles inhabitants prisoners "
    "detainees victims opposition organisation organization charity observatory"
)
_RIGHTS = word_set("rights humanitarian amnesty observatory opposition un")
_STEM = 5
_DEMONYMS, _NO_PEOPLES = ("ian", "ish", "ese"), word_set("civilian guardian custodian these")
"""How the names of peoples end that tell whose troops open a sentence, which a capital does not there."""
_OF_STATE = word_set("state state-run state-owned state-controlled pro-government")
"""Whose media tell of their own side."""
_ARMED = W.GROUP | W.INSURGENT | W.OFFICIAL
_OFFICERS = word_set("police prosecutors prosecutor authorities investigators detectives inspectors sheriffs")
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
        if is_civil(grammar, subject) and _OF_STATE.isdisjoint(grammar.forms[subject[0] : subject[1]]):
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


def announces(grammar: Grammar, verb: int) -> bool:
    """Whether something is announced, as people do with what their own side did.

    Args:
        grammar: The sentence.
        verb: The verb of saying.

    Returns:
        True where it is.
    """
    return grammar.forms[verb].startswith("announc")


def excused(grammar: Grammar, verb: int, deed: int, accused: Span) -> bool:
    """Whether who tells of a deed blames nobody by it: what a state does by law, or announces of regular forces.

    Args:
        grammar: The sentence.
        verb: The verb of saying.
        deed: The verb of the deed.
        accused: Who is said to have done it.

    Returns:
        True where it is so.
    """
    return by_law(grammar, deed, accused) or (announces(grammar, verb) and _are_regular(grammar, accused))


def _are_regular(grammar: Grammar, accused: Span) -> bool:
    """Whether a phrase names forces of a state, and no insurgents."""
    words = {form.removesuffix("'s") for form in grammar.forms[accused[0] : accused[1]]}
    insurgent = any(grammar.masks[at] & W.INSURGENT for at in range(*accused))
    return not insurgent and not words.isdisjoint(_TROOPS | _FOR_STATE)


def by_law(grammar: Grammar, deed: int, accused: Span) -> bool:
    """Whether a state does by law what others do as a crime: it executes convicts, its police search premises.

    Args:
        grammar: The sentence.
        deed: The verb of the deed.
        accused: Who is said to have done it.

    Returns:
        True where a bare name executes somebody, not one with an article, as few states have and many groups; or officers of the law raid a place.
    """
    form = grammar.forms[deed]
    if form.startswith("execut"):
        head = grammar.head(accused)
        return (
            bool(grammar.capital[head])
            and not grammar.shouting
            and (grammar.forms[accused[0]] != "the" or grammar.forms[head].endswith("s"))
            and not any(grammar.masks[at] & _ARMED for at in range(*accused))
        )
    return form.startswith("raid") and bool(_OFFICERS & set(grammar.forms[accused[0] : accused[1]]))


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


def own_deed(grammar: Grammar, verb: int, speaker: Span, accused: Span) -> bool:
    """Whether a source tells of its own side's deed where who did it opens the sentence, so that a capital tells no name.

    Args:
        grammar: The sentence.
        verb: The word of saying.
        speaker: Who tells it.
        accused: Who is said to have done it.

    Returns:
        True where they share a name, or the forces are not said to be another's.
    """
    if accused[0] or grammar.masks[0] & PEOPLE or grammar.forms[0] in {"the", "a", "an"}:
        return not may_tell_of(grammar, verb, speaker, accused)
    return any(grammar.forms[at][:_STEM] == grammar.forms[0][:_STEM] for at in range(*speaker))


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
        opens = span[0] == 0 and grammar.forms[0].endswith(_DEMONYMS) and grammar.forms[0] not in _NO_PEOPLES
        return opens or bool(name_stems(grammar, span))
    return any(not grammar.masks[at] & PEOPLE for at in range(*span) if grammar.tags[at] in "OJ")


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
        grammar.forms[at].removesuffix("'s")[:_STEM]
        for at in range(*span)
        if grammar.capital[at] and (at or span[0] > 0 or opening)
    )
