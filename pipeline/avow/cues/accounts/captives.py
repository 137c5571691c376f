"""Who is held captive, and by whom."""

from __future__ import annotations

from avow.cues.accounts.search import find_before
from avow.cues.grammar import READY, Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set

GOES_ON = word_set(
    "continue continues continued continuing began begin begins begun started start starts managed manages kept keeps "
    "plotted plotting plots conspired conspiring attempted attempting tried tries trying "
    "helped helping"
)
_AT_ONCE = word_set("quick swift hurried hastened rushed hurries hastens rushes")
"""Words before "to" for how soon something is done, which then is done."""
PROMPT = READY | _AT_ONCE | word_set("pains careful")
"""Words before "to" for how readily somebody says something, who then says it: "was at pains to deny"."""
_TOOK, _HOURS = word_set("took takes taken needed"), word_set("minutes hour hours day days week weeks months years")
_TIME_WITHIN, _NAMED_WITHIN = 9, 24
_ORDERS, _GAVE = word_set("order orders"), word_set("gave given gives giving")
_CAPTIVES = word_set(
    "man men woman women boy boys girl girls child children people persons civilians hostage hostages journalist journalists "
    "builder builders engineer engineers technician technicians peacekeepers missionary missionaries teacher teachers soldier soldiers "
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
    if span[0] >= 0 and grammar.tags[span[0]] == Tag.PRONOUN:
        # "The trawler is missing, and pirates may have seized it".
        before = grammar.forms[max(0, verb - _NAMED_WITHIN) : verb]
        return grammar.forms[span[0]] in THEM or not _CAPTIVES.isdisjoint(before)
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


def took_time(grammar: Grammar, verb: int) -> int:
    """The verb that tells how long something took which then was done: "took four hours to convict him".

    Args:
        grammar: The sentence.
        verb: What was done.

    Returns:
        Its place, -1 where there is none.
    """
    to = find_before(grammar, ("to",), verb, 3)
    took = find_before(grammar, _TOOK, to, _TIME_WITHIN) if to >= 0 else -1
    return took if took >= 0 and not _HOURS.isdisjoint(grammar.forms[took + 1 : to]) else -1


def only_meant(grammar: Grammar, verb: int) -> bool:
    """Whether a deed is only intended, which it is not where it "continues to", "began to", "managed to" or "rushed to" be done.

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        True where it is.
    """
    if not grammar.intended(verb) or took_time(grammar, verb) >= 0:
        return False
    start = grammar.group_start(verb)
    if not (start and grammar.forms[start] == "to"):
        return True
    ordered = grammar.forms[start - 1] in _ORDERS and _GAVE & set(grammar.forms[max(0, start - 4) : start - 1])
    return not (ordered or grammar.forms[start - 1] in GOES_ON or grammar.forms[start - 1] in _AT_ONCE)


def held(grammar: Grammar, verb: int) -> bool:
    """Whether a verb tells what is done: not negated, not only intended, not asked.

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        True where it does.
    """
    return not grammar.negated(verb) and not only_meant(grammar, verb)
