"""Words that stand as verbs where the tags take them for nouns; what is negated, meant, or whose a noun is."""

from __future__ import annotations

from avow.cues.grammar import NO_SPAN, POSSESSIVES, Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set

_WEAPONS = word_set(
    "weapon weapons chlorine bullets ammunition napalm phosphorus cluster munitions explosives bombs grenades missiles sarin"
)
_LIVE = word_set("rounds fire ammunition bullets")
_AMBIGUOUS, _POISONOUS = word_set("gas agent agents chemicals"), word_set("nerve poison toxic mustard vx lethal")
ARMS = word_set(
    "weapon weapons arms gas chemical chlorine rounds bullets ammunition napalm phosphorus cluster munitions explosives bombs bomb grenades mines missiles drones rockets"
)


def are_arms(grammar: Grammar, start: int, stop: int) -> bool:
    """Whether weapons are named in a stretch of tokens: "nerve gas", "chemical weapons", not gas, drones or chemicals alone.

    Args:
        grammar: The sentence.
        start: First token of the stretch.
        stop: Token after the last one.

    Returns:
        True where they are.
    """
    words = set(grammar.forms[start:stop])
    if any(
        grammar.forms[at] == "live" and grammar.forms[at + 1] in _LIVE
        for at in range(start, min(stop, grammar.count - 1))
    ):
        return True
    return bool(_WEAPONS & words) or bool(_AMBIGUOUS & words and _POISONOUS & words)


def withheld(grammar: Grammar, verb: int) -> bool:
    """Whether a verb is negated; "says no patrol was there" is not.

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        True where it is.
    """
    if grammar.forms[verb + 1 : verb + 2] != ("no",):
        return grammar.negated(verb)
    group = range(max(0, grammar.group_start(verb)), verb)
    return any(grammar.tags[at] == Tag.NEGATION for at in group)


def is_nobody(grammar: Grammar, doer: Span) -> bool:
    """Whether a doer is "no aircraft of ours", "none of its men", "not one of them", "neither".

    Args:
        grammar: The sentence.
        doer: Who does it.

    Returns:
        True where it is; False where nobody is named.
    """
    if doer[0] < 0:
        return False
    if grammar.forms[max(0, doer[0] - 1) : doer[0]] == ("not",) and {"one", "single"} & set(
        grammar.forms[doer[0] : doer[1]]
    ):
        return True
    if "nor" in grammar.forms[max(0, doer[0] - 3) : doer[0]]:
        # "Neither it nor any of its affiliates".
        return True
    words = grammar.forms[max(0, doer[0] - 2) : doer[1]]
    inside = grammar.forms[doer[0] : doer[1]]
    return (
        bool({"no", "none", "neither", "nobody"} & set(words[:5]))
        or words[:2] == ("not", "one")
        or inside[:1] == ("no",)
    )


def meant_act(grammar: Grammar, start: int, stop: int) -> Span:
    """A verb of an act that is told as intended or undergone: "that it paid men to kill him".

    Args:
        grammar: The sentence.
        start: First token of the stretch.
        stop: Token after the last one.

    Returns:
        The token as a span, ``NO_SPAN`` where there is none.
    """
    reach = range(start, min(stop, grammar.count))
    return next(((at, at + 1) for at in reach if grammar.masks[at] & W.ACT_VERB and grammar.tags[at] in "VG"), NO_SPAN)


def is_verb(grammar: Grammar, at: int) -> bool:
    """Whether a word of a list of verbs is one here, also where the tags take it for a noun: "Kigali scoffs at the idea".

    Args:
        grammar: The sentence.
        at: The word, a token.

    Returns:
        True where it is.
    """
    if grammar.tags[at] in "VG":
        return True
    if grammar.tags[at] not in "OJ" or (grammar.capital[at] and not grammar.shouting and at):
        return False
    form = grammar.forms[at]
    if not at:
        return form.endswith("ing")
    before = grammar.tags[at - 1]
    following = grammar.tags[at + 1] if at + 1 < grammar.count else "P"
    plural = grammar.forms[at - 1].endswith("s") and not grammar.forms[at - 1].endswith("ss")
    inflected = form.endswith(("s", "ed", "ing")) and not form.endswith("ss")
    finite = inflected or plural or before in "RMT"
    return finite and before in "ORBPMTCA" and following in "DISTBRJOP" and grammar.forms[at - 1] != "of"


def stands(grammar: Grammar, verb: int) -> bool:
    """Whether a verb is neither negated nor only intended.

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        True where it stands.
    """
    return not grammar.negated(verb) and not grammar.intended(verb)


def owner_of(grammar: Grammar, noun: int) -> Span:
    """Whose a noun is: "his repeated denials", "the army's denial".

    Args:
        grammar: The sentence.
        noun: The noun.

    Returns:
        The phrase, ``NO_SPAN`` where there is none.
    """
    for at in range(noun - 1, max(-1, noun - 4), -1):
        if grammar.forms[at] in POSSESSIVES:
            return at, at + 1
        if grammar.forms[at].endswith(("'s", "s'")) or grammar.forms[at : at + 1] == ("'",):
            return grammar.phrase_before(at)
        if grammar.tags[at] not in "OJBV":
            break
    return NO_SPAN
