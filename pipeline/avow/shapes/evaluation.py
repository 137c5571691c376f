"""What evaluations hold."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from avow.shapes.corpus import Boundaries
from avow.shapes.model import Model
from avow.shapes.register import RegisterScores
from avow.shapes.shape import Interval, LabelName, Scores, Shape, Triple


class OverallScores(Scores):
    """Scores of a whole set."""

    macro_f1: Interval
    accuracy: Interval
    log_loss: Interval
    calibration_error: Interval


class LabelScores(Scores):
    """Scores of a label."""

    precision: Interval
    recall: Interval
    f1: Interval
    average_precision: Interval
    roc_auc: Interval
    support: Interval


class Row(Shape):
    """Scores of a part of the sentences, or of a baseline; none where there is a note."""

    dimension: str
    value: str
    sentences: int
    scores: dict[str, Interval]
    note: str


class Bin(Shape):
    """A bin of a calibration curve."""

    curve: Literal["highest", "fact", "opinion", "claim-of-responsibility"]
    begins: float = Field(alias="from")
    to: float
    count: int
    probability: float
    true: float


class Coverage(Shape):
    """What is decided at a risk."""

    coverage: float
    threshold: float


class RiskCoverage(Shape):
    """Points of coverage, risk and threshold."""

    points: list[Triple]
    coverage_at_risk: dict[str, Coverage | None]


class Curves(Shape):
    """Curves of an evaluation."""

    precision_recall: dict[LabelName, list[Triple]]
    risk_coverage: RiskCoverage


class Mistake(Shape):
    """One of the worst errors."""

    document: str
    line: int
    text: str
    gold: LabelName
    predicted: LabelName
    probabilities: dict[LabelName, float]
    pulled: list[str]


class HowMade(Shape):
    """What an evaluation says of how it was made."""

    confidence: Annotated[float, Field(gt=0, lt=1)]


class Part(Shape):
    """An evaluation by sentence."""

    name: str
    digest: str
    sentences: int
    documents: int
    labels: list[LabelName] = Field(min_length=1)
    merged: dict[str, str]
    dropped: dict[str, int]
    beside_claims: int
    settings: HowMade
    scores: OverallScores
    per_label: dict[LabelName, LabelScores]
    confusion: list[list[int]]
    calibration: list[Bin]
    curves: Curves
    slices: list[Row]
    baselines: list[Row]
    errors: list[Mistake]

    @model_validator(mode="after")
    def _has_each_label(self) -> Part:
        if set(self.per_label) != set(self.labels):
            raise ValueError("per_label has other labels than labels")
        if {len(self.confusion), *map(len, self.confusion)} != {len(self.labels)}:
            raise ValueError("confusion has another size than labels")
        wanted = {"accuracy", "macro_f1", *(f"f1 {label}" for label in self.labels)}
        for row in (*self.slices, *(row for row in self.baselines if row.scores)):
            if not wanted <= set(row.scores):
                raise ValueError(f"{row.dimension} {row.value} lacks {', '.join(sorted(wanted - set(row.scores)))}")
        return self


class EndToEnd(Shape):
    """Scores from raw text."""

    f1: float
    macro_f1: float
    unaligned_gold: int
    unaligned_predicted: int


class ByDocument(Shape):
    """Scores of a yes or no by document."""

    name: str
    question: str
    documents: int
    yes: int
    precision: Interval
    recall: Interval
    f1: Interval


class Evaluation(Shape):
    """What ``avow evaluate --output`` writes."""

    model: Model
    partition: Part | None = None
    transfer: list[Part]
    documents: list[ByDocument] = []
    boundaries: Boundaries | None = None
    end_to_end: EndToEnd | None = None
    register_: list[RegisterScores] = Field(default=[], alias="register")
