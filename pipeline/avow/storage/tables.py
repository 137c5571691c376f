"""Rows to CSV, for programs and for spreadsheets."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What spreadsheets take a field for a formula by."""


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
