"""Deeds that one sentence tells of one actor: "it had blown up a bridge, burned three trucks and seized a clerk"."""

from __future__ import annotations

from avow.claims.acts import ActSpan, deed_span, tokens_of
from avow.cues import Reading
from avow.cues.grammar import Grammar, Tag, grammar_of
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import hostile

_JOINTS = frozenset({",", "and"})
_OUTCOMES = tuple(word_set("kill wound injur destroy damag captur seiz slay slew maim massacr inflict"))
"""What may be said of an attack that was named just before, besides being an act of its own."""
_ATTACKING = tuple(
    word_set(
        "attack ambush raid storm bomb shell assault mortar bombard open fir shot shoot detonat explod carr ram hit "
        "struck strik target launch set plant blew blow"
    )
)
"""Verbs of an attack, of which the deaths and the damage behind them are the outcome."""
_FREE = word_set("down up off out")
_FURTHER, _REACH = 5, 14
"""Further deeds of one sentence, and tokens from the end of one to the next."""


def further_deeds(reading: Reading, first: ActSpan) -> list[ActSpan]:
    """The deeds that a sentence joins to one by commas and "and", each a hostile verb with an object of its own.

    Args:
        reading: The sentence.
        first: The act that was found.

    Returns:
        Verbs of the first one's form with their objects, behind it; none where it is no verb, or they have another
        subject. What only came of an attack is no other act: "attacked a post and killed nine".
    """
    grammar, tokens = grammar_of(reading), tokens_of(reading, first)
    if not tokens or grammar.tags[tokens[0]] not in "VG" or not hostile(grammar, tokens[0]):
        return []
    if not _has_object(grammar, tokens[0]):
        # "Had kidnapped and killed a clerk".
        return []
    found: list[ActSpan] = []
    before, end = tokens[0], tokens.stop
    while len(found) < _FURTHER:
        verb = _next(grammar, before, end)
        if verb < 0:
            break
        span = deed_span(reading, verb)
        end = tokens_of(reading, span).stop
        if not _is_outcome(grammar, before, verb):
            found.append(span)
        before = verb
    return found


def _next(grammar: Grammar, before: int, end: int) -> int:
    """The verb that a comma or "and" joins to another one; -1 where there is none, or a clause begins between them."""
    for at in range(end, min(grammar.count, end + _REACH)):
        tag = grammar.tags[at]
        if tag in "VG":
            joined = grammar.group_start(at) == at and grammar.forms[at - 1] in _JOINTS
            alike = tag == grammar.tags[before] and not grammar.undergone(at) and not grammar.negated(at)
            return at if joined and alike and _has_object(grammar, at) and hostile(grammar, at) else -1
        if tag in "AMNSRT" or grammar.forms[at] in {"but", "or", '"', ";", ":"}:
            return -1
    return -1


def _has_object(grammar: Grammar, verb: int) -> bool:
    at = verb + 1
    while at < grammar.count and grammar.forms[at] in _FREE:
        at += 1
    return at < grammar.count and grammar.tags[at] in (Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN)


def _is_outcome(grammar: Grammar, before: int, verb: int) -> bool:
    return grammar.forms[verb].startswith(_OUTCOMES) and grammar.forms[before].startswith(_ATTACKING + _OUTCOMES)
