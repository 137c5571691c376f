"""The texts that may tell the kind of an act beside its own words."""

from __future__ import annotations

from collections.abc import Sequence

from avow.claims.acts import BEFORE_NOW, ActSpan, tokens_of
from avow.claims.motives import motives_of
from avow.cues import Reading
from avow.cues.grammar import grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set

_OPENING = 2
"""Words at the beginning of a phrase that may say when it was: "the previous attack", "yesterday's attack"."""
_JOINS = frozenset({"and", "while", ";"})
_STANCES = W.AVOW | W.ASSUME | W.DENY | W.BLAME
_SUBJECT, _OBJECT = 8, 9
"""Tokens from where a clause begins to its verb, and from there to the act."""
_GOES_ON = frozenset((word,) for word in word_set("in which that when where killing wounding injuring leaving"))


def own_words(reading: Reading, span: ActSpan, near: Sequence[str]) -> list[str]:
    """The texts that may tell the kind of an act beside its own words.

    Args:
        reading: The sentence.
        span: The act.
        near: The sentences before.

    Returns:
        The sentence, but for clauses that "but" sets against the act or in which another one is claimed, denied or laid
        to somebody, and those before; of an act with a time of its own
        only its clause, since the sentence may speak of another one: "The Front, which claimed yesterday's attack,
        condemned the bombing of a mill". Where that time is said to be past, the sentences before tell nothing of it.
    """
    tokens = tokens_of(reading, span)
    opening = range(tokens.start, min(tokens.stop, tokens.start + _OPENING))
    past = not BEFORE_NOW.isdisjoint(reading.forms[opening.start : opening.stop])
    if not past and not reading.has(W.TIME, opening.start, opening.stop):
        return [" ".join(_side(reading, tokens, _of_others(reading, span))), *near]
    start, stop = tokens.start, tokens.stop
    while start and reading.forms[start - 1] not in {",", ";"}:
        start -= 1
    while stop < len(reading.forms) and not _ends_clause(reading, stop):
        stop += 1
    return [" ".join(reading.forms[start:stop]), *([] if past else near)]


def _of_others(reading: Reading, span: ActSpan) -> frozenset[int]:
    """The tokens that tell of other acts than one: those named beside it, and what it was revenge for."""
    return motives_of(reading).union(*(tokens_of(reading, other) for other in span.beside))


def _side(reading: Reading, tokens: range, others: frozenset[int]) -> list[str]:
    """The sentence without other acts and what is set beside this one: "did the raid and denied the bombing"."""
    turns = [at for at, form in enumerate(reading.forms) if form == "but" or (form in _JOINS and _owns(reading, at))]
    # "A bomb went off and the Front claimed the attack" tells of the attack, "the Tide claimed a bombing and" does not.
    tags = grammar_of(reading).tags
    owned = next((at for at, mask in enumerate(reading.masks) if mask & _STANCES and tags[at] in "VG"), len(tags))
    start = max((at + 1 for at in turns if at < tokens.start and (reading.forms[at] == "but" or owned < at)), default=0)
    stop = min((at for at in turns if at >= tokens.stop), default=len(reading.forms))
    return [reading.forms[at] for at in range(start, stop) if at not in others]


def _owns(reading: Reading, join: int) -> bool:
    """Whether a clause begins here in which somebody claims, denies or blames for an act of its own."""
    tags = grammar_of(reading).tags
    verb = next((at for at in range(join + 1, min(len(tags), join + _SUBJECT)) if tags[at] in "VG"), -1)
    if verb < 0 or not reading.masks[verb] & _STANCES:
        return False
    for at in range(verb + 1, min(len(tags), verb + _OBJECT)):
        if tags[at] in "VGS" or reading.forms[at] in _JOINS | {"but", ","}:
            return False
        if reading.masks[at] & W.ACT_NOUN:
            return True
    return False


def _ends_clause(reading: Reading, at: int) -> bool:
    """Whether a comma ends what is told of an act, and goes on with nothing that came of it."""
    return reading.forms[at] in {",", ";"} and reading.forms[at + 1 : at + 2] not in _GOES_ON
