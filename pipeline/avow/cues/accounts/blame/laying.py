"""Blame that is laid on somebody: put on them, said to lie with them, found by an inquiry, answered with a punishment."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import find_act
from avow.cues.accounts.blame.telling import ALLEGED
from avow.cues.accounts.captives import held
from avow.cues.accounts.crimes import WEAK_CRIMES
from avow.cues.accounts.people import can_act, is_passive, parties, who
from avow.cues.accounts.records import BLAMED, SUSPECTED, Account
from avow.cues.accounts.search import denied_before, find_before, find_word, verb_before
from avow.cues.grammar import NO_SPAN, POSSESSIVES, Grammar, Span, Tag
from avow.cues.lexicon import word_set

_PUTTING = word_set(
    "put puts putting lay lays laid laying place places placed placing pin pins pinned pinning shift shifts shifted shifting"
)
_BEARING = word_set("bear bears bore bearing")
_FALLING = word_set("fell falls fall fallen lies lay lie rests rest rested")
LIABILITY = word_set("blame responsibility guilt")
_WITH = word_set("on upon with")
_LIABLE = word_set("responsible guilty liable culpable answerable accountable")
PARTS = word_set("role part involvement complicity participation")
_HEDGED = word_set("if whether may might could would should")
_ANSWERED = (
    "sentenc", "convict", "jail", "charg", "indict", "arrest", "detain", "fine", "fire", "dismiss", "sack", "suspend", "expel",
    "sanction", "punish", "execut", "hang", "imprison", "extradit", "impos", "serv", "releas", "freed", "free", "tried", "prosecut",
    "investigat", "question", "wanted", "held", "hold", "taken", "remov", "bann", "disciplin", "accus", "condemn", "kill", "blam",
)  # fmt: skip
"""What is done to those who had a part in an act; others are promoted or honoured for theirs."""
_COURTS = ("sentenc", "convict", "jail", "charg", "indict")
_REACH = 12


def laid(grammar: Grammar, noun: int) -> Iterator[Account]:
    """Blame for an act put "on" somebody; responsibility for it that lies "with" somebody.

    Args:
        grammar: The sentence.
        noun: The word for blame, a token.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    if denied_before(grammar, noun) or _HEDGED & set(forms[max(0, noun - 6) : noun]):
        return
    bearing = find_before(grammar, _BEARING, noun, 3)
    if bearing >= 0 and forms[noun + 1 : noun + 2] == ("for",):
        act, accused = find_act(grammar, noun + 2, noun + 9), who(grammar, bearing)
        if act[0] >= 0 and held(grammar, bearing) and can_act(grammar, accused, named=True):
            yield Account(BLAMED, "bears-responsibility", noun, NO_SPAN, accused, act)
        return
    stop = min(grammar.count, noun + 2 * _REACH)
    put = find_before(grammar, _PUTTING, noun, 4)
    fell = find_word(grammar, _FALLING, noun + 1, stop) if put < 0 else -1
    if put < 0 and fell < 0:
        return
    link = find_word(grammar, _WITH, max(noun, fell) + 1, stop)
    if link < 0 or (fell >= 0 and link > fell + 3) or (put >= 0 and not held(grammar, put)):
        return
    accused = grammar.phrase_after(link + 1)
    why = find_word(grammar, ("for", "of"), noun + 1, stop)
    act = find_act(grammar, why + 1, why + 8) if why >= 0 else NO_SPAN
    if can_act(grammar, accused) and (act[0] >= 0 or why < 0):
        speaker = who(grammar, put) if put >= 0 else NO_SPAN
        yield Account(BLAMED, "lays-blame" if act[0] >= 0 else "lays-blame-bare", noun, speaker, accused, act)


def found_liable(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody, or an inquiry, found somebody responsible "for" an act.

    Args:
        grammar: The sentence.
        verb: The verb.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    word = find_word(grammar, _LIABLE, verb + 1, verb + _REACH)
    if word < 0 or not held(grammar, verb) or denied_before(grammar, word):
        return
    if forms[word] == "guilty" or forms[word + 1 : word + 2] not in {("for",), ("in",)}:
        # Courts find guilty; they have rules of their own.
        return
    passive = is_passive(grammar, verb) or grammar.passive(verb)
    speaker, accused = parties(grammar, verb, passive=passive, reach=_REACH)
    if any(grammar.tags[at] in "VAM" for at in range(verb + 1, word)):
        return
    accused = (accused[0], min(accused[1], word)) if accused[0] < word else accused
    act = find_act(grammar, word + 2, word + 9)
    if act[0] >= 0 and can_act(grammar, accused):
        yield Account(BLAMED, "found-liable", verb, speaker, accused, act)


def for_part(grammar: Grammar, at: int) -> Iterator[Account]:
    """Something done to somebody "for his role in" an act.

    Args:
        grammar: The sentence.
        at: The word for a part, a token.

    Yields:
        Accounts: of suspicion where the part is alleged.
    """
    forms = grammar.forms
    begin = at - 1
    alleged = begin > 0 and forms[begin] in ALLEGED
    begin -= alleged
    if begin < 2 or forms[begin] not in POSSESSIVES or forms[begin - 1] not in {"for", "over"}:
        return
    act = find_act(grammar, at + 2, at + 9) if forms[at + 1 : at + 2] == ("in",) else NO_SPAN
    if act[0] < 0 or forms[act[0]] in WEAK_CRIMES:
        return
    verb = verb_before(grammar, begin - 1, 2 * _REACH)
    if verb < 0 or not held(grammar, verb) or not forms[verb].startswith(_ANSWERED):
        return
    accused = _concerned(grammar, verb, begin - 1)
    if can_act(grammar, accused):
        alleged = alleged or not ALLEGED.isdisjoint(forms[at : act[0]])
        suspected = alleged and not forms[verb].startswith(_COURTS)
        yield Account(SUSPECTED if suspected else BLAMED, "for-their-part", at, NO_SPAN, accused, act)


def _concerned(grammar: Grammar, verb: int, stop: int) -> Span:
    """To whom something was done: behind "on", the subject of a passive, or the object."""
    link = find_word(grammar, ("on", "against"), verb + 1, stop)
    if link >= 0:
        return grammar.phrase_after(link + 1)
    _, found = parties(grammar, verb, passive=is_passive(grammar, verb) or grammar.passive(verb))
    return (found[0], min(found[1], stop)) if 0 <= found[0] < stop else found


def wanted_for(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody who is wanted "for" an act.

    Args:
        grammar: The sentence.
        verb: The word, a token.

    Yields:
        Accounts of suspicion.
    """
    forms = grammar.forms
    if forms[verb + 1 : verb + 2] not in {("for",), ("over",)} or denied_before(grammar, verb):
        return
    if grammar.tags[verb] != Tag.VERB:
        return
    act = find_act(grammar, verb + 2, verb + 9)
    _, accused = parties(grammar, verb, passive=True)
    if act[0] >= 0 and forms[act[0]] not in WEAK_CRIMES and can_act(grammar, accused):
        yield Account(SUSPECTED, "wanted-for", verb, NO_SPAN, accused, act)
