"""Completion markers: what says that a shard is whole, and of which job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from avow.documents import RejectLog
from avow.errors import InputError
from avow.scoring.job import Job, Shard
from avow.storage import digest_file, read_json, write_json

BESIDE = "_avow"


@dataclass(frozen=True, slots=True)
class Marker:
    """What a finished shard holds.

    Attributes:
        shard: Its number.
        parameters: Digest of the job.
        pieces: What was read.
        documents: Documents read.
        sentences: Sentences labelled.
        written: Sentences written.
        claims: Records of the register.
        claims_digest: Digest of the register's content.
        nameless: Rows without an entry in the column of the identifier.
        labels: Sentences by label.
        rejects: Inputs left out since they cannot be read, by reason.
        skipped: Documents left out on purpose, by reason.
        bytes: Size of the output file.
        digest: Digest of its content.
        weight: Bytes of input that it stands for.
        final: Whether duplicates of documents in other shards have been taken out.
    """

    shard: int
    parameters: str
    pieces: list[Any]
    documents: int = 0
    sentences: int = 0
    written: int = 0
    claims: int = 0
    claims_digest: str = ""
    nameless: int = 0
    labels: Mapping[str, int] = field(default_factory=dict)
    rejects: Mapping[str, int] = field(default_factory=dict)
    skipped: Mapping[str, int] = field(default_factory=dict)
    bytes: int = 0
    digest: str = ""
    weight: int = 0
    final: bool = False


@dataclass(slots=True)
class Totals:
    """The sums over markers.

    Attributes:
        shards: Shards.
        documents: Documents read.
        sentences: Sentences labelled.
        written: Sentences written.
        claims: Records of the register.
        nameless: Rows without an entry in the column of the identifier.
        labels: Sentences by label.
        rejects: Inputs that cannot be read, by reason.
        skipped: Documents left out on purpose, by reason.
        bytes: Bytes of output.
    """

    shards: int = 0
    documents: int = 0
    sentences: int = 0
    written: int = 0
    claims: int = 0
    nameless: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    rejects: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    bytes: int = 0

    def add(self, marker: Marker) -> None:
        """Count a shard.

        Args:
            marker: Its marker.
        """
        self.shards += 1
        self.documents += marker.documents
        self.sentences += marker.sentences
        self.written += marker.written
        self.claims += marker.claims
        self.nameless += marker.nameless
        self.bytes += marker.bytes
        self.labels.update(marker.labels)
        self.rejects.update(marker.rejects)
        self.skipped.update(marker.skipped)


def to_dict(item: Marker | Totals) -> dict[str, Any]:
    """A marker or totals as they are written.

    Args:
        item: The marker, or the totals.

    Returns:
        Values by name, ready for JSON.
    """
    values = {entry.name: getattr(item, entry.name) for entry in fields(item)}
    return {name: dict(value) if isinstance(value, Counter) else value for name, value in values.items()}


def write_marker(job: Job, name: str, marker: Marker, log: RejectLog) -> Marker:
    """Say that a shard is whole; its rejects are listed first.

    Args:
        job: The job.
        name: The shard, whose output is in its place.
        marker: Its counts.
        log: Its rejects.

    Returns:
        The marker.

    Raises:
        OutputError: It cannot be written.
    """
    folder = job.folder / BESIDE
    if log.rejects:
        log.write(folder / f"{name}.rejects.jsonl")
    write_json(folder / f"{name}.json", to_dict(marker))
    return marker


def read_marker(path: Path) -> Marker:
    """A marker that was written.

    Args:
        path: Its file.

    Returns:
        The marker.

    Raises:
        InputError: It is missing or no marker.
    """
    try:
        return Marker(**read_json(path))
    except TypeError as error:
        raise InputError("not a completion marker", where=str(path), remedy="remove it and run again") from error


def names(job: Job) -> list[str]:
    """The shards that have a marker, in order.

    Args:
        job: The job.

    Returns:
        Their names.
    """
    found = [path.stem for path in (job.folder / BESIDE).glob("part-*.json")]
    return sorted(found, key=lambda name: int(name.removeprefix("part-")))


def finished(job: Job, shard: Shard) -> Marker | None:
    """The marker of a shard that is whole.

    Args:
        job: The job.
        shard: The shard as planned now.

    Returns:
        The marker, or ``None`` where the shard is to be scored: there is no marker, it is another job's, or the output
        is not what it says.
    """
    path, target = job.folder / BESIDE / f"{shard.name}.json", job.target(shard)
    if not path.exists() or not target.exists():
        return None
    try:
        found = read_marker(path)
    except InputError:
        return None
    if found.parameters != job.digest or found.pieces != shard.identity() or target.stat().st_size != found.bytes:
        return None
    whole = [(target, found.digest), *([(job.claims_of(shard.name), found.claims_digest)] if job.claims else [])]
    return found if all(path.exists() and digest_file(path) == digest for path, digest in whole) else None
