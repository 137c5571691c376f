"""What a learning curve says of more documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

MEASURES = {"macro_f1": "macro-F1", "f1_claim": "F1 of claims"}


def measured(curve: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The columns of a curve's table.

    Args:
        curve: What ``avow curve`` wrote.

    Returns:
        Sets with their measures.
    """
    scores = curve["points"][-1]["scores"]
    return [
        (item["name"], measure) for item in curve["sets"] for measure in MEASURES if measure in scores[item["name"]]
    ]


def verdicts(curve: Mapping[str, Any]) -> Sequence[str]:
    """Whether more documents would help, by what the last step gained and its interval.

    Args:
        curve: What ``avow curve`` wrote.

    Returns:
        A sentence a set and measure.
    """
    before, last = curve["points"][-2:]
    step = f"From {before['documents']} to {last['documents']} documents"
    return [
        f"{step}, {_verdict(curve['gain'][name][measure], MEASURES[measure], name)}"
        for name, measure in measured(curve)
    ]


def _verdict(gain: Mapping[str, float | None], measure: str, name: str) -> str:
    value, low, high = gain["value"], gain["low"], gain["high"]
    if value is None or low is None or high is None:
        return f"the change of {measure} on {name} is undefined."
    change = f"{measure} on {name} changes by {value:+.3f} ({low:+.3f} to {high:+.3f}): "
    if low > 0:
        return change + "more of the same would help."
    if high < 0:
        return change + "more of the same does harm."
    return change + "that more of the same would help is not shown."
