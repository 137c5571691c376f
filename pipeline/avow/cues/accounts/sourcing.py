"""Who did it by a source that is named before or behind: according to somebody, as police reported."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import does, find_act, held, is_denied
from avow.cues.accounts.people import agent, can_act, says, who
from avow.cues.accounts.records import BLAMED, Account
from avow.cues.accounts.search import FAR, find_before
from avow.cues.accounts.sides import is_band, is_civil
from avow.cues.accounts.telling import ALLEGED, PARTAKING
from avow.cues.grammar import Grammar, Span, Speaker, Tag
from avow.cues.lexicon import word_set
from avow.cues.statements.telling import ADMITTING

_SOURCE, _TAIL, _FIRST_COMMA = 14, 7, 4
"""How far before its verb a source begins, how much of the sentence may follow, and how much stands before it."""
_CONTENT = word_set("that it he she they we i :")
_REPORTS = word_set(
    "report reports sources source bulletin communique radio agency newspaper reporter witnesses authorities officials"
)
_HEDGED = word_set("apparently allegedly reportedly probably possibly presumably")


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
        accused = agent(grammar, verb, 14) if passive else grammar.subject(verb, start)
        inside = accused[0] > 1 and grammar.tags[accused[0] - 1] == Tag.PREPOSITION
        if can_act(grammar, accused, named=True) and (passive or not inside):
            band = is_band(grammar, accused) and not _HEDGED & set(grammar.forms[max(0, verb - 3) : verb])
            rule = "according-band" if band else "according-by" if passive else "according-did"
            yield Account(BLAMED, rule, verb, source, accused, (verb, verb + 1))
        return


def told_behind(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Who did it, with who says so behind it: "rebels burned the depot, police reported today"."""
    comma = find_before(grammar, (",",), verb, _SOURCE - 1)
    behind = grammar.forms[verb + 1] if verb + 1 < grammar.count else "."
    if comma < _FIRST_COMMA or behind in _CONTENT or (verb + 1 < grammar.count and grammar.tags[verb + 1] in "DR"):
        return
    source = grammar.phrase_after(comma + 1)
    if source[0] < 0 or source[1] > verb or any(grammar.tags[at] in "VGS" for at in range(source[1], verb)):
        return
    if grammar.count - verb > _TAIL or not _can_tell(grammar, source):
        return
    yield from _deed_before(grammar, comma, verb, source, "told-behind")


def _can_tell(grammar: Grammar, source: Span) -> bool:
    """Whether a phrase can be a source: somebody, or a report."""
    return can_act(grammar, source) or bool(_REPORTS & set(grammar.forms[source[0] : source[1]]))


def _deed_before(grammar: Grammar, stop: int, verb: int, source: Span, rule: str) -> Iterator[Account]:
    """The first deed of the clauses before a source, by whom it was done."""
    for at in range(max(0, stop - FAR), stop):
        taken = grammar.forms[at].startswith(PARTAKING) and grammar.tags[at] == Tag.VERB
        if grammar.tags[at] != Tag.VERB or not (taken or does(grammar, at)) or not held(grammar, at):
            continue
        if is_denied(grammar, at) or grammar.forms[0] == "had":
            return
        passive = grammar.undergone(at)
        accused = agent(grammar, at, 14) if passive else grammar.subject(at)
        act = find_act(grammar, at + 1, at + 8, deeds=False) if taken else (at, at + 1)
        inside = accused[0] > 1 and grammar.tags[accused[0] - 1] == Tag.PREPOSITION and not passive
        told = set(grammar.forms[max(0, accused[0] - 1) : accused[1]])
        if act[0] >= 0 and can_act(grammar, accused, named=True) and not inside and not ALLEGED & told:
            if is_band(grammar, accused) or (passive and is_civil(grammar, source)):
                yield Account(BLAMED, rule, verb, source, accused, act)
                return
        if accused[0] >= 0 and not passive:
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
    if act[0] < 0 or said < 0 or not held(grammar, said) or grammar.forms[said].startswith(ADMITTING):
        return
    if ALLEGED & set(grammar.forms[said : accused[1]]):
        return
    yield Account(BLAMED, "says-act-done-by", said, who(grammar, said), accused, act)
