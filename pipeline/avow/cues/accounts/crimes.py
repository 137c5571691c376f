"""Crimes, and the use of arms, as what somebody is accused of."""

from __future__ import annotations

from avow.cues.accounts.acts import CARELESS, THEFT, deed_for, find_act
from avow.cues.accounts.verbs import are_arms
from avow.cues.grammar import NO_SPAN, Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import ACT

WEAK_CRIMES = word_set("death deaths fire fires crash incident incidents accident act acts drone drones mine mines")
VAGUE_CRIMES = word_set("crime crimes offence offences offense offenses atrocity atrocities abuses violence aggression")
"""Words for acts of many kinds, which tell of none that one could name."""
_REASONS = word_set("for over charging accusing alleging on in with of from")
_DROPPING = word_set("dropping dropped raining pouring throwing threw hurling")
_DROPPED = word_set("barrel barrels canister canisters chlorine napalm acid")
_BREAK_INS = word_set("break-in break-ins firing ramming drowning")
_USING = word_set("use uses used using deploying deployment")
_THROWING = word_set("rolling tossing lobbing hurling wiring")
_BOMBS = word_set("grenade grenades bomb bombs mine mines explosive explosives parcel-bomb parcel-bombs")
_RELATIVES = word_set("which who whom following")


def crime(grammar: Grammar, start: int, stop: int) -> Span:
    """The first word of an act for which somebody may answer: no mere death, fire or accident.

    Args:
        grammar: The sentence.
        start: First token of the stretch.
        stop: Token after the last one.

    Returns:
        The token as a span, ``NO_SPAN`` where there is none.
    """
    found = definite_act(grammar, start, stop)
    if found[0] >= 0:
        return found
    for at in range(max(0, start), min(stop, grammar.count)):
        if grammar.forms[at] in _DROPPING and _DROPPED & set(grammar.forms[at + 1 : at + 6]):
            return at, at + 1
        stolen = grammar.forms[at].startswith(THEFT) and grammar.reading.present & W.CYBER
        if grammar.forms[at] in _BREAK_INS or stolen:
            return at, at + 1
    return NO_SPAN


def use_of_arms(grammar: Grammar, start: int, stop: int) -> Span:
    """The use of weapons that are told, in a stretch of tokens: "using cluster bombs", "the use of nerve gas", "rolling a grenade".

    Args:
        grammar: The sentence.
        start: First token of the stretch.
        stop: Token after the last one.

    Returns:
        The word for using as a span, ``NO_SPAN`` where there is none.
    """
    for at in range(max(0, start), min(stop, grammar.count)):
        used = grammar.forms[at] in _USING and are_arms(grammar, at + 1, at + 6)
        if used or (grammar.forms[at] in _THROWING and not _BOMBS.isdisjoint(grammar.forms[at + 1 : at + 5])):
            return at, at + 1
    return NO_SPAN


def definite_act(grammar: Grammar, start: int, stop: int) -> Span:
    """The first word of an act that is no mere death and of which it is told what it was, before a relative clause.

    Args:
        grammar: The sentence.
        start: First token of the stretch.
        stop: Token after the last one.

    Returns:
        The token as a span, ``NO_SPAN`` where there is none; "various crimes, among them a murder" names the murder.
    """
    clause = next(
        (at for at in range(max(0, start) + 1, min(stop, grammar.count)) if grammar.forms[at] in _RELATIVES), stop
    )
    found = find_act(grammar, start, clause)
    while found[0] >= 0 and (_is_vague(grammar, found[0]) or _goes_on(grammar, found[0])):
        found = find_act(grammar, found[1], clause)
    return NO_SPAN if found[0] >= 0 and grammar.forms[found[0]] in WEAK_CRIMES else found


def _goes_on(grammar: Grammar, at: int) -> bool:
    """Whether a verb goes on with what somebody does: "on charges of corruption and attacks his prosecutors"."""
    finite = grammar.tags[at] == Tag.VERB and not grammar.passive(at) and not grammar.reduced(at)
    following = grammar.forms[at + 1 : at + 2]
    finite = finite or (grammar.forms[at].endswith("s") and following in {("his",), ("her",), ("their",), ("the",)})
    return finite and at > 0 and grammar.tags[at - 1] == Tag.COORDINATOR


def _is_vague(grammar: Grammar, at: int) -> bool:
    """Whether a word of acts tells of none that one could name, nor points back to one: "atrocities", "the crime of treason"."""
    if grammar.forms[at] not in VAGUE_CRIMES or (at and grammar.masks[at - 1] & ACT):
        return False
    return grammar.forms[at - 1 : at] not in {("the",), ("this",), ("these",)} or grammar.forms[at + 1 : at + 2] == (
        "of",
    )


def careless(grammar: Grammar, start: int, stop: int) -> bool:
    """Whether what is told in a stretch of tokens was done by neglect, which is no hostile act.

    Args:
        grammar: The sentence.
        start: First token of the stretch.
        stop: Token after the last one.

    Returns:
        True where a word says so: "negligence", "hit-and-run".
    """
    return not CARELESS.isdisjoint(grammar.forms[max(0, start) : stop])


def for_crime(grammar: Grammar, start: int, stop: int) -> Span:
    """The act behind "for", "over" or a word of charging in a stretch of tokens.

    Args:
        grammar: The sentence.
        start: First token of the stretch, which may be missing.
        stop: Token after the last one.

    Returns:
        The token as a span, ``NO_SPAN`` where there is none.
    """
    if start < 0:
        return NO_SPAN
    for link in range(start, min(grammar.count, stop)):
        if grammar.forms[link] in {";", "but"}:
            break
        if grammar.forms[link] not in _REASONS:
            continue
        begin = deed_for(grammar, link)
        if begin < 0 and grammar.forms[link] == "for":
            # "Ten years for hiding papers about the bombing."
            return NO_SPAN
        act = crime(grammar, begin, link + 9) if begin >= 0 else NO_SPAN
        if act[0] >= 0:
            return act
    return NO_SPAN
