"""What each piece of the model gives or costs, on the training documents by cross-validation and on other sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

import numpy as np
from sklearn.preprocessing import normalize

from avow.evaluation import Score, Settings
from avow.evaluation.scores import Floats, scores_to_dict
from avow.params import Parameters
from avow.regressions import View, claim_view, refuse_missing
from avow.sources import Source
from avow.study.fitting import scaled, unfitted
from avow.study.material import Material, Progress, Rows, folds, material
from avow.study.measures import Measurer, difference
from avow.study.variants import AS_IS, VARIANTS, Variant
from avow.workers import OUT_OF_MEMORY, in_order

OWN = "training documents, by folds"


@dataclass(frozen=True, slots=True)
class Ablated:
    """A variant on a set.

    Attributes:
        variant: Its name.
        tested: The set.
        scores: Its scores.
        change: Its scores less those of the model as it is, resample by resample.
    """

    variant: str
    tested: str
    scores: Mapping[str, Score]
    change: Mapping[str, Score]


@dataclass(frozen=True, slots=True)
class Ablation:
    """An ablation table.

    Attributes:
        sets: Name, sentences and digest of each set, the training documents first.
        unscored: Names of sets all of whose sentences stand, or nearly, in what was trained on, with their number.
        rows: A row a variant and set.
        settings: How intervals were made.
        folds: Number of folds.
    """

    sets: Sequence[Mapping[str, Any]]
    unscored: Mapping[str, int]
    rows: Sequence[Ablated]
    settings: Settings
    folds: int

    def to_dict(self) -> dict[str, Any]:
        """The table for a JSON file.

        Returns:
            Plain values.
        """
        return {
            "sets": [dict(item) for item in self.sets],
            "unscored": dict(self.unscored),
            "folds": self.folds,
            "resamples": self.settings.resamples,
            "confidence": self.settings.confidence,
            "rows": [
                {
                    "variant": row.variant,
                    "tested": row.tested,
                    "scores": scores_to_dict(row.scores),
                    "change": scores_to_dict(row.change),
                }
                for row in self.rows
            ],
        }


@dataclass(frozen=True, slots=True)
class _Task:
    """Variants that share their features, fitted on the same sentences."""

    variants: tuple[Variant, ...]
    trained: Rows
    tested: Rows


def ablate(
    own: Source,
    development: Source,
    sets: Sequence[Source],
    parameters: Parameters,
    settings: Settings,
    *,
    count: int = 5,
    jobs: int = 1,
    variants: Sequence[Variant] = VARIANTS,
    progress: Progress | None = None,
) -> Ablation:
    """Change one thing at a time.

    Args:
        own: Training sentences.
        development: Sentences of other documents, to calibrate on.
        sets: Further sets to test on; their sentences that are the same or nearly so as one trained on are left out.
        parameters: Of features and training, as the model has them.
        settings: Of the intervals.
        count: Number of folds.
        jobs: Processes to use.
        variants: What to try beside the model as it is; one whose kind of feature is not used is left out.
        progress: Is told a step, how much is done and how much there is.

    Returns:
        The table.

    Raises:
        InputError: There are fewer documents than folds, two sets have one name, or a part that is trained on lacks
            a label.
    """
    wanted = [AS_IS, *(item for item in variants if item is not AS_IS)]
    wanted = [item for item in wanted if not item.without or item.without in parameters.features.kinds]
    whole = material([own, development, *sets], progress)
    trained, held_out = whole.rows(0), whole.rows(1)
    further = [whole.unseen(whole.rows(at), np.arange(whole.bounds[2])) for at in range(2, 2 + len(sets))]
    parts = [*folds(whole, trained, count, parameters.training.seed)]
    if any(len(rows) for rows in further):
        parts.append((trained, np.concatenate(further)))
    for inside, _ in [(trained, trained), *parts]:
        refuse_missing(whole.truth[inside])
    tasks = [_Task(group, *part) for part in parts for group in _by_features(wanted)]
    found: dict[str, Floats] = {item.name: np.zeros((len(whole.gold), 3)) for item in wanted}
    work = partial(_probabilities, whole, held_out, parameters)
    runs = in_order(work, tasks, jobs, name=_name, remedy=OUT_OF_MEMORY)
    for at, (task, results) in enumerate(zip(tasks, runs, strict=True)):
        for item, probabilities in zip(task.variants, results, strict=True):
            found[item.name][task.tested] = probabilities
        if progress is not None:
            progress("fits", at + 1, len(tasks))
    tested = [(own, OWN, trained), *((item, item.name, rows) for item, rows in zip(sets, further, strict=True))]
    unscored = {name: len(source.sentences) for source, name, rows in tested if not len(rows)}
    tested = [item for item in tested if len(item[2])]
    return Ablation(
        [{"name": name, "sentences": len(rows), "digest": source.digest} for source, name, rows in tested],
        unscored,
        [row for source, name, rows in tested for row in _compared(whole, source, name, rows, found, settings)],
        settings,
        count,
    )


def _by_features(variants: Sequence[Variant]) -> Iterator[tuple[Variant, ...]]:
    for _, group in groupby(sorted(variants, key=lambda item: item.without), key=lambda item: item.without):
        yield tuple(group)


def _name(task: _Task) -> str:
    return f"{task.variants[0].name}, {len(task.trained)} sentences"


def _probabilities(whole: Material, held_out: Rows, parameters: Parameters, task: _Task) -> list[Floats]:
    truth = whole.truth[task.trained]
    union = unfitted(task.variants[0].parameters(parameters, truth))
    known = union.fit_transform(whole.terms.take(task.trained))
    other = union.transform(whole.terms.take(np.concatenate([held_out, task.tested])))
    results: list[Floats] = []
    for variant in task.variants:
        given = variant.parameters(parameters, truth)
        values, tested = known, other
        if variant.unit_rows:
            # Times the usual length, so that the penalties stay what they are.
            length = float(np.sqrt(values.multiply(values).sum(axis=1).mean()))
            values, tested = normalize(values) * length, normalize(tested) * length
        view = claim_view(union, values, given.training.damping)
        if variant.all_for_claims:
            every = np.arange(values.shape[1])
            factors = np.ones(len(every))
            factors[view.claim] = view.factors
            view = View(view.opinion, every, factors)
        scores = variant.learner(values, truth, view, given)(tested)
        calibration = scores[: len(held_out)], whole.truth[held_out]
        results.append(scaled(scores[len(held_out) :], given, calibration))
    return results


def _compared(
    whole: Material, source: Source, name: str, rows: Rows, found: Mapping[str, Floats], settings: Settings
) -> Iterator[Ablated]:
    measurer = Measurer([whole.gold[at] for at in rows.tolist()], settings, claims=source.knows_claims)
    as_is = measurer.measure(found[AS_IS.name][rows])
    for variant, probabilities in found.items():
        samples = measurer.measure(probabilities[rows])
        change = {} if variant == AS_IS.name else measurer.scores(difference(samples, as_is))
        yield Ablated(variant, name, measurer.scores(samples), change)
