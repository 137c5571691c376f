"""What a model made of a case, and whether the expectation holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from avow.behaviour.cases import Case, Kind, Move
from avow.records import LABELS, Prediction

TOLERANCE = 0.02
"""A probability this near to its end need not move on, and one that may not move may move this far."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a model made of a case.

    Attributes:
        case: The case.
        before: What it says of the sentence.
        after: What it says of the changed sentence, if there is one.
    """

    case: Case
    before: Prediction
    after: Prediction | None = None

    @property
    def passed(self) -> bool:
        """Whether the expectation holds."""
        capability = self.case.capability
        if capability.kind is Kind.MINIMUM or self.after is None:
            return self.before.label is capability.label
        if capability.kind is Kind.INVARIANCE:
            return self.before.label is self.after.label
        column = LABELS.index(capability.label) if capability.label else 0
        return moved(self.before.probabilities[column], self.after.probabilities[column], capability.move)

    def to_dict(self) -> dict[str, Any]:
        """The outcome for a JSON file.

        Returns:
            The sentences, each with the label given and its probability; a direction shows the label that must move.
        """
        capability = self.case.capability
        found: dict[str, Any] = {}
        for name, item in (("before", self.before), ("after", self.after)):
            if item is not None:
                label = (capability.label if capability.kind is Kind.DIRECTION else None) or item.label
                probability = round(item.probabilities[LABELS.index(label)], 4)
                found[name] = {"text": item.sentence.text, "label": str(label), "probability": probability}
        return found


def moved(before: float, after: float, move: Move | None) -> bool:
    """Whether a probability moved as it must, or stands within the tolerance of its end.

    Args:
        before: The probability before the change.
        after: The probability after it.
        move: How it must move.

    Returns:
        True where it did.
    """
    if move is Move.UP:
        return after > before or after >= 1 - TOLERANCE
    if move is Move.DOWN:
        return after < before or after <= TOLERANCE
    return after <= before + TOLERANCE if move is Move.NOT_UP else after >= before - TOLERANCE
