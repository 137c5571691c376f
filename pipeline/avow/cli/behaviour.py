"""``avow behave``: the behavioural tests of a model."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avow.cli.options import ModelFolder, Overwrite, Verbose, default_model, say
from avow.cli.progress import waiting

if TYPE_CHECKING:
    from avow.behaviour import Behaviour, Outcome, Rate


def behave(
    model: ModelFolder = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Rates and failures, as JSON.")
    ] = None,
    failures: Annotated[
        int, typer.Option("--failures", metavar="N", min=0, help="How many failures of each capability are shown.")
    ] = 2,
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """Put the behavioural tests to a model, after CheckList (Ribeiro et al. 2020)."""
    from avow.behaviour import load_suite, run
    from avow.models import load
    from avow.storage import ensure_new, write_json

    ensure_new((output,), (), overwrite=overwrite)
    with waiting("putting the tests to the model"):
        found = run(load_suite(), load(model or default_model()).predict_sentences)
    if output is not None:
        write_json(output, found.to_dict(failures))
        say(f"wrote {output}")
    _show(found, failures, whole=output is None)


def _show(found: Behaviour, failures: int, *, whole: bool) -> None:
    """The table with examples; where a file holds them, the sums alone."""
    from rich.console import Console
    from rich.table import Table

    console = Console(width=None if sys.stdout.isatty() else 110, highlight=False, markup=False)
    table = Table(box=None, header_style="dim")
    for name in ("capability", "expected"):
        table.add_column(name, overflow="fold")
    for name in ("cases", "failed", "failure rate"):
        table.add_column(name, justify="right", no_wrap=True)
    for row in found.rows if whole else ():
        table.add_row(row.capability.name, row.capability.expected, *_cells(row.rate))
    for kind, rate in found.kinds().items():
        table.add_row(f"all: {kind}", "", *_cells(rate), style="bold")
    console.print(table)
    for row in found.rows if whole else ():
        for item in row.failures[:failures]:
            console.print(f"\n{row.capability.name}: {row.capability.rule}")
            console.print("\n".join(_lines(item)), soft_wrap=True)


def _cells(rate: Rate) -> tuple[str, str, str]:
    low, high = rate.interval
    return str(rate.cases), str(rate.failures), f"{rate.value:.3f} ({low:.3f}-{high:.3f})"


def _lines(outcome: Outcome) -> list[str]:
    return [f"  {part['label']} {part['probability']:.2f}  {part['text']}" for part in outcome.to_dict().values()]
