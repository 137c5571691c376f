"""Whether two strings name one party."""

from __future__ import annotations

import re
from functools import lru_cache

from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import classes
from avow.mentions.heads import head_word

TITLES = frozenset(
    "the al el mr mrs ms dr sir lord lady king queen prince princess sheikh sheik imam mullah ayatollah president general gen "
    "colonel col captain capt major maj lieutenant lt sergeant sgt commander judge justice minister prime senator mayor chief "
    "former acting late deputy vice st saint abu".split()
)
"""Titles and the like, which are no part of a name that would tell two apart."""
WORD = re.compile(r"\w+")
_SEATED = re.compile(
    r"(?<!\S)\S*-(?:based|backed|led|linked|aligned|affiliated|born|trained|funded|sponsored|supported|controlled|held)(?!\S)",
    re.IGNORECASE,
)
"""Where somebody is from, or whom they follow: no part of their name."""


def same_party(first: str, second: str) -> bool:
    """Whether two strings name one party: equal but for case and article, one head, or one an acronym of the other.

    A place or leader that only stands in a compound, "Karsh-based" or "Karsh-led", is not what the compound describes.
    Bodies whose head is a common word, "the Saltmarsh Brigade" and "the Estuary Brigade", are two where each has a name
    that the other one lacks.

    Args:
        first: A phrase.
        second: Another one.

    Returns:
        True where they agree.
    """
    left, right = _plain(first), _plain(second)
    if not left or not right:
        return False
    if left == right:
        return True
    head = head_word(first)
    if head == head_word(second):
        own, other = _names(first, head), _names(second, head)
        return not (own - other and other - own and (_is_body(head) or _capital_head(first, second, head)))
    shorter, longer = sorted((left, right), key=len)
    # "Karsh" is not the "Karsh-based Front".
    whole = _plain(_SEATED.sub(" ", first if longer is left else second))
    if f" {shorter} " in f" {whole} " or _is_people_of(shorter, longer):
        return True
    return is_acronym(first, second)


def _is_people_of(shorter: str, longer: str) -> bool:
    """Whether a plural name is that of members: "Houthis", "Houthi rebels"."""
    name, _, rest = longer.partition(" ")
    if shorter != f"{name}s" or not rest or classes().get(name, 0) or classes().get(shorter, 0):
        return False
    return all(classes().get(word, 0) & (W.MEMBER | W.INSURGENT) for word in rest.split())


def _names(text: str, head: str) -> frozenset[str]:
    """The words of a name that begin with a capital, its head left out."""
    found = frozenset(word.lower() for word in WORD.findall(text) if word[0].isupper())
    return frozenset(word for word in found - TITLES - {head} if not classes().get(word, 0) & W.OFFICIAL)


def _is_body(head: str) -> bool:
    return bool(classes().get(head, 0) & (W.GROUP | W.MEMBER))


def _capital_head(first: str, second: str, head: str) -> bool:
    """Whether the head is a part of both names: "the Real IRA" and "the Provisional IRA"."""
    return all(word[0].isupper() for text in (first, second) for word in WORD.findall(text) if word.lower() == head)


_UNLETTERED = frozenset("of for and in i e ul al el de del la".split())
"""Small words that acronyms leave out: "TTP" for "Tehrik-i-Taliban Pakistan"."""


def is_acronym(first: str, second: str) -> bool:
    """Whether one of two strings is the initials of the other.

    Args:
        first: A phrase.
        second: Another one.

    Returns:
        True where it is, small words counted or not.
    """
    shorter, longer = sorted((_plain(first), _plain(second)), key=len)
    initials = "".join(word[0] for word in longer.split() if word not in _UNLETTERED)
    return len(shorter) >= 2 and shorter.replace(" ", "") in {initials, "".join(word[0] for word in longer.split())}


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    words = [word for word in WORD.findall(text.lower()) if word not in {"the", "a", "an", "s"}]
    return " ".join(words)
