"""Claims of whole documents against MUC's key: does the document hold a claim, and whose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from avow.evaluation.scores import Floats, Resamples, scores_to_dict, yes_scores
from avow.evaluation.settings import Settings
from avow.mentions import same_party

_FOLDS = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What the register says of a document.

    Attributes:
        probability: Of its most probable claim; nought where there is none.
        claimants: Who claims, the most probable first.
        nobody: Whether the deciding sentence also says that nobody has claimed.
        evidence: The deciding sentence.
        reported: Of the most probable claim that is reported, and not told by the actor in the first person; nought
            where there is none.
    """

    probability: float
    claimants: tuple[str, ...] = ()
    nobody: bool = False
    evidence: str = ""
    reported: float = 0.0


@dataclass(frozen=True, slots=True)
class Key:
    """What the key says of a document.

    Attributes:
        claimed: Whether somebody claims or admits the act.
        claimants: Who, each with its alternatives between slashes.
        relevant: Whether it finds an act in the document that MUC asks for; ``None`` where it is not known.
    """

    claimed: bool
    claimants: tuple[str, ...] = ()
    relevant: bool | None = None


def evaluate_claimed(key: Mapping[str, Key], answers: Mapping[str, Answer], settings: Settings) -> dict[str, Any]:
    """Score the answers at the fixed threshold of one half, and at a cross-fitted one.

    For the cross-fitted answers, documents are dealt into five folds by their order; each fold is answered with the
    threshold that has the best F1 on the other four, so that no document takes part in choosing its own threshold.

    Both are given again for reported claims alone: what guerrillas' own bulletins tell in the first person is mostly of
    fighting with an army, which MUC's key leaves out. All of it is given once more for the documents that the key finds
    relevant, where it is known of every document: of acts that MUC does not ask for, the key tells no claim.

    Args:
        key: The key's answers by document.
        answers: The register's answers by document.
        settings: How; its seed is that of the folds too.

    Returns:
        Scores with intervals, counts, and the errors; false alarms on sentences that say nobody has claimed apart.
    """
    found = _scored(key, answers, settings)
    relevant = relevant_of({name: entry.relevant for name, entry in key.items()})
    if relevant:
        part = {name: key[name] for name in relevant}
        found["relevant"] = _scored(part, answers, settings)
    return found


def relevant_of(told: Mapping[str, bool | None]) -> list[str]:
    """The documents to score once more by themselves.

    Args:
        told: By document, whether the key finds it relevant.

    Returns:
        Names of the relevant ones; none where it is unknown of some, or no other ones are there.
    """
    return [] if None in told.values() or all(told.values()) else [name for name, yes in told.items() if yes]


def _scored(key: Mapping[str, Key], answers: Mapping[str, Answer], settings: Settings) -> dict[str, Any]:
    names = sorted(key)
    truth = np.asarray([key[name].claimed for name in names])
    values = np.asarray([answers[name].probability for name in names])
    reported = np.asarray([answers[name].reported for name in names])
    draws = settings.draws(names)
    fixed = values >= 0.5
    alarms = [name for name, yes, said in zip(names, truth, fixed, strict=True) if said and not yes]
    nobody = [name for name in alarms if answers[name].nobody]
    right = [name for name, yes, said in zip(names, truth, fixed, strict=True) if said and yes]
    named = [name for name in right if _named(answers[name].claimants, key[name].claimants)]
    return {
        "documents": len(names),
        "yes": int(truth.sum()),
        "predicted_yes": int(fixed.sum()),
        **_both(truth, values, draws, settings.seed),
        "reported": _both(truth, reported, draws, settings.seed),
        "claimant": {"right": len(named), "asked": len(right)},
        "false_alarms": [name for name in alarms if name not in nobody],
        "false_alarms_nobody": nobody,
        "missed": [name for name, yes, said in zip(names, truth, fixed, strict=True) if yes and not said],
        "evidence": {name: answers[name].evidence for name in alarms},
    }


def _both(truth: Any, values: Floats, draws: Resamples, seed: int) -> dict[str, Any]:
    """Scores at the threshold of one half, and at the cross-fitted one."""
    fitted, thresholds = _cross_fitted(truth, values, seed)
    return {
        **scores_to_dict(yes_scores(truth, values >= 0.5, draws)),
        "cross_fitted": {
            "thresholds": thresholds,
            **scores_to_dict(yes_scores(truth, fitted, draws)),
        },
    }


def _cross_fitted(truth: Any, values: Floats, seed: int) -> tuple[Any, list[float]]:
    folds = np.random.default_rng(seed).permutation(len(truth)) % _FOLDS
    said = np.zeros(len(truth), dtype=bool)
    thresholds: list[float] = []
    for fold in range(_FOLDS):
        inside = folds == fold
        best = max(
            np.unique(values[~inside & (values > 0)]),
            key=lambda low: (_f1(truth[~inside], values[~inside] >= low), -low),
            default=0.5,
        )
        thresholds.append(round(float(best), 4))
        said[inside] = values[inside] >= best
    return said, thresholds


def _f1(truth: Any, said: Any) -> float:
    total = truth.sum() + said.sum()
    return float(2 * (truth & said).sum() / total) if total else 0.0


def _named(found: Sequence[str], wanted: Sequence[str]) -> bool:
    alternatives = [name for entry in wanted for name in entry.split("/")]
    return any(same_party(name, other) for name in found for other in alternatives)
