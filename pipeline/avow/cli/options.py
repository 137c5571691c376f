"""Options that several commands share, and what they do before a command starts."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

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


def params_file(path: Path | None) -> Path | None:
    """The parameter file that counts.

    Args:
        path: What the user named.

    Returns:
        It, or ``params.yaml`` where that exists.
    """
    if path is not None:
        return path
    standard = Path("params.yaml")
    return standard if standard.exists() else None
