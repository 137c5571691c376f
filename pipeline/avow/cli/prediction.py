"""``avow predict`` and ``avow read``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from avow.cli.labelling import FORMATS
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
    Rejects,
    Sources,
    Spreadsheet,
    TextColumn,
    Verbose,
)


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
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here, not to the terminal; - is standard output."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Add the terms and cues that made the score; not in csv and parquet.")
    ] = False,
    unsure_below: Annotated[
        float | None,
        typer.Option("--unsure-below", metavar="P", min=0, max=1, help="Mark predictions less probable than this."),
    ] = None,
    risk: Annotated[
        float | None,
        typer.Option(
            metavar="R",
            min=0,
            max=1,
            help="Mark predictions as unsure so that no more than this share of the rest is wrong.",
        ),
    ] = None,
    lines: Lines = False,
    furniture: Annotated[
        bool, typer.Option("--furniture", help="Show what was taken for furniture of the page: table and html.")
    ] = False,
    spreadsheet: Spreadsheet = False,
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
    """Label every sentence of the sources."""
    from avow.cli.labelling import label

    label(
        sources,
        model=model,
        form=form,
        output=output,
        explain=explain,
        unsure_below=unsure_below,
        risk=risk,
        lines=lines,
        furniture=furniture,
        spreadsheet=spreadsheet,
        text=text,
        identifier=identifier,
        date=date,
        input_format=input_format,
        encoding=encoding,
        no_quoting=no_quoting,
        longest=longest,
        rejects=rejects,
        overwrite=overwrite,
    )


def read(
    sources: Sources,
    text: TextColumn = None,
    identifier: IdColumn = None,
    date: DateColumn = None,
    input_format: InputFormat = None,
    encoding: Encoding = None,
    no_quoting: NoQuoting = False,
    longest: Longest = None,
    rejects: Annotated[
        Path | None,
        typer.Option("--rejects", metavar="FILE", help="Where unreadable inputs are listed [default: they are told]."),
    ] = None,
    overwrite: Overwrite = False,
    verbosity: Verbose = 0,
) -> None:
    """Show how sources are read: documents, their sentences, and the furniture of the page, as JSON Lines."""
    import json

    from avow.cli.labelling import Targets, reading, tell_rejects
    from avow.cli.speech import results
    from avow.sentences import split
    from avow.storage import encode

    targets = Targets.checked(sources, None, rejects, overwrite=overwrite)
    reader, log = reading(
        sources, text, identifier, input_format, encoding, no_quoting, targets=targets, date=date, longest=longest
    )
    stream = results()
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
        stream.write(encode(json.dumps(value, ensure_ascii=False) + "\n"))
    sys.stdout.flush()
    tell_rejects(log, targets)
