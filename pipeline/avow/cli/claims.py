"""``avow claims``: the register of claims."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avow.cli.labelling import Targets, ensure_csv, file_of, output_format, progress, reading, some_read, tell_rejects
from avow.cli.options import (
    DateColumn,
    Encoding,
    IdColumn,
    InputFormat,
    Jobs,
    Lines,
    Longest,
    ModelFolder,
    NoQuoting,
    Overwrite,
    Rejects,
    Sources,
    Spreadsheet,
    TextColumn,
    Verbose,
    default_model,
    say,
)
from avow.cli.speech import results
from avow.errors import UsageError, counted, visible

if TYPE_CHECKING:
    from avow.claims import Registered
    from avow.records import Claim

FORMATS = ("csv", "jsonl", "parquet", "html")


def claims(
    sources: Sources,
    model: ModelFolder = None,
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(FORMATS)} [default: csv, or by --output]."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here, not to the terminal; - is standard output."),
    ] = None,
    gtd: Annotated[
        bool, typer.Option("--gtd", help="A row per document and act in the fields of the Global Terrorism Database.")
    ] = False,
    group: Annotated[
        bool,
        typer.Option(
            "--group", help="Mark records of one day, status, kind of act and near-equal names; nothing is merged."
        ),
    ] = False,
    minimum: Annotated[
        float | None,
        typer.Option(
            "--min-probability",
            metavar="P",
            min=0,
            max=1,
            help="Leave out records less probable than this.",
            show_default="0.3 to 0.6, by status",
        ),
    ] = None,
    spreadsheet: Spreadsheet = False,
    jobs: Jobs = 1,
    lines: Lines = False,
    text: TextColumn = None,
    identifier: IdColumn = None,
    date: DateColumn = None,
    input_format: InputFormat = None,
    encoding: Encoding = None,
    no_quoting: NoQuoting = False,
    longest: Longest = None,
    rejects: Rejects = None,
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """List who claims, denies or is blamed for which act: one record a claim, with the sentence as evidence."""
    output = file_of(output)
    # First, since the name of a folder tells no format.
    targets = Targets.checked(sources, output, rejects, overwrite=overwrite)
    chosen = output_format(form, output, FORMATS)
    if gtd and chosen != "csv":
        raise UsageError(
            f"--gtd writes CSV, not {chosen}", remedy="leave out --format or write to a file ending in .csv"
        )
    ensure_csv(chosen, spreadsheet)
    if gtd and group:
        raise UsageError("--gtd has a row an act and no groups of records", remedy="leave out --group or --gtd")
    reader, log = reading(
        sources, text, identifier, input_format, encoding, no_quoting, lines, targets, date=date, longest=longest
    )
    # Here, so that options that make no sense are told at once.
    from avow.claims import Settings, register_documents

    settings = Settings(model or default_model(), minimum, lines, jobs)
    found = register_documents(progress(reader.read_all(sources)), settings)
    _write(some_read(found, log, targets), chosen, output, gtd, group, spreadsheet)
    tell_rejects(log, targets)


def _write(
    found: Iterable[Registered], form: str, output: Path | None, gtd: bool, group: bool, spreadsheet: bool
) -> None:
    from avow.claims.gtd import write_gtd
    from avow.claims.writers import WRITERS, write_csv
    from avow.report.register import write_register
    from avow.storage import atomic_writer

    counts: dict[str, int] = {}
    total = [0]

    def tallied() -> Iterator[Registered]:
        for item in found:
            total[0] += 1
            for claim in item.claims:
                counts[claim.status] = counts.get(claim.status, 0) + 1
            yield item

    def write(stream) -> None:  # type: ignore[no-untyped-def]
        if gtd:
            write_gtd(stream, (item.claims for item in tallied()), spreadsheet=spreadsheet)
        elif form == "html":
            write_register(stream, _grouped(tallied()) if group else tallied())
        elif form == "csv":
            write_csv(stream, _records(tallied(), group), spreadsheet=spreadsheet)
        else:
            WRITERS[form](stream, _records(tallied(), group))

    if output is None:
        write(results())
        sys.stdout.flush()
    else:
        with atomic_writer(output) as stream:
            write(stream)
        say(f"wrote {output}")
    listed = ", ".join(f"{count} {status}" for status, count in counts.items()) or "no records"
    say(f"{counted(total[0], 'document')}: {listed}")


def _records(found: Iterable[Registered], group: bool) -> Iterable[Claim]:
    records = (claim for item in found for claim in item.claims)
    return _marked(list(records)) if group else records


def _grouped(found: Iterable[Registered]) -> Iterator[Registered]:
    from dataclasses import replace

    items = list(found)
    records = iter(_marked([claim for item in items for claim in item.claims]))
    for item in items:
        yield replace(item, claims=tuple(next(records) for _ in item.claims))


def _marked(records: list[Claim]) -> list[Claim]:
    """The records with their groups; it is said how many can be in none."""
    from avow.claims.dates import day_of
    from avow.claims.grouping import group

    undated = sum(not day_of(record.date) for record in records)
    if undated:
        say(f"note: in no group, since the date names no day: {counted(undated, 'record')}")
    return group(records)


def series(
    register: Annotated[
        Path,
        typer.Argument(
            metavar="REGISTER", help="What avow claims wrote (CSV, JSONL, Parquet), or OUTPUT/_claims of avow score."
        ),
    ],
    status: Annotated[str, typer.Option("--status", metavar="STATUS", help="Which records.")] = "claimed",
    top: Annotated[int, typer.Option("--top", metavar="N", min=1, help="How many names.")] = 10,
    aliases: Annotated[
        Path | None,
        typer.Option(
            "--aliases", metavar="FILE", help="A table that says by name and party which names are one party."
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="A plot, as SVG.")] = None,
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """Sum up a register: records a year, and who claims most, or is accused most with --status blamed."""
    from rich.console import Console
    from rich.table import Table

    from avow.records import STATUSES
    from avow.report.series import draw_series, read_aliases, read_register
    from avow.report.series import series as sum_up
    from avow.storage import ensure_new, write_bytes

    if status not in set(STATUSES):
        raise UsageError(f"unknown status {status!r}", expected=f"one of {', '.join(STATUSES)}")
    ensure_new([output], [register, *filter(None, [aliases])], overwrite=overwrite)
    if output is not None and output.suffix.lower() != ".svg":
        raise UsageError(f"the plot is SVG, not {output.suffix or output.name}", remedy="name a file ending in .svg")
    parties = read_aliases(aliases) if aliases is not None else None
    found = sum_up(read_register(register), status=status, top=top, aliases=parties)
    console = Console(width=None if sys.stdout.isatty() else 110, highlight=False, markup=False)
    counts = [f"{year} {count}" for year, count in found.years.items()]
    if found.undated:
        counts.append(f"{found.undated} without a year")
    console.print(f"{counted(found.records, 'record', '')}, {status}: " + ", ".join(counts))
    table = Table(box=None, header_style="dim")
    for name in (found.role, "records", "years"):
        table.add_column(name, justify="right" if name == "records" else "left")
    for name, count in found.names:
        years = sorted(found.years_of[name])
        table.add_row(visible(name), str(count), f"{years[0]}-{years[-1]}" if years else "")
    console.print(table)
    if output is not None:
        write_bytes(output, draw_series(found))
        say(f"wrote {output}")
