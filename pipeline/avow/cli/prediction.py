"""``avow predict`` and ``avow read``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avow.cli.options import ModelFolder, Overwrite, Verbose, default_model, say
from avow.errors import UsageError

if TYPE_CHECKING:
    from avow.documents import RejectLog
    from avow.prediction import Annotated as AnnotatedDocument
    from avow.records import Document

FORMATS = ("table", "jsonl", "csv", "parquet", "html", "text")

Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCE...", help="Files, folders, globs, or - for standard input.")
]
TextColumn = Annotated[
    str | None, typer.Option("--text", metavar="COLUMN", help="Column of a table that holds the text.")
]
InputFormat = Annotated[
    str | None,
    typer.Option("--input-format", metavar="FORMAT", help="text, markdown, html, jsonl, json, csv, tsv or parquet."),
]
Encoding = Annotated[str | None, typer.Option("--encoding", help="Encoding of the sources [default: detected].")]
NoQuoting = Annotated[bool, typer.Option("--no-quoting", help="In CSV and TSV, quotation marks are plain characters.")]
Lines = Annotated[bool, typer.Option("--lines", help="Every line, or row of a table, is one sentence.")]
Rejects = Annotated[
    Path | None,
    typer.Option("--rejects", metavar="FILE", help="Where unreadable inputs are listed [default: beside --output]."),
]


def predict(
    sources: Sources,
    model: ModelFolder = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help=f"{', '.join(FORMATS)} [default: table, or by --output]."
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here, not to the terminal.")
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Add the terms and cues that made the score.")] = False,
    unsure_below: Annotated[
        float | None,
        typer.Option("--unsure-below", metavar="P", min=0, max=1, help="Mark predictions less probable than this."),
    ] = None,
    lines: Lines = False,
    furniture: Annotated[
        bool, typer.Option("--furniture", help="Show what was taken for furniture of the page.")
    ] = False,
    text: TextColumn = None,
    input_format: InputFormat = None,
    encoding: Encoding = None,
    no_quoting: NoQuoting = False,
    rejects: Rejects = None,
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """Label every sentence of the sources."""
    from avow.documents import Reader, RejectLog, check_format
    from avow.models import load
    from avow.prediction.run import predict_documents
    from avow.storage import ensure_absent

    chosen = _output_format(form, output)
    if output is not None:
        ensure_absent(output, overwrite=overwrite)
    loaded = load(model or default_model())
    log = RejectLog()
    reader = Reader(
        text=text,
        form=check_format(input_format),
        encoding=encoding,
        lines=lines,
        quoting=False if no_quoting else None,
        reject=log if many(sources) else None,
    )
    documents = reader.read_all(sources)
    if output is not None or chosen != "table":
        documents = progress(documents)
    annotated = predict_documents(
        loaded,
        documents,
        unsure_below=unsure_below,
        lines=lines,
        explain=explain or chosen == "html",
    )
    _write(annotated, chosen, output, furniture)
    tell_rejects(log, rejects, output)


def read(
    sources: Sources,
    text: TextColumn = None,
    input_format: InputFormat = None,
    encoding: Encoding = None,
    no_quoting: NoQuoting = False,
    rejects: Rejects = None,
    verbosity: Verbose = 0,
) -> None:
    """Show how sources are read: documents, their sentences, and the furniture of the page, as JSON Lines."""
    import json

    from avow.documents import Reader, RejectLog, check_format
    from avow.sentences import split
    from avow.storage import encode

    log = RejectLog()
    reader = Reader(
        text=text,
        form=check_format(input_format),
        encoding=encoding,
        quoting=False if no_quoting else None,
        reject=log if many(sources) else None,
    )
    for document in reader.read_all(sources):
        value = {
            "id": document.id,
            "title": document.title,
            "source": document.source,
            "date": document.date,
            "genre": document.genre,
            "characters": len(document.text),
            "sentences": [[item.start, item.end] for item in split(document)],
            "furniture": [
                {
                    "kind": str(part.kind),
                    "start": part.start,
                    "end": part.end,
                    "text": document.text[part.start : part.end],
                }
                for part in document.furniture
            ],
        }
        sys.stdout.buffer.write(encode(json.dumps(value, ensure_ascii=False) + "\n"))
    sys.stdout.flush()
    tell_rejects(log, rejects, None)


def many(sources: list[str]) -> bool:
    """Whether there are several inputs, so that one that cannot be read does not stop the others.

    Args:
        sources: What the user named.

    Returns:
        True for several sources, a folder, a glob, or a table.
    """
    if len(sources) > 1:
        return True
    path = Path(sources[0])
    if path.is_dir() or any(mark in sources[0] for mark in "*?["):
        return True
    names = path.name.lower().split(".")
    return any(suffix in names[1:] for suffix in ("jsonl", "ndjson", "csv", "tsv", "tab", "parquet", "pq"))


def _output_format(form: str | None, output: Path | None) -> str:
    if form is None and output is not None:
        suffix = output.suffix.lstrip(".").lower()
        form = {"htm": "html", "txt": "text", "pq": "parquet", "ndjson": "jsonl"}.get(suffix, suffix)
        if form not in FORMATS:
            raise UsageError(f"cannot tell the format from {output.name}", remedy="add --format")
    form = form or "table"
    if form not in FORMATS:
        raise UsageError(f"unknown format {form!r}", expected=f"one of {', '.join(FORMATS)}")
    if form == "parquet" and output is None and sys.stdout.isatty():
        raise UsageError("Parquet is not for a terminal", remedy="add --output FILE")
    return form


def _write(annotated: Iterator[AnnotatedDocument], form: str, output: Path | None, furniture: bool) -> None:
    from avow.storage import atomic_writer

    if form == "table":
        _print_tables(annotated, output, furniture)
        return
    from avow.prediction.writers import WRITERS
    from avow.report import write_annotated

    write = write_annotated if form == "html" else WRITERS[form]
    if output is None:
        write(sys.stdout.buffer, annotated)
        sys.stdout.flush()
        return
    with atomic_writer(output) as stream:
        write(stream, annotated)
    say(f"wrote {output}")


def _print_tables(annotated: Iterable[AnnotatedDocument], output: Path | None, furniture: bool) -> None:
    import io

    from rich.console import Console

    from avow.prediction.terminal import table
    from avow.storage import write_text

    buffer = io.StringIO()
    console = Console(file=buffer, width=100) if output is not None else Console(highlight=False)
    for number, item in enumerate(annotated):
        if number:
            console.print()
        console.print(table(item, furniture=furniture))
    if output is not None:
        write_text(output, buffer.getvalue())
        say(f"wrote {output}")


def progress(documents: Iterator[Document]) -> Iterator[Document]:
    """Count documents on standard error where that is a terminal.

    Args:
        documents: What passes.

    Yields:
        The same documents.
    """
    if not sys.stderr.isatty():
        yield from documents
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[rate]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("documents", total=None, rate="")
        for document in documents:
            yield document
            bar.advance(task)
            speed = bar.tasks[0].speed
            if speed:
                bar.update(task, rate=f"{speed:,.0f} a second")


def tell_rejects(log: RejectLog, path: Path | None, output: Path | None) -> None:
    """Count what could not be read by reason, list it, and exit with 1; do nothing where all was read.

    Args:
        log: What could not be read.
        path: Where the user wants it listed.
        output: The output, beside which it is listed otherwise.

    Raises:
        Exit: Something could not be read.
    """
    if not log.rejects:
        return
    target = path or (output.with_name(f"{output.name}.rejects.jsonl") if output is not None else None)
    for reject in log.rejects[:3] if target is not None else log.rejects[:20]:
        say(f"avow: {reject.detail}")
    counted = ", ".join(f"{count} {reason}" for reason, count in sorted(log.counts.items()))
    say(f"avow: {len(log.rejects)} inputs left out: {counted}")
    if target is not None:
        log.write(target)
        say(f"avow: listed in {target}")
    raise typer.Exit(1)
