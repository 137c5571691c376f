"""Pleas and words of innocence."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import act_around, find_act
from avow.cues.accounts.captives import PROMPT, only_meant
from avow.cues.accounts.people import who
from avow.cues.accounts.records import DENIED, Account
from avow.cues.accounts.search import copula_before, denied_before, find_word
from avow.cues.grammar import NO_SPAN, Grammar, Span, Speaker
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.taking import SAYING

PLEADING = word_set("plead pleads pleaded pled pleading")
REACH = 9


def pleader(grammar: Grammar, verb: int, plea: int) -> Span:
    """Whose plea somebody enters: that of whom it is entered "on behalf of".

    Args:
        grammar: The sentence.
        verb: The verb of entering.
        plea: The plea, a token.

    Returns:
        The phrase.
    """
    behalf = find_word(grammar, ("behalf",), plea + 1, plea + REACH)
    if behalf >= 0 and grammar.forms[behalf + 1 : behalf + 2] == ("of",):
        return grammar.phrase_after(behalf + 2)
    return who(grammar, verb)


def pleaded_by(grammar: Grammar, start: int, to: int) -> Span:
    """The act of a plea; in "not guilty to murder" what follows "to" is no verb.

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        to: The token before the plea.

    Returns:
        Tokens from and to.
    """
    act = find_act(grammar, start + 1, start + 12)
    charge = to + 1
    if act[0] < 0 and grammar.forms[to:charge] == ("to",) and charge < grammar.count:
        named = grammar.masks[charge] & W.ACT_NOUN or grammar.forms[charge] == "manslaughter"
        return (charge, charge + 1) if named else act
    return act


def is_held(grammar: Grammar, verb: int) -> bool:
    """Whether a verb of denial is meant: not negated, only intended, or left open, as in "deny or confirm".

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        True where it is.
    """
    before = grammar.forms[max(0, verb - 5) : verb]
    meant = only_meant(grammar, verb) and grammar.forms[max(0, grammar.group_start(verb) - 1)] not in PROMPT
    if grammar.negated(verb) or meant or "neither" in before or "nor" in before:
        return False
    return grammar.forms[verb + 1 : verb + 3] != ("or", "confirm") and before[-1:] != ("or",)


def innocent(grammar: Grammar, at: int) -> Iterator[Account]:
    """Says to be innocent.

    Args:
        grammar: The sentence.
        at: The token.

    Yields:
        Accounts.
    """
    verb = next(
        (
            back
            for back in range(at - 1, max(-1, at - 9), -1)
            if grammar.forms[back].startswith(
                ("plead", "pled", "maintain", "insist", "protest", "proclaim", "swear", "swore")
            )
            or (grammar.tags[back] in "VG" and grammar.masks[back] & SAYING)
        ),
        -1,
    )
    following = grammar.forms[at + 1 : at + 2]
    if verb < 0:
        copula = copula_before(grammar, at, 3)
        subject = grammar.subject(copula) if copula >= 0 else NO_SPAN
        if (
            grammar.speaker(subject) is Speaker.FIRST
            and following in {("of",), (".",), (",",)}
            and not denied_before(grammar, at)
        ):
            yield Account(DENIED, "says-innocent", at, subject, NO_SPAN, act_around(grammar, at))
        return
    if not is_held(grammar, verb) or "not" in grammar.forms[verb + 1 : at]:
        return
    if following and grammar.tags[at + 1] in "O" and grammar.forms[at] == "innocent":
        # "said innocent people died"
        return
    yield Account(DENIED, "says-innocent", verb, who(grammar, verb), NO_SPAN, find_act(grammar, at + 1, at + 8))
