"""Rows of tables with the lines that they stand on, in any of the formats."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from avow.documents.decoding import utf8_lines
from avow.documents.lines import Record, lines_in
from avow.documents.objects import json_array, json_lines
from avow.documents.parquet import parquet
from avow.documents.rejects import too_long
from avow.documents.separated import separated
from avow.documents.unusable import Fault, Row
from avow.errors import OutputError
from avow.storage import open_stream

_COPIED = 1 << 20


def open_rows(
    path: Path | None, form: str, where: str, encoding: str | None, fault: Fault, quoting: bool | None = None
) -> Iterator[Row]:
    """The rows of a table in any of the formats.

    Args:
        path: The file; ``None`` for standard input.
        form: ``jsonl``, ``json``, ``csv``, ``tsv`` or ``parquet``.
        where: What to call it in messages.
        encoding: Its encoding where known.
        fault: Receives the error of each bad row.
        quoting: For CSV and TSV, whether quotation marks enclose fields.

    Yields:
        Line, or row number, and values by column.

    Raises:
        InputError: The table cannot be read.
    """
    with open_stream(path) as stream:
        yield from rows_in(stream, path, form, where, encoding, fault, quoting)


def rows_in(
    stream: IO[bytes],
    path: Path | None,
    form: str,
    where: str,
    encoding: str | None,
    fault: Fault,
    quoting: bool | None = None,
    longest: int | None = None,
) -> Generator[Row, None, None]:
    """The rows of a table that is open.

    Args:
        stream: A buffered stream of its bytes.
        path: The file; ``None`` for standard input.
        form: ``jsonl``, ``json``, ``csv``, ``tsv`` or ``parquet``.
        where: What to call it in messages.
        encoding: Its encoding where known.
        fault: Receives the error of each bad row.
        quoting: For CSV and TSV, whether quotation marks enclose fields.
        longest: For JSON Lines, most bytes of a line; a longer one is a bad row, and is not held in memory.

    Yields:
        Line, or row number, and values by column.

    Raises:
        InputError: The table cannot be read.
    """
    if form == "jsonl":
        each, name = utf8_lines(stream, where, encoding)
        if longest is not None:
            each = _short(lines_in(each, stream, longest), where, longest, fault)
        yield from json_lines(each, where, name, fault)
    elif form == "json":
        yield from json_array(stream.read(), where, encoding, fault)
    elif form != "parquet":
        yield from separated(stream, where, encoding, None if form == "csv" else "\t", fault, quoting)
    elif path is not None and not is_compressed(stream):
        yield from parquet(path, where)
    else:
        with _copied(stream) as copy:
            yield from parquet(copy, where)


def _short(records: Iterable[Record], where: str, longest: int, fault: Fault) -> Iterator[bytes]:
    """Lines, with nothing in the place of one that is too long, so that the others keep their numbers."""
    for number, record in enumerate(records, start=1):
        if record.size and not record.data:
            fault(too_long(f"{where}:{number}", longest, record.size))
        yield record.data


def is_compressed(stream: IO[bytes]) -> bool:
    """Whether a stream gives other bytes than its file holds.

    Args:
        stream: As :func:`avow.storage.open_stream` gives it.

    Returns:
        True where it decompresses them.
    """
    return not getattr(getattr(stream, "raw", None), "plain", True)


@contextmanager
def _copied(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    """A stream in a temporary file, for a format that is read from its end."""
    import tempfile

    with tempfile.TemporaryFile() as copy:
        while data := stream.read(_COPIED):
            try:
                copy.write(data)
            except OSError as error:
                raise OutputError(
                    f"a temporary copy cannot be written ({(error.strerror or str(error)).lower()})",
                    where=tempfile.gettempdir(),
                    remedy="make room, or name another folder in the variable TMPDIR",
                ) from error
        copy.seek(0)
        yield copy
