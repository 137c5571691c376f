"""``avow score``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avow.cli.options import (
    DateColumn,
    Encoding,
    IdColumn,
    InputFormat,
    Lines,
    Longest,
    ModelFolder,
    NoQuoting,
    Overwrite,
    TextColumn,
    Verbose,
    default_model,
    say,
)
from avow.errors import OutputError, UsageError, counted
from avow.records import LABELS, Label

if TYPE_CHECKING:
    from avow.scoring import Marker, Run


def score(
    # Two arguments would be told apart from the end: one that is missing would be INPUT, whichever was forgotten.
    places: Annotated[
        list[str],
        typer.Argument(metavar="INPUT... OUTPUT", help="Files, folders or globs, and last the folder for the shards."),
    ],
    model: ModelFolder = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="jsonl, csv, parquet or text, with .gz or .zst to compress [default: as the inputs].",
        ),
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="LABEL", help="Keep sentences of this label; repeatable.")
    ] = None,
    min_probability: Annotated[
        float | None,
        typer.Option(
            min=0, max=1, metavar="P", help="With --select: keep sentences whose label is at least so probable."
        ),
    ] = None,
    processes: Annotated[
        int | None, typer.Option("--processes", "-p", min=1, metavar="N", help="Processes [default: all cores].")
    ] = None,
    shard_size: Annotated[
        float | None,
        typer.Option(
            min=0.0001, max=1_000_000, metavar="MB", help="Input to a shard [default: a 256th of it, from 1 to 16 MB]."
        ),
    ] = None,
    longest: Longest = None,
    duplicates: Annotated[
        bool | None,
        typer.Option(
            "--keep-duplicates/--skip-duplicates",
            help="Whether a document whose text occurred before is kept [default: kept, but not in web archives].",
        ),
    ] = None,
    any_language: Annotated[
        bool, typer.Option("--any-language", help="In web archives, keep pages that are not in English.")
    ] = False,
    claims: Annotated[
        bool, typer.Option("--claims", help="Write the register of claims too, into OUTPUT/_claims.")
    ] = False,
    engine: Annotated[
        str, typer.Option(metavar="NAME", help="local, or dask for a cluster that sees the same files.")
    ] = "local",
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="With --engine dask: its scheduler [default: a cluster on this machine]."),
    ] = None,
    lines: Lines = False,
    text: TextColumn = None,
    identifier: IdColumn = None,
    date: DateColumn = None,
    input_format: InputFormat = None,
    encoding: Encoding = None,
    no_quoting: NoQuoting = False,
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """Label corpora of any size into a folder of shards; broken off, the same command goes on where it was."""
    from avow.documents import check_format
    from avow.documents.decoding import check_encoding

    *inputs, output = places
    if not inputs:
        raise UsageError(
            f"one place alone, {output}", expected="INPUT... OUTPUT", remedy="name the folder for the shards last"
        )
    if min_probability is not None and not select:
        raise UsageError("--min-probability without --select", remedy=f"add --select {Label.CLAIM}")
    if encoding is not None:
        check_encoding(encoding)
    # Here, so that options that make no sense are told at once.
    from avow.documents.rejects import MEGABYTE, most_bytes
    from avow.scoring import Job, Run

    job = Job(
        output=str(Path(output)),
        model=str(model or default_model()),
        form=form or "",
        text=text,
        identifier=identifier,
        date=date,
        input_form=check_format(input_format),
        encoding=encoding,
        lines=lines,
        quoting=False if no_quoting else None,
        select=tuple(map(_label, select or ())),
        minimum=min_probability,
        size=int((shard_size or 0) * MEGABYTE),
        longest=most_bytes(longest),
        duplicates=duplicates,
        english=not any_language,
        claims=claims,
    )
    run = Run(job, inputs, engine=engine, overwrite=overwrite)
    if run.resumed:
        say(f"{output}: going on with the run that was here")
    try:
        with _progress(run) as advance:
            for marker in run(processes or os.cpu_count() or 1, scheduler):
                advance(marker)
    except OutputError as error:
        # Shards that are done stand, whatever becomes of the one that could not be written.
        remedy = "make room or see to its permissions, and the same command goes on"
        raise OutputError(error.what, where=error.where, remedy=remedy) from error
    _tell(run)


def _label(name: str) -> Label:
    try:
        return Label(name)
    except ValueError:
        raise UsageError(f"unknown label {name!r}", expected=f"one of {', '.join(LABELS)}") from None


def _tell(run: Run) -> None:
    from avow.documents.rows import NAMELESS
    from avow.scoring.job import CLAIMS
    from avow.storage import clean, read_jsonl

    totals = run.totals
    labels = ", ".join(f"{totals.labels[label]:,} {label}" for label in LABELS)
    print(f"{counted(totals.documents, 'document')}, {counted(totals.sentences, 'sentence')}: {labels}")
    folder = clean(run.job.output)
    written, shards = counted(totals.written, "sentence"), counted(totals.shards, "shard")
    print(f"{written} in {shards}, {totals.bytes:,} bytes: {folder}")
    if run.job.claims:
        print(f"{counted(totals.claims, 'record')} in the register: {folder}/{CLAIMS}")
    if totals.skipped:
        print("skipped: " + ", ".join(f"{count:,} {reason}" for reason, count in sorted(totals.skipped.items())))
    if totals.nameless:
        say(NAMELESS % (run.job.output, totals.nameless, run.job.identifier))
    if totals.rejects:
        reasons = ", ".join(f"{count:,} {reason}" for reason, count in sorted(totals.rejects.items()))
        for _, reject in islice(read_jsonl(run.rejects), 3):
            say(f"avow: {reject['detail']}")
        say(f"avow: {counted(sum(totals.rejects.values()), 'input')} left out: {reasons}")
        say(f"avow: listed in {run.rejects}")
        raise typer.Exit(1)


@contextmanager
def _progress(run: Run) -> Iterator[Callable[[Marker], None]]:
    if not sys.stderr.isatty():
        yield lambda marker: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        DownloadColumn(),
        TextColumn("{task.fields[sentences]:,} sentences"),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("score", total=run.total, sentences=0, rate="")

        def advance(marker: Marker) -> None:
            bar.update(task, advance=marker.weight, sentences=run.totals.sentences)
            elapsed = bar.tasks[0].elapsed
            if elapsed:
                bar.update(task, rate=f"{run.totals.sentences / elapsed:,.0f} a second")

        yield advance
