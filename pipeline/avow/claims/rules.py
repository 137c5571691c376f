"""The rules of the grammar that speak for a status, by name: why a record is there, and what is scored of each."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from avow.claims.plainness import plainness
from avow.cues import Reading
from avow.cues.accounts import ANSWERS, LOOSE, accounts
from avow.cues.avowal import statements_of, weigh
from avow.records import Status


class Use(StrEnum):
    """What a rule is good for."""

    SPEAKS = "speaks"
    """It speaks for a status wherever it finds an act."""
    ANSWERS = "answers"
    """It speaks for a denial where somebody was accused just before."""
    INFORMS = "informs"
    """It errs often, and only informs the regressions."""


class Rule(NamedTuple):
    """A rule that found something in a sentence.

    Attributes:
        status: What it speaks for.
        name: Its name.
        use: What it is good for.
    """

    status: Status
    name: str
    use: Use


def rules_of(reading: Reading) -> Iterator[Rule]:
    """The rules that find something in a sentence.

    Args:
        reading: The sentence.

    Yields:
        Rules, each as often as it finds something: kinds of avowals for claims, accounts for denials, accusations and
        suspicions. That nobody has claimed is told by patterns alone, which are terms of a regression.
    """
    for item in statements_of(reading):
        if weigh(item):
            yield Rule(Status.CLAIMED, str(item.kind), Use.SPEAKS if plainness(reading, item) else Use.INFORMS)
    for account in accounts(reading):
        use = Use.INFORMS if account.rule in LOOSE else Use.ANSWERS if account.rule in ANSWERS else Use.SPEAKS
        yield Rule(Status(account.stance), account.rule, use)
