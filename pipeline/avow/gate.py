"""Scores against the floors that the repository holds, each with the digest of the data that it was measured on."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from avow.errors import GateError, InputError
from avow.storage import read_json, write_json

TRACKED = (
    "test.macro_f1.value",
    "test.accuracy.value",
    "test.label.fact.f1.value",
    "test.label.opinion.f1.value",
    "test.label.claim-of-responsibility.f1.value",
    "test.label.claim-of-responsibility.average_precision.value",
    "end_to_end.macro_f1",
    "boundaries.f1",
)
MARGIN = 0.005
_MEASURE = "measure with: avow evaluate LABELS --metrics FILE"
_REMEDIES = {
    "boundaries": "add --boundaries to avow evaluate, with what avow sentences --scores wrote",
    "end_to_end": "evaluate LABELS that avow labels made with the sentences of avow sentences",
    "test": "evaluate the partition test of LABELS",
}
"""What makes the scores of each part of the metrics."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that a score may be.

    Attributes:
        metric: Dotted name of the score.
        floor: Its least value.
        digest: Of the data it holds for.
    """

    metric: str
    floor: float
    digest: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A floor that does not hold.

    Attributes:
        metric: Dotted name of the score.
        message: What was found and what was expected.
    """

    metric: str
    message: str


def read_floors(path: Path) -> list[Floor]:
    """The committed floors.

    Args:
        path: The file.

    Returns:
        The floors; none where there is no file yet.

    Raises:
        InputError: The file is not what :func:`write_floors` writes.
    """
    if not path.exists():
        return []
    try:
        rows = read_json(path)["floors"]
        return [Floor(str(row["metric"]), finite(row["floor"]), str(row["digest"])) for row in rows]
    except (KeyError, TypeError, ValueError) as error:
        raise InputError("not a file of floors", where=str(path), remedy="make it with: avow gate raise") from error


def finite(value: Any) -> float:
    """A number that can be held against another one.

    Args:
        value: From a JSON file.

    Returns:
        The number.

    Raises:
        ValueError: It is something else, or not finite.
    """
    if type(value) not in {int, float} or not math.isfinite(value):
        raise ValueError(f"{value!r} is no finite number")
    return float(value)


def write_floors(path: Path, floors: list[Floor]) -> None:
    """Write the floors.

    Args:
        path: The file.
        floors: The floors.

    Raises:
        OutputError: The file cannot be written.
    """
    rows = [{"metric": item.metric, "floor": item.floor, "digest": item.digest} for item in floors]
    write_json(path, {"floors": rows})


def value_of(metrics: Mapping[str, Any], name: str) -> float | None:
    """A score by its dotted name.

    Args:
        metrics: Nested scores.
        name: The name.

    Returns:
        The score, or ``None`` where there is none.

    Raises:
        GateError: It is no finite number.
    """
    value: Any = metrics
    for part in name.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return None
        value = value[part]
    if value is None:
        return None
    try:
        return finite(value)
    except ValueError as error:
        raise GateError(f"{name}: {error}", expected="the metrics of avow evaluate") from error


def read_metrics(path: Path) -> Mapping[str, Any]:
    """The scores that a gate is held against.

    Args:
        path: What ``avow evaluate --metrics`` wrote.

    Returns:
        Nested scores, with the digest of their data under ``digest``.

    Raises:
        InputError: The file is something else.
    """
    content = read_json(path)
    if not isinstance(content, Mapping) or not isinstance(content.get("digest"), str):
        raise InputError(
            "no scores of LABELS", where=str(path), expected="the file that avow evaluate LABELS --metrics wrote"
        )
    return content


def check(metrics: Mapping[str, Any], floors: list[Floor]) -> list[Failure]:
    """Hold scores against floors.

    Args:
        metrics: Nested scores, with the digest of their data under ``digest``.
        floors: The floors.

    Returns:
        Failures; empty where all hold.

    Raises:
        GateError: There are no floors to hold, or a score is no finite number.
    """
    if not floors:
        raise GateError("there are no floors", remedy="make them with: avow gate raise")
    failures: list[Failure] = []
    for item in floors:
        value = value_of(metrics, item.metric)
        if metrics.get("digest") != item.digest:
            failures.append(
                Failure(item.metric, "measured on other data than the floor; measure anew and run: avow gate raise")
            )
        elif value is None:
            failures.append(Failure(item.metric, "no such score; expected it among the metrics"))
        elif value < item.floor:
            failures.append(
                Failure(item.metric, f"{value:.4f} is {item.floor - value:.4f} below the floor {item.floor:.4f}")
            )
    return failures


def raised(metrics: Mapping[str, Any], floors: list[Floor], *, allow_lower: bool = False) -> list[Floor]:
    """New floors from new scores, a margin below them.

    Args:
        metrics: Nested scores, with the digest of their data under ``digest``.
        floors: The floors so far.
        allow_lower: Whether a floor may fall.

    Returns:
        A floor for every tracked score.

    Raises:
        GateError: A score is missing or no finite number, or a floor would fall and may not.
    """
    before = {item.metric: item for item in floors}
    digest = str(metrics.get("digest", ""))
    found: list[Floor] = []
    lowered: list[str] = []
    for name in TRACKED:
        value = value_of(metrics, name)
        if value is None:
            raise GateError(
                f"no score {name}",
                expected="all scores that floors are held against",
                remedy=_REMEDIES.get(name.partition(".")[0], _MEASURE),
            )
        floor = round(value - MARGIN, 4)
        old = before.get(name)
        if old is not None and floor < old.floor:
            if value >= old.floor and old.digest == digest:
                floor = old.floor
            elif not allow_lower:
                lowered.append(f"{name} from {old.floor:.4f} to {floor:.4f}")
        found.append(Floor(name, floor, digest))
    if lowered:
        raise GateError(f"floors would fall: {'; '.join(lowered)}", remedy="add --allow-lower if this is meant")
    return found
