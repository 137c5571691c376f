"""Writing a temporary file beside the target, renamed when it is complete: a target is whole or as it was."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from avow.errors import OutputError
from avow.storage.encoding import encode


@contextmanager
def atomic_writer(path: Path) -> Iterator[IO[bytes]]:
    """A binary stream whose content becomes the file when the block ends well.

    Args:
        path: The target; missing parent folders are made. A link stays one, and its target is written; a device or a
            pipe is written to as it is.

    Yields:
        A stream on a temporary file in the target's folder.

    Raises:
        OutputError: The operating system refused to write, for example on a full disk; the target is as it was.
    """
    import secrets

    with _told_as(path):
        is_file = path.is_file() or path.is_dir() or not path.exists()
    if not is_file:
        with _opened(path, "w", path) as stream:
            yield stream
        return
    temporary: Path | None = None
    try:
        with _told_as(path):
            target = Path(os.path.realpath(path))
            target.parent.mkdir(parents=True, exist_ok=True)
        # Not a file of the module tempfile, which nobody else may read: asking for the umask sets it, for all threads.
        temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
        with _opened(temporary, "x", path) as stream:
            yield stream
            stream.flush()
            with _told_as(path):
                os.fsync(stream.fileno())
        with _told_as(path):
            temporary.replace(target)
        temporary = None
    finally:
        if temporary is not None:
            # Where nothing can be written nothing can be removed, and what is told is why it could not be written.
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _opened(path: Path, mode: str, target: Path) -> io.BufferedWriter:
    with _told_as(target):
        return io.BufferedWriter(_Target(path, mode, target))


class _Target(io.FileIO):
    """Tells its own failures as those of the target: what else fails while it is written to is another matter."""

    def __init__(self, path: Path, mode: str, target: Path) -> None:
        super().__init__(path, mode)
        self._target = target

    def write(self, data: Any) -> int:
        with _told_as(self._target):
            return super().write(data)


@contextmanager
def _told_as(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"cannot be written ({(error.strerror or str(error)).lower()})",
            where=str(target),
            remedy="check free space and permissions; what was there before is as it was",
        ) from error


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all.

    Args:
        path: The target.
        data: Its content.

    Raises:
        OutputError: The file cannot be written.
    """
    with atomic_writer(path) as stream:
        stream.write(data)


def write_text(path: Path, text: str) -> None:
    """Write a UTF-8 file, whole or not at all.

    Args:
        path: The target.
        text: Its content; a lone surrogate, which UTF-8 has no bytes for, is written as U+FFFD.

    Raises:
        OutputError: The file cannot be written.
    """
    write_bytes(path, encode(text))


def write_json(path: Path, value: Any) -> None:
    """Write a value as indented JSON with sorted keys and a final newline.

    Args:
        path: The target.
        value: What to write; NaN and infinity are refused.

    Raises:
        OutputError: The file cannot be written.
    """
    write_text(path, json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False) + "\n")


def write_jsonl(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write objects as JSON Lines.

    Args:
        path: The target.
        rows: The objects, written as they are taken.

    Raises:
        OutputError: The file cannot be written.
    """
    with atomic_writer(path) as stream:
        for row in rows:
            stream.write(encode(json.dumps(row, ensure_ascii=False) + "\n"))
