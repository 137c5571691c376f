"""Whether two records of a document speak of one act, and of one party."""

from __future__ import annotations

import re
from typing import NamedTuple

from avow.cues.lexicon import word_set
from avow.mentions import same_party
from avow.records import ActKind, Claim, Party, Status

ACCUSING = frozenset({Status.BLAMED, Status.SUSPECTED})
REACH = 8
"""How many sentences later an act may be spoken of without its name."""
_POINTER = re.compile(r"(?:it|they|he|she|we|i|us|them|him|her|its|their|his|our|my|who)", re.IGNORECASE)
_POINTING = word_set("the this that these those it its their both")
_ARTICLES = word_set("a an some one two three four five six seven eight nine ten several many")
_OTHER = word_set("another second third fourth further separate similar different other subsequent later new")
_TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday january february march april may june "
    "july august september october november december"
)
_AIMED, _PLACED = word_set("of on against"), word_set("in at near")
_ENDS = word_set("that which who whom when while after before because and but or to from by with for as")
_PEOPLE = word_set("people person persons man men woman women civilians others members")
_WORD = re.compile(r"[^\W_](?:[\w'’-]*\w)?")


class _Told(NamedTuple):
    """What the words of an act tell of it beside its kind.

    Attributes:
        names: Names and numbers in them, in lower case.
        times: Days and months.
        targets: Words for what was attacked.
        pointing: Whether they point back: "the attack".
        other: Whether they say that it is another one: "a second bombing".
        fresh: Whether they bring up an act for the first time: "a bombing".
    """

    names: frozenset[str]
    times: frozenset[str]
    targets: frozenset[str]
    pointing: bool
    other: bool
    fresh: bool


def same_act(first: Claim, second: Claim) -> bool:
    """Whether two records of a document speak of one act.

    Args:
        first: A record.
        second: A later one.

    Returns:
        True where the kinds agree, nothing that is told of the two acts tells them apart, and the later one points back
        at the act, does not name it, or has a name, a number or a target in common with the earlier one.
    """
    if len({first.kind, second.kind} - {ActKind.UNKNOWN}) > 1:
        return False
    if first.act is None or second.act is None:
        return _distance(first, second) <= REACH
    if first.act == second.act:
        return True
    earlier, later = _told(first.act.text), _told(second.act.text)
    if later.other or _apart(earlier, later):
        return False
    if earlier.names & later.names or earlier.targets & later.targets:
        return True
    if first.act.text.lower() == second.act.text.lower():
        return not later.fresh or _distance(first, second) <= REACH
    return not later.fresh


def same_rival_act(first: Claim, second: Claim) -> bool:
    """Whether two parties claim one act: it is named alike, or the later record points back at it from nearby.

    Args:
        first: A record.
        second: A later one.

    Returns:
        True where both name the act and its kind, and the above holds.
    """
    if first.act is None or second.act is None or _distance(first, second) > REACH:
        return False
    if ActKind.UNKNOWN in {first.kind, second.kind} or first.kind is not second.kind:
        return False
    earlier, later = _told(first.act.text), _told(second.act.text)
    if later.other or _apart(earlier, later):
        return False
    shared = earlier.names & later.names or earlier.targets & later.targets
    return bool(shared) or later.pointing or first.act.text.lower() == second.act.text.lower()


def agree(first: Party | None, second: Party | None) -> bool:
    """Whether two parties of one document may be one.

    Args:
        first: A party, or nobody.
        second: Another one.

    Returns:
        True where they are the same, or one of them is not told or but a pronoun.
    """
    if first is None or second is None:
        return True
    if is_pointer(first.name.text) or is_pointer(second.name.text):
        return True
    return same_party(first.name.text, second.name.text)


def is_pointer(name: str) -> bool:
    """Whether a name is only a pronoun, for which no name was found.

    Args:
        name: The name.

    Returns:
        True where it is.
    """
    return _POINTER.fullmatch(name) is not None


def _distance(first: Claim, second: Claim) -> int:
    """Sentences between the nearest pieces of evidence."""
    return min(abs(one.sentence - other.sentence) for one in first.evidence for other in second.evidence)


def _apart(first: _Told, second: _Told) -> bool:
    """Whether something told of both tells them apart: names, times, or targets, compared each with its like."""
    pairs = ((first.times, second.times), (first.names, second.names), (first.targets, second.targets))
    return any(left and right and not left & right for left, right in pairs)


def _told(text: str) -> _Told:
    raws = _WORD.findall(text)
    words = [raw.lower().replace("’", "'").removesuffix("'s") for raw in raws]
    names = frozenset(
        word
        for raw, word in zip(raws, words, strict=True)
        if (raw[:1].isupper() or raw[:1].isdigit()) and word not in _TIMES | _POINTING | _ARTICLES
    )
    opening = words[0] if words else ""
    return _Told(
        names,
        frozenset(words) & _TIMES,
        _targets(words),
        opening in _POINTING,
        any(word in _OTHER for word in words[:3]),
        opening in _ARTICLES,
    )


def _targets(words: list[str]) -> frozenset[str]:
    """What was attacked: "the bombing of the port", "kidnapping an engineer"; not where, and not people in general."""
    aimed = next((at for at, word in enumerate(words) if word in _AIMED), None)
    if aimed is not None:
        begin = aimed + 1
    elif len(words) > 2 and words[0] not in _POINTING | _ARTICLES and words[1] in _POINTING | _ARTICLES:
        begin = 2
    else:
        return frozenset()
    found: list[str] = []
    for word in words[begin:]:
        if word in _PLACED or word in _ENDS:
            break
        found.append(word)
    return frozenset(found) - _POINTING - _ARTICLES - _PEOPLE - _AIMED
