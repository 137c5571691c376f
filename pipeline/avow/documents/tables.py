"""Rows of JSON Lines, JSON, CSV, TSV and Parquet with the lines that they stand on."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import zip_longest
from pathlib import Path
from typing import IO, Any

from avow.documents.decoding import decode, guess_codec, is_wide, log, refuse_binary, told_codec, utf8_lines
from avow.documents.unusable import Unusable, repeated
from avow.errors import InputError, MissingExtraError, OutputError
from avow.storage import open_stream

Row = tuple[int, Mapping[str, Any]]
Fault = Callable[[InputError], None]
_QUOTED = re.compile(r'"[^"]*"')
_FIELD_LIMIT = 2**31 - 1
_HEAD = 1 << 16
_BATCH = 4096
_COPIED = 1 << 20
_REMEDY = "give --encoding"


def json_lines(
    stream: Iterable[bytes], where: str, encoding: str | None, fault: Fault, *, first: int = 1
) -> Iterator[Row]:
    """The objects of a JSON Lines stream.

    Args:
        stream: Its lines.
        where: What to call it in messages.
        encoding: Its encoding; UTF-8 where ``None``.
        fault: Receives the error of each bad line.
        first: Number of the first line, where the stream is a part of a file.

    Yields:
        Line number and object.

    Raises:
        InputError: The encoding is unknown.
    """
    told_codec(b"", where, encoding)
    for number, raw in enumerate(stream, start=first):
        if not raw.strip():
            continue
        place = f"{where}:{number}"
        try:
            line = raw.decode(encoding or "utf-8")
            value = json.loads(line.removeprefix("\ufeff") if number == 1 else line)
        except UnicodeError:
            remedy = "name another --encoding" if encoding else "give --encoding"
            fault(
                InputError(f"wrong encoding: not {encoding or 'UTF-8'}", where=place, remedy=remedy, reason="encoding")
            )
        except (ValueError, RecursionError) as error:
            fault(
                InputError(
                    f"broken JSON ({_reason(error)})", where=place, expected="one JSON object a line", reason="json"
                )
            )
        else:
            if isinstance(value, dict):
                yield number, value
            else:
                fault(
                    InputError(
                        "JSON that is not an object",
                        where=place,
                        expected='an object such as {"text": ...}',
                        reason="json",
                    )
                )


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return error.msg
    return "nested too deeply" if isinstance(error, RecursionError) else "a number of too many digits"


def json_array(data: bytes, where: str, encoding: str | None, fault: Fault | None = None) -> Iterator[Row]:
    """The objects of a JSON file that holds one object or an array of them.

    Args:
        data: Its bytes.
        where: What to call it in messages.
        encoding: Its encoding where known.
        fault: Receives the error of each item that is no object; without it the first one is raised.

    Yields:
        Position, from 1, and object.

    Raises:
        InputError: The data are not JSON or hold something else.
    """
    text = decode(data, where, encoding)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        place = f"{where}:{error.lineno}" if isinstance(error, json.JSONDecodeError) else where
        raise InputError(f"broken JSON ({_reason(error)})", where=place, reason="json") from error
    for number, item in enumerate(value if isinstance(value, list) else [value], start=1):
        if isinstance(item, dict):
            yield number, item
            continue
        odd = InputError(
            "JSON that is not an object",
            where=f"{where}:{number}",
            expected='objects such as {"text": ...}',
            reason="json",
        )
        if fault is None:
            raise odd
        fault(odd)


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


def parquet(
    source: Path | IO[bytes], where: str, *, group: int | None = None, start: int = 0, stop: int | None = None
) -> Iterator[Row]:
    """The rows of a Parquet file, by row groups.

    Args:
        source: The file, or its bytes as a stream that can be read in any order.
        where: What to call it in messages.
        group: The only row group to read; all where ``None``.
        start: The first row to give, from 0 in the file.
        stop: The row before which to stop, where there is one.

    Yields:
        Row number, from 1, and values by column; an ``Unusable`` where a column stands twice or Python has no such
        value.

    Raises:
        MissingExtraError: pyarrow is not installed.
        InputError: The file is not Parquet or is damaged.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtraError("pyarrow", "parquet", "reading Parquet") from error
    try:
        with pyarrow.parquet.ParquetFile(source) as file:
            count = file.num_row_groups
            number = sum(file.metadata.row_group(at).num_rows for at in range(group or 0))
            groups = range(count) if group is None else [group]
            for batch in file.iter_batches(batch_size=_BATCH, row_groups=list(groups)):
                first = number
                number += len(batch)
                if stop is not None and first >= stop:
                    return
                if number > start:
                    begin = max(first, start)
                    part = batch.slice(begin - first, None if stop is None else stop - begin)
                    yield from enumerate(_batch_rows(part, where, begin + 1), start=begin + 1)
    except (pyarrow.ArrowException, OSError) as error:
        raise InputError(
            f"not readable as Parquet ({str(error).splitlines()[0]})", where=where, reason="parquet"
        ) from error


def _batch_rows(batch: Any, where: str, first: int) -> list[Mapping[str, Any]]:
    names = batch.schema.names
    twice = repeated(names, where)
    try:
        rows = batch.to_pylist()
    except (ValueError, OverflowError, LookupError):
        values = [_cells(column, name, where, first) for name, column in zip(names, batch.columns, strict=True)]
        rows = [dict(zip(names, row, strict=True)) for row in zip(*values, strict=True)]
    return [row | twice for row in rows] if twice else rows


def _cells(column: Any, name: str, where: str, first: int) -> list[Any]:
    """The values of a column, those that Python has no type for as text."""
    import pyarrow

    cells: list[Any] = []
    for number, cell in enumerate(column, start=first):
        try:
            cells.append(cell.as_py())
        except (ValueError, OverflowError, LookupError) as error:
            try:
                cells.append(cell.cast(pyarrow.string()).as_py())
            except pyarrow.ArrowException:
                reason = InputError(
                    f"the value in column {name} cannot be read ({error})", where=f"{where}:{number}", reason="column"
                )
                cells.append(Unusable(reason))
    return cells


def parquet_groups(path: Path, where: str) -> list[tuple[int, int]]:
    """The row groups of a Parquet file.

    Args:
        path: The file.
        where: What to call it in messages.

    Returns:
        Rows and uncompressed bytes of each.

    Raises:
        MissingExtraError: pyarrow is not installed.
        InputError: The file is not Parquet or is damaged.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtraError("pyarrow", "parquet", "reading Parquet") from error
    try:
        data = pyarrow.parquet.read_metadata(path)
        groups = (data.row_group(at) for at in range(data.num_row_groups))
        return [(group.num_rows, group.total_byte_size) for group in groups]
    except (pyarrow.ArrowException, OSError) as error:
        raise InputError(
            f"not readable as Parquet ({str(error).splitlines()[0]})", where=where, reason="parquet"
        ) from error


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

    Yields:
        Line, or row number, and values by column.

    Raises:
        InputError: The table cannot be read.
    """
    if form == "jsonl":
        lines, name = utf8_lines(stream, where, encoding)
        yield from json_lines(lines, where, name, fault)
    elif form == "json":
        yield from json_array(stream.read(), where, encoding, fault)
    elif form != "parquet":
        yield from separated(stream, where, encoding, None if form == "csv" else "\t", fault, quoting)
    elif path is not None and not is_compressed(stream):
        yield from parquet(path, where)
    else:
        with _copied(stream) as copy:
            yield from parquet(copy, where)


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
        return guess_codec(head[:last] if error.start < last else head, where)


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
