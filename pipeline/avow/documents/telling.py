"""Where guesses are told."""

from __future__ import annotations

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


def _shown(record: LogRecord) -> bool:
    # Names of files and columns are made by others.
    record.msg, record.args = visible(record.getMessage()), ()
    return True
