"""Accounts of who did a hostile act that are no avowals: denials, accusations, suspicions.

They serve the register of claims alone; the three-class model does not see them. Rules for each are in a package of its
own; what all of them look for, acts, people, sides and who tells, is in the modules beside this one. Sources: CAMEO 015,
016 and 112; the codebook's lists of what is never a claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from avow.cues.accounts.blame import accusations
from avow.cues.accounts.denial import denials
from avow.cues.accounts.records import BLAMED, Account
from avow.cues.accounts.suspicion import suspicions
from avow.cues.avowal import statements_of
from avow.cues.grammar import Grammar, Span, Speaker, grammar_of
from avow.cues.reading import Reading
from avow.cues.statements.acts import same_head

__all__ = ["ANSWERS", "LOOSE", "Account", "accounts"]

LOOSE = frozenset(
    {
        "says-own-side",
        "says-did-unheard",
        "says-done-by-unheard",
        "reports-maybe",
        "reports-according",
        "reports-theirs",
        "punished-over",
        "concludes-own-side",
        "alleges-own-side",
        "according-did",
        "says-when-they",
        "act-by",
        "work-of",
        "attributes-it",
        "saw-them",
        "bears-signs",
        "sees-hand",
        "suspect-in",
        "held-after",
        "guesses-any",
        "held-in-connection",
        "main-suspect",
        "under-investigation",
        "denies-other-did",
        "denies-clause-of-act",
        "denies-some-part",
    }
)
"""Rules that find an account too often where there is none: they only inform the regressions."""


_CHARGING = ("court", "accuses", "charges", "found-guilty", "on-trial", "faces-trial", "given-term", "sentence-for")
_MILD = frozenset({"suspected-doer", "allegedly-did"})
"""Rules of suspicion by a word beside the deed, which an accusation of the same person explains."""

ANSWERS = frozenset(
    {
        "did-not",
        "did-not-behind",
        "named-did-not",
        "named-did-not-behind",
        "ours-did-not",
        "not-by-ours",
        "not-by-own",
        "culprits-not-ours",
        "none-there",
        "had-no-forces",
        "had-no-share",
        "had-left",
        "gave-no-order",
        "not-theirs",
        "says-no-culprit",
        "says-case-false",
        "disputes-this",
        "alibi",
        "calls-this-false",
        "knew-nothing",
        "disowns",
        "denies-something-else",
        "calls-it-false",
        "did-not-at-all",
        "none-of-ours-ever",
        "never-did",
        "only-did",
        "none-such",
        "could-not-have",
        "did-to-nobody",
        "learned-from-news",
        "disputes-of-act",
        "calls-act-false",
    }
)
"""Rules of denial that are right where somebody has been accused before; elsewhere people say what they did not do, or
that something is false, of much else."""


@lru_cache(maxsize=64)
def accounts(reading: Reading) -> tuple[Account, ...]:
    """The accounts of a sentence.

    Args:
        reading: The sentence.

    Returns:
        Denials, accusations and suspicions; a sentence may hold several.
    """
    grammar = grammar_of(reading)
    stated = statements_of(reading)
    found = (*denials(grammar, stated), *accusations(grammar, stated), *suspicions(grammar))
    told = tuple(item for item in found if not _nobody(grammar, item.speaker) and not _nobody(grammar, item.accused))
    charges = tuple(item for item in told if item.stance == BLAMED and item.rule.startswith(_CHARGING))
    return tuple(item for item in told if not (item.rule in _MILD and _charged(grammar, item, charges)))


def _charged(grammar: Grammar, item: Account, charges: Sequence[Account]) -> bool:
    """Whether the sentence says of who is suspected that they are accused of it: "the alleged gunman, charged with murder"."""
    if item.accused[0] < 0:
        return False
    pronoun = grammar.speaker(item.accused) is Speaker.PRONOUN
    return any(
        pronoun
        or max(item.accused[0], other.accused[0]) < min(item.accused[1], other.accused[1])
        or same_head(grammar, other.accused, item.accused)
        for other in charges
    )


def _nobody(grammar: Grammar, span: Span) -> bool:
    """Whether nobody speaks or is accused: "no one has been charged"."""
    return span[0] >= 0 and (grammar.forms[span[0]] == "nothing" or grammar.speaker(span) is Speaker.NOBODY)
