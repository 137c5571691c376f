"""How plainly the grammar avows, denies or accuses in a sentence, and where it finds nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, reduce
from itertools import pairwise
from operator import or_

from avow.cues import Reading
from avow.cues.accounts import ANSWERS, LOOSE, Account, accounts
from avow.cues.accounts.records import DENIED
from avow.cues.avowal import statements_of, weigh
from avow.cues.grammar import POSSESSIVES, Grammar, Span, Speaker, grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.sayings import Saying, names_act, sayings
from avow.cues.statements import Kind, Statement
from avow.cues.statements.speaking import body_of
from avow.cues.statements.taking import CLAIM
from avow.cues.states import is_state
from avow.mentions.readings import reading_of
from avow.records import Sentence

_BEFORE, _NEAR = 3, 2
_PLAIN = 2
_PLAINNESS, SURENESS = 1.0, 2.0
"""How plainly the grammar's avowals speak: as such, and where somebody says to be responsible for an act or behind it,
which words without grammar take for blame."""
_OF_SOME_ACT = frozenset({"denies-part", "rejects-part", "had-no-part"})
"""Rules of denial of what people have in an act alone: responsibility, a part in it."""
_OWNERS = frozenset({Speaker.GROUP, Speaker.FIRST, Speaker.MESSAGE})
_TAKERS = frozenset({Speaker.GROUP, Speaker.NAME, Speaker.MESSAGE, Speaker.PERSON})
_SAYING_WHAT, _ARTICLES = frozenset({(",",), ("is",), ("was",), ("(",)}), frozenset({("a",), ("an",)})
_SAID_OF = 6
"""Tokens behind a name within which it is said what it is."""


def is_silent(parts: Sequence[Sentence], at: int) -> bool:
    """Whether the grammar finds nothing in a sentence: no account, and no pattern or statement near an act.

    Args:
        parts: The sentences of the document.
        at: Which one.

    Returns:
        True where only the regressions speak.
    """
    reading = reading_of(parts[at])
    return not (accounts(reading) or (of_act(parts, at) and (sayings_of(parts[at]) or statements_of(reading))))


_TURN_WITHIN = 40
"""Words before the second of two within which a turn is looked for, which bounds the time of a long sentence."""
_KNOWN, _DETERMINED = frozenset(["the", "this", "that", "these", "those"]), 3
_TURNS = frozenset(["but", "while", "although", "though", "whereas", ";"])


def plainly(parts: Sequence[Sentence], at: int) -> frozenset[str]:
    """The stances of which the grammar gives an account that names the act, or points back to one just before.

    Args:
        parts: The sentences of the document.
        at: Which one.

    Returns:
        Names of stances.
    """
    own = accounts(reading_of(parts[at]))
    before = [reading_of(part) for part in parts[max(0, at - _NEAR) : at]]
    return frozenset(
        item.stance
        for item in own
        if item.rule not in LOOSE
        and (
            (item.act[0] >= 0 and (item.rule not in ANSWERS or _is_known(reading_of(parts[at]), item.act)))
            or _points_back(item, own, before)
        )
    )


def _is_known(reading: Reading, act: Span) -> bool:
    """Whether an act is named as one that is known to have been done: "the massacre at the mill"."""
    at = act[0]
    named = reading.masks[at] & W.ACT_NOUN and grammar_of(reading).tags[at] in "OJ"
    return bool(named) and not _KNOWN.isdisjoint(reading.forms[max(0, at - _DETERMINED) : at])


def _points_back(item: Account, own: Sequence[Account], before: Sequence[Reading]) -> bool:
    """Whether an account without an act follows an act or another account; a denial of anything follows a charge."""
    if item.stance != DENIED or item.rule in _OF_SOME_ACT:
        return any(speaks(reading) or names_act(reading) for reading in before)
    return any(other.stance != DENIED for other in own) or any(
        other.stance != DENIED for reading in before for other in accounts(reading)
    )


def apart(reading: Reading, avowals: Sequence[Statement]) -> frozenset[str]:
    """The stances of accounts that a turn stands between and all that is avowed: "claimed it, but police said that".

    Args:
        reading: The sentence.
        avowals: Its statements that avow.

    Returns:
        Names of stances, none where nothing is avowed.
    """
    if not avowals:
        return frozenset()
    return frozenset(
        item.stance
        for item in accounts(reading)
        if item.rule not in LOOSE and all(_turns(reading, item.verb, avowal.verb) for avowal in avowals)
    )


def _turns(reading: Reading, first: int, second: int) -> bool:
    """Whether the sentence takes a turn between two of its words."""
    last = max(first, second)
    between = reading.forms[max(min(first, second) + 1, last - _TURN_WITHIN) : last]
    return not _TURNS.isdisjoint(between) or (",", "and") in pairwise(between)


def speaks(reading: Reading) -> bool:
    """Whether a sentence accuses, denies or avows."""
    return bool(accounts(reading)) or any(weigh(item) for item in statements_of(reading))


def of_state(reading: Reading) -> Callable[[Statement], bool]:
    """Whether a state reports a deed, and neither admits it nor claims responsibility."""
    grammar = grammar_of(reading)
    return lambda item: item.kind is Kind.SAYS and not item.admitted and is_state(grammar, item.subject)


def plainness(reading: Reading, statement: Statement) -> float:
    """How far a statement speaks for a claim by its verb, speaker or actor; what a name reports may be a state's.

    Args:
        reading: The sentence.
        statement: The statement.

    Returns:
        What it adds to the score of a claim, nought where it does not speak for one.
    """
    if weigh(statement) != _PLAIN:
        return 0.0
    if statement.kind is Kind.TAKES and statement.act[0] >= 0 and statement.speaker in _TAKERS:
        return _PLAINNESS if reading.forms[statement.verb] in CLAIM else SURENESS
    owned = statement.kind is not Kind.SAYS or statement.admitted or statement.speaker in _OWNERS
    return _PLAINNESS if owned or _of_own_group(reading, statement) else 0.0


def of_body_called_a_group(called: Callable[[tuple[str, ...]], bool], reading: Reading, statement: Statement) -> bool:
    """Whether a spokesman tells what "the group" did, whose body the document calls one: "Zamor, a militia,"."""
    if statement.kind is not Kind.SAYS or not weigh(statement):
        return False
    grammar = grammar_of(reading)
    start, stop = body_of(grammar, statement.subject)
    name = grammar.forms[start:stop]
    return bool(name) and not is_state(grammar, (start, stop)) and called(name)


def is_called_a_group(reading: Reading, name: tuple[str, ...]) -> bool:
    """Whether a word for an armed group stands right before or behind a name, or is said of it."""
    starts = [at for at in range(len(reading.forms)) if reading.forms[at : at + len(name)] == name]
    if not starts:
        return False
    grammar = grammar_of(reading)
    for start in starts:
        if not grammar.capital[start]:
            continue
        stop = start + len(name)
        said = reading.forms[stop : stop + 1] in _SAYING_WHAT and reading.forms[stop + 1 : stop + 2] in _ARTICLES
        behind = range(stop, min(grammar.count, stop + (_SAID_OF if said else 1)))
        if any(_names_a_group(grammar, at) for at in (*range(max(0, start - 1), start), *behind)):
            return True
    return False


def _names_a_group(grammar: Grammar, at: int) -> bool:
    """Whether a word in small letters is one for an armed group, and not for a person."""
    return bool(grammar.masks[at] & W.INSURGENT and grammar.masks[at] & W.GROUP) and not grammar.capital[at]


def _of_own_group(reading: Reading, statement: Statement) -> bool:
    """Whether somebody tells what "his group" or "its fighters" did: what no state says of its army."""
    start, stop = statement.accused
    if start < 0 or reading.forms[start] not in POSSESSIVES:
        return False
    kinds = reduce(or_, reading.masks[start:stop], 0)
    return bool(kinds & W.INSURGENT) and not kinds & (W.STATE | W.OFFICIAL)


def tells_of_act(reading: Reading) -> bool:
    """Whether a sentence names a hostile act, or tells of one without: "listed the firm on its leak site"."""
    posted = reading.possible & W.POST and any(
        item.kind is Kind.POSTS and weigh(item) for item in statements_of(reading)
    )
    return names_act(reading) or bool(posted)


def of_act(parts: Sequence[Sentence], at: int) -> bool:
    """Whether a sentence, or one just before it, names a hostile act: people deny and are blamed for much else."""
    return any(names_act(reading_of(item)) for item in parts[max(0, at - _BEFORE) : at + 1])


@lru_cache(maxsize=4096)
def sayings_of(sentence: Sentence) -> tuple[Saying, ...]:
    """A sentence's patterns, remembered.

    Args:
        sentence: The sentence.

    Returns:
        The patterns that were found.
    """
    return tuple(sayings(reading_of(sentence)))
