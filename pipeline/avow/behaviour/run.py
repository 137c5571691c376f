"""A suite put to a model: outcomes, and failure rates with intervals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from avow.behaviour.cases import Capability, Case, Kind, Suite
from avow.behaviour.expand import expand
from avow.behaviour.outcomes import TOLERANCE, Outcome
from avow.corpus.intervals import wilson
from avow.records import Prediction, Sentence


@dataclass(frozen=True, slots=True)
class Rate:
    """How many cases fail.

    Attributes:
        cases: Cases.
        templates: Different templates that they were made from.
        failures: Cases that fail.
    """

    cases: int
    templates: int
    failures: int

    @property
    def value(self) -> float:
        """The share of cases that fail; nought where there are none."""
        return self.failures / self.cases if self.cases else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Its 95 % interval, in which a template counts once, since its cases stand and fall together."""
        return wilson(self.value, self.templates)

    def to_dict(self) -> dict[str, Any]:
        """The rate for a JSON file.

        Returns:
            Counts, the rate and its interval, rounded to four places.
        """
        low, high = self.interval
        counts = {"cases": self.cases, "templates": self.templates, "failures": self.failures}
        return counts | {"rate": round(self.value, 4), "low": round(low, 4), "high": round(high, 4)}


@dataclass(frozen=True, slots=True)
class Row:
    """A capability's outcomes.

    Attributes:
        capability: The capability.
        outcomes: One a case.
    """

    capability: Capability
    outcomes: tuple[Outcome, ...]

    @property
    def rate(self) -> Rate:
        """How many cases fail."""
        return _rate(self.outcomes)

    @property
    def failures(self) -> tuple[Outcome, ...]:
        """The cases that fail, one a template before the second of any."""
        seen: set[str] = set()
        first: list[Outcome] = []
        rest: list[Outcome] = []
        for item in self.outcomes:
            if not item.passed:
                (rest if item.case.template in seen else first).append(item)
                seen.add(item.case.template)
        return (*first, *rest)


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What a model made of a suite.

    Attributes:
        digest: Of the suite.
        rows: One a capability.
    """

    digest: str
    rows: tuple[Row, ...]

    def kinds(self) -> dict[Kind, Rate]:
        """How many cases of each kind fail.

        Returns:
            A rate a kind.
        """
        return {
            kind: _rate([item for row in self.rows if row.capability.kind is kind for item in row.outcomes])
            for kind in Kind
        }

    def to_dict(self, failures: int = 3) -> dict[str, Any]:
        """The outcomes for a JSON file.

        Args:
            failures: How many failures of each capability are shown.

        Returns:
            Rates of kinds and capabilities, with examples.
        """
        return {
            "digest": self.digest,
            "tolerance": TOLERANCE,
            "cases": sum(len(row.outcomes) for row in self.rows),
            "kinds": {str(kind): rate.to_dict() for kind, rate in self.kinds().items()},
            "capabilities": [
                {
                    "name": row.capability.name,
                    "kind": str(row.capability.kind),
                    "rule": row.capability.rule,
                    "expected": row.capability.expected,
                    **row.rate.to_dict(),
                    "examples": [item.to_dict() for item in row.failures[:failures]],
                }
                for row in self.rows
            ],
        }


def run(suite: Suite, predict: Callable[[Iterable[Sentence]], Iterable[Prediction]]) -> Behaviour:
    """Put a suite to a model.

    Args:
        suite: The suite.
        predict: Gives a prediction a sentence, in order.

    Returns:
        What it made of it.
    """
    cases = list(expand(suite))
    # Many changes are made on the same sentence: each is read once.
    wanted = {_key(sentence): sentence for case in cases for sentence in _sentences(case)}
    found = dict(zip(wanted, predict(wanted.values()), strict=True))
    outcomes: dict[str, list[Outcome]] = {item.name: [] for item in suite.capabilities}
    for case in cases:
        outcomes[case.capability.name].append(Outcome(case, *(found[_key(part)] for part in _sentences(case))))
    return Behaviour(suite.digest, tuple(Row(item, tuple(outcomes[item.name])) for item in suite.capabilities))


def _rate(outcomes: Sequence[Outcome]) -> Rate:
    templates = {item.case.template for item in outcomes}
    return Rate(len(outcomes), len(templates), sum(not item.passed for item in outcomes))


def _sentences(case: Case) -> Iterator[Sentence]:
    yield case.sentence
    if case.changed is not None:
        yield case.changed


def _key(sentence: Sentence) -> tuple[str, bool]:
    return sentence.text, sentence.open_quote
