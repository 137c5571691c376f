"""Rows of Parquet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from avow.documents.unusable import Unusable, repeated
from avow.errors import InputError, MissingExtraError

if TYPE_CHECKING:
    from avow.documents.unusable import Row

_BATCH = 4096


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
