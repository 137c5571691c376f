"""Each source trained, each source tested: what labels of one kind of text are worth on another."""

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
from avow.sources import Source
from avow.study.fitting import fit, scaled
from avow.study.material import Material, Progress, Rows, folds, material
from avow.study.measures import Measurer
from avow.workers import OUT_OF_MEMORY, in_order

OTHERS, ALL = "all others", "all, the tested one by folds"


@dataclass(frozen=True, slots=True)
class Cell:
    """One source trained, one tested.

    Attributes:
        trained: Name of the source, ``OTHERS`` or ``ALL``.
        tested: Name of the source.
        by_folds: Whether by cross-validation over documents.
        sentences: Sentences scored.
        repeated: Sentences left out since they or nearly they were trained on.
        shared: Scores over the labels that all sources know.
        three: Scores over three labels, where both sides know claims.
    """

    trained: str
    tested: str
    by_folds: bool
    sentences: int
    repeated: int
    shared: Mapping[str, Score]
    three: Mapping[str, Score]


@dataclass(frozen=True, slots=True)
class Transfer:
    """A transfer table.

    Attributes:
        sources: Name, sentences, weight, digest and labels of each source.
        labels: How many labels all sources know.
        cells: The cells, by row.
        settings: How intervals were made.
        folds: Number of folds.
    """

    sources: Sequence[Mapping[str, Any]]
    labels: int
    cells: Sequence[Cell]
    settings: Settings
    folds: int

    def to_dict(self) -> dict[str, Any]:
        """The table for a JSON file.

        Returns:
            Plain values.
        """
        return {
            "sources": [dict(source) for source in self.sources],
            "labels": self.labels,
            "folds": self.folds,
            "resamples": self.settings.resamples,
            "confidence": self.settings.confidence,
            "cells": [
                {
                    "trained": cell.trained,
                    "tested": cell.tested,
                    "by_folds": cell.by_folds,
                    "sentences": cell.sentences,
                    "repeated": cell.repeated,
                    "shared": scores_to_dict(cell.shared),
                    "three": scores_to_dict(cell.three),
                }
                for cell in self.cells
            ],
        }


@dataclass(frozen=True, slots=True)
class _Run:
    """One fit and what is tested with it, by place of the tested source."""

    trained: str
    rows: Rows
    tested: tuple[tuple[int, Rows], ...]
    by_folds: bool


def transfer(
    sources: Sequence[Source],
    parameters: Parameters,
    settings: Settings,
    *,
    count: int = 5,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Transfer:
    """Train on each source and on all, test on each.

    Within a source, documents are divided into folds. Sentences that are the same or nearly so as one trained on are
    left out of a test and counted. Nothing is calibrated: only the highest probability counts here.

    Args:
        sources: At least two, with their weights where several are trained on.
        parameters: Of features and training.
        settings: Of the intervals.
        count: Number of folds.
        jobs: Processes to use.
        progress: Is told a step, how much is done and how much there is.

    Returns:
        The table.

    Raises:
        InputError: There are fewer than two sources, or one has fewer documents than folds.
    """
    if len(sources) < 2:
        raise InputError(f"{len(sources)} sources", expected="at least two to compare")
    whole = material(sources, progress)
    runs = list(_runs(whole, count, parameters.training.seed))
    done: list[list[tuple[int, Rows, Floats]]] = []
    work = partial(_one, whole, parameters)
    for result in in_order(work, runs, jobs, name=_name, remedy=OUT_OF_MEMORY):
        done.append(result)
        if progress is not None:
            progress("fits", len(done), len(runs))
    cells: dict[tuple[str, int], list[tuple[Rows, Floats]]] = {}
    tested: dict[tuple[str, int], tuple[int, bool]] = {}
    for run, result in zip(runs, done, strict=True):
        wanted = {at: len(rows) for at, rows in run.tested}
        for at, rows, probabilities in result:
            cells.setdefault((run.trained, at), []).append((rows, probabilities))
            before, _ = tested.get((run.trained, at), (0, False))
            tested[run.trained, at] = before + wanted[at], run.by_folds
    shared = all(source.knows_claims for source in sources)
    return Transfer(
        [
            {
                "name": source.name,
                "sentences": len(source.sentences),
                "weight": source.weight,
                "digest": source.digest,
                "knows_claims": source.knows_claims,
            }
            for source in sources
        ],
        3 if shared else 2,
        [_cell(whole, key, parts, *tested[key], shared, settings) for key, parts in cells.items()],
        settings,
        count,
    )


def _runs(whole: Material, count: int, seed: int) -> Iterator[_Run]:
    places = range(len(whole.sources))
    divided = {at: list(folds(whole, whole.rows(at), count, seed)) for at in places}
    for at in places:
        name = whole.sources[at].name
        for inside, outside in divided[at]:
            yield _Run(name, inside, ((at, outside),), True)
        yield _Run(name, whole.rows(at), tuple((other, whole.rows(other)) for other in places if other != at), False)
    for at in places:
        rest = np.concatenate([whole.rows(other) for other in places if other != at])
        if len(places) > 2:
            yield _Run(OTHERS, rest, ((at, whole.rows(at)),), False)
        for inside, outside in divided[at]:
            yield _Run(ALL, np.concatenate([rest, inside]), ((at, outside),), True)


def _name(run: _Run) -> str:
    return f"{run.trained}, {len(run.rows)} sentences"


def _one(whole: Material, parameters: Parameters, run: _Run) -> list[tuple[int, Rows, Floats]]:
    fitted = fit(whole, run.rows, parameters)
    found = []
    for at, rows in run.tested:
        unseen = whole.unseen(rows, run.rows)
        if len(unseen):
            found.append((at, unseen, scaled(fitted.scores(whole, unseen), parameters)))
    return found


def _cell(
    whole: Material,
    key: tuple[str, int],
    parts: Sequence[tuple[Rows, Floats]],
    tested: int,
    by_folds: bool,
    shared: bool,
    settings: Settings,
) -> Cell:
    trained, at = key
    rows = np.concatenate([part[0] for part in parts])
    probabilities = np.concatenate([part[1] for part in parts])
    gold = [whole.gold[row] for row in rows.tolist()]
    know = {source.name: source.knows_claims for source in whole.sources}
    name = whole.sources[at].name
    others = any(known for other, known in know.items() if other != name)
    learned = {OTHERS: others, ALL: True}.get(trained, know.get(trained, False))

    def measured(claims: bool) -> dict[str, Score]:
        measurer = Measurer(gold, settings, claims=claims)
        found = measurer.scores(measurer.measure(probabilities))
        # Nothing was calibrated.
        return {measure: score for measure, score in found.items() if measure != "calibration_error"}

    three = measured(True) if know[name] and learned else {}
    return Cell(trained, name, by_folds, len(rows), tested - len(rows), measured(shared), three)
