"""Who did it by a source that is named before or behind: according to somebody."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import does, find_act, is_denied
from avow.cues.accounts.blame.telling import ALLEGED, PARTAKING
from avow.cues.accounts.captives import held
from avow.cues.accounts.people import agent, can_act, not_inside, says, who
from avow.cues.accounts.records import BLAMED, Account
from avow.cues.accounts.search import FAR, find_before
from avow.cues.accounts.sides import by_law, own_deed
from avow.cues.grammar import POSSESSIVES, Grammar, Speaker, Tag
from avow.cues.statements.telling import ADMITTING

_SOURCE = 14
"""How far before its verb a source begins."""


def according(grammar: Grammar, at: int) -> Iterator[Account]:
    """Who did it, according to somebody."""
    if grammar.forms[at + 1 : at + 2] != ("to",):
        return
    source = grammar.phrase_after(at + 2)
    if source[0] < 0:
        return
    begins = at == 0
    start, stop = (source[1], min(grammar.count, source[1] + 16)) if begins else (max(0, at - FAR), at)
    for verb in range(start, stop):
        taken = grammar.forms[verb].startswith(PARTAKING)
        if grammar.tags[verb] != Tag.VERB or not (does(grammar, verb) or taken):
            continue
        if not held(grammar, verb) or is_denied(grammar, verb):
            continue
        if grammar.passive(verb) and grammar.speaker(grammar.subject(verb)) is Speaker.NOBODY:
            return
        passive = grammar.undergone(verb)
        accused = agent(grammar, verb, 14) if passive else not_inside(grammar, grammar.subject(verb, start))
        inside = accused[0] > 1 and grammar.tags[accused[0] - 1] == Tag.PREPOSITION
        if not passive and by_law(grammar, verb, accused):
            return
        if can_act(grammar, accused, named=True) and (
            passive or (not inside and not own_deed(grammar, at, source, accused))
        ):
            rule = "according-by" if passive else "according-did"
            yield Account(BLAMED, rule, verb, source, accused, (verb, verb + 1))
        return


def done_by(grammar: Grammar, verb: int) -> Iterator[Account]:
    """An act that was carried out by somebody, as somebody says."""
    if not held(grammar, verb) or not grammar.undergone(verb):
        return
    accused = agent(grammar, verb)
    if not can_act(grammar, accused, named=True):
        return
    act = find_act(grammar, max(0, verb - 9), verb, deeds=False, vague=True)
    source = find_before(grammar, ("according",), verb, _SOURCE)
    if source >= 0 and act[0] >= 0 and not ALLEGED & set(grammar.forms[source : accused[1]]):
        yield Account(BLAMED, "according-act-done-by", verb, grammar.phrase_after(source + 2), accused, act)
        return
    said = says(grammar, verb)
    if act[0] > 0 and grammar.forms[act[0] - 1] in POSSESSIVES:
        # "They say their operation was ordered by the general".
        return
    if act[0] < 0 or said < 0 or not held(grammar, said) or grammar.forms[said].startswith(ADMITTING):
        return
    if ALLEGED & set(grammar.forms[said : accused[1]]):
        return
    yield Account(BLAMED, "says-act-done-by", said, who(grammar, said), accused, act)
