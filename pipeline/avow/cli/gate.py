"""``avow gate``: check scores against the committed floors and ceilings, and move these the one way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from avow.cli.options import Verbose
from avow.errors import GateError

app = typer.Typer(
    help="Hold scores against the committed floors.", rich_markup_mode=None, no_args_is_help=True, add_completion=False
)
Metrics = Annotated[Path, typer.Argument(metavar="METRICS", help="Metrics that avow evaluate wrote.")]
Floors = Annotated[Path, typer.Option("--floors", metavar="FILE", help="The floors.")]
STANDARD = Path("models/floors.json")
Behaviour = Annotated[Path, typer.Argument(metavar="BEHAVIOUR", help="What avow behave --output wrote.")]
Ceilings = Annotated[Path, typer.Option("--ceilings", help="The ceilings.", metavar="FILE")]
MEASURED, HIGHEST = Path("models/default/behaviour.json"), Path("models/ceilings.json")


@contextmanager
def _about(path: Path) -> Iterator[None]:
    """Names the file in what is told of its content."""
    try:
        yield
    except GateError as error:
        raise GateError(
            error.what, where=error.where or str(path), expected=error.expected, remedy=error.remedy
        ) from error


@app.command()
def check(
    metrics: Metrics = Path("models/default/metrics.json"), floors: Floors = STANDARD, verbosity: Verbose = 0
) -> None:
    """Fail where a score is below its floor."""
    from avow.gate import check as hold
    from avow.gate import read_floors, read_metrics, value_of

    scores = read_metrics(metrics)
    held = read_floors(floors)
    with _about(metrics if held else floors):
        failures = hold(scores, held)
    if failures:
        raise GateError("; ".join(f"{item.metric}: {item.message}" for item in failures), where=str(metrics))
    for item in held:
        print(f"{item.metric}: {value_of(scores, item.metric):.4f}, floor {item.floor:.4f}")


@app.command("raise")
def raise_floors(
    metrics: Metrics = Path("models/default/metrics.json"),
    floors: Floors = STANDARD,
    allow_lower: Annotated[bool, typer.Option("--allow-lower", help="Let floors fall.")] = False,
    verbosity: Verbose = 0,
) -> None:
    """Set the floors from scores, half a point below them."""
    from avow.gate import raised, read_floors, read_metrics, write_floors

    with _about(metrics):
        found = raised(read_metrics(metrics), read_floors(floors), allow_lower=allow_lower)
    write_floors(floors, found)
    for item in found:
        print(f"{item.metric}: floor {item.floor:.4f}")


@app.command()
def behaviour(measured: Behaviour = MEASURED, ceilings: Ceilings = HIGHEST, verbosity: Verbose = 0) -> None:
    """Fail where more behavioural tests fail than their ceiling allows."""
    from avow.behaviour import exceeded, rates, read_ceilings
    from avow.storage import read_json

    found = read_json(measured)
    held = read_ceilings(ceilings)
    with _about(measured):
        rates(found)
    with _about(ceilings):
        messages = exceeded(found, held)
    if messages:
        raise GateError("; ".join(messages), where=str(measured))
    for item in held:
        print(f"{item.kind}: failure rate {found['kinds'][item.kind]['rate']:.4f}, ceiling {item.ceiling:.4f}")


@app.command()
def lower(
    measured: Behaviour = MEASURED,
    ceilings: Ceilings = HIGHEST,
    allow_higher: Annotated[bool, typer.Option("--allow-higher", help="Let ceilings rise.")] = False,
    verbosity: Verbose = 0,
) -> None:
    """Set the ceilings from failure rates, half a point above them."""
    from avow.behaviour import lowered, read_ceilings, write_ceilings
    from avow.storage import read_json

    with _about(measured):
        found = lowered(read_json(measured), read_ceilings(ceilings), allow_higher=allow_higher)
    write_ceilings(ceilings, found)
    for item in found:
        print(f"{item.kind}: ceiling {item.ceiling:.4f}")
