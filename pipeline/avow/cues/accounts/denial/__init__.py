"""Denials: who disowns an act, disputes who did it, or says that it was not there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from avow.cues.accounts.denial.denying import plain_denials
from avow.cues.accounts.denial.disowning import disownings
from avow.cues.accounts.denial.disputing import disputes
from avow.cues.accounts.denial.rebutting import rebuttals
from avow.cues.accounts.records import Account
from avow.cues.grammar import Grammar
from avow.cues.statements import Statement


def denials(grammar: Grammar, stated: Sequence[Statement]) -> Iterator[Account]:
    """The denials of a sentence.

    Args:
        grammar: The sentence.
        stated: Its statements.

    Yields:
        Accounts.
    """
    yield from plain_denials(grammar, stated)
    yield from disputes(grammar)
    yield from rebuttals(grammar)
    yield from disownings(grammar)
