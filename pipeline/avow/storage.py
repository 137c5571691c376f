"""Opening and writing files: the only module that does.

Readers stream and keep line numbers; writers write a temporary file beside the target and rename it when it is
complete, so that a target is either whole or as it was.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from avow.errors import InputError, OutputError

_CHUNK = 1 << 20
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What spreadsheets take a field for a formula by."""
_BOMB_BYTES = 256 << 20
_BOMB_RATIO = 500


def read_bytes(path: Path) -> bytes:
    """The content of a file.

    Args:
        path: The file.

    Returns:
        Its bytes, as they are.

    Raises:
        InputError: The file is missing or cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def read_text(path: Path) -> str:
    """The content of a UTF-8 file of our own making, line ends as they are.

    Args:
        path: The file.

    Returns:
        Its text.

    Raises:
        InputError: The file is missing, cannot be read, or is not UTF-8.
    """
    data = read_bytes(path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(
            f"byte {data[error.start]:#04x} is not UTF-8",
            where=f"{path}:{line}",
            expected="text in UTF-8",
            remedy="save the file as UTF-8",
        ) from error


def read_json(path: Path) -> Any:
    """The value in a JSON file.

    Args:
        path: The file.

    Returns:
        The decoded value.

    Raises:
        InputError: The file is missing, not UTF-8, or not JSON, in which there is no NaN and no infinity.
    """
    text = read_text(path)
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise InputError(
            f"not JSON ({error.msg})", where=f"{path}:{error.lineno}:{error.colno}", reason="json"
        ) from error
    except RecursionError as error:
        raise InputError("JSON nested too deeply", where=str(path), reason="json") from error
    except ValueError as error:
        raise InputError(f"not JSON ({error})", where=str(path), reason="json") from error


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number")


def read_jsonl(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a JSON Lines file of our own making.

    Args:
        path: The file.

    Yields:
        Line number, from 1, and object; empty lines are counted and passed over.

    Raises:
        InputError: A line is not a JSON object.
    """
    try:
        with path.open(encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                try:
                    value = json.loads(line)
                except (ValueError, RecursionError) as error:
                    raise InputError(
                        f"not JSON ({error})",
                        where=f"{path}:{number}",
                        expected="one JSON object a line",
                        reason="json",
                    ) from error
                if not isinstance(value, dict):
                    raise InputError(
                        "not a JSON object", where=f"{path}:{number}", expected="one JSON object a line", reason="json"
                    )
                yield number, value
    except UnicodeDecodeError as error:
        raise InputError("not UTF-8", where=str(path), remedy="save the file as UTF-8") from error
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError) -> InputError:
    """The message for a file that the operating system would not give us.

    Args:
        path: The file.
        error: What the operating system said.

    Returns:
        The error to raise.
    """
    return InputError(
        (error.strerror or str(error)).lower(), where=str(path), remedy="check the path and its permissions"
    )


def ensure_absent(path: Path, *, overwrite: bool) -> None:
    """Refuse a target that exists, before any work is done.

    Args:
        path: The target.
        overwrite: Whether an existing target may be replaced.

    Raises:
        OutputError: The target exists and may not be replaced, or cannot be written. A device or a pipe is written to,
            never replaced.
    """
    if (path.is_file() or path.is_dir()) and not overwrite:
        raise OutputError("exists already", where=str(path), remedy="choose another place or add --overwrite")
    ensure_writable(path)


def ensure_writable(path: Path) -> None:
    """Refuse a target that the operating system would not let us write, before any work is done.

    Args:
        path: The target, whose parent folders need not be there.

    Raises:
        OutputError: A folder above it is a file or may not be written in, or it is a device that may not be written to.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        place, wanted = path, os.W_OK
    else:
        place, wanted = Path(os.path.realpath(path)).parent, os.W_OK | os.X_OK
        while not os.path.lexists(place):
            place = place.parent
        if not place.is_dir():
            raise OutputError(
                f"cannot be written ({place} is not a folder)", where=str(path), remedy="choose another place"
            )
    if not os.access(place, wanted):
        raise OutputError(
            f"cannot be written ({place} may not be written to)", where=str(path), remedy="check permissions"
        )


def ensure_apart(targets: Iterable[Path | None], sources: Iterable[str | Path]) -> None:
    """Refuse to write what is read, and to write one file twice, before any work is done.

    Args:
        targets: What will be written; ``None`` is nothing.
        sources: What will be read; names of files count, all else does not.

    Raises:
        OutputError: A target is a source, or two targets are one file.
    """
    files = filter(os.path.isfile, sources)  # Path.is_file raises where a name is too long.
    read = {Path(os.path.realpath(source)) for source in files}
    written: set[Path] = set()
    for target in filter(None, targets):
        place = Path(os.path.realpath(target))
        if place in read:
            raise OutputError("is read and would be written", where=str(target), remedy="write to another file")
        if place in written:
            raise OutputError("would be written twice", where=str(target), remedy="name another file for one of them")
        written.add(place)


def ensure_new(targets: Iterable[Path | None], sources: Iterable[str | Path], *, overwrite: bool) -> None:
    """Refuse targets that exist, that are read, or that are one file, before any work is done.

    Args:
        targets: What will be written; ``None`` is nothing.
        sources: What will be read, as for :func:`ensure_apart`.
        overwrite: Whether existing targets may be replaced.

    Raises:
        OutputError: A target exists and may not be replaced, is a source, or two targets are one file.
    """
    wanted = list(filter(None, targets))
    ensure_apart(wanted, sources)
    for target in wanted:
        ensure_absent(target, overwrite=overwrite)


@contextmanager
def open_binary(path: Path) -> Iterator[IO[bytes]]:
    """A file's bytes as a stream.

    Args:
        path: The file.

    Yields:
        The stream.

    Raises:
        InputError: The file is missing or cannot be read.
    """
    try:
        stream = path.open("rb")
    except OSError as error:
        raise unreadable(path, error) from error
    with stream:
        yield stream


@contextmanager
def open_stream(path: Path | None) -> Iterator[IO[bytes]]:
    """The bytes of a file or of standard input, decompressed where they begin like gzip, bzip2, xz or Zstandard.

    Args:
        path: The file; ``None`` for standard input.

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
        yield io.BufferedReader(_Guarded(sys.stdin.buffer, name), buffer_size=_CHUNK)
        return
    if path.is_dir():
        raise InputError("is a folder", where=name, expected="a file")
    with open_binary(path) as stream:
        yield io.BufferedReader(_Guarded(stream, name), buffer_size=_CHUNK)


class _Guarded(io.RawIOBase):
    """Reads a stream through its decompressor, counting what goes in and what comes out.

    Attributes:
        plain: Whether there is nothing to decompress, so that offsets are those of the file.

    Args:
        stream: The file.
        name: What to call it in messages.
    """

    def __init__(self, stream: IO[bytes], name: str) -> None:
        super().__init__()
        buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
        self._counter = _Counter(buffered)
        self._name = name
        self._out = 0
        self._broken: InputError | None = None
        head = buffered.peek(8)[:8]
        self._source: io.BufferedIOBase = _decompressor(head, self._counter)
        self.plain = getattr(self._source, "raw", None) is self._counter

    @property
    def consumed(self) -> int:
        """Bytes of the file that have been read so far, compressed as they are."""
        return self._counter.count

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer, which a decompressor that is asked once does not: tables are judged by a look at it."""
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


class _Counter(io.RawIOBase):
    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__()
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(len(buffer))
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

    temporary: Path | None = None
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as stream:
                yield stream
            return
        target = Path(os.path.realpath(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        # Not a file of the module tempfile, which nobody else may read: asking for the umask sets it, for all threads.
        temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
        with temporary.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(target)
        temporary = None
    except OSError as error:
        raise OutputError(
            f"cannot be written ({(error.strerror or str(error)).lower()})",
            where=str(path),
            remedy="check free space and permissions; nothing was changed",
        ) from error
    finally:
        if temporary is not None:
            # Where nothing can be written nothing can be removed, and what is told is why it could not be written.
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


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


def encode(text: str) -> bytes:
    """A text in UTF-8.

    Args:
        text: Any text.

    Returns:
        Its bytes; a lone surrogate becomes U+FFFD.
    """
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8")


def clean(text: str) -> str:
    """A text as it is read again where it has been written, for what writes text of its own accord.

    Args:
        text: Any text, such as the name of a file, which need not be text to the operating system.

    Returns:
        It with U+FFFD for a lone surrogate.
    """
    return text if text.isascii() else encode(text).decode("utf-8")


class UnixRows:
    r"""What a writer of CSV writes to with ``lineterminator="\r\n"``, so that it quotes fields that hold a lone CR.

    Args:
        target: Where rows go, each ending with a line feed.
    """

    def __init__(self, target: io.StringIO) -> None:
        self._write = target.write

    def write(self, row: str) -> int:
        r"""Take a row.

        Args:
            row: The row with ``\r\n`` at its end.

        Returns:
            How many characters were written.
        """
        return self._write(row[:-2] + "\n")


def csv_table(
    buffer: io.StringIO, columns: Iterable[str], *, spreadsheet: bool = False
) -> Callable[[Iterable[Iterable[Any]]], None]:
    """What writes rows as CSV; the header is written at once.

    Args:
        buffer: Where to.
        columns: Their names.
        spreadsheet: Whether the table is for a program that takes a field for a formula where it begins as one: a byte
            order mark stands before the header, and an apostrophe before text that begins with ``=``, ``+``, ``-``,
            ``@``, a tab or a carriage return (OWASP, "CSV Injection"). Numbers stay as they are.

    Returns:
        A function that takes rows; without ``spreadsheet`` every field stays as it is.
    """
    import csv

    writer = csv.writer(UnixRows(buffer), lineterminator="\r\n")
    if not spreadsheet:
        writer.writerow(columns)
        return writer.writerows
    buffer.write("\ufeff")
    writer.writerow(columns)
    return lambda rows: writer.writerows([map(_inert, row) for row in rows])


def _inert(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


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


def digest_bytes(data: bytes) -> str:
    """The digest that manifests and gates use.

    Args:
        data: Any bytes.

    Returns:
        ``sha256:`` and 64 hexadecimal digits.
    """
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def digest_file(path: Path) -> str:
    """The digest of a file's bytes, read in pieces.

    Args:
        path: The file.

    Returns:
        ``sha256:`` and 64 hexadecimal digits.

    Raises:
        InputError: The file is missing or cannot be read.
    """
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise unreadable(path, error) from error
    return f"sha256:{digest.hexdigest()}"
