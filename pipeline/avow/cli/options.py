"""Options that several commands share, and what they do before a command starts."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avow.cli.speech import DEFAULT_MODEL, MODEL_VARIABLE, default_model, say, set_verbosity
from avow.errors import UsageError

if TYPE_CHECKING:
    from avow.params import Parameters

__all__ = [
    "DEFAULT_MODEL",
    "DateColumn",
    "Encoding",
    "IdColumn",
    "InputFormat",
    "Jobs",
    "Lines",
    "Longest",
    "ModelFolder",
    "NoQuoting",
    "Overwrite",
    "Params",
    "Rejects",
    "Sources",
    "Spreadsheet",
    "TextColumn",
    "Verbose",
    "default_model",
    "parameters",
    "say",
]


def _speak(count: int) -> int:
    if count:
        set_verbosity(count)
    return count


def _processes(count: int) -> int:
    """No more processes than there are cores: each reads everything anew."""
    cores = os.cpu_count() or 1
    if count < -1 or count == 0:
        raise UsageError(f"--jobs {count}", expected="a number of processes, or -1 for all cores")
    return cores if count == -1 else min(count, cores)


Verbose = Annotated[
    int,
    typer.Option(
        "-v",
        "--verbose",
        count=True,
        callback=_speak,
        help="Say what is guessed, and where in the program an error arises; twice: say more.",
    ),
]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace outputs that exist.")]
ModelFolder = Annotated[
    Path | None,
    typer.Option("--model", metavar="FOLDER", help=f"Model folder [default: ${MODEL_VARIABLE} or {DEFAULT_MODEL}]."),
]
Params = Annotated[
    Path | None, typer.Option("--params", metavar="FILE", help="Parameters [default: params.yaml where it exists].")
]

TextColumn = Annotated[
    str | None, typer.Option("--text", metavar="COLUMN", help="Column of a table that holds the text.")
]
IdColumn = Annotated[
    str | None,
    typer.Option("--id", metavar="COLUMN", help="Column of a table that holds the identifier of each document."),
]
DateColumn = Annotated[
    str | None,
    typer.Option("--date", metavar="COLUMN", help="Column of a table that holds the date of each document."),
]
InputFormat = Annotated[
    str | None,
    typer.Option("--input-format", metavar="FORMAT", help="text, markdown, html, jsonl, json, csv, tsv or parquet."),
]
Encoding = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="Encoding of the sources [default: detected].")
]
NoQuoting = Annotated[bool, typer.Option("--no-quoting", help="In CSV and TSV, quotation marks are plain characters.")]
Lines = Annotated[bool, typer.Option("--lines", help="Every line, or row of a table, is one sentence.")]
Longest = Annotated[
    float | None,
    typer.Option(
        "--longest",
        min=0.001,
        max=2000,
        metavar="MB",
        # What it is by default stands where documents are read, which no other command should have to import.
        help="Leave out lines, rows and documents longer than this [default: 16].",
    ),
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", callback=_processes, help="Processes; -1 for all cores.")
]
Spreadsheet = Annotated[
    bool,
    typer.Option(
        "--spreadsheet",
        help="CSV for a spreadsheet: a byte order mark, and ' before text that would be taken for a formula.",
    ),
]
Sources = Annotated[list[str], typer.Argument(metavar="SOURCE", help="Files, folders, globs, or - for standard input.")]
Rejects = Annotated[
    Path | None,
    typer.Option("--rejects", metavar="FILE", help="Where unreadable inputs are listed [default: beside --output]."),
]


def parameters(path: Path | None) -> Parameters:
    """The parameters that count.

    Args:
        path: What the user named.

    Returns:
        Those of the file, of ``params.yaml`` where it exists, or the defaults.
    """
    from avow.params import Parameters, parse_parameters
    from avow.storage import read_text

    standard = Path("params.yaml")
    chosen = path or (standard if standard.exists() else None)
    return Parameters() if chosen is None else parse_parameters(read_text(chosen), where=str(chosen))
