"""The local engine: processes on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from avow.errors import UsageError
from avow.scoring.job import Job, Shard
from avow.scoring.markers import Marker
from avow.scoring.shard import score_shard
from avow.workers import answers

_REMEDY = "it may be out of memory: lower --processes or --longest, and run the same command to go on"


def run_local(job: Job, shards: Iterator[Shard], processes: int, scheduler: str | None) -> Iterator[Marker]:
    """Score shards on this machine.

    Args:
        job: How.
        shards: What, in order.
        processes: How many at a time; one works within this process.
        scheduler: Must be ``None``: nobody else has a say.

    Yields:
        Markers as shards are done.

    Raises:
        AvowError: What stopped a worker; shards that are done stay done.
        UsageError: A scheduler is named.
    """
    if scheduler is not None:
        raise UsageError("--scheduler is for a cluster", remedy="add --engine dask")
    if processes == 1:
        for shard in shards:
            yield score_shard(job, shard)
        return
    for _, marker in answers(partial(score_shard, job), shards, processes, name=_name, remedy=_REMEDY):
        yield marker


def _name(shard: Shard) -> str:
    return f"shard {shard.number} ({shard.pieces[0].source.path})"
