"""Options that several commands share, and what they do before a command starts."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from avow.params import Parameters

DEFAULT_MODEL = Path("models/default")
MODEL_VARIABLE = "AVOW_MODEL"
_LOG = logging.getLogger("avow")


def _speak(count: int) -> int:
    if count:
        set_verbosity(count)
    return count


def set_verbosity(count: int) -> None:
    """Say more on standard error.

    Args:
        count: How often ``-v`` was given: once for guesses and progress, twice for everything.
    """
    _LOG.setLevel(max(logging.DEBUG, logging.WARNING - 10 * count))


def verbose() -> bool:
    """Whether tracebacks are wanted.

    Returns:
        True after ``-v``.
    """
    return _LOG.level <= logging.INFO and _LOG.level != logging.NOTSET


def start_logging() -> None:
    """Send notices to standard error, warnings only until ``-v`` is given."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    _LOG.handlers[:] = [handler]
    _LOG.setLevel(logging.WARNING)
    _LOG.propagate = False


def say(message: str) -> None:
    """Tell the user something beside the data.

    Args:
        message: A line for standard error.
    """
    print(message, file=sys.stderr)


def default_model() -> Path:
    """The model that is used where none is named.

    Returns:
        The folder in ``AVOW_MODEL``, or ``models/default``.
    """
    return Path(os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL)


Verbose = Annotated[
    int, typer.Option("-v", "--verbose", count=True, callback=_speak, help="Say what is guessed; twice: say more.")
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
InputFormat = Annotated[
    str | None,
    typer.Option("--input-format", metavar="FORMAT", help="text, markdown, html, jsonl, json, csv, tsv or parquet."),
]
Encoding = Annotated[str | None, typer.Option("--encoding", help="Encoding of the sources [default: detected].")]
NoQuoting = Annotated[bool, typer.Option("--no-quoting", help="In CSV and TSV, quotation marks are plain characters.")]
Lines = Annotated[bool, typer.Option("--lines", help="Every line, or row of a table, is one sentence.")]


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
