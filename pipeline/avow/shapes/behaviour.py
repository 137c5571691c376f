"""What the behavioural suite writes."""

from __future__ import annotations

from pydantic import Field

from avow.shapes.shape import Shape


class Rate(Shape):
    """A failure rate."""

    cases: int
    failures: int
    rate: float = Field(ge=0, le=1)
    low: float
    high: float


class Example(Shape):
    """A sentence of a case that fails."""

    label: str
    probability: float
    text: str


class Capability(Rate):
    """A capability with its failure rate."""

    name: str
    kind: str
    rule: str
    expected: str
    examples: list[dict[str, Example]]


class Behaviour(Shape):
    """What ``avow behave --output`` writes."""

    digest: str
    cases: int
    kinds: dict[str, Rate]
    capabilities: list[Capability]
