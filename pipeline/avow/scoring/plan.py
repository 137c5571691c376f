"""Inputs to shards: whole files, or runs of lines, rows and records, always divided in the same way.

The division depends on the inputs and the job alone, not on how many processes there are, so that a run that was
broken off finds the shards that it had written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from avow.documents import Reader, Reject
from avow.documents.columns import columns_of, missing
from avow.documents.decoding import is_wide, told_codec
from avow.documents.formats import RAGGED, TABLES
from avow.documents.lines import Record, lines
from avow.documents.objects import json_lines
from avow.documents.rejects import too_long
from avow.documents.separated import delimiter_of, encoding_of, looks_quoted, separated
from avow.documents.tables import is_compressed, open_rows
from avow.documents.unusable import Fault
from avow.errors import InputError
from avow.scoring import warc
from avow.scoring.blocks import Block, cut, rows
from avow.scoring.inputs import verify
from avow.scoring.job import Job, Piece, Shard, Source, Table
from avow.scoring.refusals import refuse_archive
from avow.storage import open_stream

# As much of a table as is looked at where it is not divided, so that both come to the same encoding.
_HEAD = 1 << 20
_FILES = 1000
_NOTED = 1000
"""How many faults of rows are kept while a table's columns are looked for."""


def plan(job: Job, files: Iterable[Source]) -> Iterator[Shard]:
    """Divide the work.

    Args:
        job: How inputs are scored.
        files: The inputs.

    Yields:
        Shards in the order of the inputs.
    """
    number = 0
    small: list[Piece] = []
    size = 0
    for source in files:
        if not _divisible(job, source):
            small.append(Piece(source))
            size += source.size
        if small and (_divisible(job, source) or size >= job.size or len(small) >= _FILES):
            yield Shard(number, tuple(small), size)
            number, small, size = number + 1, [], 0
        if _divisible(job, source):
            for piece, weight in _pieces(job, source):
                yield Shard(number, (piece,), weight)
                number += 1
    if small:
        yield Shard(number, tuple(small), size)


def _divisible(job: Job, source: Source) -> bool:
    return source.form in {"jsonl", "csv", "tsv", "parquet", "warc"} or (job.lines and source.form == "text")


def _pieces(job: Job, source: Source) -> Iterator[tuple[Piece, int]]:
    """The pieces of a divisible file; one that breaks in its middle ends with a reject that says how much is lost."""
    last = Piece(source, stop=0)
    done = 0
    try:
        for piece, consumed in _DIVIDERS.get(source.form, _blocks)(job, source):
            last = piece
            yield piece, max(0, consumed - done)
            done = consumed
    except InputError as error:
        verify(source)
        reject = Reject(error.where, error.reason, f"{error}; left out: {_rest(last, source)}")
        yield Piece(source, last.stop or 0, last.stop or 0, rejects=(reject,)), source.size - done


def _rest(last: Piece, source: Source) -> str:
    """What of a file comes after its last good piece."""
    if last.data is not None:
        return f"everything after line {last.first + len(last.data.splitlines()) - 1}"
    if source.form == "parquet" or not last.stop:
        return "all of the file"
    return f"the last {source.size - last.stop:,} of {source.size:,} bytes of the file"


def _blocks(job: Job, source: Source) -> Iterator[tuple[Piece, int]]:
    path = Path(source.path)
    with open_stream(path) as stream:
        _refuse_wide(source, job.encoding, stream.peek(4)[:4])  # type: ignore[attr-defined]
    table = None if source.form == "text" else _table(job, source)
    with open_stream(path) as stream:
        raw: Any = stream.raw  # type: ignore[attr-defined]
        plain = raw.plain
        start, first = 0, 1
        records: Iterator[Record]
        if table is not None and source.form != "jsonl":
            records = rows(stream, source.path, job.longest, table.delimiter, bool(table.quoting))
            for record in records:
                if not record.data:
                    # Whatever row came next would be taken for the header.
                    raise InputError(
                        f"a header of {record.size:,} bytes",
                        where=f"{source.path}:{first}",
                        expected=f"at most {job.longest:,}, and lines that end in a line feed",
                        remedy="raise --longest",
                    )
                start, first = start + record.size, first + record.lines
                if record.data.strip():
                    table = replace(table, header=record.data)
                    break
        else:
            records = lines(stream, job.longest)
        for block in cut(records, job.size, start=start, first=first, keep=not plain):
            consumed = block.stop if plain else raw.consumed
            yield _piece(job, source, table, block, plain), consumed


def _refuse_wide(source: Source, encoding: str | None, head: bytes) -> None:
    """Refuse an encoding in which the byte of a line feed is also a part of other characters."""
    codec = told_codec(head, source.path, encoding)
    # All formats begin with a character of ASCII, or nearly always.
    if codec is None and head[:2].count(0) == 1:
        codec = "utf-16-be" if head[0] == 0 else "utf-16-le"
    if codec is not None and is_wide(codec):
        raise InputError(
            f"wrong encoding: {codec}, which cannot be divided at the ends of lines",
            where=source.path,
            remedy=f"convert it, for example with: iconv -f {codec} -t utf-8",
            reason="encoding",
        )


def _piece(job: Job, source: Source, table: Table | None, block: Block, plain: bool) -> Piece:
    rejects: tuple[Reject, ...] = ()
    if block.long is not None:
        line, size = block.long
        rejects = (Reject.of(too_long(f"{source.path}:{line}", job.longest, size)),)
    return Piece(
        source,
        block.start,
        block.stop,
        block.first,
        table=table,
        data=None if plain else block.data,
        rejects=rejects,
    )


def ensure_columns(job: Job, files: Iterable[Source]) -> None:
    """Refuse tables of which none has the columns that are named, before anything is written.

    Args:
        job: How inputs are scored.
        files: The inputs, of which those that are no tables are passed over.

    Raises:
        InputError: No table has them, and the first that lacks one says which it has.
    """
    lacking: list[InputError] = []
    for source in files:
        if source.form not in TABLES or (source.form == "json" and source.size > job.longest):
            continue
        odd: list[InputError] = []
        try:
            if _table(job, source, odd).text:
                _ensure_date(job, source)
                return
        except InputError as error:
            odd.append(error)
        lacking += [error for error in odd if error.reason == "column"][:1]
    if lacking:
        raise lacking[0]


def _ensure_date(job: Job, source: Source) -> None:
    """Refuse objects of which none of the first has the named date: one may lack it, a name that was mistyped all."""
    if job.date is None or source.form not in RAGGED:
        return
    rows = [row for _, row in islice(_first_rows(job, source, job.encoding, None, "", lambda error: None), _NOTED)]
    if not any(job.date in row for row in rows):
        raise missing(job.date, rows[0], source.path, "--date")


def _table(job: Job, source: Source, odd: list[InputError] | None = None) -> Table:
    """What the first row tells; looked at once, so that all shards agree.

    With a list for what is wrong with the rows before, it is only looked at whether there is one, and no guess is said.
    """
    path, where = Path(source.path), source.path
    encoding, quoting, delimiter = job.encoding, job.quoting, "\t"
    if source.form in {"csv", "tsv"}:
        with open_stream(path) as stream:
            data = stream.peek(_HEAD)[:_HEAD]  # type: ignore[attr-defined]
        encoding = encoding or encoding_of(data, where)
        head = data.decode(encoding, "replace")
        if source.form == "csv":
            delimiter = delimiter_of(head)
        if quoting is None:
            quoting = looks_quoted(head, delimiter)
    trial, odd = odd is not None, [] if odd is None else odd

    def note(error: InputError) -> None:
        # Of millions that lack a column a few are enough.
        if len(odd) < _NOTED:
            odd.append(error)

    reader = Reader(text=job.text, identifier=job.identifier, date=job.date)
    for number, row in _first_rows(job, source, encoding, quoting, delimiter, note):
        try:
            text, columns = columns_of(
                reader, row, f"{where}:{number}", set(row) if trial else set(), ragged=source.form in RAGGED
            )
        except InputError as error:
            if source.form not in RAGGED:
                raise
            note(error)
            continue
        return Table(text, tuple(sorted(columns.items())), encoding, quoting, delimiter)
    if odd:
        # Each row is told of by the shard that holds it.
        return Table("", (), encoding, quoting, delimiter)
    raise InputError("empty", where=where, expected="rows", reason="empty")


def _first_rows(
    job: Job, source: Source, encoding: str | None, quoting: bool | None, delimiter: str, fault: Fault
) -> Iterator[tuple[int, Any]]:
    path = Path(source.path)
    if source.form == "parquet":
        _refuse_compressed(path)
    if source.form in {"parquet", "json"}:
        yield from open_rows(path, source.form, source.path, encoding, fault)
        return
    with open_stream(path) as stream:
        records = lines(stream, job.longest)
        if source.form == "jsonl":
            kept = (record.data for record in records)
            yield from json_lines(kept, source.path, encoding, fault)
        else:
            yield from separated(stream, source.path, encoding, delimiter, fault, quoting)


def _refuse_compressed(path: Path) -> None:
    """Refuse compression around a format that is entered at its end: each shard would undo it anew."""
    with open_stream(path) as stream:
        if is_compressed(stream):
            raise InputError(
                "compressed Parquet, which cannot be divided into shards",
                where=str(path),
                remedy="decompress it: Parquet is compressed within, or use avow predict",
                reason="compressed",
            )


def _row_groups(job: Job, source: Source) -> Iterator[tuple[Piece, int]]:
    from avow.documents.parquet import parquet_groups

    table = _table(job, source)
    groups = parquet_groups(Path(source.path), source.path)
    total = max(1, sum(count for count, _ in groups))
    start = 0
    for group, (count, size) in enumerate(groups):
        parts = max(1, size // job.size)
        for part in range(parts):
            begin, end = start + count * part // parts, start + count * (part + 1) // parts
            if end > begin:
                yield Piece(source, begin, end, group=group, table=table), source.size * end // total
        start += count


def _runs(job: Job, source: Source) -> Iterator[tuple[Piece, int]]:
    refuse_archive(job, source.path)
    for start, stop in warc.blocks(Path(source.path), job.size):
        yield Piece(source, start, stop), stop


_DIVIDERS = {"parquet": _row_groups, "warc": _runs}
