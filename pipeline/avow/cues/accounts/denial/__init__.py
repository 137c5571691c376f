"""Denials: who disowns an act, disputes who did it, or says that it was not there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from avow.cues.accounts.denial.denying import plain_denials
from avow.cues.accounts.denial.disowning import disownings
from avow.cues.accounts.denial.disputing import disputes
from avow.cues.accounts.denial.rebutting import rebuttals
from avow.cues.accounts.records import Account
from avow.cues.avowal import weigh
from avow.cues.grammar import Grammar
from avow.cues.statements import Actor, Statement

_ANSWERING = frozenset(
    {"denies-bare", "denies-it", "denies-charge", "rejects-charge", "disputes-this", "disputes-charge", "calls-false"}
)
"""Rules that tell that something said before is denied; where it was an avowal, it is not one's own hand."""


def denials(grammar: Grammar, stated: Sequence[Statement]) -> Iterator[Account]:
    """The denials of a sentence.

    Args:
        grammar: The sentence.
        stated: Its statements.

    Yields:
        Accounts.
    """
    avowals = [item.verb for item in stated if item.actor is Actor.SELF and weigh(item)]
    for item in _all(grammar, stated):
        if item.rule not in _ANSWERING or not any(verb < item.verb for verb in avowals):
            yield item


def _all(grammar: Grammar, stated: Sequence[Statement]) -> Iterator[Account]:
    yield from plain_denials(grammar, stated)
    yield from disputes(grammar)
    yield from rebuttals(grammar)
    yield from disownings(grammar)
