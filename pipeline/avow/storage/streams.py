"""Files and standard input as streams of bytes, decompressed by what they begin with and guarded against bombs."""

from __future__ import annotations

import io
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from avow.errors import InputError
from avow.storage.reading import open_binary, unreadable

_CHUNK = 1 << 20
_BOMB_BYTES = 256 << 20
_BOMB_RATIO = 500
_LONGEST_MAGIC = 6
_LOOK = 1 << 12


@contextmanager
def open_stream(path: Path | None, enough: Callable[[bytes], bool] | None = None) -> Iterator[IO[bytes]]:
    """The bytes of a file or of standard input, decompressed where they begin like gzip, bzip2, xz or Zstandard.

    Args:
        path: The file; ``None`` for standard input.
        enough: Whether a beginning, of at most its first 4096 bytes, tells what a look at the stream is for. Where it
            does, and after the first megabyte in any case, bytes are given as they come; without it, whole megabytes
            are waited for.

    Yields:
        A buffered stream; reading it raises ``InputError`` where the compressed data are damaged or expand without
        measure (over 256 MB and over 500 times their size).

    Raises:
        InputError: The file is missing or cannot be read.
    """
    name = "standard input" if path is None else str(path)
    if path is None:
        if sys.stdin is None:
            raise InputError("closed", where=name, expected="data", remedy="pass them through a pipe, or give a file")
        yield io.BufferedReader(_Guarded(sys.stdin.buffer, name, enough), buffer_size=_CHUNK)
        return
    if path.is_dir():
        raise InputError("is a folder", where=name, expected="a file")
    with open_binary(path) as stream:
        yield io.BufferedReader(_Guarded(stream, name, enough), buffer_size=_CHUNK)


class _Guarded(io.RawIOBase):
    """Reads a stream through its decompressor, counting what goes in and what comes out.

    Attributes:
        plain: Whether there is nothing to decompress, so that offsets are those of the file.

    Args:
        stream: The file.
        name: What to call it in messages.
        enough: As for :func:`open_stream`.
    """

    def __init__(self, stream: IO[bytes], name: str, enough: Callable[[bytes], bool] | None) -> None:
        super().__init__()
        buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
        # Not a look, which shows no more than the first write to a pipe.
        head = buffered.read(_LONGEST_MAGIC)
        self._counter = _Counter(head, buffered)
        self._name = name
        self._enough = enough
        self._flowing = False
        self._out = 0
        self._broken: InputError | None = None
        self._source: io.BufferedIOBase = _decompressor(head, self._counter)
        self.plain = getattr(self._source, "raw", None) is self._counter

    @property
    def consumed(self) -> int:
        """Bytes of the file that have been read so far, compressed as they are."""
        return self._counter.count

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer, which a pipe or a decompressor that is asked once does not: tables are judged by a look at it.

        Where that look needs no more, what there is is given, so that nobody waits for what follows.
        """
        if self._broken is not None:
            raise self._broken
        count = 0
        while count < len(buffer):
            try:
                data = self._some(len(buffer) - count)
            except InputError as error:
                # What comes before a damaged place is given first.
                self._broken = error
                if count == 0:
                    raise
                break
            if not data:
                break
            buffer[count : count + len(data)] = data
            count += len(data)
            if self._flowing or (self._enough is not None and self._enough(bytes(buffer[: min(count, _LOOK)]))):
                break
        self._flowing = self._enough is not None
        return count

    def _some(self, size: int) -> bytes:
        try:
            data = self._source.read1(size)
        except (EOFError, zlib.error, ValueError) as error:
            raise self._damaged(error) from error
        except OSError as error:
            if error.errno is None:
                raise self._damaged(error) from error
            raise unreadable(Path(self._name), error) from error
        except Exception as error:
            # Two decompressors raise exception classes of their own, which are imported only where they are used.
            if type(error).__name__ not in {"LZMAError", "ZstdError"}:
                raise
            raise self._damaged(error) from error
        self._out += len(data)
        if self._out > _BOMB_BYTES and self._out > _BOMB_RATIO * max(1, self._counter.count):
            raise InputError(
                f"expands to more than {_BOMB_RATIO} times its size",
                where=self._name,
                remedy="decompress it yourself if you trust it",
            )
        return data

    def _damaged(self, error: Exception) -> InputError:
        return InputError(
            f"the compressed data are damaged ({error})",
            where=self._name,
            remedy="fetch or compress the file anew",
            reason="compressed",
        )


class _Counter(io.RawIOBase):
    def __init__(self, head: bytes, stream: io.BufferedReader[Any]) -> None:
        super().__init__()
        self._head = head
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._head[: len(buffer)] or self._stream.read1(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


class _Zstandard(io.RawIOBase):
    """Zstandard frames one after the other; unlike the library's own reader it tells a truncated one."""

    def __init__(self, stream: _Counter) -> None:
        super().__init__()
        import zstandard

        self._make = zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj
        self._stream = stream
        self._frame = self._make()
        self._ready = b""
        self._at = 0
        self._begun = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while self._at >= len(self._ready):
            data = self._stream.read(1 << 12) or b""
            if not data:
                if self._begun and not self._frame.eof:
                    raise EOFError("truncated")
                return 0
            pieces: list[bytes] = []
            while data:
                if self._frame.eof:
                    self._frame = self._make()
                self._begun = True
                pieces.append(self._frame.decompress(data))
                data = self._frame.unused_data if self._frame.eof else b""
            self._ready, self._at = b"".join(pieces), 0
        count = min(len(buffer), len(self._ready) - self._at)
        buffer[:count] = self._ready[self._at : self._at + count]
        self._at += count
        return count


def _decompressor(head: bytes, stream: _Counter) -> io.BufferedIOBase:
    if head.startswith(b"\x1f\x8b"):
        import gzip

        return gzip.GzipFile(fileobj=io.BufferedReader(stream))
    if head.startswith(b"BZh"):
        import bz2

        return bz2.BZ2File(io.BufferedReader(stream))
    if head.startswith(b"\xfd7zXZ\x00"):
        import lzma

        return lzma.LZMAFile(io.BufferedReader(stream))
    if head.startswith(b"\x28\xb5\x2f\xfd"):
        return io.BufferedReader(_Zstandard(stream))
    return io.BufferedReader(stream)
