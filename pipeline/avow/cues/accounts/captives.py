"""Who is held captive, and by whom."""

from __future__ import annotations

from avow.cues.grammar import Grammar, Span
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set

GOES_ON = word_set(
    "continue continues continued continuing began begin begins begun started start starts managed manages kept keeps "
    "plotted plotting plots conspired conspiring attempted attempting tried tries trying "
    "helped helping"
)
PROMPT = word_set("quick keen anxious eager")
"""Words for how readily somebody does something: "was quick to deny"."""
_ORDERS, _GAVE = word_set("order orders"), word_set("gave given gives giving")
_CAPTIVES = word_set(
    "man men woman women boy boys girl girls child children people persons civilians hostage hostages journalist journalists "
    "nurse nurses doctor doctors priest priests monk monks nun nuns diplomat diplomats tourist tourists crew crews citizen "
    "citizens student students pilot pilots worker workers member members policeman policemen "
    "ship ships boat boats vessel vessels tanker tankers trawler trawlers freighter yacht ferry plane aircraft airliner bus building buildings embassy "
    "hall station studio studios consulate parliament offices factory bank refinery platform rig"
)
"""Whom or what people seize in an attack, rather than in a battle."""
THEM = word_set("him her them")
_PEOPLE, _CALLINGS = W.MEMBER | W.INSURGENT | W.OFFICIAL, ("ers", "ists", "ians", "men")


def holds_captive(grammar: Grammar, verb: int) -> bool:
    """Whether a gerund tells that people, vessels or buildings are held: "holding him", and no talks.

    Args:
        grammar: The sentence.
        verb: The gerund.

    Returns:
        True where it does.
    """
    if grammar.forms[verb] != "holding":
        return False
    start, stop = grammar.phrase_after(verb + 1)
    return start >= 0 and grammar.forms[grammar.head((start, stop))] in _CAPTIVES | THEM


def takes_captive(grammar: Grammar, verb: int) -> bool:
    """Whether people, vessels or buildings are seized: towns and weapons fall in battle, which is no attack that one answers for.

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        True where it does.
    """
    if grammar.undergone(verb):
        begin = grammar.group_start(verb) - 1
        return begin < 0 or grammar.forms[begin] not in {"which", "it", "that"}
    span = grammar.phrase_after(verb + 1)
    return span[0] < 0 or of_captives(grammar, span)


def of_captives(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase names people, vessels or buildings that are seized in an attack.

    Args:
        grammar: The sentence.
        span: The phrase.

    Returns:
        False for towns, weapons and goods.
    """
    if span[0] < 0:
        return False
    head = grammar.head(span)
    form = grammar.forms[head]
    return form in _CAPTIVES or form.endswith(_CALLINGS) or bool(_PEOPLE & grammar.masks[head])


def only_meant(grammar: Grammar, verb: int) -> bool:
    """Whether a deed is only intended, which it is not where it "continues to", "began to" or "managed to" be done.

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        True where it is.
    """
    if not grammar.intended(verb):
        return False
    start = grammar.group_start(verb)
    if not (start and grammar.forms[start] == "to"):
        return True
    ordered = grammar.forms[start - 1] in _ORDERS and _GAVE & set(grammar.forms[max(0, start - 4) : start - 1])
    return not (ordered or grammar.forms[start - 1] in GOES_ON)


def held(grammar: Grammar, verb: int) -> bool:
    """Whether a verb tells what is done: not negated, not only intended, not asked.

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        True where it does.
    """
    return not grammar.negated(verb) and not only_meant(grammar, verb)
