"""What files that stages write must hold, so that others of that name are told before anything is made of them.

Only what is read of a file is described; more may stand there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from avow.errors import InputError
from avow.storage import read_json

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


class _Scores(Shape):
    """Named scores, and any number of further ones."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Interval]


class OverallScores(_Scores):
    """Scores of a whole set."""

    macro_f1: Interval
    accuracy: Interval
    log_loss: Interval
    calibration_error: Interval


class LabelScores(_Scores):
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


class StatusScores(_Scores):
    """Scores of a status of the register."""

    precision: Interval
    recall: Interval
    f1: Interval
    support: Interval


class Genre(_Scores):
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


class Evaluation(Shape):
    """What ``avow evaluate --output`` writes."""

    model: Model
    partition: Part | None = None
    transfer: list[Part]
    documents: list[ByDocument] = []
    boundaries: Boundaries | None = None
    end_to_end: EndToEnd | None = None
    register_: list[RegisterScores] = Field(default=[], alias="register")


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


MADE_BY: dict[type[Shape], str] = {
    Evaluation: "avow evaluate --output",
    Boundaries: "avow sentences --scores",
    Behaviour: "avow behave --output",
    Curve: "avow curve --output",
    Partitions: "avow labels --summary",
}


def read_shape(path: Path, shape: type[Shape]) -> dict[str, Any]:
    """The content of a JSON file of one of the kinds that stages write.

    Args:
        path: The file.
        shape: A key of ``MADE_BY``.

    Returns:
        Its content as it is, more than the shape describes among it.

    Raises:
        InputError: The file cannot be read or is of another shape.
    """
    content: dict[str, Any] = read_json(path)
    found = faults(shape, content)
    if found:
        raise InputError(
            f"{found[0]}{f' (and {len(found) - 1} more)' if len(found) > 1 else ''}",
            where=str(path),
            expected=f"the file that {MADE_BY[shape]} wrote",
        )
    return content


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
