"""``avow report``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from avow.cli.options import Overwrite, Verbose, say


def report(
    evaluation: Annotated[Path, typer.Argument(metavar="EVALUATION", help="What avow evaluate --output wrote.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the report goes.")],
    summary: Annotated[
        Path | None, typer.Option("--summary", metavar="FILE", help="What avow labels --summary wrote.")
    ] = None,
    behaviour: Annotated[
        Path | None, typer.Option("--behaviour", metavar="FILE", help="What avow behave --output wrote.")
    ] = None,
    growth: Annotated[
        Path | None, typer.Option("--growth", metavar="FILE", help="What avow bench size --output wrote.")
    ] = None,
    curve: Annotated[
        Path | None, typer.Option("--curve", metavar="FILE", help="What avow curve --output wrote.")
    ] = None,
    on: Annotated[
        list[Path] | None,
        typer.Option(
            "--on",
            metavar="EVALUATION",
            help="What avow evaluate --on --output wrote of further sets, for the targets; repeatable.",
        ),
    ] = None,
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """Write report.md, report.html and the model card from an evaluation."""
    from avow.report import card, growth_rows, report_html, report_markdown, summarise
    from avow.shapes import Behaviour, Curve, Evaluation, Partitions, read_shape
    from avow.storage import ensure_new, read_text, write_text

    targets = [output / name for name in ("report.md", "report.html", "README.md")]
    ensure_new(targets, filter(None, [evaluation, summary, behaviour, growth, curve, *(on or ())]), overwrite=overwrite)
    facts = summarise(
        read_shape(evaluation, Evaluation),
        read_shape(summary, Partitions) if summary is not None else None,
        read_shape(behaviour, Behaviour) if behaviour is not None else None,
        growth_rows(read_text(growth), str(growth)) if growth is not None else (),
        read_shape(curve, Curve) if curve is not None else None,
        [read_shape(path, Evaluation) for path in on or ()],
    )
    for target, text in zip(targets, (report_markdown(facts), report_html(facts), card(facts)), strict=True):
        write_text(target, text)
    say(f"wrote report.md, report.html and README.md in {output}")
