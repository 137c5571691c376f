"""What evaluations hold of the register of claims."""

from __future__ import annotations

from pydantic import model_validator

from avow.shapes.shape import Interval, Scores, Shape


class StatusScores(Scores):
    """Scores of a status of the register."""

    precision: Interval
    recall: Interval
    f1: Interval
    support: Interval


class Genre(Scores):
    """F1 of each status in a genre."""

    documents: int


class RuleRow(Shape):
    """A rule of the grammar: how often it finds something, and is right."""

    status: str
    rule: str
    use: str
    sentences: int
    right: Interval


class CertaintyRow(Shape):
    """How often records of a range of probabilities are right."""

    low: float
    high: float
    records: int
    probability: float
    right: Interval


class RegisterScores(Shape):
    """Scores of the register on a set."""

    name: str
    documents: int
    sentences: int
    scores: dict[str, StatusScores]
    rest: dict[str, Interval]
    genres: dict[str, Genre]
    rules: list[RuleRow] = []
    certainty: list[CertaintyRow] = []

    @model_validator(mode="after")
    def _says_how_many_were_asked(self) -> RegisterScores:
        for name in self.rest:
            asked = self.rest.get(name if name.endswith(" asked") else f"{name} asked")
            if asked is None or asked.value is None:
                raise ValueError(f"rest does not say of how many {name} is a share")
        return self
