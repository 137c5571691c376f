"""Acts ascribed to somebody: blamed on them, laid to them, tied to them."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import act_before, find_act, is_denied
from avow.cues.accounts.captives import held
from avow.cues.accounts.crimes import WEAK_CRIMES
from avow.cues.accounts.people import agent, can_act, is_passive, parties, who
from avow.cues.accounts.records import BLAMED, SUSPECTED, Account
from avow.cues.accounts.search import find_word
from avow.cues.accounts.verbs import meant_act
from avow.cues.grammar import NO_SPAN, Grammar, Span
from avow.cues.lexicon import word_set

_MESSAGES = word_set(
    "message messages statement statements communique tape tapes recording recordings video videos quote quotes remark "
    "remarks letter letters words phrase claim comment comments poem account document documents"
)
_BACK, _TRY = word_set("it this that the these them both"), word_set("attempt attempts try plot plan")


def links_behind(grammar: Grammar, verb: int) -> Iterator[int]:
    """The words behind which an act may stand that somebody is accused of, within the clause of the first.

    Args:
        grammar: The sentence.
        verb: The verb.

    Yields:
        Tokens.
    """
    first = -1
    for at in range(verb + 1, min(grammar.count, verb + 34)):
        if first >= 0 and grammar.forms[at : at + 2] == (",", "and"):
            return
        if grammar.forms[at] in {"of", "over"} and not _counts(grammar, at):
            first = at
            yield at


def doing_behind(grammar: Grammar, start: int, stop: int) -> int:
    """Where a phrase goes over into what somebody is accused of doing: "Orlu of sponsoring"; its end otherwise.

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        stop: The token after the last one.

    Returns:
        The token.
    """
    links = (at for at in range(start + 1, stop - 1) if grammar.forms[at] == "of")
    return next((at for at in links if grammar.forms[at + 1].endswith("ing") and not grammar.capital[at + 1]), stop)


def _counts(grammar: Grammar, link: int) -> bool:
    """Whether "over" begins a number: "citing over 200 dead"."""
    return grammar.forms[link] == "over" and link + 1 < grammar.count and grammar.forms[link + 1].isdigit()


def blamed(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Blame for an act, or of an act on somebody.

    Args:
        grammar: The sentence.
        verb: The verb.

    Yields:
        Accounts.
    """
    if not held(grammar, verb):
        return
    forms = grammar.forms
    passive = is_passive(grammar, verb) or forms[verb + 1 : verb + 2] in {("on",), ("for",)}
    if passive:
        speaker, subject = parties(grammar, verb, passive=True, reach=3)
        stop = min(grammar.count, verb + 9)
        on = find_word(grammar, ("on",), verb + 1, stop)
        why = find_word(grammar, ("for",), verb + 1, stop)
        if on >= 0 and (why < 0 or on < why):
            accused = grammar.phrase_after(on + 1)
            act = find_act(grammar, max(0, subject[0]), verb, deeds=False) if subject[0] >= 0 else NO_SPAN
            if act[0] < 0:
                act = find_act(grammar, max(0, verb - 8), verb, deeds=False)
        elif why >= 0:
            accused, act = subject, find_act(grammar, why + 1, why + 9)
        else:
            return
        if act[0] >= 0 and can_act(grammar, accused):
            yield Account(BLAMED, "is-blamed", verb, speaker, accused, act)
        return
    subject, first = who(grammar, verb), grammar.phrase_after(verb + 1)
    if first[0] < 0:
        return
    link = first[1]
    while link < grammar.count and grammar.forms[link] not in {"for", "on"} and link - first[1] < 14:
        link += 1
    if link < grammar.count and forms[link] == "on":
        accused, act = grammar.phrase_after(link + 1), find_act(grammar, verb + 1, link, deeds=False)
        back = forms[verb + 1] in {"it", "them", "this", "that", "both"}
        if act[0] < 0 and back:
            act = act_before(grammar, verb)
        if act[0] < 0 and back and link == verb + 2 and can_act(grammar, accused):
            yield Account(BLAMED, "blames-it-on", verb, subject, accused)
            return
        if act[0] >= 0 and can_act(grammar, accused):
            yield Account(BLAMED, "blames-on", verb, subject, accused, act)
            return
    if not can_act(grammar, first):
        return
    if link < grammar.count and forms[link] == "for":
        act = find_act(grammar, link + 1, link + 13)
        again = find_word(grammar, ("for",), link + 4, link + 24)
        if act[0] < 0 and again >= 0:
            act = find_act(grammar, again + 1, again + 8)
        if act[0] < 0:
            act = meant_act(grammar, link + 1, link + 7) if _TRY & set(forms[link + 1 : link + 6]) else NO_SPAN
        if act[0] < 0 and forms[link + 1 : link + 2] and forms[link + 1] in _BACK:
            act = act_before(grammar, verb, deeds=False)
        if act[0] >= 0:
            yield Account(BLAMED, "blames-for", verb, subject, first, act)
        return
    act = act_before(grammar, verb)
    yield Account(BLAMED, "blames-after-act" if act[0] >= 0 else "blames-bare", verb, subject, first, act)


def ascribed(grammar: Grammar, verb: int) -> Iterator[Account]:
    """An act attributed to somebody.

    Args:
        grammar: The sentence.
        verb: The verb.

    Yields:
        Accounts.
    """
    forms = grammar.forms
    if not held(grammar, verb):
        return
    passive = is_passive(grammar, verb)
    # "Attributed the attack on the port to": what stands behind "on" is no more than where it was.
    link = find_word(grammar, ("on",) if forms[verb].startswith("pin") else ("to",), verb + 1, verb + 14)
    if link < 0:
        return
    accused = grammar.phrase_after(link + 1)
    if not can_act(grammar, accused):
        return
    if passive:
        act = find_act(grammar, max(0, verb - 12), verb, deeds=False)
        speaker = agent(grammar, verb, 10)
    else:
        act = find_act(grammar, verb + 1, link, deeds=False)
        speaker = who(grammar, verb)
    if act[0] < 0 and _MESSAGES & set(forms[max(0, verb - 8) : link]):
        return
    if act[0] < 0 and passive:
        # "In a new action attributed to the Front, a bomb damaged a school".
        acted = find_act(grammar, verb - 3, verb, deeds=False, vague=True)
        act = find_act(grammar, accused[1], accused[1] + 14, deeds=False) if acted[0] >= 0 else act
    rule = "attributes" if act[0] >= 0 else "attributes-it"
    yield Account(BLAMED, rule, verb, speaker, accused, act)


def tied(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody linked to an act, or an act linked to somebody.

    Args:
        grammar: The sentence.
        verb: The verb.

    Yields:
        Accounts.
    """
    if not held(grammar, verb) or is_denied(grammar, verb):
        return
    link = find_word(grammar, ("to", "with"), verb + 1, verb + 10)
    if link < 0:
        return
    passive = is_passive(grammar, verb)
    speaker, first = parties(grammar, verb, passive=passive, reach=3)
    # "A cousin linked to the killings": by nobody who would say that he did them.
    stance = SUSPECTED if passive and speaker[0] < 0 else BLAMED
    behind = grammar.phrase_after(link + 1)
    act = find_act(grammar, link + 1, link + 7, deeds=False)
    head = grammar.head(first) if first[0] >= 0 else -1
    weak = act[0] >= 0 and grammar.forms[act[0]] in WEAK_CRIMES
    if act[0] >= 0 and not weak and can_act(grammar, first) and can_act(grammar, (head, head + 1), named=True):
        yield Account(stance, "linked-to-act", verb, speaker, first, act)
        return
    act = find_act(grammar, max(0, first[0]), first[1], deeds=False) if first[0] >= 0 else NO_SPAN
    if act[0] >= 0 and grammar.forms[act[0]] not in WEAK_CRIMES and _is_party(grammar, behind):
        yield Account(stance, "act-linked", verb, speaker, behind, act)


def _is_party(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase names who could have done it, and no other act: "linked to the earlier bombings"."""
    return can_act(grammar, span) and find_act(grammar, grammar.head(span), span[1], deeds=False)[0] < 0


def implicated(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody implicated in an act.

    Args:
        grammar: The sentence.
        verb: The verb.

    Yields:
        Accounts.
    """
    if not held(grammar, verb):
        return
    act = find_act(grammar, verb + 1, verb + 22, deeds=False)
    if act[0] >= 0:
        speaker, accused = parties(grammar, verb, passive=is_passive(grammar, verb), reach=3)
        yield Account(BLAMED, "implicates", verb, speaker, accused, act)
