"""Lines of a stream, of which one that is too long is passed over without being held in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO

_SKIP = 1 << 20
_END = len(b"\r\n")


@dataclass(frozen=True, slots=True)
class Record:
    """A line, or the lines of a row.

    Attributes:
        data: Its bytes; nothing where it is too long.
        size: How many bytes it takes in the stream.
        lines: How many lines it takes.
        odd: Whether a line that is too long holds an odd number of quotation marks.
    """

    data: bytes
    size: int
    lines: int = 1
    odd: bool = False

    @classmethod
    def of(cls, line: bytes, longest: int) -> Record:
        """A line that is there as a whole.

        Args:
            line: Its bytes.
            longest: Most bytes that it may have.

        Returns:
            It, without its bytes where it is too long.
        """
        return cls(line if length(line) <= longest else b"", len(line))


def lines(stream: IO[bytes], longest: int) -> Iterator[Record]:
    """The lines of a stream.

    Args:
        stream: Bytes.
        longest: Most bytes of a line, its end not counted.

    Yields:
        Lines with their ends.
    """
    readline = stream.readline
    while raw := readline(longest + _END):
        if length(raw) <= longest:
            yield Record(raw, len(raw))
            continue
        size, marks = len(raw), raw.count(b'"')
        while raw and not raw.endswith(b"\n"):
            raw = readline(_SKIP)
            size += len(raw)
            marks += raw.count(b'"')
        yield Record(b"", size, odd=bool(marks % 2))


def lines_in(each: Iterable[bytes], stream: IO[bytes], longest: int) -> Iterator[Record]:
    """The lines of a stream, as :func:`avow.documents.decoding.utf8_lines` gives them.

    Args:
        each: The stream itself, or its lines in UTF-8.
        stream: The stream.
        longest: Most bytes of a line, its end not counted.

    Returns:
        Lines with their ends.
    """
    return lines(stream, longest) if each is stream else (Record.of(line, longest) for line in each)


def length(line: bytes) -> int:
    """How many bytes a line has before its end.

    Args:
        line: The line, with its end where it has one.

    Returns:
        The number.
    """
    return len(line.removesuffix(b"\n").removesuffix(b"\r"))
