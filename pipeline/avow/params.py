"""The parameters of every stage: typed, bounded, unknown keys refused; ``params.yaml`` is their file.

The file has one section a stage, of the same name. A missing key takes the default that stands here.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from avow.errors import ParameterError

Share = Annotated[float, Field(gt=0, lt=1)]
Positive = Annotated[float, Field(gt=0, le=1e6)]
Count = Annotated[int, Field(ge=1, le=1_000_000)]
Seed = Annotated[int, Field(ge=0, lt=2**32)]
HEAVY = frozenset({"pairs", "cues"})
"""Kinds of terms that a light model does without: left are those that score a sentence word by word, and the cues of
avowal."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class PartitionParameters(_Section):
    """How documents are divided.

    Attributes:
        seed: Enters the hash of every slug.
        development: Share of documents that calibrate the model.
        test: Share of documents that are only evaluated on.
        similarity: Jaccard similarity of word shingles from which documents stay together, and from which a sentence to
            evaluate on counts as one that trained the model.
    """

    seed: Seed = 20
    development: Share = 0.15
    test: Share = 0.15
    similarity: Share = 0.8

    @model_validator(mode="after")
    def _leaves_training(self) -> PartitionParameters:
        if self.development + self.test >= 1:
            raise ValueError("development and test together leave no documents to train on")
        return self


class FeatureParameters(_Section):
    """Which terms a model knows and how cues weigh against them.

    Attributes:
        minimum_sentences: A term must occur in this many training sentences.
        kinds: Which kinds of terms the classifier uses; the register has its own (:mod:`avow.cues.stance_terms`).
        cue_scale: Value of a cue that is present; TF-IDF values of words are near one.
        class_scale: Factor of the values of word classes.
    """

    minimum_sentences: Count = 2
    kinds: tuple[Literal["words", "pairs", "characters", "classes", "cues", "avowals"], ...] = Field(
        default=("words", "pairs", "characters", "classes", "cues", "avowals"), min_length=1, strict=False
    )
    cue_scale: Positive = 2.0
    class_scale: Positive = 3.0


class TrainingParameters(_Section):
    """How the classifier is fitted and calibrated.

    Attributes:
        seed: Seed of everything random.
        c_opinion: Inverse strength of the L2 penalty of opinion against fact.
        c_claim: Inverse strength of the L2 penalty of claim against the rest.
        opinion_weight: How much an opinion counts beside a fact.
        claim_weight: How much a claim counts beside another sentence.
        damping: How strongly the regression of claims damps words that stand in many sentences; 0 not at all.
        maximum_iterations: Bound of the solver; reaching it is an error.
        tolerance: Stopping tolerance of the solver.
        calibration: ``vector`` gives each label a scale and a shift, ``temperature`` one scale for all, ``none`` none.
        transfer_scale: Factor of the opinions' scores after calibration: other people's text is less clear than ours.
        prior: How many sentences with the usual share of opinions count beside the other sentences of a document, by
            whose share a sentence is judged (:mod:`avow.prior`); ``null``: each sentence is read by itself.
    """

    seed: Seed = 20
    c_opinion: Positive = 0.1
    c_claim: Positive = 0.5
    opinion_weight: Positive = 1.0
    claim_weight: Positive = 1.0
    damping: Annotated[float, Field(ge=0, le=1e6)] = 60.0
    maximum_iterations: Count = 2000
    tolerance: Annotated[float, Field(gt=0, le=0.1)] = 1e-4
    calibration: Literal["vector", "temperature", "none"] = "temperature"
    transfer_scale: Annotated[float, Field(gt=0, le=10)] = 0.8
    prior: Annotated[float, Field(ge=1e-3, le=1e6)] | None = 5.0


class StanceParameters(_Section):
    """How the regressions of the register are fitted.

    Attributes:
        seed: Seed of everything random.
        c: Inverse strength of the L2 penalty of each stance against the rest.
        weight: How much a sentence with the stance counts beside one without.
        outline_scale: Factor of the values of outlines (:mod:`avow.cues.outline`).
        damping: How strongly words, pairs and outlines that stand in many sentences are damped; 0 not at all.
        wordings: How often each frame of :mod:`avow.wordings` is filled.
        c_phrases: Inverse strength of the L2 penalty of the regressions that weigh phrases.
        c_circumstances: Inverse strength of the L2 penalty of those that tell channels and doubts of claims.
        c_kinds: Inverse strength of the L2 penalty of the one that tells kinds of acts.
        maximum_iterations: Bound of the solver.
    """

    seed: Seed = 20
    c: Positive = 0.5
    weight: Positive = 3.0
    outline_scale: Positive = 0.3
    damping: Annotated[float, Field(ge=0, le=1e6)] = 60.0
    wordings: Annotated[int, Field(ge=0, le=100)] = 12
    c_phrases: Positive = 0.3
    c_circumstances: Positive = 1.0
    c_kinds: Positive = 1.0
    maximum_iterations: Count = 5000


class TuneParameters(_Section):
    """What ``avow tune`` tries, by grouped cross-validation on training documents.

    Attributes:
        folds: Number of folds; a document is never in two.
        c_opinion: Values of ``training.c_opinion``.
        c_claim: Values of ``training.c_claim``.
        claim_weight: Values of ``training.claim_weight``.
        cue_scale: Values of ``features.cue_scale``.
    """

    folds: Annotated[int, Field(ge=2, le=50)] = 5
    c_opinion: tuple[Positive, ...] = Field(default=(0.05, 0.1, 0.3), min_length=1, strict=False)
    c_claim: tuple[Positive, ...] = Field(default=(0.5, 1.0, 3.0), min_length=1, strict=False)
    claim_weight: tuple[Positive, ...] = Field(default=(1.0, 2.0), min_length=1, strict=False)
    cue_scale: tuple[Positive, ...] = Field(default=(1.0, 2.0, 4.0), min_length=1, strict=False)


class EvaluationParameters(_Section):
    """How scores and their intervals are made.

    Attributes:
        seed: Seed of the bootstrap.
        resamples: Bootstrap resamples of documents.
        confidence: Coverage of the intervals.
        bins: Bins of the calibration error.
        worst: How many of the worst errors are listed.
    """

    seed: Seed = 20
    resamples: Annotated[int, Field(ge=100, le=100_000)] = 1000
    confidence: Share = 0.95
    bins: Annotated[int, Field(ge=2, le=100)] = 10
    worst: Annotated[int, Field(ge=0, le=1000)] = 40


class Parameters(_Section):
    """All sections.

    Attributes:
        partition: Of the label stage.
        features: Of training.
        training: Of training.
        stances: Of the register's regressions, which ``avow train`` fits too.
        tune: Of the search for parameters.
        evaluation: Of evaluation.
    """

    partition: PartitionParameters = PartitionParameters()
    features: FeatureParameters = FeatureParameters()
    training: TrainingParameters = TrainingParameters()
    stances: StanceParameters = StanceParameters()
    tune: TuneParameters = TuneParameters()
    evaluation: EvaluationParameters = EvaluationParameters()

    def light(self) -> Parameters:
        """The parameters of a light model, which :mod:`avow.models.light` makes fast.

        Returns:
            The same without the kinds of terms in ``HEAVY``.

        Raises:
            ParameterError: There are no others.
        """
        kinds = tuple(kind for kind in self.features.kinds if kind not in HEAVY)
        if not kinds:
            raise ParameterError(
                f"a light model leaves out {' and '.join(sorted(HEAVY))}, and nothing is left of features.kinds",
                remedy="add words to features.kinds",
            )
        return self.model_copy(update={"features": self.features.model_copy(update={"kinds": kinds})})


def parse_parameters(text: str, *, where: str) -> Parameters:
    """The parameters in a text.

    Args:
        text: YAML.
        where: What to call the text in messages.

    Returns:
        All sections, checked.

    Raises:
        ParameterError: The text is not YAML, holds an unknown key, a key twice, or a value out of range.
    """
    import yaml

    try:
        content: Any = yaml.safe_load(text)
        repeated = _repeated(yaml.compose(text, Loader=yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        reason = "nested too deeply" if isinstance(error, RecursionError) else getattr(error, "problem", None) or error
        raise ParameterError(f"not YAML ({reason})", where=f"{where}{line}") from error
    if repeated is not None:
        key, number = repeated
        raise ParameterError(f"{key} stands twice", where=f"{where}:{number}", remedy="leave one of them out")
    if content is None:
        content = {}
    if not isinstance(content, dict):
        raise ParameterError("not a mapping", where=where, expected="sections such as training: and features:")
    try:
        return Parameters.model_validate(content)
    except ValidationError as error:
        raise ParameterError("; ".join(_faults(error)), where=where, remedy="see params.yaml for all keys") from error


def _repeated(node: Any) -> tuple[str, int] | None:
    """The first key that a mapping holds twice, of which YAML would keep the last, with its line."""
    import yaml

    # A node that has several names is looked at once.
    todo, done = [node], set[int]()
    while todo:
        node = todo.pop()
        if id(node) in done:
            continue
        done.add(id(node))
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                if isinstance(key, yaml.ScalarNode) and key.value in seen:
                    return key.value, key.start_mark.line + 1
                seen.add(str(key.value))
                todo.append(value)
        elif isinstance(node, yaml.SequenceNode):
            todo.extend(node.value)
    return None


def _faults(error: ValidationError) -> list[str]:
    found: list[str] = []
    for fault in error.errors(include_url=False):
        place = ".".join(str(part) for part in fault["loc"]) or "parameters"
        if fault["type"] == "extra_forbidden":
            found.append(f"{place}: unknown key; known are {', '.join(_known(fault['loc'][:-1]))}")
        else:
            found.append(f"{place}: {fault['msg'].lower()}, got {fault['input']!r}")
    return found


def _known(path: tuple[int | str, ...]) -> list[str]:
    section: Any = Parameters
    for name in path:
        section = section.model_fields[str(name)].annotation
    return sorted(section.model_fields)
