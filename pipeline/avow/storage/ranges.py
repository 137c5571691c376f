"""Some bytes of a file, at once or as a stream."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from avow.storage.reading import open_binary, unreadable


def read_range(path: Path, start: int, stop: int) -> bytes:
    """Some bytes of a file.

    Args:
        path: The file.
        start: Offset of the first byte.
        stop: Offset after the last one.

    Returns:
        The bytes, fewer where the file is shorter.

    Raises:
        InputError: The file is missing or cannot be read.
    """
    with open_binary(path) as stream:
        try:
            stream.seek(start)
            return stream.read(stop - start)
        except OSError as error:
            raise unreadable(path, error) from error


@contextmanager
def open_range(path: Path, start: int, stop: int) -> Iterator[IO[bytes]]:
    """Some bytes of a file as a stream, of which no more is in memory than is asked for at a time.

    Args:
        path: The file.
        start: Offset of the first byte.
        stop: Offset after the last one.

    Yields:
        The stream, shorter where the file is.

    Raises:
        InputError: The file is missing or cannot be read.
    """
    with open_binary(path) as stream:
        yield _Range(stream, start, stop)  # type: ignore[misc]


class _Range(io.RawIOBase):
    def __init__(self, stream: IO[bytes], start: int, stop: int) -> None:
        super().__init__()
        self._stream = stream
        self._start = start
        self._size = stop - start
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._at = max(0, offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence])
        return self._at

    def readinto(self, buffer: Any) -> int:
        self._stream.seek(self._start + self._at)
        data = self._stream.read(max(0, min(len(buffer), self._size - self._at)))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)
