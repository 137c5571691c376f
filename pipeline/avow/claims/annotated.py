"""What annotators say of a claim beside who made it, from the attributes of its sentence."""

from __future__ import annotations

from avow.claims.channels import FROM_CORPUS, UNKNOWN, UNTOLD
from avow.records import ActKind, GoldSentence


def channel_of(gold: GoldSentence) -> int:
    """The channel that annotators told of a claim.

    Args:
        gold: A claim.

    Returns:
        A code of GTD's ``claimmode``; 10 where they told none.
    """
    mode = dict(gold.attributes).get("mode", "")
    return UNKNOWN if mode in UNTOLD else FROM_CORPUS.get(mode, UNKNOWN)


def is_doubted(gold: GoldSentence) -> bool:
    """Whether annotators say that the text doubts a claim.

    Args:
        gold: A claim.

    Returns:
        True where they do.
    """
    return dict(gold.attributes).get("doubt") == "yes"


def kind_of(gold: GoldSentence) -> ActKind | None:
    """The kind of act that annotators told of a claim.

    Args:
        gold: A claim.

    Returns:
        The kind; ``None`` where they were not asked.
    """
    kind = dict(gold.attributes).get("kind")
    return ActKind(kind) if kind is not None else None
