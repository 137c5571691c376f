"""Whether the names of two parties may be those of one, and whether words are a name."""

from __future__ import annotations

import re

from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import classes, word_set
from avow.mentions import same_party
from avow.records import Claim, Party, Status

_POINTER = re.compile(r"(?:it|they|he|she|we|i|us|them|him|her|its|their|his|our|my|who)", re.IGNORECASE)
POINTING = word_set("the this that these those it its their both")
_WHOSE = word_set("its their his her")
ARTICLES = word_set("a an some one two three four five six seven eight nine ten several many")
_NAMED = re.compile(r"[A-Z\d]|[a-z]{2,3}-[A-Z]")
"""How a name begins, and not a description: "al-Shabaab", "23 March Movement"."""
WORD = re.compile(r"[^\W_](?:[\w'’-]*\w)?")


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


def rival_parties(first: Claim, second: Claim) -> bool:
    """Whether two claims are by two parties with names, not by a name and "a spokesman" or "its leader".

    Args:
        first: A record.
        second: Another one.

    Returns:
        True where they are.
    """
    if not first.status is second.status is Status.CLAIMED or first.claimant is None or second.claimant is None:
        return False
    parties = (first.claimant, second.claimant)
    if any(map(belongs, parties)) or not all(_NAMED.match(party.name.text) for party in parties):
        return False
    return not agree(*parties)


def belongs(party: Party) -> bool:
    """Whether a party is told as somebody of another one: "its commander, Abu Selim".

    Args:
        party: The party.

    Returns:
        True where its words begin with whose it is.
    """
    return party.mention.text.partition(" ")[0].lower() in _WHOSE


def is_pointer(name: str) -> bool:
    """Whether a name is only a pronoun, for which no name was found.

    Args:
        name: The name.

    Returns:
        True where it is.
    """
    return _POINTER.fullmatch(name) is not None


def is_named(name: str, *, opening: bool = False) -> bool:
    """Whether the words for a party hold a name, and do not only describe it: "Black Sand militants", not "15 gunmen".

    Args:
        name: The words.
        opening: Whether they open a sentence.

    Returns:
        True where one of them is written as a name. A word that opens a sentence, or is in capitals like all of them,
        is written so because of where it stands, and counts unless it is one that describes.
    """
    if is_pointer(name):
        return False
    words = WORD.findall(name)
    shouted = name.isupper() and len(words) > 1
    return name.isdecimal() or any(
        _NAMED.match(word)
        and not word[0].isdecimal()
        and word.lower() not in POINTING | ARTICLES
        and not ((shouted or (opening and at == 0)) and classes().get(word.lower(), 0))
        for at, word in enumerate(words)
    )


def plain_name(name: str) -> str:
    """What two spellings of a name have in common: "the Al-Shabaab" and "Al Shabaab", "Fishermen’s" and "Fishermen's".

    Args:
        name: The name.

    Returns:
        It in small letters with straight apostrophes, a space for hyphens and other white space, without the article
        before it and the genitive's ending.
    """
    words = name.lower().replace("-", " ").replace("’", "'").removesuffix("'s").split()
    return " ".join(words[1:] if words and words[0] in {"the", "a", "an"} else words)


def describes(name: str) -> bool:
    """Whether words say what somebody is, but for a capital that they may have at the head of a sentence.

    Args:
        name: The words for a party.

    Returns:
        True for "Gunmen" and "Masked attackers"; not for one body, "Front", which is the name that it goes by.
    """
    words = WORD.findall(name)
    mask = classes().get(words[-1].lower(), 0) if words else 0
    several = mask & (W.MEMBER | W.INSURGENT | W.OFFICIAL | W.CALLER) and (not mask & W.GROUP or name.endswith("s"))
    return bool(several) and not any(_NAMED.match(word) for word in words[1:])
