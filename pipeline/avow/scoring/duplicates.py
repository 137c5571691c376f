"""Exact duplicates: the first document with a text stays, whatever shards they fall into and whoever scores them.

Each shard lists the digests of its documents. When all shards are there, they are gone through in order and what
occurred before is taken out. The digests that have been seen are kept in a table on disk, so that memory does not grow.
"""

from __future__ import annotations

import csv
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from itertools import chain, compress
from pathlib import Path
from struct import Struct
from typing import Any

from avow.documents import RejectLog
from avow.documents.separated import lift_field_limit
from avow.errors import OutputError
from avow.prediction.writers import PARQUET_ROWS
from avow.records import LABELS
from avow.scoring.job import Job
from avow.scoring.markers import BESIDE, Marker, read_marker, write_marker
from avow.scoring.writers import compressed
from avow.storage import atomic_writer, digest_file, open_stream, read_bytes

REASON = "duplicate"
_ENTRY = Struct("<16s5I")


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of a shard.

    Attributes:
        digest: Digest of its text.
        written: Rows that it has in the output.
        claims: Records that it has in the register.
        labels: Sentences by label, in the order of ``LABELS``.
    """

    digest: bytes
    written: int
    claims: int
    labels: tuple[int, ...]


def digest_of(text: str) -> bytes:
    """The digest of a text; white space does not count.

    Args:
        text: A text.

    Returns:
        16 bytes.
    """
    return hashlib.blake2b(" ".join(text.split()).encode("utf-8", "replace"), digest_size=16).digest()


def pack(entries: Iterable[Entry]) -> bytes:
    """Entries as they are kept beside a shard.

    Args:
        entries: The documents of a shard, in order.

    Returns:
        Bytes.
    """
    return b"".join(_ENTRY.pack(item.digest, item.written, item.claims, *item.labels) for item in entries)


def unpack(data: bytes) -> list[Entry]:
    """What :func:`pack` made.

    Args:
        data: Its bytes.

    Returns:
        Entries in order.
    """
    return [Entry(row[0], row[1], row[2], row[3:]) for row in _ENTRY.iter_unpack(data)]


def drop_duplicates(job: Job, names: Iterable[str]) -> None:
    """Take out of finished shards what occurred before; a run that is broken off here goes on likewise.

    Args:
        job: The job.
        names: The shards in order.

    Raises:
        OutputError: A shard cannot be written anew, or the table of digests cannot be kept.
    """
    folder = job.folder / BESIDE
    table = folder / "seen.sqlite"
    # What a run that was killed has left there may be damaged.
    table.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(table)) as seen:
            seen.executescript(
                "pragma journal_mode = off; pragma synchronous = off;"
                "create table seen (digest blob primary key) without rowid;"
            )
            for name in names:
                marker = read_marker(folder / f"{name}.json")
                entries = unpack(read_bytes(folder / f"{name}.digests"))
                fresh = [
                    bool(seen.execute("insert or ignore into seen values (?)", (item.digest,)).rowcount)
                    for item in entries
                ]
                if not marker.final:
                    _rewrite(job, name, marker, entries, fresh)
    except sqlite3.Error as error:
        raise OutputError(
            f"the table of duplicates cannot be written ({error})",
            where=str(table),
            remedy="check free space and permissions; the same command goes on from here",
        ) from error
    finally:
        # Where it cannot be removed, what is told is why it could not be written.
        with suppress(OSError):
            table.unlink(missing_ok=True)


def _rewrite(job: Job, name: str, marker: Marker, entries: list[Entry], fresh: list[bool]) -> None:
    gone = [item for item, new in zip(entries, fresh, strict=True) if not new]
    target = job.target_of(name)
    if gone:
        both = list(zip(entries, fresh, strict=True))
        keep_rows(job.form, target, [new for item, new in both for _ in range(item.written)])
        if job.claims:
            keep_rows("jsonl", job.claims_of(name), [new for item, new in both for _ in range(item.claims)])
    labels = {str(label): marker.labels.get(label, 0) for label in LABELS}
    for item in gone:
        for label, count in zip(LABELS, item.labels, strict=True):
            labels[label] -= count
    skipped = dict(marker.skipped)
    if gone:
        skipped[REASON] = skipped.get(REASON, 0) + len(gone)
    changed = replace(
        marker,
        documents=marker.documents - len(gone),
        sentences=sum(labels.values()),
        written=marker.written - sum(item.written for item in gone),
        claims=marker.claims - sum(item.claims for item in gone),
        claims_digest=digest_file(job.claims_of(name)) if job.claims else "",
        labels={label: count for label, count in labels.items() if count},
        skipped=skipped,
        bytes=target.stat().st_size,
        digest=digest_file(target),
        final=True,
    )
    write_marker(job, name, changed, RejectLog())


def keep_rows(form: str, path: Path, kept: list[bool]) -> None:
    """Write a shard anew with some of its rows.

    Args:
        form: Its format.
        path: The shard.
        kept: For each row whether it stays.

    Raises:
        OutputError: It cannot be written.
    """
    kind, _, compression = form.partition(".")
    if kind == "parquet":
        _keep_parquet(path, kept)
        return
    with open_stream(path) as stream, atomic_writer(path) as raw, compressed(raw, compression) as target:
        rows: Iterator[bytes] = _csv_rows(stream) if kind == "csv" else iter(stream)
        marks = chain([True], kept) if kind == "csv" else iter(kept)
        # Row by row: what compresses to Zstandard knows no writelines.
        for row in compress(rows, marks):
            target.write(row)


def _csv_rows(stream: Any) -> Iterator[bytes]:
    taken: list[bytes] = []

    def lines() -> Iterator[str]:
        for line in stream:
            taken.append(line)
            yield line.decode("latin-1")

    lift_field_limit()
    for _ in csv.reader(lines()):
        yield b"".join(taken)
        taken.clear()


def _keep_parquet(path: Path, kept: list[bool]) -> None:
    import pyarrow
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(path, memory_map=False).filter(pyarrow.array(kept, pyarrow.bool_()))
    with atomic_writer(path) as stream:
        pyarrow.parquet.write_table(table, stream, row_group_size=PARQUET_ROWS)
