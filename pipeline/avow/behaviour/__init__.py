"""Behavioural tests of a model, after CheckList (Ribeiro et al. 2020): a written suite, its failures and ceilings."""

from __future__ import annotations

from avow.behaviour.cases import Capability, Case, Kind, Move, Suite
from avow.behaviour.ceilings import Ceiling, exceeded, lowered, rates, read_ceilings, write_ceilings
from avow.behaviour.expand import expand
from avow.behaviour.outcomes import Outcome, moved
from avow.behaviour.run import Behaviour, Rate, Row, run
from avow.behaviour.suite import load_suite, read_suite

__all__ = [
    "Behaviour",
    "Capability",
    "Case",
    "Ceiling",
    "Kind",
    "Move",
    "Outcome",
    "Rate",
    "Row",
    "Suite",
    "exceeded",
    "expand",
    "load_suite",
    "lowered",
    "moved",
    "rates",
    "read_ceilings",
    "read_suite",
    "run",
    "write_ceilings",
]
