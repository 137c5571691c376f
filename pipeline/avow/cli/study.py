"""Comparisons by many fits: ``avow transfer``, ``avow ablate`` and ``avow curve``."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from avow.cli.options import Jobs, NoQuoting, Overwrite, Params, TextColumn, Verbose, say
from avow.cli.options import parameters as load_parameters
from avow.cli.progress import counting
from avow.cli.sets import (
    GroupColumn,
    LabelColumn,
    LabelFile,
    LabelMap,
    input_files,
    own_parts,
    refuse_table,
    sources,
    table_options,
)

if TYPE_CHECKING:
    from avow.study import Table

Folds = Annotated[int, typer.Option("--folds", metavar="N", min=2, max=50, help="Folds of the cross-validation.")]
JsonFile = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Everything, as JSON.")]
MarkdownFile = Annotated[Path | None, typer.Option("--markdown", metavar="FILE", help="The tables, as Markdown.")]


def transfer(
    source: Annotated[
        list[str],
        typer.Option("--source", metavar="SET", help="As in avow train --add; repeatable, at least two."),
    ],
    weight: Annotated[
        list[str] | None,
        typer.Option(
            "--weight", metavar="[NAME=]NUMBER", help="As in avow train; counts where several are trained on."
        ),
    ] = None,
    text: TextColumn = None,
    label: LabelColumn = "label",
    group: GroupColumn = None,
    mapping: LabelMap = None,
    no_quoting: NoQuoting = False,
    count: Folds = 5,
    jobs: Jobs = -1,
    output: JsonFile = None,
    markdown: MarkdownFile = None,
    params: Params = None,
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """Train on each source and test on each: what labels of one kind of text are worth on another."""
    from avow.storage import ensure_new

    parameters = load_parameters(params)
    ensure_new((output, markdown), input_files(None, source), overwrite=overwrite)
    options = table_options(source, text, label, group, mapping, no_quoting)
    given, _ = sources(source, weight or (), options)
    # Here, so that what cannot be read is told at once.
    from avow.evaluation import Settings
    from avow.study import transfer as compare
    from avow.study import transfer_tables

    settings = Settings(**parameters.evaluation.model_dump())
    with counting() as progress:
        found = compare(given, parameters, settings, count=count, jobs=jobs, progress=progress)
    _put(list(transfer_tables(found)), found.to_dict(), output, markdown)


def ablate(
    label_file: LabelFile,
    on: Annotated[
        list[str] | None,
        typer.Option("--on", metavar="SET", help="Score on this too, as in avow evaluate; repeatable."),
    ] = None,
    text: TextColumn = None,
    label: LabelColumn = "label",
    group: GroupColumn = None,
    mapping: LabelMap = None,
    no_quoting: NoQuoting = False,
    count: Folds = 5,
    jobs: Jobs = -1,
    output: JsonFile = None,
    markdown: MarkdownFile = None,
    params: Params = None,
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """Change one thing of the model at a time: what each piece gives or costs on every set."""
    from avow.storage import ensure_new

    parameters = load_parameters(params)
    ensure_new((output, markdown), input_files(label_file, on or ()), overwrite=overwrite)
    refuse_table(label_file, "other sets are given as: --on {path}")
    options = table_options(on or (), text, label, group, mapping, no_quoting)
    own, development = own_parts(label_file)
    sets, _ = sources(on or (), (), options)
    # Here, so that what cannot be read is told at once.
    from avow.evaluation import Settings
    from avow.study import ablate as compare
    from avow.study import ablation_tables

    settings = Settings(**parameters.evaluation.model_dump())
    with counting() as progress:
        found = compare(own, development, sets, parameters, settings, count=count, jobs=jobs, progress=progress)
    _put(list(ablation_tables(found)), found.to_dict(), output, markdown)


def curve(
    label_file: LabelFile,
    on: Annotated[
        list[str] | None,
        typer.Option("--on", metavar="SET", help="Score on this too, as in avow evaluate; repeatable."),
    ] = None,
    text: TextColumn = None,
    label: LabelColumn = "label",
    group: GroupColumn = None,
    mapping: LabelMap = None,
    no_quoting: NoQuoting = False,
    draws: Annotated[
        int, typer.Option("--draws", metavar="N", min=1, max=50, help="Draws of documents for each share.")
    ] = 3,
    jobs: Jobs = -1,
    output: JsonFile = None,
    markdown: MarkdownFile = None,
    params: Params = None,
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """Train on ever more documents: how scores grow, and whether more of the same would help."""
    from avow.storage import ensure_new

    parameters = load_parameters(params)
    ensure_new((output, markdown), input_files(label_file, on or ()), overwrite=overwrite)
    refuse_table(label_file, "other sets are given as: --on {path}")
    options = table_options(on or (), text, label, group, mapping, no_quoting)
    own, development = own_parts(label_file)
    sets, _ = sources(on or (), (), options)
    # Here, so that what cannot be read is told at once.
    from avow.evaluation import Settings
    from avow.study import curve_tables, learning_curve

    settings = Settings(**parameters.evaluation.model_dump())
    with counting() as progress:
        found = learning_curve(own, development, sets, parameters, settings, draws=draws, jobs=jobs, progress=progress)
    _put(list(curve_tables(found)), found.to_dict(), output, markdown)


def _put(tables: list[Table], content: Mapping[str, Any], output: Path | None, to: Path | None) -> None:
    from rich.console import Console
    from rich.table import Table as Grid

    from avow.storage import write_json, write_text
    from avow.study import markdown

    if output is not None:
        write_json(output, content)
        say(f"wrote {output}")
    if to is not None:
        write_text(to, markdown(tables))
        say(f"wrote {to}")
    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False, markup=False)
    for table in tables:
        grid = Grid(box=None, header_style="dim", title=table.title, title_justify="left", title_style="bold")
        for name in table.header:
            grid.add_column(name, overflow="fold")
        for row in table.rows:
            grid.add_row(*row)
        console.print(grid)
        if table.note:
            console.print(table.note)
        console.print()
