"""Streams of lines or rows, cut into blocks that end where a record ends."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO

from avow.documents.lines import Record, length, lines
from avow.documents.separated import broken_row, lift_field_limit
from avow.errors import InputError


@dataclass(frozen=True, slots=True)
class Block:
    """Records that follow one another.

    Attributes:
        start: Offset of its first byte.
        stop: Offset after its last byte.
        first: Number of its first line.
        data: Its bytes, or nothing where nobody wants them.
        long: Line and size of a record that follows it and is too long.
    """

    start: int
    stop: int
    first: int
    data: bytes
    long: tuple[int, int] | None = None


def rows(stream: IO[bytes], where: str, longest: int, delimiter: str, quoting: bool) -> Iterator[Record]:
    """The rows of a CSV stream as they stand, quoted line ends inside.

    Args:
        stream: Bytes in an encoding that leaves ASCII as it is.
        where: What to call them in messages.
        longest: Most bytes of a row, its line end not counted; what is longer is passed over without being held in
            memory.
        delimiter: What stands between fields.
        quoting: Whether quotation marks enclose fields.

    Yields:
        Rows with their line ends.

    Raises:
        InputError: A quotation mark is never closed, or a field goes on after it.
    """
    taken: list[Record] = []
    line = 1
    # Rows that are too long are never handed to the csv module, so that a field is none either.
    lift_field_limit()
    try:
        style = {"strict": True} if quoting else {"quoting": csv.QUOTE_NONE}
        for _ in csv.reader(_decoded(lines(stream, longest), taken, longest), delimiter=delimiter, **style):
            whole = all(record.data for record in taken)
            data = b"".join(record.data for record in taken) if whole else b""
            count = sum(record.lines for record in taken)
            yield Record(data, sum(record.size for record in taken), count)
            line += count
            taken.clear()
    except csv.Error as error:
        raise broken_row(error, f"{where}:{line}") from error


def _decoded(records: Iterable[Record], taken: list[Record], longest: int) -> Iterator[str]:
    size = 0
    for record in _parts(records):
        size = record.size + (size if taken else 0)
        if size - len(record.data) + length(record.data) <= longest:
            taken.append(record)
            yield record.data.decode("latin-1")
            continue
        # Of a line that is left out only the state of quotation counts, and within a row it stays as it is or ends.
        odd, within = record.odd or record.data.count(b'"') % 2 == 1, bool(taken)
        taken[:] = [Record(b"", size, sum(part.lines for part in taken) + 1)]
        if odd or not within:
            yield '"' * odd + "\n"


def _parts(records: Iterable[Record]) -> Iterator[Record]:
    for record in records:
        if b"\r" in record.data and b"\r" in record.data.rstrip(b"\r\n"):
            # A lone carriage return ends a line of CSV too.
            yield from (Record(part, len(part)) for part in record.data.splitlines(keepends=True))
        else:
            yield record


def cut(records: Iterable[Record], size: int, *, start: int = 0, first: int = 1, keep: bool = False) -> Iterator[Block]:
    """Group records into blocks of a size.

    Args:
        records: Records in order.
        size: A block ends with the record that brings it to so many bytes.
        start: Offset of the first record.
        first: Line of the first record.
        keep: Whether blocks hold their bytes.

    Yields:
        Blocks in order; together with the records that are too long they cover the stream, or what comes before the
        place where it breaks.

    Raises:
        InputError: The stream breaks.
    """
    at, line = start, first
    begun, begun_line = at, line
    data: list[bytes] = []
    try:
        for record in records:
            if not record.data:
                yield Block(begun, at, begun_line, b"".join(data), (line, record.size))
                data.clear()
                begun, begun_line = at + record.size, line + record.lines
            at += record.size
            line += record.lines
            if record.data and keep:
                data.append(record.data)
            if at - begun >= size:
                yield Block(begun, at, begun_line, b"".join(data))
                data.clear()
                begun, begun_line = at, line
    except InputError:
        if at > begun:
            yield Block(begun, at, begun_line, b"".join(data))
        raise
    if at > begun:
        yield Block(begun, at, begun_line, b"".join(data))
