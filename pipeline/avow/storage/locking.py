"""Lock files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from avow.errors import OutputError


@contextmanager
def lock(path: Path) -> Iterator[bool]:
    """Hold a lock file for as long as the block runs; it is let go when the process ends, however it ends.

    Args:
        path: The file; missing parent folders are made.

    Yields:
        Whether the lock was free.

    Raises:
        OutputError: The file cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = path.open("ab")
    except OSError as error:
        raise OutputError(
            f"cannot be written ({(error.strerror or str(error)).lower()})", where=str(path), remedy="check permissions"
        ) from error
    with stream:
        yield _is_taken(stream)


def _is_taken(stream: IO[bytes]) -> bool:
    """Whether the lock on an open file could be taken."""
    try:
        try:
            import fcntl
        except ImportError:
            # Windows, which lets it go when the file is closed, as a process does that ends.
            import msvcrt

            locking: Any = vars(msvcrt)
            stream.seek(0)
            locking["locking"](stream.fileno(), locking["LK_NBLCK"], 1)
        else:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
