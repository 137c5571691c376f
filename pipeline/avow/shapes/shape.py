"""A part of a file, and what keeps a value from having its shape."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

LabelName = Literal["fact", "opinion", "claim-of-responsibility"]
EachLabel = Annotated[dict[LabelName, int], Field(min_length=3)]
Triple = Annotated[list[float], Field(min_length=3, max_length=3)]


class Shape(BaseModel):
    """A part of a file: values as they are, none made to fit, all numbers finite."""

    model_config = ConfigDict(strict=True, allow_inf_nan=False)


class Interval(Shape):
    """A score; ``None`` where it is undefined."""

    value: float | None
    low: float | None
    high: float | None


class Scores(Shape):
    """Named scores, and any number of further ones."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Interval]


def faults(shape: type[Shape], content: Any) -> list[str]:
    """What keeps a value from having a shape.

    Args:
        shape: The shape.
        content: The value.

    Returns:
        Place and fault, one a fault; empty where it fits.
    """
    try:
        shape.model_validate(content)
    except ValidationError as error:
        found: list[str] = []
        for fault in error.errors(include_url=False, include_input=False, include_context=False):
            place = ".".join(map(str, fault["loc"]))
            message = fault["msg"].removeprefix("Value error, ").lower()
            found.append(f"{place}: {message}" if place else message)
        return found
    return []
