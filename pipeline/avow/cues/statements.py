"""Cues of what is said about an act beside an avowal: that it is denied, claimed by nobody, blamed or suspected.

They serve the register of claims alone; the three-class model does not see them. Each match of a pattern also says at
which word it stands, which is where the register looks for who speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from avow.cues.lexicon import WordClass as W
from avow.cues.patterns import AVOWAL, GATES, PLAIN, REACH, STANCES, TELLING, tables
from avow.cues.reading import Reading

__all__ = [
    "AVOWAL",
    "PLAIN",
    "REACH",
    "STANCES",
    "Statement",
    "names_act",
    "statement_cues",
    "statement_values",
    "statements",
    "telling",
]


class Statement(NamedTuple):
    """A pattern that was found.

    Attributes:
        name: The cue.
        stance: ``claimed``, ``denied``, ``unclaimed``, ``blamed`` or ``suspected``.
        start: Its first token.
        end: The token after its last one.
    """

    name: str
    stance: str
    start: int
    end: int


_NEGATIONS = re.compile(r"[’`´]")


def telling(text: str) -> bool:
    """Whether a text can hold a pattern that makes a record; without it the text need not be read further.

    Args:
        text: A sentence.

    Returns:
        False only where :func:`statements` finds none but such as count beside an avowal.
    """
    return TELLING.search(_NEGATIONS.sub("'", text.lower())) is not None


def statements(reading: Reading) -> list[Statement]:
    """The patterns of a sentence.

    Args:
        reading: The sentence.

    Returns:
        The first match of each pattern that matches, in the order of the table.
    """
    text = " ".join(reading.forms) + " "
    found: list[Statement] = []
    for stance, rows in tables().items():
        if GATES[stance].search(text) is None:
            continue
        for name, pattern in rows:
            match = pattern.search(text)
            if match is not None:
                start = text.count(" ", 0, match.start())
                if stance == AVOWAL and reading.negated(start):
                    name = f"{name}-negated"
                elif stance == AVOWAL and _demanded(reading, start):
                    name = f"{name}-demanded"
                found.append(Statement(name, stance, start, start + len(match[0].split())))
    return found


_CORE = frozenset({"claimed-takes-responsibility", "claimed-responsibility-taken", "claimed-claim-of-responsibility"})
_CORE_VALUE = 4.0
_NOT_CORE = frozenset({"claimed-denies-word", "claimed-nobody"})


def _demanded(reading: Reading, at: int) -> bool:
    """Whether responsibility is only asked for: "should assume", "urges it to accept"."""
    return at > 0 and reading.forms[at] in _BARE and reading.forms[at - 1] in _ASKING


_BARE = frozenset({"assume", "accept", "take", "bear", "acknowledge", "admit", "own"})
_ASKING = frozenset(
    {"to", "should", "must", "will", "would", "could", "may", "might", "shall", "can", "not", "or", "and"}
)


def names_act(reading: Reading) -> bool:
    """Whether a sentence names a hostile act.

    Args:
        reading: The sentence.

    Returns:
        True where a word of an act is in it.
    """
    return bool(reading.present & (W.ACT_NOUN | W.ACT_VERB | W.CYBER))


def statement_values(reading: Reading, found: Sequence[Statement], *, near: bool = False) -> dict[str, float]:
    """The cues of the patterns of a sentence as terms.

    Args:
        reading: The sentence.
        found: What :func:`statements` found.
        near: Whether one of the sentences just before names a hostile act.

    Returns:
        Values by term: one for each cue, more for the plain claim of responsibility, which the penalty of the
        regression would otherwise keep from deciding alone.
    """
    names = sorted(set(statement_cues(reading, found, near=near)))
    return {f"q:{name}": _CORE_VALUE if name.startswith("claimed-core") else 1.0 for name in names}


def statement_cues(reading: Reading, found: Sequence[Statement], *, near: bool = False) -> Iterator[str]:
    """The cues of the patterns of a sentence, each also with whether the sentence names a hostile act.

    Args:
        reading: The sentence.
        found: What :func:`statements` found.
        near: Whether one of the sentences just before names a hostile act.

    Yields:
        Names of cues.
    """
    act = names_act(reading)
    names = {item.name for item in found}
    if names & _CORE and not names & _NOT_CORE:
        yield "claimed-core-with-act" if act else "claimed-core-near-act" if near else "claimed-core-without-act"
    counts: dict[str, int] = {}
    for item in found:
        yield item.name
        yield f"{item.name}{'-with-act' if act else '-without-act'}"
        if reading.quoted[item.start]:
            yield f"{item.stance}-in-quotation"
        counts[item.stance] = counts.get(item.stance, 0) + 1
    for stance, count in counts.items():
        yield f"{stance}-pattern{'-with-act' if act else '-without-act'}"
        if count > 1:
            yield f"{stance}-patterns"
        if count > 3:
            yield f"{stance}-many-patterns"
