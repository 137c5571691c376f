"""What the stages of the corpus write: boundaries, partitions, and rows of sentences and labels."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from avow.shapes.shape import LabelName, Shape


class Miss(Shape):
    """A boundary that one side has."""

    document: str
    kind: str
    context: str


class Boundaries(Shape):
    """What ``avow sentences --scores`` writes."""

    f1: float
    precision: float
    recall: float
    gold: int
    sentences: int
    sentences_exact: int
    misses: list[Miss]


class Share(Shape):
    """Sentences of a label in a part of the corpus."""

    partition: str
    family: str
    label: str
    documents: int
    sentences: int


class Partitions(Shape):
    """What ``avow labels --summary`` writes."""

    partitions: list[Share]
    documents: dict[str, int]


class SentenceRow(Shape):
    """A row of what ``avow sentences`` writes."""

    document: str
    sentence: int
    paragraph: int
    start: int = Field(ge=0)
    end: int
    text: str
    open_quote: bool


class LabelRow(SentenceRow):
    """A row of what ``avow labels`` writes, for a sentence of the splitter that has no label."""

    boundaries: Literal["gold", "predicted"]
    partition: Literal["train", "development", "test"]
    label: LabelName | None


class GoldRow(LabelRow):
    """A row of what ``avow labels`` writes, for a sentence with a label."""

    label: LabelName
    second: LabelName | None
    attributes: dict[str, str]
    group: str
    genre: str
    family: str
    line: int
