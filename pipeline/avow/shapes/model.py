"""What an evaluation or a manifest holds of a model."""

from __future__ import annotations

from avow.shapes.shape import EachLabel, Shape


class Counted(Shape):
    """What a model was trained or calibrated on."""

    documents: int
    sentences: int
    labels: EachLabel


class Added(Shape):
    """A set that was added to the label file."""

    name: str
    sentences: int
    weight: float
    labels: EachLabel
    kept_from_claims: int
    digest: str


_NOTHING = Counted(documents=0, sentences=0, labels={"fact": 0, "opinion": 0, "claim-of-responsibility": 0})


class Usual(Shape):
    """The share of opinions that a document's is held against."""

    opinions: float
    sentences: float


class Data(Shape):
    """What a model was made from; a part that is not there has no key."""

    training: Counted = _NOTHING
    development: Counted = _NOTHING
    sources: list[Added] = []
    risks: dict[str, float] = {}
    prior: Usual | None = None


class Features(Shape):
    """Parameters of features."""

    kinds: list[str] = []


class Made(Shape):
    """Parameters of a model."""

    features: Features = Features()


class Model(Shape):
    """What an evaluation or a manifest says of a model."""

    terms: int
    versions: dict[str, str]
    parameters: Made
    data: Data
    scores: dict[str, float]
