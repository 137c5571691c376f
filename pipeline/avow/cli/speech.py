"""What every command says beside its data, and which model it takes; imports nothing that takes time."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import IO, Any

from avow.errors import visible

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
    print(visible(message), file=sys.stderr)


def results() -> IO[bytes]:
    """Where results go that are printed.

    Returns:
        Standard output as it is; where it is a terminal, one that shows control characters and does not obey them.
    """
    return _Shown(sys.stdout.buffer) if sys.stdout.isatty() else sys.stdout.buffer  # type: ignore[return-value]


class _Shown(io.RawIOBase):
    def __init__(self, target: IO[bytes]) -> None:
        super().__init__()
        self._target = target

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._target.write(visible(bytes(data).decode(errors="replace")).encode())
        return len(data)


def default_model() -> Path:
    """The model that is used where none is named.

    Returns:
        The folder in ``AVOW_MODEL``, or ``models/default``.
    """
    return Path(os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL)
