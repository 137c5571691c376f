"""Where guesses are told."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from avow.errors import visible

if TYPE_CHECKING:
    from logging import Logger, LogRecord


def log() -> Logger:
    """Where guesses are told; imported when there is something to tell.

    Returns:
        The package's logger.
    """
    import logging

    logger = logging.getLogger("avow")
    logger.addFilter(_shown)
    return logger


def note(message: str, *values: object) -> None:
    """Tell a guess that is seldom wrong, so that only those hear of it who ask for more.

    Args:
        message: The message, with a place for each value as in the module logging.
        *values: What stands there.
    """
    # Who asks has imported it, and for all others it would take longer than labelling a sentence.
    if "logging" in sys.modules:
        log().info(message, *values)


def _shown(record: LogRecord) -> bool:
    # Names of files and columns are made by others.
    record.msg, record.args = visible(record.getMessage()), ()
    return True
