"""What a learning curve writes."""

from __future__ import annotations

from pydantic import Field, model_validator

from avow.shapes.shape import Interval, Shape


class CurveSet(Shape):
    """A set that a learning curve is tested on."""

    name: str
    sentences: int


class Point(Shape):
    """Scores after training on some documents."""

    documents: int = Field(ge=1)
    sentences: int
    draws: int
    scores: dict[str, dict[str, Interval]]


class Curve(Shape):
    """What ``avow curve --output`` writes."""

    sets: list[CurveSet] = Field(min_length=1)
    points: list[Point] = Field(min_length=2)
    gain: dict[str, dict[str, Interval]]

    @model_validator(mode="after")
    def _scores_each_set(self) -> Curve:
        for item in self.sets:
            tables = [self.gain.get(item.name, {}), *(point.scores.get(item.name, {}) for point in self.points)]
            if "macro_f1" not in tables[0] or any(set(table) != set(tables[0]) for table in tables):
                raise ValueError(f"points and gain do not have the same scores of {item.name}")
        return self
