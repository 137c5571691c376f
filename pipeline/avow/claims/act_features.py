"""What the words of an act tell of it: names, times, targets, and whether it is another one."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from avow.claims.attack_types import VAGUE
from avow.claims.parties import ARTICLES, POINTING, WORD
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import classes, word_set

_OTHER = word_set(
    "another second third fourth further separate similar different other subsequent later new previous smaller larger"
)
_PAST = word_set("earlier prior past")
"""Say that it is another one, but behind "the", where they may say no more than that it was told of."""
_TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday january february march april may june "
    "july august september october november december"
)
_AIMED, _PLACED = word_set("of on against"), word_set("in at near into")
_NO_TARGETS = (
    POINTING | ARTICLES | _AIMED | word_set("people person persons man men woman women civilians others members")
)
_ENDS = word_set("that which who whom when while after before because and but or to from by with for as")
_MANNERS = word_set(
    "suicide car truck lorry roadside bomb gun rocket mortar drone missile grenade knife arson terror terrorist "
    "deadly fatal armed double twin triple coordinated horrific devastating blessed attempted alleged suspected "
    "failed recent initial latest whole same cyber ransomware mass bloody major large small big air ground night "
    "dawn early late separate first"
)
"""Words before an act's noun that say how it was done; others say what was attacked: "the hotel attack"."""
_WEAPONS = word_set(
    "missile missiles rocket rockets mortar mortars shell shells bomb bombs grenade grenades drone drones projectile "
    "projectiles shot shots bullet bullets device devices charge charges mine mines"
)
"""What is fired at a target or laid there."""


class ActFeatures(NamedTuple):
    """What the words of an act tell of it beside its kind.

    Attributes:
        names: Names and numbers in them, in lower case.
        times: Days and months.
        targets: Words for what was attacked.
        pointing: Whether they point back: "the attack".
        other: Whether they say that it is another one: "a second bombing".
        fresh: Whether they bring up an act for the first time: "a bombing".
        vague: Whether they name but an attack, which may be of any kind.
        single: Whether they are a noun for one act: "the bombing".
        several: Whether they are one for acts that are not told apart: "attacks in the area".
    """

    names: frozenset[str]
    times: frozenset[str]
    targets: frozenset[str]
    pointing: bool
    other: bool
    fresh: bool
    vague: bool
    single: bool
    several: bool


@lru_cache(maxsize=4096)
def features_of(text: str) -> ActFeatures:
    """What the words of an act tell of it, remembered for the acts that it is compared with.

    Args:
        text: The words.

    Returns:
        What they tell.
    """
    raws = WORD.findall(text)
    words = [raw.lower().replace("’", "'").removesuffix("'s") for raw in raws]
    names = frozenset(
        word
        for raw, word in zip(raws, words, strict=True)
        if (raw[:1].isupper() or raw[:1].isdigit()) and word not in _TIMES | POINTING | ARTICLES
    )
    opening = words[0] if words else ""
    single, several = _number(words)
    return ActFeatures(
        names,
        frozenset(words) & _TIMES,
        _targets(words, names | _TIMES),
        opening in POINTING,
        any(word in _OTHER or (word in _PAST and opening not in POINTING) for word in words[:3]),
        opening in ARTICLES or _brings_up(words),
        not VAGUE.isdisjoint(raw.lower() for raw in raws),
        single,
        several and not names,
    )


def _number(words: list[str]) -> tuple[bool, bool]:
    """Whether words are a noun for one act, with a determiner, and whether they are one for acts without it."""
    end = next((at for at, word in enumerate(words) if word in _AIMED | _PLACED | _ENDS), len(words))
    if not end or words[end - 1] in _WEAPONS or not classes().get(words[end - 1], 0) & W.ACT_NOUN:
        return False, False
    plural = words[end - 1].endswith("s")
    if words[0] in POINTING | ARTICLES:
        return not plural, False
    bare = all(word in _MANNERS | _OTHER | _PAST or classes().get(word, 0) & W.ACT_NOUN for word in words[: end - 1])
    return False, plural and bare


def _brings_up(words: list[str]) -> bool:
    """Whether what was attacked is spoken of for the first time: "the sabotage of a pylon", "killing a judge"."""
    at = next((at for at, word in enumerate(words) if word in _AIMED or word.endswith("ing")), -1)
    if at < 0 and words and words[0] not in POINTING:
        # "Shot down a helicopter".
        object_at = _object_at(words) or 0
        return words[object_at] in {"a", "an"} and not _WEAPONS & set(words[object_at:])
    return at >= 0 and words[at + 1 : at + 2] in (["a"], ["an"])


def _object_at(words: list[str]) -> int | None:
    """Where the object of a verb begins with its determiner, ``None`` where none does."""
    return next((at for at, word in enumerate(words[1:4], 1) if word in POINTING | ARTICLES), None)


def _targets(words: list[str], told: frozenset[str]) -> frozenset[str]:
    """What was attacked, not where, and not people in general.

    The words behind "of" or "on", as in "the bombing of the port"; the object of a verb, as in "kidnapping a nurse"; or
    those before the noun, names and times left out, as in "the hotel attack".
    """
    determined = bool(words) and words[0] in POINTING | ARTICLES
    aimed = next((at for at, word in enumerate(words) if word in _AIMED), None)
    object_at = _object_at(words)
    if aimed is None and (determined or object_at is None):
        end = next((at for at, word in enumerate(words) if word in _PLACED | _ENDS), len(words))
        found = words[1 : end - 1] if determined else []
        judging = (word for word in found if classes().get(word, 0) & (W.BAD | W.GOOD | W.EXTREME))
        return frozenset(found) - _NO_TARGETS - _MANNERS - told - frozenset(judging)
    begin = (object_at if aimed is None else aimed) or 0
    aim, rest = _until(words[begin + 1 :])
    if aim & _WEAPONS and rest[:1] in (["at"], ["into"]):
        aim, _ = _until(rest[1:])
    return aim - _WEAPONS


def _until(words: list[str]) -> tuple[frozenset[str], list[str]]:
    """The words up to a place or the end of a phrase, those that tell nothing left out, and the words behind them."""
    end = next((at for at, word in enumerate(words) if word in _PLACED | _ENDS), len(words))
    return frozenset(words[:end]) - _NO_TARGETS, words[end:]
