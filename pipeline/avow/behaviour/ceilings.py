"""Failure rates against the ceilings that the repository holds, each with the digest of its suite.

The floors of scores stand in :mod:`avow.gate`; here less is better, so what is kept is the most that a rate may be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from avow.behaviour.cases import Kind
from avow.errors import GateError, InputError
from avow.storage import read_json, write_json

MARGIN = 0.005


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most that a failure rate may be.

    Attributes:
        kind: Of which kind of case.
        ceiling: Its greatest value.
        digest: Of the suite it holds for.
    """

    kind: Kind
    ceiling: float
    digest: str


def read_ceilings(path: Path) -> list[Ceiling]:
    """The committed ceilings.

    Args:
        path: The file.

    Returns:
        The ceilings; none where there is no file yet.

    Raises:
        InputError: The file is not what :func:`write_ceilings` writes.
    """
    if not path.exists():
        return []
    try:
        rows = read_json(path)["ceilings"]
        return [Ceiling(Kind(row["kind"]), _rate(row["ceiling"]), str(row["digest"])) for row in rows]
    except (KeyError, TypeError, ValueError) as error:
        raise InputError("not a file of ceilings", where=str(path), remedy="make it with: avow gate lower") from error


def write_ceilings(path: Path, ceilings: Sequence[Ceiling]) -> None:
    """Write the ceilings.

    Args:
        path: The file.
        ceilings: The ceilings.

    Raises:
        OutputError: The file cannot be written.
    """
    rows = [{"kind": str(item.kind), "ceiling": item.ceiling, "digest": item.digest} for item in ceilings]
    write_json(path, {"ceilings": rows})


def rates(behaviour: Mapping[str, Any]) -> tuple[str, dict[Kind, float]]:
    """The failure rates in what ``avow behave`` wrote.

    Args:
        behaviour: Its content.

    Returns:
        The digest of the suite, and a rate for every kind.

    Raises:
        GateError: The content is something else.
    """
    try:
        return str(behaviour["digest"]), {kind: _rate(behaviour["kinds"][kind]["rate"]) for kind in Kind}
    except (KeyError, TypeError, ValueError) as error:
        raise GateError("no failure rates", expected="the file that avow behave --output wrote") from error


def _rate(value: Any) -> float:
    # Neither NaN nor infinity stands between these.
    if type(value) not in {int, float} or not 0 <= value <= 1 + MARGIN:
        raise ValueError(f"{value!r} is no rate")
    return float(value)


def exceeded(behaviour: Mapping[str, Any], ceilings: Sequence[Ceiling]) -> list[str]:
    """Hold failure rates against ceilings.

    Args:
        behaviour: What ``avow behave`` wrote.
        ceilings: The ceilings.

    Returns:
        A message for each ceiling that does not hold; empty where all do.

    Raises:
        GateError: A kind has no ceiling.
    """
    digest, found = rates(behaviour)
    missing = set(Kind) - {item.kind for item in ceilings}
    if missing:
        raise GateError(f"no ceiling for {', '.join(sorted(missing))}", remedy="make them with: avow gate lower")
    messages: list[str] = []
    for item in ceilings:
        rate = found[item.kind]
        if item.digest != digest:
            messages.append(
                f"{item.kind}: measured with another suite than the ceiling; measure anew and run: avow gate lower"
            )
        elif rate > item.ceiling:
            messages.append(
                f"{item.kind}: {rate:.4f} is {rate - item.ceiling:.4f} above the ceiling {item.ceiling:.4f}"
            )
    return messages


def lowered(behaviour: Mapping[str, Any], ceilings: Sequence[Ceiling], *, allow_higher: bool = False) -> list[Ceiling]:
    """New ceilings from new failure rates, a margin above them.

    Args:
        behaviour: What ``avow behave`` wrote.
        ceilings: The ceilings so far.
        allow_higher: Whether a ceiling may rise.

    Returns:
        A ceiling for every kind.

    Raises:
        GateError: A ceiling would rise and may not.
    """
    digest, found = rates(behaviour)
    before = {item.kind: item for item in ceilings}
    new: list[Ceiling] = []
    risen: list[str] = []
    for kind, rate in found.items():
        ceiling = round(rate + MARGIN, 4)
        old = before.get(kind)
        if old is not None and ceiling > old.ceiling:
            if rate <= old.ceiling and old.digest == digest:
                ceiling = old.ceiling
            elif not allow_higher:
                risen.append(f"{kind} from {old.ceiling:.4f} to {ceiling:.4f}")
        new.append(Ceiling(kind, ceiling, digest))
    if risen:
        raise GateError(f"ceilings would rise: {'; '.join(risen)}", remedy="add --allow-higher if this is meant")
    return new
