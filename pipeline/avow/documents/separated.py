"""Rows of CSV and TSV, whose encoding, delimiter and quoting their beginning tells."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import IO, TYPE_CHECKING, Any

from avow.documents.decoding import is_wide, line_of, refuse_binary, told_codec
from avow.documents.guessing import guess_codec
from avow.documents.telling import log
from avow.documents.unusable import Unusable, repeated
from avow.errors import InputError

if TYPE_CHECKING:
    from avow.documents.unusable import Fault, Row

_QUOTED = re.compile(r'"[^"]*"')
_FIELD_LIMIT = 2**31 - 1
_HEAD = 1 << 16
_REMEDY = "give --encoding"


def separated(
    stream: IO[bytes],
    where: str,
    encoding: str | None,
    delimiter: str | None,
    fault: Fault,
    quoting: bool | None = None,
    *,
    skipped: int = 0,
) -> Iterator[Row]:
    """The rows of a CSV or TSV stream with a header line.

    Args:
        stream: Its bytes.
        where: What to call it in messages.
        encoding: Its encoding where known; guessed from its beginning otherwise.
        delimiter: What stands between fields; judged by the header line where ``None``.
        fault: Receives the error of each bad row, one that cannot be decoded among them.
        quoting: Whether quotation marks enclose fields; judged by the beginning where ``None``.
        skipped: Lines of the file that stand between its header and the first row of the stream.

    Yields:
        Line on which the row begins, and its fields by column; where it stops early, its last ones are empty. For a
        column that stands twice there is an ``Unusable``.

    Raises:
        InputError: There is no header, it cannot be decoded, or a quotation mark is never closed.
    """
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    head = buffered.peek(_HEAD)
    name = told_codec(head, where, encoding)
    if not skipped and (name is None or not is_wide(name)):
        refuse_binary(head[:_HEAD], where, by_row=True)
    name = name or encoding_of(head, where)
    text = io.TextIOWrapper(buffered, encoding=name, errors="surrogateescape", newline="")
    beginning = head.decode(name, "replace")
    if delimiter is None:
        delimiter = delimiter_of(beginning)
        if delimiter != ",":
            log().info("%s: fields are separated by %r, as in the header", where, delimiter)
    quoted = looks_quoted(beginning, delimiter) if quoting is None else quoting
    if not quoted and quoting is None:
        log().info("%s: read without quoting, since its quotation marks do not enclose fields", where)
    lift_field_limit()
    try:
        if quoted:
            reader = csv.reader(text, delimiter=delimiter, strict=True)
        else:
            reader = csv.reader(text, delimiter=delimiter, quoting=csv.QUOTE_NONE)
        yield from _rows(reader, where, name, fault, skipped)
    finally:
        text.detach()


def lift_field_limit() -> None:
    """Let the csv module read fields of any length, as it does not of itself.

    The limit is one for the whole process: lowering it again would break another table that is being read.
    """
    if csv.field_size_limit() < _FIELD_LIMIT:
        csv.field_size_limit(_FIELD_LIMIT)


def _rows(reader: Any, where: str, encoding: str, fault: Fault, skipped: int) -> Iterator[Row]:
    columns: list[str] | None = None
    twice: dict[str, Unusable] = {}
    line = 1
    while True:
        try:
            fields = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            raise broken_row(error, f"{where}:{line}") from error
        except UnicodeError as error:
            # Text is decoded some way ahead.
            raise InputError(
                f"wrong encoding: not {encoding}, here or shortly after, and what follows cannot be read",
                where=f"{where}:{line}",
                remedy=_REMEDY,
                reason="encoding",
            ) from error
        start, line = line, reader.line_num + 1 + skipped
        if not fields:
            continue
        broken = _unreadable(fields, f"{where}:{start}", encoding)
        if broken is not None and columns is None:
            raise broken
        if broken is not None:
            fault(broken)
        elif columns is None:
            columns = [name.strip() for name in fields]
            twice = repeated(columns, f"{where}:{start}")
        elif len(fields) > len(columns):
            fault(
                InputError(
                    f"{len(fields)} fields",
                    where=f"{where}:{start}",
                    expected=f"{len(columns)} as in the header",
                    reason="fields",
                )
            )
        else:
            row: dict[str, Any] = dict(zip_longest(columns, fields, fillvalue=""))
            yield start, row | twice if twice else row
    if columns is None:
        raise InputError("empty", where=where, expected="a header line and rows", reason="empty")


def _unreadable(fields: list[str], where: str, encoding: str) -> InputError | None:
    row = "".join(fields)
    if "\0" in row:
        return InputError("binary: a NUL byte", where=where, expected="text", reason="binary")
    try:
        # Bytes that could not be decoded stand in a row as lone surrogates, which cannot be encoded.
        row.encode()
    except UnicodeEncodeError:
        return InputError(f"wrong encoding: not {encoding}", where=where, remedy=_REMEDY, reason="encoding")
    return None


def broken_row(error: csv.Error, where: str) -> InputError:
    """The message for a row after which nothing can be read.

    Args:
        error: What the csv module said.
        where: File and line on which the row begins.

    Returns:
        The error to raise.
    """
    return InputError(
        f"a row begins here, and neither it nor what follows can be read ({error})",
        where=where,
        remedy="close the quotation mark, or give --no-quoting if quotation marks are plain characters",
    )


def encoding_of(head: bytes, where: str) -> str:
    """The encoding of a table.

    Args:
        head: Its beginning.
        where: What to call it in messages.

    Returns:
        The name of a codec.

    Raises:
        InputError: No encoding fits.
    """
    marked = told_codec(head, where, None)
    if marked is not None:
        return marked
    # What fills no buffer is the whole table; all else may end within a character.
    is_whole = len(head) < io.DEFAULT_BUFFER_SIZE
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head, final=is_whole)
        return "utf-8"
    except UnicodeDecodeError as error:
        last = len(head) if is_whole else head.rfind(b"\n") + 1
        return guess_codec(head[:last] if error.start < last else head, line_of(head, error.start, where))


def delimiter_of(head: str) -> str:
    """What stands between the fields of a CSV file: the mark that its header line has most of, outside quotations.

    Args:
        head: The beginning of a table.

    Returns:
        A comma, a semicolon or a tab; a comma where there is none of them.
    """
    header = next((line for line in _QUOTED.sub("", head).splitlines() if line.strip()), "")
    return max(",;\t", key=header.count)


def looks_quoted(head: str, delimiter: str) -> bool:
    """Whether quotation marks enclose fields: always in CSV, in TSV where fields that open with one close with one.

    Args:
        head: The beginning of a table.
        delimiter: What stands between fields.

    Returns:
        True where they do.
    """
    if delimiter != "\t":
        return True
    lines = head.split("\n")[:-1] or [head]
    for line in lines:
        for cell in line.rstrip("\r").split(delimiter):
            if cell.startswith('"') and (
                len(cell) < 2 or not cell.endswith('"') or cell[1:-1].replace('""', "").count('"')
            ):
                return False
    return any(cell.startswith('"') for line in lines for cell in line.split(delimiter))
