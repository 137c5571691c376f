"""What the grammar finds in a sentence, as evidence beside other: its rules are plain, and the seeds hold the unusual."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from avow.mentions.runs import Mention
from avow.mentions.stated import Found
from avow.records import Span, Status

TRUST = 3.0
"""What the score of a phrase gains where the grammar finds it in the role: on the development half of real news its rules
are righter than on the seeds, from which the regressions learn how far they can be trusted. Between 2 and 4 it makes
little difference."""


def said_in(role: str, given: Found) -> Mention | None:
    """Whom the grammar finds in a role.

    Args:
        role: ``speaker`` or ``accused``.
        given: What the grammar finds.

    Returns:
        The phrase, ``None`` where it finds nobody.
    """
    return given.speaker if role == "speaker" else given.accused


def candidates(every: Sequence[Mention], said: Mention | None) -> Sequence[Mention]:
    """The phrases that may have a role: those of the sentence, and the words that the grammar cut out of it.

    Args:
        every: The phrases of the sentence, in order.
        said: Whom the grammar finds in the role, if anybody.

    Returns:
        All in the order of their first tokens.
    """
    if said is None or said in every:
        return every
    return tuple(sorted((*every, said), key=lambda item: item.start))


def may_be_nobody(role: str, given: Found) -> bool:
    """Whether a sentence may leave open who has a role: the grammar tells of a suspicion or blame and not whose it is.

    Args:
        role: ``speaker`` or ``accused``.
        given: What the grammar finds.

    Returns:
        True where nobody is an answer beside the phrases.
    """
    return role == "speaker" and given.alone and given.speaker is None


def nobody_features(role: str, status: Status, given: Found) -> list[str]:
    """The features of the answer that a sentence does not tell who has a role.

    Args:
        role: ``speaker`` or ``accused``.
        status: What is said.
        given: What the grammar finds.

    Returns:
        Names of features.
    """
    names = ["nobody", f"nobody,{given.rule}"]
    return [f"{role}|{name}" for name in names] + [f"{role}|{status}|{name}" for name in names]


def given_features(item: Mention, role: str, given: Found) -> Iterator[str]:
    """Whether the grammar finds a phrase in a role, or in the other one.

    Args:
        item: The phrase.
        role: ``speaker`` or ``accused``.
        given: What the grammar finds.

    Yields:
        Names of features.
    """
    said = said_in(role, given)
    other = given.accused if role == "speaker" else given.speaker
    if said is not None and item == said:
        yield "given"
        yield f"given,{given.rule}"
        yield f"given,{item.kind}"
    elif said is not None and overlap(item, said):
        yield "given-partly"
    if other is not None and overlap(item, other):
        yield "given-other"


def overlap(first: Mention | Span, second: Mention | Span) -> bool:
    """Whether two phrases of a sentence, or two spans of a document, have something in common.

    Args:
        first: One.
        second: Another one of the same kind.

    Returns:
        True where they do.
    """
    return first.start < second.end and second.start < first.end
