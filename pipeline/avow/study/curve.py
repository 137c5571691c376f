"""The learning curve: scores by number of training documents, and whether the last ones still paid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from avow.errors import InputError
from avow.evaluation import Score, Settings
from avow.evaluation.scores import Floats, scores_to_dict
from avow.params import Parameters
from avow.records import LABELS, Label
from avow.sources import Source
from avow.study.fitting import fit, scaled
from avow.study.material import Material, Progress, Rows, material, refuse_untestable
from avow.study.measures import Measurer, Samples, difference
from avow.workers import OUT_OF_MEMORY, in_order

SHARES = (0.125, 0.25, 0.5, 1.0)
_SHOWN = ("macro_f1", "f1_claim")


@dataclass(frozen=True, slots=True)
class Point:
    """Scores after training on a share of the documents.

    Attributes:
        share: Of the training documents.
        documents: How many these are.
        sentences: Sentences in them, the mean of the draws.
        draws: How many draws of documents the scores are means of.
        scores: By set and measure.
    """

    share: float
    documents: int
    sentences: float
    draws: int
    scores: Mapping[str, Mapping[str, Score]]


@dataclass(frozen=True, slots=True)
class Curve:
    """A learning curve.

    Attributes:
        sets: Name and sentences of each set, the development documents first.
        unscored: Names of sets all of whose sentences stand, or nearly, in what was trained on, with their number.
        points: By growing share.
        gain: By set and measure, what the last step added, paired resample by resample.
        settings: How intervals were made.
    """

    sets: Sequence[Mapping[str, Any]]
    unscored: Mapping[str, int]
    points: Sequence[Point]
    gain: Mapping[str, Mapping[str, Score]]
    settings: Settings

    def to_dict(self) -> dict[str, Any]:
        """The curve for a JSON file.

        Returns:
            Plain values.
        """
        return {
            "sets": [dict(item) for item in self.sets],
            "unscored": dict(self.unscored),
            "confidence": self.settings.confidence,
            "points": [
                {
                    "share": point.share,
                    "documents": point.documents,
                    "sentences": round(point.sentences),
                    "draws": point.draws,
                    "scores": {name: scores_to_dict(scores) for name, scores in point.scores.items()},
                }
                for point in self.points
            ],
            "gain": {name: scores_to_dict(scores) for name, scores in self.gain.items()},
        }


def learning_curve(
    own: Source,
    development: Source,
    sets: Sequence[Source],
    parameters: Parameters,
    settings: Settings,
    *,
    draws: int = 3,
    shares: Sequence[float] = SHARES,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Curve:
    """Train on ever more documents.

    The documents of a smaller share are among those of a larger one of the same draw. Nothing is calibrated: only the
    highest probability counts here.

    Args:
        own: Training sentences.
        development: Sentences of other documents, to test on.
        sets: Further sets to test on; their sentences that are the same or nearly so as a training one are left out.
        parameters: Of features and training.
        settings: Of the intervals.
        draws: How often documents are drawn for each share but the whole.
        shares: Growing, the last one 1.
        jobs: Processes to use.
        progress: Is told a step, how much is done and how much there is.

    Returns:
        The curve; scores are means over draws, intervals are over the documents tested on.

    Raises:
        InputError: A share holds too few documents to have all labels, or nothing is left to test on.
    """
    whole = material([own, development, *sets], progress)
    tested = {
        source.name: whole.unseen(whole.rows(at + 1), whole.rows(0)) for at, source in enumerate([development, *sets])
    }
    refuse_untestable(tested)
    unscored = {source.name: len(source.sentences) for source in (development, *sets) if not len(tested[source.name])}
    tested = {name: rows for name, rows in tested.items() if len(rows)}
    tasks = [(share, rows) for share in shares for rows in _drawn(whole, share, draws if share < 1 else 1, parameters)]
    every = np.concatenate(list(tested.values()))
    found: dict[float, list[Floats]] = {}
    work = partial(_probabilities, whole, every, parameters)
    runs = in_order(work, [rows for _, rows in tasks], jobs, name=_name, remedy=OUT_OF_MEMORY)
    for at, ((share, _), probabilities) in enumerate(zip(tasks, runs, strict=True)):
        found.setdefault(share, []).append(probabilities)
        if progress is not None:
            progress("fits", at + 1, len(tasks))
    known = {source.name: source.knows_claims for source in whole.sources}
    measurers = {
        name: Measurer([whole.gold[at] for at in rows.tolist()], settings, claims=known[name])
        for name, rows in tested.items()
    }
    ends = np.cumsum([len(rows) for rows in tested.values()])[:-1]
    means: dict[float, dict[str, Samples]] = {
        share: {
            name: _mean([measurer.measure(np.split(draw, ends)[at]) for draw in results])
            for at, (name, measurer) in enumerate(measurers.items())
        }
        for share, results in found.items()
    }
    sizes = {share: [rows for other, rows in tasks if other == share] for share in shares}
    points = [
        Point(
            share,
            len(set(whole.groups(sizes[share][0]))),
            float(np.mean([len(rows) for rows in sizes[share]])),
            len(sizes[share]),
            {name: measurers[name].scores(samples) for name, samples in means[share].items()},
        )
        for share in shares
    ]
    last, before = (means[share] for share in (shares[-1], shares[-2]))
    gain = {name: measurers[name].scores(difference(last[name], before[name])) for name in tested}
    scored = [{"name": name, "sentences": len(rows)} for name, rows in tested.items()]
    return Curve(scored, unscored, points, gain, settings)


def _drawn(whole: Material, share: float, draws: int, parameters: Parameters) -> Iterator[Rows]:
    rows = whole.rows(0)
    groups = np.asarray(whole.groups(rows), dtype=object)
    names = sorted(set(groups.tolist()))
    for draw in range(draws):
        order = np.random.default_rng([parameters.training.seed, draw]).permutation(len(names))
        chosen = {names[at] for at in order[: max(1, round(share * len(names)))]}
        kept = rows[[name in chosen for name in groups]]
        missing = [label for label in LABELS if LABELS.index(label) not in whole.truth[kept]]
        if Label.FACT in missing or Label.OPINION in missing:
            raise InputError(f"{share:g} of {len(names)} documents hold no {missing[0]}", expected="more documents")
        yield kept


def _name(rows: Rows) -> str:
    return f"{len(rows)} sentences"


def _probabilities(whole: Material, tested: Rows, parameters: Parameters, rows: Rows) -> Floats:
    return scaled(fit(whole, rows, parameters).scores(whole, tested), parameters)


def _mean(draws: Sequence[Samples]) -> Samples:
    return {name: np.mean([draw[name] for draw in draws], axis=0) for name in _SHOWN if name in draws[0]}
