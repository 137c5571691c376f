"""What an account is: somebody denies, blames or suspects, by which words."""

from __future__ import annotations

from typing import NamedTuple

from avow.cues.grammar import NO_SPAN, Span

DENIED, BLAMED, SUSPECTED = "denied", "blamed", "suspected"


class Account(NamedTuple):
    """An account of who did a hostile act that is no avowal of it.

    Attributes:
        stance: ``denied``, ``blamed`` or ``suspected``.
        rule: Which rule found it.
        verb: The word that says it, a token.
        speaker: Noun phrase of who says it, tokens from and to.
        accused: Noun phrase of who is said to have done it.
        act: The words of the act.
    """

    stance: str
    rule: str
    verb: int
    speaker: Span = NO_SPAN
    accused: Span = NO_SPAN
    act: Span = NO_SPAN
