"""What every command says beside its data, and which model it takes; imports nothing that takes time."""

from __future__ import annotations

import os
import sys
from pathlib import Path

DEFAULT_MODEL = Path("models/default")
MODEL_VARIABLE = "AVOW_MODEL"


def set_verbosity(count: int) -> None:
    """Say more on standard error.

    Args:
        count: How often ``-v`` was given: once for guesses and progress, twice for everything.
    """
    import logging

    logging.getLogger("avow").setLevel(max(logging.DEBUG, logging.WARNING - 10 * count))


def verbose() -> bool:
    """Whether tracebacks are wanted.

    Returns:
        True after ``-v``.
    """
    if "logging" not in sys.modules:
        return False
    import logging

    return logging.NOTSET < logging.getLogger("avow").level <= logging.INFO


def start_logging() -> None:
    """Send notices to standard error, warnings only until ``-v`` is given."""
    import logging

    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    log = logging.getLogger("avow")
    log.handlers[:] = [handler]
    log.setLevel(logging.WARNING)
    log.propagate = False


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
