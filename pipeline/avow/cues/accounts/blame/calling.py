"""Whom somebody blames in passing: by what it calls an act, by a relative clause, by an act reported as another's."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import find_act
from avow.cues.accounts.blame.deeds import act_of, agent_of
from avow.cues.accounts.blame.reporting import may_blame
from avow.cues.accounts.captives import GOES_ON, held
from avow.cues.accounts.people import RELATIVES, is_passive, who
from avow.cues.accounts.records import BLAMED, Account
from avow.cues.accounts.search import find_word
from avow.cues.grammar import Grammar, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set

_CALLING = word_set(
    "call calls called describe describes described term terms termed label labels labelled labeled regard regards regarded"
)
_ANSWERS = word_set("reprisal provocation crime retaliation aggression terrorism")
_SAYING = W.REPORT | W.AVOW | W.BLAME
_REPORTING = word_set(
    "report reports reported denounce denounces denounced protest protests protested document documents documented deplore "
    "deplores deplored complain complains complained condemn condemns condemned recount recounts recounted describe describes described"
)
_DONE = word_set("committed perpetrated ordered staged carried planned organised organized")
_ACTS = word_set("act acts crime crimes deed deeds action actions outrage")
_AGAINST = word_set("on against at in near by that which of from ,")


def called(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Blame in "what the ministry calls an attack by the rebels", "what they call Zamor's attack".

    Args:
        grammar: The sentence.
        verb: The verb of calling.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    if forms[verb] not in _CALLING or is_passive(grammar, verb):
        return
    source = who(grammar, verb)
    if source[0] < 1 or forms[source[0] - 1] != "what":
        return
    start = verb + 1 + (forms[verb + 1 : verb + 2] == ("as",))
    for at in range(start, min(grammar.count, start + 8)):
        found = find_act(grammar, at, at + 1, deeds=False)
        if found[0] < 0 and forms[at] in _ANSWERS:
            found = (at, at + 1)
        if found[0] < 0:
            if grammar.tags[at] in "VMS":
                return
            continue
        accused = agent_of(grammar, at)
        if accused[0] < 0:
            owner = next((back for back in range(at - 1, start - 1, -1) if forms[back].endswith("'s")), -1)
            accused = (start, owner + 1) if owner >= 0 else (-1, -1)
        blamed = may_blame(grammar, verb, source, accused)
        if blamed[0] >= 0:
            yield Account(BLAMED, "calls-it-theirs", verb, source, blamed, found)
        return


def whom(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Blame in a relative clause: "agents who, it says, tried to", "an act which it said was committed by".

    Args:
        grammar: The sentence.
        verb: The verb of saying.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    after = forms[verb + 1 : verb + 2]
    if not grammar.masks[verb] & _SAYING or not held(grammar, verb) or is_passive(grammar, verb) or not after:
        return
    inserted = after == (",",)
    start = verb + 1 + inserted
    if start >= grammar.count or (grammar.tags[start] not in "VAT" and forms[start] not in GOES_ON):
        return
    source = grammar.phrase_before(grammar.group_start(verb) - 1)
    before = source[0] - 1
    if inserted and forms[max(0, before)] == ",":
        before -= 1
    elif inserted:
        return
    if before < 1:
        return
    relative = forms[before] in RELATIVES
    if not relative and (inserted or grammar.tags[source[0]] != Tag.PRONOUN):
        return
    before -= relative
    before -= forms[before] == ","
    others = grammar.phrase_before(before)
    if others[0] < 0:
        return
    for at in range(start, min(grammar.count, start + 5)):
        if grammar.tags[at] in "SPC":
            return
        act = act_of(grammar, at, others[0])
        undergone = grammar.undergone(at)
        if act[0] < 0 and undergone and forms[at] in _DONE and forms[grammar.head(others)] in _ACTS:
            act = others
        if act[0] < 0:
            continue
        accused = agent_of(grammar, at) if undergone else others
        blamed = may_blame(grammar, verb, source, accused)
        if blamed[0] >= 0 and held(grammar, at):
            yield Account(BLAMED, "whom-they-say", verb, source, blamed, act)
        return


def theirs(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Blame in "reports a Zamor strike on a clinic", "denounced the army's bombing of".

    Args:
        grammar: The sentence.
        verb: The verb of reporting.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    if forms[verb] not in _REPORTING or not held(grammar, verb) or is_passive(grammar, verb):
        return
    span = grammar.phrase_after(verb + 1)
    if span[0] != verb + 1:
        return
    head = next((at for at in range(*span) if find_act(grammar, at, at + 1, deeds=False)[0] >= 0), -1)
    if head < 0:
        return
    while head + 1 < span[1] and find_act(grammar, head + 1, head + 2, deeds=False)[0] >= 0:
        head += 1
    source = who(grammar, verb)
    by = find_word(grammar, ("by",), head + 1, head + 5)
    if by >= 0 and not any(grammar.tags[at] in "VAMSP" for at in range(head + 1, by)):
        blamed = may_blame(grammar, verb, source, grammar.phrase_after(by + 1))
        if blamed[0] >= 0:
            yield Account(BLAMED, "reports-act-by", verb, source, blamed, (head, head + 1))
        return
    if head <= span[0] or forms[head + 1 : head + 2] == () or forms[head + 1] not in _AGAINST:
        return
    start = next((at for at in range(span[0], head) if grammar.capital[at] or forms[at].endswith("'s")), -1)
    if start < 0 or grammar.shouting:
        return
    blamed = may_blame(grammar, verb, source, (span[0], head), adjective=True)
    if blamed[0] >= 0:
        yield Account(BLAMED, "reports-theirs", verb, source, blamed, (head, head + 1))


def passing(grammar: Grammar, verb: int) -> Iterator[Account]:
    """All blame in passing by a verb.

    Args:
        grammar: The sentence.
        verb: The verb.

    Yields:
        Accounts of blame.
    """
    yield from called(grammar, verb)
    yield from whom(grammar, verb)
    yield from theirs(grammar, verb)
