"""Cues of what is said about an act beside an avowal: that it is denied, claimed by nobody, blamed or suspected.

Patterns, the grammar's statements and its accounts become terms that the register's regressions see, and the
three-class model does not. Each match of a pattern also says at which word it stands, which is where the register
looks for who speaks when there is no account.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from avow.cues.accounts import accounts
from avow.cues.avowal import name_of, statements_of
from avow.cues.grammar import grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.patterns import GATES, SAYING, STANCES, tables
from avow.cues.reading import Reading, line_of

__all__ = ["SAYING", "STANCES", "Saying", "names_act", "saying_values", "sayings"]


class Saying(NamedTuple):
    """A pattern that was found.

    Attributes:
        name: The cue.
        stance: ``denied``, ``unclaimed``, ``blamed`` or ``suspected``.
        start: Its first token.
        end: The token after its last one.
    """

    name: str
    stance: str
    start: int
    end: int


def sayings(reading: Reading) -> list[Saying]:
    """The patterns of a sentence.

    Args:
        reading: The sentence.

    Returns:
        The first match of each pattern that matches, in the order of the table.
    """
    text = line_of(reading.forms) + " "
    found: list[Saying] = []
    for stance, rows in tables().items():
        if GATES[stance].search(text) is None:
            continue
        for name, pattern in rows:
            match = pattern.search(text)
            if match is not None:
                start = text.count(" ", 0, match.start())
                found.append(Saying(name, stance, start, start + len(match[0].split())))
    return found


def names_act(reading: Reading) -> bool:
    """Whether a sentence names a hostile act.

    Args:
        reading: The sentence.

    Returns:
        True where a word of an act is in it.
    """
    return bool(reading.present & (W.ACT_NOUN | W.ACT_VERB | W.CYBER))


def saying_values(reading: Reading, found: Sequence[Saying]) -> dict[str, float]:
    """The patterns of a sentence as terms, each also with whether the sentence names a hostile act.

    Args:
        reading: The sentence.
        found: What :func:`sayings` found.

    Returns:
        One for each cue, by term.
    """
    return {f"{SAYING}:{name}": 1.0 for name in (*_cues(reading, found), *_stated(reading), *_told(reading))}


def _told(reading: Reading) -> Iterator[str]:
    """The accounts of the sentence: by rule, and by stance with whether an act is named."""
    for item in accounts(reading):
        yield f"account {item.stance}"
        yield f"account {item.stance} {item.rule}"
        yield f"account {item.stance}{' of-act' if item.act[0] >= 0 else ''}{' accusing' if item.accused[0] >= 0 else ''}"


def _stated(reading: Reading) -> Iterator[str]:
    """What the grammar finds, with whether it names an act and who is accused."""
    for item in statements_of(reading):
        name = f"{name_of(item)}{' of-act' if item.act[0] >= 0 else ''}{' accusing' if item.accused[0] >= 0 else ''}"
        yield name
        yield f"{name}:by-{item.speaker}"
        if 0 <= item.accused[0] < item.accused[1]:
            yield f"{item.kind} accusing-{grammar_of(reading).speaker(item.accused)}"


def _cues(reading: Reading, found: Sequence[Saying]) -> Iterator[str]:
    act = "with-act" if names_act(reading) else "without-act"
    counts: dict[str, int] = {}
    for item in found:
        yield item.name
        yield f"{item.name}-{act}"
        if reading.quoted[item.start]:
            yield f"{item.stance}-in-quotation"
        counts[item.stance] = counts.get(item.stance, 0) + 1
    for stance, count in counts.items():
        yield f"{stance}-pattern-{act}"
        if count > 1:
            yield f"{stance}-patterns"
        if count > 3:
            yield f"{stance}-many-patterns"
