"""What a statement is: its kind, who acted, and how it is held."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from avow.cues.grammar import NO_SPAN, Span, Speaker


class Kind(StrEnum):
    """What a statement does."""

    TAKES = "takes"
    TAKES_ELSE = "takes-something-else"
    CLAIM_OF = "claim-of-responsibility"
    CLAIMS_ACT = "claims-act"
    CLAIMED_BY = "claimed-by"
    SAYS = "says"
    CONFESSES = "confesses"
    OWN_VOICE = "own-voice"
    SHOWS = "shows"
    POSTS = "posts"
    DENIES = "denies"
    DENIES_ELSE = "denies-something-else"
    BLAMES = "blames"
    SUSPECTS = "suspects"
    RESPONSIBLE = "called-responsible"


class Actor(StrEnum):
    """Who did the act, seen from the speaker."""

    SELF = "self"
    OTHER = "other"
    VICTIM = "victim"
    UNKNOWN = "unknown"


class Statement(NamedTuple):
    """Something said about a hostile act.

    Attributes:
        kind: What it does.
        verb: Its verb, a token.
        speaker: What kind of speaker it has.
        subject: The speaker's noun phrase, tokens from and to.
        act: The act, tokens from and to.
        negated: Whether it is negated.
        intended: Whether it is only intended, possible or demanded.
        actor: Who did the act, seen from the speaker.
        strong: Whether the act is hostile by its own word, or by its object only.
        accused: Noun phrase of who is said to have done it, where not the speaker.
        quoted: Whether it stands inside a quotation.
        admitted: Whether it is admitted or acknowledged rather than only said.
    """

    kind: Kind
    verb: int
    speaker: Speaker
    subject: Span
    act: Span
    negated: bool = False
    intended: bool = False
    actor: Actor = Actor.SELF
    strong: bool = True
    accused: Span = NO_SPAN
    quoted: bool = False
    admitted: bool = False
